import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Done, type TestEngine, testEngine } from '../../../tests/support/test-engine.ts'
import { brick } from '../../contract/brick.ts'
import type { Input } from '../../core/form/input.ts'
import { recordType } from '../../core/schema.ts'
import { fitted, setPaper } from '../../paper/typeset.ts'
import { asking } from './brick.ts'
import { PATH } from './model/records.ts'
import { fr } from './words/fr.ts'

/** Other bricks would bring these types: somebody of the directory, and a task. */
const actor = recordType({
  name: 'actor',
  title: 'name',
  path: '/annuaire/acteurs',
  fields: { name: { kind: 'text' } },
})
const task = recordType({
  name: 'task',
  title: 'title',
  path: '/idees/suites',
  fields: { title: { kind: 'text' } },
})
const neighbours = brick({
  name: 'neighbours',
  records: [actor, task],
  commands: [],
  pages: [],
  words: { fr: { types: {} }, en: { types: {} } },
})
const open = (): TestEngine => testEngine({ bricks: [asking, neighbours] })

const ASKS = 'Prêteriez-vous la salle du haut\u00a0?'
const WHOM = 'la patronne du bar'
const AT = { by: 'keeper', private: true } as const
const ask = (box: TestEngine, more: Input = {}): string =>
  (box.done('asking.ask', { asks: ASKS, whom: WHOM, ...more }).next ?? '').split('/').at(-1) ?? ''
const waits = (box: TestEngine): number =>
  asking.slots!.waits!({ by: 'keeper' } as never, box.read, fr)[0]?.n ?? 0
const single = (box: TestEngine, id: string): string =>
  box.page(`${PATH}/:id`, { ...AT, params: { id } } as never) ?? ''
const undo = (box: TestEngine, id: string, { undo: back }: Done): Done => {
  assert.equal(back?.path, `${PATH}/${id}/defaire`)
  return box.done('asking.undo', { id, ...back?.input })
}

test('a question says to whom, when and by whom, and waits', () => {
  using box = open()
  assert.ok(box.page(PATH, AT)?.includes(fr.empty))
  const id = ask(box, { askedOn: '2026-12-01', askedBy: 'Nadia' })
  const page = single(box, id)
  for (const piece of [ASKS, WHOM, 'décembre', 'Nadia', fr.noAnswer])
    assert.ok(page.includes(piece), piece)
  assert.ok(box.page(PATH, AT)?.includes(fr.waiting))
  assert.equal(waits(box), 1)
})

test('a question without a person is refused, and so is a person without a question', () => {
  using box = open()
  const nobody = box.turn('asking.ask', { asks: ASKS })
  assert.equal('refused' in nobody && nobody.refused, fr.sayWhom)
  assert.equal(box.turn('asking.ask', { whom: WHOM }).done, false)
  assert.equal(waits(box), 0)
})

test('the answer stands with its day and who told it; undone, the question waits again', () => {
  using box = open()
  const id = ask(box)
  const answer = { id, answer: 'yes', saying: 'Le samedi seulement', toldBy: 'Paul' }
  const done = box.done('asking.reply', answer)
  const page = single(box, id)
  for (const piece of ['Oui', 'Le samedi seulement', 'dit par Paul'])
    assert.ok(page.includes(piece), piece)
  assert.equal(waits(box), 0)
  undo(box, id, done)
  assert.ok(!single(box, id).includes('Le samedi seulement'))
  assert.equal(waits(box), 1)
})

test('not yet keeps it waiting; an answer in words alone is one', () => {
  using box = open()
  const id = ask(box)
  box.done('asking.reply', { id, answer: 'not-yet' })
  assert.equal(waits(box), 1)
  const empty = box.turn('asking.reply', { id, answer: 'words' })
  assert.equal('refused' in empty && empty.refused, fr.sayAnswer)
  const early = box.turn('asking.reply', { id, answer: 'yes', answeredOn: '2020-01-01' })
  assert.equal('refused' in early && early.refused, fr.answeredBefore)
  box.done('asking.reply', { id, saying: 'Passez en parler' })
  assert.equal(waits(box), 0)
})

test('another answer keeps *not yet* before it; undone, the former answer is back', () => {
  using box = open()
  const id = ask(box)
  box.done('asking.reply', { id, answer: 'not-yet', saying: 'En mars' })
  assert.ok(!single(box, id).includes('>\nEn mars'), 'the next answer begins empty')
  assert.match(single(box, id), /En mars\u00a0» · /)
  const yes = box.done('asking.reply', { id, answer: 'yes', saying: 'Oui, enfin' })
  assert.match(single(box, id), /Oui, enfin.*En mars/s)
  const no = box.done('asking.reply', { id, answer: 'no', saying: 'Non, pardon' })
  assert.ok(!single(box, id).includes('Oui, enfin'), 'a mended answer replaces the other')
  undo(box, id, no)
  assert.match(single(box, id), /Oui, enfin.*En mars/s)
  assert.equal(waits(box), 0)
  undo(box, id, yes)
  assert.ok(single(box, id).includes('En mars'))
  assert.equal(waits(box), 1)
  box.done('asking.erase', { id })
  assert.deepEqual(box.read.all('SELECT id FROM question_home WHERE removed IS NOT 1'), [])
  assert.deepEqual(box.read.all('SELECT id FROM code_home WHERE removed IS NOT 1'), [])
})

test('erasing a question erases the answer that another one replaced, and the code of its slip', () => {
  using box = open()
  const id = ask(box)
  box.done('asking.reply', { id, answer: 'yes', saying: 'Oui, enfin' })
  box.done('asking.reply', { id, answer: 'no', saying: 'Non, pardon' })
  box.done('asking.erase', { id })
  for (const table of ['question_home', 'code_home'])
    assert.deepEqual(box.read.all(`SELECT id FROM ${table} WHERE removed IS NOT 1`), [], table)
})

test('it is asked again on another day, and each asking keeps its answer', () => {
  using box = open()
  const id = ask(box, { askedOn: '2026-11-02' })
  box.done('asking.reply', { id, answer: 'no', answeredOn: '2026-11-03', saying: 'Trop tôt' })
  const done = box.done('asking.askAgain', { id, askedOn: '2026-12-04', askedBy: 'Malo' })
  assert.equal(waits(box), 1)
  const answered = box.done('asking.reply', { id, answer: 'yes', saying: 'Oui pour l’hiver' })
  const page = single(box, id)
  for (const piece of ['Trop tôt', 'Malo', 'Oui pour l’hiver'])
    assert.ok(page.includes(piece), piece)
  assert.ok(page.indexOf('Oui pour l’hiver') < page.indexOf('Trop tôt'), 'the last one first')
  const stale = box.turn('asking.undo', { id, ...done.undo?.input })
  assert.equal('refused' in stale && stale.refused, fr.nothingThere)
  assert.ok(single(box, id).includes('Oui pour l’hiver'), 'an asking keeps its answer')
  undo(box, id, answered)
  undo(box, id, done)
  assert.ok(!single(box, id).includes('Malo'))
  assert.ok(single(box, id).includes('Trop tôt'))
})

test('a question that was left is left again when its new asking is undone', () => {
  using box = open()
  const id = ask(box)
  box.done('asking.drop', { id })
  const done = box.done('asking.askAgain', { id })
  assert.equal(waits(box), 1)
  undo(box, id, done)
  assert.equal(waits(box), 0)
  assert.ok(single(box, id).includes(fr.droppedTitle))
})

test('the page of what it is about has it, for the keeper alone and in private alone', () => {
  using box = open()
  const bar = box.bring('actor', { name: 'Le bar du pont' })
  const id = ask(box, { whom: '', actor: bar })
  const shown = (as: object) =>
    asking.slots!.onRecord!(box.kit('/annuaire', as), box.read, fr, { type: actor, id: bar })?.html
  assert.ok(shown(AT)?.includes(ASKS))
  for (const as of [{ by: 'visitor' }, { by: 'neighbour' }, { by: 'relay' }])
    assert.equal(shown({ ...as, private: true }), undefined)
  assert.equal(shown({ by: 'keeper', private: false }), undefined)
  assert.ok(!box.page(PATH, { by: 'keeper', private: false })?.includes(ASKS))
  assert.ok(single(box, id).includes('Le bar du pont'))
})

test('it goes with the person of the directory whom it asks', () => {
  using box = open()
  const bar = box.bring('actor', { name: 'Le bar du pont' })
  const id = ask(box, { whom: '', actor: bar })
  box.done('asking.askAgain', { id })
  box.done('plain.forget', { type: 'actor', id: bar })
  assert.deepEqual(box.read.all('SELECT id FROM question_home WHERE removed IS NOT 1'), [])
})

test('a task that says whom to ask fills the form', () => {
  using box = open()
  const id = box.bring('task', { title: 'Demander à la mairie si la salle est libre' })
  const page = box.page(`${PATH}/poser`, { ...AT, query: { sur: id } })
  assert.ok(page?.includes('value="la mairie"'))
  assert.ok(page?.includes('Est-ce que la salle est libre'))
})

test('the longest question stands on one slip', () => {
  using box = open()
  const id = ask(box, {
    asks: 'Prêteriez-vous '.repeat(20).trim(),
    whom: 'Odile '.repeat(16).trim(),
  })
  assert.equal(setPaper(box.paper('question', id)).pages, 1)
  assert.equal(setPaper(box.paper('questions')).pages, 1)
})

test('a slip that says its subject, a place and a long way to the keeper is one sheet', () => {
  const territory = recordType({
    name: 'territory',
    title: 'name',
    fields: { name: { kind: 'text' } },
  })
  const said = { name: 'Sail et alentours', keptBy: 'Simone, au local le mercredi' }
  const village = brick({
    name: 'village',
    records: [territory],
    commands: [],
    pages: [],
    words: { fr: { types: {} }, en: { types: {} } },
    slots: {
      territory: () => ({
        ...{ ...said, heading: null, village: '42195', communes: [] },
        reach: '04 77 00 11 22, ou à la mairie le mardi matin de neuf heures à midi',
      }),
    },
  })
  using box = testEngine({ bricks: [asking, neighbours, village] })
  const about = box.bring('actor', { name: 'Le bar de la place, tenu par son patron, à Sail' })
  for (const asks of [ASKS, 'Prêteriez-vous '.repeat(20).trim()]) {
    const id = ask(box, { asks, about })
    assert.equal(setPaper(box.paper('question', id)).pages, 1, asks)
  }
  assert.equal(setPaper(box.paper('questions')).pages, 1)
})

test('a slip asks in its title, however long, and its lines go down to its foot', () => {
  using box = open()
  const LONG = `${ASKS} ${'Et le mercredi matin ? '.repeat(6)}`.trim()
  for (const asks of [ASKS, LONG]) {
    const { blocks } = fitted(box.paper('question', ask(box, { asks })))
    assert.ok(blocks.some(one => one.is === 'title' && one.words === asks))
    const more = blocks.find(one => one.is === 'filling')
    assert.ok(more && 'times' in more && Number(more.times) > 1, JSON.stringify(more))
  }
})

test('its slip has the question, boxes to tick and its code', () => {
  using box = open()
  const id = ask(box)
  for (const set of [box.paper('question', id), box.paper('questions')])
    assert.equal(setPaper(set).pages, 1)
  const paper = JSON.stringify(box.paper('question', id))
  for (const piece of [ASKS, WHOM, 'pas encore']) assert.ok(paper.includes(piece), piece)
  assert.match(paper, /question.\d\d.\d\d/)
  assert.equal(box.paper('questions').each?.length, 1)
  box.done('asking.drop', { id })
  assert.equal(waits(box), 0)
  box.done('asking.takeUp', { id })
  assert.equal(waits(box), 1)
})

test('mended words stand once: no asking keeps the former ones, of an older box neither', () => {
  using box = open()
  const id = ask(box)
  box.done('asking.reply', { id, answer: 'yes' })
  box.done('asking.reply', { id, answer: 'no' })
  box.done('asking.askAgain', { id })
  box.bring('question', { asks: ASKS, first: id, before: 9 })
  box.done('asking.amend', { id, asks: 'Et la cour\u00a0?', whom: 'Rosa' })
  const words = box.read.all('SELECT DISTINCT asks FROM question_home WHERE asks IS NOT NULL')
  assert.deepEqual(
    words.map(row => row['asks']),
    ['Et la cour\u00a0?'],
  )
  assert.equal(box.read.all('SELECT id FROM question_home').length, 4)
})

test('its words are mended; nobody but the keeper does anything', () => {
  using box = open()
  const id = ask(box)
  box.done('asking.amend', { id, asks: 'Et la cour\u00a0?', whom: 'Rosa' })
  assert.ok(single(box, id).includes('Et la cour'))
  for (const by of ['visitor', 'neighbour', 'relay'] as const)
    for (const act of ['ask', 'amend', 'askAgain', 'reply', 'undo', 'drop', 'takeUp'])
      assert.equal(
        box.turn(`asking.${act}`, { id, asks: 'x', whom: 'y', answer: 'no' }, { by }).done,
        false,
      )
})
