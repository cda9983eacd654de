import { nullPrototype } from './null-prototype.ts'
import { type Field, type FieldKind, type RecordType, SPACES, type Space } from './schema.ts'
import type { TypeWords } from './type-words.ts'

/**
 * Fields that keepers add to a record type, beside those that its brick declares (*question
 * ajoutée*). The definition is a record of the system type `type`, which travels like others, so
 * that other boxes know the field too. This file gives the fields and words of a type with them.
 */

/**
 * A field that a keeper made, on the type `of`. Its id is a hash of (defining box, type, kind,
 * unit, space, nonce), which never change. Its label, hint, order and choices may change, and it
 * may be asked no more. Another kind or space makes another field.
 */
export type MadeField = Readonly<{
  id: string
  of: string
  kind: FieldKind
  unit: string | null
  space: Space
  label: string
  hint: string | null
  order: number
  /** The record of its definition. */
  record: string
  /** The answers of a choice, as people read them. */
  choices: readonly string[]
  /** No form asks it any more; its answers still show. */
  isHidden: boolean
}>

/** Kinds that a keeper may choose. */
export const MADE_KINDS: readonly FieldKind[] = [
  'text',
  'prose',
  'number',
  'money',
  'yesNo',
  'day',
  'time',
  'phone',
  'email',
  'url',
  'hours',
  'commune',
  'choice',
  'files',
]

/** The most photos in one answer. */
const MOST_PHOTOS = 4

/**
 * The fields of a definition (system kind `type`). `box` is present only when another box made the
 * definition and an export brought it here: the id is a hash with the defining box, whoever writes
 * the record.
 */
export const DEFINITION: Readonly<Record<string, Field>> = {
  field: { kind: 'text', required: true },
  of: { kind: 'text', required: true },
  kind: { kind: 'choice', choices: MADE_KINDS, required: true },
  unit: { kind: 'text' },
  space: { kind: 'choice', choices: SPACES, required: true },
  nonce: { kind: 'text', required: true },
  box: { kind: 'text' },
  label: { kind: 'text', required: true },
  hint: { kind: 'text' },
  order: { kind: 'number' },
  choices: { kind: 'text', many: true },
  hidden: { kind: 'yesNo' },
}

/** The text whose hash is the id of a made field. The caller hashes it. */
export const madeSource = (
  of: Readonly<{
    box: string
    of: string
    kind: string
    unit: string | null
    space: string
    nonce: string
  }>,
): string => JSON.stringify([of.box, of.of, of.kind, of.unit, of.space, of.nonce])

/** Whether a name has the form of a made field’s id: `k` and ten characters. */
export const isMadeId = (name: string): boolean => /^k[0-9a-z]{10}$/.test(name)

/** A made field as a field of a schema. */
export const fieldOf = (made: MadeField): Field => ({
  kind: made.kind,
  space: made.space,
  ...(made.unit ? { unit: made.unit } : {}),
  ...(made.kind === 'yesNo' ? { maybe: true as const } : {}),
  ...(made.kind === 'choice' ? { choices: made.choices } : {}),
  ...(made.kind === 'files' ? { most: MOST_PHOTOS } : {}),
  ...(made.isHidden ? { unasked: true } : {}),
})

/** A record type with the fields that keepers made for it, after its own. */
export function withMade(type: RecordType, made: readonly MadeField[]): RecordType {
  if (made.length === 0) return type
  return {
    ...type,
    fields: nullPrototype({
      ...type.fields,
      ...Object.fromEntries(made.map(one => [one.id, fieldOf(one)])),
    }),
  }
}

/**
 * The words of a type, with the keepers’ words for its made fields. These are the same in every
 * language.
 */
export function wordsWithMade(words: TypeWords, made: readonly MadeField[]): TypeWords {
  if (made.length === 0) return words
  const own = made.map(one => [
    one.id,
    {
      label: one.label,
      ...(one.hint ? { hint: one.hint } : {}),
      ...(one.kind === 'choice'
        ? { choices: Object.fromEntries(one.choices.map(said => [said, said])) }
        : {}),
    },
  ])
  return { ...words, fields: nullPrototype({ ...words.fields, ...Object.fromEntries(own) }) }
}
