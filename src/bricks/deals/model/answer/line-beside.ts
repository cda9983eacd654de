import type { DecideContext } from '../../../../contract/command.ts'
import type { Decided, Draft, Refusal } from '../../../../contract/decision.ts'
import type { fr } from '../../words/fr.ts'
import { actNow } from '../acts-now.ts'
import type { DealRow, WholeDeal } from '../read.ts'
import { dealAnswer } from '../records.ts'
import type { Party, Says } from '../rules.ts'
import { sentOf, tooLong } from '../sent-letters.ts'
import { answerDraft, inOrder, type Saying, sideOf } from '../sides.ts'

type AnswerWithLine = Readonly<{
  whole: WholeDeal
  party: Party
  said: Saying & Readonly<{ says: Says }>
  line: string
  /** That of the line, to who has no screen. */
  slip: Draft | undefined
}>
/** An answer and the line that goes with it: another box hears both at once. */
export function withLine(
  alone: Decided,
  { whole, party, said, line, slip }: AnswerWithLine,
  of: DecideContext<typeof fr>,
): Decided | Refusal {
  const { row } = whole
  const spoken = { says: 'word', said: line, ...(slip ? { slip: slip.record } : {}) } as const
  const [first, ...others] = alone.drafts
  const [one, next] = inOrder([first!, answerDraft(row.id, sideOf(party), spoken, of.at)])
  const drafts = [one!, ...others, next!, ...(slip ? [slip] : [])]
  // What takes the answer back names it.
  const { undo } = alone
  const back = undo ? { undo: { ...undo, input: { shown: one!.record } } } : {}
  if (row.box === null) return { ...alone, ...back, drafts }
  const idOf = (says: Says): string =>
    drafts.find(({ type, fields }) => type === dealAnswer.name && fields['says'] === says)!.record
  const answered = [...whole.said, actNow(idOf(said.says), party, said, of.at)]
  const word = actNow(idOf('word'), party, { says: 'word', said: line }, of.at)
  const refused = tooLong({ row, said: answered }, word)
  if (refused) return refused
  const now: Partial<DealRow> = Object.assign(
    {},
    ...drafts.flatMap(({ record, fields }) => (record === row.id ? [fields] : [])),
  )
  const apart = (alone.letters ?? []).filter(({ about }) => about !== row.id)
  const own = sentOf(of.read, { ...whole, said: answered }, now, word)
  return { ...alone, ...back, drafts, letters: [...own, ...apart] }
}
