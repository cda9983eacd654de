import { isBoxName, isFeedName, isHash, isSeq, spaceOfFeed } from '../../core/change.ts'
import type { Json } from '../../core/json.ts'
import { readJson } from '../../core/json.ts'
import { isCount } from '../../core/narrow.ts'
import { type Box, signBytes, signedBy } from '../../log/box.ts'
import { type MissingFiles, MOST_FILES_ASKED } from '../../log/missing-files.ts'
import { type MissingValues, MOST_VALUES_ASKED } from '../../log/missing-values.ts'
import { BundleFault } from '../intake/fault.ts'
import { readVector, type SharedSpace, type Vector } from './vector.ts'

/**
 * The manifest of a bundle: the signed JSON that says which box made it and when, lists its pages
 * and files, and tells how far that box’s own log goes, so that the answer carries only what it
 * lacks. This file writes, signs, reads and checks it. Everything read comes from another box, and
 * is refused when its form is not that of docs/wire-format.md.
 */

/** The version of the bundle. A reader refuses a later one, and says so. */
export const BUNDLE_FORMAT = 1
/** The names of two parts of the ZIP: the manifest, and its signature (64 bytes). */
export const MANIFEST = 'manifest.json'
export const SIGNATURE = 'manifest.sig'
/** The largest manifest that a reader takes. Units   bytes. */
export const LARGEST_MANIFEST = 8 * 1024 * 1024
/**
 * The prefix of the signed bytes. It keeps an entry from passing for a manifest, and the reverse.
 */
const WORD = Buffer.from('cocote-bundle\n')

/**
 * A page in a manifest: its part’s name, its count of entries, and the SHA-256 of the part (as
 * encrypted, in the network).
 */
export type PageListed = Readonly<{ name: string; entries: number; hash: string }>
/**
 * A file in a manifest: the SHA-256 of its content in hex, as records name it, and its part’s name.
 */
export type FileListed = Readonly<{ hash: string; name: string }>

/**
 * The part of a manifest about one space: `commons`, which anybody may read, or `network`, for
 * paired boxes. A *feed* is the list of entries of one box, one epoch and one space; a *vector*
 * gives the last entry of each feed.
 *
 * Shape   `before`: the vector against which the bundle was made; empty for an empty box.
 *         `after`: the vector of everything that the box holds of the space and may give.
 *         `entries`: how many the pages hold together.
 *         `to`: the one box for which the bundle was made. `after` then includes that box’s own
 *         feeds, and is a *receipt* for them: it tells how far they came.
 *         `takes`: in the network, for `to` alone, the boxes whose entries this box accepts.
 *         `hollow`: entries that this box holds with values missing, and asks for.
 *         `lacks`: files that did not come with the entries that name them, and that this box asks
 *         for.
 *         `upTo`: the bundle reached its limit. The receiver asks for the rest from there.
 *         `asks`: the entries that the receiver offered to this box already, taken or not. The
 *         answering bundle is made against `after` and this.
 */
export type BundleSection = Readonly<{
  before: Vector
  after: Vector
  entries: number
  pages: readonly PageListed[]
  files: readonly FileListed[]
  to?: string
  hollow?: MissingValues
  lacks?: MissingFiles
  takes?: readonly string[]
  upTo?: Vector
  asks?: Vector
}>

/**
 * The manifest of a bundle, signed by the box that made it. `network`: the name and hash of the
 * part that holds the section of that space, encrypted.
 *
 * Units   `made`: milliseconds since 1970 UTC by that box’s clock.
 */
export type Manifest = Readonly<{
  box: string
  made: number
  commons: BundleSection
  network?: Readonly<{ name: string; hash: string }>
}>

/**
 * The text of a manifest, whose bytes are signed. Kind and format come first, for people who open
 * the ZIP.
 */
export function manifestText({ box, made, commons, network }: Manifest): string {
  return JSON.stringify({
    kind: 'cocote-bundle',
    format: BUNDLE_FORMAT,
    box,
    made,
    commons,
    ...(network ? { network } : {}),
  })
}
/** Signs a manifest: 64 bytes, Ed25519 over the prefix and these bytes. */
export const signManifest = (box: Box, bytes: Uint8Array): Buffer =>
  signBytes(box, Buffer.concat([WORD, bytes]))

/**
 * Reads a manifest and checks its signature.
 *
 * Law     Before the signature only the JSON, the kind, the format and the box are read. A later
 *         format may have another rule of signature, so its number is told first.
 * Errors  BundleFault `notBundle`, `newer`, `manifest`, `unsigned`.
 */
export function readManifest(bytes: Uint8Array, signature: Uint8Array): Manifest {
  const raw = object(parsed(bytes))
  if (raw['kind'] !== 'cocote-bundle') throw new BundleFault('notBundle')
  if (typeof raw['format'] === 'number' && raw['format'] > BUNDLE_FORMAT)
    throw new BundleFault('newer')
  const { box, made, network } = raw
  if (raw['format'] !== BUNDLE_FORMAT || typeof box !== 'string') throw new BundleFault('manifest')
  if (!signedBy(box, Buffer.concat([WORD, bytes]), signature)) throw new BundleFault('unsigned')
  if (!isWhole(made)) throw new BundleFault('manifest')
  const commons = readSection(raw['commons'], 'commons')
  return network === undefined
    ? { box, made, commons }
    : { box, made, commons, network: sealedIn(network) }
}

/**
 * Reads the network section, once decrypted.
 *
 * Errors  BundleFault `manifest`.
 */
export function readSealedSection(bytes: Uint8Array): BundleSection {
  return readSection(parsed(bytes), 'network')
}

function parsed(bytes: Uint8Array): Json {
  try {
    return readJson(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes))
  } catch {
    throw new BundleFault('manifest', MANIFEST)
  }
}

const FILE = /^[0-9a-f]{64}$/
/** The names that a part may have. No name from a bundle becomes a path on the disk. */
const PART: Readonly<Record<SharedSpace, RegExp>> = {
  commons: /^commons\/(\d{6}\.zst|files\/[0-9a-f]{64})$/,
  network: /^network\/\d{6}\.age$/,
}

function sealedIn(json: Json): NonNullable<Manifest['network']> {
  const { name, hash } = object(json)
  if (name !== SEALED_SECTION || !isHash(hash)) throw new BundleFault('manifest')
  return { name, hash }
}
/** The name of the part that holds the encrypted section. */
export const SEALED_SECTION = 'network/manifest.age'

function readSection(json: Json | undefined, space: SharedSpace): BundleSection {
  const raw = object(json)
  const [before, after] = [readVector(raw['before'], space), readVector(raw['after'], space)]
  const { entries } = raw
  if (!before || !after || !isWhole(entries)) throw new BundleFault('manifest')
  const pages = list(raw['pages']).map(one => readPage(object(one), space))
  const files = list(raw['files']).map(one => readFile(object(one), space))
  // A part is listed once: each listing costs a decompression.
  if (new Set([...pages, ...files].map(one => one.name)).size < pages.length + files.length)
    throw new BundleFault('manifest')
  const to = raw['to']
  const [hollow, lacks] = [readHollow(raw['hollow'], space), readLacks(raw['lacks'], space)]
  const takes = readTakes(raw['takes'])
  const asked = {
    ...(hollow ? { hollow } : {}),
    ...(lacks ? { lacks } : {}),
    ...(takes ? { takes } : {}),
  }
  const cursors = { ...cursor(raw, 'upTo', space), ...cursor(raw, 'asks', space) }
  return {
    before,
    after,
    entries,
    pages,
    files,
    ...(typeof to === 'string' ? { to } : {}),
    ...asked,
    ...cursors,
  }
}
/** One of the two optional vectors, under its key; an empty object when it is absent. */
function cursor(
  raw: Readonly<Record<string, Json>>,
  key: 'upTo' | 'asks',
  space: SharedSpace,
): Partial<Pick<BundleSection, 'upTo' | 'asks'>> {
  if (raw[key] === undefined) return {}
  const vector = readVector(raw[key], space)
  if (!vector) throw new BundleFault('manifest')
  return { [key]: vector }
}
function readTakes(json: Json | undefined): readonly string[] | undefined {
  if (json === undefined) return undefined
  const names = list(json)
  if (
    names.length > MOST_ACCEPTED ||
    !names.every(name => typeof name === 'string' && isBoxName(name))
  )
    throw new BundleFault('manifest')
  return names as readonly string[]
}
/** The most boxes that a manifest may list as accepted. */
export const MOST_ACCEPTED = 10_000
function readHollow(json: Json | undefined, space: SharedSpace): MissingValues | undefined {
  if (json === undefined) return undefined
  const feeds = Object.entries(object(json))
  const fits = ([feed, seqs]: [string, Json]): boolean =>
    isFeedName(feed) && spaceOfFeed(feed) === space && list(seqs).every(isSeq)
  const count = feeds.reduce((sum, [, seqs]) => sum + list(seqs).length, 0)
  if (count > MOST_VALUES_ASKED || !feeds.every(fits)) throw new BundleFault('manifest')
  return json as unknown as MissingValues
}
function readLacks(json: Json | undefined, space: SharedSpace): MissingFiles | undefined {
  if (json === undefined) return undefined
  const feeds = Object.entries(object(json))
  const isFile = (one: Json): boolean =>
    Array.isArray(one) &&
    one.length === 2 &&
    isSeq(one[0]) &&
    typeof one[1] === 'string' &&
    FILE.test(one[1])
  const fits = ([feed, files]: [string, Json]): boolean =>
    isFeedName(feed) && spaceOfFeed(feed) === space && list(files).every(isFile)
  const count = feeds.reduce((sum, [, files]) => sum + list(files).length, 0)
  if (count > MOST_FILES_ASKED || !feeds.every(fits)) throw new BundleFault('manifest')
  return json as unknown as MissingFiles
}
function readPage(
  { name, entries, hash }: Readonly<Record<string, Json>>,
  space: SharedSpace,
): PageListed {
  const fits =
    typeof name === 'string' && PART[space].test(name) && isWhole(entries) && isHash(hash)
  if (!fits) throw new BundleFault('manifest')
  return { name, entries, hash }
}
function readFile({ name, hash }: Readonly<Record<string, Json>>, space: SharedSpace): FileListed {
  const fits =
    typeof name === 'string' &&
    PART[space].test(name) &&
    typeof hash === 'string' &&
    FILE.test(hash)
  if (!fits) throw new BundleFault('manifest')
  return { name, hash }
}

const isWhole = (json: Json | undefined): json is number => isCount(json)
function list(json: Json | undefined): readonly Json[] {
  if (!Array.isArray(json)) throw new BundleFault('manifest')
  return json
}
function object(json: Json | undefined): Readonly<Record<string, Json>> {
  if (typeof json !== 'object' || json === null || Array.isArray(json))
    throw new BundleFault('manifest')
  return json as Readonly<Record<string, Json>>
}
