import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { anyUnit } from '../../../tests/support/any-unit.ts'
import { editDistance, fold, isAmong, nearTerm, stems, wordsOf } from './words.ts'

test('accents, case, ligatures, apostrophes and hyphens fold away', () => {
  assert.equal(fold('  L’Œuvre de Saint-Étienne '), 'l oeuvre de saint etienne')
  assert.equal(fold('Ex æquo'), 'ex aequo')
  assert.equal(fold('CAFÉ'), fold('cafe\u0301'))
  assert.equal(fold('pa\u00adpier\u202e'), 'papier')
  assert.deepEqual(wordsOf('<b>Bois</b>, 3 stères !'), ['b', 'bois', 'b', '3', 'steres'])
})

test('a word that is looked for is a whole word, its plural, or a beginning that says enough', () => {
  const said = wordsOf('Les pages perdues de l’agenda, et deux sacs')
  for (const word of ['page', 'pages', 'perdue', 'agend', 'sac', 'deux'])
    assert.equal(isAmong(word, said), true, word)
  for (const word of ['age', 'ages', 'ag', 'sa', 'erdue'])
    assert.equal(isAmong(word, said), false, word)
})

test('folding twice changes nothing, whatever the text', () => {
  fc.assert(fc.property(fc.string({ unit: anyUnit }), text => fold(fold(text)) === fold(text)))
})

test('French folds as any text does', () => {
  const letters = [..."abzAZ09 ’'-–—_«»€!?\n\u00a0\u202fàâçéèêëîïôùûüÿœæßøñÀÉÊŒÆØŸ×÷"]
  const french = fc.string({ unit: fc.constantFrom(...letters) })
  // An invisible letter is none of French.
  fc.assert(fc.property(french, text => fold(text) === fold(`${text}\u2060`)))
})

test('a look-alike of a name folds to that name, and another name stays another', () => {
  for (const like of [
    'M\u0430thieu',
    '\u041c\u0410THI\u0415\u03c5',
    'M\u0430\u0442hieu',
    '\uff2d\uff41\uff54hieu',
    'Mat\u200bhieu',
    'Mat\u00adhieu',
    'Ma\u034fthieu',
    'M\u1ab0athieu',
    'Mathi\u20d0eu',
    'Mat\u{e0068}hieu',
    '\u{1d40c}athieu',
    'Mathıeu',
    'Mathi\ufe0feu',
  ])
    assert.equal(fold(like), 'mathieu', like)
  assert.equal(fold('Ј\u043e\u0455\u0435'), 'jose', 'no letter of ours in it')
  assert.notEqual(fold('Анна'), fold('Аня'))
  assert.equal(
    fold('АННА'),
    fold('Анна'),
    'a name of another script counts once, however it is typed',
  )
  assert.equal(fold('ΝΙΝΑ'), fold('Νίνα'))
  assert.equal(fold('مريم'), 'مريم')
})

test('one letter changed for one that looks like it never makes another name', () => {
  const looks = fc.constantFrom(
    ...'аaеeоoрpсcхxуyіiѕsАAВBЕEКKМMНHОOРPСCТTХXΑAΒBΕEΖZΗHΙIΚKΜMΝNΟOΡPΤTΥYΧXοoνv'.match(/../gu)!,
  )
  fc.assert(
    fc.property(
      fc.stringMatching(/^[A-Z][a-z]{1,9}$/),
      fc.nat(9),
      looks,
      (name, at, [like, ours]) => {
        const put = (letter: string): string => name.slice(0, at + 1) + letter + name.slice(at + 1)
        assert.equal(fold(put(like!)), fold(put(ours!)))
      },
    ),
  )
})

test('words of one family share a stem, with or without their accents', () => {
  for (const [a, b] of [
    ['réunions', 'reunion'],
    ['œuvre', 'oeuvres'],
    ['réparée', 'reparer'],
    ['réparation', 'repare'],
    ['palettes', 'Palette'],
    ['locaux', 'LOCAL'],
    ['l’atelier', 'ateliers'],
    ['journées', 'journee'],
  ] as const)
    assert.deepEqual(stems(a), stems(b), `${a}, ${b}`)
  assert.notDeepEqual(stems('meuble'), stems('menuiserie'))
  assert.deepEqual(stems('repairing', 'en'), stems('repaired', 'en'))
})

test('an accent typed or not never changes a stem', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom(...'abcdeéèêëàâîïôùçœ’ -s') }),
      t => stems(t).join() === stems(fold(t)).join(),
    ),
  )
})

test('a hostile text is stemmed without failing and without waiting', () => {
  for (const text of [
    '',
    '\ud800',
    '__proto__ constructor toString',
    'é'.repeat(100_000),
    'a '.repeat(50_000),
  ])
    assert.ok(Array.isArray(stems(text)))
})

test('the edit distance counts added, removed, changed and swapped letters', () => {
  assert.equal(editDistance('palete', 'palette'), 1)
  assert.equal(editDistance('plaette', 'palette'), 1)
  assert.equal(editDistance('kitten', 'sitting'), 3)
  assert.equal(editDistance('', 'bois'), 4)
  assert.equal(editDistance('ca', 'abc'), 3, 'the restricted form touches no letter twice')
})

test('the banded distance is the full one, or one more than its limit', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'é'), maxLength: 12 })
  fc.assert(
    fc.property(word, word, fc.nat(12), (a, b, limit) => {
      const full = editDistance(a, b)
      assert.equal(editDistance(a, b, limit), Math.min(full, limit + 1))
      assert.equal(editDistance(b, a), full)
      assert.equal(full === 0, a === b)
    }),
  )
})

test('a mistyped word finds its term, and a short word does not find just anything', () => {
  const terms = ['Palettes', 'papier', 'bois', 'blé', 'réparation']
  assert.equal(nearTerm('palete', terms), 'Palettes')
  assert.equal(nearTerm('reparasion', terms), 'réparation')
  assert.equal(nearTerm('boit', terms), 'bois')
  assert.equal(nearTerm('four', terms), undefined)
  assert.equal(nearTerm('Hakim', ['hai', 'haie', 'main']), undefined)
  assert.equal(nearTerm('toit', ['soit', 'toits']), 'toits')
  assert.equal(nearTerm('', terms), undefined)
  assert.equal(nearTerm('a', ['o', 'u']), undefined)
  assert.equal(nearTerm('jardn', ['jardins', 'jardin']), 'jardin')
})

test('a word of five letters or fewer is mended by one letter, never the first, whatever is known', () => {
  const word = fc.string({ unit: fc.constantFrom(...'aehikmé'), minLength: 1, maxLength: 7 })
  fc.assert(
    fc.property(word, fc.array(word, { maxLength: 30 }), (asked, terms) => {
      const found = nearTerm(asked, terms)
      if (found === undefined || [...asked].length > 5) return
      assert.ok(editDistance(fold(asked), fold(found)) <= 1)
      assert.equal(fold(found)[0], fold(asked)[0])
      assert.ok(Math.abs(fold(found).length - fold(asked).length) <= 1)
    }),
  )
})
