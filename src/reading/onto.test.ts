import assert from 'node:assert/strict'
import { existsSync, mkdtempSync, readdirSync, readFileSync, statSync } from 'node:fs'
import type { RequestListener } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { serving } from '../../tests/reading/serving.ts'
import { fetchOnto } from './onto.ts'
import { type Fault, Unreadable } from './unreadable.ts'

const addressOf = async (listener: RequestListener): Promise<string> =>
  `${await serving(listener)}/v.tar.gz`
const place = (): string => join(mkdtempSync(join(tmpdir(), 'cocote-test-')), 'v.tar.gz')
const local = { allowLocal: true, most: 10_000_000 }
const BYTES = Buffer.from(Array.from({ length: 300_000 }, (_, at) => at % 251))
const refused = (code: Fault) => (error: unknown) =>
  error instanceof Unreadable && error.code === code

/**
 * Serves the bytes as they are now, from where it is asked; each of the first answers is cut after
 * its share.
 */
function cutting(state: {
  bytes: Buffer
  etag: string
  cuts: number[]
  asked: string[]
}): RequestListener {
  return (ask, answer) => {
    state.asked.push(ask.headers.range ?? 'all')
    const from =
      ask.headers['if-range'] === state.etag
        ? Number(/bytes=(\d+)-/.exec(ask.headers.range ?? '')?.[1] ?? 0)
        : 0
    const rest = state.bytes.subarray(from)
    const head = { etag: state.etag, 'content-length': rest.length }
    if (from > 0)
      answer.writeHead(206, {
        ...head,
        'content-range': `bytes ${from}-${state.bytes.length - 1}/${state.bytes.length}`,
      })
    else answer.writeHead(200, head)
    const cut = state.cuts.shift()
    if (cut === undefined) answer.end(rest)
    else answer.write(rest.subarray(0, cut), () => setTimeout(() => answer.destroy(), 50))
  }
}

test(
  'a file that is cut goes on from where it was, whole in the end, and nothing is left beside ' +
    'it',
  async () => {
    const state = { bytes: BYTES, etag: '"a"', cuts: [100_000, 50_000], asked: [] as string[] }
    const [at, file] = [await addressOf(cutting(state)), place()]
    for (const size of [100_000, 150_000]) {
      await assert.rejects(fetchOnto(at, file, local), refused('brokenOff'))
      assert.equal(statSync(`${file}.part`).size, size)
      assert.equal(existsSync(file), false)
    }
    assert.equal(await fetchOnto(at, file, local), BYTES.length)
    assert.deepEqual(readFileSync(file), BYTES)
    assert.deepEqual(state.asked, ['all', 'bytes=100000-', 'bytes=150000-'])
    assert.deepEqual(readdirSync(join(file, '..')), ['v.tar.gz'])
  },
)

test(
  'a file that changed meanwhile, another address, a server that knows no ranges: it begins ' +
    'again, and is never a mixture',
  async () => {
    const state = { bytes: BYTES, etag: '"a"', cuts: [100_000], asked: [] as string[] }
    const [at, file] = [await addressOf(cutting(state)), place()]
    await assert.rejects(fetchOnto(at, file, local), refused('brokenOff'))
    state.bytes = Buffer.from(BYTES).reverse()
    state.etag = '"b"'
    await fetchOnto(at, file, local)
    assert.deepEqual(readFileSync(file), state.bytes)
    const other = { bytes: BYTES, etag: '"a"', cuts: [100_000], asked: [] as string[] }
    const there = await addressOf(cutting(other))
    await assert.rejects(fetchOnto(there, file, local), refused('brokenOff'))
    await fetchOnto(at, file, local)
    assert.deepEqual(readFileSync(file), state.bytes)
    const plain = await addressOf(
      (_ask, answer) => void answer.writeHead(200, { 'content-length': BYTES.length }).end(BYTES),
    )
    await fetchOnto(plain, file, local)
    assert.deepEqual(readFileSync(file), BYTES)
  },
)

test(
  'a server that lies about where it goes on, or sends more than may be, or falls silent: ' +
    'nothing is taken for whole',
  async () => {
    const state = { bytes: BYTES, etag: '"a"', cuts: [100_000], asked: [] as string[] }
    const file = place()
    let lies = false
    const at = await addressOf((ask, answer) => {
      if (!lies) return cutting(state)(ask, answer)
      answer.writeHead(206, { etag: '"a"', 'content-range': 'bytes 5-9/10' }).end('wrong')
    })
    await assert.rejects(fetchOnto(at, file, local), refused('brokenOff'))
    lies = true
    await assert.rejects(fetchOnto(at, file, local), refused('brokenOff'))
    assert.deepEqual(readdirSync(join(file, '..')), [])
    const endless = await addressOf((_ask, answer) => {
      const more = (): void => void answer.write(Buffer.alloc(50_000), error => !error && more())
      more()
    })
    await assert.rejects(fetchOnto(endless, file, { ...local, most: 200_000 }), refused('tooBig'))
    const large = await addressOf(
      (_ask, answer) => void answer.writeHead(200, { 'content-length': 10 ** 9 }).write('x'),
    )
    await assert.rejects(fetchOnto(large, file, local), refused('tooBig'))
    const mute = await addressOf(
      (_ask, answer) => void answer.writeHead(200, { 'content-length': 10 }).write('x'),
    )
    await assert.rejects(fetchOnto(mute, file, { ...local, silenceMs: 300 }), refused('brokenOff'))
    assert.equal(existsSync(file), false)
  },
)

test(
  'the guard stands: this machine and its network are asked by nobody, straight or round a ' +
    'corner',
  async () => {
    let asked = 0
    const at = await addressOf((_ask, answer) => {
      asked++
      answer.end('x')
    })
    for (const address of [
      at,
      at.replace(/:\d+/, ''),
      'http://192.168.1.1/v',
      'http://[::1]/v',
      'file:///etc/passwd',
      'v.tar.gz',
    ])
      await assert.rejects(fetchOnto(address, place(), { most: 10 }), Unreadable)
    assert.equal(asked, 0)
  },
)
