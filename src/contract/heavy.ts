import type { Input } from '../core/form/input.ts'
import type { FileRef } from '../core/schema.ts'
import type { BrickWords } from '../core/type-words.ts'
import type { Refusal } from './decision.ts'
import type { Who } from './permission.ts'
import type { Reader } from './reader.ts'

/** The person who sends or reads a large file: their role, and their id when they are a member. */
export type LargeFilePerson = Readonly<{ by: Who; me?: string }>

/**
 * A large file that came.
 *
 * Units   bytes. `head`: its first 4 KiB at most. `tail`: its last MiB at most.
 */
export type IncomingLargeFile = Readonly<{
  name: string
  size: number
  head: Uint8Array
  tail: Uint8Array
}>

/** A large file to send: its reference, and whether everybody may read it. */
export type OutgoingLargeFile = Readonly<{ ref: FileRef; isPublic: boolean }>

/**
 * The rules of a brick for files too large to be held whole (a film). The server writes them to
 * the disk as they come (`bricks/shelf/server/intake.ts`) and sends them piece by piece
 * (`bricks/shelf/server/outlet.ts`). The brick knows their owner, their kind and their readers.
 *
 * Shape   `command`: the command that names the new file. `field`: the heavy field of `type`, and
 *         of the form.
 *         `opens`: decides before a byte is read; `room` is the free room of the disk, in bytes.
 *         `judges`: gives the plain name and the media type of the file, or the reason of its
 *         refusal.
 *         `gives`: the file of a record for this reader.
 *         `share`: the part of the disk’s free room that all these files may take, in percent.
 * Law     Pure, as commands are. The command checks again, in its turn, what `opens` let in.
 */
export type LargeFileEndpoint<W> = Readonly<{
  command: string
  type: string
  field: string
  opens: (
    asker: LargeFilePerson,
    query: Input,
    room: number,
    read: Reader,
  ) => Readonly<{ largest: number; most: number }> | Refusal
  judges: (
    came: IncomingLargeFile,
    query: Input,
    read: Reader,
  ) => Readonly<{ name: string; type: string }> | Refusal
  gives: (asker: LargeFilePerson, id: string, read: Reader) => OutgoingLargeFile | undefined
  share: (read: Reader) => number
  gather: FileCollecting<W>
}>

/**
 * The import of many large files from a USB key or a folder of this machine.
 *
 * Shape   `page`: the address where the keeper asks for it.
 *         `command`: the command that names the files. Its input `lines` is a JSON list of
 *         `CollectedLine`.
 *         `into`: the records that may take the files. A record with a season loses its earlier
 *         files.
 */
export type FileCollecting<W> = Readonly<{
  page: string
  command: string
  into: (read: Reader) => readonly Readonly<{ id: string; name: string; season: string | null }>[]
  licences: (words: W) => Readonly<Record<string, string>>
}>
/** The line of one file, in a list that came with the files. */
export type CollectedLine = Readonly<{
  hash: string
  title: string
  author: string
  about: string
  licence: string
  source: string
}>
/** The same with any words. */
export type AnyLargeFileEndpoint = LargeFileEndpoint<BrickWords>
