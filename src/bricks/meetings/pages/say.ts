import { type Html, type HtmlPiece, html } from '../../../contract/html.ts'
import type { Kit } from '../../../contract/kit.ts'
import type { Reader } from '../../../contract/reader.ts'
import type { Request } from '../../../contract/request.ts'
import type { Lang } from '../../../core/lang.ts'
import { dayPlain, numberWord } from '../../../text/days.ts'
import { POINT } from '../../../ui/board.ts'
import { TONGUE, within } from '../../../ui/tongue.ts'
import { keeperOfRecord, meetingOf, PATH } from '../model/read.ts'
import type { fr } from '../words/fr.ts'

export type MeetingWords = typeof fr

/** *Lucie, Malo et Hugo*. */
export const all = (names: readonly string[], lang: Lang): string =>
  new Intl.ListFormat(lang, { type: 'conjunction', style: 'long' }).format(names)

/** Pieces of a soft line, those that are there, between points. */
export function between(
  pieces: readonly (Html | string | false | null | undefined)[],
  mark = POINT,
): Html {
  const there = pieces.filter(piece => piece && (typeof piece === 'string' || piece.html !== ''))
  return html`${there.map((piece, i): HtmlPiece => html`${i > 0 && mark}${piece}`)}`
}

/** A record's title, as a link to its page where it has one; nothing when it is not shown. */
export function linkTo(read: Reader, id: string | null): Html | false {
  const called = id === null ? undefined : read.called(id)
  if (!called || called.title === '') return false
  return called.path
    ? html`<a href="${called.path}"${TONGUE}>${called.title}</a>`
    : html`${called.title}`
}
export const linksTo = (read: Reader, ids: readonly string[]): Html =>
  between(
    ids.map(id => linkTo(read, id)),
    ', ',
  )

/** *notée à la réunion du 14 novembre*, the meeting as a link. */
export function notedWhen(
  read: Reader,
  notedAt: string | null,
  request: Request,
  words: MeetingWords,
): Html | false {
  const from = meetingOf(read, notedAt)
  if (!from) return false
  const when =
    from.date === null
      ? words.notedAtNamed(from.title ?? '')
      : words.notedAt(dayPlain(from.date, request.lang, request.today))
  return html`<a href="${PATH}/reunions/${from.id}">${when}</a>`
}

/** *Ne regarder que : les idées…*: each kind alone. */
export function kindsAlone(words: MeetingWords): Html {
  const kinds = [
    ['/reunions', words.types.meeting.many],
    ['/idee', words.types.idea.many],
    ['/decisions', words.types.decision.many],
    ['/suites', words.types.task.many],
    ['/paroles', words.types.voice.many],
    ['/references', words.types.reference.many],
  ] as const
  return html`
    <span class="no-print">
      ${words.only}
      ${words.colon}
      ${between(kinds.map(([path, label]) => html`<a href="${PATH}${path}">${label}</a>`))}
    </span>
  `
}

/** *en parler à Anaïs*, of a record that says no other way. */
export function askAbout(kit: Kit, read: Reader, id: string, words: MeetingWords): Html {
  const keeper = keeperOfRecord(kit, read, id, words)
  return within(words.askAbout(keeper), keeper, kit.request.lang)
}

/** *À cinq, on se voit. Il en manque deux.*, or *Il y a le compte.* */
export function thresholdSaid(
  { wanted, missing }: Readonly<{ wanted: number; missing: number }>,
  lang: Lang,
  words: MeetingWords,
): string {
  if (missing === 0) return words.enough
  const left = missing === 1 ? words.missingOne : words.missing(numberWord(missing, lang))
  return `${words.threshold(numberWord(wanted, lang))} ${left}`
}
