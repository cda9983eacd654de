import { meantBy } from '../contract/meant.ts'
import { CommandError } from '../contract/verb.ts'
import type { Log, LogToRead } from '../log/log.ts'
import { wordsOfBox } from '../log/sayable.ts'
import { shellLang } from '../machine/shell-lang.ts'
import { peerMark, peerMarksIn } from '../sync/trust/marks.ts'
import { boxesSeen } from '../sync/trust/seen.ts'
import { introductionsIn } from '../sync/trust/spoken.ts'
import { cliWords } from './words.ts'

const w = cliWords(shellLang())

/**
 * Finds a box by what a person types: its whole name, its drawing or its five words, as on the
 * page; or its name here, or the beginning of a known box’s name.
 *
 * Errors  CommandError when it is none, several, or this one.
 */
export function foundBox(log: Log, typed: string): string {
  const meant = meantBy(typed, boxesSeen(log, log.box.name))
  if ('name' in meant) return meant.name
  if (meant.wrong !== 'none') throw new CommandError(w.box[meant.wrong])
  const name = typed.trim().toLowerCase()
  const introduced = introductionsIn(log).map(({ box, called }) => ({ name: box, called }))
  const known = [
    ...[...peerMarksIn(log)].map(([name, mark]) => ({ name, called: mark.called ?? '' })),
    ...introduced,
  ]
  const isMeant = (one: { name: string; called: string }): boolean =>
    (name.length >= 6 && one.name.startsWith(name)) ||
    (name !== '' && one.called.toLowerCase() === name)
  const found = [...new Set(known.filter(isMeant).map(one => one.name))]
  if (found.length !== 1) throw new CommandError(w.box.notFound(typed))
  return found[0]!
}

/** The name of a box here, else its five words. */
export function calledOf(log: LogToRead, name: string): string {
  const introduced = introductionsIn(log).find(one => one.box === name)?.called
  return peerMark(log, name)?.called || introduced || wordsOfBox(name)
}
