import assert from 'node:assert/strict'
import { before, test as told } from 'node:test'
import { lacking, tempFolder } from '../../../../tests/support/folders.ts'
import { formsIn } from '../../../../tests/support/forms.ts'
import { type TestBox, testBox } from '../../../../tests/support/test-box.ts'
import { communesRoutes } from './communes-routes.ts'
import { geographyRoutes } from './geography-in.ts'

const skip = lacking('territory', 'place')
const test = (sentence: string, works: () => Promise<void>): unknown =>
  told(sentence, { skip }, works)
let box: TestBox
before(async () => {
  if (skip) return
  const folder = tempFolder()
  box = testBox({
    routes: (app, server) => {
      communesRoutes(app, server, { folder })
      geographyRoutes(app, server, { folder })
    },
  })
  box.territory({ keptBy: 'Anaïs' })
  box.bring('commune', { code: '42195', name: 'Sail-sous-Couzan' })
})
const choices = async (): Promise<string> =>
  (await box.keeper.get('/annuaire/lieux/ajouter')).body.match(
    /<select[^>]*name="commune"[\s\S]*?<\/select>/,
  )![0]

test('a commune that the opening forgot joins the page, once it was read again', async () => {
  assert.doesNotMatch(await choices(), /Trelins/)
  assert.match(
    (await box.keeper.send('/tenir/communes', { where: 'Nullepartville' })).text,
    /aucune commune/,
  )
  const read = await box.keeper.send('/tenir/communes', { where: 'Trelins, Sail-sous-Couzan' })
  assert.match(read.text, /Rien n’est encore écrit.*Trelins/)
  assert.doesNotMatch(await choices(), /Trelins/)
  const done = await box.keeper.fill(read, '/tenir/communes')
  assert.equal(done.status, 303, done.text)
  assert.match(await choices(), /Trelins/)
  const twice = await box.keeper.send('/tenir/communes', { where: 'Trelins' })
  assert.match(twice.text, /déjà sur la page/)
})

test('a commune that is taken off the page can be put back, and what says it is still corrected', async () => {
  const place = box.bring('place', { name: 'Le four', kind: 'other', commune: '42313' })
  const page = await box.keeper.get('/tenir/la-page')
  assert.equal((await box.keeper.fill(page, '/ecrire', { communes: ['42195'] })).status, 303)
  assert.doesNotMatch(await choices(), /Trelins/)
  const edit = await box.keeper.get(`/annuaire/lieux/${place}/modifier`)
  assert.equal(formsIn(edit).find(({ action }) => action === '/ecrire')!.fields['commune'], '42313')
  const corrected = await box.keeper.fill(edit, '/ecrire', { name: 'Le four banal' })
  assert.equal(corrected.status, 303, corrected.text)
  const again = await box.keeper.get('/tenir/la-page')
  assert.match(again.text, /Trelins/)
  assert.equal(
    (await box.keeper.fill(again, '/ecrire', { communes: ['42195', '42313'] })).status,
    303,
  )
  assert.match(await choices(), /Trelins/)
})

test('a commune that joins has its centre; one of before takes it by a button', async () => {
  const at = () =>
    new Map(box.read.all('SELECT code, point FROM commune').map(({ code, point }) => [code, point]))
  assert.match(String(at().get('42313')), /^\[45\.7\d*,4\.0\d*\]$/)
  assert.equal(at().get('42195'), null)
  const page = await box.keeper.get('/tenir/carte')
  assert.match(page.text, /Dessiner la carte avec ces milieux/)
  const done = await box.keeper.fill(page, '/tenir/carte', { centres: '1' })
  assert.equal(done.status, 303, done.text)
  assert.deepEqual(at().get('42195'), '[45.736,3.961]')
  assert.doesNotMatch((await box.keeper.get('/tenir/carte')).text, /ces milieux/)
})
