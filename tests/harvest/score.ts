import type { Harvest, HarvestCandidate } from '../../src/text/harvest/harvest.ts'

/**
 * How much of a meeting page a harvest brings home: the measure of every page of this folder. A
 * wanted piece is found when a proposal of one of its kinds covers its line, with its title and
 * fields; a proposal is spare when no wanted or allowed piece has its line and kind.
 */
export type Wanted = Readonly<{
  line: number
  or_line?: readonly number[]
  kinds: readonly string[]
  /** A pattern, read without accents, over the title and the fields. */
  title?: string
  fields?: Readonly<Record<string, unknown>>
}>
export type End = Readonly<{ kind: string; line?: number; title?: string }>
export type Expected = Readonly<{
  meeting: Readonly<{ date: string; place: string; people: readonly string[] }>
  must: readonly Wanted[]
  may: readonly Wanted[]
  links?: readonly Readonly<{ from: End; to: End }>[]
  /** Words that no proposal may hold. */
  never?: readonly string[]
}>
export type Score = Readonly<{
  head: boolean
  recall: number
  precision: number
  links: number
  leaks: readonly string[]
  missing: readonly Wanted[]
  spare: readonly HarvestCandidate[]
}>

/** The bars that a page must reach. */
export const BARS = { recall: 0.9, precision: 0.85, links: 0.8 } as const

const simple = (text: string) =>
  text
    .normalize('NFD')
    .replace(/[\u0300-\u036f’']/g, '')
    .toLowerCase()

type Placed = HarvestCandidate & Readonly<{ first: number; last: number }>

function withLines(text: string, candidates: readonly HarvestCandidate[]): readonly Placed[] {
  const lineAt = (offset: number) => text.slice(0, offset).split('\n').length
  return candidates.map(c => ({
    ...c,
    first: lineAt(c.source.from),
    last: lineAt(Math.max(c.source.from, c.source.to - 1)),
  }))
}

const covers = (c: Placed, line: number) => c.first <= line && line <= c.last
const onLine = (c: Placed, wanted: Wanted) =>
  [wanted.line, ...(wanted.or_line ?? [])].some(line => covers(c, line))
const named = (c: HarvestCandidate, title: string | undefined) =>
  title === undefined ||
  new RegExp(simple(title)).test(simple(`${c.title} ${JSON.stringify(c.fields)}`))
const meets = (c: Placed, wanted: Wanted) =>
  onLine(c, wanted) &&
  wanted.kinds.includes(c.kind) &&
  named(c, wanted.title) &&
  Object.entries(wanted.fields ?? {}).every(([name, value]) => c.fields[name] === value)
const isEnd = (c: Placed | undefined, end: End) =>
  c !== undefined &&
  c.kind === end.kind &&
  (end.line === undefined || covers(c, end.line)) &&
  named(c, end.title)

function linkRecall(harvest: Harvest, came: readonly Placed[], wanted: Expected['links']): number {
  if (!wanted?.length) return 1
  const byId = new Map(came.map(c => [c.id, c]))
  const kept = wanted.filter(({ from, to }) =>
    harvest.links.some(link => {
      const [a, b] = [byId.get(link.from), byId.get(link.to)]
      return (isEnd(a, from) && isEnd(b, to)) || (isEnd(b, from) && isEnd(a, to))
    }),
  )
  return kept.length / wanted.length
}

/** What shows of a harvest; a saying is shown in its own field, so its title is not read twice. */
function leaksIn(harvest: Harvest, never: readonly string[]): readonly string[] {
  const shown = simple(
    JSON.stringify([
      harvest.meeting,
      harvest.candidates.map(({ source, ...c }) => (c.kind === 'voice' ? { ...c, title: '' } : c)),
    ]),
  )
  const open = harvest.candidates.filter(
    c => c.kind === 'actor' && c.fields['kind'] === 'person' && !c.private,
  )
  return [
    ...never.filter(word => shown.includes(simple(word))),
    ...open.map(c => `${c.title} is not private`),
  ]
}

export function score(text: string, expected: Expected, harvest: Harvest): Score {
  const came = withLines(text, harvest.candidates)
  const missing = expected.must.filter(wanted => !came.some(c => meets(c, wanted)))
  const all = [...expected.must, ...expected.may]
  const spare = came.filter(
    c => !all.some(wanted => onLine(c, wanted) && wanted.kinds.includes(c.kind)),
  )
  const { meeting } = harvest
  return {
    head:
      meeting.date === expected.meeting.date &&
      simple(meeting.place).includes(simple(expected.meeting.place)) &&
      meeting.people.length === expected.meeting.people.length,
    recall: 1 - missing.length / expected.must.length,
    precision: came.length ? 1 - spare.length / came.length : 0,
    links: linkRecall(harvest, came, expected.links),
    leaks: leaksIn(harvest, expected.never ?? []),
    missing,
    spare,
  }
}
