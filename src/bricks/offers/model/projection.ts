import type { BrickTables } from '../../../contract/brick.ts'
import type { Projection, TableWriter } from '../../../contract/projection.ts'
import type { Row } from '../../../contract/reader.ts'
import { ownJson } from '../../../core/narrow.ts'
import { LEXICON_SUM } from './matching/lexicon.cjs'
import { noticeRead, textOfNotice } from './matching/read-before.ts'
import { type ComparedText, SIDES, spokenFrom } from './matching/rows.ts'
import { READING_RULES } from './matching/terms.ts'
import { need, offer } from './records.ts'
import { alert, localWord, loop, notIt } from './records-matching.ts'
import { TOPICS_SUM } from './topics/topics.cjs'

/**
 * What standing notices and the inventory speak of, so that what answers one of them is found
 * without reading the others.
 *
 * Shape   a term (`terms.ts`) of one record of one side (`o` offer, `n` need, `t` there), with its
 *         commune (empty: none) and its last day. In the order in which it is looked for: a word,
 *         then the nearest communes.
 * Law     made from the record's own row alone, so that the order in which records come changes
 *         nothing (law 2): themes are named by id, and what a keeper says of them is read when one
 *         looks.
 * `reading`: what its sentence says and is about, so that it is worked out once.
 * The statement names sums of the lexicon and of topics, and the rules of readings: where one is
 * another, the tables are made again.
 */
const spokenTerms: Projection = {
  types: Object.keys(SIDES),
  tables: [
    'CREATE TABLE notice_term(term TEXT, side TEXT, commune TEXT, id TEXT, until TEXT, ' +
      'PRIMARY KEY(term, side, commune, id)) WITHOUT ROWID ' +
      `/* ${LEXICON_SUM} ${TOPICS_SUM} ${READING_RULES} */`,
    // With rowid: of a row so long, one without keeps a quarter of a page, and half of it is empty.
    'CREATE TABLE notice_terms(id TEXT PRIMARY KEY NOT NULL, side TEXT, terms TEXT, ' +
      'reading TEXT, commune TEXT)',
  ],
  apply: (type, record, tables) => {
    const kept = SIDES[type]
    if (kept === undefined) return
    const [row] = tables.all(
      `SELECT * FROM "${type.replaceAll('-', '_')}" WHERE id = ? AND removed IS NOT 1`,
      record,
    )
    forget(tables, record, kept.side)
    if (row && !OVER.has(String(row['state']))) write(tables, record, kept, row)
  },
  asked: (type, values) => {
    const kept = SIDES[type]
    if (kept === undefined || OVER.has(String(values.get('state')))) return []
    return [textOfNotice(spokenFrom(kept, Object.fromEntries(values) as Row))]
  },
}

/** What is finished answers nobody. */
const OVER: ReadonlySet<string> = new Set(['closed', 'done'])
/** A notice's own last day; of an event that comes once, its last. */
function lastDay(row: Row): string | null {
  const said = row['until'] ?? (row['recurs'] ? null : (row['endsOn'] ?? row['startsOn']))
  return typeof said === 'string' ? said : null
}

/** What was written of it before: a term at a time, since the table is ordered by terms. */
function forget(tables: TableWriter, record: string, side: string): void {
  const [held] = tables.all(
    'SELECT terms, commune FROM notice_terms WHERE id = ? AND side = ?',
    record,
    side,
  )
  if (!held) return
  for (const term of ownJson<readonly string[]>(String(held['terms'])))
    tables.run(
      'DELETE FROM notice_term WHERE term = ? AND side = ? AND commune = ? AND id = ?',
      ...[term, side, String(held['commune']), record],
    )
  tables.run('DELETE FROM notice_terms WHERE id = ?', record)
}

function write(tables: TableWriter, record: string, kept: ComparedText, row: Row): void {
  const { terms, reading } = noticeRead(spokenFrom(kept, row))
  const until = lastDay(row)
  const commune = typeof row['commune'] === 'string' ? row['commune'] : ''
  for (const term of terms)
    tables.run(
      'INSERT OR REPLACE INTO notice_term VALUES (?, ?, ?, ?, ?)',
      term,
      kept.side,
      commune,
      record,
      until,
    )
  if (terms.length > 0)
    tables.run(
      'INSERT OR REPLACE INTO notice_terms VALUES (?, ?, ?, ?, ?)',
      record,
      kept.side,
      JSON.stringify(terms),
      reading,
      commune,
    )
}

/** SQL: whether this row of a notice stands, whatever its last day. */
export const standing = (row: string): string =>
  `${row}.removed IS NOT 1 AND (${row}.state IS NULL OR ${row}.state <> 'closed')`
/** After every day: a notice without a last one. */
const FOR_EVER = '~'
/** What notices of a commune are counted by, until each day. */
type Tally = Readonly<{
  table: 'notice_day' | 'notice_from'
  by: readonly string[]
  /** SQL over a row of a notice. */
  counts: (row: string) => string
}>
const TALLIES: readonly Tally[] = [
  { table: 'notice_day', by: [], counts: standing },
  {
    table: 'notice_from',
    by: ['source'],
    counts: row => `${row}."from" IS NOT NULL AND ${standing(row)}`,
  },
]

/** Keeps how many notices of a type stand until each day, whoever writes them. */
function counted(type: string, { table, by, counts }: Tally): readonly string[] {
  const keyOf = (row: string): string =>
    [
      `coalesce(${row}.commune, '')`,
      `coalesce(${row}.until, '${FOR_EVER}')`,
      ...by.map(() => `${row}."from"`),
    ].join(', ')
  const key = ['commune', 'until', ...by].join(', ')
  const less = (row: string, of: string): string =>
    [`UPDATE ${table} SET n = n - 1`, `DELETE FROM ${table}`]
      .map(
        (verb, i) =>
          `${verb} WHERE kind = '${type}'${i === 1 ? ' AND n = 0' : ''} ` +
          `AND (${key}) = (SELECT ${keyOf(row)} ${of})`,
      )
      .join('; ')
  const name = `${type} in ${table}`
  return [
    `CREATE TRIGGER "${name} gone" BEFORE INSERT ON ${type} BEGIN ` +
      `${less('was', `FROM ${type} AS was WHERE was.id = NEW.id AND ${counts('was')}`)}; END`,
    `CREATE TRIGGER "${name}" AFTER INSERT ON ${type} WHEN ${counts('NEW')} BEGIN ` +
      `INSERT INTO ${table}(${key}, kind, n) VALUES (${keyOf('NEW')}, '${type}', 1) ` +
      'ON CONFLICT DO UPDATE SET n = n + 1; END',
    `CREATE TRIGGER "${name} over" AFTER DELETE ON ${type} WHEN ${counts('OLD')} BEGIN ` +
      `${less('OLD', '')}; END`,
  ]
}
const columnsOf = ({ by }: Tally): readonly string[] => ['commune', 'kind', 'until', ...by]
/**
 * How many notices stand, by commune and last day, and by where they come from: a list says how
 * many there are without reading them, and counts one commune again when a notice of it is written.
 */
const standingDays: Projection = {
  types: [],
  tables: TALLIES.flatMap(tally => [
    `CREATE TABLE ${tally.table}(${columnsOf(tally).join(' TEXT, ')} TEXT, n INTEGER, ` +
      `PRIMARY KEY(${columnsOf(tally).join(', ')})) WITHOUT ROWID`,
    ...[offer, need].flatMap(({ name }) => counted(name, tally)),
  ]),
  apply: () => undefined,
}

/** Made from the log, by a check and by a rebuild too. */
export const tables: BrickTables = {
  records: [offer, need, notIt, localWord, loop, alert],
  projections: [spokenTerms, standingDays],
}
