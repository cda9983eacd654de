import { zipSync } from 'fflate'
import { type Box, signBytes } from '../../src/log/box.ts'
import { hashText, sha256 } from '../../src/log/bytes.ts'
import { frame } from '../../src/sync/bundle/frames.ts'
import { signManifest } from '../../src/sync/bundle/manifest.ts'
import { NOON } from './boxes.ts'
import {
  boxes,
  bytesOf,
  type Carried,
  entryMaker,
  type Made,
  type Text,
  vector,
  type WireVector,
} from './making.ts'
import { title } from './scene.ts'
import { vectors } from './vectors.ts'

/**
 * What a bundle is made of: manifests, sections, pages, what is sealed, receipts, and whole
 * bundles.
 */
type Shape = Record<string, unknown>
const made = (): { a: Made; b: Made; c: Made } => {
  const make = entryMaker()
  const a = make('first', 'commons', [title('a')])
  return {
    a,
    b: make('first', 'commons', [title('b', a)]),
    c: make('second', 'commons', [title('c', a)]),
  }
}
const { a, b, c } = made()
const tip = (one: Made): unknown => [one.entry.seq, one.name.hash8]
const section = (more: Shape = {}): Shape => ({
  before: {},
  after: { [b.entry.feed]: [tip(b)] },
  entries: 2,
  pages: [{ name: 'commons/000001.zst', entries: 2, hash: hashText(sha256(zstdOf([a, b]))) }],
  files: [],
  ...more,
})
const manifest = (more: Shape = {}): Shape => ({
  kind: 'cocote-bundle',
  format: 1,
  box: boxes.second.name,
  made: NOON,
  commons: section(),
  ...more,
})

/**
 * A zstd frame (RFC 8878) of raw blocks: what every zstd reads, and the same bytes from every
 * program.
 */
function zstd(blocks: readonly Readonly<{ bytes: Uint8Array; times?: number }>[]): Buffer {
  const le = (n: number, length: number): Buffer =>
    Buffer.from(Array.from({ length }, (_, i) => Math.floor(n / 256 ** i) % 256))
  const total = blocks.reduce((sum, { bytes, times }) => sum + (times ?? bytes.length), 0)
  const all = blocks.flatMap(({ bytes, times }, i) => [
    le(
      (i === blocks.length - 1 ? 1 : 0) +
        (times === undefined ? 0 : 2) +
        (times ?? bytes.length) * 8,
      3,
    ),
    bytes,
  ])
  return Buffer.concat([Buffer.from('28b52ffda0', 'hex'), le(total, 4), ...all])
}
const zstdOf = (entries: readonly Made[]): Buffer =>
  zstd([{ bytes: Buffer.concat(entries.map(frame)) }])
/** So many bytes of zero, in runs of 128 KiB. */
const zeros = (runs: number): Buffer =>
  zstd(Array.from({ length: runs }, () => ({ bytes: Buffer.alloc(1), times: 128 * 1024 })))

function signedText(box: Box, text: Text, signature?: Buffer): Carried {
  const bytes = bytesOf(text)
  return {
    bytes: text,
    hash: hashText(sha256(bytes)),
    signature: (signature ?? signManifest(box, bytes)).toString('base64url'),
    flesh: [],
  }
}
function manifestVectors(): readonly WireVector[] {
  const one = (
    name: string,
    shows: string,
    shape: Shape | string,
    gives: string,
    signature?: Buffer,
  ) =>
    vector(
      'manifest',
      name,
      shows,
      signedText(
        boxes.second,
        typeof shape === 'string' ? shape : JSON.stringify(shape),
        signature,
      ),
      gives,
    )
  const text = JSON.stringify(manifest())
  return [
    one('as it is made', 'signed over its word, then its bytes', manifest(), 'opens'),
    ...[
      [
        'not JSON, signed by nobody',
        'no box is known yet whose signature it could be',
        'bonjour',
        'manifest',
      ] as const,
      [
        'of another kind, signed by nobody',
        'its kind is looked at first',
        manifest({ kind: 'cocote-backup' }),
        'notBundle',
      ] as const,
      [
        'of format 2, signed by nobody',
        'a greater format may be signed by another rule',
        manifest({ format: 2 }),
        'newer',
      ] as const,
      [
        'of no box, signed by nobody',
        'nobody’s signature',
        manifest({ box: 7 }),
        'manifest',
      ] as const,
      [
        'made at 0.5, signed by nobody',
        'the rest is looked at behind the signature',
        manifest({ made: 0.5 }),
        'unsigned',
      ] as const,
      [
        'without commons, signed by nobody',
        'its sections too',
        manifest({ commons: undefined }),
        'unsigned',
      ] as const,
    ].map(([name, shows, shape, gives]) => one(name, shows, shape, gives, Buffer.alloc(64))),
    one(
      'unknown keys',
      'left alone',
      manifest({ more: { a: 1 }, commons: section({ more: [] }) }),
      'opens',
    ),
    one('blanks', 'signed as it stands', `${text}\n`, 'opens'),
    one('of another kind', 'no bundle', manifest({ kind: 'cocote-backup' }), 'notBundle'),
    one(
      'of format 2',
      'a greater format is refused, whatever else it says',
      { kind: 'cocote-bundle', format: 2 },
      'newer',
    ),
    one('of format 0', 'no format', manifest({ format: 0 }), 'manifest'),
    one(
      'signed without its word',
      'the 14 bytes stand before',
      manifest(),
      'unsigned',
      signBytes(boxes.second, Buffer.from(text)),
    ),
    one(
      'signed by another box',
      'the box that it names',
      manifest({ box: boxes.first.name }),
      'unsigned',
    ),
    one(
      'of a box with padding bits',
      'a box has one name',
      manifest({ box: `${boxes.second.name.slice(0, -1)}1` }),
      'unsigned',
    ),
    one('made at 0.5', 'whole milliseconds', manifest({ made: 0.5 }), 'manifest'),
    one(
      'a key twice',
      'as strict as an entry',
      text.replace('"format":1', '"format":1,"format":1'),
      'manifest',
    ),
    one(
      'without commons',
      'its section must be there',
      manifest({ commons: undefined }),
      'manifest',
    ),
    one(
      'a network part elsewhere',
      'it stands in network/manifest.age',
      manifest({ network: { name: 'network/other.age', hash: 'A'.repeat(43) } }),
      'manifest',
    ),
    one(
      'a network part',
      'its name and hash',
      manifest({ network: { name: 'network/manifest.age', hash: 'A'.repeat(43) } }),
      'opens',
    ),
    ...sectionsOfCommons().map(([name, shows, more, gives]) =>
      one(name, shows, manifest({ commons: section(more) }), gives),
    ),
  ]
}
function sectionsOfCommons(): readonly (readonly [string, string, Shape, string])[] {
  const page = (section()['pages'] as Shape[])[0]!
  const network = b.entry.feed.replace('commons', 'network')
  const hollow = (n: number): Shape => ({
    hollow: { [b.entry.feed]: Array.from({ length: n }, (_, i) => i + 1) },
  })
  const hash = 'ab'.repeat(32)
  const lacks = (n: number): Shape => ({
    lacks: { [b.entry.feed]: Array.from({ length: n }, (_, i) => [i + 1, hash]) },
  })
  return [
    [
      'a vector of another space',
      'the commons’ section speaks of the commons',
      { after: { [network]: [tip(b)] } },
      'manifest',
    ],
    [
      'a vector of home',
      'it is in no part',
      { before: { [b.entry.feed.replace('commons', 'home')]: [tip(b)] } },
      'manifest',
    ],
    ['a feed without a tip', 'one at least', { after: { [b.entry.feed]: [] } }, 'manifest'],
    [
      '64 branches',
      'the most',
      { after: { [b.entry.feed]: Array.from({ length: 64 }, (_, i) => [i + 1, 'AAAAAAAAAAA']) } },
      'opens',
    ],
    [
      '65 branches',
      'too many',
      { after: { [b.entry.feed]: Array.from({ length: 65 }, (_, i) => [i + 1, 'AAAAAAAAAAA']) } },
      'manifest',
    ],
    [
      'a tip with padding bits',
      'a hash has one form',
      { after: { [b.entry.feed]: [[1, 'AAAAAAAAAAB']] } },
      'manifest',
    ],
    ['a tip of seq 0', 'from 1', { after: { [b.entry.feed]: [[0, 'AAAAAAAAAAA']] } }, 'manifest'],
    [
      'a page outside its folder',
      'commons/ and six digits',
      { pages: [{ ...page, name: 'network/000001.age' }] },
      'manifest',
    ],
    ['a page twice', 'each part once', { pages: [page, page] }, 'manifest'],
    [
      'a file',
      'under its hash, in hex',
      { files: [{ hash: 'ab'.repeat(32), name: `commons/files/${'ab'.repeat(32)}` }] },
      'opens',
    ],
    [
      'a file with a hash in base64url',
      'in hex',
      { files: [{ hash: 'A'.repeat(43), name: `commons/files/${'ab'.repeat(32)}` }] },
      'manifest',
    ],
    ['1,000 hollow entries', 'the most', hollow(1000), 'opens'],
    ['1,001 hollow entries', 'too many', hollow(1001), 'manifest'],
    ['1,000 files that it lacks', 'the most', lacks(1000), 'opens'],
    ['1,001 files that it lacks', 'too many', lacks(1001), 'manifest'],
    [
      'a file that it lacks with a hash in base64url',
      'in hex',
      { lacks: { [b.entry.feed]: [[1, 'A'.repeat(43)]] } },
      'manifest',
    ],
    [
      'a file that it lacks of another space',
      'the commons’ section speaks of the commons',
      { lacks: { [network]: [[1, hash]] } },
      'manifest',
    ],
    ['minus one entry', 'a count', { entries: -1 }, 'manifest'],
    [
      'bounded',
      '`upTo`: the vector of what who takes it was offered by then',
      { upTo: { [b.entry.feed]: [tip(a)] } },
      'opens',
    ],
    ['bounded before its first entry', '`upTo` may be empty', { upTo: {} }, 'opens'],
    [
      'bounded in another space',
      'the commons’ section speaks of the commons',
      { upTo: { [network]: [tip(a)] } },
      'manifest',
    ],
    ['bounded by a number', '`upTo` is a vector', { upTo: 1 }, 'manifest'],
    [
      'bounded by a feed without a tip',
      'a vector has one at least',
      { upTo: { [b.entry.feed]: [] } },
      'manifest',
    ],
    [
      'what the answer is made against',
      '`asks` is a vector too',
      { asks: { [b.entry.feed]: [tip(a)] } },
      'opens',
    ],
    [
      'asks in another space',
      'the commons’ section speaks of the commons',
      { asks: { [network]: [tip(a)] } },
      'manifest',
    ],
  ]
}

function pageVectors(): readonly WireVector[] {
  const one = (name: string, shows: string, bytes: Buffer, gives: unknown) =>
    vector('page', name, shows, { zstd: bytes.toString('base64url') }, gives)
  const held = (...entries: readonly Made[]) =>
    entries.map(({ bytes, flesh }) => [hashText(sha256(bytes)), flesh.length])
  const frames = Buffer.concat([a, b].map(frame))
  return [
    one('two entries', 'end to end', zstdOf([a, b]), held(a, b)),
    one(
      'an entry without flesh',
      'no piece follows',
      zstdOf([{ ...a, flesh: [] }]),
      held({ ...a, flesh: [] }),
    ),
    one('nothing', 'a page may be empty', zstd([{ bytes: Buffer.alloc(0) }]), []),
    one(
      'two frames',
      'they are read end to end',
      Buffer.concat([zstdOf([a]), zstdOf([c])]),
      held(a, c),
    ),
    one(
      'the twelve of the page',
      'but that of home',
      zstdOf(vectors().filter(({ entry }) => !entry.feed.endsWith('.home'))),
      held(...vectors().filter(({ entry }) => !entry.feed.endsWith('.home'))),
    ),
    one(
      'cut inside an entry',
      'no page',
      zstd([{ bytes: frames.subarray(0, frames.length - 1) }]),
      'frames',
    ),
    one(
      'more flesh announced than there is',
      'no page',
      zstd([
        {
          bytes: Buffer.concat([
            frame({ ...a, flesh: [] }).subarray(0, -4),
            Buffer.from('ffffffff', 'hex'),
          ]),
        },
      ]),
      'frames',
    ),
    one(
      'an entry of no byte',
      'no page: a page of zeros is none',
      zstd([{ bytes: Buffer.alloc(72) }]),
      'frames',
    ),
    one('no zstd', 'no page', Buffer.from('entries'), 'frames'),
    one('zstd that is cut', 'no page', zstdOf([a]).subarray(0, -1), 'frames'),
    one(
      'more than 16 MiB unfolded',
      'refused before it is unfolded further',
      zeros(129),
      'swollen',
    ),
  ]
}

/** Sealed once with age: its bytes are drawn at random each time. */
const SEALED_3 =
  'YWdlLWVuY3J5cHRpb24ub3JnL3YxCi0-IFgyNTUxOSBVSEhuMlhEakN5bkl5WW04c0w4OGIrYms2enBweDhQb1JMWFdXNDlYUERzCnMreUNxSnUzY043RWIzSXVEaUNvRGNTVGc5WXZrMGlRV09XY0h5aEE3L1UKLS0tIHpoVlZnMkZJZzhJQU1RVTZ6d0tRejNnTDlGN0pGQ25rTGMwWUtXbUhnTzQKB77htWvJrDZyJShzCboKqSrk3MIu-qKsU0pnRtCSKTdZhtwY7Gdadd01SOi7fexQF0yrPZ6dAeQDL-iWywgIdSgi4-BbeWlFdlAD5xZh7DXtnKFd'
const SEALED_2_3 =
  'YWdlLWVuY3J5cHRpb24ub3JnL3YxCi0-IFgyNTUxOSBsR3R6TUhab1NJcDdQUUI3cEFZUFN4SFBrR1ZTS0JmQXlwRThZTkxQcHk4CnhwbUQwcnFoOG93R1BqQXJHSU4wOGtWdGtqZVo1L0RBK28wbWdWaWx6SFEKLT4gWDI1NTE5IFNyTFBEemhBSytDY3R2RWFaTURnNVdobEx6dmFKakU5TWpheC9kTVFpU0kKN1dUMHZJaUhmYkI4M2g0RGp5ODVDbDh2Mk5ZeVlQRTJNbWV0cGdYd3VrbwotLS0gU05UandTUVBqUDhzY0tHajZyY3FyZ28xbUZCNVE4SEFadTQ3Q2I3Vm85QQpHY25RdQCYdRIky0elXXcofTu2OoF693AYIfhLGJbS3-_WwA7VSmr9ADM1RA8CGkFX'
function sealedVectors(): readonly WireVector[] {
  const one = (name: string, shows: string, seed: number, sealed: string, gives: string | null) =>
    vector('sealed', name, shows, { seed, sealed }, gives)
  const hurt = Buffer.from(SEALED_3, 'base64url')
  hurt[hurt.length - 1]! ^= 1
  return [
    one(
      'for box 3',
      'opens with the identity that its key gives',
      3,
      SEALED_3,
      'Ce qui est confié à un relais ne va pas plus loin.',
    ),
    one('for box 3, read by box 2', 'does not open', 2, SEALED_3, null),
    one('one bit changed', 'does not open', 3, hurt.toString('base64url'), null),
    one('for two boxes, read by the first', 'opens', 2, SEALED_2_3, 'Pour deux relais.'),
    one('for two boxes, read by the second', 'opens', 3, SEALED_2_3, 'Pour deux relais.'),
    one('for two boxes, read by a third', 'does not open', 1, SEALED_2_3, null),
  ]
}

function receiptVectors(): readonly WireVector[] {
  const feed = b.entry.feed.replace('commons', 'network')
  const network = (more: Shape): string =>
    JSON.stringify({
      before: {},
      after: { [feed]: [[4, 'AAAAAAAAAAA']] },
      entries: 0,
      pages: [],
      files: [],
      ...more,
    })
  const lacks = { lacks: { [b.entry.feed]: [[1, 'ab'.repeat(32)]] } }
  const one = (
    name: string,
    shows: string,
    sealed: string | undefined,
    hears: Shape,
    asks: Shape = {},
  ) =>
    vector(
      'receipt',
      name,
      shows,
      {
        manifest: signedText(boxes.second, JSON.stringify(manifest({ commons: section(asks) }))),
        ...(sealed ? { section: sealed } : {}),
        reader: 1,
      },
      { commons: section()['after'], network: {}, hollow: {}, ...hears },
    )
  return [
    one('of the commons', 'what the box that made it holds', undefined, {}),
    one(
      'of the network, made for the reader',
      '`to` names it: what it holds of the network too',
      network({ to: boxes.first.name }),
      {
        network: { [feed]: [[4, 'AAAAAAAAAAA']] },
      },
    ),
    one(
      'of the network, made for several',
      'says nothing of the reader’s own feeds',
      network({}),
      {},
    ),
    one(
      'of the network, made for another',
      'nor does this one',
      network({ to: boxes.third.name }),
      {},
    ),
    one(
      'with hollow entries',
      'asks for them whole',
      undefined,
      { hollow: { [b.entry.feed]: [1] } },
      { hollow: { [b.entry.feed]: [1] } },
    ),
    one('with files that it lacks', 'asks for them', undefined, lacks, lacks),
    one(
      'bounded',
      '`upTo` is what was offered, `after` what its box holds',
      undefined,
      {},
      { upTo: { [b.entry.feed]: [tip(a)] } },
    ),
    one(
      'with the boxes that it takes',
      'for the box that `to` names',
      network({ to: boxes.first.name, takes: [boxes.third.name] }),
      {
        network: { [feed]: [[4, 'AAAAAAAAAAA']] },
        takes: [boxes.third.name],
      },
    ),
  ]
}

/** A bundle of these parts, dated by no clock. */
function signedBundle(
  box: Box,
  shape: Shape,
  parts: Readonly<Record<string, Uint8Array>>,
): Uint8Array {
  const text = Buffer.from(JSON.stringify(shape))
  return zipSync(
    { ...parts, 'manifest.json': text, 'manifest.sig': signManifest(box, text) },
    { level: 0, mtime: new Date(2026, 11, 5, 12) },
  )
}
function bundleVectors(): readonly WireVector[] {
  const one = (name: string, shows: string, zip: Uint8Array, gives: unknown) =>
    vector(
      'bundle',
      name,
      shows,
      { zip: Buffer.from(zip).toString('base64url'), reader: 3, from: [1, 2] },
      gives,
    )
  const page = zstdOf([a, b])
  const came = { taken: 2, faults: [], stopped: [], isSealed: false }
  const name = 'commons/000001.zst'
  const whole = signedBundle(boxes.second, manifest(), { [name]: page })
  const listed = (entries: readonly Made[], hash = hashText(sha256(zstdOf(entries)))) =>
    manifest({ commons: section({ pages: [{ name, entries: entries.length, hash }] }) })
  const hurt = { ...b, signature: a.signature }
  return [
    one('as it is made', 'two entries come in', whole, came),
    one(
      'another part',
      'left alone',
      signedBundle(boxes.second, manifest(), {
        [name]: page,
        'LISEZMOI.txt': Buffer.from('Bonjour'),
      }),
      came,
    ),
    one('a page that is absent', 'left out alone', signedBundle(boxes.second, manifest(), {}), {
      ...came,
      taken: 0,
      faults: [`absent ${name}`],
    }),
    one(
      'a page that is altered',
      'not what the manifest says',
      signedBundle(boxes.second, manifest(), { [name]: zstdOf([a]) }),
      {
        ...came,
        taken: 0,
        faults: [`altered ${name}`],
      },
    ),
    one(
      'an entry that is damaged',
      'its feed stops there, another goes on',
      signedBundle(boxes.second, listed([a, hurt, c]), { [name]: zstdOf([a, hurt, c]) }),
      { ...came, stopped: [[b.entry.feed, 2, 'damaged']] },
    ),
    one(
      'an entry that is missing',
      'its feed stops there, another goes on',
      signedBundle(boxes.second, listed([b, c]), { [name]: zstdOf([b, c]) }),
      { ...came, taken: 1, stopped: [[b.entry.feed, 2, 'gap']] },
    ),
    one('no manifest', 'no bundle', withoutPart(whole, 'manifest.json'), 'notBundle'),
    one('no signature', 'unsigned', withoutPart(whole, 'manifest.sig'), 'unsigned'),
    one(
      'a network section that is absent',
      'refuses the whole: nobody knows what it held',
      signedBundle(
        boxes.second,
        manifest({ network: { name: 'network/manifest.age', hash: 'A'.repeat(43) } }),
        { [name]: page },
      ),
      'absent',
    ),
    one(
      'a name that leads out',
      'refuses the whole',
      signedBundle(boxes.second, manifest(), { [name]: page, '../x': page }),
      'path',
    ),
    one(
      'a name that comes twice',
      'refuses the whole',
      renamed(signedBundle(boxes.second, manifest(), { [name]: page, 'commons/000002.zst': page })),
      'twice',
    ),
    one(
      'cut in the middle',
      'its list of contents is at the end',
      whole.subarray(0, whole.length - 30),
      'cut',
    ),
    one('something else', 'no ZIP', Buffer.from('%PDF-1.7'), 'notZip'),
  ]
}
const inLatin = (bytes: Uint8Array, change: (text: string) => string): Buffer =>
  Buffer.from(change(Buffer.from(bytes).toString('latin1')), 'latin1')
/** Under another name of the same length, the part is not there. */
const withoutPart = (zip: Uint8Array, name: string): Buffer =>
  inLatin(zip, text => text.replaceAll(name, name.replace('m', 'x')))
const renamed = (zip: Uint8Array): Buffer =>
  inLatin(zip, text => text.replaceAll('commons/000002', 'commons/000001'))

export const partVectors = (): readonly WireVector[] => [
  ...manifestVectors(),
  ...pageVectors(),
  ...sealedVectors(),
  ...receiptVectors(),
  ...bundleVectors(),
]
