import type { Context, Hono } from 'hono'
import type { Brick } from '../../../contract/brick.ts'
import type { Command } from '../../../contract/command.ts'
import type { Refusal } from '../../../contract/decision.ts'
import type { AnyLargeFileEndpoint, LargeFilePerson } from '../../../contract/heavy.ts'
import type { Input } from '../../../core/form/input.ts'
import { errorCode } from '../../../core/narrow.ts'
import type { FileRef } from '../../../core/schema.ts'
import type { BrickWords } from '../../../core/type-words.ts'
import { wordedRefusal } from '../../../engine/worded.ts'
import {
  diskOf,
  type FreeSpace,
  heavyUsed,
  type Incoming,
  incoming,
  keepTouched,
  roomLeft,
} from '../../../files/large-files.ts'
import { FULL } from '../../../log/sqlite.ts'
import { monotonicNow } from '../../../web/pages/kit.ts'
import { sayLeaf } from '../../../web/pages/respond.ts'
import { failed } from '../../../web/post/again.ts'
import { bodyOf, paced, splitForm } from '../../../web/post/form-in.ts'
import { CutForm } from '../../../web/post/form-names.ts'
import { isFilledByAnother, isOurs } from '../../../web/post/from-here.ts'
import {
  NOWHERE,
  type PartHeader,
  type PartSink,
  receiveEach,
} from '../../../web/post/multipart.ts'
import { takeTurn } from '../../../web/post/post.ts'
import { signedRef } from '../../../web/post/sent-files.ts'
import type { Server } from '../../../web/server-parts.ts'
import { limit, personOf } from '../../../web/session/limits.ts'
import { notOurs, signInLeaf } from '../../../web/session/signin.ts'
import type { Visit } from '../../../web/session/visit.ts'
import { webWords } from '../../../web/words.ts'
import { Coming } from './coming.ts'
import { heavyWords } from './words.ts'

/** `disk`: what is free, asked of the system; given in tests. */
export type LargeFileServices = Readonly<{ folder: string; disk?: () => Promise<FreeSpace> }>
export type HeavyBrick = Readonly<{
  brick: Brick
  endpoint: AnyLargeFileEndpoint
  command: Command<BrickWords>
}>

/** The bricks that take heavy files, each with the verb that names them. */
export const heavyBricks = (bricks: readonly Brick[]): readonly HeavyBrick[] =>
  bricks.flatMap(brick => {
    const endpoint: AnyLargeFileEndpoint | undefined = brick.heavy
    const command = endpoint && brick.commands.find(one => one.name === endpoint.command)
    return endpoint && command ? [{ brick, endpoint, command }] : []
  })

/** The texts of a form, beside its files. Units: bytes. */
const AROUND_BYTES = 256 * 1024
const LARGEST_BYTES = 64 * 1024 ** 3
const QUARTER = 900_000
/** A film on a bad Wi-Fi; less than a form's least of bytes a minute ends it before. */
const LONGEST_MINUTES = 360

/** Where heavy files are sent: their form is read piece by piece, and never held. */
export function heavyInRoutes(app: Hono, server: Server, services: LargeFileServices): void {
  const posts = limit({ each: 60, all: 400, spanMs: QUARTER })
  for (const found of heavyBricks(server.source.bricks)) {
    const coming = new Coming()
    server.largest.set(found.command.path, LARGEST_BYTES)
    app.post(found.command.path, (c, next) => {
      if (!(c.req.header('content-type') ?? '').startsWith('multipart/form-data')) return next()
      const visit = server.visit(c)
      const w = webWords(visit.lang)
      if (visit.by !== 'keeper' && !posts.take(personOf(visit), monotonicNow(server.source)))
        return Promise.resolve(
          server.answer(c, visit, sayLeaf(w.tooMany, [w.tooManyDo], visit), { status: 429 }),
        )
      return letIn(c, { server, services, found, coming, visit })
    })
  }
}

type At = Readonly<{
  server: Server
  services: LargeFileServices
  found: HeavyBrick
  coming: Coming
  visit: Visit
}>

/**
 * What is known before the first byte is weighed first: who asks, where it would go, how much it
 * is, how much is left.
 */
async function letIn(c: Context, at: At): Promise<Response> {
  const { server, found, coming, visit } = at
  const w = webWords(visit.lang)
  const length = Number(c.req.header('content-length') ?? Number.NaN)
  const origin = c.req.header('origin')
  if (origin !== undefined && origin !== 'null' && !isOurs(c, server, visit, {}))
    return notOurs(c, server, visit)
  if (!Number.isFinite(length))
    return server.answer(c, visit, sayLeaf(w.cutForm, [w.cutFormDo], visit), { status: 411 })
  const end = coming.allows(visit, length)
  if (!end)
    return server.answer(c, visit, sayLeaf(w.tooMany, [w.tooManyDo], visit), { status: 429 })
  try {
    const room = await roomFor(at, length)
    const opened = found.endpoint.admit(askerOf(visit), visit.query, room, server.source.read)
    if ('refused' in opened) return saidNo(c, at, wordedBy(at, opened), 403)
    const most = Math.min(room, opened.maxFileBytes * opened.maxFiles) + AROUND_BYTES
    if (length > most)
      return saidNo(
        c,
        at,
        { refused: heavyWords(visit.lang).tooLarge(Math.min(room, opened.maxFileBytes)) },
        413,
      )
    return await received(c, at, opened)
  } catch (error) {
    if (errorCode(error) === 'ENOSPC') return failed(c, server, visit, FULL)
    throw error
  } finally {
    end()
  }
}

/** What the others are sending now is theirs already. */
async function roomFor({ server, services, found, coming }: At, own: number): Promise<number> {
  const { free } = await (services.disk ?? (() => diskOf(services.folder)))()
  return roomLeft({
    free,
    used: heavyUsed(services.folder),
    coming: coming.bytes() - own,
    share: found.endpoint.share(server.source.read),
  })
}

const askerOf = ({ by, me }: Visit): LargeFilePerson => ({
  by,
  ...(me === undefined ? {} : { me }),
})

/**
 * Before any byte was kept: the page of the form again, with the sentence; else the sentence alone.
 */
function saidNo(
  c: Context,
  { server, visit }: At,
  { refused, field }: Refusal<string>,
  status: number,
): Response {
  const from = new URL(c.req.header('referer') ?? 'http://here/', 'http://here').pathname
  const leaf = server.leafAt(
    from,
    { ...visit, path: from },
    { input: {}, refused, ...(field ? { field } : {}) },
  )
  const w = webWords(visit.lang)
  return server.answer(c, visit, leaf ?? sayLeaf(w.forbidden, [refused], visit), {
    status,
    cache: 'none',
  })
}

type Taken = Readonly<{ ref: FileRef }> | Refusal<string>

/**
 * The form itself: each file on the disk under its hash before the turn is asked; of one that is
 * cut, nothing.
 */
async function received(
  c: Context,
  at: At,
  { maxFileBytes, maxFiles }: Readonly<{ maxFileBytes: number; maxFiles: number }>,
): Promise<Response> {
  const { server, services, found, visit } = at
  const now: { file: Incoming | undefined } = { file: undefined }
  const taken: Taken[] = []
  let meant = 0
  const fileOf = ({ name, filename }: PartHeader): PartSink => {
    if (name !== found.endpoint.field || filename === '') return NOWHERE
    if (++meant > maxFiles) return NOWHERE
    return {
      write: async piece => {
        now.file ??= await incoming(services.folder)
        // What is too large goes nowhere, and says so at its end.
        if (now.file.size() <= maxFileBytes) await now.file.write(piece)
      },
      end: async () => {
        const file = now.file ?? (await incoming(services.folder))
        now.file = file
        taken.push(
          file.size() > maxFileBytes
            ? tooLarge(visit, filename, maxFileBytes)
            : await judged(at, file, filename),
        )
        await file.drop()
        now.file = undefined
      },
    }
  }
  const aged = keepTouched(services.folder, () =>
    taken.flatMap(one => ('ref' in one ? [one.ref.hash] : [])),
  )
  try {
    const fields = await receiveEach(
      paced(bodyOf(c), { minutes: LONGEST_MINUTES, now: () => monotonicNow(server.source) }),
      c.req.header('content-type') ?? '',
      fileOf,
    )
    aged()
    return await named(c, at, inputOf(fields), taken)
  } catch (error) {
    if (error instanceof CutForm || isCut(error)) throw new CutForm(String(error))
    throw error
  } finally {
    aged()
    await now.file?.drop()
  }
}
/** A telephone that left: its connection ended before its form did. */
const isCut = (error: unknown): boolean =>
  ['ECONNRESET', 'ERR_STREAM_PREMATURE_CLOSE'].includes(String(errorCode(error)))

/** Why the brick takes it not, in words. */
const wordedBy = (
  { server, found, visit }: Pick<At, 'server' | 'found' | 'visit'>,
  why: Refusal,
): Refusal<string> =>
  wordedRefusal(server.source, { brick: found.brick.name, lang: visit.lang }, why)

const tooLarge = (visit: Visit, name: string, largest: number): Refusal<string> => ({
  refused: heavyWords(visit.lang).oneTooLarge(name.slice(0, 60), largest),
})

/**
 * Kept when the brick takes it. The name is the door's word to the brick, and the brick's to the
 * record.
 */
async function judged(
  { server, found, visit }: At,
  file: Incoming,
  filename: string,
): Promise<Taken> {
  const { head, tail } = await file.ends()
  const said = found.endpoint.inspect(
    { name: filename, size: file.size(), head, tail },
    visit.query,
    server.source.read,
  )
  if ('refused' in said) return wordedBy({ server, found, visit }, said)
  const { hash, size } = await file.keep()
  server.files?.came?.(hash)
  return { ref: { hash, name: said.name, type: said.type, size } }
}

const inputOf = (fields: Readonly<Record<string, readonly string[]>>): Input =>
  Object.fromEntries(
    Object.entries(fields).map(([name, all]) => [name, all.length > 1 ? all : (all[0] ?? '')]),
  )

/**
 * The turn that names what came. What was taken is sealed in the form that comes back: a film is
 * not sent twice for a missing word.
 */
async function named(
  c: Context,
  { server, found, visit }: At,
  input: Input,
  taken: readonly Taken[],
): Promise<Response> {
  const { input: said, own } = splitForm(input)
  const { field } = found.endpoint
  // Whoever else is signed in by now, the film is not theirs to hand over.
  if (isFilledByAnother(server, visit, own))
    return server.answer(c, visit, signInLeaf(server, visit, { least: 'neighbour' }), {
      status: 403,
      cache: 'none',
    })
  if (!isOurs(c, server, visit, own)) return notOurs(c, server, visit)
  const earlier = [said[`${field}.sent`] ?? []].flat()
  const sent = [
    ...earlier,
    ...taken.flatMap(one => ('ref' in one ? [signedRef(server, one.ref)] : [])),
  ]
  const wrong = taken.flatMap(one => ('refused' in one ? [one.refused] : []))
  const post = {
    input: {
      ...said,
      [`${field}.sent`]: sent,
      ...(wrong.length > 0 ? { refusedFiles: wrong } : {}),
    },
    own,
    files: [],
  }
  return takeTurn({ c, server, visit }, found, post)
}
