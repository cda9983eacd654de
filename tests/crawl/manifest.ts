import type { Crawled, Page } from './crawl.ts'
import { type Parted, parted } from './framed.ts'
import { hashOf } from './opened.ts'

/** What pages share stands in a frame: a change of the menu changes some frames, and no page. */
type Framed = Page & Readonly<{ parts: Parted | undefined }>

/**
 * The lines of what was crawled. The lines of a reader hold every byte that this reader was given.
 *
 * Shape   one line for all who are answered the same at an address: who, status, type, length,
 *         hash. The length and the hash are of the answer without its frame. `in`: the frame,
 *         where it is not that of the first page. Then one line a frame, by the first address that
 *         shows it. Then the addresses of the program that nobody reads.
 */
export function manifestOf({ pages, unread }: Crawled): string {
  const all = pages
    .map(page => ({ ...page, parts: parted(page.text) }))
    .sort((a, b) => (a.address < b.address ? -1 : 1))
  const frames = Map.groupBy(all, ({ reader, parts }) => parts && `${reader}\n${parts.frame}`)
  frames.delete(undefined)
  const shownBy = new Map<Framed, string>()
  for (const group of frames.values())
    for (const page of group) shownBy.set(page, group[0]!.address)
  const firsts = [...frames.values()].map(group => group[0]!)
  return `${[
    ...merged(all.map(page => [page.address, page.reader, toldOf(page, shownBy.get(page))])),
    ...merged(
      firsts.map(({ address, reader, parts }) => [`frame ${address}`, reader, sumOf(parts!.frame)]),
    ),
    ...unread.map(one => `unread ${one}`),
  ].join('\n')}\n`
}

const sumOf = (text: string): string => `${text.length} ${hashOf(text)}`

function toldOf({ status, type, text, parts }: Framed, frame: string | undefined): string {
  const rest = parts
    ? `${parts.before}${JSON.stringify([parts.own, parts.lit])}\n${parts.main}`
    : text
  const within = frame === undefined || frame === '/' ? '' : ` in ${frame}`
  return `${status} ${type || '-'} ${sumOf(rest)}${within}`
}

type Told = readonly [address: string, reader: string, told: string]
/** One line for the readers of an address who are told the same. */
const merged = (all: readonly Told[]): readonly string[] =>
  [...Map.groupBy(all, ([address, , told]) => `${address}\n${told}`).values()]
    .map(same => {
      const [address, , told] = same[0]!
      return `${address}  ${same.map(([, reader]) => reader).join(',')}  ${told}`
    })
    .sort()
