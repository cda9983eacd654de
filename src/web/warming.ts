import { once } from 'node:events'
import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  request,
  type Server,
} from 'node:http'
import { type Duplex, duplexPair } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { brotliDecompressSync } from 'node:zlib'

/**
 * The first pages of a start, asked by the server itself before its door opens. Code is compiled
 * and words are read at their first use. Nobody waits for that in front of a page.
 */

/** The first page, and a search: links lead to the others. */
const FIRST = ['/', '/chercher?q=pain']
/** Pages in all, one of each shape: a second record of a type would teach nothing. */
const MOST = 12
const ID = /(?<=\/)[0-9a-hjkmnp-tv-z]{26}(?=\/|$)/g
const LINK = /(?<=<a [^>]*href=")\/[^"?#]*/g

/** Units   milliseconds. On a processor five times slower it takes three seconds. */
const LONGEST_MS = 15_000

/**
 * Asks `listener` for its first page, and for pages behind links, over connections in memory.
 *
 * Shape   `isPage`: whether a path is that of a page. Prints and files are left out. `report`:
 *         called with what cut a connection, or with the end of the time; the asking ends there.
 * Law     A visitor without a visit asks. A cookie of no meaning keeps the answers out of the page
 *         cache. Nothing is written. It never throws.
 */
export async function askFirstPages(
  listener: RequestListener,
  { isPage, report, longestMs = LONGEST_MS }: WarmingOf,
): Promise<void> {
  const end = new AbortController()
  const late = setTimeout(() => end.abort(), longestMs)
  try {
    await askPages(createServer(listener), isPage, end.signal)
  } catch (error) {
    report(error)
  } finally {
    clearTimeout(late)
  }
}
type WarmingOf = Readonly<{
  isPage: (path: string) => boolean
  report: (error: unknown) => unknown
  longestMs?: number
}>

async function askPages(
  server: Server,
  isPage: (path: string) => boolean,
  within: AbortSignal,
): Promise<void> {
  const shapes = new Set<string>()
  const waiting = [...FIRST]
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    const shape = path.replace(ID, '*')
    if (shapes.has(shape) || shapes.size >= MOST) continue
    shapes.add(shape)
    const page = await ask(server, path, within)
    waiting.push(...(page.match(LINK) ?? []).filter(isPage))
  }
}

/** The text of a page, packed as browsers ask for it. */
async function ask(server: Server, path: string, signal: AbortSignal): Promise<string> {
  const createConnection = (): Duplex => connectionTo(server)
  const asked = request({ createConnection, path, headers: HEADERS, signal })
  // A connection that is cut may tell it more than once.
  asked.on('error', () => undefined)
  asked.end()
  const [answer] = (await once(asked, 'response')) as [IncomingMessage]
  const isPacked = answer.headers['content-encoding'] === 'br'
  const said = await buffer(answer)
  return (isPacked ? brotliDecompressSync(said) : said).toString()
}
const HEADERS = {
  host: 'localhost',
  'accept-encoding': 'br',
  'accept-language': 'fr',
  cookie: 'chauffe=1',
}

function connectionTo(server: Server): Duplex {
  const [ours, theirs] = duplexPair()
  server.emit('connection', theirs)
  return ours
}
