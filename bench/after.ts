import { fileURLToPath } from 'node:url'
import { type Answer, Asker, figuresOf } from './after/asker.ts'
import { kindsOf, noticeSent, type PageKind } from './after/kinds.ts'
import { membersOf, turnElsewhere } from './after/members.ts'
import { type Bench, type ServedBox, withBoxes, withServed } from './boxes.ts'
import { inTurns } from './rounds.ts'
import { ran } from './spent.ts'
import { type Figures, head, type Line, missing } from './table.ts'
import { flagsOf, nodeOf } from './versions.ts'

/** `notices`: how many are sent a round, each followed by twenty-five pages. */
type Length = Readonly<{ notices: number }>

const AFTER = "25 kinds of page after somebody else's notice"
const NOTHING_HELD = 'the same with nothing held'

/** What a page costs once somebody has written: the processor of each answer, and the clock. */
export async function measureAfter(
  bench: Bench,
  counts: readonly number[],
  length: Length,
): Promise<void> {
  head('Pages after a turn')
  for (const records of counts) {
    await withServed(bench, records, async boxes => {
      const sides = await sidesOf(boxes)
      const rounds = bench.rounds
      await inTurns({ what: AFTER, sides, rounds }, side => afterNotices(side, length))
      await inTurns({ what: 'home after a turn', sides, rounds }, side => home(side, length))
      await inTurns({ what: 'list, search', sides, rounds }, side => listed(side, length))
      for (const { asker } of sides) asker.end()
    })
    await withBoxes(bench, records, sides =>
      inTurns({ what: NOTHING_HELD, sides, rounds: bench.rounds }, async box => {
        const of = [
          nodeOf(box.version),
          ...flagsOf(box.version),
          HELD,
          box.version.tree,
          box.folder,
        ]
        const { said } = await ran([...of, JSON.stringify(kindsOf(box))])
        const found = JSON.parse(said.trim().split('\n').at(-1)!) as Figures
        return [{ what: NOTHING_HELD, records, ...found, ...meanUnder(2.5) }]
      }),
    )
  }
}
const HELD = fileURLToPath(new URL('./after/nothing-held.ts', import.meta.url))

type Side = ServedBox &
  Readonly<{
    asker: Asker
    kinds: readonly PageKind[]
    at: { notice: number; members?: Members }
  }>
/** Cookies, or why nobody came in. */
type Members = readonly string[] | string

/** The kinds of page that each version has: what one lacks is compared with nothing. */
async function sidesOf(boxes: readonly ServedBox[]): Promise<readonly Side[]> {
  const sides = boxes.map(box => ({ ...box, asker: new Asker(box), at: { notice: 0 } }))
  const lacking = new Set<string>()
  for (const { asker, ...box } of sides)
    for (const { what, paths } of kindsOf(box))
      if ((await asker.ask(paths[0]!)).status !== 200) lacking.add(what)
  if (lacking.size > 0) missing([...lacking].join(', '), 'a version has no such page')
  return sides.map(side => ({
    ...side,
    kinds: kindsOf(side).filter(({ what }) => !lacking.has(what)),
  }))
}

/** The first pages of each kind bring code along: their figures are thrown away. */
const WARMING = 4
const LARGE = 100_000

async function afterNotices(side: Side, { notices }: Length): Promise<readonly Line[]> {
  const { at, records, kinds: known } = side
  if (at.notice === 0) for (let n = 0; n < WARMING; n++) await oneNotice(side, known, [''])
  const [visitor, turns] = await pagesAfter(side, known, notices, [''])
  const of = (pages: readonly KindAnswer[]) => ({
    records,
    ...figuresOf(pages),
    said: `${known.length} kinds; the dearest: ${dearest(pages)}`,
  })
  const aims = records === LARGE ? [1.4, 4] : [0.6, 2]
  const lines: Line[] = [
    { what: `${AFTER}, a visitor`, ...of(visitor), ...meanUnder(aims[0]!, aims[1]) },
    { what: 'a notice, until the server is quiet', records, ...figuresOf(turns) },
  ]
  at.members ??= await membersOf(side, side.asker).catch((error: Error) => error.message)
  if (typeof at.members === 'string')
    return [...lines, { what: `${AFTER}, twelve members`, records, said: at.members }]
  await oneNotice(side, known, at.members)
  const [members] = await pagesAfter(side, known, notices, at.members)
  const twelve = { what: `${AFTER}, twelve members`, ...of(members) }
  const all = { what: AFTER, ...of([...visitor, ...members]) }
  return [
    ...lines,
    { ...twelve, ...meanUnder(aims[0]!, aims[1]) },
    { ...all, ...meanUnder(aims[0]!, aims[1]) },
  ]
}

function meanUnder(mean: number, last?: number): Pick<Line, 'aim' | 'met'> {
  const aim = `mean ≤ ${mean}${last === undefined ? '' : `, p95 ≤ ${last}`} ms of processor`
  return {
    aim,
    met: ({ cpu = 0, cpuP95 = 0 }) => cpu <= mean && (last === undefined || cpuP95 <= last),
  }
}

type KindAnswer = Answer & Pick<PageKind, 'what'>
const DEAREST = 5
/** The kinds that took most, by their mean: a map may be half of the mean of all. */
function dearest(pages: readonly KindAnswer[]): string {
  const means = [...Map.groupBy(pages, page => page.what)].map(
    ([what, all]) => [what, all.reduce((sum, one) => sum + one.cpu, 0) / all.length] as const,
  )
  return means
    .sort((a, b) => b[1] - a[1])
    .slice(0, DEAREST)
    .map(([what, mean]) => `${what} ${mean.toFixed(1)}`)
    .join(', ')
}

async function pagesAfter(
  side: Side,
  kinds: readonly PageKind[],
  notices: number,
  readers: readonly string[],
): Promise<readonly [pages: readonly KindAnswer[], turns: readonly Answer[]]> {
  const [pages, turns]: [KindAnswer[], Answer[]] = [[], []]
  for (let n = 0; n < notices; n++) {
    const one = await oneNotice(side, kinds, readers)
    turns.push(one.turn)
    pages.push(...one.pages)
  }
  return [pages, turns]
}

/** Each page by another reader, each kind first once. */
async function oneNotice(side: Side, kinds: readonly PageKind[], readers: readonly string[]) {
  const turn = await notice(side)
  const n = side.at.notice++
  const pages: KindAnswer[] = []
  for (let i = 0; i < kinds.length; i++) {
    const kind = kinds[(i + n) % kinds.length]!
    const { paths } = kind
    const cookie = readers[(i + n) % readers.length]!
    const answer = await side.asker.ask(paths[n % paths.length]!, { cookie })
    if (answer.status !== 200) throw new Error(`${paths[n % paths.length]}: ${answer.status}`)
    pages.push({ ...answer, what: kind.what })
  }
  return { turn, pages }
}

async function notice({ asker, cookie }: Side): Promise<Answer> {
  const { page, fields } = noticeSent()
  const answer = await asker.send(page, fields, cookie)
  if (answer.status !== 303) throw new Error(`a notice was refused: ${answer.status}`)
  return answer
}

async function home(side: Side, { notices }: Length): Promise<readonly Line[]> {
  const { asker, records } = side
  const [elsewhere, noticed]: [Answer[], Answer[]] = [[], []]
  // Home after the notices of the rows before is made here, and not measured.
  await asker.ask('/')
  for (let n = 0; n < notices; n++) {
    await turnElsewhere(side, asker)
    elsewhere.push(await asker.ask('/'))
    await notice(side)
    noticed.push(await asker.ask('/'))
  }
  const one = { what: 'home after a turn elsewhere', records, ...figuresOf(elsewhere) }
  const other = { what: 'home after a notice', records, ...figuresOf(noticed) }
  return [
    { ...one, ...meanUnder(1.5) },
    { ...other, ...meanUnder(5) },
  ]
}

/** Each under an address that nobody asked for, after a notice. */
async function listed(side: Side, { notices }: Length): Promise<readonly Line[]> {
  const { kinds } = side
  const named = (start: string) =>
    kinds.flatMap(({ paths }) => paths.filter(path => path.startsWith(start)))
  const [lists, searches]: [Answer[], Answer[]] = [[], []]
  for (let n = 0; n < notices; n++) {
    await notice(side)
    for (const path of named('/annonces?'))
      lists.push(await side.asker.ask(`${path}&n=${side.at.notice++}`))
    for (const path of named('/chercher'))
      searches.push(await side.asker.ask(`${path}&n=${side.at.notice++}`))
  }
  const { records } = side
  return [
    { what: 'list', records, ...figuresOf(lists), ...meanUnder(2.5) },
    {
      what: 'search',
      records,
      ...figuresOf(searches),
      aim: 'p95 ≤ 3 ms of processor',
      met: ({ cpuP95 = 0 }) => cpuP95 <= 3,
    },
  ]
}
