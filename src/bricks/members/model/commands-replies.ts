import type { Command } from '../../../contract/command.ts'
import { type Decision, draft } from '../../../contract/decision.ts'
import { message, type Say } from '../../../contract/message.ts'
import { one } from '../../../core/form/input.ts'
import type { fr } from '../words/fr.ts'
import { inThreads, isUnchecked, type WordRow } from './read.ts'
import { word } from './records.ts'

/**
 * The answer to a word that was left outside a thread: whoever handed it over notes it, or whom it
 * was for writes it where its sender has no card. Its sender reads it: on their page, or by the
 * ticket.
 */

type Words = typeof fr
const say: Say<Words> = message

/**
 * Whether this person notes what was answered: who hands the word over. What the keeper left for
 * somebody is told to them.
 */
export const notesReply = (row: WordRow, me: string | undefined): boolean =>
  (row.carrier ?? undefined) === me && row.signedBy !== 'keeper' && row.aside === null

/** Whether whom a word is for answers it there: a card is left a word of its own. */
export const writesReply = (row: WordRow, me: string | undefined): boolean =>
  me !== undefined && row.member === me && isUnchecked(row)

/** `isWriter`: whether this person writes the answer to that word. */
type ReplyBy = Pick<Command, 'name' | 'path' | 'who'> &
  Readonly<{ next: string; isWriter: (row: WordRow, me: string | undefined) => boolean }>
const reply = ({ next, isWriter, ...command }: ReplyBy): Command<Words> => ({
  ...command,
  private: true,
  decide: (input, read, at): Decision => {
    const found = read.one(word, one(input, 'id'), 'home')
    if (!found || !isWriter(found, at.me) || inThreads(read, [found]).size > 0)
      return { refused: say('noWordThere') }
    const checked = at.fields(word, input, ['answer'])
    if ('refused' in checked) return checked
    const { answer } = checked.fields
    if (!answer) return { refused: say('handing.sayReply') }
    const seen = { seenOn: found.seenOn ?? at.today, handedOn: found.handedOn ?? at.today }
    return {
      drafts: [draft(word, found.id, { answer, answeredOn: at.today, ...seen })],
      next,
      said: say('handing.replySaid'),
    }
  },
})

export const replyCommands: readonly Command<Words>[] = [
  reply({
    ...{ name: 'noteReply', path: '/mes-mots/:id/reponse', who: 'relay' },
    ...{ next: '/mes-mots', isWriter: notesReply },
  }),
  reply({
    ...{ name: 'writeReply', path: '/moi/mots/:id/reponse', who: 'neighbour' },
    ...{ next: '/moi', isWriter: writesReply },
  }),
]
