import { lazyOf } from '../../../../core/lazy.ts'
import { fold, wordsOf } from '../../../../core/letters/words.ts'
import { pattern, source } from '../../../../core/pattern.ts'
import { areLogsTooLong, isOfOtherLength } from './lengths.ts'
import { contentOf, type NoticeMeaning } from './meaning.ts'
import { areOneThing, isKnown, keyOf, kindsOf, TEACHES } from './names.ts'
import { isPartForWhole } from './parts.ts'
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
/** *Un stage* may be a course: it meets who hires, and parts nobody else. */
const SEEKS_PLACE = pattern('u')`
  \bcherch\p{L}* (?:(?:un|mon|son|de|une place (?:de|en)|(?:un )?(?:lieu|maitre|terrain) de) )?
  (?:stage|stagiaire|alternance)\b|\bcherch\p{L}* une (?:place en )?alternance\b
`
const seeksPlace = lazyOf((one: SpokenNotice): boolean => SEEKS_PLACE.test(foldedText(one)))
const seeksWork = lazyOf((one: SpokenNotice): boolean => SEEKS_WORK.test(foldedText(one)))
const hires = lazyOf((one: SpokenNotice): boolean => HIRES.test(foldedText(one)))
/** Work that is paid, or looked for. */
export const tellsOfWork = (one: SpokenNotice): boolean => seeksWork(one) || hires(one)
const areAtWork = ({ offer, need }: NoticePair): boolean =>
  hires(offer) ? !seeksWork(need) && !seeksPlace(need) : seeksWork(need)

/** A pupil who looks on for a week is taken, and nobody who looks for work. */
const TAKES_PUPIL = pattern('u')`
  \b(?:pren|accueill|recev|recoi)\p{L}* (?:un|une|des|deux|les) (?:collegien|lyceen|eleve|jeune)
  \p{L}* en stage|\bstages? (?:d observation|de (?:3e|troisieme|decouverte))\b
`
const OF_PUPILS =
  /\b(?:stages?|stagiaires?|apprenti\p{L}*|alternance|observation|3e|troisieme|colleg\p{L}*)\b/u
const isPupilForWork = ({ offer, need }: NoticePair): boolean =>
  seeksWork(need) && !OF_PUPILS.test(foldedText(need)) && TAKES_PUPIL.test(foldedText(offer))

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
  FOR_ARMS.test(fold(need.title))

/** An animal or a key that somebody found waits for whoever lost it. */
const FOUND = /(?<!\p{L})trouvée?s?(?!\p{L})/iu
const LOST = /(?<!\p{L})(perdue?s?|disparue?|égarée?s?)(?!\p{L})/iu
/** Who lost a beast or a thing wants that one. Who is lost *dans ses papiers* wants a hand. */
const LOST_FIRST = pattern('iu')`
  ^\P{L}*(perdue?s?|disparue?s?|égarée?s?)(?!\p{L})
  (?! +(?:dans|avec|devant|par|face|entre|au milieu)(?!\p{L}))
`
/** *Quelqu’un aurait-il…*, *Notre groupe cherche un local*: filed among offers, and it asks. */
const ASKS = pattern('iu')`
  ^\P{L}*(quelqu['’]un|qui) (aurait|a|peut|pourrait|vend|donne|prête)\b
  |^\P{L}*(\p{Lu}[\p{L}-]+ )?(re)?cherche\b(?! à)
  |^\P{L}*([\p{L}’'-]+ ){1,5}(re)?cherch(e|ent) ((un|une|des|du|de la)(?!\p{L})|d['’])
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
/** What they look for is no group, and nothing to do: *je cherche une autre chorale*. */
const LACKS = pattern('u')`
  \b(?:(?:cherch|recherch)\w*(?!\w)(?! (?:a|ou)\b)|(?:recrut|manqu|faut|faudrait|besoin)\w*(?!\w))
  (?! (?:(?:encore|plus que|juste|un|une|des|de|d|du|la|le|l|autre|bonne?|petite?|nouve\w+) )*
  ${GROUP})
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

/** Where a sentence begins. */
const START = source`(?:^|[.!?;…(–—\n]|\s-)[^\S\n]*`
/** Where a part of one begins. */
const FROM = source`(?:^|[.!?;…(–—\n,]|\s-)[^\S\n]*`
const UNTIL = source`(?= *(?:[.,;:!)\n]|merci|$))`
/** *Merci de rappeler* asks for something. */
const THANKS = source`[ ,.!:]+merci(?!\p{L}| (?:de|me|m|d|par)(?!\p{L}))`
const CLOSED = source`(?<!\p{L})annonce (?:close|périmée|terminée|pourvue|annulée)`
/** *C’est pourvu*, *toutes parties, merci*: nothing is offered any more. */
const GONE = pattern('giu')`
  ${FROM}c['’ ]?est (?:déjà |tout )?(?:pourvu|vendu|réservé|adopté)${THANKS}
  |${START}c['’ ]?est (?:déjà |tout )?(?:pourvu|vendu|réservé|adopté)${UNTIL}
  |(?<!\p{L})(?:tout est|toute?s?|tous)(?: sont| est)? (?:déjà )?(?:vendu|réservé|adopté)e?s?
  ${UNTIL}
  |(?<!\p{L})(?:tout est|toute?s?|tous)(?: sont| est)? (?:déjà )?partie?s?${THANKS}
  |${START}(?:tout est|toutes|tous)(?: sont)? (?:déjà )?partie?s?${UNTIL}
  |${FROM}(?:déjà )?(?:pourvu|vendu|parti|adopté|réservé)e?s?${THANKS}
  |(?<!\p{L})merci[^.!?]{0,20}c['’]est pourvu${UNTIL}
  |(?:(?<!\p{L})(?:n['’ ]est|ne sont) |${START})plus dispo(?:nible)?s?
  (?!\p{L}| (?:le|la|les|en|à|au|avant|après|que|qu)(?!\p{L}))
  |${CLOSED}
  |(?:^|\n)[^\p{L}\n]*(?:(?:vendu|pourvu|annulé|adopté)e?s?(?= *[.,;:!)\n-]| *$)
  (?!, (?:car|cause|avec|pour|suite|livré)(?!\p{L}))|donnée?s?(?= *[.!)\n]| *$))
`
/** Who asks has found it. *Tous partis*, *c’est réservé* tell of others. */
const SATISFIED = pattern('giu')`
  ${START}(?:c['’ ]?est|j['’]ai|on a|nous avons) (?:déjà |enfin |bien |tout )?(?:trouvé|pourvu)
  (?= *(?:[.!)\n]|$))
  |${FROM}(?:(?:c['’ ]?est|j['’]ai|on a|nous avons) )?(?:déjà |enfin |bien )?(?:trouvé|pourvu)e?s?
  ${THANKS}
  |(?<!\p{L})merci[^.!?]{0,20}(?:j['’]ai|on a|c['’]est) (?:trouvé|pourvu)${UNTIL}
  |${CLOSED}
  |(?:^|\n)[^\p{L}\n]*(?:pourvu|annulé)e?s?(?= *[.,;:!)\n-]| *$)
`
/** *Tout est vendu, il reste deux chaises.* */
const STILL = pattern('iu')`
  (?<!\p{L})(?:reste(?:nt)?|encore|sauf|mais|autres?|cherch(?:e|ent|ons)|manque(?:nt)?|toujours)
  (?!\p{L})
`
/** *En juillet tout est réservé*: other days are free. */
const SOME_DAYS = pattern('iu')`
  (?<!\p{L})(?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre
  |décembre|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|week-?end|semaine|jour|l['’]été
  |cet été|hiver|printemps|automne|mois|vacances|noël|matin|soir)s?(?!\p{L})
`
function isOfSomeDays(text: string, at: number): boolean {
  const sentences = text.slice(0, at + 1).split(/[.!?\n]/)
  return SOME_DAYS.test(sentences.at(-1) ?? '')
}
export const isOver = lazyOf(({ side, title, more }: SpokenNotice): boolean => {
  const text = `${title}\n${more}`
  const last = [...text.matchAll(side === 'need' ? SATISFIED : GONE)].at(-1)
  if (last === undefined || STILL.test(text.slice(last.index))) return false
  return side === 'need' || !isOfSomeDays(text, last.index)
})

/** What who asks says to have found already: *le camion est trouvé, il manque des bras*. */
const HAD = pattern('gu')`
  \b(?:le|la|les|l|mon|ma|mes|notre|nos) (\w+)(?: de \w+)? (?:est|sont) (?:deja |bien )?
  (?:trouve|reserve|loue|prevu|achete|commande)(?:e|s|es)?\b(?! (?:ce|cette|par|jusqu|tous|toute)\b)
  |\b(?:j ai|on a|nous avons) (?:deja |enfin )?(?:trouve|loue|reserve) (?:un|une|le|la|l) (\w+)
`
/** What they look for all the same: *la remorque est louée, je cherche une remorque*. */
const WANTED = pattern('gu')`
  \b(?:cherch|recherch|faut|faudrait|besoin|trouver|emprunter|qui (?:a|aurait|prete|loue))\w*
  (?: (?:a louer|a emprunter|encore|un|une|des|de|d|du|la|le|l|bonne?|petite?|grande?))* (\w+)
`
/** *Il m’en faut une*, *une autre*. */
const ANOTHER = /\ben (?:re)?(?:cherch|faut|faudrait)\w*|\b(?:un|une|d) autres?\b/
const NOTHING: readonly string[] = []
const hadBy = lazyOf((one: SpokenNotice): readonly string[] => {
  const text = foldedText(one)
  if (!/\b(?:trouve|reserve|loue|prevu|achete|commande)/.test(text)) return NOTHING
  if (ANOTHER.test(text)) return NOTHING
  const wanted = new Set([...text.matchAll(WANTED)].map(([, word]) => keyOf(word ?? '')))
  const had = [...text.matchAll(HAD)].map(([, a, b]) => keyOf(a ?? b ?? ''))
  return had.filter(key => !wanted.has(key))
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

/** A night is no year. *À garder* tells of a year too, and of a dog for a week-end: left out. */
const SHORT = /(?<!\p{L})(?:nuits?|nuitées?|week-?end)(?!\p{L})/iu
const LONG = /(?<!\p{L})(?:année|mois|à l['’]an(?:née)?|pour de bon|définitivement)(?!\p{L})/iu
const isShortStay = ({ title }: SpokenNotice): boolean => SHORT.test(title)
const isLongStay = ({ title }: SpokenNotice): boolean => LONG.test(title) && !SHORT.test(title)
export const areStaysApart = (a: SpokenNotice, b: SpokenNotice): boolean =>
  (isShortStay(a) && isLongStay(b)) || (isShortStay(b) && isLongStay(a))

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
export const areSizesApart = (pair: NoticePair): boolean =>
  pair.gives.act === undefined &&
  (areOfTwoSizes(pair.offer, pair.need) || isOfOtherLength(pair) || areLogsTooLong(pair))

/** Who gives lessons lends and sells no instrument. */
const BY_THING: ReadonlySet<NoticeMeaning['way']> = new Set([
  'borrow',
  'lend',
  'buy',
  'sell',
  'rent',
])
const LESSONS = /\b(?:cours|lecons?|apprends?|enseigne|initiation)\b/
const isLessonForThing = ({ offer, gives, asks }: NoticePair): boolean =>
  asks.act === undefined &&
  BY_THING.has(asks.way) &&
  gives.way === undefined &&
  (gives.act === TEACHES || LESSONS.test(fold(offer.title)))

/** A scanner or a radio that one is sent to, and the ones that stand on a desk. */
const BODY_SEEN = /\b(?:scanners?|irm|radios?|echo(?:graphie)?s?)\b/
const MEDICAL = pattern('u')`
  \b(?:hopita\w*|clinique|chu|irm|medecin|docteur|medica\w*|ordonnance|prescri\w*|poumons?|urgences
  |radiologue?|radiologie|rendez vous|rdv)\b
`
const SENT =
  /\b(?:pass\w*|ai|a|doit|dois|faire|aller) (?:un|une|mon|ma|son|sa|au) (?:scanner|radio)\b/
const DRIVEN = /\b(?:voiture|volant|condui\w*|emmen\w*|amen\w*|depos\w*|accompagn\w*)\b/
const DAY_OR_HOUR = pattern('u')`
  \b(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|demain|matin|\d{1,2} ?h(?:\d\d)?
  |\d{1,2}:\d\d)\b
`
const ON_A_DESK = /\b(?:scann\w*|numeris\w*|diapos?|imprim\w*|photocop\w*|radios?|transistors?)\b/
const isSeen = lazyOf((one: SpokenNotice): boolean => {
  const text = foldedText(one)
  if (!BODY_SEEN.test(text)) return false
  return MEDICAL.test(text) || (DAY_OR_HOUR.test(text) && (SENT.test(text) || DRIVEN.test(text)))
})
const isOtherScanner = ({ offer, need }: NoticePair): boolean =>
  isSeen(need) && ON_A_DESK.test(foldedText(offer)) && !MEDICAL.test(foldedText(offer))

/** Matters that who works the land with a machine does not bring by it. */
const MATTERS: ReadonlySet<string> = new Set(
  'fumier compost terreau foin paille lisier sable gravier copeaux'.split(' ').map(keyOf),
)
const WORKS_LAND = pattern('u')`
  \b(?:labour|hers|bech|fauch|tond|girobroi|gyrobroi|broi|retourn|debroussaill)(?:e|es|ons|ent)\b
`
/** Who ploughs brings no manure. */
function isWorkForMatter({ offer, asks, gives }: NoticePair): boolean {
  const [wanted] = asks.things
  if (!asks.sought || !wanted || !MATTERS.has(wanted.key) || asks.todo !== undefined) return false
  const text = foldedText(offer)
  return gives.way === undefined && WORKS_LAND.test(text) && !wordsOf(text).some(isMatter)
}
const isMatter = (word: string): boolean => MATTERS.has(keyOf(word))

/** Whether what both are about is said so that it can't be the same. */
export const areApart = (pair: NoticePair): boolean =>
  isHad(pair) ||
  isLessonForThing(pair) ||
  areOfTwoTongues(pair) ||
  isOneWord(pair) ||
  isPartForWhole(pair) ||
  isOtherScanner(pair) ||
  isPupilForWork(pair) ||
  isWorkForMatter(pair)

/** Whether their words seem to part them, which a notice that tells several things belies. */
export const seemApart = (pair: NoticePair): boolean =>
  wantsArms(pair) || areAtWork(pair) || areTwoThings(pair) || areOfTwoKinds(pair)
