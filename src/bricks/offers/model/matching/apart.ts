import { lazyOf } from '../../../../core/lazy.ts'
import { fold, wordsOf } from '../../../../core/letters/words.ts'
import { pattern } from '../../../../core/pattern.ts'
import { contentOf } from './meaning.ts'
import { isKnown, kindsOf } from './names.ts'
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

/** Two tongues, or two things of one kind: a clarinet and a guitar. */
function areOfTwoKinds({ offer, need, gives, asks }: NoticePair): boolean {
  const [mine, theirs] = [tonguesOf(offer), tonguesOf(need)]
  if (mine.size > 0 && theirs.size > 0 && mine.isDisjointFrom(theirs)) return true
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
  |\bon (?:recrute|embauche)\b|\bnous (?:recrutons|embauchons)\b|\bremunere
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
  gives.things.some(
    thing =>
      asks.things.some(({ key }) => key === thing.key) &&
      isTwoSenses(thing, [offer, gives], [need, asks]),
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

/** Whether what both are about is said so that it can't be the same. */
export const areApart = (pair: NoticePair): boolean =>
  wantsArms(pair) ||
  areOfTwoSizes(pair.offer, pair.need) ||
  areAtWork(pair) ||
  areTwoThings(pair) ||
  isOneWord(pair) ||
  areOfTwoKinds(pair)
