import { type Html, html } from '../../../contract/html.ts'
import type { Reader } from '../../../contract/reader.ts'
import type { Request } from '../../../contract/request.ts'
import { dayLong } from '../../../text/days.ts'
import { ideaBecome } from '../model/ideas-of.ts'
import type { IdeaRow } from '../model/read.ts'
import { linkTo, type MeetingWords } from './say.ts'

/**
 * *Elle est devenue : Un four à pain, samedi 12 décembre, annulé*: what an idea became, of a date
 * with its day; nothing while it is open, nor of what shows no more.
 */
export function becameHere(
  row: IdeaRow | undefined,
  { lang, today }: Pick<Request, 'lang' | 'today'>,
  read: Reader,
  words: MeetingWords,
): Html | false {
  const link = row?.state === 'became' && linkTo(read, row.became)
  if (!row || !link) return false
  const date = ideaBecome(read, row.id, today)?.date
  const day = date && dayLong(date.now.day, lang, today)
  const off = date && date.now.state !== 'on' && words.dates.isOff
  return html`
    ${words.becameWhat}${words.colon}${link}${[day, off].map(said => said && html`, ${said}`)}
  `
}
