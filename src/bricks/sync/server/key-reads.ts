import type { Box } from '../../../log/box.ts'
import type { LogToRead } from '../../../log/log.ts'
import { type KeyFile, newsOn } from '../../../machine/drives.ts'
import { Bundle } from '../../../sync/bundle/bundle.ts'
import { bringsNothing } from '../../../sync/bundle/offered.ts'

/** So many files are taken off one key at a time. */
const MOST_FILES = 50

/**
 * `files`: those to take, oldest first. `held`: of other boxes, so many bring nothing more.
 * `unread`: so many are left for another time.
 */
export type ToRead = Readonly<{ files: readonly KeyFile[]; held: number; unread: number }>
type Reading = Readonly<{ log: LogToRead; box: Box; isKnown: (name: string) => boolean }>

/**
 * What is to be taken off a key.
 *
 * Law     the date of a file decides nothing between boxes, since a small box wakes in 1970: the
 *         last word of each comes first, then the one before it. What brings nothing is not
 *         counted: a file of this box, unless it forgot; an older word of another, held here. What
 *         is no bundle comes last.
 * Errors  KeyFault.
 */
export async function toRead(folder: string, { log, box, isKnown }: Reading): Promise<ToRead> {
  const said = new Map<string, number>()
  const chosen: (KeyFile & { rank: number; isKnown: boolean })[] = []
  let held = 0
  for (const file of await newsOn(folder)) {
    const made = await wordIn(file.path, log, box)
    if (made === undefined) {
      chosen.push({ ...file, rank: Number.POSITIVE_INFINITY, isKnown: false })
      continue
    }
    const isOwn = made.from === box.name
    const rank = said.get(made.whose) ?? 0
    if (made.isEmpty && isOwn) continue
    if (made.isEmpty && rank > 0) held++
    else chosen.push({ ...file, rank, isKnown: isOwn || isKnown(made.from) })
    said.set(made.whose, rank + 1)
  }
  const inTurn = chosen.toSorted(
    (a, b) => byNumber(a.rank, b.rank) || Number(b.isKnown) - Number(a.isKnown) || b.at - a.at,
  )
  const files = inTurn.slice(0, MOST_FILES).toSorted((a, b) => a.at - b.at)
  return { files, held, unread: inTurn.length - files.length }
}
const byNumber = (a: number, b: number): number => (a < b ? -1 : a > b ? 1 : 0)

/**
 * Whose word a file is, and whether it brings nothing; undefined when it is no bundle. A box says
 * more to the one that it sealed for than to whoever comes, and a receipt is told as such: each is
 * a word of its own.
 */
async function wordIn(
  path: string,
  log: LogToRead,
  box: Box,
): Promise<Readonly<{ from: string; whose: string; isEmpty: boolean }> | undefined> {
  const opened = await Bundle.open(path, box).catch(() => undefined)
  if (!opened) return undefined
  opened.close()
  const { box: from } = opened.manifest
  return {
    from,
    whose: `${from} ${opened.network?.to ?? ''} ${opened.entries === 0}`,
    isEmpty: bringsNothing(log, opened),
  }
}
