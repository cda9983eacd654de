import { draft } from '../../contract/decision.ts'
import { LETTER_FAILURES, type LetterRead } from '../../contract/letter.ts'
import { letter } from '../../contract/records/own-records.ts'
import { one } from '../../core/form/input.ts'

/**
 * Reads a letter of another box that says why it did not do what ours asked, and notes the reason
 * on our letter, where its author sees it. An answer of another box than the one we wrote to
 * changes nothing.
 */
export const letterAnswered: LetterRead = {
  name: 'answered',
  decide: (input, read, at) => {
    const sent = read.one(letter, one(input, 'letter'), 'home')
    const why = LETTER_FAILURES.find(reason => reason === one(input, 'why'))
    if (!sent || sent.box !== at.letter?.box || !why) return { drafts: [] }
    return { drafts: [draft(letter, sent.id, { state: 'refused', why })] }
  },
}
