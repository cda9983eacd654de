import { plainText } from '../../../contract/html.ts'
import { keeperFor } from '../../../contract/keeper.ts'
import type { Kit } from '../../../contract/kit.ts'
import type { Print } from '../../../contract/page.ts'
import type { Paper, PrintText, Strips } from '../../../contract/paper.ts'
import type { Request } from '../../../contract/request.ts'
import { isSeries } from '../../../core/calendar/event-dates.ts'
import { sayRecurrence } from '../../../core/calendar/recurrence.ts'
import { capital } from '../../../text/capital.ts'
import { dayAfter, dayLong, dayPlain, sayTimes } from '../../../text/days.ts'
import { type EventRow, eventOf } from '../model/read.ts'
import { event } from '../model/records.ts'
import { AHEAD_DAYS, isHeld, nextOf, type Occurrence, toldOf } from '../model/rules.ts'
import type { fr } from '../words/fr.ts'
import { dateNote, restsOf } from './dates.ts'
import { whereOf } from './line.ts'

const STRIPS = 8
/** Units  points: letters of a poster, and down to which size one reads them on a wall. */
const LETTERS = { a4: { points: 26, least: 13 }, a5: { points: 17, least: 9 } } as const
const MOST_DETAIL = 6

/**
 * *Affichette*: an event to hang, A4 or A5: what, which day, where, with whom; strips for a pocket.
 */
const poster: Print<typeof fr> = {
  kind: 'affichette',
  ofOne: true,
  make: (kit, read, words): Paper | undefined => {
    const row = eventOf(read, kit.request.params['id'] ?? '')
    const next = row && nextOf(row, kit.request.today)
    if (!row || !next) return undefined
    const title = row.title ?? ''
    const { startsAt } = next.event
    const { lang, today } = kit.request
    const when = [
      dayLong(next.day, lang, today),
      startsAt && sayTimes(startsAt, next.event.endsAt, lang),
    ]
      .filter(Boolean)
      .join(', ')
    const note = dateNote(next, kit.request, words)
    const said = kit.onPaper({ type: event.name, id: row.id, who: row.who, reach: row.reach })
    const reach = said.reach || (keeperFor(kit, read, row.id) ?? words.keeper)
    const where = plainText(whereOf(next.event, kit))
    const size = kit.request.query['format'] === 'a5' ? 'a5' : 'a4'
    const again = row.recurs ? sayRecurrence(row.recurs, lang, row.startsOn ?? undefined) : ''
    const told = isSeries(row) ? nearOf(row, next, today) : [next]
    const others = told.filter(one => one.of !== next.of)
    const except = others.flatMap(one => {
      const said = isHeld(one) ? otherwiseOf(one, kit.request) : dateNote(one, kit.request, words)
      return said ? [`${dayLong(one.day, lang, today)} (${said})`] : []
    })
    const also = others
      .filter(one => isHeld(one) && one.change?.fate === 'added')
      .map(one =>
        [dayLong(one.day, lang, today), hourOf(one, kit.request)].filter(Boolean).join(', '),
      )
    const facts = [
      [words.poster.where, where],
      [words.poster.again, again],
      [words.poster.except, except.join(', ')],
      [words.poster.also, also.join(', ')],
      [words.poster.who, said.who ?? ''],
      [words.rests, restsOf(row, kit.request, words) ?? ''],
    ].flatMap(([label = '', value = '']) => (value === '' ? [] : [[label, value] as const]))
    const lines: readonly PrintText[] = [reach]
    return {
      title,
      lang,
      size,
      layout: 'poster',
      fits: 1,
      ...LETTERS[size],
      blocks: [
        { is: 'title', words: title, size: 'poster' },
        { is: 'heading', words: capital([when, note].filter(Boolean).join(', ')) },
        ...(facts.length > 0 ? [{ is: 'facts' as const, facts }] : []),
        { is: 'sentences', sentences: detailOf(row), least: 0, more: words.poster.more },
        { is: 'reach', title: words.poster.reach, lines },
      ],
      foot: [kit.territory?.name ?? '', words.poster.until(dayPlain(lastOf(told), lang, today))],
      strips: stripsOf({ title, when, where, reach }, kit),
    }
  },
}

/** The hour of a date whose hour is its own. */
const hourOf = ({ change, event: { startsAt, endsAt } }: Occurrence, { lang }: Request): string =>
  change?.startsAt && startsAt ? sayTimes(startsAt, endsAt, lang) : ''
/** The hour and the place of a date that stays on its day, where they are its own. */
const otherwiseOf = (one: Occurrence, request: Request): string =>
  one.change?.fate === 'moved' && one.of === one.day
    ? [hourOf(one, request), one.change.where].filter(Boolean).join(', ')
    : ''

/** What is told of a series while its poster hangs: not further than one plans. */
const nearOf = (
  row: EventRow,
  next: Occurrence<EventRow>,
  today: string,
): readonly Occurrence<EventRow>[] => {
  const near = toldOf(row, today, dayAfter(today, AHEAD_DAYS), AHEAD_DAYS)
  return near.some(isHeld) ? near : [next]
}
/** The last day of what takes place. */
const lastOf = (told: readonly Occurrence<EventRow>[]): string =>
  told
    .filter(isHeld)
    .map(one => one.lastDay)
    .sort()
    .at(-1) ?? ''

const detailOf = ({ detail }: EventRow): readonly string[] =>
  (detail ?? '')
    .split(/(?<=[.!?…])\s+|\n+/)
    .map(sentence => sentence.trim())
    .filter(sentence => sentence !== '')
    .slice(0, MOST_DETAIL)

type Told = Readonly<{ title: string; when: string; where: string; reach: string }>
/** What one looks for in a pocket: what, when, where, and whom to ask. */
function stripsOf({ title, when, where, reach }: Told, kit: Kit): Strips {
  const lines = [title, when, where, reach, kit.territory?.name ?? ''].filter(Boolean)
  return { count: STRIPS, lines, spare: [lines.length - 1] }
}

export const prints: readonly Print<typeof fr>[] = [poster]
