import { nullPrototype } from '../core/null-prototype.ts'
import { pattern, source } from '../core/pattern.ts'

/**
 * Days and hours said in English, as French says them: *Sat 5 pm* is *samedi à 17h*. Whoever reads
 * days reads those of French.
 */

const WEEK: Readonly<Record<string, string>> = nullPrototype({
  mon: 'lundi',
  tue: 'mardi',
  wed: 'mercredi',
  thu: 'jeudi',
  fri: 'vendredi',
  sat: 'samedi',
  sun: 'dimanche',
})
const MONTHS: Readonly<Record<string, string>> = nullPrototype({
  jan: 'janvier',
  feb: 'février',
  mar: 'mars',
  apr: 'avril',
  may: 'mai',
  jun: 'juin',
  jul: 'juillet',
  aug: 'août',
  sep: 'septembre',
  oct: 'octobre',
  nov: 'novembre',
  dec: 'décembre',
})
const DAY = source`
  (?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:days?)?(?![a-z])\.?
`
const MONTH = source`
  (?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?
  |oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)(?![a-z])\.?
`
const OF_MONTH = source`(\d{1,2})(?:st|nd|rd|th)?(?![\d:]| ?[ap]\.?m)`
const weekday = (said: string): string => WEEK[said.slice(0, 3).toLowerCase()] ?? said
const month = (said: string): string => MONTHS[said.slice(0, 3).toLowerCase()] ?? said
const clock = (hour: string, minutes = '', half = ''): string => {
  const n = (Number(hour) % 12) + (half.toLowerCase() === 'p' ? 12 : 0)
  return `${half === '' ? Number(hour) : n}h${minutes}`
}

type Change = readonly [RegExp, (...found: string[]) => string]
const CHANGES: readonly Change[] = [
  [
    pattern('gi')`
      (?:(?<![a-z])at )?(?<![\d:.])(\d{1,2})(?:[:.](\d\d))? ?([ap])\.?m(?![a-z])\.?
    `,
    (_, hour, minutes, half) => `à ${clock(hour!, minutes, half)}`,
  ],
  [
    /(?<![a-z])at (\d{1,2})(?:[:.](\d\d))?(?: o'?clock)?(?![\d:])/gi,
    (_, hour, minutes) => `à ${clock(hour!, minutes)}`,
  ],
  [/(?<![a-z])at (?:noon|midday)(?![a-z])/gi, () => 'à midi'],
  [/(?<![a-z])the day after tomorrow(?![a-z])/gi, () => 'après-demain'],
  [/(?<![a-z])tomorrow(?![a-z])/gi, () => 'demain'],
  [/(?<![a-z])today(?![a-z])/gi, () => 'aujourd’hui'],
  [/(?<![a-z])(?:tonight|this evening)(?![a-z])/gi, () => 'ce soir'],
  [/(?<![a-z])this morning(?![a-z])/gi, () => 'ce matin'],
  [/(?<![a-z])this afternoon(?![a-z])/gi, () => 'cet après-midi'],
  [
    /(?<![a-z])(?:(?:on|every) week ?days?|during the week|weekdays)(?![a-z])/gi,
    () => 'en semaine',
  ],
  [/(?<![a-z])(?:every ?day|each day|daily)(?![a-z])/gi, () => 'tous les jours'],
  [/(?<![a-z])(?:every|each) week(?![a-z])|(?<![a-z])weekly(?![a-z])/gi, () => 'chaque semaine'],
  [
    new RegExp(`(?<![a-z])every (?:other|second) (${DAY})`, 'gi'),
    (_, day) => `un ${weekday(day!)} sur deux`,
  ],
  [new RegExp(`(?<![a-z])(?:every|each) (${DAY})`, 'gi'), (_, day) => `tous les ${weekday(day!)}s`],
  [
    new RegExp(
      `(?<![a-z])(?:(?:on|the) )?(${DAY}),? (?:the )?${OF_MONTH}(?: of)? (${MONTH})`,
      'gi',
    ),
    (_, day, n, name) => `${weekday(day!)} ${n} ${month(name!)}`,
  ],
  [
    new RegExp(`(?<![a-z])(?:on )?(?:(${DAY}),? )?(${MONTH}) ${OF_MONTH}`, 'gi'),
    (_, day, name, n) => `${day ? `${weekday(day)} ` : ''}${n} ${month(name!)}`,
  ],
  [
    new RegExp(`(?:(?<![a-z])(?:on )?the )?(?<![\\d:])${OF_MONTH}(?: of)? (${MONTH})`, 'gi'),
    (_, n, name) => `${n} ${month(name!)}`,
  ],
  [new RegExp(`(?<![a-z])next (${DAY})`, 'gi'), (_, day) => `${weekday(day!)} prochain`],
  [
    /(?<![a-z])on ((?:mon|tues|wednes|thurs|fri|satur|sun)days)(?![a-z])/gi,
    (_, day) => `tous les ${weekday(day!)}s`,
  ],
  [
    new RegExp(`(?<![a-z])(?:on |this |the )?(${DAY})(?:,? the ${OF_MONTH})?`, 'gi'),
    (_, day, n) => `${weekday(day!)}${n ? ` ${n}` : ''}`,
  ],
  [/(?<=di) (?:in the )?morning(?![a-z])/gi, () => ' matin'],
  [/(?<=di) (?:in the )?afternoon(?![a-z])/gi, () => ' après-midi'],
  [/(?<=di) (?:in the )?(?:evening|night)(?![a-z])/gi, () => ' soir'],
]

/** What English alone says of a day. */
const ENGLISH = pattern('i')`
  (?<![a-z])(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|sat|sun|thu|thurs?|fri|wed|tomorrow
  |today|tonight|next|every|each|this (?:morning|afternoon|evening)|noon|midday|weekdays?|january
  |february|march|april|june|july|august|september|october|november|december|the|at)(?![a-z])
  |\d ?[ap]\.?m(?![a-z])|(?<![a-z])(?:jan|feb|apr|aug|oct|nov|dec)\.? \d
`
/** Small words of French; with a capital they begin a name: *La Chamba*. */
const FRENCH = pattern('u')`
  (?<![\p{L}])(?:le|la|les|l['’]|une?|des|du|au|aux|j['’]|je|qui|que|pour|et|ou|chez|vers|il|ce
  |matin|soir|midi|lundis?|mardis?|mercredis?|jeudis?|vendredis?|samedis?|dimanches?|demain
  |prochain|chaque|tous|mes|ma|nous|vous|suis|est)(?!\p{L})
`
/** Whether a text tells of a day in English. */
const saysDayInEnglish = (text: string): boolean => ENGLISH.test(text) && !FRENCH.test(text)

/** The same text, its days and hours in French; a text that is not English stays as it is. */
export const daysInFrench = (text: string): string =>
  saysDayInEnglish(text) ? daysTurned(text) : text

/** The same, of a text that is known to be English. */
export const daysTurned = (text: string): string =>
  CHANGES.reduce((said, [shape, turned]) => said.replace(shape, turned), text)
