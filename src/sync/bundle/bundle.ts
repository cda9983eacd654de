import { statSync } from 'node:fs'
import type { Signed } from '../../core/change.ts'
import type { Box } from '../../log/box.ts'
import { hashText, sha256 } from '../../log/bytes.ts'
import { BadArchive, ZipFile } from '../../zip/read.ts'
import { BundleFault } from '../intake/fault.ts'
import { decryptBundle, identityOf } from './encrypt.ts'
import { decompressed, entriesInFrames, LARGEST_PACKED, LARGEST_PAGE } from './frames.ts'
import {
  type BundleSection,
  type FileListed,
  LARGEST_MANIFEST,
  MANIFEST,
  type Manifest,
  type PageListed,
  readManifest,
  readSealedSection,
  SIGNATURE,
} from './manifest.ts'
import type { SharedSpace } from './vector.ts'

/**
 * A *bundle* is a ZIP file (`.cocote`) in which one box gives entries and files to another: pages
 * of entries, files, and a signed manifest that lists them. A courier carries it, or a session
 * sends it. This file opens one and gives its parts one after the other, each checked. This file
 * writes nothing into the log, and doesn’t ask whether the sender is believed.
 */

/**
 * The largest file that a bundle may carry. Pages take uploads of 6 MiB at most.
 *
 * Units   bytes.
 */
export const LARGEST_FILE = 16 * 1024 * 1024
/**
 * The bytes that age encryption adds to a part: a header for each recipient, sixteen bytes every 64
 * KiB.
 */
const SEAL_ROOM = 1024 * 1024

/** Faults of a page that a damaged copy does not have: its author made them. */
const FAULTS_OF_AUTHOR: ReadonlySet<BundleFault['code']> = new Set(['frames', 'swollen'])
/** The number of such pages that ends a bundle. */
const MOST_UNREADABLE = 3
/** Units   bytes of an Ed25519 signature. */
const SIGNATURE_BYTES = 64

/** A page of a bundle: its entries, or its fault. */
export type PageRead = Readonly<{
  space: SharedSpace
  name: string
  entries: readonly Signed[]
  fault?: BundleFault
}>

/**
 * An open bundle of another box. The *network* section holds entries that only paired boxes may
 * read; it is encrypted. The commons section is not.
 *
 * Law     The archive’s list, the manifest and its signature are checked when it opens. Each page
 *         is checked against its hash in the manifest, and decompressed up to the limit of a page.
 *         A faulty page is left out alone (law 8). One page is in memory at a time.
 * Errors  BadArchive, BundleFault: the whole file is no bundle.
 */
export class Bundle {
  readonly manifest: Manifest
  /**
   * The network section, when it was encrypted for this box. `isSealed`: it was encrypted for other
   * boxes only.
   */
  readonly network: BundleSection | undefined
  readonly isSealed: boolean
  readonly #zip: ZipFile
  readonly #box: Box

  private constructor(
    zip: ZipFile,
    box: Box,
    manifest: Manifest,
    network: BundleSection | undefined,
  ) {
    this.#zip = zip
    this.#box = box
    this.manifest = manifest
    this.network = network
    this.isSealed = manifest.network !== undefined && network === undefined
  }

  /** Opens a bundle from its path or its bytes. `box` decrypts the network section. */
  static async open(file: string | Uint8Array, box: Box): Promise<Bundle> {
    // An empty file: a copy that was cut at its start.
    if ((typeof file === 'string' ? statSync(file).size : file.length) === 0)
      throw new BadArchive('cut')
    const zip = new ZipFile(file)
    try {
      const manifest = await manifestIn(zip)
      return new Bundle(zip, box, manifest, await sealedSection(zip, box, manifest))
    } catch (error) {
      zip.close()
      throw error
    }
  }

  close(): void {
    this.#zip.close()
  }

  get entries(): number {
    return this.manifest.commons.entries + (this.network?.entries ?? 0)
  }

  /**
   * The pages of the bundle, in order. `most`: the limit of all pages together, in bytes once
   * decompressed.
   *
   * Law     A page without readable entries, or too large, is a fault of its author: the third such
   *         page ends the bundle, and the first when less than a page is left of `most`. A
   *         page that is missing or altered (a damaged copy) never ends it.
   */
  async *pages(most = Number.POSITIVE_INFINITY): AsyncGenerator<PageRead> {
    let [left, unreadable] = [most, 0]
    for (const [space, section] of [
      ['commons', this.manifest.commons],
      ['network', this.network],
    ] as const)
      for (const page of section?.pages ?? []) {
        const come = await this.#page(space, page, left)
        yield come
        left -= come.bytes
        if (
          come.fault &&
          FAULTS_OF_AUTHOR.has(come.fault.code) &&
          (++unreadable === MOST_UNREADABLE || left < LARGEST_PAGE)
        )
          return
      }
  }

  async #page(
    space: SharedSpace,
    page: PageListed,
    left: number,
  ): Promise<PageRead & Readonly<{ bytes: number }>> {
    const { name } = page
    try {
      const part = await partWhole(this.#zip, page.name, page.hash, LARGEST_PACKED + SEAL_ROOM)
      const packed = space === 'network' ? await decrypted(part, this.#box, name) : part
      const bytes = decompressed(packed, name, Math.min(left, LARGEST_PAGE))
      return { space, name, entries: entriesInFrames(bytes, name), bytes: bytes.length }
    } catch (error) {
      if (error instanceof BundleFault) return { space, name, entries: [], fault: error, bytes: 0 }
      throw error
    }
  }

  /**
   * The bytes of a file that the bundle brings, checked against its hash. Undefined when the bundle
   * does not list it, or the part is absent, too large, damaged, or encrypted for another box. The
   * next manifest of this box then asks for the file.
   */
  async file(space: SharedSpace, hash: string): Promise<Uint8Array | undefined> {
    const listed = this.#listed(space).get(hash)
    const part = listed && this.#zip.find(listed.name)
    if (!part || part.size > LARGEST_FILE) return undefined
    const bytes = await this.#zip.whole(part, LARGEST_FILE).catch(() => undefined)
    const open =
      bytes && space === 'network' ? await decryptBundle(bytes, await identityOf(this.#box)) : bytes
    return open && sha256(open).toString('hex') === hash ? open : undefined
  }

  #listed(space: SharedSpace): ReadonlyMap<string, FileListed> {
    const known = this.#files.get(space)
    if (known) return known
    const section = space === 'commons' ? this.manifest.commons : this.network
    const made = new Map((section?.files ?? []).map(file => [file.hash, file]))
    this.#files.set(space, made)
    return made
  }
  readonly #files = new Map<SharedSpace, ReadonlyMap<string, FileListed>>()
}

/** The name of the box that signed this bundle. Undefined when it can’t be read as a bundle. */
export async function signerOf(file: string): Promise<string | undefined> {
  try {
    const zip = new ZipFile(file)
    try {
      return (await manifestIn(zip)).box
    } finally {
      zip.close()
    }
  } catch {
    return undefined
  }
}

/**
 * The manifest of an archive, with its signature checked.
 *
 * Errors  BundleFault.
 */
async function manifestIn(zip: ZipFile): Promise<Manifest> {
  const [text, signature] = [zip.find(MANIFEST), zip.find(SIGNATURE)]
  if (!text) throw new BundleFault('notBundle')
  if (!signature) throw new BundleFault('unsigned')
  const bytes = await zip.whole(text, LARGEST_MANIFEST)
  return readManifest(bytes, await zip.whole(signature, SIGNATURE_BYTES))
}

/**
 * The list of the network section. Undefined in two cases: there is none, or it is not for this box
 * (`isSealed` then tells the second).
 */
async function sealedSection(
  zip: ZipFile,
  box: Box,
  { network }: Manifest,
): Promise<BundleSection | undefined> {
  if (!network) return undefined
  const bytes = await partWhole(zip, network.name, network.hash, LARGEST_MANIFEST + SEAL_ROOM)
  const open = await decryptBundle(bytes, await identityOf(box))
  return open && readSealedSection(open)
}

/** Decrypts a part. Errors  BundleFault `sealed`, when this box has no key to it. */
async function decrypted(bytes: Uint8Array, box: Box, name: string): Promise<Uint8Array> {
  const open = await decryptBundle(bytes, await identityOf(box))
  if (!open) throw new BundleFault('sealed', name)
  return open
}

/**
 * The bytes of a part.
 *
 * Errors  BundleFault, when the part is absent, too large, or not what the manifest says.
 */
async function partWhole(
  zip: ZipFile,
  name: string,
  hash: string,
  most: number,
): Promise<Uint8Array> {
  const part = zip.find(name)
  if (!part) throw new BundleFault('absent', name)
  if (part.size > most) throw new BundleFault('swollen', name)
  const bytes = await zip.whole(part, most).catch(() => undefined)
  if (!bytes || hashText(sha256(bytes)) !== hash) throw new BundleFault('altered', name)
  return bytes
}
