import type { Draft } from '../../contract/decision.ts'
import { fieldFor, type RecordType, showingFields, shownAtHome } from '../../core/schema.ts'
import type { Engine } from '../turn.ts'

/**
 * Keeps a draft in this box when its record stays in this box. A member may agree that a notice is
 * read here alone, or by card; its later writes (*c’est fini*, a photo, a correction) then go to
 * `home` too, the space that never leaves, and so does a statement about it (*ce n’est plus vrai*).
 * Each turn passes its drafts through here. Other drafts come back unchanged.
 *
 * Shape   `leaving`: records that the turn itself shows in the commons from now on (`leavingHome`).
 * Law     No write of the commons names a record that is read by card. None names a record that is
 *         read here by everybody, where its type can be read here (`RecordType.shownHere`).
 */
export function keptInHome(
  { types, read }: Engine,
  draft: Draft,
  leaving: ReadonlySet<string> = new Set(),
): Draft {
  const type = types.get(draft.type)
  if (!type || draft.space === 'home' || leaving.has(draft.record)) return draft
  const canShow = showingFields(type).length > 0
  if (canShow && (read.staysHere(draft.record) || isAgreedHere(read, type, draft.record)))
    return { ...draft, space: 'home' }
  const { fields } = draft
  const about = linked(type, fields).filter(id => !leaving.has(id))
  const shows = (name: string | undefined): Draft => ({
    ...draft,
    space: 'home',
    fields: name === undefined ? fields : { ...fields, [name]: true },
  })
  if (about.some(id => read.isByCard(id))) return shows(type.shownByCard)
  const here = type.shownHere
  return typeof here === 'string' && about.some(id => read.staysHere(id)) ? shows(here) : draft
}

/** The records of a turn that leave `home`: it unshows them there and agrees that all read them. */
export const leavingHome = (
  { types }: Pick<Engine, 'types'>,
  drafts: readonly Draft[],
): ReadonlySet<string> =>
  new Set(
    drafts
      .filter(({ type: name, fields }) => {
        const type = types.get(name)
        const spread = type && fieldFor(type, 'spread')
        if (!type || !spread || fields[spread] !== 'around') return false
        return showingFields(type).some(field => fields[field] === false)
      })
      .map(one => one.record),
  )

/**
 * Whether its person agreed to show it in this box alone, and it no longer shows: corrections stay
 * here.
 */
function isAgreedHere(read: Engine['read'], type: RecordType, id: string): boolean {
  const spread = fieldFor(type, 'spread')
  if (spread === undefined) return false
  const kept: Readonly<Record<string, unknown>> | undefined = read.one(type, id, 'home')
  return shownAtHome(type, kept?.[spread]) !== undefined && read.one(type, id) === undefined
}

/** The records to which its links lead. */
export const linked = (
  type: RecordType,
  fields: Readonly<Record<string, unknown>>,
): readonly string[] =>
  Object.entries(fields).flatMap(([name, value]) =>
    type.fields[name]?.kind === 'link'
      ? (Array.isArray(value) ? value : [value]).filter(id => typeof id === 'string')
      : [],
  )
