import assert from 'node:assert/strict'
import { test } from 'node:test'
import { asksForSeat, idIn, relayIn, sentNotice } from '../../../tests/exchange/web-villages.ts'
import { testBox } from '../../../tests/support/test-box.ts'
import { linesOn } from '../../../tests/support/waiting-acts.ts'

/**
 * What somebody answers by telephone or at the counter: whoever called them notes it, or the keeper
 * to whom they say their code (record 0072).
 */

const WHEN = { when: 'jeudi 10 décembre, 7 h 30' }

/** Odette sent a notice with her number; Bruno asks her a moment that her ticket has not read. */
async function asked() {
  const box = testBox()
  box.territory()
  const bruno = await box.member('Bruno')
  const odette = await asksForSeat(box)
  const act = box.leadsTo
  const at = await act(bruno, '/arrangements/interet', { annonce: odette.notice })
  await act(odette.by, `${odette.at}/mot`, { id: idIn(at), said: 'Oui.', from: odette.at })
  await act(bruno, `${at}/proposer`, WHEN)
  const home = async () => (await linesOn(bruno)).map(({ text }) => text).join(' | ')
  const note = async (says: string) => {
    box.later(1_000)
    return bruno.fill(await bruno.get(at), `${at}/au-telephone`, { says })
  }
  return { box, bruno, odette, at, act, home, note }
}

test('who telephoned notes the yes: it is agreed, and the thread says by whom', async () => {
  const { box, bruno, odette, at, home, note } = await asked()
  using _ = box
  assert.match(await home(), /appelez Odette.*demandez-lui/i)
  const page = (await bruno.get(at)).text
  assert.match(page, /Odette est d’accord.*Odette ne peut pas.*Pas pu joindre Odette/)
  assert.doesNotMatch(page, /Dites-le à/)
  assert.equal((await note('yes')).status, 303)
  const after = (await bruno.get(at)).text
  assert.match(after, /Convenu\..*Odette a dit d’accord, .*\(noté par Bruno, de vive voix\)/)
  assert.doesNotMatch(after, /Pas pu joindre/)
  assert.equal(await home(), '')
  assert.match((await odette.by.get(odette.at)).text, /Convenu\..*noté par Bruno, de vive voix/)
  assert.doesNotMatch(JSON.stringify(await linesOn(box.keeper)), /Odette/, 'nobody carries it')
  assert.deepEqual(box.faults, [])
})

test('who noted another answer than they heard takes it back, and so does she', async () => {
  const { box, bruno, odette, at, act, note } = await asked()
  using _ = box
  await note('no')
  assert.match((await bruno.get(at)).text, /Odette ne peut pas, cette fois/)
  await act(bruno, `${at}/revenir`, {})
  await note('yes')
  await act(odette.by, `${odette.at}/repondre`, { id: idIn(at), says: 'not' })
  assert.match((await bruno.get(at)).text, /ça ne se fait pas/)
})

test('who takes back the yes of who said nothing else has still to call them, and is no relay of theirs', async () => {
  using box = testBox()
  box.territory()
  const { who: bruno } = await relayIn(box, 'Bruno')
  const odette = await asksForSeat(box)
  const at = await box.leadsTo(bruno, '/arrangements/interet', { annonce: odette.notice })
  await box.leadsTo(bruno, `${at}/proposer`, WHEN)
  await box.leadsTo(bruno, `${at}/au-telephone`, { party: '1', says: 'yes' })
  await box.leadsTo(bruno, `${at}/revenir`, {})
  const lines = JSON.stringify(await linesOn(bruno))
  assert.match(lines, /appelez Odette.*demandez-lui si « jeudi 10 décembre, 7 h 30 » lui va/)
  const page = await bruno.get(at)
  assert.match(page.text, /l’a annulé, .*\(noté par Bruno, de vive voix\)/)
  assert.doesNotMatch(page.text, /pour Odette/)
  for (const says of ['yes', 'other', 'tell']) {
    const forged = { from: at, party: '1', says, when: 'demain' }
    assert.equal((await bruno.post(`${at}/repondre`, forged)).status, 422, says)
  }
  assert.match(JSON.stringify(await linesOn(box.keeper)), /Odette/, 'the keeper carries it still')
  assert.deepEqual(box.faults, [])
})

test('who reached nobody says so in the thread, and is told to call still', async () => {
  const { box, odette, bruno, at, home, note } = await asked()
  using _ = box
  await note('missed')
  assert.match(await home(), /appelez Odette/i)
  assert.match((await odette.by.get(odette.at)).text, /J’ai appelé, sans réponse\./)
  const page = (await bruno.get(at)).text
  assert.doesNotMatch(page, /Pas pu joindre/)
  assert.match(page, /Odette est d’accord/)
})

test('nobody notes it but who calls, of what is asked, of who has no card', async () => {
  const { box, bruno, at, act } = await asked()
  using _ = box
  const [karim, says] = [await box.member('Karim'), { party: '1', says: 'yes' }]
  const refused = async (who: typeof karim, path: string, fields: Record<string, string>) =>
    assert.equal((await who.post(`${path}/au-telephone`, { from: path, ...fields })).status, 422)
  await refused(karim, at, says)
  await refused(bruno, at, { party: '0', says: 'yes' })
  for (const other of ['done', 'not', 'tell', 'other', ''])
    await refused(bruno, at, { party: '1', says: other, when: 'demain' })
  await act(bruno, `${at}/au-telephone`, says)
  await refused(bruno, at, says)
  const sent = { title: 'prête une échelle', reachBy: 'word', accord: 'ici' }
  const annonce = idIn(await act(karim, '/annonces/proposer', sent))
  const other = await act(bruno, '/arrangements/interet', { annonce })
  await act(bruno, `${other}/proposer`, WHEN)
  await refused(bruno, other, says)
  assert.doesNotMatch((await bruno.get(other)).body, /au-telephone/)
})

test('the keeper to whom the code is said reads what is asked, and notes the answer', async () => {
  const { box, odette, bruno, at } = await asked()
  using _ = box
  const hidden = await box.keeper.get(at)
  assert.doesNotMatch(hidden.text, /7 h 30/)
  const told = await box.keeper.get(`/billet?code=${encodeURIComponent(odette.code)}`)
  assert.match(told.text, /un moment vous est proposé/i)
  const path = /href="([^"]*arrangements[^"]*)"/.exec(told.body)![1]!.replaceAll('&amp;', '&')
  assert.equal(path.split('?')[0], at)
  const byOther = await box.visitor().get(`/billet?code=${encodeURIComponent(odette.code)}`)
  assert.match(byOther.text, /un moment vous est proposé/i)
  assert.doesNotMatch(byOther.body, /arrangements\/|7 h 30/)
  const page = await box.keeper.get(path)
  assert.match(page.text, /jeudi 10 décembre, 7\sh\s30/)
  for (const code of ['', 'papier 11 11'])
    assert.equal(
      (await box.keeper.fill(page, `${at}/au-telephone`, { says: 'yes', code })).status,
      422,
    )
  assert.equal((await box.keeper.fill(page, `${at}/au-telephone`, { says: 'yes' })).status, 303)
  const after = (await bruno.get(at)).text
  assert.match(after, /Convenu\..*Odette a dit d’accord.*noté par la personne qui tient la page/)
  assert.deepEqual(box.faults, [])
})

test('the code of another ticket notes nothing, and reads nothing', async () => {
  const { box, at } = await asked()
  using _ = box
  const paul = await sentNotice(box, { title: 'cherche un lit', who: 'Paul', phone: '0477240000' })
  const page = await box.keeper.get(`${at}?code=${encodeURIComponent(paul.code)}`)
  assert.doesNotMatch(page.text, /7 h 30/)
  const noted = { party: '1', says: 'yes', code: paul.code }
  assert.equal((await box.keeper.post(`${at}/au-telephone`, { from: at, ...noted })).status, 422)
})

test('of what is agreed with somebody else no yes is offered, which would be refused', async () => {
  using box = testBox()
  box.territory()
  const sent = { title: 'donne un frigo', mode: 'give', who: 'Odette', phone: '04 77 24 12 34' }
  const odette = await sentNotice(box, sent, '/annonces/proposer')
  const { notice: annonce } = odette
  const asks = async (name: string, when: string) => {
    const who = await box.member(name)
    const at = await box.leadsTo(who, '/arrangements/interet', { annonce })
    await box.leadsTo(who, `${at}/proposer`, { when })
    return { who, at, reads: async () => (await who.get(at)).text }
  }
  const bruno = await asks('Bruno', 'samedi 9 h')
  const karim = await asks('Karim', 'samedi 10 h')
  assert.match(await karim.reads(), /Odette est d’accord Odette ne peut pas/)
  await box.leadsTo(bruno.who, `${bruno.at}/au-telephone`, { party: '1', says: 'yes' })
  assert.match(await karim.reads(), /Notez ce qui est dit\. Odette ne peut pas/)
  for (const text of [
    (await odette.by.get(odette.at)).text,
    (await box.keeper.get(karim.at)).text,
  ]) {
    assert.match(text, /C’est déjà pris : .*Non merci Plutôt un autre moment/)
    assert.doesNotMatch(text, /D’accord Non merci/)
  }
  await box.leadsTo(bruno.who, `${bruno.at}/revenir`, {})
  assert.match((await odette.by.get(odette.at)).text, /D’accord Non merci/)
  assert.match(await karim.reads(), /Odette est d’accord Odette ne peut pas/)
  assert.deepEqual(box.faults, [])
})
