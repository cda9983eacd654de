import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type TestEngine, testEngine } from '../../tests/support/test-engine.ts'
import { borrowing, tool, tools, type Wanted } from '../../tests/support/tools-brick.ts'
import { members } from '../bricks/members/brick.ts'
import type { Draft } from '../contract/decision.ts'
import { charge, chargedBy, isInCharge } from '../contract/records/charge.ts'
import { proposal } from '../contract/records/own-records.ts'

/** Two tools, each with somebody in charge of it, and two people who borrow. */
function lending() {
  const box = testEngine({ bricks: [members, tools] })
  const [paul = '', lea = '', rosa = '', jo = ''] = ['Paul', 'Léa', 'Rosa', 'Jo'].map(name =>
    box.bring('member', { name, state: 'here' }, 'home'),
  )
  const [saw = '', tiller = ''] = ['Scie', 'Motoculteur'].map(title => box.bring('tool', { title }))
  const put = (person: string, over: string, more: object = {}) =>
    box.bring('charge', { person, over, since: '2026-01-01', ...more }, 'home')
  put(paul, saw)
  put(lea, tiller)
  const theirs = box.bring(
    'borrowing',
    { tool: tiller, borrower: jo, note: 'deux jours', phone: '06 71 22 33 44' },
    'home',
  )
  return { box, paul, lea, rosa, jo, saw, tiller, put, theirs }
}
const does = (
  box: TestEngine,
  me: string,
  wanted: Wanted,
  by: 'neighbour' | 'relay' = 'neighbour',
) => box.turn('tools.do', { decided: JSON.stringify(wanted) }, { by, me })
const isRefused = (answer: ReturnType<typeof does>): boolean =>
  !answer.done && 'failed' in answer && JSON.stringify(answer).includes('NotGranted')
const draftOf = (type: string, record: string, fields: Draft['fields']): Wanted => ({
  drafts: [{ type, record, fields }],
})

test('a charge stands from its first day to its last, both included', () => {
  const { box, rosa, saw, put } = lending()
  const days = { since: '2026-12-02', until: '2026-12-04' }
  put(rosa, saw, days)
  const on = (day: string): boolean => isInCharge(box.read, { me: rosa }, saw, day)
  assert.deepEqual(['2026-12-01', '2026-12-02', '2026-12-04', '2026-12-05'].map(on), [
    false,
    true,
    true,
    false,
  ])
  assert.deepEqual(chargedBy(box.read, rosa, '2026-12-03'), [saw])
  assert.ok(isInCharge(box.read, { isMe: id => id === rosa }, saw, '2026-12-03'))
  assert.ok(!isInCharge(box.read, {}, saw, '2026-12-03'))
})

test('who is in charge of a thing writes, corrects and erases what leads to it, and nothing else', () => {
  const { box, paul, rosa, jo, saw, tiller, theirs } = lending()
  const id = box.newId()
  const lent = { note: 'trois jours', tool: saw, borrower: rosa, keyedBy: paul }
  assert.ok(does(box, paul, draftOf('borrowing', id, lent)).done)
  assert.equal(box.read.one(borrowing, id)?.note, 'trois jours')
  assert.equal(box.read.one(borrowing, id, 'home')?.borrower, rosa)
  assert.ok(does(box, paul, draftOf('borrowing', id, { note: 'un jour', borrower: jo })).done)
  for (const [record, fields] of [
    [box.newId(), { ...lent, tool: tiller }],
    [box.newId(), { note: 'rien', borrower: rosa, keyedBy: paul }],
    [box.newId(), { ...lent, keyedBy: jo }],
    [theirs, { note: 'à moi' }],
    [theirs, { tool: saw }],
    [id, { tool: tiller }],
    [id, { tool: null }],
    [id, { keyedBy: jo }],
  ] as const)
    assert.ok(
      isRefused(does(box, paul, draftOf('borrowing', record, fields))),
      JSON.stringify(fields),
    )
  const jos = box.bring('borrowing', { tool: saw, borrower: jo, note: 'un mois' }, 'home')
  for (const what of [
    { type: 'borrowing', record: theirs },
    { type: 'borrowing', record: jos, field: 'tool' },
    { type: 'borrowing', record: jos, field: 'borrower' },
  ])
    assert.ok(isRefused(does(box, paul, { drafts: [], forget: [what] })), JSON.stringify(what))
  assert.ok(does(box, paul, { drafts: [], forget: [{ type: 'borrowing', record: jos }] }).done)
  assert.equal(box.read.one(borrowing, jos, 'home'), undefined)
  assert.ok(
    isRefused(does(box, jo, draftOf('borrowing', theirs, { tool: saw }))),
    'past its charge',
  )
  assert.ok(does(box, jo, draftOf('borrowing', theirs, { note: 'trois jours' })).done)
})

test('who is in charge corrects the thing, and neither gives it away nor takes it off', () => {
  const { box, paul, lea, saw, tiller } = lending()
  assert.ok(does(box, paul, draftOf('tool', saw, { title: 'Scie à bûches' })).done)
  assert.equal(box.read.one(tool, saw)?.title, 'Scie à bûches')
  for (const wanted of [
    draftOf('tool', saw, { lender: paul }),
    draftOf('tool', saw, { removed: true }),
    draftOf('tool', tiller, { title: 'Cassé' }),
    { drafts: [], forget: [{ type: 'tool', record: saw }] },
  ])
    assert.ok(isRefused(does(box, paul, wanted)), JSON.stringify(wanted))
  assert.ok(isRefused(does(box, lea, draftOf('tool', saw, { title: 'Cassée' }))))
})

test('what they keyed is theirs to mend as long as they are in charge, and no longer', () => {
  const { box, paul, rosa, jo, saw } = lending()
  const keyed = (me: string) => {
    const id = box.newId()
    const fields = { note: 'un jour', tool: saw, borrower: jo, keyedBy: me }
    assert.ok(does(box, me, draftOf('borrowing', id, fields), 'relay').done)
    return id
  }
  const mends = (me: string, id: string): boolean =>
    does(box, me, draftOf('borrowing', id, { note: 'deux jours' }), 'relay').done
  const [byPaul, byRelay] = [keyed(paul), keyed(rosa)]
  assert.ok(mends(paul, byPaul) && mends(rosa, byRelay))
  const [own] = box.read.list(charge, { where: 'person = ?', with: [paul] }, 'home')
  assert.ok(does(box, paul, draftOf('charge', own!.id, { removed: true })).done)
  assert.ok(!mends(paul, byPaul) && !mends(paul, byRelay))
  assert.ok(
    isRefused(does(box, paul, { drafts: [], forget: [{ type: 'borrowing', record: byPaul }] })),
  )
  assert.ok(mends(rosa, byRelay))
})

test('whoever owns a thing is in charge of what leads to it, and of nothing of another’s', () => {
  const { box, rosa, jo, tiller } = lending()
  const own = box.newId()
  assert.ok(does(box, rosa, draftOf('tool', own, { title: 'Échelle', lender: rosa })).done)
  const keys = (tool: string) => {
    const fields = { note: 'un jour', tool, borrower: jo, keyedBy: rosa }
    return does(box, rosa, draftOf('borrowing', box.newId(), fields))
  }
  assert.ok(keys(own).done)
  assert.ok(isRefused(keys(tiller)))
})

test('nobody but the keeper gives a charge; its person gives it back', () => {
  const { box, paul, rosa, saw, tiller } = lending()
  const [own] = box.read.list(charge, { where: 'person = ?', with: [paul] }, 'home')
  for (const [record, fields] of [
    [box.newId(), { person: paul, over: tiller, since: '2026-01-01' }],
    [own!.id, { over: tiller }],
    [own!.id, { until: '2030-01-01' }],
    [own!.id, { person: rosa }],
  ] as const)
    assert.ok(isRefused(does(box, paul, draftOf('charge', record, fields))), JSON.stringify(fields))
  assert.ok(isRefused(does(box, rosa, draftOf('charge', own!.id, { removed: true }))))
  assert.ok(does(box, paul, draftOf('charge', own!.id, { removed: true })).done)
  assert.ok(isRefused(does(box, paul, draftOf('tool', saw, { title: 'Scie' }))))
})

test('what they key in another’s name shows at once; a number or a name waits', () => {
  const { box, paul, rosa, saw } = lending()
  const waits = () => box.read.count(proposal, { where: "state = 'waiting'" }, 'home')
  const keys = (fields: Draft['fields']) => {
    const id = box.newId()
    const whole = { tool: saw, borrower: rosa, keyedBy: paul, who: 'Rosa', ...fields }
    assert.ok(does(box, paul, draftOf('borrowing', id, whole)).done)
    return box.read.one(borrowing, id)?.note
  }
  assert.equal(keys({ note: 'deux jours' }), 'deux jours')
  assert.equal(waits(), 0)
  assert.equal(keys({ note: 'appeler le 06 71 22 33 44' }), undefined)
  assert.equal(keys({ note: 'la voisine de Lucie la reprend' }), undefined)
  assert.equal(waits(), 2)
  assert.equal(keys({ note: 'un jour', phone: '06 71 22 33 44', said: 'chez Lucie' }), 'un jour')
})

test('a charge goes with its person, and with the whole thing that it is over', () => {
  const { box, paul, lea, saw, tiller } = lending()
  assert.ok(does(box, lea, draftOf('tool', tiller, { detail: 'au garage' })).done)
  const charges = () => box.read.list(charge, {}, 'home').map(({ over }) => over)
  box.done('plain.forget', { type: 'tool', id: tiller, field: 'detail' })
  assert.equal(charges().length, 2)
  box.done('plain.forget', { type: 'tool', id: tiller })
  assert.deepEqual(charges(), [saw])
  box.done('members.forgetMember', { id: paul })
  assert.deepEqual(charges(), [])
  assert.equal(box.log.sql.get('SELECT 1 FROM piece WHERE value LIKE ?', `%${paul}%`), undefined)
})
