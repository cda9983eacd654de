import assert from 'node:assert/strict'
import { beforeEach, test } from 'node:test'
import { idIn } from '../../../tests/exchange/web-villages.ts'
import type { Browser } from '../../../tests/support/browser.ts'
import { type Member, type TestBox, testBox } from '../../../tests/support/test-box.ts'
import { linesOn } from '../../../tests/support/waiting-acts.ts'
import { SAW_NEWS } from '../../ui/waits.ts'
import { deal } from './model/records.ts'

/** What is new of a thread is one line, the gravest first; one press on the first page sees it. */

let box: TestBox
let elodie: Member
let mathieu: Member
let trailer: string
let at: string
const row = () => box.engine.read.list(deal, {}, 'home')[0]!
const then = (who: Browser, does: string, fields: Readonly<Record<string, string>> = {}) =>
  box.doneBy(who, `${at}/${does}`, { from: at, ...fields })
const news = async (who: Browser): Promise<readonly string[]> =>
  (await linesOn(who)).map(({ text }) => text)
/** The button under the lines of the first page. */
const seesAll = async (who: Browser): Promise<void> => {
  box.later(1_000)
  assert.equal((await who.fill(await who.get('/'), SAW_NEWS)).status, 303)
}

beforeEach(async () => {
  box = testBox()
  box.territory()
  elodie = await box.member('Élodie')
  mathieu = await box.member('Mathieu')
  const sent = { title: 'je prête ma remorque', reachBy: 'word', accord: 'voisins' }
  trailer = /[0-9a-z]{26}/.exec((await mathieu.post('/annonces/proposer', sent)).location)![0]
  at = (await elodie.post('/arrangements/interet', { annonce: trailer })).location
})
const agree = async (): Promise<void> => {
  await then(elodie, 'proposer', { when: 'samedi 18 h' })
  await then(mathieu, 'repondre', { says: 'yes' })
  await then(elodie, 'vu')
}

test('a meeting that is cancelled is said before what the other proposes or writes after it', async () => {
  await agree()
  await then(mathieu, 'repondre', { says: 'not' })
  await then(mathieu, 'mot', { said: 'Le pneu est crevé.' })
  const failed = 'Mathieu dit que, finalement, ça ne se fait pas'
  assert.deepEqual(await news(elodie), [
    `${failed} (« samedi 18 h »), avec ce mot : « Le pneu est crevé. »`,
  ])
  await then(mathieu, 'proposer', { when: 'dimanche 6 décembre' })
  const awaited = 'Mathieu attend votre réponse (« dimanche 6 décembre »)'
  assert.deepEqual(await news(elodie), [
    `${failed} ; ${awaited}, avec ce mot : « Le pneu est crevé. »`,
  ])
})

test('a meeting is cancelled without a word: what was said before is not said with it', async () => {
  await agree()
  await then(mathieu, 'mot', { said: 'Ce qui est convenu tient.' })
  await then(mathieu, 'retard')
  await then(mathieu, 'repondre', { says: 'not' })
  const failed = 'Mathieu dit que, finalement, ça ne se fait pas (« samedi 18 h »)'
  assert.deepEqual(await news(elodie), [failed])
  await then(mathieu, 'mot', { said: 'Le pneu est crevé.' })
  assert.deepEqual(await news(elodie), [`${failed}, avec ce mot : « Le pneu est crevé. »`])
})

test('being late is said with the word that follows it, until it is seen; then the next word alone', async () => {
  await agree()
  await then(mathieu, 'retard')
  await then(mathieu, 'mot', { said: 'Dix minutes.' })
  assert.match(
    (await news(elodie)).join(),
    /^Mathieu est en retard \(« samedi 18 h »\), avec ce mot : « Dix minutes\. »$/,
  )
  await seesAll(elodie)
  await then(mathieu, 'mot', { said: 'Merci pour tout.' })
  assert.match((await news(elodie)).join(), /^Mathieu vous écrit .* : « Merci pour tout\. »$/)
})

test('one press on the first page sees each line that asks nothing; what is said since is new', async () => {
  await then(mathieu, 'mot', { said: 'Oui, samedi.' })
  const closed = { title: 'je donne des bocaux', reachBy: 'word', accord: 'voisins' }
  const annonce = /[0-9a-z]{26}/.exec((await mathieu.post('/annonces/proposer', closed)).location)!
  const { location } = await elodie.post('/arrangements/interet', { annonce: annonce[0] })
  await mathieu.post('/annonces/fermer', { id: annonce[0] })
  await mathieu.post(`${location}/proposer`, { when: 'lundi 7 décembre' })
  const page = await elodie.get('/')
  assert.equal((await news(elodie)).length, 2)
  await then(mathieu, 'mot', { said: 'Ou dimanche 6 décembre.' })
  box.later(1_000)
  assert.equal((await elodie.fill(page, SAW_NEWS)).status, 303)
  const left = await news(elodie)
  assert.match(
    left.join(' | '),
    /Ou dimanche 6 décembre\..*attend votre réponse|attend votre réponse.*Ou dim/,
  )
  await seesAll(elodie)
  assert.match((await news(elodie)).join(' | '), /^[^|]*Mathieu attend votre réponse[^|]*$/)
  assert.deepEqual(box.faults, [])
})

test('what somebody who was forgotten left without a word is seen as any other news', async () => {
  const asked = { annonce: trailer, what: 'la remorque', when: 'jeudi 10 décembre' }
  const begun = await elodie.post('/arrangements/nouveau', asked)
  assert.equal(begun.location, at)
  await then(mathieu, 'repondre', { says: 'yes' })
  await elodie.post('/moi/oublier', {})
  assert.deepEqual(await news(mathieu), ['Un arrangement pour jeudi 10 décembre n’a plus lieu'])
  await seesAll(mathieu)
  assert.deepEqual(await news(mathieu), [])
})

test('nobody sees the news of somebody else, nor by a key that they wrote', async () => {
  await then(mathieu, 'mot', { said: 'Oui, samedi.' })
  const key = /name="news" value="([^"]*)"/.exec((await elodie.get('/')).body)![1]!
  assert.match(key, /^thread:[0-9a-z]{26}:[0-9a-z]{26}$/)
  const ninon = await box.member('Ninon')
  for (const who of [ninon, mathieu]) await who.post(SAW_NEWS, { news: key, page: '/' })
  for (const news of [key.replace(/^\w+/, 'notice'), `thread:${'0'.repeat(26)}:${row().id}`])
    await elodie.post(SAW_NEWS, { news, page: '/' })
  assert.equal((await news(elodie)).length, 1)
  assert.deepEqual(row().unseen, ['0'])
  await elodie.post(SAW_NEWS, { news: key, page: '/' })
  assert.deepEqual([await news(elodie), row().unseen], [[], null])
})

test('over http a line names nobody, quotes nothing, and is not seen where it stands', async () => {
  await agree()
  await then(mathieu, 'repondre', { says: 'not', said: 'Le pneu est crevé.' })
  const wifi = await box.memberOf(elodie.id, 'wifi')
  assert.doesNotMatch((await wifi.get('/')).body, /samedi|pneu|thread:/)
  assert.deepEqual(await news(wifi), [
    'un de vos arrangements n’a plus lieu, et un mot vous attend',
  ])
})

test('a notice that is shown to fewer people is no news to who holds a card, on the Wi-Fi either', async () => {
  await mathieu.post('/annonces/qui-la-voit', { id: trailer, accord: 'carte' })
  const wifi = await box.memberOf(elodie.id, 'wifi')
  for (const who of [elodie, wifi]) assert.deepEqual(await news(who), [])
  await mathieu.post('/moi/retirer', { type: 'offer', id: trailer })
  assert.match((await news(elodie)).join(), /l’annonce de Mathieu .*n’est plus sur la page/)
})

test('a word that the keeper hid, or that somebody reported, is quoted on no first page', async () => {
  await then(mathieu, 'mot', { said: 'Pas à vous, pimbêche.' })
  const [word] = box.engine.read.all('SELECT max(id) AS id FROM deal_answer_home')
  await then(elodie, 'signaler', { word: String(word!['id']) })
  assert.deepEqual(await news(elodie), [])
  const [report] = box.engine.read.all('SELECT max(id) AS id FROM deal_answer_home')
  const judged = `/arrangements/signalements/${String(report!['id'])}`
  await box.keeper.post(judged, { judged: 'hidden' })
  await then(mathieu, 'mot', { said: 'Pardon.' })
  const line = (await news(elodie)).join()
  assert.match(line, /Mathieu vous écrit .*« Pardon\. »/)
  assert.doesNotMatch(line, /pimbêche/)
})

test('what is proposed without a word is told too when its notice changes', async () => {
  const odile = await box.member('Odile')
  await odile.post('/arrangements/nouveau', {
    annonce: trailer,
    what: 'la remorque',
    when: 'jeudi 10 décembre',
  })
  const changed = { type: 'offer', id: trailer, title: 'je prête mon vélo', who: 'Mathieu' }
  await mathieu.post('/moi/corriger', changed)
  assert.match((await news(odile)).join(), /Mathieu a changé son annonce : « je prête mon vélo »/)
})

test('what people say comes first, whatever is new besides, and is never folded', async () => {
  for (const title of ['je cherche une remorque', 'je cherche un vélo', 'je cherche une scie'])
    await elodie.post('/annonces/chercher', { title, reachBy: 'word', accord: 'voisins' })
  const lends = { who: 'Gégé', mode: 'lend', state: 'firm', reach: '04 77 33 44 55' }
  for (const title of ['Gégé prête un vélo', 'Gégé prête une scie'])
    box.bring('offer', { title, ...lends })
  for (const forWhom of ['Ninon', 'Hubertine', 'Rosa']) {
    box.later(1_000)
    await elodie.post('/mot', { forWhom, said: 'bonjour' })
  }
  for (const { id } of box.engine.read.all('SELECT id FROM word_home'))
    await box.keeper.post(`/mes-mots/${String(id)}/remis`, { from: '/mes-mots' })
  const titles = [
    'je prête un vélo',
    'je prête une scie',
    'je donne des plants',
    'je donne du bois',
  ]
  for (const title of titles) {
    box.later(1_000)
    const sent = { title, reachBy: 'word', accord: 'voisins' }
    const annonce = /[0-9a-z]{26}/.exec((await mathieu.post('/annonces/proposer', sent)).location)!
    const { location } = await elodie.post('/arrangements/interet', { annonce: annonce[0] })
    await mathieu.post(`${location}/mot`, { said: title })
  }
  await then(mathieu, 'mot', { said: 'la remorque' })
  const lines = await news(elodie)
  assert.ok(lines.length > 8, lines.join('\n'))
  assert.ok(lines.slice(0, 5).every(line => line.startsWith('Mathieu vous écrit')))
  assert.ok(lines.slice(5, 8).every(line => line.includes('est remis')))
  const { body } = await elodie.get('/')
  assert.ok(body.indexOf('la remorque »') < body.indexOf('<details><summary>et '))
})

test('a name that nobody checked is said so, in the news, in the thread and to the keeper', async () => {
  const typed = { firstName: 'Mathieu', reach: '04 77 00 11 22', said: 'Gros malin' }
  await elodie.post('/annonces/chercher', {
    ...{ title: 'je cherche un râteau', reachBy: 'word', accord: 'voisins' },
  })
  const [need] = box.read.all('SELECT id FROM need')
  const asked = { annonce: String(need!['id']), ...typed }
  await box.visitor().post('/arrangements/interet', asked)
  assert.match((await news(elodie)).join(), /Mathieu \(sans carte\) vous écrit .*« Gros malin »/)
  const [thread] = box.engine.read.all("SELECT id FROM deal_home WHERE visitor = 'Mathieu'")
  at = `/arrangements/${String(thread!['id'])}`
  const page = await elodie.get(at)
  assert.match(page.text, /Avec Mathieu.*Sans carte : personne n’a vérifié ce nom/)
  const [word] = box.engine.read.all("SELECT id FROM deal_answer_home WHERE said = 'Gros malin'")
  await then(elodie, 'signaler', { word: String(word!['id']) })
  const told = (await box.keeper.get('/arrangements/signalements')).text
  assert.match(told, /Dit par Mathieu \(sans carte\)/)
  const own = (
    await elodie.get((await elodie.post('/arrangements/interet', { annonce: trailer })).location)
  ).text
  assert.doesNotMatch(own, /Sans carte/)
})

test('what is said of what was done names its thing, and its moment', async () => {
  using box = testBox()
  box.territory()
  const [rosa, karim] = [await box.member('Rosa'), await box.member('Karim')]
  const given = { title: 'donne une armoire', mode: 'give', reachBy: 'word', accord: 'ici' }
  const annonce = idIn(await box.leadsTo(rosa, '/annonces/proposer', given))
  const at = await box.leadsTo(karim, '/arrangements/interet', { annonce })
  await box.leadsTo(karim, `${at}/proposer`, { when: 'samedi 5 décembre' })
  await box.leadsTo(rosa, `${at}/repondre`, { says: 'yes' })
  await box.leadsTo(rosa, `${at}/repondre`, { says: 'done' })
  const line = async () => (await linesOn(karim)).map(({ text }) => text).join(' | ')
  assert.match(await line(), /c’est fait \(« donne une armoire · samedi 5 décembre »\)/)
  const told = { says: 'thank', tell: '1', story: 'Une armoire est partie.' }
  await box.leadsTo(rosa, `${at}/repondre`, told)
  assert.match(await line(), /raconte ce qui s’est fait \(« donne une armoire · samedi 5/)
  assert.doesNotMatch(
    (await linesOn(await box.memberOf(karim.id, 'wifi'))).map(({ text }) => text).join(),
    /armoire|samedi/,
  )
})
