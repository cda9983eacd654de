import assert from 'node:assert/strict'
import { test } from 'node:test'
import { filledIn, formsIn } from '../../../../../tests/support/forms.ts'
import { testBox } from '../../../../../tests/support/test-box.ts'

const THEIRS = { reachBy: 'word', accord: 'ici' }

/** A ride of each Thursday, whose hour and seats were filled in, and a passenger of each kind. */
async function rideWithPassengers() {
  const box = testBox()
  box.territory()
  const [odile, karim] = [await box.member('Odile'), await box.member('Karim')]
  const ride = { title: 'je descends à Montbrison tous les jeudis', heure: '8 h', places: '2' }
  const { location } = await odile.post('/annonces/proposer', { ...THEIRS, ...ride })
  const id = /[0-9a-z]{26}/.exec(location)![0]
  const act = async (
    who: Pick<typeof karim, 'post'>,
    path: string,
    fields: Record<string, string>,
  ) => {
    box.later(1_000)
    const answer = await who.post(path, fields)
    assert.equal(answer.status, 303, answer.text)
    return answer.location.split('?')[0]!
  }
  await act(karim, '/arrangements/interet', { annonce: id })
  const more = {
    annonce: id,
    firstName: 'Ginette',
    reach: '04 77 24 11 22',
    said: 'Une place pour moi ?',
  }
  const ticket = await act(box.visitor(), '/arrangements/interet', more)
  const form = `/annonces/${id}/modifier`
  return { box, id, odile, karim, ticket, form }
}

test('the form of a ride holds its days, hours, way and seats, as they were understood', async () => {
  const { box, odile, form } = await rideWithPassengers()
  using _ = box
  const page = await odile.get(form)
  for (const name of ['rideDays', 'rideAt', 'rideBackAt', 'rideTo', 'rideBy', 'rideSeats'])
    assert.match(page.body, new RegExp(`name="${name}["-]`), name)
  assert.match(page.body, /name="rideAt"[^>]*value="08:00"|value="08:00"[^>]*name="rideAt"/)
  assert.doesNotMatch(page.body, /name="(?:when|amount)"/)
  const { location } = await odile.post('/annonces/proposer', {
    ...THEIRS,
    title: 'je prête ma scie',
  })
  const other = await odile.get(`/annonces/${/[0-9a-z]{26}/.exec(location)![0]}/modifier`)
  assert.doesNotMatch(other.body, /name="ride/)
})

test('a corrected hour stands on the page and in lists, and each passenger is told', async () => {
  const { box, id, odile, karim, ticket, form } = await rideWithPassengers()
  using _ = box
  const page = await odile.get(form)
  const { action } = formsIn(page).find(one => one.fields['rideAt'] !== undefined)!
  const sent = await odile.post(action, { ...filledIn(page, action), rideAt: '08:30' })
  assert.equal(sent.status, 303, sent.text)
  assert.match((await box.visitor().get(`/annonces/${id}`)).text, /chaque jeudi, à 8\sh\s30/)
  assert.match((await box.visitor().get('/annonces')).text, /à 8\sh\s30/)
  const told = /Odile a changé son annonce.*chaque jeudi, à 8\sh\s30/
  assert.match((await karim.get('/')).text, told)
  assert.match((await box.visitor().get(ticket)).text, told)
  assert.deepEqual(box.faults, [])
})

test('an hour that the sentence still tells otherwise is refused, with what to do', async () => {
  const { box, odile } = await rideWithPassengers()
  using _ = box
  const title = 'je descends à Feurs tous les mardis à 9 h'
  const { location } = await odile.post('/annonces/proposer', { ...THEIRS, title })
  const page = await odile.get(`/annonces/${/[0-9a-z]{26}/.exec(location)![0]}/modifier`)
  const { action } = formsIn(page).find(one => one.fields['rideAt'] !== undefined)!
  const sent = filledIn(page, action)
  const refused = await odile.post(action, { ...sent, rideAt: '09:30' })
  assert.equal(refused.status, 422)
  assert.match(refused.text, /Votre phrase dit encore l’ancienne heure/)
  assert.match(refused.body, /value="09:30"/)
  const both = String(sent['title']).replace('9 h', '9 h 30')
  assert.equal((await odile.post(action, { ...sent, title: both })).status, 303)
  assert.match((await box.visitor().get('/annonces')).text, /à 9\sh\s30/)
})

test('days without a ride are said in the form, and stand on its page alone until they passed', async () => {
  const { box, id, odile, form } = await rideWithPassengers()
  using _ = box
  const page = await odile.get(form)
  const { action } = formsIn(page).find(one => one.fields['rideAt'] !== undefined)!
  const sent = { ...filledIn(page, action), rideOff: '24/12/2026\n31 décembre 2026' }
  const answer = await odile.post(action, sent)
  assert.equal(answer.status, 303, answer.text)
  const shown = (await box.visitor().get(`/annonces/${id}`)).text
  assert.match(shown, /chaque jeudi, à 8\sh\s; pas le jeudi 24 décembre, pas le jeudi 31 décembre/)
  assert.match(shown, /jeudi 17 décembre, jeudi 7 janvier/)
  assert.match((await odile.get(form)).body, />\n?24\/12\/2026\n31\/12\/2026</)
})
