import type { Harvest } from '../src/text/harvest/harvest.ts'
import type { NotesPage } from '../src/text/harvest/page.ts'
import { picked } from '../src/text/harvest/picked.ts'
import { type ReadBlock, readBlocks } from '../src/text/harvest/pieces.ts'
import type { HarvestRule } from '../src/text/harvest/rule.ts'
import {
  type ExpectedPage,
  isFirstInk,
  isPerson,
  isThere,
  isTitled,
  type LinedCandidate,
  leaksIn,
  lined,
  linesOf,
  type WantedRecord,
} from './harvest-score.ts'

/**
 * A model of a person who has a page of notes in front of them and takes all that it holds, from
 * its top to its end, with the functions that the page itself calls (`readBlocks`, `harvestPage`,
 * `picked`):
 *
 * - press a sentence and choose a kind: 2 acts; keep one mark: 1;
 * - keep all marks of the first ink of one part of the text (a title and what stands under it, at
 *   most 12 blocks): 1, and 1 for each false one, which is left again; those of the second ink
 *   likewise, when two or more stand there, where that is less than one by one;
 * - another kind for a mark: 2 (open; choose and save); a wrong title: 2;
 * - somebody who is found waits for their consent: nothing is kept, 0.
 *
 * The person stops when 90 % of what is wanted is kept. Seconds: the page read once at 220 words a
 * minute, and 2.5 s an act.
 */
export type ActsCount = Readonly<{
  acts: number
  seconds: number
  /** False marks of the first ink on the page. */
  false: number
  /** Wanted records whose sentence gives no record. */
  lost: number
  /** Words that may never show, in a title that a pick made; and those that no guard holds. */
  leaks: readonly string[]
  unheld: readonly string[]
}>
const [MOST_BLOCKS, WORDS_A_MINUTE, SECONDS_AN_ACT, ENOUGH] = [12, 220, 2.5, 0.9]

type Part = Readonly<{ from: number; to: number }>
function partsOf(blocks: readonly ReadBlock[]): readonly Part[] {
  const starts = blocks.filter((block, at) => {
    const title = block.heading > 0 && !(blocks[at - 1]?.heading ?? 0)
    return at === 0 || title
  })
  return starts.flatMap((start, at) => {
    const end = starts[at + 1]?.from ?? Number.POSITIVE_INFINITY
    const inside = blocks.filter(one => one.from >= start.from && one.from < end)
    return Array.from({ length: Math.ceil(inside.length / MOST_BLOCKS) }, (_, n) => ({
      from: inside[n * MOST_BLOCKS]!.from,
      to: inside[(n + 1) * MOST_BLOCKS]?.from ?? end,
    }))
  })
}

export type ReadPage = Readonly<{
  text: string
  page: NotesPage
  rules: readonly HarvestRule[]
  harvest: Harvest
  expected: ExpectedPage
}>

/** What one wanted record costs, and whether a mark or a pick gives it. */
type Taken = Readonly<{ acts: number; mark?: LinedCandidate; made?: string; lost?: boolean }>

function takenBy(read: ReadPage, came: readonly LinedCandidate[], wanted: WantedRecord): Taken {
  const there = came.filter(one => isThere(one, wanted))
  const right = there.find(one => isTitled(one.title, wanted))
  if (right && isPerson(right)) return { acts: 0 }
  const mark = right ?? there.find(one => !isPerson(one))
  const pick = pickedFor(read, wanted)
  if (right) return { acts: 0, mark: right }
  if (pick?.right) return { acts: 2, made: pick.title }
  if (mark) return { acts: 2, mark }
  return pick ? { acts: 4, made: pick.title } : { acts: 4, lost: true }
}

/** The sentence of the line whose record says best what is wanted. */
function pickedFor(
  { text, page, rules }: ReadPage,
  wanted: WantedRecord,
): Readonly<{ title: string; right: boolean }> | undefined {
  const lineAt = (offset: number): number => text.slice(0, offset).split('\n').length
  const on = (line: number) =>
    readBlocks(text)
      .flatMap(block => block.sentences)
      .filter(one => lineAt(one.from) <= line && line <= lineAt(Math.max(one.from, one.to - 1)))
  const made = linesOf(wanted).flatMap(line =>
    on(line).flatMap(span => {
      const one = picked(text, page, rules, { kind: wanted.kinds[0]!, span, known: [] })
      return one ? [one.piece.title] : []
    }),
  )
  const right = made.find(title => isTitled(title, wanted))
  return made.length > 0 ? { title: right ?? made[0]!, right: right !== undefined } : undefined
}

export function actsOf(read: ReadPage): ActsCount {
  const { text, expected } = read
  const came = lined(text, read.harvest.candidates)
  const all = [...expected.must, ...expected.may]
  const wrongs = came.filter(one => !isPerson(one) && !all.some(wanted => isThere(one, wanted)))
  const falses = wrongs.filter(isFirstInk)
  const offsets = [0, ...[...text.matchAll(/\n/g)].map(m => m.index + 1)]
  const parts = partsOf(readBlocks(text))
  const enough = Math.ceil(expected.must.length * ENOUGH)
  let [acts, kept, lost] = [0, 0, 0]
  const made: string[] = []
  for (const part of parts) {
    const inside = (at: number): boolean => at >= part.from && at < part.to
    const here = expected.must.filter(wanted => {
      const at = offsets[wanted.line - 1] ?? 0
      const end = (offsets[wanted.line] ?? text.length + 1) - 1
      return parts.find(one => at < one.to && end >= one.from) === part
    })
    const marks = new Set<LinedCandidate>()
    for (const wanted of here) {
      if (kept >= enough) break
      const one = takenBy(read, came, wanted)
      acts += one.acts
      if (one.lost) lost++
      else kept++
      if (one.mark) marks.add(one.mark)
      if (one.made) made.push(one.made)
    }
    const first = [...marks].filter(isFirstInk).length
    const wrong = falses.filter(one => inside(one.source.from)).length
    const perhaps = marks.size - first
    const wrongPerhaps = wrongs.filter(one => !isFirstInk(one) && inside(one.source.from)).length
    acts += Math.min(first, first > 0 ? 1 + wrong : 0)
    acts += Math.min(perhaps, perhaps > 0 ? 1 + wrongPerhaps : 0)
  }
  const words = text.split(/\s+/).filter(Boolean).length
  return {
    acts,
    seconds: Math.round((words / WORDS_A_MINUTE) * 60 + acts * SECONDS_AN_ACT),
    false: falses.length,
    lost,
    ...leaksIn(made, expected.never ?? []),
  }
}
