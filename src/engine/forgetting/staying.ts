import type { Draft } from '../../contract/decision.ts'
import { fieldFor, type RecordType, type Value } from '../../core/schema.ts'
import type { Engine } from '../turn.ts'

/**
 * Keeps the later writes of a record that is read here alone in `home`: *c’est fini*, a photo, a
 * correction. A statement about it (*ce n’est plus vrai*) is read here alone too.
 *
 * Law     No write of the commons names a record that stays in this box, where its type can be read
 *         here (`RecordType.shownHere`).
 */
export function keptInHome({ types, read }: Engine, draft: Draft): Draft {
  const type = types.get(draft.type)
  if (typeof type?.shownHere !== 'string' || draft.space === 'home') return draft
  if (read.staysHere(draft.record) || isAgreedHere(read, type, draft.record))
    return { ...draft, space: 'home' }
  const { fields } = draft
  if (!linked(type, fields).some(id => read.staysHere(id))) return draft
  return { ...draft, space: 'home', fields: { ...fields, [type.shownHere]: true } }
}

/**
 * Whether its person agreed to show it in this box alone, and it no longer shows: corrections stay
 * here.
 */
function isAgreedHere(read: Engine['read'], type: RecordType, id: string): boolean {
  const spread = fieldFor(type, 'spread')
  if (spread === undefined) return false
  const kept: Readonly<Record<string, unknown>> | undefined = read.one(type, id, 'home')
  return kept?.[spread] === 'here' && read.one(type, id) === undefined
}

/** The records to which its links lead. */
const linked = (type: RecordType, fields: Readonly<Record<string, Value>>): readonly string[] =>
  Object.entries(fields).flatMap(([name, value]) =>
    type.fields[name]?.kind === 'link'
      ? (Array.isArray(value) ? value : [value]).filter(id => typeof id === 'string')
      : [],
  )
