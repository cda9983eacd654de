import assert from 'node:assert/strict'
import { test } from 'node:test'
import { formsIn } from '../../../tests/support/forms.ts'
import { testBox } from '../../../tests/support/test-box.ts'

/** The address of a date that was taken off: people hold its poster. */

const fields = { title: 'Café de réparation', startsOn: '2026-12-19' }
const CANCELLED = /Annulé : Café de réparation\s*N’a plus lieu samedi 19 décembre/

test('a date that is taken off says at its address that it is cancelled, with its idea', async () => {
  const box = testBox()
  using _box = box
  box.territory()
  const idea = box.bring('idea', { title: 'Un four', state: 'open' })
  const event = box.bring('event', { ...fields, idea })
  const page = () => box.visitor().get(`/agenda/${event}`)
  assert.doesNotMatch((await page()).text, /annulé/i)
  await box.keeper.post('/retirer', { type: 'event', id: event })
  const gone = await page()
  assert.equal(gone.status, 200)
  assert.match(gone.text, CANCELLED)
  assert.ok(gone.body.includes(`href="/idees/idee/${idea}"`))
  assert.match(gone.text, /Anaïs/, 'it ends in a person')
  assert.doesNotMatch((await box.visitor().get('/agenda')).text, /Café/)
  box.later(60 * 86_400_000)
  assert.equal((await page()).status, 404, 'long after its day nobody needs it')
  assert.deepEqual(box.faults, [])
})

test('a date that was never shown, is forgotten, or was shown by mistake says nothing', async () => {
  const box = testBox()
  using _box = box
  box.territory()
  const unseen = box.bring('event', fields, 'home')
  await box.keeper.post('/retirer', { type: 'event', id: unseen })
  assert.equal((await box.visitor().get(`/agenda/${unseen}`)).status, 404)
  const paul = await box.member('Paul')
  await paul.fill(await paul.get('/agenda/proposer'), '/agenda/proposer', fields)
  await box.keeper.fill(await box.keeper.get('/a-montrer'), '/a-montrer/afficher')
  const [row] = box.read.all('SELECT id FROM event WHERE removed IS NOT 1')
  const at = `/agenda/${row!['id']}`
  assert.match((await box.visitor().get(at)).text, /Café/)
  assert.equal(
    (await paul.post('/moi/retirer', { type: 'event', id: String(row!['id']) })).status,
    303,
  )
  assert.match((await box.visitor().get(at)).text, CANCELLED)
  await paul.post('/moi/oublier', { sure: '1' })
  const forgotten = await box.visitor().get(at)
  assert.equal(forgotten.status, 404)
  assert.doesNotMatch(forgotten.text, /Café/)
  const other = box.visitor()
  await other.post('/agenda/proposer', { ...fields, proposerName: 'Léa', proposerReach: 'au bar' })
  const shown = await box.keeper.fill(await box.keeper.get('/a-montrer'), '/a-montrer/afficher')
  const [again] = box.read.all('SELECT id FROM event WHERE removed IS NOT 1')
  const after = await box.keeper.get(shown.location)
  const undo = formsIn(after).find(({ text }) => /Annuler/.test(text))!
  assert.equal((await box.keeper.post(undo.action, undo.fields)).status, 303)
  const undone = await box.visitor().get(`/agenda/${again!['id']}`)
  assert.equal(undone.status, 404)
  assert.doesNotMatch(undone.text, /Café/)
})

test('a title that names or insults somebody is told no more once it is taken off', async () => {
  using box = testBox()
  box.territory()
  for (const title of ['Anniversaire de Josette Perrin', 'Fête chez ce gros connard']) {
    const event = box.bring('event', { ...fields, title })
    await box.keeper.post('/retirer', { type: 'event', id: event })
    const gone = await box.visitor().get(`/agenda/${event}`)
    assert.match(gone.text, /C’est annulé\s*N’a plus lieu samedi 19 décembre/)
    assert.doesNotMatch(gone.body, /Josette|Perrin|connard/)
  }
  assert.deepEqual(box.faults, [])
})

test('a date that moved, then was taken off, is cancelled on the day to which it had moved', async () => {
  using box = testBox()
  box.territory()
  const event = box.bring('event', fields)
  for (const [jour, on] of [
    ['2026-12-19', '2027-01-09'],
    ['2027-01-09', '2027-03-06'],
  ] as const) {
    box.later(1_000)
    const moved = await box.keeper.post(`/agenda/${event}/deplacer`, { jour, on })
    assert.equal(moved.status, 303, moved.text)
  }
  await box.keeper.post('/retirer', { type: 'event', id: event })
  box.later(60 * 86_400_000)
  const gone = await box.visitor().get(`/agenda/${event}`)
  assert.match(gone.text, /N’a plus lieu samedi 6 mars/)
  assert.deepEqual(box.faults, [])
})
