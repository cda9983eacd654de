import { bare } from './bare.ts'

/**
 * What a record type says of itself, once. The form, its checks, the page, the history, the search
 * rows, the CSV and the table are all made from it; nothing here reads a clock, a disk or chance.
 */

/**
 * Where a value may go. `commons`: anyone may carry it; `network`: boxes paired in person; `home`:
 * never leaves this box.
 */
export type Space = 'commons' | 'network' | 'home'
/** From the widest to the narrowest: what one holds, those after it may hold too. */
export const SPACES: readonly Space[] = ['commons', 'network', 'home']

/**
 * The kind of a field: it decides how the field is asked, checked, shown and sorted.
 *
 * Shape   text, prose, choice: string · number, money (integer cents): number
 *         quantity: {amount, unit} · themes, files: array
 *         day `2026-12-05` · time `14:00` · moment: ISO in UTC · period {from, to}
 *         recurrence: RRULE text · hours: OSM opening_hours text
 *         commune: INSEE code · point: [lat, lon] in WGS 84 degrees
 *         link: record id · yesNo: boolean
 */
export type FieldKind =
  | 'text'
  | 'prose'
  | 'number'
  | 'quantity'
  | 'money'
  | 'choice'
  | 'themes'
  | 'day'
  | 'time'
  | 'moment'
  | 'period'
  | 'recurrence'
  | 'commune'
  | 'point'
  | 'link'
  | 'files'
  | 'phone'
  | 'email'
  | 'url'
  | 'hours'
  | 'yesNo'

export type Quantity = Readonly<{ amount: number | null; unit: string }>
export type Period = Readonly<{ from: string; to: string }>
export type Point = readonly [lat: number, lon: number]
/**
 * A file by the SHA-256 of its bytes, in hexadecimal. `small`: of a picture, the one that lists
 * show.
 */
export type FileRef = Readonly<{
  hash: string
  name: string
  type: string
  size: number
  small?: string
}>
export type Value =
  | string
  | number
  | boolean
  | null
  | Quantity
  | Period
  | Point
  | readonly string[]
  | readonly FileRef[]

/**
 * The meaning of a field for the engine, which knows no brick’s field names.
 *
 * Shape   `who`: names a person. A harvest never copies it wider than its own space.
 *         `reach`: the way to reach them, shown under the title.
 *         `keptReach`: the way in which the keeper alone reaches them; it stays in `home`.
 *         `spread`: how far its person agreed that it is read, `here` or `around`; it stays in
 *         `home`.
 *         `notes`: the record of the notes in which it was read. `carriers`: the people who carry
 *         it, as those notes say.
 *         `printed`: whether its person agreed to stand on paper that is handed round.
 *         `about`: the record that it speaks of in its own words. A `home` record is forgotten with
 *         the record that it is about.
 */
export type FieldMeaning =
  | 'who'
  | 'reach'
  | 'keptReach'
  | 'spread'
  | 'notes'
  | 'carriers'
  | 'printed'
  | 'about'

/**
 * What a whole type is for the house.
 *
 * Shape   `notes`: a page of notes, whose fields bear the harvest's names (title, date, where…) ·
 *         `page`: the page's own name and keeper · `ground`: what the territory is made of, with
 *         its code and its name.
 */
export type TypeRole = 'notes' | 'page' | 'ground'

/** One field of a record type. Its name is for ever; its meaning never changes. */
export type Field = Readonly<{
  kind: FieldKind
  /** Only for `home` and `network`: a field is in the commons unless it says otherwise. */
  space?: Space
  /** Asked of people in forms; never a constraint on data (a neighbour may have left it empty). */
  required?: boolean
  /** `text`, `commune` and `link` may hold several values. */
  many?: boolean
  /** The unit of a number: `posts`, `m`, `persons`. */
  unit?: string
  /** Codes of a `choice`; their words stand in fr.ts. */
  choices?: readonly string[]
  /** The record types that a `link` or `themes` may point at; empty means any. */
  to?: readonly string[]
  /** Shown as a filter above the list. */
  filter?: boolean
  /** Left out of the search. */
  unsearched?: boolean
  /** Longest text, in UTF-16 units; see LONGEST. */
  longest?: number
  /** Most files of a `files` field. */
  most?: number
  /**
   * Of `files` in `home`: too large to be held whole, copied or carried. Their bytes lie in a store
   * of their own (files/large-files.ts).
   */
  heavy?: boolean
  /** Written by commands only: no form asks for it. */
  unasked?: boolean
  /**
   * Of a link: the ties of a harvest that it holds (`runs`, `needs`…), once both ends are shown.
   */
  ties?: readonly string[]
  means?: FieldMeaning
  /**
   * In a record of this box, its own feeds alone say it: what another box writes there waits for
   * the keeper. So do, unasked, a telephone, an address, who it is and how to reach them.
   */
  ours?: boolean
}>

/**
 * Two days of a record, the first before the last, with their hours if it has some.
 *
 * Shape   names of fields: `from`, `to` are days; `fromAt`, `toAt` are times; `recurs` is how it
 *         comes back.
 */
export type SpanFields = Readonly<{
  from: string
  to: string
  fromAt?: string
  toAt?: string
  recurs?: string
}>

/** A record type: `title` names the field that stands for the record in lists and links. */
export type RecordType<
  N extends string = string,
  F extends Readonly<Record<string, Field>> = Readonly<Record<string, Field>>,
> = Readonly<{
  name: N
  title: keyof F & string
  /** Address of its list; its own page is `path/ID`. Absent: it has no page of its own. */
  path?: string
  /** The space of every field that does not say its own. Default `commons`. */
  space?: Space
  stands?: TypeRole
  /**
   * Of a type of `home`: this box’s own pages show it to whoever reads here, and to nobody
   * elsewhere. Of another type, the field (in `home`, yes or no) that says so of a record that
   * stays in this box.
   */
  shownHere?: boolean | string
  /** What makes a record of this type a person: the values of some of its fields. */
  person?: Readonly<Record<string, Value>>
  /**
   * Its title is a name (a body, a place, a person who agreed): where this page shows it, it may be
   * said anywhere.
   */
  proper?: true
  /** Periods that two days of a record make: a form refuses an end before its start. */
  spans?: readonly SpanFields[]
  fields: F
}>

/** Longest text by kind, in UTF-16 units, unless the field says its own. */
export const LONGEST: Readonly<Partial<Record<FieldKind, number>>> = {
  text: 300,
  prose: 60_000,
  url: 2_000,
  email: 200,
  phone: 40,
  hours: 500,
}

/** Declares a record type and keeps its field names for the type checker. */
export function recordType<const N extends string, const F extends Readonly<Record<string, Field>>>(
  type: RecordType<N, F>,
): RecordType<N, F> {
  // Another box may write a field of any name.
  bare(type.fields)
  return type
}

type Single<K extends FieldKind> = K extends 'number' | 'money'
  ? number
  : K extends 'yesNo'
    ? boolean
    : K extends 'quantity'
      ? Quantity
      : K extends 'period'
        ? Period
        : K extends 'point'
          ? Point
          : K extends 'themes'
            ? readonly string[]
            : K extends 'files'
              ? readonly FileRef[]
              : string
export type ValueOf<F extends Field> = F extends { many: true }
  ? readonly string[]
  : Single<F['kind']>
/** A record as pages read it: its id, and each field or null. */
export type RowOf<T extends RecordType> = Readonly<{ id: string }> & {
  readonly [K in keyof T['fields']]: ValueOf<T['fields'][K]> | null
}
/** What a command may write of a record: any of its fields; null empties one. */
export type FieldsOf<T extends RecordType> = {
  readonly [K in keyof T['fields']]?: ValueOf<T['fields'][K]> | null
}

/** The space in which a field of a type is written, when the draft does not narrow it. */
export function spaceOf(type: RecordType, field: Field): Space {
  return field.space ?? type.space ?? 'commons'
}

const REACHES: ReadonlySet<string | undefined> = new Set(['phone', 'email', 'who', 'reach'])
/**
 * Whether this box's own feeds alone say it, in a record of this box (projection/ours.ts). A long
 * text is everybody's.
 */
export const fieldIsOurs = (field: Field | undefined): boolean =>
  field !== undefined &&
  field.kind !== 'prose' &&
  (field.ours ?? (REACHES.has(field.kind) || REACHES.has(field.means)))

/** The name of the field that means this; undefined where the type has none. */
export function fieldFor(type: RecordType, meaning: FieldMeaning): string | undefined {
  return Object.keys(type.fields).find(name => type.fields[name]?.means === meaning)
}

/** What is somebody's: a type with a link to a member. */
export const isSomebodys = ({ fields }: RecordType): boolean =>
  Object.values(fields).some(({ kind, to }) => kind === 'link' && (to ?? []).includes('member'))

/**
 * The type that stands for this among those known; undefined where no brick of this house has one.
 */
export function typeFor(
  types: ReadonlyMap<string, RecordType>,
  standing: TypeRole,
): RecordType | undefined {
  return [...types.values()].find(type => type.stands === standing)
}
