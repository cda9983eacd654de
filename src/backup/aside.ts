import { existsSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** Folders put aside by a restore. They still hold values that were erased since. */
export type Aside = Readonly<{ name: string; at: number; bytes: number }>
const NAME = /^avant-restauration-\d{4}-\d{2}-\d{2}-\d{2}-\d{2}-\d{2}$/

export function asidesIn(folder: string): readonly Aside[] {
  if (!existsSync(folder)) return []
  const names = readdirSync(folder, { withFileTypes: true }).filter(
    one => one.isDirectory() && NAME.test(one.name),
  )
  return names.map(({ name }) => ({ name, at: timeOf(name), bytes: bytesIn(join(folder, name)) }))
}

/** All of them, for good. */
export function dropAsides(folder: string): void {
  for (const { name } of asidesIn(folder))
    rmSync(join(folder, name), { recursive: true, force: true })
}

function timeOf(name: string): number {
  const [year, month, day, hour, minute, second] = name
    .slice('avant-restauration-'.length)
    .split('-')
  return Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`)
}

const bytesIn = (folder: string): number =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).reduce((sum, name) => {
    const held = statSync(join(folder, name), { throwIfNoEntry: false })
    return sum + (held?.isFile() ? held.size : 0)
  }, 0)
