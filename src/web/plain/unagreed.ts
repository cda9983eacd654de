import type { Reader } from '../../core/brick.ts'
import type { RecordType } from '../../core/schema.ts'
import { piecesOf } from './pieces.ts'
import { harvest } from './records.ts'

/**
 * People named in a harvest who have not said yes: whoever was present, and whoever the notes name.
 * Nothing that names one of them is shown, whatever the rules proposed or the keeper typed (law 11).
 */
export function unagreedNames(read: Reader, types: ReadonlyMap<string, RecordType>, of: string): readonly string[] {
  const people = piecesOf(read, of).filter(piece => piece.person === true)
  const nameOf = (piece: (typeof people)[number]): string => {
    const type = types.get(piece.of ?? '')
    const row = type && (read.one(type, piece.piece ?? '', 'home') as Readonly<Record<string, unknown>> | undefined)
    return String((type && row?.[type.title]) ?? '')
  }
  // Two people may bear one name: the yes of one is not that of the other.
  const asked = new Set(people.filter(piece => piece.state !== 'shown').map(nameOf))
  const agreed = new Set(people.map(nameOf).filter(name => !asked.has(name)))
  const listed = read.one(harvest, of, 'home')?.people ?? []
  const all = [...listed, ...people.map(nameOf)].map(name => name.trim()).filter(name => name.length > 1)
  return [...new Set(all)].filter(name => !agreed.has(name))
}

/**
 * The first of these names that a text holds, as a word of its own, with or without its accents, in capitals or not: *Pierre* is
 * somebody, *pierre* is a stone.
 */
export function namedIn(text: string, names: readonly string[]): string | undefined {
  const said = unaccented(text)
  return names.find(name => [unaccented(name), unaccented(name).toUpperCase()].some(word => holds(said, word)))
}
function holds(said: string, word: string): boolean {
  for (let at = word === '' ? -1 : said.indexOf(word); at >= 0; at = said.indexOf(word, at + 1))
    if (!isLetter(said[at - 1]) && !isLetter(said[at + word.length])) return true
  return false
}
const unaccented = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '')
const isLetter = (char: string | undefined): boolean => char !== undefined && /[\p{L}\p{M}]/u.test(char)

/** Somebody that the values of a piece name without their yes. */
export function unagreedIn(values: Readonly<Record<string, unknown>>, type: RecordType, names: readonly string[]): string | undefined {
  const texts = Object.entries(values)
    .filter(([name]) => (type.fields[name]?.space ?? type.space ?? 'commons') === 'commons')
    .flatMap(([, value]) => (Array.isArray(value) ? value : [value]))
    .filter(value => typeof value === 'string')
  return texts.map(text => namedIn(text, names)).find(name => name !== undefined)
}
