import { boxOfFeed, type Signed } from '../../core/change.ts'
import { signedByLater } from '../../log/box.ts'
import { sizeOf } from '../../log/ingest.ts'
import type { PageRead } from '../bundle/bundle.ts'
import { claimedPlace } from './claimed.ts'

/**
 * Verifies the signatures of a bundle’s entries in other threads, ahead of the transaction that
 * takes them. Verifying costs a third of taking a bundle; the delivery of the engine saves that
 * time here. This work only saves time: the validator of the log decides again.
 */

/** By entry, the box whose signature was verified. Entries whose signature failed are absent. */
export type Signers = ReadonlyMap<Signed, string>
/** Pages to take in one transaction, with their verified signatures. */
export type VerifiedPages = Readonly<{ pages: readonly PageRead[]; signers: Signers }>

/**
 * Groups the pages of a bundle, and verifies their signatures while the caller takes the group
 * before.
 *
 * Units   `bytes`: the size of a group. With 0, each page is alone.
 * Law     `validated` alone decides: it verifies again each signature that failed here. Two groups
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
