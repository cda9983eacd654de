import { env } from 'node:process'
import { connect } from 'node:tls'
import { type Box, type BoxName, openBox } from './box.ts'
import { headOf, masked } from './mask.ts'
import { hashOf, opened } from './opened.ts'
import { TLS_PORT } from './person.ts'
import { readersOf } from './roles.ts'
import { walk } from './walk.ts'

/** What one reader was answered at one address; `text` is masked: the same at each crawl of the same program. */
export type Page = Readonly<{ address: string; reader: string; status: number; type: string; text: string }>
export type Crawled = Readonly<{ pages: readonly Page[]; registered: readonly string[] }>
/** `seed`: another chance is another crawl that must read the same. */
export type CrawlOf = Readonly<{ root: string; name: BoxName; seed?: string; readers?: readonly string[] }>

const MOST = { demo: { plain: 40, asked: 6 }, filled: { plain: 8, asked: 3 }, lived: { plain: 40, asked: 6 } } as const

/** Opens a box, reads it as everybody who may, and closes it. */
export async function crawl({ root, name, seed = env['CRAWL_SEED'] ?? 'a', readers }: CrawlOf): Promise<Crawled> {
  const box = await openBox({ root, name, seed })
  try {
    const known = await knownOf(box)
    const pages: Page[] = []
    for (const reader of await readersOf(box)) {
      if (readers && !readers.includes(reader.name)) continue
      const taken = new Set<string>()
      await walk(reader, [], MOST[name], (path, got) => {
        const type = String(got.headers['content-type'] ?? '')
        const text = masked(`${headOf(got)}\n\n${opened(type, got.bytes)}`, known)
        const address = freeOf(masked(path, known), taken)
        pages.push({ address, reader: reader.name, status: got.status, type: type.replace(/;.*/, ''), text })
      })
      reader.person.end()
    }
    return { pages, registered: box.registered }
  } finally {
    await box.end()
  }
}

/** Two addresses of one moment differ by chance alone: they are counted. */
function freeOf(address: string, taken: Set<string>): string {
  let free = address
  for (let n = 2; taken.has(free); n++) free = `${address} (${n})`
  taken.add(free)
  return free
}

/** The certificate is drawn by OpenSSL, which takes chance from nobody: its words, and how its fingerprint begins. */
async function knownOf(box: Box): Promise<ReadonlyMap<string, string>> {
  const fingerprint = await new Promise<string>((resolve, reject) => {
    const socket = connect({ host: box.at, port: TLS_PORT, rejectUnauthorized: false }, () => {
      resolve(socket.getPeerCertificate().fingerprint256)
      socket.destroy()
    })
    socket.on('error', reject)
  })
  const words = /\(empreinte\s:\s([^)]+)\)/.exec(box.said)?.[1]
  return new Map([
    [fingerprint.split(':').slice(0, 12).join(' '), 'fingerprint'],
    ...(words === undefined ? [] : [[words, 'fingerprint in words'] as const]),
  ])
}

/** One line for all who are answered the same at an address: who, status, type, length, hash. */
export function manifestOf({ pages }: Crawled): string {
  const lines = new Map<string, string[]>()
  for (const { address, reader, status, type, text } of pages) {
    const key = `${address}\n${status} ${type || '-'} ${text.length} ${hashOf(text)}`
    lines.set(key, [...(lines.get(key) ?? []), reader])
  }
  const all = [...lines].map(([key, readers]) => {
    const [address, told] = key.split('\n')
    return `${address}  ${readers.join(',')}  ${told}`
  })
  return `${all.sort().join('\n')}\n`
}
