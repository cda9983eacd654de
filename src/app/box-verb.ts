import { boxOfFeed } from '../core/change.ts'
import { dismissalsAsked, heardFrom, introductionsIn, isBoxName, type Mark, markBox, marksIn, trustOf } from '../exchange/known.ts'
import { introducersOf } from '../exchange/trust.ts'
import { lacking, runsOf } from '../exchange/vector.ts'
import { type Log, openLog, positions } from '../log/log.ts'
import { openBox, openFolder, placesIn, takeLock } from './folder.ts'
import { dataFrom, neededBox, readLog } from './held.ts'
import { plainly, Undone } from './undone.ts'
import { Misused, type Verb } from './verb.ts'
import { appWords, shellLang } from './words.ts'

const w = appWords(shellLang())

/**
 * Who types here holds the machine: no code is asked for, as for `restore`. From a page, pairing and dismissing will ask for one.
 */
export const boxVerb: Verb = {
  name: 'box',
  usage: 'show [--json] | pair NAME [--called BOËN] | accept NAME | pause NAME [--off] | dismiss NAME [--off]',
  about: w.help.box,
  options: { json: { type: 'boolean' }, called: { type: 'string' }, off: { type: 'boolean' } },
  run: plainly(async (values, [what, named, ...rest]) => {
    const folder = dataFrom(values)
    if (what === 'show' && named === undefined) return show(folder, values['json'] === true)
    const change = CHANGES[what ?? '']
    if (!change || named === undefined || rest.length > 0) throw new Misused(w.box.which)
    const called = typeof values['called'] === 'string' ? values['called'].slice(0, 200) : undefined
    return decide(folder, named, log => change(log, values['off'] === true, called))
  }),
}

type Change = (log: Log, off: boolean, called: string | undefined) => (name: string) => Parameters<typeof markBox>[2]
const CHANGES: Readonly<Record<string, Change>> = {
  pair: (_log, off, called) => () => ({ paired: off ? undefined : true, ...(called === undefined ? {} : { called }) }),
  accept: (_log, off) => () => ({ accepted: off ? undefined : true }),
  pause: (_log, off) => () => ({ paused: off ? undefined : true }),
  dismiss: (log, off) => name => ({ dismissed: off ? undefined : believedNow(log, name) }),
}

/** The last entry held here of each feed of that box: what is believed when it is dismissed today. */
const believedNow = (log: Log, name: string): Readonly<Record<string, number>> =>
  Object.fromEntries([...positions(log)].filter(([feed]) => boxOfFeed(feed) === name))

function decide(folder: string, named: string, change: (log: Log) => (name: string) => Parameters<typeof markBox>[2]): number {
  neededBox(folder)
  openFolder(folder)
  const unlock = takeLock(folder)
  const log = openLog(placesIn(folder).log, openBox(folder))
  try {
    const name = foundBox(log, named)
    if (name === log.box.name) throw new Undone(w.box.itself)
    log.db.exec('BEGIN IMMEDIATE')
    markBox(log, name, change(log)(name))
    log.db.exec('COMMIT')
    console.log(w.box.noted(calledOf(log, name)))
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
  if (isBoxName(typed)) return typed
  const introduced = introductionsIn(log).map(({ box, called }) => ({ name: box, called }))
  const known = [...[...marksIn(log)].map(([name, mark]) => ({ name, called: mark.called ?? '' })), ...introduced]
  const isMeant = (one: { name: string; called: string }): boolean =>
    (typed.length >= 6 && one.name.startsWith(typed)) || one.called.toLowerCase() === typed.toLowerCase()
  const found = [...new Set(known.filter(isMeant).map(one => one.name))]
  if (found.length !== 1) throw new Undone(w.box.notFound(typed))
  return found[0]!
}

/** What a box is called here, else the beginning of its name. */
export const calledOf = (log: Log, name: string): string => marksIn(log).get(name)?.called ?? name.slice(0, 10)

type Shown = Readonly<{ name: string; called: string; mark: Mark; isWaiting: boolean; toGive: number }>
function show(folder: string, json: boolean): number {
  const log = readLog(folder, neededBox(folder))
  try {
    const boxes = boxesIn(log)
    const asked = dismissalsAsked(log)
    if (json) console.log(JSON.stringify({ box: log.box.name, boxes: boxes.map(asJson), dismissalsAsked: asked }))
    else console.log([w.box.mine(log.box.name), ...boxes.map(one => `- ${w.box.line(one.called, statesOf(one), one.toGive)}`)].join('\n'))
    return 0
  } finally {
    log.db.close()
  }
}

function boxesIn(log: Log): readonly Shown[] {
  const [marks, trust, introductions] = [marksIn(log), trustOf(log, log.box.name), introductionsIn(log)]
  const waiting = introductions.filter(({ box }) => introducersOf(trust, box).length > 0).map(({ box }) => box)
  const names = [...new Set([...marks.keys(), ...waiting])].filter(name => name !== log.box.name)
  return names.map(name => {
    const mark = marks.get(name) ?? {}
    const said = introductions.find(one => one.box === name)?.called
    const isWaiting = waiting.includes(name) && !mark.paired && !mark.accepted
    return { name, called: mark.called ?? (said || name.slice(0, 10)), mark, isWaiting, toGive: toGive(log, name) }
  })
}

/** Entries of the commons that the box lacks, by what it last said. */
function toGive(log: Log, name: string): number {
  const missing = lacking(log, runsOf(log, 'commons'), heardFrom(log, name).commons)
  return [...missing].reduce((sum, [run, first]) => sum + run.last - first + 1, 0)
}

const statesOf = ({ mark, isWaiting }: Shown): readonly string[] => [
  ...(mark.paired ? [w.box.state.paired] : []),
  ...(mark.accepted ? [w.box.state.accepted] : []),
  ...(isWaiting ? [w.box.state.waiting] : []),
  ...(mark.paused ? [w.box.state.paused] : []),
  ...(mark.dismissed ? [w.box.state.dismissed] : []),
]

const asJson = ({ name, called, mark, isWaiting, toGive: count }: Shown): object => ({
  name,
  called,
  paired: mark.paired ?? false,
  accepted: mark.accepted ?? false,
  waiting: isWaiting,
  paused: mark.paused ?? false,
  dismissed: mark.dismissed ?? null,
  heardAt: mark.heardAt ?? null,
  toGive: count,
})
