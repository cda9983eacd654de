import { lending } from '../src/bricks/lending/brick.ts'
import { thingOf } from '../src/bricks/lending/model/read.ts'
import { PATH } from '../src/bricks/lending/model/records-thing.ts'
import { weighed } from '../src/bricks/lending/model/weighing.ts'
import { members } from '../src/bricks/members/brick.ts'
import { momentOf } from '../src/core/calendar/recurrence.ts'
import { Kept } from '../src/core/kept.ts'
import { dayAfter } from '../src/text/days.ts'
import { type TestEngine, testEngine } from '../tests/support/test-engine.ts'
import { head, type Line, tell } from './table.ts'

/**
 * Lending among many things and bookings, in a folder on disk: is it free, when next and by which
 * rules; and the pages of a room.
 */
export function measureLending(things: number, bookings: number): void {
  head('Lending')
  using box = testEngine({ bricks: [members, lending], kept: new Kept(0) })
  const ids = filled(box, things, bookings)
  const asker = { member: null, phone: '06 00 00 00 00', name: 'Paul' }
  const today = box.today(box.now())
  const question = timesOf(QUESTIONS, n => {
    const row = thingOf(box.read, ids[(n * 7_919) % ids.length]!)!
    const from = momentOf(dayAfter(today, (n * 31) % DAYS), '00:00')
    const wish = { row, span: { from, until: from + DAY }, asker, commune: null }
    return () => weighed(box.read, { now: box.now(), today }, wish)
  })
  told('is it free, when next, by which rules', bookings, question, 1)
  const room = roomOf(box, today)
  for (const [what, path] of [
    ['page of the room, two weeks', `${PATH}/${room}`],
    ['month of the room', `${PATH}/${room}/mois`],
  ] as const) {
    const page = timesOf(PAGES, () => () => void box.page(path))
    told(what, bookings, page, 20)
  }
}

const [QUESTIONS, PAGES] = [4_000, 200]
/** Units   milliseconds. */
const DAY = 24 * 3_600_000
/** The bookings stand in so many days: half of them past, half to come. */
const DAYS = 360
const BATCH = 1_000

/** So many things, each as often booked. */
function filled(box: TestEngine, things: number, bookings: number): readonly string[] {
  const inBatches = (count: number, one: (n: number) => object, type: string): string[] =>
    Array.from({ length: Math.ceil(count / BATCH) }, (_, batch) =>
      box.bringAll(
        ...Array.from({ length: Math.min(BATCH, count - batch * BATCH) }, (_, n) => ({
          type,
          fields: one(batch * BATCH + n),
        })),
      ),
    ).flat()
  const rules = { kind: 'tool', unit: 'day', longestDays: 7, mostAhead: 3, daysMonth: 10 }
  const ids = inBatches(things, n => ({ title: `Chose ${n}`, commune: '42195', ...rules }), 'thing')
  const first = dayAfter(box.today(box.now()), -DAYS / 2)
  const each = Math.max(1, Math.ceil(bookings / things))
  inBatches(
    bookings,
    n => {
      const startsOn = dayAfter(first, Math.floor(n / things) * Math.floor(DAYS / each))
      return { thing: ids[n % things]!, startsOn, state: 'booked' }
    },
    'booking',
  )
  return ids
}

/** A room that is booked twice each day of a year. */
function roomOf(box: TestEngine, today: string): string {
  const fields = { title: 'Le local', kind: 'place', unit: 'hour', hours: 'Mo-Su 08:00-23:00' }
  const room = box.bring('thing', fields)
  box.bringAll(
    ...Array.from({ length: 2 * DAYS }, (_, n) => ({
      type: 'booking',
      fields: {
        ...{ thing: room, startsOn: dayAfter(today, Math.floor(n / 2) - 30), state: 'booked' },
        ...(n % 2 === 0
          ? { startsAt: '09:00', endsAt: '12:00' }
          : { startsAt: '18:00', endsAt: '21:30' }),
      },
    })),
  )
  return room
}

/** The milliseconds of each, in their order; what prepares one is not counted. */
function timesOf(count: number, prepare: (n: number) => () => unknown): readonly number[] {
  const times = Array.from({ length: count }, (_, n) => {
    const work = prepare(n)
    const began = performance.now()
    work()
    return performance.now() - began
  })
  return times.toSorted((a, b) => a - b)
}

function told(what: string, records: number, times: readonly number[], aimMs: number): void {
  const at = (part: number): number => times[Math.floor(times.length * part)]!
  const line: Line = {
    what,
    records,
    median: at(0.5),
    p95: at(0.95),
    aim: `p95 < ${aimMs} ms`,
    met: ({ p95 = 0 }) => p95 < aimMs,
  }
  tell(line)
}
