import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type TestEngine, testEngine } from '../../../tests/support/test-engine.ts'
import { members } from '../members/brick.ts'
import { offers } from '../offers/brick.ts'
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
  assert.match(back.said ?? '', /rendu, incomplet.: il manque câble/)
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

test('« Le local est libre samedi ? » is answered on the page of the place, by a sentence', () => {
  using box = opened({ ...TILLER, title: 'Le local', kind: 'place', unit: 'hour' })
  const { id, paul } = box
  const ask = (startsOn: string, more = {}): string => {
    const html = box.page(`${PATH}/:id`, { params: { id }, query: { startsOn, ...more } }) ?? ''
    return /<div class="note" id="reponse".*?<\/div>/s.exec(html)?.[0].replace(/<[^>]+>/g, '') ?? ''
  }
  assert.match(ask('samedi'), /Samedi 5 décembre.*: c’est libre\./)
  const evening = { id, startsOn: '2026-12-12', startsAt: '18:00', endsAt: '20:00' }
  box.done('lending.book', { ...evening, dire: '1' }, as(paul))
  assert.match(ask('Samedi prochain'), /pris de 18.h à 20.h\. Le reste du jour est libre\./)
  const late = ask('12 décembre', { startsAt: '19 h', endsAt: '21 h' })
  assert.match(late, /C’est pris.: Paul\. La prochaine fois.: samedi 12 décembre, de 20.h à 22.h/)
  assert.match(ask('samedi en huit', { startsAt: '10 h', endsAt: '12 h' }), /Quelqu’un l’a ensuite/)
  assert.match(ask('lundi dernier'), /écrivez un jour comme samedi/)
})

test('a name is told of who has it where they agreed alone', () => {
  using box = opened()
  const { id, paul } = box
  box.done('lending.book', { id, startsOn: '2026-12-05' }, as(paul))
  const html = box.page(`${PATH}/:id`, { params: { id }, query: { startsOn: 'samedi' } }) ?? ''
  assert.match(html, /C’est pris\./)
  assert.ok(!html.includes('Paul'))
})

test('where it is taken, the page says who else has one that is free', () => {
  using box = testEngine({ bricks: [members, offers, lending] })
  const saw = { title: 'Scie à ruban', kind: 'tool', unit: 'day' }
  const id = box.bring('thing', saw)
  const other = box.bring('thing', { ...saw, title: 'La scie à ruban de l’atelier' })
  box.bring('thing', { ...saw, title: 'Scie circulaire' })
  const notice = (title: string, mode: string): string =>
    box.bring('offer', { title, mode, who: 'Nadia', reach: 'au bar', state: 'firm' })
  const lent = notice('Nadia prête sa scie à ruban', 'lend')
  const sold = notice('Hugo vend sa scie à ruban', 'sell')
  const paul = box.bring('member', { name: 'Paul', state: 'here' }, 'home')
  const ask = (): string =>
    box.page(`${PATH}/:id`, { params: { id }, query: { startsOn: 'samedi' } }) ?? ''
  assert.ok(!ask().includes(lent))
  for (const one of [id, other])
    box.done('lending.book', { id: one, startsOn: '2026-12-05' }, as(paul))
  assert.ok(ask().includes(lent) && ask().includes('Nadia en prête aussi'))
  for (const one of [other, sold]) assert.ok(!ask().includes(one))
  const [row] = box.read.all('SELECT id FROM booking WHERE thing = ?', other)
  box.done('lending.cancel', { id: String(row?.['id']) }, as(paul))
  assert.match(ask(), /Ici aussi, libre ce jour-là.: La scie à ruban de l’atelier/)
})

test('rules are said in a few lines, and the list says when each thing is free next', () => {
  using box = opened({ ...TILLER, longestDays: 3, depositCents: 5000, leadDays: 2 })
  const { id, paul } = box
  const html = box.page(`${PATH}/${id}`) ?? ''
  for (const line of ['3 jours au plus.', 'On prévient 2 jours avant.', /Caution 50.€\./])
    assert.match(html, new RegExp(line))
  const days = { id, startsOn: '2026-12-05', endsOn: '2026-12-06', why: 'fait la veille' }
  box.done('lending.book', { ...days, name: 'Paul' })
  assert.match(box.page(PATH) ?? '', /Pris en ce moment\. Libre à partir de lundi 7 décembre\./)
  assert.ok(paul)
})

test('one of many that is late is said where it hinders alone', () => {
  using box = testEngine({ bricks: [members, lending], at: Date.parse('2026-12-02T10:00:00Z') })
  const late = (count: number): string => {
    const id = box.bring('thing', { title: `Chaises ${count}`, kind: 'tool', count })
    const out = { id, name: 'Léo', on: '2026-11-20', at: '9 h', endsOn: '2026-11-21', count: '1' }
    box.done('lending.lendNow', out)
    return box.page(`${PATH}/${id}`) ?? ''
  }
  assert.match(late(1), /Ce n’est pas rentré/)
  assert.doesNotMatch(late(40), /Ce n’est pas rentré/)
})
