import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { test } from 'node:test'
import { met } from '../../../../tests/exchange/met.ts'
import type { Answer, Browser } from '../../../../tests/support/browser.ts'
import { formsIn } from '../../../../tests/support/forms.ts'
import { type TestBox, testBox } from '../../../../tests/support/test-box.ts'
import { idFrom } from '../../../core/id.ts'
import { pattern } from '../../../core/pattern.ts'
import { setPeerMark } from '../../../sync/trust/marks.ts'

const newId = (): string => idFrom(Date.UTC(2026, 11, 5, 11), randomBytes(10))

type Keeping = Readonly<{ door: TestBox; keeper: Browser }>
/** The same café, that Sail knows and that Boën knows, before their boxes ever met. */
async function oneCafe(): Promise<
  Readonly<{ sail: Keeping; boen: Keeping; a: string; b: string; meet: () => Promise<void> }>
> {
  const [one, two] = [testBox(), testBox()]
  const [sail, boen] = [
    { door: one, keeper: one.keeper },
    { door: two, keeper: two.keeper },
  ]
  for (const [at, called] of [
    [one, 'Boën'],
    [two, 'Sail'],
  ] as const) {
    const { log } = at.engine
    log.db.exec('BEGIN')
    setPeerMark(log, (at === one ? two : one).log.box.name, { called, paired: true })
    log.db.exec('COMMIT')
  }
  const a = one.bring('place', {
    name: 'Café des Voyageurs',
    kind: 'other',
    commune: '42195',
    phone: '04 77 00 00 01',
  })
  two.later(60_000)
  const b = two.bring('place', {
    name: 'Le Café des voyageurs',
    kind: 'other',
    commune: '42195',
    description: 'Une salle au fond.',
  })
  const meet = () => met(one.engine, two.engine, two.now())
  await meet()
  return { sail, boen, a, b, meet }
}
const place = ({ door: box }: Keeping, id: string) =>
  box.read.one(box.types.get('place')!, id) as Readonly<Record<string, unknown>> | undefined
const named = ({ door: box }: Keeping): readonly unknown[] =>
  box.read.list(box.types.get('place')!).map(row => (row as { name?: unknown }).name)
const edited = async (
  { keeper }: Keeping,
  page: string,
  change: Record<string, string>,
): Promise<void> =>
  assert.equal((await keeper.fill(await keeper.get(page), '/ecrire', change)).status, 303)
/**
 * The keeper goes from what looks alike to the two side by side, chooses Boën's name, and joins.
 */
async function joined(at: Keeping, a: string, b: string): Promise<Answer> {
  const alike = await at.keeper.get('/annuaire/doublons')
  assert.ok(
    alike.body.includes(`href="/joindre?these=${a}&these=${b}"`) ||
      alike.body.includes(`href="/joindre?these=${b}&these=${a}"`),
  )
  const page = await at.keeper.get(`/joindre?these=${b}&these=${a}`)
  assert.equal(page.status, 200)
  return at.keeper.fill(page, '/joindre', { 'keep.name': b })
}

test(
  'one café known in two boxes is joined by a keeper, who chooses line by line; both boxes ' +
    'show one, under the least id',
  async () => {
    const { sail, boen, a, b, meet } = await oneCafe()
    const page = await sail.keeper.get(`/joindre?these=${a}&these=${b}`)
    assert.match(
      page.text,
      pattern()`
        Café des Voyageurs .*la personne qui tient la page, ici .*Le Café des voyageurs .*
        la personne qui tient la page, depuis Boën
      `,
    )
    assert.equal((await joined(sail, a, b)).location, `/annuaire/lieux/${a}`)
    await meet()
    for (const at of [sail, boen]) {
      assert.deepEqual(named(at), ['Le Café des voyageurs'])
      const { phone, description } = place(at, b)!
      assert.deepEqual(
        [place(at, b)?.['id'], phone, description],
        [a, '04 77 00 00 01', 'Une salle au fond.'],
      )
      assert.deepEqual(at.door.read.conflicts(), [])
      assert.deepEqual(at.door.read.news(), [])
      assert.match(
        (await at.door.visitor().get(`/annuaire/lieux/${b}`)).text,
        /Le Café des voyageurs.*Une salle au fond/,
      )
      assert.doesNotMatch((await at.keeper.get('/annuaire/doublons')).text, /Café/)
      const found = at.door.read.search('café voyageurs', ['place']).hits
      assert.deepEqual(
        found.map(hit => hit.id),
        [a],
      )
    }
    const tools = await boen.keeper.get('/tenir')
    assert.equal((await boen.keeper.fill(tools, '/separer')).status, 303)
    await meet()
    for (const at of [sail, boen])
      assert.deepEqual([...named(at)].sort(), ['Le Café des voyageurs', 'Le Café des voyageurs'])
    for (const at of [sail, boen])
      assert.equal(place(at, b)?.['phone'], null, 'the other was kept as it was')
  },
)

test(
  'what was written elsewhere in the other, unseen by whoever joined, is news: taken up here, ' +
    'or seen, on every box',
  async () => {
    for (const isTakenUp of [true, false]) {
      const { sail, boen, a, b, meet } = await oneCafe()
      await edited(boen, `/annuaire/lieux/${b}/modifier`, {
        hours: 'Mo-Fr 08:00-12:00',
        address: '3 rue Haute',
      })
      await joined(sail, a, b)
      await meet()
      assert.match(
        (await sail.keeper.get('/tenir')).text,
        pattern()`
          Du nouveau \(1\) du nouveau dans ce qui a été dit être la même chose :
          ${' '}Le Café des voyageurs
        `,
      )
      assert.match(
        /^.*?Sortir/.exec((await sail.keeper.get('/agenda')).text)?.[0] ?? '',
        /(?:Du nouveau|Tout le reste) \(1\)/,
      )
      const page = await sail.keeper.get(`/annuaire/lieux/${a}`)
      assert.match(
        page.text,
        pattern()`
          on a écrit depuis dans « Le Café des voyageurs », qui est la même chose :
          ${' '}Adresse : 3 rue Haute .*depuis Boën
        `,
      )
      assert.match(
        (await boen.door.visitor().get(`/annuaire/lieux/${b}`)).text,
        /3 rue Haute .* Vous savez laquelle est la bonne/,
      )
      assert.deepEqual(
        formsIn(page)
          .filter(form => form.action === '/reprendre')
          .map(form => form.fields['field']),
        ['address', 'hours'],
      )
      if (isTakenUp) {
        const take = (form: { fields: Record<string, unknown> }) =>
          form.fields['field'] === 'address'
        assert.equal((await sail.keeper.fill(page, '/reprendre', {}, take)).status, 303)
        assert.equal(place(sail, a)?.['address'], '3 rue Haute')
        const left = sail.door.read.news()
        assert.deepEqual(
          left.map(one => one.field),
          ['hours'],
        )
      }
      const again = await sail.keeper.get(`/annuaire/lieux/${a}`)
      assert.equal((await sail.keeper.fill(again, '/c-est-vu')).status, 303)
      await meet()
      for (const at of [sail, boen]) {
        assert.deepEqual(at.door.read.news(), [])
        assert.equal(place(at, b)?.['address'], isTakenUp ? '3 rue Haute' : null)
        assert.equal(place(at, b)?.['hours'], null)
      }
    }
  },
)

test(
  'a join that says nothing of what it saw saw what was written before it; seeing what came ' +
    'since takes none of that back',
  async () => {
    const { sail, a, b } = await oneCafe()
    const records = (all: readonly object[]) => ({ records: JSON.stringify(all) })
    sail.door.later(120_000)
    assert.ok(
      sail.door.turn(
        'plain.bring',
        records([{ type: 'join', id: newId(), fields: { these: [a, b] } }]),
      ).done,
    )
    assert.deepEqual(sail.door.read.news(), [])
    const [shown, other] = [a, b].sort() as [string, string]
    sail.door.later(60_000)
    assert.ok(
      sail.door.turn(
        'plain.bring',
        records([{ type: 'place', id: other, fields: { address: '3 rue Haute' } }]),
      ).done,
    )
    const page = await sail.keeper.get(`/annuaire/lieux/${shown}`)
    assert.deepEqual(
      sail.door.read.news().map(one => one.field),
      ['address'],
    )
    assert.equal((await sail.keeper.fill(page, '/c-est-vu')).status, 303)
    assert.deepEqual(sail.door.read.news(), [])
  },
)

test(
  'two keepers who joined three things each in their own way have one, and whoever edits by ' +
    'an old address edits what shows',
  async () => {
    const { sail, boen, a, b, meet } = await oneCafe()
    const c = boen.door.bring('place', { name: 'Café voyageurs', kind: 'other', commune: '42195' })
    await meet()
    await sail.keeper.fill(await sail.keeper.get(`/joindre?these=${a}&these=${b}`), '/joindre')
    await boen.keeper.fill(await boen.keeper.get(`/joindre?these=${b}&these=${c}`), '/joindre')
    await meet()
    for (const at of [sail, boen]) assert.equal(named(at).length, 1)
    const least = [a, b, c].sort()[0]!
    await edited(boen, `/annuaire/lieux/${c}/modifier`, { address: 'place de l’Église' })
    assert.equal(place(boen, least)?.['address'], 'place de l’Église')
    await meet()
    assert.equal(place(sail, least)?.['address'], 'place de l’Église')
  },
)

test(
  'what is not two things of one kind is refused, and so is a choice among what changed ' +
    'meanwhile',
  async () => {
    const { sail, a, b } = await oneCafe()
    const other = sail.door.bring('need', { title: 'des palettes', reach: 'au bar' })
    for (const these of [`these=${a}&these=${other}`, 'these=x&these=y', ''])
      assert.match(
        (await sail.keeper.get(`/joindre?${these}`)).text,
        /Il faut deux choses différentes/,
      )
    const page = await sail.keeper.get(`/joindre?these=${a}&these=${b}`)
    await edited(sail, `/annuaire/lieux/${b}/modifier`, { name: 'La Halte' })
    const answer = await sail.keeper.fill(page, '/joindre')
    assert.equal(answer.status, 422)
    assert.match(answer.text, /a changé pendant que vous choisissiez.*La Halte/)
    assert.equal(named(sail).length, 2)
    assert.equal(
      (await sail.door.visitor().get(`/joindre?these=${a}&these=${b}`)).body.includes('Voyageurs'),
      false,
    )
  },
)

test('from the page of one, the other is found by what it is called, or looked for', async () => {
  const { sail, a, b } = await oneCafe()
  const page = await sail.keeper.get(`/annuaire/lieux/${a}`)
  assert.ok(page.body.includes(`href="/joindre?these=${a}"`))
  const other = sail.door.bring('place', { name: 'La halle', kind: 'hall' })
  for (const [path, id] of [
    [`/joindre?these=${a}`, b],
    [`/joindre?these=${b}`, a],
    [`/joindre?these=${a}&q=halle`, other],
  ] as const)
    assert.match(
      (await sail.keeper.get(path)).body,
      new RegExp(`href="/joindre\\?these=[0-9a-z]{26}&these=${id}"`),
    )
})

test(
  'two themes that were joined are one: what names either is found under it, and a form that ' +
    'shows it changes nothing',
  async () => {
    const { sail, boen, meet } = await oneCafe()
    const themes = [
      sail.door.bring('theme', { label: 'Papier' }),
      boen.door.bring('theme', { label: 'Papiers' }),
    ] as const
    await meet()
    const id = boen.door.bring('place', { name: 'La papeterie', kind: 'shop', themes: [themes[1]] })
    await meet()
    await sail.keeper.fill(
      await sail.keeper.get(`/joindre?these=${themes[0]}&these=${themes[1]}`),
      '/joindre',
    )
    const [shown] = sail.door.read.joinedWith(themes[0])
    assert.deepEqual(place(sail, id)?.['themes'], [shown])
    assert.match((await sail.door.visitor().get(`/themes/${shown}`)).text, /La papeterie/)
    assert.equal(sail.door.read.called(themes[1])?.path, `/themes/${shown}`)
    await edited(sail, `/annuaire/lieux/${id}/modifier`, {})
    const after = sail.door.read.history('place', id).filter(line => line.field === 'themes')
    assert.equal(after.length, 1)
  },
)

test('whose a notice is stays its own under a join: its author may still have it forgotten', async () => {
  const { sail } = await oneCafe()
  const { engine } = sail.door
  const [mine, hers] = [newId(), newId()]
  const author = sail.door.welcome({ name: 'Ondine' })
  for (const id of [hers, mine])
    sail.door.turn('plain.bring', {
      records: JSON.stringify([
        { type: 'need', id, fields: { title: `une échelle ${id}`, reach: 'au bar' } },
      ]),
    })
  sail.door.turn('plain.bring', {
    records: JSON.stringify([{ type: 'need', id: mine, fields: { author } }]),
  })
  assert.ok(sail.door.turn('sync.join', { these: [mine, hers] }).done)
  const need = engine.types.get('need')!
  const [shown, other] = [mine, hers].sort() as [string, string]
  assert.equal(engine.read.one(need, other)?.id, shown)
  assert.equal((engine.read.one(need, mine, 'home') as Record<string, unknown>)['author'], author)
  assert.equal(
    (engine.read.one(need, hers, 'home') as Record<string, unknown> | undefined)?.['author'] ??
      null,
    null,
  )
})

test('forgetting for good what was joined forgets the others with it', async () => {
  const { sail, a, b } = await oneCafe()
  await joined(sail, a, b)
  const asked = sail.door.turn('plain.forget', { type: 'place', id: a })
  assert.ok(asked.done)
  const left = sail.door.log.sql.all("SELECT value FROM piece WHERE value LIKE '%oyageurs%'")
  assert.deepEqual(left, [])
})

test(
  'two that were joined show as one under the least id, and separating them undoes it; of ' +
    'what is nothing, nothing is written',
  async () => {
    const { sail, a, b } = await oneCafe()
    const [shown, other] = [a, b].sort() as [string, string]
    assert.ok(sail.door.turn('sync.join', { these: [a, b] }).done)
    assert.equal(place(sail, other)?.['id'], shown)
    assert.equal(named(sail).length, 1)
    const join = String(sail.door.read.all('SELECT id FROM joining')[0]?.['id'])
    assert.ok(sail.door.turn('sync.unjoin', { id: join }).done)
    assert.equal(named(sail).length, 2)
    const entries = () => sail.door.log.sql.get('SELECT count(*) AS n FROM entry')?.['n']
    const before = entries()
    assert.equal(sail.door.turn('sync.join', { these: ['a', 'b'] }).done, false)
    assert.equal(sail.door.turn('sync.unjoin', { id: join }).done, false)
    assert.equal(entries(), before)
  },
)
