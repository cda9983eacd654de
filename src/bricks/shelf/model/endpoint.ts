import type { LargeFileEndpoint } from '../../../contract/heavy.ts'
import { message, type Say } from '../../../contract/message.ts'
import { one } from '../../../core/form/input.ts'
import type { fr } from '../words/fr.ts'
import { fileFor, folderOf, foldersFor, kindsOf, roomIn, shareOf } from './read.ts'
import { MB } from './records.ts'
import { AT_ONCE, judgeBytes, LARGEST_MB, mayAdd, readName } from './rules.ts'

type Words = typeof fr
const say: Say<Words> = message

/** Where the form of a folder posts: the folder is said before a byte is read. */
export const BRING = '/fichiers/apporter'
export const bringTo = (folder: string): string => `${BRING}?dossier=${folder}`

/** The largest file that somebody may add; the keeper's own are bounded by the disk alone. */
export const largestIn = (folder: Readonly<{ largestMb: number | null }>, by: string): number =>
  by === 'keeper' ? Number.MAX_SAFE_INTEGER : (folder.largestMb ?? LARGEST_MB) * MB

/** How files come to the shelf and leave it. */
export const largeFileEndpoint: LargeFileEndpoint<Words> = {
  command: 'bring',
  type: 'shelf-file',
  field: 'file',
  admit: (asker, query, room, read) => {
    const folder = folderOf(read, one(query, 'dossier'))
    if (!folder || !mayAdd(folder, asker)) return { refused: say('notTakenHere') }
    const left = Math.min(room, roomIn(read, folder))
    if (left <= 0) return { refused: say('full'), field: 'file' }
    return { maxFileBytes: Math.min(left, largestIn(folder, asker.by)), maxFiles: AT_ONCE }
  },
  inspect: (came, query, read) => {
    const said = readName(came.name)
    const shown = came.name.replace(/[\p{Cc}\p{Cf}]/gu, '').slice(0, 60)
    if ('fault' in said) return { refused: say(`nameFaults.${said.fault}`, shown), field: 'file' }
    const judged = judgeBytes(said.end, came)
    if ('fault' in judged)
      return { refused: say(`kindFaults.${judged.fault}`, shown), field: 'file' }
    const folder = folderOf(read, one(query, 'dossier'))
    if (folder && !kindsOf(folder).includes(judged.kind))
      return { refused: say('kindFaults.notTaken', shown), field: 'file' }
    return { name: said.name, type: judged.type }
  },
  fileFor: (asker, id, read) => {
    const found = fileFor(read, id, asker)
    return (
      found && {
        ref: found.file.ref,
        isPublic: found.folder.readers === 'anyone' && found.file.waiting !== true,
      }
    )
  },
  share: shareOf,
  collecting: {
    page: '/fichiers/cle',
    command: 'gather',
    into: read =>
      foldersFor(read, { by: 'keeper' }).map(({ id, name, season }) => ({
        id,
        name: name ?? '',
        season,
      })),
    licences: words => words.types['shelf-file'].fields.licence.choices,
  },
}
