import { codeOf, sayCode } from '../../src/core/code.ts'
import { dayAt } from '../../src/files/clock.ts'
import type { Answer } from '../support/browser.ts'
import type { World } from './acts.ts'

/**
 * The acts of who hands things out without a screen (`src/bricks/lending/model/handing`), with the
 * canary wherever they take words: a line that is written, and one that comes back.
 */
export const handActs = (
  name: string,
  phone: string,
  said: string,
): Readonly<Record<string, (w: World) => Promise<Answer>>> => ({
  'lending.keySheet': async w => {
    const over = await w.bring('thing', { title: 'Hache', kind: 'tool' })
    await w.bring('charge', { person: w.id, over, since: '2026-01-01' }, 'home')
    const day = dayAt(Date.now())
    const word = sayCode(codeOf('libre', '152'))
    await w.bring('hand-sheet', { day, words: [word] }, 'home')
    const typed = { nom: name, tel: phone, etat: said, heure: '0:00', chose: over }
    const line = (n: number, of: object): object =>
      Object.fromEntries(
        Object.entries({ ...typed, ...of }).map(([part, one]) => [`${part}.${n}`, one]),
      )
    return w.me.post('/preter/reprise', {
      ...line(0, { mot: word }),
      ...line(1, { mot: said.slice(0, 60) }),
    })
  },
})

/** Acts that write no word of anybody. */
export const HANDING_LEFT: Readonly<Record<string, string>> = {
  'lending.prepareSheet': 'it draws words of no person: src/bricks/lending/handing.test.ts',
}
