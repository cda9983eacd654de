import type { Paper, PrintBlock } from '../contract/paper.ts'

/** A block that may be shortened, and how many of its lines stand. */
type Long = Extract<PrintBlock, { is: 'items' | 'table' | 'sentences' | 'several' }>
const isLong = (block: PrintBlock): block is Long =>
  block.is === 'several' ||
  ((block.is === 'items' || block.is === 'table' || block.is === 'sentences') &&
    block.least !== undefined)
const linesOf = (block: Long): readonly unknown[] =>
  block.is === 'items'
    ? block.items
    : block.is === 'table'
      ? block.rows
      : block.is === 'several'
        ? block.each
        : block.sentences
const lengthOf = (block: Long): number => linesOf(block).length
const isFirst = (block: Long): boolean => block.is === 'several' && block.first === true

/**
 * The same print, on so many pages at most: what may be shortened is, and says how many lines it
 * left.
 *
 * Shape   `pagesOf`: how many pages a print takes, as it would be set.
 * Law     fits whenever it fits with the least of each; gives back as many lines of each, then line
 *         after line, in the order of the blocks, as long as it still fits, and what comes `first`
 *         before the others. Where letters may be smaller they are so first; where all that is not
 *         enough, they are smaller still. A print that asks for nothing comes back as it was.
 */
export function fitting(given: Paper, pagesOf: (paper: Paper) => number): Paper {
  const paper = withApartSized(given, pagesOf)
  const { least, points = 11 } = paper
  const { fits = least === undefined ? undefined : 1 } = paper
  if (fits === undefined) return paper
  const isFitting = (one: Paper): boolean => pagesOf(one) <= fits
  // Most prints fit as they are: one setting says so. What is far too long is never set whole.
  const whole = least === undefined ? paper : { ...paper, points }
  if (JSON.stringify(paper.blocks).length <= LIGHT && isFitting(whole))
    return filled(whole, isFitting)
  const longs = longsIn(paper.blocks)
  const small = least === undefined ? paper : { ...paper, points: Math.min(least, points) }
  const short = longs.length === 0 ? small : shortest(small, longs, isFitting)
  const large =
    short !== small
      ? undefined
      : least !== undefined
        ? lettered(paper, least, isFitting)
        : isFitting(paper)
          ? paper
          : undefined
  if (large) return filled(large, isFitting)
  if (longs.length === 0) return paper
  return least === undefined || isFitting(short)
    ? short
    : (lettered(short, SMALLEST, isFitting) ?? short)
}

type Apart = Extract<PrintBlock, { is: 'apart' }>
/** Each part on pages of its own, in its own letters: the largest that take the fewest. */
function withApartSized(paper: Paper, pagesOf: (paper: Paper) => number): Paper {
  const { points: largest = 11 } = paper
  // Parts of one print are much alike: the letters of the one before are tried first.
  let before = largest
  const sized = (block: Apart): Apart => {
    const { least = largest } = block
    const alone = (points: number): Paper => ({ ...paper, blocks: block.blocks, points })
    const fewest = pagesOf(alone(least))
    const isFitting = (one: Paper): boolean => pagesOf(one) <= fewest
    const holds = (points: number): boolean => points <= largest && isFitting(alone(points))
    if (!holds(before) || holds(before + STEP))
      before = holds(largest)
        ? largest
        : (lettered(alone(largest), least, isFitting)?.points ?? least)
    return { ...block, points: before }
  }
  return paper.blocks.some(({ is }) => is === 'apart')
    ? { ...paper, blocks: paper.blocks.map(one => (one.is === 'apart' ? sized(one) : one)) }
    : paper
}

/** Units  characters: what costs little to set once more than it need be. */
const LIGHT = 12_000

/** As much of each as fits; the same print, when that is all of it. */
function shortest(
  paper: Paper,
  longs: readonly Long[],
  isFitting: (paper: Paper) => boolean,
): Paper {
  const print = { paper, longs, isFitting }
  let kept: readonly number[] = longs.map(one => Math.min(lengthOf(one), one.least ?? 0))
  for (const isNow of [isFirst, (one: Long) => !isFirst(one)]) {
    const group = longs.map((_, at) => at).filter(at => isNow(longs[at]!))
    kept = grown(print, raised(print, kept, group), group)
  }
  return kept.every((count, at) => count === lengthOf(longs[at]!)) ? paper : shortened(paper, kept)
}

/** A print with its long parts, and whether a shorter one fits. */
type Shortening = Readonly<{
  paper: Paper
  longs: readonly Long[]
  isFitting: (paper: Paper) => boolean
}>
type Grows = (
  print: Shortening,
  kept: readonly number[],
  group: readonly number[],
) => readonly number[]

/** So many lines of each of the group, none taking the place of another. */
const raised: Grows = ({ paper, longs, isFitting }, kept, group) => {
  const upTo = (most: number): readonly number[] =>
    kept.map((count, at) =>
      group.includes(at) ? Math.max(count, Math.min(lengthOf(longs[at]!), most)) : count,
    )
  const longest = Math.max(0, ...group.map(at => lengthOf(longs[at]!)))
  return upTo(mostOf(longest, most => isFitting(shortened(paper, upTo(most)))))
}

/** Then line after line of them, as long as it fits. */
const grown: Grows = ({ paper, longs, isFitting }, from, group) => {
  const kept = [...from]
  let growing = group
  while (growing.length > 0)
    growing = growing.filter(at => {
      if (kept[at]! >= lengthOf(longs[at]!)) return false
      kept[at]!++
      if (isFitting(shortened(paper, kept))) return true
      kept[at]!--
      return false
    })
  return kept
}

/** What fills the room that is left, as often as there is room for. */
function filled(paper: Paper, isFitting: (paper: Paper) => boolean): Paper {
  const most = Math.max(0, ...paper.blocks.map(block => (block.is === 'filling' ? block.most : 0)))
  const of = (times: number): Paper => ({
    ...paper,
    blocks: paper.blocks.map(block =>
      block.is === 'filling' ? { ...block, times: Math.min(times, block.most) } : block,
    ),
  })
  let times = 0
  while (times < most && isFitting(of(times + 1))) times++
  return times === 0 ? paper : of(times)
}

/**
 * The most, up to `all`, that holds; 0 when not even 1 does. It looks from the least upwards: what
 * is far too long is never set whole.
 */
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
function lettered(
  paper: Paper,
  least: number,
  isFitting: (paper: Paper) => boolean,
): Paper | undefined {
  const { points = 11 } = paper
  const steps = Math.max(0, Math.floor((points - least) / STEP))
  const sized = (smaller: number): Paper => ({
    ...paper,
    points: points - (steps - smaller) * STEP,
  })
  if (isFitting(sized(steps))) return sized(steps)
  if (!isFitting(sized(0))) return undefined
  return sized(mostOf(steps - 1, larger => isFitting(sized(larger))))
}

function longsIn(blocks: readonly PrintBlock[]): readonly Long[] {
  return blocks.flatMap(block =>
    isLong(block)
      ? [block]
      : block.is === 'beside'
        ? block.columns.flatMap(longsIn)
        : block.is === 'kept'
          ? longsIn(block.blocks)
          : [],
  )
}

function shortened(paper: Paper, kept: readonly number[]): Paper {
  const left = [...kept]
  const whole = longsIn(paper.blocks).reduce((sum, one, at) => sum + lengthOf(one) - kept[at]!, 0)
  const cut = (block: PrintBlock): PrintBlock => {
    if (block.is === 'left') return { ...block, left: whole } as PrintBlock
    if (block.is === 'beside')
      return { ...block, columns: block.columns.map(column => column.map(cut)) }
    if (block.is === 'kept') return { ...block, blocks: block.blocks.map(cut) }
    if (!isLong(block)) return block
    const count = left.shift() ?? lengthOf(block)
    const rest = { left: lengthOf(block) - count }
    if (block.is === 'items') return { ...block, items: block.items.slice(0, count), ...rest }
    if (block.is === 'table') return { ...block, rows: block.rows.slice(0, count), ...rest }
    if (block.is === 'several') return { ...block, each: block.each.slice(0, count), ...rest }
    return { ...block, sentences: block.sentences.slice(0, count), ...rest }
  }
  return { ...paper, blocks: paper.blocks.map(cut) }
}
