import type { Html } from '../../../contract/html.ts'
import { html } from '../../../contract/html.ts'
import type { Kit } from '../../../contract/kit.ts'
import type { Reader } from '../../../contract/reader.ts'
import type { ToDo, ToDoReader } from '../../../contract/to-do.ts'
import type { Lang } from '../../../core/lang.ts'
import { dayLong, numberWord, sayTime } from '../../../text/days.ts'
import { within } from '../../../ui/tongue.ts'
import {
  type DateCount,
  dateCount,
  datesCounted,
  isFresh,
  isNear,
  saidOf,
  toTell,
} from '../model/count.ts'
import { mineTo } from '../model/read.ts'
import { response } from '../model/records.ts'
import type { MeetingWords } from './say.ts'

/** What is told of a date that takes place from so many people: they are enough, or some lack. */

/** *« Café », samedi 5 décembre : le compte y est*, or who is missing. */
function standing(
  { title, day, startsAt, missing }: DateCount,
  { lang, today }: Readonly<{ lang: Lang; today: string }>,
  words: MeetingWords,
): string {
  const on = dayLong(day, lang, today)
  const when = startsAt === null ? on : words.todayAt(on, sayTime(startsAt, lang))
  return missing === 0
    ? words.enoughOn(title, when)
    : words.shortOn(title, when, missing, numberWord(missing, lang))
}

/** How the count stands for a date for which this member is in. */
export function dateNews(whom: ToDoReader, read: Reader, words: MeetingWords): readonly ToDo[] {
  const { me, today } = whom
  if (me === undefined) return []
  return datesCounted(read, today).flatMap((date): readonly ToDo[] => {
    const mine = mineTo(read, date.id, me)
    const isIn = mine.some(id => read.one(response, id)?.answer === 'in')
    const isHeard = date.missing === 0 || isNear(date, today)
    if (!isIn || !(isHeard || toTell(read, date, today).some(one => mine.includes(one.id))))
      return []
    const heard = date.missing === 0 ? words.enoughHeardDate : words.shortHeard
    return [
      {
        href: '/moi',
        about: `/repondre/${date.id}`,
        n: 1,
        label: words.newsLabel,
        sentence: whom.private ? standing(date, whom, words) : heard,
        // A number that is reached again is told again.
        news: date.reachedBy ? `reached:${date.reachedBy.id}` : `short:${date.id}:${date.missing}`,
      },
    ]
  })
}

/** The keeper tells those who are in: their page has *Pour les prévenir*, until all are told. */
export const datesToTell = (whom: ToDoReader, read: Reader, words: MeetingWords): readonly ToDo[] =>
  datesCounted(read, whom.today)
    .filter(date => date.missing > 0 || isFresh(date, whom.today))
    .filter(date => toTell(read, date, whom.today).length > 0)
    .map(date => ({
      href: `/repondre/${date.id}`,
      n: 1,
      label: words.enoughDates,
      sentence: whom.private
        ? words.tellThem(standing(date, whom, words))
        : words.tellThem(saidOf(date) === 'enough' ? words.enoughKeeperDate : words.shortKeeper),
    }))

/** How the count stands, for the holder of the ticket of an answer *j’en suis*. */
export function countOnTicket(
  kit: Kit,
  read: Reader,
  words: MeetingWords,
  { type, id }: Readonly<{ type: Readonly<{ name: string }>; id: string }>,
): readonly Html[] {
  const row = type.name === response.name ? read.one(response, id) : undefined
  const date = row?.answer === 'in' ? dateCount(read, row.to ?? '', kit.request.today) : undefined
  if (!date) return []
  const said = within(standing(date, kit.request, words), date.title, kit.request.lang)
  return [html`<a href="/repondre/${date.id}">${said}</a>`]
}
