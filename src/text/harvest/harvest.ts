import { pattern } from '../../core/pattern.ts'
import { isBetweenUs } from './between-us.ts'
import { isNameless } from './chat.ts'
import type { IsCommune } from './communes.ts'
import { composed } from './composed.ts'
import { cuesRule, type HarvestCue } from './cues.ts'
import { type Ink, inkOf, type RuleCounts, shareOf } from './ink.ts'
import { linksBetween } from './links.ts'
import { LISTED } from './listed.ts'
import { sameAs } from './mask.ts'
import { blockAt, type NotesPage, notesPage, type SaidHead } from './page.ts'
import { discreet, tellsSituation } from './private.ts'
import type { FoundLink, FoundPiece, HarvestRule } from './rule.ts'
import { ended } from './title.ts'
import { headUntold, untold } from './untold.ts'

/** One proposed record. Offsets are UTF-16 units of the text given. */
export type HarvestCandidate = Readonly<{
  id: string
  kind: string
  title: string
  fields: Readonly<Record<string, unknown>>
  private: boolean
  source: Readonly<{ from: number; to: number }>
  /** The share of what its rule proposed that was right, from 0 to 1: ink.ts. */
  certainty: number
  /** The rule that found it: `need.seeks`. */
  rule: string
  ink: Ink
}>
/**
 * A tie between two pieces, by their ids; `rel` is a word of the harvest contract (`carries`,
 * `needs`…).
 */
export type Link = Readonly<{ from: string; rel: string; to: string }>
/**
 * All that one page of notes holds. Nothing of it is shown by itself: a person reads each piece
 * first (law 11).
 */
export type Harvest = Readonly<{
  meeting: Readonly<{
    title: string
    date: string | null
    startsAt?: string | null
    place: string
    people: readonly string[]
  }>
  /** A conversation: its title is the name of a group, or none. */
  isChat?: true
  licence?: string
  author?: string
  candidates: readonly HarvestCandidate[]
  links: readonly Link[]
}>
/** What was found once, with every place where it is named. */
export type FoundWithMentions = FoundPiece &
  Readonly<{ mentions: readonly Readonly<{ from: number; to: number }>[] }>

/**
 * Kinds that say what one sentence is: only the surest stays on it, and this order settles ties.
 */
const STATEMENTS = ['decision', 'event', 'task', 'offer', 'need', 'idea']

const overlap = (a: FoundPiece, b: FoundPiece) => Math.min(a.to, b.to) - Math.max(a.from, b.from)
function yields(a: FoundPiece, b: FoundPiece): boolean {
  const half = Math.min(a.to - a.from, b.to - b.from) / 2
  if (overlap(a, b) <= half) return false
  // A row of a table, and a sentence in one of its cells.
  if ((a.rule === 'table.row') !== (b.rule === 'table.row')) return false
  const pair = [a.kind, b.kind]
  if (pair.includes('event') && pair.includes('decision')) return false
  // *Léa propose un atelier samedi 12 à 14 h*: people come to it, so it is no offer.
  if (
    pair.includes('event') &&
    pair.includes('offer') &&
    [a, b].some(one => one.fields['startsAt'])
  )
    return a.kind === 'offer'
  // *Luce organise une visite le 7 à 10 h*: something to do, and something that happens.
  if (
    [a, b].some(one => one.kind === 'task' && one.fields['who']) &&
    [a, b].some(one => one.kind === 'event' && one.fields['startsAt'])
  )
    return false
  return (
    b.certainty > a.certainty ||
    (b.certainty === a.certainty && STATEMENTS.indexOf(b.kind) < STATEMENTS.indexOf(a.kind))
  )
}

/**
 * Drops what another kind says better of the same words. Sorted by place, so that each is compared
 * with its neighbours only.
 */
function settled(found: readonly FoundPiece[]): readonly FoundPiece[] {
  const stated = found
    .filter(f => STATEMENTS.includes(f.kind))
    .sort((a, b) => a.from - b.from || a.to - b.to)
  const out = new Set<FoundPiece>()
  for (const [at, one] of stated.entries()) {
    for (let next = at + 1; next < stated.length && stated[next]!.from < one.to; next++) {
      const other = stated[next]!
      if (one.kind === other.kind) continue
      if (yields(one, other)) out.add(one)
      else if (yields(other, one)) out.add(other)
    }
  }
  return found.filter(f => !out.has(f) && !(f.kind === 'task' && onlyCarries(f, found)))
}

/** *S'occuper de la brocante*, told of a project that is there: who carries it is no errand. */
const CARRIES = pattern()`
  ^(?:s occuper|soccuper|prendre en charge|gerer|etudier|organiser|preparer|coordonner|suivre
  |assurer|reprendre|relancer)[ ]
`
function onlyCarries(task: FoundPiece, found: readonly FoundPiece[]): boolean {
  const said = sameAs(task.title)
  if (task.fields['dueDay'] || !CARRIES.test(said)) return false
  const words = new Set(said.split(' '))
  return found.some(
    f =>
      f.kind === 'initiative' &&
      f.certainty >= CARRIED &&
      overlap(f, task) > 0 &&
      sameAs(f.title)
        .split(' ')
        .some(word => word.length > 3 && words.has(word)),
  )
}
/** How sure a rule is that a sentence says who carries the subject of its section. */
const CARRIED = 0.78

type Span = Readonly<{ from: number; to: number }>
/** Ties that one piece may say by itself. */
const MOST_LINKS = 40

/**
 * What is found twice under one name is one piece. Only a first name alone that the lists of people
 * hold twice stands for two pieces: nobody knows whether they are one (*deux Lucie*), and the
 * keeper is asked.
 */
function merged(
  found: readonly FoundPiece[],
  listed: ReadonlySet<number>,
): readonly FoundWithMentions[] {
  const kept = new Map<
    string,
    { best: FoundPiece; fields: Record<string, unknown>; links: FoundLink[]; mentions: Span[] }
  >()
  for (const one of found) {
    const person = one.kind === 'actor' && one.fields['kind'] === 'person'
    const said =
      one.kind === 'reference' && one.fields['url'] ? String(one.fields['url']) : sameAs(one.title)
    const isAsked = person && listed.has(one.from) && !said.includes(' ')
    const key = isAsked ? `${one.from}` : `${one.kind} ${person} ${said}`
    const mention = { from: one.from, to: one.to }
    const before = kept.get(key)
    if (!before)
      kept.set(key, {
        best: one,
        fields: { ...one.fields },
        links: [...(one.links ?? [])],
        mentions: [mention],
      })
    else {
      if (one.certainty > before.best.certainty) before.best = one
      before.fields = { ...one.fields, ...before.fields, ...before.best.fields }
      before.mentions.push(mention)
      if (before.links.length < MOST_LINKS) before.links.push(...(one.links ?? []))
    }
  }
  return [...kept.values()]
    .map(({ best, fields, links, mentions }) => ({ ...best, fields, links, mentions }))
    .sort((a, b) => a.from - b.from || a.to - b.to)
}

/**
 * A rule may cut a title out of a sentence so that the situation it told no longer shows: its words
 * still tell of it.
 */
function tellsOf(page: NotesPage, one: FoundPiece): boolean {
  const said = page.clear.slice(one.from, one.to)
  if (one.kind === 'voice' || !tellsSituation(said)) return false
  const [whole, kept] = [said, discreet(said)].map(text => new Set(sameAs(text).split(' '))) as [
    Set<string>,
    Set<string>,
  ]
  return sameAs(
    Object.values({ ...one.fields, title: one.title })
      .filter(v => typeof v === 'string')
      .join(' '),
  )
    .split(' ')
    .some(word => word.length > 3 && whole.has(word) && !kept.has(word))
}

/** Its writer does not want it told further. Whom a list of people names waits all the same. */
function keptBack(page: NotesPage, one: FoundPiece): boolean {
  const block = page.blocks[blockAt(page, one.from)]
  return block !== undefined && isBetweenUs(page, block) && LISTED[block.section] === undefined
}

/** Said to laugh: nobody wants it done. */
const JOKE = pattern('iu')`
  ^\P{L}*blague\s*:|[(][^()]{0,12}(?:blague|rires?|humour)[)]|(?<!\p{L})(?:mdr+|ptdr|pour rire
  |c'est (?:une blague|de l'humour)|je (?:rigole|plaisante|blague))(?!\p{L})|[😂🤣]
`
const isJoke = (page: NotesPage, { kind, from, to }: FoundPiece): boolean =>
  STATEMENTS.includes(kind) &&
  JOKE.test(page.clear.slice(from, Math.min(page.clear.length, to + AFTER_JOKE)).split('\n')[0]!)
/** *(rires)*, *😂* after the full stop. */
const AFTER_JOKE = 10

/** Kinds that the author of a message says of themselves. */
const SAID_BY_AUTHOR: readonly string[] = ['need', 'offer', 'task', 'idea']
/** What a message asks, gives or takes on is its author's. */
function byAuthor(page: NotesPage, one: FoundPiece): FoundPiece {
  const author = page.isChat ? page.blocks[blockAt(page, one.from)]?.said?.author : undefined
  return author && SAID_BY_AUTHOR.includes(one.kind)
    ? { ...one, links: [...(one.links ?? []), { rel: 'by', kind: 'actor', title: author }] }
    : one
}

/**
 * So many titles are made discreet: more are a whole archive, whose time is bounded; the guard
 * holds the rest when the keeper shows them.
 */
const MOST_UNTOLD = 1_000

/** What stood at the end of a title was taken out of it: no small word is left there. */
function wholeTitle(piece: FoundPiece): FoundPiece {
  const title = STATEMENTS.includes(piece.kind) ? ended(piece.title) : piece.title
  const said = piece.fields['title']
  return title === piece.title
    ? piece
    : { ...piece, title, fields: { ...piece.fields, ...(said === undefined ? {} : { title }) } }
}

/** Runs the rules in their order on a page already read. */
function found(page: NotesPage, rules: readonly HarvestRule[]): readonly FoundWithMentions[] {
  const all: FoundPiece[] = []
  for (const rule of rules) all.push(...rule.find(page, all).map(one => byAuthor(page, one)))
  const listed = new Set(page.head.people.map(person => person.from))
  const safe = all
    .filter(
      f =>
        f.title !== '' &&
        f.to > f.from &&
        !tellsOf(page, f) &&
        !isJoke(page, f) &&
        !keptBack(page, f),
    )
    .flatMap((f, at) => (at < MOST_UNTOLD ? (untold(page, f) ?? []) : f))
    .map(wholeTitle)
    .filter(f => f.title !== '')
  return withoutNamesakes(merged(settled(safe), listed))
}

/** A name without its article: *La Recyclerie* is *Recyclerie*. */
const bareName = (title: string): string => sameAs(title).replace(/^(?:l|le|la|les) /, '')

/** *Club des jeunes*: whatever it carries, it is a body as well. */
const IS_BODY = /^(?:amicale|asso|association|club|collectif|comite|cooperative|foyer|syndicat) /

/**
 * A project and the body of its name are one thing, and nobody wants it twice: the project stays,
 * and is named wherever the body was. A body whose first word says that it is one stays.
 */
function withoutNamesakes(all: readonly FoundWithMentions[]): readonly FoundWithMentions[] {
  const projects = new Set(
    all.filter(one => one.kind === 'initiative').map(one => bareName(one.title)),
  )
  const isNamesake = (one: FoundWithMentions): boolean =>
    one.kind === 'actor' &&
    one.fields['kind'] !== 'person' &&
    projects.has(bareName(one.title)) &&
    !IS_BODY.test(bareName(one.title))
  const bodies = Map.groupBy(all.filter(isNamesake), one => bareName(one.title))
  return all.flatMap(one => {
    if (isNamesake(one)) return []
    const same = one.kind === 'initiative' ? bodies.get(bareName(one.title)) : undefined
    if (!same) return [one]
    const mentions = [...one.mentions, ...same.flatMap(body => body.mentions)]
    return [{ ...one, mentions: mentions.toSorted((a, b) => a.from - b.from) }]
  })
}

/**
 * What the keeper knows beside the text: the mended head, how often each rule was right here, and
 * how one says things here (*chez nous on dit…*).
 */
export type AskedHarvest = SaidHead &
  Readonly<{ counts?: RuleCounts; cues?: readonly HarvestCue[] }>

/**
 * What a meeting page brings home.
 *
 * Law     never throws; every offset slices inside `text`; ids are c1, c2… by place; the same text
 *         gives the same harvest.
 * Absent  names of participants, homes and situations in any title or field but a private person's
 *         own name.
 */
export function harvestPage(
  text: string,
  rules: readonly HarvestRule[],
  isCommune?: IsCommune,
  said?: AskedHarvest,
): Harvest {
  const { text: whole, back } = composed(text)
  const page = notesPage(whole, isCommune, said)
  const kept = found(page, [...rules, cuesRule(rules, said?.cues ?? [])])
  const { title, date, startsAt, place, people, licence, author } = page.head
  return {
    meeting: {
      title: headUntold(page, title),
      date,
      ...(startsAt ? { startsAt } : {}),
      place: headUntold(page, place),
      people: people.filter(p => p.listed === 'present' && !isNameless(p)).map(p => p.name),
    },
    ...(page.isChat ? { isChat: true } : {}),
    ...(licence ? { licence } : {}),
    ...(author ? { author } : {}),
    candidates: kept.map((f, at) => ({
      id: `c${at + 1}`,
      kind: f.kind,
      title: f.title,
      fields: f.fields,
      private: f.private ?? false,
      source: { from: back(f.from), to: back(f.to) },
      certainty: Math.round(shareOf(f.rule, said?.counts) * 100) / 100,
      rule: f.rule,
      ink: inkOf(f.rule, said?.counts),
    })),
    links: linksBetween(page, kept).map(l => ({
      from: `c${l.from + 1}`,
      rel: l.rel,
      to: `c${l.to + 1}`,
    })),
  }
}
