import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { type Bench, type ServedBox, withServed } from './boxes.ts'
import { writeCargo } from './exchange/cargo.ts'
import { load } from './load.ts'
import { anew, type Pace, saidOf } from './pages.ts'
import { freePort, inLayers, ready } from './peers/layers.ts'
import { inTurns } from './rounds.ts'
import { head, type Line, missing } from './table.ts'

/**
 * Wikis that villages keep their commons in, on PHP-FPM behind nginx, as Debian has them: installed
 * in a layer of files that is in memory and goes with the bench. Of as many records as the box.
 */
type Kind = 'home' | 'one record' | 'list' | 'search'
type Peer = Readonly<{
  name: string
  address: string
  paths: Readonly<Record<Kind, (ids: readonly string[]) => readonly string[]>>
}>
const KINDS: readonly Kind[] = ['home', 'one record', 'list', 'search']
const SAME = 100
const WORDS = ['palettes', 'broyeur', 'jardin', 'remorque', 'tomates']
const FILES = ['setup.sh', 'texts.php'].map(file => new URL(`peers/${file}`, import.meta.url))

export async function measurePeers(bench: Bench, records: number, pace: Pace): Promise<void> {
  head('Peers: warm, uncached and cached')
  const folder = mkdtempSync(join(bench.within, `run-${process.pid}-`))
  const ports = { dokuwiki: await freePort(), mediawiki: await freePort() }
  console.log('· DokuWiki and MediaWiki are being installed in memory and filled')
  writeCargo(join(folder, 'records.jsonl'), records)
  const child = inLayers(folder, FILES, ports)
  try {
    const why = await ready(child, folder)
    if (why !== undefined) return missing('DokuWiki and MediaWiki', why)
    const [here] = bench.versions
    await withServed({ ...bench, versions: here ? [here] : [] }, records, async ([box]) => {
      const ids = idsIn(folder)
      const peers = peersAt(ports)
      for (const how of ['uncached', 'cached'] as const) {
        await setTo(folder, how)
        for (const kind of KINDS)
          for (const connections of pace.connections.filter(many => many <= 16)) {
            const of = { kind, how, connections, seconds: pace.seconds }
            if (box) await tellOurs(box, of)
            for (const peer of peers) await tellPeer(peer, ids, records, of)
          }
      }
    })
  } finally {
    // The first process of the layers ends with its parent, and takes the others along.
    child.kill('SIGKILL')
    await pause(500)
    rmSync(folder, { recursive: true, force: true })
  }
}

type Ports = Readonly<{ dokuwiki: number; mediawiki: number }>
type Asking = Readonly<{
  kind: Kind
  how: 'cached' | 'uncached'
  connections: number
  seconds: number
}>

async function setTo(folder: string, how: Asking['how']): Promise<void> {
  writeFileSync(join(folder, 'wanted'), how)
  for (let n = 0; n < 100; n++) {
    if (readFileSync(join(folder, 'is'), 'utf8').trim() === how) return
    await pause(100)
  }
}

const idsIn = (folder: string): readonly string[] =>
  readFileSync(join(folder, 'records.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map(line => (JSON.parse(line) as Readonly<{ id: string }>).id)

function peersAt({ dokuwiki, mediawiki }: Ports): readonly Peer[] {
  const some = (ids: readonly string[]) => ids.slice(-SAME)
  const wiki = (title: string) => `/index.php?${new URLSearchParams({ title })}`
  return [
    {
      name: 'DokuWiki',
      address: `http://127.0.0.1:${dokuwiki}`,
      paths: {
        home: () => ['/doku.php?id=start'],
        'one record': ids => some(ids).map(id => `/doku.php?id=annonces:${id}`),
        list: () => ['/doku.php?id=annonces'],
        search: () => WORDS.map(word => `/doku.php?do=search&q=${word}`),
      },
    },
    {
      name: 'MediaWiki',
      address: `http://127.0.0.1:${mediawiki}`,
      paths: {
        home: () => [wiki('Village_accueil')],
        'one record': ids => some(ids).map(id => wiki(`Annonce_${id}`)),
        list: () => [wiki('Village_annonces')],
        search: () => WORDS.map(word => `${wiki('Spécial:Recherche')}&search=${word}&fulltext=1`),
      },
    },
  ]
}

const OURS: Readonly<Record<Kind, (box: ServedBox) => readonly string[]>> = {
  home: () => ['/'],
  'one record': box => box.pages.filter(path => !path.startsWith('/idees/')).slice(-SAME),
  list: () => ['/annonces'],
  search: () => WORDS.map(word => `/chercher?q=${word}`),
}

/** Uncached: each address is new, as in *made anew*. */
async function tellOurs(box: ServedBox, { kind, how, ...of }: Asking): Promise<void> {
  const { records, server } = box
  const paths = how === 'cached' ? OURS[kind](box) : OURS[kind](box).map(anew)
  await tellOne(`CoCoTe, ${kind}, ${how}`, records, { ...of, address: server.address, paths })
}
async function tellPeer(
  { name, address, paths }: Peer,
  ids: readonly string[],
  records: number,
  { kind, how, ...of }: Asking,
): Promise<void> {
  await tellOne(`${name}, ${kind}, ${how}`, records, { ...of, address, paths: paths[kind](ids) })
}

type One = Readonly<{
  address: string
  paths: readonly string[]
  connections: number
  seconds: number
}>
async function tellOne(what: string, records: number, of: One): Promise<void> {
  const sides = [{ version: { name: 'here' } }]
  await inTurns({ what, sides, rounds: 1 }, async (): Promise<readonly Line[]> => {
    // Each address once or more: both are warm.
    await load({ ...of, status: 200, seconds: 60, most: Math.min(SAME, 4 * of.paths.length) })
    const found = await load({ ...of, status: 200 })
    return [{ what, records, connections: of.connections, ...found, ...saidOf(found) }]
  })
}
