import { mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import PouchDB from 'pouchdb'

/** PouchDB over LevelDB: replication into an empty database, then an index of words until the last record is found. `peer.mjs CARGO FOLDER`. */
const [cargo, folder] = process.argv.slice(2)
const TOGETHER = 500
const records = readFileSync(cargo, 'utf8').trimEnd().split('\n').map(JSON.parse)
mkdirSync(folder, { recursive: true })
const docs = records.map(({ id, type, said }) => ({ _id: id, type, ...said }))

/** Run inside PouchDB, from its text: nothing of this file is known there. */
const WORDS = `function (doc) {
  var seen = {}
  Object.keys(doc).forEach(function (name) {
    if (name[0] === '_' || typeof doc[name] !== 'string') return
    doc[name].toLowerCase().split(/[^a-z0-9\\u00c0-\\u024f]+/).forEach(function (word) {
      if (word && !seen[word]) { seen[word] = true; emit(word, null) }
    })
  })
}`
async function found(db, word) {
  for (;;) {
    const { rows } = await db.query('words/words', { key: word })
    if (rows.length === 1) return
  }
}
const bytesIn = at =>
  readdirSync(at, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0)

const from = new PouchDB(join(folder, 'from'))
const to = new PouchDB(join(folder, 'to'))
const shared = docs.slice(0, -10)
for (let at = 0; at < shared.length; at += TOGETHER)
  await from.bulkDocs(shared.slice(at, at + TOGETHER))
const spent = () => Object.values(process.cpuUsage()).reduce((sum, us) => sum + us / 1_000, 0)
let begun = performance.now()
const before = spent()
await from.replicate.to(to)
const replicated = performance.now() - begun
await to.put({ _id: '_design/words', views: { words: { map: WORDS } } })
await found(to, records.at(-11).word)
const bring = performance.now() - begun
const cpu = spent() - before
await from.bulkDocs(docs.slice(-10))
begun = performance.now()
await from.replicate.to(to)
await found(to, records.at(-1).word)
const meet = performance.now() - begun
await to.close()
begun = performance.now()
const again = new PouchDB(join(folder, 'to'))
await again.info()
const opened = performance.now() - begun
await again.close()
const disk = readdirSync(folder)
  .filter(name => name.startsWith('to'))
  .reduce((sum, name) => sum + bytesIn(join(folder, name)), 0)
const parts = `replicated ${Math.round(replicated)} ms, not synced to the disk`
console.log(
  JSON.stringify({
    bring,
    cpu,
    parts,
    meet,
    open: opened,
    disk,
    peakMB: process.resourceUsage().maxRSS / 1024,
  }),
)
