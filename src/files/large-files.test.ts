import assert from 'node:assert/strict'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import fc from 'fast-check'
import {
  hashOf,
  lying,
  pdf,
  plain,
  type Shelving,
  shelving,
  sound,
} from '../../tests/faults/shelving.ts'
import { withKeeper } from '../../tests/faults/turns.ts'
import { bricks } from '../app/bricks.ts'
import { type Served, serve } from '../app/serve.ts'
import { heavyBricks } from '../bricks/shelf/server/intake.ts'
import { openFolder } from './folder.ts'
import { FLOOR_BYTES, heavyFile, incoming, roomLeft, sweepHalfCome } from './large-files.ts'

const skip = heavyBricks(bricks).length === 0 ? 'no brick here takes heavy files' : false
const root = mkdtempSync(join(tmpdir(), 'cocote-heavy-'))
const folder = join(root, 'box')
const key = join(root, 'cle')
let served: Served
let keeper: Shelving
let anybody: Shelving

before(async () => {
  process.env['COCOTE_KEYS'] = key
  openFolder(folder)
  const cookie = await withKeeper(folder)
  served = await serve({
    data: folder,
    port: 0,
    tlsPort: undefined,
    host: '127.0.0.1',
    names: [],
    onFault: () => undefined,
  })
  keeper = shelving(served.address, cookie)
  anybody = shelving(served.address)
})
after(async () => {
  await served.close()
  delete process.env['COCOTE_KEYS']
  rmSync(root, { recursive: true, force: true })
})

const take = (id: string, headers?: Readonly<Record<string, string>>): Promise<Response> =>
  anybody.get(`/fichiers/prendre/${id}/x`, headers)
const bytesOf = async (answer: Response): Promise<Buffer> => Buffer.from(await answer.arrayBuffer())

test('what is brought is on the disk under its hash, and given again whole, by piece, by its ' +
  'head alone', {
  skip,
}, async () => {
  const id = await keeper.folder({ name: 'Sons' })
  const bytes = sound(300_000)
  assert.equal((await keeper.bring(id, [{ name: 'Un air.wav', bytes }])).status, 303)
  assert.ok(lying(folder).includes(hashOf(bytes)))
  const [file = ''] = await anybody.shown(id)
  const whole = await take(file)
  assert.equal(whole.status, 200)
  assert.ok((await bytesOf(whole)).equals(bytes))
  const tag = whole.headers.get('etag')!
  assert.equal(tag, `"${hashOf(bytes)}"`)
  assert.equal(
    whole.headers.get('content-disposition'),
    "attachment; filename*=UTF-8''Un%20air.wav",
  )
  assert.match(whole.headers.get('content-security-policy') ?? '', /default-src 'none'; sandbox/)
  assert.equal(whole.headers.get('x-content-type-options'), 'nosniff')
  const piece = await take(file, { range: 'bytes=299990-' })
  assert.deepEqual(
    [piece.status, piece.headers.get('content-range')],
    [206, 'bytes 299990-299999/300000'],
  )
  assert.ok((await bytesOf(piece)).equals(bytes.subarray(299_990)))
  const past = await take(file, { range: 'bytes=300000-' })
  assert.deepEqual([past.status, past.headers.get('content-range')], [416, 'bytes */300000'])
  assert.equal((await take(file, { range: 'bytes=0-9', 'if-range': '"other"' })).status, 200)
  assert.equal((await take(file, { range: 'bytes=0-9', 'if-range': tag })).status, 206)
  assert.equal((await take(file, { 'if-none-match': tag })).status, 304)
  const head = await fetch(`${served.address}/fichiers/prendre/${file}/x`, { method: 'HEAD' })
  assert.deepEqual(
    [head.status, head.headers.get('content-length'), (await bytesOf(head)).length],
    [200, '300000', 0],
  )
  const page = await anybody.get(`/fichiers/${file}`)
  assert.match(page.headers.get('content-security-policy') ?? '', /media-src 'self'/)
  assert.match(await page.text(), /<audio controls preload="none"/)
  assert.doesNotMatch(
    (await anybody.get(`/fichiers/dossier/${id}`)).headers.get('content-security-policy') ?? '',
    /media-src/,
  )
})

test('whatever the range asked, the bytes are that slice of the file, or all of it, or none', {
  skip,
}, async () => {
  const id = await keeper.folder({ name: 'Pièces' })
  const bytes = sound(2_000, 7)
  await keeper.bring(id, [{ name: 'a.wav', bytes }])
  const [file = ''] = await anybody.shown(id)
  const number = fc.oneof(fc.constant(''), fc.nat({ max: 2_500 }).map(String))
  const range = fc.oneof(
    fc.tuple(number, number).map(([from, to]) => `bytes=${from}-${to}`),
    fc.constantFrom('bytes=0-1,5-9', 'octets=1-2', 'bytes=9-1'),
  )
  await fc.assert(
    fc.asyncProperty(range, async asked => {
      const answer = await take(file, { range: asked })
      const got = await bytesOf(answer)
      if (answer.status === 416) return assert.equal(got.length, 0)
      if (answer.status === 200) return assert.ok(got.equals(bytes))
      assert.equal(answer.status, 206, asked)
      const [, from, to] = /^bytes (\d+)-(\d+)\/2000$/.exec(
        answer.headers.get('content-range') ?? '',
      )!
      assert.ok(got.equals(bytes.subarray(Number(from), Number(to) + 1)), asked)
    }),
    { numRuns: 20 },
  )
})

test('programs, pages and files that lie stay out, each with a sentence, and nothing of them ' +
  'stays on the disk', {
  skip,
}, async () => {
  const id = await keeper.folder({ name: 'Tout', adders: 'anyone' })
  const had = lying(folder)
  const bad: readonly (readonly [string, Uint8Array, RegExp])[] = [
    ['jeu.exe', Buffer.from('MZ'), /« jeu\.exe » n’est pas pris : c’est un programme/],
    ['photo.jpg.exe', Buffer.from('MZ'), /n’est pas pris/],
    ['page.html', Buffer.from('<script>alert(1)</script>'), /n’est pas pris/],
    ['dessin.svg', Buffer.from('<svg onload="alert(1)"/>'), /n’est pas pris/],
    [
      'lettre.pdf',
      Buffer.from('<html><script>alert(1)</script>'),
      /n’est pas ce que dit la fin de son nom/,
    ],
    ['annexe\u202efdp.exe', pdf('x'), /des signes qui ne se voient pas/],
    ['rien.pdf', new Uint8Array(), /est vide/],
    ['archive.zip', Buffer.from('PK\u0003\u0004'), /n’est pas d’une sorte/],
  ]
  for (const [name, bytes, sentence] of bad) {
    const answer = await anybody.bring(id, [{ name, bytes }])
    const said = plain(await answer.text())
    assert.equal(answer.status, 422, name)
    assert.match(said, sentence)
    assert.doesNotMatch(said, /alert/)
  }
  assert.deepEqual(lying(folder), had)
})

test('a form that comes back keeps the received files: nobody sends a film twice for a ' +
  'missing word', {
  skip,
}, async () => {
  const id = await keeper.folder({ name: 'Films' })
  const bytes = sound(50_000, 3)
  const first = await keeper.bring(id, [{ name: 'Long.wav', bytes }], { licence: '' })
  const page = await first.text()
  assert.equal(first.status, 422)
  assert.match(plain(page), /Il manque « Licence ».*Fichier 1, déjà reçu/)
  const sealed = /name="file\.sent" value="([^"]+)"/.exec(page)?.[1] ?? ''
  assert.equal(
    (await keeper.bring(id, [], { 'file.sent': sealed, title: 'Un long film' })).status,
    303,
  )
  assert.match(await anybody.said(`/fichiers/dossier/${id}`), /Un long film/)
  const forged = await keeper.post(`/fichiers/apporter?dossier=${id}`, {
    dossier: id,
    licence: 'by',
    file: hashOf(bytes),
    'file.sent': hashOf(bytes),
    from: `/fichiers/dossier/${id}/apporter`,
  })
  assert.equal(forged.status, 422, 'a hash that somebody types names no file')
})

test('a file that is too large for its folder is refused before it is read, and a folder’s ' +
  'quota holds', {
  skip,
}, async () => {
  const id = await keeper.folder({ name: 'Petit', adders: 'anyone', largestMb: '1', quotaMb: '2' })
  const heavy = await anybody.bring(id, [{ name: 'a.wav', bytes: sound(1_900_000) }])
  assert.match(plain(await heavy.text()), /au plus 1 Mo par fichier/)
  assert.equal((await keeper.bring(id, [{ name: 'b.wav', bytes: sound(900_000, 2) }])).status, 303)
  assert.equal((await keeper.bring(id, [{ name: 'c.wav', bytes: sound(900_000, 4) }])).status, 303)
  const full = await keeper.bring(id, [{ name: 'd.wav', bytes: sound(900_000, 5) }])
  assert.ok([413, 422].includes(full.status), String(full.status))
  assert.equal((await anybody.shown(id)).length, 2)
})

test(
  'the room is a share of the free space, never the part that the log needs; files on ' +
    'their way count',
  () => {
    const GB = 1_000_000_000
    assert.equal(roomLeft({ free: 10 * GB, used: 0, coming: 0, share: 50 }), 5 * GB)
    assert.equal(roomLeft({ free: 6 * GB, used: 4 * GB, coming: GB / 2, share: 50 }), GB / 2)
    assert.equal(roomLeft({ free: 5 * GB, used: 5 * GB, coming: 0, share: 50 }), 0)
    assert.equal(roomLeft({ free: FLOOR_BYTES, used: 0, coming: 0, share: 90 }), 0)
    assert.equal(roomLeft({ free: FLOOR_BYTES + 10, used: 0, coming: 0, share: 90 }), 10)
    const bytes = fc.nat({ max: 2 ** 40 })
    fc.assert(
      fc.property(
        bytes,
        bytes,
        bytes,
        fc.integer({ min: 5, max: 90 }),
        (free, used, coming, share) => {
          const room = roomLeft({ free, used, coming, share })
          assert.ok(room >= 0)
          if (room > 0) assert.ok(free - room - coming >= FLOOR_BYTES)
        },
      ),
    )
  },
)

test('a received file waits where its folder says so, for the keeper alone until then', {
  skip,
}, async () => {
  const id = await keeper.folder({ name: 'À voir', adders: 'anyone', waits: 'yes' })
  const bytes = pdf('un secret de polichinelle')
  const sent = await anybody.bring(id, [{ name: 'Polichinelle.pdf', bytes }])
  assert.deepEqual([sent.status, sent.headers.get('location')], [303, '/fichiers'])
  assert.deepEqual(await anybody.shown(id), [])
  const waiting = await (await keeper.get('/fichiers/a-voir')).text()
  const [, file = ''] = /href="\/fichiers\/([a-z0-9]{26})"/.exec(waiting) ?? []
  assert.equal((await take(file)).status, 404)
  assert.equal((await anybody.get(`/fichiers/${file}`)).status, 404)
  assert.doesNotMatch(await anybody.said('/chercher?q=polichinelle'), /Sur l’étagère/)
  assert.equal((await keeper.get(`/fichiers/prendre/${file}/x`)).status, 200)
  assert.equal((await keeper.post('/fichiers/montrer', { id: file })).status, 303)
  assert.deepEqual(await anybody.shown(id), [file])
  assert.equal((await take(file)).status, 200)
})

/**
 * A file that was sent a moment ago waits five seconds for a turn that may be on its way with the
 * same (tests/faults/erased.test.ts). This one is a minute old.
 */
function aged(bytes: Uint8Array): void {
  const then = new Date(Date.now() - 60_000)
  utimesSync(heavyFile(folder, hashOf(bytes)), then, then)
}

test('taken down, it leaves the disk at once; the same bytes in another folder stay', {
  skip,
}, async () => {
  const [one, other] = [await keeper.folder({ name: 'Un' }), await keeper.folder({ name: 'Deux' })]
  const [alone, both] = [pdf('seul'), pdf('deux fois')]
  await keeper.bring(one, [
    { name: 'seul.pdf', bytes: alone },
    { name: 'deux.pdf', bytes: both },
  ])
  await keeper.bring(other, [{ name: 'deux.pdf', bytes: both }])
  for (const bytes of [alone, both]) aged(bytes)
  for (const id of await anybody.shown(one))
    assert.equal((await keeper.post('/fichiers/retirer', { id })).status, 303)
  for (let i = 0; i < 40 && lying(folder).includes(hashOf(alone)); i++) await wait(250)
  assert.ok(!lying(folder).includes(hashOf(alone)))
  assert.ok(lying(folder).includes(hashOf(both)))
  const [left = ''] = await anybody.shown(other)
  assert.ok((await bytesOf(await take(left))).equals(both))
})

test('an upload that is cut leaves nothing, and what a stop cut is swept at the next start', {
  skip,
}, async () => {
  const id = await keeper.folder({ name: 'Coupé', adders: 'anyone' })
  const had = lying(folder)
  const { port, host } = new URL(served.address)
  const head =
    `POST /fichiers/apporter?dossier=${id} HTTP/1.1\r\nHost: ${host}\r\nOrigin: ` +
    `${served.address}\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: ` +
    '400000\r\n\r\n--b\r\nContent-Disposition: form-data; name="file"; ' +
    'filename="a.wav"\r\n\r\n'
  await new Promise<void>(resolve => {
    const socket = connect(Number(port), '127.0.0.1', () =>
      socket.write(head + 'RIFF....WAVE'.repeat(5_000)),
    )
    setTimeout(() => socket.destroy(), 400)
    socket.on('close', () => resolve())
  })
  for (let i = 0; i < 300 && lying(folder).length > had.length; i++) await wait(100)
  assert.deepEqual(lying(folder), had)
  assert.deepEqual(await anybody.shown(id), [])
  const half = await incoming(root)
  await half.write(Buffer.from('a half'))
  assert.equal(lying(root).length, 1)
  sweepHalfCome(root)
  assert.deepEqual(lying(root), [])
  await half.drop()
})

test('a set comes from a key with its list, and is renewed in one turn: the old one goes, or is ' +
  'kept apart', {
  skip,
}, async () => {
  const id = await keeper.folder({ name: 'Médiathèque' })
  const written = (files: Readonly<Record<string, Uint8Array | string>>): void => {
    rmSync(key, { recursive: true, force: true })
    mkdirSync(join(key, 'sons'), { recursive: true })
    for (const [name, bytes] of Object.entries(files)) writeFileSync(join(key, name), bytes)
  }
  const renewed = async (input: Readonly<Record<string, string>>): Promise<string> => {
    assert.equal(
      (await keeper.post('/fichiers/cle', { dossier: id, cle: key, licence: 'public', ...input }))
        .status,
      303,
    )
    for (let i = 0; i < 100; i++) {
      const said = await keeper.said('/fichiers/cle')
      if (!/Fichiers en route/.test(said)) return said
      await wait(100)
    }
    throw new Error('it never ended')
  }
  const list =
    'fichier;titre;auteur;licence;source\nsons/air.wav;Un air d’hiver;Rosa;CC BY-SA ' +
    '4.0;https://exemple.org/air\n'
  written({
    'etagere.csv': list,
    'sons/air.wav': sound(9_000),
    'mairie.pdf': pdf('avis'),
    'autorun.inf': '[autorun]',
    'vieux.exe': 'MZ',
  })
  const first = await renewed({ saison: 'Hiver 2026' })
  assert.match(first, /« Hiver 2026 » est en place : 2 fichiers\./)
  assert.match(first, /« autorun\.inf » n’est pas pris.*« vieux\.exe » n’est pas pris/)
  const page = await anybody.said(`/fichiers/dossier/${id}`)
  assert.match(page, /Un air d’hiver.*Rosa · CC BY-SA/)
  assert.match(page, /mairie.*document public/)
  assert.equal(
    (await keeper.get(`/fichiers/dossier/${id}/apporter`)).status,
    404,
    'nobody adds to a set',
  )
  const old = (await anybody.shown(id))[0]!
  written({ 'printemps.pdf': pdf('printemps') })
  assert.match(
    await renewed({ saison: 'Printemps 2027', garder: '1' }),
    /L’ancien choix est gardé dans « Médiathèque, Hiver 2026 »/,
  )
  assert.match(await anybody.said(`/fichiers/dossier/${id}`), /Printemps 2027.*printemps/)
  assert.equal((await take(old)).status, 200)
  written({ 'ete.pdf': pdf('été') })
  aged(pdf('printemps'))
  await renewed({ saison: 'Été 2027' })
  for (let i = 0; i < 40 && lying(folder).includes(hashOf(pdf('printemps'))); i++) await wait(250)
  assert.ok(!lying(folder).includes(hashOf(pdf('printemps'))))
  const missing = await keeper.post('/fichiers/cle', { dossier: id, cle: key, licence: 'public' })
  assert.match(plain(await missing.text()), /Ce dossier est un choix de saison/)
  written({ 'etagere.csv': '"', 'a.pdf': pdf('a') })
  assert.match(await renewed({ saison: 'Automne 2027' }), /La liste de la clé ne se lit pas/)
  assert.match(await anybody.said(`/fichiers/dossier/${id}`), /Été 2027/)
})

test('a line whose bytes are gone says so, and reading goes on', { skip }, async () => {
  const id = await keeper.folder({ name: 'Perdu' })
  const bytes = pdf('perdu')
  await keeper.bring(id, [{ name: 'perdu.pdf', bytes }])
  rmSync(heavyFile(folder, hashOf(bytes)))
  const [file = ''] = await anybody.shown(id)
  const answer = await take(file)
  assert.equal(answer.status, 404)
  assert.match(plain(await answer.text()), /Ce fichier n’est plus sur cette borne/)
})

test('a form of another page, one without a length, and a third at once from one telephone are ' +
  'sent away before a byte is kept', {
  skip,
}, async () => {
  const id = await keeper.folder({ name: 'Porte', adders: 'anyone' })
  const had = lying(folder)
  const at = `/fichiers/apporter?dossier=${id}`
  const form = new FormData()
  form.append('licence', 'by')
  form.append('file', new Blob([pdf('a') as Uint8Array<ArrayBuffer>]), 'a.pdf')
  const elsewhere = await fetch(served.address + at, {
    method: 'POST',
    body: form,
    headers: { origin: 'http://ailleurs.example' },
  })
  assert.equal(elsewhere.status, 403)
  const unsized = await fetch(served.address + at, {
    method: 'POST',
    duplex: 'half',
    headers: { origin: served.address, 'content-type': 'multipart/form-data; boundary=b' },
    body: new Blob(['--b--']).stream(),
  } as RequestInit)
  assert.ok([411, 413].includes(unsized.status), String(unsized.status))
  assert.deepEqual(lying(folder), had)
  const { port, host } = new URL(served.address)
  const head =
    `POST ${at} HTTP/1.1\r\nHost: ${host}\r\nOrigin: ${served.address}\r\nContent-Type: ` +
    'multipart/form-data; boundary=b\r\nContent-Length: 90000\r\nExpect: 100-continue\r\n\r\n'
  const slow = Array.from({ length: 2 }, () =>
    connect(Number(port), '127.0.0.1').on('error', () => undefined),
  )
  // The server says that it goes on as it takes each form in.
  await Promise.all(
    slow.map(socket => {
      socket.write(head)
      return once(socket, 'data')
    }),
  )
  assert.equal((await anybody.bring(id, [{ name: 'a.pdf', bytes: pdf('a') }])).status, 429)
  for (const socket of slow) socket.destroy()
  // The server learns later that they went.
  let status = 429
  for (let i = 0; i < 50 && status === 429; i++) {
    await wait(200)
    status = (await anybody.bring(id, [{ name: 'a.pdf', bytes: pdf('a') }])).status
  }
  assert.equal(status, 303)
})
