import assert from 'node:assert/strict'
import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer, type RequestListener, request, type Server } from 'node:http'
import { type AddressInfo, connect, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { type TestContext, test } from 'node:test'
import { fixedBox } from '../../../tests/wire/boxes.ts'
import type { Box } from '../../log/box.ts'
import { hashText, sha256 } from '../../log/bytes.ts'
import { greet, NoAnswer, sendBundle, syncEndpointAt } from './call.ts'
import { type DeliveryCounts, drawNonce, isAnswer, proveAnswer, proveAsking } from './proof.ts'
import {
  type AnsweringBundle,
  LARGEST_BODY,
  LARGEST_BODY_OF_STRANGER,
  MOST_ASKED,
  type ReceivedBundle,
  type SessionRefusal,
  syncServer,
} from './server.ts'

const [SAIL, BOEN, THIRD] = [fixedBox(1), fixedBox(2), fixedBox(3)]
const TOLD: DeliveryCounts = {
  known: 'paired',
  taken: 3,
  held: 1,
  aside: { unknown: 2 },
  stopped: 0,
  isFull: false,
}

/** Boën's endpoint, which knows Sail. It keeps each body as text and answers with a text. */
type Opened = Readonly<{
  url: URL
  folder: string
  brought: string[]
  clock: { now: number }
  server: Server
}>
async function opened(
  t: TestContext,
  more: Readonly<{
    take?: (come: ReceivedBundle) => Promise<AnsweringBundle | SessionRefusal>
    tries?: number
  }> = {},
): Promise<Opened> {
  const folder = mkdtempSync(join(tmpdir(), 'cocote-endpoint-'))
  const brought: string[] = []
  const clock = { now: 1_000 }
  let [files, tries] = [0, 0]
  const file = (): string => join(folder, String(files++))
  const take = async ({ file: came, from, most }: ReceivedBundle): Promise<AnsweringBundle> => {
    brought.push(`${from.slice(0, 4)} ${most} ${readFileSync(came, 'utf8')}`)
    const given = file()
    writeFileSync(given, 'nouvelles de Boën')
    return { file: given, told: TOLD }
  }
  const server = await listening(
    t,
    syncServer({
      box: BOEN,
      called: () => 'Boën et alentours',
      isKnown: name => name === SAIL.name,
      mayTry: () => ++tries <= (more.tries ?? 100),
      file,
      take: more.take ?? take,
      own: async asked => ({ heard: asked }),
      say: why => `non : ${why}`,
      onFault: () => 'failed',
      now: () => clock.now,
      wall: () => 1_796_468_400_000,
    }),
  )
  return { url: addressOf(server), folder, brought, clock, server }
}
async function listening(t: TestContext, listener: RequestListener): Promise<Server> {
  const server = createServer(listener)
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  t.after(() => server.close())
  return server
}
const addressOf = (server: Server): URL =>
  syncEndpointAt(`127.0.0.1:${(server.address() as AddressInfo).port}`)

type Sending = Readonly<{
  box?: Box
  to?: string
  key?: Box
  nonce?: string
  answers?: string
  body?: string
  signedBody?: string
  headers?: object
}>
/** One request as its caller signs it, or as somebody else alters it. */
async function sent(
  { url }: Opened,
  of: Sending = {},
): Promise<Readonly<{ status: number; why: string; said: string; retry: string }>> {
  const { box = SAIL, to = BOEN.name, body = 'nouvelles de Sail' } = of
  const answers = of.answers ?? (await greet(url)).nonce
  const asks = {
    box: box.name,
    to,
    answers,
    nonce: drawNonce(),
    most: 1_000,
    hash: hashText(sha256(Buffer.from(of.signedBody ?? body))),
  }
  const headers = {
    'content-length': Buffer.byteLength(body),
    'cocote-format': 1,
    'cocote-box': asks.box,
    'cocote-to': to,
    'cocote-answers': answers,
    'cocote-nonce': asks.nonce,
    'cocote-most': asks.most,
    'cocote-hash': asks.hash,
    'cocote-proof': proveAsking(of.key ?? box, asks),
    ...of.headers,
  }
  return new Promise((resolve, reject) => {
    const asking = request(url, { method: 'POST', headers }, answer => {
      text(answer).then(told => {
        const { why = '', said = '' } =
          answer.statusCode === 200 ? {} : (JSON.parse(told) as { why: string; said: string })
        resolve({
          status: answer.statusCode ?? 0,
          why,
          said,
          retry: String(answer.headers['retry-after'] ?? ''),
        })
      }, reject)
    })
    asking.on('error', reject)
    asking.end(body)
  })
}

test('the name in a greeting is shown as one line, whatever it holds', async t => {
  const called = '\u001b[2J\u001b[1;1HPIRATE\n- \u202efaux'
  const who = {
    kind: 'cocote-box',
    formats: [1],
    bundles: [1],
    box: BOEN.name,
    words: '',
    called,
    at: 1,
    nonce: 'n',
  }
  const server = await listening(t, (_request, response) => void response.end(JSON.stringify(who)))
  assert.equal((await greet(addressOf(server))).called, '[2J[1;1HPIRATE - faux')
})

test(
  'a box that proves its key sends a bundle and takes the answering one; both files are gone ' +
    'afterwards',
  async t => {
    const endpoint = await opened(t)
    const who = await greet(endpoint.url)
    assert.deepEqual(
      [who.box, who.called, who.at],
      [BOEN.name, 'Boën et alentours', 1_796_468_400_000],
    )
    const own = mkdtempSync(join(tmpdir(), 'cocote-asker-'))
    const [file, into] = [join(own, 'out'), join(own, 'in')]
    writeFileSync(file, 'nouvelles de Sail')
    const first = await sendBundle(endpoint.url, {
      box: SAIL,
      to: BOEN.name,
      nonce: who.nonce,
      file,
      into,
      most: 5_000,
    })
    assert.deepEqual([first.told, readFileSync(into, 'utf8')], [TOLD, 'nouvelles de Boën'])
    // The nonce that comes with an answer is good for the next request.
    await sendBundle(endpoint.url, {
      box: SAIL,
      to: BOEN.name,
      nonce: first.nonce,
      file,
      into,
      most: 9_000_000,
    })
    const from = SAIL.name.slice(0, 4)
    assert.deepEqual(endpoint.brought, [
      `${from} 5000 nouvelles de Sail`,
      `${from} 4194304 nouvelles de Sail`,
    ])
    assert.deepEqual(readdirSync(endpoint.folder), [])
  },
)

test(
  'a proof is good for one box, one key, one nonce, one body: anything else is refused, and its ' +
    'body is not read',
  async t => {
    const endpoint = await opened(t)
    const used = (await greet(endpoint.url)).nonce
    assert.equal((await sent(endpoint, { answers: used })).status, 200)
    const late = (await greet(endpoint.url)).nonce
    const cases: readonly (readonly [Sending, number, SessionRefusal])[] = [
      [{ answers: used }, 401, 'nonce'],
      [{ answers: drawNonce() }, 401, 'nonce'],
      [{ answers: `${used.slice(0, -1)}${used.endsWith('A') ? 'B' : 'A'}` }, 401, 'nonce'],
      [{ key: THIRD }, 401, 'proof'],
      [{ box: THIRD, key: SAIL }, 401, 'proof'],
      [{ headers: { 'cocote-most': 2_000 } }, 401, 'proof'],
      [{ to: THIRD.name }, 421, 'other'],
      [{ box: BOEN }, 400, 'malformed'],
      [{ signedBody: 'autre chose' }, 422, 'altered'],
      [{ headers: { origin: endpoint.url.origin } }, 403, 'browser'],
      [{ headers: { 'cocote-format': 2 } }, 400, 'malformed'],
      [{ headers: { 'cocote-proof': 'A'.repeat(87) } }, 400, 'malformed'],
      [{ headers: { 'cocote-box': 'sail' } }, 400, 'malformed'],
      [{ headers: { 'cocote-hash': `${'A'.repeat(42)}/` } }, 400, 'malformed'],
    ]
    for (const [of, status, why] of cases) {
      const answer = await sent(endpoint, of)
      assert.deepEqual([answer.status, answer.why, answer.said], [status, why, `non : ${why}`])
    }
    endpoint.clock.now += 60_000
    assert.equal((await sent(endpoint, { answers: late })).why, 'nonce')
    assert.equal(endpoint.brought.length, 1)
    assert.deepEqual(readdirSync(endpoint.folder), [])
  },
)

test('a proof of a caller is no proof of an answer, and the reverse', () => {
  const proved = {
    box: SAIL.name,
    to: BOEN.name,
    answers: drawNonce(),
    nonce: drawNonce(),
    hash: hashText(sha256(Buffer.from(''))),
  }
  assert.equal(isAnswer({ ...proved, said: '5' }, proveAsking(SAIL, { ...proved, most: 5 })), false)
  const proof = proveAnswer(SAIL, { ...proved, said: '5' })
  assert.equal(isAnswer({ ...proved, said: '5' }, proof), true)
  for (const [key, value] of Object.entries({
    box: BOEN.name,
    to: THIRD.name,
    answers: 'x',
    nonce: 'x',
    hash: 'x',
    said: '6',
  }))
    assert.equal(isAnswer({ ...proved, said: '5', [key]: value }, proof), false, key)
})

test('bodies over the limit are refused before they come; the limit of an unknown box is small', async t => {
  const endpoint = await opened(t)
  const huge = 'x'.repeat(LARGEST_BODY_OF_STRANGER + 1)
  assert.deepEqual((await sent(endpoint, { box: THIRD, body: huge })).why, 'large')
  assert.equal((await sent(endpoint, { box: SAIL, body: huge })).status, 200)
  assert.equal(await announced(endpoint, { 'content-length': LARGEST_BODY + 1 }), 413)
  for (const length of ['-1', '1e9', '99999999999', ''])
    assert.equal(await announced(endpoint, { 'content-length': length }), 400, length)
  assert.equal(endpoint.brought.length, 1)
})

/** The status that the endpoint answers to a head without its body. */
async function announced(
  endpoint: Opened,
  more: Readonly<Record<string, string | number>>,
): Promise<number> {
  const answers = (await greet(endpoint.url)).nonce
  const asks = {
    box: SAIL.name,
    to: BOEN.name,
    answers,
    nonce: drawNonce(),
    most: 1,
    hash: hashText(sha256(Buffer.from(''))),
  }
  const lines = {
    host: endpoint.url.host,
    'cocote-format': 1,
    'cocote-box': asks.box,
    'cocote-to': asks.to,
    'cocote-answers': answers,
    'cocote-nonce': asks.nonce,
    'cocote-most': 1,
    'cocote-hash': asks.hash,
    'cocote-proof': proveAsking(SAIL, asks),
    ...more,
  }
  return new Promise(resolve => {
    const socket = connect(Number(endpoint.url.port), '127.0.0.1')
    let said = ''
    socket.on('data', part => {
      said += String(part)
    })
    socket.on('error', () => undefined)
    socket.on('close', () => resolve(Number(/^HTTP\/1\.1 (\d+)/.exec(said)?.[1] ?? 0)))
    socket.end(
      `POST /facteur HTTP/1.1\r\n${Object.entries(lines)
        .map(([name, value]) => `${name}: ${value}\r\n`)
        .join('')}\r\n`,
    )
  })
}

test('after a refusal nothing more is read, and a caller that is still sending gets the reason', async t => {
  const endpoint = await opened(t, { tries: 1 })
  const sockets: Socket[] = []
  endpoint.server.on('connection', socket => sockets.push(socket))
  const own = mkdtempSync(join(tmpdir(), 'cocote-asker-'))
  const [file, into] = [join(own, 'out'), join(own, 'in')]
  writeFileSync(file, Buffer.alloc(LARGEST_BODY, 'x'))
  const why = (box: Box, nonce: string): Promise<string> =>
    sendBundle(endpoint.url, { box, to: BOEN.name, nonce, file, into, most: 1 }).then(
      () => 'taken',
      error => (error instanceof NoAnswer ? `${error.code} ${error.why}` : String(error)),
    )
  assert.equal(await why(SAIL, drawNonce()), 'refused nonce')
  assert.equal(await why(THIRD, (await greet(endpoint.url)).nonce), 'refused large')
  assert.equal(await why(THIRD, (await greet(endpoint.url)).nonce), 'refused often')
  const read = sockets.map(socket => socket.bytesRead)
  assert.ok(Math.max(...read) < 1024 * 1024, String(read))
  assert.equal((await sent(endpoint)).status, 200)
})

test('a body cut on its way leaves no file, and the endpoint goes on', async t => {
  const endpoint = await opened(t)
  assert.notEqual(await announced(endpoint, { 'content-length': 5_000 }), 200)
  assert.equal((await sent(endpoint)).status, 200)
  assert.deepEqual([endpoint.brought.length, readdirSync(endpoint.folder)], [1, []])
})

test(
  'one exchange at a time, a few wait, the others are told to come back; unknown boxes never ' +
    'take all the places',
  async t => {
    const waiting: (() => void)[] = []
    let [atOnce, most] = [0, 0]
    const endpoint = await opened(t, {
      take: async () => {
        most = Math.max(most, ++atOnce)
        await new Promise<void>(resolve => waiting.push(resolve))
        atOnce--
        return 'unusable'
      },
    })
    const strangers = [
      sent(endpoint, { box: THIRD }),
      sent(endpoint, { box: THIRD }),
      sent(endpoint, { box: THIRD }),
    ]
    const one = await Promise.race(strangers)
    assert.deepEqual([one.status, one.why, one.retry], [503, 'busy', '5'])
    const known = [sent(endpoint), sent(endpoint), sent(endpoint)]
    assert.equal((await Promise.race(known)).why, 'busy')
    let done = false
    const all = Promise.all([...strangers, ...known]).then(answers => {
      done = true
      return answers.map(answer => answer.why).sort()
    })
    while (!done) {
      waiting.shift()?.()
      await new Promise(setImmediate)
    }
    assert.deepEqual(
      [await all, most],
      [['busy', 'busy', 'unusable', 'unusable', 'unusable', 'unusable'], 1],
    )
  },
)

test('calls under unknown names are counted by address, before any key is verified', async t => {
  const endpoint = await opened(t, { tries: 2 })
  const answers = [
    await sent(endpoint, { box: THIRD }),
    await sent(endpoint, { box: fixedBox(4), key: SAIL }),
    await sent(endpoint, { box: fixedBox(5) }),
  ]
  assert.deepEqual(
    answers.map(({ status, why, retry }) => [status, why, retry]),
    [
      [200, '', ''],
      [401, 'proof', ''],
      [429, 'often', '600'],
    ],
  )
  assert.equal((await sent(endpoint)).status, 200)
})

test('an answer counts when the expected box proves its key and all bytes came', async t => {
  const own = mkdtempSync(join(tmpdir(), 'cocote-asker-'))
  const [file, into] = [join(own, 'out'), join(own, 'in')]
  writeFileSync(file, 'nouvelles de Sail')
  const answering = (listener: RequestListener) =>
    listening(t, (asked, answer) => asked.resume().on('end', () => listener(asked, answer)))
  const code = async (server: Server): Promise<string> =>
    sendBundle(addressOf(server), {
      box: SAIL,
      to: BOEN.name,
      nonce: 'n',
      file,
      into,
      most: 1,
    }).then(
      () => 'believed',
      error => (error instanceof NoAnswer ? `${error.code} ${error.why}`.trim() : 'bug'),
    )
  const body = Buffer.from('nouvelles de Boën')
  const signed =
    (key: Box, more: object = {}, sentBody = body): RequestListener =>
    (asked, answer) => {
      const answers = {
        box: BOEN.name,
        to: SAIL.name,
        answers: String(asked.headers['cocote-nonce']),
        nonce: 'next',
        said: 'e30',
        hash: hashText(sha256(body)),
      }
      answer.writeHead(200, {
        'content-length': sentBody.length,
        'cocote-nonce': answers.nonce,
        'cocote-said': answers.said,
        'cocote-hash': answers.hash,
        'cocote-proof': proveAnswer(key, { ...answers, ...more }),
      })
      answer.end(sentBody)
    }
  assert.equal(await code(await answering(signed(BOEN))), 'believed')
  assert.equal(await code(await answering(signed(THIRD))), 'proof')
  assert.equal(await code(await answering(signed(BOEN, { answers: 'an older nonce' }))), 'proof')
  assert.equal(
    await code(await answering(signed(BOEN, {}, Buffer.from('nouvelles de Boëm')))),
    'cut',
  )
  assert.equal(
    await code(
      await answering((_, answer) =>
        answer.writeHead(200, { 'content-length': 100 }).write('x', () => answer.destroy()),
      ),
    ),
    'proof',
  )
  assert.equal(await code(await answering((_, answer) => answer.destroy())), 'cut')
  assert.equal(
    await code(await answering((_, answer) => answer.writeHead(502).end('<html>'))),
    'cut',
  )
  assert.equal(
    await code(await answering((_, answer) => answer.writeHead(404).end('<html>'))),
    'notBox',
  )
  assert.equal(existsSync(into), true)
})

test('an address is read as a person types it; anything else is refused with its code', () => {
  const cases = [
    ['192.168.1.20', 'http://192.168.1.20:4280/facteur'],
    [' boen.local:8080 ', 'http://boen.local:8080/facteur'],
    ['http://boen.example', 'http://boen.example/facteur'],
    ['https://boen.example/nouvelles?x=1', 'https://boen.example/facteur'],
    ['[fe80::1]', 'http://[fe80::1]:4280/facteur'],
  ] as const
  for (const [typed, url] of cases) assert.equal(syncEndpointAt(typed).href, url)
  for (const typed of ['', 'ftp://boen', 'file:///etc', 'http://toi:moi@boen', 'une borne'])
    assert.throws(() => syncEndpointAt(typed), { code: 'address' })
})

test('docs/wire-format.md gives the proofs, the limits and the refusals as the code makes them', async t => {
  const page = readFileSync(new URL('../../../docs/wire-format.md', import.meta.url), 'utf8')
  const nonce = (n: number): string => Buffer.alloc(32, n).toString('base64url')
  const hash = hashText(sha256(Buffer.from('abc')))
  const said = Buffer.from(JSON.stringify(TOLD), 'utf8').toString('base64url')
  const asks = {
    box: SAIL.name,
    to: BOEN.name,
    answers: nonce(3),
    nonce: nonce(4),
    most: MOST_ASKED,
    hash,
  }
  const answers = { box: BOEN.name, to: SAIL.name, answers: nonce(4), nonce: nonce(5), said, hash }
  for (const line of [
    `ask     ${proveAsking(SAIL, asks)}`,
    `said    ${said}`,
    `answer  ${proveAnswer(BOEN, answers)}`,
  ])
    assert.ok(page.includes(`\n${line}\n`), line)
  for (const bytes of [LARGEST_BODY, LARGEST_BODY_OF_STRANGER, MOST_ASKED])
    assert.ok(page.includes(bytes.toLocaleString('en-GB')), String(bytes))
  const endpoint = await opened(t, { tries: 0 })
  for (const of of [
    { box: BOEN },
    { key: THIRD },
    { to: THIRD.name },
    { signedBody: 'x' },
    { box: THIRD },
    { headers: { origin: 'http://x' } },
  ]) {
    const { status, why } = await sent(endpoint, of)
    assert.match(page, new RegExp(`^\\|[^|]*\`${why}\`[^|]*\\| ${status} \\|`, 'm'))
  }
})
