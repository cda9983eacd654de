import { existsSync, realpathSync, type Stats, statSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { placesIn } from './folder.ts'

/** Whether a path lies in this box’s folder or in another box’s, in case `--data` was forgotten. */
export const isInBox = (path: string, data: string): boolean =>
  isWithin(path, data) || [...waysUp(path)].some(holdsBox)
const holdsBox = (folder: string): boolean =>
  existsSync(placesIn(folder).log) && existsSync(placesIn(folder).key)

/** Whether a path is the folder or lies in it, through links too. Neither must exist. */
export function isWithin(path: string, folder: string): boolean {
  const is = realOf(folder)
  return [...waysUp(path)].some(one => one === is || isSame(one, is))
}

/** A path and the folders above it, links followed. */
function* waysUp(path: string): Generator<string> {
  for (let at = realOf(path); ; at = dirname(at)) {
    yield at
    if (dirname(at) === at) return
  }
}
/** A path with its links resolved, as far as it exists. */
function realOf(path: string): string {
  const whole = resolve(path)
  if (existsSync(whole)) return realpathSync(whole)
  return dirname(whole) === whole ? whole : join(realOf(dirname(whole)), basename(whole))
}
/** Whether two paths are one file. */
export function isSame(one: string, other: string): boolean {
  const [a, b] = [statOf(one), statOf(other)]
  return a !== undefined && b !== undefined && a.dev === b.dev && a.ino === b.ino
}
export function statOf(path: string): Stats | undefined {
  try {
    return statSync(path)
  } catch {
    return undefined
  }
}
