import type { Command, Decision, Draft, Input, Moment, Reader } from '../../core/brick.ts'
import { draft } from '../../core/brick.ts'
import type { FieldsOf } from '../../core/schema.ts'
import { matchingCommands } from './commands-matching.ts'
import type { fr } from './fr.ts'
import { keptBy } from './kept.ts'
import { need, offer } from './records.ts'
import { isPast } from './rules.ts'

type Words = typeof fr

/** What anybody may say of a notice; its state is the house's to begin with, and whom it is for is the keeper's to link. */
export const FIRST_FIELDS = ['title', 'who', 'reach'] as const
export const OFFER_MORE = ['detail', 'mode', 'themes', 'commune', 'where', 'amount', 'against', 'until'] as const
export const NEED_MORE = ['detail', 'themes', 'commune', 'where', 'amount', 'against', 'until'] as const
const OFFER_ASKED = [...FIRST_FIELDS, ...OFFER_MORE]
const NEED_ASKED = [...FIRST_FIELDS, 'hand', ...NEED_MORE]

const ticked = (input: Input, name: string): boolean => typeof input[name] === 'string' && input[name] !== ''

/** The keeper's own notice shows at once; anyone else's waits, and they are told who reads it. */
function sent(what: Draft, read: Reader, at: Moment, words: Words): Decision {
  if (isPast({ until: (what.fields as Readonly<{ until?: string | null }>).until ?? null }, at.today))
    return { refused: words.passed, field: 'until' }
  return at.by === 'keeper'
    ? { drafts: [what], next: `/annonces/${what.record}`, said: words.shownNow }
    : { drafts: [what], next: '/annonces', said: words.thanks(keptBy(read) ?? words.keeper) }
}

const propose: Command<Words> = {
  name: 'offer',
  path: '/annonces/proposer',
  who: 'visitor',
  decide: (input, read, at, words) => {
    const checked = at.fields(offer, input, OFFER_ASKED)
    if ('refused' in checked) return checked
    const state = ticked(input, 'piste') ? 'lead' : 'firm'
    return sent(draft(offer, at.newId(), { ...(checked.fields as FieldsOf<typeof offer>), state }), read, at, words)
  },
}

const ask: Command<Words> = {
  name: 'need',
  path: '/annonces/chercher',
  who: 'visitor',
  decide: (input, read, at, words) => {
    const checked = at.fields(need, input, NEED_ASKED)
    if ('refused' in checked) return checked
    return sent(draft(need, at.newId(), { ...(checked.fields as FieldsOf<typeof need>), state: 'open' }), read, at, words)
  },
}

/** It leaves the lists; its page stays, and says so. */
const close: Command<Words> = {
  name: 'close',
  path: '/annonces/fermer',
  who: 'keeper',
  decide: (input, read, _at, words) => {
    const id = typeof input['id'] === 'string' ? input['id'] : ''
    const type = [offer, need].find(one => read.one(one, id) !== undefined)
    if (!type) return { refused: words.nothingThere }
    const shown = read.one(type, id)!.id
    return { drafts: [{ type: type.name, record: shown, fields: { state: 'closed' } }], next: `/annonces/${shown}`, said: words.closedSaid }
  },
}

export const commands: readonly Command<Words>[] = [propose, ask, close, ...matchingCommands]
