import { fold } from '../../core/letters/words.ts'
import { pattern } from '../../core/pattern.ts'
import { isFirstName } from '../guard/lexicon.ts'
import type { FoundWithMentions } from './harvest.ts'
import { byContact, byHost, type PieceMention } from './hosts.ts'
import { byWhoSaidIt } from './links-said.ts'
import { byWord, UNDER, underSubjects } from './links-under.ts'
import { plainOf, sameAs } from './mask.ts'
import { blockAt, type NotesPage } from './page.ts'
import { isName, namedIn } from './private.ts'
import { type TieEnd, tieBetween, tieOf } from './ties.ts'

/** A tie between two pieces, by their places in the list of what was kept. */
export type Tie = Readonly<{ from: number; rel: string; to: number }>

/**
 * Beyond this many pieces in one block, a block is a whole text without paragraphs and ties
 * nothing.
 */
const CROWD = 24

/** Who and what is named in each block: mentions of pieces, and people by their names. */
function saidIn(page: NotesPage, kept: readonly FoundWithMentions[]): Map<number, PieceMention[]> {
  const said = new Map<number, PieceMention[]>()
  const add = (block: number, one: PieceMention) => {
    const list = said.get(block)
    if (!list) said.set(block, [one])
    else if (list.length <= CROWD) list.push(one)
  }
  kept.forEach((piece, at) => {
    for (const m of piece.mentions) {
      const block = blockAt(page, m.from)
      // Who writes a message stands before it, and is no word of the one above.
      if (!page.isChat || m.from < page.blocks[block]!.to) add(block, { at, ...m })
    }
  })
  for (const named of namedAgain(page, kept)) add(blockAt(page, named.from), named)
  const byName = peopleByName(kept)
  if (byName.size) {
    page.blocks.forEach((block, index) => {
      const clear = page.clear.slice(block.from, block.to)
      for (const span of block.section === 'present' ? [] : namedIn(clear, page.names)) {
        if (isOfAnother(clear, span.from)) continue
        const words = sameAs(clear.slice(span.from, span.to)).split(' ')
        const at = byName.get(words.join(' ')) ?? byName.get(words[0]!) ?? byName.get(words.at(-1)!)
        if (at !== undefined)
          add(index, { at, from: block.from + span.from, to: block.from + span.to })
      }
      const low = LOW_FIRST.exec(clear)
      const at = low && isFirstName(fold(low[2]!)) ? byName.get(sameAs(low[2]!)) : undefined
      if (low && at !== undefined) {
        const from = block.from + low[1]!.length
        add(index, { at, from, to: from + low[2]!.length })
      }
    })
  }
  return said
}

/** *bernadette a 40 chaises*: the first name of somebody who is listed, without its capital. */
const LOW_FIRST = /^(\P{L}{0,4})(\p{Ll}[\p{L}’'-]+)(?=\s\p{L})/u

/** *le fils Mathevon*, *les Mathevon*: of one's kin. */
const KIN = pattern('iu')`
  (?<!\p{L})(?:fils|fille|femme|mari|frère|sœur|père|mère|famille|parents|veuve|neveu|nièce|cousine?
  |petite?)(?: (?:de|des|à))? $|(?<!\p{L})les $
`
/**
 * *Lucie Perrin* is not Jean-Claude Perrin, nor is *le fils Perrin*: another first name stands
 * before the name, or a word of kin.
 */
function isOfAnother(clear: string, from: number): boolean {
  if (KIN.test(clear.slice(Math.max(0, from - 20), from))) return true
  const before = /(?<!\p{L})(\p{Lu}[\p{L}’'-]+)[^\S\n]+$/u.exec(clear.slice(0, from))?.[1]
  return before !== undefined && isFirstName(fold(before))
}

/** Names long enough to be looked for elsewhere in the page, and how many of them at most. */
const [LONG, MOST] = [6, 150]
/**
 * Bodies, places and projects that are named again, far from where they were found; people too,
 * whom no list holds, under the name that they have.
 */
function namedAgain(page: NotesPage, kept: readonly FoundWithMentions[]): readonly PieceMention[] {
  const again: PieceMention[] = []
  const known = kept.flatMap((piece, at) => {
    if (!['actor', 'initiative', 'place'].includes(piece.kind)) return []
    const name = piece.title.replace(/’/g, "'")
    if (isPerson(piece)) return isName(name, page.names) ? [] : [{ at, name, text: page.clear }]
    return name.length >= LONG ? [{ at, name: plainOf(name), text: page.plain }] : []
  })
  for (const { at, name, text } of known.slice(0, MOST)) {
    for (
      let from = text.indexOf(name), n = 0;
      from >= 0 && n < 20;
      from = text.indexOf(name, from + name.length), n++
    ) {
      const to = from + name.length
      if (/[a-z]/.test(page.plain.charAt(to)) || /[a-z]/.test(page.plain.charAt(from - 1))) continue
      if (!kept[at]!.mentions.some(m => m.from < to && m.to > from)) again.push({ at, from, to })
    }
  }
  return again
}

const isPerson = (piece: FoundWithMentions) =>
  piece.kind === 'actor' && piece.fields['kind'] === 'person'
const endOf = (piece: FoundWithMentions): TieEnd => ({
  kind: piece.kind,
  person: isPerson(piece),
})
function peopleByName(kept: readonly FoundWithMentions[]): Map<string, number> {
  const byName = new Map<string, number>()
  kept.forEach((piece, at) => {
    if (!isPerson(piece)) return
    const words = sameAs(piece.title).split(' ')
    for (const name of [words.join(' '), words[0]!, words.at(-1)!])
      if (name && !byName.has(name)) byName.set(name, at)
  })
  return byName
}

/** A thing done, wanted or offered: named people are tied to it only within its own words. */
const STATED = ['task', 'need', 'offer', 'idea', 'decision', 'event', 'voice']

function tie(
  kept: readonly FoundWithMentions[],
  a: PieceMention,
  b: PieceMention,
): Tie | undefined {
  for (const [x, y] of [
    [a, b],
    [b, a],
  ] as const) {
    const [from, to] = [kept[x.at]!, kept[y.at]!]
    const rel = tieOf(from.kind, to.kind)
    if (!rel) continue
    const stated = STATED.includes(to.kind) ? y : STATED.includes(from.kind) ? x : undefined
    const other = stated === y ? x : y
    const both = STATED.includes(to.kind) && STATED.includes(from.kind)
    if (
      stated &&
      !both &&
      from.kind !== 'initiative' &&
      to.kind !== 'initiative' &&
      (other.to <= stated.from || other.from >= stated.to)
    )
      continue
    const said = tieBetween(endOf(from), endOf(to))!
    return said.out
      ? { from: x.at, rel: said.rel, to: y.at }
      : { from: y.at, rel: said.rel, to: x.at }
  }
  return undefined
}

/**
 * *Présence Haute passe le jeudi. Elles peuvent…*: what is offered, wanted or promised without a
 * name is of who was named just before in the block.
 */
function byPronoun(
  kept: readonly FoundWithMentions[],
  list: readonly PieceMention[],
): readonly Tie[] {
  const actors = list.filter(one => kept[one.at]!.kind === 'actor').sort((a, b) => a.from - b.from)
  return list.flatMap(one => {
    const rel = tieOf('actor', kept[one.at]!.kind)
    if (
      !rel ||
      !STATED.includes(kept[one.at]!.kind) ||
      kept[one.at]!.kind === 'voice' ||
      actors.some(a => a.from < one.to && a.to > one.from)
    )
      return []
    const before = actors.filter(a => a.to <= one.from).at(-1)
    return before ? [{ from: before.at, rel, to: one.at }] : []
  })
}

/** Letters before a subject: *Le*, *Ensuite la*. */
const NEAR_START = 14
/**
 * *Le comité des fêtes cherche des bénévoles*: what a body wants or gives, where its name is the
 * subject of the sentence. It is nothing of the project around it.
 */
function saidByBodies(
  kept: readonly FoundWithMentions[],
  said: ReadonlyMap<number, readonly PieceMention[]>,
): ReadonlySet<number> {
  const theirs = new Set<number>()
  for (const list of said.values()) {
    if (list.length > CROWD) continue
    const bodies = list.filter(one => kept[one.at]!.kind === 'actor' && !isPerson(kept[one.at]!))
    for (const { at, from, to } of list)
      if (
        UNDER[kept[at]!.kind] !== undefined &&
        bodies.some(one => one.from >= from && one.to <= to && one.from - from <= NEAR_START)
      )
        theirs.add(at)
  }
  return theirs
}

/**
 * The ties of a page: those that rules said, then those of what stands together. Each pair once.
 */
export function linksBetween(page: NotesPage, kept: readonly FoundWithMentions[]): readonly Tie[] {
  const ties = new Map<string, Tie>()
  const add = (one: Tie | undefined) => {
    if (
      one &&
      one.from !== one.to &&
      !ties.has(`${one.from} ${one.to}`) &&
      !ties.has(`${one.to} ${one.from}`)
    )
      ties.set(`${one.from} ${one.to}`, one)
  }
  const titles = new Map<string, number>()
  kept.forEach((piece, at) => {
    const key = `${piece.kind} ${sameAs(piece.title)}`
    if (!titles.has(key)) titles.set(key, at)
  })
  const people = peopleByName(kept)
  kept.forEach((piece, at) => {
    for (const link of piece.links ?? []) {
      const name = sameAs(link.title ?? '')
      const to =
        titles.get(`${link.kind} ${name}`) ??
        (link.kind === 'actor' ? (people.get(name) ?? people.get(name.split(' ')[0]!)) : undefined)
      if (to !== undefined) add({ from: at, rel: link.rel, to })
    }
  })
  const said = saidIn(page, kept)
  for (const list of said.values()) {
    if (list.length > CROWD) continue
    for (const [i, a] of list.entries()) for (const b of list.slice(i + 1)) add(tie(kept, a, b))
    for (const one of byWhoSaidIt(page, kept, list)) add(one)
    for (const one of byPronoun(kept, list)) add(one)
  }
  const tied = new Set(
    [...ties.values()]
      .filter(t => kept[t.from]!.kind === 'initiative' || kept[t.to]!.kind === 'initiative')
      .flatMap(t => [t.from, t.to]),
  )
  const others = saidByBodies(kept, said)
  for (const one of underSubjects(page, kept))
    if (
      !others.has(one.from) &&
      !others.has(one.to) &&
      !tied.has(UNDER[kept[one.to]!.kind]?.[1] ? one.to : one.from)
    )
      add(one)
  for (const one of byWord(page, kept)) add(one)
  for (const one of byContact(page, kept, said)) add(one)
  for (const one of byHost(page, kept, [...ties.values()])) add(one)
  return [...ties.values()]
}
