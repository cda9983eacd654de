import type { Input } from '../core/form/input.ts'
import type { FileRef } from '../core/schema.ts'
import type { BrickWords } from '../core/type-words.ts'
import type { Refusal } from './decision.ts'
import type { Who } from './permission.ts'
import type { Reader } from './reader.ts'

/**
 * Rules for files too large for memory, such as a film on the shelf: who may send one, of which
 * kind, who may read it. A brick declares them; the server moves the bytes, to the disk as they
 * come and to readers piece by piece. No bundle carries such files, and a backup holds them only
 * when asked.
 */

/** The sender or reader of a large file. `by`: their role. `me`: their id, for a member. */
export type LargeFilePerson = Readonly<{ by: Who; me?: string }>

/**
 * A large file that came.
 *
 * Shape   `name`: as its sender named it. `head`: its first 4 KiB, or less. `tail`: its last MiB,
 *         or less.
 * Units   bytes, for `size`.
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
 * The rules of a brick for files too large to be held whole (a film). The server writes them to the
 * disk as they come (`bricks/shelf/server/intake.ts`) and sends them piece by piece
 * (`bricks/shelf/server/outlet.ts`). The brick decides their kind and their readers. `W`: the words
 * of the brick.
 *
 * Shape   `command`: the command that writes the record of the new file. `field`: the large-file
 *         field of `type` (`heavy` in its schema), and of the form.
 *         `admit`: decides before a byte is read. `room`: the bytes that the disk has left for
 *         these files. `maxFiles`: the most files of one form.
 *         `inspect`: the cleaned file name and the media type (`type`) of a file, or the reason of
 *         its refusal.
 *         `fileFor`: the file of a record; undefined when this person may not read it.
 *         `share`: the part of the disk’s free room that all these files may take, in percent.
 *         `collecting`: the files that the keeper adds from a key or a folder.
 * Law     Pure, as commands are. The command checks the form again in its turn.
 */
export type LargeFileEndpoint<W> = Readonly<{
  command: string
  type: string
  field: string
  admit: (
    asker: LargeFilePerson,
    query: Input,
    room: number,
    read: Reader,
  ) => Readonly<{ maxFileBytes: number; maxFiles: number }> | Refusal
  inspect: (
    came: IncomingLargeFile,
    query: Input,
    read: Reader,
  ) => Readonly<{ name: string; type: string }> | Refusal
  fileFor: (asker: LargeFilePerson, id: string, read: Reader) => OutgoingLargeFile | undefined
  share: (read: Reader) => number
  collecting: FileCollecting<W>
}>

/**
 * The collecting of many large files from a USB key or a folder of this machine.
 *
 * Shape   `page`: the address where the keeper asks for it.
 *         `command`: the command that writes the records of the files. Its input `lines` is a JSON
 *         list of `CollectedLine`.
 *         `into`: the records (folders of the shelf) that may take the files. `season`: the edition
 *         of a set that is replaced as a whole (*Hiver 2026*); null when files are added to those
 *         that are there.
 *         `licences`: the words of each licence, by its code.
 */
export type FileCollecting<W> = Readonly<{
  page: string
  command: string
  into: (read: Reader) => readonly Readonly<{ id: string; name: string; season: string | null }>[]
  licences: (words: W) => Readonly<Record<string, string>>
}>
/** What the list that came with the files says of one of them; empty where it says nothing. */
export type CollectedLine = Readonly<{
  hash: string
  title: string
  author: string
  about: string
  licence: string
  source: string
}>
/** The rules of any brick, whatever its words. */
export type AnyLargeFileEndpoint = LargeFileEndpoint<BrickWords>
