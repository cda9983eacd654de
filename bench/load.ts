import { randomBytes } from 'node:crypto'
import { connect } from 'node:net'
import { fileURLToPath } from 'node:url'
import { idFrom } from '../src/core/id.ts'
import { foundBy, rankIn } from './child.ts'
import { spentMs } from './spent.ts'

/**
 * Asks a server as fast as it answers, over so many kept connections, from a process of its own.
 * Plain sockets: a whole HTTP client costs more than the servers measured here, and would be what
 * is measured.
 */
export type Load = Readonly<{
  address: string
  /** The process whose processor is read; none is read without it. */
  pid?: number
  connections: number
  /** Ends after this long, or after `most` answers. */
  seconds: number
  most?: number
  /** Asked in turn, by all connections together. */
  paths: readonly string[]
  headers?: Readonly<Record<string, string>>
  /**
   * Posted to each path, `%ID` a new form's turn id. `%N` becomes a mark of this run and a count,
   * in a path as here: an address that no earlier run asked for, a title that none sent.
   */
  body?: string
  /** The answer that is right. */
  status: number
}>
/** Milliseconds; `wrong` counts answers of another status. */
export type Loaded = Readonly<{
  answers: number
  wrong: number
  perSecond: number
  median: number
  p95: number
  p99: number
  /** Of a body, on average. */
  bytes: number
  /** What the server's processor was busy for an answer, on average. */
  cpu?: number
}>

const CHILD_GRACE_MS = 20_000

/** In this process. More than three digits before the count would read as a telephone number. */
let runs = 0
export const load = (of: Load): Promise<Loaded> =>
  foundBy(
    fileURLToPath(import.meta.url),
    { ...of, run: ++runs % 1_000 } satisfies Running,
    of.seconds * 1_000 + CHILD_GRACE_MS,
  )
type Running = Load & Readonly<{ run: number }>

type Heard = (ms: number, status: number, bytes: number) => void

/** One connection: asks, waits for the whole answer, asks again, until `next` has nothing more. */
function converse(
  host: string,
  port: number,
  next: () => string | undefined,
  heard: Heard,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host, port, noDelay: true })
    let asked = 0
    let held: Buffer = Buffer.alloc(0)
    const ask = (): void => {
      const text = next()
      if (text === undefined) {
        socket.end()
        resolve()
        return
      }
      asked = performance.now()
      socket.write(text)
    }
    socket.on('connect', ask)
    socket.on('data', (part: Buffer) => {
      held = held.length === 0 ? part : Buffer.concat([held, part])
      const answer = wholeAnswer(held)
      if (!answer) return
      held = Buffer.alloc(0)
      heard(performance.now() - asked, answer.status, answer.bytes)
      ask()
    })
    socket.on('error', reject)
    socket.on('close', () => resolve())
  })
}

/**
 * The answer, once its body is whole: by its length, or by its last chunk. Nothing follows it:
 * nobody asks ahead.
 */
function wholeAnswer(held: Buffer): Readonly<{ status: number; bytes: number }> | undefined {
  const end = held.indexOf('\r\n\r\n')
  if (end < 0) return undefined
  const head = held.toString('latin1', 0, end).toLowerCase()
  const status = Number(head.slice(9, 12))
  const bytes = held.length - end - 4
  const length = /\r\ncontent-length: (\d+)/.exec(head)?.[1]
  if (length !== undefined) return bytes >= Number(length) ? { status, bytes } : undefined
  if (!head.includes('\r\ntransfer-encoding: chunked')) return { status, bytes }
  return held.subarray(-5).toString('latin1') === '0\r\n\r\n' ? { status, bytes } : undefined
}

function requestsOf({ address, paths, headers = {}, body, run }: Running): () => string {
  const { host } = new URL(address)
  const all = { host, 'accept-encoding': 'br, gzip', 'accept-language': 'fr', ...headers }
  const lines = Object.entries(all)
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join('')
  const word = randomBytes(4).toString('hex')
  let n = 0
  return () => {
    const path = paths[n++ % paths.length]!.replace('%N', `${word}-${n}`)
    if (body === undefined) return `GET ${path} HTTP/1.1\r\n${lines}\r\n`
    const filled = body
      .replaceAll('%N', `${run}-${n}`)
      .replaceAll('%ID', idFrom(Date.now(), randomBytes(10)))
    return (
      `POST ${path} HTTP/1.1\r\n${lines}content-type: ` +
      'application/x-www-form-urlencoded\r\ncontent-length: ' +
      `${Buffer.byteLength(filled)}\r\n\r\n${filled}`
    )
  }
}

/** The first tenth is warming up: not counted. */
async function run(of: Running): Promise<Loaded> {
  const { hostname, port } = new URL(of.address)
  const request = requestsOf(of)
  const times: number[] = []
  let wrong = 0
  let bytes = 0
  let asked = 0
  const begun = performance.now()
  const counted = begun + of.seconds * 100
  const end = begun + of.seconds * 1_000
  const next = () =>
    performance.now() < end && asked++ < (of.most ?? Number.POSITIVE_INFINITY)
      ? request()
      : undefined
  const spent = (): number | undefined => (of.pid === undefined ? undefined : spentMs(of.pid))
  let before = of.most === undefined ? undefined : spent()
  const heard: Heard = (ms, status, size) => {
    if (status !== of.status) wrong++
    if (of.most === undefined && performance.now() < counted) return
    before ??= spent()
    times.push(ms)
    bytes += size
  }
  await Promise.all(
    Array.from({ length: of.connections }, () => converse(hostname, Number(port), next, heard)),
  )
  const seconds = (performance.now() - (of.most === undefined ? counted : begun)) / 1_000
  const after = spent()
  times.sort((a, b) => a - b)
  return {
    answers: times.length,
    wrong,
    perSecond: times.length / seconds,
    median: rankIn(times, 0.5),
    p95: rankIn(times, 0.95),
    p99: rankIn(times, 0.99),
    bytes: bytes / Math.max(1, times.length),
    ...(before === undefined || after === undefined
      ? {}
      : { cpu: (after - before) / Math.max(1, times.length) }),
  }
}

if (import.meta.main)
  console.log(JSON.stringify(await run(JSON.parse(process.argv[2] ?? '{}') as Running)))
