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
