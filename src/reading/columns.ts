import type { FieldChoice } from '../core/form/form.ts'
import type { Input } from '../core/form/input.ts'
import { editDistance, wordsOf } from '../core/letters/words.ts'
import type { Field, RecordType } from '../core/schema.ts'
import type { TypeWords } from '../core/type-words.ts'
import { BY_KIND, BY_NAME, NO, YES } from './headings.ts'
import type { Table } from './rows.ts'

/**
 * Which field each column fills, by its heading; an empty text leaves the column out. A part of a
 * field is `point.lat`.
 */
export type Mapping = Readonly<Record<string, string>>

/** The parts of the kinds that a form asks in several boxes, named as `core/form` reads them. */
const PARTS: Readonly<Partial<Record<Field['kind'], readonly string[]>>> = {
  point: ['', '.lat', '.lon'],
  period: ['.from', '.to'],
  quantity: ['.amount', '.unit'],
  files: [],
}

/**
 * What a column may fill: the fields that a form of this type asks for, and their parts. Files come
 * by no table.
 */
export function columnsOf(type: RecordType): readonly string[] {
  return Object.entries(type.fields)
    .filter(([, field]) => !field.unasked)
    .flatMap(([name, field]) => (PARTS[field.kind] ?? ['']).map(part => name + part))
}

/**
 * The likely field of each heading: by the field's name, by its label, by how people head such
 * columns; without case, accents or order of words, and with some mistypings. A guess, to be looked
 * at by a person. Law: each heading is there once; no field is given to two headings.
 */
export function guessMapping(
  headers: readonly string[],
  type: RecordType,
  words: TypeWords,
): Mapping {
  const columns = columnsOf(type).map(column => ({ column, names: namesOf(column, type, words) }))
  const pairs = headers
    .flatMap(header =>
      columns.map(({ column, names }) => ({
        header,
        column,
        score: Math.max(
          isNamed(header, column, type) ? NAMED : 0,
          ...names.map(name => likeness(header, name)),
        ),
      })),
    )
    .filter(({ header, score }) => score >= (isBare(header) ? NAMED : LEAST))
    .sort((a, b) => b.score - a.score)
  const given = new Map<string, string>()
  const used = new Set<string>()
  for (const { header, column } of pairs) {
    if (given.has(header) || used.has(column)) continue
    given.set(header, column)
    used.add(column)
  }
  return Object.fromEntries(headers.map(header => [header, given.get(header) ?? '']))
}

/** *Code* alone is that of the thing: no *code commune*, whose words it has in part. */
const isBare = (header: string): boolean =>
  ['code', 'ref', 'reference', 'numero', 'n'].includes(wordsOf(header).join(' '))

/** *Nom de l’association*, *Nom du lieu*: a heading that says *nom* is the name. */
const isNamed = (header: string, column: string, type: RecordType): boolean =>
  column === type.title && ['nom', 'name'].includes(wordsOf(header)[0] ?? '')
/** More than any other heading of the title, less than the field’s own name. */
const NAMED = 0.98

type Name = Readonly<{ words: readonly string[]; trust: number }>
/** Less alike than this is no guess. */
const LEAST = 0.6

function namesOf(column: string, type: RecordType, words: TypeWords): readonly Name[] {
  const [name = '', part] = column.split('.')
  const field = type.fields[name]!
  const spoken = (list: string | undefined, trust: number): Name[] =>
    list ? list.split('|').map(text => ({ words: wordsOf(text), trust })) : []
  const byKind = spoken(BY_KIND[part ? `${field.kind}.${part}` : field.kind], 0.85)
  if (part) return byKind
  const code = { words: wordsOf(name.replace(/[A-Z]/g, ' $&')), trust: 1 }
  const label = { words: wordsOf(words.fields[name]?.label ?? ''), trust: 1 }
  const titled =
    name === type.title ? spoken(BY_NAME['title'], 0.8).concat(spoken(BY_NAME['name'], 0.8)) : []
  return [code, label, ...spoken(BY_NAME[name], 0.9), ...titled, ...byKind].filter(
    said => said.words.length > 0,
  )
}

/**
 * Which of these types a table is most likely of: the one whose fields take the most of its
 * headings, its title and what a form asks for first of all, whose choices are what its first lines
 * hold, and which a heading names (*Nom de l’association*). A guess, to be looked at by a person.
 */
export function likelyType<T extends TypeWithWords>(
  headers: readonly string[],
  all: readonly T[],
  rows: readonly (readonly string[])[] = [],
): T | undefined {
  const scored = all.map(one => {
    const mapping = guessMapping(headers, one.type, one.words)
    const filled = new Set(Object.values(mapping).filter(Boolean))
    // Headings that are our own names of fields, as an agenda and a list of feeds are given, leave
    // no doubt.
    const exact = headers.filter(header => mapping[header] === header).length
    const needed = Object.entries(one.type.fields).filter(
      ([name, field]) => field.required || name === one.type.title,
    )
    const lacking = needed.filter(([name]) => !filled.has(name)).length
    const held = choicesHeld({ headers, mapping, rows: rows.slice(0, LOOKED_AT) }, one)
    const named = headers.some(header => isNamedAfter(header, one)) ? 2 : 0
    return { one, score: filled.size + exact - 2 * lacking + 3 * held + named }
  })
  return scored.toSorted((a, b) => b.score - a.score)[0]?.one
}

type TypeWithWords = Readonly<{ type: RecordType; words: TypeWords }>
/** *Nom de l’association*: the words after *nom*, as choices are compared. */
function namedThing(header: string): string | undefined {
  const [first = '', ...rest] = wordsOf(header)
  return ['nom', 'name'].includes(first) && rest.length > 0
    ? foldedChoice(rest.join(' '))
    : undefined
}
const isNamedAfter = (header: string, { type, words }: TypeWithWords): boolean =>
  Object.keys(type.fields).some(name => headedChoice([header], name, { type, words }) !== undefined)

/** The choice of a field that a heading names: *association*, of *Nom de l’association*. */
export function headedChoice(
  headers: readonly string[],
  name: string,
  { type, words }: TypeWithWords,
): string | undefined {
  const things = headers.map(namedThing)
  return type.fields[name]?.choices?.find(code =>
    things.includes(foldedChoice(words.fields[name]?.choices?.[code] ?? code)),
  )
}

/** Lines whose cells say what a table is of. */
const LOOKED_AT = 50
type MappedTable = Readonly<{
  headers: readonly string[]
  mapping: Mapping
  rows: readonly (readonly string[])[]
}>
/**
 * How well the cells of choice columns are choices of the type: 1 for each column whose cells all
 * are, -1 for one of which none is.
 */
function choicesHeld(
  { headers, mapping, rows }: MappedTable,
  { type, words }: TypeWithWords,
): number {
  const shares = headers.map((header, i) => {
    const name = mapping[header] ?? ''
    const cells = rows.map(row => (row[i] ?? '').trim()).filter(cell => cell !== '')
    if (type.fields[name]?.kind !== 'choice' || cells.length === 0) return 0
    const known = knownBy(name, type.fields[name], { type, words })
    const found = cells.filter(cell => type.fields[name]!.choices?.includes(known(cell))).length
    return (2 * found) / cells.length - 1
  })
  return shares.reduce((sum, share) => sum + share, 0)
}

/** 1: the same words in any order; less: one holds the other's words, or a few letters differ. */
function likeness(header: string, { words, trust }: Name): number {
  const said = wordsOf(header.slice(0, 200))
  if (said.length === 0) return 0
  const [a, b] = [[...said].sort().join(' '), [...words].sort().join(' ')]
  if (a === b) return trust
  const shared = said.filter(word => words.includes(word)).length
  const held =
    shared === Math.min(said.length, words.length)
      ? 0.6 + (0.3 * shared) / Math.max(said.length, words.length)
      : 0
  const longest = Math.max(a.length, b.length)
  const limit = Math.floor(longest * 0.3)
  const distance = Math.min(
    editDistance(said.join(' '), words.join(' '), limit),
    editDistance(a, b, limit),
  )
  const near = longest >= 4 && distance <= limit ? 0.95 - distance / longest : 0
  return trust * Math.max(held, near)
}

export type MappedRow<R> = Readonly<{
  line: number
  /** What a form would have sent. */
  input: Input
  read: R
  /**
   * Cells that fill no box of a form as they are written, and cells beyond the headings: said,
   * never dropped in silence.
   */
  unplaced: readonly Readonly<{ header: string; text: string }>[]
}>
export type MappingOptions = Readonly<{
  type: RecordType
  words: TypeWords
  /** What a choice of links, themes or communes may be, to find them by their name. */
  choices?: (field: string) => readonly FieldChoice[] | undefined
}>

/**
 * Each row as a form would have sent it, and as `read` (of `core/form`) finds it. Words of a choice
 * become its code, names their id.
 */
export function mapRows<R>(
  table: Pick<Table, 'headers' | 'rows' | 'lines'>,
  mapping: Mapping,
  of: MappingOptions,
  read: (input: Input) => R,
): readonly MappedRow<R>[] {
  const places = table.headers.map(header => placeOf(mapping, header, of))
  return table.rows.map((cells, i) => {
    const input: Record<string, string | readonly string[]> = {}
    const unplaced = cells
      .slice(table.headers.length)
      .flatMap(text => (text.trim() === '' ? [] : [{ header: '', text }]))
    for (const [j, place] of places.entries()) {
      const text = (cells[j] ?? '').trim()
      if (place && !place(text, input)) unplaced.push({ header: table.headers[j]!, text })
    }
    return { line: table.lines[i]!, input, read: read(input), unplaced }
  })
}

type Filling = Record<string, string | readonly string[]>
/** Puts a cell where it goes; false where it goes nowhere. */
type Place = (text: string, input: Filling) => boolean

function placeOf(mapping: Mapping, header: string, of: MappingOptions): Place | undefined {
  const { type } = of
  const column = Object.hasOwn(mapping, header) ? mapping[header]! : ''
  const [name = '', part] = column.split('.')
  const field = Object.hasOwn(type.fields, name) ? type.fields[name] : undefined
  if (!field || !columnsOf(type).includes(column)) return undefined
  if (part) return (text, input) => put(input, column, text, ' ')
  if (field.kind === 'point') return (text, input) => putPoint(input, name, text)
  if (field.kind === 'yesNo') return (text, input) => putYesNo(input, name, text)
  const known = knownBy(name, field, of)
  if (field.many || field.kind === 'themes')
    return (text, input) => putSeveral(input, name, cut(text, field).map(known))
  if (field.kind === 'choice' || field.kind === 'link')
    return (text, input) => put(input, name, known(text), ' ')
  return (text, input) => put(input, name, text, field.kind === 'prose' ? '\n' : ' ')
}

function put(input: Filling, name: string, text: string, between: string): boolean {
  const had = input[name]
  input[name] =
    typeof had === 'string' && had !== '' && text !== ''
      ? had + between + text
      : text || (had ?? '')
  return true
}

function putSeveral(input: Filling, name: string, texts: readonly string[]): boolean {
  const had = input[name] ?? []
  input[name] = [...(typeof had === 'string' ? [had] : had), ...texts]
  return true
}

/** *45,735 3,969*, *45.735, 3.969*, *45.735;3.969*. */
function putPoint(input: Filling, name: string, text: string): boolean {
  const found = /^(-?\d+(?:[.,]\d+)?)\s*(?:[;,/]\s*|\s)\s*(-?\d+(?:[.,]\d+)?)$/.exec(text)
  if (!found && text !== '') return false
  input[`${name}.lat`] = found?.[1] ?? ''
  input[`${name}.lon`] = found?.[2] ?? ''
  return true
}

function putYesNo(input: Filling, name: string, text: string): boolean {
  const said = wordsOf(text).join(' ')
  const yes = said !== '' && YES.split('|').includes(said)
  if (!yes && said !== '' && !NO.split('|').includes(said)) return false
  if (text !== '' || input[name] === undefined) input[name] = yes ? 'yes' : ''
  return true
}

/**
 * Several values in one cell: by lines, semicolons or bars, and by commas where a value holds none.
 */
function cut(text: string, field: Field): readonly string[] {
  const marks = field.kind === 'text' ? /[;|\r\n]+/ : /[;|,\r\n]+/
  return text
    .split(marks)
    .map(piece => piece.trim())
    .filter(piece => piece !== '')
}

/**
 * A choice by its words in the language of the form, a link or a theme by its name, where exactly
 * one bears it.
 */
function knownBy(
  name: string,
  field: Field,
  { words, choices }: MappingOptions,
): (text: string) => string {
  const folded = foldedChoice
  const codes = Object.entries(words.fields[name]?.choices ?? {}).map(([value, label]) => ({
    value,
    label,
  }))
  const all = field.kind === 'choice' ? codes : (choices?.(name) ?? [])
  const byName = new Map<string, string | undefined>()
  for (const { value, label } of all)
    for (const said of new Set([label, ...(field.kind === 'choice' ? [value] : [])].map(folded)))
      byName.set(said, byName.has(said) && byName.get(said) !== value ? undefined : value)
  const values = new Set(all.map(({ value }) => value))
  return text => (values.has(text) ? text : (byName.get(folded(text)) ?? text))
}

const ARTICLES: ReadonlySet<string> = new Set('un une des le la les l de du d a an the'.split(' '))
/** *Associations*, *une association*, *ASSOCIATION*: without case, accents, article or plural. */
const foldedChoice = (text: string): string =>
  wordsOf(text)
    .filter(word => !ARTICLES.has(word))
    .map(word => (word.length > 3 ? word.replace(/[sx]$/, '') : word))
    .join(' ')
