import { mkdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

/** The least that a durable and searchable box can do: rows and words, no log, no signature, no merge. `peer.mjs CARGO FOLDER`. */
const [cargo, folder] = process.argv.slice(2)
const TOGETHER = 500
const records = readFileSync(cargo, 'utf8').trimEnd().split('\n').map(JSON.parse)
mkdirSync(folder, { recursive: true })
const file = join(folder, 'floor.db')

function open() {
  const db = new DatabaseSync(file)
  db.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;
    CREATE TABLE IF NOT EXISTS record(id TEXT PRIMARY KEY, type TEXT, fields TEXT);
    CREATE VIRTUAL TABLE IF NOT EXISTS search USING fts5(id UNINDEXED, words)`)
  return db
}
const wordsOf = said =>
  Object.values(said)
    .filter(value => typeof value === 'string')
    .join(' ')

function take(db, all) {
  const put = db.prepare('INSERT INTO record VALUES (?, ?, ?)')
  const find = db.prepare('INSERT INTO search VALUES (?, ?)')
  for (let at = 0; at < all.length; at += TOGETHER) {
    db.exec('BEGIN IMMEDIATE')
    for (const { id, type, said } of all.slice(at, at + TOGETHER)) {
      put.run(id, type, JSON.stringify(said))
      find.run(id, wordsOf(said))
    }
    db.exec('COMMIT')
  }
  const found = db
    .prepare('SELECT count(*) AS n FROM search WHERE search MATCH ?')
    .get(all.at(-1).word).n
  if (found !== 1) throw new Error(`found ${found}`)
}

const all = records.slice(0, -10)
const db = open()
const spent = () => Object.values(process.cpuUsage()).reduce((sum, us) => sum + us / 1_000, 0)
let begun = performance.now()
const before = spent()
take(db, all)
const bring = performance.now() - begun
const cpu = spent() - before
begun = performance.now()
take(db, records.slice(-10))
const meet = performance.now() - begun
db.close()
begun = performance.now()
open().close()
const opened = performance.now() - begun
const disk = statSync(file).size
console.log(
  JSON.stringify({
    bring,
    cpu,
    meet,
    open: opened,
    disk,
    peakMB: process.resourceUsage().maxRSS / 1024,
  }),
)
