import assert from 'node:assert/strict'
import { test } from 'node:test'
import { lacking } from '../../../../tests/support/folders.ts'
import { testBox } from '../../../../tests/support/test-box.ts'
import { dayAfter } from '../../../text/days.ts'

test('the first page tells the newest meeting of the week, and none that gave nothing', {
  skip: lacking('initiative'),
}, async () => {
  using box = testBox()
  const home = async () => (await box.visitor().get('/')).text
  const day = (days: number) => dayAfter(box.today(box.now()), days)
  const meeting = (fields: Readonly<Record<string, string>>) => box.bring('meeting', fields)
  const evening = meeting({ title: 'Soirée', date: day(-1), where: 'au local' })
  assert.doesNotMatch(await home(), /au local/)
  for (const title of ['Le four', 'Le lavoir', 'La grange'])
    box.bring('initiative', { title, notedAt: evening })
  box.bring('idea', { title: 'Un marché le soir', notedAt: evening })
  assert.match(await home(), /Hier au local\s*:\s*trois projets, une idée/)
  box.bringAll({ type: 'meeting', id: evening, fields: { startsAt: '20:00' } })
  assert.match(await home(), /Hier soir au local\s*:\s*trois projets, une idée/)
  box.bringAll({ type: 'meeting', id: evening, fields: { startsAt: '17:30', where: 'Halle' } })
  assert.match(await home(), /Hier, Halle\s*:\s*trois projets, une idée/)
  const old = meeting({ title: 'Vieille', date: day(-20), where: 'à la halle' })
  box.bring('idea', { title: 'Une autre', notedAt: old })
  assert.doesNotMatch(await home(), /à la halle/)
})
