import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type TestEngine, testEngine } from '../../../tests/support/test-engine.ts'
import { members } from '../members/brick.ts'
import { lending } from './brick.ts'
import { PATH } from './model/records-thing.ts'
import { fr } from './words/fr.ts'

const TILLER = { title: 'Motoculteur', kind: 'machine', commune: '42195', unit: 'day' }

/** A box with a thing, and two members. */
function opened(
  thing: object = TILLER,
): TestEngine & Readonly<{ id: string; paul: string; nadia: string }> {
  const box = testEngine({ bricks: [members, lending] })
  const id = box.bring('thing', { ...thing })
  const paul = box.bring('member', { name: 'Paul', state: 'here' }, 'home')
  const nadia = box.bring('member', { name: 'Nadia', state: 'here' }, 'home')
  return { ...box, id, paul, nadia }
}
const as = (me: string) => ({ by: 'neighbour', me }) as const

test('an empty list says so', () => {
  using box = testEngine({ bricks: [members, lending] })
  assert.ok(box.page(PATH)?.includes(fr.empty))
  assert.equal(box.page(`${PATH}/nobody`), undefined)
})

test('a thing is booked by one, is then taken for another, and free once it is cancelled', () => {
  using box = opened()
  const { id, paul, nadia } = box
  const saturday = { id, startsOn: '2026-12-12' }
  assert.match(box.page(`${PATH}/${id}`) ?? '', /Libre en ce moment/)
  assert.match(box.done('lending.book', { ...saturday, dire: '1' }, as(paul)).said ?? '', /réservé/)
  const second = box.turn('lending.book', saturday, as(nadia))
  assert.match('refused' in second ? second.refused : '', /pris.*Paul.*dimanche 13 décembre/)
  const [row] = box.read.all('SELECT id FROM booking')
  box.done('lending.cancel', { id: String(row?.['id']) }, as(paul))
  box.done('lending.book', saturday, as(nadia))
})

test('a visitor asks, the keeper says yes, and it is booked', () => {
  using box = opened()
  const { id } = box
  const asks = { id, startsOn: '2026-12-12', name: 'Hugo', phone: '06 12 34 56 78' }
  box.done('lending.book', asks, { by: 'visitor' })
  assert.equal(box.read.all('SELECT * FROM booking').length, 0)
  assert.ok(!box.page(`${PATH}/${id}`)?.includes('Hugo'))
  assert.ok(box.page(`${PATH}/${id}`, { by: 'keeper' })?.includes('Hugo'))
  const [row] = box.read.all('SELECT id FROM booking_request_home')
  box.done('lending.give', { id: String(row?.['id']) })
  assert.match(box.page(`${PATH}/${id}`) ?? '', /<span>pris<\/span>/)
})

test('a kit goes out and comes back short of a cable, which is found later', () => {
  using box = opened({
    ...TILLER,
    title: 'Malle de projection',
    pieces: ['projecteur', 'câble', 'télécommande'],
  })
  const { id, paul, nadia } = box
  const bookings = () =>
    box.read.all('SELECT id FROM booking ORDER BY startsOn').map(row => row['id'])
  box.done('lending.book', { id, startsOn: '2026-12-05' }, as(paul))
  const booking = String(bookings()[0])
  box.done('lending.handOut', { id: booking, tout: '1' })
  const back = box.done('lending.handBack', {
    id: booking,
    piecesBack: ['projecteur', 'télécommande'],
  })
  assert.match(back.said ?? '', /Il manque câble/)
  const keeper = () => box.page(`${PATH}/${id}`, { by: 'keeper' }) ?? ''
  assert.match(keeper(), /Câble, depuis le tour de Paul/)
  assert.match(keeper(), /Câble\u00a0: retrouvé/)
  const visitor = box.page(`${PATH}/${id}`) ?? ''
  assert.match(visitor, /pas complet\u00a0: il manque câble/)
  assert.doesNotMatch(visitor, /Paul/)
  const mine = (me: string) => box.page(`${PATH}/${id}`, { ...as(me), private: true }) ?? ''
  assert.match(mine(paul), /Rendu, sauf câble/)
  assert.doesNotMatch(mine(nadia), /Rendu/)

  box.done('lending.book', { id, startsOn: '2026-12-12' }, as(nadia))
  const second = String(bookings()[1])
  box.done('lending.handOut', { id: second, tout: '1', piecesOut: ['câble'] })
  assert.deepEqual(
    box.read.all('SELECT piecesOut FROM booking_home WHERE id = ?', second)[0]?.['piecesOut'],
    JSON.stringify(['projecteur', 'télécommande']),
  )
  box.done('lending.find', { id: booking, piece: 'câble' })
  assert.doesNotMatch(keeper(), /retrouvé|pas complet/)
  assert.doesNotMatch(mine(paul), /Rendu/)
})
