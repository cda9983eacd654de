import assert from 'node:assert/strict'
import { test } from 'node:test'
import { COMMUNES } from '../../seeds/communes.ts'
import { lacking } from '../../tests/support/folders.ts'
import { testBox } from '../../tests/support/test-box.ts'

test('a click on the map brings the form back with its point, and writes nothing', {
  skip: lacking('territory', 'place'),
}, async () => {
  using box = testBox()
  const some = COMMUNES.slice(0, 5)
  box.territory({ communes: some.map(([code]) => code) })
  for (const [code, name, , , point] of some) box.bring('commune', { code, name, point })
  const path = '/annuaire/lieux/ajouter'
  const form = await box.keeper.get(path)
  assert.match(form.body, /<input\s+type="image"[^>]*name="point\.map"/)
  const image = await box.visitor().get('/carte/choisir.svg')
  assert.equal(image.headers.get('content-type'), 'image/svg+xml')
  const fields = { name: 'Le four', 'point.map.x': '150', 'point.map.y': '100' }
  const back = await box.keeper.fill(form, '/ecrire', fields)
  assert.equal(back.status, 200, back.text)
  assert.match(back.body, /name="name" value="Le four"/)
  assert.match(back.body, /<details class="more-fields" open>/)
  const [, lat] = /name="point\.lat"[^>]*value="(45\.\d+)"/s.exec(back.body) ?? []
  assert.ok(Number(lat) > 45.5, String(lat))
  const done = await box.keeper.fill(back, '/ecrire')
  assert.equal(done.status, 303, done.text)
  const [place] = box.read.all('SELECT name, point FROM place')
  assert.match(String(place?.['point']), new RegExp(`^\\[${lat},`))
  const key = { name: 'Le lavoir', 'point.map.x': '0', 'point.map.y': '0' }
  const asked = await box.keeper.fill(form, '/ecrire', key)
  assert.equal(asked.status, 200, 'a key pressed on the image saves nothing')
  assert.match(asked.body, /name="name" value="Le lavoir"/)
  const [first] =
    /<(?:button|input type="image")[^>]*>/.exec(form.body.split('id="page"')[1]!) ?? []
  assert.match(
    first ?? '',
    /^<button class="apart"/,
    'Entrée in a field presses a button that saves',
  )
  assert.deepEqual(box.faults, [])
})
