import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Territory } from '../../../contract/territory.ts'
import { idFrom } from '../../../core/id.ts'
import { asNeed, asOffer } from './read.ts'
import { howFarM, isOld, isPast, isWorthSaying, sinceOf } from './rules.ts'

const SAIL = '42195'
const TRELINS = '42313'
const NOWHERE = '42001'
const territory: Territory = {
  name: 'Sail et alentours',
  heading: null,
  village: SAIL,
  keptBy: 'Anaïs',
  reach: null,
  communes: [
    { code: SAIL, name: 'Sail-sous-Couzan', postalCodes: null, point: [45.7342, 3.9689] },
    { code: TRELINS, name: 'Trelins', postalCodes: null, point: [45.7345, 4.0203] },
    { code: NOWHERE, name: 'Ailleurs', postalCodes: null, point: null },
  ],
}
const id = (day: string) => idFrom(Date.parse(`${day}T10:00:00Z`), new Uint8Array(10))
const blank = {
  title: 't',
  who: null,
  reach: 'r',
  detail: null,
  themes: null,
  commune: null,
  where: null,
  amount: null,
  against: null,
  until: null,
  from: null,
  notedAt: null,
  event: null,
  mode: null,
  reachBy: null,
  relay: null,
  counterpart: null,
  when: null,
  priceCents: null,
  photos: null,
  renewedOn: null,
  partsDeclined: null,
  partsAgreed: null,
  rideFrom: null,
  rideTo: null,
  rideBy: null,
  rideDays: null,
  rideNotSchool: null,
  rideNotHolidays: null,
  rideOff: null,
  rideSince: null,
  rideAt: null,
  rideBack: null,
  rideBackAt: null,
  rideSeats: null,
  toldTo: null,
  hiddenWhy: null,
  foundAt: null,
  hangsHere: null,
  spread: null,
  shownHere: null,
  shownByCard: null,
  author: null,
  keyedBy: null,
}

test('a notice still stands on its last day, and is past on the next', () => {
  assert.equal(isPast({ until: '2026-12-05' }, '2026-12-05'), false)
  assert.equal(isPast({ until: '2026-12-05' }, '2026-12-06'), true)
  assert.equal(isPast({ until: null }, '2026-12-06'), false)
})

test('how far: nothing in the village itself, nothing without points, four kilometres to Trelins', () => {
  assert.equal(howFarM(territory, SAIL), undefined)
  assert.equal(howFarM(territory, NOWHERE), undefined)
  assert.equal(howFarM(territory, '99999'), undefined)
  assert.equal(howFarM(territory, null), undefined)
  assert.equal(howFarM(undefined, TRELINS), undefined)
  assert.equal(Math.round(howFarM(territory, TRELINS)! / 1000), 4)
})

test('since when: as it was said, else the day of writing; under a week it is not worth saying', () => {
  const said = asNeed({
    ...blank,
    id: id('2026-11-20'),
    hand: null,
    state: 'open',
    since: '2026-10-01',
  })
  const written = asOffer({ ...blank, id: id('2026-11-20'), state: 'firm' })
  assert.equal(sinceOf(said), '2026-10-01')
  assert.equal(sinceOf(written), '2026-11-20')
  const heard = { ...blank, id: id('2026-11-20') }
  assert.equal(sinceOf(asOffer({ ...heard, state: 'firm' }, '2014-03-12')), '2014-03-12')
  assert.equal(
    sinceOf(asNeed({ ...heard, hand: null, state: 'open', since: '2014-02-01' }, '2014-03-12')),
    '2014-02-01',
  )
  assert.equal(isOld('2026-08-21', '2026-11-20'), false)
  assert.equal(isOld('2026-08-20', '2026-11-20'), true)
  assert.equal(isWorthSaying('2026-11-20', '2026-11-26'), false)
  assert.equal(isWorthSaying('2026-11-20', '2026-11-27'), true)
})
