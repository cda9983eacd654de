import { draft } from '../../core/brick.ts'
import { type LetterRead, UNDONE } from '../../core/letter.ts'
import { text } from './drafts.ts'
import type { fr } from './fr.ts'
import { letter } from './records.ts'

/** What another box could not do of a letter of ours: noted on that letter, for whoever asked to read. */
export const letterAnswered: LetterRead<typeof fr> = {
  name: 'answered',
  decide: (input, read, at) => {
    const sent = read.one(letter, text(input, 'letter'), 'home')
    const why = UNDONE.find(one => one === text(input, 'why'))
    if (!sent || sent.box !== at.letter?.box || !why) return { drafts: [] }
    return { drafts: [draft(letter, sent.id, { state: 'refused', why })] }
  },
}
