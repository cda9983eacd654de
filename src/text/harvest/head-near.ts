import { pattern } from '../../core/pattern.ts'
import { datesIn, plusDays, weekdayNamed, weekdayOf } from './dates.ts'
import { WEEKDAYS } from './fr.ts'

/** The day of a meeting that no line tells with its month: the nearest that fits. */

const WEEK = WEEKDAYS.flatMap(day => [day, `${day.slice(0, 3)}\\.?`]).join('|')
/** *ce jeudi 12*: no month, no hour. */
const DAY_ALONE = pattern()`
  (?<![a-z])(${WEEK}) (?:le )?(\d{1,2})(?:er)?(?![\d€%]|\s*(?:h(?![a-z])|heures?|:|/|€|euros?
  |personnes?))
`
/** *prochaine réunion jeudi 12*: another day. */
const OTHER = /\b(?:prochain\w*|avant|d'ici|pour|rdv|rendez-vous|retrouve\w*|revoit) [^.;:]{0,35}$/
/** *vendredi soir*, *samedi dernier*, *hier*: told after it, in an article. */
const JUST_PAST = pattern()`
  (?<![a-z])(?:(${WEEKDAYS.join('|')})(?: soir| matin| apres-midi)?
  (?: dernier| passe|(?<=soir|matin|apres-midi))|(hier)(?: soir| matin| apres-midi)?)(?![a-z])
`
/** *texte remis le 23/11/2026*, *publié le…*: when it was written. */
const POSTED = pattern()`
  \b(?:remise?s?|redigee?s?|publiee?s?|parue?s?|mise?s? en ligne|postee?s?|envoyee?s?|ecrite?s?
  |edition|article)(?: (?:le|du|de|en date du))?(?: (?:${WEEKDAYS.join('|')}))? ?[:,]? ?$
`
/** As far as such a day is looked for, and so much of the top and of the end is read. */
const [FAR, READ] = [190, 1_200]

/** The day on which the page says that it was written. */
function postedDay(plain: string): string | undefined {
  const ends = [plain.slice(0, READ), plain.slice(Math.max(READ, plain.length - READ))]
  for (const said of ends) {
    const told = datesIn(said, { day: null }).find(
      one => one.sure && POSTED.test(said.slice(Math.max(0, one.from - 40), one.from)),
    )
    if (told) return told.day
  }
  return undefined
}

/**
 * The nearest day to the writing that a page tells by its weekday.
 *
 * Shape   `today`: the day of reading, where the page says no day at all.
 */
export function nearestDay(plain: string, today?: string): string | null {
  const top = plain.slice(0, READ)
  const posted = postedDay(plain)
  const past = posted ? JUST_PAST.exec(top) : null
  if (posted && past) {
    const weekday = weekdayNamed(past[1] ?? '')
    const back = [1, 2, 3, 4, 5, 6, 7].find(
      days => past[2] !== undefined || weekdayOf(plusDays(posted, -days)) === weekday,
    )
    return plusDays(posted, -(back ?? 0))
  }
  const alone = DAY_ALONE.exec(top)
  if (!alone || OTHER.test(top.slice(Math.max(0, alone.index - 50), alone.index))) return null
  const anchor = posted ?? datesIn(plain.slice(0, READ * 4), { day: null })[0]?.day ?? today
  if (!anchor) return null
  const [weekday, date] = [weekdayNamed(alone[1]!), Number(alone[2])]
  for (let far = 0; far < FAR; far++)
    for (const day of [plusDays(anchor, -far), plusDays(anchor, far)])
      if (Number(day.slice(8)) === date && weekdayOf(day) === weekday) return day
  return null
}
