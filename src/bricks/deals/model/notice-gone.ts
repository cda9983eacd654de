import type { Forgetting } from '../../../contract/decision.ts'
import type { Reader } from '../../../contract/reader.ts'
import { noticeRead } from './news.ts'
import { type DealRow, noticeFor } from './read.ts'
import { deal } from './records.ts'

const COPIED = ['what', 'noticeAs'] as const

/**
 * The sentences of a notice in the threads about it, which go with the notice, whoever erases it;
 * with its former words those that say it otherwise than now. The people of the thread stay in it,
 * and their own words.
 *
 * Law     10: no sentence that is erased stays in what is said about it.
 */
export function noticesGone(gone: readonly Forgetting[], read: Reader): readonly Forgetting[] {
  const notices = gone.filter(
    ({ type, field }) =>
      (type === 'offer' || type === 'need') && (field === undefined || field === 'title'),
  )
  return notices.flatMap(({ record, past }) => {
    const now = past ? noticeFor(read, record) : undefined
    const stays = now ? [now.title, noticeRead(now)] : []
    return threadsAbout(read, record).flatMap(row =>
      COPIED.filter(field => row[field] !== null && !stays.includes(row[field])).map(field => ({
        ...{ type: deal.name, record: row.id, field, alone: true },
      })),
    )
  })
}

const threadsAbout = (read: Reader, notice: string): readonly DealRow[] =>
  read.list(
    deal,
    { where: 'id IN (SELECT deal FROM deal_about WHERE notice = ?)', with: [notice] },
    'home',
  )
