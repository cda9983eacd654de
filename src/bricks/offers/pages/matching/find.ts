import type { Kit } from '../../../../contract/kit.ts'
import type { Reader } from '../../../../contract/reader.ts'
import { hasTable, rowsBy, STANDS, tableOf } from '../../../../contract/tables.ts'
import type { Territory } from '../../../../contract/territory.ts'
import { lazy, lazyOf } from '../../../../core/lazy.ts'
import { type Arranged, arrangedHere } from '../../model/arranged.ts'
import {
  besideRows,
  type FoundNotice,
  foundIn,
  type Learnt,
  learntHere,
  pointsNumber,
  type RowSource,
} from '../../model/matching/found.ts'
import { type MatchSide, type Points, THERE } from '../../model/matching/rows.ts'
import type { SpokenNotice, Theme, WordsHere } from '../../model/matching/spoken.ts'
import { soughtBy, soughtHere } from '../../model/matching/terms.ts'
import { bestFirst, type Match, meet, themeOf } from '../matching.ts'

/**
 * How much is looked at: candidates argued, at most, how many of one word, and how far down from
 * the surest words.
 */
export type Effort = Readonly<{ argued: number; ofOneWord: number; tiers: number }>
export const WHOLE: Effort = { argued: 160, ofOneWord: 100, tiers: 3 }
/** For a line on the home page: the likeliest few. */
export const QUICK: Effort = { argued: 24, ofOneWord: 12, tiers: 2 }

/** For the sentence that thanks who sent a notice. */
export const SENT: Effort = { argued: 40, ofOneWord: 20, tiers: 2 }

const MOST_THEMES = 400
/** Where reads are kept, one list until something of it is written. */
export const themesIn = (read: Reader): readonly Theme[] =>
  read.keep(
    'themes to match',
    () => themesNow(read),
    all => 2 * JSON.stringify(all).length + OF_THEME * all.length,
  )
/** Units   bytes, of the sets of a theme. */
const OF_THEME = 600

function themesNow(read: Reader): readonly Theme[] {
  if (!hasTable(read, 'theme')) return []
  const rows = read.all(
    `SELECT id, label, synonyms FROM theme WHERE ${STANDS} ORDER BY id LIMIT ?`,
    MOST_THEMES,
  )
  const joined = Map.groupBy(
    read.all(
      `SELECT id, shown FROM joined
       WHERE id <> shown AND shown IN (SELECT value FROM json_each(?)) ORDER BY id`,
      JSON.stringify(rows.map(row => row['id'])),
    ),
    row => row['shown'],
  )
  return rows.flatMap(row => {
    const said = read.attempt({ type: 'theme', id: String(row['id']) }, () =>
      themeOf(row as Parameters<typeof themeOf>[0]),
    )
    const also = joined.get(row['id'] ?? '')?.map(one => String(one['id'])) ?? []
    return said ? [{ ...said, also }] : []
  })
}

const pointsOf = lazyOf(({ communes }: Pick<Territory, 'communes'>): Points => {
  const known = new Map(communes.map(one => [one.code, one.point]))
  return commune => known.get(commune) ?? null
})
const NO_COMMUNE = { communes: [] }

/**
 * Where one looks from: the themes, the territory, the day. `cards`: whoever looks holds a card,
 * and may find notices that are read by card alone. No print, line of paper or letter looks so.
 * `arranged`: what two people agreed already, which nothing is proposed for. `learnt`: what people
 * of here taught.
 */
export type MatchContext = Readonly<{
  read: Reader
  themes: readonly Theme[]
  points: Points
  near: (commune: string | null) => string
  today: string
  cards?: boolean
  arranged?: () => Arranged
  learnt: () => Learnt
}>
export function groundOf(
  read: Reader,
  territory: Territory | undefined,
  today: string,
): MatchContext & Required<Pick<MatchContext, 'arranged'>> {
  const points = pointsOf(territory ?? NO_COMMUNE)
  const codes = (territory?.communes ?? []).map(one => one.code)
  return {
    read,
    arranged: lazy(() => arrangedHere(read)),
    learnt: lazy(() => learntHere(read)),
    themes: themesIn(read),
    points,
    near: commune => byDistance(commune, codes, points),
    today,
  }
}

const grounds = new WeakMap<Kit, ReturnType<typeof groundOf>>()
/** Where a page looks from, read once for all of it. */
export function groundHere(kit: Kit, read: Reader): ReturnType<typeof groundOf> {
  const held = grounds.get(kit) ?? groundOf(read, kit.territory, kit.request.today)
  grounds.set(kit, held)
  return held
}

/** The communes in one text, nearest first: SQL then orders by where a code stands in it. */
function byDistance(commune: string | null, codes: readonly string[], points: Points): string {
  const here = commune === null ? null : points(commune)
  if (here === null) return commune ?? ''
  const away = (code: string): number => {
    const there = points(code)
    return there === null
      ? Number.POSITIVE_INFINITY
      : (there[0] - here[0]) ** 2 + (0.7 * (there[1] - here[1])) ** 2
  }
  return [
    commune,
    ...codes.filter(code => code !== commune).sort((a, b) => away(a) - away(b)),
  ].join(' ')
}

/**
 * What meets a notice, best first: answers and near misses together.
 *
 * Shape   looks by the surest words first, the rarest of them before the others, the nearest
 *         communes within one word; argues so many and no more. Refused pairs are left out until
 *         one of the two says something else; so are those that somebody arranged.
 */
export function metBy(
  one: SpokenNotice,
  ground: MatchContext,
  effort: Effort = WHOLE,
): readonly Match<FoundNotice>[] {
  const arranged = ground.arranged?.()
  if (arranged?.isMet(one.id)) return []
  const sides: readonly MatchSide[] = one.side === 'need' ? ['o', 't'] : ['n']
  const { isRefused, words } = ground.learnt()
  const mine = words.read(one)
  const found =
    ground.read.attempt({ type: one.side, id: one.id }, () =>
      candidates(mine, sides, ground, effort),
    ) ?? new Map()
  const met = bestFirst(mine, meetings(mine, found, ground)).map(match =>
    asSaid({ one, ...match }, words),
  )
  return met.filter(
    ({ other }) =>
      !isRefused(one, other) && !arranged?.isMet(other.id) && !arranged?.isPair(one.id, other.id),
  )
}

/**
 * What of these meets a notice. Where reads are kept, two that were argued are argued again once
 * something of the other is written; the name has all of this one.
 */
function meetings(
  mine: SpokenNotice,
  found: ReadonlyMap<string, MatchSide>,
  ground: MatchContext,
): readonly Match<FoundNotice>[] {
  const { read } = ground
  const now = new Map<string, FoundNotice>()
  // What the tables keep of its sentence follows from the sentence.
  const said = JSON.stringify({ ...mine, row: undefined, reading: undefined })
  const name = `meets ${pointsNumber(ground.points)} ${said}`
  const met = read.keepEach(
    name,
    [...found.keys()],
    ids => {
      // Read again, kept as they are, so that whoever keeps has read them.
      const [themes, { unmet, words }] = [themesIn(read), learntHere(read)]
      const others = rowsOf(new Map(ids.map(id => [id, found.get(id)!])), ground)
      for (const other of others) now.set(other.id, other)
      const all = others.map(other => words.read(other))
      const argue = (other: FoundNotice) =>
        read.attempt(other, () => meet(mine, other, themes, unmet))
      return new Map(
        all.flatMap(other => {
          const meeting = argue(other)
          return meeting ? [[other.id, { id: other.id, meeting }]] : []
        }),
      )
    },
    OF_MEETING,
  )
  const rest = met.flatMap(({ id }) => (now.has(id) ? [] : [[id, found.get(id)!] as const]))
  for (const other of rowsOf(new Map(rest), ground)) now.set(other.id, other)
  return met.flatMap(({ id, meeting }) => {
    const other = now.get(id)
    return other ? [{ other, meeting }] : []
  })
}
/** Units   bytes. */
const OF_MEETING = (): number => 1_500

/** A meeting in the words of both, where words of here were read as others. */
function asSaid(
  { one, other, meeting }: Match<FoundNotice> & Readonly<{ one: SpokenNotice }>,
  { all, told }: WordsHere,
): Match<FoundNotice> {
  if (all.length === 0) return { other, meeting }
  const [offer, need] = one.side === 'need' ? [other, one] : [one, other]
  const reasons = meeting.reasons.map(reason => {
    if (!('offer' in reason)) return reason
    const said = { offer: told(offer, reason.offer), need: told(need, reason.need) }
    const isWide = reason.is === 'kind' && reason.wideSaid === reason.offer
    return reason.is !== 'kind'
      ? { ...reason, ...said }
      : {
          ...reason,
          ...said,
          wideSaid: isWide ? said.offer : said.need,
          narrowSaid: isWide ? said.need : said.offer,
        }
  })
  return { other, meeting: { ...meeting, reasons } }
}

function candidates(
  one: SpokenNotice,
  sides: readonly MatchSide[],
  ground: MatchContext,
  effort: Effort,
): ReadonlyMap<string, MatchSide> {
  const { read } = ground
  const near = ground.near(one.commune)
  const found = new Map(ground.cards ? byCardOn(sides, ground) : [])
  const { all } = ground.learnt().words
  for (const terms of soughtBy(one, ground.themes).slice(0, effort.tiers)) {
    if (found.size >= effort.argued) break
    for (const word of rarestFirst(read, soughtHere(terms, all), sides)) {
      if (found.size >= effort.argued) break
      for (const id of nearest(ground, word, near, effort.ofOneWord))
        if (found.size < effort.argued) found.set(id, word.side)
    }
  }
  return found
}

/** A word of one side, and of how many records it is. */
type SidedWord = Readonly<{ term: string; side: MatchSide; n: number }>
/** So many records of a word are sorted at once; of a commoner word, commune by commune. */
const SORTED = 60

/**
 * The records of a word, those of the nearest communes first, within one the newest. Of a common
 * word one commune is read, then two more, then four, until there are enough.
 */
function nearest(
  { read, today }: MatchContext,
  { term, side, n }: SidedWord,
  near: string,
  most: number,
): readonly string[] {
  const ids = (where: string, ...params: readonly (string | number)[]): readonly string[] =>
    rowsBy('notice_term', 'term', [term], () =>
      read.all(
        `SELECT id FROM notice_term WHERE term = ? AND side = ? AND (until IS NULL OR until >= ?)
         ${where} LIMIT ?`,
        ...[term, side, today, ...params],
      ),
    ).map(row => String(row['id']))
  if (n <= SORTED)
    return ids(
      "ORDER BY coalesce(nullif(instr(?, nullif(commune, '')), 0), 999999), id DESC",
      ...[near, most],
    )
  const found: string[] = []
  const communes = near.split(' ').filter(code => code !== '')
  const among =
    'AND commune IN (SELECT value FROM json_each(?)) ORDER BY instr(?, commune), id DESC'
  for (let at = 0; at < communes.length && found.length < most; at = 2 * at + 1) {
    const next = JSON.stringify(communes.slice(at, 2 * at + 1))
    found.push(...ids(among, next, near, most - found.length))
  }
  const elsewhere = 'AND commune NOT IN (SELECT value FROM json_each(?)) ORDER BY id DESC'
  return found.length >= most
    ? found
    : [...found, ...ids(elsewhere, JSON.stringify(communes), most - found.length)]
}

const MOST_BY_CARD = 40
/**
 * The notices of these sides that are read by card alone, newest first: no index holds a word of
 * them. Whoever holds no card finds none.
 */
const byCardOn = (
  sides: readonly MatchSide[],
  { read, today }: MatchContext,
): readonly (readonly [id: string, side: MatchSide])[] =>
  sides
    .filter(side => side !== 't')
    .flatMap(side =>
      TYPES_OF[side].flatMap(type => {
        const ofCards = <T>(work: () => T): T => rowsBy(`${type}_home`, 'shownByCard', [1], work)
        const ids = ofCards(() =>
          read.all(`SELECT id FROM ${type}_home WHERE shownByCard = 1`),
        ).map(row => String(row['id']))
        if (ids.length === 0) return []
        const rows = ofCards(() =>
          rowsBy(type, 'id', ids, () =>
            read.all(
              `SELECT id FROM ${type} WHERE id IN (SELECT value FROM json_each(?))
                 AND removed IS NOT 1 AND (until IS NULL OR until >= ?)
                 AND (state IS NULL OR state <> 'closed') ORDER BY id DESC LIMIT ?`,
              JSON.stringify(ids),
              today,
              MOST_BY_CARD,
            ),
          ),
        )
        return rows.map(row => [String(row['id']), side] as const)
      }),
    )

const COUNTED = 400
/** Counted in one statement: most of what is looked for stands nowhere. */
function rarestFirst(
  read: Reader,
  terms: readonly string[],
  sides: readonly MatchSide[],
): readonly SidedWord[] {
  return rowsBy('notice_term', 'term', terms, () =>
    read.all(
      `SELECT asked.value AS term, at.value AS side, (SELECT count(*) FROM (SELECT 1
         FROM notice_term WHERE term = asked.value AND side = at.value LIMIT ?)) AS n
       FROM json_each(?) AS at CROSS JOIN json_each(?) AS asked
       WHERE EXISTS (SELECT 1 FROM notice_term WHERE term = asked.value AND side = at.value)`,
      COUNTED,
      JSON.stringify(sides),
      JSON.stringify(terms),
    ),
  )
    .map(({ term, side, n }) => ({ term: String(term), side: side as MatchSide, n: Number(n) }))
    .sort((a, b) => a.n - b.n)
}

const TYPES_OF: Readonly<Record<MatchSide, readonly string[]>> = {
  o: ['offer'],
  n: ['need'],
  t: THERE,
}
/** Joined records show once, under the id that stands for them all. */
function rowsOf(found: ReadonlyMap<string, MatchSide>, place: RowSource): readonly FoundNotice[] {
  const of = Map.groupBy(found.keys(), id => found.get(id)!)
  return [...of].flatMap(([side, ids]) =>
    TYPES_OF[side]
      .filter(type => side !== 't' || hasTable(place.read, type.replaceAll('-', '_')))
      .flatMap(type => foundAmong(place, type, ids)),
  )
}

function foundAmong(
  place: RowSource,
  type: string,
  ids: readonly string[],
): readonly FoundNotice[] {
  const { read } = place
  const table = tableOf(type, 'commons')
  const rows = rowsBy(table, 'id', ids, () =>
    read.all(
      `SELECT * FROM "${table}" WHERE id IN (SELECT value FROM json_each(?)) AND ${STANDS}`,
      JSON.stringify(ids),
    ),
  )
  const beside = besideRows(read, type, rows)
  return rows.flatMap(
    row =>
      read.attempt({ type, id: String(row['id']) }, () => foundIn(place, type, row, beside)) ?? [],
  )
}
