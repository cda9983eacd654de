import type { Command } from '../../../contract/command.ts'
import { type Decision, draft } from '../../../contract/decision.ts'
import { message, type Say } from '../../../contract/message.ts'
import { isReadFirst } from '../../../contract/permission.ts'
import type { fr } from '../words/fr.ts'
import { PATH } from './read.ts'
import { idea } from './records.ts'

type Words = typeof fr
const say: Say<Words> = message
/** The page where somebody says an idea, and what is asked of it. */
export const PROPOSE_IDEA = `${PATH}/proposer`
export const IDEA_FIELDS = ['title', 'detail', 'threshold'] as const

/**
 * *Proposer une idée*, from anybody: a visitor's waits, with its ticket; a member's shows, and
 * people answer it.
 */
export const proposeIdea: Command<Words> = {
  name: 'proposeIdea',
  path: PROPOSE_IDEA,
  who: 'visitor',
  sentOnce: true,
  decide: (input, _read, at): Decision => {
    const checked = at.fields(idea, input, IDEA_FIELDS)
    if ('refused' in checked) return checked
    const id = at.newId()
    return {
      drafts: [draft(idea, id, { ...checked.fields, state: 'open' })],
      next: isReadFirst(at.by) ? PATH : `${idea.path}/${id}`,
      said: isReadFirst(at.by) ? say('ideaWaits') : say('ideaShown'),
    }
  },
}
