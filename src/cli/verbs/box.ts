import { type BoxDecided, type BoxSeen, calledLine } from '../../contract/box/boxes.ts'
import { isNicknameTaken } from '../../contract/meant.ts'
import { CommandError, type VerbRun, type VerbValues } from '../../contract/verb.ts'
import { openBox, openFolder, placesIn, takeLock } from '../../files/folder.ts'
import { neededBox, readLog } from '../../files/open-box.ts'
import { type Log, openLog } from '../../log/log.ts'
import { wordsOfBox } from '../../log/sayable.ts'
import { shellLang } from '../../machine/shell-lang.ts'
import { decideBox } from '../../sync/trust/decisions.ts'
import { boxesSeen } from '../../sync/trust/seen.ts'
import { dismissalsAsked } from '../../sync/trust/spoken.ts'
import { boxLines } from '../box-said.ts'
import { dataFrom } from '../data-folder.ts'
import { EXIT } from '../exit-codes.ts'
import { calledOf, foundBox } from '../named-box.ts'
import { tell } from '../told.ts'
import { cliWords } from '../words.ts'

const w = cliWords(shellLang())

/**
 * Runs a decision of the keeper on a box. No code is asked for, as for `restore`, because a person
 * who types here holds the machine; a page asks for one to pair or dismiss.
 */
const deciding =
  (change: (isOn: boolean, called: string | undefined) => Decision): VerbRun =>
  async (values, [named = '']) => {
    const called = calledLine(values['called']) || undefined
    return decide(values, named, change(values['off'] !== true, called))
  }

type Decision = Omit<BoxDecided, 'name'>
export const decided = {
  pair: deciding((paired, called) => ({ paired, ...(called === undefined ? {} : { called }) })),
  accept: deciding(accepted => ({ accepted })),
  pause: deciding(paused => ({ paused })),
  dismiss: deciding(dismissed => ({ dismissed })),
}

function decide(values: VerbValues, named: string, change: Decision): number {
  const folder = dataFrom(values)
  neededBox(folder)
  openFolder(folder)
  const unlock = takeLock(folder)
  let log: Log | undefined
  try {
    log = openLog(placesIn(folder).log, openBox(folder))
    const name = foundBox(log, named)
    const { called } = change
    if (called !== undefined && isNicknameTaken(called, name, boxesSeen(log, log.box.name).others))
      throw new CommandError(w.box.alreadyCalled(called))
    log.db.exec('BEGIN IMMEDIATE')
    decideBox(log, { name, ...change })
    log.db.exec('COMMIT')
    const seen = boxesSeen(log, log.box.name).others.filter(one => one.name === name)
    // A box of which nothing is left to say is in no list.
    tell(values, seen.map(asJson)[0] ?? { name }, () =>
      [
        w.box.noted(calledOf(log!, name)),
        ...(change.paired ? [w.box.checkWords(wordsOfBox(name))] : []),
      ].join('\n'),
    )
    return EXIT.done
  } finally {
    log?.db.close()
    unlock()
  }
}

export const show: VerbRun = async values => {
  const folder = dataFrom(values)
  const log = readLog(folder, neededBox(folder))
  try {
    const { me, others } = boxesSeen(log, log.box.name)
    const told = { box: me.name, words: me.words, boxes: others.map(asJson) }
    const saying = { w, lang: shellLang(), calledOf: (name: string) => calledOf(log, name) }
    tell(values, { ...told, dismissalsAsked: dismissalsAsked(log) }, () =>
      boxLines({ me, others }, saying).join('\n'),
    )
    return EXIT.done
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
