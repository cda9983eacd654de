import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { holdsName, namePattern, withoutName } from './said-name.ts'

const without = (text: string, name: string): string =>
  withoutName(text, namePattern(name)!, 'quelqu’un')

test('a first name goes however it is accented, as a word of its own with a capital', () => {
  assert.equal(
    without('Demandez Élodie, ou ELODIE.', 'élodie'),
    'Demandez quelqu’un, ou quelqu’un.',
  )
  assert.equal(
    without('Rose vend une rose, Roseline aussi', 'Rose'),
    'quelqu’un vend une rose, Roseline aussi',
  )
  assert.equal(without('chez Jean-Luc Mé', 'Jean-Luc'), 'chez quelqu’un Mé')
  assert.equal(namePattern(''), undefined)
  assert.equal(namePattern('…'), undefined)
})

test('several blanks of a name are looked for as one: a long row of blanks costs one walk', () => {
  const spaced = namePattern(`É${' '.repeat(9)}\u0301 ie`)
  assert.equal(spaced?.source, namePattern('É ie')?.source)
  assert.equal(without(`É${' '.repeat(600)}ie, merci`, 'É\t\tie'), 'quelqu’un, merci')
})

test('what is left never holds the name, and a text without it stays as it was (law)', () => {
  const name = fc.constantFrom('Élodie', 'Jean-Luc', 'Marie Claude', 'Zoé', 'D’Arc', 'A.B.')
  const text = fc.array(
    fc.oneof(
      name,
      fc.constantFrom(' ', ', ', '-', '’', 'elodie', 'Zoé', 'ZOE', 'une', '\u0301', '.'),
    ),
    {
      maxLength: 12,
    },
  )
  fc.assert(
    fc.property(name, text, (called, parts) => {
      const said = parts.join('')
      const pattern = namePattern(called)!
      assert.ok(!holdsName(without(said, called), pattern), said)
      if (!holdsName(said, pattern)) assert.equal(without(said, called), said.normalize('NFC'))
    }),
  )
})
