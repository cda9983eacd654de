import { pattern, source } from '../../../../core/pattern.ts'
import { communeAt, type Place, placeAt } from './names.ts'
import { type RideText, WEEKDAY, WHEN } from './text.ts'

/** A way said by its two names alone. */

const STROKE = /^ ?(?:-+>?|→|>|\/) ?/
const BLANK = /^ /
/** *boen CHU*: no town. */
const ACRONYM = /^\p{Lu}{2,5}$/u
/** *Je fais Sail-Montbrison*, *Callac Guingamp samedi*: two names side by side are a way. */
const SAYS_WAY = pattern()`
  (?<![a-z])(?:(?:fais|fait|faisons|font|faire|trajets?(?: [a-z]+){0,3}|co-?voit[a-z]*|navette
  |aller|places?(?: libres?| dispo[a-z]*)?
  |ligne)(?: quotidiens?)? |${WHEN})$
`
const COMPOUND = source`
  Saint|Sainte|Ste?|Clermont|Part|Mont|Pont|Port|Bourg|Grande?|Petit|Haute?|Basse?|Aix|Andrézieux
  |Villeneuve|Château|Roche|Vals?|Vic|La|Le|Les|Super|Pôle|France|Notre|Jean
`
const TWO_NAMES = new RegExp(
  `(?!(?:${COMPOUND})[ -])(\\p{Lu}\\p{L}{2,})[ -]\\p{Lu}\\p{L}+` +
    '|(Sainte?-\\p{Lu}\\p{L}+) \\p{Lu}\\p{L}+',
  'uy',
)
/** *Lyon Part-Dieu*, *Paris Montparnasse*: a station or a side of the town itself. */
const OF_TOWN = pattern('iu')`
  ^(?:part-dieu|perrache|vaise|gerland|bellecour|confluence|jean[- ]macé|gorge[- ]de[- ]loup
  |châteaucreux|montparnasse|austerlitz|bercy|(?:saint|st)[- ](?:lazare|charles|exupéry)
  |la défense|matabiau|flandres|europe|viotte|tgv|gare|centre|ville|nord|sud|est|ouest)(?!\p{L})
`
/** *À Lyon Bellevue*: after these one place is told, and a second name is of the first. */
const ONE_PLACE = /(?<![a-z])(?:a|au|aux|pour|vers|de|d'|depuis|direction|jusqu'a) ?$/
/** *Boën Lyon lundi 5 h*: where a sentence begins, a word with a capital may be any. */
const BEGINS_WAY = pattern()`
  ^(?!(?:vends|(?:re)?cherche|donne|loue|prete|marche|messe|match|foire|fete|bal|loto|concert
  |atelier|cours|stage|reunion|visite|perdu|trouve|place|deux|urgent|bonjour|demain|covoit[a-z]*
  |vide|course|rando|sortie|retour|depart|ecole|lycee|college|club|theatre|cinema|famille)(?![a-z]))
  [a-z]+[ -][a-z'-]+,? (?:(?:le|tous les|chaque|ce) )?(?:${WEEKDAY}
  |demain|\d)
`
/** *covoit boen - feurs*: between strokes, small letters do. */
const SMALL_FIRST = /[a-z]{4,}(?= (?:-+>?|→|>) [a-z])/y

function firstOfTwo(text: RideText, at: number): string {
  TWO_NAMES.lastIndex = at
  SMALL_FIRST.lastIndex = at
  const isSaid = SAYS_WAY.test(text.plain.slice(0, at))
  const isWay = isSaid || (at === 0 && BEGINS_WAY.test(text.plain))
  const two = isWay ? TWO_NAMES.exec(text.clear) : null
  const small = isSaid ? SMALL_FIRST.exec(text.plain)?.[0] : undefined
  return two?.[1] ?? two?.[2] ?? small ?? ''
}

/** *Boën – Montbrison*, *Boën → Montbrison*, *Boën Lyon lundi*: two names. */
export function pairIn(text: RideText, communes: RegExp): readonly [Place, Place] | undefined {
  const known = { communes, isSure: false }
  for (let at = 0; at < text.plain.length; at++) {
    if (/[a-z'-]/.test(text.plain[at - 1] ?? '')) continue
    const two = firstOfTwo(text, at)
    const cut = two || communeAt(text.plain, at, known)
    const first: Place | undefined =
      cut === ''
        ? placeAt(text, at, known)
        : {
            said: text.clear.slice(at, at + cut.length),
            from: at,
            to: at + cut.length,
            isNamed: true,
          }
    const rest = text.plain.slice(first?.to)
    const stroke =
      first &&
      (STROKE.exec(rest) ?? (two === '' && /^(?:s(?:ain)?t|$)/.test(cut) ? null : BLANK.exec(rest)))
    const isSure = first !== undefined && /^[a-z]/.test(first.said) && STROKE.test(rest)
    const second = stroke && placeAt(text, first.to + stroke[0].length, { communes, isSure })
    const isOfFirst =
      second &&
      stroke?.[0] === ' ' &&
      (OF_TOWN.test(second.said) ||
        (ONE_PLACE.test(text.plain.slice(0, at)) && !communeAt(text.plain, second.from, known)))
    if (isOfFirst) continue
    if (first?.isNamed && second?.isNamed && !ACRONYM.test(second.said)) return [first, second]
  }
  return undefined
}
