import assert from 'node:assert/strict'
import { test } from 'node:test'
import { IN_WORDS, numberInWords } from './numbers-fr.ts'

test('a number in words is read whole, and words that make none are none', () => {
  for (const [said, n] of [
    ['une', 1],
    ['treize', 13],
    ['dix-huit', 18],
    ['vingt et une', 21],
    ['soixante-treize', 73],
    ['quatre-vingts', 80],
    ['quatre vingt quatorze', 94],
    ['deux cents', 200],
    ['mille deux cents', 1_200],
  ] as const) {
    assert.equal(numberInWords(said), n, said)
    assert.match(said, new RegExp(`^${IN_WORDS}$`))
  }
  for (const none of ['', 'zorbe', 'deux trois', 'vingt cent', 'constructor', 'un sac'])
    assert.equal(numberInWords(none), undefined, none)
})
