import type { Draft } from '../../contract/decision.ts'
import { fieldFor, type RecordType, type Value } from '../../core/schema.ts'
import type { Engine } from '../turn.ts'

/**
 * Keeps a draft in this box when its record stays in this box. A member may agree that a notice is
 * read here alone; its later writes (*c’est fini*, a photo, a correction) then go to `home` too,
 * the space that never leaves, and so does a statement about it (*ce n’est plus vrai*). Each turn
 * passes its drafts through here. Other drafts come back unchanged.
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
