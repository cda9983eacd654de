import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { type IncomingHttpHeaders, request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { connect } from 'node:tls'
import { type Served, serve } from '../../app/serve.ts'
import { seenHere, WELCOME } from './captive.ts'
import { probes } from './probes.ts'

const ADDRESS = '10.10.10.10'
const BROWSER = {
  accept: 'text/html,application/xhtml+xml,*/*;q=0.8',
  'user-agent': 'Mozilla/5.0 (Linux; Android 14) Chrome/131.0 Mobile',
}
type Told = Readonly<{ status: number; headers: IncomingHttpHeaders; body: string }>
type Asked = Readonly<{
  port: number
  path: string
  method?: string
  headers?: Record<string, string>
  body?: string
  from?: string
}>

const ask = ({
  port,
  path,
  method = 'GET',
  headers = {},
  body,
  from = '127.0.0.1',
}: Asked): Promise<Told> =>
  new Promise((resolve, reject) => {
    const asked = request(
      { host: '127.0.0.1', localAddress: from, port, path, method, headers },
      answer => {
        const pieces: Buffer[] = []
        answer.on('data', piece => pieces.push(piece))
        answer.on('end', () =>
          resolve({
            status: answer.statusCode ?? 0,
            headers: answer.headers,
            body: Buffer.concat(pieces).toString('utf8'),
          }),
        )
      },
    )
    asked.on('error', reject)
    asked.end(body)
  })

describe('on the Wi-Fi of a box', () => {
  const folders = [
    mkdtempSync(join(tmpdir(), 'cocote-captive-')),
    mkdtempSync(join(tmpdir(), 'cocote-closed-')),
  ]
  let box: Served
  let closed: Served
  /** Each telephone of these tests has an address of its own, as on a Wi-Fi. */
  let telephones = 10
  const telephone = () => `127.0.0.${++telephones}`
  const own = () => `${ADDRESS}:${box.port}`
  before(async () => {
    const of = { port: 0, tlsPort: 0, host: '127.0.0.1', names: [ADDRESS] }
    box = await serve({ ...of, data: folders[0]!, captive: true })
    closed = await serve({ ...of, data: folders[1]! })
  })
  after(async () => {
    await box.close()
    await closed.close()
    for (const folder of folders) rmSync(folder, { recursive: true, force: true })
  })

  async function pressSeen(from: string): Promise<Told> {
    const page = await ask({
      port: box.port,
      path: WELCOME,
      headers: { host: own(), ...BROWSER },
      from,
    })
    const token = /name="jeton" value="([^"]+)"/.exec(page.body)?.[1] ?? ''
    const body = new URLSearchParams({ jeton: token }).toString()
    const headers = {
      host: own(),
      'content-type': 'application/x-www-form-urlencoded',
      'content-length': String(body.length),
    }
    return ask({ port: box.port, path: WELCOME, method: 'POST', headers, body, from })
  }

  it('each system’s probe first opens the page, then is told that all is well, to the letter', async () => {
    const from = telephone()
    const asking = ({ host, path, agent }: (typeof probes)[number]): Asked => ({
      port: box.port,
      path,
      headers: { host, ...(agent ? { 'user-agent': agent } : {}), connection: 'close' },
      from,
    })
    for (const probe of probes) {
      const first = await ask(asking(probe))
      assert.deepEqual(
        [first.status, first.headers.location],
        [302, `http://${own()}${WELCOME}`],
        `${probe.system} ${probe.host}`,
      )
    }
    assert.equal((await pressSeen(from)).status, 303)
    for (const probe of probes) {
      const then = await ask(asking(probe))
      assert.equal(then.status, probe.well.status, `${probe.system} ${probe.host}`)
      assert.equal(then.body, probe.well.body ?? '', `${probe.system} ${probe.host}`)
      assert.equal(then.headers.location, undefined)
      assert.equal(then.headers['cache-control'], 'no-store')
      for (const [name, value] of Object.entries(probe.well.headers ?? {}))
        assert.equal(then.headers[name], value)
    }
  })

  it(
    'builds of Android and of Apple that ask other hosts are known by what they ask, or by ' +
      'what they say they are',
    async () => {
      const from = telephone()
      const android = {
        port: box.port,
        path: '/generate_204',
        headers: { host: 'connect.a-maker-of-tomorrow.example' },
        from,
      }
      const apple = {
        port: box.port,
        path: '/a/b/c.html',
        headers: { host: 'www.itools.info', 'user-agent': 'CaptiveNetworkSupport-496 wispr' },
        from,
      }
      for (const asked of [android, apple]) assert.equal((await ask(asked)).status, 302)
      await pressSeen(from)
      assert.equal((await ask(android)).status, 204)
      assert.match((await ask(apple)).body, /Success/)
    },
  )

  it(
    'whoever saw the page is known by their machine’s address alone: the next one is shown it ' +
      'in their turn',
    async () => {
      const [one, other] = [telephone(), telephone()]
      await pressSeen(one)
      const probe = {
        port: box.port,
        path: '/generate_204',
        headers: { host: 'connectivitycheck.gstatic.com' },
      }
      assert.equal((await ask({ ...probe, from: one })).status, 204)
      assert.equal((await ask({ ...probe, from: other })).status, 302)
    },
  )

  it('a page asked by another name leads to the address of the card, the same whatever was asked', async () => {
    const from = telephone()
    for (const [host, path] of [
      ['meteo.fr', '/demain?ville=boen'],
      ['cocote.lan', '/'],
      ['evil.example', '//evil.example/..'],
    ] as const) {
      const told = await ask({
        port: box.port,
        path,
        headers: { host, ...BROWSER, cookie: 'langue=en; tenue=x' },
        from,
      })
      assert.deepEqual(
        [told.status, told.headers.location, told.body],
        [302, `http://${own()}${WELCOME}`, ''],
      )
      assert.equal(told.headers['set-cookie'], undefined)
      assert.equal(told.headers['access-control-allow-origin'], undefined)
    }
    await pressSeen(from)
    const told = await ask({
      port: box.port,
      path: '/demain',
      headers: { host: 'meteo.fr', ...BROWSER },
      from,
    })
    assert.equal(told.headers.location, `http://${own()}/`)
  })

  it(
    'the gate of names holds: another name posts nothing, reads nothing, and is not seen to ' +
      'have seen',
    async () => {
      const from = telephone()
      const body = 'jeton='
      const typed = {
        'content-type': 'application/x-www-form-urlencoded',
        'content-length': String(body.length),
      }
      for (const path of [WELCOME, '/entrer', '/offres/ecrire']) {
        const told = await ask({
          port: box.port,
          path,
          method: 'POST',
          headers: { host: 'evil.example', ...BROWSER, ...typed },
          body,
          from,
        })
        assert.equal(told.status, 403, path)
      }
      // A script of a page whose name is pointed here asks without `text/html`, and reads no page.
      for (const path of ['/', '/sante', '/offres', WELCOME]) {
        const told = await ask({
          port: box.port,
          path,
          headers: { host: 'evil.example', accept: '*/*' },
          from,
        })
        assert.equal(told.status, 403, path)
      }
      const byItsName = { host: 'evil.example', origin: 'http://evil.example', ...typed }
      assert.equal(
        (
          await ask({
            port: box.port,
            path: WELCOME,
            method: 'POST',
            headers: byItsName,
            body,
            from,
          })
        ).status,
        403,
      )
      const heavy = `jeton=${'x'.repeat(600 * 1024)}`
      const large = {
        host: own(),
        'content-type': typed['content-type'],
        'content-length': String(heavy.length),
      }
      assert.equal(
        (
          await ask({
            port: box.port,
            path: WELCOME,
            method: 'POST',
            headers: large,
            body: heavy,
            from,
          })
        ).status,
        413,
      )
      const forged = { host: own(), origin: 'http://evil.example', ...typed }
      assert.equal(
        (await ask({ port: box.port, path: WELCOME, method: 'POST', headers: forged, body, from }))
          .status,
        403,
      )
      const probe = {
        port: box.port,
        path: '/generate_204',
        headers: { host: 'connectivitycheck.gstatic.com' },
        from,
      }
      assert.equal((await ask(probe)).status, 302)
    },
  )

  it('elsewhere than on such a Wi-Fi nothing of this is there', async () => {
    const probe = {
      port: closed.port,
      path: '/generate_204',
      headers: { host: 'connectivitycheck.gstatic.com', ...BROWSER },
    }
    assert.equal((await ask(probe)).status, 403)
    // A page that is not open yet sends to where it is opened.
    const welcome = await ask({
      port: closed.port,
      path: WELCOME,
      headers: { host: `${ADDRESS}:${closed.port}`, ...BROWSER },
    })
    assert.deepEqual([welcome.status, welcome.headers.location], [303, '/ouvrir'])
  })

  it(
    'over https no certificate is shown to whoever asks for another name; the address has its ' +
      'own',
    async () => {
      const shake = (servername?: string): Promise<boolean> =>
        new Promise(resolve => {
          const of = {
            host: '127.0.0.1',
            port: box.tlsPort!,
            rejectUnauthorized: false,
            ...(servername ? { servername } : {}),
          }
          const socket = connect(of, () => {
            resolve(true)
            socket.destroy()
          })
          socket.on('error', () => resolve(false))
        })
      assert.deepEqual([await shake('www.ma-banque.example'), await shake()], [false, true])
    },
  )
})

describe('who has seen the page', () => {
  const hour = 3_600_000
  it('is forgotten after two hours', () => {
    const seen = seenHere()
    seen.add('10.10.10.60', 100 * hour)
    assert.deepEqual(
      [100, 101.9, 102.1].map(at => seen.has('10.10.10.60', at * hour)),
      [true, true, false],
    )
  })
  it('a welcomed client is forgotten when too many came after: the memory is bounded', () => {
    const seen = seenHere()
    seen.add('10.10.10.60', 0)
    for (let n = 0; n < 1_000; n++) seen.add(`10.11.${n >> 8}.${n & 255}`, 1)
    assert.deepEqual([seen.has('10.10.10.60', 2), seen.has('10.11.3.231', 2)], [false, true])
  })

  it('a box that is only known to itself leads nobody anywhere', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'cocote-unnamed-'))
    const unnamed = await serve({
      data: folder,
      port: 0,
      tlsPort: 0,
      host: '127.0.0.1',
      names: [],
      captive: true,
    })
    try {
      const told = await ask({
        port: unnamed.port,
        path: '/generate_204',
        headers: { host: 'connectivitycheck.gstatic.com', ...BROWSER },
      })
      assert.deepEqual([told.status, told.headers['location']], [403, undefined])
    } finally {
      await unnamed.close()
      rmSync(folder, { recursive: true })
    }
  })
})
