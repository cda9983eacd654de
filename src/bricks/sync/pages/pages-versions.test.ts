import assert from 'node:assert/strict'
import { carried, met } from '../../../../tests/exchange/met.ts'
import type { Browser } from '../../../../tests/support/browser.ts'
import { formsIn } from '../../../../tests/support/forms.ts'
import { testOnce as test, testAll } from '../../../../tests/support/pass.ts'
import { type TestBox, testBox } from '../../../../tests/support/test-box.ts'
import { forget, recordId } from '../../../../tests/wire/boxes.ts'
import { pattern } from '../../../core/pattern.ts'
import { writesToForget } from '../../../log/forget.ts'
import { setPeerMark } from '../../../sync/trust/marks.ts'

type Keeping = Readonly<{ door: TestBox; keeper: Browser }>
/** Sail and Boën, whose keepers recognised each other, and a place that both have. */
async function twoBoxes(): Promise<
  Readonly<{ sail: Keeping; boen: Keeping; id: string; meet: () => Promise<void> }>
> {
  const [one, two] = [testBox(), testBox()]
  const [sail, boen] = [
    { door: one, keeper: one.keeper },
    { door: two, keeper: two.keeper },
  ]
  const call = (at: Keeping, other: Keeping, called: string): void => {
    const { log } = at.door.engine
    log.db.exec('BEGIN')
    setPeerMark(log, other.door.log.box.name, { called, paired: true })
    log.db.exec('COMMIT')
  }
  call(sail, boen, 'Boën')
  call(boen, sail, 'Sail')
  const id = one.bring('place', {
    name: 'Le café',
    kind: 'other',
    commune: '42195',
    address: 'place du Marché',
  })
  const meet = () => met(one.engine, two.engine, one.now())
  await meet()
  return { sail, boen, id, meet }
}
const edited = async (
  { keeper }: Keeping,
  id: string,
  change: Record<string, string>,
): Promise<void> => {
  const answer = await keeper.fill(
    await keeper.get(`/annuaire/lieux/${id}/modifier`),
    '/ecrire',
    change,
  )
  assert.equal(answer.status, 303, answer.text)
}
const value = ({ door: box }: Keeping, id: string, name: string): unknown =>
  (box.read.one(box.types.get('place')!, id) as Record<string, unknown> | undefined)?.[name]
const isSettled = ({ door: box }: Keeping): boolean => box.read.conflicts().length === 0

test(
  'two keepers of two boxes wrote one line apart: both versions are told, by whom and where, ' +
    'and settled once is settled everywhere',
  async () => {
    const { sail, boen, id, meet } = await twoBoxes()
    await edited(sail, id, { address: '2 place du Marché' })
    boen.door.later(60_000)
    await edited(boen, id, { address: '12 rue de la Gare' })
    await meet()
    for (const at of [sail, boen]) {
      assert.match((await at.keeper.get('/tenir')).text, /une ligne de la page a deux versions/)
      assert.equal(value(at, id, 'address'), '12 rue de la Gare')
    }
    const page = await sail.keeper.get('/deux-versions')
    assert.match(page.text, /Le café/)
    assert.match(
      page.text,
      pattern()`
        12 rue de la Gare .*celle qui se voit.*
        ${' '}le 5 décembre, la personne qui tient la page, depuis Boën
      `,
    )
    assert.match(page.text, /2 place du Marché le 5 décembre, la personne qui tient la page, ici/)
    assert.ok(page.body.includes(`href="/annuaire/lieux/${id}/modifier"`), 'both may be right')
    const seen = (await sail.door.visitor().get(`/annuaire/lieux/${id}`)).text
    assert.match(
      seen,
      pattern()`
        il y a deux versions. L’autre dit « ?2 place du Marché ?» \(.*\).
        ${' '}Vous savez laquelle est la bonne ?
      `,
    )
    assert.equal(
      (await sail.door.visitor('wifi').get('/deux-versions')).body.includes('rue de la Gare'),
      false,
    )
    const chosen = formsIn(page).filter(form => form.action === '/trancher')
    assert.equal(chosen.length, 2)
    const answer = await sail.keeper.post('/trancher', chosen[1]!.fields)
    assert.equal(answer.status, 303, answer.text)
    await meet()
    for (const at of [sail, boen]) {
      assert.equal(value(at, id, 'address'), '2 place du Marché')
      assert.ok(isSettled(at))
      assert.match((await at.keeper.get('/deux-versions')).text, /Rien n’a deux versions/)
      assert.doesNotMatch(
        (await at.door.visitor().get(`/annuaire/lieux/${id}`)).text,
        /deux versions/,
      )
    }
  },
)

test(
  'a version that came while the keeper was choosing comes back with the others before ' +
    'anything is written',
  async () => {
    const { sail, boen, id, meet } = await twoBoxes()
    const third = testBox()
    await carried(sail.door.engine, third.engine, third.now())
    const far: Keeping = { door: third, keeper: third.keeper }
    await edited(sail, id, { address: 'une' })
    await edited(boen, id, { address: 'deux' })
    await edited(far, id, { address: 'trois' })
    await meet()
    const page = await sail.keeper.get('/deux-versions')
    await carried(third.engine, sail.door.engine, third.now())
    const before = sail.door.log.sql.get('SELECT count(*) AS n FROM entry')
    const [first] = formsIn(page).filter(form => form.action === '/trancher')
    const answer = await sail.keeper.post('/trancher', first!.fields)
    assert.equal(answer.status, 422)
    assert.match(answer.text, /Une autre version est arrivée/)
    for (const said of ['une', 'deux', 'trois']) assert.match(answer.text, new RegExp(`${said} `))
    assert.deepEqual(sail.door.log.sql.get('SELECT count(*) AS n FROM entry'), before)
    const again = formsIn(answer).filter(form => form.action === '/trancher')
    assert.equal(again.length, 3)
    assert.equal((await sail.keeper.post('/trancher', again[2]!.fields)).status, 303)
    assert.ok(isSettled(sail))
  },
)

test('a withdrawal on one box and a change on the other are said in words, and either can be kept', async () => {
  for (const keep of [true, false]) {
    const { sail, boen, id, meet } = await twoBoxes()
    await edited(boen, id, { address: '12 rue de la Gare' })
    sail.door.later(60_000)
    const taken = await sail.keeper.fill(
      await sail.keeper.get(`/annuaire/lieux/${id}/modifier`),
      '/retirer',
    )
    assert.equal(taken.status, 303)
    await meet()
    for (const at of [sail, boen]) assert.equal(value(at, id, 'name'), undefined)
    const page = await boen.keeper.get('/deux-versions')
    assert.match(
      page.text,
      /Le café Quelqu’un l’a retiré de la page pendant que quelqu’un d’autre y écrivait/,
    )
    assert.match(page.text, /C’est retiré de la page. .*depuis Sail.*Cela reste sur la page. .*ici/)
    const forms = formsIn(page).filter(form => form.action === '/trancher')
    assert.equal((await boen.keeper.post('/trancher', forms[keep ? 1 : 0]!.fields)).status, 303)
    await meet()
    for (const at of [sail, boen]) {
      assert.equal(value(at, id, 'address'), keep ? '12 rue de la Gare' : undefined)
      assert.ok(isSettled(at))
    }
  }
})

test('who withdraws what they saw contradicts nobody, on whatever box it was written', async () => {
  const { sail, boen, id, meet } = await twoBoxes()
  await edited(boen, id, { address: '12 rue de la Gare' })
  await meet()
  await sail.keeper.fill(await sail.keeper.get(`/annuaire/lieux/${id}/modifier`), '/retirer')
  await meet()
  for (const at of [sail, boen]) assert.ok(isSettled(at))
})

test(
  'two who say the same thing apart do not contradict each other, and a forgotten version is ' +
    'no choice',
  async () => {
    const { sail, boen, id, meet } = await twoBoxes()
    for (const at of [sail, boen]) await edited(at, id, { address: '12 rue de la Gare' })
    await meet()
    assert.ok(isSettled(sail))
    await edited(sail, id, { name: 'Café du Marché' })
    await edited(boen, id, { name: 'Café de la Gare' })
    await meet()
    assert.equal(sail.door.read.conflicts().length, 1)
    const { log } = boen.door.engine
    const written = writesToForget(log, 'place', id, 'name').filter(name =>
      name.feed.startsWith(log.box.name),
    )
    assert.ok(written.length > 0)
    forget(log, written, recordId(1))
    await met(boen.door.engine, sail.door.engine, boen.door.now())
    assert.ok(isSettled(sail))
    assert.equal(value(sail, id, 'name'), 'Café du Marché')
    assert.doesNotMatch((await sail.keeper.get('/deux-versions')).text, /Gare/)
  },
)

testAll(
  'the choice reaches its version by name, in a history of hundreds of lines, of any brick',
  async () => {
    const { sail, boen, meet } = await twoBoxes()
    const ids = {
      need: sail.door.bring('need', { title: 'des palettes', reach: 'au bar' }),
      actor: sail.door.bring('actor', { name: 'La MJC', kind: 'association' }),
      event: sail.door.bring('event', { title: 'Le bal' }),
    }
    await meet()
    const titles = { need: 'title', actor: 'name', event: 'title' } as const
    const write = ({ door: box }: Keeping, type: keyof typeof ids, said: string): void => {
      const { engine } = box
      const before = engine.read.one(engine.types.get(type)!, ids[type])
      assert.ok(before)
      const records = JSON.stringify([{ type, id: ids[type], fields: { [titles[type]]: said } }])
      box.turn('plain.bring', { records })
    }
    for (const type of ['need', 'actor', 'event'] as const) {
      const most = type === 'need' ? 120 : 3
      for (let n = 0; n < most; n++) write(sail, type, `version ${n}`)
      write(boen, type, `de Boën, ${type}`)
    }
    await meet()
    const page = await sail.keeper.get('/deux-versions')
    const mine = formsIn(page).filter(form => form.action === '/trancher')
    assert.equal(mine.length, 6)
    for (const { fields } of mine) {
      const said = sail.door.read
        .versions({
          type: String(fields['type']),
          id: String(fields['id']),
          space: 'commons',
          field: String(fields['field']),
        })
        .find(one => one.name === fields['version'])
      if (String(said?.value).startsWith('de Boën'))
        assert.equal((await sail.keeper.post('/trancher', fields)).status, 303)
    }
    await meet()
    for (const type of ['need', 'actor', 'event'] as const)
      for (const { door: box } of [sail, boen])
        assert.equal(
          (box.read.one(box.types.get(type)!, ids[type]) as Record<string, unknown>)[titles[type]],
          `de Boën, ${type}`,
        )
    assert.ok(isSettled(sail) && isSettled(boen))
  },
)
