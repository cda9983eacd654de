import assert from 'node:assert/strict'
import { beforeEach, test } from 'node:test'
import type { Browser } from '../../../tests/support/browser.ts'
import { showSent } from '../../../tests/support/show-sent.ts'
import { type Member, type TestBox, testBox } from '../../../tests/support/test-box.ts'
import { linesOn } from '../../../tests/support/waiting-acts.ts'

/** Once it is done each side may close its own open notice that was met, and no other. */

let box: TestBox
let rene: Member
let odile: Member
let at: string
const idIn = (text: string): string => /[0-9a-z]{26}/.exec(text)![0]
const does = async (who: Browser, act: string, fields: Readonly<Record<string, string>> = {}) => {
  box.later(1_000)
  const { status, text } = await who.post(`${at}/${act}`, { from: at, ...fields })
  assert.equal(status, 303, text)
}
const sends = async (who: Browser, side: 'proposer' | 'chercher', title: string) =>
  idIn(
    (await who.post(`/annonces/${side}`, { title, reachBy: 'word', accord: 'voisins' })).location,
  )
const stateOf = (type: 'offer' | 'need', id: string): unknown =>
  box.read.all(`SELECT state FROM ${type} WHERE id = ?`, id)[0]!['state']
async function agreed(by: Browser, other: Browser): Promise<void> {
  await does(by, 'proposer', { when: 'samedi' })
  await does(other, 'repondre', { says: 'yes' })
}

beforeEach(async () => {
  box = testBox()
  box.territory()
  rene = await box.member('René')
  odile = await box.member('Odile')
})

test('who answered a need may close the offer that meets it, but no ride of each week', async () => {
  const need = await sends(odile, 'chercher', 'je cherche une débroussailleuse')
  const offer = await sends(rene, 'proposer', 'je prête ma débroussailleuse')
  const other = await sends(rene, 'proposer', 'je donne des bocaux')
  at = (await rene.post('/arrangements/interet', { annonce: need })).location
  await agreed(rene, odile)
  assert.doesNotMatch((await rene.get(at)).body, new RegExp(offer), 'nothing is done yet')
  await does(rene, 'repondre', { says: 'done' })
  const page = await rene.get(at)
  assert.match(page.body, new RegExp(`name="id" value="${offer}"`))
  assert.doesNotMatch(page.body, new RegExp(`name="id" value="(?:${other}|${need})"`))
  assert.match((await odile.get(at)).text, /fermer aussi l’annonce/)
  assert.doesNotMatch((await odile.get(at)).body, new RegExp(offer))
  const isIts = ({ fields }: Readonly<{ fields: object }>): boolean =>
    JSON.stringify(fields).includes(offer)
  assert.equal((await rene.fill(page, '/annonces/fermer', {}, isIts)).status, 303)
  assert.equal(stateOf('offer', offer), 'closed')
  // *Annuler* stands beside what was just done.
  await rene.get('/')
  assert.doesNotMatch((await rene.get(at)).body, new RegExp(`name="id" value="${offer}"`))
  // What comes back each week goes on.
  const seek = await sends(odile, 'chercher', 'je cherche une place pour Boën jeudi matin')
  const ride = await sends(
    rene,
    'proposer',
    'je descends à Boën tous les jeudis à 8 h, deux places',
  )
  at = (await rene.post('/arrangements/interet', { annonce: seek })).location
  await agreed(rene, odile)
  await does(rene, 'repondre', { says: 'done' })
  assert.doesNotMatch((await rene.get(at)).body, new RegExp(`name="id" value="${ride}"`))
  assert.deepEqual(box.faults, [])
})

test('by their ticket somebody closes their notice, and opens it again; no other ticket does', async () => {
  const by = box.visitor()
  const asked = { title: 'cherche un bras pour un poêle', who: 'Ginette', reachBy: 'phone' }
  const sent = { ...asked, phone: '04 77 24 11 22', accord: 'voisins' }
  const ticket = (await by.post('/annonces/chercher', sent)).location.split('?')[0]!
  const [last] = box.read.all("SELECT id FROM proposal_home WHERE state = 'waiting'")
  await showSent(box.keeper, String(last!['id']))
  const [shown] = box.read.all('SELECT shownAs FROM proposal_home')
  const need = String(shown!['shownAs'])
  at = (await odile.post('/arrangements/interet', { annonce: need })).location
  await does(odile, 'proposer', { when: 'samedi 9 h' })
  assert.doesNotMatch((await by.get(ticket)).body, new RegExp(`${ticket}/fermer`))
  box.later(1_000)
  await by.fill(await by.get(ticket), `${ticket}/repondre`, { says: 'yes' })
  const page = await by.get(ticket)
  assert.match(page.text, /fermez votre annonce : elle quitte les listes/)
  assert.equal((await by.fill(page, `${ticket}/fermer`)).status, 303)
  assert.equal(stateOf('need', need), 'closed')
  const told = (await linesOn(odile)).map(({ text }) => text).join()
  assert.match(
    told,
    /Ginette a fermé son annonce .* ce qui est convenu tient toujours .*samedi 9 h/,
  )
  assert.equal((await by.fill(await by.get(ticket), `${ticket}/rouvrir`)).status, 303)
  assert.equal(stateOf('need', need), 'open')
  // The ticket of an answer to somebody else's notice closes nothing.
  const answer = { annonce: need, firstName: 'Huguette', reach: 'au bar' }
  const other = (await box.visitor().post('/arrangements/interet', answer)).location.split('?')[0]!
  await box.visitor().post(`${other}/fermer`, { id: need, from: other })
  assert.equal(stateOf('need', need), 'open')
  assert.deepEqual(box.faults, [])
})
