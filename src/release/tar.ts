import { VersionFault } from './fault.ts'

/** An entry of an archive. Only the kinds that this project writes are read. */
export type TarEntry = Readonly<
  | { kind: 'folder'; name: string }
  | { kind: 'file'; name: string; isRun: boolean; size: number }
  | { kind: 'link'; name: string; to: string }
>
export const BLOCK = 512
/** Two empty blocks end an archive. */
export const END = Buffer.alloc(2 * BLOCK)

/** The bytes that fill the last block of a file. */
export const filling = (size: number): Buffer => Buffer.alloc((BLOCK - (size % BLOCK)) % BLOCK)

/**
 * The header of one entry (POSIX ustar): no owner, no group, two modes, one moment for all, so that
 * the same tree gives the same bytes.
 * Errors  RangeError: a name that ustar can't hold (255 characters, cut at a slash).
 */
export function headerOf(entry: TarEntry, seconds: number): Buffer {
  const block = Buffer.alloc(BLOCK)
  const [prefix, name] = cutName(entry.kind === 'folder' ? `${entry.name}/` : entry.name)
  block.write(name, 0, 'utf8')
  const isOpen = entry.kind === 'folder' || entry.kind === 'link' || entry.isRun
  block.write(isOpen ? '0000755\0' : '0000644\0', 100, 'latin1')
  block.write('0000000\x000000000\0', 108, 'latin1')
  block.write(octal(entry.kind === 'file' ? entry.size : 0), 124, 'latin1')
  block.write(octal(seconds), 136, 'latin1')
  block.write({ folder: '5', file: '0', link: '2' }[entry.kind], 156, 'latin1')
  if (entry.kind === 'link') block.write(fitting(entry.to, 100), 157, 'utf8')
  block.write('ustar\x0000', 257, 'latin1')
  block.write(prefix, 345, 'utf8')
  block.write(`${sumOf(block).toString(8).padStart(6, '0')}\0 `, 148, 'latin1')
  return block
}

const octal = (n: number): string => `${n.toString(8).padStart(11, '0')}\0`
function fitting(text: string, most: number): string {
  if (Buffer.byteLength(text) > most) throw new RangeError(text)
  return text
}
function cutName(name: string): readonly [prefix: string, name: string] {
  if (Buffer.byteLength(name) <= 100) return ['', name]
  const cut = [...name.slice(0, -1).matchAll(/\//g)]
    .map(({ index }) => index)
    .find(at => Buffer.byteLength(name.slice(at + 1)) <= 100)
  if (cut === undefined) throw new RangeError(name)
  return [fitting(name.slice(0, cut), 155), name.slice(cut + 1)]
}

/** Its own sum counts as spaces. */
const sumOf = (block: Uint8Array): number =>
  block.reduce((sum, byte, at) => sum + (at >= 148 && at < 156 ? 32 : byte), 0)

/**
 * An entry's header; undefined: the archive's end. Errors: VersionFault, for whatever this project
 * does not write itself.
 */
export function entryFrom(block: Buffer): TarEntry | undefined {
  if (block.every(byte => byte === 0)) return undefined
  const text = (from: number, length: number): string => {
    const bytes = block.subarray(from, from + length)
    const end = bytes.indexOf(0)
    return bytes.toString('utf8', 0, end < 0 ? length : end)
  }
  const number = (from: number, length: number): number => {
    const digits = text(from, length).trim()
    if (!/^[0-7]{1,11}$/.test(digits)) throw new VersionFault('entry')
    return Number.parseInt(digits, 8)
  }
  if (number(148, 8) !== sumOf(block) || text(257, 6) !== 'ustar') throw new VersionFault('entry')
  const prefix = text(345, 155)
  const whole = `${prefix === '' ? '' : `${prefix}/`}${text(0, 100)}`
  const kind = String.fromCharCode(block[156] ?? 0)
  const [mode, size] = [number(100, 8), number(124, 12)]
  if (kind === '5' && size === 0) return { kind: 'folder', name: whole.replace(/\/$/, '') }
  if (kind === '2' && size === 0) return { kind: 'link', name: whole, to: text(157, 100) }
  // No version holds devices, pipes, hard links or extensions.
  if (kind !== '0') throw new VersionFault('entry', whole)
  return { kind: 'file', name: whole, isRun: (mode & 0o111) !== 0, size }
}
