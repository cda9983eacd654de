import assert from 'node:assert/strict'
import { beforeEach, test } from 'node:test'
import type { Browser } from '../../../tests/support/browser.ts'
import { type Member, type TestBox, testBox } from '../../../tests/support/test-box.ts'
import { fade } from '../../engine/forgetting/fading.ts'
import { FADES_AFTER_MS } from './model/fading.ts'
import { wholeOf } from './model/read.ts'
import { deal, dealAnswer, deed } from './model/records.ts'
import { hiddenWords } from './model/reports.ts'

/** A thread is ended, put away, told to the keeper, and goes by itself. */

let box: TestBox
let elodie: Member
let mathieu: Member
let trailer: string
let at: string
const row = (id = at.split('/').at(-1)!) => box.engine.read.one(deal, id, 'home')
const acts = () => box.engine.read.list(dealAnswer, { order: 'id' }, 'home')
const then = (...of: Parameters<TestBox['doneBy']>) => box.doneBy(...of)
const refused = async (who: Browser, path: string, fields: Readonly<Record<string, string>> = {}) =>
  assert.equal((await who.post(path, fields)).status, 422)
/** Every value of the log and of the tables. */
function held(): string {
  const { log, tables } = box.engine
  const flesh = log.sql.all<{ value: string }>('SELECT value FROM piece').map(one => one.value)
  const names = tables.sql.all<{ name: string }>(
    "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE '%VIRTUAL%'",
  )
  const rows = names.map(({ name }) => JSON.stringify(tables.sql.all(`SELECT * FROM "${name}"`)))
  return [...flesh, ...rows].join('\n')
}
/** Both let it be told, under one sentence. */
async function tell(): Promise<void> {
  const yes = { says: 'thank', tell: '1', named: '1' }
  await then(elodie, `${at}/repondre`, { ...yes, story: 'Mathieu a prêté sa remorque' })
  await then(mathieu, `${at}/repondre`, yes)
}
/** Three months of the box's life go by; its people come back with their cards. */
async function threeMonths(): Promise<void> {
  box.later(FADES_AFTER_MS + 1_000)
  fade(box.engine, box)
  elodie = await box.memberOf(elodie.id)
  mathieu = await box.memberOf(mathieu.id)
}

beforeEach(async () => {
  box = testBox()
  box.territory()
  elodie = await box.member('Élodie')
  mathieu = await box.member('Mathieu')
  const sent = { title: 'prête sa remorque', reachBy: 'word', accord: 'ici' }
  trailer = /[0-9a-z]{26}/.exec((await mathieu.post('/annonces/proposer', sent)).location)![0]
  const begun = await then(elodie, '/arrangements/interet', { annonce: trailer, said: 'Bonjour' })
  at = begun.location
})

test('either ends the conversation: what was agreed falls, and nothing more is said', async () => {
  await then(elodie, `${at}/proposer`, { when: 'samedi' })
  await then(mathieu, `${at}/repondre`, { says: 'yes' })
  const zoe = await box.member('Zoé')
  for (const who of [zoe, box.keeper, box.visitor()])
    assert.notEqual((await who.post(`${at}/finir`, { party: '1' })).status, 303)
  await then(mathieu, `${at}/finir`)
  assert.deepEqual([row()?.state, row()?.unseen], ['ended', ['0']])
  assert.match((await elodie.get(at)).text, /Mathieu a mis fin à la conversation/)
  await refused(elodie, `${at}/mot`, { said: 'Et samedi ?' })
  await refused(elodie, `${at}/proposer`, { when: 'lundi' })
  await refused(elodie, `${at}/finir`)
  const again = await then(elodie, '/arrangements/interet', { annonce: trailer })
  assert.notEqual(again.location, at, 'another word begins another thread')
})

test('what was done stays done when its conversation ends, and may still be told', async () => {
  await then(elodie, `${at}/proposer`, { when: 'samedi' })
  await then(mathieu, `${at}/repondre`, { says: 'yes' })
  await then(mathieu, `${at}/repondre`, { says: 'done' })
  await then(elodie, `${at}/finir`)
  assert.equal(row()?.state, 'done')
  await tell()
  assert.equal(box.engine.read.count(deed), 1)
})

test('one puts a thread off their own list; the next word brings it back', async () => {
  const folded = /<details class="part">.*?<\/details>/s
  const isListed = async (who: Browser) =>
    (await who.get('/arrangements')).body.replace(folded, '').includes(at)
  assert.deepEqual([await isListed(elodie), await isListed(mathieu)], [true, true])
  await then(mathieu, `${at}/ranger`)
  assert.deepEqual([await isListed(elodie), await isListed(mathieu)], [true, false])
  assert.match((await mathieu.get('/arrangements')).text, /Un autre, enlevé de ma liste/)
  await then(mathieu, `${at}/ranger`)
  assert.equal(await isListed(mathieu), true, 'and on it again')
  await then(mathieu, `${at}/ranger`)
  await then(elodie, `${at}/mot`, { said: 'Toujours là ?' })
  assert.equal(await isListed(mathieu), true)
  const zoe = await box.member('Zoé')
  await refused(zoe, `${at}/ranger`, { party: '0' })
})

test('a word that hurts is told to the keeper, who reads it and nothing else of the thread', async () => {
  await then(mathieu, `${at}/mot`, { said: 'Espèce de cruchonnette' })
  await then(mathieu, `${at}/mot`, { said: 'la cachette est sous le pot' })
  const [own, word] = acts()
  const page = (await elodie.get(at)).body
  assert.ok(page.includes(`${at}/signaler`) && page.includes(word!.id))
  await refused(elodie, `${at}/signaler`, { word: own!.id })
  await refused(mathieu, `${at}/signaler`, { word: word!.id })
  await refused(box.keeper, `${at}/signaler`, { word: word!.id, party: '0' })
  await then(elodie, `${at}/signaler`, { word: word!.id })
  await refused(elodie, `${at}/signaler`, { word: word!.id })
  assert.ok(!(await mathieu.get(at)).body.includes('signalé'), 'the other one is not told')
  const given = async (who: Browser) => (await who.get('/moi/tout.json')).body.includes('"insult"')
  assert.deepEqual([await given(elodie), await given(mathieu)], [true, false])
  assert.match((await box.keeper.get('/tenir')).text, /un mot est signalé/)
  const told = await box.keeper.get('/arrangements/signalements')
  assert.match(told.text, /Espèce de cruchonnette/)
  for (const other of ['la cachette', 'Bonjour']) assert.ok(!told.text.includes(other), other)
  const report = acts().find(({ says }) => says === 'insult')!
  for (const who of [elodie, mathieu, box.visitor()]) {
    assert.ok(!(await who.get('/arrangements/signalements')).text.includes('cruchonnette'))
    const judged = { judged: 'stands' }
    assert.notEqual((await who.post(`/arrangements/signalements/${report.id}`, judged)).status, 303)
  }
  await then(box.keeper, `/arrangements/signalements/${report.id}`, { judged: 'hidden' })
  assert.deepEqual(row()?.unseen, ['0', '1'], 'both have it to see')
  for (const who of [elodie, mathieu])
    assert.ok(!(await who.get(at)).text.includes('cruchonnette'), 'it is hidden for both')
  assert.match((await elodie.get(at)).text, /Ce mot est caché/)
  assert.deepEqual([...hiddenWords(wholeOf(box.engine.read, row()!.id)!)], [word!.id])
  await refused(box.keeper, `/arrangements/signalements/${report.id}`, { judged: 'stands' })
  assert.ok(!(await box.keeper.get('/tenir')).text.includes('est signalé'))
})

test('a word that is hidden for both is on no slip any more', async () => {
  const pears = box.bring('offer', { title: 'Rosa donne des poires', who: 'Rosa', mode: 'give' })
  const asked = { annonce: pears, said: 'Espèce de cruchonnette' }
  const { location: thread } = await then(elodie, '/arrangements/interet', asked)
  const pages = ['/mes-mots', '/mes-mots/papillons']
  const reads = async (path: string) => (await box.keeper.get(path)).text.includes('cruchonnette')
  for (const path of pages) assert.ok(await reads(path), path)
  await then(box.keeper, `${thread}/signaler`, { party: '1', word: acts().at(-1)!.id })
  const report = acts().find(({ says }) => says === 'insult')!
  await then(box.keeper, `/arrangements/signalements/${report.id}`, { judged: 'hidden' })
  for (const path of [...pages, thread]) assert.ok(!(await reads(path)), path)
  assert.equal(box.engine.read.all('SELECT 1 FROM word_home WHERE said IS NOT NULL').length, 0)
  assert.deepEqual(box.faults, [])
})

test('a line beside an answer that is hidden for both leaves the slip of the answer as it was', async () => {
  const pears = box.bring('offer', { title: 'Rosa donne des poires', who: 'Rosa', mode: 'give' })
  const { location: thread } = await then(elodie, '/arrangements/interet', { annonce: pears })
  await then(elodie, `${thread}/proposer`, { when: 'jeudi' })
  await then(elodie, `${thread}/repondre`, { says: 'no', said: 'Espèce de cruchonnette' })
  const [word] = acts().filter(({ said }) => said === 'Espèce de cruchonnette')
  await then(box.keeper, `${thread}/signaler`, { party: '1', word: word!.id })
  const report = acts().find(({ says }) => says === 'insult')!
  await then(box.keeper, `/arrangements/signalements/${report.id}`, { judged: 'hidden' })
  const slips = (await box.keeper.get('/mes-mots')).text
  assert.match(slips, /Je ne peux pas, cette fois\s: jeudi/)
  assert.doesNotMatch(slips, /cruchonnette/)
  assert.deepEqual(box.faults, [])
})

test('the keeper finds nothing to say: the word stays, and who told it reads so', async () => {
  await then(mathieu, `${at}/mot`, { said: 'Non, et non' })
  const [, word] = acts()
  await then(elodie, `${at}/signaler`, { word: word!.id })
  const report = acts().find(({ says }) => says === 'insult')!
  await then(box.keeper, `/arrangements/signalements/${report.id}`, { judged: 'stands' })
  assert.deepEqual(row()?.unseen, ['0'], 'the other one is told nothing')
  assert.match((await elodie.get(at)).text, /Non, et non.*Ce mot a été lu : rien à redire/)
  assert.ok(!(await mathieu.get(at)).text.includes('rien à redire'))
  assert.match((await elodie.get('/')).text, /le mot que vous avez signalé a été lu, et reste/)
})

test('the holder of a ticket tells of a word, and ends the conversation, by that ticket', async () => {
  const visitor = box.visitor()
  const asked = { annonce: trailer, firstName: 'Huguette', reach: '04 77 00 11 22' }
  const ticket = (await visitor.post('/arrangements/interet', asked)).location.split('?')[0]!
  const id = box.engine.read.list(deal, { where: 'visitor IS NOT NULL' }, 'home')[0]!.id
  await then(mathieu, `/arrangements/${id}/mot`, { said: 'Espèce de cruchonnette' })
  const word = acts().at(-1)!
  await then(visitor, `${ticket}/signaler`, { word: word.id })
  assert.match((await visitor.get(ticket)).text, /Vous avez signalé ce mot/)
  const report = acts().find(({ says }) => says === 'insult')!
  await then(box.keeper, `/arrangements/signalements/${report.id}`, { judged: 'hidden' })
  const read = (await visitor.get(ticket)).text
  assert.match(read, /Ce mot est caché/)
  assert.ok(!read.includes('cruchonnette'))
  await then(visitor, `${ticket}/finir`)
  assert.equal(row(id)?.state, 'ended')
  assert.match((await mathieu.get(`/arrangements/${id}`)).text, /Huguette a mis fin/)
  assert.equal((await visitor.post(`${ticket}/mot`, { said: 'Encore' })).status, 422)
  assert.equal((await mathieu.post(`/arrangements/${id}/mot`, { said: 'Encore' })).status, 422)
  assert.deepEqual(box.faults, [])
})

test('the code of a ticket goes with the thread that it opens', async () => {
  const asked = { annonce: trailer, firstName: 'Huguette', reach: '04 77 00 11 22' }
  await box.visitor().post('/arrangements/interet', asked)
  const codes = () => box.engine.read.all('SELECT 1 FROM code_home WHERE removed IS NOT 1').length
  assert.equal(codes(), 1)
  box.later(FADES_AFTER_MS + 60_000)
  fade(box.engine, box)
  assert.equal(codes(), 0)
  assert.deepEqual(box.faults, [])
})

test('a thread goes by itself three months after its last word, whole', async () => {
  await then(mathieu, `${at}/mot`, { said: 'zwyntrolubak' })
  const own = box.bring('offer', { title: 'Rosa donne des plants', who: 'Rosa', mode: 'give' })
  const slip = { annonce: own, said: 'krombifluche' }
  await then(elodie, '/arrangements/interet', slip)
  box.later(FADES_AFTER_MS - 60_000)
  fade(box.engine, box)
  elodie = await box.memberOf(elodie.id)
  assert.ok(held().includes('zwyntrolubak') && held().includes('krombifluche'))
  await then(elodie, `${at}/mot`, { said: 'Toujours là ?' })
  box.later(120_000)
  fade(box.engine, box)
  assert.ok(!held().includes('krombifluche'), 'its slip goes with it')
  assert.ok(held().includes('zwyntrolubak'), 'a word that follows keeps the thread')
  await threeMonths()
  assert.ok(!held().includes('zwyntrolubak'))
  assert.equal(box.engine.read.count(deal, {}, 'home') + acts().length, 0)
})

test('a thread of before they said their time goes with the oldest that says it', async () => {
  const old = at.split('/').at(-1)!
  box.engine.tables.sql.run('UPDATE deal_home SET lived = NULL')
  box.later(FADES_AFTER_MS + 1_000)
  fade(box.engine, box)
  assert.ok(row(old), 'no thread says a time: nobody knows how long ago it was left')
  elodie = await box.memberOf(elodie.id)
  const sent = { title: 'prête un vélo', reachBy: 'word', accord: 'ici' }
  mathieu = await box.memberOf(mathieu.id)
  const other = /[0-9a-z]{26}/.exec((await mathieu.post('/annonces/proposer', sent)).location)![0]
  await then(elodie, '/arrangements/interet', { annonce: other })
  box.later(FADES_AFTER_MS - 60_000)
  fade(box.engine, box)
  assert.ok(row(old))
  box.later(120_000)
  fade(box.engine, box)
  assert.equal(row(old), undefined)
  assert.deepEqual(fade(box.engine, box).forgot, false)
})

test('what is proposed or agreed waits for somebody, and does not go by itself', async () => {
  await then(elodie, `${at}/proposer`, { when: 'samedi' })
  await threeMonths()
  assert.equal(row()?.state, 'proposed')
  await then(mathieu, `${at}/repondre`, { says: 'yes' })
  await threeMonths()
  assert.equal(row()?.state, 'agreed')
  await then(mathieu, `${at}/repondre`, { says: 'not' })
  await threeMonths()
  assert.equal(row(), undefined)
})

test('of what was done, its day, its way and its notice stay, and nobody; the count is as it was', async () => {
  await then(elodie, `${at}/proposer`, { when: 'zwyntrolubak', where: 'zwyntrolubak' })
  await then(mathieu, `${at}/repondre`, { says: 'yes' })
  await then(mathieu, `${at}/repondre`, { says: 'done' })
  const { doneOn, mode, about } = row()!
  await threeMonths()
  const left = row()!
  assert.deepEqual([left.state, left.doneOn, left.mode, left.about], ['done', doneOn, mode, about])
  const kept = Object.entries(left).filter(([name, value]) => value !== null && name !== 'id')
  assert.deepEqual(kept.map(([name]) => name).sort(), ['about', 'doneOn', 'mode', 'state'])
  assert.ok(!held().includes('zwyntrolubak'))
  assert.equal(acts().length, 0)
  const list = (await box.keeper.get('/arrangements')).body
  assert.ok(!list.includes(at), 'no list leads to what nobody is in')
  const { forgot } = fade(box.engine, box)
  assert.equal(forgot, false, 'once')
})

test('what is told stays told, without the words; each may still take it back', async () => {
  await then(elodie, `${at}/mot`, { said: 'zwyntrolubak' })
  await then(elodie, `${at}/proposer`, { when: 'samedi', where: 'krombifluche' })
  await then(mathieu, `${at}/repondre`, { says: 'yes' })
  await then(mathieu, `${at}/repondre`, { says: 'done' })
  await tell()
  assert.equal(box.engine.read.count(deed), 1)
  await threeMonths()
  assert.equal(box.engine.read.count(deed), 1)
  for (const word of ['zwyntrolubak', 'krombifluche', 'Bonjour'])
    assert.ok(!held().includes(word), word)
  await then(mathieu, `${at}/repondre`, { says: 'keep' })
  assert.equal(box.engine.read.count(deed), 0)
  await threeMonths()
  assert.equal(row()?.parties, null, 'and then all of it goes')
})

test('of what was proposed at once and is told, neither its sentence nor its moment stays', async () => {
  const asked = {
    what: 'emprunter zwyntrolubak',
    when: 'samedi, zwyntrolubak',
    where: 'zwyntrolubak',
  }
  at = (await then(elodie, '/arrangements/nouveau', { annonce: trailer, ...asked })).location
  at = at.split('?')[0]!
  await then(mathieu, `${at}/repondre`, { says: 'yes' })
  await then(elodie, `${at}/repondre`, { says: 'done' })
  await tell()
  assert.ok(held().includes('zwyntrolubak'))
  await threeMonths()
  assert.ok(!held().includes('zwyntrolubak'))
  assert.equal(box.engine.read.count(deed), 1)
  for (const who of [elodie, mathieu]) {
    const page = await who.get(at)
    assert.equal(page.status, 200)
    assert.match(page.text, /Mathieu a prêté sa remorque/)
  }
  await then(mathieu, `${at}/repondre`, { says: 'keep' })
  assert.equal(box.engine.read.count(deed), 0)
  assert.deepEqual(box.faults, [])
})

test('forgotten by one, a thread keeps the words of the other, who is not named in any', async () => {
  await then(mathieu, `${at}/mot`, { said: 'Bonjour élodie, elle est au hangar' })
  await then(mathieu, `${at}/mot`, { said: 'Mon numéro : 06 11 22 33 44' })
  await then(elodie, `${at}/mot`, { said: 'zwyntrolubak' })
  await then(elodie, '/moi/oublier')
  assert.ok(!held().includes('zwyntrolubak') && !/[ée]lodie/i.test(held()))
  const [left] = box.engine.read.list(deal, {}, 'home')
  assert.deepEqual([left?.parties, left?.state, left?.unseen], [[mathieu.id], 'fallen', ['0']])
  assert.deepEqual(
    acts().map(({ member, said }) => [member, said]),
    [[mathieu.id, 'Bonjour quelqu’un, elle est au hangar']],
  )
  assert.match((await mathieu.get(`/arrangements/${left!.id}`)).text, /elle est au hangar/)
  box.later(FADES_AFTER_MS + 1_000)
  fade(box.engine, box)
  assert.ok(!held().includes('au hangar'))
})

test('the words that stay stand in the order in which they were said', async () => {
  const said = ['un', 'deux', 'trois', 'quatre', 'cinq', 'six'].map(one => `Voici ${one}`)
  for (const one of said) await then(mathieu, `${at}/mot`, { said: one })
  await then(elodie, '/moi/oublier')
  assert.deepEqual(
    acts().map(one => one.said),
    said,
  )
})

test('who has no card and counts on who is forgotten: the keeper tells them, their ticket whom to ask', async () => {
  const visitor = box.visitor()
  const typed = { annonce: trailer, firstName: 'Simon', reach: '04 77 24 11 22' }
  const { location } = await then(visitor, '/arrangements/interet', typed)
  const ticket = location.split('?')[0]!
  const thread = `/arrangements/${box.engine.read.list(deal, {}, 'home')[0]!.id}`
  await then(mathieu, `${thread}/proposer`, { when: 'jeudi 9 h chez Mathieu' })
  await then(visitor, `${ticket}/repondre`, { says: 'yes' })
  await then(mathieu, '/moi/oublier')
  const told = /à dire à Simon\s: Un arrangement pour jeudi 10 décembre n’a plus lieu/i
  assert.match((await box.keeper.get('/')).text, told)
  assert.ok(!/mathieu|04 77 24 11 22/i.test(held()), 'nothing else of the two is left')
  const gone = await visitor.get(ticket)
  assert.equal(gone.status, 404)
  assert.match(
    gone.text,
    /Ce billet n’ouvre plus rien.*n’y comptez pas\s: demandez d’abord à Anaïs/,
  )
  const [left] = box.engine.read.list(deal, { where: 'names IS NOT NULL' }, 'home')
  await then(box.keeper, `/arrangements/${left!.id}/vu`)
  assert.doesNotMatch((await box.keeper.get('/')).text, told)
  assert.deepEqual(box.faults, [])
})

test('a word that hurts is the first line of the keeper, before answers to ask for', async () => {
  const asked = { title: 'Ginette cherche du foin', who: 'Ginette', reach: 'au lavoir' }
  const need = box.bring('need', { ...asked, state: 'open' })
  const { location } = await then(elodie, '/arrangements/interet', { annonce: need })
  await then(elodie, `${location.split('?')[0]}/proposer`, { when: 'jeudi 8 h' })
  await then(mathieu, `${at}/mot`, { said: 'Espèce de cruchonnette' })
  await then(elodie, `${at}/signaler`, { word: acts().at(-1)!.id })
  assert.match((await box.keeper.get('/')).text, /un mot est signalé.*demandez à Ginette/i)
})
