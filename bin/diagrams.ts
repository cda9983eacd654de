import { writeFileSync } from 'node:fs'
import { floorsDrawn } from './diagrams/floors.ts'
import { roadDrawn } from './diagrams/road.ts'

/**
 * The drawings of ARCHITECTURE.md, made from tables: `rooms.ts`, which `bin/check-rooms` holds the
 * code against, and `diagrams/threads.ts`. `node bin/diagrams.ts` writes them again.
 */
export const DRAWINGS: Readonly<Record<string, () => string>> = {
  'docs/floors.svg': floorsDrawn,
  'docs/road.svg': roadDrawn,
}

if (import.meta.main)
  for (const [file, drawn] of Object.entries(DRAWINGS)) writeFileSync(file, drawn())
