import type { Kit } from '../../../contract/kit.ts'
import type { Reader } from '../../../contract/reader.ts'
import type { Request } from '../../../contract/request.ts'
import { hasTable, STANDS } from '../../../contract/tables.ts'
import { ID_SHAPE } from '../../../core/id.ts'
import type { fr } from '../words/fr.ts'
import { linesOf } from './lines.ts'
import {
  changesOf,
  columnsOf,
  type EditionRow,
  editionBefore,
  editions,
  isOfOldMeeting,
  noticesOf,
  reachedOnPaper,
  text,
  weekOf,
} from './read.ts'
import { type Change, changed, laidOut, leftFirst, ROOM_MM, type SheetLine } from './rules.ts'

type Words = typeof fr
/**
 * What is asked of the village: a need that nobody answered, an idea, or the keeper's own words.
 */
export type Question = Readonly<{ words: string; under: string }>
/**
 * Shape   `shown`: lines that stand on the paper for sure; `left`: those that stand there if there
 *         is room, else next time.
 */
export type WeekSheet = Readonly<{
  week: string
  shown: readonly SheetLine[]
  left: readonly SheetLine[]
  question?: Question
}>

export const QUESTION = 'question'
const QUESTION_MM = 62

/** This week's sheet as it would be printed now, with the keeper's hand in it. */
export function draftOf(
  kit: Kit,
  read: Reader,
  words: Words,
): WeekSheet & Readonly<{ changes: readonly Change[]; sources: readonly SheetLine[] }> {
  const week = weekOf(kit.request)
  const changes = changesOf(read, week)
  const before = editionBefore(read, week)
  const left = before?.left ?? []
  const ours = changes.filter(one => one.about === '' && one.words !== '')
  const added = ours.map(
    (one): SheetLine => ({ id: one.id, part: 'said', words: one.words, under: '' }),
  )
  const sources = [
    ...added,
    ...leftFirst(afterShown(linesOf(kit, read, words, week), before), left),
  ]
  const asked = changes.find(one => one.about === QUESTION)?.words ?? ''
  const question = asked === '' ? undefined : questionOf(asked, kit, read, words)
  // A line of the keeper's is named by its own change.
  const lines = changed(
    sources,
    changes.map(one => (one.about === '' ? { ...one, about: one.id } : one)),
  )
  const laid = laidOut(lines, ROOM_MM - (question ? QUESTION_MM : 0))
  return { week, changes, sources, ...laid, ...(question ? { question } : {}) }
}

/** Offers that last week's sheet did not hold, before those that it did. */
function afterShown(
  lines: readonly SheetLine[],
  before: EditionRow | undefined,
): readonly SheetLine[] {
  const shown = new Set(before?.shown ?? [])
  const isKnown = (line: SheetLine): boolean => line.part === 'offered' && shown.has(line.id)
  return lines.toSorted((a, b) => Number(isKnown(a)) - Number(isKnown(b)))
}

/**
 * The last sheet made, as far as what stood on it still stands: what was withdrawn since is gone
 * from it.
 */
export function lastMade(kit: Kit, read: Reader, words: Words): WeekSheet | undefined {
  const [made] = editions(read, 1)
  if (!made?.week) return undefined
  const shown = made.shown ?? []
  const order = new Map(shown.map((id, at) => [id, at]))
  const all = linesOf(kit, read, words, made.week)
  const lines = all
    .filter(line => order.has(line.id))
    .toSorted((a, b) => order.get(a.id)! - order.get(b.id)!)
  const added = (made.added ?? []).map(
    (words, at): SheetLine => ({ id: `${made.id} ${at}`, part: 'said', words, under: '' }),
  )
  const question = questionOf(made.question ?? made.asked ?? '', kit, read, words)
  const waits = new Set(made.left ?? [])
  const left = all.filter(line => waits.has(line.id))
  const laid = laidOut([...added, ...lines], ROOM_MM - (question ? QUESTION_MM : 0))
  return {
    week: made.week,
    shown: laid.shown,
    left: [...laid.left, ...left],
    ...(question ? { question } : {}),
  }
}

function questionOf(asked: string, kit: Kit, read: Reader, words: Words): Question | undefined {
  if (asked === '') return undefined
  if (!ID_SHAPE.test(asked)) return { words: asked, under: '' }
  const called = read.called(asked)
  if (!called) return undefined
  if (called.type !== 'need') return { words: called.title, under: words.ideaAsked }
  const [row] = hasTable(read, 'need')
    ? read.all('SELECT who, reach FROM need WHERE id = ?', asked)
    : []
  const notice = {
    kind: 'need',
    id: asked,
    who: text(row, 'who'),
    reach: text(row, 'reach'),
  } as const
  return { words: called.title, under: reachedOnPaper(notice, kit, read, words) }
}

const MOST_ASKABLE = 40
/** What may be asked of the village: needs of this season, the oldest first, and open ideas. */
export function askable(
  request: Request,
  read: Reader,
): readonly Readonly<{ id: string; title: string }>[] {
  const needs = noticesOf(read, 'need', request.today)
    .filter(one => !isOfOldMeeting(one, request.today))
    .toReversed()
    .slice(0, MOST_ASKABLE)
    .map(({ id, title }) => ({ id, title }))
  if (!columnsOf(read, 'idea').has('state')) return needs
  const ideas = read
    .all(
      `SELECT id, title FROM idea WHERE ${STANDS} AND (state IS NULL OR state = 'open') ` +
        `AND title IS NOT NULL ORDER BY id DESC LIMIT ${MOST_ASKABLE}`,
    )
    .map(row => ({ id: text(row, 'id'), title: text(row, 'title') }))
  return [...ideas, ...needs]
}
