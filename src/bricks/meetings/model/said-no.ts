import { type Draft, draft } from '../../../contract/decision.ts'
import type { Reader } from '../../../contract/reader.ts'
import { isSameName } from '../../../contract/speaker.ts'
import type { AnswerSubject } from './asked-about.ts'
import { answersTo, keyedTo, type ResponseRow } from './read.ts'
import { response } from './records.ts'

/** Who said yes to an idea and no to its day. */

/**
 * Answers to an idea, without those of whoever said no to its day: one first name is one person,
 * unless the box knows of two.
 */
export function withoutNo(
  read: Reader,
  yes: readonly ResponseRow[],
  day: string | null,
): readonly ResponseRow[] {
  const all = day === null ? [] : answersTo(read, day)
  const no = all.filter(
    ({ answer, firstName, namesake }) =>
      answer === 'not' &&
      namesake !== true &&
      !all.some(one => one.answer !== 'not' && isSameName(one.firstName, firstName ?? '')),
  )
  return no.length === 0
    ? yes
    : yes.filter(
        one =>
          one.namesake === true ||
          !no.some(({ firstName }) => isSameName(one.firstName, firstName ?? '')),
      )
}

/** That somebody comes no more, without a reason. */
export const noOn = (answer: string, on: string): Draft =>
  draft(response, answer, { answer: 'not', saying: null, on })

/** Whether this member said yes for somebody to the idea of which this is a day. */
export function isInIdea(
  read: Reader,
  { event, part }: AnswerSubject,
  { me, name }: Readonly<{ me: string | undefined; name: string }>,
): boolean {
  const of = part === undefined ? event?.['idea'] : undefined
  return (
    me !== undefined &&
    typeof of === 'string' &&
    keyedTo(read, of, me).some(one => one.answer !== 'not' && isSameName(one.firstName, name))
  )
}
