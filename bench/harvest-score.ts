import { normal } from '../src/core/letters/accents.ts'
import { guard } from '../src/text/guard/guard.ts'
import type { Harvest, HarvestCandidate } from '../src/text/harvest/harvest.ts'

/** A record that a page holds; `line` counts from 1, `title` is a pattern of a folded title. */
export type WantedRecord = Readonly<{
  line: number
  or_line?: readonly number[]
  kinds: readonly string[]
  title?: string
  private?: boolean
}>
/** What a wanted tie ends at. */
export type LinkEnd = Readonly<{ kind: string; line?: number; title?: string }>
/** What somebody who had not seen the rules says that a page holds. */
export type ExpectedPage = Readonly<{
  meeting: Readonly<{ date: string | null; place: string; people: readonly string[] }>
  must: readonly WantedRecord[]
  may: readonly WantedRecord[]
  links?: readonly Readonly<{ from: LinkEnd; to: LinkEnd }>[]
  never?: readonly string[]
  harmless?: readonly string[]
}>

/** Kinds as those who write pages call them, and as the house does. */
const KIND_OF: Readonly<Record<string, string>> = { project: 'initiative', link: 'reference' }
const kindOf = (kind: string): string => KIND_OF[kind] ?? kind

/** An expected page, its kinds under the names of record types. */
export function expectedRead(page: ExpectedPage): ExpectedPage {
  const wanted = (one: WantedRecord): WantedRecord => ({ ...one, kinds: one.kinds.map(kindOf) })
  const end = (one: LinkEnd): LinkEnd => ({ ...one, kind: kindOf(one.kind) })
  return {
    ...page,
    must: page.must.map(wanted),
    may: page.may.map(wanted),
    ...(page.links
      ? { links: page.links.map(({ from, to }) => ({ from: end(from), to: end(to) })) }
      : {}),
  }
}

/** A title as the patterns of an expected page read it. */
export const folded = (text: string): string =>
  normal(text, 'NFD')
    .replace(/[\u0300-\u036f’']/g, '')
    .replace(/œ/gi, 'oe')
    .toLowerCase()

/** A candidate with the lines that it stands on. */
export type LinedCandidate = HarvestCandidate & Readonly<{ first: number; last: number }>

export function lined(
  text: string,
  candidates: readonly HarvestCandidate[],
): readonly LinedCandidate[] {
  const lineAt = (offset: number): number => text.slice(0, offset).split('\n').length
  return candidates.map(one => ({
    ...one,
    first: lineAt(one.source.from),
    last: lineAt(Math.max(one.source.from, one.source.to - 1)),
  }))
}

export const linesOf = (wanted: WantedRecord): readonly number[] => [
  wanted.line,
  ...(wanted.or_line ?? []),
]
const covers = (one: LinedCandidate, line: number): boolean => one.first <= line && line <= one.last
/** It stands where the record is wanted, and is of one of its kinds. */
export const isThere = (one: LinedCandidate, wanted: WantedRecord): boolean =>
  wanted.kinds.includes(one.kind) && linesOf(wanted).some(line => covers(one, line))

const pattern = (title: string): RegExp => new RegExp(title.replace(/[’']/g, ''))
/** The title alone says what is wanted. */
export const isTitled = (title: string, wanted: Readonly<{ title?: string }>): boolean =>
  wanted.title === undefined || pattern(wanted.title).test(folded(title))
/** The title or a field says what is wanted. */
export const meets = (one: LinedCandidate, wanted: WantedRecord): boolean =>
  isThere(one, wanted) &&
  isTitled(`${one.title} ${JSON.stringify(one.fields)}`, wanted) &&
  (wanted.private !== true || one.private)

export const isPerson = (one: HarvestCandidate): boolean =>
  one.kind === 'actor' && one.fields['kind'] === 'person'
/** The ink of a proposal: a mark that *tout garder* keeps, or one that a person keeps alone. */
export const isFirstInk = (one: HarvestCandidate): boolean => one.ink === 'proposed'

/** Counts of one page, so that pages add up. */
export type HarvestCounts = Readonly<{
  must: number
  found: number
  proposed: number
  right: number
  first: number
  firstRight: number
  links: number
  linked: number
  day: boolean
  place: boolean
  people: boolean
  leaks: readonly string[]
  unheld: readonly string[]
  harmless: number
  held: number
}>

/** The piece is what a wanted tie ends at. */
export const isEnd = (one: LinedCandidate | undefined, end: LinkEnd): boolean =>
  one !== undefined &&
  one.kind === end.kind &&
  (end.line === undefined || covers(one, end.line)) &&
  isTitled(`${one.title} ${JSON.stringify(one.fields)}`, end)

function linkedIn(
  links: Harvest['links'],
  came: readonly LinedCandidate[],
  wanted: ExpectedPage['links'],
): number {
  const byId = new Map(came.map(one => [one.id, one]))
  const both = ({ from, to }: { from: LinkEnd; to: LinkEnd }): boolean =>
    links.some(link => {
      const [a, b] = [byId.get(link.from), byId.get(link.to)]
      return (isEnd(a, from) && isEnd(b, to)) || (isEnd(b, from) && isEnd(a, to))
    })
  return (wanted ?? []).filter(both).length
}

/** Every title and field that would show: a person is private until they agree. */
function shownTexts(harvest: Harvest, came: readonly LinedCandidate[]): readonly string[] {
  const { title, place, date, people } = harvest.meeting
  return [
    [title, place, date ?? '', ...people].join(' · '),
    ...came
      .filter(one => !one.private)
      .map(one => [one.title, ...Object.values(one.fields).map(String)].join(' · ')),
  ]
}

/** Words that may never show and would: in all, and those that the guard lets through as well. */
export function leaksIn(
  texts: readonly string[],
  never: readonly string[],
): Readonly<{ leaks: readonly string[]; unheld: readonly string[] }> {
  const leaks = never.filter(word => texts.some(text => folded(text).includes(folded(word))))
  const unheld = leaks.filter(word =>
    texts.some(text => folded(text).includes(folded(word)) && guard(text).length === 0),
  )
  return { leaks, unheld }
}

function samePeople(found: readonly string[], wanted: readonly string[]): boolean {
  const names = found.map(folded)
  return (
    found.length === wanted.length &&
    wanted.map(folded).every(name => names.some(is => is.includes(name) || name.includes(is)))
  )
}

export function counted(text: string, expected: ExpectedPage, harvest: Harvest): HarvestCounts {
  const came = lined(text, harvest.candidates)
  const all = [...expected.must, ...expected.may]
  const told = came.filter(one => !isPerson(one))
  const right = told.filter(one => all.some(wanted => isThere(one, wanted)))
  const harmless = expected.harmless ?? []
  const { meeting } = expected
  return {
    must: expected.must.length,
    found: expected.must.filter(wanted => came.some(one => meets(one, wanted))).length,
    proposed: told.length,
    right: right.length,
    first: told.filter(isFirstInk).length,
    firstRight: right.filter(isFirstInk).length,
    links: expected.links?.length ?? 0,
    linked: linkedIn(harvest.links, came, expected.links),
    day: harvest.meeting.date === meeting.date,
    place: folded(harvest.meeting.place).includes(folded(meeting.place)),
    people: samePeople(harvest.meeting.people, meeting.people),
    ...leaksIn(shownTexts(harvest, came), expected.never ?? []),
    harmless: harmless.length,
    held: harmless.filter(title => guard(title).length > 0).length,
  }
}
