import { type BoxDecided, type BoxSeen, calledLine } from '../contract/boxes.ts'
import { isTaken, meantBy } from '../contract/meant.ts'
import { Misused, Undone, type Verb } from '../contract/verb.ts'
import { bare } from '../core/bare.ts'
import { openBox, openFolder, placesIn, takeLock } from '../files/folder.ts'
import { neededBox, readLog } from '../files/open-box.ts'
import { type Log, type LogToRead, openLog } from '../log/log.ts'
import { wordsOfBox } from '../log/sayable.ts'
import { shellLang } from '../machine/shell-lang.ts'
import { decideBox } from '../sync/trust/decisions.ts'
import { markOf, marksIn } from '../sync/trust/marks.ts'
import { boxesSeen } from '../sync/trust/seen.ts'
import { dismissalsAsked, introductionsIn } from '../sync/trust/spoken.ts'
import { boxLines } from './box-said.ts'
import { plainly } from './command-error.ts'
import { dataFrom } from './data-folder.ts'
import { PASSPHRASE_OPTIONS } from './passphrase.ts'
import { VERSION_OPTIONS, VERSION_VERBS } from './version-verbs.ts'
import { cliWords } from './words.ts'

const w = cliWords(shellLang())

/**
 * Who types here holds the machine: no code is asked for, as for `restore`. From a page, pairing and dismissing will ask for one.
 */
export const boxVerb: Verb = {
  name: 'box',
  usage:
    'show | pair BOX [--called NAME] [--off] | accept|pause|dismiss BOX [--off] | release|kit --out DIR | signing-key|verify|unpack FILE | versions DIR | fetch ADDRESS   [--json]',
  about: w.help.box,
  options: {
    json: { type: 'boolean' },
    called: { type: 'string' },
    off: { type: 'boolean' },
    ...VERSION_OPTIONS,
    ...PASSPHRASE_OPTIONS,
  },
  run: plainly(async (values, [what, named, ...rest]) => {
    const work = Object.hasOwn(VERSION_VERBS, what ?? '') ? VERSION_VERBS[what ?? ''] : undefined
    if (work && rest.length === 0) return work(values, named)
    const folder = dataFrom(values)
    if (what === 'show' && named === undefined) return show(folder, values['json'] === true)
    const change = CHANGES[what ?? '']
    if (!change || named === undefined || rest.length > 0) throw new Misused(w.box.which)
    const called = calledLine(values['called']) || undefined
    return decide(folder, named, change(values['off'] !== true, called), values['json'] === true)
  }),
}

const CHANGES: Readonly<
  Record<string, (isOn: boolean, called: string | undefined) => Omit<BoxDecided, 'name'>>
> = bare({
  pair: (isOn, called) => ({ paired: isOn, ...(called === undefined ? {} : { called }) }),
  accept: isOn => ({ accepted: isOn }),
  pause: isOn => ({ paused: isOn }),
  dismiss: isOn => ({ dismissed: isOn }),
})

function decide(
  folder: string,
  named: string,
  change: Omit<BoxDecided, 'name'>,
  json: boolean,
): number {
  neededBox(folder)
  openFolder(folder)
  const unlock = takeLock(folder)
  let log: Log | undefined
  try {
    log = openLog(placesIn(folder).log, openBox(folder))
    const name = foundBox(log, named)
    const { called } = change
    if (called !== undefined && isTaken(called, name, boxesSeen(log, log.box.name).others))
      throw new Undone(w.box.alreadyCalled(called))
    log.db.exec('BEGIN IMMEDIATE')
    decideBox(log, { name, ...change })
    log.db.exec('COMMIT')
    const seen = boxesSeen(log, log.box.name).others.filter(one => one.name === name)
    // A box of which nothing is left to say is in no list.
    if (json) console.log(JSON.stringify(seen.map(asJson)[0] ?? { name }))
    else
      console.log(
        [
          w.box.noted(calledOf(log, name)),
          ...(change.paired ? [w.box.checkWords(wordsOfBox(name))] : []),
        ].join('\n'),
      )
    return 0
  } finally {
    log?.db.close()
    unlock()
  }
}

/**
 * The box that is meant: by its whole name, its drawing or its five words, as on the page; else by what it is called here, or the
 * beginning of the name of one that is known.
 * Errors  Undone when it is none, several, or this one.
 */
export function foundBox(log: Log, typed: string): string {
  const meant = meantBy(typed, boxesSeen(log, log.box.name))
  if ('name' in meant) return meant.name
  if (meant.wrong !== 'none') throw new Undone(w.box[meant.wrong])
  const name = typed.trim().toLowerCase()
  const introduced = introductionsIn(log).map(({ box, called }) => ({ name: box, called }))
  const known = [
    ...[...marksIn(log)].map(([name, mark]) => ({ name, called: mark.called ?? '' })),
    ...introduced,
  ]
  const isMeant = (one: { name: string; called: string }): boolean =>
    (name.length >= 6 && one.name.startsWith(name)) ||
    (name !== '' && one.called.toLowerCase() === name)
  const found = [...new Set(known.filter(isMeant).map(one => one.name))]
  if (found.length !== 1) throw new Undone(w.box.notFound(typed))
  return found[0]!
}

/** What a box is called here, else its five words. */
export function calledOf(log: LogToRead, name: string): string {
  const introduced = introductionsIn(log).find(one => one.box === name)?.called
  return markOf(log, name)?.called || introduced || wordsOfBox(name)
}

function show(folder: string, json: boolean): number {
  const log = readLog(folder, neededBox(folder))
  try {
    const { me, others } = boxesSeen(log, log.box.name)
    const asked = dismissalsAsked(log)
    if (json)
      console.log(
        JSON.stringify({
          box: me.name,
          words: me.words,
          boxes: others.map(asJson),
          dismissalsAsked: asked,
        }),
      )
    else
      console.log(
        boxLines(
          { me, others },
          { w, lang: shellLang(), calledOf: name => calledOf(log, name) },
        ).join('\n'),
      )
    return 0
  } finally {
    log.db.close()
  }
}

const asJson = ({ known, isPaused, isDismissed, ...seen }: BoxSeen): object => ({
  ...seen,
  paired: known === 'paired',
  accepted: known === 'accepted',
  waiting: known === 'introduced',
  paused: isPaused,
  dismissed: isDismissed,
})
