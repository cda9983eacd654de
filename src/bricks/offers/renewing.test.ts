import assert from 'node:assert/strict'
import { test } from 'node:test'
import { showSent } from '../../../tests/support/show-sent.ts'
import { type TestBox, testBox } from '../../../tests/support/test-box.ts'

/** A regular ride is asked again each season, of who has a card, of who has a ticket, on paper. */

const WEEKLY = 'je descends à Montbrison tous les jeudis à 8 h, deux places'
const SEASON_MS = 100 * 24 * 3_600_000
const ASKED = /Est-ce toujours vrai, trois mois après/

/** A visitor's ride, shown by the keeper: the address of its ticket, and the notice. */
async function sentRide(box: TestBox, accord: string) {
  box.territory()
  const sent = { title: WEEKLY, who: 'Zoé', reachBy: 'word', found: 'au bar', accord }
  const { location } = await box
    .visitor()
    .post('/annonces/proposer', { ...sent, foundAt: 'au bar' })
  const at = location.split('?')[0]!
  assert.match(at, /^\/billet\//)
  const [waiting] = box.read.all("SELECT id FROM proposal_home WHERE state = 'waiting'")
  const show = async () => showSent(box.keeper, String(waiting?.['id']))
  const renewed = () =>
    box.read.all(
      'SELECT renewedOn FROM offer WHERE removed IS NOT 1 UNION ALL ' +
        'SELECT renewedOn FROM offer_home WHERE renewedOn IS NOT NULL',
    )[0]?.['renewedOn']
  return { at, show, renewed }
}

for (const accord of ['ici', 'voisins'])
  test(`a ticket is asked each season, and says in one tap that it stands (${accord})`, async () => {
    using box = testBox()
    const { at, show, renewed } = await sentRide(box, accord)
    const page = async () => (await box.visitor().get(at)).text
    assert.equal((await box.visitor().post(`${at}/redire`, {})).status, 422, 'it does not show yet')
    assert.equal((await show()).status, 303)
    assert.doesNotMatch(await page(), ASKED)
    box.later(SEASON_MS)
    assert.match(await page(), ASKED)
    const answer = await box.visitor().post(`${at}/redire`, { from: at })
    assert.equal(answer.status, 303, answer.text)
    assert.equal(answer.location, at)
    assert.doesNotMatch(await page(), ASKED)
    assert.equal(renewed(), '2027-03-15')
    assert.match((await box.visitor().get('/annonces')).text, /Zoé/)
    assert.deepEqual(box.faults, [])
  })

test('the line of the first page leads to the question, and its answer is one tap', async () => {
  using box = testBox()
  box.territory()
  const id = box.welcome({ name: 'Odile' })
  const sent = { title: WEEKLY, reachBy: 'word', accord: 'ici' }
  const first = await box.memberOf(id)
  const { location } = await first.post('/annonces/proposer', sent)
  const at = location.split('?')[0]!
  assert.doesNotMatch((await first.get(at)).text, ASKED)
  box.later(SEASON_MS)
  const odile = await box.memberOf(id)
  assert.ok((await odile.get('/')).body.includes(`href="${at}"`))
  const page = await odile.get(at)
  assert.match(page.text, ASKED)
  assert.ok(page.text.search(ASKED) < page.text.indexOf('De quelle façon'), 'it stands first')
  assert.doesNotMatch((await box.visitor().get(at)).text, ASKED)
  const strip = JSON.stringify(box.print('ce-qui-attend', undefined, { by: 'keeper' }))
  assert.match(strip, /Odile, ce qui vous attend.*toujours vrai/)
  await odile.post('/annonces/redire', { id: at.split('/').at(-1)! })
  assert.doesNotMatch((await odile.get(at)).text, ASKED)
  assert.deepEqual(box.faults, [])
})
