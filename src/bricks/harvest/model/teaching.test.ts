import assert from 'node:assert/strict'
import { test } from 'node:test'
import { lacking } from '../../../../tests/support/folders.ts'
import { testBox } from '../../../../tests/support/test-box.ts'
import { proposal } from '../../../contract/records/own-records.ts'
import type { LikePart, PickedPart } from './picking.ts'
import { piecesOf } from './pieces.ts'
import { asSeen } from './reading.ts'

const skip = lacking('need', 'initiative')

/** A page of notes whose picks are given as the server reads them. */
function notesBox() {
  const box = testBox()
  const of = box.bring('harvest', { title: 'Soirée', state: 'open', people: [] }, 'home')
  const project = box.bring('initiative', { title: 'Le four' }, 'home')
  const told = { of: 'initiative', piece: project, harvest: of, sentBy: 'harvest' }
  const place = { from: 0, till: 5, certainty: 1, person: false, state: 'kept' }
  box.bring('proposal', { ...told, ...place }, 'home')
  const ties = [{ rel: 'needs', other: project, out: false }]
  const line = (title: string, from: number): LikePart => ({
    ...{ title, fields: { title }, from, till: from + 8, ties },
  })
  const pick = (one: LikePart, alike: readonly LikePart[], kind = 'need') => {
    const flags = { kind, person: false, minor: false, cut: false }
    const picked: PickedPart = { ...one, ...flags, alike }
    box.done('harvest.pick', { id: of, picked: JSON.stringify(picked) })
    return at(one.from).id
  }
  const all = () => piecesOf(box.read, of)
  const at = (from: number) => all().findLast(one => one.from === from)!
  const lines = () => all().flatMap(one => (one.of === 'need' ? [`${one.from} ${one.state}`] : []))
  return {
    box,
    of,
    project,
    line,
    pick,
    all,
    at,
    lines,
    [Symbol.dispose]: () => box[Symbol.dispose](),
  }
}

test('a pick that is left takes back what it alone proposed, and nothing that somebody kept', {
  skip,
}, () => {
  using notes = notesBox()
  const { box, of, line, pick, at, lines } = notes
  const [a, b, c, d, e] = [10, 20, 30, 40, 50].map(from => line(`Passage ${from}`, from)) as [
    LikePart,
    LikePart,
    LikePart,
    LikePart,
    LikePart,
  ]
  const first = pick(a, [b, c, d])
  assert.deepEqual(lines(), ['10 kept', '20 waiting', '30 waiting', '40 waiting'])
  pick(e, [b, c, d])
  assert.equal(at(20).taughtBy?.length, 2)
  box.done('harvest.keepPiece', { id: of, morceau: at(30).id })
  box.done('harvest.leavePiece', { id: of, morceau: first })
  assert.deepEqual(lines(), ['10 refused', '20 waiting', '30 kept', '40 waiting', '50 kept'])
  box.done('harvest.leavePiece', { id: of, morceau: at(50).id })
  assert.deepEqual(lines(), ['10 refused', '30 kept', '50 refused'])
  assert.equal(box.read.one(proposal, first, 'home')?.state, 'refused')
})

test('a pick takes the place of what another one proposed there', { skip }, () => {
  using notes = notesBox()
  const { line, pick, lines, all } = notes
  pick(line('Du bois', 10), [line('Du pain', 20)])
  pick(line('Du pain', 20), [], 'offer')
  assert.deepEqual(lines(), ['10 kept'])
  assert.deepEqual(
    all()
      .filter(one => one.from === 20)
      .map(one => [one.of, one.state]),
    [['offer', 'kept']],
  )
})

test('a pick takes over what a rule proposed there of its kind, and is proposed again when undone', {
  skip,
}, () => {
  using notes = notesBox()
  const { box, of, project, line, pick, at, lines } = notes
  const need = box.bring('need', { title: 'Un frigo' }, 'home')
  const told = { of: 'need', piece: need, harvest: of, sentBy: 'harvest', rule: 'need.told' }
  const place = { from: 12, till: 16, certainty: 0.8, person: false, state: 'waiting' }
  box.bring('proposal', { ...told, ...place }, 'home')
  const id = pick(line('Un frigo d’occasion', 10), [])
  assert.deepEqual(lines(), ['10 kept'])
  assert.equal(at(10).piece, need)
  assert.equal(
    box.read.one(box.read.types.get('need')!, need, 'home')?.['title'],
    'Un frigo d’occasion',
  )
  assert.deepEqual(notes.all().find(one => one.piece === project)?.ties, [`needs:${need}`])
  box.done('harvest.putBack', { id: of, morceau: id })
  assert.deepEqual(lines(), ['10 waiting'])
  // Another kind there is another thing.
  pick(line('Un frigo d’occasion', 10), [], 'offer')
  assert.deepEqual(lines(), ['10 waiting'])
})

test('a project that is picked takes over the same name there, and no other', { skip }, () => {
  using notes = notesBox()
  const { project, line, pick, all } = notes
  const untied = (title: string, from: number) => ({ ...line(title, from), ties: [] })
  const ofProjects = () =>
    all().flatMap(one => (one.of === 'initiative' ? [one.piece === project] : []))
  pick(untied('Projet le four', 0), [], 'initiative')
  assert.deepEqual(ofProjects(), [true])
  pick(untied('L’épicerie', 2), [], 'initiative')
  assert.equal(ofProjects().length, 2)
})

test('each line that one pick brings is tied to its project', { skip }, () => {
  using notes = notesBox()
  const { project, line, pick, all } = notes
  pick(line('Du bois', 10), [line('Du pain', 20), line('Du sel', 30)])
  const tied = all().find(one => one.piece === project)?.ties
  const needs = all().filter(one => one.of === 'need')
  assert.deepEqual(tied?.toSorted(), needs.map(one => `needs:${one.piece}`).toSorted())
})

test('of a piece that is made two, both halves are of whoever the first was', { skip }, () => {
  using notes = notesBox()
  const { box, of, project, line, pick, all } = notes
  const first = pick(line('Du bois', 10), [])
  box.done('harvest.splitPiece', { id: of, 'la-meme': first })
  const needs = all().filter(one => one.of === 'need')
  assert.equal(needs.length, 2)
  assert.deepEqual(
    all()
      .find(one => one.piece === project)
      ?.ties?.toSorted(),
    needs.map(one => `needs:${one.piece}`).toSorted(),
  )
})

test('a button of an old page does nothing to a piece that somebody else mended since', {
  skip,
}, () => {
  using notes = notesBox()
  const { box, of, line, pick, at } = notes
  const id = pick(line('Trois tréteaux', 10), [])
  const shown = asSeen(id, 'need', 'Trois tréteaux')
  box.done('harvest.mend', { id, title: 'Cinq tréteaux', state: 'open' })
  const answer = box.turn('harvest.putBack', { id: of, morceau: shown })
  assert.match(JSON.stringify(answer), /entre-temps.*Cinq tréteaux/)
  assert.equal(at(10).state, 'kept')
  box.done('harvest.putBack', { id: of, morceau: asSeen(id, 'need', 'Cinq tréteaux') })
  assert.equal(at(10).state, 'waiting')
})
