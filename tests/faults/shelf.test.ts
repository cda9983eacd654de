import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { createServer, request, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { bricks } from '../../src/app/bricks.ts'
import { heavyBricks } from '../../src/bricks/shelf/server/intake.ts'
import { openFolder } from '../../src/files/folder.ts'
import { kill, type Serving, serving } from './serving.ts'
import type { ShelfFull } from './shelf-full.ts'
import { hashOf, lying, pdf, type Shelving, shelving, sound } from './shelving.ts'
import { onSmallDisk } from './small-disk.ts'
import { withKeeper } from './turns.ts'

const skip = heavyBricks(bricks).length === 0 ? 'no brick here takes heavy files' : false
const MB = 1024 * 1024
const root = mkdtempSync(join(tmpdir(), 'cocote-shelf-'))
const folder = join(root, 'box')
let server: Serving
let keeper: Shelving
let cookie = ''

before(async () => {
  openFolder(folder)
  cookie = await withKeeper(folder)
  await starts()
})
after(async () => {
  await kill(server)
  rmSync(root, { recursive: true, force: true })
})
async function starts(): Promise<void> {
  server = serving(folder)
  keeper = shelving(await server.ready, cookie)
}
const fileAt = (id: string): string => `${keeper.address}/fichiers/prendre/${id}/un.wav`

/** What this process holds in memory, in bytes. */
const held = (): number =>
  Number(
    /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${server.process.pid}/status`, 'utf8'))?.[1],
  ) * 1024

/**
 * Sends so many megabytes of sound as a form, a piece at a time, and as slowly as `pauseMs` says;
 * `stop` leaves in the middle.
 */
function sends(
  id: string,
  megabytes: number,
  of: Readonly<{ pauseMs?: number; stopAfter?: number }> = {},
): Promise<number | 'cut'> {
  const piece = Buffer.from(sound(MB, megabytes))
  const field = (name: string, value: string): string =>
    `--b\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`
  const head = Buffer.from(
    `${field('dossier', id)}${field('licence', 'by')}--b\r\nContent-Disposition: form-data; ` +
      `name="file"; filename="Long ${megabytes}.wav"\r\n\r\n`,
  )
  const foot = Buffer.from('\r\n--b--\r\n')
  return new Promise(resolve => {
    const asked = request(`${keeper.address}/fichiers/apporter?dossier=${id}`, {
      method: 'POST',
      headers: {
        cookie,
        origin: keeper.address,
        'content-type': 'multipart/form-data; boundary=b',
        'content-length': head.length + megabytes * MB + foot.length,
      },
    })
    asked.setMaxListeners(0)
    asked.on('error', () => resolve('cut'))
    asked.on('response', answer => {
      answer.resume()
      answer.on('end', () => resolve(answer.statusCode ?? 0))
    })
    const write = (bytes: Buffer): Promise<void> =>
      new Promise(done => {
        if (asked.write(bytes)) done()
        else asked.once('drain', done).once('close', done)
      })
    const run = async (): Promise<void> => {
      await write(head)
      for (let i = 0; i < (of.stopAfter ?? megabytes); i++) {
        await write(piece)
        if (of.pauseMs) await wait(of.pauseMs)
      }
      if (of.stopAfter === undefined) asked.end(foot)
    }
    void run()
  })
}

/** Reads an address to its end and counts; nothing of it is kept. */
function drains(address: string, to?: (piece: Buffer) => void): Promise<number> {
  return new Promise((resolve, reject) => {
    request(address, answer => {
      let bytes = 0
      answer.on('data', (piece: Buffer) => {
        bytes += piece.length
        to?.(piece)
      })
      answer.on('end', () => resolve(bytes))
      answer.on('error', reject)
    })
      .on('error', reject)
      .end()
  })
}

test('four hundred megabytes come and go without being held: the memory of the box does not follow', {
  skip,
}, async t => {
  // The collector of the language leaves up to 130 MB behind, whatever the size. A file that was
  // held once would add its whole size.
  const size = 400
  const id = await keeper.folder({ name: 'Films' })
  await sends(id, 8)
  const before = held()
  let most = 0
  const watch = setInterval(() => (most = Math.max(most, held())), 50)
  const came = await sends(id, size)
  const file = (await keeper.shown(id)).at(-1)!
  const sizes = await Promise.all(Array.from({ length: 4 }, () => drains(fileAt(file))))
  clearInterval(watch)
  assert.equal(came, 303)
  t.diagnostic(
    `${Math.round(before / MB)} MB before, ${Math.round(most / MB)} MB at most, of a file ` +
      `of ${size} MB taken in once and given four times at once`,
  )
  assert.ok(sizes.every(given => given === size * MB))
  assert.ok(most - before < (size / 2) * MB, `${most - before} bytes more`)
})

test('the server is killed in the middle of an upload: nothing is named, nothing half is left, ' +
  'what was answered stays', {
  skip,
}, async () => {
  const id = await keeper.folder({ name: 'Tuée' })
  const kept = pdf('répondu')
  assert.equal((await keeper.bring(id, [{ name: 'repondu.pdf', bytes: kept }])).status, 303)
  for (const pauseMs of [3, 20]) {
    const sent = sends(id, 40, { pauseMs })
    for (let i = 0; i < 100 && !lying(folder).some(name => name.startsWith('.new-')); i++)
      await wait(10)
    await wait(pauseMs * 9)
    await kill(server)
    assert.equal(await sent, 'cut')
    await starts()
    assert.deepEqual(
      lying(folder).filter(name => name.startsWith('.new-')),
      [],
    )
    assert.equal((await keeper.shown(id)).length, 1)
  }
  const [file = ''] = await keeper.shown(id)
  assert.ok(Buffer.from(await (await fetch(fileAt(file))).arrayBuffer()).equals(Buffer.from(kept)))
})

test('a telephone that walks away leaves nothing on the disk', { skip }, async () => {
  const id = await keeper.folder({ name: 'Partie', adders: 'anyone' })
  const had = lying(folder).length
  const sent = sends(id, 30, { stopAfter: 3 })
  for (let i = 0; i < 3_000 && lying(folder).length === had; i++) await wait(10)
  assert.equal(lying(folder).length, had + 1)
  await kill(server, 'SIGTERM')
  await sent
  await starts()
  assert.equal(lying(folder).length, had)
})

/** A road that breaks after so many bytes of each answer. */
function breaking(to: string, after: number): Promise<Server> {
  const { port } = new URL(to)
  const proxy = createServer((asked, answered) => {
    const onward = request(
      { port, path: asked.url, method: asked.method, headers: asked.headers },
      answer => {
        answered.writeHead(answer.statusCode ?? 502, answer.headers)
        let left = after
        answer.on('data', (piece: Buffer) => {
          answered.write(piece.subarray(0, left))
          left -= piece.length
          if (left <= 0) {
            answer.destroy()
            answered.destroy()
          }
        })
        answer.on('end', () => answered.end())
      },
    )
    onward.on('error', () => answered.destroy())
    onward.end()
  })
  return new Promise(resolve => proxy.listen(0, '127.0.0.1', () => resolve(proxy)))
}

test('over a road that breaks again and again, curl -C - ends with the same bytes', {
  skip,
}, async t => {
  const id = await keeper.folder({ name: 'Mauvais Wi-Fi' })
  const bytes = sound(3_000_000, 9)
  await keeper.bring(id, [{ name: 'un.wav', bytes }])
  const [file = ''] = await keeper.shown(id)
  const proxy = await breaking(keeper.address, 700_000)
  const to = join(root, 'pris.wav')
  const address =
    `http://127.0.0.1:${(proxy.address() as AddressInfo).port}/fichiers/prendre/${file}` + '/un.wav'
  const host = new URL(keeper.address).host
  const took = (): Promise<number> =>
    new Promise((resolve, reject) => {
      const curl = spawn('curl', ['-s', '-C', '-', '-H', `Host: ${host}`, '-o', to, address], {
        stdio: 'ignore',
      })
      curl.on('error', reject)
      curl.on('close', code => resolve(code ?? -1))
    })
  let tries = 0
  try {
    for (let code = await took(); code !== 0 && tries < 12; code = await took()) tries++
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return t.skip('no curl here')
    throw error
  } finally {
    proxy.close()
  }
  assert.ok(tries >= 4, `${tries} cuts`)
  assert.equal(statSync(to).size, bytes.length)
  assert.equal(hashOf(readFileSync(to)), hashOf(bytes))
})

test('while twenty telephones take a film, pages answer', { skip }, async t => {
  const id = await keeper.folder({ name: 'Soirée' })
  await sends(id, 60)
  const [file = ''] = await keeper.shown(id)
  let isOver = false
  const taking = Promise.all(Array.from({ length: 20 }, () => drains(fileAt(file)))).finally(
    () => (isOver = true),
  )
  const times: number[] = []
  while (!isOver && times.length < 400) {
    const from = performance.now()
    const answer = await fetch(`${keeper.address}/fichiers/dossier/${id}`)
    await answer.text()
    assert.equal(answer.status, 200)
    times.push(performance.now() - from)
    await wait(5)
  }
  const sizes = await taking
  assert.ok(sizes.every(size => size === 60 * MB))
  times.sort((a, b) => a - b)
  const p95 = times[Math.floor(times.length * 0.95)] ?? 0
  t.diagnostic(
    `${times.length} pages while 20 × 60 MB were taken: median ` +
      `${Math.round(times[times.length >> 1] ?? 0)} ms, p95 ${Math.round(p95)} ms`,
  )
  assert.ok(times.length >= 5, `${times.length} pages before the films were taken`)
})

const FULL = fileURLToPath(new URL('./shelf-full.ts', import.meta.url))
test('on a full disk the shelf takes nothing, says so, and goes on giving', { skip }, t => {
  const seen = onSmallDisk<ShelfFull>(FULL, join(root, 'small'))
  if (typeof seen === 'string') return t.skip(seen)
  assert.match(seen.sentence, /plus de place pour cela sur l’étagère\. Rien n’a été pris/)
  assert.deepEqual([seen.refused, seen.left, seen.page, seen.taken], [403, false, 200, 200])
  assert.ok(seen.bytes > 50_000)
})
