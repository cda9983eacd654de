import { latinised } from '../../core/letters/look-alikes.ts'
import { pattern, source } from '../../core/pattern.ts'
import { plainOf } from '../harvest/mask.ts'

/** What opens a door, a network or an account: nobody's name, and not for everybody. */
export type SecretFound = Readonly<{ from: number; to: number; kind: 'secret' }>

/** A word of figures, or of figures and letters: *4512B*, *#4512*, *1234*. */
const FIGURES = '[*#]?(?=[a-z*#-]{0,6}\\d)[a-z0-9*#-]{3,}'
const CODED =
  '(?:codes?(?! (?:postal|postaux|insee|ape|naf|barres?|rome|promo|couleurs?|civil|penal|de ' +
  'la route|du travail|source|commune|general|rural|de ' +
  "l'urbanisme))|digicodes?|alarme|cadenas|coffre|combinaison|pin|boite a cle(?:f)?s?|mots? " +
  'de passe|mdp|password|wifi|wi-fi|wpa2?|cle de securite|identifiants?|login)'
const OF = source`
  (?: (?:est|sont|c'est|fait|reste|toujours|encore|le|la|du|de|des|un|une|nouveau|nouvelle|ancien
  |wi-?fi|acces|entree|porte|portail|local|salle|box|reseau|armoire|mairie|grille|garage|eglise
  |ecole|foyer|alarme|cadenas|coffre|boite|cles?|remise|cave|barriere|batiment|immeuble|hall)\b
  | ?(?:d'|l')(?:acces|entree|armoire|alarme|eglise|ecole|immeuble|ancien(?:ne)? [a-z]+))
`

const SECRETS: readonly RegExp[] = [
  new RegExp(
    `(?<![a-z])${CODED}${OF}{0,6} ?[ :=] ?${FIGURES}(?<!(?<![a-z0-9*#-])(?:19|20)\\d\\d)(?! ` +
      '?(?:€|euros?|m\\b|h\\b|kg|km|personnes|ans))',
    'g',
  ),
  // A password is any word.
  pattern('g')`
    (?<![a-z])(?:mots? de passe|mdp|password|cle wpa2?|cle (?:du )?wi-?fi)(?: (?:du|de la|de l'|wifi
    |wi-fi|du wifi|internet|de la box) ?[a-z]*)? ?(?:[:=]|est|c'est) ?\S{3,}
  `,
  // Where the key lies.
  pattern('g')`
    (?<![a-z])(?:clefs?|cles?|double|trousseau)(?: [a-z']+){0,5} (?:sous|derriere|dans|au-dessus|sur
    |au fond|accrochee?s?|cachee?s?|pendue?s?)(?: (?:de |du |d')?(?:le|la|un|une|l'|les
    |des))? ?(?:\d+\S* )?(?:petite? |grande? |grosse? |gros |vieux |vieille )?(?:pots?|paillasson
    |pierres?|boites? aux lettres|boite a cle(?:f)?s?|tuiles?|jardinieres?|volets?|gouttiere|poutre
    |linteau|cailloux?|rebord|compteur|geranium|brique|banc|seau|clou|tas|bac|niche|abri|poubelle
    |rosier|marche|tapis|arrosoir|nain|fenetre)(?![a-z])
  `,
  // An account, a card, a number of the social security.
  pattern('g')`
    (?<![a-z0-9])[a-z]{2}\d{2}(?: ?[a-z0-9]{4}){3,7}(?: ?[a-z0-9]{1,3})?(?![a-z0-9])
    |(?<!\d)\d{5}[ -]?\d{5}[ -]?[a-z0-9]{11}[ -]?\d{2}(?!\d)
    |(?<!\d)(?!20\d\d )[3-6]\d{3}(?:[ -]?\d{4}){3}(?!\d)|(?<!\d)[12] ?\d{2} ?(?:0[1-9]
    |1[0-2]) ?\d[\dab] ?\d{3} ?\d{3}(?: ?\d{2})?(?!\d)
  `,
]

/**
 * Codes of doors and networks, where a key lies, numbers of accounts.
 *
 * Law     offsets are those of the text given.
 */
export function secretsIn(text: string): readonly SecretFound[] {
  const plain = plainOf(latinised(text).replace(/[’ʼ`´]/g, "'"))
  return SECRETS.flatMap(pattern =>
    [...plain.matchAll(pattern)].map(one => ({
      from: one.index,
      to: one.index + one[0].trimEnd().length,
      kind: 'secret' as const,
    })),
  )
}
