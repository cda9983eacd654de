import { normal } from '../../../../core/letters/accents.ts'
import { nullPrototype } from '../../../../core/null-prototype.ts'
import { pattern, source } from '../../../../core/pattern.ts'
import { MONTHS, WEEKDAYS } from '../../../../text/harvest/fr.ts'
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
    .replace(/[\u2010\u2011]/g, '-')
    .replace(/ ?[\u2012-\u2015] ?/g, ' - ')
    .replace(INVERTED, '')
    .replace(/œ/g, 'oe')
    .replace(/\s/g, ' ')
    .replace(I_TYPED, 'je ')
    .replace(SHORT, short => WHOLE[short.toLowerCase()] ?? short)
    .replace(/(?<![\p{L}\d'])ste(?=\s*(?:$|[,.;!?]))/giu, 'Saint-Étienne')
    .replace(SHORT_DAY, day => SHORT_DAYS[day.toLowerCase()] ?? day)
  return { clear, plain: plainOf(clear) }
}

/** *jpeux*, *jvais*. */
const I_TYPED = pattern('giu')`
  (?<![\p{L}\d'])j(?=(?:dois|peux|vais|suis|cherche|descends?|monte|pars|rentre)(?!\p{L}))
`
/** As they are typed on a telephone. */
const WHOLE: Readonly<Record<string, string>> = nullPrototype({
  qqn: "quelqu'un",
  qqun: "quelqu'un",
  "qqu'un": "quelqu'un",
  quelquun: "quelqu'un",
  kelkun: "quelqu'un",
  qq1: "quelqu'un",
  ki: 'qui',
  ya: 'y a',
  chui: 'je suis',
  chuis: 'je suis',
  sainté: 'Saint-Étienne',
  pr: 'pour',
  ds: 'dans',
  tt: 'tout',
  tlj: 'tous les jours',
  ts: 'tous',
  vds: 'vends',
  rdv: 'rendez-vous',
  pl: 'places',
})
const SHORT = new RegExp(
  `(?<![\\p{L}\\d'])(?:${Object.keys(WHOLE).join('|')})(?![\\p{L}\\d'])`,
  'giu',
)

/** *Sam. soir*: those days that are no other word. */
const SHORT_DAYS: Readonly<Record<string, string>> = nullPrototype({
  'lun.': 'lundi',
  'jeu.': 'jeudi',
  'ven.': 'vendredi',
  'sam.': 'samedi',
  'dim.': 'dimanche',
})
const SHORT_DAY = /(?<![\p{L}\d'])(?:lun|jeu|ven|sam|dim)\.(?=[ ,])/giu
/** *Va-t-il*, *fait-il*: the verb alone is read. */
const INVERTED = /-t-(?:il|elle|on)s?(?!\p{L})|(?<=[td])-(?:il|elle)s?(?!\p{L})/gu

/** The days of the week and the months, in a pattern. */
export const WEEKDAY = WEEKDAYS.join('|')
export const MONTH = MONTHS.join('|')

/** Words that may stand between a verb and where one goes: when, how often, how. */
export const WHEN = source`
  (?:(?:,|tous les|toutes les|chaque|les?|et|du|au|aussi|souvent|regulierement|demain|apres-demain
  |ce|cet|cette|(?:${WEEKDAY})s?|matins?|soirs?
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
  (?:aller|allant|descendant|montant|descendre|monter|me rendre|nous rendre|se rendre|partir
  |rentrer|remonter|retourner
  |redescendre|rejoindre)
`
const TAKES = source`
  (?:emmen|amen|condui|depos|ramen|accompagn|vehicul|emport)[a-z]*
`
/** *Je dois être à Feurs*: who must be there goes there. */
const MUST_BE = "(?<=(?:dois|doit|devons|faut que je|faut qu'on) )(?:etre|sois|soit|arriver)"
/** A verb of going ends here, but for the words that say when. */
export const GO = new RegExp(`(?<![a-z])(?:${VERBS}|${DOES}|${TAKES}|${MUST_BE}) ${WHEN}*$`)
/** The same, at any place of a sentence: the verb, and the words that say when. */
export const GOING = source`
  (?<![a-z])(?<!(?:se|s'y) )(${VERBS}) ${WHEN}*
  (?=(?:a|au|aux|a la|en|vers|jusqu'[a-z]+|sur|pour|de|d'|direction|chez|par)[ '])
`
export const TO_GO = source`
  (?<![a-z])${DOES} (?:(?:voir|travailler) (?:m(?:a|on|es) [a-z]+ )?)?${WHEN}*(?=(?:a|au|aux|en
  |vers|jusqu'[a-z]+|sur|pour|chez)[ '])
`
