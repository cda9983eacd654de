import type { Input } from '../core/form/input.ts'
import type { FileRef } from '../core/schema.ts'
import type { BrickWords } from '../core/type-words.ts'
import type { Refusal } from './decision.ts'
import type { Who } from './permission.ts'
import type { Reader } from './reader.ts'

/** Who is at the door: as what, and which member. */
export type HeavyAsker = Readonly<{ by: Who; me?: string }>

/**
 * What came, as its bytes say it. Units: bytes. `head`: its first 4 KiB at most, `tail`: its last
 * MiB at most.
 */
export type HeavyCame = Readonly<{ name: string; size: number; head: Uint8Array; tail: Uint8Array }>

/** A file that is given: its reference, and whether anybody may read it. */
export type HeavyGiven = Readonly<{ ref: FileRef; isPublic: boolean }>

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
    asker: HeavyAsker,
    query: Input,
    room: number,
    read: Reader,
  ) => Readonly<{ largest: number; most: number }> | Refusal
  judges: (
    came: HeavyCame,
    query: Input,
    read: Reader,
  ) => Readonly<{ name: string; type: string }> | Refusal
  gives: (asker: HeavyAsker, id: string, read: Reader) => HeavyGiven | undefined
  share: (read: Reader) => number
  gather: FileCollecting<W>
}>

/**
 * How many files of a key or a folder of this machine come at once.
 *
 * Shape   `page`: where the keeper asks for it · `command`: the verb that names them, with `lines`
 *         (a JSON list of `CollectedLine`) · `into`: where they may go; with a season, all that is
 *         there is replaced at once.
 */
export type FileCollecting<W> = Readonly<{
  page: string
  command: string
  into: (read: Reader) => readonly Readonly<{ id: string; name: string; season: string | null }>[]
  licences: (words: W) => Readonly<Record<string, string>>
}>
/** What a list that came with the files says of one of them, as it was written there. */
export type CollectedLine = Readonly<{
  hash: string
  title: string
  author: string
  about: string
  licence: string
  source: string
}>
export type AnyLargeFileEndpoint = LargeFileEndpoint<BrickWords>
