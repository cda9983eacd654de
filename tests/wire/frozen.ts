import { readdirSync, readFileSync } from 'node:fs'
import { admitAny } from '../../src/log/branch.ts'
import { hashText, sha256 } from '../../src/log/bytes.ts'
import { validated } from '../../src/log/ingest.ts'
import { entryIdOf } from '../../src/log/log.ts'
import { filesNamed, noteMissingFiles } from '../../src/log/missing-files.ts'
import { Bundle } from '../../src/sync/bundle/bundle.ts'
import { ownVectors } from '../../src/sync/bundle/vector.ts'
import { setPeerMark } from '../../src/sync/trust/marks.ts'
import { delivered, packed, trusting } from '../exchange/carry.ts'
import { entryIn, everything, fixedBox, inside, openMemory, stateOf } from './boxes.ts'
import { entryMaker, type Made, need } from './making.ts'
import { forgetting, title } from './scene.ts'
import { UPDATES } from './text-vectors.ts'
import { vectors } from './vectors.ts'

/**
 * A bundle of each release, `bundle-VERSION.cocote`, and beside it what it comes to,
 * `bundle-VERSION.json`: for the box that it was sealed for, and for one that it was not. What a
 * later version must still read, and read alike. None is ever changed.
 */
const HERE = new URL('.//', import.meta.url)
export const frozenFile = (version: string, ending: 'cocote' | 'json'): URL =>
  new URL(`bundle-${version}.${ending}`, HERE)
export const releases = (): readonly string[] =>
  readdirSync(HERE)
    .map(name => /^bundle-(.+)\.cocote$/.exec(name)?.[1])
    .filter(one => one !== undefined)
    .toSorted()
export const thisRelease = (): string =>
  (
    JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
      version: string
    }
  ).version

const READER = 3
const STRANGER = 5
/**
 * The boxes whose word is believed by who reads: the two of docs/wire-format.md, and the reader
 * itself.
 */
const BELIEVED = [1, 2, 3].map(n => fixedBox(n).name)

/**
 * All that a bundle comes to, as plain data: every field of every record, what is held, the files
 * that came, what was wrong.
 */
export async function rowsOf(bundle: Uint8Array): Promise<unknown> {
  return {
    sha256: sha256(bundle).toString('hex'),
    reader: await readBy(READER, bundle),
    stranger: await readBy(STRANGER, bundle),
  }
}
async function readBy(n: number, bundle: Uint8Array): Promise<unknown> {
  const log = openMemory(fixedBox(n))
  const { taken, held, faults, stopped, forked, isSealed } = await delivered(
    log,
    bundle,
    trusting(log, ...BELIEVED),
  )
  const opened = await Bundle.open(bundle, log.box)
  const named = new Map(
    everything(log).flatMap(feed =>
      feed.flatMap(one => filesNamed(one.flesh).map(hash => [hash, spaceIn(one)] as const)),
    ),
  )
  const files = await Promise.all(
    [...named].map(async ([hash, space]) => [
      hash,
      (await opened.file(space, hash))?.length ?? null,
    ]),
  )
  opened.close()
  return JSON.parse(
    JSON.stringify({
      taken,
      held,
      faults,
      stopped: [...stopped.values()],
      forked: [...forked],
      isSealed,
      holds: ownVectors(log),
      files,
      fields: stateOf(log),
    }),
  )
}
const spaceIn = (one: Parameters<typeof entryIn>[0]): 'commons' | 'network' =>
  entryIn(one).feed.endsWith('.network') ? 'network' : 'commons'

const COMMONS_FILE = Buffer.from('Le four du village, dessiné par Léonie.\n')
const NETWORK_FILE = Buffer.from('La clé est chez Basile.\n')
const fileOf = (bytes: Buffer, name: string): unknown => [
  { hash: sha256(bytes).toString('hex'), name, type: 'text/plain', size: bytes.length },
]

/**
 * The entries of docs/wire-format.md, then a fork whose branches conflict, an edit made before a
 * base, a forgetting, a file in each space.
 */
function entries(): readonly Made[] {
  const held = vectors()
  const make = entryMaker()
  const a = make('third', 'commons', [
    need(
      { title: { value: 'Un four à pain' }, files: { value: fileOf(COMMONS_FILE, 'four.txt') } },
      5,
    ),
  ])
  const over = (value: string) => [need({ title: { value, over: [a.name] } }, 5)]
  const b = make('third', 'commons', over('Un four à pain, le samedi'))
  const clone = make(
    'third',
    'commons',
    over('Un four à pain, le dimanche'),
    { after: a, wall: a.entry.wall + 60_000 },
    true,
  )
  const late = make('third', 'commons', [need({ detail: { value: { yjs: UPDATES.hedges } } })])
  const forgets = make(
    'second',
    'commons',
    [forgetting(['second', 'commons', 2, 0, 'made-1'])],
    { after: held.at(-1) },
    true,
  )
  const waits = make('second', 'commons', [
    title('Au-dessus de ce qui n’est pas venu', lostWrite()),
  ])
  const key = make(
    'second',
    'network',
    [need({ files: { value: fileOf(NETWORK_FILE, 'clé.txt') } }, 3)],
    { after: held[6] },
    true,
  )
  return [...held, a, b, clone, late, forgets, waits, key]
}
/** A write of an entry that nobody carries. */
const lostWrite = (): Made => entryMaker()('first', 'network', [title('perdu')])

/** What a box of this release packs: the second box, for the third. */
export async function freshBundle(): Promise<Buffer> {
  const log = openMemory(fixedBox(2))
  for (const { bytes, signature, flesh } of entries()) {
    const signed = { bytes, signature, flesh }
    inside(log, () => admitAny(log, validated(signed), signed))
  }
  const held = new Map(
    [COMMONS_FILE, NETWORK_FILE].map(bytes => [sha256(bytes).toString('hex'), bytes]),
  )
  return packed(log, { for: [fixedBox(READER).name], file: (_space, hash) => held.get(hash) })
}

/** A text that hardly folds, the same each time. */
const longText = (n: number): string =>
  Array.from({ length: 24 }, (_, i) => hashText(sha256(Buffer.from(`${n} ${i}`)))).join(' ')

/**
 * What `bundle-0.1.0-2.cocote` was made by: the second box answers the third, within bounds. Its
 * manifest says all that one can: whom it takes, what came to it without flesh or without its file,
 * how far it goes, and what the next one is to be made against.
 */
export async function boundedBundle(): Promise<Buffer> {
  const log = openMemory(fixedBox(2))
  const make = entryMaker()
  const seen = make('first', 'commons', [need({ title: { value: 'Une échelle' } })])
  const hollow = make('first', 'commons', [
    need({ title: { value: 'Une échelle de six mètres', over: [seen.name] } }),
  ])
  const lacking = make('third', 'commons', [
    need({ files: { value: fileOf(COMMONS_FILE, 'four.txt') } }, 2),
  ])
  const own = make('second', 'commons', [need({ title: { value: 'Un broyeur' } }, 3)])
  const confided = Array.from({ length: 12 }, (_, n) =>
    make('second', 'network', [need({ title: { value: longText(n) } }, 10 + n)]),
  )
  for (const { bytes, signature, flesh, entry } of [
    seen,
    { ...hollow, flesh: [] },
    lacking,
    own,
    ...confided,
  ]) {
    const signed = { bytes, signature, flesh }
    inside(log, () => {
      admitAny(log, validated(signed), signed)
      noteMissingFiles(log, entryIdOf(log, entry.feed, entry.seq, sha256(bytes))!, () => false)
    })
  }
  inside(log, () => {
    for (const n of [1, READER]) setPeerMark(log, fixedBox(n).name, { paired: true })
  })
  const alreadyOffered = {
    commons: { [seen.entry.feed]: [[seen.entry.seq, seen.name.hash8]] },
    network: {},
  } as const
  return packed(log, { for: [fixedBox(READER).name], softLimit: 4_000, alreadyOffered })
}
