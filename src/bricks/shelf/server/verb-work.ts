import { randomBytes } from 'node:crypto'
import { resolve } from 'node:path'
import {
  CommandError,
  UsageError,
  type VerbRun,
  type VerbTools,
  type VerbValues,
} from '../../../contract/verb.ts'
import { line } from '../../../core/form/typed.ts'
import { idFrom } from '../../../core/id.ts'
import { closeEngine, openEngine } from '../../../engine/engine.ts'
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
export const listWork = (tools: VerbTools): VerbRun =>
  onShelf(tools, async ({ engine, found }, values) => {
    const folders = found.endpoint.collecting.into(engine.read)
    const lines = folders.map(({ id, name, season }) => [id, name, season ?? ''].join('\t'))
    tools.tell(values, folders, () => lines.join('\n') || heavyWords(tools.lang).noFolder)
  })

/** `shelf add`: the same as the keeper's page does from a key, on a box that is closed. */
export const addWork = (tools: VerbTools): VerbRun =>
  onShelf(tools, (open, values, [named = '', from = '']) =>
    add({ ...open, tools, values, named, from: resolve(from) }),
  )

type OpenShelf = Readonly<{ engine: Engine; folder: string; found: HeavyBrick }>
type ShelfWork = (open: OpenShelf, values: VerbValues, words: readonly string[]) => Promise<void>

/** Does a work on a box that is closed, and closes it again. */
function onShelf(tools: VerbTools, work: ShelfWork): VerbRun {
  return async (values, words) => {
    const [found] = heavyBricks(tools.bricks)
    if (!found) throw new CommandError(heavyWords(tools.lang).noFolder)
    const folder = tools.dataFrom(values)
    openFolder(folder)
    const unlock = takeLock(folder)
    const reporter = tools.errorReporter()
    let engine: Engine | undefined
    try {
      sweepHalfCome(folder)
      engine = openEngine(tools.bricks, openBox(folder), placesIn(folder), reporter)
      await work({ engine, folder, found }, values, words)
      return 0
    } catch (error) {
      const isSaid = error instanceof CommandError || error instanceof UsageError
      throw isSaid ? error : reporter.orElse(error)
    } finally {
      if (engine) closeEngine(engine)
      unlock()
    }
  }
}

type Adding = OpenShelf &
  Readonly<{ tools: VerbTools; values: VerbValues; named: string; from: string }>

async function add({ tools, engine, folder, found, values, named, from }: Adding): Promise<void> {
  const { endpoint, brick } = found
  const { lang } = tools
  const w = heavyWords(lang)
  const all = endpoint.collecting.into(engine.read)
  const into = all.find(
    ({ id, name }) => id === named || name.toLowerCase() === named.toLowerCase(),
  )
  if (!into) throw new CommandError(w.noSuchFolder(named, all.map(({ name }) => name).join(', ')))
  const [licence, season] = [text(values, 'licence'), text(values, 'season')]
  const licences = Object.keys(endpoint.collecting.licences(brick.words[lang]))
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
  const bar = tools.progress(w.taking)
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
    command: endpoint.collecting.command,
    input,
    by: 'keeper',
    id: idFrom(clock.now(), randomBytes(10)),
    lang,
    files: { [endpoint.field]: taken.refs },
  } as const
  const answer = worded(engine, asked, runBatch(engine, [asked], clock)[0]!)
  if (!answer.done) throw new CommandError('refused' in answer ? answer.refused : w.notFinished)
  const told = { folder: into.id, files: taken.lines.length, left: taken.out.length }
  tools.tell(values, told, () => answer.said ?? '')
}
