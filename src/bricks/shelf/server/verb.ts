import { randomBytes } from 'node:crypto'
import { resolve } from 'node:path'
import { type BrickVerb, Misused, type Shell, Undone } from '../../../contract/verb.ts'
import { line } from '../../../core/form/typed.ts'
import { idFrom } from '../../../core/id.ts'
import { openHouse } from '../../../engine/house.ts'
import { type House, runBatch } from '../../../engine/turn.ts'
import { worded } from '../../../engine/worded.ts'
import { machineClock } from '../../../files/clock.ts'
import { openBox, openFolder, placesIn, takeLock } from '../../../files/folder.ts'
import { diskOf, heavyUsed, roomLeft, sweepHalfCome } from '../../../files/large-files.ts'
import { isFolder, KeyFault } from '../../../machine/drives.ts'
import { machineWords } from '../../../machine/words.ts'
import { Unreadable } from '../../../reading/unreadable.ts'
import { gather } from './gather.ts'
import { type HeavyBrick, heavyBricks } from './intake.ts'
import { heavyWords } from './words.ts'

type Values = Parameters<BrickVerb['run']>[0]
const text = (values: Values, name: string): string =>
  typeof values[name] === 'string' ? values[name] : ''

/** `shelf add FOLDER DIR`: the same as the keeper's page does from a key, on a box that is closed. */
export const shelfVerb = (shell: Shell): BrickVerb => ({
  name: 'shelf',
  usage: 'list | add FOLDER DIR --licence CODE [--season NAME] [--keep-old]',
  options: {
    licence: { type: 'string' },
    season: { type: 'string' },
    'keep-old': { type: 'boolean' },
  },
  run: shell.plainly(async (values, [what, ...rest]) => {
    const w = heavyWords(shell.lang)
    const [found] = heavyBricks(shell.bricks)
    const isList = what === 'list' && rest.length === 0
    if (!found || !(isList || (what === 'add' && rest.length === 2))) throw new Misused(w.verb)
    const folder = shell.dataFrom(values)
    openFolder(folder)
    const unlock = takeLock(folder)
    const stumbled = shell.stumbling()
    let house: House | undefined
    try {
      sweepHalfCome(folder)
      house = openHouse(shell.bricks, openBox(folder), placesIn(folder), stumbled)
      const into = found.door.gather.into(house.read)
      if (isList)
        for (const { id, name, season } of into) console.log([id, name, season ?? ''].join('\t'))
      else
        await add({ shell, house, folder, found, values, named: rest[0]!, from: resolve(rest[1]!) })
      return 0
    } catch (error) {
      throw error instanceof Undone || error instanceof Misused ? error : stumbled.orElse(error)
    } finally {
      house?.tables.db.close()
      house?.log.db.close()
      unlock()
    }
  }),
})

type Adding = Readonly<{
  shell: Shell
  house: House
  folder: string
  found: HeavyBrick
  values: Values
  named: string
  from: string
}>

async function add({ shell, house, folder, found, values, named, from }: Adding): Promise<void> {
  const { door, brick } = found
  const { lang } = shell
  const w = heavyWords(lang)
  const all = door.gather.into(house.read)
  const into = all.find(
    ({ id, name }) => id === named || name.toLowerCase() === named.toLowerCase(),
  )
  if (!into) throw new Undone(w.noSuchFolder(named, all.map(({ name }) => name).join(', ')))
  const [licence, season] = [text(values, 'licence'), text(values, 'season')]
  const licences = Object.keys(door.gather.licences(brick.words[lang]))
  if (!licences.includes(licence)) throw new Misused(w.noSuchLicence(licences.join(', ')))
  if (into.season !== null && season === '') throw new Misused(w.whichSeason)
  await isFolder(from).catch(error => {
    throw error instanceof KeyFault
      ? new Undone(machineWords(lang).drives.faults[error.code])
      : error
  })
  const { free } = await diskOf(folder)
  const room = roomLeft({ free, used: heavyUsed(folder), coming: 0, share: door.share(house.read) })
  const bar = shell.progress(w.taking)
  const taken = await gather({
    folder,
    from,
    found,
    into: into.id,
    read: house.read,
    lang,
    room,
    progress: bar.at,
  }).catch(error => {
    throw error instanceof Unreadable || error instanceof SyntaxError
      ? new Undone(w.badList)
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
    command: door.gather.command,
    input,
    by: 'keeper',
    id: idFrom(clock.now(), randomBytes(10)),
    lang,
    files: { [door.field]: taken.refs },
  } as const
  const answer = worded(house, asked, runBatch(house, [asked], clock)[0]!)
  if (!answer.done) throw new Undone('refused' in answer ? answer.refused : w.notFinished)
  console.log(answer.said ?? '')
}
