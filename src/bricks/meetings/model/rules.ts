import { type NamedSpeaker, oncePerPerson } from '../../../contract/speaker.ts'
import { dayAfter, weekdayNumber } from '../../../text/days.ts'

/** What one person answered to an idea or an event. */
export type PersonAnswer = NamedSpeaker &
  Readonly<{
    id?: string
    answer: string | null
    saying: string | null
    toldTo?: string | null
    amount?: number | null
  }>
/** Where an idea or an event stands with those who answered. */
export type AnswerTally = Readonly<{
  /** Those who said *J'en suis*, each once, in the order given. */
  people: readonly PersonAnswer[]
  helps: readonly PersonAnswer[]
  /** Those who said *not for me*, and why. */
  reasons: readonly PersonAnswer[]
  /** How many are still missing; null when nobody set a threshold. */
  missing: number | null
  reached: boolean
}>

/**
 * Sorts answers against a threshold of persons.
 *
 * Law     one person counts once (contract/speaker.ts). Only *J'en suis* counts: who offers help or
 *         says no never brings the day nearer. Without a threshold (null, zero, negative, not a
 *         number) nothing is ever reached.
 */
export function tallyAnswers(
  answers: readonly PersonAnswer[],
  threshold: number | null,
): AnswerTally {
  const people = oncePerPerson(answers.filter(one => one.answer === 'in'))
  const wanted = threshold !== null && threshold > 0 ? Math.ceil(threshold) : null
  const missing = wanted === null ? null : Math.max(0, wanted - people.length)
  const spoken = (what: string): readonly PersonAnswer[] =>
    answers.filter(one => one.answer === what && (one.saying ?? '') !== '')
  return { people, helps: spoken('help'), reasons: spoken('not'), missing, reached: missing === 0 }
}

/** Everyone needs a week's notice; Saturday is when nobody works who works in the week. */
const NOTICE_DAYS = 7
const SATURDAY = 6

/**
 * The day to propose once there are enough people: the first that leaves a week's notice and falls
 * on the weekday of the meeting where the idea came up (people could come that day), or on a
 * Saturday.
 *
 * Law     between 7 and 13 days after `today`.
 */
export function proposedDay(today: string, metOn: string | null): string {
  const weekday = (metOn === null ? 0 : weekdayNumber(metOn)) || SATURDAY
  const first = dayAfter(today, NOTICE_DAYS)
  return dayAfter(first, (weekday - weekdayNumber(first) + 7) % 7)
}

/** The parts of *Mes suites*, in the order in which they are read. */
export const DUE_PARTS = ['late', 'week', 'later', 'undated', 'done'] as const
export type DuePart = (typeof DUE_PARTS)[number]
/** What of a task tells its part. */
export type Due = Readonly<{
  id: string
  state: string | null
  dueDay: string | null
  doneOn: string | null
}>

const WEEK_DAYS = 7
/** What was finished stays in sight for a month, to be told at the next meeting. */
const LATELY_DAYS = 31

/**
 * In which part of *Mes suites* a task stands; undefined when it is dropped, or done too long ago.
 *
 * Law     what is neither done nor dropped always stands in exactly one part, a state this version
 *         does not know included.
 */
export function duePart(task: Due, today: string): DuePart | undefined {
  if (task.state === 'dropped') return undefined
  if (task.state === 'done')
    return task.doneOn !== null && task.doneOn >= dayAfter(today, -LATELY_DAYS) ? 'done' : undefined
  if (task.dueDay === null) return 'undated'
  if (task.dueDay < today) return 'late'
  return task.dueDay <= dayAfter(today, WEEK_DAYS) ? 'week' : 'later'
}

/**
 * Tasks by part, the most pressing first; what is done, the latest first. Empty parts are left out.
 */
export function followUps<T extends Due>(
  tasks: readonly T[],
  today: string,
): readonly Readonly<{ part: DuePart; tasks: readonly T[] }>[] {
  return DUE_PARTS.map(part => ({
    part,
    tasks: tasks
      .filter(task => duePart(task, today) === part)
      .sort(part === 'done' ? latestDone : firstDue),
  })).filter(group => group.tasks.length > 0)
}
const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
const firstDue = (a: Due, b: Due): number =>
  byText(a.dueDay ?? '', b.dueDay ?? '') || byText(a.id, b.id)
const latestDone = (a: Due, b: Due): number =>
  byText(b.doneOn ?? '', a.doneOn ?? '') || byText(b.id, a.id)

/** One day's news in the story. On one day, a meeting is told first, then what came after it. */
export const STORY_KINDS = [
  'meeting',
  'became',
  'revived',
  'idea',
  'decision',
  'voice',
  'reference',
] as const
export type StoryEntry = Readonly<{ day: string; kind: (typeof STORY_KINDS)[number]; id: string }>

/**
 * Newest first. Law: total, so that the same entries are told in the same order however they came.
 */
const storyOrder = (a: StoryEntry, b: StoryEntry): number =>
  byText(b.day, a.day) ||
  STORY_KINDS.indexOf(a.kind) - STORY_KINDS.indexOf(b.kind) ||
  byText(b.id, a.id)

/** Entries in order, under their month (`2026-12`). Law: nothing is lost, no month comes twice. */
export function byMonth<E extends StoryEntry>(
  entries: readonly E[],
): readonly Readonly<{ month: string; entries: readonly E[] }>[] {
  const months = new Map<string, E[]>()
  for (const entry of [...entries].sort(storyOrder)) {
    const month = entry.day.slice(0, 7)
    months.set(month, [...(months.get(month) ?? []), entry])
  }
  return [...months].map(([month, of]) => ({ month, entries: of }))
}
