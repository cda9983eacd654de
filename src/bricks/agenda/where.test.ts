import assert from 'node:assert/strict'
import { test } from 'node:test'
import { lacking } from '../../../tests/support/folders.ts'
import { testBox } from '../../../tests/support/test-box.ts'

test('a place that is typed in two boxes is said once, on lists and on its page', {
  skip: lacking('event', 'place'),
}, async () => {
  using box = testBox()
  box.territory()
  const place = box.bring('place', { name: 'Le Local' })
  const fields = { title: 'Atelier', startsOn: '2026-12-12', startsAt: '14:00', place }
  const id = box.bring('event', { ...fields, where: 'Local' })
  for (const path of ['/agenda', `/agenda/${id}`, '/']) {
    const { text } = await box.visitor().get(path)
    assert.match(text, /Local/, path)
    assert.doesNotMatch(text, /Local\s+·\s+Local/, path)
  }
})

test('a meeting says its commune once', { skip: lacking('meeting') }, async () => {
  using box = testBox()
  box.bring('commune', { code: '42195', name: 'Sail-sous-Couzan' })
  box.territory()
  const where = { where: 'Sail-sous-Couzan', commune: '42195' }
  const id = box.bring('meeting', { title: 'Soirée', date: '2026-11-12', ...where })
  const { text } = await box.visitor().get(`/idees/reunions/${id}`)
  assert.match(text, /jeudi 12 novembre, Sail-sous-Couzan\s+Imprimer/)
})

test('an event that says no way to reach anybody leads to the keeper, on its page and poster', {
  skip: lacking('event'),
}, async () => {
  using box = testBox()
  box.territory({ keptBy: 'Simone, au local', reach: '04 77 00 11 22' })
  const day = { startsOn: '2026-12-12', startsAt: '14:00' }
  const [told, own] = [
    box.bring('event', { title: 'Loto', ...day }),
    box.bring('event', { title: 'Bal', ...day, reach: 'Roger, au four' }),
  ]
  const page = await box.visitor().get(`/agenda/${told}`)
  assert.match(page.text, /Pour en parler : Simone, 04\s77\s00\s11\s22/)
  assert.match(JSON.stringify(box.print('affichette', told)), /Simone, 04 77 00 11 22/)
  assert.match((await box.visitor().get(`/agenda/${own}`)).text, /Roger, au four/)
  assert.doesNotMatch(JSON.stringify(box.print('affichette', own)), /Simone/)
})

test('what is past says its year when it is another', { skip: lacking('event') }, async () => {
  using box = testBox()
  box.territory()
  box.bring('event', { title: 'Vieux loto', startsOn: '2014-02-27', where: 'Mairie' })
  box.bring('event', { title: 'Bal', startsOn: `${box.today(box.now()).slice(0, 4)}-01-02` })
  const { text } = await box.visitor().get('/agenda')
  assert.match(text, /Vieux loto\s+27 février 2014 · Mairie/)
  assert.doesNotMatch(text, /Bal\s+2 janvier/)
})
