import type { Block, Paper } from '../core/paper.ts'

/** A block that may be shortened, and how many of its lines stand. */
type Long = Extract<Block, { is: 'items' | 'table' }>
const isLong = (block: Block): block is Long => (block.is === 'items' || block.is === 'table') && block.least !== undefined
const lengthOf = (block: Long): number => (block.is === 'items' ? block.items.length : block.rows.length)

/**
 * The same print, on so many pages at most: what may be shortened is, and says how many lines it left.
 *
 * Shape   `pagesOf`: how many pages a print takes, as it would be set.
 * Law     fits whenever it fits with the least of each (fit.test.ts); gives back line after line, in the order of the blocks, as long as it
 *         still fits. A print that asks for nothing comes back as it was.
 */
export function fitting(paper: Paper, pagesOf: (paper: Paper) => number): Paper {
  const { fits } = paper
  if (paper.least !== undefined) return lettered(paper, paper.least, pagesOf)
  if (fits === undefined || pagesOf(paper) <= fits) return paper
  const longs = longsIn(paper.blocks)
  const shareOf = (share: number): readonly number[] => longs.map(one => Math.max(one.least ?? 0, Math.floor(lengthOf(one) * share)))
  const isFitting = (kept: readonly number[]): boolean => pagesOf(shortened(paper, kept)) <= fits
  let [low, high] = [0, 1]
  for (let tries = 0; tries < 7; tries++) {
    const half = (low + high) / 2
    if (isFitting(shareOf(half))) low = half
    else high = half
  }
  const kept = [...shareOf(low)]
  for (const [at, one] of longs.entries())
    while (kept[at]! < lengthOf(one)) {
      kept[at]!++
      if (isFitting(kept)) continue
      kept[at]!--
      break
    }
  return shortened(paper, kept)
}

/** Units  points: the step between two sizes of letters. */
const STEP = 0.5
/** With the largest letters, from its `points` down to `least`, with which it stands on its pages; as it was when none are small enough. */
function lettered(paper: Paper, least: number, pagesOf: (paper: Paper) => number): Paper {
  const { fits = 1, points = 11 } = paper
  for (let size = points; size >= least; size -= STEP) {
    const smaller = { ...paper, points: size }
    if (pagesOf(smaller) <= fits) return smaller
  }
  return paper
}

function longsIn(blocks: readonly Block[]): readonly Long[] {
  return blocks.flatMap(block =>
    isLong(block) ? [block] : block.is === 'beside' ? block.columns.flatMap(longsIn) : block.is === 'kept' ? longsIn(block.blocks) : [],
  )
}

function shortened(paper: Paper, kept: readonly number[]): Paper {
  const left = [...kept]
  const cut = (block: Block): Block => {
    if (block.is === 'beside') return { ...block, columns: block.columns.map(column => column.map(cut)) }
    if (block.is === 'kept') return { ...block, blocks: block.blocks.map(cut) }
    if (!isLong(block)) return block
    const count = left.shift() ?? lengthOf(block)
    const rest = { left: lengthOf(block) - count }
    return block.is === 'items'
      ? { ...block, items: block.items.slice(0, count), ...rest }
      : { ...block, rows: block.rows.slice(0, count), ...rest }
  }
  return { ...paper, blocks: paper.blocks.map(cut) }
}
