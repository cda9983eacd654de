import {
  type Field,
  type RecordType,
  showingFields,
  spaceOf,
  type Value,
} from '../../core/schema.ts'
import type { Draft, Forgetting } from '../decision.ts'
import type { Reader } from '../reader.ts'
import { code, harvest, proposal } from './own-records.ts'

/**
 * The undo of showing. What the keeper showed was copied from a record of this box (`home`) into
 * the commons; to undo it, the copy is forgotten, and the source takes the corrections made
 * meanwhile. The commands *Annuler* of waiting texts and of harvests return these drafts; nothing
 * is written here.
 */

type Row = Readonly<Record<string, unknown>>
type Types = ReadonlyMap<string, RecordType>

/** A record of `home` (`piece`), the record that shows it (`shownAs`), and the type of both. */
export type ShownCopy = Readonly<{ type: RecordType; piece: string; shownAs: string }>
/**
 * The copy that a proposal names; undefined when one of its fields is empty, or its type is
 * unknown.
 */
export const copyOf = (
  types: Types,
  of: string | null,
  piece: string | null,
  shownAs: string | null,
): ShownCopy | undefined => {
  const type = types.get(of ?? '')
  return type && piece && shownAs ? { type, piece, shownAs } : undefined
}

/**
 * The forgetting that takes a copy off the page. Where the copy and the piece have one id, only the
 * values of the page are forgotten; where nothing of it left this box, nothing is.
 */
export function forgetCopy(
  read: Reader,
  { type, piece, shownAs }: ShownCopy,
): readonly Forgetting[] {
  if (piece !== shownAs) return [{ type: type.name, record: shownAs, alone: true }]
  return read.one(type, shownAs)
    ? [{ type: type.name, record: shownAs, alone: true, keepsHome: true }]
    : []
}

/**
 * The drafts that write into the piece the values that its copy has by now. Links are left out,
 * because showing it again makes them anew.
 */
export function broughtHome(read: Reader, { type, piece, shownAs }: ShownCopy): readonly Draft[] {
  const source = read.one(type, piece, 'home')
  const copy = {
    ...read.one(type, shownAs),
    ...filled(read.one(type, shownAs, 'home')),
  }
  const showing = showingFields(type)
  const mended = Object.entries(type.fields).filter(
    ([name, field]) =>
      (field.kind !== 'link' || spaceOf(type, field) === 'home') &&
      // These marks of the copy are not copied back.
      !showing.includes(name) &&
      (copy[name] ?? null) !== null &&
      !isFilledIn(field.means, source?.[name]) &&
      JSON.stringify(copy[name]) !== JSON.stringify(source?.[name]),
  )
  const here = Object.fromEntries(
    showing
      .filter(name => piece === shownAs && source?.[name] === true)
      .map(name => [name, false] as const),
  )
  const fields = {
    ...Object.fromEntries(mended.map(([name]) => [name, copy[name] as Value])),
    ...here,
  }
  return Object.keys(fields).length === 0
    ? []
    : [{ type: type.name, record: piece, fields, space: 'home' }]
}
/**
 * Fields that showing filled because the piece had none: the way to be reached, the notes, the
 * carriers.
 */
const isFilledIn = (means: Field['means'], value: unknown): boolean =>
  (value ?? null) === null && (means === 'reach' || means === 'notes' || means === 'carriers')
const filled = (row: Row = {}): Row =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null))

/** The engine’s own types: their records go back with the shown record. */
const OWN: ReadonlySet<string> = new Set([proposal.name, harvest.name, code.name])

/**
 * The other records, in the commons or in `home`, that link to one of these records.
 *
 * Shape   `untied`: records to leave out.
 *         `staying`: records that stay in `home`; links to them from `home` are not counted.
 */
export function linkingTo(
  read: Reader,
  types: Types,
  all: readonly string[],
  {
    untied = new Set(),
    staying = new Set(),
  }: Readonly<{ untied?: ReadonlySet<string>; staying?: ReadonlySet<string> }>,
): readonly string[] {
  const found = new Set(all.flatMap(id => read.pointing(id)).map(one => one.id))
  const ids = JSON.stringify(all.filter(id => !staying.has(id)))
  for (const type of types.values()) {
    const links = Object.entries(type.fields).filter(([, field]) => field.kind === 'link')
    if (OWN.has(type.name) || links.length === 0 || ids === '[]') continue
    const where = links.map(([name, field]) => linksIn(name, field.many === true)).join(' OR ')
    const params = links.map(() => ids)
    for (const { id } of read.list(type, { where, with: params }, 'home')) found.add(id)
  }
  return [...found].filter(id => !all.includes(id) && !untied.has(id))
}
const IDS = '(SELECT value FROM json_each(?))'
const linksIn = (name: string, isMany: boolean): string =>
  isMany
    ? `EXISTS (SELECT 1 FROM json_each("${name}") AS one WHERE one.value IN ${IDS})`
    : `"${name}" IN ${IDS}`

/**
 * What of these records a sentence may say: the titles of some that have a page, and how many
 * others there are.
 */
export function titledOf(
  read: Reader,
  ids: readonly string[],
): Readonly<{ titles: readonly string[]; others: number }> {
  const pages = ids.map(id => read.called(id)).filter(one => one?.path && one.title !== '')
  const titles = pages.slice(0, MOST_TITLES).map(one => one?.title ?? '')
  return { titles, others: ids.length - titles.length }
}
const MOST_TITLES = 3
