import type { Brick } from '../../src/contract/brick.ts'
import { type Field, type RecordType, spaceOf, type Value } from '../../src/core/schema.ts'
import { ownerIn } from '../../src/engine/owner-in.ts'

/**
 * One record of each type, somebody's where records are of somebody; each private field holds its
 * own word.
 */
export type Planted = Readonly<{ type: RecordType; id: string; word: string; isPauls: boolean }>
export type Bringing = Readonly<{
  type: string
  id: string
  fields: Readonly<Record<string, Value>>
  space?: 'home'
}>
/** What plants them: a box that writes these records in one turn. */
type Ground = Readonly<{
  types: readonly RecordType[]
  bricks: readonly Brick[]
  newId: () => string
  bring: (records: readonly Bringing[]) => void
}>

const isPrivate = (type: RecordType, field: Field): boolean =>
  spaceOf(type, field) === 'home' && type.shownHere !== true
/**
 * A value that its kind takes; the last of the choices, which shows least (*fallen*, *ended*, for
 * the keeper).
 */
export function sampleOf(field: Field, said: string): Value | undefined {
  if (field.kind === 'choice') return field.choices?.at(-1)
  if (field.kind === 'text' || field.kind === 'prose') return field.many ? [said] : said
  if (field.kind === 'day') return field.many ? ['2026-12-06'] : '2026-12-06'
  if (field.kind === 'moment') return '2026-12-05T11:00:00.000Z'
  return undefined
}

export function plant({ types, bricks, newId, bring }: Ground, paul: string): readonly Planted[] {
  return types.map(type => {
    const word = findable(`zwyn${type.name.replaceAll('-', '')}trolubak`)
    const owner = ownerIn({ bricks }, type.name)?.owner
    const isOwned =
      owner !== undefined &&
      type.fields[owner]?.kind === 'link' &&
      (type.fields[owner]?.to ?? []).includes('member')
    const id = newId()
    const fields = Object.fromEntries(
      Object.entries(type.fields).flatMap(([name, field]): [string, Value][] => {
        if (isOwned && name === owner) return [[name, field.many ? [paul] : paul]]
        // What the house itself writes as JSON is never anything else.
        const value =
          type.name === 'letter' && name === 'input'
            ? '{}'
            : sampleOf(field, isPrivate(type, field) ? word : `vu ${type.name}`)
        return value === undefined ? [] : [[name, value]]
      }),
    )
    bring([{ type: type.name, id, fields }])
    return { type, id, word, isPauls: isOwned }
  })
}

/**
 * Of each type that is shown, one that a visitor sent and that nobody read yet: all of its words
 * are private.
 */
export const plantWaiting = ({ types, newId, bring }: Ground): readonly Planted[] =>
  types
    .filter(type => type.space !== 'home')
    .map((type, n) => {
      const word = findable(`zwyn${n}attend`)
      const [id, waiting] = [newId(), newId()]
      const fields = Object.fromEntries(
        Object.entries(type.fields).flatMap(([name, field]): [string, Value][] => {
          const value = sampleOf(field, word)
          return value === undefined ? [] : [[name, value]]
        }),
      )
      const sent = { of: type.name, piece: id, sentBy: 'visitor', state: 'waiting' }
      bring([
        { type: type.name, id, fields, space: 'home' },
        { type: 'proposal', id: waiting, fields: sent },
      ])
      return { type, id, word, isPauls: false }
    })

/** The same word; one that `wordsIn` does not find would never be seen to get out. */
function findable(word: string): string {
  if (!wordsIn(word).has(word)) throw new Error(`${word} is planted, and nothing would find it`)
  return word
}
const WORD = /zwyn(?:[a-zA-Z]+?trolubak|\d+attend)/g
/** The words of planted records that a text holds: read once, however many were planted. */
export const wordsIn = (text: string): ReadonlySet<string> =>
  new Set([...text.matchAll(WORD)].map(([word]) => word))
