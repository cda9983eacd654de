import type { Html } from '../../../contract/html.ts'
import { keeperParts } from '../../../contract/keeper.ts'
import type { Kit } from '../../../contract/kit.ts'
import type { Request } from '../../../contract/request.ts'
import { type DaysOffHere, daysOffOf } from '../../../core/calendar/days-off.ts'
import {
  hoursKnownTo,
  localMoment,
  opensNext,
  openUntil,
  sayHours,
} from '../../../core/calendar/hours.ts'
import { dayNear, dayPlain, onDay, sayTime } from '../../../text/days.ts'
import { dotted } from '../../../ui/board.ts'
import { reachBlock } from '../../../ui/sheet.ts'
import { saidBy } from '../../../ui/speaking.ts'
import { inTongue } from '../../../ui/tongue.ts'
import { emailLink, linked, phoneLink } from '../../../ui/value.ts'
import type { Confirmation } from '../model/read.ts'
import { hoursToday } from '../model/rules.ts'
import type { fr } from '../words/fr.ts'

export type DirectoryWords = typeof fr

/** A commune by its name; one that nobody here knows is only a code, and is not said. */
export const communeName = (kit: Kit, code: string | null): string =>
  (code === null ? undefined : kit.communeNamed(code)) ?? ''

export type Reaching = Readonly<{
  reach?: string | null
  phone?: string | null
  email?: string | null
}>
/**
 * How to reach, as was said; else whom to ask: every page ends in a person, a place or a telephone.
 * `id`: the record that is spoken of; of one that came from another box, whoever keeps that one is
 * asked, never our keeper.
 */
export function reachOf(kit: Kit, how: Reaching, id?: string): Html | undefined {
  const ways = [
    how.reach && inTongue(linked(how.reach), kit.request.lang),
    how.phone && phoneLink(how.phone),
    how.email && emailLink(how.email),
  ].filter(way => way !== null && way !== undefined && way !== '')
  if (ways.length > 0) return reachBlock({ how: dotted(ways) }, kit.request.lang)
  const host = id === undefined ? undefined : kit.hostOf(id)
  if (host)
    return reachBlock(
      {
        how: inTongue(
          dotted((keeperParts(host).length > 0 ? keeperParts(host) : [host.called]).map(linked)),
          kit.request.lang,
        ),
      },
      kit.request.lang,
    )
  return (
    kit.territory &&
    reachBlock(
      { how: inTongue(dotted(keeperParts(kit.territory).map(linked)), kit.request.lang) },
      kit.request.lang,
    )
  )
}

/** *Malo en a reparlé avec Anaïs le 12 novembre.*, with what was said. */
export function saidSentence(
  row: Confirmation,
  request: Pick<Request, 'lang' | 'today'>,
  words: DirectoryWords,
  whole = true,
): string {
  const says = {
    yes: words.saysYes,
    changed: words.saysChanged,
    gone: words.saysGone,
    asked: words.saysAsked,
  }
  const verb = Object.hasOwn(says, row.says ?? '')
    ? says[row.says as keyof typeof says]
    : says.asked
  const sentence = verb(
    row.who ?? words.someone,
    row.withWhom ?? '',
    row.on ? ` ${onDay(row.on, request.lang, request.today)}` : '',
  )
  const told =
    row.said && row.said !== words.types.confirmation.fields.says.choices[row.says as 'yes']
  const by = row.toldTo ? ` (${saidBy(request, row.toldTo, row.who ?? words.someone)})` : ''
  return `${whole && told ? words.quoted(sentence, row.said ?? '') : sentence}${by}${words.stop}`
}

type Open = Readonly<{ hours: string | null; commune: string | null; toConfirm: boolean | null }>
/** What the commune of a record decides of days off; without one, that of this village. */
export const daysOffHere = (row: Readonly<{ commune: string | null }>, kit: Kit): DaysOffHere =>
  daysOffOf(row.commune ?? kit.territory?.village)

/**
 * *Ouvert en ce moment, jusqu’à 19 h.* Nothing when the hours say nothing of today, or come by
 * hearsay.
 */
export function openSentence(row: Open, kit: Kit, words: DirectoryWords): string | false {
  if (!row.hours || row.toConfirm === true) return false
  const { request } = kit
  const today = hoursToday(row.hours, localMoment(request.now), daysOffHere(row, kit))
  if (!today) return false
  if (!today.now) return words.opensLater(sayTime(today.from ?? '', request.lang))
  return today.until ? words.openUntil(sayTime(today.until, request.lang)) : words.openStill
}
/** The hours in words, and from when the school holidays that they name are not known. */
export function hoursIn(
  { hours, commune }: Pick<Open, 'hours' | 'commune'>,
  kit: Kit,
  words: DirectoryWords,
): string {
  if (!hours) return ''
  const { lang, today } = kit.request
  const known = hoursKnownTo(hours, daysOffHere({ commune }, kit))
  const said = sayHours(hours, lang)
  if (known === undefined) return said
  return known === null
    ? words.schoolUnknownHere(said)
    : words.schoolKnownTo(said, dayPlain(known, lang, today))
}

/** Longer hours take three lines on a telephone. */
const SHORT = 100
/** The hours on a line of a search: those of the week, or of long ones when it opens next. */
export function hoursShort(row: Open, kit: Kit, words: DirectoryWords): string {
  const whole = hoursIn(row, kit, words)
  if (whole.length <= SHORT || row.toConfirm === true) return whole
  const { lang, now, today } = kit.request
  const [hours, at, here] = [row.hours ?? '', localMoment(now), daysOffHere(row, kit)]
  const until = openUntil(hours, at, here)
  if (until?.startsWith(today)) return words.isOpenUntil(sayTime(until.slice(11), lang))
  const next = opensNext(hours, at, here)
  return next
    ? words.opensOn(dayNear(next.slice(0, 10), lang, today), sayTime(next.slice(11), lang))
    : whole
}
