import type { Reader } from '../../../contract/reader.ts'
import type { Request } from '../../../contract/request.ts'
import { isAmong, wordsOf } from '../../../core/letters/words.ts'
import type { FileRef, RowOf } from '../../../core/schema.ts'
import { MB, shelfFile, shelfFolder, shelfRoom } from './records.ts'
import { type FolderReader, KINDS, kindOfType, mayRead, SHARE, type ShelfKind } from './rules.ts'

export type Folder = RowOf<typeof shelfFolder>
/** A record of the shelf with the one file that it names. */
export type ShelvedFile = RowOf<typeof shelfFile> & Readonly<{ ref: FileRef }>

const MOST = 5_000

export const askerIn = (request: Pick<Request, 'by' | 'me'>): FolderReader => ({
  by: request.by,
  ...(request.me === undefined ? {} : { me: request.me }),
})

/** The folders that somebody may read, by name. */
export const foldersFor = (read: Reader, asker: FolderReader): readonly Folder[] =>
  read
    .list(shelfFolder, { limit: MOST }, 'home')
    .filter(folder => mayRead(folder, asker))
    .toSorted((a, b) => (a.name ?? '').localeCompare(b.name ?? '', 'fr'))

export const folderOf = (read: Reader, id: string): Folder | undefined =>
  read.one(shelfFolder, id, 'home')

const held = (row: RowOf<typeof shelfFile>): readonly ShelvedFile[] => {
  const ref = row.file?.[0]
  return ref ? [{ ...row, ref }] : []
}

/** All of a folder, what waits too, by title. */
export const allIn = (read: Reader, folder: string): readonly ShelvedFile[] =>
  read
    .list(shelfFile, { where: 'folder = ?', with: [folder], limit: MOST }, 'home')
    .flatMap(held)
    .toSorted((a, b) => (a.title ?? '').localeCompare(b.title ?? '', 'fr', { numeric: true }))

/** What is shown of a folder. */
export const filesIn = (read: Reader, folder: string): readonly ShelvedFile[] =>
  allIn(read, folder).filter(one => one.waiting !== true)

/** What waits for the keeper, the oldest first. */
export const waitingIn = (read: Reader): readonly ShelvedFile[] =>
  read.list(shelfFile, { where: 'waiting = 1', order: 'id', limit: MOST }, 'home').flatMap(held)

export type FoundFile = Readonly<{ file: ShelvedFile; folder: Folder }>

/**
 * One file with its folder, for whom it is open to: what waits is for the keeper and for who
 * brought it.
 */
export function fileFor(read: Reader, id: string, asker: FolderReader): FoundFile | undefined {
  const row = read.one(shelfFile, id, 'home')
  const [file] = row ? held(row) : []
  const folder = file?.folder ? folderOf(read, file.folder) : undefined
  if (!file || !folder || !mayRead(folder, asker)) return undefined
  const isOwn = asker.me !== undefined && file.member === asker.me
  return file.waiting === true && asker.by !== 'keeper' && !isOwn ? undefined : { file, folder }
}

/** What every word of a search finds, in a title, an author, what it is, or its folder's name. */
export function foundFor(read: Reader, asker: FolderReader, words: string): readonly FoundFile[] {
  const wanted = wordsOf(words).filter(word => word.length > 1)
  if (wanted.length === 0) return []
  return foldersFor(read, asker).flatMap(folder =>
    filesIn(read, folder.id)
      .filter(file => {
        const said = wordsOf([file.title, file.author, file.about, folder.name].join(' '))
        return wanted.every(word => isAmong(word, said))
      })
      .map(file => ({ file, folder })),
  )
}

export const bytesOf = (files: readonly ShelvedFile[]): number =>
  files.reduce((sum, { ref }) => sum + ref.size, 0)

/** What a folder takes: all kinds when it names none. */
export const kindsOf = (folder: Pick<Folder, 'kinds'>): readonly ShelfKind[] => {
  const named = KINDS.filter(kind => folder.kinds?.includes(kind))
  return named.length > 0 ? named : KINDS
}

export const kindOf = (file: ShelvedFile): ShelfKind => kindOfType(file.ref.type) ?? 'documents'

/** Units  percent. */
export const shareOf = (read: Reader): number =>
  read.list(shelfRoom, { limit: 1, order: 'id' }, 'home')[0]?.percent ?? SHARE

/** What a folder still lets in, of its own quota. Units: bytes. */
export const roomIn = (read: Reader, folder: Folder): number =>
  folder.quotaMb === null
    ? Number.POSITIVE_INFINITY
    : Math.max(0, folder.quotaMb * MB - bytesOf(allIn(read, folder.id)))
