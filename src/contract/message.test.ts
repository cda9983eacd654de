import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type Message, message, type Say, type Wording, wordedIn } from './message.ts'

const fr = {
  gone: 'Cela n’existe plus.',
  shorter: (most: number) => `Plus court : ${most} lettres au plus.`,
  asked: (who: string, where: string) => `C’est demandé à ${who}, ${where}.`,
  someone: 'quelqu’un',
  after: { no: 'C’est noté : non.', count: { told: (n: number) => `${n} dits` } },
  days: { mon: 'lundi', tue: 'mardi' },
  lines: ['une', 'deux'],
}
const say: Say<typeof fr> = message
const words: Wording = {
  brick: fr,
  house: { keeper: 'la personne qui tient la page' },
  field: (type, why) => `${type} ${why.field} ${why.code}`,
  people: found => found.map(one => one.said).join(),
}
const worded = (one: Message): string => wordedIn(one, words)

test('a message is worded by the words that are given, with its data', () => {
  assert.equal(worded(say('gone')), fr.gone)
  assert.equal(worded(say('shorter', 60)), 'Plus court : 60 lettres au plus.')
  assert.equal(worded(say('after.count.told', 3)), '3 dits')
  const day = 'tue' as 'mon' | 'tue'
  assert.equal(worded(say(`days.${day}`)), 'mardi')
})

test('a message in another one is worded first; several are said one after the other', () => {
  assert.equal(worded(say('asked', say('someone'), 'à Sail')), 'C’est demandé à quelqu’un, à Sail.')
  assert.equal(worded({ all: [say('gone'), say('after.no')] }), `${fr.gone} ${fr.after.no}`)
  assert.equal(worded({ of: 'house', code: 'keeper' }), 'la personne qui tient la page')
  const why = { field: 'title', code: 'missing' } as const
  assert.equal(worded({ of: 'form', type: 'offer', why }), 'offer title missing')
})

test('a code without a sentence throws', () => {
  for (const code of ['days', 'lines', 'after.yes', 'gone.length', 'toString', '__proto__.x', ''])
    assert.throws(() => worded({ code }), /no message/, code)
  // @ts-expect-error: a brick says what its words hold
  say('absent')
  // @ts-expect-error: with the data that the sentence takes
  say('shorter', 'soixante')
})

test('a message gives the same text after a thread or a database', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.nat(), (who, where, n) => {
      const one: Message = { all: [say('asked', who, where), say('shorter', n), say('gone')] }
      assert.equal(worded(structuredClone(one)), worded(one))
      assert.equal(worded(JSON.parse(JSON.stringify(one))), worded(one))
    }),
  )
})
