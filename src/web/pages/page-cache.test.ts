import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type RequestListener,
  request,
} from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { copyDemo } from '../../../tests/support/demo-folder.ts'
import { testOnce as test, testAll } from '../../../tests/support/pass.ts'
import { serve } from '../../app/serve.ts'
import { ID_SHAPE } from '../../core/id.ts'
import { Kept } from '../../core/kept.ts'
import { ANY, MINUTE } from '../../core/tracking.ts'
import { placesIn } from '../../files/folder.ts'
import { openLocal, startSession } from '../../files/local.ts'
import { setPassphrase } from '../session/keeper.ts'
import { wasToken } from '../session/visit.ts'
import { keepingPages, share, shareHoled } from './page-cache.ts'

type Answer = Readonly<{ status: number; headers: IncomingHttpHeaders; body: string }>
type Asking = Readonly<{ headers?: Record<string, string>; method?: string; body?: string }>

function ask(
  address: string,
  path: string,
  { headers = {}, method = 'GET', body }: Asking = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request(address + path, { headers, method }, answer => {
      whole(answer).then(resolve, reject)
    })
    sent.on('error', reject)
    sent.end(body)
  })
}

async function whole(answer: IncomingMessage): Promise<Answer> {
  const parts: Buffer[] = []
  for await (const part of answer) parts.push(part as Buffer)
  const { statusCode: status = 0, headers } = answer
  const bytes = Buffer.concat(parts)
  // A HEAD names an encoding and has no body.
  const isZipped = headers['content-encoding'] === 'gzip' && bytes.length > 0
  return { status, headers, body: (isZipped ? gunzipSync(bytes) : bytes).toString('utf8') }
}

/** A server that counts its requests, behind the page cache. */
async function counting(
  head: Readonly<Record<string, string>>,
  does: (at: Cached & { asked: () => number }) => Promise<void>,
  { isShared = true, more = '' }: Readonly<{ isShared?: boolean; more?: string }> = {},
): Promise<void> {
  let asked = 0
  const listener: RequestListener = (incoming, outgoing) => {
    if (isShared) share(outgoing)
    const body = Buffer.from(
      `${incoming.url} ${incoming.headers['accept-language'] ?? ''} ${++asked}${more}`,
    )
    outgoing.writeHead(200, {
      'content-type': 'text/html',
      'content-length': String(body.length),
      ...head,
    })
    outgoing.end(body)
  }
  await behindCache(listener, at => does(Object.assign(at, { asked: () => asked })))
}

type Cached = {
  kept: Kept
  now: number
  ask: (path: string, asking?: Asking) => Promise<Answer>
}
async function behindCache(
  listener: RequestListener,
  does: (at: Cached) => Promise<void>,
): Promise<void> {
  const at: Cached = {
    kept: new Kept(8 * 1024 * 1024),
    now: 0,
    ask: (path, asking) => ask(address, path, asking),
  }
  const server = createServer(
    keepingPages(listener, { kept: at.kept, now: () => at.now, around: () => '' }),
  )
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  try {
    await does(at)
  } finally {
    server.close()
    server.closeAllConnections()
  }
}
const TAGGED = { etag: '"a"', vary: 'cookie' }

test('a page is made once for all who ask the same', () =>
  counting(TAGGED, async at => {
    const first = await at.ask('/annonces')
    const second = await at.ask('/annonces')
    assert.equal(at.asked(), 1)
    assert.equal(second.body, first.body)
    const kept = (headers: IncomingHttpHeaders) => ({ ...headers, date: '' })
    assert.deepEqual(kept(second.headers), kept(first.headers))
  }))

test('another address, language or name of the box is another page', () =>
  counting(TAGGED, async at => {
    await at.ask('/annonces')
    await at.ask('/annonces?page=2')
    await at.ask('/annonces', { headers: { 'accept-language': 'en' } })
    await at.ask('/annonces', { headers: { cookie: 'langue=en' } })
    await at.ask('/annonces', { headers: { 'accept-encoding': 'br' } })
    await at.ask('/annonces', { headers: { host: 'local.example' } })
    assert.equal(at.asked(), 6)
  }))

test('a browser that posted once gets the same pages as others, in its language', () =>
  counting(TAGGED, async at => {
    const asked = (cookie: string) => at.ask('/annonces', { headers: { cookie } })
    await at.ask('/annonces')
    await asked('navigateur=abc-_1')
    assert.equal(at.asked(), 1)
    await asked('langue=en; navigateur=abc')
    await asked('navigateur=abcd; langue=en')
    await asked('langue=en')
    assert.equal(at.asked(), 2)
    for (const between of ['; ', ';', ' ; ']) await asked(`navigateur=abc${between}langue=en`)
    assert.equal(at.asked(), 2)
    for (const more of ['tenue=abc', 'dit=x.y', 'fait=x.y'])
      for (const between of ['; ', ';']) await asked(`navigateur=abc${between}${more}`)
    assert.equal(at.asked(), 8)
    await asked('navigateur=a;langue=en; langue=fr')
    assert.equal(at.asked(), 9)
  }))

test('a page asked with long headers is not kept under them', () =>
  counting(TAGGED, async at => {
    const headers = { 'accept-language': `fr, ${'x'.repeat(1_000)}` }
    await at.ask('/annonces', { headers })
    await at.ask('/annonces', { headers })
    assert.deepEqual([at.asked(), at.kept.count], [2, 0])
  }))

test('a browser that has the page already is told so in a line', () =>
  counting({ ...TAGGED, 'content-encoding': 'br' }, async at => {
    await at.ask('/annonces')
    const same = await at.ask('/annonces', { headers: { 'if-none-match': '"a"' } })
    assert.deepEqual(
      [same.status, same.body, same.headers.etag, same.headers.vary],
      [304, '', '"a"', 'cookie'],
    )
    assert.deepEqual(
      [same.headers['content-length'], same.headers['content-encoding']],
      [undefined, undefined],
    )
    assert.equal((await at.ask('/annonces', { headers: { 'if-none-match': '"b"' } })).status, 200)
    assert.equal(at.asked(), 1)
  }))

test('no cached page outlives a write or a minute', () =>
  counting(TAGGED, async at => {
    await at.ask('/annonces')
    at.kept.touched([ANY])
    await at.ask('/annonces')
    at.now += 60_000
    await at.ask('/annonces')
    assert.equal(at.asked(), 3)
    at.now += 59_999
    await at.ask('/annonces')
    assert.equal(at.asked(), 3)
  }))

test('a form is kept with holes, filled for each who asks as long as it fits', async () => {
  let [asked, length] = [0, 2]
  const listener: RequestListener = (_, outgoing) => {
    const holed = { size: 10, next: () => (length === 2 ? Buffer.from('ab') : undefined) }
    asked++
    shareHoled(outgoing, holed)
    outgoing.writeHead(200, { 'content-length': String(length) }).end(Buffer.alloc(length, 'c'))
  }
  await behindCache(listener, async at => {
    const bodies = async () => [(await at.ask('/mur')).body, (await at.ask('/mur')).body]
    assert.deepEqual([await bodies(), asked], [['cc', 'ab'], 1])
    length = 3
    assert.deepEqual([await bodies(), asked], [['ccc', 'ccc'], 3])
    length = 2
    assert.equal((await at.ask('/mur', { headers: { cookie: 'tenue=abc' } })).body, 'cc')
  })
})

test('a request of a person, whose own pages are kept elsewhere, moves the clock too', () =>
  counting(TAGGED, async at => {
    const headers = { cookie: 'tenue=abc' }
    await at.ask('/moi', { headers })
    at.kept.set('a page of theirs', 'il y a une minute', new Set([MINUTE]), 10)
    at.now += 59_999
    await at.ask('/moi', { headers })
    assert.equal(at.kept.count, 1)
    at.now += 1
    await at.ask('/moi', { headers })
    assert.equal(at.kept.count, 0)
  }))

test('a request of a signed-in person is neither cached nor answered from the cache', () =>
  counting(TAGGED, async at => {
    for (const cookie of ['tenue=abc', 'langue=fr; tenue=abc', 'dit=x.y', 'langue=de'])
      await at.ask('/annonces', { headers: { cookie } })
    await at.ask('/annonces')
    await at.ask('/annonces', { headers: { cookie: 'tenue=abc' } })
    assert.equal(at.asked(), 6)
  }))

test('only a whole answer with a tag, that gives no cookie, is kept; a post never is', async () => {
  for (const head of [{}, { ...TAGGED, 'set-cookie': 'langue=fr' }])
    await counting(head, async at => {
      await at.ask('/annonces')
      await at.ask('/annonces')
      assert.equal(at.asked(), 2)
    })
  await counting(TAGGED, async at => {
    await at.ask('/annonces', { method: 'POST' })
    await at.ask('/annonces', { method: 'POST' })
    await at.ask('/annonces', { method: 'HEAD' })
    await at.ask('/annonces', { headers: { range: 'bytes=0-3' } })
    assert.equal(at.asked(), 4)
  })
})

test('a tagged answer that nobody said to be shared is made for each who asks', () =>
  counting(
    TAGGED,
    async at => {
      await at.ask('/annonces')
      await at.ask('/annonces')
      assert.equal(at.asked(), 2)
    },
    { isShared: false },
  ))

test('any number of addresses is asked without the memory growing: the oldest leave', () =>
  counting(
    TAGGED,
    async at => {
      const long = (n: number) => `/${String(n).padStart(390, '0')}`
      const size = (await at.ask(long(0))).body.length
      const most = Math.floor((8 * 1024 * 1024) / size)
      for (let n = 1; n <= most; n++) await at.ask(long(n))
      const asked = at.asked()
      await at.ask(long(most))
      assert.equal(at.asked(), asked)
      await at.ask(long(0))
      assert.equal(at.asked(), asked + 1)
    },
    { more: ' '.repeat(4_000) },
  ))

testAll(
  'on a real box a turn shows on the next page, each form is its own, and nobody gets ' +
    'the keeper’s page',
  async () => {
    const folder = join(mkdtempSync(join(tmpdir(), 'cocote-kept-')), 'box')
    await copyDemo(folder)
    const local = openLocal(placesIn(folder).local)
    await setPassphrase(local, 'quatre mots pour un essai')
    const cookie = `tenue=${startSession(local, true, Date.now())}`
    local.db.close()
    const served = await serve({
      data: folder,
      port: 0,
      tlsPort: undefined,
      host: '127.0.0.1',
      names: [],
    })
    try {
      for (let n = 0; n < 5; n++) {
        const before = await ask(served.address, '/annonces')
        assert.equal((await ask(served.address, '/annonces')).body, before.body)
        const title = `Odile cherche la planche numéro ${n}`
        const body = new URLSearchParams({ title, who: 'Odile', reach: 'au local' }).toString()
        const headers = {
          cookie,
          origin: served.address,
          'content-type': 'application/x-www-form-urlencoded',
        }
        assert.equal(
          (await ask(served.address, '/annonces/chercher', { method: 'POST', headers, body }))
            .status,
          303,
        )
        assert.ok((await ask(served.address, '/annonces')).body.includes(title))
        assert.ok(
          (await ask(served.address, '/annonces', { headers: { cookie } })).body.includes(
            'class="keeper"',
          ),
        )
        assert.ok(!(await ask(served.address, '/annonces')).body.includes('class="keeper"'))
      }
      for (const form of ['/annonces/proposer', '/entrer', '/a-montrer'])
        assert.equal((await ask(served.address, form)).headers.etag, undefined, form)
      for (const [encoding, given] of [
        ['identity', undefined],
        ['gzip', 'gzip'],
        ['br;q=0, gzip;Q=0.0', undefined],
      ] as const) {
        const headers = { 'accept-encoding': encoding }
        const form = () => ask(served.address, '/annonces/proposer', { headers })
        const [one, other] = [await form(), await form()]
        const fieldIn = (answer: Answer, name: string): string =>
          new RegExp(`name="${name}" value="([^"]+)"`).exec(answer.body)?.[1] ?? ''
        assert.notEqual(fieldIn(one, 'tour'), fieldIn(other, 'tour'), encoding)
        for (const answer of [one, other]) {
          assert.match(fieldIn(answer, 'tour'), ID_SHAPE)
          assert.ok(wasToken(local.secret, fieldIn(answer, 'jeton'), Date.now()))
          assert.equal(answer.headers['cache-control'], 'no-store')
          assert.equal(answer.headers['content-encoding'], given)
        }
        const head = await ask(served.address, '/annonces/proposer', { method: 'HEAD', headers })
        assert.deepEqual(
          ['content-encoding', 'content-length'].map(name => head.headers[name]),
          ['content-encoding', 'content-length'].map(name => one.headers[name]),
        )
      }
    } finally {
      await served.close()
      rmSync(folder, { recursive: true, force: true })
    }
  },
)
