import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import type { OpenEngine } from '../../../tests/support/open-engine.ts'
import { openEngine } from '../../../tests/support/open-engine.ts'
import { sourceOf } from '../../../tests/support/page-source.ts'
import { isShort, testOnce } from '../../../tests/support/pass.ts'
import { runBatch } from '../../../tests/support/turns.ts'
import { bricks } from '../../app/bricks.ts'
import type { Html } from '../../contract/html.ts'
import type { Paper, PrintBlock } from '../../contract/paper.ts'
import type { Who } from '../../contract/permission.ts'
import type { Input } from '../../core/form/input.ts'
import { idFrom } from '../../core/id.ts'
import type { Lang } from '../../core/lang.ts'
import { newBox } from '../../log/box.ts'
import { fitted, setPaper } from '../../paper/typeset.ts'
import { kitFor } from '../../web/pages/kit.ts'
import { toFile } from '../../web/print/print-file.ts'
import { toPrint } from '../../web/print/prints.ts'
import { homeOf } from '../../web/records/home.ts'
import { diagnosis } from './brick.ts'
import { FEWEST } from './model/rules.ts'
import { en } from './words/en.ts'
import { fr } from './words/fr.ts'

const TODAY = '2026-12-05'
const NOW = Date.parse(`${TODAY}T09:00:00Z`)
let drawn = 0
const newId = (day = TODAY): string =>
  idFrom(
    Date.parse(`${day}T09:00:00Z`),
    Uint8Array.from({ length: 10 }, (_, i) => (i > 7 ? (drawn++ >> (8 * (9 - i))) & 255 : 0)),
  )

const COMMUNES = [
  ['42195', 'Sail-sous-Couzan', 997, [45.7363, 3.9613]],
  ['42019', 'Boën-sur-Lignon', 3001, [45.7508, 4.0084]],
  ['42313', 'Trelins', 682, [45.725, 4.0012]],
  ['42164', 'Palogneux', 69, [45.7429, 3.9261]],
] as const
type Fields = Readonly<Record<string, unknown>>
type Made = Readonly<{ type: string; fields: Fields; id?: string }>

function bring(engine: OpenEngine, all: readonly Made[]): readonly string[] {
  const records = all.map(({ type, fields, id }) => ({ type, id: id ?? newId(), fields }))
  const answer = turn(engine, 'plain.bring', { records: JSON.stringify(records) })
  assert.equal(answer.done, true, JSON.stringify(answer))
  return records.map(one => one.id)
}

function turn(engine: OpenEngine, command: string, input: Input, by: Who = 'keeper') {
  const [brick = '', name = ''] = command.split('.')
  const clock = { now: () => NOW + drawn, sure: true, today: () => TODAY }
  return runBatch(engine, [{ brick, command: name, input, by, id: newId(), lang: 'fr' }], clock)[0]!
}

function village(): OpenEngine {
  const engine = openEngine(bricks, newBox())
  const keptBy = 'Anaïs et Malo, au local le mercredi'
  const territory = {
    name: 'Sail et alentours',
    village: '42195',
    communes: COMMUNES.map(([code]) => code),
    keptBy,
    reach: '06 39 98 41 07',
  }
  bring(engine, [
    { type: 'territory', fields: territory },
    ...COMMUNES.map(([code, name, population, point]) => ({
      type: 'commune',
      fields: { code, name, population, point },
    })),
  ])
  return engine
}

const siteOf = (engine: OpenEngine) =>
  sourceOf(engine, { now: () => NOW + drawn, today: () => TODAY })
function page(
  engine: OpenEngine,
  path: string,
  more: Partial<{ by: Who; query: Input; params: Record<string, string>; lang: Lang }> = {},
): string {
  const { by = 'visitor', query = {}, params = {}, lang = 'fr' } = more
  const shown = diagnosis.pages.find(one => one.path === path)
  const kit = kitFor(siteOf(engine), { path, query, params, lang, by })
  return (
    (shown?.show(kit, engine.read, diagnosis.words[lang])?.body as Html | undefined)?.html ?? ''
  )
}
function printed(engine: OpenEngine, query: Input = {}): Paper {
  const made = toPrint(siteOf(engine), 'rapport', undefined, { query, lang: 'fr', by: 'visitor' })
  assert.ok('paper' in made)
  return made.paper
}
function file(engine: OpenEngine, form: 'html' | 'csv', query: Input = {}): string {
  const made = toFile(
    siteOf(engine),
    { kind: 'rapport', id: undefined, form },
    {
      query,
      lang: 'fr',
      by: 'visitor',
    },
  )
  assert.ok('text' in made)
  return made.text
}
const saidIn = (paper: Paper): string => JSON.stringify(paper).replaceAll('\\"', '"')

const REQUEST = {
  title: 'Peut-on chauffer le local le mercredi ?',
  who: 'le groupe du local',
  reach: 'au local, le mercredi',
  why: 'À huit degrés, on ne reste pas.',
  costCents: '900',
  council: 'commune',
  whichCouncil: 'conseil municipal de Sail',
}
/** A request as the keeper's form carries it; its id, and its code as it is said. */
function carried(engine: OpenEngine, more: Input = {}): Readonly<{ id: string; code: string }> {
  const answer = turn(engine, 'diagnosis.carryRequest', { ...REQUEST, ...more })
  assert.ok(answer.done, JSON.stringify(answer))
  return {
    id: answer.next?.split('/').at(-1) ?? '',
    code: /: ([^:]*)\.$/.exec(answer.said ?? '')?.[1] ?? '',
  }
}
const answerTo = (engine: OpenEngine, id: string, more: Input = {}, by: Who = 'keeper') =>
  turn(
    engine,
    'diagnosis.noteAnswer',
    {
      id,
      says: 'yes',
      saying: 'Avec un cahier.',
      council: 'conseil municipal de Sail',
      on: TODAY,
      ...more,
    },
    by,
  )

testOnce(
  'a request goes out on the sheet with its boxes and its code, comes back ticked, and shows',
  () => {
    const engine = village()
    assert.ok(
      page(engine, '/demandes-aux-elus').includes(
        fr.requestsNone('Anaïs et Malo, au local le mercredi'),
      ),
    )
    const { id, code } = carried(engine)
    const sheet = saidIn(printed(engine))
    for (const said of [REQUEST.title, code, REQUEST.who, '900', ...fr.ticks, fr.codeSays])
      assert.ok(sheet.includes(said), said)
    const opened = page(engine, '/demandes-aux-elus/code', {
      by: 'keeper',
      query: { code: ` ${code.replaceAll('\u00a0', '').toUpperCase()} ` },
    })
    assert.ok(
      opened.includes(`/demandes-aux-elus/${id}/repondre`) &&
        opened.includes('value="conseil municipal de Sail"'),
    )
    assert.ok(
      page(engine, '/demandes-aux-elus/code', {
        by: 'keeper',
        query: { code: 'papier 11 11' },
      }).includes(fr.noSuchCode),
    )
    assert.equal(answerTo(engine, id, {}, 'visitor').done, false)
    assert.equal(answerTo(engine, id).done, true)
    assert.ok(
      page(engine, '/demandes-aux-elus/:id', { params: { id } }).includes('Avec un cahier.'),
    )
    const slots = diagnosis.slots
    const kit = kitFor(siteOf(engine), { path: '/', lang: 'fr', by: 'visitor' })
    assert.equal(slots?.home?.(kit, engine.read, fr)[0]?.title, fr.homeCommune)
    assert.deepEqual(
      slots?.done?.(kit, engine.read, fr).map(one => [one.day, one.href]),
      [[TODAY, `/demandes-aux-elus/${id}`]],
    )
    const next = printed(engine)
    assert.ok(saidIn(next).includes('Avec un cahier.') && saidIn(next).includes(fr.noQuestion))
    assert.ok(
      !next.blocks.some(
        one => one.is === 'kept' && one.blocks.some(block => block.is === 'blanks'),
      ),
    )
  },
)

testOnce(
  'on the first page an answer stands once: as news of who answered, then among what was done',
  () => {
    const engine = village()
    const { id } = carried(engine)
    answerTo(engine, id, { on: TODAY })
    const home = (today: string): string => {
      const kit = kitFor(
        { ...siteOf(engine), today: () => today, now: () => Date.parse(`${today}T09:00:00Z`) },
        { path: '/', lang: 'fr', by: 'visitor' },
      )
      return (homeOf(engine.bricks).show(kit, engine.read).body as Html).html
    }
    const times = (text: string) => text.split(`/demandes-aux-elus/${id}"`).length - 1
    const [now, later] = [home(TODAY), home('2027-03-01')]
    assert.equal(times(now), 1)
    assert.ok(now.includes(fr.homeCommune) && !later.includes(fr.homeCommune))
    assert.equal(times(later), 1)
  },
)

testOnce(
  'one question stands on the first side: the one that the keeper chose, else the oldest; ' +
    'later on is still open',
  () => {
    const engine = village()
    const first = carried(engine)
    carried(engine, { title: 'La navette peut-elle s’arrêter ici ?' })
    const question = () => saidIn(printed(engine)).indexOf(fr.question)
    const asked = (title: string) => saidIn(printed(engine)).indexOf(title) > question()
    assert.ok(question() > 0 && asked(REQUEST.title))
    const chosen = carried(engine, {
      title: 'Le pain peut-il venir le jeudi ?',
      first: '1',
      asked: 'first',
    })
    const reach = () => printed(engine).blocks.find(one => one.is === 'reach')
    assert.ok(JSON.stringify(reach()).includes('Le pain'))
    answerTo(engine, chosen.id, { says: 'no' })
    assert.ok(JSON.stringify(reach()).includes(REQUEST.title))
    answerTo(engine, first.id, { says: 'later' })
    assert.ok(JSON.stringify(reach()).includes(REQUEST.title))
    const future = answerTo(engine, first.id, { on: '2027-01-01' })
    assert.equal('refused' in future && future.refused, fr.future)
  },
)

/** Each table of an output as it stands there: its heads, its lines. */
type Read = Readonly<{ heads: readonly string[]; rows: readonly (readonly string[])[] }>
const plain = (markup: string): string => markup.replace(/<[^>]*>/g, '').replaceAll('&#39;', "'")
const inHtml = (text: string): readonly Read[] =>
  [...text.matchAll(/<table>[\s\S]*?<\/table>/g)].map(([table]) => {
    const [heads = [], ...rows] = [...table.matchAll(/<tr>([\s\S]*?)<\/tr>/g)].map(
      ([, line = '']) =>
        [...line.matchAll(/<t[hd][^>]*>([\s\S]*?)<\/t[hd]>/g)].map(([, cell = '']) => plain(cell)),
    )
    return { heads, rows }
  })
const blocksIn = (blocks: readonly PrintBlock[]): readonly PrintBlock[] =>
  blocks.flatMap(one => [
    one,
    ...(one.is === 'kept'
      ? blocksIn(one.blocks)
      : one.is === 'beside'
        ? one.columns.flatMap(blocksIn)
        : []),
  ])
const inPaper = (paper: Paper): readonly Read[] =>
  blocksIn(paper.blocks).flatMap(one =>
    one.is === 'table'
      ? [
          {
            heads: one.columns.map(column => column.head),
            rows: one.rows.map(row => row.map(String)),
          },
        ]
      : [],
  )
const inCsv = (text: string): readonly Read[] =>
  text
    .slice(1)
    .split(/\r\n\r\n/)
    .map(part => {
      const [, heads = [], ...rows] = parse(part, {
        delimiter: ';',
        relax_column_count: true,
      }) as string[][]
      return { heads, rows }
    })
const PEOPLE: readonly string[] = [
  fr.short['directory.people'],
  fr.short['offers.offers'],
  fr.short['offers.needs'],
  fr.short['deals.done'],
  fr.short.difficulties,
]

/** For each commune and each head about people, what its cell says. */
function peopleCells(
  all: readonly Read[],
): readonly (readonly [commune: string, head: string, cell: string])[] {
  return all
    .filter(({ heads }) => heads[0] === fr.commune)
    .flatMap(({ heads, rows }) =>
      rows.flatMap(row =>
        row.flatMap((cell, i) =>
          PEOPLE.includes(heads[i] ?? '') ? [[row[0] ?? '', heads[i] ?? '', cell] as const] : [],
        ),
      ),
    )
}

const counts = fc.array(fc.nat(5), { minLength: COMMUNES.length, maxLength: COMMUNES.length })
testOnce(
  'law: no count of people nor of difficulties under three by commune, on the page, in the ' +
    'table, on paper, in the file; places always',
  () => {
    fc.assert(
      fc.property(
        counts,
        counts,
        counts,
        counts,
        fc.boolean(),
        (people, offers, difficulties, places, recent) => {
          const engine = village()
          const each = (of: readonly number[], made: (code: string, n: number) => Made) =>
            COMMUNES.flatMap(([code], i) =>
              Array.from({ length: of[i] ?? 0 }, (_, n) => made(code, n)),
            )
          bring(engine, [
            ...each(people, (commune, n) => ({
              type: 'actor',
              fields: { name: `Qui ${n}`, kind: 'person', commune },
            })),
            ...each(offers, (commune, n) => ({
              type: 'offer',
              fields: { title: `Offre ${n}`, reach: 'au local', commune },
              id: newId('2026-06-01'),
            })),
            ...each(difficulties, commune => ({
              type: 'difficulty',
              fields: { theme: 'papers', commune, count: 1, on: '2026-11-20' },
            })),
            ...each(places, (commune, n) => ({
              type: 'place',
              fields: { name: `Lieu ${n}`, kind: 'hall', commune },
            })),
          ])
          const query = recent ? { depuis: '2026-11-01' } : {}
          const outputs = {
            page: inHtml(page(engine, '/diagnostic', { query })),
            file: inHtml(file(engine, 'html', query)),
            csv: inCsv(file(engine, 'csv', query)),
            paper: inPaper(printed(engine, { format: 'long', ...query })),
          }
          for (const [name, tables] of Object.entries(outputs)) {
            const cells = peopleCells(tables)
            assert.ok(cells.length >= PEOPLE.length, name)
            for (const [commune, head, cell] of cells)
              assert.ok(
                !/^\d+$/.test(cell) || Number(cell) >= FEWEST,
                `${name}: ${commune} ${head} ${cell}`,
              )
            const things = tables.find(({ heads }) => heads.includes(fr.perThousand))
            for (const [i, [, commune]] of COMMUNES.entries()) {
              const row = things?.rows.find(
                ([first = '']) => first === commune || first === fr.notYet(commune),
              )
              if ((places[i] ?? 0) > 0)
                assert.equal(row?.[2], String(places[i]), `${name}: ${commune}`)
            }
          }
          // The sheet of two sides tells of no commune what concerns people: it has no such table
          // at all.
          assert.deepEqual(peopleCells(inPaper(printed(engine, query))), [])
          const alone = file(engine, 'html', query).replaceAll(
            ' xmlns="http://www.w3.org/2000/svg"',
            '',
          )
          assert.ok(!/<script|https?:|href=|src=|@import|url\((?!data:|#)/.test(alone))
        },
      ),
      { numRuns: 8 },
    )
  },
)

testOnce(
  'a difficulty is a theme, a commune, a number and a day; it stays here, and a few are told ' +
    'in sum alone',
  () => {
    const engine = village()
    const note = (more: Input) =>
      turn(engine, 'diagnosis.noteDifficulty', {
        theme: 'papers',
        commune: '42195',
        count: '2',
        on: TODAY,
        ...more,
      })
    assert.equal(note({}).done, true)
    const shown = () =>
      page(engine, '/diagnostic') +
      file(engine, 'html') +
      saidIn(printed(engine)) +
      saidIn(printed(engine, { format: 'long' }))
    const papers = fr.types.difficulty.fields.theme.choices.papers
    assert.ok(!shown().includes(papers))
    assert.equal(note({ commune: '42019' }).done, true)
    assert.ok(shown().includes(fr.counted(papers, 4)))
    for (const wrong of ['0', '-1', '1,5', '501'])
      assert.equal(note({ count: wrong }).done, false, wrong)
    assert.equal(
      turn(
        engine,
        'diagnosis.noteDifficulty',
        { theme: 'papers', commune: '42195', count: '9', on: TODAY },
        'visitor',
      ).done,
      false,
    )
    assert.equal(engine.read.all('SELECT 1 FROM difficulty').length, 0)
    assert.equal(engine.read.all('SELECT 1 FROM difficulty_home').length, 2)
  },
)

testOnce(
  'of a page that is still empty nothing is made up: no commune, nothing confirmed, no ' +
    'meeting of another time',
  () => {
    const engine = openEngine(bricks, newBox())
    for (const text of [
      page(engine, '/diagnostic'),
      file(engine, 'html').replace(/base64,[^)]*/g, ''),
      saidIn(printed(engine)),
      saidIn(printed(engine, { format: 'long' })),
    ])
      for (const wrong of [fr.allVisited, fr.many.commune[0], fr.sure(0, 0, 0), 'undefined', 'NaN'])
        assert.ok(!text.includes(wrong), wrong)
    const long = printed(engine, { format: 'long' })
    assert.equal(saidIn(long).split(fr.nothingAsked).length, 2, 'said once')
    assert.ok(
      blocksIn(long.blocks).every(one => one.is !== 'table' || one.rows.length > 0),
      'heads over nothing',
    )
    const full = village()
    for (const date of ['2026-03-01', '2026-11-01'])
      bring(full, [{ type: 'meeting', fields: { title: 'Soirée', date, commune: '42195' } }])
    const plan = (query: Input) => page(full, '/diagnostic', { query }).split('id="plan"')[1] ?? ''
    assert.ok(plan({}).includes('1er mars') && !plan({ depuis: '2026-06-01' }).includes('1er mars'))
  },
)

testOnce(
  'computers that nobody went to see are not counted, and the report says that they wait',
  () => {
    const engine = village()
    bring(engine, [
      {
        type: 'access-point',
        fields: { name: 'À la mairie', computers: 5, toConfirm: true, commune: '42019' },
      },
    ])
    const text = page(engine, '/diagnostic')
    assert.ok(text.includes(fr.noComputers) && text.includes(fr.computersUnsure(1)))
  },
)

testOnce(
  'a commune where nothing happened is not yet visited, never empty: a list that was brought ' +
    'in is no visit',
  () => {
    const engine = village()
    const lists = COMMUNES.flatMap(([commune]) => [
      { type: 'place', fields: { name: `La salle ${commune}`, kind: 'hall', commune } },
      { type: 'actor', fields: { name: `Le club ${commune}`, kind: 'association', commune } },
    ])
    const [, , hall = ''] = bring(engine, lists)
    const all = COMMUNES.map(([, name]) => name)
    const text = page(engine, '/diagnostic')
    assert.ok(
      text.includes(fr.unvisited(4, all.join(', '), true)) &&
        text.includes(fr.heard(all.join(', '))) &&
        !text.includes('est allé voir dans'),
    )
    assert.ok(!text.includes('class="has"'), 'nothing is hatched')
    assert.ok(text.includes(fr.notYet('Trelins')), 'and what the list says stands in the table')
    bring(engine, [
      { type: 'meeting', fields: { title: 'Soirée', date: '2026-11-01', commune: '42195' } },
      { type: 'meeting', fields: { title: 'À venir', date: '2027-01-01', commune: '42164' } },
      { type: 'confirmation', fields: { about: hall, says: 'yes', on: '2026-11-02' } },
      { type: 'event', fields: { title: 'À venir', startsOn: '2026-12-24', commune: '42164' } },
    ])
    const after = page(engine, '/diagnostic')
    assert.ok(after.includes(fr.unvisited(2, 'Trelins, Palogneux', true)))
    assert.ok(after.includes(fr.seenIn(2, 4)))
    bring(engine, [
      { type: 'event', fields: { title: 'Fête', startsOn: '2026-10-01', commune: '42164' } },
    ])
    const noted = (n: number) =>
      turn(engine, 'diagnosis.noteDifficulty', {
        theme: 'papers',
        commune: '42313',
        count: String(n),
        on: TODAY,
      })
    assert.equal(noted(1).done, true)
    assert.ok(
      page(engine, '/diagnostic').includes(fr.unvisited(1, 'Trelins', true)),
      'one person alone is not told',
    )
    assert.equal(noted(2).done, true)
    assert.ok(page(engine, '/diagnostic').includes(fr.allVisited))
  },
)

testOnce(
  'what other boxes brought of other communes is theirs to tell: the whole counts what is here',
  () => {
    const engine = village()
    const place = (commune: string | null): Made => ({
      type: 'place',
      fields: { name: `Lieu ${commune}`, kind: 'hall', ...(commune ? { commune } : {}) },
    })
    bring(engine, [
      place('42195'),
      place(null),
      place('63001'),
      place('63001'),
      { type: 'request', fields: { title: 'Là-bas ?', commune: '63001' } },
    ])
    const [, ...lines] = inCsv(file(engine, 'csv'))[0]?.rows ?? []
    assert.deepEqual(
      lines.find(([words]) => words === 'lieux'),
      ['lieux', '2', ''],
    )
    assert.ok(!page(engine, '/diagnostic').includes('Là-bas'))
    turn(engine, 'diagnosis.keepReport', {})
    const [kept] = engine.read.all('SELECT figures FROM kept_report')
    assert.equal(
      (JSON.parse(String(kept?.['figures'])) as Record<string, number>)['directory.places'],
      2,
    )
  },
)

testOnce('a difficulty or an answer that was keyed wrong is taken off, and counts no more', () => {
  const engine = village()
  turn(engine, 'diagnosis.noteDifficulty', {
    theme: 'papers',
    commune: '42195',
    count: '40',
    on: TODAY,
  })
  const form = page(engine, '/diagnostic/difficulte', { by: 'keeper' })
  const id = /action="\/retirer">[\s\S]*?name="id" value="([0-9a-z]{26})"/.exec(form)?.[1] ?? ''
  assert.equal(turn(engine, 'plain.remove', { type: 'difficulty', id }).done, true)
  assert.ok(!page(engine, '/diagnostic').includes(fr.types.difficulty.fields.theme.choices.papers))
  const request = carried(engine).id
  answerTo(engine, request)
  const [answer] = engine.read.all('SELECT id FROM council_answer')
  assert.equal(
    turn(engine, 'plain.remove', { type: 'council-answer', id: String(answer?.['id']) }).done,
    true,
  )
  assert.ok(page(engine, '/demandes-aux-elus/:id', { params: { id: request } }).includes(fr.waits))
})

testOnce('what a diagnosis said is kept once a day, and the next says what changed since', () => {
  const engine = village()
  const place = (name: string): Made => ({
    type: 'place',
    fields: { name, kind: 'hall', commune: '42195' },
  })
  bring(engine, [
    place('La salle'),
    {
      type: 'kept-report',
      fields: { on: '2026-03-12', figures: JSON.stringify({ 'directory.places': 1 }) },
    },
  ])
  assert.ok(!page(engine, '/diagnostic').includes(fr.signed(1)))
  bring(engine, [place('Le four'), place('La halle')])
  const said = fr.grown('12 mars', fr.grownOf('lieux', fr.signed(2)))
  for (const text of [page(engine, '/diagnostic'), file(engine, 'html'), saidIn(printed(engine))])
    assert.ok(text.includes(said), said)
  assert.equal(
    turn(engine, 'diagnosis.keepReport', { figures: '{"directory.places":99}' }).done,
    true,
  )
  const again = turn(engine, 'diagnosis.keepReport', {})
  assert.equal('refused' in again && again.refused, fr.keptToday)
  const [kept] = engine.read.all('SELECT figures FROM kept_report WHERE "on" = ?', TODAY)
  assert.equal(
    (JSON.parse(String(kept?.['figures'])) as Record<string, number>)['directory.places'],
    3,
  )
})

testOnce(
  'for a spreadsheet a figure is a number or nothing, words stand in a column of their own, ' +
    'and a part says of what',
  () => {
    const engine = village()
    const places = ['Un', 'Deux', 'Trois'].map(name => ({
      type: 'place',
      fields: { name, commune: '42195', kind: 'hall' },
    }))
    const [, , last = ''] = bring(engine, places)
    bring(engine, [
      { type: 'initiative', fields: { title: 'Four', state: 'paused', commune: '42195' } },
    ])
    bring(engine, [
      { type: 'access-point', fields: { name: 'Poste', computers: 1, commune: '42195' } },
    ])
    bring(engine, [{ type: 'actor', fields: { name: 'Malo', kind: 'person', commune: '42195' } }])
    const then = { 'directory.places': 4, 'directory.projects': 0, 'directory.people': 1 }
    bring(engine, [
      { type: 'kept-report', fields: { on: '2026-06-01', figures: JSON.stringify(then) } },
    ])
    turn(engine, 'plain.remove', { type: 'place', id: last, from: '/' })
    const text = file(engine, 'csv').replaceAll('\u00a0', ' ')
    assert.ok(!/[\n;]'|−/.test(text), text)
    const tables = inCsv(text)
    for (const { heads, rows } of tables)
      for (const row of rows) {
        assert.equal(row.length, heads.length)
        for (const cell of row.slice(1, -1))
          assert.match(cell, /^(?:-?\d+(?:,\d+)?)?$/, row.join('|'))
      }
    const all = tables[0]!.rows
    assert.equal(new Set(all.map(([what]) => what)).size, all.length)
    const line = (what: string) => all.find(([first]) => first === what)
    assert.deepEqual(line('lieux'), ['lieux', '2', '-2', ''])
    assert.deepEqual(line('projets : en pause'), ['projets : en pause', '1', '', ''])
    assert.match(
      line('personnes qui font quelque chose')!.join('|'),
      /\|\|0\|Aujourd’hui : moins de 3/,
    )
    assert.match(tables[1]!.rows.find(([first]) => first?.startsWith('Trelins'))!.at(-1)!, /km$/)
  },
)

testOnce(
  'under each goal stands the last story chosen, of something that is told on the page; what ' +
    'is gone is told no more',
  () => {
    const engine = village()
    const [project = '', deed = ''] = bring(engine, [
      { type: 'initiative', fields: { title: 'Atelier de meubles', state: 'running' } },
      { type: 'deed', fields: { title: 'Nadia a débité ses planches', doneOn: TODAY } },
    ])
    const choose = (goal: string, about: string) =>
      turn(engine, 'diagnosis.chooseStory', { goal, about }).done
    assert.ok(choose('activity', project) && choose('ties', project) && choose('ties', deed))
    const told = () => page(engine, '/diagnostic')
    assert.ok(
      told().includes(fr.goalLine(fr.goals.activity, 'Atelier de meubles')) &&
        told().includes(fr.goalLine(fr.goals.ties, 'Nadia a débité ses planches')),
    )
    assert.equal(choose('energy', newId()), false)
    turn(engine, 'plain.remove', { type: 'deed', id: deed })
    assert.ok(!told().includes('Nadia'))
  },
)

testOnce(
  'what stays in the box is on no page of the report, for anybody: names, telephones, private ' +
    'words',
  () => {
    const engine = village()
    bring(engine, [
      { type: 'member', fields: { name: 'Zulmé' } },
      {
        type: 'deal',
        fields: {
          what: 'Zulmé prête sa motobineuse',
          names: ['Zulmé'],
          mode: 'lend',
          commune: '42195',
          state: 'done',
          doneOn: TODAY,
        },
      },
      {
        type: 'need',
        fields: {
          title: 'Zulmé cherche un poêle',
          reach: 'au local',
          commune: '42195',
          state: 'open',
        },
      },
      {
        type: 'voice',
        fields: { saying: 'L’écran, d’accord, si c’est pour se voir après.', on: '2026-11-01' },
      },
    ])
    for (const format of ['court', 'long'])
      assert.ok(!saidIn(printed(engine, { format })).includes('Zulmé'))
    for (const text of [page(engine, '/diagnostic'), file(engine, 'html'), file(engine, 'csv')])
      assert.ok(!text.includes('Zulmé'))
    assert.ok(page(engine, '/diagnostic').includes('si c’est pour se voir après'))
  },
)

const many = (n: number): readonly Made[] => [
  ...Array.from({ length: n }, (_, i) => ({
    type: 'request',
    fields: {
      title:
        `Une demande, la ${i}ᵉ, dont la question tient bien deux lignes entières de la ` +
        'feuille ?',
      who: 'le groupe',
      reach: 'au local',
      why: 'Parce que. '.repeat(30),
      council: 'commune',
    },
  })),
  ...Array.from({ length: n }, (_, i) => ({
    type: 'voice',
    fields: { saying: `Une parole, la ${i}ᵉ. `.repeat(8), on: '2026-11-01' },
  })),
  ...Array.from({ length: n }, (_, i) => ({
    type: 'place',
    fields: {
      name: `Lieu anticonstitutionnellement nommé ${i}`,
      missing: 'un poêle',
      kind: 'hall',
      commune: '42195',
    },
  })),
]
const long = (letters: number): string =>
  `${'Peut-on enfin chauffer le local communal '.repeat(40).slice(0, letters - 1)}?`
const widest: readonly Made[] = [
  ...Array.from({ length: 9 }, () => ({
    type: 'request',
    fields: {
      title: long(200),
      who: long(120),
      reach: 'au local',
      why: long(1_200),
      whichCouncil: long(120),
      council: 'commune',
    },
  })),
  ...Array.from({ length: 9 }, () => ({
    type: 'voice',
    fields: { saying: long(1_000), name: long(300), on: '2026-11-01' },
  })),
  ...Array.from({ length: 9 }, () => ({
    type: 'place',
    fields: { name: long(300), missing: long(300), kind: 'hall', commune: '42195' },
  })),
]
testOnce(
  'the longest texts that people may write leave the sheet on its two sides, a question on ' +
    'the first',
  () => {
    const engine = village()
    bring(engine, widest)
    const sheet = fitted(printed(engine))
    assert.equal(setPaper(sheet).pages, 2)
    const asked = sheet.blocks.find(one => one.is === 'several' && one.first)
    assert.ok(
      asked?.is === 'several' &&
        asked.each.length >= 1 &&
        JSON.stringify(asked.each[0]).includes('blanks'),
    )
  },
)

test('where nothing was confirmed it is said once', () => {
  assert.match(fr.sure(0, 1, 0), /rien n’a été confirmé depuis moins de six mois\.$/)
  assert.match(fr.sure(0, 3, 2), /depuis moins de six mois, et 2 restent à confirmer\.$/)
  assert.match(fr.sure(2, 3, 0), /2 choses ont été .* six mois, 3 ne l’ont pas été\.$/)
  assert.match(en.sure(0, 1, 0), /nothing was confirmed within six months\.$/)
})

test(
  'the sheet takes two sides with nothing, with three and with many of everything; both ' +
    'reports are PDF/UA',
  () => {
    for (const n of isShort ? [0, 3, 60] : [300]) {
      const engine = village()
      bring(engine, many(n))
      const sheet = fitted(printed(engine))
      assert.equal(setPaper(sheet).pages, 2, String(n))
      // As much of the second side as it holds: with three of everything, all that is asked and all
      // that was said.
      const several = sheet.blocks.flatMap(one => (one.is === 'several' ? [one.each.length] : []))
      if (n === 3) assert.deepEqual(several, [3, 1])
      if (n > 3) assert.ok(several[0]! >= 3)
      assert.ok(setPaper(printed(engine, { format: 'long' })).pages >= 2)
    }
  },
)

testOnce(
  'groups stand in a chart by commune, the fullest first, once two communes have some',
  () => {
    const engine = village()
    const group = (commune: string, n: number) => ({
      type: 'actor',
      fields: { name: `Le club ${commune} ${n}`, kind: 'association', commune },
    })
    bring(engine, [group('42313', 1)])
    assert.doesNotMatch(page(engine, '/diagnostic'), /Les groupes, par commune/)
    bring(engine, [group('42019', 1), group('42019', 2)])
    bring(engine, [{ type: 'actor', fields: { name: 'Malo', kind: 'person', commune: '42195' } }])
    const shown = page(engine, '/diagnostic')
    const chart = shown.slice(shown.indexOf('Les groupes, par commune'))
    const table = chart.slice(0, chart.indexOf('</table>'))
    assert.ok(table.indexOf('Boën-sur-Lignon') < table.indexOf('Trelins'))
    assert.ok(!table.includes('Sail-sous-Couzan'), 'no person is counted')
  },
)

test('the sheet draws no chart of ones, for its sentence says them', () => {
  const engine = village()
  const group = (name: string, commune: string) => ({
    type: 'actor',
    fields: { name, kind: 'association', commune },
  })
  const charts = () =>
    printed(engine).blocks.filter(one => one.is === 'kept' && isDrawn(one.blocks)).length
  bring(engine, [group('Le four', '42195'), group('La chorale', '42313')])
  assert.equal(charts(), 0)
  bring(engine, [group('Le foot', '42195')])
  assert.equal(charts(), 1)
})
const isDrawn = (blocks: readonly PrintBlock[]): boolean =>
  blocks.some(one => one.is === 'beside' && one.columns.flat().some(of => of.is === 'drawing'))
