import type { CommandContext } from '../../contract/command.ts'
import type { Draft } from '../../contract/decision.ts'
import type { Reader } from '../../contract/reader.ts'
import { givenCode, storedCode } from '../../contract/records/given-code.ts'
import { code } from '../../contract/records/own-records.ts'
import { codeOf, readCode } from '../../core/code.ts'
import { CARD_WORDS } from '../../text/card-words.ts'
import { type Following, fateOf } from './sent-fate.ts'

/** The code of a sent text, a word and four digits: it opens the text where no ticket is. */

/** The most words drawn for one code. */
const MOST_DRAWN = 40
/**
 * The draft of a code for a visitor’s text: any word of the cards, whatever the subject, so that
 * the word tells nothing. Returns no draft when chance finds no free code; the text is accepted
 * all the same.
 */
export function ticketDrafts(read: Reader, record: string, at: CommandContext): readonly Draft[] {
  for (let tries = 0; tries < MOST_DRAWN; tries++) {
    const chance = [...at.newId().slice(-12)].reduce(
      (n, char) => (n * 33 + char.charCodeAt(0)) % 1_000_003,
      7,
    )
    const drawn = codeOf(
      CARD_WORDS[chance % CARD_WORDS.length]!,
      String(Math.floor(chance / CARD_WORDS.length) % 1_000).padStart(3, '0'),
    )
    if (storedCode(read, drawn.word, drawn.digits)) continue
    return [{ type: code.name, record: at.newId(), fields: { ...drawn, opens: record } }]
  }
  return []
}

/** The code that opens this text. */
export const codeOfSent = (read: Reader, record: string) =>
  read.list(code, { where: 'opens = ?', with: [record], limit: 1 }, 'home')[0]

/** The sent text that a typed code opens, while it is still there. */
export function sentByCode(source: Following, typed: string): string | undefined {
  const given = givenCode(source.read, typed)
  return given?.opens && fateOf(source, given.opens) ? given.opens : undefined
}
/** Whether a typed code has the form of a ticket’s code. The code itself may not exist. */
export function isTicketCode(typed: string): boolean {
  const asked = readCode(typed)
  return !('fault' in asked) && WORDS.has(asked.word)
}
const WORDS: ReadonlySet<string> = new Set(CARD_WORDS.map(word => codeOf(word, '000').word))
