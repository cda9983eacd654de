import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dayWas } from './day-was.ts'

const SUNDAY = '2026-11-29'

test('a day that was: the last one of its name, today included', () => {
  const was = (text: string) => dayWas(text, SUNDAY)
  assert.equal(was('dimanche'), SUNDAY)
  assert.equal(was('samedi'), '2026-11-28')
  assert.equal(was('lundi'), '2026-11-23')
  assert.equal(was('hier'), '2026-11-28')
  assert.equal(was('Avant-hier'), '2026-11-27')
  assert.equal(was('29/11'), SUNDAY)
  assert.equal(was('28/11'), '2026-11-28')
  assert.equal(was('30/11'), '2025-11-30')
  assert.equal(was('5 décembre'), '2025-12-05')
  assert.equal(was('2026-11-20'), '2026-11-20')
})

test('what is to come stays to come, and what is no day is none', () => {
  assert.equal(dayWas('demain', SUNDAY), '2026-11-30')
  assert.equal(dayWas('5/12/2026', SUNDAY), '2026-12-05')
  assert.equal(dayWas('31/2', SUNDAY), undefined)
  assert.equal(dayWas('un jour', SUNDAY), undefined)
})
