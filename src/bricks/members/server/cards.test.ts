import assert from 'node:assert/strict'
import { test } from 'node:test'
import { editDistance, fold } from '../../../core/letters/words.ts'
import { openLocal, sessionOf, startSession, takeClosedVisit } from '../../../files/local.ts'
import { CARD_WORDS } from '../../../text/card-words.ts'
import {
  cardBySecret,
  cardByWords,
  hasCard,
  memberByCard,
  newCard,
  sayNumber,
  takeBackCard,
  takeBackOfTheGone,
} from './cards.ts'

const memberByWords = async (...of: Parameters<typeof cardByWords>) => {
  const card = await cardByWords(...of)
  return card?.isFormer === false ? card.member : undefined
}
const NOON = Date.UTC(2026, 11, 5, 11)

test('no letter misread makes one word of a card another', () => {
  const folded = CARD_WORDS.map(fold)
  assert.ok(folded.length > 300)
  folded.forEach((word, n) => {
    for (const other of folded.slice(n + 1))
      assert.ok(editDistance(word, other, 2) >= 2, `${word}, ${other}`)
  })
})

test('a card is known by its secret, and by its number and four words however they are typed', async () => {
  const local = openLocal(':memory:')
  const card = await newCard(local, 'élodie', NOON)
  assert.match(card.number, /^\d{5}$/)
  assert.equal(Buffer.from(card.secret, 'base64url').length, 16)
  assert.equal(card.words.length, 4)
  assert.equal(memberByCard(local, card.number, card.secret), 'élodie')
  const typed = [
    card.words.join(' '),
    card.words.join(', ').toUpperCase(),
    ` ${card.words.map(fold).join('  ')}. `,
  ]
  for (const words of typed)
    assert.equal(await memberByWords(local, sayNumber(card.number), words), 'élodie', words)
})

test('a wrong word, a wrong number, a wrong secret open nothing', async () => {
  const local = openLocal(':memory:')
  const card = await newCard(local, 'élodie', NOON)
  const other = await newCard(local, 'paul', NOON)
  assert.equal(await memberByWords(local, card.number, other.words.join(' ')), undefined)
  assert.equal(await memberByWords(local, card.number, ''), undefined)
  assert.equal(await memberByWords(local, '99999', card.words.join(' ')), undefined)
  assert.equal(await memberByWords(local, '', ''), undefined)
  assert.equal(memberByCard(local, other.number, card.secret), undefined)
  assert.equal(memberByCard(local, '', ''), undefined)
})

test('the box keeps neither the secret nor the words', async () => {
  const local = openLocal(':memory:')
  const card = await newCard(local, 'élodie', NOON)
  const held = JSON.stringify(local.sql.all('SELECT * FROM card'))
  for (const said of [card.secret, ...card.words]) assert.ok(!held.includes(said), said)
})

test('a new card makes the old one worthless; one taken back ends every session that it opened', async () => {
  const local = openLocal(':memory:')
  const lost = await newCard(local, 'élodie', NOON)
  const open = startSession(local, true, NOON, 'élodie')
  const found = await newCard(local, 'élodie', NOON)
  assert.equal(memberByCard(local, lost.number, lost.secret), undefined)
  assert.equal(sessionOf(local, open, NOON), undefined)
  assert.equal(memberByCard(local, found.number, found.secret), 'élodie')
  const again = startSession(local, true, NOON, 'élodie')
  takeBackCard(local, 'élodie')
  assert.equal(hasCard(local, 'élodie'), false)
  assert.equal(memberByCard(local, found.number, found.secret), undefined)
  assert.equal(sessionOf(local, again, NOON), undefined)
})

test('a closed card is known by its secret or words, opens nothing, and goes with its person', async () => {
  const local = openLocal(':memory:')
  const lost = await newCard(local, 'élodie', NOON)
  const open = startSession(local, true, NOON, 'élodie')
  await newCard(local, 'élodie', NOON + 1)
  const former = { member: 'élodie', isFormer: true }
  assert.deepEqual(cardBySecret(local, lost.number, lost.secret), former)
  assert.deepEqual(await cardByWords(local, lost.number, lost.words.join(' ')), former)
  assert.equal(await memberByWords(local, lost.number, lost.words.join(' ')), undefined)
  assert.equal(await cardByWords(local, lost.number, 'abeille lune'), undefined)
  assert.equal(cardBySecret(local, lost.number, 'autre'), undefined)
  takeBackOfTheGone(local, () => false)
  assert.equal(cardBySecret(local, lost.number, lost.secret), undefined)
  assert.equal(takeClosedVisit(local, open), undefined)
  for (const table of ['card', 'former_card', 'closed_visit', 'session', 'phrase'])
    assert.deepEqual(local.sql.all(`SELECT * FROM ${table}`), [], table)
})

test('the last three closed cards of somebody are known, and no older one', async () => {
  const local = openLocal(':memory:')
  const all = []
  for (let n = 0; n < 5; n++) all.push(await newCard(local, 'élodie', NOON + n))
  const known = all.map(({ number, secret }) => cardBySecret(local, number, secret)?.isFormer)
  assert.deepEqual(known, [undefined, true, true, true, false])
})
