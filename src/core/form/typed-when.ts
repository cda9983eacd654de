import { isDay } from './fit.ts'
import { placeKey, typedDay } from './typed.ts'

/**
 * A day that somebody asks about. `until`: its last day, of a weekend. `startsAt`, `endsAt`: the
 * hours of a part of the day; an evening ends at midnight, `00:00`.
 */
export type TypedWhen = Readonly<{
  day: string
  until?: string
  startsAt?: string
  endsAt?: string
}>

type Hours = Readonly<{ startsAt: string; endsAt: string }>
const PARTS: readonly (readonly [said: RegExp, hours: Hours])[] = [
  [/^(?:matin|matinee|morning)$/, { startsAt: '08:00', endsAt: '12:00' }],
  [/^(?:apres midi|afternoon)$/, { startsAt: '14:00', endsAt: '18:00' }],
  [/^(?:soir|soiree|evening|night)$/, { startsAt: '18:00', endsAt: '00:00' }],
]
const PART = '(matin|matinee|apres midi|soir|soiree|morning|afternoon|evening|night)'
/** *samedi soir*, *le 12 au soir*, *Saturday in the evening*. */
const DAY_THEN_PART = new RegExp(
  `^(.+?) (?:au |a la |le |dans la |dans l |l |in the |at )?${PART}$`,
)
/** *le soir du 12*, *on the evening of the 12th*. */
const PART_THEN_DAY = new RegExp(
  `^(?:on )?(?:le |la |l |the |dans la |dans l )?${PART} (?:du |de |d |of )(.+)$`,
)
/** A day in figures, once its marks are blanks. */
const FIGURES = /^(?:le )?(\d{1,2}) (\d{1,2})(?: (\d{4}|\d{2}))?$/
const NUMBER = /^(?:le |the |on the )?(\d{1,2})(?:er|st|nd|rd|th)?$/
const WEEKEND = /^(?:(?:ce|le|this|the|at the|on the) )?(next )?week ?end( prochain| qui vient)?$/
const WEEKEND_NEXT_WEEK = /^(?:le |the )?week ?end (?:de la semaine prochaine|of next week)$/

/**
 * Reads the day about which somebody asks: all that `typedDay` reads, with a part of it (*samedi
 * soir*), a number alone (*le 12*, the next one), and *ce week-end*. A form that keeps a day reads
 * it by `typedDay`, which loses no part of it.
 */
export function typedWhen(text: string, today: string): TypedWhen | 'noSuchDay' | undefined {
  if (!isDay(today)) return undefined
  const said = placeKey(text)
  const weekend = weekendIn(said, Temporal.PlainDate.from(today))
  if (weekend !== undefined) return weekend
  const parted = partIn(said)
  const day = parted === undefined ? dayOf(text, today) : dayOf(parted.day, today)
  if (day === undefined || day === 'noSuchDay') return day
  return { day, ...parted?.hours }
}

/** The weekend from its Saturday, or the Sunday that is left of it. */
function weekendIn(said: string, today: Temporal.PlainDate): TypedWhen | undefined {
  const [isSaid, ...next] = WEEKEND.exec(said) ?? []
  const isNextWeek = WEEKEND_NEXT_WEEK.test(said)
  if (isSaid === undefined && !isNextWeek) return undefined
  const isNow = today.dayOfWeek >= 6
  const isLater = isNextWeek || (isNow && next.some(one => one !== undefined))
  const saturday = today.add({ days: 6 - today.dayOfWeek + (isLater ? 7 : 0) })
  const sunday = saturday.add({ days: 1 }).toString()
  return saturday.toString() < today.toString()
    ? { day: sunday }
    : { day: saturday.toString(), until: sunday }
}

/** A part of a day, and the words of its day. */
function partIn(said: string): Readonly<{ day: string; hours: Hours }> | undefined {
  const [, first = '', then = ''] = DAY_THEN_PART.exec(said) ?? []
  const [, part = then, last = first] = PART_THEN_DAY.exec(said) ?? []
  const name = said === 'tonight' ? 'evening' : part
  const hours = PARTS.find(([form]) => form.test(name))?.[1]
  if (hours === undefined) return undefined
  const day = said === 'tonight' || /^(?:ce|cet|cette|this)$/.test(last) ? 'aujourd hui' : last
  return { day: day.replace(FIGURES, figured), hours }
}
const figured = (_all: string, ...[day, month, year]: readonly (string | undefined)[]): string =>
  [day, month, ...(year === undefined ? [] : [year])].join('/')

function dayOf(text: string, today: string): string | undefined {
  const [, number] = NUMBER.exec(placeKey(text)) ?? []
  return number === undefined ? typedDay(text, today) : nextOfNumber(Number(number), today)
}

/** The next day of that number: today, or in the first month that has one. */
function nextOfNumber(number: number, today: string): string {
  if (number < 1 || number > 31) return 'noSuchDay'
  const first = Temporal.PlainDate.from(today).with({ day: 1 })
  const days = [0, 1, 2]
    .map(months => first.add({ months }))
    .filter(({ daysInMonth }) => number <= daysInMonth)
    .map(month => month.with({ day: number }).toString())
  return days.find(day => day >= today) ?? 'noSuchDay'
}
