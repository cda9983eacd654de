import type { Context } from 'hono'
import type { Input } from '../../core/form/input.ts'
import { monotonicNow } from '../pages/kit.ts'
import type { Server } from '../server-parts.ts'
import { type Visit, wasSignedIn } from '../session/visit.ts'
import {
  CutForm,
  collectNames,
  inputIn,
  MOST_NAMES,
  MOST_NAMES_KNOWN,
  MOST_PARTS,
  MOST_PARTS_KNOWN,
  type MostNames,
  pairsIn,
} from './form-names.ts'
import { type PartHeader, type PartSink, receiveParts } from './multipart.ts'
import { MOST_PICTURE_BYTES } from './pictures.ts'

/** A file of a form, in memory. A file over the limit is cut one byte beyond it. */
export type SentFile = Readonly<{ field: string; name: string; type: string; bytes: Uint8Array }>
export type Posted = Readonly<{ input: Input; own: Input; files: readonly SentFile[] }>

/** The form’s own fields, which no command sees. */
const OWN: ReadonlySet<string> = new Set(['tour', 'jeton', 'vu', 'from'])

/**
 * A form's body, url-encoded or multipart, read as it comes.
 *
 * Law     holds one copy of it; looks at each name once; a stranger's names are at most 500, and
 *         what comes after is not read.
 * Errors  CutForm, TooManyNames.
 */
export async function posted(c: Context, server: Server, visit: Visit): Promise<Posted> {
  const type = c.req.header('content-type') ?? ''
  const body = paced(bodyOf(c))
  const most = mostNames(server, visit)
  if (!type.startsWith('multipart/form-data'))
    return { ...splitForm(inputIn(pairsIn(await textOf(body)), most)), files: [] }
  const parts = visit.session === undefined ? MOST_PARTS : MOST_PARTS_KNOWN
  const { input, files } = await held(body, type, most, parts)
  return { ...splitForm(input), files }
}

/**
 * The limit of names: higher when somebody is signed in or was when the form was made, so that no
 * long form is lost with its visit.
 */
const mostNames =
  (server: Server, visit: Visit): MostNames =>
  begun => {
    const isKnown =
      visit.session !== undefined ||
      wasSignedIn(server.local.secret, begun.get('jeton')?.[0] ?? '', monotonicNow(server.source))
    return isKnown ? MOST_NAMES_KNOWN : MOST_NAMES
  }

export const bodyOf = (c: Context): AsyncIterable<Uint8Array> =>
  (c.req.raw.body as unknown as AsyncIterable<Uint8Array> | null) ?? nothing()
async function* nothing(): AsyncGenerator<Uint8Array> {}

async function textOf(body: AsyncIterable<Uint8Array>): Promise<string> {
  const pieces: Uint8Array[] = []
  for await (const piece of body) pieces.push(piece)
  return Buffer.concat(pieces).toString('utf8')
}

async function held(
  body: AsyncIterable<Uint8Array>,
  type: string,
  most: MostNames,
  parts: number,
): Promise<Readonly<{ input: Input; files: SentFile[] }>> {
  const all = collectNames(most)
  const files: SentFile[] = []
  const file = ({ name, filename, type: kind }: PartHeader): PartSink => {
    all.count()
    return heldWhole(bytes => files.push({ field: name, name: filename, type: kind, bytes }))
  }
  await receiveParts(body, type, { text: all.add, file }, { parts })
  return { input: all.input(), files }
}
function heldWhole(keep: (bytes: Uint8Array) => void): PartSink {
  const pieces: Uint8Array[] = []
  let size = 0
  return {
    write: async piece => {
      const left = MOST_PICTURE_BYTES + 1 - size
      if (left > 0) pieces.push(piece.subarray(0, left))
      size += piece.length
    },
    end: async () => {
      if (size > 0) keep(Buffer.concat(pieces))
    },
  }
}

/**
 * The least bytes a minute and the longest time of a form: a slow sender holds a place that others
 * wait for.
 */
const [LEAST_A_MINUTE, MINUTE, LONGEST_MINUTES] = [64 * 1024, 60_000, 10]
export type UploadPace = Readonly<{ least?: number; minutes?: number; now?: () => number }>

/**
 * The pieces of a body, while they come fast enough. `web/listening.ts` cuts a silent connection.
 *
 * Errors  CutForm.
 */
export async function* paced(
  body: AsyncIterable<Uint8Array>,
  {
    least = LEAST_A_MINUTE,
    minutes = LONGEST_MINUTES,
    now = () => performance.now(),
  }: UploadPace = {},
): AsyncGenerator<Uint8Array> {
  const began = now()
  let [since, bytes] = [began, 0]
  for await (const piece of body) {
    bytes += piece.length
    yield piece
    if (now() - since < MINUTE) continue
    if (bytes < least || now() - began >= minutes * MINUTE) throw new CutForm('too slow')
    since = now()
    bytes = 0
  }
}

/**
 * Parts a form into the command’s input and the form’s own fields. The own fields come first; a
 * later field of the same name is the record’s (*de la part de*, `from`).
 */
export function splitForm(all: Input): Readonly<{ input: Input; own: Input }> {
  const own: Record<string, string> = {}
  const input: Record<string, string | readonly string[]> = {}
  for (const [key, value] of Object.entries(all)) {
    if (!OWN.has(key)) input[key] = value
    else {
      const [first = '', ...rest] = typeof value === 'string' ? [value] : value
      own[key] = first
      if (rest.length > 0) input[key] = rest.length > 1 ? rest : (rest[0] ?? '')
    }
  }
  return { input, own }
}
