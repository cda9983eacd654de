import type { Kit } from '../../../../contract/kit.ts'
import type { Reader } from '../../../../contract/reader.ts'
import type { Territory } from '../../../../contract/territory.ts'
import { WEEKDAY_CODES, weekdaysNamed, weekdaysOpen } from '../../../../core/calendar/weekdays.ts'
import { lazy, lazyOf } from '../../../../core/lazy.ts'
import { fold, titleKey, wordsOf } from '../../../../core/letters/words.ts'
import { pattern } from '../../../../core/pattern.ts'
import { dayAfter, weekdayNumber } from '../../../../text/days.ts'
import {
  type AskedDays,
  type AskedWord,
  askedWords,
  isAct,
  saysOtherWord,
  searchSpoken,
} from '../../../../text/searching/asked.ts'
import { otherForms } from '../../../../text/searching/families.ts'
import { otherWords } from '../../../../text/searching/other-words.ts'
import { isSmall, isWeak } from '../../../../text/searching/small-words.ts'
import { daysSaid } from '../../model/matching/days.ts'
import { thingInFrench } from '../../model/matching/english-things.ts'
import { type FoundNotice, foundById } from '../../model/matching/found.ts'
import { saidBy } from '../../model/matching/meaning.ts'
import type { WordsHere } from '../../model/matching/spoken.ts'
import type { Reason } from '../../model/matching/thing.ts'
import { otherNames, phraseOf, stemOf, things } from '../../model/matching/vocabulary.ts'
import type { MatchContext } from '../matching/find.ts'
import type { Meeting } from '../matching.ts'
import { goesIn } from './wanted.ts'

/**
 * What can't answer a search, whatever its words are: what asks for something itself, what only
 * begins, and what tells of another day than the one that is asked.
 */

/** The state of a project that people can come to. */
const UNDER_WAY = 'running'
/** *Qui a un poêle ?* asks for a stove; *qui veut un poêle ?* offers one. */
const ASKS = pattern('iu')`
  (^|[.:!?])\P{L}*(qui|quelqu['’]un) (aurait|a|connaît|donne|loue|prête(rait)?|sait|saurait
  |vend(rait)?)(?!\p{L}).*\?
`
/** What people may come to, or take: the name of a café may ask. */
const GIVING: ReadonlySet<string> = new Set(['offer', 'event', 'place'])

/** Whether this gives something: a question asks, and an idea has nothing yet. */
export function doesGive({ type, title, row }: FoundNotice): boolean {
  if (type === 'initiative') return (row['state'] ?? UNDER_WAY) === UNDER_WAY
  return GIVING.has(type) ? !ASKS.test(title) : !title.includes('?')
}

/**
 * The day and the communes by which a search is read, and the names of words. `agenda`: without
 * it, for a line of news, a date stands on its weekday.
 */
type SearchContext = SearchedNow &
  Readonly<{
    read: Reader
    namesOf: (word: string) => readonly string[]
    agenda: Kit['agenda'] | undefined
  }>
/** Where who searches stands. */
export type SearchPlace = Readonly<{
  territory: Territory | undefined
  agenda?: Kit['agenda']
  now?: number
}>
export const placeOf = ({ territory, agenda, request: { now } }: Kit): SearchPlace => ({
  territory,
  agenda,
  now,
})
/** The words as they were typed, and as they are matched: in French, or of what mends. */
export type SearchSaid = Readonly<{ asked: string; said: string }>

/** How what matching brings stands to a search: *other* where it gives nothing, or another day. */
export function standingTo(
  { asked, said }: SearchSaid,
  { read, today, learnt }: Pick<MatchContext, 'read' | 'today' | 'learnt'>,
  { territory, agenda }: SearchPlace,
): (one: FoundNotice, meeting: Meeting) => Kinship {
  const namesOf = namesAmong(() => learnt().words)
  const context = { read, today, communes: territory?.communes ?? [], namesOf, agenda }
  const isMeant = meantBy(asked, context)
  const kinship = kinshipOf(said, context)
  return (one, meeting) => (isMeant(one) ? kinship(one, meeting) : 'other')
}

/** Whether something is about these words, and stands on the days that they ask. */
function meantBy(asked: string, context: SearchContext): (one: FoundNotice) => boolean {
  const isOnDay = onDaysOf(asked, context)
  return one => doesGive(one) && isOnDay(one) && !saysOtherWord(asked, `${one.title} ${one.more}`)
}

/** Whether something stands on the days that these words ask; all does where they ask none. */
function onDaysOf(asked: string, context: SearchContext): (one: FoundNotice) => boolean {
  const { days, telling } = searchSpoken(asked, context)
  if (days) return onOneOf(days, context)
  const goal = telling.map(({ word }) => word).join(' ')
  if (goal === '' || !goesIn(asked)) return () => true
  const open = weekdaysAt(goal, context.read)
  return one => !isRide(one) || !isApart(weekdaysOf(one), open)
}

const isRide = ({ ride }: FoundNotice): boolean => ride !== undefined
const isApart = (some: readonly number[], others: readonly number[]): boolean =>
  some.length > 0 && others.length > 0 && !some.some(day => others.includes(day))

/** A day that is one of these weekdays by its name alone comes back within a week. */
const WEEK_DAYS = 7
function onOneOf(
  { from, to, weekdays }: AskedDays,
  { agenda, today }: SearchContext,
): (one: FoundNotice) => boolean {
  const asked = weekdays.map(code => WEEKDAY_CODES.indexOf(code) + 1)
  const events = lazy(
    () =>
      new Set(
        agenda?.(from, dayAfter(to, WEEK_DAYS)).flatMap(({ id, day, struck }) => {
          const isThen = day <= to || (from === today && asked.includes(weekdayNumber(day)))
          return struck === undefined && isThen ? [id] : []
        }),
      ),
  )
  return one =>
    one.type === 'event' && agenda ? events().has(one.id) : !isApart(weekdaysOf(one), asked)
}

/** The weekdays of which something tells, by its hours, its repetition, its day or its words. */
function weekdaysOf(one: FoundNotice): readonly number[] {
  const { hours, recurs, startsOn } = one.row
  if (typeof hours === 'string' && hours !== '') return weekdaysOpen(hours).map(day => day + 1)
  const named = typeof recurs === 'string' ? weekdaysNamed(recurs).map(day => day + 1) : []
  if (named.length > 0) return named
  if (typeof startsOn === 'string' && startsOn !== '') return [weekdayNumber(startsOn)]
  return daysSaid(one, saidBy(one))
}

const MOST_GOALS = 5
/** The weekdays of what is called so: the market is on Thursday. */
const weekdaysAt = (goal: string, read: Reader): readonly number[] =>
  read
    .search(goal, ['event', 'place'], MOST_GOALS)
    .hits.filter(({ title }) => fold(title).includes(goal))
    .flatMap(({ id }) => {
      const one = foundById(read, id, () => null)
      return one === undefined ? [] : weekdaysOf(one)
    })

/** A broken thing is to be repaired: *lampe cassée*. */
const BROKEN = pattern('giu')`
  (?<!\p{L})(?:(?:est|sont|toute?s?) )*(?:cassée?s?|fichue?s?|foutue?s?|abîmée?s?|en panne
  |ne (?:marche|fonctionne)(?:nt)? plus)(?!\p{L})
`
export function mendingSaid(said: string): string | undefined {
  const thing = said.replaceAll(BROKEN, ' ').replaceAll(/\s+/g, ' ').trim()
  return thing === '' || thing === said.trim() ? undefined : `réparer ${thing}`
}

type SearchedNow = Parameters<typeof searchSpoken>[1]

/** How an answer stands to what is searched: the thing itself, what is about it, or another one. */
type Kinship = 'thing' | 'topic' | 'other'
/** What two things meet by: under these alone an answer may be about something else. */
const BY_NAMES: ReadonlySet<Reason['is']> = new Set(['same', 'kind', 'topic', 'free', 'near'])

/**
 * Whether what matching brings is what these words name. Of *piste de ski* what is about skis alone
 * is another thing, and so is a club of another game than that of *club de tennis*; what holds no
 * word of the search, nor another name of one, is only about it.
 */
function kinshipOf(
  asked: string,
  context: SearchContext,
): (one: FoundNotice, meeting: Meeting) => Kinship {
  const { telling, isFound } = searchSpoken(asked, context)
  const heard = (word: string): readonly (readonly string[])[] =>
    [word, ...otherForms(word), ...otherWords(word), ...context.namesOf(word)].map(stemsOf)
  const known = lazyOf(({ word }: AskedWord) => heard(word))
  const tied = tiedIn(asked, telling)
  const isHeld = (text: ReadonlySet<string>, words: readonly AskedWord[]): boolean =>
    words.some(word =>
      known(word).some(name => name.length > 0 && name.every(one => text.has(one))),
    )
  const isLost = LOST.test(fold(asked))
  return (one, { reasons }) => {
    const missed = isLost || (isFound && one.side === 'there') ? SEEN : isFound && LOST
    if (missed && !missed.test(fold(`${one.title} ${one.more}`))) return 'other'
    if (!reasons.every(({ is }) => BY_NAMES.has(is))) return 'thing'
    const text = new Set(stemsOf(`${one.called} ${one.title} ${one.more}`))
    const named = reasons.find(reason => reason.is === 'same' || reason.is === 'kind')
    const said = stemsOf(named?.need ?? '')
    if (!tied || said.length > 1)
      return named || telling.length === 0 || isHeld(text, telling) ? 'thing' : 'topic'
    const [isHead, isOf] = [isHeld(text, [tied.head]), isHeld(text, tied.of)]
    if (!named) {
      const isOther = text.has(stemOf(tied.head.word)) && tied.by !== 'en'
      return isHead && isOf ? 'thing' : isOther && !isOf ? 'other' : 'topic'
    }
    if (said[0] === stemOf(tied.head.word)) return isOf || one.side !== 'there' ? 'thing' : 'other'
    return isHead || isWeak(tied.head.word) ? 'thing' : 'other'
  }
}

const stemsOf = (text: string): readonly string[] => wordsOf(text).map(stemOf)

/** Who lost a cat looks for no other one; who found one looks for who lost it. */
const LOST = /\b(perdu|disparu|egare)e?s?\b/
const SEEN = /\b((perdu|disparu|egare|trouve|recueilli|apercu)e?s?|vue?s?)\b/

/** Words that tie what tells a thing from its like. */
const TYING: ReadonlySet<string> = new Set(['de', 'd', 'a', 'en'])
/** *Repas à domicile* says where. */
const HOME = 'domicile'
/** The first thing of a search that says of what it is, and of what: *club de tennis de table*. */
function tiedIn(
  asked: string,
  telling: readonly AskedWord[],
): Readonly<{ head: AskedWord; by: string; of: readonly AskedWord[] }> | undefined {
  const words = askedWords(asked)
  const tells = new Set(telling.map(({ word }) => word))
  const at = words.findIndex(
    ({ word }, i) =>
      !isSmall(word) && TYING.has(words[i + 1]?.word ?? '') && tells.has(words[i + 2]?.word ?? ''),
  )
  const [head, by, next] = words.slice(at, at + 3)
  if (at < 0 || !head || !by || !next || [head, next].some(({ word }) => isAct(word)))
    return undefined
  if (next.word === HOME || (!tells.has(head.word) && !isWeak(head.word))) return undefined
  // *Bois de chauffage* is one thing, which others name in one word.
  if (things().keyed.has(phraseOf(`${head.word} ${next.word}`))) return undefined
  const rest = words.slice(at + 2)
  const end = rest.findIndex(({ word }) => isSmall(word) && !TYING.has(word))
  const of = (end < 0 ? rest : rest.slice(0, end)).filter(({ word }) => tells.has(word))
  return { head, by: by.word, of }
}

/** What a word names, under its other names, and in French where it is English. */
export function namesBeside(word: string): readonly string[] {
  // *Papiers* are no *papier*, whose names these are.
  if (saysOtherWord(word, word.replace(/s$/, ''))) return []
  const names = otherNames(word)
  const french = names.length > 0 ? undefined : thingInFrench(word, true)
  return french === undefined ? names : [french, ...otherNames(french)]
}

/** The same, and what a word of here means, or the word of here that means it. */
export function namesAmong(here: () => WordsHere): (word: string) => readonly string[] {
  const words = lazy(() =>
    here().all.map(({ said, means }) => [said, means, titleKey(said), titleKey(means)] as const),
  )
  return word => {
    const key = titleKey(word)
    const known = words().flatMap(([said, means, one, other]) =>
      one === key ? [means, ...namesBeside(means)] : other === key ? [said] : [],
    )
    return [...known, ...namesBeside(word)]
  }
}
