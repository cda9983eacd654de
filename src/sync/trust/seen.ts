import type { Boxes, BoxSeen, KnownAs } from '../../contract/box/boxes.ts'
import { boxOfFeed, isBoxName } from '../../core/change.ts'
import { isGiven } from '../../core/given.ts'
import { lazy } from '../../core/lazy.ts'
import { entryById, headById, type LogToRead } from '../../log/log.ts'
import { isAnyFileMissing } from '../../log/missing-files.ts'
import { quarantinedIn } from '../../log/quarantine.ts'
import { wordsOfBox } from '../../log/sayable.ts'
import { entryId, feedOfRun, runsOfBox } from '../../log/sqlite.ts'
import { acceptedRuns, type EntryRun, firstMissing, runsOf, type Vector } from '../bundle/vector.ts'
import { trustOf } from './decisions.ts'
import { type Mark, peerMark, peerMarksIn } from './marks.ts'
import { requestsSeen } from './requests.ts'
import { introductionsIn } from './spoken.ts'
import { introducersOf, type Trust } from './trust.ts'

/**
 * Describes the other boxes for pages and the command line: how each is known, when it was last
 * heard, what is left to give and take. The description puts together the keeper’s decisions
 * (marks), the introductions in the commons and the last state that each box told. This file
 * decides nothing and writes nothing. `me`: the name of this box.
 *
 * Law     Counts compare the vector that a box last signed with the vector of this one. A box that
 *         sent no vector is never *up to date*.
 */
export function boxesSeen(log: LogToRead, me: string, near?: Boxes['near']): Boxes {
  // Most pages ask for this box alone.
  const [marks, trust] = [lazy(() => peerMarksIn(log)), lazy(() => trustOf(log, me))]
  const others = lazy(() => othersSeen(me, marks(), { log, trust: trust(), runs }))
  // Their last entries change with each turn: read only where another box is compared with them.
  const runs = {
    commons: lazy(() => runsOf(log, 'commons')),
    network: lazy(() => runsOf(log, 'network')),
  }
  return {
    me: {
      name: me,
      words: wordsOfBox(me),
      // Its last entry changes with each turn.
      get isForked() {
        return isForked(log, me)
      },
    },
    get others() {
      return others()
    },
    wordsOf: name => (isBoxName(name) ? wordsOfBox(name) : undefined),
    latelyBy: (name, most) => latelyBy(log, name, runs.commons(), most),
    holding: records =>
      others()
        .filter(({ name }) => holds(log, me, marks().get(name)?.heard?.commons ?? {}, records))
        .map(one => one.called),
    requests: () => requestsSeen(log, trust()),
    ...(near ? { near } : {}),
  }
}

function othersSeen(
  me: string,
  marks: ReadonlyMap<string, Mark>,
  here: Omit<Here, 'introducedHere'>,
): readonly BoxSeen[] {
  const introductions = introductionsIn(here.log)
  const called = new Map(introductions.toReversed().map(one => [one.box, one.called]))
  const names = new Set([...marks.keys(), ...introductions.map(one => one.box)])
  const introducedHere = new Map(
    introductions.flatMap(one => (one.by === me ? [[one.box, one.record] as const] : [])),
  )
  return [...names]
    .filter(name => name !== me)
    .flatMap(name =>
      seenOf(name, marks.get(name) ?? {}, called.get(name), { ...here, introducedHere }),
    )
}

/**
 * Whether a box with this vector holds an entry that this box wrote in the commons about one of
 * these records.
 */
function holds(log: LogToRead, me: string, heard: Vector, records: readonly string[]): boolean {
  return records.some(record =>
    log.sql
      .all<{ entry: number }>('SELECT DISTINCT entry FROM write WHERE record = ?', record)
      .some(({ entry }) => {
        const { feed, seq } = headById(log, entry)?.head ?? { feed: '', seq: 0 }
        return boxOfFeed(feed) === me && (heard[feed] ?? []).some(([tip]) => tip >= seq)
      }),
  )
}

/** The entries of each feed in which `latelyBy` looks for records. */
const LATELY = 40
/**
 * The records that a box wrote last, without those that come with the program. Its last epoch comes
 * first, then the highest seq: clocks play no part.
 */
function latelyBy(
  log: LogToRead,
  name: string,
  runs: readonly EntryRun[],
  most: number,
): readonly string[] {
  const found = new Set<string>()
  const own = runs.filter(({ feed }) => boxOfFeed(feed) === name).toSorted((a, b) => b.no - a.no)
  for (const { no, last } of own)
    for (let seq = last; seq > Math.max(0, last - LATELY) && found.size < most; seq--)
      for (const { record } of entryById(log, entryId(no, seq))?.changes.toReversed() ?? [])
        if (found.size < most && !isGiven(record)) found.add(record)
  return [...found]
}

type Here = Readonly<{
  log: LogToRead
  trust: Trust
  introducedHere: ReadonlyMap<string, string>
  runs: Readonly<Record<'commons' | 'network', () => readonly EntryRun[]>>
}>

/**
 * One box; an empty list for one of which nobody needs to hear. `said`: the name that a box which
 * introduced it gives it.
 */
function seenOf(
  name: string,
  mark: Mark,
  said: string | undefined,
  here: Here,
): readonly BoxSeen[] {
  const { trust, runs } = here
  const introducedBy = introducersOf(trust, name)
  const known = knownAs(mark, introducedBy)
  // A box that no trusted box introduced, and that never contacted us.
  if (known === 'stranger' && mark.heardAt === undefined && !mark.dismissed && !mark.paused)
    return []
  const taking = mark.heard
    ? toTake(runs.commons(), mark.heard.commons) +
      (known === 'paired' ? toTake(runs.network(), mark.heard.network) : 0)
    : null
  return [
    {
      name,
      called: mark.called || said || wordsOfBox(name),
      words: wordsOfBox(name),
      known,
      introducedBy,
      isRefused: mark.refused ?? false,
      isPaused: mark.paused ?? false,
      isDismissed: mark.dismissed !== undefined,
      isForked: isForked(here.log, name),
      isHidden: isHidden(here.log, name),
      arrivals: (mark.arrivals ?? []).map(({ at, entries }) => ({ at, entries })).toReversed(),
      heardAt: mark.heardAt ?? null,
      madeAt: mark.madeAt ?? null,
      isMet: mark.isMet ?? true,
      isSure: mark.isSure ?? true,
      introducedHere: here.introducedHere.get(name) ?? null,
      clockAheadMs: mark.clockAheadMs ?? null,
      toGive: mark.heard ? toGive(here, name, mark.heard, known === 'paired') : null,
      toTake: taking,
      aside: mark.brought?.aside ?? [],
      stopped: mark.brought?.stopped ?? 0,
      // The rest may have come by another way since.
      isFull: (mark.brought?.isFull ?? false) && (taking !== 0 || isAnyFileMissing(here.log)),
    },
  ]
}

const isForked = (log: LogToRead, name: string): boolean =>
  runsOfBox(log.sql, name).some(run => run.last > 0 && run.name !== feedOfRun(run.name))

const isHidden = (log: LogToRead, name: string): boolean => {
  const believed = quarantinedIn(log)
  return (
    believed.size > 0 &&
    runsOfBox(log.sql, name).some(({ no, last }) => last > (believed.get(no) ?? last))
  )
}

/** The closest relation that holds: the keeper’s own decisions first, then introductions. */
const knownAs = (mark: Mark, introducedBy: readonly string[]): KnownAs =>
  mark.paired
    ? 'paired'
    : mark.accepted
      ? 'accepted'
      : introducedBy.length > 0
        ? 'introduced'
        : 'stranger'

/** The relation of one box to this one. A dismissed box is a stranger. */
export function knownHere(log: LogToRead, me: string, name: string): KnownAs {
  const mark = peerMark(log, name) ?? {}
  if (mark.dismissed) return 'stranger'
  return mark.paired || mark.accepted
    ? knownAs(mark, [])
    : knownAs(mark, introducersOf(trustOf(log, me), name))
}
/** Whether the keeper here accepted or paired this box, and did not dismiss it. */
export function isTrustedHere(log: LogToRead, name: string): boolean {
  const { paired, accepted, dismissed } = peerMark(log, name) ?? {}
  return (paired || accepted) === true && dismissed === undefined
}

/** Counts the entries that may leave for that box and that it lacks, by its last manifest. */
function toGive(
  { log, trust, runs }: Here,
  name: string,
  heard: NonNullable<Mark['heard']>,
  isPaired: boolean,
): number {
  const own = isPaired ? runs.network().filter(run => boxOfFeed(run.feed) === trust.me) : []
  return (
    count(firstMissing(log, acceptedRuns(runs.commons(), heard, [trust.me, name]), heard.commons)) +
    count(firstMissing(log, own, heard.network))
  )
}
const count = (missing: ReadonlyMap<EntryRun, number>): number =>
  [...missing].reduce((sum, [run, first]) => sum + run.last - first + 1, 0)

/** Counts the entries that its vector covers beyond the last ones held here. */
function toTake(runs: readonly EntryRun[], theirs: Vector): number {
  const ours = new Map<string, number>()
  for (const { feed, last } of runs) ours.set(feed, Math.max(last, ours.get(feed) ?? 0))
  return Object.entries(theirs).reduce(
    (sum, [feed, tips]) =>
      sum + Math.max(0, Math.max(...tips.map(([seq]) => seq)) - (ours.get(feed) ?? 0)),
    0,
  )
}
