import { bornAt, ID_SHAPE } from '../../../../core/id.ts'
import { lazyOf } from '../../../../core/lazy.ts'
import { pattern } from '../../../../core/pattern.ts'
import { foldedText, type SpokenNotice } from './spoken.ts'

/**
 * The months in which an offer stands, and those in which a need does: what is lent in September is
 * no answer to who needs it this week-end.
 *
 * Law     who tells no time refuses none.
 */
const MONTHS =
  'janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre'.split(' ')
const MONTH = MONTHS.join('|')
/** *à partir de mai*, *de mars à avril*, *pas avant septembre*, *en septembre et octobre*. */
const SPAN = new RegExp(
  `\\b(a partir d[eu]?|des|pas avant|de|d|en|entre)(?: (?:debut|fin|mi))?[ -]?(${MONTH})` +
    `(?: ?(?:a|et|ou|-|jusqu a)(?: (?:debut|fin|mi))? ?(${MONTH}))?`,
  'g',
)
/** *L’automne prochain*, *au printemps*: by their first months, and how many. */
const SEASONS: Readonly<Record<string, readonly [number, number]>> = {
  printemps: [2, 3],
  ete: [5, 4],
  automne: [8, 3],
  hiver: [11, 3],
}
const SEASON_SAID = /\b(?:l|au|a l|cet|en|le) (printemps|ete|automne|hiver)\b/g
/** What tells that the offer waits, or has its season. */
const WAITS = pattern('u')`
  \b(?:a partir d[eu]?|des (?:${MONTH})|pas avant|seulement|sera|seront|de nouveau|libres? en
  |disponibles? en|(?:${MONTH}|printemps|ete|automne|hiver) prochain|se prete(?:nt)? en
  |\p{L}+erai)\b
`
/** As long as it stands from a month on, where nothing tells its end. */
const HALF_A_YEAR = 6

const monthsFrom = (first: number, count: number): readonly number[] =>
  Array.from({ length: count }, (_, i) => (first + i) % 12)

const offeredIn = lazyOf((one: SpokenNotice): readonly number[] => {
  const text = foldedText(one)
  if (!WAITS.test(text)) return []
  const seasons = [...text.matchAll(SEASON_SAID)].flatMap(([, name = '']) =>
    monthsFrom(...SEASONS[name]!),
  )
  const months = [...text.matchAll(SPAN)].flatMap(([, how = '', from = '', to]) => {
    const first = MONTHS.indexOf(from)
    if (to !== undefined) return monthsFrom(first, ((MONTHS.indexOf(to) - first + 12) % 12) + 1)
    return monthsFrom(first, /partir|des|avant/.test(how) ? HALF_A_YEAR : 1)
  })
  return [...seasons, ...months]
})

const SOON = pattern('u')`
  \b(?:ce week[ -]end|week[ -]end prochain|cette semaine|semaine prochaine|demain|urgent|urgence
  |(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche) (?:prochain|\d{1,2})|tout de suite)\b
`
/** Feasts, and the months in which one gets ready for them. */
const FEASTS: readonly (readonly [RegExp, ...number[]])[] = [
  [/\bnoel\b/, 11],
  [/\b(?:nouvel an|jour de l an|reveillon|saint sylvestre)\b/, 11, 0],
  [/\btoussaint\b/, 9, 10],
  [/\bpaques\b/, 2, 3],
]
const neededIn = lazyOf((one: SpokenNotice): readonly number[] => {
  const text = foldedText(one)
  const named = [
    ...MONTHS.flatMap((month, at) => (new RegExp(`\\b${month}\\b`).test(text) ? [at] : [])),
    ...FEASTS.flatMap(([feast, ...months]) => (feast.test(text) ? months : [])),
  ]
  if (named.length > 0 || !SOON.test(text) || !ID_SHAPE.test(one.id)) return named
  return [new Date(bornAt(one.id)).getUTCMonth()]
})

/** Whether the months that both tell have none in common. */
export function areOfTwoSeasons(offer: SpokenNotice, need: SpokenNotice): boolean {
  const offered = offeredIn(offer)
  if (offered.length === 0) return false
  const needed = neededIn(need)
  return needed.length > 0 && needed.every(month => !offered.includes(month))
}
