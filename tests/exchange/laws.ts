import { isDeepStrictEqual } from 'node:util'
import { boxOfFeed } from '../../src/core/change.ts'
import { isRemoved, keyOf, type Merged } from '../../src/core/merge.ts'
import { FURTHEST_AHEAD_MS, msOf, type Stamp } from '../../src/core/stamp.ts'
import { row } from '../../src/log/log.ts'
import { missingValuesIn } from '../../src/log/missing-values.ts'
import { leastOf } from '../../src/projection/joined.ts'
import { fieldValue } from '../../src/projection/prose-update.ts'
import { type Said, stateOf } from '../wire/boxes.ts'
import { holds } from './broken.ts'
import type { Acked } from './ledger.ts'
import { CANARY, textRecord } from './people.ts'
import type { Place } from './place.ts'
import { hurtEntries, hurtHeads } from './whole.ts'
import { piecesHeld, supersededAt, trustAt, type World } from './world.ts'

/** All that must be true of a world once everybody has met everybody. Errors  Broken. */
export function hold(world: World): void {
  nothingLost(world)
  nothingBack(world)
  nothingPrivate(world)
  nobodyUninvited(world)
  clocksHeld(world)
  for (const place of world.places) whole(place)
  for (const alike of alikes(world)) allEqual(world, alike)
  for (const place of world.faithful) wordsStand(world, place)
}

const isBelieved = (place: Place, box: string): boolean => {
  const { paired, accepted, dismissed } = trustAt(place)
  return box === place.name || ((paired.has(box) || accepted.has(box)) && !dismissed.has(box))
}
const isConfided = (place: Place, box: string): boolean =>
  isBelieved(place, box) && trustAt(place).paired.has(box)

/** Whether what that box wrote in that space comes to this one, once everybody met. */
function comes(world: World, place: Place, box: string, space: string): boolean {
  if (space === 'commons') return isBelieved(place, box)
  if (space !== 'network' || !world.isSealing) return false
  // Two cards of one box give each other nothing sealed: a box that is paired with both carries it.
  if (box === place.name)
    return world.faithful.some(other => other.name !== box && isConfided(other, box))
  return isConfided(place, box)
}

/**
 * Law 1, and *who may*: what was acknowledged stands wherever its box is believed, unless its own
 * box wrote over it, or asked, or the keeper there did.
 */
function nothingLost(world: World): void {
  const superseded = new Set(world.places.flatMap(place => [...supersededAt(place)]))
  for (const place of world.faithful) {
    const held = piecesHeld(place)
    for (const one of world.ledger.acked)
      if (!one.isLost && comes(world, place, one.box, one.space) && !held.has(one.piece))
        holds(
          'law 1',
          world.ledger.isAsked(one, place.name) ||
            superseded.has(one.piece) ||
            isOnOtherCard(world, place, one),
          () => `${one.value} (${one.at}) is lost at ${place.name.slice(0, 5)}`,
        )
  }
}

/**
 * Whether another card of the box holds this write of the network, this card asks for it by name,
 * and nobody has it to bring: the keeper of each other box that it was confided to had it forgotten
 * there. A peer gives no value that its own keeper erased, and what was confided goes one step
 * (docs/decisions/0010-bundle.md, 8 and 11): the value is not lost, it waits at the other card.
 */
function isOnOtherCard(world: World, place: Place, one: Acked): boolean {
  if (one.space !== 'network' || one.box !== place.name) return false
  const [feed, seq] = one.at.split(' ') as [string, string]
  const isHeld = (other: Place): boolean => piecesHeld(other).has(one.piece)
  return (
    missingValuesIn(place.log, name => name === feed)[feed]?.includes(Number(seq)) === true &&
    world.places.some(other => other.name === place.name && isHeld(other)) &&
    world.faithful
      .filter(other => other.name !== place.name && isConfided(other, place.name))
      .every(other => !isHeld(other) && world.ledger.isAsked(one, other.name))
  )
}

/** Law 10: what a box asked of its own writes, or of any at home, is in no box that heard it. */
function nothingBack(world: World): void {
  const byAt = Map.groupBy(world.ledger.acked, one => one.at)
  for (const place of world.places) {
    const held = piecesHeld(place)
    const heard = new Set([...held].map(piece => piece.slice(0, 64)))
    for (const asked of world.ledger.asked.filter(
      one => heard.has(one.hash) && (one.by === one.box || one.by === place.name),
    ))
      for (const { piece, value, at } of byAt.get(asked.at) ?? []) {
        const isMeant =
          asked.hash8 === '' ||
          Buffer.from(piece.slice(0, 16), 'hex').toString('base64url') === asked.hash8
        holds(
          'law 10',
          !isMeant || !held.has(piece) || isRequest(world, piece),
          () => `${value} (${at}) came back`,
        )
      }
  }
}
/** A request to forget is never forgotten, whoever asks. */
const isRequest = ({ ledger }: World, piece: string): boolean =>
  piece.endsWith(' writes') && ledger.asked.some(one => piece.startsWith(one.hash))

/**
 * Law 6, at rest: `home` in its own box only, `network` where it was confided; bundles are looked
 * into as they leave.
 */
function nothingPrivate(world: World): void {
  for (const { log, name } of world.places)
    for (const { feed, value } of log.sql.all<{ feed: string; value: string }>(
      'SELECT f.name AS feed, l.value FROM piece l JOIN feed f ON f.no = l.entry >> 32 ' +
        "WHERE f.name NOT LIKE '%.commons%'",
    )) {
      const box = boxOfFeed(feed)
      const isRight =
        box === name ||
        (feed.includes('.network') && world.isSealing && world.paired.has(`${name} ${box}`))
      holds('law 6', isRight, () => `${value} of ${feed} at ${name.slice(0, 5)}`)
    }
  for (const { log, name } of world.places)
    for (const word of [CANARY.home, CANARY.network]) {
      const open = log.sql.all<{ name: string }>(
        'SELECT f.name FROM piece l JOIN feed f ON f.no = l.entry >> 32 ' +
          "WHERE l.value LIKE '%' || ? || '%' AND f.name LIKE '%.commons%'",
        word,
      )
      holds('law 6', open.length === 0, () => `${word} in ${open[0]?.name} at ${name.slice(0, 5)}`)
    }
}

/** Who may: no entry of a box that the keeper here never said yes to. */
function nobodyUninvited(world: World): void {
  for (const place of world.faithful) {
    world.waitingAt(place)
    for (const { name: feed } of place.log.sql.all<{ name: string }>(
      'SELECT name FROM feed WHERE last > 0',
    )) {
      const pair = `${place.name} ${boxOfFeed(feed)}`
      const isInvited =
        boxOfFeed(feed) === place.name ||
        world.paired.has(pair) ||
        (feed.includes('.commons') && world.accepted.has(pair))
      holds('who may', isInvited, () => `${feed} at ${place.name.slice(0, 5)}`)
    }
  }
}

/** Law 9: what neighbours say moved no clock more than an hour beyond what it said itself. */
function clocksHeld({ faithful }: World): void {
  for (const { log, latest, name } of faithful) {
    const seen = log.sql.get<{ value: string }>(
      "SELECT value FROM mark WHERE key = 'witnessed'",
    )?.value
    const ahead = seen === undefined ? 0 : msOf(seen as Stamp) - latest
    holds('law 9', ahead <= FURTHEST_AHEAD_MS, () => `${name.slice(0, 5)} is ${ahead} ms ahead`)
  }
}

/**
 * As `cocote check` reads a log: entries, chains, signatures, flesh, writes, heads (law 4: its
 * oracle is core/merge.ts).
 */
function whole({ log }: Place): void {
  const hurts = [...hurtEntries(log), ...hurtHeads(log)]
  holds('law 4', hurts.length === 0, () => `not whole: ${JSON.stringify(hurts.slice(0, 2))}`)
}

/** The boxes that believe the same ones, together; who still dismisses somebody stands alone. */
function alikes({ faithful, isSealing }: World): readonly (readonly Place[])[] {
  const key = (place: Place, n: number): string => {
    const { paired, accepted, dismissed } = trustAt(place)
    if (dismissed.size > 0) return `alone ${n}`
    return [
      [...new Set([...paired, ...accepted, place.name])].sort(),
      isSealing ? [...new Set([...paired, place.name])].sort() : '',
    ].join('|')
  }
  return [...Map.groupBy(faithful.entries(), ([n, place]) => key(place, n)).values()].map(group =>
    group.map(([, place]) => place),
  )
}

/** Law 4: the same heads, the same conflicts, the same joined sets, the same texts. */
function allEqual(world: World, [first, ...others]: readonly Place[]): void {
  if (first === undefined || others.length === 0) return
  const all = [first, ...others]
  const isCarried = (place: Place): boolean =>
    comes(world, place, place.name, 'network') ||
    all.filter(other => other.name === place.name).length === 1
  const isSealing = world.isSealing && all.every(isCarried)
  const isShared = (key: string): boolean =>
    / commons /.test(key) || (isSealing && / network /.test(key))
  const leaving = ({ log }: Place) => Object.entries(stateOf(log)).filter(([key]) => isShared(key))
  const expected = new Map(leaving(first))
  const isForgottenHere = new Set(
    world.ledger.acked.filter(one => world.ledger.isForgottenElsewhere(one)).map(one => one.record),
  )
  for (const place of others) {
    const found = new Map(leaving(place))
    const gone = letGoAt(world, place).union(letGoAt(world, first))
    holds(
      'law 4',
      isDeepStrictEqual([...found.keys()], [...expected.keys()]),
      () =>
        `other fields at ${place.name.slice(0, 5)}: ` +
        `${[...new Set(found.keys()).symmetricDifference(new Set(expected.keys()))].join(', ')}`,
    )
    for (const [key, said] of found) {
      const other = expected.get(key)!
      // What one keeper forgot for themselves shows there no more.
      const isSame = isForgottenHere.has(key.split(' ')[1]!)
        ? isDeepStrictEqual(bones(said), bones(other))
        : isSameBut(gone, said, other)
      holds('law 4', isSame, () => `${key}: ${JSON.stringify([said, other])}`)
    }
    holds(
      'law 4',
      isDeepStrictEqual(joinsIn(place), joinsIn(first)),
      () => `joined sets: ${JSON.stringify([joinsIn(place), joinsIn(first)])}`,
    )
  }
  for (const n of [0, 1]) {
    if (isForgottenHere.has(textRecord(n))) continue
    const texts = Map.groupBy(all, place => letGoIn(world, place, n).length > 0)
    const said = (hasLetGo: boolean) => (texts.get(hasLetGo) ?? []).map(place => textIn(place, n))
    const isOne = new Set(said(false)).size <= 1 && said(true).every(text => text === '')
    holds('law 4', isOne, () => `texts: ${all.map(place => textIn(place, n)).join(' | ')}`)
  }
}

/**
 * The heads of a text of which this box alone let go. It wrote a base over them; then a backup from
 * before was put back, and the base was lost with the card before it reached anybody. The list of
 * erased writes names what the base had replaced: it stays forgotten here (law 10, decision 0003),
 * and no request says so elsewhere. So one box holds values that the other forgot: the text shows
 * here as empty (wire format, *What a set of entries comes to*). Where a base is held, what it
 * replaces is no head.
 */
function letGoIn({ ledger }: World, place: Place, n: number): readonly string[] {
  const based = new Set(
    ledger.asked
      .filter(
        ({ by, hash, hash8 }) => by === place.name && hash8 !== '' && ledger.isEntryLost(hash),
      )
      .map(({ at, hash8 }) => `${at} ${hash8}`),
  )
  return storyIn(place, n)
    .heads.filter(({ value }) => value === undefined)
    .filter(({ name: { feed, seq, index, hash8 } }) =>
      based.has(`${feed} ${seq} ${index} story ${hash8}`),
    )
    .map(({ name }) => keyOf(name))
}
const letGoAt = (world: World, place: Place): ReadonlySet<string> =>
  new Set([0, 1].flatMap(n => letGoIn(world, place, n)))
const bones = ({ heads, waiting }: Said) => ({ heads, waiting })
/** Whether two boxes say the same of a field, but for values of these heads that one let go of. */
function isSameBut(gone: ReadonlySet<string>, said: Said, other: Said): boolean {
  if (!said.heads.some(head => gone.has(head))) return isDeepStrictEqual(said, other)
  const seen = (one: Said): readonly string[] =>
    [...nameShown(one), ...one.conflict].filter(name => !gone.has(name))
  const showsAnother = !isDeepStrictEqual(nameShown(said), nameShown(other))
  return (
    isDeepStrictEqual(bones(said), bones(other)) &&
    isDeepStrictEqual(seen(said), seen(other)) &&
    (showsAnother || isDeepStrictEqual(said.shown, other.shown))
  )
}
const nameShown = ({ shown }: Said): readonly string[] =>
  Array.isArray(shown) ? [String(shown[1])] : []

function joinsIn({ log }: Place): readonly unknown[] {
  const joins = log.sql
    .all<{ record: string }>(
      "SELECT DISTINCT record FROM write WHERE type = 'join' ORDER BY record",
    )
    .flatMap(({ record }) => {
      const fields = row(log, 'join', record, 'commons')
      const these = fields.get('these')?.shown?.value
      return Array.isArray(these) && isRemoved(fields.get('removed')) !== true
        ? [these as string[]]
        : []
    })
  return [...leastOf(joins)].sort(([a], [b]) => (a < b ? -1 : 1))
}
const STORY = { kind: 'prose' } as const
const storyIn = ({ log }: Place, n: number): Merged =>
  row(log, 'need', textRecord(n), 'commons').get('story') ?? NO_TEXT
const textIn = (place: Place, n: number): string =>
  String(fieldValue(STORY, storyIn(place, n)) ?? '')
const NO_TEXT = { shown: undefined, heads: [], conflict: [], waiting: [] }

/**
 * Every word that somebody put in a text and nobody took out is in it, on whatever side of a fork
 * it was written.
 */
function wordsStand(world: World, place: Place): void {
  for (const n of [0, 1]) {
    const updates = world.ledger.acked.filter(one => one.record === textRecord(n))
    if (
      letGoIn(world, place, n).length > 0 ||
      updates.some(
        one => one.isLost || world.ledger.isForgotten(one) || !isBelieved(place, one.box),
      )
    )
      continue
    const text = textIn(place, n)
    for (const word of world.typed[n]!)
      holds(
        'prose',
        world.takenOut.has(word) || text.includes(word),
        () => `${word} is not in ${text}`,
      )
  }
}
