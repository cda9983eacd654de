import { counted } from '../../../contract/counted.ts'
import type { Reader } from '../../../contract/reader.ts'
import type { FiguresAsked, Indicator } from '../../../contract/slots.ts'
import { firstIdOf } from '../../../core/id.ts'
import type { fr } from '../words/fr.ts'
import { answersToNeeds, doneBy } from './read.ts'
import { deed } from './records.ts'
import { isManyEnough } from './rules.ts'

const DAY_MS = 86_400_000

/**
 * What is told; what was done, in each way, and how needs were answered, once there is enough of it
 * to tell of nobody.
 */
export function dealFigures(
  read: Reader,
  words: typeof fr,
  { since }: FiguresAsked,
): readonly Indicator[] {
  const w = words.indicators
  const known: Readonly<Record<string, string>> = w.modes
  const modes = doneBy(read, 'mode', since)
  const all = [...modes.values()].reduce((sum, n) => sum + n, 0)
  const figure = (
    id: string,
    said: string,
    value: number,
    more: Partial<Indicator> = {},
  ): Indicator => ({
    id: `deals.${id}`,
    words: said,
    value,
    counts: 'people',
    ...(since === undefined ? {} : { since }),
    ...more,
  })
  const done = [
    figure('done', w.done, all),
    ...Object.keys(known).map(mode =>
      figure(`done.${mode}`, known[mode] ?? mode, modes.get(mode) ?? 0),
    ),
    ...[...doneBy(read, 'commune', since)].flatMap(([commune, n]) =>
      commune ? [figure('done', w.done, n, { commune })] : [],
    ),
  ].filter(({ value }) => isManyEnough(value))
  return [
    ...counted(read, {
      id: 'deals.told',
      words: w.told,
      counts: 'people',
      table: deed.name,
      on: 'doneOn',
      since,
    }),
    ...done,
    ...answered(read, figure, w, since),
  ]
}

/** The share of needs that somebody answered, and the delay that half of the answers beat. */
function answered(
  read: Reader,
  figure: (id: string, said: string, value: number, more?: Partial<Indicator>) => Indicator,
  w: (typeof fr)['indicators'],
  since: string | undefined,
): readonly Indicator[] {
  const { needs, delays } = answersToNeeds(read, since === undefined ? '' : firstIdOf(since))
  if (!isManyEnough(delays.length)) return []
  const middle = delays[Math.floor((delays.length - 1) / 2)] ?? 0
  return [
    figure('answered', w.answered, delays.length),
    figure('share', w.share, Math.round((100 * delays.length) / needs), { unit: 'percent' }),
    figure('delay', w.delay, Math.round(middle / DAY_MS), { unit: 'days' }),
  ]
}
