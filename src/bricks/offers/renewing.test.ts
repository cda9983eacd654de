import assert from 'node:assert/strict'
import { test } from 'node:test'
import { showSent } from '../../../tests/support/show-sent.ts'
import { type TestBox, testBox } from '../../../tests/support/test-box.ts'

/** A regular ride is asked again each season, of who has a card, of who has a ticket, on paper. */

const WEEKLY = 'je descends à Montbrison tous les jeudis à 8 h, deux places'
const SEASON_MS = 100 * 24 * 3_600_000
const ASKED = /Est-ce toujours vrai, plus de trois mois après/

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

for (const accord of ['ici', 'voisins'])
  test(`what its holder said to be over stays so, when the keeper shows an earlier correction: ${accord}`, async () => {
    using box = testBox()
    const { at, show } = await sentRide(box, accord)
    box.later(1_000)
    await show()
    const holder = box.visitor()
    const title = WEEKLY.replace('deux', 'trois')
    box.later(1_000)
    assert.equal((await holder.post(`${at}/corriger`, { title, from: at })).status, 303)
    box.later(1_000)
    assert.equal((await holder.post(`${at}/fermer`, { from: at })).status, 303)
    box.later(1_000)
    assert.equal((await show()).status, 303)
    const [ride] = box.read.all('SELECT title, state, rideSeats FROM offer WHERE removed IS NOT 1')
    assert.match(String(ride?.['title']), /trois places/)
    assert.deepEqual([ride?.['state'], ride?.['rideSeats']], ['closed', 3])
    assert.doesNotMatch((await box.visitor().get('/annonces')).text, /trois places/)
    assert.deepEqual(box.faults, [])
  })

test('a correction brings back no word that the keeper mended away, and is read alone', async () => {
  using box = testBox()
  box.territory()
  const holder = box.visitor()
  const title = 'cherche des bocaux, à déposer chez Maud Verlin'
  const phone = '04 77 24 11 22'
  const until = '2027-03-01'
  const sent = { title, who: 'Zoé', phone, until, accord: 'voisins' }
  const at = (await holder.post('/annonces/chercher', sent)).location.split('?')[0]!
  const show = async () => {
    box.later(1_000)
    const [waiting] = box.read.all("SELECT id FROM proposal_home WHERE state = 'waiting'")
    assert.equal((await showSent(box.keeper, String(waiting?.['id']))).status, 303)
  }
  await show()
  box.later(1_000)
  const [shown] = box.read.all('SELECT id FROM need')
  const form = await box.keeper.get(`/annonces/${String(shown?.['id'])}/modifier`)
  const mended = { title: 'Zoé : « cherche des bocaux »' }
  assert.equal((await box.keeper.fill(form, '/ecrire', mended)).status, 303)
  box.later(1_000)
  const page = await holder.get(`${at}/corriger`)
  await holder.fill(page, `${at}/corriger`, { reach: '04 77 24 11 33' })
  const { text } = await box.keeper.get('/a-montrer')
  assert.match(text, /Affiché : 04 77 24 11 22 Proposé : 04 77 24 11 33/)
  assert.doesNotMatch(text, /Maud Verlin/)
  await show()
  // The same after that: a second correction brings back nothing of the first.
  const again = await box.keeper.get(`/annonces/${String(shown?.['id'])}/modifier`)
  await box.keeper.fill(again, '/ecrire', { reach: 'au bar' })
  box.later(1_000)
  const next = await holder.get(`${at}/corriger`)
  await holder.fill(next, `${at}/corriger`, { until: '2027-04-01' })
  await show()
  const [now] = box.read.all('SELECT title, reach, until FROM need WHERE removed IS NOT 1')
  assert.deepEqual({ ...now }, { ...mended, reach: 'au bar', until: '2027-04-01' })
})
