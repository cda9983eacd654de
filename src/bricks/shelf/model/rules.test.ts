import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { zipSync } from 'fflate'
import { anyUnit } from '../../../../tests/support/any-unit.ts'
import { judgeBytes, licenceRead, MADE, mayAdd, mayRead, namesInZip, readName } from './rules.ts'

const named = (name: string): string => {
  const said = readName(name)
  return 'fault' in said ? said.fault : said.name
}
const came = (bytes: Uint8Array) => ({
  size: bytes.length,
  head: bytes.subarray(0, 4_096),
  tail: bytes.subarray(-1_048_576),
})
const judged = (end: string, bytes: Uint8Array): string => {
  const said = judgeBytes(end, came(bytes))
  return 'fault' in said ? said.fault : said.kind
}
const text = (said: string): Uint8Array => Buffer.from(said)
const stored = (parts: Readonly<Record<string, string>>): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(parts).map(([name, said]) => [name, text(said)])), {
    level: 0,
  })

test('an ordinary name is kept as it is, its end in small letters', () => {
  assert.equal(named('Bourrée à trois temps.MP3'), 'Bourrée à trois temps.mp3')
  assert.equal(named('  Compte rendu 12.05.2026.pdf '), 'Compte rendu 12.05.2026.pdf')
  assert.equal(named('.. caché.pdf'), 'caché.pdf')
  assert.equal(named('Qui ? Quoi : tout.odt'), 'Qui - Quoi - tout.odt')
})

test(
  'what runs, or looks like it, stays out by its name: programs, scripts, pages, shortcuts, ' +
    'macros, a second end',
  () => {
    for (const name of [
      'virus.exe',
      'facture.pdf.exe',
      'photo.exe.jpg',
      'photo.jpg.lnk',
      'a.scr',
      'a.BAT',
      'a.ps1',
      'a.js',
      'a.vbs',
      'a.jar',
      'a.apk',
      'a.docm',
      'a.xlsm',
      'a.msi',
      'page.html',
      'dessin.svg',
      'autorun.inf',
      'a.desktop',
      'a.pdf.html',
    ])
      assert.equal(named(name), 'program', name)
    assert.equal(named('photo. exe .jpg'), 'program')
  },
)

test(
  'a name that hides something stays out: what turns the reading round, what is not seen, a ' +
    'path, a name of the system',
  () => {
    assert.equal(named('annexe\u202efdp.exe'), 'unseen')
    for (const hidden of [
      '\u200b',
      '\u200f',
      '\u2066',
      '\u00ad',
      '\ufeff',
      '\u3164',
      '\u034f',
      '\n',
      '\u0000',
      '\ud800',
    ])
      assert.equal(named(`a${hidden}.pdf`), 'unseen', escape(hidden))
    for (const path of ['../a.pdf', 'C:\\a.pdf', 'dossier/a.pdf'])
      assert.equal(named(path), 'path', path)
    for (const system of ['con.pdf', 'NUL.txt', 'com1.pdf', 'LPT9.mp3', 'con .jpg'])
      assert.equal(named(system), 'reserved', system)
    for (const other of ['a.zip', 'a', 'pdf', '.pdf', 'a.', 'a.constructor', 'a.__proto__'])
      assert.match(named(other), /unknown|empty/, other)
    assert.equal(named(`${'long '.repeat(40)}.pdf`), 'long')
  },
)

test('whatever the text, a name that is kept is harmless, and read again gives itself', () => {
  const bits = fc.constantFrom(
    '.',
    '/',
    '\\',
    ' ',
    '\u202e',
    '\u200b',
    'exe',
    'pdf',
    'jpg',
    'mp3',
    'html',
    'con',
    ':',
    '*',
    '%00',
    'é',
    '\u0000',
    'K',
    'ſ',
  )
  const texts = fc.oneof(
    fc.string({ unit: anyUnit, maxLength: 30 }),
    fc
      .array(fc.oneof(bits, fc.string({ maxLength: 4 })), { maxLength: 9 })
      .map(all => all.join('')),
  )
  fc.assert(
    fc.property(texts, fc.constantFrom('', '.pdf', '.mp3', '.jpg'), (said, end) => {
      const read = readName(said + end)
      if ('fault' in read) return
      assert.match(read.name, /^[^./\\<>:"|?*%\p{C}][^/\\<>:"|?*%\p{C}]*\.[a-z0-9]{2,4}$/u)
      assert.ok(Object.hasOwn(MADE, read.name.split('.').at(-1)!))
      assert.ok(read.name.length < 130)
      assert.deepEqual(readName(read.name), read)
      for (const part of read.name.toLowerCase().split('.').slice(1))
        assert.ok(!['exe', 'html', 'js', 'svg', 'lnk'].includes(part.trim()), read.name)
    }),
    { numRuns: 5_000 },
  )
})

test('its bytes must be what its name says', () => {
  assert.equal(judged('pdf', text('%PDF-1.7\n…')), 'documents')
  assert.equal(judged('mp3', Uint8Array.of(0xff, 0xfb, 0x90, 0)), 'music')
  assert.equal(judged('ogg', text('OggS\u0000')), 'music')
  assert.equal(judged('mp4', text('\u0000\u0000\u0000\u0018ftypisom')), 'films')
  assert.equal(judged('webm', Uint8Array.of(0x1a, 0x45, 0xdf, 0xa3)), 'films')
  assert.equal(judged('txt', text('Chère Odile,\nà mardi.')), 'documents')
  for (const end of Object.keys(MADE)) {
    assert.equal(judged(end, text('MZ\u0090\u0000\u0003')), 'other', end)
    assert.equal(judged(end, text('<!doctype html><script>alert(1)</script>')), 'other', end)
    assert.equal(judged(end, text('#!/bin/sh\nrm -rf /')), 'other', end)
    assert.equal(judged(end, new Uint8Array()), 'nothing', end)
  }
  assert.equal(judged('txt', text(' \n <svg onload=alert(1)>')), 'other')
  assert.equal(judged('jpg', text('%PDF-1.7')), 'other', 'a PDF that says it is a picture')
})

test('a document that holds macros or a program stays out; a book may hold its own pages', () => {
  const word = { '[Content_Types].xml': '<Types/>', 'word/document.xml': '<w/>' }
  assert.equal(judged('docx', stored(word)), 'documents')
  assert.equal(judged('xlsx', stored(word)), 'other')
  assert.equal(judged('docx', stored({ ...word, 'word/vbaProject.bin': 'x' })), 'macros')
  assert.equal(judged('docx', stored({ ...word, 'word/embeddings/jeu.exe': 'MZ' })), 'hidden')
  assert.equal(judged('docx', stored({ ...word, '../../a.txt': 'x' })), 'hidden')
  assert.equal(
    judged('docx', stored({ 'AndroidManifest.xml': 'x', 'classes.dex': 'x' })),
    'other',
    'an application of a telephone by another name',
  )
  const odt = { mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': '<o/>' }
  assert.equal(judged('odt', stored(odt)), 'documents')
  assert.equal(judged('odt', stored({ ...odt, 'Basic/Standard/Module1.xml': '<x/>' })), 'macros')
  const epub = {
    mimetype: 'application/epub+zip',
    'META-INF/container.xml': '<c/>',
    'OEBPS/un.xhtml': '<p/>',
  }
  assert.equal(judged('epub', stored(epub)), 'books')
  assert.equal(judged('epub', stored({ ...epub, 'OEBPS/un.exe': 'MZ' })), 'hidden')
  const cut = stored(word)
  assert.equal(judged('docx', cut.subarray(0, cut.length - 8)), 'other', 'a document that was cut')
})

test('whatever the bytes, judging them ends, and a directory that lies is no directory', () => {
  const zip = stored({ 'a.txt': 'a', 'b/c.txt': 'c' })
  assert.deepEqual(namesInZip(zip.length, zip), ['a.txt', 'b/c.txt'])
  fc.assert(
    fc.property(
      fc.nat({ max: zip.length - 1 }),
      fc.nat({ max: 255 }),
      fc.constantFrom(...Object.keys(MADE)),
      (at, byte, end) => {
        const hurt = Uint8Array.from(zip)
        hurt[at] = byte
        namesInZip(hurt.length, hurt)
        judgeBytes(end, came(hurt))
      },
    ),
  )
  fc.assert(
    fc.property(
      fc.uint8Array(),
      fc.constantFrom(...Object.keys(MADE)),
      (bytes, end) => void judgeBytes(end, came(bytes)),
    ),
  )
})

/** Where the end of a ZIP without a comment stands, and what it says there. */
const ENDS = {
  disk: 4,
  diskOfStart: 6,
  countHere: 8,
  count: 10,
  length: 12,
  start: 16,
  comment: 20,
} as const
const changed = (zip: Uint8Array, to: Partial<Record<keyof typeof ENDS, number>>): Uint8Array => {
  const hurt = Uint8Array.from(zip)
  const view = new DataView(hurt.buffer, hurt.byteLength - 22)
  for (const [name, value] of Object.entries(to)) {
    const at = ENDS[name as keyof typeof ENDS]
    if (name === 'length' || name === 'start') view.setUint32(at, value, true)
    else view.setUint16(at, value, true)
  }
  return hurt
}
const WORD = { '[Content_Types].xml': '<Types/>', 'word/document.xml': '<w/>' }

test('a directory that says fewer parts than it holds hides none of them', () => {
  for (const [hidden, fault] of [
    ['word/evil.exe', 'hidden'],
    ['word/vbaProject.bin', 'macros'],
  ] as const) {
    const zip = stored({ ...WORD, [hidden]: 'MZ' })
    assert.equal(judged('docx', zip), fault)
    for (const count of [0, 1, 2, 4, 65_535]) {
      assert.equal(
        judged('docx', changed(zip, { count, countHere: count })),
        'other',
        `${hidden} ${count}`,
      )
      assert.equal(judged('docx', changed(zip, { count })), 'other', `${hidden} ${count}`)
      assert.equal(
        judged('docx', changed(zip, { countHere: count })),
        'other',
        `${hidden} ${count}`,
      )
    }
  }
})

test('whatever the end of a ZIP says, what it holds is all seen or none of it is', () => {
  const zip = stored({ ...WORD, 'word/evil.exe': 'MZ' })
  const view = new DataView(zip.buffer, zip.byteOffset + zip.byteLength - 22)
  const [length, start] = [view.getUint32(ENDS.length, true), view.getUint32(ENDS.start, true)]
  const near = (value: number) =>
    fc.oneof(fc.constant(value), fc.nat({ max: zip.length }), fc.constant(0xffffffff))
  const count = fc.oneof(fc.nat({ max: 4 }), fc.constant(0xffff))
  fc.assert(
    fc.property(count, count, near(length), near(start), (count, countHere, length, start) => {
      const names = namesInZip(zip.length, changed(zip, { count, countHere, length, start }))
      assert.ok(names === undefined || names.includes('word/evil.exe'))
    }),
    { numRuns: 3_000 },
  )
})

test('a comment hides no second directory; ZIP64 and several disks are refused', () => {
  const [zip, other] = [stored(WORD), stored({ ...WORD, 'word/evil.exe': 'MZ' })]
  const commented = (bytes: Uint8Array, comment: Uint8Array) =>
    Buffer.concat([changed(bytes, { comment: comment.length }), comment])
  assert.equal(judged('docx', commented(zip, text('fait par Odile'))), 'documents')
  assert.equal(judged('docx', commented(other, text('fait par Odile'))), 'hidden')
  assert.equal(judged('docx', Buffer.concat([zip, text('en trop')])), 'other')
  // The end of another archive inside the comment: which of the two is read depends on who reads.
  const view = new DataView(zip.buffer, zip.byteOffset + zip.byteLength - 22)
  const directory = zip.subarray(view.getUint32(ENDS.start, true))
  const second = changed(directory, { start: other.length })
  assert.equal(judged('docx', commented(other, second)), 'other')
  assert.equal(judged('docx', commented(other, changed(second, { comment: 9 }))), 'other')
  for (const to of [{ disk: 1 }, { diskOfStart: 1 }, { length: 0xffffffff }, { start: 0xffffffff }])
    assert.equal(judged('docx', changed(zip, to)), 'other', JSON.stringify(to))
  // A mark of ZIP64 right before the end, inside the comment of the last part.
  const locator = Buffer.concat([Buffer.from([0x50, 0x4b, 6, 7]), Buffer.alloc(16)])
  const last = stored({ ...WORD, a: '' })
  const end = last.length - 22
  const longer = Buffer.concat([last.subarray(0, end), locator, last.subarray(end)])
  longer.writeUInt16LE(20, end - 47 + 32)
  const lengthNow =
    new DataView(last.buffer, last.byteOffset + end).getUint32(ENDS.length, true) + 20
  assert.equal(judged('docx', changed(longer, { length: lengthNow })), 'other')
  assert.equal(
    judged('docx', changed(longer.fill(0x20, end, end + 20), { length: lengthNow })),
    'documents',
  )
})

test('a part of a document has no name that another program reads otherwise', () => {
  for (const [name, fault] of [
    ['word/evil.exe\u0000.xml', 'hidden'],
    ['word/evil.exe.', 'hidden'],
    ['word/evil.exe ', 'hidden'],
    ['word\\vbaProject.bin', 'macros'],
    ['..\\..\\a.txt', 'hidden'],
    ['C:\\a.txt', 'hidden'],
  ] as const)
    assert.equal(judged('docx', stored({ ...WORD, [name]: 'x' })), fault, JSON.stringify(name))
  const renamed = zipSync({
    ...Object.fromEntries(Object.entries(WORD).map(([name, said]) => [name, text(said)])),
    'a.xml': [text('MZ'), { extra: { 28789: text('\u0001crc!word/evil.exe') } }],
  })
  assert.equal(judged('docx', renamed), 'hidden')
})

test('a list’s own words for a licence are understood, and no others', () => {
  const read: Readonly<Record<string, string | undefined>> = {
    'CC BY-SA 4.0': 'by-sa',
    'cc-by': 'by',
    'CC BY NC SA 3.0 FR': 'by-nc-sa',
    'https://creativecommons.org/licenses/by-nd/4.0/': 'by-nd',
    'Domaine public': 'public-domain',
    CC0: 'cc0',
    'Licence Art Libre 1.3': 'lal',
    'by-nc': 'by-nc',
    'Tous droits réservés': undefined,
    '': undefined,
  }
  for (const [said, code] of Object.entries(read)) assert.equal(licenceRead(said), code, said)
})

test(
  'who reads and who adds: a folder that says nothing is the keeper’s, and nobody adds to a ' +
    'set',
  () => {
    const [anybody, neighbour, keeper] = [
      { by: 'visitor' },
      { by: 'neighbour', me: 'm' },
      { by: 'keeper' },
    ] as const
    const of = (readers: string | null, adders: string | null, season: string | null = null) =>
      [anybody, neighbour, keeper].map(who => [
        mayRead({ readers }, who),
        mayAdd({ readers, adders, season }, who),
      ])
    const [no, read, both] = [
      [false, false],
      [true, false],
      [true, true],
    ]
    assert.deepEqual(of('anyone', 'anyone'), [both, both, both])
    assert.deepEqual(of('anyone', 'neighbours'), [read, both, both])
    assert.deepEqual(of('neighbours', 'anyone'), [no, both, both])
    assert.deepEqual(of('keeper', 'anyone'), [no, no, both])
    assert.deepEqual(of('anyone', 'anyone', 'Hiver 2026'), [read, read, read])
    assert.deepEqual(of(null, null), [no, no, both])
  },
)
