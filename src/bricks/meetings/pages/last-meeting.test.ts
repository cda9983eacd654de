import assert from 'node:assert/strict'
import { test } from 'node:test'
import { lacking } from '../../../../tests/support/folders.ts'
import { testBox } from '../../../../tests/support/test-box.ts'
import { testEngine } from '../../../../tests/support/test-engine.ts'
import { bricks } from '../../../app/bricks.ts'
import { dayAfter } from '../../../text/days.ts'

test('a meeting of a coming day stands in the agenda, and its page says when it takes place', {
  skip: lacking('event'),
}, async () => {
  using box = testBox()
  const day = (days: number) => dayAfter(box.today(box.now()), days)
  const [sail, boen] = ['42195', '42019']
  box.bring('commune', { name: 'Sail-sous-Couzan', code: sail })
  box.bring('commune', { name: 'Boën-sur-Lignon', code: boen })
  const coming = {
    title: 'Assemblée du four',
    date: day(11),
    startsAt: '20:00',
    where: 'au local',
    commune: sail,
  }
  const id = box.bring('meeting', coming)
  box.bring('event', { title: 'Bal', startsOn: day(10), commune: sail })
  box.bring('event', { title: 'Loto', startsOn: day(12), commune: boen })
  const past = box.bring('meeting', { title: 'Vieille soirée', date: day(-2) })
  const visitor = box.visitor()
  const text = async (path: string) => (await visitor.get(path)).text
  assert.match(await text('/agenda'), /Bal .*four au local, Sail-sous-Couzan, 20\sh .*Loto/)
  assert.doesNotMatch(await text('/agenda'), /Vieille soirée/)
  assert.match(await text(`/agenda?commune=${sail}`), /Assemblée du four/)
  assert.doesNotMatch(await text(`/agenda?commune=${boen}`), /Assemblée du four/)
  // The first page has it among the events, and the screen of the bar too.
  assert.match(await text('/'), /Bientôt .*Bal .*Assemblée du four au local, .*20\sh .*Loto/)
  const agenda = bricks.find(one => one.name === 'agenda')
  const [soon] = agenda?.slots?.watch?.(box.kit('/'), box.read, agenda.words.fr) ?? []
  const panels = soon?.take(undefined, 9) ?? []
  assert.deepEqual(
    panels.map(one => one.title),
    ['Bal', 'Assemblée du four', 'Loto'],
  )
  const page = await text(`/idees/reunions/${id}`)
  assert.match(page, /Elle a lieu le /)
  assert.doesNotMatch(page, /Vous y étiez/)
  assert.match(await text(`/idees/reunions/${past}`), /Vous y étiez/)
})

test('a meeting of today is said at the top of the first page, until something is noted of it', {
  skip: lacking('initiative'),
}, async () => {
  using box = testBox()
  const today = box.today(box.now())
  const id = box.bring('meeting', { title: 'Assemblée du four', date: today, startsAt: '20:00' })
  const home = async () => (await box.visitor().get('/')).text
  assert.match(await home(), /Assemblée du four à 20\sh/)
  box.bring('initiative', { title: 'Le four', notedAt: id })
  assert.doesNotMatch(await home(), /Assemblée du four à 20\sh/)
})

test('the first page tells the newest meeting of the week, and none that gave nothing', {
  skip: lacking('initiative'),
}, async () => {
  using box = testBox()
  const home = async () => (await box.visitor().get('/')).text
  const day = (days: number) => dayAfter(box.today(box.now()), days)
  const meeting = (fields: Readonly<Record<string, string>>) => box.bring('meeting', fields)
  const evening = meeting({ title: 'Soirée', date: day(-1), where: 'au local' })
  assert.doesNotMatch(await home(), /au local/)
  for (const title of ['Le four', 'Le lavoir', 'La grange'])
    box.bring('initiative', { title, notedAt: evening })
  box.bring('idea', { title: 'Un marché le soir', notedAt: evening })
  assert.match(await home(), /Hier au local\s*:\s*trois projets, une idée/)
  box.bringAll({ type: 'meeting', id: evening, fields: { startsAt: '20:00' } })
  assert.match(await home(), /Hier soir au local\s*:\s*trois projets, une idée/)
  box.bringAll({ type: 'meeting', id: evening, fields: { startsAt: '17:30', where: 'Halle' } })
  assert.match(await home(), /Hier, Halle\s*:\s*trois projets, une idée/)
  const old = meeting({ title: 'Vieille', date: day(-20), where: 'à la halle' })
  box.bring('idea', { title: 'Une autre', notedAt: old })
  assert.doesNotMatch(await home(), /à la halle/)
})

test('a meeting whose notes are shown late is told for a week, and two of one week both', {
  skip: lacking('initiative'),
}, async () => {
  using box = testBox()
  const home = async () => (await box.visitor().get('/')).text
  const day = (days: number) => dayAfter(box.today(box.now()), days)
  const late = box.bring('meeting', { title: 'Tard', date: day(-10), where: 'à la mairie' })
  box.bring('idea', { title: 'Un marché', notedAt: late })
  assert.match(await home(), /à la mairie\s*:\s*une idée/)
  const chat = box.bring('meeting', { title: 'Groupe', date: day(-10), where: 'au bar' })
  box.bring('idea', { title: 'Un loto', notedAt: chat })
  assert.match(await home(), /au bar\s*:\s*une idée.*à la mairie\s*:\s*une idée/)
})

test('the sheet of the week says a meeting that is to come, and no sheet offers it twice', {
  skip: lacking('edition', 'paper-form'),
}, () => {
  using box = testEngine({ bricks })
  const fields = { title: 'Assemblée du four', date: '2026-12-10', where: 'au local' }
  const id = box.bring('meeting', fields)
  const sheet = JSON.stringify(box.paper('feuille').blocks).replaceAll('\u00a0', ' ')
  assert.match(sheet, /Assemblée du four.*?jeudi 10 décembre.*?au local/)
  const offered = box.page('/billets', { by: 'keeper' }) ?? ''
  assert.equal(offered.split('Assemblée du four').length - 1, 1)
  assert.match(offered, new RegExp(id))
})
