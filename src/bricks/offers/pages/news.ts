import type { Reader } from '../../../contract/reader.ts'
import type { ToDo, ToDoReader } from '../../../contract/to-do.ts'
import { bornAt } from '../../../core/id.ts'
import { dayAfter, dayOfMoment } from '../../../text/days.ts'
import { need, offer } from '../model/records.ts'
import type { fr } from '../words/fr.ts'

type Words = typeof fr
/** What is older is no news. */
const NEWS_DAYS = 31
const MOST = 20

/**
 * What happened to a member's notices, for as long as they have not said that they saw it: the
 * keeper showed it or not, or took it off; somebody said that it is true no more; somebody takes
 * some of it, or, after its author saw that, takes none any more.
 */
export function noticeNews(
  { me, by, today, private: isPrivate }: ToDoReader,
  read: Reader,
  words: Words,
): readonly ToDo[] {
  if (me === undefined || by === 'keeper') return []
  const since = dayAfter(today, -NEWS_DAYS)
  const isNews = (moment: number): boolean => dayOfMoment(moment) >= since
  const rows = untoldIn(read, newsIn(read, me))
  const saidOf = partsSaid(read, rows, words)
  return rows
    .filter(
      row =>
        row['is'] === 'untaken' ||
        isNews(row['at'] === null ? bornAt(String(row['id'])) : Number(row['at'])),
    )
    .map(row => {
      const of = String(row['is']) as keyof Words['news']
      const { id, title, about } = row
      const isNamed = isPrivate && typeof title === 'string'
      return {
        href: '/moi',
        ...(about === null ? {} : { about: `/annonces/${about}` }),
        n: 1,
        label: words.newsLabel,
        sentence: isNamed ? words.news[of](title, saidOf(id)) : words.newsHeard[of],
        news: isOfPart(of) ? `${of}:${id}:${about}` : `${of}:${id}`,
      }
    })
}

/** Without the answers that a thread with another box tells. */
function untoldIn(read: Reader, rows: ReturnType<typeof newsIn>): ReturnType<typeof newsIn> {
  const ids = rows.filter(row => row['is'] === 'taken').map(row => String(row['id']))
  const told = ids.length === 0 ? undefined : read.published.partThreads?.(ids)
  return told ? rows.filter(row => row['is'] !== 'taken' || !told.has(String(row['id']))) : rows
}

/** *Zoé : 20 kg*: who said how much, by the answer; somebody who is not named is nobody's. */
function partsSaid(
  read: Reader,
  rows: ReturnType<typeof newsIn>,
  words: Words,
): (id: unknown) => string | undefined {
  const ids = rows.filter(row => row['is'] === 'taken').map(row => row['id'])
  if (ids.length === 0) return () => undefined
  const said = read.all(
    `SELECT id, firstName, saying FROM response WHERE id IN (SELECT value FROM json_each(?1))
     UNION ALL SELECT id, coalesce(firstName, knownAs), saying FROM response_home
       WHERE id IN (SELECT value FROM json_each(?1)) AND shownByCard = 1`,
    JSON.stringify(ids),
  )
  const byId = new Map(
    said.map(({ id, firstName, saying }) => [
      id,
      saying === null
        ? undefined
        : words.partSaid(String(firstName ?? words.someone), String(saying)),
    ]),
  )
  return id => byId.get(id)
}

/** An answer that is taken back is erased: what was seen of it says by itself of which notice. */
const isOfPart = (of: keyof Words['news']): boolean => of === 'taken' || of === 'untaken'

/**
 * One statement for all that happened to somebody's notices: it is asked on each of their pages.
 */
function newsIn(read: Reader, me: string) {
  const there = new Set(
    read
      .all(
        'SELECT name FROM sqlite_master ' +
          "WHERE name IN ('proposal_home', 'confirmation', 'response', 'member_home', 'deal_part')",
      )
      .map(row => String(row['name'])),
  )
  const parts = [offer, need].flatMap(({ name }) => [
    offOf(name),
    ...(there.has('proposal_home') ? [refusedOf(name), shownOf(name), unmendedOf(name)] : []),
    ...(there.has('confirmation') ? [doubtsOf(name)] : []),
    ...(there.has('response')
      ? (['response', 'response_home'] as const).map(table => takenOf(name, table, there))
      : []),
    ...(there.has('response') && there.has('member_home') ? [untakenOf(name)] : []),
  ])
  return read.all(
    `${parts.join(' UNION ALL ')} ORDER BY id DESC LIMIT ${MOST}`,
    ...parts.map(() => me),
  )
}

const refusedOf = (type: string): string =>
  `SELECT 'refused' AS "is", sent.id, kept.title, NULL AS about, NULL AS at
    FROM ${type}_home AS kept JOIN proposal_home AS sent ON sent.piece = kept.id
   WHERE kept.author = ? AND sent.state = 'refused' AND sent.changes IS NULL
     AND sent.removed IS NOT 1 AND kept.removed IS NOT 1`
/** What waited and is read now, a correction too. */
const shownOf = (type: string): string =>
  `SELECT 'shown' AS "is", sent.id, shown.title, shown.id AS about, NULL AS at
    FROM proposal_home AS sent JOIN ${type} AS shown ON shown.id = sent.shownAs
   WHERE sent.writer = ? AND sent.of = '${type}' AND sent.state = 'shown' AND sent.removed IS NOT 1
     AND shown.removed IS NOT 1`
/** A correction that was not shown: what it would have corrected stays as it was. */
const unmendedOf = (type: string): string =>
  `SELECT 'unmended' AS "is", sent.id, shown.title, shown.id AS about, NULL AS at
    FROM proposal_home AS sent JOIN ${type} AS shown ON shown.id = sent.changes
   WHERE sent.writer = ? AND sent.of = '${type}' AND sent.state = 'refused'
     AND sent.removed IS NOT 1 AND shown.removed IS NOT 1`
const offOf = (type: string): string =>
  `SELECT 'off' AS "is", shown.id AS id, shown.title, NULL AS about, off.wall AS at
    FROM ${type}_home AS kept JOIN ${type} AS shown ON shown.id = kept.id
   JOIN taken_off AS off ON off.id = shown.id AND off.type = '${type}' WHERE kept.author = ?
     AND shown.removed = 1`
/** Said by others than their author. */
const doubtsOf = (type: string): string =>
  `SELECT 'doubted' AS "is", said.id, shown.title, shown.id AS about, NULL AS at
    FROM ${type}_home AS kept JOIN ${type} AS shown ON shown.id = kept.id
   JOIN link ON link.to_id = shown.id AND link.from_type = 'confirmation'
     JOIN confirmation AS said ON said.id = link.from_id
   LEFT JOIN confirmation_home AS whose ON whose.id = said.id
   WHERE kept.author = ? AND said.says IN ('changed', 'gone') AND said.removed IS NOT 1
     AND shown.removed IS NOT 1
     AND (whose.member IS NULL OR whose.member <> kept.author)`
/** A member's own notices of this type that are still here. */
const ownOf = (type: string): string =>
  `(SELECT mine.id, mine.author, coalesce(shown.title, mine.title) AS title
      FROM ${type}_home AS mine LEFT JOIN ${type} AS shown ON shown.id = mine.id
      WHERE mine.author = ? AND mine.removed IS NOT 1 AND shown.removed IS NOT 1)`
/**
 * How much somebody takes or brings; by card alone, of a notice that is read so. What was said in a
 * thread is read there; what its author noted themselves is known.
 */
const takenOf = (
  type: string,
  table: 'response' | 'response_home',
  there: ReadonlySet<string>,
): string =>
  `SELECT 'taken' AS "is", said.id, kept.title, kept.id AS about, NULL AS at
    FROM ${ownOf(type)} AS kept
   JOIN ${table} AS said ON said."to" = kept.id
   LEFT JOIN response_home AS whose ON whose.id = said.id
   WHERE said.removed IS NOT 1 AND said.answer = 'in'
     AND (whose.member IS NULL OR whose.member <> kept.author)
     AND (whose.keyedBy IS NULL OR whose.keyedBy <> kept.author)
     ${table === 'response' ? '' : 'AND said.shownByCard = 1'}
     ${
       there.has('deal_part') && there.has('proposal_home')
         ? `AND NOT EXISTS (SELECT 1 FROM deal_part AS told WHERE told.response = said.id
       OR told.response IN (SELECT piece FROM proposal_home WHERE shownAs = said.id))`
         : ''
     }`
/** The author saw that somebody took some; that answer is no more here, nor what it said. */
const untakenOf = (type: string): string =>
  `SELECT 'untaken' AS "is", substr(saw.value, 7, 26) AS id, kept.title, kept.id AS about,
      NULL AS at
    FROM ${ownOf(type)} AS kept
   JOIN member_home AS author ON author.id = kept.author
   JOIN json_each(author.seen) AS saw ON saw.value LIKE 'taken:%:' || kept.id
   WHERE NOT EXISTS (SELECT 1 FROM response AS said
       WHERE said.id = substr(saw.value, 7, 26) AND said.removed IS NOT 1)
     AND NOT EXISTS (SELECT 1 FROM response_home AS said
       WHERE said.id = substr(saw.value, 7, 26) AND said.removed IS NOT 1 AND said.shownByCard = 1)`
