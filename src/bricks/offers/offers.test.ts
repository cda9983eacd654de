import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { OpenEngine } from '../../../tests/support/open-engine.ts'
import { openEngine } from '../../../tests/support/open-engine.ts'
import { sourceOf } from '../../../tests/support/page-source.ts'
import { keeperIn } from '../../../tests/support/stand-ins.ts'
import { runBatch } from '../../../tests/support/turns.ts'
import { brick } from '../../contract/brick.ts'
import type { Html } from '../../contract/html.ts'
import type { Who } from '../../contract/permission.ts'
import type { FormAgain } from '../../contract/request.ts'
import type { Input } from '../../core/form/input.ts'
import { idFrom } from '../../core/id.ts'
import { recordType } from '../../core/schema.ts'
import { newBox } from '../../log/box.ts'
import { kitFor } from '../../web/pages/kit.ts'
import { offers } from './brick.ts'
import { need, offer } from './model/records.ts'
import { isClosed, isPast } from './model/rules.ts'
import { saidLine } from './pages/pages.ts'
import { en } from './words/en.ts'
import { fr } from './words/fr.ts'

const TODAY = '2026-12-05'
const NOW = Date.parse('2026-12-05T09:00:00Z')
let drawn = 0
const chance = () =>
  Uint8Array.from({ length: 10 }, (_, i) => (i === 9 ? drawn++ % 256 : drawn >> 8))
const newId = () => idFrom(NOW, chance())

/** What another brick would bring: its types by name, so that this brick stands alone. */
const confirmation = recordType({
  name: 'confirmation',
  title: 'said',
  fields: {
    about: { kind: 'link', to: [] },
    says: { kind: 'choice', choices: ['yes', 'changed', 'gone', 'asked'] },
    said: { kind: 'text' },
    who: { kind: 'text' },
    withWhom: { kind: 'text' },
    on: { kind: 'day' },
  },
})
const territory = recordType({
  name: 'territory',
  title: 'name',
  fields: { name: { kind: 'text' }, keptBy: { kind: 'text' } },
})
const communes = [
  { code: '42195', name: 'Sail-sous-Couzan', postalCodes: null, point: [45.7342, 3.9689] as const },
  { code: '42313', name: 'Trelins', postalCodes: null, point: [45.7345, 4.0203] as const },
]
const words = { types: {} }
const neighbours = brick({
  name: 'neighbours',
  records: [confirmation, territory],
  commands: [],
  publishes: { keeper: keeperIn },
  pages: [],
  slots: {
    territory: () => ({
      name: 'Sail',
      heading: null,
      village: '42195',
      keptBy: 'Malo',
      reach: null,
      communes,
    }),
    member: () => ({ role: 'neighbour', name: 'Paul' }),
  },
  words: { fr: words, en: words },
})

const open = (withOthers = true): OpenEngine =>
  openEngine(withOthers ? [offers, neighbours] : [offers], newBox())

function turn(engine: OpenEngine, command: string, input: Input, by: Who = 'visitor', me?: string) {
  const asked = {
    brick: command.includes('.') ? command.split('.')[0]! : 'offers',
    command: command.split('.').at(-1)!,
    input,
    by,
    ...(me === undefined ? {} : { me }),
    id: newId(),
    lang: 'fr' as const,
  }
  const clock = { now: () => NOW, sure: true, today: () => TODAY }
  return runBatch(engine, [asked], clock)[0]!
}
function bring(
  engine: OpenEngine,
  type: string,
  fields: Readonly<Record<string, unknown>>,
): string {
  const id = newId()
  const answer = turn(
    engine,
    'plain.bring',
    { records: JSON.stringify([{ type, id, fields }]) },
    'keeper',
  )
  assert.equal(answer.done, true)
  return id
}

type Asked = Readonly<{
  params?: Readonly<Record<string, string>>
  query?: Input
  by?: Who
  lang?: 'fr' | 'en'
  again?: FormAgain
}>
function shown(
  engine: OpenEngine,
  path: string,
  { params, query, by = 'visitor', lang = 'fr', again }: Asked = {},
): string | undefined {
  const source = sourceOf(engine, { now: () => NOW, today: () => TODAY })
  const address = path.replace(/:(\w+)/g, (_, name: string) => params?.[name] ?? '')
  const kit = kitFor(source, {
    path: address,
    lang,
    by,
    ...(params ? { params } : {}),
    ...(query ? { query } : {}),
    ...(again ? { again } : {}),
  })
  const page = offers.pages.find(one => one.path === path)!
  return (page.show(kit, engine.read, offers.words[lang])?.body as Html | undefined)?.html
}
const homeOf = (engine: OpenEngine, lang: 'fr' | 'en' = 'fr') => {
  const source = sourceOf(engine, { now: () => NOW, today: () => TODAY })
  return offers.slots!.home!(
    kitFor(source, { path: '/', lang, by: 'visitor' }),
    engine.read,
    offers.words[lang],
  )
}
const text = (markup: string | undefined) =>
  (markup ?? '').replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')
const saw = {
  title: 'Paul prête sa scie à ruban, chez lui',
  who: 'Paul',
  reach: 'au local, le mercredi',
}

test('what a visitor sends waits in this box, and they are told who will read it', () => {
  const engine = open()
  bring(engine, 'territory', { name: 'Sail', keptBy: 'Anaïs et Malo, au local le mercredi' })
  const answer = turn(engine, 'offer', { ...saw, commune: '42195' })
  assert.ok(answer.done && answer.next === '/annonces')
  assert.match(answer.said ?? '', /lue par Anaïs et Malo\./)
  assert.equal(engine.read.count(offer), 0)
  assert.equal(engine.read.list(offer, {}, 'home')[0]?.title, saw.title)
  assert.doesNotMatch(shown(engine, '/annonces') ?? '', /Paul/)
  assert.equal(homeOf(engine).length, 0)
})

test('the keeper’s own notice is shown at once, on the board, in the list, on its page', () => {
  const engine = open()
  const answer = turn(engine, 'offer', { ...saw, commune: '42195' }, 'keeper')
  assert.ok(answer.done)
  const id = engine.read.list(offer)[0]!.id
  assert.equal(answer.next, `/annonces/${id}`)
  assert.match((homeOf(engine)[0]!.body as Html).html, /Paul prête sa scie/)
  assert.match(shown(engine, '/annonces') ?? '', /Paul prête sa scie/)
  assert.match(
    text(shown(engine, '/annonces/:id', { params: { id } })),
    /Pour joindre Paul\s: au local, le mercredi/,
  )
})

test(
  'a form without its sentence, without a way to reach, or with a day that is past comes back ' +
    'with the field',
  () => {
    const engine = open()
    const refusals = [
      [{ ...saw, title: '  ' }, 'title'],
      [{ ...saw, reach: '' }, 'reachBy'],
      [{ ...saw, reachBy: 'phone', phone: 'douze' }, 'phone'],
      [{ ...saw, reachBy: 'relay', through: ' ' }, 'through'],
      [{ ...saw, mode: 'give', counterpart: 'money' }, 'counterpart'],
      [{ ...saw, title: 'Rosa descend à Boën' }, 'chaque'],
      [{ ...saw, until: '2026-12-04' }, 'until'],
      [{ ...saw, until: '31/02/2027' }, 'until'],
      [{ ...saw, commune: 'Nulle-Part' }, 'commune'],
      [{ ...saw, title: 'x'.repeat(2_000) }, 'title'],
      [{ ...saw, title: 'a\ud800b' }, 'title'],
    ] as const
    for (const [input, field] of refusals) {
      const answer = turn(engine, 'need', input)
      assert.ok(!answer.done && 'refused' in answer)
      assert.equal(answer.field, field)
      assert.notEqual(answer.refused, '')
    }
    assert.equal(engine.read.list(need, {}, 'home').length, 0)
  },
)

test(
  'a refused form keeps what was sent, opens the page where the mistake is, and leads to the ' +
    'field',
  () => {
    const engine = open()
    const input = { ...saw, amount: '<script>alert(1)</script>', until: '2026-12-04', piste: 'yes' }
    const page =
      shown(engine, '/annonces/proposer', {
        again: { input, refused: fr.passed, field: 'until' },
      }) ?? ''
    assert.match(page, /name="stage" value="2"/)
    assert.match(page, /href="#f-until"/)
    assert.match(page, />\nPaul prête sa scie à ruban, chez lui</)
    assert.match(page, /&lt;script&gt;alert\(1\)/)
    assert.match(page, /name="piste" value="yes"/)
    assert.doesNotMatch(page, /<script>/)
  },
)

test('a visitor can’t say that their notice is closed, whom it is for, nor where it was noted', () => {
  const engine = open()
  turn(engine, 'need', { ...saw, state: 'closed', notedAt: newId(), from: newId(), removed: 'yes' })
  const [row] = engine.read.list(need, {}, 'home')
  assert.deepEqual([row?.state, row?.notedAt, row?.from], ['open', null, null])
})

test('*Un coup de main ?* opens the form of a helping hand; without it, the form of a need', () => {
  const engine = open()
  const hand = (query: Input) =>
    /name="hand" value="yes"/.test(shown(engine, '/annonces/chercher', { query }) ?? '')
  assert.equal(hand({ 'coup-de-main': '1' }), true)
  assert.equal(hand({}), false)
  const again = { input: saw, refused: 'x', field: 'title' }
  assert.match(
    shown(engine, '/annonces/chercher', { query: { 'coup-de-main': '1' }, again }) ?? '',
    /name="from" value="\/annonces\/chercher\?coup-de-main=1"/,
  )
  const door = offers.slots!.doors!(fr).find(one => one.words === fr.hand)
  assert.equal(door?.href, '/annonces/chercher?coup-de-main=1')
  turn(engine, 'need', { ...saw, hand: 'yes' }, 'keeper')
  assert.equal(engine.read.list(need)[0]?.hand, true)
})

test(
  'the examples of a form are what others wrote here, and are said to be examples when nobody ' +
    'wrote yet',
  () => {
    const engine = open()
    assert.match(
      text(shown(engine, '/annonces/proposer')),
      new RegExp(`${fr.forExample} .*${fr.offerExamples[0]}`),
    )
    bring(engine, 'offer', { ...saw, title: 'Nadia donne des pieds de rhubarbe' })
    const page = text(shown(engine, '/annonces/proposer'))
    assert.match(page, new RegExp(`${fr.written} .*Nadia donne`))
    assert.doesNotMatch(page, new RegExp(fr.offerExamples[1]!))
  },
)

test('in a territory of several communes the first page asks which one, and the list says it', () => {
  const engine = open()
  assert.match(shown(engine, '/annonces/proposer') ?? '', /<select[^>]*name="commune"/)
  bring(engine, 'offer', { ...saw, commune: '42313' })
  assert.match(text(shown(engine, '/annonces')), /Trelins, à .* depuis aujourd’hui/)
})

test('a lead says that nothing is promised, with the person’s name when it is known', () => {
  const engine = open()
  turn(engine, 'offer', { ...saw, piste: 'yes' }, 'keeper')
  assert.match(text(shown(engine, '/annonces')), /à voir avec Paul, rien n’est promis/)
  const id = engine.read.list(offer)[0]!.id
  assert.match(
    text(shown(engine, '/annonces/:id', { params: { id } })),
    /À voir avec Paul, rien n’est promis\./,
  )
})

test('past its day or closed, a notice leaves the lists, and its page stays and says so', () => {
  const engine = open()
  const past = bring(engine, 'offer', { ...saw, until: '2026-12-04' })
  const last = bring(engine, 'need', { ...saw, title: 'Lucie cherche', until: TODAY })
  const list = shown(engine, '/annonces') ?? ''
  assert.doesNotMatch(list, /Paul prête/)
  assert.match(list, /Lucie cherche/)
  assert.match(
    text(shown(engine, '/annonces/:id', { params: { id: past } })),
    /Cette annonce valait jusqu’au 4 décembre\. Elle n’est plus dans les listes\./,
  )
  assert.ok(turn(engine, 'close', { id: last }, 'keeper').done)
  assert.doesNotMatch(shown(engine, '/annonces') ?? '', /Lucie cherche/)
  assert.match(
    text(shown(engine, '/annonces/:id', { params: { id: last } })),
    /C’est fini\u00a0: cette annonce|C’est fini : cette annonce/,
  )
})

test('only the keeper closes a notice, and only one that is there', () => {
  const engine = open()
  const id = bring(engine, 'need', saw)
  assert.equal(turn(engine, 'close', { id }).done, false)
  assert.equal(engine.read.one(need, id)?.state, null)
  const answer = turn(engine, 'close', { id: newId() }, 'keeper')
  assert.ok(!answer.done && 'refused' in answer && answer.refused === fr.nothingThere)
  assert.match(
    shown(engine, '/annonces/:id', { params: { id }, by: 'keeper' }) ?? '',
    /action="\/annonces\/fermer"/,
  )
  assert.doesNotMatch(shown(engine, '/annonces/:id', { params: { id } }) ?? '', /fermer/)
})

test(
  'the list answers to kind, theme and commune, newest first, and its pages hold every notice ' +
    'once',
  () => {
    const engine = open()
    const theme = newId()
    for (let i = 0; i < 20; i++)
      bring(engine, 'offer', {
        ...saw,
        title: `offre ${i}`,
        ...(i === 3 ? { themes: [theme], commune: '42313' } : {}),
      })
    for (let i = 0; i < 20; i++)
      bring(engine, 'need', { ...saw, title: `besoin ${i}`, hand: i === 7 })
    const titles = (query: Input = {}) =>
      [...(shown(engine, '/annonces', { query }) ?? '').matchAll(/<h3[^>]*><a [^>]*>([^<]*)/g)].map(
        m => m[1]!,
      )
    const both = [...titles(), ...titles({ page: '2' })]
    assert.equal(both.length, 40)
    assert.equal(new Set(both).size, 40)
    assert.equal(both[0], 'besoin 19')
    assert.deepEqual(titles({ genre: 'propose' }).length, 20)
    assert.deepEqual(titles({ genre: 'coup-de-main' }), ['besoin 7'])
    assert.deepEqual(titles({ themes: theme }), ['offre 3'])
    assert.deepEqual(titles({ commune: '42313', genre: 'propose' }), ['offre 3'])
    assert.equal(titles({ genre: "'; DROP TABLE offer; --" }).length, 30)
    assert.deepEqual(titles({ themes: '%' }), [])
  },
)

test('the lists show exactly the notices that are neither closed nor past', () => {
  const engine = open()
  const days = [undefined, '2026-12-04', TODAY, '2026-12-06']
  const states = [undefined, 'firm', 'lead', 'closed', 'a state of a later version']
  const rows = days.flatMap(until =>
    states.map(state => ({ ...saw, ...(until ? { until } : {}), ...(state ? { state } : {}) })),
  )
  const ids = new Map(
    rows.map((row, i) => [bring(engine, 'offer', { ...row, title: `n ${i}` }), row]),
  )
  const page = shown(engine, '/annonces', { query: { genre: 'propose' } }) ?? ''
  for (const [id, row] of ids) {
    const stands =
      !isClosed({ state: row.state ?? null }) && !isPast({ until: row.until ?? null }, TODAY)
    assert.equal(page.includes(`/annonces/${id}"`), stands, JSON.stringify(row))
  }
})

test(
  'what comes from an old meeting is never fresh: after the others, by its own day, which it ' +
    'says',
  () => {
    const meeting = recordType({
      name: 'meeting',
      title: 'title',
      fields: { title: { kind: 'text' }, date: { kind: 'day' } },
    })
    const notes = brick({
      name: 'notes',
      records: [meeting],
      commands: [],
      pages: [],
      words: { fr: words, en: words },
    })
    const engine = openEngine([offers, neighbours, notes], newBox())
    const at = (date: string) => bring(engine, 'meeting', { title: 'Soirée', date })
    const [old, older, lately] = ['2014-03-12', '2013-05-02', '2026-11-20'].map(at)
    for (const type of ['offer', 'need']) bring(engine, type, { ...saw, title: `${type} nouveau` })
    for (const [i, notedAt] of [old, older, lately].entries())
      for (const type of ['offer', 'need'])
        bring(engine, type, { ...saw, title: `${type} ${i}`, notedAt })
    bring(engine, 'offer', {
      ...saw,
      title: 'offer redit',
      notedAt: older,
      renewedOn: '2026-11-30',
    })
    const titles = (markup: string) =>
      [...markup.matchAll(/<h3[^>]*><a [^>]*>([^<]*)/g)].map(m => m[1])
    const [offered, wanted] = homeOf(engine).map(one => (one.body as Html).html)
    assert.deepEqual(titles(offered!), ['offer redit', 'offer 2', 'offer nouveau'])
    assert.deepEqual(titles(wanted!), ['need 2', 'need nouveau', 'need 0'])
    assert.match(text(wanted), /need 0 dit en réunion le 12 mars 2014/)
    assert.doesNotMatch(offered!, /réunion/)
    const list = (query: Input) => titles(shown(engine, '/annonces', { query }) ?? '')
    assert.deepEqual(list({ genre: 'propose' }), [
      'offer redit',
      'offer 2',
      'offer nouveau',
      'offer 0',
      'offer 1',
    ])
    assert.deepEqual(list({}).slice(-4), ['need 0', 'offer 0', 'need 1', 'offer 1'])
    assert.equal(new Set(list({})).size, 9)
  },
)

test('every notice of old meetings stands once in the pages of a list, after the others', () => {
  const meeting = recordType({
    name: 'meeting',
    title: 'title',
    fields: { title: { kind: 'text' }, date: { kind: 'day' } },
  })
  const notes = brick({
    name: 'notes',
    records: [meeting],
    commands: [],
    pages: [],
    words: { fr: words, en: words },
  })
  const engine = openEngine([offers, neighbours, notes], newBox())
  const notedAt = bring(engine, 'meeting', { title: 'Soirée', date: '2014-03-12' })
  for (let i = 0; i < 80; i++)
    bring(engine, i % 3 === 0 ? 'need' : 'offer', {
      ...saw,
      title: `n ${i}`,
      ...(i < 40 ? { notedAt } : {}),
    })
  const titles = ['1', '2', '3'].flatMap(page =>
    [
      ...(shown(engine, '/annonces', { query: { page } }) ?? '').matchAll(
        /<h3[^>]*><a [^>]*>n (\d+)/g,
      ),
    ].map(m => Number(m[1])),
  )
  assert.deepEqual(titles, [
    ...Array.from({ length: 40 }, (_, i) => 79 - i),
    ...Array.from({ length: 40 }, (_, i) => 39 - i),
  ])
})

test('the list says of each notice since when, and words typed above it choose', () => {
  const engine = open()
  const id = idFrom(Date.parse('2026-07-01T09:00:00Z'), chance())
  assert.ok(
    turn(
      engine,
      'plain.bring',
      { records: JSON.stringify([{ type: 'offer', id, fields: saw }]) },
      'keeper',
    ).done,
  )
  bring(engine, 'offer', { ...saw, title: 'Une échelle' })
  const said = text(shown(engine, '/annonces'))
  assert.match(said, /chez lui on propose depuis cinq mois/)
  assert.match(said, /depuis aujourd’hui/)
  assert.equal(said.split('depuis').length, 3)
  const chosen = text(shown(engine, '/annonces', { query: { mot: 'echelles' } }))
  assert.ok(chosen.includes('Une échelle') && !chosen.includes('Paul prête'))
})

test('two notices that were joined are one in the list', () => {
  const engine = open()
  const ids = [bring(engine, 'offer', saw), bring(engine, 'offer', saw)]
  bring(engine, 'join', { these: ids })
  assert.equal((shown(engine, '/annonces') ?? '').split('Paul prête').length - 1, 1)
  assert.match(shown(engine, '/annonces') ?? '', new RegExp(fr.found(1)))
})

test('how far is said beside another commune, not beside the village’s own', () => {
  const engine = open()
  bring(engine, 'need', { ...saw, commune: '42313' })
  bring(engine, 'offer', { ...saw, commune: '42195' })
  const list = text(shown(engine, '/annonces'))
  assert.match(list, /Trelins, à 4 km/)
  assert.doesNotMatch(list, /Sail-sous-Couzan, à/)
})

test(
  'who said so is told with the day; without the brick that takes such words, no door leads ' +
    'to it',
  () => {
    const engine = open()
    const id = bring(engine, 'offer', saw)
    bring(engine, 'confirmation', {
      about: id,
      says: 'yes',
      who: 'Malo',
      withWhom: 'Anaïs',
      on: '2026-11-12',
    })
    bring(engine, 'confirmation', {
      about: id,
      says: 'changed',
      who: 'Rosa',
      said: 'le <b>lundi</b>',
    })
    const page = shown(engine, '/annonces/:id', { params: { id } }) ?? ''
    assert.match(page, /Malo en a reparlé avec Anaïs le 12 novembre\./)
    assert.match(page, /Rosa a dit un jour que cela a changé.*&lt;b&gt;lundi/)
    assert.match(page, new RegExp(`href="/a-confirmer\\?annonce=${id}"`))
    const alone = open(false)
    const there = bring(alone, 'offer', saw)
    assert.doesNotMatch(
      shown(alone, '/annonces/:id', { params: { id: there } }) ?? '',
      /a-confirmer/,
    )
  },
)

test('an act that a later version names is said as a word of somebody', () => {
  const line = { says: 'toString', who: null, withWhom: null, said: null, on: null }
  assert.equal(saidLine(line, { lang: 'fr', today: TODAY }, fr), 'Quelqu’un l’a confirmé un jour.')
})

test('without any other brick the pages, the form and the turn still answer', () => {
  const engine = open(false)
  const answer = turn(engine, 'offer', saw)
  assert.ok(answer.done)
  assert.match(answer.said ?? '', new RegExp(fr.keeper))
  assert.match(shown(engine, '/annonces') ?? '', new RegExp(fr.empty.slice(0, 20)))
  assert.equal(shown(engine, '/annonces/:id', { params: { id: newId() } }), undefined)
})

test('an English reader reads the same pages in English', () => {
  const engine = open()
  bring(engine, 'need', { ...saw, hand: true, commune: '42313' })
  assert.match(text(shown(engine, '/annonces', { lang: 'en' })), /a helping hand/)
  assert.equal(homeOf(engine, 'en')[0]?.title, en.wanted)
})

test('a notice without a title or with markup in every field breaks no page', () => {
  const engine = open()
  const nasty = '<img src=x onerror=alert(1)>"\'&'
  const id = bring(engine, 'offer', {
    title: nasty,
    who: nasty,
    reach: nasty,
    detail: nasty,
    where: nasty,
    amount: nasty,
    against: nasty,
    commune: '99999',
  })
  const bare = bring(engine, 'need', { hand: true })
  for (const page of [
    shown(engine, '/annonces'),
    shown(engine, '/annonces/:id', { params: { id } }),
    shown(engine, '/annonces/:id', { params: { id: bare } }),
    (homeOf(engine)[0]!.body as Html).html,
  ])
    assert.doesNotMatch(page ?? '<img src', /<img src/)
})

const anais = { by: 'neighbour', me: newId() } as const

test('a known person’s notice shows at once; they say it again or close it, and nobody else may', () => {
  const engine = open()
  const answer = turn(engine, 'offer', { ...saw, title: 'je prête ma scie' }, 'neighbour', anais.me)
  assert.ok(answer.done)
  const [row] = engine.read.list(offer)
  assert.equal(row?.title, 'Paul\u00a0: «\u00a0je prête ma scie\u00a0»')
  assert.equal(row?.mode, 'lend')
  assert.equal(engine.read.one(offer, row!.id, 'home')?.author, anais.me)
  for (const command of ['renew', 'close']) {
    const refused = turn(engine, command, { id: row!.id }, 'neighbour', newId())
    assert.ok(!refused.done && 'refused' in refused && refused.refused === fr.notYours)
  }
  assert.ok(turn(engine, 'renew', { id: row!.id }, 'neighbour', anais.me).done)
  assert.equal(engine.read.one(offer, row!.id)?.renewedOn, TODAY)
  assert.ok(turn(engine, 'close', { id: row!.id }, 'neighbour', anais.me).done)
  assert.equal(engine.read.one(offer, row!.id)?.state, 'closed')
})

test('asked for more, nothing is written and what was understood is proposed', () => {
  const engine = open()
  const input = {
    title: 'je prête mon étau mardi à Trelins',
    who: 'Paul',
    reachBy: 'relay',
    through: 'par Kwan, au bar',
    plus: '1',
  }
  assert.deepEqual(turn(engine, 'offer', input), { done: false, asks: 'more' })
  assert.equal(engine.read.list(offer, {}, 'home').length, 0)
  const page = shown(engine, '/annonces/proposer', { again: { input, asks: 'more' } }) ?? ''
  assert.match(page, />\nje prête mon étau mardi à Trelins</)
  assert.match(page, /value="lend" checked/)
  assert.match(page, /value="2026-12-08"/)
  assert.match(page, /value="42313" selected/)
  assert.match(page, /name="through" value="par Kwan, au bar"/)
})

test('a ride of which nobody said the day is asked for it once, in one kind question', () => {
  const ride = { ...saw, who: 'Rosa', title: 'je descends à Boën' }
  const asked = turn(open(), 'offer', ride)
  assert.ok(!asked.done && 'refused' in asked && asked.field === 'chaque')
  const said = (more: Input) => {
    const engine = open()
    const answer = turn(engine, 'offer', { ...ride, trajet: 'demande', ...more })
    assert.ok(answer.done, JSON.stringify(answer))
    const [row] = engine.read.list(offer, { limit: 1, order: 'id DESC' }, 'home')
    return [row?.mode, row?.until, row?.rideDays, row?.rideTo]
  }
  assert.deepEqual(said({ until: '2026-12-09' }), ['ride', '2026-12-09', null, 'Boën'])
  assert.deepEqual(said({ chaque: ['TU', 'FR'] }), [
    'ride',
    null,
    'FREQ=WEEKLY;BYDAY=TU,FR',
    'Boën',
  ])
  assert.deepEqual(said({ chaque: 'MO', rythme: 'm-1' }), [
    'ride',
    null,
    'FREQ=MONTHLY;BYDAY=-1MO',
    'Boën',
  ])
  assert.deepEqual(said({}), ['ride', null, null, 'Boën'])
  assert.deepEqual(said({ trajet: ['non', 'demande'] }), [null, null, null, null])
})

test('a weekly ride is written by its sentence alone, and has no last day', () => {
  const engine = open()
  const title = 'je descends à Trelins tous les jeudis à 8 h, il me reste deux places'
  assert.ok(turn(engine, 'offer', { ...saw, who: 'Rosa', title }).done)
  const [row] = engine.read.list(offer, { limit: 1 }, 'home')
  assert.deepEqual(
    [row?.mode, row?.until, row?.rideDays, row?.rideSince, row?.rideAt, row?.rideSeats],
    ['ride', null, 'FREQ=WEEKLY;BYDAY=TH', '2026-12-10', '08:00', 2],
  )
})

test('room, a parking place and a place at the nursery are no rides, and never refused', () => {
  const engine = open()
  for (const title of [
    'j’ai de la place dans ma grange',
    'je cherche une place pour garer ma caravane',
    'une place en crèche',
    'mettre en route le motoculteur',
  ]) {
    assert.ok(turn(engine, 'need', { ...saw, title }).done, title)
    assert.notEqual(engine.read.list(need, { limit: 1, order: 'id DESC' }, 'home')[0]?.mode, 'ride')
  }
})

test(
  'a ride dies the same day; another notice is asked again after three months, and goes by ' +
    'itself never',
  () => {
    const engine = open()
    turn(
      engine,
      'offer',
      { ...saw, title: 'je descends à Boën demain, une place', who: 'Rosa' },
      'keeper',
    )
    assert.equal(engine.read.list(offer)[0]?.until, '2026-12-06')
    const old = bring(engine, 'offer', {
      title: 'Malo donne des bocaux',
      reach: 'au local',
      renewedOn: '2026-08-01',
      state: 'firm',
    })
    const page = shown(engine, '/annonces/a-redire', { by: 'keeper' }) ?? ''
    assert.match(page, /Malo donne des bocaux/)
    assert.doesNotMatch(page, /Rosa/)
    assert.match(shown(engine, '/annonces') ?? '', /Malo donne des bocaux/)
    turn(engine, 'renew', { id: old }, 'keeper')
    assert.doesNotMatch(shown(engine, '/annonces/a-redire', { by: 'keeper' }) ?? '', /Malo donne/)
  },
)

test('a weekly ride is asked again each season, and stands in the lists all the while', () => {
  const engine = open()
  const weekly = {
    title: 'Odile descend à Trelins tous les jeudis',
    reach: 'au local',
    mode: 'ride',
    rideDays: 'FREQ=WEEKLY;BYDAY=TH',
    rideSince: '2026-01-08',
    state: 'firm',
  }
  const old = bring(engine, 'offer', { ...weekly, renewedOn: '2026-08-01' })
  const asked = () => shown(engine, '/annonces/a-redire', { by: 'keeper' }) ?? ''
  assert.match(asked(), /Odile descend/)
  assert.match(shown(engine, '/annonces') ?? '', /Odile descend/)
  bring(engine, 'confirmation', { about: old, says: 'yes', who: 'Malo', on: '2026-12-01' })
  assert.doesNotMatch(asked(), /Odile descend/)
})

test('what was spotted is shown nowhere until its owner says yes, and then in their words', () => {
  const engine = open()
  turn(
    engine,
    'spot',
    { title: 'Terrain à l’abandon derrière le lavoir', where: 'au lavoir' },
    'neighbour',
    anais.me,
  )
  assert.equal(engine.read.count(offer), 0)
  assert.doesNotMatch(shown(engine, '/annonces') ?? '', /lavoir/)
  const [spotted] = engine.read.list(offer, {}, 'home')
  turn(
    engine,
    'ownerAgrees',
    { id: spotted!.id, title: 'Je prête mon terrain du lavoir', who: 'Odile', reach: 'par Malo' },
    'keeper',
  )
  assert.deepEqual(
    engine.read.list(offer).map(row => [row.title, row.where, row.state]),
    [['Odile\u00a0: «\u00a0Je prête mon terrain du lavoir\u00a0»', 'au lavoir', 'firm']],
  )
  assert.equal(engine.read.one(offer, spotted!.id, 'home')?.state, 'closed')
})

test('taken off the page with a reason: its author may read why, nobody else can', () => {
  const engine = open()
  const title = 'je prête ma scie à ruban, chez moi'
  turn(engine, 'offer', { ...saw, title, accord: 'voisins' }, 'neighbour', anais.me)
  const { id } = engine.read.list(offer)[0]!
  const silent = turn(engine, 'hide', { id }, 'keeper')
  assert.ok(!silent.done && 'field' in silent && silent.field === 'why')
  assert.ok(turn(engine, 'hide', { id, why: 'deux fois la même annonce' }, 'keeper').done)
  assert.equal(engine.read.one(offer, id), undefined)
  assert.equal(engine.read.one(offer, id, 'home')?.hiddenWhy, 'deux fois la même annonce')
  assert.equal(shown(engine, '/annonces/:id', { params: { id } }), undefined)
})

test('a slip that the keeper keys says who wrote it', () => {
  const engine = open()
  bring(engine, 'territory', { name: 'Sail', keptBy: 'Anaïs et Malo' })
  assert.ok(
    turn(
      engine,
      'keySlip',
      { kind: 'need', title: 'je cherche des bocaux', who: 'Odile', reach: 'au local' },
      'keeper',
    ).done,
  )
  assert.deepEqual(
    engine.read.list(need).map(row => [row.title, row.toldTo]),
    [['Odile\u00a0: «\u00a0je cherche des bocaux\u00a0»', 'Anaïs et Malo']],
  )
})

test(
  'a sentence that its first name makes too long is refused on its field and comes back; what ' +
    'is thanked for is on the page',
  () => {
    const engine = open()
    const sent = {
      title: 'donne de la laine, '.repeat(13).slice(0, 240),
      who: 'Marie-Capucine'.repeat(5).slice(0, 67),
      reach: 'au bar',
    }
    const slip = { ...sent, kind: 'need', papier: 'annonces', accord: 'ici' }
    const ride = {
      ...sent,
      papier: 'trajets',
      accord: 'ici',
      until: '2026-12-08',
      vers: sent.title,
    }
    const all = [
      ['offer', sent, 'title'],
      ['need', sent, 'title'],
      ['keySlip', slip, 'title'],
      ['keySlip', ride, 'vers'],
    ] as const
    for (const [command, input, field] of all) {
      const answer = turn(engine, command, input, 'keeper')
      assert.ok(!answer.done && 'refused' in answer, command)
      assert.equal(answer.field, field)
      assert.match(answer.refused ?? '', /plus de 300 lettres/)
      const path =
        command === 'keySlip'
          ? '/annonces/saisie'
          : command === 'offer'
            ? '/annonces/proposer'
            : '/annonces/chercher'
      const query = 'papier' in input ? { papier: input.papier } : {}
      const back =
        shown(engine, path, {
          by: 'keeper',
          query,
          again: { input, refused: answer.refused!, field },
        }) ?? ''
      assert.ok(back.includes(sent.title.slice(0, 200)) && back.includes(`f-${field}`), command)
    }
    const told = [
      { ...sent, title: sent.title.slice(0, 220) },
      { ...sent, title: 'donne de la laine, '.repeat(16).slice(0, 300), who: '' },
    ]
    for (const input of told) assert.ok(turn(engine, 'offer', input, 'keeper').done)
    assert.deepEqual(
      engine.read.list(offer).map(row => (row.title ?? '').length > 200),
      [true, true],
    )
  },
)
