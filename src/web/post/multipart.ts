import { open, rm } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { BusboyConfig, BusboyInstance } from '@fastify/busboy'
import { CutForm, MOST_PARTS, TooManyNames } from './form-names.ts'

/**
 * A form whose one file went to the disk as it came. `file`: its size in bytes; undefined when none
 * was chosen.
 */
export type Received = Readonly<{
  fields: Readonly<Record<string, string>>
  bytes: number | undefined
}>

const LARGEST_FIELD = 16 * 1024
const MOST_FIELDS = 60
/** The longest head of a part. A longer part is dropped. */
const LARGEST_HEAD = 8 * 1024
const LARGEST_NAMES = 4 * 1024

/** Where the bytes of a file go. */
export type PartSink = Readonly<{
  write: (bytes: Buffer) => Promise<void>
  end: () => Promise<void> | undefined
}>
/** The head of a file in a form. `filename` is empty when none was chosen. */
export type PartHeader = Readonly<{ name: string; filename: string; type: string }>

/**
 * Receives the parts of a form. Both functions are called in the order of the parts, and either may
 * throw to refuse the form.
 */
export type Receiver = Readonly<{
  text: (name: string, text: string) => void
  file: (head: PartHeader) => PartSink
}>

/**
 * Reads a form piece by piece: texts in memory, the file of the field `named` into `to`. Other
 * files are dropped.
 *
 * Shape   `mayCome`: decides by the texts before the file whether it is written; asked once.
 * Law     One piece is in memory at a time. The file is whole on the disk when this returns, and
 *         deleted when it throws.
 * Errors  CutForm; those of the disk.
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
  const file = await open(to, 'w', 0o600)
  const fields: Fields = {}
  let bytes: number | undefined
  const fileOf = ({ name, filename }: PartHeader): PartSink => {
    const isMeant =
      name === named && filename !== '' && bytes === undefined && mayCome(firstOf(fields))
    if (!isMeant) return NOWHERE
    bytes = 0
    return {
      write: async piece => {
        await file.writeFile(piece)
        bytes = (bytes ?? 0) + piece.length
      },
      end: () => undefined,
    }
  }
  try {
    await receiveParts(body, contentType, { text: textInto(fields), file: fileOf }, FEW_TEXTS)
    return { fields: firstOf(fields), bytes }
  } catch (error) {
    await rm(to, { force: true })
    throw error
  } finally {
    await file.close()
  }
}
/** The target of files to drop. */
export const NOWHERE: PartSink = { write: async () => undefined, end: () => undefined }

/**
 * Reads a form piece by piece, each file into the target that `fileOf` gives by field and file
 * name.
 *
 * Shape   every text under a name, in the order in which they came.
 * Law     One piece is in memory at a time. The caller closes what `fileOf` opened, after an error
 *         too.
 * Errors  CutForm; those of `fileOf`.
 */
export async function receiveEach(
  body: AsyncIterable<Uint8Array>,
  contentType: string,
  fileOf: (head: PartHeader) => PartSink,
): Promise<Fields> {
  const fields: Fields = {}
  await receiveParts(body, contentType, { text: textInto(fields), file: fileOf }, FEW_TEXTS)
  return fields
}
type Fields = Record<string, string[]>

const firstOf = (fields: Fields): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(fields).map(([name, all]) => [name, all[0] ?? '']))
const textInto =
  (fields: Fields) =>
  (name: string, text: string): void => {
    if (name === '__proto__') return
    if (Object.hasOwn(fields, name)) fields[name]!.push(text)
    else fields[name] = [text]
  }

type Limits = NonNullable<BusboyConfig['limits']>
const FEW_TEXTS: Limits = { fieldSize: LARGEST_FIELD, fields: MOST_FIELDS }

/**
 * Reads a form piece by piece, each part given to `receiver`.
 *
 * Law     one file at a time: the next begins when the one before it has ended, and no piece is
 *         read while a file that has wholly come still waits.
 * Errors  CutForm: the form was cut on its way, was made by no browser, or has more text than
 *         `limits`. TooManyNames: it has more parts than any form. Errors of `receiver` and of
 *         `body` go through as they are.
 */
export async function receiveParts(
  body: AsyncIterable<Uint8Array>,
  contentType: string,
  receiver: Receiver,
  limits: Limits = {},
): Promise<void> {
  const parser = await parserOf(contentType, limits)
  const files = new Files()
  let failure: unknown
  const fail = (error: unknown): void => {
    failure ??= error
    parser.destroy(error as Error)
  }
  listens(parser, receiver, files, fail)
  try {
    await pipeline(inStep(body, files, fail), parser)
    await files.all
  } catch (error) {
    failure ??= new CutForm(String(error))
    await files.drop()
    throw failure
  }
}

/** Errors  CutForm: the header of the request names no boundary. */
async function parserOf(contentType: string, limits: Limits): Promise<BusboyInstance> {
  const { Busboy } = await import('@fastify/busboy')
  try {
    return new Busboy({
      headers: { 'content-type': contentType },
      isPartAFile: (_name, _type, filename) => filename !== undefined,
      preservePath: true,
      limits: {
        parts: MOST_PARTS,
        headerSize: LARGEST_HEAD,
        fieldSize: Number.POSITIVE_INFINITY,
        ...limits,
      },
    })
  } catch (error) {
    throw new CutForm(String(error))
  }
}

function listens(
  parser: BusboyInstance,
  { text, file }: Receiver,
  files: Files,
  fail: (error: unknown) => void,
): void {
  const tried = (work: () => void): void => {
    if (parser.destroyed) return
    try {
      work()
    } catch (error) {
      fail(error)
    }
  }
  parser.on('partsLimit', () => fail(new TooManyNames('too many parts')))
  parser.on('fieldsLimit', () => fail(new CutForm('too many texts')))
  parser.on('field', (name = '', value, _, isCut) =>
    tried(() => {
      if (isCut) throw new CutForm('too much text')
      text(shortly(name), value)
    }),
  )
  parser.on('file', (name = '', stream, filename, _, type) => {
    stream.on('error', () => fail(new CutForm('the form was cut')))
    tried(() => {
      shortly(`${name}${filename}${type}`)
      files.add(stream, file({ name, filename, type }), fail)
    })
  })
}
function shortly(names: string): string {
  if (names.length > LARGEST_NAMES) throw new CutForm('too long a head')
  return names
}

/** The files of a form, each written when those before it are. */
class Files {
  /** Ends when each file that came so far is written; fails with the first that failed. */
  all: Promise<void> = Promise.resolve()
  /** The wait for all files but the last one, which may still be coming. */
  before = this.all
  readonly #streams: Readable[] = []

  add(stream: Readable, part: PartSink, fail: (error: unknown) => void): void {
    this.#streams.push(stream)
    this.before = this.all
    this.all = this.all.then(() => poured(stream, part))
    this.all.catch(fail)
  }

  /** Lets go of all that is not written yet. Ends when nothing writes any more. */
  async drop(): Promise<void> {
    for (const stream of this.#streams) stream.destroy()
    await this.all.catch(() => undefined)
  }
}

async function poured(stream: Readable, part: PartSink): Promise<void> {
  for await (const piece of stream) await part.write(piece as Buffer)
  await part.end()
}

/** The pieces of a body, the next one read when no file waits that has wholly come. */
async function* inStep(
  body: AsyncIterable<Uint8Array>,
  files: Files,
  fail: (error: unknown) => void,
): AsyncGenerator<Uint8Array> {
  try {
    for await (const piece of body) {
      yield piece
      await files.before
    }
  } catch (error) {
    fail(error)
    throw error
  }
}
