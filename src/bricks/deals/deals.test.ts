import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { OpenEngine } from '../../../tests/support/open-engine.ts'
import { openEngine } from '../../../tests/support/open-engine.ts'
import { NOTICES_AND_MEMBERS } from '../../../tests/support/stand-ins.ts'
import { runBatch, type TurnAnswer } from '../../../tests/support/turns.ts'
import { brick } from '../../contract/brick.ts'
import type { Html } from '../../contract/html.ts'
import type { Who } from '../../contract/permission.ts'
import { proposal } from '../../contract/records/own-records.ts'
import type { Input } from '../../core/form/input.ts'
import { idFrom } from '../../core/id.ts'
import type { Lang } from '../../core/lang.ts'
import { recordType, type Value } from '../../core/schema.ts'
import { newBox } from '../../log/box.ts'
import { kitFor } from '../../web/pages/kit.ts'
import { deals } from './brick.ts'
import { deal, dealAnswer, deed } from './model/records.ts'
import { fr } from './words/fr.ts'

const TODAY = '2026-12-05'
const NOW = Date.parse('2026-12-05T09:00:00Z')
let drawn = 0
const newId = () =>
  idFrom(
    NOW + drawn,
    Uint8Array.from({ length: 10 }, (_, i) => (i === 9 ? drawn++ % 256 : drawn >> 8)),
  )

/** What other bricks bring: their types by name, so that this brick stands alone. */
const home = (to: string) => ({ kind: 'link', to: [to], space: 'home' }) as const
const whose = { author: home('member'), keyedBy: home('member') }
const notice = {
  title: { kind: 'text' },
  who: { kind: 'text' },
  state: { kind: 'text' },
  mode: { kind: 'text' },
  commune: { kind: 'commune' },
} as const
const offer = recordType({
  name: 'offer',
  title: 'title',
  path: '/annonces',
  fields: { ...notice, ...whose },
})
const need = recordType({
  name: 'need',
  title: 'title',
  path: '/annonces',
  fields: { ...notice, hand: { kind: 'yesNo' }, ...whose },
})
const member = recordType({
  name: 'member',
  title: 'name',
  space: 'home',
  fields: { name: { kind: 'text' }, keyedBy: { kind: 'link', to: ['member'] } },
})
const none = { types: {} }
const others = brick({
  name: 'others',
  records: [offer, need, member],
  commands: [],
  publishes: NOTICES_AND_MEMBERS,
  pages: [],
  words: { fr: none, en: none },
})

type Person = Readonly<{ by: Who; me?: string }>
const KEEPER: Person = { by: 'keeper' }

function turn(engine: OpenEngine, who: Person, command: string, input: Input): TurnAnswer {
  const [brick = '', name = ''] = command.split('.')
  const clock = { now: () => NOW + drawn, sure: true, today: () => TODAY }
  return runBatch(
    engine,
    [{ brick, command: name, input, ...who, id: newId(), lang: 'fr' }],
    clock,
  )[0]!
}
function bring(engine: OpenEngine, type: string, fields: Readonly<Record<string, Value>>): string {
  const id = newId()
  assert.ok(
    turn(engine, KEEPER, 'plain.bring', { records: JSON.stringify([{ type, id, fields }]) }).done,
  )
  return id
}

/** Ondine has a card; Odile, a relay, wrote Barnabé's notice for him; Zoé is somebody else. */
function village() {
  const engine = openEngine([deals, others], newBox())
  const [ondine, odile, zoe, other] = ['Ondine', 'Odile', 'Zoé', 'Paul'].map(name =>
    bring(engine, 'member', { name }),
  ) as [string, string, string, string]
  const barnabe = bring(engine, 'member', { name: 'Barnabé', keyedBy: odile })
  const about = bring(engine, 'offer', {
    title: 'Barnabé prête sa motobineuse',
    who: 'Barnabé',
    mode: 'lend',
    commune: '42195',
    author: barnabe,
    keyedBy: odile,
  })
  return {
    engine,
    about,
    barnabe,
    ondine: { by: 'neighbour', me: ondine } as Person,
    odile: { by: 'relay', me: odile } as Person,
    zoe: { by: 'neighbour', me: zoe } as Person,
    paul: { by: 'relay', me: other } as Person,
  }
}
type Village = ReturnType<typeof village>

const idIn = (answer: TurnAnswer): string => {
  assert.ok(answer.done, JSON.stringify(answer))
  return answer.next?.split('/').at(-1) ?? ''
}
const proposed = (
  { engine, about, ondine }: Village,
  what = 'Barnabé prête sa motobineuse à Ondine',
): string => idIn(turn(engine, ondine, 'deals.propose', { annonce: about, what, when: 'samedi' }))
/** Ondine is the first party, Barnabé the second. */
const says = (
  { engine }: Village,
  who: Person,
  id: string,
  party: 0 | 1,
  input: Input,
): TurnAnswer => turn(engine, who, 'deals.answer', { id, party: String(party), ...input })
const refusedBy = (answer: TurnAnswer): string | undefined =>
  'refused' in answer ? answer.refused : 'failed' in answer ? answer.failed.is : undefined

function finished(here: Village, what?: string): string {
  const id = proposed(here, what)
  assert.ok(says(here, here.odile, id, 1, { says: 'yes' }).done)
  assert.ok(says(here, here.ondine, id, 0, { says: 'done' }).done)
  return id
}

type Asked = Readonly<{ id?: string; query?: Input; isPrivate?: boolean; lang?: Lang }>
function shown(
  { engine }: Village,
  who: Person,
  path: string,
  { id, query, isPrivate = true, lang = 'fr' }: Asked = {},
): string | undefined {
  const { bricks, types, read, log } = engine
  const page = deals.pages.find(one => one.path === path)
  const source = {
    bricks,
    types,
    read,
    log,
    secret: Buffer.alloc(32),
    now: () => NOW,
    today: () => TODAY,
  }
  const kit = kitFor(source, {
    path,
    params: id ? { id } : {},
    ...(query ? { query } : {}),
    lang,
    private: isPrivate,
    ...who,
  })
  return (page?.show(kit, read, deals.words[lang])?.body as Html | undefined)?.html
}
const stateOf = ({ engine }: Village, id: string) => engine.read.one(deal, id, 'home')?.state

test(
  'over http nobody agrees to a sentence that they could not read: they are told where, and ' +
    'may say no',
  () => {
    const here = village()
    const id = finished(here, 'Ondine donne ses plants à Barnabé, 06 71 22 33 44')
    const over = shown(here, here.ondine, '/arrangements/:id', { id, isPrivate: false }) ?? ''
    assert.ok(!over.includes('06 71') && !over.includes('name="tell"'))
    assert.match(over, /lisez-le là.*value="keep"/s)
    const read = shown(here, here.ondine, '/arrangements/:id', { id }) ?? ''
    assert.ok(read.includes('name="tell"') && read.includes('06 71 22 33 44'))
  },
)

test(
  'a deal is proposed from a notice, agreed through the relay who wrote it, done, told with ' +
    'everybody’s yes, and the record says who keyed what',
  () => {
    const here = village()
    const { engine, ondine, odile } = here
    const id = proposed(here)
    assert.equal(stateOf(here, id), 'proposed')
    assert.ok(says(here, odile, id, 1, { says: 'yes' }).done)
    assert.equal(stateOf(here, id), 'agreed')
    assert.ok(says(here, ondine, id, 0, { says: 'done' }).done)
    assert.ok(
      says(here, ondine, id, 0, {
        says: 'thank',
        tell: '1',
        named: '1',
        story: 'La terre d’Ondine a été retournée',
        thanks: 'Merci Barnabé, la terre est prête.',
      }).done,
    )
    assert.equal(engine.read.count(deed), 0, 'one yes is not everybody’s')
    assert.ok(says(here, odile, id, 1, { says: 'thank', tell: '1', named: '1' }).done)
    const [told] = engine.read.list(deed)
    assert.deepEqual(
      [told?.title, told?.who, told?.doneOn, told?.commune, told?.thanks],
      [
        'La terre d’Ondine a été retournée',
        'Ondine et Barnabé',
        TODAY,
        '42195',
        [fr.thanked('Merci Barnabé, la terre est prête.', 'Ondine')],
      ],
    )
    const answers = engine.read
      .list(dealAnswer, { order: 'id' }, 'home')
      .map(one => [one.says, one.saidBy, one.keyedBy])
    assert.deepEqual(answers, [
      ['yes', 'self', null],
      ['yes', 'relay', odile.me],
      ['done', 'self', null],
      ['tell', 'self', null],
      ['tell', 'relay', odile.me],
    ])
  },
)

test(
  'one who takes it back is enough: the deed is forgotten, flesh and all, and is told again ' +
    'only by a new yes',
  () => {
    const here = village()
    const { engine, ondine, odile } = here
    const id = finished(here)
    const yes = {
      ...{ says: 'thank', tell: '1', named: '1', story: 'La terre a été retournée' },
      thanks: 'Un grand merci du fond du jardin',
    }
    says(here, ondine, id, 0, yes)
    says(here, odile, id, 1, { says: 'thank', tell: '1' })
    const [told] = engine.read.list(deed)
    assert.ok(told && says(here, odile, id, 1, { says: 'keep' }).done)
    assert.equal(engine.read.count(deed), 0)
    assert.equal(engine.read.one(deed, told.id, 'home')?.parties, null, 'nor whose it was')
    assert.ok(
      engine.read
        .history('deed', told.id)
        .every(line => line.value === undefined || line.field === 'removed'),
    )
    const held = engine.log.sql.all('SELECT 1 FROM flesh WHERE value LIKE ?', '%du fond du jardin%')
    assert.equal(held.length, 1, 'what she wrote to him stays with the two of them')
    assert.ok(says(here, odile, id, 1, { says: 'thank', tell: '1' }).done)
    assert.equal(engine.read.count(deed), 1)
    assert.notEqual(engine.read.list(deed)[0]?.id, told.id)
  },
)

test('who was not asked may neither answer nor read: a neighbour, another relay, a visitor', () => {
  const here = village()
  const { engine, zoe, paul, ondine, odile } = here
  const id = proposed(here)
  for (const who of [zoe, paul]) {
    for (const party of [0, 1] as const)
      assert.equal(refusedBy(says(here, who, id, party, { says: 'yes' })), fr.notYours)
    assert.equal(shown(here, who, '/arrangements/:id', { id }), undefined)
    assert.ok(!shown(here, who, '/arrangements')?.includes('motobineuse'))
  }
  assert.equal(
    refusedBy(says(here, ondine, id, 1, { says: 'yes' })),
    fr.notYours,
    'nobody says yes for the other',
  )
  assert.equal(
    refusedBy(says(here, odile, id, 0, { says: 'no' })),
    fr.notYours,
    'a relay speaks for those whom they wrote down',
  )
  assert.ok(!says(here, { by: 'visitor' }, id, 1, { says: 'yes' }).done)
  assert.equal(stateOf(here, id), 'proposed')
  assert.ok(says(here, KEEPER, id, 1, { says: 'yes' }).done)
  assert.equal(engine.read.list(dealAnswer, { order: 'id DESC' }, 'home')[0]?.saidBy, 'keeper')
})

test('who would be named and said no is named nowhere: the sentence is asked again', () => {
  const here = village()
  const id = finished(here)
  const tells = (who: Person, party: 0 | 1, more: Input) =>
    says(here, who, id, party, { says: 'thank', tell: '1', ...more })
  assert.equal(refusedBy(tells(here.ondine, 0, {})), fr.sayStory)
  const zoe = { story: 'Zoé a retourné la terre' }
  assert.equal(refusedBy(tells(here.ondine, 0, zoe)), fr.storyNames)
  const own = { story: 'Ondine a une terre bien retournée' }
  assert.equal(refusedBy(tells(here.ondine, 0, own)), fr.storyNamesYou)
  const thanks = 'Merci à Barnabé, et à Zoé qui a prêté sa remorque'
  const story = 'Barnabé a retourné la terre d’Ondine'
  assert.ok(tells(here.ondine, 0, { named: '1', thanks, story }).done)
  assert.equal(refusedBy(tells(here.odile, 1, {})), fr.storyNamesYou)
  assert.ok(tells(here.odile, 1, { story: 'La terre d’Ondine a été retournée' }).done)
  assert.equal(here.engine.read.count(deed), 0, 'she said yes to another sentence')
  assert.match(
    shown(here, here.ondine, '/arrangements/:id', { id }) ?? '',
    /Barnabé a écrit une autre phrase/,
  )
  assert.ok(tells(here.ondine, 0, { named: '1', thanks }).done)
  const [told] = here.engine.read.list(deed)
  const all = JSON.stringify(told)
  assert.ok(told && !/Barnab|Zo[ée]/.test(all), all)
  assert.equal(told.title, 'La terre d’Ondine a été retournée')
  assert.equal(told.who, 'Ondine')
  assert.deepEqual(told.thanks ?? [], [], 'a thank-you that names them is left out, not rewritten')
})

test(
  'nothing is done before it is agreed, only a new proposal moves what fell through, and an ' +
    'empty answer is asked again',
  () => {
    const here = village()
    const id = proposed(here)
    assert.equal(refusedBy(says(here, here.ondine, id, 0, { says: 'done' })), fr.notNow)
    assert.equal(refusedBy(says(here, here.ondine, id, 0, { says: 'yes' })), fr.notNow)
    assert.equal(refusedBy(says(here, here.ondine, id, 0, { says: 'peut-être' })), fr.notNow)
    assert.ok(says(here, here.odile, id, 1, { says: 'no' }).done)
    assert.equal(refusedBy(says(here, here.odile, id, 1, { says: 'yes' })), fr.notNow)
    const other = finished(here)
    assert.equal(other, id, 'proposed again in the thread of the two')
    assert.equal(refusedBy(says(here, here.ondine, other, 0, { says: 'thank' })), fr.tickOrThank)
  },
)

test(
  'the same deal is not proposed twice; one’s own notice asks with whom; a closed one asks ' +
    'nothing',
  () => {
    const here = village()
    const { engine, about, ondine, odile } = here
    const id = proposed(here)
    assert.equal(proposed(here), id)
    assert.equal(engine.read.count(deal, {}, 'home'), 1)
    const own = bring(engine, 'need', {
      title: 'Ondine cherche une échelle',
      who: 'Ondine',
      author: ondine.me!,
      hand: true,
    })
    const asked = { annonce: own, what: 'tenir l’échelle' }
    assert.equal(refusedBy(turn(engine, ondine, 'deals.propose', asked)), fr.sayWith)
    const withZoe = idIn(turn(engine, ondine, 'deals.propose', { ...asked, withName: 'Zoé' }))
    const row = engine.read.one(deal, withZoe, 'home')
    assert.deepEqual([row?.parties, row?.names, row?.mode], [[ondine.me], ['Zoé'], 'hand'])
    assert.equal(
      refusedBy(turn(engine, KEEPER, 'deals.propose', { annonce: about, what: 'prêter' })),
      fr.sayFor,
    )
    const byName = idIn(
      turn(engine, odile, 'deals.propose', { annonce: about, what: 'prêter', forName: 'Gaston' }),
    )
    assert.deepEqual(engine.read.one(deal, byName, 'home')?.keyedBy, [odile.me])
    const closed = bring(engine, 'offer', { title: 'Rien', who: 'Paul', state: 'closed' })
    assert.equal(
      refusedBy(turn(engine, ondine, 'deals.propose', { annonce: closed, what: 'rien' })),
      fr.noticeGone,
    )
  },
)

test('once somebody has spoken for themselves, no relay speaks for them in that deal', () => {
  const here = village()
  const id = proposed(here)
  assert.ok(says(here, { by: 'neighbour', me: here.barnabe }, id, 1, { says: 'yes' }).done)
  assert.equal(refusedBy(says(here, here.odile, id, 1, { says: 'not' })), fr.notYours)
})

test(
  'over http a page of deals shows no name, no sentence and no day of anybody; where nobody ' +
    'listens it does',
  () => {
    const here = village()
    const id = proposed(here, 'labourer chez Ondine avant la Sainte-Catherine')
    says(here, here.odile, id, 1, { says: 'yes' })
    for (const who of [here.ondine, here.odile, KEEPER]) {
      for (const [path, asked] of [
        ['/arrangements', {}],
        ['/arrangements/:id', { id }],
      ] as const) {
        const open = shown(here, who, path, { ...asked, isPrivate: false }) ?? ''
        const read = open
          .replaceAll(/<input[^>]*>/g, '')
          .replaceAll('Barnabé prête sa motobineuse', '')
        assert.ok(!/Sainte-Catherine|Ondine|Barnab|Odile|samedi/.test(read), `${path}: ${read}`)
        assert.ok(open.includes('motobineuse'), 'the notice is everybody’s')
        const near = shown(here, who, path, asked) ?? ''
        const isRead = near.includes('Sainte-Catherine') && near.includes('samedi')
        assert.equal(isRead, who !== KEEPER, 'the keeper reads who, and no word of it')
      }
      assert.ok(
        shown(here, who, '/arrangements/:id', { id, isPrivate: false })?.includes('/repondre'),
        'they may answer all the same',
      )
    }
  },
)

test('a refused form comes back filled in, and the pages speak English', () => {
  const here = village()
  const page =
    shown(here, here.ondine, '/arrangements/nouveau', { query: { annonce: here.about } }) ?? ''
  assert.ok(page.includes('value="Barnabé prête sa motobineuse"'))
  assert.ok(
    !page.includes('withName') && !page.includes('forName'),
    'with whom is known, and a neighbour writes for themselves',
  )
  assert.ok(
    shown(here, here.odile, '/arrangements/nouveau', { query: { annonce: here.about } })?.includes(
      'forName',
    ),
  )
  assert.equal(
    shown(here, here.ondine, '/arrangements/nouveau', { query: { annonce: 'rien' } }),
    undefined,
  )
  const id = finished(here)
  assert.ok(
    shown(here, here.ondine, '/arrangements/:id', { id, lang: 'en' })?.includes('May it be told?'),
  )
  assert.ok(shown(here, here.zoe, '/faits')?.includes(fr.noDeed))
})

test('the keeper is told of the answers that nobody else can note', () => {
  const here = village()
  const { engine, ondine } = here
  proposed(here)
  const { bricks, types, read, log } = engine
  const source = {
    bricks,
    types,
    read,
    log,
    secret: Buffer.alloc(32),
    now: () => NOW,
    today: () => TODAY,
  }
  const waits = () => kitFor(source, { path: '/tenir', lang: 'fr', by: 'keeper' }).waits()
  const deals = () => waits().filter(({ list }) => list === '/arrangements')
  assert.equal(deals().length, 0, 'his relay can')
  const about = bring(engine, 'offer', { title: 'Gaston donne des œufs', who: 'Gaston' })
  const answer = turn(engine, ondine, 'deals.propose', { annonce: about, what: 'prendre six œufs' })
  assert.equal(answer.done && answer.said, fr.proposedUnknown)
  assert.deepEqual(
    deals().map(({ n, sentence }) => [n, sentence]),
    [[1, fr.waitsForKeeper(1, [])]],
  )
  assert.ok(says(here, KEEPER, idIn(answer), 1, { says: 'yes' }).done)
  assert.equal(deals().length, 0)
})

test('what is told stands in the slot of what was done, and figures under three are not said', () => {
  const here = village()
  const id = finished(here)
  for (const [who, party] of [
    [here.ondine, 0],
    [here.odile, 1],
  ] as const)
    says(here, who, id, party, { says: 'thank', tell: '1', story: 'La terre est prête' })
  const { bricks, types, read, log } = here.engine
  const source = {
    bricks,
    types,
    read,
    log,
    secret: Buffer.alloc(32),
    now: () => NOW,
    today: () => TODAY,
  }
  const kit = kitFor(source, { path: '/', lang: 'fr', by: 'visitor' })
  const lines = deals.slots?.done?.(kit, read, deals.words.fr) ?? []
  assert.deepEqual(
    lines.map(({ day, title }) => [day, title]),
    [[TODAY, 'La terre est prête']],
  )
  const figures = () =>
    deals.slots
      ?.indicator?.(read, deals.words.fr, { today: TODAY, communes: [] })
      .map(one => [one.words, one.value, ...(one.commune ? [one.commune] : [])])
  assert.deepEqual(figures(), [[fr.indicators.told, 1]])
  finished(here)
  finished(here)
  assert.deepEqual(figures(), [
    [fr.indicators.told, 1],
    [fr.indicators.done, 3],
    [fr.indicators.modes.lend, 3],
    [fr.indicators.done, 3, '42195'],
  ])
})

test(
  'what was held of a deal is taken back by either of them, read by the keeper or not: ' +
    'nothing is told any more',
  () => {
    for (const isShown of [true, false]) {
      const here = village()
      const { engine, ondine, zoe } = here
      const about = bring(engine, 'offer', {
        title: 'Zoé prête son vélo',
        who: 'Zoé',
        mode: 'lend',
        author: zoe.me!,
      })
      const id = idIn(
        turn(engine, ondine, 'deals.propose', {
          annonce: about,
          what: 'Zoé prête son vélo à Ondine',
          when: 'samedi',
        }),
      )
      assert.ok(says(here, zoe, id, 1, { says: 'yes' }).done)
      const telling = { says: 'thank', tell: '1', named: '1', story: 'Le vélo a bien roulé' }
      assert.ok(says(here, ondine, id, 0, { says: 'done' }).done)
      assert.ok(
        says(here, ondine, id, 0, {
          ...telling,
          thanks: 'Merci Zoé, bon rétablissement après ton opération',
        }).done,
      )
      assert.ok(says(here, zoe, id, 1, telling).done)
      const [held] = engine.read.list(proposal, {}, 'home')
      assert.equal(held?.of, deed.name, 'it waits for the keeper')
      if (isShown) assert.ok(turn(engine, KEEPER, 'plain.show', { id: held!.id }).done)
      assert.equal(engine.read.list(deed).length, isShown ? 1 : 0)
      assert.equal(engine.read.one(deal, id, 'home')?.deed, held?.piece)
      const back = says(here, zoe, id, 1, { says: 'keep' })
      assert.ok(back.done && back.said === fr.takenBack, JSON.stringify(back))
      const kept = engine.read
        .list(deed, {}, 'home')
        .filter(one => one.title !== null || one.thanks !== null || one.parties !== null)
      assert.deepEqual(
        [engine.read.list(deed), kept, engine.read.list(proposal, {}, 'home')],
        [[], [], []],
      )
    }
  },
)
