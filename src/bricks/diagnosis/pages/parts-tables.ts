import { isOneOf, wordAt } from '../../../core/narrow.ts'
import { dayPlain, distance, figure } from '../../../text/days.ts'
import { figuresOf } from '../model/figures.ts'
import { computersIn, difficultiesIn } from '../model/read.ts'
import { keptYearAgo } from '../model/read-commune.ts'
import {
  type CommuneCount,
  cellsOf,
  FEWEST,
  type Here,
  heard,
  isTold,
  nearest,
  perThousand,
  THINGS,
  unvisited,
} from '../model/rules.ts'
import { type Grid, many, type ReportPart, type ReportSource } from './seen.ts'

/** Where nobody has been and of which nothing is known, nothing is counted: not even none. */
export const NOTHING = '—'

/** What is counted by commune under the law of `cellsOf`. */
const PEOPLE = ['directory.people', 'offers.offers', 'offers.needs', 'deals.done'] as const
const THEMED = [
  'directory.places',
  'directory.groups',
  'directory.projects',
  'offers.offers',
  'offers.needs',
] as const

/** The figures themselves: by commune, by theme, and beside those of the last report. */
export function tables(seen: ReportSource): ReportPart {
  const { words: w } = seen
  const grids = [compared(seen), thingsByCommune(seen), peopleByCommune(seen), byTheme(seen)]
    .filter(one => one !== undefined)
    // Where no commune is known yet, heads over nothing say nothing.
    .filter(one => one.rows.length > 0)
  return {
    id: 'chiffres',
    title: w.tablesTitle,
    says: [w.tablesLead, ...(keptYearAgo(seen.read, seen.kit.request.today) ? [] : [w.noYearAgo])],
    grids,
    source: w.sourceTables,
  }
}

/**
 * The tables alone, for a spreadsheet: one after the other, each under its name, the heads of each
 * on its first line.
 *
 * Law     under the head of a figure stands a number or nothing; what the page says in words (a
 *         few, a share, a distance) stands in a last column.
 */
export const rowsOf = (seen: ReportSource): readonly (readonly (string | number)[])[] =>
  (tables(seen).grids ?? []).flatMap((grid, i) => [
    ...(i > 0 ? [[]] : []),
    [grid.caption],
    ...rowsOfGrid(grid, seen),
  ])

function rowsOfGrid(
  { columns, rows, values }: Grid,
  { words: w, kit }: ReportSource,
): readonly (readonly (string | number)[])[] {
  const lineOf = (row: readonly string[], at: number): readonly (string | number)[] => {
    const numbers = values?.[at] ?? []
    const cells = row.map((said, i) => (columns[i]?.right ? (numbers[i] ?? '') : said))
    const inWords = row.flatMap((said, i) => {
      const number = numbers[i]
      const isPlain =
        !columns[i]?.right ||
        said === '' ||
        said === NOTHING ||
        (number !== undefined && said === figure(number, kit.request.lang))
      return isPlain || (number !== undefined && said === w.signed(number))
        ? []
        : [`${columns[i]!.head}${w.colon}${said}`]
    })
    return [...cells, inWords.join(' ; ')]
  }
  return [[...columns.map(one => one.head), w.inWords], ...rows.map(lineOf)]
}

const right = (head: string) => ({ head, right: true })

/** Each figure of the whole, how it stood in the last report, and about a year ago. */
function compared(seen: ReportSource): Grid {
  const { words: w, figures: f, kit, before } = seen
  const { lang, today } = kit.request
  const ids = [
    ...new Set(
      f.all.filter(one => one.commune === undefined && one.theme === undefined).map(one => one.id),
    ),
  ]
  const yearAgo = keptYearAgo(seen.read, today)
  const rows = ids.map(id => {
    const change = before ? f.change(id) : undefined
    return [
      { said: ofWhat(id, seen) },
      figureSaid(id, f.whole(id), seen),
      ...(before
        ? [change === undefined ? { said: '' } : { said: w.signed(change), value: change }]
        : []),
      ...(yearAgo ? [figureThen(id, yearAgo.figures[id], seen)] : []),
    ]
  })
  const columns = [
    { head: w.what },
    right(w.today),
    ...(before ? [right(w.sinceLast(before.on, kit.request))] : []),
    ...(yearAgo ? [right(w.yearAgoOn(dayPlain(yearAgo.on, lang, today)))] : []),
  ]
  return { caption: w.comparedCaption, columns, ...split(rows) }
}

/** A figure of the whole, in its unit: of people, nothing under three. */
function figureSaid(id: string, n: number, seen: ReportSource): Said {
  const { words: w, figures: f, kit } = seen
  const { unit, counts } = f.all.find(one => one.id === id) ?? {}
  if (counts === 'people' && unit === undefined && !isTold(n)) return { said: w.few }
  const value = figure(n, kit.request.lang)
  const said =
    unit === 'percent' ? w.percent(value) : unit === 'days' ? many(n, w.many.day, seen) : value
  return { said, value: n }
}

/** The same as it was kept: of people, a kept report has no figure under three. */
function figureThen(id: string, then: number | undefined, seen: ReportSource): Said {
  if (then !== undefined) return figureSaid(id, then, seen)
  const isOfPeople = seen.figures.all.some(one => one.id === id && one.counts === 'people')
  return { said: isOfPeople ? NOTHING : seen.words.ofOne.noFigure }
}

/** A part of a whole says of which: *projets : en pause*. */
function ofWhat(id: string, { words: w, figures: f }: ReportSource): string {
  const whole = id.slice(0, id.lastIndexOf('.'))
  const title = wordAt(w.within, whole) ?? (f.has(whole) ? f.words(whole) : undefined)
  return title === undefined ? f.words(id) : `${title}${w.colon}${f.words(id)}`
}

/** What a cell says, and the number in it. */
type Said = Readonly<{ said: string; value?: number }>
const split = (
  rows: readonly (readonly Said[])[],
): Pick<Grid, 'rows' | 'values'> & Required<Pick<Grid, 'values'>> => ({
  rows: rows.map(row => row.map(({ said }) => said)),
  values: rows.map(row => row.map(({ value }) => value)),
})

function thingsByCommune(seen: ReportSource): Grid {
  const { words: w, figures: f, kit, communes } = seen
  const not = unvisited(communes, seen.been)
  const isHeard = new Set(heard(not, f.all).map(one => one.code))
  const values = THINGS.map(id => f.byCommune(id))
  const where = new Map(communes.map(one => [one.code, one]))
  const standing = computersIn(seen.read)
  const row = (one: Here): readonly Said[] => {
    const near = nearest(one, standing, where)
    const far =
      near === undefined
        ? ''
        : near.distanceM === 0
          ? w.onTheSpot
          : distance(near.distanceM, kit.request.lang)
    const km = near && { value: Math.round(near.distanceM / 100) / 10 }
    const counts = values.map(of => of.get(one.code) ?? 0)
    const [places = 0, , , computers = 0] = counts
    const rate = perThousand(places + computers, one.population)
    const isVisited = !not.includes(one)
    const isKnown = isVisited || isHeard.has(one.code)
    const cells = [...counts, rate].map(n =>
      isKnown && n !== undefined
        ? { said: figure(n, kit.request.lang), value: n }
        : { said: NOTHING },
    )
    const people = { said: figure(one.population, kit.request.lang), value: one.population }
    return [
      { said: isVisited ? one.name : w.notYet(one.name) },
      people,
      ...cells,
      { said: far, ...km },
    ]
  }
  const heads = [w.inhabitants, ...THINGS.map(id => w.short[id]), w.perThousand, w.nearestComputer]
  return {
    caption: w.thingsCaption,
    columns: [{ head: w.commune }, ...heads.map(right)],
    ...split(communes.map(row)),
  }
}

/**
 * What concerns people, by commune, under the law of `cellsOf`: a head for each figure, and its
 * cells.
 */
export function peopleCells(
  seen: ReportSource,
): readonly Readonly<{ head: string; of: ReadonlyMap<string, CommuneCount> }>[] {
  const { words: w, communes, kit } = seen
  const codes = communes.map(one => one.code)
  // Of all that was ever written, whatever the period: two addresses asked one after the other
  // would tell of one person.
  const all = seen.since === undefined ? seen.figures.all : kit.figures()
  const { byCommune, whole } = figuresOf(all, undefined)
  const told = difficultiesIn(seen.read, '').communes
  const wholeTold = [...told.values()].reduce((sum, n) => sum + n, 0)
  return [
    ...PEOPLE.map(id => ({ head: w.short[id], of: cellsOf(byCommune(id), codes, whole(id)) })),
    { head: w.short.difficulties, of: cellsOf(told, codes, wholeTold) },
  ]
}

function peopleByCommune(seen: ReportSource): Grid {
  const { words: w, communes, kit } = seen
  const columns = peopleCells(seen)
  const said = (cell: CommuneCount | undefined): Said =>
    typeof cell === 'number'
      ? { said: figure(cell, kit.request.lang), value: cell }
      : { said: cell === 'kept' ? w.notSaid : w.few }
  const rows = communes.map(one => columns.map(({ of }) => of.get(one.code)))
  // Where there is a figure to read, by commune; the others stand together.
  const isRead = (cells: readonly (CommuneCount | undefined)[]): boolean =>
    cells.some(cell => cell !== 'few')
  const others = rows.filter(cells => !isRead(cells)).length
  return {
    caption: w.peopleCaption,
    columns: [{ head: w.commune }, ...columns.map(one => right(one.head))],
    ...split([
      ...communes.flatMap((one, i) =>
        isRead(rows[i] ?? []) ? [[{ said: one.name }, ...(rows[i] ?? []).map(said)]] : [],
      ),
      ...(others > 0
        ? [
            [
              { said: w.otherCommunes(others, others === communes.length) },
              ...columns.map(() => said('few')),
            ],
          ]
        : []),
    ]),
  }
}

function byTheme(seen: ReportSource): Grid | undefined {
  const { words: w, figures: f, read, kit } = seen
  const values = THEMED.map(id => f.byTheme(id))
  const themes = [...new Set(values.flatMap(of => [...of.keys()]))].flatMap(id => {
    const title = read.called(id)?.title
    return title ? [{ title, counts: values.map(of => of.get(id) ?? 0) }] : []
  })
  const total = ({ counts }: { counts: readonly number[] }): number =>
    counts.reduce((sum, n) => sum + n, 0)
  // Where there is one commune, a theme tells of it.
  const isFew = (n: number, i: number): boolean =>
    seen.communes.length < 2 && n < FEWEST && isOneOf(PEOPLE, THEMED[i] ?? '')
  const rows = themes
    .toSorted((a, b) => total(b) - total(a))
    .map(one => [
      { said: one.title },
      ...one.counts.map((n, i) =>
        isFew(n, i) ? { said: w.few } : { said: figure(n, kit.request.lang), value: n },
      ),
    ])
  if (rows.length === 0) return undefined
  return {
    caption: w.themesCaption,
    columns: [{ head: w.theme }, ...THEMED.map(id => right(w.short[id]))],
    ...split(rows),
  }
}
