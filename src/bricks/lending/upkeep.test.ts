import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type TestEngine, testEngine } from '../../../tests/support/test-engine.ts'
import { members } from '../members/brick.ts'
import { lending } from './brick.ts'
import { PATH } from './model/records-thing.ts'

const NOW = Date.parse('2026-12-02T10:00:00Z')
const TODAY = '2026-12-02'
const TILLER = { title: 'Motoculteur', kind: 'machine', commune: '42195', unit: 'day', meter: 'h' }

type Opened = TestEngine & Readonly<Record<'tiller' | 'paul' | 'ines', string>>
/** A tiller that is looked after every 20 hours, was at 112 h, and has run 14 since. */
function opened(): Opened {
  const box = testEngine({ bricks: [members, lending], at: NOW })
  const member = (name: string) => box.bring('member', { name, state: 'here' }, 'home')
  const [paul, ines] = [member('Paul'), member('Inès')]
  const tiller = box.bring('thing', { ...TILLER, upkeepUnits: 20 })
  box.bring('charge', { person: ines, over: tiller, since: '2026-01-01' }, 'home')
  box.done('lending.lookAfter', { id: tiller, on: '2026-11-01', what: 'vidange', meter: '112' })
  box.done('lending.book', { id: tiller, startsOn: TODAY }, as(paul))
  turn(box, tiller, { from: '112', until: '126', on: '2026-11-25' })
  return { ...box, tiller, paul, ines }
}
const as = (me: string) => ({ by: 'neighbour', me, private: true }) as const
const keeper = { by: 'keeper', private: true } as const
/** Somebody had it, from one reading of its meter to another. */
function turn(
  box: TestEngine,
  id: string,
  { from, until, on }: Readonly<Record<'from' | 'until' | 'on', string>>,
): void {
  box.done('lending.lendNow', { id, name: 'Léo', on, at: '9 h', endsOn: on, meterOut: from })
  box.done('lending.handBack', { id: idOf(box, 'Léo', 'out'), on, at: '18 h', meterBack: until })
}
const idOf = (box: TestEngine, name: string, state: string): string =>
  String(
    box.read.all(
      'SELECT home.id FROM booking_home AS home JOIN booking ON booking.id = home.id ' +
        'WHERE home.name = ? AND booking.state = ?',
      name,
      state,
    )[0]?.['id'],
  )
const plain = (html: string): string => html.replace(/<[^>]+>/g, ' ').replace(/[\s\u00a0]+/g, ' ')
const waits = (box: TestEngine, who: object): string =>
  box
    .kit('/', who)
    .waits()
    .map(({ sentence }) => sentence)
    .join(' ')

test('an overdue machine that was booked before goes out with a reason alone', () => {
  using box = opened()
  turn(box, box.tiller, { from: '126', until: '134,5', on: '2026-11-28' })
  const id = idOf(box, 'Paul', 'booked')
  const refused = box.turn('lending.handOut', { id, tout: '1' })
  assert.ok('refused' in refused)
  assert.match(JSON.stringify(refused), /L’entretien est à faire/)
  box.done('lending.handOut', { id, tout: '1', why: 'vidange faite demain' })
  const [row] = box.read.all('SELECT past, why FROM booking_home WHERE id = ?', id)
  assert.deepEqual([row?.['past'], row?.['why']], ['["upkeep"]', 'vidange faite demain'])
})

test('that upkeep is due is on its page, its sheet, and the first page of who is in charge', () => {
  using box = opened()
  const page = (who: object, path = '') =>
    plain(box.page(`${PATH}/${box.tiller}${path}`, who) ?? '')
  assert.doesNotMatch(page({ by: 'visitor' }), /Entretien à faire/)
  assert.match(page(keeper, '/histoire'), /Prochain entretien : à 132 h : encore 6 h\./)
  assert.doesNotMatch(waits(box, as(box.ines)), /entretien/)
  turn(box, box.tiller, { from: '126', until: '134,5', on: '2026-11-28' })
  const due = /Entretien à faire \(134,5 h, prévu à 132 h\)/
  for (const who of [{ by: 'visitor' }, as(box.ines)]) assert.match(page(who), due)
  assert.match(page(as(box.ines)), /Noter un entretien/)
  assert.match(plain(box.page(`${PATH}/feuille`, as(box.ines)) ?? ''), due)
  const paper = box.paper('preter-jour', undefined, { ...keeper, query: { jour: TODAY } })
  assert.match(JSON.stringify(paper.blocks).replace(/\u00a0/g, ' '), due)
  assert.match(waits(box, as(box.ines)), /Motoculteur.: entretien à faire/)
  assert.doesNotMatch(waits(box, as(box.paul)), /entretien/)
  assert.match(page(keeper, '/histoire'), /126 h → 134,5 h : 8,5 h/)
})

test('an upkeep that comes soon is said before it is due, with its day and its meter', () => {
  using box = opened()
  turn(box, box.tiller, { from: '126', until: '128,5', on: '2026-11-28' })
  const next = /Prochain entretien : à 132 h : encore 3,5 h\./
  const page = (who: object) => plain(box.page(`${PATH}/${box.tiller}`, who) ?? '')
  for (const who of [{ by: 'visitor' }, as(box.ines)]) assert.match(page(who), next)
  assert.match(page(as(box.ines)), /Noter un entretien/)
  assert.match(plain(box.page(`${PATH}/feuille`, as(box.ines)) ?? ''), next)
  assert.match(waits(box, as(box.ines)), /Motoculteur.: entretien à prévoir/)
  assert.doesNotMatch(waits(box, as(box.paul)), /entretien/)
  const saw = box.bring('thing', { ...TILLER, title: 'Scie', upkeepDays: 30 })
  box.done('lending.lookAfter', { id: saw, on: '2026-11-10', what: 'lame', meter: '3' })
  assert.match(waits(box, keeper), /2 entretiens à prévoir/)
})

test('a machine that comes second-hand is first looked after from what its meter said', () => {
  using box = opened()
  const id = box.bring('thing', { ...TILLER, title: 'Pressoir', upkeepUnits: 20 })
  box.bring('charge', { person: box.ines, over: id, since: '2026-01-01' }, 'home')
  const history = (): string => plain(box.page(`${PATH}/${id}/histoire`, keeper) ?? '')
  turn(box, id, { from: '1283', until: '1290,5', on: '2026-11-25' })
  assert.match(history(), /Prochain entretien : à 1\s?303 h : encore 12,5 h\./)
  turn(box, id, { from: '1290,5', until: '1303,5', on: '2026-11-28' })
  assert.match(history(), /Entretien à faire \(1\s?303,5 h, prévu à 1\s?303 h\)/)
  box.done('lending.lookAfter', { id, on: '2026-11-29', what: 'vidange', meter: '1304' })
  box.done('lending.lookAfter', { id, on: '2026-11-30', what: 'lavage' })
  assert.match(history(), /Prochain entretien : à 1\s?324 h : encore 20 h\./)
})

test('a meter that goes back is refused as it leaves and at its upkeep', () => {
  using box = opened()
  const id = idOf(box, 'Paul', 'booked')
  const said = (command: string, input: object): string =>
    JSON.stringify(box.turn(command, { ...input }))
  assert.match(said('lending.handOut', { id, tout: '1', meterOut: '125' }), /disait 126.*relisez/)
  const upkeep = { id: box.tiller, on: TODAY, what: 'vidange' }
  assert.match(said('lending.lookAfter', { ...upkeep, meter: '120' }), /disait 126.*relisez/)
  box.done('lending.lookAfter', { ...upkeep, meter: '126' })
  box.done('lending.handOut', { id, tout: '1', meterOut: '126,5' })
})

test('what has a meter is asked for it beside the one tap, both ways', () => {
  using box = opened()
  const id = idOf(box, 'Paul', 'booked')
  const quick = (to: string): string =>
    (box.page(`${PATH}/${box.tiller}`, keeper) ?? '')
      .split('<form')
      .find(form => form.includes(`${id}/${to}`) && form.includes('name="tout"')) ?? ''
  assert.match(quick('remettre'), /name="meterOut"/)
  box.done('lending.handOut', { id, tout: '1', meterOut: '127' })
  assert.match(quick('rendre'), /name="meterBack"/)
})

test('its label says its page, whose it is, its one place, its deposit and its upkeep', () => {
  using box = opened()
  const rules = { where: 'À la grange', reach: 'au bar, le mercredi', upkeepUnits: 20 }
  const more = { depositCents: 15_000, pieces: ['Manivelle', 'Bidon'] }
  const id = box.bring('thing', { ...TILLER, ...rules, ...more, upkeepDays: 365 })
  const code = { word: 'motoculteur', digits: '7439', opens: id }
  box.bring('code', code, 'home')
  const all = box.paper('etiquettes-a-preter', id, { by: 'visitor', address: '192.168.1.9' }).each
  assert.equal(all?.length, 3)
  for (const one of all ?? [])
    for (const part of [
      /<svg.*La page de Motoculteur/,
      /motoculteur.74.39/,
      /Rendre.: À la grange"/,
      /Pour en parler.: au bar, le mercredi/,
    ])
      assert.match(JSON.stringify(one), part)
  const manual = JSON.stringify(box.paper('mode-d-emploi', id, { by: 'visitor' }).blocks)
  assert.match(manual, /Entretien.: tous les 20.h, ou tous les 365.jours/)
  for (const part of [/Caution.: 150.€/, /Entretien.: tous les 20.h, ou tous les 365.jours/])
    assert.match(JSON.stringify(all?.[0]), part)
  assert.match(JSON.stringify(all?.[1]), /Manivelle.*Fait partie de Motoculteur/)
})

test('the label of a thing that a person lends does not say that it is the village’s', () => {
  using box = opened()
  const labelled = (more: object): string => {
    const id = box.bring('thing', { ...TILLER, where: 'À la grange', ...more })
    box.bring('code', { word: 'motoculteur', digits: '7439', opens: id }, 'home')
    return JSON.stringify(box.paper('etiquettes-a-preter', id, { by: 'visitor' }).each)
  }
  const said = labelled({ who: 'Paul' })
  assert.doesNotMatch(said, /C’est à/)
  assert.match(said, /Rendre.: À la grange/)
  assert.match(said, /à taper dans Chercher/)
  assert.match(said, /"code":"Motoculteur","says":"","times":2.2/, 'its title is large')
})

test('the keeper gives a thing its code as its label is printed', () => {
  using box = opened()
  const page = (who: object) => box.page(`${PATH}/${box.tiller}`, who) ?? ''
  assert.match(page(keeper), /donner-un-code.*etiquettes-a-preter/s)
  assert.doesNotMatch(page(as(box.ines)), /value="etiquettes-a-preter"/)
  box.bring('code', { word: 'motoculteur', digits: '7439', opens: box.tiller }, 'home')
  assert.match(page(keeper), /href="\/imprimer\/etiquettes-a-preter/)
})

test('days that are kept closed go out with nobody', () => {
  using box = opened()
  box.done('lending.close', { id: box.tiller, startsOn: '2026-12-20' })
  const [row] = box.read.all("SELECT id FROM booking WHERE state = 'closed'")
  const page = box.page(`${PATH}/${box.tiller}`, keeper) ?? ''
  assert.match(page, new RegExp(`${row?.['id']}/annuler`))
  assert.doesNotMatch(page, new RegExp(`${row?.['id']}/remettre`))
})
