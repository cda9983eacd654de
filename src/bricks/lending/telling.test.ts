import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type TestEngine, testEngine } from '../../../tests/support/test-engine.ts'
import { members } from '../members/brick.ts'
import { lending } from './brick.ts'
import { PATH } from './model/records-thing.ts'

const ROOM = { title: 'Le local', kind: 'place', commune: '42195', unit: 'hour', reach: 'au bar' }
const SAW = { title: 'Scie à ruban', kind: 'tool', commune: '42195', unit: 'day' }

function opened(): TestEngine & Readonly<{ paul: string; nadia: string }> {
  // A Wednesday.
  const box = testEngine({ bricks: [members, lending], at: Date.parse('2026-12-02T10:00:00Z') })
  const paul = box.bring('member', { name: 'Paul', state: 'here' }, 'home')
  const nadia = box.bring('member', { name: 'Nadia', state: 'here' }, 'home')
  return { ...box, paul, nadia }
}
const as = (me: string, called = '') => ({ by: 'neighbour', me, called }) as const
const plain = (html: string): string => html.replace(/<[^>]+>/g, ' ').replace(/[\s\u00a0]+/g, ' ')
const onToday = (box: TestEngine): string =>
  box
    .kit('/')
    .onToday()
    .map(one => plain(one.html))
    .join(' ')
const waits = (box: TestEngine, as: object): readonly string[] =>
  box
    .kit('/', as)
    .waits()
    .map(({ sentence }) => sentence)
const idOf = (box: TestEngine, table: string): string =>
  String(box.read.all(`SELECT id FROM ${table} ORDER BY id DESC LIMIT 1`)[0]?.['id'])
const bookedNow = (box: TestEngine): string =>
  String(box.read.all("SELECT id FROM booking WHERE state = 'booked'")[0]?.['id'])

test('home says whether the place that people use most is free on Saturday, and nothing without', () => {
  using box = opened()
  const { paul } = box
  const sections = () => lending.slots?.home?.(box.kit('/'), box.read, lending.words.fr) ?? []
  const pieces = () => lending.slots?.today?.(box.kit('/'), box.read, lending.words.fr) ?? []
  assert.deepEqual([...sections(), ...pieces()], [])
  const id = box.bring('thing', ROOM)
  const said = (): string => JSON.stringify(pieces())
  assert.match(said(), /Le local est libre samedi/)
  box.done('lending.book', { id, startsOn: '2026-12-05' }, as(paul))
  assert.match(said(), /Le local.: c’est pris samedi/)
  assert.match(plain(sections()[0]?.body.html ?? ''), /Le local pris samedi/)
  box.bring('thing', SAW)
  assert.match(plain(sections()[0]?.body.html ?? ''), /Scie à ruban libre samedi/)
  assert.equal(typeof onToday(box), 'string')
})

test('the map and the screen of the bar show what is lent', () => {
  using box = opened()
  const id = box.bring('thing', ROOM)
  const kit = box.kit('/')
  const points = lending.slots?.map?.(kit, box.read, lending.words.fr) ?? []
  assert.deepEqual(
    points.map(({ href, commune }) => [href, commune]),
    [[`${PATH}/${id}`, '42195']],
  )
  const [source] = lending.slots?.watch?.(kit, box.read, lending.words.fr) ?? []
  assert.equal(source?.count(), 1)
  assert.match(source?.take(undefined, 1)[0]?.title ?? '', /Le local est libre samedi/)
})

test('who is in charge hears who asks, what is not back and who is next; nobody else does', () => {
  using box = opened()
  const { paul, nadia } = box
  const id = box.bring('thing', SAW)
  const asks = { id, startsOn: '2026-12-12', name: 'Hugo', phone: '06 12 34 56 78' }
  box.done('lending.book', asks, { by: 'visitor' })
  assert.deepEqual(waits(box, { by: 'keeper' }), ['Hugo (sans carte) demande\u00a0: Scie à ruban'])
  assert.deepEqual(waits(box, { by: 'keeper', private: false }), [
    'une demande pour ce qui se prête',
  ])
  assert.deepEqual(waits(box, as(nadia)), [])
  box.bring('charge', { person: nadia, over: id, since: '2026-11-01' }, 'home')
  assert.equal(waits(box, as(nadia)).length, 1)
  assert.deepEqual(waits(box, { ...as(nadia), private: false }), [
    'une demande pour ce que vous prêtez',
  ])
  box.done('lending.refuse', { id: idOf(box, 'booking_request_home') })
  assert.deepEqual(waits(box, { by: 'keeper' }), [])
  box.done('lending.book', { id, startsOn: '2026-12-02' }, as(paul, 'Paul'))
  box.done('lending.handOut', { id: idOf(box, 'booking'), tout: '1' })
  box.done('lending.book', { id, startsOn: '2026-12-06', name: 'Hugo' })
  box.later(2 * 24 * 3_600_000)
  assert.deepEqual(waits(box, as(nadia)), [
    'Paul n’a pas rendu\u00a0: Scie à ruban, Hugo l’attend',
    'Hugo a réservé\u00a0: Scie à ruban, dimanche 6 décembre',
  ])
})

test('a member hears that their request was answered, and that what they wait for is free', () => {
  using box = opened()
  const { paul, nadia } = box
  const id = box.bring('thing', { ...SAW, forWhom: 'asked' })
  box.done('lending.book', { id, startsOn: '2026-12-12' }, as(paul, 'Paul'))
  assert.deepEqual(waits(box, as(paul)), [])
  box.done('lending.give', { id: idOf(box, 'booking_request_home') })
  assert.deepEqual(waits(box, as(paul)), ['Scie à ruban\u00a0: c’est accordé, samedi 12 décembre'])
  const waiting = { id, startsOn: '2026-12-12', attendre: '1' }
  box.done('lending.book', waiting, as(nadia, 'Nadia'))
  assert.deepEqual(waits(box, as(nadia)), [])
  box.done('lending.cancel', { id: idOf(box, 'booking') }, as(paul))
  assert.deepEqual(waits(box, as(nadia)), [
    'Scie à ruban est libre samedi 12 décembre, vous l’attendiez\u00a0: c’est gardé pour vous ' +
      'jusqu’à jeudi 3 décembre au soir',
  ])
})

test('who had booked reads that it was cancelled by who is in charge, and why', () => {
  using box = opened()
  const id = box.bring('thing', SAW)
  box.bring('charge', { person: box.nadia, over: id, since: '2026-01-01' }, 'home')
  const [paul, nadia] = [box.paul, box.nadia].map(me => ({ ...as(me), private: true }))
  box.done('lending.book', { id, startsOn: '2026-12-12' }, paul)
  const booking = idOf(box, 'booking')
  const bare = box.turn('lending.cancel', { id: booking }, nadia)
  assert.match('refused' in bare ? bare.refused : '', /Dites pourquoi/)
  box.done('lending.cancel', { id: booking, calledOff: 'lame cassée' }, nadia)
  const said = waits(box, paul!).join(' ')
  assert.match(said, /Scie à ruban, samedi 12 décembre.: annulé par .*: lame cassée/)
  assert.doesNotMatch(waits(box, nadia!).join(' '), /lame cassée/)
  for (const path of ['mien', `reservations/${booking}`])
    assert.match(box.page(`${PATH}/${path}`, paul) ?? '', /lame cassée/, path)
  // Who cancels their own says nothing, and hears nothing of it.
  box.done('lending.book', { id, startsOn: '2026-12-13' }, paul)
  box.done('lending.cancel', { id: bookedNow(box) }, paul)
  assert.doesNotMatch(waits(box, paul!).join(' '), /dimanche 13/)
})

const withRosa = (box: TestEngine) => {
  const rosa = box.bring('member', { name: 'Rosa', state: 'here' }, 'home')
  return { ...as(rosa, 'Rosa'), private: true }
}
/** A saw of which Nadia is in charge, and what she reads of days that are given back. */
function inCharge(box: ReturnType<typeof opened>) {
  const id = box.bring('thing', SAW)
  box.bring('charge', { person: box.nadia, over: id, since: '2026-01-01' }, 'home')
  const nadia = { ...as(box.nadia, 'Nadia'), private: true }
  const paul = { ...as(box.paul, 'Paul'), private: true }
  const told = (who: object = nadia) => waits(box, who).filter(one => /annul/.test(one))
  return { id, nadia, paul, told }
}

test('who is in charge hears that a borrower gives days back, how late, and who is next', () => {
  using box = opened()
  const { id, nadia, paul, told } = inCharge(box)
  const rosa = withRosa(box)
  box.done('lending.book', { id, startsOn: '2026-12-12' }, paul)
  box.done('lending.cancel', { id: bookedNow(box) }, paul)
  assert.deepEqual(told(), ['Paul a annulé\u00a0: Scie à ruban, samedi 12 décembre'])
  assert.deepEqual(told({ ...nadia, private: false }), [
    'une réservation de ce que vous prêtez est annulée',
  ])
  for (const who of [paul, rosa]) assert.deepEqual(told(who), [], 'nobody else hears of it')
  box.done('lending.book', { id, startsOn: '2026-12-03' }, paul)
  const waiting = { id, startsOn: '2026-12-03', attendre: '1' }
  box.done('lending.book', waiting, rosa)
  box.done('lending.cancel', { id: bookedNow(box) }, paul)
  assert.deepEqual(
    told()[0],
    'Paul a annulé\u00a0: Scie à ruban, jeudi 3 décembre, moins d’un jour avant\u00a0; ' +
      'Rosa l’attend',
  )
  box.later(2 * 24 * 3_600_000)
  assert.equal(told().length, 1, 'a day that is past is told no more')
  box.later(8 * 24 * 3_600_000)
  assert.deepEqual(told(), [], 'nor what is old')
})

test('who cancels for somebody who told them hears nothing of it, the others in charge do', () => {
  using box = opened()
  const { id, nadia, told } = inCharge(box)
  const rosa = withRosa(box)
  box.bring('charge', { person: rosa.me, over: id, since: '2026-01-01' }, 'home')
  box.done('lending.book', { id, startsOn: '2026-12-12', name: 'Hugo' }, nadia)
  box.done('lending.cancel', { id: bookedNow(box) }, rosa)
  assert.deepEqual(told(rosa), [])
  assert.deepEqual(told(), ['Hugo a annulé\u00a0: Scie à ruban, samedi 12 décembre'])
  // What the one in charge cancels with a reason is no news of a borrower.
  box.done('lending.book', { id, startsOn: '2026-12-13' }, { ...as(box.paul, 'Paul') })
  box.done('lending.cancel', { id: bookedNow(box), calledOff: 'lame cassée' }, rosa)
  assert.equal(told().length, 1)
})

test('the dates of a series that its person gives back are told in one line', () => {
  using box = opened()
  const { id, paul, told } = inCharge(box)
  const series = box.bring('booking-series', { thing: id, member: box.paul }, 'home')
  for (const startsOn of ['2026-12-12', '2026-12-19']) {
    const at = box.bring('booking', { thing: id, startsOn, state: 'booked', series })
    box.bringAll({
      type: 'booking',
      id: at,
      fields: { member: box.paul, name: 'Paul' },
      space: 'home',
    })
  }
  box.done('lending.endSeries', { id: series }, paul)
  assert.deepEqual(told(), [
    'Paul a annulé\u00a0: Scie à ruban, samedi 12 décembre et samedi 19 décembre',
  ])
})

test('the next who has a kit reads on their booking what is missing of it', () => {
  using box = opened()
  const id = box.bring('thing', { ...SAW, kind: 'kit', pieces: ['guide', 'lame'] })
  const out = { id, name: 'Léo', on: '2026-11-30', at: '9 h', endsOn: '2026-11-30', tout: '1' }
  box.done('lending.lendNow', { ...out, piecesOut: ['guide', 'lame'] })
  box.done('lending.handBack', { id: idOf(box, 'booking'), piecesBack: ['lame'] })
  const paul = { ...as(box.paul), private: true }
  box.done('lending.book', { id, startsOn: '2026-12-12' }, paul)
  const page = box.page(`${PATH}/reservations/${bookedNow(box)}`, paul) ?? ''
  assert.match(page, /Ce n’est pas complet.: il manque guide\./)
})

test('a thing that is lent no more cancels what was booked with a reason that is read', () => {
  using box = opened()
  const id = box.bring('thing', SAW)
  const [paul, nadia] = [box.paul, box.nadia].map(me => ({ ...as(me), private: true }))
  box.bring('charge', { person: box.nadia, over: id, since: '2026-01-01' }, 'home')
  box.done('lending.book', { id, startsOn: '2026-12-12' }, paul)
  assert.match(box.page(`${PATH}/${id}`, nadia) ?? '', /pourquoi sa réservation est annulée/)
  const bare = box.turn('lending.replace', { id, par: '' }, nadia)
  assert.match('refused' in bare ? String(bare.refused) : '', /ou pourquoi elle est annulée/)
  const done = box.done('lending.replace', { id, par: '', calledOff: 'lame cassée' }, nadia)
  assert.match(String(done.said), /réservation est annulée/)
  assert.match(waits(box, paul!).join(' '), /samedi 12 décembre.: annulé par .*: lame cassée/)
  assert.match(box.page(`${PATH}/mien`, paul) ?? '', /lame cassée/)
  assert.match(box.page(`${PATH}/${id}`, nadia) ?? '', /Le prêter de nouveau/)
  assert.doesNotMatch(box.page(`${PATH}/${id}`, paul) ?? '', /Le prêter de nouveau|lame cassée/)
})

test('what stands in is of its kind and free, and who booked reads what it replaces', () => {
  using box = opened()
  const id = box.bring('thing', SAW)
  const nadia = { ...as(box.nadia), private: true }
  const paul = { ...as(box.paul), private: true }
  const other = (fields: object) => {
    const made = box.bring('thing', { ...SAW, ...fields })
    box.bring('charge', { person: box.nadia, over: made, since: '2026-01-01' }, 'home')
    return made
  }
  box.bring('charge', { person: box.nadia, over: id, since: '2026-01-01' }, 'home')
  box.done('lending.book', { id, startsOn: '2026-12-12' }, paul)
  const [free, taken] = [other({ title: 'Scie neuve' }), other({ title: 'Scie prise' })]
  const hall = other({ title: 'La salle', kind: 'place' })
  const gone = other({ title: 'Scie morte', gone: true })
  box.done('lending.book', { id: taken, startsOn: '2026-12-12', name: 'Zoé' }, nadia)
  const page = box.page(`${PATH}/${id}`, nadia) ?? ''
  const offered = /<select id="f-par".*?<\/select>/s.exec(page)?.[0] ?? ''
  assert.ok(offered.includes(free))
  for (const one of [taken, hall, gone]) assert.ok(!offered.includes(one))
  box.done('lending.replace', { id, par: free }, nadia)
  assert.match(waits(box, paul).join(' '), /Scie neuve remplace Scie à ruban, samedi 12 décembre/)
  const booked = String(
    box.read.all('SELECT id FROM booking WHERE thing = ? ORDER BY id', free)[0]?.['id'],
  )
  for (const path of ['mien', `reservations/${booked}`])
    assert.match(box.page(`${PATH}/${path}`, paul) ?? '', /Scie neuve remplace Scie à ruban\./)
  assert.doesNotMatch(box.page(`${PATH}/${free}`, { by: 'visitor' }) ?? '', /remplace/)
})

test('days that are booked are closed in one turn, and each who had booked reads why', () => {
  using box = opened()
  const id = box.bring('thing', { ...SAW, count: 1 })
  const [paul, nadia] = [box.paul, box.nadia].map(me => ({ ...as(me), private: true }))
  box.bring('charge', { person: box.nadia, over: id, since: '2026-01-01' }, 'home')
  box.done('lending.book', { id, startsOn: '2026-12-12' }, paul)
  box.done('lending.book', { id, startsOn: '2026-12-19', name: 'Zoé' }, nadia)
  box.done('lending.book', { id, startsOn: '2027-02-01', name: 'Ali' }, nadia)
  const works = {
    id,
    acte: 'fermer',
    startsOn: '2026-12-10',
    endsOn: '2027-01-10',
    why: 'peinture',
  }
  const bare = box.turn('lending.close', works, nadia)
  assert.ok('refused' in bare)
  const listed = String(bare.refused)
  assert.match(listed, /2 réservations.*samedi 12 décembre.*Zoé, .*samedi 19 décembre/)
  assert.doesNotMatch(listed, /Ali/)
  const done = box.done('lending.close', { ...works, calledOff: 'on repeint' }, nadia)
  assert.match(String(done.said), /Gardé fermé.*2 réservations sont annulées/)
  assert.match(waits(box, paul!).join(' '), /samedi 12 décembre.: annulé par .*: on repeint/)
  const states = box.read.all('SELECT state FROM booking ORDER BY id').map(row => row['state'])
  assert.deepEqual(states.toSorted(), ['booked', 'cancelled', 'cancelled', 'closed'])
})

test('what is out stays out when its days are closed, and is named', () => {
  using box = opened()
  const id = box.bring('thing', SAW)
  const nadia = { ...as(box.nadia), private: true }
  box.bring('charge', { person: box.nadia, over: id, since: '2026-01-01' }, 'home')
  box.done('lending.lendNow', { id, name: 'Zoé', endsOn: '2026-12-04' }, nadia)
  const works = { id, startsOn: '2026-12-03', endsOn: '2026-12-06' }
  assert.match(JSON.stringify(box.turn('lending.close', works, nadia)), /Zoé.*c’est parti/)
  const done = box.done('lending.close', { ...works, calledOff: 'on repeint' }, nadia)
  assert.match(String(done.said), /encore parti avec Zoé/)
  assert.ok(box.read.all("SELECT id FROM booking WHERE state = 'out'").length === 1)
  assert.doesNotMatch(box.page(`${PATH}/${id}`, nadia) ?? '', /Arrangé/)
})
