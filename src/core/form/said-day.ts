import { numberInWords } from '../letters/numbers-fr.ts'

/**
 * Days that are said from today: *demain*, *samedi prochain*, *samedi de la semaine prochaine*,
 * *dans quinze jours*, *in two weeks*. The text comes without case, accents or hyphens
 * (`placeKey`).
 */

const NEAR: ReadonlyMap<string, number> = new Map(
  [
    ['aujourd hui', 'ce soir', 'today', 'tonight'],
    ['demain', 'tomorrow'],
    ['apres demain', 'day after tomorrow', 'the day after tomorrow'],
  ].flatMap((said, days) => said.map(one => [one, days] as const)),
)
const WEEKDAYS: readonly RegExp[] = [
  /^(lundi|monday)$/,
  /^(mardi|tuesday)$/,
  /^(mercredi|wednesday)$/,
  /^(jeudi|thursday)$/,
  /^(vendredi|friday)$/,
  /^(samedi|saturday)$/,
  /^(dimanche|sunday)$/,
]
/** Monday is 1; 0 for any other word. */
export const weekdayIn = (name: string): number => WEEKDAYS.findIndex(one => one.test(name)) + 1

const LATER: ReadonlyMap<string, number> = new Map(
  [
    [' en huit', ' en 8', ' dans huit jours', ' week'],
    [' en quinze', ' en 15', ' dans quinze jours'],
  ].flatMap((said, weeks) => said.map(one => [one, 7 * (weeks + 1)] as const)),
)
const WEEKDAY = new RegExp(
  `^(?:ce |this |on |((?:this )?(?:next|coming) ))?([a-z]+)( prochain| qui vient|${[
    ...LATER.keys(),
  ].join('|')})?$`,
)
/** *samedi de la semaine prochaine*, *la semaine prochaine, samedi*. */
const OF_WEEK = [
  new RegExp(
    '^(?:le |on |the )?(?<day>[a-z]+) (?:(?:(?:de )?la )?(?<next>semaine (?:prochaine|qui vient))' +
      '|(?:de )?cette semaine|(?:of )?(?:this week|(?<english>next week)))$',
  ),
  new RegExp(
    '^(?:(?:la )?(?<next>semaine prochaine)|cette semaine|this week|(?<english>next week)) ' +
      '(?:le |on )?(?<day>[a-z]+)$',
  ),
]
const AHEAD = /^(dans|in) ([a-z\d ]+?) (jours?|days?|semaines?|weeks?|mois|months?)$/
/** Eight days are a week, and fifteen two weeks, to whoever counts as French does. */
const FRENCH_WEEKS: ReadonlyMap<number, number> = new Map([
  [8, 7],
  [15, 14],
])
const FORTNIGHT = /^(?:in a fortnight|dans une quinzaine(?: de jours)?)$/

/** The numbers of English in words, from one. */
export const ENGLISH_NUMBERS: readonly string[] =
  'one two three four five six seven eight nine ten eleven twelve'.split(' ')
const numberIn = (said: string): number =>
  /^\d{1,3}$/.test(said)
    ? Number(said)
    : said === 'a' || said === 'une'
      ? 1
      : ENGLISH_NUMBERS.indexOf(said) + 1 || (numberInWords(said) ?? 0)

/**
 * A day that is said from today. A weekday is its next one, today included; *prochain* leaves
 * today out.
 */
export function dayFrom(today: string, said: string): string | undefined {
  const from = Temporal.PlainDate.from(today)
  const near = NEAR.get(said)
  if (near !== undefined) return from.add({ days: near }).toString()
  return (dayAhead(from, said) ?? dayOfWeek(from, said) ?? nextWeekday(from, said))?.toString()
}

function dayAhead(from: Temporal.PlainDate, said: string): Temporal.PlainDate | undefined {
  if (FORTNIGHT.test(said)) return from.add({ weeks: 2 })
  const [, word, number = '', unit = ''] = AHEAD.exec(said) ?? []
  const n = numberIn(number)
  if (n === 0) return undefined
  if (/^mo/.test(unit)) return from.add({ months: n })
  if (/^[sw]/.test(unit)) return from.add({ weeks: n })
  return from.add({ days: (word === 'dans' ? FRENCH_WEEKS.get(n) : undefined) ?? n })
}

function dayOfWeek(from: Temporal.PlainDate, said: string): Temporal.PlainDate | undefined {
  const found = OF_WEEK.map(form => form.exec(said)?.groups).find(Boolean)
  const weekday = weekdayIn(found?.['day'] ?? '')
  if (found === undefined || weekday === 0) return undefined
  const isNext = (found['next'] ?? found['english']) !== undefined
  return from.add({ days: weekday - from.dayOfWeek + (isNext ? 7 : 0) })
}

function nextWeekday(from: Temporal.PlainDate, said: string): Temporal.PlainDate | undefined {
  const [, next, name = '', after = ''] = WEEKDAY.exec(said) ?? []
  const weekday = weekdayIn(name)
  if (weekday === 0) return undefined
  const days = (weekday - from.dayOfWeek + 7) % 7
  const leavesToday = next !== undefined || after === ' prochain' || after === ' qui vient'
  return from.add({ days: (days === 0 && leavesToday ? 7 : days) + (LATER.get(after) ?? 0) })
}
