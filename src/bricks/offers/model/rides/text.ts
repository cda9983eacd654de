import { normal } from '../../../../core/letters/accents.ts'
import { source } from '../../../../core/pattern.ts'
import { plainOf } from '../../../../text/harvest/mask.ts'

/**
 * One sentence in two forms of one length, so that a place found in one is read in the other.
 *
 * Shape   `clear` as it was typed, with plain quotes, dashes and spaces; `plain` without accents
 *         and capitals.
 */
export type RideText = Readonly<{ clear: string; plain: string }>

/** What is read of a sentence: a notice has three hundred letters. */
const MOST_READ = 600

export function rideText(sentence: string): RideText {
  const clear = normal(sentence.slice(0, MOST_READ), 'NFC')
    .replace(/[’‘ʼ´`′]/g, "'")
    .replace(/[\u2010-\u2015]/g, '-')
    .replace(/œ/g, 'oe')
    .replace(/\s/g, ' ')
  return { clear, plain: plainOf(clear) }
}

/** Words that may stand between a verb and where one goes: when, how often, how. */
export const WHEN = source`
  (?:(?:,|tous les|toutes les|chaque|les?|et|du|au|aussi|souvent|regulierement|demain|apres-demain
  |ce|cet|cette|lundis?|mardis?|mercredis?|jeudis?|vendredis?|samedis?|dimanches?|matins?|soirs?
  |midi|aprem|apres-midi|jours?|semaines?|week-?ends?|mois|prochaine?|en voiture|seule?|parfois
  |quelquefois|bientot|aujourd'hui|premiers?|derniers?|a \d{1,2} ?h ?(?:\d\d)?|\d{1,2}(?: ?h)?)
  (?: |(?=,)))
`

const VERBS = source`
  (?:vais|va|vas|vont|allons|irai|ira|irait|irons|iraient|descends?|descendons|descendent
  |descendrai|descendra|descendrait|monte(?:nt|s)?|montons|monterai|montera|monterait|pars|part
  |partons|partent|partirai|partira|rentrons|rentre(?:nt)?|remonte(?:nt)?|remontons|redescends?
  |redescendons|retourne(?:nt)?|retournons|file|filons|passe(?:nt)?|passons|passerai|passerait)
`
const DOES = source`
  (?:aller|descendre|monter|me rendre|nous rendre|se rendre|partir|rentrer|remonter|retourner
  |redescendre|rejoindre)
`
const TAKES = source`
  (?:emmen|amen|condui|depos|ramen|accompagn|vehicul|emport)[a-z]*
`
/** A verb of going ends here, but for the words that say when. */
export const GO = new RegExp(`(?<![a-z])(?:${VERBS}|${DOES}|${TAKES}) ${WHEN}*$`)
/** The same, at any place of a sentence: the verb, and the words that say when. */
export const GOING = source`
  (?<![a-z])(${VERBS}) ${WHEN}*
  (?=(?:a|au|aux|a la|en|vers|jusqu'[a-z]+|sur|pour|de|d'|direction|chez|par)[ '])
`
export const TO_GO = source`
  (?<![a-z])${DOES} ${WHEN}*(?=(?:a|au|aux|en|vers|jusqu'[a-z]+|sur|pour|chez)[ '])
`
