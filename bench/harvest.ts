import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { bricks } from '../src/app/bricks.ts'
import { harvest, inFrance, rulesOf } from '../src/bricks/harvest/server/harvest.ts'
import { composed } from '../src/text/harvest/composed.ts'
import { type NotesPage, notesPage } from '../src/text/harvest/page.ts'
import { type ActsCount, actsOf } from './harvest-acts.ts'
import { counted, type ExpectedPage, expectedRead, type HarvestCounts } from './harvest-score.ts'

/**
 * `npm run bench:harvest DIR`: what the rules bring of pages of notes, and what a person gets with
 * them and without (`harvest-acts.ts` says the model). DIR holds NAME.txt beside
 * NAME.expected.json. Nothing fails by it.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    closed: { type: 'boolean' },
    today: { type: 'string', default: new Date().toISOString().slice(0, 10) },
    help: { type: 'boolean', short: 'h' },
  },
})
const [folder] = positionals
if (values.help || !folder || !existsSync(folder)) {
  console.log(
    'npm run bench:harvest -- DIR [--closed] [--today DAY]\n\n' +
      '  DIR       a folder of NAME.txt and NAME.expected.json\n' +
      '  --closed  the scores of each page, and nothing of what it says\n' +
      '  --today   the day of reading (2026-11-29), for a page that says no year',
  )
  process.exit(values.help ? 0 : 1)
}

type Row = Readonly<{ name: string; counts: HarvestCounts; on: ActsCount; off: ActsCount }>

const rules = rulesOf(bricks)
const asked = { today: values.today }
function rowOf(name: string): Row {
  const text = readFileSync(join(folder!, `${name}.txt`), 'utf8')
  const expected = expectedRead(
    JSON.parse(readFileSync(join(folder!, `${name}.expected.json`), 'utf8')) as ExpectedPage,
  )
  const found = harvest(text, rules, inFrance, asked)
  const page: NotesPage = notesPage(composed(text).text, inFrance, asked)
  return {
    name,
    counts: counted(text, expected, found),
    on: actsOf({ text, page, rules, harvest: found, expected, helps: true }),
    off: actsOf({
      text,
      page,
      rules: [],
      harvest: harvest(text, [], inFrance, asked),
      expected,
      helps: false,
    }),
  }
}

const share = (part: number, whole: number): string =>
  whole === 0 ? '–' : (part / whole).toFixed(2)
const yes = (is: boolean): string => (is ? 'yes' : 'no')
const HEADER = [
  'page',
  'recall',
  'prec.',
  'first ink',
  'links',
  'day',
  'place',
  'people',
  'leaks',
  'harmless held',
  'acts on',
  'off',
  's on',
  'off',
  'false shown',
  'lost',
  'lines of picks',
  'links picked',
  'by hand',
  'acts of ties',
]
const cellsOf = ({ name, counts: c, on, off }: Row): readonly string[] => [
  name,
  share(c.found, c.must),
  share(c.right, c.proposed),
  `${share(c.firstRight, c.first)} of ${c.first}`,
  share(c.linked, c.links),
  yes(c.day),
  yes(c.place),
  yes(c.people),
  `${c.leaks.length + on.leaks.length} (${c.unheld.length + on.unheld.length})`,
  `${c.held} of ${c.harmless}`,
  `${on.acts}`,
  `${off.acts}`,
  `${on.seconds}`,
  `${off.seconds}`,
  `${on.false}`,
  `${on.lost}`,
  `${share(on.taught - on.taughtFalse, on.taught)} of ${on.taught}`,
  share(on.ties.there, c.links),
  share(on.ties.there + on.ties.made, c.links),
  `${on.ties.acts}`,
]

function total(rows: readonly Row[]): readonly string[] {
  const sum = (of: (row: Row) => number): number => rows.reduce((all, row) => all + of(row), 0)
  const first = sum(row => row.counts.first)
  return [
    'in all',
    share(
      sum(row => row.counts.found),
      sum(row => row.counts.must),
    ),
    share(
      sum(row => row.counts.right),
      sum(row => row.counts.proposed),
    ),
    `${share(
      sum(row => row.counts.firstRight),
      first,
    )} of ${first}`,
    share(
      sum(row => row.counts.linked),
      sum(row => row.counts.links),
    ),
    ...(['day', 'place', 'people'] as const).map(
      key => `${rows.filter(row => row.counts[key]).length} of ${rows.length}`,
    ),
    `${sum(row => row.counts.leaks.length + row.on.leaks.length)} (${sum(
      row => row.counts.unheld.length + row.on.unheld.length,
    )})`,
    `${sum(row => row.counts.held)} of ${sum(row => row.counts.harmless)}`,
    ...[
      (row: Row) => row.on.acts,
      (row: Row) => row.off.acts,
      (row: Row) => row.on.seconds,
      (row: Row) => row.off.seconds,
      (row: Row) => row.on.false,
      (row: Row) => row.on.lost,
    ].map(of => `${sum(of)}`),
    `${share(
      sum(row => row.on.taught - row.on.taughtFalse),
      sum(row => row.on.taught),
    )} of ${sum(row => row.on.taught)}`,
    share(
      sum(row => row.on.ties.there),
      sum(row => row.counts.links),
    ),
    share(
      sum(row => row.on.ties.there + row.on.ties.made),
      sum(row => row.counts.links),
    ),
    `${sum(row => row.on.ties.acts)}`,
  ]
}

const rows = readdirSync(folder)
  .filter(file => file.endsWith('.expected.json'))
  .sort()
  .map(file => rowOf(file.replace('.expected.json', '')))
const table = [HEADER, HEADER.map(() => '---'), ...rows.map(cellsOf), total(rows)]
console.log(table.map(cells => `| ${cells.join(' | ')} |`).join('\n'))
console.log(
  '\nleaks: in the titles and fields that are not private, the head and the picks (not held by ' +
    'the guard)',
)
if (!values.closed)
  for (const { name, counts, on } of rows)
    for (const word of new Set([...counts.leaks, ...on.leaks])) console.log(`${name}: ${word}`)
