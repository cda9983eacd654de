import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { ALL, BARNABE, ONDINE, said } from '../../../../tests/support/deal-parties.ts'
import { whoIsNamed } from '../../../text/named.ts'
import {
  isTelling,
  isToBeTold,
  keyOfName,
  type Party,
  type PartyStatement,
  possible,
  storyOf,
  thanksOf,
} from './rules.ts'
import { storyFault, toldOf } from './story.ts'
import { withoutNames } from './without-names.ts'

/** What of a deal is told, and who is named in it. */

const PLAINLY = 'Un arrangement entre voisins'
const NAMES = ['Ondine', 'Barnabé', 'Gaston', 'Anne-Lise', 'Rose', 'Malo Perrin']
const words = fc.constantFrom(
  'la haie',
  'd’',
  'de ',
  'Merci à ',
  ', ',
  'avec ',
  ' et ',
  '. ',
  'MERCI ',
  'une rose ',
  'au marché',
  '\n',
)
const sentence = fc
  .array(
    fc.oneof(
      words,
      fc.constantFrom(...NAMES),
      fc.constantFrom('barnabe', 'ONDINE', 'M. Perrin', 'A. Lise', 'Anne'),
    ),
    {
      maxLength: 10,
    },
  )
  .map(all => all.join(' '))

test('a deed never holds a name whose person did not agree to be named', () => {
  const people = fc.uniqueArray(fc.constantFrom(...NAMES), { minLength: 2, maxLength: 3 })
  const choices = fc.array(
    fc.record({ tells: fc.boolean(), named: fc.boolean(), thanks: sentence }),
    { minLength: 3, maxLength: 3 },
  )
  fc.assert(
    fc.property(people, choices, sentence, fc.subarray(NAMES), (names, all, what, others) => {
      const parties = names.map(name => ({ key: keyOfName(name), member: null, name, relays: [] }))
      const told = parties.map((one, i) =>
        said(one, all[i]!.tells ? 'tell' : 'keep', all[i]!.named, all[i]!.thanks),
      )
      const free = new Set(names.filter((_, i) => all[i]!.tells && all[i]!.named))
      const hidden = [...names, ...others].filter(name => !free.has(name))
      const text = toldOf(what, { parties, said: told }, others, PLAINLY)
      const everything = [
        text.title,
        ...text.who,
        ...text.thanks.flatMap(one => [one.saying, one.from ?? '']),
      ]
      if (hidden.length > 0)
        for (const one of everything) assert.equal(whoIsNamed(hidden)(one), undefined, one)
      const telling = new Set(parties.filter((_, i) => all[i]!.tells).map(({ name }) => name))
      for (const name of text.who) assert.ok(telling.has(name))
      assert.ok(
        text.thanks.length <= telling.size,
        'a thank-you whose author did not agree is not told',
      )
    }),
    { numRuns: 500 },
  )
})

test('a name in a sentence is said quelqu’un, with its small words; what names nobody stays', () => {
  const without = (text: string) => withoutNames(text, ['Ondine', 'Barnabé'], 'quelqu’un')
  assert.equal(
    without('Barnabé a coupé la haie d’Ondine'),
    'Quelqu’un a coupé la haie de quelqu’un',
  )
  assert.equal(without('Je sais qu’Ondine en rêvait'), 'Je sais que quelqu’un en rêvait')
  assert.equal(without('La haie est droite, merci !'), 'La haie est droite, merci !')
  assert.equal(withoutNames('Merci Bar\u00adnabé', ['Barnabé'], 'quelqu’un'), undefined)
})

test('what somebody wrote is told as it is, or not at all', () => {
  const texts = fc.array(sentence, { minLength: 3, maxLength: 3 })
  fc.assert(
    fc.property(
      texts,
      sentence,
      fc.array(fc.boolean(), { minLength: 3 }),
      (thanks, what, named) => {
        const all = ALL.map((one, i) => said(one, 'tell', named[i], thanks[i] || null))
        const told = toldOf(what, { parties: ALL, said: all }, ['Rose'], PLAINLY)
        assert.ok(told.title === what || told.title === PLAINLY)
        for (const { saying } of told.thanks) assert.ok(thanks.includes(saying), saying)
      },
    ),
  )
})

test('a sentence that would name who said no is left out whole, and so is a mark that hides it', () => {
  const both = [ONDINE, BARNABE]
  const all = [said(ONDINE, 'tell', true, 'Merci Bar\u200bnabé'), said(BARNABE, 'tell')]
  assert.deepEqual(toldOf('Chez Bar\u00adnabé', { parties: both, said: all }, [], PLAINLY), {
    title: PLAINLY,
    who: ['Ondine'],
    thanks: [],
  })
  const named = [said(ONDINE, 'tell', true, 'Merci Barnabé'), said(BARNABE, 'tell', true)]
  assert.deepEqual(toldOf('Barnabé a coupé la haie', { parties: both, said: named }, [], PLAINLY), {
    title: 'Barnabé a coupé la haie',
    who: ['Ondine', 'Barnabé'],
    thanks: [{ saying: 'Merci Barnabé', from: 'Ondine' }],
  })
})

test('a story names only those who said yes, or have not answered yet, and says no number', () => {
  const both = [ONDINE, BARNABE]
  const fault = (story: string, all: readonly PartyStatement[], me = BARNABE) =>
    storyFault(story, { parties: both, said: all }, me, ['Rose'])
  const first = [said(ONDINE, 'tell', true)]
  assert.equal(fault('Barnabé a coupé la haie d’Ondine', first, ONDINE), undefined)
  assert.equal(fault('Ondine a une haie droite', [said(ONDINE, 'tell')], ONDINE), 'storyNamesYou')
  assert.equal(fault('Rose a coupé la haie', first, ONDINE), 'storyNames')
  assert.equal(fault('Demandez au 04 77 00 11 22', first, ONDINE), 'storyReach')
  assert.equal(fault('Barnabé a coupé la haie', [...first, said(BARNABE, 'tell')]), 'storyNamesYou')
  const no = [said(ONDINE, 'tell'), said(BARNABE, 'tell', true)]
  assert.equal(fault('Barnabé a coupé la haie d’Ondine', no), 'storyNames')
  assert.equal(fault('La haie a été coupée', no), undefined)
})

test('everybody says yes to the very sentence: who wrote another one asks the others again', () => {
  const both = [ONDINE, BARNABE]
  const tells = (party: Party, story: string | null = null) => ({ ...said(party, 'tell'), story })
  const all = [tells(ONDINE, 'La haie est droite.'), tells(BARNABE)]
  assert.ok(isToBeTold(both, all))
  const other = [...all, tells(BARNABE, 'La haie a été coupée.')]
  assert.equal(storyOf(other), 'La haie a été coupée.')
  assert.ok(!isToBeTold(both, other))
  assert.ok(possible('done', ALL, other, ONDINE.key).includes('tell'))
  assert.deepEqual(possible('done', ALL, other, BARNABE.key), ['keep'])
  assert.ok(isToBeTold(both, [...other, tells(ONDINE)]))
})

test('one who takes it back is enough, and the last thank-you is the one that is read', () => {
  const all = [said(ONDINE, 'tell', true, 'Merci'), said(BARNABE, 'tell')]
  assert.ok(isToBeTold([ONDINE, BARNABE], all))
  const back = [...all, said(BARNABE, 'keep')]
  assert.ok(!isToBeTold([ONDINE, BARNABE], back) && !isTelling(back, BARNABE.key))
  assert.equal(
    thanksOf([...all, said(ONDINE, 'tell', true, 'Grand merci')], ONDINE.key),
    'Grand merci',
  )
  assert.ok(!isToBeTold([], []), 'a deal of nobody is never told')
  assert.ok(!isToBeTold([ONDINE], all), 'one whose other left never tells it alone')
})
