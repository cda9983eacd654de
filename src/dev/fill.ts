import { createHash } from 'node:crypto'
import { COMMUNES } from '../../seeds/communes.ts'
import { bornAt, idFrom } from '../core/id.ts'
import type { Value } from '../core/schema.ts'
import { THEMES } from '../core/themes.ts'
import { communeId, themeId } from '../engine/doubles.ts'
import type { BroughtRecord } from '../engine/records/bring.ts'
import { type Engine, runBatch } from '../engine/turn.ts'
import { ZONE } from '../files/clock.ts'
import * as words from './fill-words.ts'

/** This box has none of the bricks that can be filled. */
export class NoTypes extends Error {
  override name = 'NoTypes'
}

/** How many records a turn brings: one entry. */
const PAGE = 500
/** Two of one village's records are this far apart. */
const APART_MS = 60_000

type Chance = Readonly<{
  next: () => number
  below: (n: number) => number
  of: <T>(all: readonly T[]) => T
  bytes: () => Uint8Array
}>

/** Chance that comes back the same: the bytes of SHA-256 of a seed and a count. */
function chanceFrom(seed: string): Chance {
  let held = Buffer.alloc(0)
  let at = 0
  let count = 0
  const next = (): number => {
    if (at === held.length) {
      held = createHash('sha256').update(`${seed} ${count++}`).digest()
      at = 0
    }
    at += 4
    return held.readUInt32BE(at - 4) / 2 ** 32
  }
  const below = (n: number) => Math.floor(next() * n)
  return {
    next,
    below,
    of: all => all[below(all.length)]!,
    bytes: () => Uint8Array.from({ length: 10 }, () => below(256)),
  }
}

/** What records lean on: where, about what, and those written before them. */
type Ground = Readonly<{
  day: string
  communes: readonly string[]
  themes: readonly string[]
  places: string[]
  actors: string[]
}>
type Making = Readonly<{
  type: string
  share: number
  fields: (c: Chance, g: Ground, n: number) => Readonly<Record<string, Value | undefined>>
}>

const dayFrom = (day: string, days: number): string =>
  Temporal.PlainDate.from(day).add({ days }).toString()
const text = (c: Chance): string =>
  Array.from({ length: 2 + c.below(5) }, () => c.of(words.SENTENCES)).join(' ')
const some = (c: Chance, all: readonly string[]): readonly string[] =>
  all.length === 0 ? [] : [...new Set(Array.from({ length: 1 + c.below(2) }, () => c.of(all)))]
const lower = (said: string): string => said.charAt(0).toLowerCase() + said.slice(1)
const about = (c: Chance, g: Ground) => ({ themes: some(c, g.themes), commune: c.of(g.communes) })
/** One in `n`. */
const maybe = <T>(c: Chance, n: number, value: () => T): T | undefined =>
  c.below(n) === 0 ? value() : undefined
const known = (c: Chance, ids: readonly string[]): string | undefined =>
  ids.length > 0 ? c.of(ids) : undefined
/** Central Forez, in degrees: where the seeds' communes stand. */
const point = (c: Chance): readonly [number, number] => [
  Math.round((45.6 + c.next() * 0.3) * 1e5) / 1e5,
  Math.round((3.8 + c.next() * 0.35) * 1e5) / 1e5,
]

/** By share: what a village writes most stands most. */
const MAKINGS: readonly Making[] = [
  {
    type: 'actor',
    share: 15,
    fields: (c, g, n) => ({
      name: `${c.of(words.GROUPS)} ${n}`,
      kind: c.of(words.GROUP_KINDS),
      summary: text(c),
      ...about(c, g),
      reach: c.of(words.REACHES),
      phone: maybe(c, 3, () => `04 77 ${10 + c.below(90)} ${10 + c.below(90)} ${10 + c.below(90)}`),
      point: maybe(c, 2, () => point(c)),
    }),
  },
  {
    type: 'place',
    share: 8,
    fields: (c, g, n) => {
      const which = c.below(words.PLACES.length)
      return {
        name: `${words.PLACES[which]} ${n}`,
        kind: words.PLACE_KINDS[which],
        description: text(c),
        ...about(c, g),
        point: point(c),
        hours: maybe(c, 2, () => `${c.of(['We', 'Sa', 'Mo-Fr'])} 14:00-18:00`),
        present: maybe(c, 2, () => c.of(words.FIRST_NAMES)),
        toConfirm: maybe(c, 5, () => true),
      }
    },
  },
  {
    type: 'initiative',
    share: 10,
    fields: (c, g, n) => ({
      title: `${c.of(words.PROJECTS)} (${n})`,
      summary: text(c),
      state: c.of(['idea', 'starting', 'running', 'running', 'paused', 'done']),
      ...about(c, g),
      place: known(c, g.places),
      runBy: g.actors.length > 0 ? some(c, g.actors) : undefined,
      since: dayFrom(g.day, -c.below(900)),
    }),
  },
  {
    type: 'offer',
    share: 25,
    fields: (c, g, n) => ({
      title: `${c.of(words.FIRST_NAMES)} propose ${c.of(words.THINGS)} (${n})`,
      who: c.of(words.FIRST_NAMES),
      reach: c.of(words.REACHES),
      detail: text(c),
      state: c.of(['firm', 'firm', 'firm', 'lead', 'closed']),
      mode: c.of(['give', 'lend', 'share', 'exchange', 'barter', 'sell', 'hand']),
      ...about(c, g),
      against: maybe(c, 3, () => c.of(words.AGAINST)),
      until: maybe(c, 2, () => dayFrom(g.day, c.below(120))),
      from: known(c, g.actors),
    }),
  },
  {
    type: 'need',
    share: 20,
    fields: (c, g, n) => ({
      title:
        `${c.of(words.FIRST_NAMES)} cherche ` +
        `${c.below(2) ? c.of(words.THINGS) : `de l’aide pour ${c.of(words.HELPS)}`} (${n})`,
      who: c.of(words.FIRST_NAMES),
      reach: c.of(words.REACHES),
      detail: text(c),
      hand: maybe(c, 3, () => true),
      state: c.of(['open', 'open', 'open', 'closed']),
      ...about(c, g),
      until: maybe(c, 2, () => dayFrom(g.day, c.below(90))),
    }),
  },
  {
    type: 'event',
    share: 15,
    fields: (c, g, n) => ({
      title: `${c.of(words.DOINGS)} (${n})`,
      startsOn: dayFrom(g.day, c.below(400) - 200),
      startsAt: `${9 + c.below(11)}`.padStart(2, '0').concat(c.of([':00', ':30'])),
      place: known(c, g.places),
      ...about(c, g),
      detail: text(c),
    }),
  },
  {
    type: 'idea',
    share: 7,
    fields: (c, g, n) => ({
      title: `${c.of(words.IDEAS)} (${n})`,
      detail: `${text(c)} On pourrait ${lower(c.of(words.HELPS))}.`,
      state: c.of(['open', 'open', 'became', 'dropped']),
      ...about(c, g),
      threshold: maybe(c, 3, () => 3 + c.below(8)),
    }),
  },
]

const momentOf = (day: string): number =>
  Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: ZONE, plainTime: '10:00' })
    .epochMilliseconds

/**
 * Fills a house with plausible records of the types that it knows.
 *
 * Law     the same count and day give the same records; a second time writes nothing.
 * Errors  NoTypes.
 */
export function fillEngine(
  engine: Engine,
  records: number,
  day: string,
  progress: (done: number) => void = () => undefined,
): number {
  const known = MAKINGS.filter(making => engine.types.has(making.type))
  if (known.length === 0) throw new NoTypes()
  const begun = momentOf(day) - records * APART_MS
  const chance = chanceFrom(`${records} ${day}`)
  const ground = groundOf(engine, day, begun)
  let page: BroughtRecord[] = []
  for (let n = 1; n <= records; n++) {
    const making = drawn(known, chance)
    const id = idFrom(begun + n * APART_MS, chance.bytes())
    const fields = Object.entries(making.fields(chance, ground, n)).filter(
      ([, value]) => value !== undefined,
    )
    page.push({
      type: making.type,
      id,
      fields: Object.fromEntries(fields) as BroughtRecord['fields'],
    })
    if (making.type === 'place') ground.places.push(id)
    if (making.type === 'actor') ground.actors.push(id)
    if (page.length === PAGE || n === records) {
      bringPage(engine, page, chance)
      page = []
      progress(n)
    }
  }
  return records
}

function drawn(known: readonly Making[], chance: Chance): Making {
  let at = chance.below(known.reduce((sum, making) => sum + making.share, 0))
  return known.find(making => (at -= making.share) < 0)!
}

function bringPage(engine: Engine, page: readonly BroughtRecord[], chance: Chance): void {
  const now = bornAt(page.at(-1)!.id)
  const asked = {
    brick: 'plain',
    command: 'bring',
    input: { records: JSON.stringify(page) },
    by: 'keeper' as const,
    id: idFrom(now, chance.bytes()),
    lang: 'fr' as const,
  }
  const [answer] = runBatch(engine, [asked], {
    now: () => now,
    sure: true,
    today: () => new Date(now).toISOString().slice(0, 10),
  })
  if (!answer?.done) throw new Error(`fill was refused: ${JSON.stringify(answer)}`)
}

/**
 * The village that is there, or one of the seeds' communes and themes; always read back, so that a
 * second time leans on the same.
 */
function groundOf(engine: Engine, day: string, begun: number): Ground {
  const chance = chanceFrom(`ground ${day}`)
  const made: BroughtRecord[] = []
  const lacks = (name: string): boolean => {
    const type = engine.types.get(name)
    return type !== undefined && engine.read.count(type) === 0
  }
  const put = (
    type: string,
    fields: BroughtRecord['fields'],
    id = idFrom(begun - 1_000, chance.bytes()),
  ): void => void made.push({ type, id, fields })
  if (lacks('theme'))
    for (const { key, label, synonyms } of THEMES) put('theme', { label, synonyms }, themeId(key))
  if (lacks('commune'))
    for (const [code, name, postalCodes, population, at] of COMMUNES)
      put('commune', { code, name, postalCodes, population, point: at }, communeId(code))
  const codes = COMMUNES.map(([code]) => code)
  if (lacks('territory')) put('territory', { ...TERRITORY, village: codes[0]!, communes: codes })
  if (made.length > 0) bringPage(engine, made, chance)
  const column = (name: string, field: string): readonly string[] => {
    const type = engine.types.get(name)
    return type
      ? engine.read
          .list(type, { order: 'id' })
          .map(row => String((row as Readonly<Record<string, unknown>>)[field]))
      : []
  }
  const held = column('commune', 'code')
  return {
    day,
    communes: held.length > 0 ? held : codes,
    themes: column('theme', 'id'),
    places: [],
    actors: [],
  }
}

const TERRITORY = {
  name: 'Sail et alentours',
  keptBy: 'Anaïs et Malo, au local le mercredi',
  licence: 'none',
}
