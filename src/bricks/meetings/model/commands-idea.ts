import type { Command } from '../../../contract/command.ts'
import { type Decision, draft } from '../../../contract/decision.ts'
import { message, type Say } from '../../../contract/message.ts'
import { isReadFirst } from '../../../contract/permission.ts'
import type { FieldsOf } from '../../../core/schema.ts'
import type { fr } from '../words/fr.ts'
import { peopleWanted } from './people-wanted.ts'
import { PATH } from './read.ts'
import { idea } from './records.ts'

type Words = typeof fr
const say: Say<Words> = message
/** The page where somebody says an idea, and what is asked of it. */
export const PROPOSE_IDEA = `${PATH}/proposer`
export const IDEA_FIELDS = ['title', 'detail', 'threshold'] as const

/** From how many people one meets, as the sentence says, or the words under it. */
const wantedIn = ({ title, detail }: FieldsOf<typeof idea>): number | undefined =>
  peopleWanted(title ?? '') ?? peopleWanted(detail ?? '')

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
    const { fields } = checked
    const heard = (fields.threshold ?? null) === null ? wantedIn(fields) : undefined
    const threshold = heard === undefined ? {} : { threshold: heard }
    const waits = isReadFirst(at.by)
    return {
      drafts: [draft(idea, id, { ...fields, ...threshold, state: 'open' })],
      next: waits ? PATH : `${idea.path}/${id}`,
      said:
        heard === undefined
          ? say(waits ? 'ideaWaits' : 'ideaShown')
          : say(waits ? 'ideaWaitsFrom' : 'ideaShownFrom', heard),
    }
  },
}
