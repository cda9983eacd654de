import { randomBytes } from 'node:crypto'
import { resolve } from 'node:path'
import {
  CommandError,
  type Shell,
  UsageError,
  type VerbRun,
  type VerbValues,
} from '../../../contract/verb.ts'
import { line } from '../../../core/form/typed.ts'
import { idFrom } from '../../../core/id.ts'
import { openEngine } from '../../../engine/engine.ts'
import { type Engine, runBatch } from '../../../engine/turn.ts'
import { worded } from '../../../engine/worded.ts'
import { machineClock } from '../../../files/clock.ts'
import { openBox, openFolder, placesIn, takeLock } from '../../../files/folder.ts'
import { diskOf, heavyUsed, roomLeft, sweepHalfCome } from '../../../files/large-files.ts'
import { isFolder, KeyFault } from '../../../machine/drives.ts'
import { machineWords } from '../../../machine/words.ts'
import { Unreadable } from '../../../reading/unreadable.ts'
import { collectFiles } from './collect.ts'
import { type HeavyBrick, heavyBricks } from './intake.ts'
import { heavyWords } from './words.ts'

const text = (values: VerbValues, name: string): string =>
  typeof values[name] === 'string' ? values[name] : ''

/** `shelf list`: the folders of the shelf. */
export const listWork = (shell: Shell): VerbRun =>
  onShelf(shell, async ({ engine, found }, values) => {
    const folders = found.endpoint.gather.into(engine.read)
    const lines = folders.map(({ id, name, season }) => [id, name, season ?? ''].join('\t'))
    shell.tell(values, folders, () => lines.join('\n') || heavyWords(shell.lang).noFolder)
  })

/** `shelf add`: the same as the keeper's page does from a key, on a box that is closed. */
export const addWork = (shell: Shell): VerbRun =>
  onShelf(shell, (open, values, [named = '', from = '']) =>
    add({ ...open, shell, values, named, from: resolve(from) }),
  )

type OpenShelf = Readonly<{ engine: Engine; folder: string; found: HeavyBrick }>
type ShelfWork = (open: OpenShelf, values: VerbValues, words: readonly string[]) => Promise<void>

/** Does a work on a box that is closed, and closes it again. */
function onShelf(shell: Shell, work: ShelfWork): VerbRun {
  return async (values, words) => {
    const [found] = heavyBricks(shell.bricks)
    if (!found) throw new CommandError(heavyWords(shell.lang).noFolder)
    const folder = shell.dataFrom(values)
    openFolder(folder)
    const unlock = takeLock(folder)
    const stumbled = shell.stumbling()
    let engine: Engine | undefined
    try {
      sweepHalfCome(folder)
      engine = openEngine(shell.bricks, openBox(folder), placesIn(folder), stumbled)
      await work({ engine, folder, found }, values, words)
      return 0
    } catch (error) {
      const isSaid = error instanceof CommandError || error instanceof UsageError
      throw isSaid ? error : stumbled.orElse(error)
    } finally {
      engine?.tables.db.close()
      engine?.log.db.close()
      unlock()
    }
  }
}

type Adding = OpenShelf &
  Readonly<{ shell: Shell; values: VerbValues; named: string; from: string }>

async function add({ shell, engine, folder, found, values, named, from }: Adding): Promise<void> {
  const { endpoint, brick } = found
  const { lang } = shell
  const w = heavyWords(lang)
  const all = endpoint.gather.into(engine.read)
  const into = all.find(
    ({ id, name }) => id === named || name.toLowerCase() === named.toLowerCase(),
  )
  if (!into) throw new CommandError(w.noSuchFolder(named, all.map(({ name }) => name).join(', ')))
  const [licence, season] = [text(values, 'licence'), text(values, 'season')]
  const licences = Object.keys(endpoint.gather.licences(brick.words[lang]))
  if (!licences.includes(licence)) throw new UsageError(w.noSuchLicence(licences.join(', ')))
  if (into.season !== null && season === '') throw new UsageError(w.whichSeason)
  await isFolder(from).catch(error => {
    throw error instanceof KeyFault
      ? new CommandError(machineWords(lang).drives.faults[error.code])
      : error
  })
  const { free } = await diskOf(folder)
  const room = roomLeft({
    free,
    used: heavyUsed(folder),
    coming: 0,
    share: endpoint.share(engine.read),
  })
  const bar = shell.progress(w.taking)
  const taken = await collectFiles({
    folder,
    from,
    found,
    into: into.id,
    read: engine.read,
    lang,
    room,
    progress: bar.at,
  }).catch(error => {
    throw error instanceof Unreadable || error instanceof SyntaxError
      ? new CommandError(w.badList)
      : error
  })
  bar.end()
  // Names are those of somebody's key: no sign of theirs moves a terminal.
  for (const sentence of taken.out) console.error(`- ${line(sentence)}`)
  const input = {
    dossier: into.id,
    licence,
    saison: season,
    garder: values['keep-old'] === true ? '1' : '',
    lines: JSON.stringify(taken.lines),
  }
  const clock = machineClock()
  const asked = {
    brick: brick.name,
    command: endpoint.gather.command,
    input,
    by: 'keeper',
    id: idFrom(clock.now(), randomBytes(10)),
    lang,
    files: { [endpoint.field]: taken.refs },
  } as const
  const answer = worded(engine, asked, runBatch(engine, [asked], clock)[0]!)
  if (!answer.done) throw new CommandError('refused' in answer ? answer.refused : w.notFinished)
  const told = { folder: into.id, files: taken.lines.length, left: taken.out.length }
  shell.tell(values, told, () => answer.said ?? '')
}
