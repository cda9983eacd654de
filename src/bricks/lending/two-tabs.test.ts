import assert from 'node:assert/strict'
import { test } from 'node:test'
import { YEAR } from '../../../tests/support/pressing.ts'
import { testBox } from '../../../tests/support/test-box.ts'
import { PATH } from './model/records-thing.ts'

/** Two who set one thing at once: nobody overwrites what they did not see. */

test('a setting that another tab changed since is asked, and each other one is kept', async () => {
  using box = testBox()
  box.territory()
  const fields = { title: 'Scie', kind: 'tool', unit: 'day', longestDays: 14, depositCents: 1000 }
  const id = box.bring('thing', fields)
  const page = `${PATH}/${id}/regler`
  const set = () =>
    box.read.all('SELECT title, longestDays, depositCents, backAs FROM thing WHERE id = ?', id)[0]
  const [first, second] = [await box.keeper.get(page), await box.keeper.get(page)]
  box.later(1000)
  const done = await box.keeper.fill(first, page, { longestDays: '7', depositCents: '20' })
  assert.equal(done.status, 303)
  box.later(1000)
  const other = await box.keeper.fill(second, page, { longestDays: '3', backAs: 'propre' })
  assert.equal(other.status, 422)
  assert.match(other.text, /Combien de jours, au plus : l’autre a mis « 7 »/)
  assert.equal(set()?.['longestDays'], 7)
  box.later(1000)
  assert.equal((await box.keeper.fill(second, page, { backAs: 'propre' })).status, 303)
  assert.deepEqual(
    { ...set() },
    {
      ...{ title: 'Scie', longestDays: 7, depositCents: 2000, backAs: 'propre' },
    },
  )
})

test('a year of a shared thing asks of a change that another tab did not see', async () => {
  using box = testBox()
  box.territory()
  const id = box.bring('thing', { title: 'Pressoir', kind: 'machine', unit: 'hour', meter: 'h' })
  const year = await box.doneBy(box.keeper, `${PATH}/${id}/frais`, YEAR)
  const page = year.location.split('?')[0]!
  const said = () => box.read.all('SELECT name FROM share_plan_home')[0]
  const [first, second] = [await box.keeper.get(page), await box.keeper.get(page)]
  const change = async (tab: typeof first, fields: Readonly<Record<string, string>>) => {
    box.later(1000)
    return box.keeper.fill(tab, `${page}/corriger`, fields)
  }
  assert.equal((await change(first, { name: 'La saison' })).status, 303)
  const other = await change(second, { name: 'L’année' })
  assert.equal(other.status, 422)
  assert.match(other.text, /l’autre a mis « La saison »/)
  assert.equal(said()?.['name'], 'La saison')
})
