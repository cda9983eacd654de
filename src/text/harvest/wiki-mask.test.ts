import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { wikiMasked } from './wiki-mask.ts'

test('a wikitext table is read as rows, whether its cells share a line or not', () => {
  const shown = wikiMasked(
    '{| class="wikitable"\n! Quoi !! Qui\n|-\n| Peindre || Luce\n|-\n| Poncer\n| Sam\n|}\nLa suite',
  )
  assert.match(shown, /\| Quoi {2}\| Qui/)
  assert.match(shown, /\| Peindre {2}\| Luce/)
  assert.match(shown, /\| Poncer \| Sam/)
  assert.ok(!/wikitable|\{\||\|\}/.test(shown))
})

test('the fields of a template are labels, a block quote is a quote, other tags are nothing', () => {
  const shown = wikiMasked(
    '{{Rencontre\n|lieu=Moulin du Bas\n}}\n<blockquote>On y est ' +
      'bien.</blockquote><br><small>petit</small>',
  )
  assert.match(shown, / lieu:Moulin du Bas/)
  assert.match(shown, /«On y est bien\.»/)
  assert.ok(!/[<>{}]/.test(shown.replace('<br>', '')))
})

test('the text keeps its length, whatever it holds', () => {
  const bit = fc.constantFrom(
    '{|',
    '|}',
    '|-',
    '| a || b',
    '! c !! d',
    '\n',
    '\r\n',
    '{{X',
    '|k=v',
    '}}',
    '<blockquote>',
    '</blockquote>',
    '<p class="x">',
    'é',
    ' ',
    '||',
  )
  fc.assert(
    fc.property(
      fc.array(bit, { maxLength: 60 }),
      bits => wikiMasked(bits.join('')).length === bits.join('').length,
    ),
  )
})
