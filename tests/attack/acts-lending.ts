import type { Answer } from '../support/browser.ts'
import type { World } from './acts.ts'

/**
 * The acts of who lends, books and answers (`src/bricks/lending/model`), with the canary wherever
 * they take words: of what is theirs, and of other people’s bookings that they are in charge of.
 */

type Act = (w: World) => Promise<Answer>
type Fields = Parameters<World['bring']>[1]
const DAY = '2027-12-19'
const PLACE = '/preter'

export const lendActs = (
  name: string,
  phone: string,
  said: string,
): Readonly<Record<string, Act>> => ({
  'lending.add': w =>
    w.me.post(`${PLACE}/nouveau`, { ...thingOf(name, said), reach: phone, reachBy: 'phone' }),
  'lending.addFromNotice': w => w.me.post(`${PLACE}/annonce/${w.own}`, {}),
  'lending.setUp': async w => {
    const { location } = await w.me.post(`${PLACE}/nouveau`, { title: 'Une scie', kind: 'tool' })
    return w.me.post(`${location}/regler`, {
      ...thingOf(name, said),
      reach: phone,
      pieces: [`la scie de ${name}`],
      consumables: said,
      backAs: said,
      sheet: said,
      equipment: said,
      houseRules: said,
      feeFor: `pour ${name}`,
    })
  },
  'lending.lookAfter': async w =>
    w.me.post(`${await charged(w)}/entretien`, { on: '2026-01-01', what: said, by: name }),
  'lending.book': async w => {
    const thing = await lent(w)
    await w.me.post(`${thing}/reserver`, { startsOn: DAY, use: said, phone, dire: '1' })
    return w.me.post(`${await charged(w)}/reserver`, {
      ...{ startsOn: DAY, pour: 'Huguette', use: said, why: said },
    })
  },
  'lending.bookSeries': async w =>
    w.me.post(`${await charged(w)}/plusieurs-fois`, {
      ...{ startsOn: DAY, recurs: 'toutes les semaines, jusqu’au 9 janvier 2028' },
      ...{ pour: 'Huguette', use: said, sur: '1' },
    }),
  'lending.give': async w =>
    w.me.post(`${PLACE}/demandes/${await asked(w)}/accorder`, { why: `dit à ${name}` }),
  'lending.refuse': async w =>
    w.me.post(`${PLACE}/demandes/${await asked(w)}/refuser`, { answer: said }),
  'lending.close': async w => w.me.post(`${await charged(w)}/fermer`, { startsOn: DAY, why: said }),
  'lending.handOut': async w =>
    w.me.post(`${PLACE}/reservations/${await booked(w)}/remettre`, { stateOut: said, tout: '1' }),
  'lending.lendNow': async w =>
    w.me.post(`${await charged(w)}/preter`, {
      ...{ endsOn: DAY, pour: 'Huguette', use: said, stateOut: said, why: said },
    }),
  'lending.handBack': async w => {
    const out = { state: 'out', startsOn: '2026-01-01' }
    return w.me.post(`${PLACE}/reservations/${await booked(w, out)}/rendre`, { stateBack: said })
  },
})

const thingOf = (name: string, said: string) => ({
  ...{ title: `Scie, ${said}`, kind: 'tool', unit: 'day', where: `chez ${name}`, who: name },
  detail: said,
})
/** The page of a thing that anybody with a card books. */
const lent = async (w: World): Promise<string> =>
  `${PLACE}/${await w.bring('thing', { title: 'Perceuse', kind: 'tool', unit: 'day' })}`
/** The page of a thing of which the canary is in charge. */
async function charged(w: World): Promise<string> {
  const over = await w.bring('thing', { title: 'Broyeur', kind: 'machine', unit: 'day' })
  await w.bring('charge', { person: w.id, over, since: '2026-01-01' }, 'home')
  return `${PLACE}/${over}`
}
const charge = async (w: World): Promise<string> => (await charged(w)).slice(PLACE.length + 1)
/** Paul’s booking of such a thing. */
async function booked(w: World, fields: Fields = { state: 'booked', startsOn: DAY }) {
  const thing = await charge(w)
  return w.bring('booking', { ...fields, thing, member: w.paul, name: 'Paul' })
}
/** Paul asks for one. */
async function asked(w: World): Promise<string> {
  const thing = await charge(w)
  const whose = { member: w.paul, name: 'Paul', state: 'asked', askedAt: '2026-12-01T10:00:00Z' }
  return w.bring('booking-request', { ...whose, thing, startsOn: DAY }, 'home')
}

/** Acts that write no word of who does them. */
export const LEND_LEFT: Readonly<Record<string, string>> = Object.fromEntries(
  [
    'endSeries',
    'withdraw',
    'move',
    'cancel',
    'giveBack',
    'askOther',
    'takeFreed',
    'noShow',
    'replace',
    'lendAgain',
    'settle',
    'find',
    'askAgain',
  ].map(name => [
    `lending.${name}`,
    'it writes days, states and pieces, and no word: src/bricks/lending/gauntlet.test.ts',
  ]),
)
