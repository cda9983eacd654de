import { DatabaseSync } from 'node:sqlite'
import type { Lived } from '../../src/core/lived.ts'
import { placesIn } from '../../src/files/folder.ts'

/** The box is unplugged, and the time goes on: its count says so when it comes back. */
export function laterBy(folder: string, ms: number): void {
  const db = new DatabaseSync(placesIn(folder).log)
  const row = db.prepare("SELECT value FROM mark WHERE key = 'lived'").get() as { value: string }
  const held = JSON.parse(row.value) as Lived
  const seen = held.seen && { ...held.seen, wall: held.seen.wall - ms }
  db.prepare("UPDATE mark SET value = ? WHERE key = 'lived'").run(JSON.stringify({ ...held, seen }))
  db.close()
}
