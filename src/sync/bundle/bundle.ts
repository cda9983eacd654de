import { statSync } from 'node:fs'
import type { Signed } from '../../core/change.ts'
import type { Box } from '../../log/box.ts'
import { hashText, sha256 } from '../../log/bytes.ts'
import { BadArchive, ZipFile } from '../../zip/read.ts'
import { BundleFault } from '../intake/fault.ts'
import { decryptBundle, identityOf } from './encrypt.ts'
import { framesIn, LARGEST_PACKED, LARGEST_PAGE, unfolded } from './frames.ts'
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

/** Units   bytes. A page takes uploads of 6 MiB; more than this is no file that a page took in. */
export const LARGEST_FILE = 16 * 1024 * 1024
/** What age adds to a page: its header for each recipient, sixteen bytes every 64 KiB. */
const SEAL_ROOM = 1024 * 1024

const MADE_SO: ReadonlySet<BundleFault['code']> = new Set(['frames', 'swollen'])
const MOST_UNREADABLE = 3

/** A page as it came: its entries, or what is wrong with it. */
export type PageCome = Readonly<{
  space: SharedSpace
  name: string
  entries: readonly Signed[]
  fault?: BundleFault
}>

/**
 * A bundle that somebody brought.
 *
 * Law     reading happens at the door: the archive's list, the manifest and its signature first;
 *         then each page against the hash that the manifest gives, and no more is unfolded than a
 *         page may hold. A page that is wrong is left out alone (law 8). Holds one page at a time.
 * Errors  BadArchive, BundleFault: what makes the whole no bundle.
 */
export class Bundle {
  readonly manifest: Manifest
  /**
   * What was sealed for us, when something was. `isSealed`: something was sealed, and not for us.
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

  /** Shape   a file's path, or its bytes. `box`: who reads, for what was sealed. */
  static async open(file: string | Uint8Array, box: Box): Promise<Bundle> {
    // Nothing at all is what a copy that was cut at once leaves.
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
   * `most`: how much they may unfold to in all. Units: bytes.
   *
   * Law     a page that does not hold what its maker says was made so: the third ends the bundle,
   *         as does what goes beyond `most`. What a journey hurt (`absent`, `altered`) costs
   *         nothing to look at, and never ends it.
   */
  async *pages(most = Number.POSITIVE_INFINITY): AsyncGenerator<PageCome> {
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
          MADE_SO.has(come.fault.code) &&
          (++unreadable === MOST_UNREADABLE || left < LARGEST_PAGE)
        )
          return
      }
  }

  async #page(
    space: SharedSpace,
    page: PageListed,
    left: number,
  ): Promise<PageCome & Readonly<{ bytes: number }>> {
    const { name } = page
    try {
      const part = await partWhole(this.#zip, page.name, page.hash, LARGEST_PACKED + SEAL_ROOM)
      const folded = space === 'network' ? await opened(part, this.#box, name) : part
      const bytes = unfolded(folded, name, Math.min(left, LARGEST_PAGE))
      return { space, name, entries: framesIn(bytes, name), bytes: bytes.length }
    } catch (error) {
      if (error instanceof BundleFault) return { space, name, entries: [], fault: error, bytes: 0 }
      throw error
    }
  }

  /**
   * A file that an entry of that space names, whole and checked; undefined when the bundle does not
   * bring it, or hurt.
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
    const held = this.#files.get(space)
    if (held) return held
    const section = space === 'commons' ? this.manifest.commons : this.network
    const made = new Map((section?.files ?? []).map(file => [file.hash, file]))
    this.#files.set(space, made)
    return made
  }
  readonly #files = new Map<SharedSpace, ReadonlyMap<string, FileListed>>()
}

/** Who signed this bundle; undefined when it is none, which its delivery will say. */
export async function madeBy(file: string): Promise<string | undefined> {
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

/** Errors  BundleFault. */
async function manifestIn(zip: ZipFile): Promise<Manifest> {
  const [text, signature] = [zip.find(MANIFEST), zip.find(SIGNATURE)]
  if (!text) throw new BundleFault('notBundle')
  if (!signature) throw new BundleFault('unsigned')
  return readManifest(await zip.whole(text, LARGEST_MANIFEST), await zip.whole(signature, 64))
}

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

async function opened(bytes: Uint8Array, box: Box, name: string): Promise<Uint8Array> {
  const open = await decryptBundle(bytes, await identityOf(box))
  if (!open) throw new BundleFault('sealed', name)
  return open
}

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
