import { open, rm } from 'node:fs/promises'
import { CutForm } from './form-names.ts'

/** A form with one file, written on the disk as it comes. `file`: how many bytes came of it; undefined when none was chosen. */
export type Received = Readonly<{
  fields: Readonly<Record<string, string>>
  bytes: number | undefined
}>

const LARGEST_HEADS = 4 * 1024
const LARGEST_FIELD = 16 * 1024
const MOST_FIELDS = 60

/** Where the bytes of a part go. */
export type Part = Readonly<{
  write: (bytes: Buffer) => Promise<void>
  end: () => Promise<void> | undefined
}>

/**
 * Reads a form piece by piece: its texts are held, and the file of the field `named` goes to `to`; other files go nowhere.
 *
 * Shape   `mayCome`: whether it is written at all, by the texts that stand before it in the form; asked once.
 * Law     holds a piece and no more, whatever the sizes; the file is whole on the disk when it returns, and gone when it throws.
 * Errors  CutForm: cut on its way, or made by no browser. What the disk says.
 * Source  RFC 7578, RFC 2046 5.1.1.
 */
export async function receive(
  body: AsyncIterable<Uint8Array>,
  contentType: string,
  {
    named,
    to,
    mayCome = () => true,
  }: Readonly<{ named: string; to: string; mayCome?: (fields: Received['fields']) => boolean }>,
): Promise<Received> {
  const boundary = boundaryOf(contentType)
  const file = await open(to, 'w', 0o600)
  const fields: Fields = {}
  let bytes: number | undefined
  const fileOf = (name: string, filename: string): Part => {
    const isMeant =
      name === named && filename !== '' && bytes === undefined && mayCome(firstOf(fields))
    if (isMeant) bytes = 0
    return {
      write: async piece => {
        if (!isMeant) return
        await file.writeFile(piece)
        bytes = (bytes ?? 0) + piece.length
      },
      end: () => undefined,
    }
  }
  try {
    await split(body, boundary, partsInto(fields, fileOf))
    return { fields: firstOf(fields), bytes }
  } catch (error) {
    await rm(to, { force: true })
    throw error
  } finally {
    await file.close()
  }
}

/**
 * Reads a form piece by piece whose files each go their own way: `fileOf` says where, by the name of its field and its own.
 *
 * Shape   every text under a name, in the order in which they came.
 * Law     holds a piece and no more. What `fileOf` opened is the caller's to close, whatever comes.
 * Errors  CutForm: cut on its way, or made by no browser. What `fileOf` throws.
 */
export async function receiveEach(
  body: AsyncIterable<Uint8Array>,
  contentType: string,
  fileOf: (name: string, filename: string) => Part,
): Promise<Fields> {
  const fields: Fields = {}
  await split(body, boundaryOf(contentType), partsInto(fields, fileOf))
  return fields
}
type Fields = Record<string, string[]>

/** What stands above a part; `filename` is undefined where it is a text. */
export type Head = Readonly<{ name: string; filename: string | undefined; type: string }>
/** The same, each part going where `partOf` says, in the order in which they came. */
export const receiveParts = (
  body: AsyncIterable<Uint8Array>,
  contentType: string,
  partOf: (head: Head) => Part,
): Promise<void> => split(body, boundaryOf(contentType), partOf)

function boundaryOf(contentType: string): Buffer {
  const boundary = /boundary="?([\x20-\x7e]{1,70}?)"?(?:;|$)/.exec(contentType)?.[1]
  if (!boundary) throw new CutForm('no boundary')
  return Buffer.from(`\r\n--${boundary}`, 'latin1')
}
const firstOf = (fields: Fields): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(fields).map(([name, all]) => [name, all[0] ?? '']))
const partsInto =
  (fields: Fields, fileOf: (name: string, filename: string) => Part) =>
  ({ name, filename }: Head): Part =>
    filename === undefined ? textPart(name, fields) : fileOf(name, filename)

function textPart(name: string, fields: Fields): Part {
  const pieces: Buffer[] = []
  let size = 0
  return {
    write: async piece => {
      const count = Object.values(fields).reduce((sum, all) => sum + all.length, 0)
      if ((size += piece.length) > LARGEST_FIELD || count >= MOST_FIELDS)
        throw new CutForm('too much text')
      pieces.push(piece)
    },
    end: async () => {
      if (name === '__proto__') return
      const text = Buffer.concat(pieces).toString('utf8')
      if (Object.hasOwn(fields, name)) fields[name]!.push(text)
      else fields[name] = [text]
    },
  }
}

/** The parts between boundaries, in order. What may be the beginning of a boundary waits for the next piece. */
async function split(
  body: AsyncIterable<Uint8Array>,
  boundary: Buffer,
  partOf: (head: Head) => Part,
): Promise<void> {
  // The first boundary has no line before it.
  let held = Buffer.from('\r\n')
  let part: Part | undefined
  let isHead = false
  for await (const piece of body) {
    held = held.length === 0 ? Buffer.from(piece) : Buffer.concat([held, piece])
    for (;;) {
      if (isHead) {
        if (held.length >= 2 && held.toString('latin1', 0, 2) === '--') return
        const end = held.indexOf('\r\n\r\n')
        if (end < 0 && held.length > LARGEST_HEADS) throw new CutForm('no end of head')
        if (end < 0) break
        part = partOf(headIn(held.toString('utf8', 0, end)))
        held = held.subarray(end + 4)
        isHead = false
      }
      const at = held.indexOf(boundary)
      const ready = at < 0 ? Math.max(0, held.length - boundary.length + 1) : at
      if (ready > 0) await part?.write(held.subarray(0, ready))
      held = held.subarray(at < 0 ? ready : at + boundary.length)
      if (at < 0) break
      await part?.end()
      isHead = true
    }
  }
  throw new CutForm('the form was cut')
}

function headIn(text: string): Head {
  const line = /^content-disposition:\s*form-data(.*)$/im.exec(text)?.[1] ?? ''
  const said = (key: string): string | undefined =>
    new RegExp(`;\\s*${key}="([^"]*)"`, 'i').exec(line)?.[1]
  const type = /^content-type:[ \t]*([^\s;]+)/im.exec(text)?.[1] ?? ''
  return { name: said('name') ?? '', filename: said('filename'), type }
}
