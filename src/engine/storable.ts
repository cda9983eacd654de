import type { Draft } from '../contract/decision.ts'
import type { Value } from '../core/schema.ts'

/**
 * The draft with texts that a log takes: without NUL, and without the half of a pair that is left
 * where a text was cut. Each turn passes its drafts through here.
 */
export const storable = (draft: Draft): Draft =>
  Object.values(draft.fields).some(isBroken)
    ? {
        ...draft,
        fields: Object.fromEntries(
          Object.entries(draft.fields).map(([name, value]) => [name, mended(value)]),
        ),
      }
    : draft

const isText = (value: unknown): value is string => typeof value === 'string'
const isTexts = (value: Value): value is readonly string[] =>
  Array.isArray(value) && value.every(isText)
const isBroken = (value: Value): boolean => mended(value) !== value
function mended(value: Value): Value {
  if (isText(value)) return value.replace(BROKEN, '')
  if (!isTexts(value)) return value
  const all = value.map(text => text.replace(BROKEN, ''))
  return all.every((text, at) => text === value[at]) ? value : all
}
const BROKEN = /[\0\p{Cs}]/gu
