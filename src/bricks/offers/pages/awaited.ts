import type { Reader } from '../../../contract/reader.ts'
import type { ToDo, ToDoReader } from '../../../contract/to-do.ts'
import { noticesToRenew } from '../model/read-after.ts'
import { loop } from '../model/records-matching.ts'
import type { fr } from '../words/fr.ts'
import { meetingNews } from './meeting-news.ts'
import { noticeNews } from './news.ts'
import { LOOPS } from './pages-loops.ts'

type Words = typeof fr
export const RENEW = '/annonces/a-redire'
const MOST = 50

/** News of a member’s notices, what they are asked of them, and loops that wait for a yes. */
export function noticeWaits(whom: ToDoReader, read: Reader, words: Words): readonly ToDo[] {
  return [
    ...noticeNews(whom, read, words),
    ...meetingNews(whom, read, words),
    ...loopsAwaited(whom, read, words),
    ...toRenew(whom, read, words),
  ]
}

/**
 * Barters of three in which an offer of theirs waits for a yes; for the keeper, one of somebody
 * whom this box does not know.
 */
function loopsAwaited({ by, me }: ToDoReader, read: Reader, words: Words): readonly ToDo[] {
  const all = read.list(loop, { where: "state = 'asked'", order: 'id', limit: MOST }, 'home')
  if (all.length === 0) return []
  const open = all.map(row => ({
    id: row.id,
    offers: (row.offers ?? []).filter(one => !(row.agreed ?? []).includes(one)),
  }))
  const authors = new Map(
    read
      .all(
        'SELECT id, author FROM offer_home WHERE author IS NOT NULL AND id IN ' +
          '(SELECT value FROM json_each(?))',
        JSON.stringify(open.flatMap(({ offers }) => offers)),
      )
      .map(row => [String(row['id']), String(row['author'])]),
  )
  const [first, ...others] = open.filter(({ offers }) =>
    offers.some(one => (by === 'keeper' ? !authors.has(one) : authors.get(one) === me)),
  )
  if (!first) return []
  const n = others.length + 1
  return [
    {
      href: `${LOOPS}#t-${first.id}`,
      list: LOOPS,
      n,
      label: words.matching.loops,
      sentence: by === 'keeper' ? words.waits.loopsKeeper(n) : words.waits.loops(n),
    },
  ]
}

/** What is theirs and was said three months ago: they say it again, or that it is over. */
function toRenew(
  { by, me, today, private: isPrivate }: ToDoReader,
  read: Reader,
  words: Words,
): readonly ToDo[] {
  if (by === 'keeper' || me === undefined) return []
  const [first, ...others] = noticesToRenew(read, today, me)
  if (!first) return []
  const n = others.length + 1
  const { title } = first.row
  return [
    {
      href: `/annonces/${first.row.id}`,
      list: RENEW,
      n,
      label: words.toRenew,
      isOpen: true,
      sentence: n === 1 && isPrivate && title ? words.waits.renewOne(title) : words.waits.renew(n),
    },
  ]
}
