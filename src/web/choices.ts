import type { Brick, Input, Lang, Reader, Refusal, Territory, TypeWords } from '../core/brick.ts'
import { type Choice, type ReadOf, read as readForm } from '../core/form.ts'
import { hoursFault } from '../core/hours.ts'
import { withMade, wordsWithMade } from '../core/made.ts'
import type { RecordType, Value } from '../core/schema.ts'
import { refusalSentence } from '../ui/form.ts'

/** A list to choose from is never longer than this; the rest is reached by the search. */
const MOST = 500

export const territoryOf = (bricks: readonly Brick[], read: Reader): Territory | undefined => {
  for (const brick of bricks) {
    const territory = brick.slots?.territory?.(read)
    if (territory) return territory
  }
  return undefined
}

export function wordsOfType(bricks: readonly Brick[], type: string, lang: Lang): TypeWords {
  const brick = bricks.find(one => one.records.some(record => record.name === type))
  return brick?.words[lang].types[type] ?? { one: type, many: type, add: type, fields: {} }
}

/** A type and its words, with the fields that keepers made for it. */
export function extended(
  bricks: readonly Brick[],
  read: Reader,
  type: RecordType,
  lang: Lang,
): Readonly<{ type: RecordType; words: TypeWords }> {
  const made = read.madeFields(type.name)
  return { type: withMade(type, made), words: wordsWithMade(wordsOfType(bricks, type.name, lang), made) }
}

/** What a link, a theme or a commune of this type may be. */
export function choicesFor(
  type: RecordType,
  read: Reader,
  territory: Territory | undefined,
): (field: string) => readonly Choice[] | undefined {
  const titled = (types: readonly string[]): readonly Choice[] =>
    types.length === 0
      ? []
      : read
          .all(`SELECT id, title FROM doc WHERE type IN (${types.map(() => '?').join(', ')}) ORDER BY title LIMIT ${MOST}`, ...types)
          .map(row => ({ value: String(row['id']), label: String(row['title']) }))
  return name => {
    const field = type.fields[name]
    if (field?.kind === 'themes') return titled(['theme'])
    if (field?.kind === 'link') return titled(field.to ?? [])
    if (field?.kind === 'commune') return territory?.communes.map(commune => ({ value: commune.code, label: commune.name }))
    return undefined
  }
}

type FieldsOf = Readonly<{ bricks: readonly Brick[]; read: Reader; type: RecordType; input: Input; today: string; lang: Lang }>

/** The fields that a form sent, checked; or the first refusal, in a sentence. */
export function fieldsFrom(
  { bricks, read, type: plain, input, today, lang }: FieldsOf,
  more: Pick<ReadOf, 'only' | 'whole' | 'files' | 'kept'> = {},
): Readonly<{ fields: Readonly<Record<string, Value>> }> | Refusal {
  const { type, words } = extended(bricks, read, plain, lang)
  const territory = territoryOf(bricks, read)
  const choices = choicesFor(type, read, territory)
  // A link to any type is checked by its shape alone: there is no list to hold it against.
  const closed = (name: string) =>
    type.fields[name]?.kind === 'link' && (type.fields[name]?.to ?? []).length === 0 ? undefined : choices(name)
  const found = readForm(type, input, { ...more, choices: closed, today, zone: 'Europe/Paris', hours: text => hoursFault(text) === null })
  if ('fields' in found) return { fields: found.fields }
  const first = found.refusals[0]!
  return { refused: refusalSentence(first, words, lang), field: first.field }
}
