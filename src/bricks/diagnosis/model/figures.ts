import type { Indicator } from '../../../contract/figures.ts'
import type { KeptFigures } from './rules.ts'

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
