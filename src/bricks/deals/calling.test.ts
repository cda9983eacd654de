import assert from 'node:assert/strict'
import { test } from 'node:test'
import { asksForSeat, idIn, sentNotice } from '../../../tests/exchange/web-villages.ts'
import type { Browser } from '../../../tests/support/browser.ts'
import { filledIn, formsIn } from '../../../tests/support/forms.ts'
import { testBox } from '../../../tests/support/test-box.ts'
import { linesOn } from '../../../tests/support/waiting-acts.ts'

/** Who waits by a telephone reads no page: the other one is told to call. */

const said = async (who: Browser): Promise<string> =>
  (await linesOn(who)).map(({ text }) => text).join(' | ')

/** A ride of each Thursday, and Ginette who asks for the next one and gave a landline. */
async function asked() {
  const box = testBox()
  box.territory()
  const odile = await box.member('Odile')
  const sent = { reachBy: 'word', accord: 'ici', heure: '8 h 30', places: '2' }
  const title = 'je descends à Montbrison tous les jeudis'
  const { location } = await odile.post('/annonces/proposer', { ...sent, title })
  const id = /[0-9a-z]{26}/.exec(location)![0]
  const act = box.leadsTo
  const visitor = box.visitor()
  const wants = { firstName: 'Ginette', reach: '04 77 24 11 22', day: '2026-12-10 08:30' }
  const ticket = await act(visitor, '/arrangements/interet', { annonce: id, ...wants })
  const at = /\/arrangements\/[0-9a-z]{26}/.exec((await odile.get('/arrangements')).body)![0]
  return { box, odile, visitor, ticket, id, at, act }
}

test('whom a yes goes to by telephone is to be called, until they read it or it is told', async () => {
  const { box, odile, visitor, ticket, at, act } = await asked()
  using _ = box
  assert.doesNotMatch(await said(odile), /appelez/i)
  await act(odile, `${at}/repondre`, { says: 'yes' })
  const line = /^appelez Ginette, 04 77 24 11 22 : dites-lui que c’est convenu : « jeudi 10/i
  assert.match(await said(odile), line)
  const heard = await said(await box.memberOf(odile.id, 'wifi'))
  assert.match(heard, /quelqu’un est à appeler/i)
  assert.doesNotMatch(heard, /Ginette|04 77|jeudi/)
  assert.doesNotMatch(await said(await box.member('Karim')), /appelez|Ginette/i)
  const page = await odile.get(at)
  assert.match(
    page.text,
    /Ginette n’a pas de carte.* Appelez le 04 77 24 11 22 : dites-lui .*\. C’est dit/,
  )
  await act(visitor, `${ticket}/vu`, { from: ticket })
  assert.doesNotMatch(await said(odile), /appelez/i)
  await act(odile, `${at}/mot`, { said: 'À jeudi.' })
  assert.doesNotMatch(await said(odile), /appelez/i, 'a word alone waits for her')
  await act(odile, `${at}/repondre`, { says: 'not' })
  assert.match(
    await said(odile),
    /appelez Ginette.*dites-lui que le trajet de « jeudi 10 .* » est annulé/i,
  )
  await odile.fill(await odile.get(at), `${at}/dit`)
  assert.doesNotMatch(await said(odile), /appelez/i)
  assert.deepEqual(box.faults, [])
})

test('who changes or ends a ride is told to call who counts on it, though they once read a ticket', async () => {
  const { box, odile, visitor, ticket, id, at, act } = await asked()
  using _ = box
  await act(odile, `${at}/repondre`, { says: 'yes' })
  await act(visitor, `${ticket}/vu`, { from: ticket })
  const edit = await odile.get(`/annonces/${id}/modifier`)
  const { action } = formsIn(edit).find(one => one.fields['rideAt'] !== undefined)!
  const fields = { ...filledIn(edit, action), rideAt: '09:00' } as Record<string, string>
  await act(odile, action, fields)
  const line = /appelez Ginette, 04 77 24 11 22 : dites-lui que vous partez à 9 h/i
  assert.match(await said(odile), line)
  await odile.fill(await odile.get(at), `${at}/dit`)
  assert.doesNotMatch(await said(odile), /appelez/i)
})

test('who answered a request for a seat is called when its hour changes', async () => {
  using box = testBox()
  box.territory()
  const odile = await box.member('Odile')
  const act = box.leadsTo
  const title = 'cherche une place pour Montbrison tous les jeudis'
  const seat = { title, heure: '8 h', reachBy: 'word', accord: 'ici', mode: 'ride' }
  const annonce = idIn(await act(odile, '/annonces/chercher', seat))
  const visitor = box.visitor()
  const drives = { firstName: 'Ginette', reach: '04 77 24 11 22', day: '2026-12-10 08:00' }
  const ticket = await act(visitor, '/arrangements/interet', { annonce, ...drives })
  const at = /\/arrangements\/[0-9a-z]{26}/.exec((await odile.get('/arrangements')).body)![0]
  await act(odile, `${at}/repondre`, { says: 'yes' })
  await act(visitor, `${ticket}/vu`, { from: ticket })
  assert.doesNotMatch(await said(odile), /appelez/i)
  const edit = await odile.get(`/annonces/${annonce}/modifier`)
  const { action } = formsIn(edit).find(one => one.fields['rideAt'] !== undefined)!
  const fields = { ...filledIn(edit, action), rideAt: '06:00' } as Record<string, string>
  await act(odile, action, fields)
  const call = /appelez (?:Ginette, |le )04 77 24 11 22 : dites-lui que l’annonce a changé.* 6 h/i
  assert.match(await said(odile), call)
  assert.match((await odile.get(at)).text, call)
  await odile.fill(await odile.get(at), `${at}/dit`)
  assert.doesNotMatch(await said(odile), /appelez/i)
  assert.deepEqual(box.faults, [])
})

test('whose own notice brought them a moment is called by the number that it shows', async () => {
  using box = testBox()
  box.territory()
  const odile = await box.member('Odile')
  const ginette = await asksForSeat(box, { who: 'Ginette', phone: '04 77 24 11 22' })
  box.later(1_000)
  const { location: at } = await odile.post('/arrangements/interet', { annonce: ginette.notice })
  box.later(1_000)
  const { by } = ginette
  await by.post(`${ginette.at}/mot`, { id: idIn(at), said: 'Oui, jeudi.', from: ginette.at })
  box.later(1_000)
  await odile.post(`${at}/proposer`, { when: 'jeudi 10 décembre, 8 h 30' })
  assert.match(await said(odile), /appelez Ginette, 04 77 24 11 22 : demandez-lui si « jeudi 10/i)
  assert.match(await said(box.keeper), /un mot à remettre à Ginette/)
  box.later(1_000)
  await odile.fill(await odile.get(at), `${at}/dit`)
  assert.doesNotMatch(await said(odile), /appelez/i)
  assert.match(await said(box.keeper), /Ginette/, 'whose answer the keeper alone may note')
})

test('who is called of two threads has one line, and of what they met for none', async () => {
  const { box, odile, visitor, at, act } = await asked()
  using _ = box
  const other = { title: 'donne des bocaux', reachBy: 'word', accord: 'ici' }
  const jars = idIn((await odile.post('/annonces/proposer', other)).location)
  const wants = { annonce: jars, firstName: 'Ginette', reach: '04 77 24 11 22' }
  await act(visitor, '/arrangements/interet', wants)
  const second = [
    ...(await odile.get('/arrangements')).body.matchAll(/\/arrangements\/[0-9a-z]{26}/g),
  ]
    .map(([path]) => path)
    .find(path => path !== at)!
  await act(odile, `${at}/repondre`, { says: 'yes' })
  await act(odile, `${second}/proposer`, { when: 'samedi 12 décembre' })
  const text = await said(odile)
  assert.equal(text.match(/appelez Ginette/gi)?.length, 1)
  assert.match(text, /« jeudi 10[^|]* ; [^|]*« samedi 12|« samedi 12[^|]* ; [^|]*« jeudi 10/i)
  await odile.fill(await odile.get(second), `${second}/dit`)
  await act(odile, `${at}/repondre`, { says: 'done' })
  assert.doesNotMatch(await said(odile), /appelez/i)
})

test('who opens their notice again by its ticket knows that it is off: nobody calls them', async () => {
  using box = testBox()
  box.territory()
  const odile = await box.member('Odile')
  const sold = { title: 'vend une chaise', mode: 'sell', priceCents: '40', who: 'Lina' }
  const sent = await sentNotice(box, { ...sold, phone: '04 77 24 11 22' }, '/annonces/proposer')
  const { by, at: ticket, notice } = sent
  const act = box.leadsTo
  const at = await act(odile, '/arrangements/interet', { annonce: notice })
  await act(odile, `${at}/proposer`, { when: 'samedi 12 décembre, 10 h' })
  await act(by, `${ticket}/repondre`, { id: idIn(at), says: 'yes' })
  await act(by, `${ticket}/fermer`)
  await act(odile, `${at}/repondre`, { says: 'not' })
  const line = /appelez Lina.*dites-lui que « samedi 12 .* » est annulé/i
  assert.match(await said(odile), line)
  assert.match(await said(box.keeper), /Lina/)
  await act(by, `${ticket}/rouvrir`)
  assert.doesNotMatch(await said(odile), /appelez/i)
  assert.doesNotMatch(await said(box.keeper), /Lina/, 'nobody carries it any more')
  assert.match((await by.get(ticket)).text, /ça ne se fait pas/)
  assert.deepEqual(box.faults, [])
})

test('who was not told of a cancel is not left out once their number is hidden', async () => {
  const { box, odile, at, act } = await asked()
  using _ = box
  await act(odile, `${at}/repondre`, { says: 'yes' })
  await odile.fill(await odile.get(at), `${at}/dit`)
  await act(odile, `${at}/repondre`, { says: 'not' })
  assert.match(await said(odile), /appelez Ginette, 04 77 24 11 22 : .* est annulé/i)
  const phone = '04 77 24 11 22'
  await sentNotice(box, { title: 'donne des noix', who: 'Ginette', phone })
  await act(box.visitor(), '/c-est-mon-numero', { number: phone })
  const line = /Ginette ne le sait .*caché ou effacé : passez par .*, et dites-lui .* est annulé/
  assert.match(await said(odile), line)
  assert.doesNotMatch(await said(odile), /04 77 24/)
  assert.match((await odile.get(at)).text, line)
  const heard = await said(await box.memberOf(odile.id, 'wifi'))
  assert.doesNotMatch(heard, /Ginette|jeudi/)
  await odile.fill(await odile.get(at), `${at}/dit`)
  assert.doesNotMatch(await said(odile), /Ginette/)
  assert.deepEqual(box.faults, [])
})
