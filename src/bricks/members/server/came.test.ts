import assert from 'node:assert/strict'
import { beforeEach, test as toldTest } from 'node:test'
import { hiddenIn } from '../../../../tests/support/browser.ts'
import { lacking } from '../../../../tests/support/folders.ts'
import { cardOf, type TestBox, testBox } from '../../../../tests/support/test-box.ts'
import type { Server } from '../../../web/server-parts.ts'
import { member } from '../model/records.ts'
import { noteCame } from './came.ts'
import { takeBackCard } from './cards.ts'

/** On which day a member first came is noted; what fails or is closed meanwhile changes nothing. */

let box: TestBox
let elodie = ''
let server: Server
const skip = lacking('member')
const test = (sentence: string, works: () => Promise<void>): unknown =>
  toldTest(sentence, { skip }, works)
beforeEach(() => {
  if (skip) return
  box = testBox({
    routes: (_, of) => {
      server = of
    },
  })
  elodie = box.welcome({ name: 'Élodie' })
})
const cameOn = () => box.read.one(member, elodie, 'home')?.cameOn
type Asked = Parameters<Server['turn']>[0]
/** Something happens before the writer takes a turn. */
const beforeTurns = (happens: (asked: Asked) => void): void => {
  const { turn } = server
  Object.assign(server, {
    turn: (asked: Asked) => {
      happens(asked)
      return turn(asked)
    },
  })
}
const comes = (card: Readonly<{ number: string; words: string }>) =>
  box.visitor().post('/entrer/carte', { number: card.number, words: card.words })

test('reading a card notes nothing; coming by it does, until the keeper closes it', async () => {
  const card = await cardOf(box.keeper, elodie)
  const visitor = box.visitor()
  for (const path of ['/entrer/carte', '/', '/moi', `/entrer/carte/${card.number}-faux`])
    await visitor.get(path)
  assert.equal(cameOn(), null)
  assert.equal((await comes(card)).status, 303)
  assert.equal(cameOn(), box.today(box.now()))
  await box.keeper.post('/carte-habitant/reprendre', { member: elodie })
  assert.equal(cameOn(), null)
})

test('a member whose coming cannot be written comes in all the same', async () => {
  const card = await cardOf(box.keeper, elodie)
  beforeTurns(() => {
    throw new Error('the disk is full')
  })
  assert.equal((await comes(card)).status, 303)
  assert.equal(cameOn(), null)
  assert.equal(box.faults.length, 1, 'the machine says so')
})

test('a visit that ends after its card was taken back notes nothing', async () => {
  await cardOf(box.keeper, elodie)
  takeBackCard(box.local, elodie)
  await noteCame(server, elodie, 'fr')
  assert.equal(cameOn(), null)
})

test('a card that is taken back while its holder comes in is noted as closed', async () => {
  const card = await cardOf(box.keeper, elodie)
  const { turn } = server
  let back: Promise<unknown> | undefined
  /** The writer takes turns in the order in which they were asked, the first one late. */
  let last: Promise<unknown> = new Promise(late => setTimeout(late, 50))
  Object.assign(server, {
    turn: (asked: Asked) => {
      const mine = last.then(() => turn(asked))
      last = mine
      back ??= box.keeper.post('/carte-habitant/reprendre', { member: elodie })
      return mine
    },
  })
  await comes(card)
  await back
  assert.equal(cameOn(), null)
})

test('what waited for a visit is sent before the coming is noted, never once the card is closed', async () => {
  const first = await box.withCard(await cardOf(box.keeper, elodie), 'wifi')
  const { body } = await first.get('/annonces/proposer')
  await box.keeper.post('/carte-habitant/reprendre', { member: elodie })
  const from = '/annonces/proposer'
  const sent = { jeton: hiddenIn(body, 'jeton'), title: 'prête son étau', reachBy: 'word', from }
  const waits = await first.post(from, sent)
  const tenu = hiddenIn(waits.body, 'tenu')
  assert.ok(tenu !== '', waits.text)
  const card = await cardOf(box.keeper, elodie)
  const asked: string[] = []
  beforeTurns(one => {
    asked.push(one.me === elodie ? 'theirs' : one.brick)
    if (one.brick === 'plain') takeBackCard(box.local, elodie)
  })
  await first.post('/entrer/carte', { number: card.number, words: card.words, tenu })
  assert.equal(asked[0], 'theirs', asked.join())
  assert.ok(!asked.slice(asked.indexOf('plain') + 1).includes('theirs'), asked.join())
})
