import { type BoxSeen, isBelieved } from '../../../contract/box/boxes.ts'
import type { Reader } from '../../../contract/reader.ts'
import { dayOfMoment, daysBetween } from '../../../text/days.ts'
import { NEWS_DAYS } from './rules.ts'

/**
 * A record that another box wrote last, as a line leads to it. Units: `on` in milliseconds since
 * 1970, by the clock of that box.
 */
export type PeerNews = Readonly<{ title: string; href: string; on: number; sure: boolean }>
/**
 * `more`: so many others that are not listed. `asks`: it asks something that waits for the keeper's
 * answer.
 */
export type BoxNews = Readonly<{
  box: BoxSeen
  arrivedDay: string | undefined
  news: readonly PeerNews[]
  more: number
  asks: boolean
}>

/**
 * Looked at, of what a box wrote lately; what was written again elsewhere, or has no page, is left
 * out of them.
 */
const LOOKED_AT = 60
const MOST_SHOWN = 12

const arrivedDay = ({ arrivals }: BoxSeen): string | undefined =>
  arrivals[0] ? dayOfMoment(arrivals[0].at) : undefined

/**
 * What is here of each box that is believed, newest arrival first; of boxes that brought nothing,
 * nothing. One that only asked or took something back brought nothing to read, and is there all the
 * same: the first page says that something of it arrived.
 */
export function allNews(read: Reader): readonly BoxNews[] {
  const { others, latelyBy } = read.boxes()
  const asking = new Set(waitingRequests(read).map(({ by }) => by))
  return others
    .filter(isBelieved)
    .toSorted((a, b) => (b.arrivals[0]?.at ?? 0) - (a.arrivals[0]?.at ?? 0))
    .map(box => {
      const news = newsIn(read, box.name, latelyBy(box.name, LOOKED_AT))
      const shown = news.slice(0, MOST_SHOWN)
      return {
        box,
        arrivedDay: arrivedDay(box),
        news: shown,
        more: news.length - shown.length,
        asks: asking.has(box.name),
      }
    })
    .filter(({ box, news }) => news.length > 0 || box.arrivals.length > 0)
}

/** A record that another box withdraws: the plain brick answers it, whatever its type. */
export type RemovalRequest = Readonly<{ id: string; type: string; by: string }>
export const removalRequestsIn = (read: Reader): readonly RemovalRequest[] =>
  read
    .all("SELECT id, type, by FROM leave WHERE space = 'commons' ORDER BY id DESC LIMIT 200")
    .map(row => ({ id: String(row['id']), type: String(row['type']), by: String(row['by']) }))

/** All that other boxes ask and that the keeper has not answered. */
export const waitingRequests = (
  read: Reader,
  boxes = read.boxes(),
): readonly Readonly<{ by: string }>[] => [
  ...removalRequestsIn(read),
  ...boxes.requests().filter(one => !one.refused),
]

function newsIn(read: Reader, name: string, records: readonly string[]): readonly PeerNews[] {
  const found: PeerNews[] = []
  for (const id of records) {
    const [called, written] = [read.called(id), read.written(id)]
    if (called?.path && written?.box === name && !found.some(one => one.href === called.path))
      found.push({ title: called.title, href: called.path, on: written.last, sure: written.sure })
  }
  return found
}

/** The box of which something came last, when that is not long ago. */
export function newestArrival(
  read: Reader,
  today: string,
): Readonly<{ box: BoxSeen; day: string }> | undefined {
  const come = read.boxes().others.filter(one => isBelieved(one) && one.arrivals.length > 0)
  const [box] = come.toSorted((a, b) => b.arrivals[0]!.at - a.arrivals[0]!.at)
  const day = box && arrivedDay(box)
  return box && day !== undefined && Math.abs(daysBetween(day, today)) <= NEWS_DAYS
    ? { box, day }
    : undefined
}
