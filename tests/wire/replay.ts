import { readBody } from '../../src/contract/letter.ts'
import { Damaged, isBoxName, isFeedName, isSeq } from '../../src/core/change.ts'
import { givenSource } from '../../src/core/given.ts'
import { base32 } from '../../src/core/id.ts'
import { readJson } from '../../src/core/json.ts'
import { isMadeId, madeSource } from '../../src/core/made.ts'
import { proseText } from '../../src/core/prose.ts'
import { isStamp, nextStamp, type Stamp, witness } from '../../src/core/stamp.ts'
import { fleshHash, hashText, sha256 } from '../../src/log/bytes.ts'
import { validated } from '../../src/log/ingest.ts'
import { givenId } from '../../src/projection/given.ts'
import { leastOf } from '../../src/projection/joined.ts'
import { madeId } from '../../src/projection/made.ts'
import { decryptBundle, identityOf, recipientOf } from '../../src/sync/bundle/encrypt.ts'
import { entriesOfPage } from '../../src/sync/bundle/frames.ts'
import { readManifest, readSealedSection } from '../../src/sync/bundle/manifest.ts'
import { BundleFault } from '../../src/sync/intake/fault.ts'
import { lastStateOf, noteManifest } from '../../src/sync/session/heard.ts'
import { setPeerMark } from '../../src/sync/trust/marks.ts'
import { BadArchive } from '../../src/zip/read.ts'
import { delivered, trusting } from '../exchange/carry.ts'
import { fixedBox, inside, NOON, openMemory } from './boxes.ts'
import { bytesOf, type Carried, signedFrom, type Text, url } from './making.ts'
import { type GivenLacking, type GivenSet, lackingOf, setOf, wordsOf } from './replay-sets.ts'

/**
 * What the code gives for each kind of vector, from what the file alone says: to be held against
 * what the file says that it gives.
 */
/** The words that docs/wire-format.md gives to what is damaged, by what the door says of it. */
const WORDS: readonly (readonly [RegExp, string])[] = [
  [/too large/, 'size'],
  [/UTF-8/, 'utf-8'],
  [/not JSON|^value: /, 'json'],
  [/^over points outside/, 'over'],
  [/written twice/, 'twice'],
  [/^signature$/, 'signature'],
  [/^flesh (without|comes|is not)/, 'flesh'],
]
function doorOf(given: Carried): string {
  try {
    validated(signedFrom(given))
    return 'taken'
  } catch (error) {
    if (!(error instanceof Damaged)) throw error
    return WORDS.find(([says]) => says.test(error.message))?.[1] ?? 'shape'
  }
}
function refusalOr<T>(work: () => T): T | string {
  try {
    return work()
  } catch (error) {
    if (error instanceof BundleFault) return error.code
    throw error
  }
}
const isRead = (text: string): boolean => {
  try {
    readJson(text)
    return true
  } catch {
    return false
  }
}

const NAMED: Readonly<Record<string, (name: never) => boolean>> = {
  box: isBoxName,
  feed: isFeedName,
  seq: isSeq,
  stamp: isStamp,
  made: isMadeId,
}
type Receipt = { manifest: Carried; section?: string; reader: number }
function receiptOf({ manifest, section, reader }: Receipt): unknown {
  const log = openMemory(fixedBox(reader))
  const read = readManifest(bytesOf(manifest.bytes), url(manifest.signature))
  inside(log, () => {
    setPeerMark(log, read.box, { paired: true })
    noteManifest(
      log,
      {
        manifest: read,
        network: section === undefined ? undefined : readSealedSection(Buffer.from(section)),
      },
      NOON,
    )
  })
  return lastStateOf(log, read.box)
}
async function bundleOf({
  zip,
  reader,
  from,
}: {
  zip: string
  reader: number
  from: number[]
}): Promise<unknown> {
  const log = openMemory(fixedBox(reader))
  try {
    const boxes = from.map(n => fixedBox(n).name)
    const { taken, faults, stopped, isSealed } = await delivered(
      log,
      url(zip),
      trusting(log, ...boxes),
    )
    return {
      taken,
      faults,
      stopped: [...stopped.values()].map(({ feed, seq, why }) => [feed, seq, why]),
      isSealed,
    }
  } catch (error) {
    if (error instanceof BundleFault || error instanceof BadArchive) return error.code
    throw error
  }
}

const REPLAYS: Readonly<Record<string, (given: never) => unknown>> = {
  key: async ({ seed }: { seed: number }) => {
    const box = fixedBox(seed)
    return {
      box: box.name,
      recipient: await recipientOf(box.name),
      identity: await identityOf(box),
    }
  },
  recipient: async ({ box }: { box: string }) => (await recipientOf(box)) ?? null,
  letter: ({ text }: { text: Text }) => readBody(bytesOf(text).toString('utf8')) ?? null,
  word: (given: GivenSet) => wordsOf(given),
  'base 32': ({ hex }: { hex: string }) => base32(Buffer.from(hex, 'hex')),
  name: ({ what, name }: { what: string; name: never }) => NAMED[what]!(name),
  stamp: ({ last, now }: { last?: Stamp; now: number }) => nextStamp(last, now),
  witness: ({ own, seen, now }: { own?: Stamp; seen: Stamp; now: number }) =>
    witness(own, seen, now),
  json: ({ text }: { text: Text }) => isRead(bytesOf(text).toString('utf8')),
  flesh: ({ salt, value }: { salt: string; value: string }) =>
    fleshHash(Buffer.from(salt, 'hex'), value),
  'made field': (given: Parameters<typeof madeSource>[0]) => ({
    hashed: madeSource(given),
    field: madeId(given),
  }),
  given: ({ kind, key }: { kind: string; key: string }) => ({
    hashed: givenSource(kind, key),
    id: givenId(kind, key),
  }),
  entry: doorOf,
  set: (given: GivenSet) => setOf(given),
  lacking: (given: GivenLacking) => lackingOf(given),
  text: ({ updates }: { updates: string[] }) =>
    proseText(updates.map(update => Buffer.from(update, 'base64'))),
  joined: ({ joins }: { joins: string[][] }) => Object.fromEntries(leastOf(joins)),
  manifest: ({ bytes, signature }: Carried) =>
    refusalOr(() => readManifest(bytesOf(bytes), url(signature)) && 'opens'),
  page: ({ zstd }: { zstd: string }) =>
    refusalOr(() =>
      entriesOfPage(url(zstd), 'page').map(one => [hashText(sha256(one.bytes)), one.flesh.length]),
    ),
  sealed: async ({ seed, sealed }: { seed: number; sealed: string }) => {
    const open = await decryptBundle(url(sealed), await identityOf(fixedBox(seed)))
    return open ? Buffer.from(open).toString('utf8') : null
  },
  receipt: receiptOf,
  bundle: bundleOf,
}
export const replay = async (kind: string, given: unknown): Promise<unknown> =>
  REPLAYS[kind]!(given as never)
