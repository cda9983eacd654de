import type { Kit } from '../../../../contract/kit.ts'
import type { Reader } from '../../../../contract/reader.ts'
import type { SearchFinds } from '../../../../contract/search.ts'
import { hasTable, STANDS } from '../../../../contract/tables.ts'
import { fold, wordsOf } from '../../../../core/letters/words.ts'
import { dayAfter } from '../../../../text/days.ts'
import { isWord } from '../../../../text/guard/lexicon.ts'
import { GETS, isTelling } from '../../../../text/searching/small-words.ts'
import { thingInFrench } from '../../model/matching/english-things.ts'
import type { Doubt } from '../../model/matching/thing.ts'
import { beginsAs, placesFor } from '../../model/topics/places.ts'
import { asKnown } from '../../model/topics/topics.ts'
import type { fr } from '../../words/fr.ts'
import { groundHere, metBy, SENT } from '../matching/find.ts'
import { once } from '../matching/say.ts'
import type { Meeting } from '../matching.ts'
import { isSure } from '../meeting-news.ts'
import { mendingSaid, placeOf, standingTo } from './answering.ts'
import { answerOf, LONGEST, lineOf, type SearchAnswer } from './asked.ts'
import { wantedBy } from './wanted.ts'

/**
 * What may answer the words of a search, by what they are about: the garage for *ma voiture ne
 * démarre plus*. The page shows it where nothing surely answers.
 */
const MOST = 5

export function likelyFor(
  kit: Kit,
  read: Reader,
  words: typeof fr,
  asked: string,
): SearchFinds | undefined {
  if (asked.length > LONGEST || wordsOf(asked).length === 0) return undefined
  const french = thingInFrench(asked, kit.request.lang !== 'en') ?? asked
  const said = asKnown(french, isWord)
  const mended = mendingSaid(said)
  const all = [
    ...stallsFor(said, read),
    ...placesTo(said, read),
    ...(mended === undefined ? [] : placesTo(mended, read)),
    ...(MENDS.test(fold(mended ?? said)) ? mendersHere(kit, read) : []),
    ...offersFor(mended ?? said, kit, read),
  ]
  const shown = [...new Map(all.map(one => [one.id, one])).values()].slice(0, MOST)
  if (shown.length === 0) return undefined
  const items = shown.map(one => lineOf(one, kit, read, words))
  return { title: words.finding.likely, items, ids: shown.map(({ id }) => id) }
}

const SHOWS: ReadonlySet<string> = new Set(['exposer', 'expose', 'vendre', 'vends'])
/** Where who makes things may show and sell them. */
function stallsFor(said: string, read: Reader): readonly SearchAnswer[] {
  const words = wordsOf(said)
  const isShown = words.some(word => SHOWS.has(word)) && words.some(isTelling)
  if (!isShown || !hasTable(read, 'place')) return []
  return read
    .all(
      `SELECT id, name AS title, commune FROM place
        WHERE exhibitors = 1 AND ${STANDS} ORDER BY id LIMIT ?`,
      MOST_PLACES,
    )
    .map(row => ({
      id: String(row['id']),
      type: 'place',
      title: String(row['title']),
      commune: row['commune'] === null ? null : String(row['commune']),
    }))
}

/** Who has a broken thing may bring it where things are mended. */
const MENDS = /^(?:faire )?(?:reparer|depanner) /
const MENDING = /repar|repair/
const AHEAD_DAYS = 90
function mendersHere(kit: Kit, read: Reader): readonly SearchAnswer[] {
  const { today } = kit.request
  const coming = new Set(kit.agenda(today, dayAfter(today, AHEAD_DAYS)).map(({ id }) => id))
  const types = ['event', 'place', 'actor'].filter(type => hasTable(read, type))
  return read
    .search('réparation', types, LOOKED_AT)
    .hits.filter(
      ({ id, type, title }) => MENDING.test(fold(title)) && (type !== 'event' || coming.has(id)),
    )
    .slice(0, MOST_PLACES)
}

const PLACES = ['place', 'actor', 'access-point']
const LOOKED_AT = 30
/** Every point of access is one, whatever its name begins with. */
const COMPUTER = 'ordinateur'
const MOST_PLACES = 3
/** Places whose name begins as that of those where people go for it. */
function placesTo(said: string, read: Reader): readonly SearchAnswer[] {
  const types = PLACES.filter(type => hasTable(read, type.replaceAll('-', '_')))
  return placesFor(said)
    .flatMap(kind =>
      read
        .search(kind, types, LOOKED_AT)
        .hits.filter(
          ({ title, type }) =>
            beginsAs(title, kind) || (type === 'access-point' && kind === COMPUTER),
        ),
    )
    .slice(0, MOST_PLACES)
}

/** As near as this to what a notice is proposed from: who searches chose to look. */
const LIKELY = 0.45
/** What is parted weighs little for a notice; under this heading its topic alone counts. */
const PARTED = 0.15
/** What can't be what is meant. */
const APART: ReadonlySet<Doubt['not']> = new Set(['thing', 'wide', 'doing', 'shelf', 'refused'])
const isLikely = ({ score, reasons, doubts }: Meeting): boolean =>
  score >= (doubts.some(({ not }) => not === 'apart') ? PARTED : LIKELY) &&
  reasons.some(({ is }) => is === 'topic' || is === 'doing') &&
  !doubts.some(({ not }) => APART.has(not))

/** Nobody borrows or buys there. */
const UNLENT: ReadonlySet<string> = new Set(['event', 'initiative'])
/** Offers, and what the inventory holds, that are about the same. */
function offersFor(said: string, kit: Kit, read: Reader): readonly SearchAnswer[] {
  const ground = groundHere(kit, read)
  const standing = standingTo({ asked: said, said }, ground, placeOf(kit))
  const isGot = wordsOf(said).some(word => GETS.has(word))
  return once(metBy(wantedBy(said, kit.request, kit.territory), ground, SENT)).flatMap(
    ({ other, meeting }) =>
      (isSure(meeting) || isLikely(meeting)) &&
      standing(other, meeting) !== 'other' &&
      !(isGot && UNLENT.has(other.type))
        ? [answerOf(other)]
        : [],
  )
}
