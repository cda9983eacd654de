import { wordAt } from '../../../core/narrow.ts'
import { onDay } from '../../../text/days.ts'
import { type AnsweredRequest, answeredRequests, type CouncilRequest } from '../model/read.ts'
import {
  moneyOf,
  type ReportLine,
  type ReportPart,
  type ReportSource,
  saidInRequest,
  underRequest,
} from './seen.ts'

/** A request and its last answer, on one line. */
export const answeredLine = (
  { row, last }: AnsweredRequest,
  { words: w, kit }: ReportSource,
): ReportLine => ({
  words: w.answeredLine(row.title ?? '', wordAt(w.says, last.says) ?? last.says),
  under: w.answeredUnder(
    last.council ?? '',
    onDay(last.on, kit.request.lang, kit.request.today),
    last.saying,
  ),
  said: [row.title ?? '', last.council ?? '', last.saying ?? ''],
  href: `/demandes-aux-elus/${row.id}`,
})

/** What is asked of councils, and what they answered. */
export function askedPart(seen: ReportSource, open: readonly CouncilRequest[]): ReportPart {
  const { words: w, kit } = seen
  const answered = answeredRequests(seen.requests)
  const line = (one: CouncilRequest): ReportLine => ({
    words: one.row.title ?? '',
    under: underRequest(one, seen),
    said: saidInRequest(one),
    href: `/demandes-aux-elus/${one.row.id}`,
  })
  const done = answered.map(one => answeredLine(one, seen))
  const costs = open.map(one => one.row.costCents)
  const known = costs.reduce<number>((sum, cents) => sum + (cents ?? 0), 0)
  return {
    id: 'demandes',
    title: w.askedTitle,
    says: [
      open.length === 0 ? w.nothingAsked : w.asked(open.length),
      ...(open.length > 0 && costs.every(cents => cents !== null)
        ? [w.costsInAll(known === 0 ? w.free : moneyOf(known, kit.request))]
        : []),
    ],
    lines: [...open.map(line), ...done],
    source: w.sourceRequests,
  }
}
