import type { BrickModel } from '../contract/brick.ts'
import type { CommandContext, ShowsOthers } from '../contract/command.ts'
import type { Draft, Refusal } from '../contract/decision.ts'
import { AGREED_POINT } from '../contract/records/agreed-point.ts'
import {
  besideName,
  findingsAboutOthers,
  findingsText,
  type Guard,
  guardOf,
  guardsOf,
  homeIn,
  isPersonIn,
  newFindings,
} from '../contract/records/guarded.ts'
import type { Strip } from '../contract/slots.ts'
import { fold } from '../core/letters/words.ts'
import { isPoint } from '../core/place.ts'
import { type FieldKind, fieldFor, type RecordType, spaceOf } from '../core/schema.ts'
import type { Finding } from '../text/guard/guard.ts'
import { figuresOf, phonesIn } from '../text/phone.ts'
import { isForOthers, textsIn } from './held-drafts.ts'
import { ownerIn } from './owner-in.ts'
import { territoryOf } from './territory.ts'
import type { Engine, TurnAsked } from './turn.ts'

/**
 * Asks the keeper before they name somebody. What a keeper types shows at once; so before the write
 * the form asks once: *does this person agree?* This file finds the names, addresses and situations
 * in the drafts of a turn, and makes the question, a refusal with a checkbox. The question
 * stands in each turn of a keeper, for every brick. Visitors and members are not asked: what they
 * say of others waits instead.
 *
 * Law     law 11: the keeper’s hand names nobody unasked. The tick carries the words that it showed
 *         (`guarded.ts`, `findingsText`), so that later typing is asked again.
 *         A person’s own card is asked whole: name, home (an address, a point of the map), ways to
 *         be reached. The form also gives the answer of their strip of agreement.
 *         A command that shows what somebody else wrote is asked about all of it (`showsOthers`).
 * Absent  Fields that hold a name (who, who keyed it), people whom the page shows already, its
 * keepers, words that the record had before, text composed from other records, and values that stay
 * in this box.
 */

/** The name of the checkbox by which the keeper says that these people agree. */
export const AGREES = 'accord-dit'
/** The words in a text that name people other than this one. */
export const ofOthersIn = (
  { read, types }: Engine,
  name: string,
  text: string,
): readonly string[] =>
  findingsAboutOthers(
    guardOf(read, types, name === '' ? [] : [name, name.split(' ')[0]!], { speaks: true })(text),
    text,
  ).map(one => one.said)

/** The question to the keeper, as a refusal. `seen`: the words found, as the tick carries them. */
export type UnagreedRefusal = Refusal & Readonly<{ seen: string }>
/** The question about these drafts. Undefined when they name nobody new, or all was agreed to. */
export function namesToAsk(
  engine: Engine,
  asked: TurnAsked,
  drafts: readonly Draft[],
  at: CommandContext,
): UnagreedRefusal | undefined {
  const command = engine.commands.get(`${asked.brick}.${asked.command}`)?.command
  if (at.by !== 'keeper' || !asked.typed || command?.guardsItself) return undefined
  const shows = command?.showsOthers
  const typed = fold(Object.values(asked.input).flat().join('\n'))
  const people = drafts.flatMap(draft => personIn(engine, draft))
  const all =
    shows === undefined
      ? eachOnce([
          ...people,
          ...drafts
            .flatMap(draft => saidBy({ ...engine, territory: at.territory }, draft))
            .filter(one => typed.includes(fold(one.said))),
        ])
      : eachOnce(drafts.flatMap(draft => agreementsOf(engine, draft, shows)))
  const posted = asked.input[AGREES]
  if (newFindings(all, typeof posted === 'string' ? posted : '').length === 0) return undefined
  const strips = people.flatMap(one => (one.kind === 'name' ? stripsOf(engine, one.said) : []))
  return {
    refused: { of: 'guard', found: all.map(({ kind, said }) => ({ kind, said })), strips },
    field: AGREES,
    seen: findingsText(all),
  }
}

/**
 * The drafts of a turn whose question was answered, with the agreement that the tick gives: this
 * point of a person then shows (`contract/records/agreed-point.ts`).
 */
export const withAgreements = (
  engine: Engine,
  asked: TurnAsked,
  drafts: readonly Draft[],
  at: CommandContext,
): readonly Draft[] => {
  const command = engine.commands.get(`${asked.brick}.${asked.command}`)?.command
  const isAsked = at.by === 'keeper' && asked.typed === true && !command?.guardsItself
  const isWhole = command?.showsOthers === undefined || command.showsOthers === true
  return isAsked && isWhole ? drafts.map(one => withPointAgreed(engine, one)) : drafts
}
function withPointAgreed(engine: Reading, draft: Draft): Draft {
  if (draft.type !== AGREED_POINT.type) return draft
  const type = engine.types.get(draft.type)
  const had: Readonly<Record<string, unknown>> = (type && engine.read.one(type, draft.record)) ?? {}
  const { fields }: Readonly<{ fields: Readonly<Record<string, unknown>> }> = draft
  const point: unknown = { ...had, ...fields }[AGREED_POINT.point]
  const said = homeIn({ kind: 'point' }, point)
  const isNew = personIn(engine, draft).some(one => one.kind === 'home' && one.said === said)
  return isNew && isPoint(point)
    ? { ...draft, fields: { ...draft.fields, [AGREED_POINT.agreed]: point } }
    : draft
}

/** Each word once, whatever its capitals and accents. */
export const eachOnce = (found: readonly Finding[]): readonly Finding[] => [
  ...new Map(found.map(one => [fold(one.said), one])).values(),
]

/** The part of an engine that reads texts: pages have it too, to show the tick beforehand. */
type Reading = Pick<Engine, 'bricks' | 'read' | 'types'> &
  Partial<Pick<CommandContext, 'territory'>>

/**
 * The words for which somebody’s agreement is asked before the keeper shows a text that another
 * person wrote. The page of the button and the turn ask the same function.
 *
 * Shape   `draft`: the draft that shows it. `shows`: as the command says (`Command.showsOthers`).
 */
export function agreementsOf(
  engine: Reading,
  draft: Draft,
  shows: ShowsOthers,
): readonly Finding[] {
  if (shows === true) return eachOnce([...personIn(engine, draft), ...saidBy(engine, draft)])
  const type = engine.types.get(draft.type)
  const row: Readonly<Record<string, unknown>> | undefined =
    type && engine.read.one(type, draft.record, type.space)
  if (!type || !row) return []
  const names = [...shows, fieldFor(type, 'who')]
  const texts = Object.entries(row).flatMap(([name, value]) =>
    typeof value === 'string' && names.includes(name) ? [[name, value] as const] : [],
  )
  const shown = { type: type.name, record: '', fields: Object.fromEntries(texts) }
  return eachOnce(saidBy(engine, shown, true))
}

const stripsOf = ({ bricks, read }: Reading, name: string): readonly Strip[] =>
  bricks.flatMap(brick => brick.slots?.strips?.(name, read) ?? [])

/**
 * The name, home and ways to be reached of a person whom the draft puts on the page, beyond those
 * that their card showed already.
 */
function personIn(engine: Reading, draft: Draft): readonly Finding[] {
  const type = engine.types.get(draft.type)
  if (!type || !isForOthers(type, draft)) return []
  const had: Readonly<Record<string, unknown>> = engine.read.one(type, draft.record) ?? {}
  const values: Readonly<Record<string, unknown>> = draft.fields
  if (!isPersonIn(type, { ...had, ...values })) return []
  const before = isPersonIn(type, had) ? had : {}
  return Object.entries({ ...had, ...values }).flatMap(([name, value]) => {
    const field = type.fields[name]
    const isNew = JSON.stringify(value) !== JSON.stringify(before[name])
    if (!field || !isNew || spaceOf(type, field) !== 'commons') return []
    const home = name === type.title ? undefined : homeIn(field, value)
    if (home !== undefined) return [wholeOf('home', home)]
    if (typeof value !== 'string') return []
    const kind = name === type.title ? 'name' : REACHES[field.kind]
    if (kind) return [wholeOf(kind, value)]
    return field.means === 'reach'
      ? phonesIn(value).map(({ from, to }) => ({
          kind: 'phone',
          said: value.slice(from, to),
          from,
          to,
        }))
      : []
  })
}
const wholeOf = (kind: Finding['kind'], said: string): Finding => ({
  kind,
  said,
  from: 0,
  to: said.length,
})
const REACHES: Readonly<Partial<Record<FieldKind, Finding['kind']>>> = {
  phone: 'phone',
  email: 'mail',
}

const TEXTS: ReadonlySet<string> = new Set(['text', 'prose'])

/**
 * The words about other people that a draft adds to the page. `isRead`: everybody here reads it,
 * although it stays in `home`.
 */
function saidBy(engine: Reading, draft: Draft, isRead = false): readonly Finding[] {
  const { type: name, record, fields } = draft
  const type = engine.types.get(name)
  const isOnWall = isRead || type?.shownHere === true
  if (!type || !(isOnWall || isForOthers(type, draft))) return []
  const had: Readonly<Record<string, unknown>> = engine.read.one(type, record) ?? {}
  const values: Readonly<Record<string, unknown>> = fields
  const owner = ownerIn(engine, name)
  const isPerson =
    isPersonIn(type, { ...had, ...values }) || (type.proper === true && owner !== undefined)
  const ofName = new Set([
    fieldFor(type, 'who'),
    owner?.signed,
    ...(owner?.keyedSays ?? []),
    isPerson ? type.title : undefined,
  ])
  const looked = Object.entries(values).filter(
    ([field, value]) =>
      isLooked(type, field, isOnWall) && !ofName.has(field) && value !== had[field],
  )
  const texts = looked.flatMap(([, value]) => textsIn(value as Parameters<typeof textsIn>[0]))
  // A name is no finding; a number or a life typed beside it is one.
  const names = Object.entries(values).flatMap(([field, value]) =>
    ofName.has(field) && typeof value === 'string' && value !== had[field] ? [value] : [],
  )
  // A notice has a paper of its own, which says who passes a word on. A body's card has none.
  const reach = type.proper === true ? fieldFor(type, 'reach') : undefined
  const reached = reach === undefined || had[reach] === values[reach] ? '' : values[reach]
  if (texts.length === 0 && names.length === 0 && !reached) return []
  const before = fold(JSON.stringify(had))
  const guardsHere = guardsOf(engine.read, engine.types)
  const guards = guardsHere([
    ...keepers(engine),
    ...[...ofName]
      .flatMap(field => wordsIn(values, field))
      .filter(name => phonesIn(name).length === 0),
  ])
  return [
    ...texts.flatMap(text => inText(guards, text)),
    ...names.flatMap(name => inName(guardsHere([], { isName: true }), name)),
    ...(typeof reached === 'string' ? reachOf(guards, reached) : []),
  ].filter(one => !before.includes(fold(one.said)))
}
/**
 * Whether the field is searched for names. Fields that are neither asked nor searched hold ids,
 * counts or names of files.
 */
const isLooked = (type: RecordType, name: string, isOnWall: boolean): boolean => {
  const field = type.fields[name]
  if (field === undefined || (field.unasked === true && field.unsearched === true)) return false
  return (
    TEXTS.has(field.kind) &&
    field.means !== 'reach' &&
    (isOnWall || spaceOf(type, field) === 'commons')
  )
}
/** A name and its first word: a text calls *Élodie Martin* *Élodie* later. */
const wordsIn = (
  values: Readonly<Record<string, unknown>>,
  field: string | undefined,
): readonly string[] => {
  const value = field === undefined ? undefined : values[field]
  return typeof value === 'string' && value !== '' ? [value, value.split(' ')[0]!] : []
}
/** The names of the page’s keepers, and their first names: texts may name them. */
export const keepers = ({
  bricks,
  read,
  territory = () => territoryOf(bricks, read),
}: Readonly<{ bricks: readonly BrickModel[]; read: Engine['read'] }> &
  Pick<Reading, 'territory'>): readonly string[] =>
  (territory()?.keptBy ?? '')
    .split(/,|\bet\b|\band\b/)
    .flatMap(one => wordsIn({ name: one.trim() }, 'name'))

/**
 * The people in a text, and telephone numbers and addresses too: a record has other fields for
 * these.
 */
function inText(guards: Guard, text: string): readonly Finding[] {
  const found = guards(text)
  const near = found.filter(({ kind }) => kind === 'phone' || kind === 'mail')
  return [...near, ...findingsAboutOthers(found, text)]
}
/** What a name says beyond a name. *La mamie de Léo* is one; *le voisin du dessus boit* is more. */
function inName(guards: Guard, name: string): readonly Finding[] {
  const found = guards(name)
  const told = found.filter(one => one.kind === 'someone' && one.said.length < name.trim().length)
  return [...besideName(found), ...told]
}
/**
 * Whom a way to be reached leads to, and the telephone that they carry. A number alone leads to
 * whom the record is from, and a landline is often a body's.
 */
function reachOf(guards: Guard, text: string): readonly Finding[] {
  const found = guards(text)
  const named = findingsAboutOthers(found, text)
  const carried = found.filter(({ kind, said }) => kind === 'phone' && isCarried(said))
  return named.length === 0 ? [] : [...carried, ...named]
}
/** Whether a number is a French mobile one, however it is written. */
const isCarried = (number: string): boolean => /^[67]\d{8}$/.test(figuresOf(number) ?? '')
