import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { registerHooks, stripTypeScriptTypes } from 'node:module'
import { join } from 'node:path'
import process, { env, pid } from 'node:process'
import { fileURLToPath } from 'node:url'
import { threadId } from 'node:worker_threads'
import { crc32 } from 'node:zlib'

/**
 * Our own imports are relative paths with their ending, and no link stands between two of our
 * files. Node need not look for them on the disk: to load a server takes a third less of the
 * processor. Whatever else is imported goes the usual way.
 *
 * `COCOTE_SOURCES`: a folder where our files are kept as they run, without their types and
 * comments. A process holds the text of each module as long as it lives, and one letter such as ’
 * makes all of a text take two bytes a letter. Node's own cache of compiled code is not used: it
 * holds all that it read, 33 MB for a server. Without this folder, Node strips each file by itself.
 */
const folder = env['COCOTE_SOURCES']
const ROOT = new URL('../', import.meta.url).href
const OURS = ['src/', 'seeds/', 'bin/cocote.ts'].map(path => ROOT + path)
// One file that Node strips itself takes 16 MB for as long as the process lives: its parser.
const isOurs = url => url.endsWith('.ts') && OURS.some(start => url.startsWith(start))

registerHooks({
  resolve: (specifier, context, next) =>
    specifier.startsWith('.') && specifier.endsWith('.ts') && context.parentURL !== undefined
      ? {
          url: new URL(specifier, context.parentURL).href,
          format: 'module-typescript',
          shortCircuit: true,
        }
      : next(specifier, context),
  ...(folder
    ? {
        load: (url, context, next) =>
          isOurs(url)
            ? { format: 'module', source: bareOf(fileURLToPath(url)), shortCircuit: true }
            : next(url, context),
      }
    : {}),
})

/** Raised when a kept file is made in another way. */
const FORM = 1
/** Numbers of four bytes: the sum and the length of the source, the sum of the text. */
const HEAD = 12
/** The source of this file without its types and comments: as it was kept, or made now. */
function bareOf(path) {
  const source = readFileSync(path)
  const file = join(folder, crc32(`${FORM} ${path}`).toString(36))
  const sum = crc32(source)
  const kept = read(file)
  const fits =
    kept !== undefined &&
    kept.length > HEAD &&
    kept.readUInt32LE(0) === sum &&
    kept.readUInt32LE(4) === source.length &&
    kept.readUInt32LE(8) === crc32(kept.subarray(HEAD))
  if (fits) return textOf(kept.subarray(HEAD))
  const text = packed(bare(source.toString('utf8')))
  const head = Buffer.alloc(HEAD)
  for (const [at, number] of [sum, source.length, crc32(text)].entries())
    head.writeUInt32LE(number, 4 * at)
  keep(file, Buffer.concat([head, text]))
  return textOf(text)
}

/** Each line stays where it was: an error names the line that its reader finds in the file. */
export function bare(source) {
  const code = source.replace(COMMENT, comment => comment.replace(/[^\n]+/g, ''))
  const were = code.split('\n')
  return quietly(() => stripTypeScriptTypes(code))
    .split('\n')
    .map((line, at) => (were[at].endsWith(' ') ? line : line.trimEnd()))
    .join('\n')
}
/** Comments on lines of their own. No text of ours has a line that looks like one. */
const COMMENT = /^ *\/\*[\s\S]*?\*\/ *$|^ *\/\/.*$/gm
/** Node warns that its function may change yet. It does the same for imports without a word. */
function quietly(work) {
  const { emitWarning } = process
  process.emitWarning = () => undefined
  try {
    return work()
  } finally {
    process.emitWarning = emitWarning
  }
}

/** A first byte says whether each letter takes one byte. */
function packed(text) {
  const isNarrow = !/[^\0-\xff]/.test(text)
  const bytes = Buffer.from(text, isNarrow ? 'latin1' : 'utf8')
  return Buffer.concat([Buffer.from([isNarrow ? 1 : 0]), bytes])
}
const textOf = bytes => (bytes[0] === 1 ? bytes.latin1Slice(1) : bytes.utf8Slice(1))

function read(file) {
  try {
    return readFileSync(file)
  } catch {
    return undefined
  }
}
/** Whole or not at all; a folder that can't be written keeps nothing. */
function keep(file, bytes) {
  const half = `${file}.${pid}.${threadId}`
  try {
    mkdirSync(folder, { recursive: true })
    try {
      writeFileSync(half, bytes)
      renameSync(half, file)
    } catch {
      rmSync(half, { force: true })
    }
  } catch {}
}
