import type { Block, Paper } from '../core/paper.ts'

/** A block that may be shortened, and how many of its lines stand. */
type Long = Extract<Block, { is: 'items' | 'table' | 'sentences' }>
const isLong = (block: Block): block is Long =>
  (block.is === 'items' || block.is === 'table' || block.is === 'sentences') && block.least !== undefined
const lengthOf = (block: Long): number =>
  block.is === 'items' ? block.items.length : block.is === 'table' ? block.rows.length : block.sentences.length

/**
 * The same print, on so many pages at most: what may be shortened is, and says how many lines it left.
 *
 * Shape   `pagesOf`: how many pages a print takes, as it would be set.
 * Law     fits whenever it fits with the least of each; gives back line after line, in the order of the blocks, as long as it still fits.
 *         Where letters may be smaller they are so first; where all that is not enough, they are smaller still. A print that asks for nothing
 *         comes back as it was.
 */
export function fitting(paper: Paper, pagesOf: (paper: Paper) => number): Paper {
  const { least, points = 11 } = paper
  const { fits = least === undefined ? undefined : 1 } = paper
  if (fits === undefined) return paper
  const isFitting = (one: Paper): boolean => pagesOf(one) <= fits
  const longs = longsIn(paper.blocks)
  const small = least === undefined ? paper : { ...paper, points: Math.min(least, points) }
  const level = levelOf(small, longs, isFitting)
  const isWhole = level >= Math.max(1, ...longs.map(lengthOf))
  const large = !isWhole ? undefined : least === undefined ? (isFitting(paper) ? paper : undefined) : lettered(paper, least, isFitting)
  if (large) return filled(large, isFitting)
  if (longs.length === 0) return paper
  const short = isWhole ? small : grown(small, longs, level, isFitting)
  return least === undefined || isFitting(short) ? short : (lettered(short, SMALLEST, isFitting) ?? short)
}

const upTo = (longs: readonly Long[], most: number): number[] => longs.map(one => Math.min(lengthOf(one), Math.max(one.least ?? 0, most)))

/** So many lines of each fit, none taking the place of another: the longest of them when all do; where nothing may be shortened, 1. */
function levelOf(paper: Paper, longs: readonly Long[], isFitting: (paper: Paper) => boolean): number {
  const longest = Math.max(0, ...longs.map(lengthOf))
  return longest === 0 ? 1 : mostOf(longest, most => isFitting(most === longest ? paper : shortened(paper, upTo(longs, most))))
}

/** What fills the room that is left, as often as there is room for. */
function filled(paper: Paper, isFitting: (paper: Paper) => boolean): Paper {
  const most = Math.max(0, ...paper.blocks.map(block => (block.is === 'filling' ? block.most : 0)))
  const of = (times: number): Paper => ({
    ...paper,
    blocks: paper.blocks.map(block => (block.is === 'filling' ? { ...block, times: Math.min(times, block.most) } : block)),
  })
  let times = 0
  while (times < most && isFitting(of(times + 1))) times++
  return times === 0 ? paper : of(times)
}

/** So many lines of all, then line after line as long as it fits. */
function grown(paper: Paper, longs: readonly Long[], level: number, isFitting: (paper: Paper) => boolean): Paper {
  const kept = upTo(longs, level)
  let growing = longs.map((_, at) => at)
  while (growing.length > 0)
    growing = growing.filter(at => {
      if (kept[at]! >= lengthOf(longs[at]!)) return false
      kept[at]!++
      if (isFitting(shortened(paper, kept))) return true
      kept[at]!--
      return false
    })
  return shortened(paper, kept)
}

/** The most, up to `all`, that holds; 0 when not even 1 does. It looks from the least upwards: what is far too long is never set whole. */
function mostOf(all: number, holds: (most: number) => boolean): number {
  let [low, high] = [0, 1]
  while (high <= all && holds(high)) [low, high] = [high, high * 2]
  high = Math.min(high, all + 1)
  while (high - low > 1) {
    const half = Math.floor((low + high) / 2)
    if (holds(half)) low = half
    else high = half
  }
  return low
}

/** Units  points: the step between two sizes of letters; what one still reads with glasses. */
const [STEP, SMALLEST] = [0.5, 5]
/** With the largest letters, from its `points` down to `least`, with which it fits. */
function lettered(paper: Paper, least: number, isFitting: (paper: Paper) => boolean): Paper | undefined {
  const { points = 11 } = paper
  const steps = Math.max(0, Math.floor((points - least) / STEP))
  const sized = (smaller: number): Paper => ({ ...paper, points: points - (steps - smaller) * STEP })
  if (isFitting(sized(steps))) return sized(steps)
  if (!isFitting(sized(0))) return undefined
  return sized(mostOf(steps - 1, larger => isFitting(sized(larger))))
}

function longsIn(blocks: readonly Block[]): readonly Long[] {
  return blocks.flatMap(block =>
    isLong(block) ? [block] : block.is === 'beside' ? block.columns.flatMap(longsIn) : block.is === 'kept' ? longsIn(block.blocks) : [],
  )
}

function shortened(paper: Paper, kept: readonly number[]): Paper {
  const left = [...kept]
  const whole = longsIn(paper.blocks).reduce((sum, one, at) => sum + lengthOf(one) - kept[at]!, 0)
  const cut = (block: Block): Block => {
    if (block.is === 'left') return { ...block, left: whole } as Block
    if (block.is === 'beside') return { ...block, columns: block.columns.map(column => column.map(cut)) }
    if (block.is === 'kept') return { ...block, blocks: block.blocks.map(cut) }
    if (!isLong(block)) return block
    const count = left.shift() ?? lengthOf(block)
    const rest = { left: lengthOf(block) - count }
    if (block.is === 'items') return { ...block, items: block.items.slice(0, count), ...rest }
    if (block.is === 'table') return { ...block, rows: block.rows.slice(0, count), ...rest }
    return { ...block, sentences: block.sentences.slice(0, count), ...rest }
  }
  return { ...paper, blocks: paper.blocks.map(cut) }
}
