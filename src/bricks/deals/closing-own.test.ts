import assert from 'node:assert/strict'
import { beforeEach, test } from 'node:test'
import { idIn, sentNotice } from '../../../tests/exchange/web-villages.ts'
import type { Browser } from '../../../tests/support/browser.ts'
import { type Member, type TestBox, testBox } from '../../../tests/support/test-box.ts'
import { linesOn } from '../../../tests/support/waiting-acts.ts'

/** Once it is done each side may close its own open notice that was met, and no other. */

let box: TestBox
let rene: Member
let odile: Member
let at: string
const does = (who: Browser, act: string, fields: Readonly<Record<string, string>> = {}) =>
  box.doneBy(who, `${at}/${act}`, { from: at, ...fields })
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

/** Lina's notice, by a ticket, once the keeper showed it. */
async function soldByTicket() {
  const sold = { title: 'vend six chaises', mode: 'sell', priceCents: '120', who: 'Lina' }
  const sent = await sentNotice(box, { ...sold, phone: '04 77 24 11 22' }, '/annonces/proposer')
  return { lina: sent.by, ticket: sent.at, offer: sent.notice }
}

test('a ticket closes its notice, and opens it again, whatever anybody answered', async () => {
  const { lina, ticket, offer } = await soldByTicket()
  const press = async (act: string, says: Record<string, string> = {}) => {
    box.later(1_000)
    assert.equal((await lina.fill(await lina.get(ticket), `${ticket}/${act}`, says)).status, 303)
  }
  assert.match((await lina.get(ticket)).text, /C’est vendu, retirer des listes/)
  await press('fermer')
  assert.equal(stateOf('offer', offer), 'closed')
  assert.match((await lina.get(ticket)).text, /Votre annonce est fermée.*La remettre dans les list/)
  await press('rouvrir')
  assert.equal(stateOf('offer', offer), 'firm')
  // Agreed, closed, and called off by the one or the other.
  at = (await odile.post('/arrangements/interet', { annonce: offer })).location
  for (const by of [odile, lina]) {
    await does(odile, 'proposer', { when: 'samedi 9 h' })
    await press('repondre', { says: 'yes' })
    await press('fermer')
    if (by === odile) await does(odile, 'repondre', { says: 'not' })
    else await press('repondre', { says: 'not' })
    assert.match((await lina.get(ticket)).text, /Votre annonce est fermée : la remettre/)
    assert.doesNotMatch((await odile.get(at)).text, /la remettre/)
    await press('rouvrir')
    assert.equal(stateOf('offer', offer), 'firm')
  }
  assert.deepEqual(box.faults, [])
})

test('a member whose sale falls through is asked to open their closed notice again', async () => {
  const offer = await sends(rene, 'proposer', 'je vends une commode')
  at = (await odile.post('/arrangements/interet', { annonce: offer })).location
  await agreed(odile, rene)
  await rene.post('/annonces/fermer', { id: offer })
  await does(odile, 'repondre', { says: 'not' })
  const page = await rene.get(at)
  assert.match(page.text, /Votre annonce est fermée : la remettre\s\?/)
  assert.equal((await rene.fill(page, '/annonces/rouvrir')).status, 303)
  assert.equal(stateOf('offer', offer), 'firm')
})

test('by their ticket somebody closes their notice, and opens it again; no other ticket does', async () => {
  const asked = { title: 'cherche un bras pour un poêle', who: 'Ginette', phone: '04 77 24 11 22' }
  const { by, at: ticket, notice: need } = await sentNotice(box, asked)
  at = (await odile.post('/arrangements/interet', { annonce: need })).location
  await does(odile, 'proposer', { when: 'samedi 9 h' })
  assert.doesNotMatch((await by.get(ticket)).text, /fermez votre annonce/i)
  box.later(1_000)
  await by.fill(await by.get(ticket), `${ticket}/repondre`, { says: 'yes' })
  const page = await by.get(ticket)
  assert.match(page.text, /Fermez votre annonce : elle quitte les listes/)
  assert.equal((await by.fill(page, `${ticket}/fermer`)).status, 303)
  assert.equal(stateOf('need', need), 'closed')
  const told = (await linesOn(odile)).map(({ text }) => text).join()
  assert.match(
    told,
    /Ginette a fermé son annonce .* ce qui est convenu tient toujours .*samedi 12 décembre, 9 h/,
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
