import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testBox } from '../../../tests/support/test-box.ts'
import { PATH } from './model/records-thing.ts'

/** The limits with which a thing begins, and what a refusal says. */

test('a thing begins with limits that its keeper reads, changes or empties', async () => {
  using box = testBox()
  box.territory()
  const paul = await box.member('Paul')
  const form = (await paul.get(`${PATH}/nouveau`)).body
  assert.match(form, /name="longestDays"[^>]*value="14"|value="14"[^>]*name="longestDays"/)
  const added = await paul.post(`${PATH}/nouveau`, { title: 'Malle', kind: 'kit', unit: 'day' })
  const at = added.location.split('?')[0]!
  const nadia = await box.member('Nadia')
  const asks = async (fields: Readonly<Record<string, string>>) => {
    box.later(1_000)
    return nadia.post(`${at}/reserver`, { from: at, ...fields })
  }
  const months = await asks({ startsOn: '2026-12-10', endsOn: '2027-03-10' })
  assert.notEqual(months.status, 303)
  assert.match(months.text, /14 jours au plus : vous en demandez 91\. Pour plus long, voyez avec/)
  assert.match(months.body, /href="#f-endsOn"/)
  const far = await asks({ startsOn: '2036-12-10' })
  assert.match(far.text, /Pas plus d’un an à l’avance/)
  // The one in charge goes past it, and says why.
  box.later(1_000)
  const past = { startsOn: '2027-01-10', endsOn: '2027-02-10', name: 'Zoé', why: 'tournée' }
  assert.equal((await paul.post(`${at}/reserver`, past)).status, 303)
  const dates = await nadia.post(`${at}/plusieurs-fois`, {
    ...{ startsOn: '2026-12-05', recurs: 'le premier samedi du mois', sur: '1' },
  })
  assert.equal(dates.status, 303)
  const [kept] = box.read.all('SELECT count(*) AS n FROM booking WHERE series IS NOT NULL')
  assert.equal(kept?.['n'], 12, 'each first Saturday of a year, but for the one that is taken')
  const none = { title: 'Malle', kind: 'kit', unit: 'day', longestDays: '', aheadDays: '' }
  assert.equal((await paul.post(`${at}/regler`, none)).status, 303)
  assert.equal((await asks({ startsOn: '2028-02-01', endsOn: '2028-04-01' })).status, 303)
})
