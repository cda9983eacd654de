import type { Command, CommandContext } from '../../../contract/command.ts'
import {
  type Decision,
  type Draft,
  draft,
  type Forgetting,
  type Refusal,
} from '../../../contract/decision.ts'
import { message, type Say } from '../../../contract/message.ts'
import type { Reader } from '../../../contract/reader.ts'
import type { Input } from '../../../core/form/input.ts'
import { one } from '../../../core/form/input.ts'
import type { FieldsOf } from '../../../core/schema.ts'
import type { fr } from '../words/fr.ts'
import { pageOf } from './input.ts'
import { memberOf, noticesThrough, relaysOf } from './read.ts'
import { relay } from './records.ts'

type Words = typeof fr
const say: Say<Words> = message

const RELAY_FIELDS = ['name', 'where', 'when'] as const
/** What a relay showed of themselves: it goes with their yes. */
const SHOWN = ['name', 'where', 'when', 'phone', 'commune'] as const

type Asked = Readonly<{ fields: FieldsOf<typeof relay> }> | Refusal
const asked = (input: Input, at: CommandContext): Asked => at.fields(relay, input, RELAY_FIELDS)

/** What waits in this box goes, and a new record stands on the page: showing is copying. */
const shown = (fields: FieldsOf<typeof relay>, whose: string, at: CommandContext): Draft =>
  draft(relay, at.newId(), { ...fields, member: whose, state: 'accepted' })

/** The keeper asks somebody, or notes that they said yes. Nothing shows before the yes. */
const askRelay: Command<Words> = {
  name: 'askRelay',
  path: '/habitants/:id/relais',
  who: 'keeper',
  decide: (input, read, at): Decision => {
    const whose = memberOf(read, one(input, 'id'))
    if (!whose) return { refused: say('nothingThere') }
    const found = asked(input, at)
    if ('refused' in found) return found
    const next = pageOf(whose.id, at)
    if (relaysOf(read, whose.id).length > 0) return { drafts: [], next }
    if (one(input, 'yes') !== '')
      return {
        drafts: [shown(found.fields, whose.id, at)],
        next,
        said: say('relayShown', found.fields.name ?? ''),
      }
    const waiting = draft(
      relay,
      at.newId(),
      { ...found.fields, member: whose.id, state: 'asked' },
      'home',
    )
    return { drafts: [waiting], next, said: say('relayAsked', found.fields.name ?? '') }
  },
}

/**
 * *Oui*: under the name that the keeper asked them by, with the place and the hours that they want.
 */
const beRelay: Command<Words> = {
  name: 'beRelay',
  path: '/moi/relais',
  who: 'neighbour',
  decide: (input, read, at): Decision => {
    const waiting =
      at.me === undefined ? undefined : relaysOf(read, at.me).find(row => row.state === 'asked')
    if (!waiting || at.me === undefined) return { refused: say('nothingThere') }
    const found = asked({ ...input, name: waiting.name ?? '' }, at)
    if ('refused' in found) return found
    return {
      drafts: [
        { type: relay.name, record: waiting.id, fields: { removed: true }, space: 'home' },
        shown(found.fields, at.me, at),
      ],
      next: '/moi',
      said: say('relayShown', found.fields.name ?? ''),
    }
  },
}

/**
 * Whoever was reached through them is reached by a word from now on: nobody goes and asks at their
 * door any more.
 */
export function noMoreThrough(
  read: Reader,
  id: string,
  words: Words,
): Readonly<{ drafts: readonly Draft[]; forget: readonly Forgetting[] }> {
  const all = noticesThrough(read, id)
  const fields = { reach: words.byWord, reachBy: 'word', relay: null }
  return {
    drafts: all.map(one => ({
      type: one.type,
      record: one.id,
      fields,
      ...(one.space ? { space: one.space } : {}),
    })),
    forget: all.flatMap(one =>
      ['reach', 'relay'].map(field => ({ type: one.type, record: one.id, field })),
    ),
  }
}

/** *Non merci*, or *je ne le suis plus*: by the relay or by the keeper. */
const stopRelay: Command<Words> = {
  name: 'stopRelay',
  path: '/relais/:id/finir',
  who: 'neighbour',
  decide: (input, read, at, words): Decision => {
    const kept = read.one(relay, one(input, 'id'), 'home')
    if (!kept?.member || (at.me !== undefined && kept.member !== at.me))
      return { refused: say('nothingThere') }
    const next = pageOf(kept.member, at)
    if (kept.state === 'asked')
      return {
        drafts: [{ type: relay.name, record: kept.id, fields: { removed: true }, space: 'home' }],
        next,
        said: say('relayStopped'),
      }
    const through = noMoreThrough(read, kept.id, words)
    return {
      drafts: [
        { type: relay.name, record: kept.id, fields: { removed: true, state: 'ended' } },
        ...through.drafts,
      ],
      forget: [
        ...SHOWN.map(field => ({ type: relay.name, record: kept.id, field })),
        ...through.forget,
      ],
      next,
      said: say('relayStopped'),
    }
  },
}

export const relayCommands: readonly Command<Words>[] = [askRelay, beRelay, stopRelay]
