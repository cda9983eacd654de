import { boxOfFeed, type Signed } from '../../core/change.ts'
import { signedByLater } from '../../log/box.ts'
import { sizeOf } from '../../log/ingest.ts'
import type { PageCome } from '../bundle/bundle.ts'
import { claimed } from './claimed.ts'

/** Who signed each of these entries, of those whose signature was found right ahead. */
export type Signers = ReadonlyMap<Signed, string>
/** Pages that land together. */
export type Landing = Readonly<{ pages: readonly PageCome[]; signers: Signers }>

/**
 * Pages put together until they hold so many bytes (0: each alone), their signatures being looked
 * at in other threads while those before them land: that is a third of what the door costs.
 *
 * Law     whose signature was not found right here is looked at again at the door, which alone
 *         decides (`checked`). Holds two landings, and of a hostile bundle two of its largest
 *         pages.
 */
export async function* ahead(all: AsyncIterable<PageCome>, bytes: number): AsyncGenerator<Landing> {
  let begun: Readonly<{ pages: readonly PageCome[]; looking: Promise<Signers> }> | undefined
  for await (const pages of together(all, bytes)) {
    const next = { pages, looking: signersOf(pages.flatMap(page => page.entries)) }
    if (begun) yield { pages: begun.pages, signers: await begun.looking }
    begun = next
  }
  if (begun) yield { pages: begun.pages, signers: await begun.looking }
}

async function* together(
  all: AsyncIterable<PageCome>,
  bytes: number,
): AsyncGenerator<readonly PageCome[]> {
  let pages: PageCome[] = []
  let size = 0
  for await (const page of all) {
    pages.push(page)
    size += page.entries.reduce((sum, signed) => sum + sizeOf(signed), 0)
    if (size < bytes) continue
    yield pages
    pages = []
    size = 0
  }
  if (pages.length > 0) yield pages
}

async function signersOf(entries: readonly Signed[]): Promise<Signers> {
  const looked = entries.map(async signed => {
    const box = boxOfFeed(claimed(signed).feed)
    return (await signedByLater(box, signed.bytes, signed.signature))
      ? [[signed, box] as const]
      : []
  })
  return new Map((await Promise.all(looked)).flat())
}
