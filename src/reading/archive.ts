import { BadArchive, ZipFile } from '../zip/read.ts'
import { Unreadable } from './unreadable.ts'

/** All that the parts of one document may unpack to. Units: bytes. */
const MOST_UNFOLDED = 20_000_000

/**
 * The parts of a document that is a ZIP: a .docx, an .odt, an .ods.
 *
 * Law     never unpacks more than `MOST_UNFOLDED` bytes in all, whatever the file announces.
 * Errors  Unreadable (`cutArchive`, `damaged`, `encrypted`, `swollen`).
 */
export class Archive {
  readonly #zip: ZipFile
  #left = MOST_UNFOLDED

  constructor(bytes: Uint8Array) {
    this.#zip = said(() => new ZipFile(bytes, { isDocument: true }))
  }

  get names(): readonly string[] {
    return [...new Set(this.#zip.parts.map(({ name }) => name))]
  }

  has(name: string): boolean {
    return this.#zip.find(name) !== undefined
  }

  /** One part, or undefined where the archive has none of that name. */
  part(name: string): Uint8Array | undefined {
    const part = this.#zip.find(name)
    if (!part) return undefined
    const bytes = said(() => this.#zip.wholeNow(part, this.#left))
    this.#left -= bytes.length
    return bytes
  }
}

const FAULTS = {
  cut: 'cutArchive',
  notZip: 'cutArchive',
  locked: 'encrypted',
  damaged: 'damaged',
  path: 'damaged',
  twice: 'damaged',
} as const
function said<T>(read: () => T): T {
  try {
    return read()
  } catch (error) {
    if (!(error instanceof BadArchive)) throw error
    throw error.code === 'swollen'
      ? Unreadable.of('swollen', { most: MOST_UNFOLDED })
      : Unreadable.of(FAULTS[error.code], {})
  }
}
