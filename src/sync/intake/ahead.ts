import { boxOfFeed, type Signed } from '../../core/change.ts'
import { signedByLater } from '../../log/box.ts'
import { sizeOf } from '../../log/ingest.ts'
import type { PageRead } from '../bundle/bundle.ts'
import { claimedPlace } from './claimed.ts'

/** By entry, the box whose signature was verified. Entries whose signature failed are absent. */
export type Signers = ReadonlyMap<Signed, string>
/** Pages to take in one transaction, with their verified signatures. */
export type VerifiedPages = Readonly<{ pages: readonly PageRead[]; signers: Signers }>

/**
 * Groups the pages of a bundle for `takePage`, and verifies their signatures in other threads while
 * the group before lands. Verifying costs a third of taking a bundle.
 *
 * Shape   `bytes`: the size of a group. With 0, each page is alone.
 * Law     `checked` alone decides: it verifies again each signature that failed here. Two groups
 *         are in memory at a time.
 */
export async function* verifiedAhead(
  all: AsyncIterable<PageRead>,
  bytes: number,
): AsyncGenerator<VerifiedPages> {
  let begun: Readonly<{ pages: readonly PageRead[]; looking: Promise<Signers> }> | undefined
  for await (const pages of together(all, bytes)) {
    const next = { pages, looking: signersOf(pages.flatMap(page => page.entries)) }
    if (begun) yield { pages: begun.pages, signers: await begun.looking }
    begun = next
  }
  if (begun) yield { pages: begun.pages, signers: await begun.looking }
}

async function* together(
  all: AsyncIterable<PageRead>,
  bytes: number,
): AsyncGenerator<readonly PageRead[]> {
  let pages: PageRead[] = []
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
    const box = boxOfFeed(claimedPlace(signed).feed)
    return (await signedByLater(box, signed.bytes, signed.signature))
      ? [[signed, box] as const]
      : []
  })
  return new Map((await Promise.all(looked)).flat())
}
