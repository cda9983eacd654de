import type { Command } from '../../../contract/command.ts'
import type { Decision, Draft } from '../../../contract/decision.ts'
import { message, type Say } from '../../../contract/message.ts'
import type { JoinedNews, Reader } from '../../../contract/reader.ts'
import { pathOfRecord, textList, typeAndIdIn } from '../../../contract/records/drafts.ts'
import { wholeRow } from '../../../contract/records/whole-row.ts'
import { digest } from '../../../core/digest.ts'
import { type Input, one } from '../../../core/form/input.ts'
import { withMade } from '../../../core/made.ts'
import { sameOnPage } from '../../../core/same.ts'
import type { Field, RecordType, Value } from '../../../core/schema.ts'
import type { fr } from '../words/fr.ts'

type Words = typeof fr
const say: Say<Words> = message
/** Where they are said to be several things after all. */
export const SEPARATE = '/separer'
/** Of any type, and of what is written already: their forms ask about nobody. */
export const ANY = { writesAny: true, guardsItself: true } as const
type Row = Readonly<Record<string, unknown>>

/**
 * What a join brings together: the records as they show today, the one under which all will show
 * first.
 */
export type Joining = Readonly<{ type: RecordType; rows: readonly Row[]; these: readonly string[] }>

/** Undefined when these are not several things of one kind that this page shows. */
export function joiningOf(read: Reader, asked: readonly string[]): Joining | undefined {
  const these = [...new Set(asked.map(id => read.joinedWith(id.trim())[0]!))].sort()
  const kinds = new Set(these.map(id => read.called(id)?.type))
  const plain = read.types.get([...kinds][0] ?? '')
  if (these.length < 2 || kinds.size !== 1 || !plain) return undefined
  const shown = these.flatMap((id): readonly Row[] =>
    [read.one(plain, id)].filter(row => row !== undefined),
  )
  const rows = shown.map(row => wholeRow(read, plain, row))
  return rows.length === these.length
    ? { type: withMade(plain, read.madeFields(plain.name)), rows, these }
    : undefined
}

/**
 * Fields of which the records say different things, and that a form asks of people; whose a record
 * is never changes by a join.
 */
export const differing = ({ type, rows }: Joining): readonly (readonly [string, Field])[] =>
  Object.entries(type.fields).filter(
    ([name, field]) =>
      (!field.unasked || field.kind === 'files') &&
      rows.some(row => !sameOnPage(field, row[name], rows[0]![name])),
  )

const isEmpty = (value: unknown): boolean =>
  value === null ||
  value === undefined ||
  value === '' ||
  (Array.isArray(value) && value.length === 0)
/** Unless the person says otherwise: what the first of them says that says something. */
export const proposed = ({ rows }: Joining, name: string): string =>
  String((rows.find(row => !isEmpty(row[name])) ?? rows[0]!)['id'])
/** Values that can stand together: several texts, one after the other; several ticks. */
export const maybeAll = (field: Field, { rows }: Joining, name: string): boolean =>
  (field.kind === 'prose' || field.kind === 'themes' || field.many === true) &&
  rows.filter(row => !isEmpty(row[name])).length > 1
export const ALL = 'all'

function together(field: Field, values: readonly unknown[]): Value {
  const said = values.filter(value => !isEmpty(value))
  if (field.kind === 'prose') return [...new Set(said.map(String))].join('\n\n')
  return [...new Set(said.flat() as string[])]
}

/** What the page showed of them, in short: a value that changed since was not chosen. */
export const stateOf = ({ rows }: Joining): string => digest(JSON.stringify(rows))

/**
 * `join`: several records are one thing. What was chosen is written on the one that shows; the
 * others are kept as they are.
 */
const join: Command<Words> = {
  name: 'join',
  path: '/joindre',
  who: 'keeper',
  decide: (input, read, at): Decision => {
    const joining = joiningOf(read, textList(input, 'these'))
    if (!joining) return { refused: say('joining.needTwo') }
    const state = one(input, 'state')
    if (state !== '' && state !== stateOf(joining)) return { refused: say('joining.joinChanged') }
    const { type, these } = joining
    const seen = these.slice(1).flatMap(id => read.standing(type.name, id))
    const fields = chosenIn(joining, input)
    const kept: readonly Draft[] =
      Object.keys(fields).length > 0 ? [{ type: type.name, record: these[0]!, fields }] : []
    const id = at.newId()
    const drafts: readonly Draft[] = [
      { type: 'join', record: id, fields: { these, seen } },
      ...kept,
    ]
    return {
      drafts,
      next: pathOfRecord(type, these[0]!),
      said: say('joining.joined'),
      undo: { path: SEPARATE, input: { id }, words: say('joining.undo') },
    }
  },
}

function chosenIn(joining: Joining, input: Input): Readonly<Record<string, Value>> {
  const { rows } = joining
  const chosen = differing(joining).flatMap(
    ([name, field]): readonly (readonly [string, Value])[] => {
      const asked = one(input, `keep.${name}`) || proposed(joining, name)
      if (asked === ALL && maybeAll(field, joining, name))
        return [
          [
            name,
            together(
              field,
              rows.map(row => row[name]),
            ),
          ],
        ]
      const row = rows.find(one => one['id'] === asked)
      return row && !sameOnPage(field, row[name], rows[0]![name])
        ? [[name, (row[name] ?? null) as Value]]
        : []
    },
  )
  return Object.fromEntries(chosen)
}

/** `unjoin`: they are several things after all; each shows again as it was kept. */
const unjoin: Command<Words> = {
  name: 'unjoin',
  path: SEPARATE,
  who: 'keeper',
  decide: (input, read): Decision => {
    const id = one(input, 'id')
    const found = read.all('SELECT these FROM joining WHERE id = ?', id)[0]
    if (!found) return { refused: say('nothingThere') }
    return {
      drafts: [{ type: 'join', record: id, fields: { removed: true } }],
      next: '/tenir',
      said: say('joining.unjoined'),
    }
  },
}

/**
 * `takeUp`: what was written since in a record that shows under this one is right: it is written
 * here too.
 */
const takeUp: Command<Words> = {
  name: 'takeUp',
  path: '/reprendre',
  who: 'keeper',
  decide: (input, read): Decision => {
    const found = typeAndIdIn(() => read.types, input, say)
    if ('refused' in found) return found
    const news = read
      .news(found.id)
      .filter(({ id, field }) => id === one(input, 'other') && field === one(input, 'field'))
    const [first] = news
    if (!first || first.names.join(',') !== one(input, 'names'))
      return { refused: say('joining.newsChanged') }
    const write: Draft = {
      type: first.type,
      record: first.shown,
      fields: { [first.field]: (first.value ?? null) as Value },
    }
    const next =
      first.field === 'removed' && first.value === true
        ? '/tenir'
        : pathOfRecord(found.type, first.shown)
    return {
      drafts: [write, ...seenNow(read, first, first.names)],
      next,
      said: say('joining.takenUp'),
    }
  },
}

/**
 * `see`: what was written since in a record that shows under this one was read, and changes nothing
 * here.
 */
const see: Command<Words> = {
  name: 'see',
  path: '/c-est-vu',
  who: 'keeper',
  decide: (input, read): Decision => {
    const found = typeAndIdIn(() => read.types, input, say)
    if ('refused' in found) return found
    const showed = new Set(textList(input, 'names'))
    const news = read.news(found.id).filter(({ id }) => id === one(input, 'other'))
    const names = news.flatMap(one => one.names).filter(name => showed.has(name))
    if (names.length === 0) return { refused: say('joining.newsChanged') }
    return {
      drafts: seenNow(read, news[0]!, names),
      next: pathOfRecord(found.type, news[0]!.shown),
      said: say('joining.newsSeen'),
    }
  },
}

/** Kept on the join itself, so that it holds on every box: all that was seen and still stands. */
function seenNow(
  read: Reader,
  { id, type }: JoinedNews,
  names: readonly string[],
): readonly Draft[] {
  const [join] = read.joins(id)
  if (!join) return []
  const standing = new Set(join.these.flatMap(one => read.standing(type, one)))
  const seen = [...new Set([...join.seen, ...names])].filter(name => standing.has(name))
  return [{ type: 'join', record: join.id, fields: { seen } }]
}

export const joiningCommands: readonly Command<Words>[] = [join, unjoin, takeUp, see].map(
  command => ({ ...command, ...ANY }),
)
