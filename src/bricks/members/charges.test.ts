import assert from 'node:assert/strict'
import { beforeEach, test } from 'node:test'
import { type TestBox, testBox } from '../../../tests/support/test-box.ts'
import { tools } from '../../../tests/support/tools-brick.ts'
import { bricks } from '../../app/bricks.ts'
import { charge, isInCharge, namedOver } from '../../contract/records/charge.ts'

let box: TestBox
let [saw, paul] = ['', '']
beforeEach(() => {
  box = testBox({ bricks: [...bricks, tools] })
  saw = box.bring('tool', { title: 'Scie à bûches' })
  paul = box.welcome({ name: 'Paul' })
})
const today = () => box.today(box.now())
const isPauls = () => isInCharge(box.read, { me: paul }, saw, today())
const give = (more: object = {}) =>
  box.keeper.send(
    `/charges?over=${saw}`,
    { person: paul, until: '2027-01-31', ...more },
    '/charges',
  )

test('the keeper puts a member in charge of a thing, sees it, and takes it back', async () => {
  const page = await box.keeper.get('/charges')
  assert.match(page.text, /Personne encore.*Confier une chose/)
  assert.equal((await give()).location, '/charges')
  assert.ok(isPauls())
  const after = await box.keeper.get('/charges')
  assert.match(after.text, /C’est confié : Paul, pour « Scie à bûches »/)
  assert.match(after.text, /Scie à bûches Paul · depuis .*, jusqu’au 31 janvier 2027 compris/)
  const [held] = box.read.list(charge, {}, 'home')
  await box.keeper.fill(after, `/charges/${held!.id}/rendre`)
  assert.ok(!isPauls())
  assert.match((await box.keeper.get('/charges')).text, /Personne encore/)
  assert.deepEqual(box.faults, [])
})

test('a form that says too little, or a last day that is past, comes back', async () => {
  for (const [more, sentence] of [
    [{ over: '' }, /Choisissez la chose à confier/],
    [{ person: '' }, /Choisissez à qui la confier/],
    [{ until: '2020-01-01' }, /un dernier jour qui n’est ni passé/],
    [{ over: paul }, /Choisissez la chose à confier/],
  ] as const)
    assert.match((await box.keeper.post('/charges', { ...typed(), ...more })).text, sentence)
  assert.ok(!isPauls())
})
const typed = () => ({ over: saw, person: paul, since: today(), until: '' })

test('to give it again to the same member replaces the days and the agreement', async () => {
  await give({ named: '1' })
  await give({ until: '2027-03-01' })
  const all = box.read.list(charge, {}, 'home')
  assert.deepEqual(
    all.map(one => [one.until, one.named]),
    [['2027-03-01', false]],
  )
})

test('its person reads on their page until when, and gives it back; nobody else may', async () => {
  await give()
  const [held] = box.read.list(charge, {}, 'home')
  const other = await box.member('Rosa')
  assert.ok((await other.post(`/charges/${held!.id}/rendre`, {})).status >= 400)
  assert.equal((await other.get('/charges')).status, 403)
  assert.ok(!(await other.get('/moi')).text.includes('Ce dont je m’occupe'))
  const person = await box.memberOf(paul)
  const page = await person.get('/moi')
  assert.match(page.text, /Ce dont je m’occupe.*Scie à bûches depuis .* jusqu’au 31 janvier/)
  assert.ok(page.body.includes(`href="/outils/${saw}"`))
  await person.fill(page, `/charges/${held!.id}/rendre`)
  assert.ok(!isPauls())
  assert.ok(!(await person.get('/moi')).text.includes('Ce dont je m’occupe'))
})

test('their name stands beside the thing as long as they agree, and over http on no page of theirs', async () => {
  const reads = async () => (await box.visitor('wifi').get(`/outils/${saw}`)).text
  await give()
  assert.ok(!(await reads()).includes('Paul'))
  await give({ named: '1' })
  assert.match(await reads(), /S’en occupe : Paul/)
  const [held] = box.read.list(charge, {}, 'home')
  const person = await box.memberOf(paul)
  await person.fill(await person.get('/moi'), `/charges/${held!.id}/prenom`)
  assert.ok(!(await reads()).includes('Paul'))
  const heard = await box.memberOf(paul, 'wifi')
  assert.ok(!(await heard.get('/moi')).text.includes('Ce dont je m’occupe'))
  await person.fill(await person.get('/moi'), `/charges/${held!.id}/prenom`)
  assert.match(await reads(), /S’en occupe : Paul/)
})

test('of a member who left, nothing stands until they come back', async () => {
  await give({ named: '1' })
  const is = (state: string) =>
    box.bringAll({ type: 'member', id: paul, fields: { state }, space: 'home' })
  is('left')
  assert.deepEqual(namedOver(box.read, saw, today()), [])
  assert.ok(!(await box.visitor().get(`/outils/${saw}`)).text.includes('Paul'))
  is('here')
  assert.deepEqual(namedOver(box.read, saw, today()), ['Paul'])
})

test('the keeper prints a paper for each, with no name but theirs', async () => {
  await give({ named: '1' })
  const paper = JSON.stringify(box.paper('charges'))
  assert.match(paper, /Paul s’occupe de.*Scie à bûches.*jusqu’au 31 janvier 2027 compris/)
  assert.deepEqual(box.print('charges', undefined, { by: 'neighbour', me: paul, private: true }), {
    wrong: 'notGranted',
  })
})
