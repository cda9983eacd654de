import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { carry, recognise } from '../../../tests/exchange/mail.ts'
import type { Answer, Browser } from '../../../tests/support/browser.ts'
import { type Member, type TestBox, testBox } from '../../../tests/support/test-box.ts'
import { Kept } from '../../core/kept.ts'
import { newBox } from '../../log/box.ts'
import { PATH } from './model/records-thing.ts'

/**
 * Twenty-eight ways in which other programs failed who lends and who borrows, each asked of ours
 * over HTTP, on a folder. The issue that told it stands beside each.
 */

type Fields = Readonly<Record<string, string | readonly string[]>>
let box: TestBox
let paul: Member
let nadia: Member
let hugo: Member
let keeper: Browser
before(async () => {
  box = testBox({ kept: new Kept(1_000_000), key: newBox() })
  box.territory()
  keeper = box.keeper
  ;[paul, nadia, hugo] = await Promise.all([
    box.member({ name: 'Paul', how: 'phone', phone: '06 11 22 33 44' }),
    box.member('Nadia'),
    box.member('Hugo'),
  ])
})
after(() => box?.[Symbol.dispose]())

let n = 0
/** A new thing; by the day where nothing else is said. */
const thing = (fields: object = {}): string =>
  box.bring('thing', { title: `Chose ${++n}`, kind: 'tool', unit: 'day', ...fields })
const at = (id: string): string => `${PATH}/${id}`
const post = (who: Browser, path: string, fields: Fields = {}): Promise<Answer> => {
  box.later(1_000)
  return who.post(path, fields)
}
const book = (who: Browser, id: string, fields: Fields): Promise<Answer> =>
  post(who, `${at(id)}/reserver`, { from: at(id), ...fields })
const isDone = (answer: Answer): void =>
  assert.equal(answer.status, 303, answer.text.slice(0, 2_000))
const isRefused = (answer: Answer, why: RegExp): void => {
  assert.equal(answer.status, 422, 'it is refused')
  assert.match(answer.text, why)
}
type State = 'booked' | 'out' | 'back' | 'cancelled' | 'noShow' | 'closed'
const bookings = (id: string, state?: State): readonly Readonly<Record<string, unknown>>[] =>
  box.read.all(
    'SELECT booking.*, home.name, home.why FROM booking ' +
      'LEFT JOIN booking_home AS home ON home.id = booking.id ' +
      'WHERE booking.thing = ?1 AND (?2 IS NULL OR booking.state = ?2) ORDER BY booking.id',
    id,
    state ?? null,
  )
const last = (id: string): string => String(bookings(id).at(-1)?.['id'])
const act = (what: string, booking: string, fields: Fields = {}, who: Browser = keeper) =>
  post(who, `${PATH}/reservations/${booking}/${what}`, fields)
const out = async (booking: string, fields: Fields = { tout: '1' }): Promise<void> =>
  isDone(await act('remettre', booking, fields))
const back = async (booking: string, fields: Fields = { tout: '1' }): Promise<void> =>
  isDone(await act('rendre', booking, fields))
/** Goes on to this moment of the village, as `2026-12-09T18:00`; people come in again. */
const until = async (moment: string): Promise<void> => {
  const now = Temporal.PlainDateTime.from(moment).toZonedDateTime('Europe/Paris').epochMilliseconds
  assert.ok(now >= box.now(), `${moment} is past`)
  box.later(now - box.now())
  const again = ({ id }: Member): Promise<Member> => box.memberOf(id)
  keeper = await box.keeperAt('here')
  ;[paul, nadia, hugo] = await Promise.all([again(paul), again(nadia), again(hugo)])
}
const page = async (id: string, who: Browser = box.visitor()): Promise<string> =>
  (await who.get(at(id))).text

test('1: two in the same moment: one has it, the other is told by whom it is taken', async () => {
  const id = thing()
  const day = { startsOn: '2026-12-12', dire: '1' }
  const both = await Promise.all([book(paul, id, day), book(nadia, id, day)])
  const done = both.filter(({ status }) => status === 303)
  assert.equal(done.length, 1)
  const other = both.find(({ status }) => status !== 303)!
  assert.match(other.text, /C’est pris : (?:Paul|Nadia)\..*liste/s)
  assert.equal(bookings(id).length, 1)
})

test('2: a page that was open while somebody else booked confirms nothing', async () => {
  const id = thing()
  const form = await paul.get(at(id))
  isDone(await book(nadia, id, { startsOn: '2026-12-12' }))
  const late = await paul.fill(form, `${at(id)}/reserver`, { startsOn: '2026-12-12' })
  isRefused(late, /C’est pris/)
  assert.equal(bookings(id).length, 1)
})

test('3: what is said free is not refused, and what is refused was not said free', async () => {
  const id = thing({ title: 'Chaises', count: 40 })
  isDone(await book(paul, id, { startsOn: '2026-12-12', count: '30' }))
  isRefused(await book(nadia, id, { startsOn: '2026-12-12', count: '11' }), /C’est pris/)
  isDone(await book(nadia, id, { startsOn: '2026-12-12', count: '10' }))
  isRefused(await book(hugo, id, { startsOn: '2026-12-12' }), /C’est pris/)
  isRefused(await book(hugo, id, { startsOn: '2026-12-13', count: '41' }), /pas autant/)
})

test('4: nothing goes out over somebody’s booking, unless it left: then it is a clash', async () => {
  const id = thing()
  isDone(await book(paul, id, { startsOn: '2026-12-05', dire: '1' }))
  const lend = { name: 'Zoé', endsOn: '2026-12-06' }
  isRefused(await post(keeper, `${at(id)}/preter`, lend), /pris.*Paul.*déjà parti/s)
  assert.equal(bookings(id).length, 1)
  isDone(await post(keeper, `${at(id)}/preter`, { ...lend, deja: '1' }))
  assert.match(
    await page(id, keeper),
    /Promis deux fois\s+(?:Paul et Zoé|Zoé et Paul) : appelez les deux/,
  )
})

test('5: a booking of later keeps nobody from having it today', async () => {
  const id = thing()
  isDone(await book(paul, id, { startsOn: '2026-12-20' }))
  isDone(await book(nadia, id, { startsOn: '2026-12-05' }))
  await out(last(id))
  await back(last(id))
})

test('6: back and out on one day, and a part of a day', async () => {
  const id = thing()
  isDone(await book(paul, id, { startsOn: '2026-12-05' }))
  const first = last(id)
  await out(first)
  isRefused(await book(nadia, id, { startsOn: '2026-12-05' }), /C’est pris/)
  await back(first)
  isDone(await book(nadia, id, { startsOn: '2026-12-05' }))
  await out(last(id))
  await back(last(id))
  const room = thing({ unit: 'hour', kind: 'place' })
  isDone(await book(paul, room, { startsOn: '2026-12-12', startsAt: '9 h', endsAt: '12 h' }))
  isDone(await book(nadia, room, { startsOn: '2026-12-12', startsAt: '14 h', endsAt: '18 h' }))
})

test('7: an extension never goes over the next one', async () => {
  const id = thing()
  isDone(await book(paul, id, { startsOn: '2026-12-12' }))
  const mine = last(id)
  isDone(await book(nadia, id, { startsOn: '2026-12-14' }))
  const longer = { startsOn: '2026-12-12', endsOn: '2026-12-14' }
  isRefused(await act('deplacer', mine, longer, paul), /l’a à partir du lundi 14 décembre/)
  isDone(await act('deplacer', mine, { ...longer, endsOn: '2026-12-13' }, paul))
})

test('8: an extension is never in its own way', async () => {
  const id = thing({ changeoverMinutes: 60, notChained: true, oneWeekend: true, mostAhead: 1 })
  isDone(await book(paul, id, { startsOn: '2026-12-12' }))
  const longer = { startsOn: '2026-12-12', endsOn: '2026-12-13' }
  isDone(await act('deplacer', last(id), longer, paul))
})

test('9: from 10 to 12 touches from 12 to 14, and slots of a week', async () => {
  const id = thing({ unit: 'hour', kind: 'place' })
  const on = { startsOn: '2026-12-12' }
  isDone(await book(paul, id, { ...on, startsAt: '10:00', endsAt: '12:00' }))
  isDone(await book(nadia, id, { ...on, startsAt: '12:00', endsAt: '14:00' }))
  isRefused(await book(hugo, id, { ...on, startsAt: '11:59', endsAt: '12:01' }), /C’est pris/)
  isDone(await book(hugo, id, { startsOn: '2026-12-14', endsOn: '2026-12-20' }))
  isRefused(await book(paul, id, { startsOn: '2026-12-20', startsAt: '23:00' }), /C’est pris/)
  isDone(await book(paul, id, { startsOn: '2026-12-21', endsOn: '2026-12-27' }))
})

test('10: no rule is dodged by two windows, two first names, or a stack of requests', async () => {
  const id = thing({ mostAhead: 1 })
  const days = ['2026-12-12', '2026-12-14'].map(startsOn => ({ startsOn }))
  const both = await Promise.all(days.map(day => book(paul, id, day)))
  assert.equal(both.filter(({ status }) => status === 303).length, 1)
  // Another first name at Paul's telephone is Paul.
  const asks = { startsOn: '2026-12-20', name: 'Pablo', phone: '+33 6 11 22 33 44' }
  isRefused(await book(box.visitor(), id, asks), /Pas plus de 1 réservation/)
  const zoe = { name: 'Zoé', phone: '06 99 88 77 66' }
  isDone(await book(box.visitor(), id, { startsOn: '2026-12-22', ...zoe }))
  const again = { startsOn: '2026-12-24', ...zoe, name: 'Zo' }
  isRefused(await book(box.visitor(), id, again), /Pas plus de 1 réservation/)
  // The one in charge goes past it, and says why.
  const why = { name: 'Paul', startsOn: '2026-12-28', why: 'la fête de l’école' }
  isRefused(await book(keeper, id, { ...why, why: '' }), /Pas plus de 1 réservation/)
  isDone(await book(keeper, id, why))
  assert.match(await page(id, keeper), /Au-delà de la règle : la fête de l’école/)
})

test('11: one person does not take all things in turn', async () => {
  const [one, two, three] = [1, 2, 3].map(() => thing({ kind: 'animal', mostOfKind: 2 }))
  isDone(await book(paul, one!, { startsOn: '2026-12-12' }))
  isDone(await book(paul, two!, { startsOn: '2026-12-14' }))
  isRefused(await book(paul, three!, { startsOn: '2026-12-16' }), /Pas plus de 2 choses/)
  isDone(await book(nadia, three!, { startsOn: '2026-12-16' }))
})

test('12: a reservation of later blocks no loan that is out', async () => {
  const id = thing()
  isDone(await book(paul, id, { startsOn: '2026-12-05', endsOn: '2026-12-06' }))
  const mine = last(id)
  await out(mine)
  isDone(await book(nadia, id, { startsOn: '2026-12-07' }))
  isDone(await act('deplacer', mine, { startsOn: '2026-12-05', endsOn: '2026-12-05' }, paul))
  await back(mine)
})

test('13: what is returned is not out', async () => {
  const id = thing()
  isDone(await book(paul, id, { startsOn: '2026-12-05', endsOn: '2026-12-07' }))
  await out(last(id))
  assert.match(await page(id), /Pris en ce moment/)
  await back(last(id))
  assert.doesNotMatch(await page(id), /Pris en ce moment/)
  isDone(await book(nadia, id, { startsOn: '2026-12-06' }))
})

test('14: nothing that is noted by its page skips the check', async () => {
  const id = thing()
  isDone(await book(paul, id, { startsOn: '2026-12-05' }))
  const first = last(id)
  isDone(await book(nadia, id, { startsOn: '2026-12-06' }))
  await out(first)
  // Nadia comes a day early: the thing is not there.
  isRefused(await act('remettre', last(id), { tout: '1' }), /C’est pris/)
  isRefused(await act('rendre', last(id), { tout: '1' }), /ne se fait plus, ou pas encore/)
  await back(first)
})

test('15: a kit is in no two bookings, and a part that is lent alone takes it too', async () => {
  const kit = thing({ kind: 'kit', title: 'Malle' })
  const part = thing({ title: 'Projecteur', partOf: kit })
  isDone(await book(paul, part, { startsOn: '2026-12-12' }))
  isRefused(await book(nadia, kit, { startsOn: '2026-12-12' }), /C’est pris/)
  isDone(await book(nadia, kit, { startsOn: '2026-12-13' }))
  isRefused(await book(hugo, part, { startsOn: '2026-12-13' }), /C’est pris/)
})

test('16: a kit comes back in part, and does not go out as complete', async () => {
  const id = thing({ kind: 'kit', pieces: ['projecteur', 'câble', 'rallonge'] })
  isDone(await book(paul, id, { startsOn: '2026-12-05' }))
  const first = last(id)
  await out(first)
  const short = await act('rendre', first, { piecesBack: ['projecteur', 'rallonge'] })
  isDone(short)
  assert.match(await page(id, keeper), /câble/i)
  isDone(await book(nadia, id, { startsOn: '2026-12-05' }))
  await out(last(id))
  const [row] = box.read.all('SELECT piecesOut FROM booking_home WHERE id = ?', last(id))
  assert.deepEqual(JSON.parse(String(row?.['piecesOut'])), ['projecteur', 'rallonge'])
  isDone(await act('retrouver', first, { piece: 'câble' }))
  await back(last(id))
})

test('17: several things at once: all, or none', async () => {
  const [tables, chairs] = [thing({ title: 'Tables' }), thing({ title: 'Chaises' })]
  isDone(await book(paul, chairs, { startsOn: '2026-12-12' }))
  const both = { startsOn: '2026-12-12', avec: [chairs] }
  isRefused(await book(nadia, tables, both), /Rien n’est réservé, car Chaises manque/)
  assert.equal(bookings(tables).length, 0)
  isDone(await book(nadia, tables, { ...both, startsOn: '2026-12-13' }))
  assert.equal(bookings(tables).length + bookings(chairs).length, 3)
})

const SERIES = { startsAt: '14:00', endsAt: '18:00', recurs: 'le premier samedi du mois' }
const daysOf = (id: string, state: State = 'booked'): readonly unknown[] =>
  bookings(id, state).map(row => row['startsOn'])

test('18: a series says each date, kept or skipped, and skipped ones are booked by nobody', async () => {
  const id = thing({ unit: 'hour', kind: 'place', title: 'Le local' })
  const asks = {
    ...SERIES,
    name: 'Le comité',
    startsOn: '2027-01-02',
    notMonths: 'août',
    notPublicHolidays: '1',
    also: '2027-05-13',
  }
  isDone(await book(nadia, id, { startsOn: '2027-03-06', startsAt: '17:00', endsAt: '19:00' }))
  const said = await post(keeper, `${at(id)}/plusieurs-fois`, {
    from: `${at(id)}/plusieurs-fois`,
    ...asks,
  })
  assert.match(said.text, /samedi 6 mars 2027.{0,60}laissé : C’est pris/s)
  assert.match(said.text, /samedi 1er mai 2027.{0,60}laissé : jour férié/s)
  assert.match(said.text, /samedi 7 août 2027.{0,60}laissé : pas ce mois-là/s)
  assert.match(said.text, /jeudi 13 mai 2027.{0,60}libre, vous l’avez demandé/s)
  assert.equal(bookings(id).length, 1, 'nothing is written before it was read')
  isDone(await post(keeper, `${at(id)}/plusieurs-fois`, { ...asks, sur: '1' }))
  const days = daysOf(id)
  assert.ok(days.includes('2027-02-06') && days.includes('2027-05-13'))
  for (const day of ['2027-05-01', '2027-08-07']) assert.ok(!days.includes(day), day)
  assert.equal(days.filter(day => day === '2027-03-06').length, 1)
})

test('19: a repetition is not longer than its period', async () => {
  const id = thing()
  const asks = {
    name: 'Le comité',
    startsOn: '2026-12-14',
    endsOn: '2026-12-23',
    recurs: 'tous les lundis',
    sur: '1',
  }
  isRefused(
    await post(keeper, `${at(id)}/plusieurs-fois`, { from: `${at(id)}/plusieurs-fois`, ...asks }),
    /ne serait pas finie quand la suivante commence/,
  )
  assert.equal(bookings(id).length, 0)
})

test('20: one holiday is kept all the same, and comes back once the days are changed', async () => {
  const id = thing({ unit: 'hour', kind: 'place' })
  const asks = {
    ...SERIES,
    name: 'Le comité',
    startsOn: '2027-04-03',
    recurs: 'le premier samedi du mois, jusqu’au 30 juin 2027',
    notPublicHolidays: '1',
    sur: '1',
  }
  isDone(
    await post(keeper, `${at(id)}/plusieurs-fois`, { from: `${at(id)}/plusieurs-fois`, ...asks }),
  )
  assert.deepEqual(daysOf(id).toSorted(), ['2027-04-03', '2027-06-05'])
  const [row] = box.read.all('SELECT series FROM booking WHERE thing = ?', id)
  isDone(await post(keeper, `${PATH}/series/${row?.['series']}/arreter`))
  assert.deepEqual(daysOf(id), [])
  isDone(await post(keeper, `${at(id)}/plusieurs-fois`, { ...asks, also: '2027-05-01' }))
  assert.deepEqual(daysOf(id).toSorted(), ['2027-04-03', '2027-05-01', '2027-06-05'])
})

test('21: the changeover is right over the nights when the clock changes', async () => {
  const id = thing({ unit: 'hour', kind: 'place', changeoverMinutes: 60, longestHours: 25 })
  const night = (startsOn: string) => ({ startsOn, startsAt: '20:00', endsAt: '20:00' })
  isDone(await book(paul, id, { ...night('2027-10-30'), endsOn: '2027-10-31' }))
  const [row] = box.read.all('SELECT until_ms - from_ms AS ms FROM taken WHERE thing = ?', id)
  assert.equal(Number(row?.['ms']) / 3_600_000, 25, 'winter time begins')
  const after = (startsAt: string) => ({ startsOn: '2027-10-31', startsAt, endsAt: '23:00' })
  isRefused(await book(nadia, id, after('20:59')), /C’est pris/)
  isDone(await book(nadia, id, after('21:00')))
  const spring = thing({ unit: 'hour', kind: 'place', changeoverMinutes: 60 })
  isDone(await book(paul, spring, { startsOn: '2027-03-27', startsAt: '22:00', endsAt: '05:00' }))
  const [short] = box.read.all('SELECT until_ms - from_ms AS ms FROM taken WHERE thing = ?', spring)
  assert.equal(Number(short?.['ms']) / 3_600_000, 6, 'summer time begins')
  const early = { startsOn: '2027-03-28', endsAt: '08:00' }
  isRefused(await book(nadia, spring, { ...early, startsAt: '05:59' }), /C’est pris/)
  isDone(await book(nadia, spring, { ...early, startsAt: '06:00' }))
})

test('22: nothing is to be brought back on a day that is closed', async () => {
  const id = thing({ hours: 'Mo-Sa 09:00-12:00; PH off' })
  const from = { startsOn: '2026-12-11' }
  isRefused(
    await book(paul, id, { ...from, endsOn: '2026-12-13' }),
    /jour du retour, dimanche 13 décembre, c’est fermé.*rouvre lundi 14 décembre à 9 h/s,
  )
  isRefused(await book(paul, id, { startsOn: '2026-12-24', endsOn: '2026-12-25' }), /fermé/)
  isDone(await book(paul, id, { ...from, endsOn: '2026-12-14' }))
})

test('23: who is late with one thing has no other', async () => {
  const [id, other] = [thing({ title: 'Scie en retard' }), thing()]
  const zoe = await box.member('Zoé')
  isDone(await book(zoe, id, { startsOn: '2026-12-05' }))
  await out(last(id))
  await until('2026-12-06T10:00')
  const again = await box.memberOf(zoe.id)
  isRefused(await book(again, other, { startsOn: '2026-12-12' }), /Rendez d’abord.*Scie en retard/s)
  isRefused(await book(nadia, id, { startsOn: '2026-12-12' }), /Ce n’est pas rentré/)
  await back(last(id))
  isDone(await book(again, other, { startsOn: '2026-12-12' }))
})

test('24: a loan is keyed days later, with the real times, in any order', async () => {
  const id = thing({ title: 'Remorque' })
  await until('2026-12-09T18:00')
  const lent = { name: 'Ginette', on: '2026-12-07', at: '9 h', endsOn: '2026-12-08' }
  isDone(await post(keeper, `${at(id)}/preter`, lent))
  await back(last(id), { tout: '1', on: '2026-12-08', at: '17 h' })
  // The one before is keyed after it.
  isDone(await post(keeper, `${at(id)}/preter`, { name: 'Hugo', on: '2026-12-06', at: '9 h' }))
  await back(last(id), { tout: '1', on: '2026-12-06', at: '19 h' })
  const rows = box.read.all('SELECT from_ms, until_ms FROM taken WHERE thing = ?', id)
  assert.equal(rows.length, 2)
  assert.doesNotMatch(await page(id, keeper), /Promis deux fois/)
  isRefused(
    await post(keeper, `${at(id)}/preter`, { name: 'Zoé', on: '2026-12-10', at: '9 h' }),
    /c’est demain : relisez le jour/,
  )
})

test('25: nobody renews by themselves what somebody waits for', async () => {
  const id = thing()
  isDone(await book(paul, id, { startsOn: '2026-12-09', endsOn: '2026-12-10' }))
  const mine = last(id)
  await out(mine)
  isDone(await book(nadia, id, { startsOn: '2026-12-10', endsOn: '2026-12-12', attendre: '1' }))
  const longer = { startsOn: '2026-12-09', endsOn: '2026-12-11' }
  isRefused(await act('deplacer', mine, longer, paul), /Quelqu’un l’attend/)
  isDone(await act('deplacer', mine, longer))
})

test('26: freed: the first of the list has until tomorrow, then the second, then anybody', async () => {
  const id = thing()
  const day = { startsOn: '2026-12-28' }
  isDone(await book(paul, id, day))
  isDone(await book(nadia, id, { ...day, attendre: '1' }))
  isDone(await book(hugo, id, { ...day, attendre: '1' }))
  isDone(await act('annuler', last(id), {}, paul))
  isRefused(await book(hugo, id, day), /l’attendait.*gardé.*soir du jeudi 10 décembre/s)
  isRefused(await book(paul, id, day), /l’attendait/)
  await until('2026-12-11T09:00')
  isRefused(await book(nadia, id, day), /l’attendait/)
  isDone(await book(hugo, id, day))
  const [row] = box.read.all(
    'SELECT count(*) AS n FROM booking_request_home WHERE thing = ? AND booking IS NOT NULL',
    id,
  )
  assert.equal(row?.['n'], 1)
  isDone(await act('annuler', last(id), {}, hugo))
  isDone(await book(nadia, id, day))
})

test('27: the thing is replaced, and its bookings follow: all, or none', async () => {
  const [old, fresh] = [thing({ title: 'Vieux broyeur' }), thing({ title: 'Broyeur neuf' })]
  isDone(await book(paul, old, { startsOn: '2026-12-20' }))
  isDone(await book(nadia, old, { startsOn: '2026-12-22' }))
  isDone(await book(hugo, fresh, { startsOn: '2026-12-22' }))
  const replace = () => post(keeper, `${at(old)}/remplacer`, { par: fresh })
  isRefused(await replace(), /pris pour une des réservations. Rien n’a changé/)
  isDone(await act('annuler', last(fresh), {}, hugo))
  isDone(await replace())
  assert.deepEqual(daysOf(fresh), ['2026-12-20', '2026-12-22'])
  isRefused(await book(hugo, old, { startsOn: '2026-12-20' }), /plus prêté/)
})

test('28: two boxes, one Saturday; the courier is a week late', async () => {
  using boen = testBox({ kept: new Kept(1_000_000), key: newBox() })
  boen.later(box.now() - boen.now())
  boen.territory({ name: 'Boën' })
  recognise(box.engine, boen.engine, ['Sail', 'Boën'])
  const id = thing({ title: 'Motoculteur de Sail' })
  await carry(box.engine, boen.engine, box)
  const josette = await boen.member('Josette')
  const asks = { startsOn: '2026-12-19', phone: '06 55 44 33 22' }
  const answer = await josette.post(`${at(id)}/reserver`, asks)
  isDone(answer)
  assert.match((await josette.get(at(id))).text, /demandé à Sail/)
  // Before the courier comes, Sail gives the Saturday to Paul, and Boën lends it all the same.
  isDone(await book(paul, id, { startsOn: '2026-12-19' }))
  await until('2026-12-19T10:00')
  boen.later(box.now() - boen.now())
  const lent = { name: 'Ahmed', endsOn: '2026-12-19' }
  isDone(await (await boen.keeperAt('here')).post(`${at(id)}/preter`, lent))
  await until('2026-12-26T10:00')
  boen.later(box.now() - boen.now())
  await carry(boen.engine, box.engine, box)
  const josetteAgain = await boen.memberOf(josette.id)
  const seen = await page(id, keeper)
  assert.match(seen, /Josette/)
  assert.doesNotMatch(seen, /Ahmed/, 'who has it there stays there')
  const [request] = box.read.all('SELECT id FROM booking_request_home WHERE thing = ?', id)
  const give = await post(keeper, `${PATH}/demandes/${request?.['id']}/accorder`)
  isRefused(give, /Ce n’est pas rentré : demandez/)
  isDone(
    await post(keeper, `${PATH}/demandes/${request?.['id']}/refuser`, {
      answer: 'la semaine prochaine',
    }),
  )
  await carry(box.engine, boen.engine, boen)
  assert.match((await josetteAgain.get(at(id))).text, /refusé.*la semaine prochaine/s)
  for (const one of [box, boen])
    assert.match(
      (await (await one.keeperAt('here')).get(at(id))).text,
      /Promis deux fois.*appelez les deux/s,
    )
})
