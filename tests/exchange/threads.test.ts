import assert from 'node:assert/strict'
import { beforeEach, test } from 'node:test'
import { deal, dealAnswer } from '../../src/bricks/deals/model/records.ts'
import type { Member, TestBox } from '../support/test-box.ts'
import { carry, valuesIn } from './mail.ts'
import {
  does,
  idIn,
  meet,
  type SentNotice,
  sentNotice,
  type TwoVillages,
  twoVillages,
} from './web-villages.ts'

/** A thread of two boxes about the notice of somebody without a card: their ticket opens it. */

let here: TwoVillages
let rene: Member
let ginette: SentNotice
/** René of Sail reads the notice of Ginette of Boën, and answers it. */
let thread: string
const only = ({ engine }: TestBox) => engine.read.list(deal, {}, 'home')[0]

beforeEach(async () => {
  here = twoVillages()
  rene = await here.sail.member('René')
  const title = 'cherche une place pour aller au marché jeudi 10 décembre matin'
  ginette = await sentNotice(here.boen, { title, who: 'Ginette', phone: '04 77 24 11 22' })
  await meet(here.boen, here.sail)
  const said = { annonce: ginette.notice, named: '1', said: 'J’ai une place dans la Kangoo.' }
  thread = await does(here.sail, rene, '/arrangements/interet', said)
  await meet(here.sail, here.boen)
})

test('what comes from another box stands on the ticket of its notice, and what its holder says leaves by letter', async () => {
  const { sail, boen } = here
  const { by, at } = ginette
  const page = await by.get(at)
  assert.match(page.text, /René, de Sail,? répond à votre annonce/)
  assert.match(page.text, /J’ai une place dans la Kangoo\./)
  const id = only(boen)!.id
  const acts = async (act: string, more: Readonly<Record<string, string>>): Promise<void> => {
    await does(boen, by, `${at}/${act}`, { id, from: at, ...more })
    await meet(boen, sail)
  }
  await acts('vu', {})
  assert.match((await rene.get(thread)).text, /Remis à Ginette, de Boën, le 5 décembre/)
  await acts('mot', { said: 'Avec plaisir, merci.' })
  assert.match((await rene.get('/')).text, /Ginette, de Boën,? vous écrit/)
  assert.match((await rene.get(thread)).text, /Avec plaisir, merci\./)
  await does(sail, rene, `${thread}/proposer`, {
    when: 'jeudi 10 décembre 7 h 20',
    where: 'à la poste',
  })
  await meet(sail, boen)
  assert.match((await by.get(at)).text, /jeudi 10 décembre 7 h 20 · à la poste/)
  await acts('repondre', { says: 'other', when: 'jeudi 10 décembre 7 h 40', where: 'à l’église' })
  assert.match((await rene.get(thread)).text, /jeudi 10 décembre 7 h 40 · à l’église/)
  await does(sail, rene, `${thread}/repondre`, { says: 'yes' })
  await meet(sail, boen)
  assert.deepEqual([only(sail)!.state, only(boen)!.state], ['agreed', 'agreed'])
  assert.match((await by.get(at)).text, /Convenu/)
  await acts('retard', {})
  assert.match((await rene.get('/')).text, /Ginette, de Boën,? est en retard/)
  await acts('repondre', { says: 'done' })
  assert.match((await rene.get('/')).text, /Ginette, de Boën,? a noté que c’est fait/)
  await acts('finir', {})
  assert.match((await rene.get('/')).text, /Ginette, de Boën,? a mis fin/)
  assert.deepEqual(
    boen.engine.read.list(dealAnswer, { order: 'id' }, 'home').map(({ saidBy }) => saidBy),
    ['ticket', 'ticket', 'ticket', 'ticket', 'ticket'],
  )
  assert.deepEqual([...sail.faults, ...boen.faults], [])
})

test('who takes their notice back leaves nothing of theirs in the other box, nor hears from it again', async () => {
  const { sail, boen } = here
  const { by, at } = ginette
  const id = only(boen)!.id
  await does(boen, by, `${at}/mot`, { id, said: 'Chez ma sœur Huguette.', from: at })
  await does(boen, by, `${at}/proposer`, {
    id,
    when: 'vendredi 11 décembre',
    where: 'rue Haute',
    from: at,
  })
  await meet(boen, sail)
  assert.match(
    (await rene.get(thread)).text,
    /Huguette.*vendredi 11 décembre|vendredi 11 décembre.*Huguette/,
  )
  await does(boen, by, `${at}/reprendre`, { from: `${at}/reprendre` })
  await meet(boen, sail)
  const left = (await rene.get(thread)).text
  assert.match(left, /J’ai une place dans la Kangoo\./, 'his own words stay')
  assert.doesNotMatch(left, /Huguette|vendredi 11 décembre|rue Haute|marché|Envoyer ce mot/)
  const more = await rene.post(`${thread}/mot`, { said: 'Vous êtes là ?' })
  assert.equal(more.status, 422, 'nobody is left to read it')
  for (const gone of [
    'Huguette',
    'vendredi 11 décembre',
    'rue Haute',
    '24 11 22',
    'au marché',
    'Ginette',
  ])
    for (const box of [sail, boen]) assert.ok(!valuesIn(box.engine).includes(gone), gone)
  assert.deepEqual([only(sail)!.state, only(boen)], ['fallen', undefined])
  assert.ok(!valuesIn(boen.engine).includes('Kangoo'), 'nobody of Boën is left in it')
  assert.deepEqual([...sail.faults, ...boen.faults], [])
})

test('a ticket writes to no box but the one that shares the thread of its own notice', async () => {
  const { sail, boen } = here
  const josette = await sentNotice(boen, {
    title: 'cherche des bocaux vides',
    who: 'Josette',
    phone: '04 77 24 33 44',
  })
  const before = JSON.stringify(boen.read.all('SELECT * FROM deal_home'))
  const letters = () => boen.read.all("SELECT id FROM letter_home WHERE brick = 'deals'").length
  const sent = letters()
  for (const act of ['mot', 'retard', 'repondre', 'proposer', 'vu', 'finir', 'signaler', 'revenir'])
    for (const party of ['', '0', '1']) {
      const input = {
        id: only(boen)!.id,
        party,
        says: 'yes',
        said: 'moi',
        when: 'lundi 7 décembre',
      }
      const { status } = await josette.by.post(`${josette.at}/${act}`, { from: '/', ...input })
      assert.notEqual(status, 303, act)
    }
  // Without a ticket neither, though the thread’s address is known.
  const stranger = await boen.visitor().post(`/arrangements/${only(boen)!.id}/mot`, { said: 'moi' })
  assert.notEqual(stranger.status, 303)
  assert.equal(JSON.stringify(boen.read.all('SELECT * FROM deal_home')), before)
  assert.equal(letters(), sent)
  assert.ok(idIn(thread))
  assert.deepEqual([...sail.faults, ...boen.faults], [])
})

test('of one thing that goes once, whoever asked from another box is told that it is taken', async () => {
  const { sail, boen } = here
  const bed = await sentNotice(
    boen,
    { title: 'donne un lit d’enfant', who: 'Josette', phone: '04 77 24 33 44' },
    '/annonces/proposer',
  )
  await meet(boen, sail)
  const odile = await boen.member('Odile')
  const near = await does(boen, odile, '/arrangements/interet', { annonce: bed.notice })
  await does(boen, odile, `${near}/proposer`, { when: 'samedi' })
  const far = await does(sail, rene, '/arrangements/interet', { annonce: bed.notice })
  await does(sail, rene, `${far}/proposer`, { when: 'dimanche 6 décembre' })
  await meet(sail, boen)
  await does(boen, bed.by, `${bed.at}/repondre`, { id: idIn(near), says: 'yes', from: bed.at })
  await meet(boen, sail)
  assert.match((await rene.get('/')).text, /quelqu’un d’autre|déjà/)
  assert.equal(sail.read.all("SELECT id FROM deal_home WHERE why = 'taken'").length, 1)
  assert.deepEqual([...sail.faults, ...boen.faults], [])
})

/** Barnabé of Boën lends his trailer and proposes Thursday to René of Sail, who reads it. */
async function proposedToRene() {
  const { sail, boen } = here
  const barnabe = await boen.member('Barnabé')
  const lent = { title: 'prête sa remorque', reachBy: 'word', accord: 'voisins' }
  const annonce = idIn((await barnabe.post('/annonces/proposer', lent)).location)
  await meet(boen, sail)
  const at = await does(sail, rene, '/arrangements/interet', { annonce, named: '1' })
  await meet(sail, boen)
  const there = `/arrangements/${trailer(boen)!.id}`
  await does(boen, barnabe, `${there}/proposer`, { when: 'jeudi 10 décembre 8 h' })
  await meet(boen, sail)
  return { sail, boen, barnabe, at, there, reads: async () => (await rene.get(at)).text }
}
const trailer = ({ engine }: TestBox) =>
  engine.read.list(deal, { where: "mode = 'lend'" }, 'home')[0]
const standing = (boxes: readonly TestBox[]) => boxes.map(box => trailer(box)!.state)

for (const first of ['sail', 'boen'] as const)
  test(`a yes to a moment that was taken back is no yes to the next one, ${first} first`, async () => {
    const { sail, boen, barnabe, at, there, reads } = await proposedToRene()
    const both = [sail, boen]
    await does(sail, rene, `${at}/repondre`, { says: 'yes' })
    await does(boen, barnabe, `${there}/repondre`, { says: 'no' })
    await does(boen, barnabe, `${there}/proposer`, { when: 'dimanche 6 décembre 5 h' })
    if (first === 'boen') {
      await meet(boen, sail)
      assert.match(
        await reads(),
        /on attend votre réponse/,
        'what is on its way answers nothing now',
      )
    }
    await meet(sail, boen)
    await meet(sail, boen)
    assert.deepEqual(standing(both), ['proposed', 'proposed'])
    assert.match(await reads(), /on attend votre réponse\. dimanche 6 décembre 5 h/)
    await does(sail, rene, `${at}/repondre`, { says: 'yes' })
    await meet(sail, boen)
    assert.deepEqual(standing(both), ['agreed', 'agreed'])
    assert.deepEqual([...sail.faults, ...boen.faults], [])
  })

for (const read of [false, true])
  test(`a yes that its person drops is no agreement, ${read ? 'read there' : 'unread'}`, async () => {
    const { sail, boen, barnabe, at } = await proposedToRene()
    await does(sail, rene, `${at}/repondre`, { says: 'yes' })
    if (read) await carry(sail.engine, boen.engine, sail, boen)
    await does(sail, rene, `${at}/repondre`, { says: 'no' })
    await meet(sail, boen)
    assert.deepEqual(standing([sail, boen]), ['fallen', 'fallen'])
    assert.match((await barnabe.get('/')).text, /René, de Sail,? ne peut pas/)
    assert.deepEqual([...sail.faults, ...boen.faults], [])
  })

test('a telephone that another box asks with is read by who is asked, and not by the keeper', async () => {
  const { sail, boen } = here
  const lucie = await boen.member('Lucie')
  const lent = { title: 'prête sa remorque', reachBy: 'word', accord: 'voisins' }
  const notice = idIn(await does(boen, lucie, '/annonces/proposer', lent))
  await meet(boen, sail)
  await does(sail, sail.keeper, '/arrangements/nouveau', {
    ...{ annonce: notice, forName: 'Germaine', named: '1', what: 'la remorque' },
    ...{ when: 'jeudi 10 décembre', phone: '04 77 24 99 88' },
  })
  await meet(sail, boen)
  const [asked] = boen.engine.read.list(deal, { where: "phone <> ''" }, 'home')
  const reads = async (who: Member | TestBox['keeper']) =>
    (await who.get(`/arrangements/${asked!.id}`)).text
  assert.match(await reads(lucie), /Germaine, de Sail, propose un moment.*04 77 24 99 88/)
  assert.match(await reads(boen.keeper), /Germaine, de Sail/)
  assert.doesNotMatch(await reads(boen.keeper), /99 88/)
  assert.deepEqual([...sail.faults, ...boen.faults], [])
})

test('the place of a moment stands in a line where the form of another one asks for none', async () => {
  const { sail, boen } = here
  const { by, at } = ginette
  const id = only(boen)!.id
  const old = await rene.get(thread)
  await does(boen, by, `${at}/proposer`, { id, from: at, when: 'jeudi 10 décembre 8 h' })
  await meet(boen, sail)
  const typed = { when: 'jeudi 10 décembre 7 h 20', where: 'à la poste' }
  const back = await rene.fill(old, `${thread}/proposer`, typed)
  assert.equal(back.status, 422, back.location)
  assert.match(back.body, /<input[^>]*name="when"[^>]*value="jeudi 10 décembre 7 h 20"/)
  assert.match(back.body, /<textarea[^>]*name="said"[^>]*>\s*à la poste</)
  assert.deepEqual([...sail.faults, ...boen.faults], [])
})
