import assert from 'node:assert/strict'
import { test } from 'node:test'
import { lacking } from '../../../tests/support/folders.ts'
import { filledIn } from '../../../tests/support/forms.ts'
import { testBox } from '../../../tests/support/test-box.ts'

const skip = lacking('place')

test('a box that nobody ticked answers nothing, and one that is unticked answers no', {
  skip,
}, async () => {
  using box = testBox()
  box.territory()
  const page = await box.keeper.get('/annuaire/lieux/ajouter?genre=place')
  const input = filledIn(page, '/ecrire', { name: 'La salle', commune: '' })
  const sent = await box.keeper.post('/ecrire', input)
  const id = sent.location.split('/').at(-1)!.split('?')[0]!
  const ticks = () =>
    box.read.all('SELECT shared, exhibitors, toConfirm FROM place WHERE id = ?', id)[0]
  assert.deepEqual({ ...ticks() }, { shared: null, exhibitors: null, toConfirm: null })
  assert.doesNotMatch((await box.visitor().get(`/annuaire/lieux/${id}`)).text, /, non/)
  const again = async (change: Readonly<Record<string, string>>): Promise<void> => {
    const form = await box.keeper.get(`/annuaire/lieux/${id}/modifier`)
    const input = filledIn(form, '/ecrire', {})
    if (!('exhibitors' in change)) delete input['exhibitors']
    await box.keeper.post('/ecrire', { ...input, ...change })
  }
  await again({ exhibitors: '1' })
  assert.deepEqual({ ...ticks() }, { shared: null, exhibitors: 1, toConfirm: null })
  await again({})
  assert.deepEqual({ ...ticks() }, { shared: null, exhibitors: 0, toConfirm: null })
})

test('the telephone of somebody says that an agreement may show it', {
  skip: lacking('member', 'contact'),
}, async () => {
  using box = testBox()
  const { text } = await box.keeper.get('/habitants/accueillir')
  assert.match(text, /Reste ici\. Ses annonces ne l’affichent qu’avec son accord\./)
})
