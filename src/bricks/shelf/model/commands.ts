import type { Command, CommandContext } from '../../../contract/command.ts'
import { type Decision, type Draft, draft, type Refusal } from '../../../contract/decision.ts'
import { type Message, message, type Say } from '../../../contract/message.ts'
import type { Reader } from '../../../contract/reader.ts'
import { isSameName } from '../../../contract/speaker.ts'
import { one, texts } from '../../../core/form/input.ts'
import { itemsOf } from '../../../core/narrow.ts'
import type { FileRef } from '../../../core/schema.ts'
import { saysHowToReach } from '../../../text/reaching.ts'
import type { fr } from '../words/fr.ts'
import { BRING, largestIn } from './endpoint.ts'
import { allIn, type Folder, fileFor, folderOf, kindsOf, roomIn, waitingIn } from './read.ts'
import { MB, shelfFile, shelfFolder, shelfRoom } from './records.ts'
import { KINDS, kindOfType, MOST_WAITING_MB, mayAdd, readName } from './rules.ts'

type Words = typeof fr
const say: Say<Words> = message
export const SHELF = '/fichiers'
export const folderPath = (id: string): string => `${SHELF}/dossier/${id}`

const SAID = ['title', 'author', 'about', 'licence', 'source', 'broughtBy'] as const
const FOLDER = [
  'name',
  'purpose',
  'readers',
  'adders',
  'waits',
  'largestMb',
  'quotaMb',
  'season',
  'source',
] as const

/** A folder is made, or its rules changed: for who comes next, what is there stays. */
const keepFolder: Command<Words> = {
  name: 'keepFolder',
  path: `${SHELF}/dossier`,
  who: 'keeper',
  decide: (input, read, at): Decision => {
    const had = one(input, 'id') === '' ? undefined : folderOf(read, one(input, 'id'))
    if (one(input, 'id') !== '' && !had) return { refused: say('nothingThere') }
    const checked = at.fields(shelfFolder, input, FOLDER)
    if ('refused' in checked) return checked
    const { largestMb, quotaMb } = checked.fields
    for (const [field, value] of [
      ['largestMb', largestMb],
      ['quotaMb', quotaMb],
    ] as const)
      if (typeof value === 'number' && (value < 1 || value > 1_000_000 || !Number.isInteger(value)))
        return { refused: say('wholeMb'), field }
    const kinds = KINDS.filter(kind => texts(input, 'kinds').includes(kind))
    const id = had?.id ?? at.newId()
    const isNewSeason =
      checked.fields['season'] !== undefined && checked.fields['season'] !== (had?.season ?? null)
    const fields = {
      ...checked.fields,
      kinds,
      ...(isNewSeason ? { setOn: checked.fields['season'] ? at.today : null } : {}),
    }
    return {
      drafts: [{ type: shelfFolder.name, record: id, fields }],
      next: folderPath(id),
      said: had ? say('folderChanged') : say('folderMade'),
    }
  },
}

/** Why this file can't go into this folder; undefined where it can. */
function outOf(read: Reader, folder: Folder, ref: FileRef, by: string): Message | undefined {
  const kind = kindOfType(ref.type)
  if (!kind || !kindsOf(folder).includes(kind)) return say('kindFaults.notTaken', ref.name)
  if (ref.size > largestIn(folder, by)) return say('tooLargeHere', ref.name)
  const same = allIn(read, folder.id).find(file => file.ref.hash === ref.hash)
  if (!same) return undefined
  // What waits to be seen is the keeper's to know: whoever holds the same bytes learns that they
  // are here, and no more.
  return same.waiting === true && by !== 'keeper'
    ? say('alreadyWaits', ref.name)
    : say('alreadyHere', ref.name, same.title ?? ref.name)
}

/**
 * Whatever its folder says: another name than the card's, a number or an address, is read by the
 * keeper first.
 */
function isToBeRead(said: Said, { me, called = '' }: CommandContext): boolean {
  const texts = ['title', 'author', 'about', 'broughtBy'].flatMap(name =>
    typeof said[name] === 'string' ? [said[name]] : [],
  )
  const by = said['broughtBy']
  return (
    saysHowToReach(texts.join('\n')) ||
    (me !== undefined && typeof by === 'string' && by !== '' && !isSameName(by, called))
  )
}

/**
 * A form brings up to twenty files; each is a record of its own, under its own name when there are
 * several.
 */
const bring: Command<Words> = {
  name: 'bring',
  path: BRING,
  who: 'visitor',
  decide: (input, read, at): Decision => {
    const folder = folderOf(read, one(input, 'dossier'))
    if (!folder || !mayAdd(folder, at)) return { refused: say('notTakenHere') }
    const wrong = texts(input, 'refusedFiles').map((worded): Message => ({ worded }))
    const checked = at.fields(shelfFile, input, [...SAID, 'file'])
    if ('refused' in checked) return wrong.length > 0 ? withFiles(checked, wrong) : checked
    const refs = itemsOf<FileRef>(checked.fields['file'])
    const out = [...wrong, ...refs.flatMap(ref => outOf(read, folder, ref, at.by) ?? [])]
    if (out.length > 0) return { refused: { all: out }, field: 'file' }
    const size = refs.reduce((sum, ref) => sum + ref.size, 0)
    if (size > roomIn(read, folder)) return { refused: say('full'), field: 'file' }
    const waits = at.by !== 'keeper' && (folder.waits !== false || isToBeRead(checked.fields, at))
    const waiting = waitingIn(read).reduce((sum, { ref }) => sum + ref.size, 0)
    if (waits && waiting + size > MOST_WAITING_MB * MB)
      return { refused: say('tooMuchWaits'), field: 'file' }
    return {
      drafts: refs.map(ref =>
        brought({ ref, of: refs.length, said: checked.fields }, folder, waits, at),
      ),
      next: waits && at.by === 'visitor' ? SHELF : folderPath(folder.id),
      said: waits ? say('waitsNow', refs.length) : say('broughtNow', refs.length),
    }
  },
}
/**
 * What is wrong with the files that came, after the rest; that none is left is not said of files
 * that were just refused.
 */
function withFiles(checked: Refusal, wrong: readonly Message[]): Refusal {
  const files = wrong.map(refused => ({ refused, field: 'file' }))
  const [first, ...others] = [checked, ...(checked.others ?? [])].filter(
    one => one.field !== 'file',
  )
  if (first === undefined) return { refused: { all: wrong }, field: 'file' }
  return {
    refused: first.refused,
    ...(first.field === undefined ? {} : { field: first.field }),
    others: [
      ...others.flatMap(({ refused, field }) => (field === undefined ? [] : [{ refused, field }])),
      ...files,
    ],
  }
}

type Said = Readonly<Record<string, unknown>>
function brought(
  { ref, of, said }: Readonly<{ ref: FileRef; of: number; said: Said }>,
  folder: Folder,
  waits: boolean,
  at: CommandContext,
): Draft {
  const own = readName(ref.name)
  const title =
    of === 1 && said['title']
      ? said['title']
      : 'base' in own
        ? own.base.replaceAll('_', ' ')
        : ref.name
  const fields = {
    ...said,
    title,
    file: [ref],
    folder: folder.id,
    on: at.today,
    ...(waits ? { waiting: true } : {}),
    ...(at.me ? { member: at.me } : {}),
  }
  return { type: shelfFile.name, record: at.newId(), fields: fields as unknown as Draft['fields'] }
}

/** The texts of a file that may name somebody: who made it is named by right. */
export const TELLS = ['title', 'about'] as const
/** The keeper has seen what somebody brought: it is on the shelf. */
const accept: Command<Words> = {
  name: 'accept',
  path: `${SHELF}/montrer`,
  who: 'keeper',
  showsOthers: TELLS,
  decide: (input, read): Decision => {
    const file = waitingIn(read).find(({ id }) => id === one(input, 'id'))
    if (!file) return { refused: say('nothingThere') }
    return {
      drafts: [draft(shelfFile, file.id, { waiting: false })],
      next: `${SHELF}/a-voir`,
      said: say('shownNow'),
    }
  },
}

/** What is said of a file is mended by the keeper, or by the member who brought it. */
const mend: Command<Words> = {
  name: 'mend',
  path: `${SHELF}/corriger`,
  who: 'neighbour',
  decide: (input, read, at): Decision => {
    const found = fileFor(read, one(input, 'id'), at)
    if (!found || !isTheirs(found.file, at)) return { refused: say('nothingThere') }
    const checked = at.fields(shelfFile, input, SAID)
    if ('refused' in checked) return checked
    if (!checked.fields['title']) return { refused: say('titleWanted'), field: 'title' }
    const waits = at.by !== 'keeper' && isToBeRead(checked.fields, at)
    return {
      drafts: [
        {
          type: shelfFile.name,
          record: found.file.id,
          fields: { ...checked.fields, ...(waits ? { waiting: true } : {}) },
        },
      ],
      next: waits ? folderPath(found.folder.id) : `${SHELF}/${found.file.id}`,
      said: waits ? say('waitsNow', 1) : say('mended'),
    }
  },
}
export const isTheirs = (
  file: Readonly<{ member: string | null }>,
  { by, me }: Readonly<{ by: string; me?: string }>,
): boolean => by === 'keeper' || (me !== undefined && file.member === me)

/** Taken down: its line is forgotten, and its bytes leave the disk at once. */
const takeDown: Command<Words> = {
  name: 'takeDown',
  path: `${SHELF}/retirer`,
  who: 'neighbour',
  decide: (input, read, at): Decision => {
    const found = fileFor(read, one(input, 'id'), at)
    if (!found || !isTheirs(found.file, at)) return { refused: say('nothingThere') }
    const next =
      found.file.waiting === true && at.by === 'keeper'
        ? `${SHELF}/a-voir`
        : folderPath(found.folder.id)
    return {
      drafts: [],
      forget: [{ type: shelfFile.name, record: found.file.id }],
      next,
      said: say('takenDown', found.file.title ?? ''),
    }
  },
}

/** A folder closes with all that it holds. */
const closeFolder: Command<Words> = {
  name: 'closeFolder',
  path: `${SHELF}/fermer`,
  who: 'keeper',
  decide: (input, read): Decision => {
    const folder = folderOf(read, one(input, 'id'))
    if (!folder) return { refused: say('nothingThere') }
    if (one(input, 'sure') !== '1') return { refused: say('tickToClose'), field: 'sure' }
    const files = allIn(read, folder.id).map(({ id }) => ({ type: shelfFile.name, record: id }))
    return {
      drafts: [],
      forget: [...files, { type: shelfFolder.name, record: folder.id }],
      next: SHELF,
      said: say('folderClosed', folder.name ?? '', files.length),
    }
  },
}

/** How much of what the disk has left the shelf may take. */
const shareDisk: Command<Words> = {
  name: 'shareDisk',
  path: `${SHELF}/place`,
  who: 'keeper',
  decide: (input, read, at): Decision => {
    const percent = Number(one(input, 'percent'))
    if (!Number.isInteger(percent) || percent < 5 || percent > 90)
      return { refused: say('percentWanted'), field: 'percent' }
    const had = read.list(shelfRoom, { limit: 1, order: 'id' }, 'home')[0]
    return {
      drafts: [draft(shelfRoom, had?.id ?? at.newId(), { on: at.today, percent })],
      next: SHELF,
      said: say('shared', percent),
    }
  },
}

export const commands: readonly Command<Words>[] = [
  keepFolder,
  bring,
  accept,
  mend,
  takeDown,
  closeFolder,
  shareDisk,
]
