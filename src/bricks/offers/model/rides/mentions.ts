import { pattern } from '../../../../core/pattern.ts'
import { eventAt, type Place, placeAt, placeStart } from './names.ts'
import { GO, type RideText, WHEN } from './text.ts'

/** The places of a sentence, each with the part of the way that the words before it say. */

type Part = 'from' | 'to' | 'via'
/** The words before a place that say its part of the way; the surer stand before. */
const BEFORE: readonly (readonly [RegExp, Part | 'of'])[] = [
  [
    pattern('g')`
      (?<![a-z])(?:en passant|passe(?:nt|s|rai)?|passant|passage) (?:par|a|au|devant)
      [ ](?:le |la |les |l')?
    `,
    'via',
  ],
  [/(?<![a-z])(?:via|par) (?:le |la |les |l')?/g, 'via'],
  [
    pattern('g')`
      (?<![a-z])(?:depuis|(?:au )?departs?(?: est| quotidiens?)?,? ${WHEN}*(?:de |d'|du |a |: |)
      |en partant (?:de|d'|du)
      |(?:pars|part|partons|partant|partirai|decoll[a-z]+|demarr[a-z]+) ${WHEN}*(?:de|d'|du)
      |(?:sortie|venant|y (?:vais|va|monte|descends|passe) ${WHEN}*) ?(?:de|d'|du)
      |(?:arriv|debarqu)(?:e|ent|ons) (?:(?:en|au|par le) (?:train|ter|car|bus)(?: de \d{1,2} ?h ?
      (?:\d\d)?)? )?${WHEN}*(?:a|au)(?! pied)
      |(?:habit(?:e|ons|ent|ant)|reside|loge|(?:suis|vis|sommes
      |(?<=on )est)(?= (?:hospitalisee? )?(?:a|au|aux|en|vers|sur) )|(?:bloque
      |coince)e?s?)(?![a-z])
      (?: hospitalisee?)?(?: a| au| aux| vers| sur)?
      |entre(?![a-z])) ?(?:le |la |les |l')?
    `,
    'from',
  ],
  [
    pattern('g')`
      (?<![a-z])rendez-vous (?:a )?\d{1,2} ?h ?(?:\d\d)? (?:(?:a|au|sur|devant) )?(?:la |le |l')?
      (?=stade|place|parking|mairie|eglise|rond-point|arret|salle|gare)
    `,
    'from',
  ],
  [
    pattern('g')`
      (?<![a-z])(?:rentr|revien|reven|remont|redescen|ramen|retour)[a-z]* ${WHEN}*
      (?:du |des |de la |de l'|de |d')
    `,
    'from',
  ],
  [
    pattern('g')`
      (?<![a-z])(?:a l'|(?:en )?direction (?:de |d'|du )|(?:jusqu'(?:a|au|aux|en)|a la|aux?|a
      |vers|direction|en
      |chez(?= (?:le|la|l'|mon|ma))
      |(?<=(?:aller|monte|descends?|rentrer?|va|vais) )sur
      |(?<=(?:pars|part|partons|partent|partir|partant) )pour)(?![a-z])
      (?: (?:le|la|les)(?![a-z]))? ?(?:l')?)
    `,
    'to',
  ],
  [/(?<![a-z])faire (?:les |mes |ses |nos |leurs |des |mes petites )?(?=courses)/g, 'to'],
  [
    pattern('g')`
      (?<![a-z])(?:fai[st]|faisons|faire|ferait|pren(?:ds?|dre|ons)) la route ${WHEN}*(?:de |d'|du )
      (?![^.,;]{3,40} (?:a|au|vers|jusqu'a) (?!\d|partir|midi))
    `,
    'to',
  ],
  [
    pattern('g')`
      (?<![a-z])(?:fais|fait|faisons|co-?voit[a-z]*|trajets?|navette|rejoindre|aller-?retour
      |aller simple)[ ]
    `,
    'to',
  ],
  [/(?<![a-z])(?:de |d'|du )/g, 'of'],
]
/** A person or a use stands after these as often as a place. */
const MAYBE = /(?<![a-z])(?:pour|sur)(?: le| la| les)? (?:l')?/g
const ALSO = /^(?:,| et| puis| ou)(?: par| a| vers| aussi| jusqu'a)* (?:le |la |les |l')?/
export type Mention = Place & Readonly<{ part: Part | 'of'; isGone: boolean }>

export function mentions(text: RideText, communes: RegExp): readonly Mention[] {
  const found: Mention[] = []
  const add = (place: Place | undefined, part: Part | 'of', isGone: boolean): void => {
    if (!place || found.some(one => place.from < one.to && place.to > one.from)) return
    found.push({ ...place, part, isGone })
    const also = ALSO.exec(text.plain.slice(place.to))
    const next = place.to + (also?.[0].length ?? 0)
    if (also) add(placeAt(text, next, { communes, isSure: false }), part, false)
  }
  for (const [shape, part] of BEFORE)
    for (const m of text.plain.matchAll(shape)) {
      if (part === 'to' && isHas(text, m)) continue
      const isGone = part === 'to' && GO.test(text.plain.slice(0, m.index))
      const at = placeStart(text, m.index + m[0].length)
      const known = { communes, isSure: isGone || LEFT.test(m[0]) }
      const sure = placeAt(text, at, { communes, isSure: false })
      const isEvent = part === 'to' || (part === 'from' && !STAYS.test(m[0]))
      const event = isEvent ? eventAt(text, at, known) : undefined
      add(sure ?? event ?? placeAt(text, at, known), part, isGone)
    }
  return found.sort((a, b) => a.from - b.from)
}
const STAYS = /^(?:habit|suis|vis|sommes|est|reside|loge)/
/** Behind these a small word is a place. */
const LEFT =
  /^(?:depuis|(?:au )?depart d|en partant d|(?:pars|part|partons|partirai) d|habit|bloque|coince)/
/** *Elle a rendez-vous*, beside *à Boën*: who types accents has something, and goes nowhere. */
const isHas = ({ clear }: RideText, { index, 0: said }: RegExpExecArray): boolean =>
  /^a(?![a-z])/.test(said) && clear[index] === 'a' && /(?<!\p{L})à(?!\p{L})/u.test(clear)

/** *une place pour Montbrison*: taken for a goal where no other is told. */
export function maybe(
  there: RideText,
  all: readonly Mention[],
  communes: RegExp,
): readonly Mention[] {
  return [...there.plain.matchAll(MAYBE)].flatMap(m => {
    const at = m.index + m[0].length
    const place = placeAt(there, at, { communes, isSure: false })
    // *pour le marché de Boën* holds the town that was found alone.
    const isFree =
      place &&
      !all.some(
        one =>
          place.from < one.to &&
          place.to > one.from &&
          !(one.part === 'of' && one.from > place.from && one.to <= place.to),
      )
    return place && isFree ? [{ ...place, part: 'to' as const, isGone: false }] : []
  })
}
