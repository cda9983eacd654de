import type { Answer } from '../support/browser.ts'
import type { World } from './acts.ts'

/**
 * The acts of who is in charge of a thing that several own (`src/bricks/lending/model/shares`),
 * with the canary wherever they take words.
 */

type Act = (w: World) => Promise<Answer>
const YEAR = {
  firstOn: '2026-01-01',
  lastOn: '2026-12-31',
  counts: 'money',
  unit: 'hour',
  fixedBy: 'engaged',
} as const

/** A thing of which the canary is in charge, and its page of years. */
async function charged(w: World): Promise<string> {
  const over = await w.bring('thing', { title: 'Pressoir', kind: 'machine' })
  await w.bring('charge', { person: w.id, over, since: '2026-01-01' }, 'home')
  return `/preter/${over}/frais`
}
const opened = async (w: World, name: string): Promise<string> => {
  const path = await charged(w)
  return (await w.me.post(path, { ...YEAR, name })).location
}

export const shareActs = (name: string, said: string): Readonly<Record<string, Act>> => ({
  'lending.openYear': async w =>
    w.me.post(await charged(w), { ...YEAR, name: said, article: `dit à ${name}` }),
  'lending.correctYear': async w =>
    w.me.post(`${await opened(w, 'saison')}/corriger`, { ...YEAR, name: said, article: said }),
  'lending.engage': async w => {
    const path = await opened(w, 'saison')
    await w.me.post(`${path}/engager`, { who: name, parts: '3' })
    return w.me.post(`${path}/engager`, { who: `chez ${name}`, parts: '3' })
  },
  'lending.spend': async w =>
    w.me.post(`${await opened(w, 'saison')}/depense`, {
      what: said,
      amount: '12,50',
      day: '2026-03-01',
      part: 'fixed',
    }),
})

const FIGURES = 'it writes figures, and no word: src/bricks/lending/shares.test.ts'
const COUNT = 'it counts, and writes no word: src/bricks/lending/counter.test.ts'
/** Acts that write no word. */
export const SHARES_LEFT: Readonly<Record<string, string>> = {
  ...leftFor(
    [
      ...['closeYear', 'reopenYear', 'dropYear', 'engageOtherwise', 'leaveYear', 'keyPage'],
      ...['noteWear', 'strikeLine', 'strikeCost', 'callForShares', 'notePaid', 'noteSettled'],
      ...['notePayment', 'takeBackPayment'],
    ],
    FIGURES,
  ),
  ...leftFor(['beginCounting', 'countHelp', 'stopCounting'], COUNT),
}
function leftFor(commands: readonly string[], why: string): Readonly<Record<string, string>> {
  return Object.fromEntries(commands.map(command => [`lending.${command}`, why]))
}
