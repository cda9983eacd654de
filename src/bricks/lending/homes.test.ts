import assert from 'node:assert/strict'
import { test } from 'node:test'
import { carry, recognise } from '../../../tests/exchange/mail.ts'
import { type TestBox, testBox } from '../../../tests/support/test-box.ts'
import { newBox } from '../../log/box.ts'
import { model } from './model/model.ts'
import { PATH } from './model/records-thing.ts'

/** What each command does of a thing whose home is another box, for the keeper of this one. */

type Fields = Readonly<Record<string, string | readonly string[]>>
/** `refused`: its home decides. `noted`: it happened here. `asked`: a letter asks it. */
type Fate = 'refused' | 'noted' | 'asked'

/** Commands that write of no thing, or of what a member asked for and of the papers of this box. */
const OTHERS = [
  ...['add', 'addFromNotice', 'refuse', 'withdraw', 'giveBack', 'askOther', 'takeFreed'],
  ...['prepareSheet', 'keySheet'],
  // Of a year of a thing that this box opened: it opens none of a thing of another one.
  ...['correctYear', 'closeYear', 'reopenYear', 'dropYear', 'engage', 'engageOtherwise'],
  ...['leaveYear', 'keyPage', 'strikeLine', 'spend', 'noteWear', 'strikeCost', 'callForShares'],
  ...['notePayment', 'takeBackPayment'],
  ...['notePaid', 'noteSettled', 'beginCounting', 'countHelp', 'stopCounting'],
]

const boxOf = (name: string): TestBox => {
  const box = testBox({ key: newBox() })
  box.territory({ name })
  return box
}

/** A tiller of Sail, with what happened to it, as Boën reads it; and a cart of Boën. */
async function opened() {
  const [sail, boen] = [boxOf('Sail'), boxOf('Boën')]
  boen.later(sail.now() - boen.now())
  recognise(sail.engine, boen.engine, ['Sail', 'Boën'])
  const tool = { kind: 'tool', unit: 'day', pieces: ['clé', 'bougie'], count: 9 }
  const id = sail.bring('thing', { title: 'Motoculteur', forWhom: 'group', ...tool })
  const gone = sail.bring('thing', { title: 'Pelle', gone: true, ...tool })
  const booking = (startsOn: string, state: string): string =>
    sail.bring('booking', { thing: id, startsOn, endsOn: '2026-12-09', state })
  const [begun, ahead, out] = [
    booking('2026-12-04', 'booked'),
    booking('2026-12-08', 'booked'),
    booking('2026-12-04', 'out'),
  ]
  await carry(sail.engine, boen.engine, sail)
  const cart = boen.bring('thing', { title: 'Brouette', ...tool })
  const nadia = await boen.member('Nadia')
  boen.bringAll({ type: 'thing', id, fields: { group: [nadia.id] }, space: 'home' })
  const days = { startsOn: '2026-12-20', thing: id }
  const asked = boen.bring('booking-request', { ...days, name: 'Zoé', state: 'asked' }, 'home')
  const row = { ...days, recurs: 'FREQ=WEEKLY', use: 'yoga' }
  const series = boen.bring('booking-series', row, 'home')
  boen.bring('booking', { ...days, state: 'booked', series })
  const lost = boen.bring('booking', { ...days, state: 'back' })
  const pieces = { piecesOut: ['clé'], piecesBack: [] }
  boen.bringAll({ type: 'booking', id: lost, fields: pieces, space: 'home' })
  return { boen, nadia, ...{ id, gone, begun, ahead, out, cart, asked, series, lost } }
}

type Opened = Awaited<ReturnType<typeof opened>>
/** Of each command that writes about a thing: where it is sent, and what becomes of it. */
const commandsOf = (of: Opened): Readonly<Record<string, readonly [Fate, string, Fields]>> => {
  const day = { startsOn: '2026-12-16' }
  const weekly = { recurs: 'tous les lundis, jusqu’au 28 décembre 2026', sur: '1' }
  const year = { name: '2027', firstOn: '2027-01-01', lastOn: '2027-12-31' }
  const turn = (booking: string, act: string): string => `reservations/${booking}/${act}`
  return {
    book: ['asked', `${of.id}/reserver`, { ...day, name: 'Zoé' }],
    bookSeries: ['refused', `${of.id}/plusieurs-fois`, { ...day, ...weekly, name: 'Zoé' }],
    endSeries: ['refused', `series/${of.series}/arreter`, {}],
    give: ['refused', `demandes/${of.asked}/accorder`, {}],
    askAgain: ['refused', `${of.id}/redemander`, { membre: of.nadia.id }],
    close: ['refused', `${of.id}/fermer`, day],
    move: ['refused', turn(of.ahead, 'deplacer'), day],
    cancel: ['refused', turn(of.ahead, 'annuler'), {}],
    noShow: ['refused', turn(of.begun, 'pas-venu'), {}],
    replace: ['refused', `${of.id}/remplacer`, { par: of.cart }],
    setUp: ['refused', `${of.id}/regler`, { title: 'À nous', kind: 'tool' }],
    lendAgain: ['refused', `${of.gone}/repreter`, {}],
    lookAfter: ['refused', `${of.id}/entretien`, { on: '2026-12-01', what: 'graissé' }],
    openYear: ['refused', `${of.id}/frais`, { ...year, counts: 'money', unit: 'hour' }],
    settle: ['noted', turn(of.begun, 'arranger'), { avec: of.ahead }],
    handOut: ['noted', turn(of.begun, 'remettre'), { tout: '1' }],
    handBack: ['noted', turn(of.out, 'rendre'), { tout: '1' }],
    lendNow: ['noted', `${of.id}/preter`, { name: 'Zoé', endsOn: '2026-12-09', tout: '1' }],
    find: ['noted', turn(of.lost, 'retrouver'), { piece: 'clé' }],
    eraseWhose: ['noted', `nom-a-effacer/${of.asked}`, {}],
  }
}
/** Names of people and papers alone tell what stays: no button of these on the page. */
const REFUSING = /\/(fermer|remplacer|regler|plusieurs-fois|pas-venu|redemander|accorder)"/

test('of a thing of another box each command is refused, asked or noted', async () => {
  const names = model.commands.map(({ name }) => name)
  const of = await opened()
  const { boen } = of
  const all = commandsOf(of)
  assert.deepEqual([...Object.keys(all), ...OTHERS].sort(), [...names].sort())
  const letters = (): number =>
    boen.read.all('SELECT id FROM booking_request_home WHERE asked = 1').length
  for (const [name, [fate, path, fields]] of Object.entries(all)) {
    boen.later(1_000)
    const { status, text } = await boen.keeper.post(`${PATH}/${path}`, fields)
    if (fate === 'refused') assert.match(text, /C’est la borne de Sail qui en décide/, name)
    assert.equal(status, fate === 'refused' ? 422 : 303, `${name}: ${text}`)
    if (fate === 'asked') assert.equal(letters(), 1, name)
  }
  const page = (await boen.keeper.get(`${PATH}/${of.id}`)).body
  assert.match(page, /\/preter"/, 'what happened is offered')
  assert.doesNotMatch(page, REFUSING)
  const history = (await boen.keeper.get(`${PATH}/${of.id}/histoire`)).body
  assert.doesNotMatch(history, /\/entretien"/)
})

test('a thing of another box is in no act of one here: beside, in its place, as its kit', async () => {
  const of = await opened()
  const { boen, nadia, id, cart } = of
  const sent = async (path: string, fields: Fields, who = boen.keeper): Promise<string> => {
    boen.later(1_000)
    const { status, text } = await who.post(`${PATH}/${path}`, fields)
    assert.equal(status, 422)
    return text
  }
  const day = { startsOn: '2026-12-16' }
  const away = /C’est la borne de Sail qui en décide/
  assert.match(await sent(`${cart}/reserver`, { ...day, avec: [id] }, nadia), away)
  assert.match(await sent(`${id}/reserver`, { ...day, avec: [cart] }, nadia), away)
  assert.match(await sent('nouveau', { title: 'Clé', kind: 'tool', partOf: id }), away)
  assert.match(await sent(`${cart}/remplacer`, { par: id }), /dont vous vous occupez/)
  assert.deepEqual(boen.read.all('SELECT id FROM booking WHERE thing = ?', cart), [])
})

test('on paper, that nobody came for a thing of another box comes back as a mistake', async () => {
  const { boen, begun } = await opened()
  boen.bringAll({ type: 'booking', id: begun, fields: { word: 'scie 74 39' }, space: 'home' })
  const line = { 'mot.0': 'scie 74 39', 'fait.0': 'noShow' }
  await boen.keeper.post(`${PATH}/reprise`, line)
  const [row] = boen.read.all('SELECT state FROM booking WHERE id = ?', begun)
  assert.equal(row?.['state'], 'booked')
  const [back] = boen.read.all('SELECT fault FROM hand_line_home')
  assert.match(String(back?.['fault']), /C’est la borne de Sail qui en décide/)
})
