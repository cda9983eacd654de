import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { pattern } from '../../../core/pattern.ts'
import { seenText } from './source-text.ts'

/**
 * What turns a line around, or is not seen: Unicode's bidirectional and default-ignorable marks,
 * and controls.
 */
const UNSEEN = pattern()`
  [\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e
  \u2060-\u206f\ufeff]
`
const said = (markup: string) => markup.replace(/<[^>]*>/g, '')

test('nothing unseen comes to the page, whatever the text; the rest is there, in its order', () => {
  const marks = fc.constantFrom(
    '\u202e',
    '\u2066',
    '\u200f',
    '\u200b',
    '\u0007',
    '\ufeff',
    '\u00ad',
  )
  const text = fc
    .array(fc.oneof(marks, fc.constantFrom('Le four', ' ', 'שלום', '\n', '\t', 'é', '👩‍🌾')))
    .map(parts => parts.join(''))
  fc.assert(
    fc.property(text, given => {
      const markup = seenText(given).html
      assert.doesNotMatch(markup, UNSEEN)
      assert.equal(
        said(markup).replace(/U\+[0-9A-F]{4}/g, ''),
        given.replace(new RegExp(UNSEEN, 'g'), ''),
      )
    }),
  )
})

test('a mark of direction is shown by its number, and each stretch stands apart', () => {
  assert.equal(
    seenText('a\u202eb').html,
    '<bdi>a</bdi><span class="stray">U+202E</span><bdi>b</bdi>',
  )
  assert.equal(seenText('').html, '')
})
