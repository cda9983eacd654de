import { type BoxDecided, type BoxSeen, calledLine } from '../core/boxes.ts'
import { isBoxName } from '../core/change.ts'
import { decideBox } from '../exchange/decisions.ts'
import { marksIn } from '../exchange/marks.ts'
import { boxesSeen } from '../exchange/seen.ts'
import { dismissalsAsked, introductionsIn } from '../exchange/spoken.ts'
import { type Log, openLog } from '../log/log.ts'
import { openBox, openFolder, placesIn, takeLock } from './folder.ts'
import { dataFrom, neededBox, readLog } from './held.ts'
import { PASSPHRASE_OPTIONS } from './passphrase.ts'
import { plainly, Undone } from './undone.ts'
import { Misused, type Verb } from './verb.ts'
import { VERSION_OPTIONS, VERSION_VERBS } from './version-verbs.ts'
import { appWords, shellLang } from './words.ts'

const w = appWords(shellLang())

/**
 * Who types here holds the machine: no code is asked for, as for `restore`. From a page, pairing and dismissing will ask for one.
 */
export const boxVerb: Verb = {
  name: 'box',
  usage:
    'show | pair|accept|pause|dismiss NAME | release|kit --out DIR | signing-key|verify|unpack FILE | versions DIR | fetch ADDRESS   [--json]',
  about: w.help.box,
  options: { json: { type: 'boolean' }, called: { type: 'string' }, off: { type: 'boolean' }, ...VERSION_OPTIONS, ...PASSPHRASE_OPTIONS },
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

const CHANGES: Readonly<Record<string, (isOn: boolean, called: string | undefined) => Omit<BoxDecided, 'name'>>> = {
  pair: (isOn, called) => ({ paired: isOn, ...(called === undefined ? {} : { called }) }),
  accept: isOn => ({ accepted: isOn }),
  pause: isOn => ({ paused: isOn }),
  dismiss: isOn => ({ dismissed: isOn }),
}

function decide(folder: string, named: string, change: Omit<BoxDecided, 'name'>, json: boolean): number {
  neededBox(folder)
  openFolder(folder)
  const unlock = takeLock(folder)
  const log = openLog(placesIn(folder).log, openBox(folder))
  try {
    const name = foundBox(log, named)
    if (name === log.box.name) throw new Undone(w.box.itself)
    log.db.exec('BEGIN IMMEDIATE')
    decideBox(log, { name, ...change })
    log.db.exec('COMMIT')
    const seen = boxesSeen(log, log.box.name).others.filter(one => one.name === name)
    // A box of which nothing is left to say is in no list.
    console.log(json ? JSON.stringify(seen.map(asJson)[0] ?? { name }) : w.box.noted(calledOf(log, name)))
    return 0
  } finally {
    log.db.close()
    unlock()
  }
}

/**
 * The box that is meant: its whole name, what it is called here, or the beginning of the name of one that is known.
 * Errors  Undone when it is none, or several.
 */
export function foundBox(log: Log, typed: string): string {
  const name = typed.trim().toLowerCase()
  if (isBoxName(name)) return name
  const introduced = introductionsIn(log).map(({ box, called }) => ({ name: box, called }))
  const known = [...[...marksIn(log)].map(([name, mark]) => ({ name, called: mark.called ?? '' })), ...introduced]
  const isMeant = (one: { name: string; called: string }): boolean =>
    (name.length >= 6 && one.name.startsWith(name)) || one.called.toLowerCase() === name
  const found = [...new Set(known.filter(isMeant).map(one => one.name))]
  if (found.length !== 1) throw new Undone(w.box.notFound(typed))
  return found[0]!
}

/** What a box is called here, else the beginning of its name. */
export const calledOf = (log: Log, name: string): string => marksIn(log).get(name)?.called ?? name.slice(0, 10)

function show(folder: string, json: boolean): number {
  const log = readLog(folder, neededBox(folder))
  try {
    const { me, others } = boxesSeen(log, log.box.name)
    const asked = dismissalsAsked(log)
    if (json) console.log(JSON.stringify({ box: me.name, words: me.words, boxes: others.map(asJson), dismissalsAsked: asked }))
    else
      console.log(
        [w.box.mine(me.name, me.words), ...others.map(one => `- ${w.box.line(one.called, statesOf(one), one.toGive)}`)].join('\n'),
      )
    return 0
  } finally {
    log.db.close()
  }
}

const statesOf = ({ known, isPaused, isDismissed }: BoxSeen): readonly string[] => [
  w.box.state[known],
  ...(isPaused ? [w.box.state.paused] : []),
  ...(isDismissed ? [w.box.state.dismissed] : []),
]

const asJson = ({ known, isPaused, isDismissed, ...seen }: BoxSeen): object => ({
  ...seen,
  paired: known === 'paired',
  accepted: known === 'accepted',
  waiting: known === 'introduced',
  paused: isPaused,
  dismissed: isDismissed,
})
