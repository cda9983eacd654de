import type { Input } from '../../core/form/input.ts'
/** The body is no whole form: it was cut, or no browser made it. */
export class CutForm extends Error {
  override name = 'CutForm'
}

/** More names than any form of this box asks of a stranger. */
export class TooManyNames extends Error {
  override name = 'TooManyNames'
}

export const MOST_NAMES = 500
/**
 * The most names in a form of a signed-in person: a harvest of four hundred pieces asks some eight
 * names of each.
 */
export const MOST_NAMES_KNOWN = 10_000
/** Boxes ticked under one name. */
const EACH = 10
/** The most parts of a form. A part without a name counts too. */
export const MOST_PARTS = MOST_NAMES * EACH
export const MOST_PARTS_KNOWN = 2 * MOST_NAMES_KNOWN

/** The limit of names, given the names so far: the form’s own proof comes first. */
export type MostNames = (begun: ReadonlyMap<string, readonly string[]>) => number
const asStranger: MostNames = () => MOST_NAMES

/** The values of a form or an address by name, counted as they come. */
export type FormNames = Readonly<{
  /** Errors  TooManyNames. */
  add: (name: string, text: string) => void
  /** Counts a file. */
  count: () => void
  input: () => Input
}>

/**
 * Collects names and values up to a limit.
 *
 * Law     Nothing is used before the whole count is known. A name that could harm an object is left
 *         out.
 */
export function collectNames(most: MostNames = asStranger): FormNames {
  const held = new Map<string, string[]>()
  let [all, allowed] = [0, MOST_NAMES]
  const count = (): void => {
    all++
    if (held.size < MOST_NAMES && all < MOST_NAMES * EACH) return
    if (held.size >= allowed || all >= allowed * EACH) allowed = most(held)
    if (held.size >= allowed || all >= allowed * EACH) throw new TooManyNames(`${held.size} names`)
  }
  return {
    count,
    add: (name, text) => {
      const before = held.get(name)
      if (before) {
        before.push(text)
        count()
        return
      }
      count()
      held.set(name, [text])
    },
    input: () =>
      Object.fromEntries(
        [...held].flatMap(([name, texts]) =>
          name === '__proto__'
            ? []
            : [[name, texts.length > 1 ? texts : (texts[0] ?? '')] as const],
        ),
      ),
  }
}

/** The pairs of a URL-encoded text, read lazily. */
export function* pairsIn(text: string): Generator<readonly [string, string]> {
  for (let at = 0; at <= text.length; ) {
    const end = text.indexOf('&', at)
    const piece = text.slice(at, end < 0 ? undefined : end)
    // A name may begin with a question mark, which would be taken for an address's own.
    if (piece !== '') yield* new URLSearchParams(`&${piece}`)
    if (end < 0) return
    at = end + 1
  }
}

/** Errors  TooManyNames. */
export function inputIn(pairs: Iterable<readonly [string, string]>, most?: MostNames): Input {
  const all = collectNames(most)
  for (const [name, text] of pairs) all.add(name, text)
  return all.input()
}

/** The query of an address. A query over the limit is empty, and the server answers so. */
export function queryOf(search: string): Input {
  try {
    return inputIn(pairsIn(search.replace(/^\?/, '')))
  } catch (error) {
    if (error instanceof TooManyNames) return {}
    throw error
  }
}
/** Whether it asks more than any page of this box. */
export function asksTooMuch(search: string): boolean {
  try {
    inputIn(pairsIn(search.replace(/^\?/, '')))
    return false
  } catch (error) {
    if (error instanceof TooManyNames) return true
    throw error
  }
}
