import { normal } from '../../src/core/letters/accents.ts'
import type { TestBox } from './test-box.ts'

/** Words that stand in nothing else, and every place of a box where they are left. */

/** Who is forgotten, and how they are reached. */
export const GONE = { name: 'Zwyntrude', phone: '04 77 24 11 22' } as const
/** Who stays. */
export const STAYS = { name: 'Plovine', phone: '04 77 31 00 99' } as const
/** A word that the one who is forgotten typed. */
export const planted = (field: string): string => `zwyntr${field}`
const FIGURES = GONE.phone.replace(/\D/g, '').slice(1)

/** Where a row of the three files of a box holds a planted word, their name or their number. */
export function wordsLeftIn({ engine, local }: TestBox, sought = /zwyntr/iu): readonly string[] {
  return [engine.log.db, engine.tables.db, local.db].flatMap(db =>
    db
      .prepare("SELECT name FROM sqlite_master WHERE type = 'table'")
      .all()
      .flatMap(({ name }) =>
        db
          .prepare(`SELECT * FROM "${String(name)}"`)
          .all()
          .flatMap(row =>
            Object.entries(row).flatMap(([column, value]) =>
              holds(value, sought) ? [`${String(name)}.${column}: ${textIn(value)}`] : [],
            ),
          ),
      ),
  )
}
const holds = (value: unknown, sought: RegExp): boolean => {
  const text = normal(textIn(value), 'NFD').replace(/\p{M}/gu, '')
  const figures = text.replace(/[\s.\u00a0\u202f-]/g, '')
  return sought.test(text) || (sought.test(GONE.name) && figures.includes(FIGURES))
}
/** Long texts as people read them, beside what the row says. */
function textIn(value: unknown): string {
  const text = value instanceof Uint8Array ? Buffer.from(value).toString('utf8') : String(value)
  const long = [...text.matchAll(/"yjs":"([A-Za-z0-9+/=]+)/g)].map(([, bytes]) =>
    Buffer.from(bytes!, 'base64').toString('utf8'),
  )
  return [text, ...long].join(' ').slice(0, 400)
}
