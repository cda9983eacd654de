import assert from 'node:assert/strict'
import { test } from 'node:test'
import { lacking } from '../../../../tests/support/folders.ts'
import { type TestBox, testBox } from '../../../../tests/support/test-box.ts'
import { proposal } from '../../../contract/records/own-records.ts'
import { PANEL } from './panel.ts'

/** Two proposals that were kept are tied on the page; the records that show them keep the tie. */

const skip = lacking('task', 'idea', 'voice', 'initiative')

function evening(box: TestBox) {
  const of = box.bring('harvest', { title: 'Soirée', state: 'open', people: [] }, 'home')
  const piece = (type: string, fields: Readonly<Record<string, string>>, from: number) => {
    const told = { of: type, sentBy: 'harvest', state: 'kept', harvest: of, certainty: 1 }
    const held = box.bring(type, fields, 'home')
    const id = box.bring('proposal', { ...told, piece: held, from, till: from + 9 }, 'home')
    return { id, held, fields }
  }
  return { of, piece }
}

type Kept = Readonly<{ id: string; held: string; fields: Readonly<Record<string, string>> }>
/** The panel of one is sent, with what it is for. */
function tie(box: TestBox, of: string, one: Kept, to: Kept): void {
  box.done('harvest.openPiece', {
    ...one.fields,
    id: of,
    [PANEL.open]: one.id,
    [PANEL.tied]: '1',
    [PANEL.subject]: to.held,
    [PANEL.subjectWas]: '',
  })
}

test('two kept proposals are tied in their panel, and what shows them keeps the tie', {
  skip,
}, async () => {
  using box = testBox()
  box.territory()
  const { of, piece } = evening(box)
  const project = piece('initiative', { title: 'Un four commun' }, 0)
  const idea = piece('idea', { title: 'Chauffer le four chaque mois' }, 10)
  const task = piece('task', { title: 'Ranger le bois' }, 20)
  const later = piece('task', { title: 'Demander le prix du bois' }, 30)
  const voice = piece('voice', { saying: 'On mangera du bon pain' }, 40)
  tie(box, of, idea, project)
  tie(box, of, task, project)
  tie(box, of, later, idea)
  tie(box, of, voice, project)
  box.done('harvest.showHarvest', { id: of })
  const shown = ({ id }: typeof task): string => box.read.one(proposal, id, 'home')!.shownAs!
  const about = (type: string, one: typeof task): unknown =>
    box.read.all(`SELECT about FROM ${type} WHERE id = ?`, shown(one))[0]?.['about']
  assert.equal(about('idea', idea), shown(project))
  assert.equal(about('task', task), shown(project))
  assert.equal(about('task', later), shown(idea))
  assert.equal(about('voice', voice), shown(project))
  assert.match((await box.visitor().get(`/idees/suites/${shown(task)}`)).text, /Un four commun/)
  assert.deepEqual(box.faults, [])
})

test('a thing to do that is tied to an idea and to its project is about the project', {
  skip,
}, () => {
  using box = testBox()
  box.territory()
  const { of, piece } = evening(box)
  const project = piece('initiative', { title: 'Un four commun' }, 0)
  const idea = piece('idea', { title: 'Chauffer le four chaque mois' }, 10)
  for (const [title, ties] of [
    ['Ranger le bois', [`about:${project.held}`, `about:${idea.held}`]],
    ['Fendre le bois', [`about:${idea.held}`, `about:${project.held}`]],
  ] as const) {
    const task = piece('task', { title }, 20)
    box.bringAll({ type: 'proposal', id: task.id, fields: { ties }, space: 'home' })
    box.done('harvest.showHarvest', { id: of })
    const shown = box.read.one(proposal, task.id, 'home')!.shownAs!
    const [row] = box.read.all('SELECT about FROM task WHERE id = ?', shown)
    assert.equal(row?.['about'], box.read.one(proposal, project.id, 'home')!.shownAs)
  }
})
