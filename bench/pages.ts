import { type Bench, type ServedBox, withServed } from './boxes.ts'
import { SEARCHES } from './filled.ts'
import { type Loaded, load } from './load.ts'
import { inTurns } from './rounds.ts'
import { type Serving, serveRaw } from './serving.ts'
import { head, type Line, shareOf, tell } from './table.ts'

/** How long and how wide one run is. */
export type Pace = Readonly<{ seconds: number; connections: readonly number[] }>

/**
 * `again`: as people ask, the same few; else each address is new, so that every page is made for
 * this one asking.
 */
type Kind = Readonly<{
  what: string
  again: boolean
  paths: (box: ServedBox) => readonly string[]
}>
const KEPT = 'kept page, '
const ANEW = ', made anew'
const SEARCH = `search${ANEW}`
/** Pages of records that are asked again and again. */
const SAME = 100
export const LISTS = [
  '/annonces',
  '/annonces?page=2',
  '/annonces?genre=propose',
  '/annonces?genre=cherche',
]
/** The page of an idea holds a form for whoever asks. */
const isIdea = (path: string): boolean => path.startsWith('/idees/')
const withoutForm = (box: ServedBox) => box.pages.filter(path => !isIdea(path))
const ideas = (box: ServedBox) => box.pages.filter(isIdea).slice(0, SAME)
export const anew = (path: string): string => `${path}${path.includes('?') ? '&' : '?'}n=%N`
const KINDS: readonly Kind[] = [
  { what: `${KEPT}home`, again: true, paths: () => ['/'] },
  { what: `home${ANEW}`, again: false, paths: () => ['/'] },
  { what: `${KEPT}one record`, again: true, paths: box => withoutForm(box).slice(0, SAME) },
  { what: `${KEPT}an idea, which holds a form`, again: true, paths: ideas },
  { what: `page of one record${ANEW}`, again: false, paths: box => box.pages },
  { what: `${KEPT}list`, again: true, paths: () => LISTS },
  { what: `list${ANEW}`, again: false, paths: () => LISTS },
  { what: `${KEPT}agenda`, again: true, paths: () => ['/agenda'] },
  { what: `${KEPT}directory`, again: true, paths: () => ['/annuaire'] },
  { what: `${KEPT}map`, again: true, paths: () => ['/carte'] },
  { what: SEARCH, again: false, paths: () => SEARCHES },
]
const KEPT_AIM = 0.5
const MIDDLE = 16

/** Pages, as a visitor's browser asks for them, each beside node:http answering as many bytes. */
export async function measurePages(
  bench: Bench,
  counts: readonly number[],
  pace: Pace,
): Promise<void> {
  head('Pages')
  const searches = new Map<number, number>()
  for (const records of counts)
    await withServed(bench, records, async boxes => {
      const all: Line[] = []
      for (const kind of KINDS) all.push(...(await measureKind(bench, boxes, kind, pace)))
      tellLeast(all)
      const search = all.find(line => line.what === SEARCH && line.connections === 1)?.p95
      if (search !== undefined) searches.set(records, search)
    })
  const [small, large] = [Math.min(...searches.keys()), Math.max(...searches.keys())]
  if (searches.size < 2) return
  const times = searches.get(large)! / searches.get(small)!
  const said = `× ${times.toFixed(1)}`
  tell({ what: 'search, p95 at both sizes', said, aim: '< × 3', met: () => times < 3 })
}

async function measureKind(
  { rounds }: Bench,
  boxes: readonly ServedBox[],
  kind: Kind,
  pace: Pace,
): Promise<readonly Line[]> {
  const { what, again, paths } = kind
  const asks = (box: ServedBox) => (again ? paths(box) : paths(box).map(anew))
  if (!boxes.every(box => asks(box).length > 0)) return []
  const asked = { status: 200, connections: 1 }
  let bytes = 0
  for (const box of boxes.toReversed()) {
    const most = again ? asks(box).length : 20
    const { address } = box.server
    bytes = (await load({ address, ...asked, paths: asks(box), seconds: 20, most })).bytes
  }
  const raw = await serveRaw(bytes)
  const all: Line[] = []
  for (const connections of pace.connections)
    all.push(
      ...(await inTurns({ what, sides: boxes, rounds }, async side => {
        const of = { ...asked, paths: asks(side), connections, seconds: pace.seconds }
        return [await besideRaw(what, side, of, raw)]
      })),
    )
  await raw.stop()
  return all
}

type Asking = Readonly<{
  paths: readonly string[]
  status: number
  connections: number
  seconds: number
}>
async function besideRaw(
  what: string,
  { server, records }: ServedBox,
  of: Asking,
  raw: Serving,
): Promise<Line> {
  const { connections } = of
  const beside = await load({ ...of, address: raw.address })
  const found = await load({ ...of, address: server.address, pid: server.pid })
  return {
    what,
    records,
    connections,
    ...found,
    raw: beside.perSecond,
    ...saidOf(found),
    ...aimOf(what, connections),
  }
}

export const saidOf = ({ wrong, bytes }: Loaded): Readonly<{ said: string }> => ({
  said: [`${(bytes / 1024).toFixed(1)} KB`, wrong > 0 && `${wrong} WRONG ANSWERS`]
    .filter(Boolean)
    .join(', '),
})

function aimOf(what: string, connections: number): Pick<Line, 'aim' | 'met'> {
  if (what === SEARCH && connections === 1)
    return { aim: 'p95 ≤ 3 ms', met: ({ p95 = 0 }) => p95 <= 3 }
  if (what.startsWith(KEPT) && connections === MIDDLE)
    return { aim: '≥ 50 % of raw', met: of => (shareOf(of) ?? 0) >= KEPT_AIM }
  return {}
}

/** The kind that gets the least share of what node:http answers. */
function tellLeast(all: readonly Line[]): void {
  const [least] = all
    .filter(({ what, connections }) => what.startsWith(KEPT) && connections === MIDDLE)
    .sort((a, b) => (shareOf(a) ?? 0) - (shareOf(b) ?? 0))
  if (!least) return
  const said = `the least: ${least.what.slice(KEPT.length)}`
  tell({ ...least, what: 'kept page, any kind, 16 connections', said })
}
