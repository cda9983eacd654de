import type { Refusal } from '../../contract/decision.ts'
import type { Input } from '../../core/form/input.ts'
import { ownJson } from '../../core/narrow.ts'
import type { FileRef, RecordType } from '../../core/schema.ts'
import { fieldNamed } from '../../engine/fields.ts'
import type { FileKeep } from '../../files/server-files.ts'
import type { Server } from '../server-parts.ts'
import type { Visit } from '../session/visit.ts'
import { webWords } from '../words.ts'
import type { Posted, SentFile } from './form-in.ts'
import { type PictureFault, pictureFrom } from './pictures.ts'
import { readSigned, signText } from './signed-text.ts'

/**
 * The files of a post. `files`: by field, for the turn. `back`: the same, signed, for a form that
 * comes back, so that nobody chooses a photo twice. `input`: the other values.
 */
export type SentFiles = Readonly<{
  input: Input
  files: Readonly<Record<string, readonly FileRef[]>>
  back: Input
  refused?: Refusal<string>
}>

/** The most files in a field without a limit of its own. */
const MOST = 20
const SENT = /^(.+)\.sent$/

/**
 * The pictures of a form, each made this box's own and stored; one that can't be taken sends the
 * form back with the others kept.
 */
export async function filesSent(
  server: Server,
  visit: Visit,
  { input, files }: Posted,
): Promise<SentFiles> {
  const rest = Object.fromEntries(Object.entries(input).filter(([key]) => !SENT.test(key)))
  const keep = server.files
  if (!keep) return { input: rest, files: {}, back: {} }
  const held: Record<string, readonly FileRef[]> = {}
  let refused: Refusal<string> | undefined
  for (const [field, most] of fieldsSent(server, input, files)) {
    const earlier = earlierOf(server, keep, input[`${field}.sent`])
    const now = files.filter(one => one.field === field)
    const taken = await takenFrom(keep, now.slice(0, most), earlier.length)
    held[field] = [...earlier, ...taken.flatMap(one => ('ref' in one ? [one.ref] : []))]
    const wrong =
      now.length > most ? webWords(visit.lang).pictures.tooMany(most) : sentenceOf(visit, taken)
    if (wrong) refused ??= { refused: wrong, field }
  }
  const back = Object.fromEntries(
    Object.entries(held).map(([field, all]) => [
      `${field}.sent`,
      all.map(ref => signedRef(server, ref)),
    ]),
  )
  return { input: rest, files: held, back, ...(refused ? { refused } : {}) }
}

/**
 * The fields of kind `files`, of any type, that this post holds something for; how many each may
 * hold.
 */
function fieldsSent(
  server: Server,
  input: Input,
  files: Posted['files'],
): readonly (readonly [field: string, most: number])[] {
  const names = new Set([
    ...files.map(one => one.field),
    ...Object.keys(input).flatMap(key => SENT.exec(key)?.[1] ?? []),
  ])
  const { read, types } = server.source
  const fieldsOf = (type: RecordType) =>
    [...names].map(name => [name, fieldNamed(read, type, name)] as const)
  const known = new Map(
    [...types.values()].flatMap(fieldsOf).filter(([, field]) => field?.kind === 'files'),
  )
  return [...known].map(([name, field]) => [name, field?.most ?? MOST] as const)
}

type Taken = Readonly<{ ref: FileRef }> | Readonly<{ name: string; why: PictureFault }>

async function takenFrom(
  keep: FileKeep,
  files: readonly SentFile[],
  before: number,
): Promise<readonly Taken[]> {
  const all: Taken[] = []
  for (const file of files) {
    const made = await pictureFrom(file.bytes)
    if (typeof made === 'string') all.push({ name: file.name, why: made })
    else {
      // The sender’s file name may tell who or where: the picture gets none.
      const small = keep.store(made.small, '', PICTURE)
      all.push({
        ref: {
          ...keep.store(made.large, `photo-${before + all.length + 1}.webp`, PICTURE),
          small: small.hash,
        },
      })
    }
  }
  return all
}
const PICTURE = 'image/webp'

function sentenceOf(visit: Visit, taken: readonly Taken[]): string | undefined {
  const wrong = taken.flatMap(one =>
    'why' in one ? [webWords(visit.lang).pictures[one.why](one.name.slice(0, 60))] : [],
  )
  return wrong.length > 0 ? wrong.join(' ') : undefined
}

/** A signed reference to a stored file, for a form: nobody can name another file. */
export const signedRef = (server: Server, ref: FileRef): string =>
  signText(server.local.secret, 'file', JSON.stringify(ref))

/**
 * Files of an earlier post of the same form, that its person left ticked. One that waited too long
 * is gone, and asked for again.
 */
function earlierOf(
  server: Server,
  keep: FileKeep,
  sent: Input[string] | undefined,
): readonly FileRef[] {
  const all = sent === undefined ? [] : typeof sent === 'string' ? [sent] : sent
  return all.slice(0, MOST).flatMap(text => {
    const opened = readSigned(server.local.secret, 'file', text)
    const ref = opened === undefined ? undefined : ownJson<FileRef>(opened)
    return ref && [ref.hash, ref.small].every(hash => hash === undefined || keep.isThere(hash))
      ? [ref]
      : []
  })
}
