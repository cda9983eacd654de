import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dayWas } from './day-was.ts'

const SUNDAY = '2026-11-29'

test('a day that was: the last one of its name, today included', () => {
  const was = (text: string) => dayWas(text, SUNDAY)?.day
  assert.equal(was('dimanche'), SUNDAY)
  assert.equal(was('samedi'), '2026-11-28')
  assert.equal(was('lundi'), '2026-11-23')
  assert.equal(was('hier'), '2026-11-28')
  assert.equal(was('Avant-hier'), '2026-11-27')
  assert.equal(was('29/11'), SUNDAY)
  assert.equal(was('28/11'), '2026-11-28')
  assert.equal(was('2026-11-20'), '2026-11-20')
  assert.equal(was('samedi 28'), '2026-11-28')
  assert.equal(was('lundi 12'), '2026-10-12')
  assert.equal(was('mardi 28'), undefined)
  assert.equal(dayWas('vendredi 12', '2027-03-15')?.day, '2027-03-12')
})

test('what is to come stays to come, and what is no day is none', () => {
  assert.equal(dayWas('demain', SUNDAY)?.day, '2026-11-30')
  assert.equal(dayWas('samedi de la semaine prochaine', '2026-12-05')?.day, '2026-12-12')
  assert.equal(dayWas('dans quinze jours', SUNDAY)?.day, '2026-12-13')
  assert.equal(dayWas('5/12/2026', SUNDAY)?.day, '2026-12-05')
  assert.equal(dayWas('31/2', SUNDAY), undefined)
  assert.equal(dayWas('un jour', SUNDAY), undefined)
})

test('a day without its year has that of the booking, else the one nearest to today', () => {
  const was = (text: string, near?: string) => dayWas(text, SUNDAY, near)
  assert.deepEqual(was('30/11'), { day: '2026-11-30', isFar: false })
  assert.deepEqual(was('5 décembre'), { day: '2026-12-05', isFar: false })
  assert.deepEqual(was('1/10'), { day: '2026-10-01', isFar: false })
  assert.deepEqual(was('1/9'), { day: '2026-09-01', isFar: true })
  assert.deepEqual(was('1/9/2026'), { day: '2026-09-01', isFar: false })
  assert.deepEqual(was('1/9', '2026-08-30'), { day: '2026-09-01', isFar: false })
  assert.deepEqual(was('5/12', '2025-12-04'), { day: '2025-12-05', isFar: false })
})
