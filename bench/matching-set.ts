import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { bricks } from '../src/app/bricks.ts'
import { foundById } from '../src/bricks/offers/model/matching/found.ts'
import { RIDE_SAID } from '../src/bricks/offers/model/rides/asked.ts'
import { groundOf, metBy, QUICK, WHOLE } from '../src/bricks/offers/pages/matching/find.ts'
import { levelOf } from '../src/bricks/offers/pages/matching.ts'
import { isSure } from '../src/bricks/offers/pages/meeting-news.ts'
import { fold } from '../src/core/letters/words.ts'
import { THEMES } from '../src/core/themes.ts'
import { themeId } from '../src/engine/doubles.ts'
import { communesTable } from '../src/places/communes-table.ts'
import { type TestEngine, testEngine } from '../tests/support/test-engine.ts'
import { chanceFrom } from './matching-planted.ts'

/**
 * A set of sentences: what people offer and need, and which pairs a good relay would bring
 * together. It is written into a real box by the form, and every need is asked for what answers it.
 *
 * Shape   `offers.tsv`, `needs.tsv`: id, says, more, where (a commune, or nothing); `pairs.tsv`:
 *         offer, need, level (`repond`, `pourrait servir`), why. The first line names the columns.
 */
export type SetNotice = Readonly<{ id: string; says: string; more: string; where: string }>
export type PairLevel = 'answers' | 'serves'
export type MatchingSet = Readonly<{
  offers: readonly SetNotice[]
  needs: readonly SetNotice[]
  /** The level of each expected pair, by `offer need`. */
  expected: ReadonlyMap<string, PairLevel>
}>

/** Rows of a table with tabs, by the names of its first line. */
export function rowsIn(file: string): readonly Readonly<Record<string, string>>[] {
  const [head = '', ...lines] = readFileSync(file, 'utf8').replaceAll('\r', '').split('\n')
  const names = head.split('\t')
  return lines
    .filter(line => line.trim() !== '' && !line.startsWith('#'))
    .map(line => {
      const cells = line.split('\t')
      return Object.fromEntries(names.map((name, i) => [name.trim(), (cells[i] ?? '').trim()]))
    })
}

const LEVELS: Readonly<Record<string, PairLevel>> = {
  repond: 'answers',
  répond: 'answers',
  'pourrait servir': 'serves',
}
export const isSet = (folder: string): boolean =>
  ['offers.tsv', 'needs.tsv', 'pairs.tsv'].every(name => existsSync(join(folder, name)))
export function readSet(folder: string): MatchingSet {
  const notices = (name: string): readonly SetNotice[] =>
    rowsIn(join(folder, name)).map(({ id = '', says = '', more = '', where = '' }) => ({
      id,
      says,
      more,
      where,
    }))
  const expected = new Map(
    rowsIn(join(folder, 'pairs.tsv')).flatMap(({ offer, need, level = '' }) => {
      const known = LEVELS[level.toLowerCase()]
      return known ? [[`${offer} ${need}`, known] as const] : []
    }),
  )
  return { offers: notices('offers.tsv'), needs: notices('needs.tsv'), expected }
}

type Commune = Readonly<{
  code: string
  name: string
  department: string
  /** Not known of a commune that joined another. */
  lat: number | null
  lon: number | null
}>
/** The communes that the set names, in the department that most of them are in. */
function communesOf({ offers, needs }: MatchingSet): ReadonlyMap<string, Commune> {
  const named = new Set([...offers, ...needs].map(({ where }) => where).filter(Boolean))
  const table = communesTable()
  const found = [...named].map(
    name =>
      [
        name,
        table
          .prepare('SELECT code, name, department, lat, lon FROM commune WHERE folded = ?')
          .all(fold(name)) as unknown as readonly Commune[],
      ] as const,
  )
  table.close()
  const counts = new Map<string, number>()
  for (const [, all] of found)
    for (const { department } of all) counts.set(department, (counts.get(department) ?? 0) + 1)
  const likeliest = (all: readonly Commune[]): Commune | undefined =>
    all.toSorted((a, b) => (counts.get(b.department) ?? 0) - (counts.get(a.department) ?? 0))[0]
  return new Map(
    found.flatMap(([name, all]) => {
      const one = likeliest(all)
      return one ? [[name, one] as const] : []
    }),
  )
}

/** What the form sends when its question about a ride is not answered. */
const LEFT: Readonly<Record<string, string>> = { trajet: RIDE_SAID.unsure, chaque: RIDE_SAID.asked }

export type FilledSet = Readonly<{
  box: TestEngine
  /** Ids of the box by those of the set, and the other way. */
  ids: ReadonlyMap<string, string>
  named: ReadonlyMap<string, string>
  refused: readonly string[]
}>
/** Writes the set as the keeper would, one person a notice. */
export function fillSet(set: MatchingSet): FilledSet {
  const box = testEngine({ bricks })
  const communes = communesOf(set)
  const codes = [...new Set([...communes.values()].map(({ code }) => code))]
  box.bringAll(
    ...[...new Map([...communes.values()].map(one => [one.code, one])).values()].map(one => ({
      type: 'commune',
      fields: {
        code: one.code,
        name: one.name,
        ...(one.lat !== null && one.lon !== null && { point: [one.lat, one.lon] }),
      },
    })),
    ...THEMES.map(({ key, label, synonyms }) => ({
      type: 'theme',
      id: themeId(key),
      fields: { label, synonyms },
    })),
    { type: 'territory', fields: { name: 'Ici', village: codes[0], communes: codes } },
  )
  const ids = new Map<string, string>()
  const refused: string[] = []
  for (const [command, all] of [
    ['offers.offer', set.offers],
    ['offers.need', set.needs],
  ] as const)
    for (const { id, says, more, where } of all) {
      box.later(1_000)
      const input = {
        title: says,
        detail: more,
        commune: communes.get(where)?.code ?? '',
        who: `Voisin ${id}`,
        reach: `à la porte ${id}`,
        accord: 'voisins',
      }
      const first = box.turn(command, input)
      // A question about a ride that is left as it is, and sent again.
      const left = 'field' in first && LEFT[first.field ?? '']
      const answer = left ? box.turn(command, { ...input, trajet: left }) : first
      const next = 'next' in answer ? answer.next : undefined
      const written = /^\/annonces\/([^/?#]+)/.exec(next ?? '')?.[1]
      if (answer.done && written) ids.set(id, written)
      else refused.push(`${id}: ${JSON.stringify(answer)}`)
    }
  return { box, ids, named: new Map([...ids].map(([id, own]) => [own, id])), refused }
}

/** A pair that the box brings together, at its level, and as it argues it. */
export type FoundPair = Readonly<{ offer: string; need: string; level: PairLevel; why: string }>

/** Asks for each need what meets it; what the inventory would answer is left out. */
export function pairsFound({ box, ids, named }: FilledSet, set: MatchingSet): readonly FoundPair[] {
  const { kit } = box
  const { territory, request } = kit('/annonces')
  const ground = groundOf(box.source.read, territory, request.today)
  return set.needs.flatMap(({ id }) => {
    const own = ids.get(id)
    const spoken = own && foundById(box.source.read, own, ground.points)
    if (!spoken) return []
    return metBy(spoken, ground, WHOLE).flatMap(({ other, meeting }) => {
      const level = levelOf(meeting)
      const offer = named.get(other.id)
      if (offer === undefined || level === undefined) return []
      const why = `${meeting.score.toFixed(2)} ${meeting.reasons.map(tell).join(' · ')}`
      return [{ offer, need: id, level, why }]
    })
  })
}
/**
 * Of the pairs that are sure, how many the lines of notices tell, as the first page has them; and
 * how many of these are right.
 *
 * Shape   a line tells one other notice at most, so that a pair may stand on either of its two.
 */
export function linesOf(
  { box, ids, named }: FilledSet,
  { offers, needs, expected }: MatchingSet,
): Readonly<{ sure: number; told: number; right: number }> {
  const { territory, request } = box.kit('/')
  const ground = groundOf(box.source.read, territory, request.today)
  const [sure, told] = [new Set<string>(), new Set<string>()]
  for (const { id } of [...offers, ...needs]) {
    const own = ids.get(id)
    const spoken = own && foundById(box.source.read, own, ground.points)
    if (!spoken) continue
    const pairWith = (other: string): string => {
      const also = named.get(other) ?? other
      return spoken.side === 'need' ? `${also} ${id}` : `${id} ${also}`
    }
    const all = metBy(spoken, ground, WHOLE).filter(({ meeting }) => isSure(meeting))
    for (const { other } of all) sure.add(pairWith(other.id))
    const line = metBy(spoken, ground, QUICK).find(({ meeting }) => isSure(meeting))
    if (line) told.add(pairWith(line.other.id))
  }
  return {
    sure: sure.size,
    told: told.intersection(sure).size,
    right: [...told].filter(pair => expected.get(pair) === 'answers').length / told.size,
  }
}
const tell = (reason: object): string => Object.values(reason).join(' ')

export type Rate = Readonly<{ value: number; low: number; high: number; of: number }>
export type SetScore = Readonly<{
  precision: Rate
  recall: Rate
  servesPrecision: Rate
  servesRecall: Rate
}>
type Tally = Readonly<{
  right: number
  shown: number
  wanted: number
  helps: number
  hints: number
  hinted: number
  told: number
}>

const DRAWS = 2_000
const SEED = 20261201
/**
 * Precision and recall, with the bounds within which 95 of 100 draws of as many needs lie
 * (percentile bootstrap by need, since the pairs of one need hang together).
 *
 * Shape   `precision`, `recall`: of *répond*. `servesPrecision`: of what is shown as *pourrait
 *         servir*, right where the set names the pair at either level.
 */
export function scoreOf(set: MatchingSet, found: readonly FoundPair[]): SetScore {
  const tallies = set.needs.map(({ id }): Tally => {
    const mine = found.filter(({ need }) => need === id)
    const levelAt = (pair: FoundPair) => set.expected.get(`${pair.offer} ${pair.need}`)
    const shown = mine.filter(({ level }) => level === 'answers')
    const hints = mine.filter(({ level }) => level === 'serves')
    const expected = [...set.expected].filter(([pair]) => pair.endsWith(` ${id}`))
    return {
      right: shown.filter(pair => levelAt(pair) === 'answers').length,
      shown: shown.length,
      wanted: expected.filter(([, level]) => level === 'answers').length,
      helps: hints.filter(pair => levelAt(pair) !== undefined).length,
      hints: hints.length,
      hinted: hints.filter(pair => levelAt(pair) === 'serves').length,
      told: expected.filter(([, level]) => level === 'serves').length,
    }
  })
  const chance = chanceFrom(SEED)
  const draws = Array.from({ length: DRAWS }, () =>
    tallies.map(() => tallies[Math.floor(chance() * tallies.length)]!),
  )
  const rate = (part: keyof Tally, whole: keyof Tally): Rate => {
    const of = (all: readonly Tally[]): number => total(all, part) / Math.max(1, total(all, whole))
    const sorted = draws.map(of).sort((a, b) => a - b)
    return {
      value: of(tallies),
      low: sorted[Math.floor(0.025 * DRAWS)]!,
      high: sorted[Math.floor(0.975 * DRAWS)]!,
      of: total(tallies, whole),
    }
  }
  return {
    precision: rate('right', 'shown'),
    recall: rate('right', 'wanted'),
    servesPrecision: rate('helps', 'hints'),
    servesRecall: rate('hinted', 'told'),
  }
}
const total = (all: readonly Tally[], part: keyof Tally): number =>
  all.reduce((sum, one) => sum + one[part], 0)
