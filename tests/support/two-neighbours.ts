import assert from 'node:assert/strict'
import { deal, dealAnswer } from '../../src/bricks/deals/model/records.ts'
import type { Browser } from './browser.ts'
import { testBox } from './test-box.ts'

/** Élodie and Mathieu, and the notice of his trailer, in a box with its pages. */

type Fields = Readonly<Record<string, string>>
const idIn = (text: string): string => /[0-9a-z]{26}/.exec(text)![0]

/**
 * Each is reached by a word.
 *
 * Shape   `interested`: somebody answers the notice. `does`: somebody does something that must be
 *         done, later, so that acts stand in the order in which they were said. `ticketed`: a
 *         visitor, Huguette unless `by` says who, answers the notice; `at`: their ticket, `id`: the
 *         thread.
 */
export async function twoNeighbours() {
  const box = testBox()
  box.territory()
  const [elodie, mathieu] = [await box.member('Élodie'), await box.member('Mathieu')]
  const sent = { title: 'prête sa remorque', reachBy: 'word', accord: 'ici' }
  const trailer = idIn((await mathieu.post('/annonces/proposer', sent)).location)
  const rows = () => box.engine.read.list(deal, { order: 'id' }, 'home')
  const ticketed = async (by: Fields = {}) => {
    const visitor = box.visitor()
    const form = await visitor.get(`/arrangements/interet?annonce=${trailer}`)
    const huguette = { firstName: 'Huguette', reach: '04 77 00 11 22' }
    const typed = { ...huguette, said: 'Pour samedi ?', ...by }
    const { location } = await visitor.fill(form, '/arrangements/interet', typed)
    const at = location.split('?')[0]!
    assert.match(at, /^\/billet\/[0-9a-z]{26}$/)
    return { visitor, at, id: rows().at(-1)!.id }
  }
  return {
    ...{ box, elodie, mathieu, trailer, rows, ticketed },
    acts: () =>
      box.engine.read.list(dealAnswer, { order: 'id' }, 'home').map(one => [one.says, one.said]),
    slips: () => box.engine.read.all('SELECT * FROM word_home WHERE removed IS NOT 1'),
    interested: (who: Browser, more: Fields = {}) =>
      who.post('/arrangements/interet', { annonce: trailer, ...more }),
    does: box.doneBy,
  }
}

/** That of Mathieu, whose notice shows it. */
export const NUMBER = '06 71 22 33 44'
/**
 * Each has a telephone.
 *
 * Shape   `proposed`: Élodie proposes; it gives the address of the deal. `says`: somebody answers.
 */
export async function twoWithTelephones(title = 'prête sa remorque') {
  const box = testBox()
  box.territory()
  const [one, other] = [
    box.welcome({ name: 'Élodie', how: 'phone', phone: '06 71 55 66 77' }),
    box.welcome({ name: 'Mathieu', how: 'phone', phone: NUMBER }),
  ]
  const [elodie, mathieu] = [await box.memberOf(one), await box.memberOf(other)]
  const sent = { title, reachBy: 'phone', phone: NUMBER, accord: 'ici' }
  const trailer = idIn((await mathieu.post('/annonces/proposer', sent)).location)
  return {
    ...{ box, elodie, mathieu, trailer },
    proposed: async (more: Fields = {}): Promise<string> => {
      const what = 'emprunter la remorque'
      const asked = { annonce: trailer, what, ...more }
      return (await elodie.post('/arrangements/nouveau', asked)).location.split('?')[0]!
    },
    says: (who: Browser, at: string, input: Fields) =>
      box.doneBy(who, `${at}/repondre`, { from: at, ...input }),
  }
}

/** What their first page says that waits for them. */
export const waitsOf = async (who: Browser): Promise<string> =>
  /Pour vous (.*?) (?:Bonjour|Je propose|Annonces)/.exec((await who.get('/')).text)?.[1] ?? ''
