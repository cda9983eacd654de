import { nullPrototype } from './null-prototype.ts'

/**
 * The declaration of a record type and its fields, which each brick writes for its own types. The
 * form, its checks, the page, the history, the search rows, the CSV and the table are all made from
 * it. The declaration also says where each value may go (its *space*).
 */

/**
 * Where a value may go. `commons`: anyone may carry it; `network`: boxes paired in person; `home`:
 * never leaves this box.
 */
export type Space = 'commons' | 'network' | 'home'
/** The spaces, from the widest to the narrowest. */
export const SPACES: readonly Space[] = ['commons', 'network', 'home']

/**
 * The kind of a field: it decides how the field is asked, checked, shown and sorted.
 *
 * Shape   The value of each kind. text, prose, choice, phone, email, url: a string. number: a
 *         number. money: whole cents. quantity: `{amount, unit}`. themes, files: an array.
 *         day: `2026-12-05`. time: `14:00`. moment: `2026-12-05T13:30:00Z`. period: `{from, to}`.
 *         recurrence: an RRULE. hours: OSM opening_hours. commune: an INSEE code. point:
 *         `[lat, lon]` in degrees of WGS 84. link: a record id. yesNo: a boolean.
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

/** An amount with its unit; null when only the unit is known. */
export type Quantity = Readonly<{ amount: number | null; unit: string }>
/** Two days, the first and the last. */
export type Period = Readonly<{ from: string; to: string }>
/** A place in degrees of WGS 84. */
export type Point = readonly [lat: number, lon: number]
/**
 * A file, by the SHA-256 of its bytes in hexadecimal. `small`: the hash of a small picture for
 * lists.
 */
export type FileRef = Readonly<{
  hash: string
  name: string
  type: string
  size: number
  small?: string
}>
/** The value of a field, by its kind. Null: emptied. */
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
 * Shape   `who`: names a person. A harvest (records proposed from a page of notes) never copies it
 *         wider than its own space.
 *         `reach`: the way to reach them, shown under the title.
 *         `keptReach`: the way in which the keeper alone reaches them; it stays in `home`.
 *         `spread`: how far its person agreed that it is read: `card` (here, by people who hold a
 *         card), `here` or `around`; it stays in `home`.
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
 * The role of a type for the engine.
 *
 * Shape   `notes`: a page of notes, whose fields have the names of a harvest’s (title, date,
 *         where…).
 *         `page`: the name and the keeper of the page.
 *         `ground`: the communes of a territory, with code and name.
 */
export type TypeRole = 'notes' | 'page' | 'ground'

/**
 * The least and the most that a form takes, both included. `whole`: no fractions.
 *
 * Units   those of the value that is kept: of money, cents.
 */
export type Bounds = Readonly<{ least: number; most: number; whole?: true }>

/** One field of a record type. Its name and its meaning never change. */
export type Field = Readonly<{
  kind: FieldKind
  /** Absent: the space of the type. */
  space?: Space
  /** A form asks for it. Data may lack it, because another box may have left it empty. */
  required?: boolean
  /** `text`, `commune` and `link` may hold several values. */
  many?: boolean
  /** The unit of a number: `posts`, `m`, `persons`, `things`. */
  unit?: string
  /** Of a yes or no: it may also be not known, which a form asks as a third answer. */
  maybe?: true
  /** Codes of a `choice`; their words stand in fr.ts. */
  choices?: readonly string[]
  /** The record types that a `link` or `themes` may point at; empty means any. */
  to?: readonly string[]
  /** Shown as a filter above the list. */
  filter?: boolean
  /** Of a text: ids that commands write. Nothing looks for names or numbers of people in it. */
  codes?: true
  /** Left out of the search. */
  unsearched?: boolean
  /** It says what is not there: a search that finds its words found no answer. */
  lacks?: true
  /** Longest text, in UTF-16 units; see LONGEST. */
  longest?: number
  /** Of a number or money: what a form takes. What another box wrote shows as it is. */
  within?: Bounds
  /** Most files of a `files` field. */
  most?: number
  /**
   * Of `files` in `home`: too large for memory, copies and bundles. Another store has the bytes
   * (files/large-files.ts).
   */
  heavy?: boolean
  /** Written by commands only: no form asks for it. */
  unasked?: boolean
  /**
   * Of a link: the relations of a harvest that it stores (`runs`, `needs`…), once both ends are
   * shown.
   */
  ties?: readonly string[]
  means?: FieldMeaning
  /**
   * Of a choice: the words by which the search finds a record, by code. A ride is found as a
   * *covoiturage*, which its sentence may not say.
   */
  foundBy?: Readonly<Record<string, string>>
  /**
   * In a record of this box, only this box decides the field: a write of another box waits for the
   * keeper. Default: true for a telephone, an e-mail address, a person’s name and the way to reach
   * them.
   */
  ours?: boolean
}>

/**
 * The names of the fields that hold two days of a record, the first not after the last.
 *
 * Shape   `from`, `to`: days. `fromAt`, `toAt`: times. `recurs`: a repetition.
 *         `lasts`: it takes time, so it does not end at the hour at which it starts.
 *         `notPublicHolidays`, `notSchoolHolidays`: whether it rests on these days, which a person
 *         may type with the repetition (*sauf les jours fériés*).
 */
export type SpanFields = Readonly<{
  from: string
  to: string
  fromAt?: string
  toAt?: string
  lasts?: true
  recurs?: string
  notPublicHolidays?: string
  notSchoolHolidays?: string
}>

/** A record type. `title`: the field that stands for the record in lists and links. */
export type RecordType<
  N extends string = string,
  F extends Readonly<Record<string, Field>> = Readonly<Record<string, Field>>,
> = Readonly<{
  name: N
  title: keyof F & string
  /** Address of its list; its own page is `path/ID`. Absent: it has no page of its own. */
  path?: string
  /** The space of every field without a space of its own. Default `commons`. */
  space?: Space
  stands?: TypeRole
  /**
   * Of a type of `home`: true when everybody may read its records on this box’s pages, and nowhere
   * else. Of another type: the field (yes or no, in `home`) that says so of one record that stays
   * in this box.
   */
  shownHere?: boolean | string
  /**
   * Of a type of `home`: what people say to each other. They read it, and the keeper what of it is
   * told to them; no file that leaves holds it, but a backup.
   */
  between?: true
  /**
   * The field (yes or no, in `home`) that says of one record that it stays in this box and that
   * only people who hold a card read it (`projection/by-card.ts`).
   */
  shownByCard?: string
  /**
   * The field (yes or no) by which one record is in use no more: it stands in no list on paper, and
   * nobody is put in charge of it. Its page says how it comes back.
   */
  retired?: string
  /** How many of its records stand is kept, for lists: they are many, and rarely written. */
  counted?: true
  /**
   * The value of a choice by which one record is over, and its last day: nobody is told any more
   * how to reach its person.
   */
  over?: Readonly<{ field: string; is: string; until: string }>
  /** The values of fields that make a record of this type a person. */
  person?: Readonly<Record<string, Value>>
  /**
   * Its title is a name (a body, a place, a person who agreed). The guard lets pass a name that the
   * page shows already.
   */
  proper?: true
  /**
   * In a search its records stand after those of other types: a theme, what was said at a meeting.
   */
  afterOthers?: true
  /**
   * Its records look for something. In a search they stand a little after what answers, and who
   * wants to borrow or buy is not answered by what their text names.
   */
  seeks?: true
  /**
   * The fields that a form asks first; the others wait folded under *En dire plus*. Absent: a form
   * asks all of them in their order.
   */
  first?: readonly string[]
  /** Its pairs of days. A form refuses an end before the start. */
  spans?: readonly SpanFields[]
  fields: F
}>

/** The longest text of each kind, in UTF-16 units, for fields without a limit of their own. */
export const LONGEST: Readonly<Partial<Record<FieldKind, number>>> = {
  text: 300,
  prose: 60_000,
  url: 2_000,
  email: 200,
  phone: 40,
  hours: 500,
}

/** Declares a record type, and keeps its field names for the type checker. */
export function recordType<const N extends string, const F extends Readonly<Record<string, Field>>>(
  type: RecordType<N, F>,
): RecordType<N, F> {
  // Another box may write a field of any name.
  nullPrototype(type.fields)
  return type
}

/** The TypeScript type of one value of a kind. */
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
/** The type of a field’s value. */
export type ValueOf<F extends Field> = F extends { many: true }
  ? readonly string[]
  : Single<F['kind']>
/** A record as pages read it: its id, and each field or null. */
export type RowOf<T extends RecordType> = Readonly<{ id: string }> & {
  readonly [K in keyof T['fields']]: ValueOf<T['fields'][K]> | null
}
/** The fields that a command may write; null empties one. */
export type FieldsOf<T extends RecordType> = {
  readonly [K in keyof T['fields']]?: ValueOf<T['fields'][K]> | null
}

/**
 * The fields that show a record of `home` on this box’s pages: to everybody, or to people who hold
 * a card.
 */
export const showingFields = ({ shownHere, shownByCard }: RecordType): readonly string[] =>
  [shownHere, shownByCard].filter(name => typeof name === 'string')

/** How far a record of `home` is shown (`FieldMeaning`, `spread`), and the field that shows it. */
export type ShownAtHome = Readonly<{ spread: 'here' | 'card'; field: string }>
/** What shows a record whose person agreed to that spread; undefined where it is of the commons. */
export function shownAtHome(
  { shownHere, shownByCard }: RecordType,
  spread: unknown,
): ShownAtHome | undefined {
  if (spread === 'here' && typeof shownHere === 'string') return { spread, field: shownHere }
  return spread === 'card' && shownByCard ? { spread, field: shownByCard } : undefined
}

/** The space in which a field of a type is written, when the draft does not narrow it. */
export function spaceOf(type: RecordType, field: Field): Space {
  return field.space ?? type.space ?? 'commons'
}

const REACHES: ReadonlySet<string | undefined> = new Set(['phone', 'email', 'who', 'reach'])
/**
 * Whether this box alone decides the field in its own records (projection/ours.ts). Every box may
 * write a long text.
 */
export const fieldIsOurs = (field: Field | undefined): boolean =>
  field !== undefined &&
  field.kind !== 'prose' &&
  (field.ours ?? (REACHES.has(field.kind) || REACHES.has(field.means)))

/** The field with this meaning; undefined where the type has none. */
export function fieldFor(type: RecordType, meaning: FieldMeaning): string | undefined {
  return Object.keys(type.fields).find(name => type.fields[name]?.means === meaning)
}

/** Whether records of this type belong to a person: the type links to a member. */
export const isSomebodys = ({ fields }: RecordType): boolean =>
  Object.values(fields).some(({ kind, to }) => kind === 'link' && (to ?? []).includes('member'))

/** The type with this role; undefined where no brick declares one. */
export function typeFor(
  types: ReadonlyMap<string, RecordType>,
  standing: TypeRole,
): RecordType | undefined {
  return [...types.values()].find(type => type.stands === standing)
}
