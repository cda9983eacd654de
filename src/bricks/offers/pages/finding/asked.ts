import type { Html } from '../../../../contract/html.ts'
import type { Kit } from '../../../../contract/kit.ts'
import type { Reader } from '../../../../contract/reader.ts'
import type { SearchFinds } from '../../../../contract/search.ts'
import { wordsOf } from '../../../../core/letters/words.ts'
import { isEnglish } from '../../../../text/searching/english-words.ts'
import { dotted, notice } from '../../../../ui/board.ts'
import { inTongue } from '../../../../ui/tongue.ts'
import { thingInFrench } from '../../model/matching/english-things.ts'
import { type FoundNotice, foundById, type Learnt } from '../../model/matching/found.ts'
import { THERE } from '../../model/matching/rows.ts'
import { shownTitle } from '../../model/matching/spoken.ts'
import { otherNames, phraseOf } from '../../model/matching/vocabulary.ts'
import type { fr } from '../../words/fr.ts'
import { groundHere } from '../matching/find.ts'
import { surelyAnswering } from '../meeting-news.ts'
import { doesGive, mendingSaid, namesAmong, placeOf, type SearchSaid } from './answering.ts'

/**
 * What answers the words of a search as it would answer a notice of who searches: *patate* finds
 * potatoes, *coiffeur* who cuts hair, *aller à Boën* a ride, and *potatoes* too.
 */
const MOST = 8
/** A longer search is a text. */
export const LONGEST = 100

export function answersFor(
  kit: Kit,
  read: Reader,
  words: typeof fr,
  asked: string,
): SearchFinds | undefined {
  if (asked.length > LONGEST || wordsOf(asked).length === 0) return undefined
  const title = words.finding.answers
  const mended = mendingSaid(asked)
  for (const said of mended === undefined ? saidAlso(asked, kit, read) : [mended]) {
    const found = surelyMet({ asked, said }, kit, read).map(answerOf)
    const isFound = found.length > 0 || mended !== undefined
    const all = isFound ? found : named(said, said === asked, read)
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
  const isForeign = isEnglish(wordsOf(asked))
  const french = thingInFrench(asked, request.lang !== 'en' && !isForeign)
  // An English sentence that is read as a French one means something else.
  if (isForeign && request.lang !== 'en') return french === undefined ? [] : [french]
  if (french === undefined) return [asked]
  if (request.lang === 'en') return [french, asked]
  return read.search(asked, TYPES, 1).hits.length > 0 ? [asked] : [asked, french]
}

export type SearchAnswer = Readonly<{
  id: string
  type: string
  title: string
  commune?: string | null
}>
export const answerOf = (other: FoundNotice): SearchAnswer => ({
  ...other,
  title: shownTitle(other),
})
/** What surely answers these words, as it would answer a notice. */
const surelyMet = (search: SearchSaid, kit: Kit, read: Reader): readonly FoundNotice[] =>
  surelyAnswering(search, groundHere(kit, read), placeOf(kit))
export const answersTo = (asked: string, kit: Kit, read: Reader): readonly SearchAnswer[] =>
  surelyMet({ asked, said: mendingSaid(asked) ?? asked }, kit, read).map(answerOf)

/**
 * What stands under another name of the thing. `isTyped`: the words themselves were searched
 * already.
 */
function named(said: string, isTyped: boolean, read: Reader): readonly SearchAnswer[] {
  if (isTyped && read.search(said, TYPES, 1).hits.length > 0) return []
  // The search finds longer words by a short one: *Saint-Just* by *jus*.
  const others = otherNames(said).filter(name => name.length >= SHORTEST_NAME)
  const names = isTyped ? others : [said, ...others]
  // Who needs a plumber too is no plumber.
  const hits = names.flatMap(name => {
    const hits = read.searchTyped(name, ANSWERING, MOST)
    return hits.filter(({ id }) => isGiven(id, name, read))
  })
  return [...new Map(hits.map(hit => [hit.id, hit])).values()]
}
function isGiven(id: string, name: string, read: Reader): boolean {
  const one = foundById(read, id, () => null)
  return one !== undefined && doesGive(one) && !isLacking(one, name, read)
}
/** A place that lacks a thing does not have it. */
function isLacking({ type, title, more, row }: FoundNotice, name: string, read: Reader): boolean {
  const lacked = Object.entries(read.types.get(type)?.fields ?? {})
    .flatMap(([field, { lacks }]) => (lacks ? (row[field] ?? []) : []))
    .join(' ')
  const isSaid = (text: string): boolean => {
    const said = phraseOf(text).split(' ')
    return phraseOf(name)
      .split(' ')
      .every(stem => said.includes(stem))
  }
  return isSaid(lacked) && !isSaid(`${title} ${more}`)
}
/** What people of here taught, read once a page. */
export const learntFor = (kit: Kit, read: Reader): Learnt => groundHere(kit, read).learnt()

/** The names of a word, with those that people of here gave it. */
export const namesHere = (kit: Kit, read: Reader) => namesAmong(() => learntFor(kit, read).words)

const SHORTEST_NAME = 5
const ANSWERING = ['offer', ...THERE]
const TYPES = [...ANSWERING, 'theme', 'need']

const PROJECT = 'directory.types.initiative.one'
/** The line of an answer: what it is where it gives or seeks, its place, its facts. */
export function lineOf(
  { id, type, title, commune }: SearchAnswer,
  kit: Kit,
  read: Reader,
  words: typeof fr,
): Html {
  const isNotice = type === 'offer' || type === 'need'
  const kind = isNotice ? words.types[type].one : type === 'initiative' && kit.wordAt(PROJECT)
  const href = read.called(id)?.path
  return notice({
    title: inTongue(title, kit.request.lang),
    ...(href ? { href } : {}),
    where: dotted([kind, commune && kit.communeNamed(commune), kit.facts(type, id)]),
    side: type,
    isOnScreen: kit.isByCard(id),
  })
}
