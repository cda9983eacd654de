import { type Box, SEARCHES } from './filled.ts'
import { type Loaded, load } from './load.ts'
import { type Serving, serveBox, serveRaw } from './serving.ts'
import { head, tell } from './table.ts'

/** How long and how wide one run is. */
export type Pace = Readonly<{ seconds: number; connections: readonly number[] }>

/**
 * `again`: as people ask, the same few; else each address is new, so that every page is made for
 * this one asking.
 */
type Kind = Readonly<{ what: string; again: boolean; paths: (box: Box) => readonly string[] }>
const PAGE = 'page of one record'
const ANEW = ', made anew'
const SEARCH = `search${ANEW}`
/** Pages of records that are asked again and again. */
const SAME = 100
/** The page of an idea holds a form for whoever asks, so that the page cache takes none. */
const isIdea = (path: string): boolean => path.startsWith('/idees/')
const withoutForm = (box: Box) => box.pages.filter(path => !isIdea(path))
const ideas = (box: Box) => box.pages.filter(isIdea).slice(0, SAME)
const LISTS = [
  '/annonces',
  '/annonces?page=2',
  '/annonces?genre=propose',
  '/annonces?genre=cherche',
]
const anew = (path: string): string => `${path}${path.includes('?') ? '&' : '?'}n=%N`
const KINDS: readonly Kind[] = [
  { what: 'home', again: true, paths: () => ['/'] },
  { what: `home${ANEW}`, again: false, paths: () => ['/'] },
  { what: PAGE, again: true, paths: box => withoutForm(box).slice(0, SAME) },
  { what: 'page of an idea, which holds a form', again: true, paths: ideas },
  { what: PAGE + ANEW, again: false, paths: box => box.pages },
  { what: 'list', again: true, paths: () => LISTS },
  { what: `list${ANEW}`, again: false, paths: () => LISTS },
  { what: SEARCH, again: false, paths: () => SEARCHES },
]

/** Pages, as a visitor's browser asks for them, each beside node:http answering as many bytes. */
export async function measurePages(boxes: readonly Box[], pace: Pace): Promise<void> {
  head('Pages')
  const searches = new Map<number, number>()
  for (const box of boxes) {
    const server = await serveBox(box.folder)
    for (const kind of KINDS) {
      const alone = await measureKind(server, box, kind, pace)
      if (kind.what === SEARCH && alone) searches.set(box.records, alone.p95)
    }
    await server.stop()
  }
  const [small, large] = [Math.min(...searches.keys()), Math.max(...searches.keys())]
  if (small === large) return
  const times = searches.get(large)! / searches.get(small)!
  tell({
    what: 'search, p95 at both sizes',
    said: `× ${times.toFixed(1)}`,
    aim: '< × 3',
    met: times < 3,
  })
}

/** The run over one connection is returned: what a page costs when nobody else asks. */
async function measureKind(
  server: Serving,
  box: Box,
  { what, again, paths }: Kind,
  pace: Pace,
): Promise<Loaded | undefined> {
  const all = again ? paths(box) : paths(box).map(anew)
  const asked = { address: server.address, paths: all, status: 200 }
  const { bytes } = await load({
    ...asked,
    connections: 1,
    seconds: 20,
    most: again ? all.length : 20,
  })
  const raw = await serveRaw(bytes)
  let alone: Loaded | undefined
  for (const connections of pace.connections) {
    const beside = await load({
      ...asked,
      address: raw.address,
      connections,
      seconds: pace.seconds,
    })
    const found = await load({ ...asked, connections, seconds: pace.seconds })
    alone ??= found
    tell({
      what,
      records: box.records,
      connections,
      ...found,
      raw: beside.perSecond,
      ...saidOf(found),
      ...aimOf(what, connections, found, beside),
    })
  }
  await raw.stop()
  return alone
}

export const saidOf = ({ wrong, bytes }: Loaded): Readonly<{ said: string }> => ({
  said: [`${(bytes / 1024).toFixed(1)} KB`, wrong > 0 && `${wrong} WRONG ANSWERS`]
    .filter(Boolean)
    .join(', '),
})

function aimOf(
  what: string,
  connections: number,
  found: Loaded,
  raw: Loaded,
): Readonly<{ aim: string; met: boolean }> | undefined {
  if (what === SEARCH && connections === 1) return { aim: 'p95 < 5 ms', met: found.p95 < 5 }
  if (what !== PAGE) return undefined
  const ratio = found.perSecond / raw.perSecond
  if (connections < 64) return { aim: '≥ 40 % of raw', met: ratio >= 0.4 }
  return { aim: '≥ 40 % of raw, p99 < 50 ms', met: ratio >= 0.4 && found.p99 < 50 }
}
