import assert from 'node:assert/strict'
import { beforeEach, test as toldTest } from 'node:test'
import type { Answer, Browser } from '../../../tests/support/browser.ts'
import { lacking } from '../../../tests/support/folders.ts'
import { PASSPHRASE, type TestBox, testBox } from '../../../tests/support/test-box.ts'

const skip = lacking('member', 'offer')
const test = (sentence: string, works: () => Promise<void> | void): unknown =>
  toldTest(sentence, { skip }, works)
const FORM = '/annonces/proposer'
const KICKS = 'donne des coups de pied'
let box: TestBox
let cards: Readonly<Record<'Ninon' | 'Omar', string>>
beforeEach(async () => {
  if (skip) return
  box = testBox()
  cards = { Ninon: box.welcome({ name: 'Ninon' }), Omar: box.welcome({ name: 'Omar' }) }
  for (const id of Object.values(cards)) await box.card(id)
})

const offers = () =>
  box.read
    .all('SELECT title FROM offer_home UNION SELECT title FROM offer')
    .map(row => row['title'])
/** What is shown, and whether it is a member's. */
const authors = () =>
  box.read
    .all(
      'SELECT offer.title AS title, kept.author AS author FROM offer ' +
        'JOIN offer_home AS kept ON kept.id = offer.id',
    )
    .map(row => [row['title'], row['author'] !== null])
/** Ninon fills the form, and her visit ends before she sends it. */
async function filled(by: Browser): Promise<Answer> {
  const page = await by.get(FORM)
  box.later(11 * 60_000)
  return by.fill(page, FORM, { title: KICKS, reachBy: 'word', accord: 'voisins' })
}

test(
  'one person’s text is sent in no other’s name: another card sends nothing and sees ' + 'nothing',
  async () => {
    const held = await filled(await box.memberOf(cards.Ninon))
    assert.match(held.text, /s’est refermée.*rien ne part en son nom/)
    const omar = box.visitor()
    const answer = await omar.fill(held, '/entrer/carte', await box.card(cards.Omar))
    assert.equal(answer.location, '/moi')
    const page = await omar.get('/moi')
    assert.match(page.text, /Bonjour Omar/)
    assert.match(page.text, /rien n’est parti en votre nom/)
    assert.doesNotMatch(answer.body + page.body, new RegExp(KICKS))
    assert.deepEqual(offers(), [])
  },
)

test('nor in the page’s: the keeper’s passphrase sends nothing that a card had filled', async () => {
  const held = await filled(await box.memberOf(cards.Ninon))
  const keeper = box.visitor()
  assert.equal((await keeper.fill(held, '/entrer', { passphrase: PASSPHRASE })).location, '/')
  assert.deepEqual(offers(), [])
})

test('nor when another visit began in the same browser meanwhile', async () => {
  const ninon = await box.memberOf(cards.Ninon)
  const page = await ninon.get(FORM)
  await ninon.post('/entrer/carte', await box.card(cards.Omar))
  const answer = await ninon.fill(page, FORM, { title: KICKS, reachBy: 'word', accord: 'voisins' })
  assert.equal(answer.location, '/moi')
  assert.deepEqual(offers(), [])
  box.later(3 * 86_400_000)
  const late = await (await box.memberOf(cards.Omar)).fill(page, FORM, {
    title: KICKS,
    reachBy: 'word',
    accord: 'voisins',
  })
  assert.equal(late.location, '/moi', 'nor days later')
  assert.deepEqual(offers(), [])
})

test('the phrase that opens a page is chosen by no other person’s form', async () => {
  const browser = await box.memberOf(cards.Ninon)
  const page = await browser.get('/moi')
  await browser.post('/entrer/carte', await box.card(cards.Omar))
  assert.equal(
    (await browser.fill(page, '/moi/phrase', { phrase: 'trois pies dans le pré' })).status,
    403,
  )
  assert.equal(
    (await box.visitor().post('/entrer/carte', { number: 'Omar', words: 'trois pies dans le pré' }))
      .status,
    403,
  )
})

test('the same person signs in again, and their text is sent as theirs', async () => {
  const ninon = await box.memberOf(cards.Ninon)
  const held = await filled(ninon)
  const went = await ninon.fill(held, '/entrer/carte', await box.card(cards.Ninon))
  assert.match(went.location, /^\/annonces\//)
  assert.deepEqual(authors(), [[`Ninon\u00a0: «\u00a0${KICKS}\u00a0»`, true]])
})

test(
  'a person who left the sign-in page gets their text back when they sign in that day, ' +
    'and sends it themselves',
  async () => {
    const browser = await box.memberOf(cards.Ninon)
    const held = await filled(browser)
    // Omar comes in by that page, and goes; Ninon comes in at another.
    await browser.fill(held, '/entrer/carte', await box.card(cards.Omar))
    const ninon = box.visitor()
    const back = await ninon.post('/entrer/carte', await box.card(cards.Ninon))
    assert.match(back.text, /Relire avant d’envoyer.*n’est pas parti.*en votre nom, Ninon/)
    assert.doesNotMatch(back.text, /pas encore bon/)
    assert.deepEqual(offers(), [])
    assert.equal((await ninon.fill(back, FORM)).status, 303)
    assert.deepEqual(authors(), [[`Ninon\u00a0: «\u00a0${KICKS}\u00a0»`, true]])
    assert.equal(
      (await box.visitor().post('/entrer/carte', await box.card(cards.Ninon))).location,
      '/moi',
      'once',
    )
  },
)

test(
  'a text written without a visit is shown before it is sent in a name: the card’s, or ' +
    'the page’s',
  async () => {
    const ways = [
      ['/entrer/carte', await box.card(cards.Omar), /en votre nom, Omar/],
      ['/entrer', { passphrase: PASSPHRASE }, /la personne qui tient la page/],
    ] as const
    for (const [way, input, says] of ways) {
      const browser = box.visitor()
      const page = await browser.get(FORM)
      await browser.post(way, input)
      const back = await browser.fill(page, FORM, {
        title: KICKS,
        who: 'Omar',
        reachBy: 'word',
        accord: 'voisins',
      })
      assert.match(back.text, says)
      assert.ok(back.body.includes(KICKS))
      assert.deepEqual(offers(), [])
    }
  },
)

test(
  'a post that needs a card, sent by nobody: the page shows it after the card, and a second ' +
    'press sends it',
  async () => {
    const browser = box.visitor()
    const page = await browser.get(FORM)
    const jeton = /name="jeton" value="([^"]*)"/.exec(page.body)?.[1] ?? ''
    const held = await browser.post('/moi/corriger', {
      jeton,
      type: 'offer',
      id: '1'.repeat(26),
      title: 'une grande échelle',
    })
    assert.match(held.text, /vous le relirez/)
    const back = await browser.fill(held, '/entrer/carte', await box.card(cards.Omar))
    assert.match(back.text, /Relire avant d’envoyer.*une grande échelle/)
    assert.equal((await browser.fill(back, '/moi/corriger')).status, 422, 'it went, as theirs')
  },
)

test('the keeper’s own ended visit goes on by the passphrase; another’s does not', async () => {
  const keeper = box.keeper
  const id = box.bring('offer', { title: 'Une échelle', reach: 'au local', state: 'firm' })
  const page = await keeper.get(`/annonces/${id}`)
  const jeton = /name="jeton" value="([^"]*)"/.exec(page.body)?.[1] ?? ''
  box.later(11 * 60_000)
  const held = await keeper.post('/retirer', { jeton, type: 'offer', id })
  assert.equal((await keeper.fill(held, '/entrer', { passphrase: PASSPHRASE })).status, 303)
  assert.equal(box.read.called(id), undefined)
  const other = box.bring('offer', { title: 'Un étau', reach: 'au local', state: 'firm' })
  const ninon = await box.memberOf(cards.Ninon)
  const theirs = /name="jeton" value="([^"]*)"/.exec((await ninon.get(FORM)).body)?.[1] ?? ''
  const wish = await ninon.post('/retirer', { jeton: theirs, type: 'offer', id: other })
  assert.equal((await ninon.fill(wish, '/entrer', { passphrase: PASSPHRASE })).status, 303)
  assert.ok(box.read.called(other), 'nothing was taken off')
})
