import { draft } from '../../contract/decision.ts'
import { type LetterRead, UNDONE } from '../../contract/letter.ts'
import { letter } from '../../contract/records/own-records.ts'
import { one } from '../../core/form/input.ts'

/**
 * What another box could not do of a letter of ours: noted on that letter, for whoever asked to
 * read.
 */
export const letterAnswered: LetterRead = {
  name: 'answered',
  decide: (input, read, at) => {
    const sent = read.one(letter, one(input, 'letter'), 'home')
    const why = UNDONE.find(reason => reason === one(input, 'why'))
    if (!sent || sent.box !== at.letter?.box || !why) return { drafts: [] }
    return { drafts: [draft(letter, sent.id, { state: 'refused', why })] }
  },
}
