import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { type HtmlPiece, html } from './html.ts'

/** A template from the lines of its source: `%` stands for the next value. */
function laid(lines: readonly string[], ...values: readonly HtmlPiece[]): string {
  const parts = ['', ...lines, ''].join('\n').split('%')
  return html(Object.assign(parts, { raw: parts }), ...values).html
}

test('a line break with its indentation is nothing between elements and beside a value', () => {
  const list = ['  <ul>', '    <li>quatre</li>', '    %', '  </ul>']
  assert.equal(laid(list, 'chaises'), '<ul><li>quatre</li>chaises</ul>')
})

test('a line break is one space between two words', () => {
  const said = ['  <p>quatre', '  chaises <b>au', '    soleil</b> encore</p>']
  assert.equal(laid(said), '<p>quatre chaises <b>au soleil</b> encore</p>')
})

test('a line break is one space inside a tag, and nothing before its end', () => {
  const input = ['  <input', '    name="a > b"', '    %', '    value="%"%', '  >', '  <br', '  />']
  const checked = html` checked`
  assert.equal(laid(input, false, 1, checked), '<input name="a > b"  value="1" checked><br/>')
})

test('a value keeps its line breaks and its spaces', () =>
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('a', ' ', '\n', '\t') }), value => {
      assert.equal(laid(['  <p>%</p>'], value), `<p>${value}</p>`)
      assert.equal(laid(['  <p>', '    %', '  </p>'], value), `<p>${value}</p>`)
    }),
  ))

test('a template is the same each time that it is filled', () => {
  const line = (word: string): string => html`<li lang="fr">${word}</li>`.html
  assert.equal(line('a') + line('b'), '<li lang="fr">a</li><li lang="fr">b</li>')
})
