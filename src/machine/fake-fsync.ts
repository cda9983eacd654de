import { open, rm } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * Whether the card says that it wrote sooner than any memory card can: a few pages are written and
 * waited for, once a start.
 *
 * Law     a hint and no verdict: a machine under another (a disk that is a file) may be honest and
 *         as quick; it is asked of memory cards only.
 * Source  SD Association, Application Performance Class: the quickest (A2) must write 2,000 pages
 *         of 4 KiB a second, half a millisecond each, and what is waited for takes a page and the
 *         file system's journal at least.
 */
const SOONEST_MS = 0.5
const TRIES = 5
const PAGE = Buffer.alloc(4_096, 1)

export async function fakesFsyncOn(
  folder: string,
  passed: () => number = () => performance.now(),
): Promise<boolean | null> {
  const file = join(folder, `.hasty-${process.pid}`)
  try {
    const handle = await open(file, 'w', 0o600)
    try {
      const took: number[] = []
      for (let n = 0; n < TRIES; n++) {
        await handle.write(PAGE, 0, PAGE.length, n * PAGE.length)
        const begun = passed()
        await handle.sync()
        took.push(passed() - begun)
      }
      return took.toSorted((a, b) => a - b)[Math.floor(TRIES / 2)]! < SOONEST_MS
    } finally {
      await handle.close()
    }
  } catch {
    // A full disk, or one that lets nothing be written: that is said elsewhere.
    return null
  } finally {
    await rm(file, { force: true })
  }
}
