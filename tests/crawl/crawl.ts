import { env } from 'node:process'
import { pagesHere } from './addresses.ts'
import { type Box, type BoxName, openBox } from './box.ts'
import { headOf, masked } from './mask.ts'
import { opened } from './opened.ts'
import type { Got } from './person.ts'
import { type Forms, noteForms, press } from './press.ts'
import { ASKED, PRESSING, READERS } from './readers.ts'
import { type Reader, type ReaderName, readersOf } from './roles.ts'
import { type Ids, shapeFor, walk } from './walk.ts'

/**
 * What one reader was answered at one address; `text` is masked: the same at each crawl of the same
 * program.
 */
export type Page = Readonly<{
  address: string
  reader: string
  status: number
  type: string
  text: string
}>
/**
 * `unread`: addresses of the program where nobody was given a page, and what they were answered.
 */
export type Crawled = Readonly<{ pages: readonly Page[]; unread: readonly string[] }>
/** `seed`: another chance is another crawl that must read the same. */
export type CrawlOf = Readonly<{ root: string; name: BoxName; seed?: string }>

/** Opens a box, reads it as everybody who may, presses each button, and closes it. */
export async function crawl({
  root,
  name,
  seed = env['CRAWL_SEED'] ?? 'a',
}: CrawlOf): Promise<Crawled> {
  const box = await openBox({ root, name, seed })
  try {
    const patterns = patternsOf(box)
    const noted = noting(box, patterns)
    const ids: Ids = new Map()
    const most = new Map(READERS[name])
    const pressing = new Map<ReaderName, () => Promise<void>>()
    const readers = await readersOf(box, [...most.keys()])
    for (const reader of readers) {
      const hear = noted.hearing(reader)
      const forms: Forms = new Map()
      await walk(reader, {
        most: most.get(reader.name)!,
        also: ASKED,
        patterns,
        ids,
        hear: async (path, got) => {
          await hear(path, got)
          if (String(got.headers['content-type'] ?? '').startsWith('text/html'))
            noteForms(forms, path, got.bytes.toString('utf8'))
        },
      })
      pressing.set(reader.name, () => press(reader, forms, hear))
    }
    // What a press writes would stand on the pages of who reads next.
    for (const one of PRESSING) await pressing.get(one)?.()
    for (const { person } of readers) person.end()
    return noted.crawled()
  } finally {
    await box.end()
  }
}

type Noting = Readonly<{
  hearing: (reader: Reader) => (address: string, got: Got) => Promise<void>
  crawled: () => Crawled
}>

/** Keeps each answer, masked, and which addresses of the program were answered. */
function noting(box: Box, patterns: readonly string[]): Noting {
  const pages: Page[] = []
  const statuses = new Map<string, Set<number>>(patterns.map(one => [one, new Set()]))
  const shapes = patterns.map(one => [one, shapeFor(one)] as const)
  return {
    hearing: ({ name }) => {
      const taken = new Set<string>()
      return async (address, got) => {
        const type = String(got.headers['content-type'] ?? '')
        const text = masked(`${headOf(got)}\n\n${await opened(type, got.bytes, box.unseal)}`)
        for (const [one, shape] of shapes)
          if (shape.test(address.replace(/\?.*/, ''))) statuses.get(one)!.add(got.status)
        pages.push({
          address: freeOf(masked(address), taken),
          reader: name,
          status: got.status,
          type: type.replace(/;.*/, ''),
          text,
        })
      }
    },
    crawled: () => {
      const bare = [...statuses].filter(([, all]) => ![...all].some(status => status < 400))
      return {
        pages,
        unread: bare
          .map(([one, all]) => `${one}${all.size > 0 ? ` only ${[...all].sort().join(', ')}` : ''}`)
          .sort(),
      }
    },
  }
}

/** All the addresses of pages, and of routes: those of all addresses are none. */
function patternsOf({ registered }: Box): readonly string[] {
  const routes = registered.flatMap(one =>
    one.startsWith('GET ') && one !== 'GET /*' ? [one.slice('GET '.length)] : [],
  )
  return [...new Set([...pagesHere(), ...routes])].sort()
}

/** Two addresses of one moment differ by chance alone: they are counted. */
function freeOf(address: string, taken: Set<string>): string {
  let free = address
  for (let n = 2; taken.has(free); n++) free = `${address}#${n}`
  taken.add(free)
  return free
}
