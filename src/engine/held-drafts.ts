import type { Draft } from '../contract/decision.ts'
import type { Owner } from '../contract/owner.ts'
import { type Guard, ofOthers } from '../contract/records/guarded.ts'
import { isSameName } from '../contract/speaker.ts'
import { typedPhone } from '../core/form/typed.ts'
import { mixesScripts } from '../core/letters/look-alikes.ts'
import { fold } from '../core/letters/words.ts'
import { type Field, type RecordType, spaceOf, type Value } from '../core/schema.ts'
import { phonesIn } from '../text/phone.ts'
import { addressesIn, holdsAddress } from '../text/reaching.ts'

/**
 * **Why a draft must wait for the keeper**: the one place where it is decided. What a visitor sends
 * waits anyway, what a relay or the keeper writes never does (`contract/permission.ts`,
 * `speakFor`); of a member who speaks for themselves alone, what any of these checks holds. A new
 * reason is a new line here, with its words for the keeper in `web/records/fr.ts` (`held`).
 */

/**
 * A draft that would be read by others, and what the house knows of who writes it. Pure data: a
 * check asks nothing else.
 */
export type DraftContext = Readonly<{
  draft: Draft
  type: RecordType
  /** How its brick says whose a record is, and in whose name everybody reads it. */
  owner: Owner | undefined
  /** Its fields that leave this box, if anything of them is said. */
  wide: readonly (readonly [name: string, value: Value])[]
  /** What else of the record is read by others now. */
  beside: Readonly<Record<string, unknown>>
  /** Whether the record is theirs, not only written by them in somebody's name. */
  isTheirs: boolean
  /** The name of their card. */
  name: string
  /** Whether their own file holds this number. */
  hasNumber: (number: string) => boolean
  /** What a text says of people; their own name is nothing of it. */
  guards: Guard
  /**
   * Folded: what those to whom the draft leads, and the page's keepers, say of themselves; a way to
   * be reached names them.
   */
  led: string
}>
/** The fields for which it waits; none, and it does not. */
export type Check = (seen: DraftContext) => readonly string[]

/**
 * Said in somebody else's name: another name than the card's, one that only looks like it, or a
 * record that is nobody's here but somebody's they write for.
 */
const inAnotherName: Check = ({ type, owner, wide, isTheirs, name }) => {
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
 * A number or an address, wherever it is typed, that is not in their own file: whether anybody here
 * has it is told to nobody.
 */
const notTheirNumber: Check = ({ type, wide, hasNumber }) =>
  wide
    .filter(([field, value]) =>
      textsIn(value).some(text => isAnothers(text, type.fields[field], hasNumber)),
    )
    .map(([field]) => field)

/**
 * A number that is begun in one field and ends in the next one that is read: no field alone says
 * it.
 */
const acrossFields: Check = ({ type, owner, wide, beside, hasNumber }) => {
  const values = { ...beside, ...Object.fromEntries(wide) }
  const isWho = (name: string): boolean =>
    name === owner?.signed || type.fields[name]?.means === 'who'
  const names = Object.keys(type.fields).filter(
    name =>
      SPELLED.has(type.fields[name]!.kind) && typeof values[name] === 'string' && !isWho(name),
  )
  const isReach = (name: string): boolean => type.fields[name]?.means === 'reach'
  // A page says how to reach them right under the title; a list, at the end.
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
/** What is a number by itself is looked at by itself: a word stands for it. */
const withoutWhole = (text: string): string =>
  phonesIn(text).reduceRight(
    (left, { from, to }) => `${left.slice(0, from)} mot ${left.slice(to)}`,
    text,
  )

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
 * Somebody else, or what happens to them, in a text of theirs: names in fields of a name are
 * `inAnotherName`'s.
 */
const saysOfSomebody: Check = seen =>
  seen.wide.filter(one => saidOf(seen, one).length > 0).map(([field]) => field)

/**
 * In the words of the text. A way to be reached names whom the house put there: a relay, who keeps
 * the page.
 */
function saidOf(
  { type, owner, guards, led }: DraftContext,
  [field, value]: DraftContext['wide'][number],
): readonly string[] {
  const of = type.fields[field]
  if (of === undefined || field === owner?.signed || of.means === 'who' || !GUARDED.has(of.kind))
    return []
  const said = textsIn(value).flatMap(text => ofOthers(guards(text), text).map(one => one.said))
  return of.means === 'reach' ? said.filter(one => !led.includes(fold(one))) : said
}
const GUARDED: ReadonlySet<string> = new Set(['text', 'prose'])

/** By reason, as it is kept with what waits (`proposal.held`). */
export const CHECKS = {
  name: inAnotherName,
  number: seen => [...new Set([...notTheirNumber(seen), ...acrossFields(seen)])],
  people: saysOfSomebody,
} as const satisfies Readonly<Record<string, Check>>
export type HeldReason = keyof typeof CHECKS

/** Why a draft waits, for which of its fields, and for what was typed there. Empty, it does not. */
export function whyHeld(
  seen: DraftContext,
): Readonly<{ why: readonly HeldReason[]; fields: readonly string[]; said: readonly string[] }> {
  const found = (Object.keys(CHECKS) as HeldReason[]).flatMap(why => {
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

/** What of a field makes it wait, as it was typed: nothing that whoever typed it did not know. */
function typedOf(
  seen: DraftContext,
  why: HeldReason,
  one: DraftContext['wide'][number],
): readonly string[] {
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
export const isForOthers = ({ shownHere }: RecordType, { space, fields }: Draft): boolean =>
  space !== 'home' || (typeof shownHere === 'string' && fields[shownHere] === true)

/** What a draft would say outside this box. An emptied field says nothing: hiding never waits. */
export function wideOf(type: RecordType, draft: Draft): DraftContext['wide'] {
  const fields: Readonly<Record<string, Value>> = draft.fields
  if (!isForOthers(type, draft)) return []
  return Object.entries(fields).filter(([name, value]) => {
    const field = type.fields[name]
    return field !== undefined && spaceOf(type, field) !== 'home' && value !== null
  })
}

/** A day, a tick or a state (*it is over*, *it still stands*) puts no word in anybody's mouth. */
const isSpeaking = (field: Field | undefined): boolean =>
  field !== undefined && !['choice', 'yesNo', 'day'].includes(field.kind)

/** Every text of a value, whatever its kind holds. */
export function textsIn(value: Value): readonly string[] {
  if (typeof value === 'string') return [value]
  if (Array.isArray(value)) return value.filter(one => typeof one === 'string')
  return typeof value === 'object' && value !== null && 'unit' in value ? [value.unit] : []
}

function isAnothers(
  text: string,
  field: Field | undefined,
  hasNumber: DraftContext['hasNumber'],
): boolean {
  if (field === undefined || field.kind === 'link' || field.kind === 'themes') return false
  // All of it is a number: the short ones too, that nobody could tell from a price elsewhere.
  const isWhole =
    (field.kind === 'phone' || field.means === 'reach') && typedPhone(text) !== undefined
  return (
    holdsAddress(text) ||
    phonesIn(text).some(({ own }) => !hasNumber(own)) ||
    (isWhole && !hasNumber(text))
  )
}
