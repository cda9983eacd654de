import { latinised } from '../../core/letters/look-alikes.ts'
import { matchesIn, pattern, source } from '../../core/pattern.ts'
import { plainOf } from '../harvest/mask.ts'

/** What opens a door, a network or an account: nobody's name, and not for everybody. */
export type SecretFound = Readonly<{ from: number; to: number; kind: 'secret' }>

/** After a figure, what makes it a count, a price, a measure or an hour. */
const COUNTED = source`
  (?! ?(?:€|euros?\b|e\b|er\b|ere\b|eme\b|%|m2?\b|cm\b|mm\b|km\b|k?g\b|l\b|k?w\b|h\b|mn\b
  |min\b|ans?\b|x\b))(?! (?!apres |depuis |dans |alors |puis |pas )[a-z]{4,}s\b)
`
/** A year where a year is told: *en 2027*, *le cadenas de 1998*. */
const NO_YEAR = source`
  (?!(?<=\b(?:de|en|fin|depuis|avant|pour|ete|annees?|[a-z]{2,7}(?:bre|ier|rs|ril|mai|uin|llet
  |out)) )(?:19|20)\d\d\b)
`
/** A telephone has its own pattern, and a day is none. */
const NO_PHONE = source`
  (?!(?:\+33|0)[ .-]?[1-9](?:[ .-]?\d\d){4})(?<!\d\d[ .-])(?!\d\d?[/.]\d)(?<!\d[/.])
`
const DIGIT = '(?:zero|un|deux|trois|quatre|cinq|six|sept|huit|neuf)'
const TENS =
  '(?:dix|onze|douze|treize|quatorze|quinze|seize|vingt|trente|quarante|cinquante|soixante' +
  '|quatre-vingts?)'
/** Numbers said two by two: *quarante-deux douze*. */
const SAID = source`
  (?:(?:${DIGIT}|${TENS})[ -](?:et[ -])?){1,7}(?:${DIGIT}|${TENS})(?![a-z-])
`
/** What is typed on a lock: *4512B*, *#4512*, *12-34-56*, *1 2 3 4*, *deux-deux-huit-huit*. */
const FIGURES = source`
  (?<![a-z0-9*#,.])${NO_PHONE}${NO_YEAR}(?!\d\d?h)(?:\d(?:[ -]\d){3,7}(?!\d)
  |\d\d(?:[ -]\d\d){1,3}(?!\d)|[*#]?(?=[a-z-]{0,14}\d[a-z*#-]{0,3}\d)[a-z0-9*#-]{3,20}(?![a-z0-9*#])
  |${DIGIT}(?:[ -]${DIGIT}){3,7}\b|(?=[a-z -]{0,40}${TENS})${SAID})${COUNTED}
`
/** What is locked by figures or a word. */
const LOCK = source`
  (?:codes?(?! (?:postal|postaux|insee|ape|naf|barres?|rome|promo|couleurs?|civil|penal|de la route
  |du travail|source|commune|general|rural|de l'urbanisme))|digicodes?|alarme|cadenas|coffre|serrure
  |combinaison|code pin|boitier|boites? a cle(?:f)?s?|mots? de passe|mdp|password|sesame|wifi|wi-fi
  |pass(?! (?:culture|navigo|sanitaire|sport|jeunes?|region)\b)|wpa2?|cle de securite
  |identifiants?|login|carte (?:bleue|bancaire)|cb)
`
/** Somewhere that a lock closes. */
const CLOSED = source`
  (?:portail|grille|porte|barriere|armoire|local|salle|hall|abri|garage|cave|remise|immeuble|entree
  |entrer|ouvrir|ouvre)
`
/** A part of one sentence. */
const WITHIN = (length: number) => `[^.;!?\\n]{0,${length}}?`

const SECRETS: readonly RegExp[] = [
  // A lock and its figures, in one sentence.
  new RegExp(`(?<![a-z])${LOCK}(?![a-z])${WITHIN(60)}${FIGURES}`, 'g'),
  // What is typed to come in.
  pattern('g')`
    (?<![a-z])(?:(?:tap|compos)(?:er?|ez)|${CLOSED}\b${WITHIN(40)}\b(?:avec|fai(?:re|s|tes)
    |c'est|sur)) (?:le |la )?${FIGURES}
  `,
  // *4512 pour le portail*: no round sum.
  pattern('g')`
    (?<![a-z0-9,.])(?!\d*00\b)(?!(?:19|20)\d\d\b)[*#]?\d{4,8}[a-z]?[*#]? (?:pour
    |ouvre|=) ?(?:le |la |l')?(?:portail|grille|barriere|digicode|alarme|cadenas|garage)(?![a-z])
  `,
  // A password is any word.
  pattern('g')`
    (?<![a-z])(?:mots? de passe(?! ?: ?(?:jeux?|ateliers?|soiree|conference|spectacle|theatre
    |comment|bien|choisir|apprendre|creer|gerer|conseils?|initiation|aide)(?![a-z]))|mdp
    |pass(?:word)?|cle wpa2?|cle (?:du )?wi-?fi)(?: (?:du|de la|de l'|wifi|wi-fi|du wifi|internet
    |de la box) ?[a-z]*)? ?(?:[:=]|est|c'est) ?\S{3,}
    |(?<![a-z])mdp \S{3,}
  `,
  // Where the key lies.
  pattern('g')`
    (?<![a-z])(?:clefs?|cles?|double|trousseau)(?: [a-z']+){0,5} (?:sous|derriere|dans|au-dessus|sur
    |au fond|accrochee?s?|cachee?s?|pendue?s?)(?: (?:de |du |d')?(?:le|la|un|une|l'|les
    |des))? ?(?:\d+\S* )?(?:petite? |grande? |grosse? |gros |vieux |vieille )?(?:pots?|paillasson
    |pierres?|boites? aux lettres|boite a cle(?:f)?s?|tuiles?|jardinieres?|volets?|gouttiere|poutre
    |linteau|cailloux?|rebord|compteur|geranium|brique|banc|seau|clou|tas|bac|niche|abri|poubelle
    |rosier|marche|tapis|arrosoir|nain|fenetre|porte|placard|tiroir|calendrier|cadre|bouteille|pneu
    |crochet)(?![a-z])|(?<![a-z])(?:clefs?|cles?|double|coffre)[^.;!?\n]{0,40}? (?:derriere|crochet
    |cachee?s?|sous) (?:le |la |l'|les |un |une )?(?:derriere|porte|calendrier|cadre|placard|tiroir
    |crochet|volet|armoire|escalier)(?![a-z])
  `,
  // What says whose a car is.
  pattern('g')`
    (?<![a-z0-9])[a-hj-np-tv-z]{2}-\d{3}-[a-hj-np-tv-z]{2}(?![a-z0-9])|(?<![a-z])(?:immatriculee?
    |plaque)[^.;!?\n]{0,16}?(?:[a-z]{2} ?\d{3} ?[a-z]{2}|\d{2,4} ?[a-z]{2,3} ?\d{2})(?![a-z0-9])
  `,
  // A number under which somebody is known to an office.
  pattern('g')`
    (?<![a-z])(?:n ?[°o]|no\.?|numeros?|matricule|identifiant|reference|ref)[ .]?(?:d'|de |du
    |de la )?(?:allocataire|secu|securite sociale|client|compte|dossier|adherent|abonne|patient
    |contrat|permis|carte|police|assure|caf|cpam|msa|passeport|cni|fiscal|invariant)[a-z ]{0,24}
    [ :=]*(?:est |c'est )?[a-z]{0,3}\d[\d ./-]{3,}|(?<![a-z0-9.,/_=&?#%+-]
    |(?:isbn|issn|ean|siret|siren|rna|osm|insee)[ :n°]{1,4})${NO_PHONE}
    (?!00|(?:19|20)\d{6}(?!\d))\d{7,13}(?!\.?[a-z0-9_/-])(?! ?(?:euros?|€|habitants|km|kwh|m3
    |litres|tonnes|pas\b|fois))|(?<![a-z])(?:iban|rib)\b[^.;!?\n]{0,30}?[a-z]{2}\d{2}
    |(?<![a-z0-9])fr76(?![a-z0-9])
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
    matchesIn(pattern, plain).map(one => ({
      from: one.index,
      to: one.index + one[0].trimEnd().length,
      kind: 'secret' as const,
    })),
  )
}
