import type { Command, CommandContext } from '../../../contract/command.ts'
import { type Decision, type Draft, draft } from '../../../contract/decision.ts'
import type { CollectedLine } from '../../../contract/heavy.ts'
import { message, type Say } from '../../../contract/message.ts'
import { one } from '../../../core/form/input.ts'
import { itemsOf, ownJson } from '../../../core/narrow.ts'
import type { FileRef } from '../../../core/schema.ts'
import type { fr } from '../words/fr.ts'
import { folderPath, SHELF } from './commands.ts'
import { allIn, type Folder, folderOf, kindsOf, type ShelvedFile } from './read.ts'
import { shelfFile, shelfFolder } from './records.ts'
import { type FileLicence, kindOfType, LICENCES, licenceRead, readName } from './rules.ts'

type Words = typeof fr
const say: Say<Words> = message

/**
 * Files of a key, all at once. Into a set of a season they replace all that is there, in this one
 * turn: whoever reads sees the old set or the new one. The old one goes, or is kept in a folder of
 * its own.
 */
const collect: Command<Words> = {
  name: 'gather',
  path: `${SHELF}/poser`,
  who: 'keeper',
  decide: (input, read, at): Decision => {
    const folder = folderOf(read, one(input, 'dossier'))
    if (!folder) return { refused: say('nothingThere') }
    const season = one(input, 'saison').slice(0, 60)
    if (folder.season && season === '') return { refused: say('seasonWanted'), field: 'saison' }
    const checked = at.fields(shelfFile, input, ['file'])
    if ('refused' in checked) return { refused: say('nothingCame') }
    const usual = LICENCES.find(code => code === one(input, 'licence')) ?? 'agreed'
    const kinds = kindsOf(folder)
    const refs = itemsOf<FileRef>(checked.fields['file']).filter(({ type }) =>
      kinds.some(kind => kind === kindOfType(type)),
    )
    const old = allIn(read, folder.id)
    const isSet = season !== ''
    const fresh = refs.filter(ref => isSet || !old.some(file => file.ref.hash === ref.hash))
    if (fresh.length === 0) return { refused: say('nothingCame') }
    const lines = linesIn(one(input, 'lines'))
    const drafts = fresh.map(ref =>
      collected(ref, lines.get(ref.hash), { folder, season, usual }, at),
    )
    if (!isSet)
      return { drafts, next: folderPath(folder.id), said: say('broughtNow', fresh.length) }
    return renewed(
      {
        folder,
        season,
        old,
        keepsOld: one(input, 'garder') === '1',
        source: one(input, 'source').slice(0, 300),
      },
      drafts,
      at,
    )
  },
}

type Renewing = Readonly<{
  folder: Folder
  season: string
  old: readonly ShelvedFile[]
  keepsOld: boolean
  source: string
}>

function renewed(
  { folder, season, old, keepsOld, source }: Renewing,
  drafts: readonly Draft[],
  at: CommandContext,
): Decision {
  const set = draft(shelfFolder, folder.id, {
    season,
    setOn: at.today,
    ...(source === '' ? {} : { source }),
  })
  const next = folderPath(folder.id)
  const said = say('renewed', drafts.length, season)
  if (old.length === 0) return { drafts: [...drafts, set], next, said }
  if (!keepsOld) {
    const forget = old.map(({ id }) => ({ type: shelfFile.name, record: id }))
    return { drafts: [...drafts, set], forget, next, said }
  }
  const { id: _id, ...rules } = folder
  const aside = at.newId()
  const name = [folder.name, folder.season].filter(Boolean).join(', ').slice(0, 80)
  const filled: Draft['fields'] = Object.fromEntries(
    Object.entries({ ...rules, name }).filter(([, value]) => value !== null),
  )
  const moved = old.map(({ id }) => draft(shelfFile, id, { folder: aside }))
  return {
    drafts: [...drafts, set, { type: shelfFolder.name, record: aside, fields: filled }, ...moved],
    next,
    said: { all: [said, say('renewedOld', name)] },
  }
}

type Into = Readonly<{ folder: Folder; season: string; usual: FileLicence }>
const cut = (text: unknown, most: number): string =>
  typeof text === 'string' ? text.trim().slice(0, most) : ''

function collected(
  ref: FileRef,
  line: CollectedLine | undefined,
  { folder, season, usual }: Into,
  at: CommandContext,
): Draft {
  const own = readName(ref.name)
  const source = cut(line?.source, 2_000)
  return draft(shelfFile, at.newId(), {
    title: cut(line?.title, 160) || ('base' in own ? own.base.replaceAll('_', ' ') : ref.name),
    ...(cut(line?.author, 160) ? { author: cut(line?.author, 160) } : {}),
    ...(cut(line?.about, 600) ? { about: cut(line?.about, 600) } : {}),
    licence: licenceRead(cut(line?.licence, 200)) ?? usual,
    ...(/^https?:\/\/\S+$/.test(source) ? { source } : {}),
    file: [ref],
    folder: folder.id,
    ...(season === '' ? {} : { season }),
    on: at.today,
  })
}

function linesIn(text: string): ReadonlyMap<string, CollectedLine> {
  const all = text === '' ? [] : ownJson<unknown>(text)
  const lines: readonly CollectedLine[] = Array.isArray(all) ? all : []
  return new Map(lines.map(line => [line.hash, line]))
}

export const collectCommands: readonly Command<Words>[] = [collect]
