import assert from 'node:assert/strict'
import { before, test as told } from 'node:test'
import { lacking, tempFolder } from '../../../../tests/support/folders.ts'
import { formsIn, sent } from '../../../../tests/support/forms.ts'
import { asKeeper, type Door, openDoor, type Person } from '../../../../tests/support/test-box.ts'
import { communesRoutes } from './communes-routes.ts'

const skip = lacking('territory', 'place')
const test = (sentence: string, works: () => Promise<void>): unknown => told(sentence, { skip }, works)
let door: Door
let keeper: Person
before(async () => {
  if (skip) return
  const folder = tempFolder()
  door = await openDoor((app, web) => communesRoutes(app, web, { folder }))
  keeper = await asKeeper(door)
  door.bring('territory', { name: 'Sail', village: '42195', communes: ['42195'], keptBy: 'Anaïs', reach: 'au local' })
  door.bring('commune', { code: '42195', name: 'Sail-sous-Couzan' })
})
const choices = async (): Promise<string> =>
  (await keeper.get('/annuaire/lieux/ajouter')).body.match(/<select[^>]*name="commune"[\s\S]*?<\/select>/)![0]

test('a commune that the opening forgot joins the page, once it was read again', async () => {
  assert.doesNotMatch(await choices(), /Trelins/)
  assert.match(
    (await sent(keeper, await keeper.get('/tenir/communes'), '/tenir/communes', { where: 'Nullepartville' })).said,
    /aucune commune/,
  )
  const read = await sent(keeper, await keeper.get('/tenir/communes'), '/tenir/communes', { where: 'Trelins, Sail-sous-Couzan' })
  assert.match(read.said, /Rien n’est encore écrit.*Trelins/)
  assert.doesNotMatch(await choices(), /Trelins/)
  const done = await sent(keeper, read, '/tenir/communes')
  assert.equal(done.status, 303, done.said)
  assert.match(await choices(), /Trelins/)
  const twice = await sent(keeper, await keeper.get('/tenir/communes'), '/tenir/communes', { where: 'Trelins' })
  assert.match(twice.said, /déjà sur la page/)
})

test('a commune that is taken off the page can be put back, and what says it is still corrected', async () => {
  const place = door.bring('place', { name: 'Le four', kind: 'other', commune: '42313' })
  const page = await keeper.get('/tenir/la-page')
  assert.equal((await sent(keeper, page, '/ecrire', { communes: ['42195'] })).status, 303)
  assert.doesNotMatch(await choices(), /Trelins/)
  const edit = await keeper.get(`/annuaire/lieux/${place}/modifier`)
  assert.equal(formsIn(edit).find(({ action }) => action === '/ecrire')!.fields['commune'], '42313')
  const corrected = await sent(keeper, edit, '/ecrire', { name: 'Le four banal' })
  assert.equal(corrected.status, 303, corrected.said)
  const again = await keeper.get('/tenir/la-page')
  assert.match(again.said, /Trelins/)
  assert.equal((await sent(keeper, again, '/ecrire', { communes: ['42195', '42313'] })).status, 303)
  assert.match(await choices(), /Trelins/)
})
