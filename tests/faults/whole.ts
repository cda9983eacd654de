import { bricks } from '../../src/app/bricks.ts'
import { boxOfFeed, spaceOfFeed } from '../../src/core/change.ts'
import { shapeOf } from '../../src/engine/shape.ts'
import { openBox, placesIn } from '../../src/files/folder.ts'
import { signedBy } from '../../src/log/box.ts'
import { fleshHash, hashText, sha256 } from '../../src/log/bytes.ts'
import { entriesAfter, entryOf, type Log, lastSeqs } from '../../src/log/log.ts'
import { openTables, type Tables } from '../../src/projection/tables.ts'
import type { OpenEngine } from '../support/open-engine.ts'
import { openEngine } from '../support/open-engine.ts'
import { SENTENCE, SPACES_WRITTEN } from './turns.ts'

/**
 * What a folder holds after a fault: the turns that are whole, in the order of the log, and all
 * that is wrong.
 */
export type Held = Readonly<{
  turns: readonly number[]
  entries: number
  faults: readonly string[]
}>

export function inspect(folder: string): Held {
  const engine = openEngine(bricks, openBox(folder), placesIn(folder))
  try {
    const found = turnsIn(engine.log)
    return {
      ...found,
      faults: [
        ...found.faults,
        ...chainFaults(engine.log),
        ...tableFaults(engine),
        ...fileFaults(engine),
      ],
    }
  } finally {
    engine.tables.db.close()
    engine.log.db.close()
  }
}

/**
 * Every feed from its first entry: contiguous, chained, signed by its box, its flesh as its bones
 * say.
 */
export function chainFaults(log: Log): readonly string[] {
  return [...lastSeqs(log)].flatMap(([feed, last]) => {
    const all = entriesAfter(log, feed, 0, last + 1)
    const faults =
      all.length === last ? [] : [`${feed}: ${all.length} entries where ${last} are announced`]
    let prev = ''
    for (const [i, signed] of all.entries()) {
      const entry = entryOf(signed.bytes)
      if (entry.seq !== i + 1 || entry.feed !== feed)
        faults.push(`${feed} ${i + 1}: holds ${entry.feed} ${entry.seq}`)
      if (entry.prev !== prev) faults.push(`${feed} ${entry.seq}: not chained to the one before`)
      if (!signedBy(boxOfFeed(feed), signed.bytes, signed.signature))
        faults.push(`${feed} ${entry.seq}: wrongly signed`)
      for (const { index, field, salt, value } of signed.flesh)
        if (entry.changes[index]?.fields[field]?.flesh !== fleshHash(salt, value))
          faults.push(`${feed} ${entry.seq}: flesh of ${field}`)
      prev = hashText(sha256(signed.bytes))
    }
    return faults
  })
}

/** The tables as they were opened, beside tables made again from nothing. */
function tableFaults({ log, tables }: OpenEngine): readonly string[] {
  const again = openTables(':memory:', shapeOf(bricks), log)
  const [lived, rebuilt] = [rowsOf(tables), rowsOf(again)]
  again.db.close()
  return Object.keys({ ...lived, ...rebuilt }).flatMap(name => {
    const [a, b] = [lived[name] ?? [], rebuilt[name] ?? []]
    return a.length === b.length && a.every((row, i) => row === b[i])
      ? []
      : [`table ${name} is not as a rebuild makes it`]
  })
}

/** Every row of every table, sorted; `doc.n` is only where the search keeps its text. */
export function rowsOf({ sql }: Tables): Readonly<Record<string, readonly string[]>> {
  const names = sql
    .all<{ name: string }>(
      "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'search%' " +
        "AND name NOT IN ('term', 'doc') ORDER BY name",
    )
    .map(table => table.name)
  const rows = (text: string) =>
    sql
      .all(text)
      .map(found => JSON.stringify(found))
      .sort()
  return {
    ...Object.fromEntries(names.map(name => [name, rows(`SELECT * FROM "${name}"`)])),
    doc: rows(
      'SELECT d.id, d.type, d.title, s.title AS t, s.body, s.stems FROM doc d LEFT ' +
        'JOIN search s ON s.rowid = d.n',
    ),
    found: rows('SELECT count(*) AS n FROM search'),
  }
}

function fileFaults({ log, tables }: OpenEngine): readonly string[] {
  return [log, tables].flatMap(({ db }) => {
    const said = db.prepare('PRAGMA integrity_check').get()?.['integrity_check']
    return said === 'ok' ? [] : [`${db.location()}: ${said}`]
  })
}

/**
 * A turn is whole when every piece of it stands, once, in every space that it writes in; else it is
 * half a turn, or twice one.
 */
function turnsIn(log: Log): Held {
  const found = new Map<number, { pieces: number; seen: string[]; spaces: Set<string> }>()
  let entries = 0
  for (const [feed, last] of lastSeqs(log))
    for (const { flesh } of entriesAfter(log, feed, 0, last + 1)) {
      entries++
      for (const { value } of flesh) {
        const [, n, piece, pieces] = SENTENCE.exec(String(JSON.parse(value))) ?? []
        if (n === undefined) continue
        const turn = found.get(Number(n)) ?? { pieces: Number(pieces), seen: [], spaces: new Set() }
        turn.seen.push(`${spaceOfFeed(feed)} ${piece}`)
        turn.spaces.add(spaceOfFeed(feed))
        found.set(Number(n), turn)
      }
    }
  const faults = [...found].flatMap(([n, { pieces, seen, spaces }]) => {
    if (new Set(seen).size < seen.length) return [`turn ${n} stands twice`]
    return seen.length === pieces * SPACES_WRITTEN && spaces.size === SPACES_WRITTEN
      ? []
      : [`half of turn ${n}: ${seen.sort().join(', ')}`]
  })
  return { turns: [...found.keys()].sort((a, b) => a - b), entries, faults }
}
