import type { Kit } from '../../../contract/kit.ts'
import type { Reader } from '../../../contract/reader.ts'
import { type CouncilRequest, openRequests } from '../model/read.ts'
import { askedPart } from './parts-asked.ts'
import { doneParts } from './parts-done.ts'
import { existing } from './parts-exists.ts'
import { method } from './parts-method.ts'
import { missing } from './parts-missing.ts'
import { saidParts } from './parts-said.ts'
import { tables } from './parts-tables.ts'
import { type DiagnosisWords, type ReportPart, type ReportSource, seenBy } from './seen.ts'

export type Report = Readonly<{
  seen: ReportSource
  parts: readonly ReportPart[]
  question: CouncilRequest | undefined
  open: readonly CouncilRequest[]
}>

/**
 * The whole report, in the order in which it is read; a part of which there is nothing to say is
 * left out.
 */
export function reportOf(kit: Kit, read: Reader, words: DiagnosisWords): Report {
  const seen = seenBy(kit, read, words)
  const open = openRequests(seen.requests)
  const parts = [
    existing(seen),
    missing(seen),
    askedPart(seen, open),
    ...doneParts(seen),
    ...saidParts(seen),
    tables(seen),
    method(seen),
  ].filter(part => part !== undefined)
  return { seen, parts, question: open[0], open }
}
