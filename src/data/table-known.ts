import { setImmediate as others } from 'node:timers/promises'
import { placeKey } from '../core/form/typed.ts'
import { withMade } from '../core/made.ts'
import { sameOnPage } from '../core/same.ts'
import type { Field, RecordType } from '../core/schema.ts'
import type { PageSource } from '../web/pages/kit.ts'
import { rowsOnce } from './sets.ts'

type Fields = Readonly<Record<string, unknown>>
/** A record of this page, or by its number an earlier line of the same table. */
export type SimilarRecord = Readonly<{ id: string; title: string; line?: number }>
/** A line of a table: its number, and what it fills. */
type LineToKnow = Readonly<{ line: number; fields: Fields }>
/**
 * What this box already has of a line: all that it says · something that may be it · nothing.
 * `twice`: the same table said all of it before.
 */
export type LineMatch = 'there' | 'twice' | readonly SimilarRecord[]

/** Whether a line is neither here already nor said before by the same table. */
export const isNew = (known: LineMatch): known is readonly SimilarRecord[] =>
  known !== 'there' && known !== 'twice'

/** So many lines are compared before others are served. */
const PAGE = 20
/** A longer table is compared by titles alone: each comparison reads all that is here. */
const MOST_COMPARED = 500

/**
 * What is already here of each line of a table, in its order.
 *
 * Law     a line all of whose values stand in one record is there, and so is one that the table
 *         says twice: bringing it again writes nothing. What only looks alike is a person's to say:
 *         `slots.alike` of the bricks, and the same title, on the page or in the table. Of what
 *         takes place on days a title tells nothing: there are many lottos.
 */
export async function knownOf(
  source: PageSource,
  type: RecordType,
  lines: readonly LineToKnow[],
): Promise<readonly LineMatch[]> {
  const whole = withMade(type, source.read.madeFields(type.name))
  const byTitle = new Map<string, TitledRow[]>()
  const keep = (row: TitledRow): void => {
    const title = placeKey(String(row.fields[type.title] ?? ''))
    const titled = byTitle.get(title)
    if (titled) titled.push(row)
    else byTitle.set(title, [row])
  }
  for (const row of rowsOnce(source, type)) keep({ fields: row.fields, id: row.id })
  const out: LineMatch[] = []
  for (const [n, { line, fields }] of lines.entries()) {
    const titled = byTitle.get(placeKey(String(fields[type.title] ?? ''))) ?? []
    const same = titled.find(row =>
      Object.entries(fields).every(
        ([name, value]) => isNothing(value) || isSaid(whole.fields[name], value, row.fields[name]),
      ),
    )
    const isThere = same !== undefined
    const isCompared = lines.length <= MOST_COMPARED && !isThere
    const compared = isCompared ? comparedBy(source, type, fields) : []
    out.push(same ? (same.id ? 'there' : 'twice') : alikeOf(type, titled, compared))
    if (!isThere) keep({ fields, line })
    if (n % PAGE === PAGE - 1) await others()
  }
  return out
}

/** The same text in capitals, or without its accents, says the same. */
const isSaid = (field: Field | undefined, value: unknown, held: unknown): boolean =>
  sameOnPage(field, value, held) ||
  (typeof value === 'string' &&
    typeof held === 'string' &&
    placeKey(value) !== '' &&
    placeKey(value) === placeKey(held))

const isNothing = (value: unknown): boolean =>
  value === null || value === undefined || value === '' || value === false

/** What the bricks find alike on the page. */
const comparedBy = (source: PageSource, type: RecordType, line: Fields): readonly SimilarRecord[] =>
  source.bricks.flatMap(brick => brick.slots?.alike?.(type.name, line, source.read) ?? [])

/** A record of the page, or a line of the table. */
type TitledRow = Readonly<{ fields: Fields; id?: string; line?: number }>
/** So many of one title are named. */
const MOST_NAMED = 5
/** What is alike: what has the same title, and what was compared. */
function alikeOf(
  type: RecordType,
  titled: readonly TitledRow[],
  compared: readonly SimilarRecord[],
): readonly SimilarRecord[] {
  const isDated = (type.spans ?? []).some(span => span.recurs)
  const same = isDated
    ? []
    : titled.slice(0, MOST_NAMED).map(
        ({ fields, id = '', line }): SimilarRecord => ({
          id,
          title: String(fields[type.title] ?? ''),
          ...(line === undefined ? {} : { line }),
        }),
      )
  return [...new Map([...same, ...compared].map(one => [one.id || one.line, one])).values()]
}
