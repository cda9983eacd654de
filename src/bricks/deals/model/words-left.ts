import type { Draft, Forgetting } from '../../../contract/decision.ts'
import type { Reader } from '../../../contract/reader.ts'
import { mailsIn } from '../../../text/mail.ts'
import { seeking, withoutPhone, withoutPhones } from '../../../text/sought-numbers.ts'
import { type DealRow, keyOfNotice, type WholeDeal } from './read.ts'
import { dealAnswer } from './records.ts'
import { AWAY, type Party } from './rules.ts'
import { withoutNames } from './without-names.ts'

/** In the place of a name, whatever language the words are in. */
const GONE = '…'
const SAID = ['said', 'when', 'where', 'thanks', 'story'] as const
const MOMENT = ['when', 'where'] as const

/**
 * What is written again. `moment`: of the thread, the fields that change, for its caller to write.
 * `drafts`: of the acts. `forget`: what these acts said before.
 */
type Rewritten = Readonly<{
  moment: Readonly<Partial<Record<'when' | 'where', string | null>>>
  drafts: readonly Draft[]
  forget: readonly Forgetting[]
}>

/**
 * What the other one said in a thread, once its ticket is taken back: their words stay, without the
 * name of who held it and without how to reach them. `ways`: those that its notice says no more.
 *
 * Law     10: neither stays in what was said before.
 */
export function wordsLeft(
  whole: WholeDeal,
  holder: Party,
  ways: readonly string[] = [],
): Rewritten {
  const { row, notices } = whole
  const own = notices.find(one => keyOfNotice(one) === holder.key)
  const sought = seeking(...[row.reach, own?.reach, ...ways].filter(way => way != null))
  return writtenAgain(whole, holder, text => (sought ? withoutPhone(text, sought) : text))
}

/**
 * What was said here in a thread, once the other box forgot its side: the words stay, without the
 * name of who lived there. Their number is known here no more, so no number stays but that of who
 * said it.
 *
 * Law     10: neither stays in what was said before.
 */
export function wordsLeftHere(whole: WholeDeal, read: Reader): Rewritten {
  const away = whole.parties.find(({ key }) => key === AWAY)
  const own = whole.parties.flatMap(({ key, member }) => [
    (member === null ? undefined : read.published.memberPhone?.(member)) ?? [],
    whole.notices.find(one => key !== AWAY && keyOfNotice(one) === key)?.reach ?? [],
  ])
  const kept = seeking(...own.flat())
  const without = (text: string): string => {
    const mails = mailsIn(text).filter(one => kept?.mails.has(one.own) !== true)
    const sought = seeking(...mails.map(one => one.own))
    return withoutPhones(sought ? withoutPhone(text, sought) : text, kept)
  }
  const left = writtenAgain(whole, { key: AWAY, name: away?.name ?? '' }, without)
  return { ...left, forget: [...left.forget, ...undoneTexts(read, whole.row)] }
}

/** What was taken back in a thread stands in no page of it: all that it says goes with either. */
export const undoneIn = (read: Reader, { id }: DealRow): readonly Forgetting[] =>
  read
    .all('SELECT id FROM deal_answer_home WHERE deal = ? AND removed = 1', id)
    .map(one => ({ type: dealAnswer.name, record: String(one['id']) }))
/** The same as a letter of the other box may erase it: text by text. */
const undoneTexts = (read: Reader, { id }: DealRow): readonly Forgetting[] =>
  read.all('SELECT * FROM deal_answer_home WHERE deal = ? AND removed = 1', id).flatMap(one =>
    SAID.filter(field => one[field] !== null).map(field => ({
      ...{ type: dealAnswer.name, record: String(one['id']), field, alone: true },
    })),
  )

/** The moment and the words of the others, as far as they say something of who is gone. */
function writtenAgain(
  { row, said }: WholeDeal,
  gone: Pick<Party, 'key' | 'name'>,
  withoutNumbers: (text: string) => string,
): Rewritten {
  const names = gone.name === '' ? [] : [gone.name]
  const without = (text: string): string => withoutNames(withoutNumbers(text), names, GONE) ?? GONE
  const rewritten = <T extends string>(
    fields: readonly T[],
    said: Readonly<Partial<Record<T, string | null>>>,
  ): Readonly<Record<string, string | null>> =>
    Object.fromEntries(
      fields.flatMap(field => {
        const text = said[field]
        const plain = text ? without(text) : text
        return plain === text ? [] : [[field, plain || null] as const]
      }),
    )
  const acts = said
    .filter(({ key }) => key !== gone.key)
    .map(one => ({ type: dealAnswer.name, record: one.id, fields: rewritten(SAID, one) }))
    .filter(({ fields }) => Object.keys(fields).length > 0)
  return {
    moment: rewritten(MOMENT, row),
    drafts: acts,
    forget: acts.flatMap(({ type, record, fields }) =>
      Object.keys(fields).map(field => ({ type, record, field })),
    ),
  }
}
