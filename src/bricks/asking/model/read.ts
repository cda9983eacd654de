import type { Reader } from '../../../contract/reader.ts'
import { code } from '../../../contract/records/own-records.ts'
import { tableOf } from '../../../contract/tables.ts'
import { sayCode } from '../../../core/code.ts'
import { question } from './records.ts'
import { type QuestionRow, type QuestionThread, threadsOf } from './rules.ts'

/** Units   questions and what was asked again. A box asks a few a week. */
const MOST = 2_000

/** Every question of this box. */
export const threadsIn = (read: Reader): readonly QuestionThread[] =>
  threadsOf(read.list(question, { order: 'id', limit: MOST }, 'home'))

/** All that was noted of a question, replaced answers too. */
export const rowsOf = (read: Reader, id: string): readonly QuestionRow[] =>
  read.list(question, { where: 'id = ? OR first = ?', with: [id, id] }, 'home')

/** One question, by the id of its first asking. */
export function threadOf(read: Reader, id: string): QuestionThread | undefined {
  return threadsOf(rowsOf(read, id)).find(({ first }) => first.id === id)
}

/** The questions to this somebody, or about this record. */
export function threadsOn(read: Reader, id: string): readonly QuestionThread[] {
  const where = 'first IS NULL AND (actor = ? OR about = ?)'
  return read
    .list(question, { where, with: [id, id], order: 'id' }, 'home')
    .flatMap(row => threadOf(read, row.id) ?? [])
}

const TABLE = tableOf(question.name, 'home')
/** How many wait, and the oldest: one statement, whatever their number. */
const WAITING = `SELECT count(*) AS n, min(q.id) AS oldest FROM "${TABLE}" AS q
  WHERE q.removed IS NOT 1 AND q.first IS NULL AND q.dropped IS NOT 1 AND coalesce((
    SELECT coalesce(a.answer, '') FROM "${TABLE}" AS a
    WHERE a.removed IS NOT 1 AND (a.id = q.id OR a.first = q.id)
    ORDER BY coalesce(a.before, 0) DESC, a.id DESC LIMIT 1
  ), '') IN ('', 'not-yet')`
export function waitingQuestions(read: Reader): Readonly<{ n: number; oldest: string }> {
  const [row] = read.all(WAITING)
  return { n: Number(row?.['n'] ?? 0), oldest: String(row?.['oldest'] ?? '') }
}

/** Who is asked: as the directory calls them today, or as typed. */
export const whomOf = (row: QuestionRow, read: Reader): string =>
  (row.actor === null ? undefined : read.called(row.actor)?.title) ?? row.whom ?? ''

/** The code of its slip. */
export const codesOf = (read: Reader, id: string) =>
  read.list(code, { where: 'opens = ?', with: [id] }, 'home')
export function codeSaid(read: Reader, id: string): string | undefined {
  const [given] = codesOf(read, id)
  return given && sayCode({ word: given.word ?? '', digits: given.digits ?? '' })
}
