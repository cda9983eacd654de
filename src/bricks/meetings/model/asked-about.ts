import type { Reader, Row } from '../../../contract/reader.ts'
import type { EventDate } from '../../../core/calendar/event-dates.ts'
import { fallenDate } from './date-told.ts'
import { type IdeaRow, type ResponseRow, text } from './read.ts'
import { idea } from './records.ts'
import { type NoticeAsked, noticeAsked } from './taking.ts'

/** What answers are asked about: an idea, or an event of another brick. `path` is its page. */
export type AnswerSubject = Readonly<{
  id: string
  title: string
  path: string
  threshold: number | null
  /** The meeting where it came up. */
  notedAt: string | null
  /** `fallen`: the date that an idea became is off, and it takes answers again. */
  state: 'open' | 'dropped' | 'became' | 'fallen' | 'over' | 'off' | 'closed'
  /** What an idea became. */
  became: string | null
  event?: Row
  /** A notice that has an amount: one says how much. */
  notice?: NoticeAsked
  /** A post to hold or a thing to bring at the event: its own row. */
  part?: Row
  /** So many people have a seat; null without a limit. */
  seats: number | null
  /** Of what comes back: its next dates, cancelled ones too; else none. */
  dates: readonly EventDate[]
  /** Of these the names (`of`) of those that take place: one answers for one of them. */
  days: readonly string[]
  /** The name of its next date from a day on, for answers that name none. */
  nextFrom: (day: string) => string | undefined
}>

/** Whether one answers it now. */
export const takesAnswers = (state: AnswerSubject['state']): state is 'open' | 'fallen' =>
  state === 'open' || state === 'fallen'

/** What has neither seats nor days. */
const ONCE = { seats: null, dates: [], days: [], nextFrom: () => undefined } as const

/**
 * The idea, the event or the notice of this id, where answers are taken; undefined for anything
 * else.
 */
export function askedAbout(read: Reader, id: string, today: string): AnswerSubject | undefined {
  const row = read.one(idea, id)
  if (row) {
    const { title, threshold, notedAt, became } = row
    const path = `${idea.path}/${row.id}`
    const state = ideaState(read, row)
    return { id: row.id, title: title ?? '', path, threshold, notedAt, state, became, ...ONCE }
  }
  const called = read.called(id)
  if (called?.type === 'offer' || called?.type === 'need') return noticeAbout(read, id)
  if (called?.type === 'event-part') return partAbout(read, id, today)
  return called?.type === 'event' && called.path !== null
    ? eventAbout(read, called.title, called.path, today)
    : undefined
}

function ideaState(read: Reader, row: IdeaRow): AnswerSubject['state'] {
  if (row.state === 'dropped') return 'dropped'
  if (fallenDate(read, row)) return 'fallen'
  return row.state === 'became' && row.became !== null && read.called(row.became)
    ? 'became'
    : 'open'
}

/** A notice of which one takes or brings some. */
function noticeAbout(read: Reader, id: string): AnswerSubject | undefined {
  const notice = noticeAsked(read, id)
  return (
    notice && {
      id: notice.id,
      title: notice.title,
      path: `/annonces/${notice.id}`,
      threshold: null,
      notedAt: null,
      state: notice.isClosed ? 'closed' : 'open',
      became: null,
      notice,
      ...ONCE,
    }
  )
}

/** A post or a thing of an event: answered like the event, and for its own day alone. */
function partAbout(read: Reader, id: string, today: string): AnswerSubject | undefined {
  const [part] = read.all('SELECT * FROM event_part WHERE id = ? AND removed IS NOT 1', id)
  const called = part && read.called(String(part['event']))
  const whole = called?.path && eventAbout(read, called.title, called.path, today)
  if (!part || !whole) return undefined
  const [day, wanted] = [text(part['day']), part['wanted']]
  const isPost = part['kind'] === 'post'
  // A date that moved to a later day is still to come.
  const date = whole.dates.find(one => one.of === day)
  const isOver = !date && day !== null && day < today
  return {
    ...whole,
    id,
    part,
    title: text(part['title']) ?? '',
    threshold: isPost && typeof wanted === 'number' ? wanted : null,
    state: date?.cancelled ? 'off' : isOver ? 'over' : whole.state,
    // Beyond those who are wanted at a post, one waits as for a seat.
    seats: isPost && typeof wanted === 'number' ? wanted : null,
    dates: [],
    days: [],
  }
}

function eventAbout(
  read: Reader,
  title: string,
  path: string,
  today: string,
): AnswerSubject | undefined {
  const id = path.slice(path.lastIndexOf('/') + 1)
  const [event] = read.all('SELECT * FROM event WHERE id = ? AND removed IS NOT 1', id)
  if (!event) return undefined
  const coming = read.published.eventDates?.(id, { from: today }, MOST_DAYS) ?? []
  const startsOn = text(event['startsOn'])
  const isSeries = text(event['recurs']) !== null || coming.some(date => date.of !== startsOn)
  const dates = isSeries ? coming : []
  const days = dates.filter(date => !date.cancelled).map(date => date.of)
  const last = text(event['endsOn']) ?? startsOn
  const isOff = coming.length > 0 && coming.every(date => date.cancelled)
  const over = coming.length === 0 && last !== null && last < today
  const minimum = event['minimum']
  return {
    id,
    title,
    path,
    threshold: typeof minimum === 'number' ? minimum : null,
    notedAt: null,
    state: isOff ? 'off' : over ? 'over' : 'open',
    became: null,
    event,
    seats: typeof event['seats'] === 'number' ? event['seats'] : null,
    dates,
    days,
    nextFrom: day => read.published.eventDates?.(id, { from: day }, 1)[0]?.of,
  }
}

/** So many days are offered: further ahead nobody knows. */
const MOST_DAYS = 8
/**
 * The name of the date of what comes back that this answer is for; undefined of what comes once. An
 * answer that names none is for the next date after it.
 */
export const dayOf = (
  { dates, nextFrom }: AnswerSubject,
  row: Pick<ResponseRow, 'forDay' | 'on'>,
  today: string,
): string | undefined =>
  dates.length === 0 ? undefined : (row.forDay ?? nextFrom(row.on ?? today))

/** The day on which a date of that name stands now. */
export const nowOn = ({ dates }: AnswerSubject, of: string): string =>
  dates.find(date => date.of === of)?.day ?? of
