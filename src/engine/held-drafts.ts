import type { Draft } from '../contract/decision.ts'
import type { Owner } from '../contract/owner.ts'
import {
  besideName,
  findingsAboutOthers,
  type Guard,
  standsIn,
} from '../contract/records/guarded.ts'
import { isSameName } from '../contract/speaker.ts'
import { typedPhone } from '../core/form/typed.ts'
import { mixesScripts } from '../core/letters/look-alikes.ts'
import { fold } from '../core/letters/words.ts'
import { type Field, type RecordType, showingFields, spaceOf, type Value } from '../core/schema.ts'
import { phonesIn } from '../text/phone.ts'
import { addressesIn, holdsAddress } from '../text/reaching.ts'

/**
 * Decides whether a draft of a member waits for the keeper, and why: it is signed with another
 * name, it has a telephone that is not the member’s, or it speaks of somebody else. `owned.ts` asks
 * for each draft of a member that others would read. (A visitor’s draft always waits, one of the
 * keeper never does. One of a relay waits where its brick has it read first, or where it shows a
 * number to which nobody is known to agree: `contract/permission.ts`, `speakFor`.) The checks are
 * pure and write nothing. A new reason is a new line in `CHECKS`, with its words for the keeper in
 * `web/records/fr.ts` (`held`).
 */

/**
 * A draft that others would read, with the facts about its author. Pure data, the only input of a
 * check.
 */
export type DraftContext = Readonly<{
  draft: Draft
  type: RecordType
  /** The fields of this type that hold the owner of a record and the name that everybody reads. */
  owner: Owner | undefined
  /** The fields of the draft that others would read (`wideOf`). */
  wide: readonly (readonly [name: string, value: Value])[]
  /** The values of the record that others read now, before this draft. */
  beside: Readonly<Record<string, unknown>>
  /** Whether the author owns the record, rather than writes it for somebody else. */
  isTheirs: boolean
  /** The name on the author’s card. */
  name: string
  /**
   * Whether a record of the author’s own in this box holds this number; of a relay, whether the
   * member in whose name they write agreed to show it too.
   */
  hasNumber: (number: string) => boolean
  /** Whether the keeper reads every record of this type first (`Brick.readFirst`). */
  isReadFirst?: boolean
  /** Finds people in a text, without the author’s own name. */
  guards: Guard
  /**
   * Texts without capitals and accents: those of the records to which the draft links, and the
   * names of the page’s keepers. A field that says how to be reached may name these people.
   */
  led: string
}>
/** One reason to wait: returns the fields for which a draft waits; none when it does not wait. */
export type DraftCheck = (seen: DraftContext) => readonly string[]

/**
 * Fields in somebody else’s name: another name than the card’s, a name that only looks like it, or
 * a record without an owner here that is written for somebody.
 */
const inAnotherName: DraftCheck = ({ type, owner, wide, isTheirs, name }) => {
  const mixed = wide.filter(
    ([field, value]) =>
      (field === owner?.signed || type.fields[field]?.means === 'who') &&
      textsIn(value).some(mixesScripts),
  )
  if (mixed.length > 0) return mixed.map(([field]) => field)
  if (!isTheirs)
    return wide.filter(([field]) => isSpeaking(type.fields[field])).map(([field]) => field)
  return wide
    .filter(([field, value]) => field === owner?.signed && !isSameName(value, name))
    .map(([field]) => field)
}

/**
 * Fields with a telephone number or an address that the author’s own records do not hold. The
 * answer does not depend on whether somebody else here has it.
 */
const notTheirNumber: DraftCheck = ({ type, wide, hasNumber }) =>
  wide
    .filter(([field, value]) =>
      textsIn(value).some(text => isAnothers(text, type.fields[field], hasNumber)),
    )
    .map(([field]) => field)

/**
 * Fields that together hold a number: it begins in one field and ends in the next one that is read.
 */
const acrossFields: DraftCheck = ({ type, owner, wide, beside, hasNumber }) => {
  const values = { ...beside, ...Object.fromEntries(wide) }
  const isWho = (name: string): boolean =>
    name === owner?.signed || type.fields[name]?.means === 'who'
  const names = Object.keys(type.fields).filter(
    name =>
      SPELLED.has(type.fields[name]!.kind) && typeof values[name] === 'string' && !isWho(name),
  )
  const isReach = (name: string): boolean => type.fields[name]?.means === 'reach'
  // A page shows the means to be reached right under the title; a list shows them last.
  const first = names.filter(name => name === type.title)
  const rest = names.filter(name => name !== type.title && !isReach(name))
  const reach = names.filter(isReach)
  const found = [
    [...first, ...reach, ...rest],
    [...first, ...rest, ...reach],
  ].flatMap(order => spreadOver(order, name => withoutWhole(String(values[name])), hasNumber))
  return wide.map(([name]) => name).filter(name => found.includes(name))
}
const SPELLED: ReadonlySet<string> = new Set(['text', 'prose', 'phone'])
/** Replaces each whole number with a word: `notTheirNumber` checks those. */
const withoutWhole = (text: string): string =>
  phonesIn(text).reduceRight(
    (left, { from, to }) => `${left.slice(0, from)} mot ${left.slice(to)}`,
    text,
  )

/** The fields over which a number is spread when their texts follow each other in this order. */
function spreadOver(
  names: readonly string[],
  textOf: (name: string) => string,
  hasNumber: DraftContext['hasNumber'],
): readonly string[] {
  let text = ''
  const places = names.map(name => {
    const from = text.length
    text += `${textOf(name)}\n`
    return { name, from, to: text.length }
  })
  const numbers = phonesIn(text).filter(({ own }) => !hasNumber(own))
  return places
    .filter(place => numbers.some(({ from, to }) => from < place.to && to > place.from))
    .map(({ name }) => name)
}

/**
 * Fields with a text about somebody else. A field that holds a name is one where it says more than
 * a name; whose name it is, `inAnotherName` checks.
 */
const saysOfSomebody: DraftCheck = seen =>
  seen.wide.filter(one => saidOf(seen, one).length > 0).map(([field]) => field)

/**
 * The words about other people, as typed. A field that says how to be reached may name a relay or
 * a keeper.
 */
function saidOf(
  { draft, type, owner, guards, led }: DraftContext,
  [field, value]: DraftContext['wide'][number],
): readonly string[] {
  const of = type.fields[field]
  if (of === undefined || of.codes || !GUARDED.has(of.kind)) return []
  // A name may be any words; what stands beside it is no name.
  if (field === owner?.signed || of.means === 'who')
    return textsIn(value).flatMap(text => besideName(guards(text)).map(one => one.said))
  const title = field === type.title ? undefined : draft.fields[type.title]
  const said = textsIn(value)
    .filter(text => !standsIn(text, title))
    .flatMap(text => findingsAboutOthers(guards(text), text).map(one => one.said))
  return of.means === 'reach' ? said.filter(one => !led.includes(fold(one))) : said
}
const GUARDED: ReadonlySet<string> = new Set(['text', 'prose'])

/** All fields of a record that the keeper reads first, whoever wrote it. */
const readFirst: DraftCheck = ({ wide, isReadFirst }) =>
  isReadFirst ? wide.map(([field]) => field) : []

/** The checks, by the reason that is stored with a waiting draft (`proposal.held`). */
const CHECKS = {
  name: inAnotherName,
  number: seen => [...new Set([...notTheirNumber(seen), ...acrossFields(seen)])],
  people: saysOfSomebody,
  first: readFirst,
} as const satisfies Readonly<Record<string, DraftCheck>>
/** Why a draft waits. */
export type HeldReason = keyof typeof CHECKS
export const HELD_REASONS = Object.keys(CHECKS) as readonly HeldReason[]

/**
 * The reasons for which a draft waits, the fields, and the typed words. Without a reason it does
 * not wait.
 */
export function whyHeld(
  seen: DraftContext,
  checked: readonly HeldReason[],
): Readonly<{ why: readonly HeldReason[]; fields: readonly string[]; said: readonly string[] }> {
  const found = checked.flatMap(why => {
    const fields = CHECKS[why](seen)
    return fields.length > 0 ? [{ why, fields }] : []
  })
  const said = found.flatMap(({ why, fields }) =>
    seen.wide.filter(([field]) => fields.includes(field)).flatMap(one => typedOf(seen, why, one)),
  )
  return {
    why: found.map(one => one.why),
    fields: [...new Set(found.flatMap(one => one.fields))],
    said: [...new Set(said)],
  }
}

/**
 * The typed words that make a field wait. They tell the author nothing that the author did not
 * type.
 */
function typedOf(
  seen: DraftContext,
  why: HeldReason,
  one: DraftContext['wide'][number],
): readonly string[] {
  if (why === 'first') return []
  if (why === 'people') return saidOf(seen, one)
  const texts = textsIn(one[1])
  if (why === 'name')
    return seen.type.fields[one[0]]?.kind === 'text' && isNaming(seen, one[0]) ? texts : []
  return texts.flatMap(text => {
    const numbers = phonesIn(text).flatMap(({ from, to, own }) =>
      seen.hasNumber(own) ? [] : [text.slice(from, to)],
    )
    const found = [...numbers, ...addressesIn(text)]
    return found.length > 0 || !isAnothers(text, seen.type.fields[one[0]], seen.hasNumber)
      ? found
      : [text]
  })
}
const isNaming = ({ type, owner }: DraftContext, field: string): boolean =>
  field === owner?.signed || type.fields[field]?.means === 'who'

/** Whether a draft is read by others, here or anywhere. */
export const isForOthers = (type: RecordType, { space, fields }: Draft): boolean =>
  space !== 'home' || showingFields(type).some(name => fields[name] === true)

/**
 * The fields of a draft that others would read. An emptied field says nothing: hiding never waits.
 */
export function wideOf(type: RecordType, draft: Draft): DraftContext['wide'] {
  const fields: Readonly<Record<string, Value>> = draft.fields
  if (!isForOthers(type, draft)) return []
  return Object.entries(fields).filter(([name, value]) => {
    const field = type.fields[name]
    return field !== undefined && spaceOf(type, field) !== 'home' && value !== null
  })
}

/**
 * Whether a field puts words in a person’s mouth: a day, a tick or a state (*it is over*, *it still
 * stands*) does not.
 */
const isSpeaking = (field: Field | undefined): boolean =>
  field !== undefined && !['choice', 'yesNo', 'day'].includes(field.kind)

/** Every text of a value, whatever its kind holds. */
export function textsIn(value: Value): readonly string[] {
  if (typeof value === 'string') return [value]
  if (Array.isArray(value)) return value.filter(one => typeof one === 'string')
  return typeof value === 'object' && value !== null && 'unit' in value ? [value.unit] : []
}

/** Whether a text of a field holds a number or an address that is not the author’s own. */
function isAnothers(
  text: string,
  field: Field | undefined,
  hasNumber: DraftContext['hasNumber'],
): boolean {
  if (field === undefined || field.codes || field.kind === 'link' || field.kind === 'themes')
    return false
  // In such a field a short number counts too; elsewhere it could be a price.
  const isWhole =
    (field.kind === 'phone' || field.means === 'reach') && typedPhone(text) !== undefined
  return (
    holdsAddress(text) ||
    phonesIn(text).some(({ own }) => !hasNumber(own)) ||
    (isWhole && !hasNumber(text))
  )
}
