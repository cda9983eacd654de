import { type Draft, draft } from '../../../contract/decision.ts'
import { agreedTo } from '../../../contract/part-raised.ts'
import type { Reader, Row } from '../../../contract/reader.ts'
import { inUnit } from '../../../text/amounts.ts'
import { response } from './records.ts'

/**
 * A part that is corrected, while the keeper has not shown the correction yet: the notice's person
 * reads the amount that shows, and says yes to that one alone.
 */

/** What a part is of. */
export const NOTICES: readonly string[] = ['offer', 'need']

/** The corrections that wait, of the answer that shows. */
const WAITING = `SELECT said.id, said.amount, said.unit, said.stood, said.raised,
    shown.amount AS agreed, shown.unit AS agreedUnit, shown.raised AS agreedRaised
  FROM proposal_home AS sent JOIN response_home AS said ON said.id = sent.piece
  JOIN response AS shown ON shown.id = coalesce(sent.changes, sent.shownAs)
  WHERE shown.id = ?1 AND said.id <> ?1 AND sent.state = 'waiting'
    AND sent.removed IS NOT 1 AND said.removed IS NOT 1 AND said.amount > 0`

/**
 * What a yes to a part notes of its corrections that wait: one that asks for more is a raise beyond
 * this yes; one that asks for less needs none.
 */
export const stoodBeside = (drafts: readonly Draft[], read: Reader): readonly Draft[] =>
  drafts.flatMap(({ type, record, fields: { partsAgreed: after } }) => {
    if (!Array.isArray(after) || !NOTICES.includes(type)) return []
    const before = read.published.noticeSeen?.(record)?.partsAgreed
    const shown = before && agreedTo(before, after)
    return shown === undefined ? [] : read.all(WAITING, shown).flatMap(corrected)
  })

function corrected(row: Row): readonly Draft[] {
  const { id, amount, unit, stood } = row
  const [most, from] = [row['agreed'], row['agreedUnit']]
  if (typeof amount !== 'number' || typeof most !== 'number' || typeof from !== 'string') return []
  const agreed = inUnit({ n: most, unit: from }, typeof unit === 'string' ? unit : from)
  if (agreed === undefined) return []
  const raised = Math.max(Number(row['raised'] ?? 0), Number(row['agreedRaised'] ?? 0)) + 1
  const fields = amount > agreed ? { stood: agreed, raised } : { stood: null }
  return fields.stood === stood ? [] : [draft(response, String(id), fields, 'home')]
}
