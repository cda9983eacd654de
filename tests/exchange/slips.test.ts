import assert from 'node:assert/strict'
import { beforeEach, test } from 'node:test'
import type { Browser } from '../support/browser.ts'
import type { Member, TestBox } from '../support/test-box.ts'
import { valuesIn } from './mail.ts'
import { does, idIn, meet, relayIn, type TwoVillages, twoVillages } from './web-villages.ts'

/** Words of another box for somebody without a screen: slips, and *remis* that travels back. */

let here: TwoVillages
let rene: Member
const slips = (box: TestBox) =>
  box.read.all('SELECT * FROM word_home WHERE removed IS NOT 1 ORDER BY id')
const list = async (who: Browser): Promise<string> => (await who.get('/mes-mots')).text

/** René of Sail answers this notice of Boën. */
async function interested(notice: string, said: string): Promise<string> {
  const { sail, boen } = here
  await meet(boen, sail)
  const thread = await does(sail, rene, '/arrangements/interet', {
    ...{ annonce: notice, named: '1', said },
  })
  await meet(sail, boen)
  return thread
}
const need = { title: 'cherche des bocaux', who: 'Ginette', reach: 'au fournil' }

beforeEach(async () => {
  here = twoVillages()
  rene = await here.sail.member('René')
})

test('a word from another box for somebody without a screen is a slip of the keeper; remis goes back, and its undoing', async () => {
  const { sail, boen } = here
  const thread = await interested(boen.bring('need', need), 'J’en ai douze.')
  assert.match(await list(boen.keeper), /Ginette, au fournil.*René, de Sail.*J’en ai douze\./)
  const id = String(slips(boen)[0]!['id'])
  await does(boen, boen.keeper, `/mes-mots/${id}/remis`)
  await meet(boen, sail)
  assert.match((await rene.get(thread)).text, /Remis à Ginette, de Boën, le 5 décembre/)
  await does(boen, boen.keeper, '/mes-mots/pas-remis', { ids: id })
  await meet(boen, sail)
  assert.doesNotMatch((await rene.get(thread)).text, /Remis/)
  await does(boen, boen.keeper, `/mes-mots/${id}/remis`)
  await does(sail, rene, `${thread}/mot`, { said: 'Et des couvercles.' })
  await meet(sail, boen)
  await meet(boen, sail)
  assert.equal(slips(boen).length, 2, 'each word once, though each letter repeats them')
  assert.match(await list(boen.keeper), /Et des couvercles\./)
  assert.match((await rene.get(thread)).text, /douze\. Remis à Ginette.*couvercles/)
  assert.deepEqual([...sail.faults, ...boen.faults], [])
})

test('the relay of a notice hands over what another box says, a time that it proposes and a delay too', async () => {
  const { sail, boen } = here
  const { who: anais, id: relay } = await relayIn(boen, 'Anaïs')
  const { reach: _, ...told } = need
  const thread = await interested(boen.bring('need', { ...told, relay }), 'J’en ai douze.')
  await does(sail, rene, `${thread}/proposer`, { when: 'samedi 9 h', where: 'au marché' })
  await meet(sail, boen)
  const page = await list(anais)
  assert.match(page, /J’en ai douze\./)
  assert.match(page, /Je propose : samedi 12 décembre, 9 h, au marché\./)
  assert.match(await list(boen.keeper), /Aucun mot à remettre\. 2 autres sont chez des relais/)
  const ids = slips(boen).map(row => String(row['id']))
  await does(boen, anais, '/mes-mots/tout-remis', { ids: ids.join(' ') })
  const letters = boen.read.all("SELECT command FROM letter_home WHERE brick = 'deals'").length
  await meet(boen, sail)
  assert.equal((await rene.get(thread)).text.match(/Remis à Ginette/g)?.length, 2)
  assert.ok(letters <= 6, 'what is handed over at once is told once')
  assert.deepEqual([...sail.faults, ...boen.faults], [])
})

test('what calls a meeting off is carried, with its line, and what it calls off no more', async () => {
  const { sail, boen } = here
  const thread = await interested(boen.bring('need', need), 'J’en ai douze.')
  const there = `/arrangements/${String(boen.read.all('SELECT id FROM deal_home')[0]!['id'])}`
  const carried = () =>
    slips(boen).flatMap(row => (row['handedOn'] === null ? [String(row['said'])] : []))
  const says = async (path: string, fields: Readonly<Record<string, string>>): Promise<void> => {
    await does(sail, rene, `${thread}/${path}`, fields)
    await meet(sail, boen)
  }
  await says('proposer', { when: 'samedi 9 h', where: 'au marché' })
  await does(boen, boen.keeper, `${there}/repondre`, {
    ...{ party: '0', says: 'other', when: 'lundi', where: 'au pont' },
  })
  await meet(boen, sail)
  await says('repondre', { says: 'yes' })
  assert.deepEqual(carried(), ['D’accord\u00a0: lundi 7 décembre, au pont.'])
  await says('repondre', { says: 'not', said: 'Le pneu est crevé.' })
  const off = [
    'Finalement, ça ne se fait pas\u00a0: lundi 7 décembre, au pont.',
    'Le pneu est crevé.',
  ]
  assert.deepEqual(carried(), off)
  await does(boen, boen.keeper, `${there}/proposer`, { party: '0', when: 'mardi' })
  await meet(boen, sail)
  const long = 'é'.repeat(600)
  await says('repondre', { says: 'no', said: long })
  const no = 'Je ne peux pas, cette fois\u00a0: mardi 8 décembre.'
  assert.deepEqual(carried(), [...off, no, long])
  assert.match((await boen.keeper.get(there)).text, /pneu est crevé/)
  assert.match((await boen.keeper.get('/')).text, /ne peut pas, cette fois/)
  assert.deepEqual([...sail.faults, ...boen.faults], [])
})

test('a relay writes to another box for somebody without a screen: the answer is a slip there', async () => {
  const { sail, boen } = here
  const { who: anais } = await relayIn(sail, 'Anaïs')
  const barnabe = await boen.member('Barnabé')
  const sent = { title: 'donne un lit', reachBy: 'word', accord: 'voisins' }
  const notice = idIn((await barnabe.post('/annonces/proposer', sent)).location)
  await meet(boen, sail)
  const thread = await does(sail, anais, '/arrangements/interet', {
    ...{ annonce: notice, forName: 'Huguette', named: '1', said: 'Pour sa petite-fille.' },
  })
  await meet(sail, boen)
  const there = `/arrangements/${String(boen.read.all('SELECT id FROM deal_home')[0]!['id'])}`
  await does(boen, barnabe, `${there}/mot`, { said: 'Il est à elle.' })
  await meet(boen, sail)
  assert.match(await list(anais), /Huguette.*Barnabé, de Boën.*Il est à elle\./)
  await does(sail, anais, `/mes-mots/${String(slips(sail)[0]!['id'])}/remis`)
  await meet(sail, boen)
  assert.match((await barnabe.get(there)).text, /Remis à Huguette, de Sail, le 5 décembre/)
  assert.match((await anais.get(thread)).text, /Remis à Huguette, le 5 décembre/)
  assert.equal(slips(boen).length, 0)
  assert.deepEqual([...sail.faults, ...boen.faults], [])
})

test('a word that is forgotten in its box is carried by nobody in the other one', async () => {
  const { sail, boen } = here
  const thread = await interested(boen.bring('need', need), 'Chez ma sœur Huguette.')
  assert.equal(slips(boen).length, 1)
  assert.equal((await rene.post('/moi/oublier', {})).location, '/oubli')
  await meet(sail, boen)
  assert.equal(slips(boen).length, 0)
  for (const box of [sail, boen])
    for (const gone of ['Huguette', 'René']) assert.ok(!valuesIn(box.engine).includes(gone), gone)
  assert.ok(thread)
  assert.deepEqual([...sail.faults, ...boen.faults], [])
})

test('the keeper hides a word of another box that hurt, and its slip', async () => {
  const { boen } = here
  await interested(boen.bring('need', need), 'Espèce de cruchonnette.')
  const id = String(boen.read.all('SELECT id FROM deal_home')[0]!['id'])
  const at = `/arrangements/${id}`
  const word = /name="word" value="([0-9a-z]{26})"/.exec((await boen.keeper.get(at)).body)![1]!
  await does(boen, boen.keeper, `${at}/signaler`, { word, party: '0' })
  const [report] = boen.read.all("SELECT id FROM deal_answer_home WHERE says = 'insult'")
  const judged = { judged: 'hidden' }
  await does(boen, boen.keeper, `/arrangements/signalements/${String(report!['id'])}`, judged)
  assert.equal(slips(boen).length, 0)
  assert.equal(boen.read.all('SELECT slips FROM deal_home')[0]!['slips'], null)
  assert.doesNotMatch((await boen.keeper.get(at)).text, /cruchonnette/)
  assert.deepEqual(boen.faults, [])
})

test('of one box a hundred slips wait at most: what it says besides is read by the keeper', async () => {
  const { sail, boen } = here
  const as = { by: 'neighbour', me: rene.id } as const
  for (let n = 0; n < 5; n++) {
    const thread = await interested(boen.bring('need', { ...need, title: `cherche ${n}` }), 'Oui.')
    for (let word = 0; word < 24; word++) {
      sail.later(1_000)
      sail.done('deals.word', { id: idIn(thread), said: `Mot ${word}.` }, as)
    }
    await meet(sail, boen)
  }
  assert.equal(slips(boen).length, 100)
  const [last] = boen.read.all('SELECT id FROM deal_home ORDER BY id DESC LIMIT 1')
  const at = `/arrangements/${String(last!['id'])}`
  assert.match((await boen.keeper.get(at)).text, /Mot 23\./)
  const [first] = slips(boen)
  await does(boen, boen.keeper, `/mes-mots/${String(first!['id'])}/remis`)
  sail.later(1_000)
  const [asked] = sail.read.all('SELECT id FROM deal_home ORDER BY id DESC LIMIT 1')
  sail.done('deals.word', { id: String(asked!['id']), said: 'Encore.' }, as)
  await meet(sail, boen)
  assert.match(await list(boen.keeper), /Encore\./)
  assert.deepEqual([...sail.faults, ...boen.faults], [])
})
