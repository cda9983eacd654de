import assert from 'node:assert/strict'
import { beforeEach, test } from 'node:test'
import { FADES_AFTER_MS } from '../../src/bricks/deals/model/fading.ts'
import { fade } from '../../src/engine/forgetting/fading.ts'
import { givenBy } from '../support/part-sides.ts'
import type { Member, TestBox } from '../support/test-box.ts'
import { packedFrom, valuesIn } from './mail.ts'
import { does, idIn, meet, relayIn, type TwoVillages, twoVillages } from './web-villages.ts'

/** What one box narrows, forgets or lets fade: the other box keeps nothing that it should not. */

const CANARY = 'zwyntrolubak'
let here: TwoVillages
let rene: Member
let barnabe: Member
let notice: string
/** The thread of René of Sail with Barnabé of Boën, in each. */
let thread: string
let there: string
const dealIn = (box: TestBox): string => String(box.read.all('SELECT id FROM deal_home')[0]!['id'])

async function begins(): Promise<void> {
  here = twoVillages()
  const { sail, boen } = here
  rene = await sail.member('René')
  barnabe = await boen.member('Barnabé')
  const sent = { title: `prête sa remorque ${CANARY}`, reachBy: 'word', accord: 'voisins' }
  notice = idIn((await barnabe.post('/annonces/proposer', sent)).location)
  await meet(boen, sail)
  const said = { annonce: notice, named: '1', said: 'Pour samedi, plovitrusk ?' }
  thread = await does(sail, rene, '/arrangements/interet', said)
  await meet(sail, boen)
  there = `/arrangements/${dealIn(boen)}`
  await does(boen, barnabe, `${there}/mot`, { said: 'Oui, krombifluche.' })
  await does(boen, barnabe, `${there}/proposer`, { when: 'samedi', where: 'rue Vendrugoule' })
  await meet(boen, sail)
}
beforeEach(begins)
const noFaults = (): void => assert.deepEqual([...here.sail.faults, ...here.boen.faults], [])

test('a notice that is shown by card from now on is read in the other box in its thread alone', async () => {
  const { sail, boen } = here
  const odile = await sail.member('Odile')
  assert.ok((await sail.visitor().get(`/annonces/${notice}`)).text.includes(CANARY))
  await does(boen, barnabe, '/annonces/qui-la-voit', { id: notice, accord: 'carte' })
  await meet(boen, sail)
  const paths = [
    '/',
    '/annonces',
    `/annonces/${notice}`,
    `/chercher?q=${CANARY}`,
    '/donnees',
    thread,
  ]
  for (const who of [sail.visitor(), sail.visitor('wifi'), odile, sail.keeper])
    for (const path of paths) assert.doesNotMatch((await who.get(path)).body, /remorque/, path)
  assert.ok(!(await packedFrom(sail.engine)).includes(CANARY), 'no bundle of Sail carries it')
  // The two go on with each other.
  await does(sail, rene, `${thread}/mot`, { said: 'Toujours d’accord.' })
  await meet(sail, boen)
  assert.match((await barnabe.get(there)).text, /Toujours d’accord\./)
  // Nobody else of Sail begins anything about it, though they know its address.
  const more = await odile.post('/arrangements/interet', { annonce: notice, said: 'Moi aussi' })
  assert.equal(more.status, 422)
  assert.ok(!more.body.includes(CANARY))
  noFaults()
})

for (const side of ['Sail', 'Boën'] as const)
  test(`who is forgotten in ${side} leaves nothing of theirs in the other box`, async () => {
    const { sail, boen } = here
    const isSail = side === 'Sail'
    const [gone, stays] = isSail ? [sail, boen] : [boen, sail]
    const answer = await (isSail ? rene : barnabe).post('/moi/oublier', {})
    assert.equal(answer.location, '/oubli')
    await meet(gone, stays)
    const theirs = isSail
      ? ['René', 'plovitrusk']
      : ['Barnabé', 'krombifluche', CANARY, 'Vendrugoule']
    for (const word of theirs)
      for (const box of [sail, boen]) assert.ok(!valuesIn(box.engine).includes(word), word)
    const own = isSail ? 'krombifluche' : 'plovitrusk'
    assert.ok(valuesIn(stays.engine).includes(own), 'the words of the other one stay theirs')
    noFaults()
  })

for (const side of ['Sail', 'Boën'] as const)
  test(`the words said to who is forgotten in ${side} stay, without their name or number`, async () => {
    const { sail, boen } = here
    const isSail = side === 'Sail'
    const [gone, stays] = isSail ? [sail, boen] : [boen, sail]
    const [other, at] = isSail ? [barnabe, there] : [rene, thread]
    const name = isSail ? 'René' : 'Barnabé'
    await does(stays, other, `${at}/mot`, { said: `Glovimandre, ${name}, au 06 71 00 11 22 ?` })
    const moment = { when: `dimanche, avec ${name}`, where: `chez ${name}` }
    await does(stays, other, `${at}/repondre`, { says: isSail ? 'no' : 'other', ...moment })
    if (isSail) await does(stays, other, `${at}/proposer`, moment)
    await meet(stays, gone)
    assert.ok(valuesIn(gone.engine).includes(`chez ${name}`), 'it stands in both')
    await (isSail ? rene : barnabe).post('/moi/oublier', {})
    await meet(gone, stays)
    for (const box of [sail, boen])
      for (const theirs of [name, '06 71 00 11 22'])
        assert.ok(!valuesIn(box.engine).includes(theirs), theirs)
    await meet(stays, gone)
    for (const box of [sail, boen])
      assert.ok(!valuesIn(box.engine).includes('"YWdl'), 'nor does a closed letter')
    assert.match((await other.get(at)).text, /Glovimandre, …/)
    noFaults()
  })

test('a thread with slips goes by itself in each box: nothing of it is carried any more', async () => {
  const { sail, boen } = here
  const { who: anais } = await relayIn(sail, 'Anaïs')
  const asked = { annonce: notice, forName: 'Huguette', named: '1', said: 'Pour le jardin.' }
  await does(sail, anais, '/arrangements/interet', asked)
  await meet(sail, boen)
  const [, hers] = boen.read.all('SELECT id FROM deal_home ORDER BY id')
  await does(boen, barnabe, `/arrangements/${String(hers!['id'])}/mot`, { said: 'Glovimandre.' })
  await meet(boen, sail)
  const [slip] = sail.read.all('SELECT id FROM word_home WHERE removed IS NOT 1')
  await does(sail, anais, `/mes-mots/${String(slip!['id'])}/remis`)
  await meet(sail, boen)
  assert.equal(boen.read.all('SELECT id FROM deal_home WHERE handed IS NOT NULL').length, 1)
  for (const box of [sail, boen]) {
    const later = () => box.now() + 2 * FADES_AFTER_MS
    fade(box.engine, { now: later, sure: true, today: box.today })
  }
  for (const box of [sail, boen]) {
    assert.ok(!valuesIn(box.engine).includes('Glovimandre'))
    assert.equal(box.read.all('SELECT id FROM word_home WHERE removed IS NOT 1').length, 0)
  }
  noFaults()
})

test('a word that a keeper hid is hidden in the other box, where nobody hands it over', async () => {
  const { sail, boen } = here
  const words = await rene.get(thread)
  const word = /name="word" value="([0-9a-z]{26})"/.exec(words.body)![1]!
  await does(sail, rene, `${thread}/signaler`, { word })
  await meet(sail, boen)
  assert.match((await barnabe.get(there)).text, /krombifluche/, 'nothing is told before')
  const [report] = sail.read.all("SELECT id FROM deal_answer_home WHERE says = 'insult'")
  const judged = { judged: 'hidden' }
  await does(sail, sail.keeper, `/arrangements/signalements/${String(report!['id'])}`, judged)
  await meet(sail, boen)
  for (const page of [await rene.get(thread), await barnabe.get(there)])
    assert.doesNotMatch(page.text, /krombifluche/)
  noFaults()
})

for (const accord of ['ici', 'carte'])
  test(`an answer of another box stays its author’s, whoever narrows the notice: ${accord}`, async () => {
    const { sail, boen } = here
    const nadia = await sail.member('Zwynadia')
    const id = await givenBy(boen, barnabe)
    const read = async () => (await barnabe.get(`/annonces/${id}`)).text
    await meet(boen, sail)
    await does(sail, nadia, `/repondre/${id}`, { combien: '20 kg' })
    await meet(sail, boen)
    await does(boen, barnabe, '/annonces/qui-la-voit', { id, accord })
    await meet(boen, sail)
    assert.match(await read(), /Pris : 20.kg sur 400.kg.*Zwynadia/)
    assert.equal((await nadia.post('/moi/oublier', {})).location, '/oubli')
    await meet(sail, boen)
    assert.doesNotMatch(await read(), /Zwynadia|Pris : 20/)
    for (const box of [sail, boen]) assert.ok(!valuesIn(box.engine).includes('Zwynadia'))
    noFaults()
  })
