import type { Harvest } from '../src/text/harvest/harvest.ts'
import type { NotesPage } from '../src/text/harvest/page.ts'
import { type Picked, picked } from '../src/text/harvest/picked.ts'
import type { KnownPiece } from '../src/text/harvest/picked-ties.ts'
import { type ReadBlock, readBlocks } from '../src/text/harvest/pieces.ts'
import type { HarvestRule } from '../src/text/harvest/rule.ts'
import { belongsTo, likeliestFirst, tieBetween } from '../src/text/harvest/ties.ts'
import {
  type ExpectedPage,
  isEnd,
  isFirstInk,
  isPerson,
  isThere,
  isTitled,
  type LinedCandidate,
  type LinkEnd,
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
 * - keep all lines that one pick proposed: 1, and 1 for each false one, which is left again, where
 *   that is less than one by one;
 * - another kind for a mark: 2 (open; choose and save); a wrong title: 2;
 * - somebody who is found waits for their consent: nothing is kept, 0.
 *
 * The person stops when 90 % of what is wanted is kept. Seconds: the page read once at 220 words a
 * minute, and 2.5 s an act.
 *
 * Ties are counted apart, of what was kept by then: those that are there without an act, and the
 * acts that make the others: 1 where the page asks beside the pick (*c'est pour quoi ?*, the three
 * likeliest, where nothing tied it), else 2 (open; choose). A pair that the panel does not offer
 * stays untied. A tie ends at what its writer wants on that line, whichever of its kinds was kept;
 * a sentence that a tie ends at is picked as the kind that the tie says.
 *
 * With the rules off, the page has sentences and kinds alone: nothing is proposed by a rule or by a
 * pick, and no tie is made.
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
  /** Lines that picks proposed, and those of them that nobody wants. */
  taught: number
  taughtFalse: number
  ties: TiesCount
}>
/** Wanted ties: there after the picks; made by hand after them; the acts of that. */
type TiesCount = Readonly<{ there: number; made: number; acts: number }>
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

/** `helps`: the page proposes; without, it has sentences and kinds alone. */
export type ReadPage = Readonly<{
  text: string
  page: NotesPage
  rules: readonly HarvestRule[]
  harvest: Harvest
  expected: ExpectedPage
  helps: boolean
}>

/** A piece of the page while it is read: a mark, or what a person picked. */
type Piece = LinedCandidate & Readonly<{ pick?: Picked; taughtBy?: number }>
type Reading = ReadPage &
  Readonly<{
    blocks: readonly ReadBlock[]
    lineAt: (offset: number) => number
    /** What the page has, in the order in which it came. */
    pieces: Piece[]
    /** Kept, by the indices of `pieces`. */
    kept: Set<number>
    /** `relation` left out: two indices of `pieces`. */
    ties: [number, number][]
    /** Two pieces that one press ties: the page asked about them beside a pick. */
    asked: [number, number][]
  }>

/** What one wanted record costs, and what gives it. */
type Taken = Readonly<{ acts: number; mark?: number; pick?: Picked; lost?: boolean }>

function takenBy(read: Reading, wanted: WantedRecord): Taken {
  // A sentence that was picked is one thing: what else it says is picked by itself.
  const there = [...read.pieces.keys()].filter(
    at => read.pieces[at]!.pick === undefined && isThere(read.pieces[at]!, wanted),
  )
  const right = there.find(at => isTitled(read.pieces[at]!.title, wanted))
  if (right !== undefined && isPerson(read.pieces[right]!)) return { acts: 0 }
  if (right !== undefined) return { acts: 0, mark: right }
  const mark = there.find(at => !isPerson(read.pieces[at]!))
  const pick = pickedFor(read, wanted)
  if (pick?.right) return { acts: 2, pick: pick.picked }
  if (mark !== undefined) return { acts: 2, mark }
  return pick ? { acts: 4, pick: pick.picked } : { acts: 4, lost: true }
}

/** The sentence of the line whose record says best what is wanted. */
function pickedFor(
  read: Reading,
  wanted: WantedRecord,
): Readonly<{ picked: Picked; right: boolean }> | undefined {
  const { text, page, rules, blocks, lineAt } = read
  const on = (line: number) =>
    blocks
      .flatMap(block => block.sentences)
      .filter(one => lineAt(one.from) <= line && line <= lineAt(Math.max(one.from, one.to - 1)))
  const kind = kindPicked(read.expected, wanted)
  const made = linesOf(wanted).flatMap(line =>
    on(line).flatMap(span => picked(text, page, rules, { kind, span, known: knownIn(read) }) ?? []),
  )
  const right = made.find(one => isTitled(one.piece.title, wanted))
  return made[0] && { picked: right ?? made[0], right: right !== undefined }
}
/** The kind that a wanted tie says it has, where it may have several. */
function kindPicked({ links = [] }: ExpectedPage, wanted: WantedRecord): string {
  const told = links
    .flatMap(({ from, to }) => [from, to])
    .find(end => wanted.kinds.includes(end.kind) && linesOf(wanted).includes(end.line ?? -1))
  return told?.kind ?? wanted.kinds[0]!
}
const knownIn = ({ pieces }: Reading): readonly KnownPiece[] =>
  pieces.map(one => ({
    kind: one.kind,
    title: one.title,
    fields: one.fields,
    from: one.source.from,
    to: one.source.to,
    private: one.private,
  }))

/** A picked piece stands on the page, and what it teaches beside it. */
function pickOn(read: Reading, pick: Picked): void {
  const put = ({ piece, ties }: Pick<Picked, 'piece' | 'ties'>, more: Partial<Piece>): number => {
    const at = read.pieces.length
    const { from, to } = piece
    read.pieces.push({
      ...{ id: `p${at}`, kind: piece.kind, title: piece.title, fields: piece.fields },
      ...{ private: false, source: { from, to }, certainty: 1, rule: 'picked', ink: 'perhaps' },
      ...{ first: read.lineAt(from), last: read.lineAt(Math.max(from, to - 1)) },
      ...more,
    })
    if (read.helps) read.ties.push(...ties.map(({ other }): [number, number] => [at, other]))
    return at
  }
  const at = put(pick, { pick })
  read.kept.add(at)
  if (read.helps)
    read.asked.push(...subjectsAsked(read, at).map((to): [number, number] => [at, to]))
  if (read.helps) for (const one of pick.alike) put(one, { taughtBy: at })
}

/** What the page asks about, beside a pick that no rule tied to a project. */
function subjectsAsked({ pieces, ties, blocks }: Reading, at: number): readonly number[] {
  const subjects = [...pieces.keys()]
    .filter(to => to !== at && mayBeFor(pieces[at]!, pieces[to]!))
    .map(to => ({ to, kind: pieces[to]!.kind, from: pieces[to]!.source.from }))
  const isTied = subjects.some(({ to }) =>
    ties.some(pair => pair.includes(at) && pair.includes(to)),
  )
  if (isTied || ['initiative', 'event'].includes(pieces[at]!.kind)) return []
  const starts = blocks.filter(block => block.heading > 0).map(block => block.from)
  return likeliestFirst(pieces[at]!.source.from, subjects, starts)
    .slice(0, MOST_SUBJECTS)
    .map(({ to }) => to)
}
const MOST_SUBJECTS = 3
const mayBeFor = (a: Piece, b: Piece): boolean =>
  !isPerson(b) && belongsTo(a.kind).includes(b.kind) && isTieable(a, b)
const isTieable = (a: Piece, b: Piece): boolean =>
  tieBetween({ kind: a.kind, person: isPerson(a) }, { kind: b.kind, person: isPerson(b) }) !==
  undefined

/** The page before anybody touched it. */
function opened(page: ReadPage): Reading {
  const pieces = [...lined(page.text, page.harvest.candidates)]
  const at = new Map(pieces.map((one, i) => [one.id, i]))
  return {
    ...page,
    blocks: readBlocks(page.text),
    lineAt: offset => page.text.slice(0, offset).split('\n').length,
    pieces,
    kept: new Set(),
    asked: [],
    ties: page.harvest.links.map(({ from, to }): [number, number] => [at.get(from)!, at.get(to)!]),
  }
}

/** Of marks that one press keeps: so many by one press, each false one left, or one by one. */
const together = (right: number, wrong: number): number =>
  Math.min(right, right > 0 ? 1 + wrong : 0)

/** The marks of one part of the text that the person keeps: those of each ink together. */
function keptIn({ pieces }: Reading, marks: readonly number[], wrongs: readonly Piece[]): number {
  const own = marks.map(at => pieces[at]!).filter(one => one.taughtBy === undefined)
  const [first, perhaps] = [own.filter(isFirstInk), own.filter(one => !isFirstInk(one))]
  const [wrong, doubt] = [wrongs.filter(isFirstInk), wrongs.filter(one => !isFirstInk(one))]
  return together(first.length, wrong.length) + together(perhaps.length, doubt.length)
}

/** The lines that picks proposed: those of each pick together. */
function keptAlike({ pieces, kept }: Reading, isWrong: (one: Piece) => boolean): number {
  const groups = Map.groupBy(
    [...pieces.keys()].filter(at => pieces[at]!.taughtBy !== undefined),
    at => pieces[at]!.taughtBy!,
  )
  return [...groups.values()].reduce((acts, group) => {
    const right = group.filter(at => kept.has(at)).length
    return acts + together(right, group.filter(at => isWrong(pieces[at]!)).length)
  }, 0)
}

type Walked = Readonly<{ acts: number; lost: number }>
/** From the top of the text to its end, or to where enough is kept. */
function walked(read: Reading, isWrong: (one: Piece) => boolean): Walked {
  const { text, expected } = read
  const starts = [0, ...[...text.matchAll(/\n/g)].map(m => m.index + 1)]
  const parts = partsOf(read.blocks)
  const enough = Math.ceil(expected.must.length * ENOUGH)
  let [acts, done, lost] = [0, 0, 0]
  for (const part of parts) {
    const here = expected.must.filter(wanted => {
      const at = starts[wanted.line - 1] ?? 0
      const end = (starts[wanted.line] ?? text.length + 1) - 1
      return parts.find(one => at < one.to && end >= one.from) === part
    })
    const marks = new Set<number>()
    for (const wanted of here) {
      if (done >= enough) break
      const one = takenBy(read, wanted)
      acts += one.acts
      if (one.lost) lost++
      else done++
      if (one.mark !== undefined && !read.kept.has(one.mark)) marks.add(one.mark)
      if (one.mark !== undefined) read.kept.add(one.mark)
      if (one.pick) pickOn(read, one.pick)
    }
    const wrongs = read.pieces.filter(
      ({ source, ...one }) =>
        source.from >= part.from && source.from < part.to && one.taughtBy === undefined,
    )
    acts += keptIn(read, [...marks], wrongs.filter(isWrong))
  }
  return { acts: acts + keptAlike(read, isWrong), lost }
}

export function actsOf(page: ReadPage): ActsCount {
  const { text, expected } = page
  const read = opened(page)
  const all = [...expected.must, ...expected.may]
  const isWrong = (one: Piece): boolean =>
    !isPerson(one) && one.pick === undefined && !all.some(wanted => isThere(one, wanted))
  const falses = read.pieces.filter(one => isWrong(one) && isFirstInk(one)).length
  const { acts, lost } = walked(read, isWrong)
  const words = text.split(/\s+/).filter(Boolean).length
  const taught = read.pieces.filter(one => one.taughtBy !== undefined)
  const made = read.pieces.filter(one => one.pick ?? one.taughtBy !== undefined)
  return {
    acts,
    seconds: Math.round((words / WORDS_A_MINUTE) * 60 + acts * SECONDS_AN_ACT),
    false: falses,
    lost,
    ...leaksIn(
      made.map(one => one.title),
      expected.never ?? [],
    ),
    taught: taught.length,
    taughtFalse: taught.filter(isWrong).length,
    ties: tiesOf(read),
  }
}

/** The panel of one of them asks about the other: what it is for, with whom, where. */
const isOffered = (a: Piece, b: Piece): boolean =>
  mayBeFor(a, b) ||
  mayBeFor(b, a) ||
  (isTieable(a, b) && [a, b].some(one => one.kind === 'actor' || one.kind === 'place'))

/** What its writer wants there may have several kinds: the piece has one of them. */
const isThatThere = ({ must, may }: ExpectedPage, one: Piece, { kind, line, title }: LinkEnd) =>
  title === undefined &&
  [...must, ...may].some(
    wanted =>
      wanted.kinds.includes(kind) &&
      linesOf(wanted).includes(line ?? -1) &&
      isThere(one, wanted) &&
      isTitled(one.title, wanted),
  )

/** Wanted ties of what was kept. People who are found are there: they wait. */
function tiesOf({ pieces, kept, ties, asked, expected }: Reading): TiesCount {
  const has = (at: number): boolean => kept.has(at) || isPerson(pieces[at]!)
  const mine = [...pieces.keys()].filter(has)
  let [there, made, acts] = [0, 0, 0]
  for (const { from, to } of expected.links ?? []) {
    const [a, b] = [from, to].map(end =>
      mine.filter(at => isEnd(pieces[at], end) || isThatThere(expected, pieces[at]!, end)),
    ) as [number[], number[]]
    const isPair = ([x, y]: readonly [number, number]): boolean =>
      (a.includes(x) && b.includes(y)) || (b.includes(x) && a.includes(y))
    if (ties.some(isPair)) there++
    else if (a.some(x => b.some(y => isOffered(pieces[x]!, pieces[y]!)))) {
      made++
      acts += asked.some(isPair) ? 1 : 2
    }
  }
  return { there, made, acts }
}
