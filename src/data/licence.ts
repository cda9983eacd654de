import { OWN_FIRST } from '../contract/reader.ts'
import { fieldFor, type RecordType, typeFor } from '../core/schema.ts'
import type { PageSource } from '../web/pages/kit.ts'

/**
 * What an open licence asks of whoever uses it again: nothing · to say whose it is · that, and to
 * give again under the same licence.
 */
export type LicenceTerms = 'nothing' | 'source' | 'same'
/**
 * `said`: as its author or the keeper chose it; empty: none was chosen. `asks`: of an open one,
 * that anybody may use again, for any end.
 */
export type DataLicence = Readonly<{ said: string; asks?: LicenceTerms }>
export type Licences = Readonly<{
  of: (type: RecordType, fields: Readonly<Record<string, unknown>>) => DataLicence
  /** The fields that a licence depends on, so that rows may be counted without being read. */
  deciding: (type: RecordType) => readonly string[]
}>

const NO_LICENCE: DataLicence = { said: '' }
const LICENCE_OUVERTE: DataLicence = { said: 'Licence Ouverte 2.0 (Etalab)', asks: 'source' }

const OPEN =
  /^\s*(?:cc0|cc[ -]by(?:[ -]sa)?\b|licence ouverte|etalab|odbl|domaine public|public domain)/i
const SAME = /^\s*(?:cc[ -]by[ -]sa|odbl)/i
const FREE = /^\s*(?:cc0|domaine public|public domain)/i
const CLOSED = /\bn[cd]\b|non[ -]?commerc|no[ -]?deriv|pas de modification/i

/**
 * A licence as somebody wrote it. Law what forbids a use (NC, ND) is never called open, whatever
 * else it says.
 */
export function licenceSaid(text: string): DataLicence {
  const said = text.trim()
  if (!OPEN.test(text) || CLOSED.test(text)) return { said }
  return { said, asks: SAME.test(text) ? 'same' : FREE.test(text) ? 'nothing' : 'source' }
}

/**
 * Whose licence each record bears.
 *
 * Law     what was read in notes keeps the licence of those notes, and notes that of their author:
 *         the page's own never covers them. The page's licence covers the directory's brick, and in
 *         it no person: what a person agreed to is to be read here, which is no leave to publish it
 *         again. Announcements, ideas and voices are the words of who said them: none.
 */
export function licencesOf(source: PageSource): Licences {
  const page = typeFor(source.types, 'page')
  const notes = typeFor(source.types, 'notes')
  const own = page && source.read.list(page, { order: OWN_FIRST, limit: 1 })[0]
  const chosen = own?.['licence'] === 'licence-ouverte' ? LICENCE_OUVERTE : NO_LICENCE
  const covered = new Set(
    source.bricks
      .find(brick => page && brick.records.includes(page))
      ?.records.map(type => type.name) ?? [],
  )
  const ofNotes = new Map<string, DataLicence | undefined>()
  const noted = (id: string): DataLicence | undefined => {
    if (!ofNotes.has(id)) {
      const said = notes && source.read.one(notes, id)?.['licence']
      ofNotes.set(
        id,
        typeof said === 'string' && said.trim() !== '' ? licenceSaid(said) : undefined,
      )
    }
    return ofNotes.get(id)
  }
  const linkOf = (type: RecordType) => fieldFor(type, 'notes')
  return {
    deciding: type => {
      if (type === notes) return 'licence' in type.fields ? ['licence'] : []
      const link = linkOf(type)
      return [...(link ? [link] : []), ...Object.keys(type.person ?? {})]
    },
    of: (type, fields) => {
      if (type === notes) return licenceSaid(String(fields['licence'] ?? ''))
      const from = fields[linkOf(type) ?? '']
      const theirs = typeof from === 'string' ? noted(from) : undefined
      if (theirs) return theirs
      const isPerson =
        type.person !== undefined &&
        Object.entries(type.person).every(([name, value]) => fields[name] === value)
      return covered.has(type.name) && !isPerson ? chosen : NO_LICENCE
    },
  }
}
