import type { Reader, Row } from '../../../contract/reader.ts'
import { hasTable, OWN, ofTerritory, STANDS } from '../../../contract/tables.ts'
import { sayCode } from '../../../core/code.ts'
import { ownJson } from '../../../core/narrow.ts'
import type { Point, RowOf } from '../../../core/schema.ts'
import { councilAnswer, difficulty, goalStory, keptReport, request } from './records.ts'
import { isOpen, type KeptFigures, type LocatedThing, lastAnswer, readKept } from './rules.ts'

const text = (value: unknown): string | null =>
  typeof value === 'string' && value !== '' ? value : null
const pointOf = (value: unknown): Point | null =>
  typeof value === 'string' ? ownJson<Point>(value) : null
const rowsOf = (
  read: Reader,
  table: string,
  rest: string,
  ...params: readonly (string | number)[]
): readonly Row[] =>
  hasTable(read, table) ? read.all(`SELECT * FROM ${table} WHERE ${STANDS} ${rest}`, ...params) : []
/** The same, of the territory alone. */
const rowsHere = (
  read: Reader,
  table: string,
  rest: string,
  ...params: readonly (string | number)[]
): readonly Row[] => {
  const here = ofTerritory(codesHere(read))
  return rowsOf(read, table, `AND ${here.where} ${rest}`, ...here.with, ...params)
}

/** The codes of this page's communes, as its territory says them: a turn knows no page. */
export const codesHere = (read: Reader): readonly string[] => read.published.communesHere?.() ?? []

/** Public computers that nobody doubts, at the point of their place. */
export function computersIn(read: Reader): readonly LocatedThing[] {
  const points = new Map(rowsOf(read, 'place', '').map(row => [row['id'], pointOf(row['point'])]))
  return rowsOf(read, 'access_point', 'AND toConfirm IS NOT 1 ORDER BY id').map(row => ({
    title: text(row['name']) ?? '',
    commune: text(row['commune']),
    point: points.get(row['place']) ?? null,
  }))
}

/**
 * How many places with computers wait for somebody to go and see: they are counted nowhere else.
 */
export const computersUnsure = (read: Reader): number =>
  rowsHere(read, 'access_point', 'AND toConfirm = 1').length

export type ReportedItem = Readonly<{ title: string; detail: string | null; path: string | null }>

/** What places are said to lack. */
export const lacking = (read: Reader, most: number): readonly ReportedItem[] =>
  rowsHere(
    read,
    'place',
    'AND missing IS NOT NULL ORDER BY coalesce(shared, 0) DESC, id LIMIT ?',
    most,
  ).map(row => ({
    title: text(row['name']) ?? '',
    detail: text(row['missing']),
    path: read.called(String(row['id']))?.path ?? null,
  }))

export type Voice = Readonly<{ saying: string; name: string | null; on: string | null }>
/** What was said, as it was said, the newest first: none is left out for being hard. */
export const voicesOf = (read: Reader, since: string, most: number): readonly Voice[] =>
  rowsOf(
    read,
    'voice',
    `AND ${OWN} AND coalesce("on", '9999') >= ? ORDER BY coalesce("on", '') DESC, id DESC LIMIT ?`,
    since,
    most,
  ).map(row => ({
    saying: text(row['saying']) ?? '',
    name: text(row['name']),
    on: text(row['on']),
  }))

export type Idea = Readonly<{
  title: string
  state: 'open' | 'became' | 'dropped'
  became: string | null
  path: string | null
}>
export const ideasOf = (read: Reader, most: number): readonly Idea[] =>
  rowsHere(read, 'idea', 'ORDER BY id DESC LIMIT ?', most).map(row => ({
    title: text(row['title']) ?? '',
    state: row['state'] === 'became' ? 'became' : row['state'] === 'dropped' ? 'dropped' : 'open',
    became:
      text(row['became']) === null ? null : (read.called(String(row['became']))?.title ?? null),
    path: read.called(String(row['id']))?.path ?? null,
  }))

/** Meetings held from this day on, the newest first. */
export const meetingsOf = (
  read: Reader,
  since: string,
  most: number,
): readonly Readonly<{ id: string; title: string; date: string; path: string | null }>[] =>
  rowsHere(read, 'meeting', `AND ${MET} AND date >= ? ${NEWEST}`, since, most).map(row => ({
    id: String(row['id']),
    title: text(row['title']) ?? '',
    date: text(row['date']) ?? '',
    path: read.called(String(row['id']))?.path ?? null,
  }))
const NEWEST = 'ORDER BY date DESC, id DESC LIMIT ?'
/** People met there: a chat is no meeting. */
export const MET = 'chat IS NOT 1'

/**
 * What happened, and in which commune. CROSS JOIN keeps SQLite from reading every place: what
 * happened is few.
 */
const HAPPENED: readonly Readonly<{ needs: readonly string[]; sql: string }>[] = [
  {
    needs: ['meeting'],
    sql:
      `SELECT commune FROM meeting WHERE removed IS NOT 1 AND ${MET} ` +
      "AND coalesce(date, '') <= ?1",
  },
  {
    needs: ['meeting', 'place'],
    sql:
      'SELECT it.commune FROM meeting AS m CROSS JOIN place AS it ON it.id = m.place ' +
      "WHERE m.removed IS NOT 1 AND it.removed IS NOT 1 AND coalesce(m.date, '') <= ?1",
  },
  { needs: ['event'], sql: 'SELECT commune FROM event WHERE removed IS NOT 1 AND startsOn <= ?1' },
  {
    needs: ['event', 'place'],
    sql:
      'SELECT it.commune FROM event AS e CROSS JOIN place AS it ON it.id = e.place ' +
      'WHERE e.removed IS NOT 1 AND it.removed IS NOT 1 AND e.startsOn <= ?1',
  },
  ...['place', 'actor', 'access_point', 'initiative'].map(table => ({
    needs: ['confirmation', table],
    sql:
      `SELECT it.commune FROM confirmation AS c CROSS JOIN ${table} AS it ON it.id = c.about ` +
      'WHERE c.removed IS NOT 1 AND it.removed IS NOT 1',
  })),
  { needs: ['deed'], sql: 'SELECT commune FROM deed WHERE removed IS NOT 1' },
]
/** Communes where something happened: the rule of `unvisited`, but for difficulties. */
export function visited(read: Reader, today: string): readonly string[] {
  const parts = HAPPENED.filter(({ needs }) => needs.every(one => hasTable(read, one))).map(
    ({ sql }) => sql,
  )
  if (parts.length === 0) return []
  const rows = read.all(
    `SELECT commune FROM (${parts.join(' UNION ')}) WHERE commune IS NOT NULL AND ?1 IS NOT NULL`,
    today,
  )
  return rows.map(row => String(row['commune']))
}

/** With how many of those who do something it was talked about since a day. */
export const talkedWith = (read: Reader, since: string): number =>
  hasTable(read, 'confirmation')
    ? Number(
        read.all(
          `SELECT count(DISTINCT about) AS n FROM confirmation WHERE ${STANDS} ` +
            `AND ${OWN} AND coalesce("on", '') >= ?`,
          since,
        )[0]?.['n'] ?? 0,
      )
    : 0

/** Since when the oldest need waits that nobody closed: its day, by its id. */
export const oldestNeed = (read: Reader): string | undefined => {
  const [row] = rowsHere(read, 'need', "AND state IS NOT 'closed' ORDER BY id LIMIT 1")
  return text(row?.['id']) ?? undefined
}

export type AnswerRow = RowOf<typeof councilAnswer> & Readonly<{ says: string; on: string }>
/** A request, what was answered to it, and its code if it has one. */
export type CouncilRequest = Readonly<{
  row: RowOf<typeof request>
  answers: readonly AnswerRow[]
  code: string | undefined
}>

/**
 * Every request, the one chosen as the question first, then the oldest; each with its answers in
 * the order in which they were written. `here`: those of the territory alone, for those of another
 * box are asked of other councils.
 */
export function requestsIn(read: Reader, which: 'all' | 'here' = 'all'): readonly CouncilRequest[] {
  const order = 'coalesce(first, 0) DESC, id'
  const rows = read.list(
    request,
    which === 'all' ? { order } : { order, ...ofTerritory(codesHere(read)) },
  )
  const answers = read
    .list(councilAnswer, { order: 'id' })
    .flatMap((row): AnswerRow[] =>
      row.says && row.on ? [{ ...row, says: row.says, on: row.on }] : [],
    )
  const codes = codesIn(read)
  return rows.map(row => ({
    row,
    answers: answers.filter(one => one.to === row.id),
    code: codes.get(row.id),
  }))
}
export const openRequests = (all: readonly CouncilRequest[]): readonly CouncilRequest[] =>
  all.filter(({ answers }) => isOpen(answers))
export type AnsweredRequest = CouncilRequest & Readonly<{ last: AnswerRow }>
export const answeredRequests = (all: readonly CouncilRequest[]): readonly AnsweredRequest[] =>
  all
    .flatMap(one => {
      const last = lastAnswer(one.answers)
      return last ? [{ ...one, last }] : []
    })
    .sort((a, b) => (a.last.on < b.last.on ? 1 : -1))

/** Codes to say aloud: what each opens. They stay here, and are told on what is printed here. */
function codesIn(read: Reader): ReadonlyMap<string, string> {
  const rows = read.all(
    'SELECT word, digits, opens FROM code_home WHERE removed IS NOT 1 ' +
      'AND opens IN (SELECT id FROM request) ORDER BY id DESC',
  )
  return new Map(
    rows.map(row => [
      String(row['opens']),
      sayCode({ word: String(row['word']), digits: String(row['digits']) }),
    ]),
  )
}

/**
 * Difficulties that people came to tell: how many, by theme and by commune. Sums alone ever leave
 * this box.
 */
export function difficultiesIn(
  read: Reader,
  since: string,
): Readonly<{ themes: ReadonlyMap<string, number>; communes: ReadonlyMap<string, number> }> {
  const sums = (by: 'theme' | 'commune', from: string): ReadonlyMap<string, number> =>
    new Map(
      read
        .all(
          `SELECT ${by} AS it, sum("count") AS n FROM difficulty_home ` +
            `WHERE removed IS NOT 1 AND "count" > 0 AND coalesce("on", '') >= ? GROUP BY 1`,
          from,
        )
        .map(row => [String(row['it'] ?? ''), Number(row['n'])]),
    )
  // By commune, of all that was ever told: a short time would tell of somebody.
  return { themes: sums('theme', since), communes: sums('commune', '') }
}
export const difficultyThemes = difficulty.fields.theme.choices

/** The last difficulties keyed, for whoever keyed one wrong: the keeper's page alone. */
export const lastDifficulties = (read: Reader, most: number): readonly RowOf<typeof difficulty>[] =>
  read.list(difficulty, { limit: most }, 'home')

export type Story = Readonly<{ goal: string; title: string; path: string; id: string }>
/**
 * What the keeper chose to tell under each goal, as long as it is shown on this page: the last one
 * chosen.
 */
export function storiesOf(read: Reader): readonly Story[] {
  const all = read.list(goalStory, { where: OWN, order: 'id DESC' }).flatMap((row): Story[] => {
    const called = row.about ? read.called(row.about) : undefined
    return called?.path && row.goal
      ? [{ goal: row.goal, title: called.title, path: called.path, id: row.id }]
      : []
  })
  return goalStory.fields.goal.choices.flatMap(goal => all.find(one => one.goal === goal) ?? [])
}

/** The last diagnosis that was kept here before today. */
export function lastKept(
  read: Reader,
  today: string,
): Readonly<{ on: string; figures: KeptFigures }> | undefined {
  const [row] = read.list(keptReport, {
    where: `"on" < ? AND ${OWN}`,
    with: [today],
    order: '"on" DESC, id DESC',
    limit: 1,
  })
  return row?.on ? { on: row.on, figures: readKept(row.figures) } : undefined
}
