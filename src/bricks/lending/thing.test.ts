import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type TestEngine, testEngine } from '../../../tests/support/test-engine.ts'
import { members } from '../members/brick.ts'
import { offers } from '../offers/brick.ts'
import { lending } from './brick.ts'
import { PATH } from './model/records-thing.ts'
import { fr } from './words/fr.ts'

type Box = TestEngine & Readonly<{ paul: string; nadia: string }>
function opened(): Box {
  const box = testEngine({ bricks: [members, offers, lending] })
  const paul = box.bring('member', { name: 'Paul', state: 'here' }, 'home')
  const nadia = box.bring('member', { name: 'Nadia', state: 'here' }, 'home')
  return { ...box, paul, nadia }
}
const as = (me: string, called = '') => ({ by: 'neighbour', me, called }) as const
const things = (box: Box) =>
  box.read.all('SELECT id, title, kind, detail, notice FROM thing').map(row => ({ ...row }))
const SAW = { title: 'Scie à ruban', kind: 'tool', commune: '42195', unit: 'day' }

test('a member lends a thing in a few words, and is in charge of it', () => {
  using box = opened()
  const { paul, nadia } = box
  assert.ok(!box.page(PATH)?.includes(fr.tending.add))
  assert.ok(box.page(PATH, as(paul))?.includes(fr.tending.add))
  box.done('lending.add', { title: 'Scie à ruban', kind: 'tool' }, as(paul, 'Paul'))
  const [row] = things(box)
  const id = String(row?.['id'])
  assert.equal(row?.['title'], 'Scie à ruban')
  assert.ok(box.page(`${PATH}/${id}/regler`, as(paul))?.includes(fr.tending.heads.share))
  assert.equal(box.page(`${PATH}/${id}/regler`, as(nadia)), undefined)
  assert.equal(box.page(`${PATH}/${id}/histoire`, as(nadia)), undefined)
})

test('who is in charge sets a thing, and nobody else does', () => {
  using box = opened()
  const { paul, nadia } = box
  const id = box.bring('thing', SAW)
  const charge = { person: nadia, over: id, since: '2026-11-01' }
  box.bring('charge', charge, 'home')
  const set = { id, ...SAW, longestDays: '3', depositCents: '50 €', sheet: 'Mettre les gants.' }
  assert.ok('refused' in box.turn('lending.setUp', set, as(paul)))
  box.done('lending.setUp', set, as(nadia))
  const page = box.page(`${PATH}/${id}`) ?? ''
  assert.match(page, /3 jours au plus/)
  assert.match(page, /Mettre les gants/)
})

test('a notice becomes a thing in one act, with its words, and each leads to the other', () => {
  using box = opened()
  const { paul, nadia } = box
  const said = { mode: 'lend', who: 'Paul', reach: 'au bar', commune: '42195', state: 'firm' }
  const title = 'Paul prête sa scie à ruban'
  const notice = box.bring('offer', { ...said, title, detail: 'Elle coupe droit.' })
  box.done('plain.bring', {
    records: JSON.stringify([
      { type: 'offer', id: notice, fields: { author: paul }, space: 'home' },
    ]),
  })
  const onNotice = (who: object): string => {
    const type = box.types.get('offer')!
    const kit = box.kit(`/annonces/${notice}`, who)
    return lending.slots?.onRecord?.(kit, box.read, fr, { type, id: notice })?.html ?? ''
  }
  assert.ok(onNotice(as(paul)).includes(fr.tending.fromNotice))
  assert.equal(onNotice(as(nadia)), '')
  assert.equal(onNotice({}), '')
  assert.ok('refused' in box.turn('lending.addFromNotice', { id: notice }, as(nadia)))
  box.done('lending.addFromNotice', { id: notice }, as(paul, 'Paul'))
  const [row] = things(box)
  assert.equal(row?.['title'], 'Scie à ruban')
  assert.match(String(row?.['detail']), /^Paul prête sa scie à ruban\n\nElle coupe droit\.$/)
  assert.equal(row?.['notice'], notice)
  assert.ok(onNotice({}).includes(fr.tending.seeThing))
  assert.ok('refused' in box.turn('lending.addFromNotice', { id: notice }, as(paul)))
})

test('an upkeep is noted, opens what it closed, and the history says who had it', () => {
  using box = opened()
  const { paul, nadia } = box
  const id = box.bring('thing', { ...SAW, condition: 'repair', upkeepDays: 30 })
  box.bring('charge', { person: nadia, over: id, since: '2026-11-01' }, 'home')
  const wants = { id, startsOn: '2026-12-12' }
  assert.match(JSON.stringify(box.turn('lending.book', wants, as(paul))), /réparer/)
  const noted = { id, on: '2026-12-01', what: 'lame changée', repare: '1' }
  assert.ok('refused' in box.turn('lending.lookAfter', noted, as(paul)))
  box.done('lending.lookAfter', noted, as(nadia, 'Nadia'))
  box.done('lending.book', { ...wants, startsOn: '2026-12-06' }, as(paul, 'Paul'))
  const [row] = box.read.all('SELECT id FROM booking')
  box.done('lending.handOut', { id: String(row?.['id']), tout: '1' })
  const page = box.page(`${PATH}/${id}/histoire`, { ...as(nadia), private: true }) ?? ''
  for (const said of ['lame changée', 'Nadia', 'Paul', 'Prochain entretien', '1 tour'])
    assert.ok(page.includes(said), said)
})

test('the history says of a loan how many days after its end it came back', () => {
  using box = opened()
  const id = box.bring('thing', SAW)
  box.bring('charge', { person: box.nadia, over: id, since: '2026-11-01' }, 'home')
  const had = (name: string, on: string, back: string): void => {
    box.done('lending.lendNow', { id, name, on, at: '9 h', endsOn: on })
    const [row] = box.read.all("SELECT id FROM booking WHERE state = 'out'")
    box.done('lending.handBack', { id: String(row?.['id']), on: back, at: '18 h', tout: '1' })
  }
  const page = (): string =>
    box.page(`${PATH}/${id}/histoire`, { ...as(box.nadia), private: true }) ?? ''
  had('Léo', '2026-11-20', '2026-11-20')
  assert.doesNotMatch(page(), /en retard/)
  had('Léo', '2026-11-22', '2026-11-23')
  assert.match(page(), /rendu, [^<]*, un jour en retard/)
  had('Léo', '2026-11-24', '2026-11-27')
  assert.match(page(), /3.jours en retard/)
  assert.ok(!(box.page(`${PATH}/${id}/histoire`, as(box.paul)) ?? '').includes('en retard'))
  for (const path of [`${PATH}/${id}`, PATH])
    assert.doesNotMatch(box.page(path, as(box.paul)) ?? '', /en retard/)
})

test('a sheet says how to use it, and a kit has a label for each piece', () => {
  using box = opened()
  const id = box.bring('thing', {
    ...SAW,
    kind: 'kit',
    sheet: 'Brancher.\nAllumer.',
    pieces: ['projecteur', 'câble'],
    longestDays: 3,
  })
  const sheet = JSON.stringify(box.paper('mode-d-emploi', id, { by: 'visitor' }))
  for (const said of ['Allumer.', 'projecteur', '3 jours au plus']) assert.ok(sheet.includes(said))
  const labels = box.paper('etiquettes-a-preter', id, { by: 'visitor' })
  assert.equal(labels.each?.length, 3)
})

test('days past any calendar are refused, and break no page where another box wrote them', () => {
  using box = opened()
  const saw = box.bring('thing', SAW)
  for (const [field, days] of [
    ['upkeepDays', '1000000000000'],
    ['leadDays', '-3'],
    ['aheadDays', '2,5'],
    ['localsDays', '3661'],
  ] as const)
    assert.match(
      JSON.stringify(box.turn('lending.setUp', { id: saw, ...SAW, [field]: days })),
      /demande un nombre entier, de [01] à 3.660/,
      field,
    )
  box.done('lending.setUp', { id: saw, ...SAW, leadDays: '3660' })
  const far = { leadDays: 1e12, aheadDays: 1e12, localsDays: -1e12, upkeepDays: 1e12 }
  const id = box.bring('thing', { ...SAW, ...far })
  const keeper = { by: 'keeper', private: true, query: { startsOn: '2026-12-30' } } as const
  assert.match(box.page(`${PATH}/${id}`, keeper) ?? '', /Scie à ruban/)
  assert.match(box.page(`${PATH}/${id}/histoire`, keeper) ?? '', /Scie à ruban/)
})

test('a thing that is lent no more stands in no list on paper, and is given to nobody', () => {
  using box = opened()
  const gone = box.bring('thing', { ...SAW, title: 'Scie morte', gone: true })
  const kept = box.bring('thing', { ...SAW, title: 'Scie vive' })
  const charges = box.page('/charges', { by: 'keeper', private: true }) ?? ''
  assert.ok(charges.includes(kept) && !charges.includes(gone))
  const list = JSON.stringify(box.paper('liste', 'thing', { by: 'visitor' }).blocks)
  assert.match(list, /Scie vive/)
  assert.doesNotMatch(list, /Scie morte/)
})
