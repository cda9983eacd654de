import assert from 'node:assert/strict'
import { beforeEach, test as toldTest } from 'node:test'
import { lacking } from '../../../tests/support/folders.ts'
import { sent } from '../../../tests/support/forms.ts'
import {
  type Answer,
  asKeeper,
  asMember,
  type CardRead,
  cardOf,
  type Door,
  openDoor,
  PASSPHRASE,
  type Person,
} from '../../../tests/support/test-box.ts'

const skip = lacking('member', 'offer')
const test = (sentence: string, works: () => Promise<void> | void): unknown => toldTest(sentence, { skip }, works)
const FORM = '/annonces/proposer'
const KICKS = 'donne des coups de pied'
let door: Door
let cards: Readonly<Record<'Ninon' | 'Omar', CardRead>>
beforeEach(async () => {
  if (skip) return
  door = await openDoor()
  const keeper = await asKeeper(door)
  const of = (name: string) => cardOf(keeper, door.welcome({ name }))
  cards = { Ninon: await of('Ninon'), Omar: await of('Omar') }
})

const typed = ({ number, words }: CardRead) => ({ number, words })
const offers = () => door.house.read.all('SELECT title FROM offer_home UNION SELECT title FROM offer').map(row => row['title'])
/** What is shown, and whether it is a member's. */
const authors = () =>
  door.house.read
    .all('SELECT offer.title AS title, kept.author AS author FROM offer JOIN offer_home AS kept ON kept.id = offer.id')
    .map(row => [row['title'], row['author'] !== null])
/** Ninon fills the form, and her visit ends before she sends it. */
async function filled(by: Person): Promise<Answer> {
  const page = await by.get(FORM)
  door.later(11 * 60_000)
  return sent(by, page, FORM, { title: KICKS, reachBy: 'word', accord: 'voisins' })
}

test('what one person wrote goes out in no other’s name: another card sends nothing and is shown nothing', async () => {
  const held = await filled(await asMember(door, cards.Ninon))
  assert.match(held.said, /s’est refermée.*rien ne part en son nom/)
  const omar = door.person()
  const answer = await sent(omar, held, '/entrer/carte', typed(cards.Omar))
  assert.equal(answer.location, '/moi')
  const page = await omar.get('/moi')
  assert.match(page.said, /Bonjour Omar/)
  assert.match(page.said, /rien n’est parti en votre nom/)
  assert.doesNotMatch(answer.body + page.body, new RegExp(KICKS))
  assert.deepEqual(offers(), [])
})

test('nor in the page’s: the keeper’s passphrase sends nothing that a card had filled', async () => {
  const held = await filled(await asMember(door, cards.Ninon))
  const keeper = door.person()
  assert.equal((await sent(keeper, held, '/entrer', { passphrase: PASSPHRASE })).location, '/')
  assert.deepEqual(offers(), [])
})

test('nor when another visit began in the same browser meanwhile', async () => {
  const ninon = await asMember(door, cards.Ninon)
  const page = await ninon.get(FORM)
  await ninon.post('/entrer/carte', typed(cards.Omar))
  const answer = await sent(ninon, page, FORM, { title: KICKS, reachBy: 'word', accord: 'voisins' })
  assert.equal(answer.location, '/moi')
  assert.deepEqual(offers(), [])
  door.later(3 * 86_400_000)
  const late = await sent(await asMember(door, cards.Omar), page, FORM, { title: KICKS, reachBy: 'word', accord: 'voisins' })
  assert.equal(late.location, '/moi', 'nor days later')
  assert.deepEqual(offers(), [])
})

test('the phrase that opens a page is chosen by no other person’s form', async () => {
  const browser = await asMember(door, cards.Ninon)
  const page = await browser.get('/moi')
  await browser.post('/entrer/carte', typed(cards.Omar))
  assert.equal((await sent(browser, page, '/moi/phrase', { phrase: 'trois pies dans le pré' })).status, 403)
  assert.equal((await door.person().post('/entrer/carte', { number: 'Omar', words: 'trois pies dans le pré' })).status, 403)
})

test('the same person signs in again: what they wrote goes out, theirs', async () => {
  const ninon = await asMember(door, cards.Ninon)
  const held = await filled(ninon)
  const went = await sent(ninon, held, '/entrer/carte', typed(cards.Ninon))
  assert.match(went.location, /^\/annonces\//)
  assert.deepEqual(authors(), [[`Ninon ${KICKS}`, true]])
})

test('whoever left the sign-in page gets back what they wrote as they come in that day, and sends it themselves', async () => {
  const browser = await asMember(door, cards.Ninon)
  const held = await filled(browser)
  // Omar comes in by that page, and goes; Ninon comes in at another.
  await sent(browser, held, '/entrer/carte', typed(cards.Omar))
  const ninon = door.person()
  const back = await ninon.post('/entrer/carte', typed(cards.Ninon))
  assert.match(back.said, /Relire avant d’envoyer.*n’est pas parti.*en votre nom, Ninon/)
  assert.doesNotMatch(back.said, /pas encore bon/)
  assert.deepEqual(offers(), [])
  assert.equal((await sent(ninon, back, FORM)).status, 303)
  assert.deepEqual(authors(), [[`Ninon ${KICKS}`, true]])
  assert.equal((await door.person().post('/entrer/carte', typed(cards.Ninon))).location, '/moi', 'once')
})

test('what nobody signed in wrote is read before it goes out in a name: the card’s, or the page’s', async () => {
  const ways = [
    ['/entrer/carte', typed(cards.Omar), /en votre nom, Omar/],
    ['/entrer', { passphrase: PASSPHRASE }, /la personne qui tient la page/],
  ] as const
  for (const [way, input, says] of ways) {
    const browser = door.person()
    const page = await browser.get(FORM)
    await browser.post(way, input)
    const back = await sent(browser, page, FORM, { title: KICKS, who: 'Omar', reachBy: 'word', accord: 'voisins' })
    assert.match(back.said, says)
    assert.ok(back.body.includes(KICKS))
    assert.deepEqual(offers(), [])
  }
})

test('a post that needs a card, sent by nobody: the page shows it after the card, and a second press sends it', async () => {
  const browser = door.person()
  const page = await browser.get(FORM)
  const jeton = /name="jeton" value="([^"]*)"/.exec(page.body)?.[1] ?? ''
  const held = await browser.post('/moi/corriger', { jeton, type: 'offer', id: '1'.repeat(26), title: 'une grande échelle' })
  assert.match(held.said, /vous le relirez/)
  const back = await sent(browser, held, '/entrer/carte', typed(cards.Omar))
  assert.match(back.said, /Relire avant d’envoyer.*une grande échelle/)
  assert.equal((await sent(browser, back, '/moi/corriger')).status, 422, 'it went, as theirs')
})

test('the keeper’s own ended visit goes on by the passphrase; another’s does not', async () => {
  const keeper = await asKeeper(door)
  const id = door.bring('offer', { title: 'Une échelle', reach: 'au local', state: 'firm' })
  const page = await keeper.get(`/annonces/${id}`)
  const jeton = /name="jeton" value="([^"]*)"/.exec(page.body)?.[1] ?? ''
  door.later(11 * 60_000)
  const held = await keeper.post('/retirer', { jeton, type: 'offer', id })
  assert.equal((await sent(keeper, held, '/entrer', { passphrase: PASSPHRASE })).status, 303)
  assert.equal(door.house.read.called(id), undefined)
  const other = door.bring('offer', { title: 'Un étau', reach: 'au local', state: 'firm' })
  const ninon = await asMember(door, cards.Ninon)
  const theirs = /name="jeton" value="([^"]*)"/.exec((await ninon.get(FORM)).body)?.[1] ?? ''
  const wish = await ninon.post('/retirer', { jeton: theirs, type: 'offer', id: other })
  assert.equal((await sent(ninon, wish, '/entrer', { passphrase: PASSPHRASE })).status, 303)
  assert.ok(door.house.read.called(other), 'nothing was taken off')
})
