import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { connect, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { isMainThread, Worker, workerData } from 'node:worker_threads'
import { png } from '../tests/attack/png.ts'
import type { Box } from './boxes.ts'
import { rankIn } from './child.ts'
import { COCOTE, type Serving, serveBox, type Under } from './serving.ts'
import { head, tell } from './table.ts'

/**
 * What somebody without account sends, from one address or several; `under`: a command put before
 * the server.
 */
type Attack = Readonly<{ what: string; begins: (to: To) => void; under?: Under }>
type To = Readonly<{
  address: string
  sends: (at: number, path: string, type: string, body: Buffer | string) => void
  held: Socket[]
}>

const [PAGE_AIM_MS, TURN_AIM_MS] = [200, 1_000]
/** How long another visitor is watched; whoever waits longer has waited at least that. */
const WATCHED_MS = 15_000
const [PAGE_EACH_MS, TURN_EACH_MS] = [100, 600]
const FORM = 'application/x-www-form-urlencoded'
const PARTS = 'multipart/form-data; boundary=b'
const MIB = 1024 ** 2

const many = (n: number, one: (i: number) => string): string =>
  Array.from({ length: n }, (_, i) => one(i)).join('')
const part = (name: string, text: string | Buffer, file = ''): Buffer =>
  Buffer.concat([
    Buffer.from(`--b\r\ncontent-disposition: form-data; name="${name}"${file}\r\n\r\n`),
    Buffer.from(text as string),
    Buffer.from('\r\n'),
  ])
const END = Buffer.from('--b--\r\n')
const photo = (bytes: Buffer): Buffer =>
  Buffer.concat([part('title', 'Une échelle'), part('photos', bytes, '; filename="a.png"'), END])
const notice = (title: string): string =>
  new URLSearchParams({ title, who: 'Louise', reach: 'au bar' }).toString()

const ATTACKS: readonly Attack[] = [
  { what: 'nothing', begins: () => undefined },
  {
    what: '112,000 names',
    begins: ({ sends }) =>
      sends(
        2,
        '/mur/ecrire',
        FORM,
        many(112_000, i => `${i.toString(36)}&`),
      ),
  },
  {
    what: '20,000 parts',
    begins: ({ sends }) =>
      sends(
        2,
        '/mur/ecrire',
        PARTS,
        Buffer.concat([...Array.from({ length: 20_000 }, (_, i) => part(`${i}`, '')), END]),
      ),
  },
  {
    what: 'a picture of 3,000,000 × 4',
    begins: ({ sends }) =>
      sends(
        2,
        '/annonces/proposer',
        PARTS,
        photo(Buffer.from(png({ width: 3_000_000, height: 4, depth: 16 }))),
      ),
  },
  {
    what: 'ten forms of 32 MB',
    begins: ({ sends }) => {
      for (let i = 0; i < 10; i++)
        sends(2, '/annonces/proposer', PARTS, photo(Buffer.alloc(32 * MIB)))
    },
  },
  {
    what: '80,000 blanks in a title',
    begins: ({ sends }) => sends(2, '/annonces/chercher', FORM, notice(`a${' '.repeat(80_000)}b`)),
  },
  {
    what: '250,000 accents on a letter',
    begins: ({ sends }) =>
      sends(
        2,
        '/annonces/chercher',
        PARTS,
        Buffer.concat([part('title', `a${'\u0301\u0323'.repeat(125_000)}`), END]),
      ),
  },
  {
    what: '600 idle connections of 512',
    under: ['sh', '-c', 'ulimit -n 512; exec "$@"', 'sh'],
    begins: ({ address, held }) => {
      const { port, hostname } = new URL(address)
      for (let i = 0; i < 600; i++)
        held.push(
          connect({ port: Number(port), host: hostname, localAddress: '127.0.0.2' }).on(
            'error',
            () => undefined,
          ),
        )
    },
  },
  {
    what: '480 refused forms of 16 addresses',
    begins: ({ sends }) => {
      for (let i = 0; i < 480; i++) sends(100 + (i % 16), '/mur/gene', FORM, 'id=x')
    },
  },
]

/** Each attack while another visitor reads and writes: half of their waits, and the longest. */
export async function measureAttacks(box: Box): Promise<void> {
  head('Attacks of one visitor, while another reads and writes')
  for (const attack of ATTACKS) await measureAttack(attack, box)
  measureHarvest()
}

async function measureAttack({ what, under = [] }: Attack, box: Box): Promise<void> {
  const server = await serveBox(box, under)
  let attacker: Worker | undefined
  try {
    const visitor = new Watched(server)
    await visitor.reads(WATCHED_MS)
    visitor.pages.length = 0
    const until = performance.now() + WATCHED_MS
    attacker = new Worker(new URL(import.meta.url), {
      workerData: { what, address: server.address } satisfies From,
    })
    await Promise.all([visitor.reading(until), visitor.writing(until)])
    const [page, turn] = [visitor.pages, visitor.turns].map(all => all.toSorted((a, b) => a - b))
    const [worstPage, worstTurn] = [page!.at(-1) ?? WATCHED_MS, turn!.at(-1) ?? WATCHED_MS]
    const met = worstPage <= PAGE_AIM_MS && worstTurn <= TURN_AIM_MS && visitor.wrong.size === 0
    const said =
      `page ${rankIn(page!, 0.5).toFixed(0)} / ${worstPage.toFixed(0)} ms · turn ` +
      `${rankIn(turn!, 0.5).toFixed(0)} / ${worstTurn.toFixed(0)} ms · ${heldBy(server.pid)} ` +
      `MiB at most${visitor.wrong.size > 0 ? ` · ${[...visitor.wrong].join(', ')}` : ''}`
    tell({
      what,
      records: box.records,
      said,
      aim: `${PAGE_AIM_MS} and ${TURN_AIM_MS} ms`,
      met: () => met,
    })
  } finally {
    await attacker?.terminate()
    await server.stop().catch(() => undefined)
  }
}

function heldBy(pid: number): string {
  const kib = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
  return kib === undefined ? '?' : Math.round(Number(kib) / 1024).toString()
}

function sendAway(
  address: string,
  at: number,
  path: string,
  type: string,
  body: Buffer | string,
): void {
  const headers = {
    'content-type': type,
    origin: address,
    'content-length': Buffer.byteLength(body),
  }
  const sent = request(
    new URL(path, address),
    { method: 'POST', headers, localAddress: `127.0.0.${at}`, agent: false },
    answer => answer.resume(),
  )
  sent.on('error', () => undefined)
  sent.end(body)
}

/** Somebody else, elsewhere: asks a page ten times a second, and sends a notice now and then. */
class Watched {
  readonly pages: number[] = []
  readonly turns: number[] = []
  readonly wrong = new Set<string>()
  readonly #server: Serving
  #n = 0
  constructor(server: Serving) {
    this.#server = server
  }
  reads(waitMs: number): Promise<void> {
    return this.#timed(this.pages, '/annonces', 200, waitMs)
  }
  async reading(until: number): Promise<void> {
    while (performance.now() < until) {
      await this.reads(until - performance.now() + WATCHED_MS)
      await pause(PAGE_EACH_MS)
    }
  }
  async writing(until: number): Promise<void> {
    while (performance.now() < until) {
      await this.#timed(
        this.turns,
        '/annonces/chercher',
        303,
        until - performance.now() + WATCHED_MS,
        notice(`Je cherche une échelle ${this.#n++}`),
      )
      await pause(TURN_EACH_MS)
    }
  }
  #timed(
    into: number[],
    path: string,
    right: number,
    waitMs: number,
    body?: string,
  ): Promise<void> {
    const began = performance.now()
    const { address } = this.#server
    const headers =
      body === undefined
        ? { accept: 'text/html' }
        : { 'content-type': FORM, origin: address, 'content-length': Buffer.byteLength(body) }
    return new Promise(resolve => {
      const done = (wrong?: string): void => {
        into.push(performance.now() - began)
        if (wrong !== undefined) this.wrong.add(wrong)
        resolve()
      }
      const asked = request(
        new URL(body === undefined ? `${path}?n=${this.#n}` : path, address),
        {
          method: body === undefined ? 'GET' : 'POST',
          headers,
          localAddress: '127.0.0.3',
          agent: AGENT,
          timeout: Math.max(1, waitMs),
        },
        answer => {
          answer.resume()
          answer.on('end', () =>
            done(answer.statusCode === right ? undefined : `${answer.statusCode}`),
          )
        },
      )
      asked.on('timeout', () => asked.destroy(new Error('no answer')))
      asked.on('error', error => done((error as NodeJS.ErrnoException).code ?? error.message))
      asked.end(body)
    })
  }
}
const AGENT = new Agent({ keepAlive: false })

const HARVEST_MOST_MS = 60_000
/** A line of towns, by the verb: how long it takes. */
function measureHarvest(): void {
  const folder = mkdtempSync(join(tmpdir(), 'cocote-notes-'))
  try {
    const file = join(folder, 'notes.txt')
    writeFileSync(file, 'Saint-Georges-en-'.repeat(240))
    const began = performance.now()
    const ran = spawnSync(COCOTE, ['harvest', file], { timeout: HARVEST_MOST_MS })
    const said =
      ran.status === 0
        ? `${Math.round(performance.now() - began)} ms, the start included`
        : `not in ${HARVEST_MOST_MS / 1_000} s`
    tell({ what: 'a line of towns, 4 KB, to harvest', said })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/**
 * The attack comes from a thread of its own: what it costs to send is no part of what the other
 * visitor waits.
 */
type From = Readonly<{ what: string; address: string }>
if (!isMainThread) {
  const { what, address } = workerData as From
  const attack = ATTACKS.find(one => one.what === what)
  attack?.begins({
    address,
    held: [],
    sends: (at, path, type, body) => sendAway(address, at, path, type, body),
  })
  // Until the watching ends.
  setInterval(() => undefined, WATCHED_MS)
}
