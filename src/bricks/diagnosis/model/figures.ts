import type { Indicator } from '../../../contract/slots.ts'
import type { KeptFigures } from './rules.ts'

/**
 * Figures of these communes: what other boxes brought of other communes is theirs to tell. What has
 * no commune is of this territory.
 *
 * Law     the whole is then what its communes count, and what has none.
 */
export function figuresHere(
  all: readonly Indicator[],
  communes: readonly string[],
): readonly Indicator[] {
  if (communes.length === 0) return all
  const here = new Set(communes)
  const elsewhere = new Map<string, number>()
  for (const { id, commune, value } of all)
    if (commune !== undefined && !here.has(commune))
      elsewhere.set(id, (elsewhere.get(id) ?? 0) + value)
  return all
    .filter(one => one.commune === undefined || here.has(one.commune))
    .map(one =>
      one.commune === undefined && one.theme === undefined
        ? { ...one, value: one.value - (elsewhere.get(one.id) ?? 0) }
        : one,
    )
}

/**
 * Figures of every brick, looked up: of the whole, of each commune, of each theme; and how the
 * whole stood in the last report.
 */
export type Figures = Readonly<{
  all: readonly Indicator[]
  whole: (id: string) => number
  has: (id: string) => boolean
  words: (id: string) => string
  byCommune: (id: string) => ReadonlyMap<string, number>
  byTheme: (id: string) => ReadonlyMap<string, number>
  /** More or fewer than in the last report; undefined when that one did not say. */
  change: (id: string) => number | undefined
}>

export function figuresOf(all: readonly Indicator[], before: KeptFigures | undefined): Figures {
  const wholes = new Map(
    all
      .filter(one => one.commune === undefined && one.theme === undefined)
      .map(one => [one.id, one]),
  )
  const by = (id: string, what: 'commune' | 'theme') =>
    new Map(
      all.flatMap(one =>
        one.id === id && one[what] !== undefined ? [[one[what], one.value] as const] : [],
      ),
    )
  return {
    all,
    whole: id => wholes.get(id)?.value ?? 0,
    has: id => wholes.has(id),
    words: id => wholes.get(id)?.words ?? id,
    byCommune: id => by(id, 'commune'),
    byTheme: id => by(id, 'theme'),
    change: id => {
      const [now, then] = [wholes.get(id)?.value, before?.[id]]
      return now === undefined || then === undefined ? undefined : now - then
    },
  }
}
