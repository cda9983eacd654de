import type { Reader } from '../../../contract/reader.ts'
import { oncePerPerson } from '../../../contract/speaker.ts'
import { hasTable } from '../../../contract/tables.ts'
import type { ToDo, ToDoReader } from '../../../contract/to-do.ts'
import { bornAt } from '../../../core/id.ts'
import { dayAfter, dayOfMoment } from '../../../text/days.ts'
import { answersTo, askedAbout, mineTo } from '../model/read.ts'
import type { MeetingWords } from './say.ts'

/** What is told once enough people are in for a date that takes place from so many. */

/** `since`: the day on which the last of those who were needed said it. */
type EnoughFor = Readonly<{ id: string; title: string; since: string }>
const MOST_DATES = 10

/**
 * Dates to come that wait for a number of people, and have it. What comes back is left out: it
 * counts each time.
 */
function datesWithEnough(read: Reader, today: string): readonly EnoughFor[] {
  if (!hasTable(read, 'event')) return []
  const rows = read.all(
    `SELECT id FROM event WHERE minimum > 1 AND recurs IS NULL AND removed IS NOT 1
       AND coalesce(endsOn, startsOn) >= ? AND minimum <= (
         SELECT count(*) FROM response AS r LEFT JOIN joined AS j ON j.id = r."to"
         WHERE coalesce(j.shown, r."to") = event.id AND r.removed IS NOT 1)
     ORDER BY id LIMIT ?`,
    today,
    MOST_DATES,
  )
  return rows.flatMap((row): readonly EnoughFor[] => {
    const about = askedAbout(read, String(row['id']), today)
    if (about?.state !== 'open' || about.threshold === null) return []
    const people = oncePerPerson(answersTo(read, about.id).filter(one => one.answer === 'in'))
    const last = people[Math.ceil(about.threshold) - 1]
    return last ? [{ id: about.id, title: about.title, since: dayOfMoment(bornAt(last.id)) }] : []
  })
}

/** Enough people are in for a date for which this member is in too. */
export function dateNews(
  { me, today, private: isPrivate }: ToDoReader,
  read: Reader,
  words: MeetingWords,
): readonly ToDo[] {
  if (me === undefined) return []
  return datesWithEnough(read, today)
    .filter(one => mineTo(read, one.id, me).length > 0)
    .map(one => ({
      href: '/moi',
      about: `/repondre/${one.id}`,
      n: 1,
      label: words.newsLabel,
      sentence: isPrivate ? words.enoughFor(one.title) : words.enoughHeardDate,
      news: `reached:${one.id}`,
    }))
}

/** Whoever tells people by telephone did it within a week. */
const TOLD_DAYS = 7
/** The keeper tells those who are in: their page has *Pour les prévenir*. */
export const datesToTell = (
  { today, private: isPrivate }: ToDoReader,
  read: Reader,
  words: MeetingWords,
): readonly ToDo[] =>
  datesWithEnough(read, today)
    .filter(({ since }) => since >= dayAfter(today, -TOLD_DAYS))
    .map(({ id, title }) => ({
      href: `/repondre/${id}`,
      n: 1,
      label: words.enoughDates,
      sentence: isPrivate ? words.enoughTell(title) : words.enoughKeeperDate,
    }))
