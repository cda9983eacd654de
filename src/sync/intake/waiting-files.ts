import {
  chmodSync,
  copyFileSync,
  existsSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { join } from 'node:path'
import { isBoxName } from '../../core/change.ts'
import { makeFolder } from '../../files/folder.ts'

/**
 * Bundles of boxes that the keeper has not accepted yet. They wait in the folder `news-waiting`, so
 * that the keeper’s yes takes them without a second delivery. The brick `sync` puts them there,
 * takes them back, and sweeps old ones; nothing in them shows meanwhile.
 *
 * Law     Anybody may bring such a file. Only the last three are kept, one a box, none over 32 MiB,
 *         none over 30 days.
 */
const MOST = 3
/** A larger bundle is not kept: its courier brings it again. */
const LARGEST_BYTES = 32 * 1024 * 1024
/** Units   milliseconds: 30 days. */
const KEPT_MS = 30 * 24 * 3_600_000

const folderOf = (folder: string): string => join(folder, 'news-waiting')
const END = '.cocote'

type WaitingBundle = Readonly<{ box: string; file: string; at: number }>
function waitingIn(folder: string): readonly WaitingBundle[] {
  const place = folderOf(folder)
  if (!existsSync(place)) return []
  return readdirSync(place)
    .map(name => ({ box: name.slice(0, -END.length), file: join(place, name) }))
    .map(one => ({ ...one, at: statSync(one.file).mtimeMs }))
    .toSorted((a, b) => b.at - a.at)
}

/** Copies this bundle to wait for the keeper’s yes to its box. False: it is not kept. */
export function keepWaiting(folder: string, file: string, box: string): boolean {
  if (!isBoxName(box) || statSync(file).size > LARGEST_BYTES) return false
  makeFolder(folderOf(folder), 0o700)
  const place = join(folderOf(folder), `${box}${END}`)
  copyFileSync(file, `${place}.new`)
  chmodSync(`${place}.new`, 0o600)
  renameSync(`${place}.new`, place)
  for (const { file: old } of waitingIn(folder).slice(MOST)) rmSync(old, { force: true })
  return true
}

/**
 * Takes the waiting bundles whose box is believed by now. Each is moved to a file of the courier,
 * and its path is returned for delivery.
 */
export function takeWaiting(
  folder: string,
  isBelieved: (box: string) => boolean,
  courierFile: () => string,
): readonly string[] {
  return waitingIn(folder)
    .filter(({ box }) => isBelieved(box))
    .map(({ file }) => {
      const away = courierFile()
      renameSync(file, away)
      return away
    })
}

/** Deletes the bundles that waited too long, and the copies that a stop left unfinished. */
export function sweepWaiting(folder: string, now: number): void {
  for (const { file, at } of waitingIn(folder))
    if (file.endsWith('.new') || now - at > KEPT_MS) rmSync(file, { force: true })
}
