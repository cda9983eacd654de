import type { Command } from '../../../contract/command.ts'
import { type Decision, draft } from '../../../contract/decision.ts'
import { message, type Say } from '../../../contract/message.ts'
import { isReadFirst } from '../../../contract/permission.ts'
import { asSent } from '../../../core/form/input.ts'
import type { fr } from '../words/fr.ts'
import { event } from './records.ts'

type Words = typeof fr
const say: Say<Words> = message
const PATH = '/agenda'
/** The page where somebody proposes a date, and what is asked of it. */
export const PROPOSE_DATE = `${PATH}/proposer`
export const PROPOSED_FIELDS = ['title', 'startsOn', 'startsAt', 'where', 'detail'] as const

/**
 * *Proposer une date*, from anybody, of an idea or not: it waits until the keeper shows it. The
 * keeper’s own shows at once.
 */
export const proposeDate: Command<Words> = {
  name: 'proposeDate',
  path: PROPOSE_DATE,
  who: 'visitor',
  sentOnce: true,
  decide: (input, read, at): Decision => {
    const checked = at.fields(event, input, PROPOSED_FIELDS)
    if ('refused' in checked) return checked
    const { startsOn } = checked.fields
    if (typeof startsOn === 'string' && startsOn < at.today)
      return { refused: say('dayIsPast', startsOn), field: 'startsOn' }
    const idea = asSent(input, 'idee')
    const of = read.called(idea)?.type === 'idea' ? { idea } : {}
    const id = at.newId()
    return {
      drafts: [draft(event, id, { ...checked.fields, ...of })],
      next: isReadFirst(at.by) ? PATH : `${PATH}/${id}`,
      said: say(at.by === 'keeper' ? 'dateShown' : 'dateWaits'),
    }
  },
}
