import { lazyOf } from '../../../../core/lazy.ts'
import { fold, wordsOf } from '../../../../core/letters/words.ts'
import { pattern } from '../../../../core/pattern.ts'
import { contentOf } from './meaning.ts'
import { isKnown, keyOf, kindsOf } from './names.ts'
import { isTwoSenses } from './senses.ts'
import { areOfTwoSizes } from './sizes.ts'
import { foldedText, type SpokenNotice } from './spoken.ts'
import type { NoticePair } from './thing.ts'

/** What parts two notices that are about one topic. */

/** Languages: one that is spoken is no other. */
const stemmed = (word: string): string => word.replace(/(?:es|e|s)$/, '')
const TONGUES: ReadonlySet<string> = new Set(
  (
    'anglais allemand espagnol italien portugais neerlandais hollandais arabe turc russe ' +
    'ukrainien polonais roumain breton chinois japonais latin grec'
  )
    .split(' ')
    .map(stemmed),
)
const TONGUE = new RegExp([...TONGUES].join('|'))
const NONE: ReadonlySet<string> = new Set()
const tonguesOf = lazyOf((one: SpokenNotice): ReadonlySet<string> => {
  const text = foldedText(one)
  // Hardly any notice names one.
  return TONGUE.test(text) ? new Set(wordsOf(text).map(stemmed)).intersection(TONGUES) : NONE
})

const areOfTwoTongues = ({ offer, need }: NoticePair): boolean => {
  const [mine, theirs] = [tonguesOf(offer), tonguesOf(need)]
  return mine.size > 0 && theirs.size > 0 && mine.isDisjointFrom(theirs)
}

/** Two things of one kind: a clarinet and a guitar. */
function areOfTwoKinds({ gives, asks }: NoticePair): boolean {
  const [given, asked] = [contentOf(gives), contentOf(asks)]
  if (given.some(key => asked.includes(key))) return false
  return given.some(key =>
    asked.some(other => {
      const kinds = kindsOf(other)
      return !kinds.has(key) && !kindsOf(key).has(other) && !kindsOf(key).isDisjointFrom(kinds)
    }),
  )
}

/** Somebody is paid for it, or looks for such work: they meet one another and nobody else. */
const HIRES = pattern('u')`
  \bcesu\b|\bcheques? emploi\b|\bpaye(?:e|s|es)?(?: a)? l heure\b|\bheures? (?:payees?|remunerees?)
  |\b(?:on|je) (?:recrute|embauche)\b|\bj embauche\b|\bnous (?:recrutons|embauchons)\b|\bremunere
  |\bpren(?:d|ds|ons) (?:un|une|deux) (?:stagiaire|apprenti)
`
const SEEKS_WORK = pattern('u')`
  \bcherch\p{L}* (?:du travail|du boulot|un emploi|un job|un boulot|un petit job|des? petits? jobs?
  |(?:quelques?|des|une?|deux|trois) heures?|une place d apprenti|un apprentissage|un contrat)\b
  |\bcherch\p{L}* a (?:garder|promener|nettoyer|repasser|aider)\b|\bchez des particuliers\b
  |\bpour gagner\b|\bargent de poche\b
`
const seeksWork = lazyOf((one: SpokenNotice): boolean => SEEKS_WORK.test(foldedText(one)))
const hires = lazyOf((one: SpokenNotice): boolean => HIRES.test(foldedText(one)))
/** Work that is paid, or looked for. */
export const tellsOfWork = (one: SpokenNotice): boolean => seeksWork(one) || hires(one)
const areAtWork = ({ offer, need }: NoticePair): boolean => seeksWork(need) !== hires(offer)

/**
 * Who names the thing that they look for wants that thing: no other one that is named, nor who does
 * something with it.
 */
function areTwoThings({ gives, asks }: NoticePair): boolean {
  const [wanted] = asks.things
  if (!asks.sought || asks.act !== undefined || !wanted || !isKnown(wanted.key)) return false
  const given = gives.things.filter(({ key }) => isKnown(key))
  if (given.some(({ key }) => areOneThing(key, wanted.key))) return false
  return gives.act !== undefined || (given.length > 0 && given.length === gives.things.length)
}
const areOneThing = (a: string, b: string): boolean =>
  a === b || kindsOf(a).has(b) || kindsOf(b).has(a)

/** One word for two things: a mouse of a computer, and those of the loft. */
const isOneWord = ({ offer, need, gives, asks }: NoticePair): boolean =>
  gives.things.some(one =>
    asks.things.some(other => {
      const [short, long] = one.key.length < other.key.length ? [one, other] : [other, one]
      const isOne = long.key === short.key || long.key.startsWith(`${short.key} `)
      return isOne && isTwoSenses(short, [offer, gives], [need, asks])
    }),
  )

/** Who looks for arms has the thing: *de l’aide pour monter un barnum*. */
const FOR_ARMS = pattern('u')`
  \b(?:aide|bras|mains?|monde|volontaires?|benevoles?) (?:pour|a) (?:m |l |les? |la |nous )?
  (?:\p{L}+er|\p{L}+ir|\p{L}+re)\b
`
const GIVES_THING = pattern('u')`
  \b(?:prete|pretons|donne|donnons|vends?|vendons|loue|louons|propose) (?:un|une|des|mon|ma|mes|son
  |sa|ses|notre|nos)\b
`
const wantsArms = ({ offer, need, gives }: NoticePair): boolean =>
  gives.act === undefined &&
  gives.things.length > 0 &&
  GIVES_THING.test(fold(offer.title)) &&
  FOR_ARMS.test(fold(need.title).replaceAll(/[’']/g, ' '))

/** An animal or a key that somebody found waits for whoever lost it. */
const FOUND = /(?<!\p{L})trouvée?s?(?!\p{L})/iu
const LOST = /(?<!\p{L})(perdue?s?|disparue?|égarée?s?)(?!\p{L})/iu
/** Who lost a beast or a thing wants that one. */
const LOST_FIRST = /^\P{L}*(perdue?s?|disparue?s?|égarée?s?)(?!\p{L})/iu
/** *Quelqu’un aurait-il…*, *Notre groupe cherche un local*: filed among offers, and it asks. */
const ASKS = pattern('iu')`
  ^\P{L}*(quelqu['’]un|qui) (aurait|a|peut|pourrait|vend|donne|prête)\b
  |^\P{L}*(\p{Lu}[\p{L}-]+ )?(re)?cherche\b(?! à)
  |^\P{L}*([\p{L}’'-]+ ){1,5}(re)?cherch(e|ent) (un|une|des|du|de la|d['’])(?!\p{L})
`
/** Who looks for a home or for work, or is given away, is an offer. */
const TAKEN = pattern('iu')`
  (?<!\p{L})(à \p{L}+([ei]r|re)(?!\p{L})|donn|pr[eê]t|vend
  |maison|foyer|famille|retraite|travail|boulot|emploi|job|stage|heures
  |preneu|acquéreu|acheteu|adoptant|locataire)
`
const GROUP = pattern()`
  \b(?:chorale|choeur|troupe|compagnie|orchestre|fanfare|harmonie|batucada|ensemble vocal|groupe
  |club|equipe|amicale|asso(?:ciation)?|comite|atelier|ecole)s?\b
`.source
/** A group that whoever likes may join. */
const MEMBERS = pattern()`
  (?:(?:re)?cherch\w*|recrut\w*|il (?:nous )?manque) (?:encore )?(?:un|une|des|de|d
  |du|deux|trois)[ ]
  (?:nouve\w+ )?(?:voix|membres?|monde|gens|tenors?|altos?|basses?|sopranos?|benevoles?|novices
  |partenaires?|\w+(?:eurs?|euses?|rices?|iens?|iennes?|istes?|ants?))\b
`.source
const OPENS = pattern('u')`
  ${GROUP}.*\b(?:accueill|bienvenu|ouvert|rejoi|${MEMBERS})
  |\b(?:accueill|bienvenu|rejoi|${MEMBERS}).*${GROUP}
`
/** A group that looks for somebody. */
const OWN_GROUP = pattern('u')`
  \b(?:notre|nos|mon) (?:\w+ )?${GROUP}|^(?:la|le|l|les) (?:\w+ )?${GROUP}
  |\bchef(?:fe)? de choeur|\bchef(?:fe)? d orchestre|\bmetteu(?:r|se) en scene
`
const LACKS = pattern('u')`
  \b(?:cherch|recherch|recrut|manqu|faut|faudrait|besoin)\w*(?: (?:encore|plus que|juste|un|une|des
  |de|d|du|la|le))*(?! ${GROUP})
`
/** Whether who stands among offers looks for something too, or found what nobody lost. */
export function areSeeking({ offer, need }: NoticePair): boolean {
  const asked = foldedText(need)
  const isLost = LOST.test(`${need.title} ${need.more}`)
  if (FOUND.test(offer.title)) return !isLost
  if (LOST_FIRST.test(need.title)) return true
  if (offer.side !== 'offer') return false
  if (OPENS.test(fold(offer.title))) return OWN_GROUP.test(asked) && LACKS.test(asked)
  return ASKS.test(offer.title) && !TAKEN.test(`${offer.title} ${offer.more}`)
}

/** *C’est pourvu*, *toutes parties, merci*: nothing is offered or looked for any more. */
const OVER = pattern('iu')`
  (?<!\p{L})(?:(?:c['’ ]?est|déjà)(?: déjà| tout)? (?:pourvu|vendu|trouvé|réservé|adopté|complet)
  |(?:tout est|toutes?|tous)(?: sont| est)? (?:déjà )?(?:parti|vendu|réservé|adopté))e?s?
  (?= *(?:[.,;:!)]|merci|$))
  |(?<!\p{L})(?:trouvé|pourvu|vendu|parti|adopté|réservé|réglé)e?s?[ ,.!:]+merci
  |(?<!\p{L})merci[^.!?]{0,20}(?:j['’]ai|on a|c['’]est) (?:trouvé|pourvu)
  |(?<!\p{L})plus dispo(?:nible)?s?(?!\p{L}| (?:le|la|les|en|à|au|avant|après|que))
  |(?<!\p{L})annonce (?:close|périmée|terminée|pourvue|annulée)
  |^\P{L}*(?:vendu|donné|pourvu|annulé|adopté)e?s?(?!\p{L})(?= *[.,;:!)-]| *$)
`
export const isOver = lazyOf((one: SpokenNotice): boolean =>
  [one.title, one.more].some(text => OVER.test(text)),
)

/** What who asks says to have found already: *le camion est trouvé, il manque des bras*. */
const HAD = pattern('gu')`
  \b(?:le|la|les|l|mon|ma|mes|notre|nos) (\w+)(?: de \w+)? (?:est|sont) (?:deja |bien )?
  (?:trouve|reserve|loue|prevu|achete|commande)(?:e|s|es)?\b
  |\b(?:j ai|on a|nous avons) (?:deja |enfin )?(?:trouve|loue|reserve) (?:un|une|le|la|l) (\w+)
`
const NOTHING: readonly string[] = []
const hadBy = lazyOf((one: SpokenNotice): readonly string[] => {
  const text = foldedText(one)
  if (!/\b(?:trouve|reserve|loue|prevu|achete|commande)/.test(text)) return NOTHING
  return [...text.matchAll(HAD)].map(([, a, b]) => keyOf(a ?? b ?? ''))
})
/** What carries: a van that is found needs no trailer. */
const CARRIES: ReadonlySet<string> = new Set(['camion', 'remorque'].map(keyOf))
function isHad({ need, gives }: NoticePair): boolean {
  const [given] = gives.things
  if (given === undefined || gives.act !== undefined) return false
  return hadBy(need).some(
    key => areOneThing(key, given.key) || (CARRIES.has(key) && CARRIES.has(given.key)),
  )
}

/** A night is no year. */
const SHORT = /\bnuits?\b|\bnuitées?\b|\bweek-?end\b/i
const LONG = /\bannée\b|\bmois\b|\bà l’an\b|\bà garder\b|\bpour de bon\b|\bdéfinitivement\b/i
export const areStaysApart = (a: SpokenNotice, b: SpokenNotice): boolean =>
  (SHORT.test(a.title) && LONG.test(b.title)) || (SHORT.test(b.title) && LONG.test(a.title))

/** What is spoilt or broken is not what is wanted fine. */
const SPOILT = pattern('iu')`
  (?<!\p{L})(abîmée?s?|pourrie?s?|en panne|hors service|pour pièces|cassée?s?|à réparer
  |à retaper)(?!\p{L})
`
const FINE =
  /(?<!\p{L})(beaux?|bel|belles?|bon état|neufs?|neuves?|qui marchent?|comme neuf)(?!\p{L})/iu
export const isSpoilt = ({ offer, need, asks }: NoticePair): boolean =>
  asks.act === undefined && SPOILT.test(offer.title) && FINE.test(`${need.title} ${need.more}`)

/** Whether a thing that passes has another size than the one that is looked for. */
export const areSizesApart = ({ offer, need, gives }: NoticePair): boolean =>
  gives.act === undefined && areOfTwoSizes(offer, need)

/** Whether what both are about is said so that it can't be the same. */
export const areApart = (pair: NoticePair): boolean =>
  isHad(pair) || areOfTwoTongues(pair) || isOneWord(pair)

/** Whether their words seem to part them, which a notice that tells several things belies. */
export const seemApart = (pair: NoticePair): boolean =>
  wantsArms(pair) || areAtWork(pair) || areTwoThings(pair) || areOfTwoKinds(pair)
