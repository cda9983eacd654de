import type { PageContext, Print } from '../../../contract/page.ts'
import type { PrintBlock, PrintText } from '../../../contract/paper.ts'
import { one } from '../../../core/form/input.ts'
import { capital } from '../../../text/capital.ts'
import { dayAfter, dayLong, dayPlain, sayDays, weekday } from '../../../text/days.ts'
import type { ThingRow } from '../model/read.ts'
import { PATH, thing } from '../model/records-thing.ts'
import { type ThingTurn, turnsIn } from '../model/turns.ts'
import type { fr } from '../words/fr.ts'
import { daysSeen, saidOf } from './days.ts'
import { sees } from './reading.ts'
import {
  DOOR,
  hoursOn,
  isOnDay,
  monthAsked,
  monthSaid,
  type Stretch,
  spanOfStretch,
  weekAsked,
  weeksOf,
} from './stretch.ts'

type Words = typeof fr
type Context = PageContext<Words>

/**
 * For the door of the local: its week or its month, on A4 or A3. A name stands there where its
 * person agreed, on the paper of who is in charge alone.
 */
export const doorPrint: Print<Words> = {
  kind: DOOR,
  ofOne: true,
  make: (kit, read, words) => {
    const context = { kit, read, words }
    const row = read.one(thing, kit.request.params['id'] ?? '')
    if (!row || row.gone === true) return undefined
    const isMonth = one(kit.request.query, 'de') === 'mois'
    const stretch = isMonth ? monthAsked(kit.request) : weekAsked(kit.request)
    const isLarge = one(kit.request.query, 'papier') === 'a3'
    const { lang, today } = kit.request
    const address = kit.hotspot?.address ?? kit.request.address ?? ''
    const last = dayAfter(stretch.from, stretch.days - 1)
    const head = isMonth
      ? capital(monthSaid(stretch.from, kit.request))
      : capital(sayDays(stretch.from, last, lang, today))
    const reach = kit.onPaper({ type: thing.name, id: row.id, who: row.who, reach: row.reach })
    const how = [reach.who, reach.reach].filter(Boolean).join(', ')
    return {
      title: `${row.title}, ${head}`,
      lang,
      size: isLarge ? 'a3' : 'a4',
      layout: 'flow',
      turned: isMonth,
      points: isMonth && !isLarge ? 14 : isMonth ? 20 : isLarge ? 30 : 22,
      least: 9,
      fits: 1,
      blocks: [
        { is: 'title', words: row.title ?? '', size: 'poster' },
        { is: 'heading', words: head, tall: true },
        isMonth ? monthTable(context, row, stretch) : weekTable(context, row, stretch),
        ...(how === ''
          ? []
          : [{ is: 'reach' as const, title: words.calendar.doorFree, lines: [how] }]),
      ],
      foot: [words.calendar.doorPrinted(dayPlain(today, lang)), `${address}${PATH}/${row.id}`],
    }
  },
}

/** Of a day, on paper: free, closed, or each turn with its hours, and who agreed to be named. */
type DayTold = Readonly<{ day: string; lines: readonly string[]; isFree: boolean }>
function daysTold(context: Context, row: ThingRow, stretch: Stretch): readonly DayTold[] {
  const { kit, read, words } = context
  const isKept = sees(kit, read, row)
  const turns = turnsIn(read, [row], spanOfStretch(stretch))
  return daysSeen(context, row, stretch).map(seen => {
    // Nobody can have a day that is past.
    if (seen.is === 'free' && seen.day < kit.request.today)
      return { day: seen.day, lines: [], isFree: true }
    if (seen.is === 'free') return { day: seen.day, lines: [words.daySaid.free], isFree: true }
    const own = turns.filter(turn => isOnDay(turn, seen.day))
    const lines = own.map(turn => turnTold(turn, { day: seen.day, isKept }, context))
    // It is taken by what its kit, or one of its parts, is taken for.
    return {
      day: seen.day,
      lines: lines.length > 0 ? lines : [saidOf(seen, context)],
      isFree: false,
    }
  })
}
/** An announced date is open to all, and says so; else it is taken, by whom where they agreed. */
function turnTold(
  turn: ThingTurn,
  { day, isKept }: Readonly<{ day: string; isKept: boolean }>,
  context: Context,
): string {
  const { words } = context
  const hours = hoursOn(turn, day, context).replace(/^, /, ' ')
  if (turn.isAnnounced) return `${words.calendar.openToAll}${hours}, ${turn.name}`
  const state = turn.isClosed ? words.calendar.closed : words.daySaid.taken
  const isRead = isKept && turn.isNamed && !turn.isClosed
  return `${state}${hours}${isRead ? `, ${turn.name}` : ''}`
}

function weekTable(context: Context, row: ThingRow, stretch: Stretch): PrintBlock {
  const { lang, today } = context.kit.request
  const w = context.words.calendar
  return {
    is: 'table',
    roomy: true,
    columns: [
      { head: w.day, wide: 5 },
      { head: w.state, wide: 6 },
    ],
    rows: daysTold(context, row, stretch).map(({ day, lines, isFree }) => [
      capital(dayLong(day, lang, today)),
      isFree ? lines.join('') : [{ b: lines.join(' · ') }],
    ]),
  }
}

function monthTable(context: Context, row: ThingRow, stretch: Stretch): PrintBlock {
  const { lang } = context.kit.request
  const cell = (told: DayTold | undefined): PrintText =>
    told === undefined
      ? ''
      : [
          { b: String(Number(told.day.slice(8))) },
          ' ',
          told.isFree ? { soft: told.lines.join('') } : told.lines.join(' · '),
        ]
  const weeks = weeksOf(daysTold(context, row, stretch))
  const monday = '2026-11-30'
  return {
    is: 'table',
    roomy: true,
    columns: Array.from({ length: 7 }, (_, n) => ({ head: weekday(dayAfter(monday, n), lang) })),
    rows: weeks.map(week => week.map(cell)),
  }
}
