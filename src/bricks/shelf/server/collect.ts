import { createReadStream } from 'node:fs'
import { lstat, open, readdir, readFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import type { CollectedLine } from '../../../contract/heavy.ts'
import type { Reader } from '../../../contract/reader.ts'
import type { Lang } from '../../../core/lang.ts'
import { normal } from '../../../core/letters/accents.ts'
import { ownJson } from '../../../core/narrow.ts'
import type { FileRef } from '../../../core/schema.ts'
import { wordedRefusal } from '../../../engine/worded.ts'
import { incoming, keepTouched } from '../../../files/large-files.ts'
import { readRows } from '../../../reading/rows.ts'
import type { HeavyBrick } from './intake.ts'
import { heavyWords } from './words.ts'

/** A file of a key, before it is taken. Units: bytes. */
export type Lying = Readonly<{ path: string; name: string; size: number }>
/** So many at once, so deep: a set that a library prepares, and not somebody's whole disk. */
const MOST_COLLECTED = 500
const DEEPEST = 4

/**
 * The files under a folder, by their path; hidden ones and what only points elsewhere are left.
 * `isMore`: there were too many.
 */
async function filesUnder(
  folder: string,
): Promise<Readonly<{ files: readonly Lying[]; isMore: boolean }>> {
  const files: Lying[] = []
  const look = async (at: string, deep: number): Promise<void> => {
    for (const entry of (await readdir(at, { withFileTypes: true })).sort((a, b) =>
      a.name < b.name ? -1 : 1,
    )) {
      if (files.length > MOST_COLLECTED) return
      const path = join(at, entry.name)
      if (entry.name.startsWith('.') || entry.name === 'System Volume Information') continue
      if (entry.isDirectory() && deep < DEEPEST) await look(path, deep + 1)
      else if (entry.isFile() && !isList(entry.name))
        files.push({ path, name: entry.name, size: (await lstat(path)).size })
    }
  }
  await look(folder, 0)
  return { files: files.slice(0, MOST_COLLECTED), isMore: files.length > MOST_COLLECTED }
}

/** *etagere.csv*, *manifeste.json*: what is said of the files beside it. */
const isList = (name: string): boolean =>
  /^(etagere|étagère|manifeste?|manifest|shelf)\.(csv|json)$/i.test(normal(name, 'NFC'))

/** What a column may be called, in French or in English. */
const COLUMNS: Readonly<Record<keyof CollectedLine | 'file', RegExp>> = {
  hash: /^$/,
  file: /^(fichier|file|nom du fichier|filename|path|chemin)$/,
  title: /^(titre|title)$/,
  author: /^(auteur|autrice|auteurs|author|de qui)$/,
  about: /^(ce que c est|description|about|resume|summary)$/,
  licence: /^(licence|license)$/,
  source: /^(source|adresse|url|origine)$/,
}
const plain = (text: string): string =>
  normal(text, 'NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z]+/g, ' ')
    .trim()

/**
 * By the path of each file as the list writes it. Errors: Unreadable, SyntaxError: a list that
 * can't be read is said, not passed over.
 */
async function listIn(folder: string): Promise<ReadonlyMap<string, Omit<CollectedLine, 'hash'>>> {
  const name = (await readdir(folder)).find(isList)
  if (name === undefined) return new Map()
  const bytes = await readFile(join(folder, name))
  const rows = /\.json$/i.test(name) ? jsonRows(bytes.toString('utf8')) : csvRows(bytes, name)
  return new Map(rows.map(({ file, ...line }) => [keyOf(file), line]))
}
const keyOf = (path: string): string =>
  normal(path, 'NFC')
    .replaceAll('\\', '/')
    .replace(/^\.?\//, '')
    .toLowerCase()

type Row = Omit<CollectedLine, 'hash'> & Readonly<{ file: string }>
function rowFrom(said: (column: keyof typeof COLUMNS) => string): Row {
  return {
    file: said('file'),
    title: said('title'),
    author: said('author'),
    about: said('about'),
    licence: said('licence'),
    source: said('source'),
  }
}
function csvRows(bytes: Uint8Array, name: string): readonly Row[] {
  const { headers, rows } = readRows(bytes, { name })
  const at = (column: keyof typeof COLUMNS): number =>
    headers.findIndex(head => COLUMNS[column].test(plain(head)))
  return rows.map(row => rowFrom(column => row[at(column)] ?? ''))
}
function jsonRows(text: string): readonly Row[] {
  const held = ownJson<unknown>(text)
  const list = Array.isArray(held)
    ? held
    : ((held as Readonly<Record<string, unknown>> | null)?.['files'] ?? [])
  return (Array.isArray(list) ? list : []).map(one => {
    const pairs = Object.entries((one ?? {}) as Readonly<Record<string, unknown>>)
    return rowFrom(column =>
      String(pairs.find(([key]) => COLUMNS[column].test(plain(key)))?.[1] ?? ''),
    )
  })
}

export type CollectedFiles = Readonly<{
  refs: readonly FileRef[]
  lines: readonly CollectedLine[]
  out: readonly string[]
}>
type CollectOf = Readonly<{
  folder: string
  from: string
  found: HeavyBrick
  into: string
  read: Reader
  lang: Lang
  /** What the disk lets in. Units: bytes. */
  room: number
  /** Each is told as it is on the disk, so that it is swept if no turn names it. */
  came?: (hash: string) => void
  progress?: (done: number, total: number) => void
}>

/**
 * Takes the files of a folder onto the shelf's disk, one after the other, each whole; a turn then
 * names them all.
 *
 * Law     holds a piece at a time. What stays out is told, with why; the rest comes.
 * Errors  what the disk says, and Unreadable of its list.
 */
export async function collectFiles(of: CollectOf): Promise<CollectedFiles> {
  const said = await listIn(of.from)
  const { files, isMore } = await filesUnder(of.from)
  const w = heavyWords(of.lang)
  const refs: FileRef[] = []
  const lines: CollectedLine[] = []
  const out: string[] = isMore ? [w.tooMany(MOST_COLLECTED)] : []
  let room = of.room
  const aged = keepTouched(of.folder, () => refs.map(ref => ref.hash))
  try {
    for (const [n, file] of files.entries()) {
      of.progress?.(n, files.length)
      if (file.size > room) {
        out.push(w.noRoom(file.name))
        continue
      }
      const taken = await takenFrom(file, of)
      if ('refused' in taken) out.push(taken.refused)
      else if (refs.every(ref => ref.hash !== taken.hash)) {
        room -= taken.size
        refs.push(taken)
        of.came?.(taken.hash)
        const line = said.get(keyOf(relative(of.from, file.path))) ?? said.get(keyOf(file.name))
        if (line) lines.push({ hash: taken.hash, ...line })
      }
    }
    return { refs, lines, out }
  } finally {
    aged()
  }
}

async function takenFrom(
  { path, name }: Lying,
  of: CollectOf,
): Promise<FileRef | Readonly<{ refused: string }>> {
  const handle = await open(path, 'r')
  const file = await incoming(of.folder)
  try {
    for await (const piece of createReadStream(path, {
      fd: handle.fd,
      autoClose: false,
      highWaterMark: 256 * 1024,
    }))
      await file.write(piece as Buffer)
    const { head, tail } = await file.ends()
    const { endpoint, brick } = of.found
    const said = endpoint.inspect(
      { name, size: file.size(), head, tail },
      { dossier: of.into },
      of.read,
    )
    if ('refused' in said)
      return wordedRefusal(
        { bricks: [brick], read: of.read },
        { brick: brick.name, lang: of.lang },
        said,
      )
    const { hash, size } = await file.keep()
    return { hash, name: said.name, type: said.type, size }
  } finally {
    await file.drop()
    await handle.close()
  }
}
