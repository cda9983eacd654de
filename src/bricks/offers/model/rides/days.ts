import { occurrences } from '../../../../core/calendar/recurrence.ts'
import { typedRecurrence } from '../../../../core/calendar/typed-fr.ts'
import { WEEKDAY_CODES } from '../../../../core/calendar/weekdays.ts'
import { fold } from '../../../../core/letters/words.ts'
import { pattern, source } from '../../../../core/pattern.ts'
import { datesIn, plusDays } from '../../../../text/harvest/dates.ts'
import { WEEKDAYS } from '../../../../text/harvest/fr.ts'
import { nearDay } from '../near-day.ts'
import { type RideText, WEEKDAY } from './text.ts'

/**
 * The days on which a ride is driven. The rules themselves are those of every repetition of the
 * program (`core/calendar`).
 *
 * Shape   `once`: a day. `often`: an RRULE, and its first day. `often` without a rule: it comes
 *         back, and nobody said on which days.
 */
export type RideDays =
  | Readonly<{ is: 'once'; day: string }>
  | Readonly<{ is: 'often'; recurs: string; startsOn: string }>
  | Readonly<{ is: 'often'; recurs?: undefined }>

const ONE = `(?:${WEEKDAY})`
const DAY = `${ONE}s?`
const NTH = '(?:premier|1er|deuxieme|second|2e|2eme|troisieme|3e|3eme|quatrieme|4e|4eme|dernier)s?'
const AND = '(?:,| et| ou|, et)(?: le| les| tous les| chaque)?'
const DAYS = `${DAY}(?:${AND} ${DAY})*`
/** *le jeudi 3 décembre*, *le jeudi de l’Ascension*, *le jeudi d’après* are one day. */
const ONE_DAY = source`
  (?! (?:le )?\d{1,2}(?:er)?(?! ?h| ?heures?|:|\d| places?| personnes?)| \d{1,2}/| prochain
  | suivant| d'apres| de la semaine| de l'
  | en (?:huit|quinze)| qui vient| dernier)
`
/** What says a rhythm, and the words by which the calendar knows it. */
const SAID: readonly (readonly [RegExp, (m: readonly string[]) => string])[] = [
  [
    new RegExp(
      `(?:le|les|tous les|chaque) (${NTH})((?:(?:,| et)(?: le| les)? ${NTH})*) (${DAY})` +
        '(?! de (?!chaque))',
    ),
    ([, nth = '', more = '', day = '']) =>
      `le ${single(nth)}${more
        .replace(/s(?= |$)/g, '')
        .replace(/(?:,| et)(?: le| les)? /g, ' et ')} ${single(day)} du mois`,
  ],
  [
    new RegExp(`un (${DAY}) sur (deux|trois|quatre)`),
    ([, day = '', n = '']) => `un ${single(day)} sur ${n}`,
  ],
  [
    new RegExp(`(?:tous |toutes )?(?:les )?(${DAY}) sur deux`),
    ([, day = '']) => `un ${single(day)} sur deux`,
  ],
  [
    new RegExp(`du (${DAY}) au (${DAY})${ONE_DAY}`),
    ([, a = '', b = '']) => `du ${single(a)} au ${single(b)}`,
  ],
  [new RegExp(`(?:tous les |chaque |les |le )(${DAYS})${ONE_DAY}`), ([, all = '']) => listed(all)],
  [new RegExp(`(?<!ce |[a-z])(${ONE}s(?:${AND} ${DAY})*)`), ([, all = '']) => listed(all)],
  [new RegExp(`(${DAY}(?:(?:,| et|, et)? ${DAY}){2,})`), ([, all = '']) => listed(all)],
  [
    pattern()`
      en semaine|(?:les )?(?:jour|matin|soir|midi)s? (?:de (?:la )?semaine|ouvres|ouvrables
      |d'ecole|de classe
      |de travail)
    `,
    () => 'du lundi au vendredi',
  ],
  [/(?:tous|toutes|chaque|les|le) (?:les )?week-?ends?/, () => 'le samedi et dimanche'],
  [
    /tous les (?:jours|matins|soirs|midis)|chaque (?:jour|matin|soir)|quotidien[a-z]*/,
    () => 'tous les jours',
  ],
  [/(?:le|tous les) (\d{1,2})(?:er)? (?:du|de chaque) mois/, ([, day = '']) => `le ${day} du mois`],
]
/** The same, of whole words. */
const RHYTHMS = SAID.map(
  ([shape, words]) => [new RegExp(`(?<![a-z])(?:${shape.source})(?![a-z])`), words] as const,
)
const single = (word: string): string => word.replace(/s$/, '')
const listed = (all: string): string =>
  `le ${(all.match(new RegExp(DAY, 'g')) ?? []).map(single).join(' et ')}`

/** A rhythm whose days another word says, or nobody. */
const FORTNIGHT = /une semaine sur deux|tous les (?:quinze|15) jours|toutes les (?:deux|2) semaines/
const WEEKLY = pattern()`
  chaque semaine|toutes les semaines|(?:une|deux|trois|\d) fois (?:par|dans la) semaine
  |regulierement
  |reguliers?(?![a-z])|hebdo[a-z]*|souvent|d'habitude|habituellement|(?:les
  |tous les) jours de marche
`
const MONTHLY = /chaque mois|tous les mois|une fois (?:par|dans le) mois|mensuel[a-z]*/
const NAMED = new RegExp(`(?<![a-z])(${DAY})(?![a-z])${ONE_DAY}`, 'g')

export function rideDays({ plain }: RideText, today: string, time?: string): RideDays | undefined {
  const often = rhythmOf(plain)
  if (often !== undefined) {
    const startsOn = occurrences(
      { startsOn: today, recurs: often },
      today,
      plusDays(today, 400),
      1,
    )[0]
    return startsOn ? { is: 'often', recurs: often, startsOn } : { is: 'often' }
  }
  if (FORTNIGHT.test(plain) || WEEKLY.test(plain) || MONTHLY.test(plain)) return { is: 'often' }
  const told = datesIn(plain, { day: today }).find(one => one.sure && one.day >= today)?.day
  const near = told ?? nearDay(fold(plain), today, time)
  if (near === undefined)
    return /ce week-?end/.test(plain) ? { is: 'once', day: saturday(today) } : undefined
  return { is: 'once', day: near }
}

const saturday = (today: string): string => nearDay('samedi', today) ?? today

/** *tous les jours sauf le mercredi et le week-end*: days of each week without a ride. */
const BUT = new RegExp(
  '(?<![a-z])(?:sauf|hors|excepte|a part|pas)((?:,| et| ni| ou| les?| tous les' +
    `| (?:${DAY}|week-?ends?)(?![a-z])(?! \\d))+)`,
  'g',
)
const EACH_DAY = 'FREQ=DAILY'

/** The rule of the first rhythm that the text says, without the weekdays behind *sauf*. */
function rhythmOf(plain: string): string | undefined {
  const rule = rhythmIn(plain.replace(BUT, ' '))
  const said = [...plain.matchAll(BUT)].map(([, days = '']) => days).join(' ')
  const isOff = (day: string, at: number): boolean =>
    said.includes(day) || (at > 4 && said.includes('week'))
  const off = WEEKDAY_CODES.filter((_, at) => isOff(WEEKDAYS[at] ?? '', at))
  const told =
    rule === EACH_DAY
      ? WEEKDAY_CODES
      : rule?.match(/^FREQ=WEEKLY;BYDAY=([A-Z,]+)$/)?.[1]?.split(',')
  const left = told?.filter(code => !off.includes(code)) ?? []
  return off.length > 0 && left.length > 0 ? `FREQ=WEEKLY;BYDAY=${left.join(',')}` : rule
}

/** The rule that the first rhythm of the text says; undefined for none, or one without days. */
function rhythmIn(plain: string): string | undefined {
  for (const [shape, words] of RHYTHMS) {
    const m = shape.exec(plain)
    const rule = m ? typedRecurrence(words(m)) : undefined
    if (rule === undefined) continue
    return FORTNIGHT.test(plain) && rule.startsWith('FREQ=WEEKLY;BYDAY')
      ? rule.replace('WEEKLY;', 'WEEKLY;INTERVAL=2;')
      : rule
  }
  if (!FORTNIGHT.test(plain) && !WEEKLY.test(plain)) return undefined
  const named = [...plain.matchAll(NAMED)].map(m => single(m[1]!))
  if (named.length === 0) return undefined
  const rule = typedRecurrence(`le ${named.join(' et ')}`)
  return FORTNIGHT.test(plain) ? rule?.replace('WEEKLY;', 'WEEKLY;INTERVAL=2;') : rule
}
