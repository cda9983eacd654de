import { draft } from '../../contract/decision.ts'
import { LETTER_FAILURES, type LetterRead } from '../../contract/letter.ts'
import { letter } from '../../contract/records/own-records.ts'
import { one } from '../../core/form/input.ts'

/** Reads another box’s answer that it could not do our letter, and notes it on that letter. */
export const letterAnswered: LetterRead = {
  name: 'answered',
  decide: (input, read, at) => {
    const sent = read.one(letter, one(input, 'letter'), 'home')
    const why = LETTER_FAILURES.find(reason => reason === one(input, 'why'))
    if (!sent || sent.box !== at.letter?.box || !why) return { drafts: [] }
    return { drafts: [draft(letter, sent.id, { state: 'refused', why })] }
  },
}
