import assert from 'node:assert/strict'
import { beforeEach, test } from 'node:test'
import { type TestBox, testBox } from '../../../../tests/support/test-box.ts'
import type { Who } from '../../../contract/permission.ts'
import { setPaper } from '../../../paper/typeset.ts'
import { relaysShown } from '../model/read.ts'
import { word } from '../model/records.ts'

/** *Ce qui vous attend*, on paper, for who has no screen. */

let box: TestBox
let kwan = ''
let huguette = ''
let through = ''
beforeEach(async () => {
  box = testBox()
  box.territory()
  kwan = box.welcome({ name: 'Kwan' })
  const yes = { name: 'Kwan', where: 'au bar', when: 'le mardi', yes: '1' }
  await box.keeper.post(`/habitants/${kwan}/relais`, yes)
  through = relaysShown(box.read)[0]!.id
  huguette = box.welcome({ name: 'Huguette', how: 'relay', relay: through })
})
type As = Readonly<{ by: Who; me?: string; private?: boolean }>
const KEEPER: As = { by: 'keeper' }
const asKwan = (): As => ({ by: 'relay', me: kwan })
const told = (as: As): string =>
  JSON.stringify(box.print('ce-qui-attend', undefined, as)).replace(/[\u00a0\u202f]/g, ' ')
const leaves = (forWhom: string, said: string, more: Readonly<Record<string, string>> = {}) =>
  box.visitor().post('/mot', { forWhom, sender: 'Nadia', said, ...more })

test('a relay prints one strip a person: a word, a notice that answers theirs, how to answer', async () => {
  await leaves('Huguette', 'vrixolame', { relay: through, reach: '06 71 22 33 44' })
  const wants = { title: 'Huguette cherche une débroussailleuse', who: 'Huguette' }
  box.bring('need', { ...wants, author: huguette })
  const lends = { title: 'Gégé prête sa débroussailleuse', who: 'Gégé', mode: 'lend' }
  box.bring('offer', { ...lends, reach: '04 77 33 44 55' })
  const strip = told(asKwan())
  assert.match(strip, /Huguette, ce qui vous attend/)
  assert.match(
    strip,
    /Un mot de la part de Nadia \(sans carte.*\), laissé le 5 décembre :.*vrixolame/,
  )
  assert.match(strip, /Pour répondre : dites-le à Kwan.*, ou directement : 06 71 22 33 44/)
  assert.match(
    strip,
    /ce nom\. Imprimé le 5 décembre · à rapporter, si ce n’est pas pour vous, à Kwan, au bar/,
  )
  assert.match(
    strip,
    /« Gégé prête sa débroussailleuse », cela peut répondre.*Gégé, 04 77 33 44 55/,
  )
  const paper = box.paper('ce-qui-attend', undefined, asKwan())
  assert.equal(paper.each?.length, 1)
  assert.equal(setPaper(paper).pages, 1)
})

test('what the relay may not read of somebody stands without a name, and how to answer it', async () => {
  const [paul, mine] = [await box.member('Paul'), await box.memberOf(huguette)]
  const sent = { title: 'prête sa remorque', reachBy: 'word', accord: 'ici' }
  const notice = (await mine.post('/annonces/proposer', sent)).location
  const id = /[0-9a-z]{26}/.exec(notice)![0]
  await paul.post('/arrangements/nouveau', { annonce: id, what: 'zilombra' })
  const strip = told(asKwan())
  assert.match(strip, /Quelqu’un attend votre réponse/)
  assert.match(strip, /Pour répondre, dites-le à Kwan, au bar, le mardi/)
  assert.doesNotMatch(strip, /Paul|zilombra/)
})

test('a notice that changed stands on paper however old its thread is; an old word does not', async () => {
  const [paul, mine] = [await box.member('Paul'), await box.memberOf(huguette)]
  const sent = { title: 'prête sa remorque', reachBy: 'word', accord: 'ici' }
  const id = /[0-9a-z]{26}/.exec((await paul.post('/annonces/proposer', sent)).location)![0]
  const thread = (await mine.post('/arrangements/interet', { annonce: id })).location
  box.later(1_000)
  await paul.post(`${thread}/mot`, { said: 'Oui.' })
  assert.match(told(asKwan()), /Un mot vous attend, dans un de vos arrangements/)
  box.later(20 * 86_400_000)
  assert.doesNotMatch(told(asKwan()), /Un mot vous attend, dans/)
  await (await box.memberOf(huguette)).post(`${thread}/mot`, { said: 'Merci.' })
  box.later(20 * 86_400_000)
  const changed = { type: 'offer', id, title: 'prête son vélo', who: 'Paul' }
  await (await box.memberOf(paul.id)).post('/moi/corriger', changed)
  assert.match(told(asKwan()), /Une annonce a changé/)
})

test('lines that read the same of several threads stand once, with how many they are', async () => {
  const [paul, mine] = [await box.member('Paul'), await box.memberOf(huguette)]
  for (const title of ['prête sa remorque', 'prête sa scie', 'prête son échelle']) {
    box.later(1_000)
    const sent = { title, reachBy: 'word', accord: 'ici' }
    const id = /[0-9a-z]{26}/.exec((await mine.post('/annonces/proposer', sent)).location)![0]
    await paul.post('/arrangements/interet', { annonce: id })
  }
  const strip = told(asKwan())
  assert.match(strip, /Un mot vous attend, dans un de vos arrangements \(3\sfois\)/)
  assert.equal(strip.split('Un mot vous attend').length, 2)
})

test('a relay with news of their own prints no news of another as that one reads them', async () => {
  const [mine, relay] = [await box.memberOf(huguette), await box.memberOf(kwan)]
  for (const [who, forWhom] of [
    [mine, 'Hubertine'],
    [relay, 'Gontran'],
  ] as const) {
    box.later(1_000)
    await who.post('/mot', { forWhom, said: 'bonjour' })
  }
  for (const { id } of box.read.list(word, {}, 'home'))
    await box.keeper.post(`/mes-mots/${id}/remis`, { from: '/mes-mots' })
  assert.match((await relay.get('/moi')).text, /votre mot pour Gontran est remis/)
  const strip = told(asKwan())
  assert.match(strip, /Un mot que vous avez laissé est remis/)
  assert.doesNotMatch(strip, /Hubertine/)
})

test('the keeper prints those whom no relay knows; nobody else prints, nor anybody over http', async () => {
  const josette = box.welcome({ name: 'Josette' })
  await leaves('Huguette', 'vrixolame', { relay: through })
  await leaves('Josette', 'zilombra')
  const keepers = told(KEEPER)
  assert.match(keepers, /Josette, ce qui vous attend.*zilombra/)
  assert.doesNotMatch(keepers, /Huguette|vrixolame/)
  assert.doesNotMatch(told(asKwan()), /Josette|zilombra/)
  for (const as of [
    { ...KEEPER, private: false },
    { ...asKwan(), private: false },
    { by: 'neighbour', me: josette },
    { by: 'visitor' },
  ] as const)
    assert.doesNotMatch(told(as), /Josette|Huguette|zilombra|vrixolame/)
  assert.deepEqual(
    box.kit('/mes-mots', { by: 'neighbour', me: josette }).waitsOf(huguette, false),
    [],
  )
})

test('a word that another carries stands on no strip, and neither does what was read', async () => {
  await leaves('Huguette', 'vrixolame')
  assert.doesNotMatch(told(asKwan()), /vrixolame/)
  await leaves('Huguette', 'zilombra', { relay: through })
  assert.match(told(asKwan()), /zilombra/)
  const relay = await box.memberOf(kwan)
  const page = await relay.get('/mes-mots')
  assert.match(page.body, /href="\/imprimer\/ce-qui-attend"/)
  await relay.fill(page, /action="(\/mes-mots\/[0-9a-z]{26}\/remis)"/.exec(page.body)![1]!)
  assert.doesNotMatch(told(asKwan()), /zilombra/)
})

test('eight strips stand on a sheet', async () => {
  for (let n = 0; n < 9; n++) {
    box.welcome({ name: `Zoé ${n}`, how: 'relay', relay: through })
    await leaves(`Zoé ${n}`, 'Le pain est arrivé, je te le garde.', { relay: through })
  }
  const paper = box.paper('ce-qui-attend', undefined, asKwan())
  assert.equal(paper.each?.length, 9)
  assert.equal(setPaper(paper).pages, 2)
})

test('a word that one carries stands on a strip for whomever it is, whole, without what waits for them', async () => {
  box.welcome({ name: 'Josette' })
  box.bring('need', { title: 'Josette cherche une mantraule', who: 'Josette' })
  for (const name of ['Josette', 'Zéphyrin'])
    await leaves(name, `vrixolame ${name}`, { relay: through })
  for (let n = 1; n <= 10; n++)
    await box.visitor().post('/mot', {
      ...{ forWhom: 'Odile', sender: 'Nadia', said: `${'zilombra '.repeat(20)}, la ${n}e fois` },
      relay: through,
    })
  const strips = told(asKwan())
  assert.match(strips, /Josette, ce qui vous attend.*vrixolame Josette/)
  assert.match(strips, /Zéphyrin, ce qui vous attend.*vrixolame Zéphyrin/)
  for (let n = 1; n <= 10; n++) assert.ok(strips.includes(`, la ${n}e fois`), String(n))
  assert.doesNotMatch(strips, /mantraule/)
  assert.doesNotMatch(told(KEEPER), /vrixolame|zilombra/)
  await leaves('Huguette', 'mirabondel')
  assert.match(told(KEEPER), /Huguette, ce qui vous attend.*mirabondel/)
})

test('with nothing to print the list has no link to it, and its address says so', async () => {
  const relay = await box.memberOf(kwan)
  assert.doesNotMatch((await relay.get('/mes-mots')).body, /ce-qui-attend/)
  assert.match(told(asKwan()), /"lacks":"Rien n’attend personne/)
  assert.match(told({ ...asKwan(), private: false }), /"lacks":"Cette feuille s’imprime à la borne/)
  await leaves('Zéphyrin', 'vrixolame', { relay: through })
  assert.match((await relay.get('/mes-mots')).body, /ce-qui-attend/)
  assert.match(told(asKwan()), /"paper"/)
})

test('two people of one first name have a strip each, with what is agreed with them alone', async () => {
  const denis = await box.member('Denis')
  const agreed = async (title: string, reach: string, when: string): Promise<void> => {
    const notice = box.bring('need', { title, who: 'Ginette', reach, state: 'open' })
    const { location } = await box.doneBy(denis, '/arrangements/interet', { annonce: notice })
    const at = location.split('?')[0]!
    await box.doneBy(denis, `${at}/proposer`, { when })
    await box.doneBy(box.keeper, `${at}/repondre`, { party: '1', says: 'yes' })
    box.later(1_000)
  }
  await agreed('Ginette cherche le docteur', 'au lavoir', 'jeudi à vrixolame')
  await agreed('Ginette cherche du foin', 'au four', 'vendredi à zilombra')
  const strips = (box.paper('ce-qui-attend', undefined, KEEPER).each ?? []).map(one =>
    JSON.stringify(one),
  )
  for (const [place, own, others] of [
    ['au lavoir', 'vrixolame', 'zilombra'],
    ['au four', 'zilombra', 'vrixolame'],
  ] as const) {
    const [strip, ...more] = strips.filter(one => one.includes(`Ginette (${place})`))
    assert.ok(strip && more.length === 0, `${place}: ${strips.join('\n')}`)
    assert.ok(strip.includes(own), `${strip} has not ${own}`)
    assert.ok(!strip.includes(others), `${strip} has ${others}`)
  }
})
