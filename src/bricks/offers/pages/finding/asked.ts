import { html } from '../../../../contract/html.ts'
import type { Kit } from '../../../../contract/kit.ts'
import type { Reader } from '../../../../contract/reader.ts'
import type { SearchFinds } from '../../../../contract/slots.ts'
import { fold, wordsOf } from '../../../../core/letters/words.ts'
import { pattern } from '../../../../core/pattern.ts'
import { notice, POINT } from '../../../../ui/board.ts'
import { inTongue } from '../../../../ui/tongue.ts'
import { thingInFrench } from '../../model/matching/english-things.ts'
import { SIDES, spokenFrom, THERE } from '../../model/matching/rows.ts'
import { type SpokenNotice, shownTitle } from '../../model/matching/spoken.ts'
import { otherNames } from '../../model/matching/vocabulary.ts'
import { rideContext, rideTold } from '../../model/rides/ride.ts'
import type { fr } from '../../words/fr.ts'
import { groundOf, metBy, once, QUICK } from '../matching/find.ts'
import { isSure } from '../meeting-news.ts'

/**
 * What answers the words of a search as it would answer a notice of who searches: *patate* finds
 * potatoes, *coiffeur* who cuts hair, *aller à Boën* a ride, and *potatoes* too.
 */
const MOST = 8
/** A longer search is a text. */
const LONGEST = 100

export function answersFor(
  kit: Kit,
  read: Reader,
  words: typeof fr,
  asked: string,
): SearchFinds | undefined {
  if (asked.length > LONGEST || wordsOf(asked).length === 0) return undefined
  const title = words.finding.answers
  for (const said of saidAlso(asked, kit, read)) {
    const found = answersTo(said, kit, read)
    const all = found.length > 0 ? found : named(said, said === asked, read)
    if (all.length === 0) continue
    const items = all.slice(0, MOST).map(one => lineOf(one, kit, read, words))
    return { title, items, ids: all.map(({ id }) => id) }
  }
  return undefined
}

/**
 * The words as they are typed, and the French of English ones: first for who reads in English, and
 * where nothing has the words themselves for who reads in French.
 */
function saidAlso(asked: string, { request }: Kit, read: Reader): readonly string[] {
  const french = thingInFrench(asked, request.lang !== 'en')
  if (french === undefined) return [asked]
  if (request.lang === 'en') return [french, asked]
  return read.search(asked, TYPES, 1).hits.length > 0 ? [asked] : [asked, french]
}

type Answer = Readonly<{ id: string; type: string; title: string; commune?: string | null }>
/** What surely answers these words, as it would answer a notice. */
const answersTo = (said: string, kit: Kit, read: Reader): readonly Answer[] =>
  once(metBy(wantedBy(said, kit), groundOf(read, kit.territory, kit.request.today), QUICK)).flatMap(
    ({ other, meeting }) => (isSure(meeting) ? [{ ...other, title: shownTitle(other) }] : []),
  )

/**
 * What stands under another name of the thing. `isTyped`: the words themselves were searched
 * already.
 */
function named(said: string, isTyped: boolean, read: Reader): readonly Answer[] {
  if (isTyped && read.search(said, TYPES, 1).hits.length > 0) return []
  const names = isTyped ? otherNames(said) : [said, ...otherNames(said)]
  const hits = names.flatMap(name => {
    const found = read.search(name, TYPES, MOST)
    return found.instead === undefined ? found.hits : []
  })
  return [...new Map(hits.map(hit => [hit.id, hit])).values()]
}
const TYPES = ['offer', 'need', ...THERE, 'theme']

function lineOf({ id, type, title, commune }: Answer, kit: Kit, read: Reader, words: typeof fr) {
  const of = type === 'offer' || type === 'need' ? words.types[type].one : ''
  const place = commune ? (kit.communeNamed(commune) ?? '') : ''
  const href = read.called(id)?.path
  return notice({
    title: inTongue(title, kit.request.lang),
    ...(href ? { href } : {}),
    where: html`${of}${of !== '' && place !== '' && POINT}${place}`,
    side: type,
    isOnScreen: kit.isByCard(id),
  })
}

/** The notice that these words would make. */
function wantedBy(said: string, kit: Kit): SpokenNotice {
  const title = sentenceOf(said)
  const ride = GOES.test(fold(said))
    ? rideTold(said, rideContext(kit.request, kit.territory))
    : undefined
  return spokenFrom(SIDES['need']!, {
    id: '',
    title,
    ...(ride?.to || ride?.from
      ? {
          mode: 'ride',
          rideFrom: ride.from ?? null,
          rideTo: ride.to ?? null,
          until: ride.days?.is === 'once' ? ride.days.day : null,
        }
      : {}),
  })
}

/** *Aller à Boën*, *trajet Boën*, *covoiturage pour Feurs*. */
const GOES = pattern('u')`
  ^(je (veux|voudrais|dois|cherche a) )?(aller|rentrer|descendre|monter|me rendre)\b
  |\b(covoit\p{L}*|trajets?|stop)\b
`
/** A thing alone is looked for; a verb is what one wants done. */
function sentenceOf(asked: string): string {
  const plain = fold(asked)
  if (SAYS.test(plain)) return asked
  return DOING.test(plain) ? `Qui peut ${asked} ?` : `Je cherche ${asked}`
}
/** The words of a search as the sentence of a need, for its form. */
export function needSaid(asked: string, words: typeof fr): string {
  const plain = fold(asked)
  if (SAYS.test(plain) || /^(i|we|who|does|looking) /.test(plain))
    return asked.charAt(0).toUpperCase() + asked.slice(1)
  return words.finding.seeking(asked, THING.test(plain))
}
const THING = /^(un|une|des|du|de la|de l|quelqu un|a|an|some|somebody) /
const SAYS = /^(qui|quelqu|je|j|on|nous|besoin|cherche|recherche|il me faut|ou) /
const DOING = /^\p{L}{3,}(er|ir|re)( |$)/u
