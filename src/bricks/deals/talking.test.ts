import assert from 'node:assert/strict'
import { beforeEach, test } from 'node:test'
import type { Browser } from '../../../tests/support/browser.ts'
import type { FormRead } from '../../../tests/support/forms.ts'
import { type Member, type TestBox, testBox } from '../../../tests/support/test-box.ts'
import { deal, dealAnswer } from './model/records.ts'

/** What two people say to each other about a notice is one thread. */

let box: TestBox
let elodie: Member
let mathieu: Member
let trailer: string
const rows = () => box.engine.read.list(deal, { order: 'id' }, 'home')
const acts = () =>
  box.engine.read.list(dealAnswer, { order: 'id' }, 'home').map(one => [one.says, one.said])
const slips = () => box.engine.read.all('SELECT * FROM word_home WHERE removed IS NOT 1')
const interested = (who: Browser, more: Readonly<Record<string, string>> = {}) =>
  who.post('/arrangements/interet', { annonce: trailer, ...more })
/** Later, so that acts stand in the order in which they were said. */
const then = async (who: Browser, path: string, fields: Readonly<Record<string, string>> = {}) => {
  box.later(1_000)
  const answer = await who.post(path, { from: path, ...fields })
  assert.equal(answer.status, 303, answer.text)
}

beforeEach(async () => {
  box = testBox()
  box.territory()
  elodie = await box.member('Élodie')
  mathieu = await box.member('Mathieu')
  const sent = { title: 'prête sa remorque', reachBy: 'word', accord: 'ici' }
  trailer = /[0-9a-z]{26}/.exec((await mathieu.post('/annonces/proposer', sent)).location)![0]
})

test('one press on a notice begins the thread of the two; the next words join it', async () => {
  const { location } = await interested(elodie)
  const [row] = rows()
  assert.equal(location, `/arrangements/${row!.id}`)
  assert.deepEqual(
    [row!.state, row!.about, row!.parties],
    ['talking', [trailer], [elodie.id, mathieu.id]],
  )
  assert.deepEqual(row!.unseen, ['1'])
  await then(mathieu, `${location}/mot`, { said: 'Oui, samedi je suis là.' })
  assert.deepEqual(rows()[0]!.unseen, ['0'], 'who answers has seen, and the other has not')
  await then(elodie, '/arrangements/interet', { annonce: trailer, said: 'Merci !' })
  assert.equal(rows().length, 1)
  assert.deepEqual(acts(), [
    ['word', 'Ça m’intéresse.'],
    ['word', 'Oui, samedi je suis là.'],
    ['word', 'Merci !'],
  ])
  assert.equal(slips().length, 0, 'both have a screen')
})

test('who answers a need says that they can help, on its page and in the first word', async () => {
  const asked = { title: 'cherche un bras pour porter un poêle', reachBy: 'word', accord: 'ici' }
  const { location } = await mathieu.post('/annonces/chercher', asked)
  const need = /[0-9a-z]{26}/.exec(location)![0]
  const form = `/arrangements/interet?annonce=${need}`
  for (const at of [`/annonces/${need}`, form]) {
    const { text } = await box.visitor().get(at)
    assert.match(text, /Je peux aider/)
    assert.doesNotMatch(text, /Ça m’intéresse/)
  }
  await then(elodie, '/arrangements/interet', { annonce: need })
  assert.deepEqual(acts(), [['word', 'Je peux aider.']])
})

test('a time is proposed in the thread, refused, and proposed again in the same one', async () => {
  const { location: at } = await interested(elodie)
  assert.equal((await elodie.post(`${at}/retard`, {})).status, 422, 'nothing is agreed yet')
  await then(elodie, `${at}/proposer`, { when: 'samedi', where: 'devant l’église' })
  assert.equal((await mathieu.post(`${at}/proposer`, { when: 'lundi' })).status, 422)
  await then(mathieu, `${at}/repondre`, { says: 'no' })
  assert.equal(rows()[0]!.state, 'fallen')
  await then(mathieu, `${at}/proposer`, { when: 'dimanche' })
  assert.deepEqual([rows()[0]!.state, rows()[0]!.when], ['proposed', 'dimanche'])
  await then(elodie, `${at}/repondre`, { says: 'yes' })
  assert.equal(rows()[0]!.state, 'agreed')
  await then(elodie, `${at}/retard`)
  assert.deepEqual(rows()[0]!.unseen, ['1'])
  await then(elodie, `${at}/repondre`, { says: 'done' })
  await interested(elodie)
  assert.equal(rows().length, 2, 'after it is done, a new arrangement is a new thread')
})

test('nobody but the two writes in it; nobody is interested in their own notice', async () => {
  const { location: at } = await interested(elodie)
  const zoe = await box.member('Zoé')
  for (const who of [zoe, box.keeper])
    assert.equal((await who.post(`${at}/mot`, { said: 'Bonjour', party: '1' })).status, 422)
  assert.equal((await elodie.post(`${at}/mot`, { said: 'Bonjour', party: '1' })).status, 422)
  assert.equal((await interested(mathieu)).status, 422)
  assert.equal((await elodie.post(`${at}/mot`, { said: '  ' })).status, 422)
  assert.equal(acts().length, 1)
})

test('a visitor says who they are and how to reach them; what is missing is asked at once', async () => {
  const missing = await interested(box.visitor(), { said: 'Je la prendrais bien.' })
  assert.equal(missing.status, 422)
  assert.equal(rows().length, 0)
  await interested(box.visitor(), { firstName: 'mathieu', reach: '04 77 00 11 22' })
  box.later(1_000)
  await interested(box.visitor(), { firstName: 'Huguette', reach: 'chez ma sœur, au bourg' })
  const [first, second] = rows()
  assert.deepEqual([first!.visitor, first!.reach], ['mathieu', '04 77 00 11 22'])
  assert.deepEqual(first!.parties, [mathieu.id])
  const at = (id: string) => `/arrangements/${id}`
  await then(mathieu, `${at(first!.id)}/mot`, { said: 'Je vous appelle ce soir.' })
  assert.equal(slips().length, 0, 'who gave a telephone is called')
  await then(mathieu, `${at(second!.id)}/mot`, { said: 'Elle est à vous samedi.' })
  const [slip] = slips()
  assert.equal(slip!['forWhom'], 'Huguette, chez ma sœur, au bourg')
  assert.equal(slip!['said'], 'Elle est à vous samedi.')
  assert.equal(slip!['sender'], 'Mathieu')
})

test('a word to who has no screen is a slip at once, with their relay or the keeper', async () => {
  const own = box.bring('offer', { title: 'Rosa donne des plants', who: 'Rosa', mode: 'give' })
  await elodie.post('/arrangements/interet', { annonce: own, said: 'J’en prendrais dix.' })
  const [slip] = slips()
  assert.deepEqual(
    [slip!['forWhom'], slip!['said'], slip!['about'], slip!['carrier']],
    ['Rosa', 'J’en prendrais dix.', rows()[0]!.id, null],
  )
  const [act] = box.engine.read.list(dealAnswer, {}, 'home')
  assert.equal(act!.slip, slip!['id'])
  assert.ok(box.engine.read.published.saidInThreads?.([String(slip!['id'])]).length === 1)
  const gone = await box.keeper.post(`/mes-mots/${String(slip!['id'])}/remis`, {})
  assert.equal(gone.status, 303)
  assert.deepEqual(box.engine.read.published.slipsHanded?.([String(slip!['id'])]), [
    { id: slip!['id'], on: box.today(box.now()), by: null, isRead: false },
  ])
})

test('of a thread’s word that nobody carries, who wrote it reads where it is still read', async () => {
  const own = box.bring('offer', { title: 'Rosa donne des plants', who: 'Rosa', mode: 'give' })
  await elodie.post('/arrangements/interet', { annonce: own, said: 'J’en prendrais dix.' })
  await box.keeper.post('/mes-mots/ecarter', { ids: String(slips()[0]!['id']) })
  const told = /pour Rosa n’a pas été porté : il ne se lit que dans votre arrangement/i
  for (const path of ['/', '/moi']) assert.match((await elodie.get(path)).text, told)
})

test('an insult that a thread folds is quoted neither at its head nor on the first page', async () => {
  const { location } = await interested(elodie, { said: 'Ta remorque pue, sale c0nn@rd.' })
  const page = await mathieu.get(location)
  assert.match(page.text, /Ce mot contient une insulte/)
  assert.equal(page.text.match(/c0nn@rd/g)?.length, 1)
  assert.doesNotMatch(page.text, /vous écrit[^.]*c0nn@rd/)
  const home = (await mathieu.get('/')).text
  assert.match(home, /Élodie vous écrit/)
  assert.doesNotMatch(home, /c0nn@rd/)
})

/** A visitor answers the notice; where their ticket is. */
async function ticketed(): Promise<Readonly<{ visitor: Browser; at: string; id: string }>> {
  const visitor = box.visitor()
  const form = await visitor.get(`/arrangements/interet?annonce=${trailer}`)
  const typed = { firstName: 'Huguette', reach: '04 77 00 11 22', said: 'Pour samedi ?' }
  const { location } = await visitor.fill(form, '/arrangements/interet', typed)
  const at = location.split('?')[0]!
  assert.match(at, /^\/billet\/[0-9a-z]{26}$/)
  return { visitor, at, id: rows().at(-1)!.id }
}

test('what a visitor forgot is asked for at once, each mistake at its field', async () => {
  const visitor = box.visitor()
  const form = await visitor.get(`/arrangements/interet?annonce=${trailer}`)
  const back = await visitor.fill(form, '/arrangements/interet', { said: 'Pour samedi ?' })
  assert.equal(back.status, 422)
  assert.match(back.body, /id="f-firstName-e"/)
  assert.match(back.body, /id="f-reach-e"/)
  assert.match(back.body, /Pour samedi \?<\/textarea>/)
})

test('the holder of a ticket reads the answers, says yes, and writes; nobody else by it', async () => {
  const { visitor, at, id } = await ticketed()
  const thread = `/arrangements/${id}`
  assert.match((await visitor.get(at)).text, /Pour samedi \?/)
  const read = (await mathieu.get(thread)).text
  assert.match(read, /Huguette \(sans carte\) vous écrit : « Pour samedi \? » J’ai vu/)
  assert.match(read, /Pour joindre Huguette : 04 77 00 11 22/)
  await then(mathieu, `${thread}/mot`, { said: 'Samedi, oui.' })
  await then(mathieu, `${thread}/proposer`, { when: 'samedi 10 h', where: 'à la ferme' })
  const ticket = await visitor.get(at)
  assert.match(ticket.text, /on attend votre réponse.*Samedi, oui\./)
  assert.match(
    ticket.text,
    /Mathieu propose un moment \(« samedi 10 h, à la ferme »\), avec ce mot : « Samedi, oui\. »/,
    'and nothing was taken back',
  )
  assert.equal(ticket.body.split('<h1').length, 2, 'the thread is what the page is about')
  assert.equal((await visitor.fill(ticket, `${at}/repondre`, { says: 'yes' })).status, 303)
  assert.equal(rows().at(-1)!.state, 'agreed')
  await then(visitor, `${at}/mot`, { said: 'J’y serai.', from: at })
  await then(visitor, `${at}/retard`, { from: at })
  assert.match((await mathieu.get(thread)).text, /Huguette est en retard/)
  // By their ticket they speak for themselves alone, and in that thread alone.
  const other = await ticketed()
  const asOther = { party: '0', said: 'Je suis Mathieu' }
  assert.equal((await visitor.post(`${at}/mot`, asOther)).status, 422)
  assert.equal((await visitor.post(`${at}/mot`, { id: other.id, said: 'Ici' })).status, 422)
  assert.deepEqual(box.faults, [])
})

test('by their code anybody hears how far it is, and no word of it', async () => {
  const { visitor, at, id } = await ticketed()
  const code = /ticket-code"><b>([^<]+)</.exec((await visitor.get(at)).body)![1]!
  const told = async () =>
    (await box.visitor().get(`/billet?${new URLSearchParams({ code })}`)).text
  assert.match(await told(), /pas encore de réponse/)
  await then(mathieu, `/arrangements/${id}/mot`, { said: 'Samedi, oui.' })
  assert.match(await told(), /On vous a répondu/)
  assert.doesNotMatch(await told(), /Samedi|Huguette|remorque/)
})

test('a code says each thing that is asked or changed, and where to answer; never that nothing is', async () => {
  const { visitor, at, id } = await ticketed()
  const code = /ticket-code"><b>([^<]+)</.exec((await visitor.get(at)).body)![1]!
  const says = async (sentence: RegExp, isAsked: boolean) => {
    const { text } = await box.visitor().get(`/billet?${new URLSearchParams({ code })}`)
    assert.match(text, sentence)
    const where = /Votre réponse se donne à l’adresse de votre billet.*\(Anaïs, au local/
    assert.equal(where.test(text), isAsked, text)
    assert.doesNotMatch(text, /rien à dire|Mathieu|Huguette|remorque|samedi|pneu/)
  }
  const thread = `/arrangements/${id}`
  await then(mathieu, `${thread}/proposer`, { when: 'samedi' })
  await says(/Un moment vous est proposé : on attend votre réponse\./, true)
  await then(visitor, `${at}/repondre`, { says: 'yes', from: at })
  await says(/C’est convenu\./, false)
  await then(mathieu, `${thread}/retard`)
  await then(mathieu, `${thread}/mot`, { said: 'Un pneu.' })
  await says(/C’est convenu, et on vous dit être en retard\./, false)
  await then(mathieu, `${thread}/repondre`, { says: 'not', said: 'Le pneu est crevé.' })
  await says(/On vous dit que, finalement, ça ne se fait pas\./, false)
  await then(mathieu, `${thread}/proposer`, { when: 'samedi' })
  await then(visitor, `${at}/repondre`, { says: 'yes', from: at })
  await then(mathieu, `${thread}/repondre`, { says: 'done' })
  await says(/C’est fait, dit l’autre personne : dites si c’est fait pour vous aussi\./, true)
  await then(visitor, `${at}/repondre`, { says: 'done', from: at })
  await says(/C’est fait\./, false)
  const story = 'Le bois a été rentré'
  await then(mathieu, `${thread}/repondre`, { says: 'thank', tell: '1', story })
  await says(/on vous demande si cela peut se raconter\./, true)
  await then(visitor, `${at}/repondre`, { says: 'keep', from: at })
  await says(/C’est fait\./, false)
})

test('a printed ticket of a conversation says its address, and what is done by it', async () => {
  const { visitor, at } = await ticketed()
  const { body } = await visitor.get(at)
  assert.match(body, new RegExp(`<p class="only-print">[^<]*${at}</p>`))
  assert.match(body, /<p>Gardez l’adresse de cette page/)
})

test('over http a ticket shows no word; who takes it back leaves the words of the other', async () => {
  const { visitor, at, id } = await ticketed()
  await then(visitor, `${at}/proposer`, { when: 'dimanche', where: '12 rue Haute', from: at })
  await then(mathieu, `/arrangements/${id}/repondre`, { says: 'yes' })
  await then(mathieu, `/arrangements/${id}/mot`, { said: 'Samedi, oui.' })
  const wifi = await box.visitor('wifi').get(at)
  assert.equal(wifi.status, 200)
  assert.doesNotMatch(wifi.text, /Samedi|Huguette|04 77/)
  assert.equal((await visitor.post(`${at}/corriger`, { what: 'Autre chose' })).status, 422)
  assert.equal((await visitor.post(`${at}/reprendre`, { from: `${at}/reprendre` })).status, 303)
  const left = (await mathieu.get(`/arrangements/${id}`)).text
  assert.match(left, /Samedi, oui\./)
  assert.doesNotMatch(left, /Huguette|Pour samedi|04 77|dimanche|rue Haute/)
  assert.match(left, /Quelqu’un a repris ce qu’il avait écrit : ce qui était convenu n’aura pas/)
  assert.match(left, /Avec quelqu’un qui n’est plus là/)
  for (const gone of ['Huguette', 'Pour samedi', '04 77', 'dimanche', '12 rue Haute'])
    assert.deepEqual(box.engine.log.sql.all('SELECT 1 FROM flesh WHERE instr(value, ?)', gone), [])
  assert.equal((await visitor.get(at)).status, 404)
  assert.deepEqual(box.faults, [])
})

test('who takes back all of what was agreed: the other reads which moment is off', async () => {
  const { visitor, at, id } = await ticketed()
  await then(mathieu, `/arrangements/${id}/proposer`, { when: 'samedi 10 h', where: 'au moulin' })
  await then(visitor, `${at}/repondre`, { says: 'yes', from: at })
  await then(visitor, `${at}/reprendre`, { from: `${at}/reprendre` })
  const off = /ce qui était convenu n’aura pas lieu \(« samedi 10 h, au moulin »\)/
  assert.match((await mathieu.get('/')).text, off)
  const thread = await mathieu.get(`/arrangements/${id}`)
  assert.match(thread.text, off)
  assert.match(thread.text, /Cette conversation est finie\. Ce qui était convenu n’aura pas lieu\./)
  assert.doesNotMatch(thread.text, /Huguette/)
  const wifi = await (await box.memberOf(mathieu.id, 'wifi')).get('/')
  assert.match(wifi.text, /ce qui était convenu n’aura pas lieu/)
  assert.doesNotMatch(wifi.text, /samedi|moulin/)
  const [other, talked] = [await ticketed(), rows().length]
  await then(other.visitor, `${other.at}/reprendre`, { from: `${other.at}/reprendre` })
  assert.equal(rows().length, talked)
  const was = await mathieu.get(`/arrangements/${other.id}`)
  assert.match(was.text, /Quelqu’un a repris ce qu’il avait écrit\./)
})

test('over http nothing says that it was seen; one link leads to the same page by https', async () => {
  const { visitor, at, id } = await ticketed()
  const thread = `/arrangements/${id}`
  await then(mathieu, `${thread}/mot`, { said: 'Oui, samedi.' })
  const heard = await box.visitor('wifi').get(at)
  assert.doesNotMatch(heard.text, /J’ai vu|c’est là que vous lirez/)
  const links = [...heard.body.matchAll(/href="(https:[^"]+)"/g)].map(([, href]) => href)
  assert.equal(links.length, 1)
  assert.ok(links[0]!.endsWith(`:8443${at}`))
  assert.match((await visitor.get(at)).text, /J’ai vu.*c’est là que vous lirez la réponse/)
  await then(visitor, `${at}/mot`, { said: 'Merci.', from: at })
  const near = await (await box.memberOf(mathieu.id, 'wifi')).get(thread)
  assert.match(near.text, /un mot vous attend/i)
  assert.doesNotMatch(near.text, /J’ai vu/)
  assert.match(near.body, new RegExp(`href="https://[^"]+:8443${thread}"`))
})

test('what is told with somebody without a card waits for one more yes of who is known', async () => {
  const { visitor, at, id } = await ticketed()
  const thread = `/arrangements/${id}`
  await then(mathieu, `${thread}/proposer`, { when: 'samedi' })
  for (const says of ['yes', 'done']) await then(visitor, `${at}/repondre`, { says, from: at })
  const story = 'Le bois a été rentré avant la pluie'
  await then(mathieu, `${thread}/repondre`, { says: 'thank', tell: '1', story })
  await then(visitor, `${at}/repondre`, { says: 'thank', tell: '1', from: at })
  assert.equal(box.read.all('SELECT 1 FROM deed').length, 0)
  await then(mathieu, `${thread}/repondre`, { says: 'thank', tell: '1' })
  const [told] = box.read.all('SELECT title, who FROM deed')
  assert.deepEqual([told!['title'], told!['who']], [story, null])
  await then(visitor, `${at}/repondre`, { says: 'keep', from: at })
  assert.equal(box.read.all('SELECT 1 FROM deed WHERE removed IS NOT 1').length, 0)
  assert.deepEqual(box.faults, [])
})

test('who took a done arrangement back never said yes to its story: the other tells nothing', async () => {
  const { visitor, at, id } = await ticketed()
  const thread = `/arrangements/${id}`
  await then(visitor, `${at}/proposer`, { when: 'samedi', from: at })
  for (const says of ['yes', 'done']) await then(mathieu, `${thread}/repondre`, { says })
  assert.match((await mathieu.get(thread)).body, /name="tell"/)
  await visitor.post(`${at}/reprendre`, { from: `${at}/reprendre` })
  const alone = { says: 'thank', tell: '1', story: 'La remorque a servi samedi' }
  assert.equal((await mathieu.post(`${thread}/repondre`, alone)).status, 422)
  assert.doesNotMatch((await mathieu.get(thread)).body, /name="tell"/)
  // Nothing is left to do in it but to put it away: it goes by itself, as what was done.
  assert.doesNotMatch((await mathieu.get(thread)).text, /Finir la conversation|Revenir|Annuler/)
  assert.equal((await mathieu.post(`${thread}/revenir`, {})).status, 422)
  assert.equal(rows().find(row => row.id === id)!.state, 'done')
  assert.equal(box.engine.read.all('SELECT 1 FROM deed').length, 0)
  assert.deepEqual(box.faults, [])
})

test('a word that was handed over is told in the thread; who reads it there has it', async () => {
  const odile = await box.member('Odile')
  const where = { name: 'Odile', where: 'à l’épicerie', yes: '1' }
  await box.keeper.post(`/habitants/${odile.id}/relais`, where)
  const [relay] = box.read.all('SELECT id FROM relay')
  const own = box.bring('offer', {
    title: 'Rosa donne des plants',
    who: 'Rosa',
    mode: 'give',
    relay: String(relay!['id']),
  })
  const { location: at } = await elodie.post('/arrangements/interet', {
    annonce: own,
    said: 'Dix.',
  })
  const [slip] = slips()
  assert.equal(slip!['carrier'], odile.id)
  await odile.post(`/mes-mots/${String(slip!['id'])}/remis`, {})
  assert.match((await elodie.get(at)).text, /Remis à Rosa par Odile, le 5 décembre/)
})

test('who reads on a screen what was to be handed over to them has it: nobody carries it', async () => {
  const [odile, rosa] = [await box.member('Odile'), await box.member('Rosa')]
  await box.keeper.post(`/habitants/${odile.id}/relais`, {
    ...{ name: 'Odile', where: 'à l’épicerie', yes: '1' },
  })
  const [relay] = box.read.all('SELECT id FROM relay')
  const fields = { title: 'Rosa donne des plants', who: 'Rosa', author: rosa.id }
  const own = box.bring('offer', { ...fields, relay: String(relay!['id']) })
  const { location: at } = await elodie.post('/arrangements/interet', { annonce: own })
  assert.equal(slips()[0]!['handedOn'], null)
  assert.doesNotMatch((await rosa.get('/moi')).text, /un mot pour vous/)
  await then(rosa, `${at}/vu`)
  assert.notEqual(slips()[0]!['handedOn'], null)
  assert.match((await elodie.get(at)).text, /Lu, le 5 décembre/)
  assert.deepEqual(box.faults, [])
})

test('what moved and what was written are both told; what was agreed and ended is said to fall', async () => {
  const { location: at } = await interested(elodie)
  const news = async (who: Browser): Promise<string> => (await who.get('/')).text
  await then(elodie, `${at}/proposer`, { when: 'samedi 9 h' })
  await then(mathieu, `${at}/repondre`, { says: 'yes' })
  await then(mathieu, `${at}/mot`, { said: 'À samedi !' })
  assert.match(await news(elodie), /c’est convenu \(« samedi 9 h »\), avec ce mot : « À samedi ! »/)
  await then(elodie, `${at}/vu`)
  await then(mathieu, `${at}/repondre`, { says: 'not', said: 'Le pneu est crevé.' })
  assert.match(
    await news(elodie),
    /Mathieu dit que, finalement, ça ne se fait pas \(« samedi 9 h »\), avec ce mot : « Le pneu/,
  )
  await then(elodie, `${at}/proposer`, { when: 'dimanche' })
  await then(mathieu, `${at}/repondre`, { says: 'yes' })
  await then(elodie, `${at}/repondre`, { says: 'done' })
  await then(mathieu, `${at}/repondre`, { says: 'not' })
  assert.match((await elodie.get(at)).text, /Mathieu a dit que ce n’est pas encore fait/)
  await then(elodie, `${at}/finir`)
  const ended = /Élodie a mis fin à la conversation : « dimanche » n’a plus lieu/
  assert.match(await news(mathieu), ended)
  assert.match((await mathieu.get(at)).text, /« dimanche » n’a plus lieu\./)
})

test('a name too long, or with what nobody sees, is kept as far as a name goes', async () => {
  const long = `Marie\0${'x'.repeat(80)}`
  const reach = 'au\0 bourg'
  assert.equal((await interested(box.visitor(), { firstName: long, reach })).status, 303)
  assert.equal(rows()[0]!.visitor, `Marie${'x'.repeat(55)}`)
  assert.equal(rows()[0]!.reach, 'au bourg')
  const gone = await interested(box.visitor(), { firstName: '\0\u200b', reach: '\0' })
  assert.equal(gone.status, 422)
  assert.equal((await interested(box.keeper, { forName: 'y'.repeat(90) })).status, 303)
  assert.deepEqual(box.faults, [])
})

test('the keeper writes no word for who reads themselves, nor in the thread of a namesake', async () => {
  const { id } = await ticketed()
  const asked = { annonce: trailer, forName: 'huguette', what: 'La remorque', when: 'lundi' }
  assert.equal((await box.keeper.post('/arrangements/nouveau', asked)).status, 303)
  await interested(box.keeper, { forName: 'Huguette', said: 'Pour une autre Huguette' })
  assert.equal(rows().length, 2, 'two people of one name have two threads')
  assert.equal(rows().find(row => row.id === id)!.state, 'talking')
  const at = `/arrangements/${id}`
  await then(mathieu, `${at}/proposer`, { when: 'samedi' })
  const asHer = { party: '1', says: 'no', said: 'Jamais' }
  assert.equal((await box.keeper.post(`${at}/repondre`, asHer)).status, 422)
  assert.equal(rows().find(row => row.id === id)!.state, 'proposed')
  assert.ok(!acts().some(([, said]) => said === 'Jamais'))
  assert.deepEqual(box.faults, [])
})

test('the line beside an answer is a slip too for who has no screen; nobody writes to nobody', async () => {
  const own = box.bring('offer', { title: 'Rosa donne des plants', who: 'Rosa', mode: 'give' })
  const { location: at } = await elodie.post('/arrangements/interet', { annonce: own })
  await then(elodie, `${at}/proposer`, { when: 'samedi' })
  await then(elodie, `${at}/repondre`, { says: 'no', said: 'Je suis malade.' })
  assert.ok(slips().some(({ said }) => String(said).endsWith('samedi. Je suis malade.')))
  const { visitor, at: ticket, id } = await ticketed()
  await visitor.post(`${ticket}/reprendre`, { from: `${ticket}/reprendre` })
  for (const path of ['mot', 'proposer'])
    assert.equal(
      (await mathieu.post(`/arrangements/${id}/${path}`, { said: 'Oh', when: 'lundi' })).status,
      422,
    )
  assert.doesNotMatch((await mathieu.get(`/arrangements/${id}`)).text, /Écrire à|Proposer une/)
  assert.deepEqual(box.faults, [])
})

test('who hands a word over, and so reads it, is named before it is sent', async () => {
  const own = box.bring('offer', { title: 'Rosa donne des plants', who: 'Rosa', mode: 'give' })
  const read = async (who: Browser, id: string): Promise<string> =>
    (await who.get(`/arrangements/interet?annonce=${id}`)).text
  assert.match(await read(box.visitor(), own), /Ce mot sera lu par Anaïs, pour être remis à Rosa/)
  assert.doesNotMatch(await read(box.visitor(), own), /Rosa lira ce mot, et personne d’autre/)
  assert.match(await read(box.visitor(), trailer), /Mathieu lira ce mot, et personne d’autre/)
  assert.match((await elodie.get(`/annonces/${own}`)).text, /Lu aussi par Anaïs, pour le remettre/)
  assert.doesNotMatch((await elodie.get(`/annonces/${trailer}`)).text, /Lu aussi par/)
})

test('who changes or closes a notice tells who answers it; it is gone once seen', async () => {
  const { location: at } = await interested(elodie)
  const news = async (who: Browser): Promise<string> => (await who.get('/')).text
  assert.doesNotMatch(await news(elodie), /annonce/)
  const corrected = { type: 'offer', id: trailer, title: 'prête son vélo', who: 'Mathieu' }
  assert.equal((await mathieu.post('/moi/corriger', corrected)).status, 303)
  assert.match(await news(elodie), /Mathieu a changé son annonce : « [^»]*prête son vélo »/)
  assert.doesNotMatch(await news(mathieu), /changé son annonce/)
  await elodie.fill(await elodie.get(at), `${at}/vu`)
  assert.doesNotMatch(await news(elodie), /changé son annonce/)
  await then(mathieu, '/annonces/fermer', { id: trailer })
  assert.match(await news(elodie), /Mathieu a fermé son annonce/)
  await elodie.fill(await elodie.get(at), `${at}/vu`)
  assert.doesNotMatch(await news(elodie), /fermé son annonce/)
})

test('over http the place of a meeting stands in no form; a yes is to what the page showed', async () => {
  const { location: at } = await interested(elodie)
  await then(mathieu, `${at}/proposer`, { when: 'jeudi 8 h', where: 'zqplace' })
  const stale = await elodie.get(at)
  const wifi = await box.memberOf(elodie.id, 'wifi')
  assert.doesNotMatch((await wifi.get(at)).body, /zqplace|jeudi/)
  assert.match(stale.body, /value="zqplace"/)
  await then(elodie, `${at}/repondre`, { says: 'yes' })
  assert.doesNotMatch((await wifi.get(at)).body, /zqplace/)
  await then(mathieu, `${at}/repondre`, { says: 'other', when: 'dimanche 5 h' })
  const isYes = ({ fields }: FormRead): boolean => 'proposed' in fields
  box.later(1_000)
  const late = await elodie.fill(stale, `${at}/repondre`, { says: 'yes' }, isYes)
  assert.equal(late.status, 422)
  assert.match(late.text, /a avancé entre-temps/)
  assert.equal(rows()[0]!.state, 'proposed')
  const now = await elodie.get(at)
  assert.equal((await elodie.fill(now, `${at}/repondre`, { says: 'yes' }, isYes)).status, 303)
  assert.deepEqual([rows()[0]!.state, rows()[0]!.when], ['agreed', 'dimanche 5 h'])
})
