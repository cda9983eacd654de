import assert from 'node:assert/strict'
import { get, type IncomingMessage } from 'node:http'
import { test } from 'node:test'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { serving } from '../../tests/reading/serving.ts'
import { fetchPage } from './address.ts'
import { isInside, isNobody } from './inside.ts'
import { type Fault, Unreadable, unreadableSentence } from './unreadable.ts'
import { fetchMediaWiki, readAddress, readAddressOrCategory } from './wiki.ts'

const refused = (code: Fault) => (error: unknown) => {
  assert.ok(error instanceof Unreadable, String(error))
  assert.equal(error.code, code)
  return unreadableSentence(error, 'fr').length > 20
}
const local = { allowLocal: true }

test('A page comes back with its name, its type and where it was found', async () => {
  const at = await serving((ask, answer) => {
    if (ask.url === '/d%C3%A9part')
      return void answer.writeHead(302, { location: '/notes%20du%20mardi.txt' }).end()
    answer
      .writeHead(200, { 'content-type': 'text/plain; charset=utf-8', 'content-encoding': 'gzip' })
      .end(gzipSync('Réunion'))
  })
  const page = await fetchPage(`${at}/départ`, local)
  assert.deepEqual(
    { ...page, bytes: new TextDecoder().decode(page.bytes) },
    {
      bytes: 'Réunion',
      name: 'notes du mardi.txt',
      type: 'text/plain; charset=utf-8',
      url: `${at}/notes%20du%20mardi.txt`,
    },
  )
})

test('Without the keeper’s word the box’s own network is never asked', async () => {
  let asked = 0
  const at = await serving((_ask, answer) => {
    asked++
    answer.end('secret')
  })
  const port = new URL(at).port
  await assert.rejects(fetchPage(at), refused('port'))
  for (const host of [
    '127.0.0.1',
    'localhost',
    '[::1]',
    '[::ffff:127.0.0.1]',
    '0x7f.1',
    '2130706433',
    '0',
    '169.254.169.254',
    '10.1.2.3',
    '[fd00:ec2::254]',
  ]) {
    await assert.rejects(fetchPage(`http://${host}/`), refused('inside'), host)
  }
  const resolve = async (): Promise<{ address: string; family: number }[]> => [
    { address: '93.184.216.34', family: 4 },
    { address: '127.0.0.1', family: 4 },
  ]
  await assert.rejects(fetchPage('http://exemple.fr/', { resolve }), refused('inside'))
  assert.equal(asked, 0)
  assert.equal(
    new TextDecoder().decode(
      (
        await fetchPage(`http://exemple.fr:${port}/`, {
          ...local,
          resolve: async () => [{ address: '127.0.0.1', family: 4 }],
        })
      ).bytes,
    ),
    'secret',
  )
})

test('A name is resolved once a request, and the socket goes to what was checked', async () => {
  const at = await serving((_ask, answer) => void answer.end('ici'))
  let times = 0
  const resolve = async (): Promise<{ address: string; family: number }[]> => {
    times++
    return [{ address: '127.0.0.1', family: 4 }]
  }
  // This name has no answer of its own: only the checked address can have been used.
  const { bytes } = await fetchPage(`http://nulle-part.invalid:${new URL(at).port}/`, {
    ...local,
    resolve,
  })
  assert.equal(new TextDecoder().decode(bytes), 'ici')
  assert.equal(times, 1)
})

/** As if the public address led to a server of this test. */
const leadingTo = (at: string) => ({
  resolve: async () => [{ address: '93.184.216.34', family: 4 }],
  connect: (_url: URL, _found: unknown, signal: AbortSignal) =>
    new Promise<IncomingMessage>((resolve, reject) =>
      get(at, { agent: false, signal }, resolve).on('error', reject),
    ),
})

test('A redirect is checked like an address that a person gives', async () => {
  let to = ''
  const at = await serving((_ask, answer) => void answer.writeHead(302, { location: to }).end())
  const faults = [
    ['http://169.254.169.254/latest/meta-data/', 'inside'],
    ['http://127.0.0.1/', 'inside'],
    ['//[::1]/', 'inside'],
    ['file:///etc/passwd', 'scheme'],
    ['http://a:b@exemple.fr/', 'credentials'],
    ['http://exemple.fr:22/', 'port'],
  ] as const
  for (const [location, code] of faults) {
    to = location
    await assert.rejects(fetchPage('http://exemple.fr/', leadingTo(at)), refused(code), location)
  }
  to = 'http://169.254.169.254/latest/meta-data/'
  await assert.rejects(
    fetchPage(at, local),
    refused('inside'),
    'even with the box’s own network allowed',
  )
  to = '/encore'
  await assert.rejects(fetchPage(at, local), refused('wandering'))
})

test('A server that drips is stopped at the time limit, and one that never answers', async () => {
  let drops = 0
  const at = await serving((ask, answer) => {
    if (ask.url === '/rien') return
    const drip = setInterval(() => void answer.write('.', () => drops++), 20)
    answer.on('close', () => clearInterval(drip))
  })
  for (const path of ['/', '/rien'])
    await assert.rejects(fetchPage(`${at}${path}`, { ...local, timeoutMs: 300 }), refused('slow'))
  // One falls in each twenty milliseconds, or later: fifteen fall before it is stopped.
  assert.ok(drops < 100, `${drops} drops`)
  const never = { timeoutMs: 200, resolve: () => new Promise<never>(() => {}) }
  await assert.rejects(fetchPage('http://exemple.fr/', never), refused('slow'))
})

test('An endless body is stopped at the size limit, packed or not', async () => {
  let open = 0
  const at = await serving((ask, answer) => {
    open++
    answer.on('close', () => open--)
    if (ask.url === '/dit')
      return void answer.writeHead(200, { 'content-length': '9999999' }).write('a')
    if (ask.url === '/gonfle')
      return void answer
        .writeHead(200, { 'content-encoding': 'gzip' })
        .end(gzipSync(new Uint8Array(50_000_000)))
    const pour = (): void => {
      while (!answer.destroyed && answer.write('x'.repeat(60_000)));
    }
    answer.on('drain', pour)
    pour()
  })
  for (const path of ['/', '/dit', '/gonfle'])
    await assert.rejects(fetchPage(`${at}${path}`, local), refused('tooBig'), path)
  for (let tries = 0; tries < 500 && open > 0; tries++)
    await new Promise(resolve => setTimeout(resolve, 10))
  assert.equal(open, 0)
})

test('What is no address, no page or no answer is said', async () => {
  const at = await serving((_ask, answer) => void answer.writeHead(404).end('non'))
  for (const [address, code] of [
    ['notes de réunion', 'address'],
    ['', 'address'],
    ['movilab.org', 'address'],
    ['http://', 'address'],
    ['ftp://exemple.fr/a', 'scheme'],
    ['javascript:alert(1)', 'scheme'],
    [at, 'answered'],
    ['http://127.0.0.1:9/', 'silent'],
  ] as const) {
    await assert.rejects(fetchPage(address, local), refused(code), address)
  }
  for (const [code, fault] of [
    ['ENOTFOUND', 'unknownHost'],
    ['EAI_AGAIN', 'noNetwork'],
  ] as const) {
    const resolve = () => Promise.reject(Object.assign(new Error('dns'), { code }))
    await assert.rejects(fetchPage('http://exemple.fr/', { resolve }), refused(fault))
  }
})

test('No address of a closed network passes, however it is written', () => {
  const byte = fc.nat(255)
  fc.assert(
    fc.property(
      fc.constantFrom([127], [10], [0], [169, 254], [192, 168], [100, 64], [172, 31], [224], [255]),
      byte,
      byte,
      byte,
      (net, b, c, d) => {
        const four = [...net, b, c, d].slice(0, 4)
        const [w = 0, x = 0, y = 0, z = 0] = four
        const hex = `${((w << 8) | x).toString(16)}:${((y << 8) | z).toString(16)}`
        for (const address of [
          four.join('.'),
          `::ffff:${four.join('.')}`,
          `::ffff:${hex}`,
          `64:ff9b::${hex}`,
          `::${hex}`,
          `fe80::${hex}`,
          `fc00::${hex}`,
          `2002:${hex}::1`,
        ]) {
          assert.ok(isInside(address), address)
        }
      },
    ),
  )
  for (const open of [
    '93.184.216.34',
    '2606:4700::1111',
    '::ffff:8.8.8.8',
    '64:ff9b::808:808',
    '172.32.0.1',
    '100.128.0.1',
  ])
    assert.ok(!isInside(open), open)
  for (const metadata of [
    '169.254.169.254',
    '::ffff:169.254.169.254',
    'fd00:ec2::254',
    '0.0.0.0',
    '::',
    'x',
  ])
    assert.ok(isNobody(metadata), metadata)
  for (const neighbour of ['127.0.0.1', '::1', '192.168.1.20', 'fd12::1'])
    assert.ok(!isNobody(neighbour), neighbour)
})

const WIKITEXT = '== Présents ==\n* [[Malo]]'
const wikiPage = (head: string, script = ''): string =>
  `<html><head>${head}<script>RLCONF={${script}}</script></head><body><div ` +
  'class="mw-parser-output"><h2>Présents</h2></div></body></html>'
const said = (page: object): string => JSON.stringify({ query: { pages: [page] } })

function wiki(page: string, apiPath: string, answers: string): Promise<string> {
  return serving((ask, answer) => {
    const url = new URL(ask.url!, 'http://x')
    if (url.pathname !== apiPath)
      return void answer
        .writeHead(url.pathname.endsWith('api.php') ? 404 : 200, {
          'content-type': 'text/html; charset=UTF-8',
        })
        .end(page)
    assert.equal(url.searchParams.get('titles'), 'Mission_à_Sail')
    assert.equal(url.searchParams.get('formatversion'), '2')
    answer.writeHead(200, { 'content-type': 'application/json; charset=utf-8' }).end(answers)
  })
}
const slots = said({
  title: 'Mission à Sail',
  revisions: [{ slots: { main: { content: WIKITEXT } } }],
})
const EDIT_URI = '<link rel="EditURI" type="application/rsd+xml" href="/w/api.php?action=rsd"/>'

test('A page of MediaWiki comes back as its wikitext, whatever shape its address has', async () => {
  for (const path of [
    '/index.php?title=Mission_%C3%A0_Sail',
    '/wiki/Mission_%C3%A0_Sail',
    '/Mission_%C3%A0_Sail',
    '/index.php/Mission_%C3%A0_Sail',
  ]) {
    const at = await wiki(wikiPage(EDIT_URI), '/w/api.php', slots)
    assert.deepEqual(
      await fetchMediaWiki(`${at}${path}`, local),
      { text: WIKITEXT, title: 'Mission à Sail', url: `${at}${path}` },
      path,
    )
  }
  const named = await wiki(
    wikiPage(EDIT_URI, '"wgPageName":"Mission_\\u00e0_Sail"'),
    '/w/api.php',
    slots,
  )
  assert.equal((await fetchMediaWiki(`${named}/?curid=7`, local))?.text, WIKITEXT)
  const generator = '<meta name="generator" content="MediaWiki 1.23"/>'
  const old = await wiki(
    wikiPage(generator),
    '/site/api.php',
    said({ revisions: [{ '*': WIKITEXT }] }),
  )
  assert.equal(
    (await fetchMediaWiki(`${old}/site/index.php?title=Mission_à_Sail`, local))?.text,
    WIKITEXT,
  )
  assert.equal(
    (await readAddress(`${old}/site/index.php?title=Mission_à_Sail`, local)).kind,
    'wikitext',
  )
})

test('A wiki whose API is closed, broken or without the page still shows what its page says', async () => {
  for (const answers of [
    '{"error":{"code":"readapidenied"}}',
    'x{',
    said({ missing: true }),
    said({ revisions: [] }),
    '[]',
    'null',
  ]) {
    const at = await wiki(wikiPage(EDIT_URI), '/w/api.php', answers)
    const page = await readAddress(`${at}/wiki/Mission_à_Sail`, local)
    assert.deepEqual([page.kind, page.text], ['html', 'Présents'], answers)
  }
  const missing = await wiki(wikiPage(EDIT_URI), '/w/api.php', said({ missing: true }))
  await assert.rejects(
    fetchMediaWiki(`${missing}/wiki/Mission_à_Sail`, local),
    refused('noWikiPage'),
  )
  const plain = await wiki(wikiPage(''), '/w/api.php', slots)
  assert.equal(await fetchMediaWiki(`${plain}/wiki/Mission_à_Sail`, local), undefined)
})

test('A category of a wiki is the list of its pages; any other page is read', async () => {
  const asked: URLSearchParams[] = []
  const listed = {
    continue: {},
    query: {
      pages: [
        { title: 'Mission à Sail', fullurl: '//wiki.example/wiki/Mission' },
        { title: 'Piège', fullurl: 'javascript:alert(1)' },
        {},
      ],
    },
  }
  const at = await serving((ask, answer) => {
    const url = new URL(ask.url!, 'http://x')
    const isApi = url.pathname === '/w/api.php'
    if (isApi) asked.push(url.searchParams)
    answer.writeHead(200, { 'content-type': isApi ? 'application/json' : 'text/html' })
    answer.end(
      isApi
        ? url.searchParams.has('generator')
          ? JSON.stringify(listed)
          : slots
        : wikiPage(EDIT_URI),
    )
  })
  assert.deepEqual(await readAddressOrCategory(`${at}/wiki/Cat%C3%A9gorie:Réunions`, local), {
    category: 'Catégorie:Réunions',
    pages: [{ title: 'Mission à Sail', url: 'http://wiki.example/wiki/Mission' }],
    more: true,
  })
  assert.deepEqual(
    [asked[0]?.get('gcmtitle'), asked[0]?.get('gcmtype')],
    ['Catégorie:Réunions', 'page'],
  )
  const page = await readAddressOrCategory(`${at}/wiki/Mission_à_Sail`, local)
  assert.ok('kind' in page && page.kind === 'wikitext' && page.text === WIKITEXT)
  const closed = await wiki(wikiPage(EDIT_URI), '/api.php', slots)
  assert.ok(
    'kind' in (await readAddressOrCategory(`${closed}/wiki/Cat%C3%A9gorie:R`, local)),
    'a closed API still shows its page',
  )
})

test('A wiki’s API is checked like any address', async () => {
  const at = await serving(
    (_ask, answer) =>
      void answer
        .writeHead(200, { 'content-type': 'text/html' })
        .end(wikiPage('<link rel="EditURI" href="http://169.254.169.254/w/api.php?action=rsd">')),
  )
  await assert.rejects(fetchMediaWiki('http://exemple.fr/wiki/A', leadingTo(at)), refused('inside'))
  assert.equal((await readAddress('http://exemple.fr/wiki/A', leadingTo(at))).text, 'Présents')
})
