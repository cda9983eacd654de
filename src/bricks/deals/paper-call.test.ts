import assert from 'node:assert/strict'
import { test } from 'node:test'
import { idIn } from '../../../tests/exchange/web-villages.ts'
import { saidToHand } from '../../../tests/support/slips.ts'
import { testBox } from '../../../tests/support/test-box.ts'
import { linesOn } from '../../../tests/support/waiting-acts.ts'

/**
 * On Saturday 5 December. Yvette has no screen: the keeper typed her paper, with her number. Words
 * are carried by Anaïs, who is at the place on Wednesdays.
 */
async function paper(phone: string | null = '04 77 24 55 66') {
  const box = testBox()
  box.territory({ keptBy: 'Anaïs, au local le mercredi' })
  const [claire, act] = [await box.member('Claire'), box.leadsTo]
  const title = 'Yvette : « cherche une place pour Boën »'
  const annonce = box.bring('need', { title, who: 'Yvette', reach: phone })
  const at = await act(claire, '/arrangements/interet', { annonce })
  const home = async () => (await linesOn(claire)).map(({ text }) => text).join(' | ')
  const page = async () => (await claire.get(at)).text
  return { box, claire, act, at, home, page }
}
const WHEN = { when: 'jeudi 10 décembre, 8 h' }

test('who wrote by paper is called by the number of their notice, as a visitor is', async () => {
  const { box, claire, act, at, home, page } = await paper()
  using _ = box
  await act(claire, `${at}/proposer`, WHEN)
  assert.match(await home(), /appelez Yvette, 04 77 24 55 66 : demandez-lui si « jeudi 10/i)
  assert.match(await page(), /Proposé.*Yvette est d’accord.*Pour joindre Yvette.*04 77 24 55 66/)
  await act(claire, `${at}/au-telephone`, { party: '1', says: 'yes' })
  assert.deepEqual([saidToHand(box), await home()], [[], ''])
  await act(claire, `${at}/repondre`, { says: 'not' })
  assert.match(await home(), /appelez Yvette, 04 77 24 55 66 : dites-lui que/i)
  const { text } = await claire.get(at)
  assert.doesNotMatch(text, /L’autre le lira/)
  await claire.fill(await claire.get(at), `${at}/dit`)
  assert.deepEqual([saidToHand(box), await home()], [[], ''])
  assert.match(await page(), /04 77 24 55 66/)
  assert.deepEqual(box.faults, [])
})

test('who cancels to somebody without a number hears that it is carried', async () => {
  const { box, claire, act, at } = await paper(null)
  using _ = box
  await act(claire, `${at}/proposer`, WHEN)
  await act(box.keeper, `${at}/repondre`, { party: '1', says: 'yes' })
  const { location } = await claire.post(`${at}/repondre`, { says: 'not', from: at })
  assert.match((await claire.get(location)).text, /Yvette n’a pas de carte : on le lui dira/)
})

test('who cancels hears that the other one knows nothing of it', async () => {
  const { box, claire, act, at } = await paper()
  using _ = box
  await act(claire, `${at}/proposer`, WHEN)
  await act(claire, `${at}/au-telephone`, { party: '1', says: 'yes' })
  const { location } = await claire.post(`${at}/repondre`, { says: 'not', from: at })
  const { text } = await claire.get(location)
  assert.match(text, /C’est annulé\. Cette personne ne le sait pas encore : appelez-la/)
})

test('a word that comes after the moment says so', async () => {
  for (const [when, isLate] of [
    ['mardi 8 décembre, 8 h 30', true],
    ['jeudi 10 décembre, 8 h 30', false],
    ['un de ces jours', false],
  ] as const) {
    const box = testBox()
    using _ = box
    box.territory({ keptBy: 'Anaïs, au local le mercredi' })
    const [claire, rosa] = [await box.member('Claire'), box.welcome({ name: 'Rosa' })]
    const title = 'Rosa : « je donne des plants »'
    const annonce = box.bring('offer', { title, who: 'Rosa', mode: 'give', author: rosa })
    const at = await box.leadsTo(claire, '/arrangements/interet', { annonce })
    await box.leadsTo(claire, `${at}/proposer`, { when })
    const { text } = await claire.get(at)
    const late = /Rosa n’a pas de carte, et cela ne lui sera pas dit avant « mardi 8.* par Anaïs/
    assert.equal(late.test(text), isLate, text)
  }
})

test('who cancelled is still reached by the number that they gave, until the day is past', async () => {
  using box = testBox()
  box.territory()
  const claire = await box.member('Claire')
  const paul = await box.memberOf(box.welcome({ name: 'Paul', phone: '06 11 22 33 44' }))
  const sent = { title: 'je donne du bois', reachBy: 'word', accord: 'ici' }
  const annonce = idIn(await box.leadsTo(claire, '/annonces/proposer', sent))
  const asks = { annonce, what: 'venir en prendre', phone: '06 11 22 33 44', ...WHEN }
  const at = await box.leadsTo(paul, '/arrangements/nouveau', asks)
  await box.leadsTo(claire, `${at}/repondre`, { says: 'yes' })
  assert.match((await claire.get(at)).text, /Pour joindre Paul : 06 11/)
  await box.leadsTo(paul, `${at}/repondre`, { says: 'not', said: 'Je suis malade.' })
  assert.match((await claire.get(at)).text, /Pour joindre Paul : 06 11/)
  box.later(6 * 86_400_000)
  assert.doesNotMatch((await claire.get(at)).text, /06 11/)
})

test('who takes back the answer that they noted has to call again, whatever was said last', async () => {
  const { box, claire, act, at, home } = await paper()
  using _ = box
  await act(claire, `${at}/proposer`, WHEN)
  await act(claire, `${at}/au-telephone`, { party: '1', says: 'missed' })
  await act(claire, `${at}/au-telephone`, { party: '1', says: 'yes' })
  assert.equal(await home(), '')
  await act(claire, `${at}/revenir`, {})
  assert.match(await home(), /appelez Yvette, 04 77 24 55 66 : demandez-lui si « jeudi 10/i)
})
