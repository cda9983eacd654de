import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { cleaned, cut, width } from './screen-text.ts'

test('What fits is left whole, spaces that hold a sign to its word too', () => {
  assert.deepEqual(cut('Qui en voudrait\u00a0?', 150), {
    text: 'Qui en voudrait\u00a0?',
    isCut: false,
  })
  assert.deepEqual(
    cut('06 39 98 41 07 et 00000000', 150).text,
    '06\u00a039\u00a098\u00a041\u00a007 et 00000000',
  )
})

test('What is long is cut at the end of a sentence, else between words, and says that it goes on', () => {
  assert.equal(
    cut('Paul prête sa scie. Il reste à côté, et montre comment faire à qui veut.', 40).text,
    'Paul prête sa scie.',
  )
  assert.equal(
    cut('Paul prête sa scie à ruban à qui veut bien venir chez lui', 30).text,
    'Paul prête sa scie à ruban…',
  )
  assert.equal(
    cut('à la sortie de l’école de Trelins, ou un mot au local', 46).text,
    'à la sortie de l’école de Trelins…',
  )
  assert.equal(cut('a-t-il '.repeat(40), 20).text, 'a-t-il a-t-il…')
})

test('A word without an end is cut too', () => {
  const { text, isCut } = cut('intergouvernementalisationnellement'.repeat(20), 60)
  assert.ok(isCut && width(text) <= 60, text)
})

test('Letters piled on letters, signs that turn the line round, shouting: gone', () => {
  assert.equal(cleaned('z\u0300\u0301\u0302\u0303\u0304\u0305a'), 'z\u0300a')
  assert.equal(cleaned('a\u202eb\u2066c\u200bd\u0000'), 'abcd')
  assert.equal(cleaned('Venez !!!!!!!!!!!! 🎉🎉🎉🎉🎉🎉🎉'), 'Venez !!! 🎉🎉🎉')
  assert.equal(cleaned('👩‍👩‍👧'), '👩‍👩‍👧')
  assert.equal(cleaned('a\n\n  b'), 'a b')
})

test(
  'Whatever anybody writes, what is left is never wider than its place, and says something ' +
    'when they did',
  () => {
    const nasty = fc.array(
      fc.constantFrom(
        'a',
        'W',
        '🎉',
        '漢',
        'e\u0301',
        '\u202e',
        'م',
        ' ',
        '. ',
        '…',
        '\n',
        '0',
        '-',
        '\u0300',
      ),
      {
        maxLength: 400,
      },
    )
    fc.assert(
      fc.property(nasty, fc.integer({ min: 10, max: 200 }), (letters, most) => {
        const { text, isCut } = cut(letters.join(''), most)
        assert.ok(width(text) <= most, `${width(text)} > ${most}`)
        assert.doesNotMatch(text, /[\u202a-\u202e\u2066-\u2069\u0000\n]|\p{M}{3}/u)
        if (!isCut) assert.equal(text, cleaned(letters.join('')))
      }),
    )
  },
)
