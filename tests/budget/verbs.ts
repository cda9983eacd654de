import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { env, execPath } from 'node:process'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { bricks } from '../../src/app/bricks.ts'
import { packed } from '../exchange/carry.ts'
import { recognise } from '../exchange/mail.ts'
import { openEngine } from '../support/open-engine.ts'
import { fixedBox } from '../wire/boxes.ts'
import { bring, close, NOON, withHouse } from './box.ts'
import { type Figure, type Figures, roundUp } from './figures.ts'

const ROOT = new URL('../../', import.meta.url)
const PRELOAD = new URL('./loaded.ts', import.meta.url).href
const COCOTE = fileURLToPath(new URL('bin/cocote.ts', ROOT))
/** As `bin/cocote` says: half the time to start. */
const CACHE = fileURLToPath(new URL('node_modules/.cache/cocote', ROOT))

/** What each verb is given, over a folder of its own. */
const VERBS: Readonly<Record<string, (folder: string) => Promise<readonly string[]>>> = {
  serve: async folder => ['serve', '--data', folder, '--port', '0', '--tls-port', '0'],
  'courier deliver': async folder => [
    'courier',
    'deliver',
    await bundleFor(folder),
    '--data',
    folder,
  ],
  check: async folder => ['check', '--data', folder],
  rebuild: async folder => ['rebuild', '--data', folder],
  backup: async folder => ['backup', `${folder}.backup`, '--plain', '--data', folder],
}
/** The thread of `serve` that alone writes. */
const WRITER = new URL('src/app/writer-worker.ts', ROOT)

/**
 * Modules that each verb loads, of `src/` and of packages apart, and the lines of those of `src/`:
 * in a process of its own, over the empty box, until it ends. `serve` is asked its first page; its
 * writer's thread is counted by itself.
 */
export async function measureVerbs(empty: string): Promise<Figures> {
  const all: Figure[] = []
  for (const [verb, args] of Object.entries(VERBS)) {
    const loaded = await within(empty, async (folder, to) => runsVerb(await args(folder), to))
    all.push(...figuresOf(verb, loaded))
  }
  const writer = await within(empty, runsWriter)
  const shown = shownAmong(writer)
  all.push(...figuresOf("serve's writer", writer))
  all.push([WRITER_SHOWS, { figure: shown.length, seen: shown }])
  return new Map(all)
}

export const WRITER_SHOWS = "verb serve's writer: modules that show"
/** Those of pages, prints, sentences, routes: a thread that writes has no use for them. */
export const shownAmong = (urls: readonly string[]): readonly string[] =>
  urls.filter(url =>
    /\/src\/(?:ui|paper|web)\/|\/bricks\/[^/]+\/(?:pages|server|words)\//.test(url),
  )

/**
 * The addresses that are loaded while `work` goes on over a copy of the box; of a process, those of
 * its main thread.
 */
async function within(
  empty: string,
  work: (folder: string, to: string) => Promise<number>,
): Promise<readonly string[]> {
  const folder = `${empty}-copy`
  const to = `${folder}.loaded`
  cpSync(empty, folder, { recursive: true })
  try {
    const thread = await work(folder, to)
    const lines = readFileSync(to, 'utf8').trim().split('\n')
    return lines
      .filter(line => line.startsWith(`${thread} `))
      .map(line => line.slice(`${thread} `.length))
  } finally {
    for (const made of [folder, to]) rmSync(made, { recursive: true, force: true })
  }
}
const givenTo = (to: string) => ({
  ...env,
  NODE_COMPILE_CACHE: CACHE,
  TZ: 'Europe/Paris',
  LANG: 'fr_FR.UTF-8',
  COCOTE_MDNS: '0',
  LOADED_TO: to,
})

async function runsVerb(args: readonly string[], to: string): Promise<number> {
  const child = spawn(execPath, ['--import', PRELOAD, COCOTE, ...args], {
    env: givenTo(to),
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  let asked: Promise<unknown> | undefined
  const hears = (part: Buffer): void => {
    said += part
    const address = args[0] === 'serve' ? /: (http:\/\/\S+)$/m.exec(said)?.[1] : undefined
    if (address) asked ??= firstPage(address).finally(() => child.kill('SIGTERM'))
  }
  child.stdout.on('data', hears)
  child.stderr.on('data', hears)
  const [code] = await once(child, 'close')
  await asked
  if (code !== 0) throw new Error(`${args.join(' ')} ended with ${code}: ${said}`)
  return 0
}

/** Ended by its own door, so that what it began to load at its start is loaded whole. */
async function runsWriter(folder: string, to: string): Promise<number> {
  const worker = new Worker(WRITER, {
    workerData: { folder },
    execArgv: ['--import', PRELOAD],
    env: givenTo(to),
  })
  const { threadId } = worker
  worker.on('message', ({ kind }: { kind: string }) => {
    if (kind === 'ready') worker.postMessage({ n: 1, kind: 'close' })
  })
  const [code] = await once(worker, 'exit')
  if (code !== 0) throw new Error(`the writer ended with ${code}`)
  return threadId
}

async function firstPage(address: string): Promise<void> {
  const answer = await fetch(address)
  if (answer.status !== 200) throw new Error(`the first page answers ${answer.status}`)
  await answer.text()
}

function figuresOf(verb: string, urls: readonly string[]): readonly Figure[] {
  const ours = [...new Set(urls)].filter(url => url.startsWith(new URL('src/', ROOT).href))
  const others = [...new Set(urls)].filter(url => url.includes('/node_modules/'))
  const lines = ours.reduce(
    (sum, url) => sum + readFileSync(new URL(url), 'utf8').split('\n').length,
    0,
  )
  return [
    [`verb ${verb}: modules`, { figure: ours.length, seen: folders(ours) }],
    [`verb ${verb}: modules of packages`, { figure: others.length }],
    [`verb ${verb}: lines`, { figure: roundUp(lines) }],
  ]
}

/** How many of each folder of `src/`. */
function folders(urls: readonly string[]): readonly string[] {
  const all = Map.groupBy(urls, url => url.slice(ROOT.href.length).split('/').slice(0, 2).join('/'))
  return [...all]
    .sort(([, a], [, b]) => b.length - a.length)
    .map(([folder, { length }]) => `${length} of ${folder}`)
}

/** What the next village's courier brings, to a keeper who recognised it: one notice. */
async function bundleFor(folder: string): Promise<string> {
  const boen = openEngine(bricks, fixedBox(2))
  bring(boen, 'offer', {
    title: 'Un lit d’enfant',
    who: 'Barnabé',
    mode: 'give',
    reach: '04 77 00 00 00',
  })
  withHouse(folder, engine => recognise(engine, boen, ['Sail', 'Boën']))
  const file = `${folder}.cocote`
  writeFileSync(file, await packed(boen.log, { now: NOON, for: [fixedBox(1).name] }))
  close(boen)
  return file
}
