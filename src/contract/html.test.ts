import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { type Html, html } from './html.ts'

const text = ({ html: markup }: Html): string => markup

test('a line break with its indentation is nothing between elements and beside a value', () => {
  const words = 'chaises'
  const list = html`<ul><li>quatre</li>${words}</ul>`
  assert.equal(text(list), '<ul><li>quatre</li>chaises</ul>')
})

test('a line break is one space between two words', () => {
  const said = html`<p>quatre chaises <b>au soleil</b> encore</p>`
  assert.equal(text(said), '<p>quatre chaises <b>au soleil</b> encore</p>')
})

test('a line break is one space inside a tag, and nothing before its end', () => {
  const checked = html` checked`
  const input = html`<input name="a > b" ${false} value="${1}"${checked}><br/>`
  assert.equal(text(input), '<input name="a > b"  value="1" checked><br/>')
})

test('a value keeps its line breaks and its spaces', () =>
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('a', ' ', '\n', '\t') }), value => {
      assert.equal(
        text(html`<textarea>${'\n'}${value}</textarea>`),
        `<textarea>\n${value}</textarea>`,
      )
      const laid = html`<textarea>${value}</textarea>`
      assert.equal(text(laid), `<textarea>${value}</textarea>`)
    }),
  ))

test('a template is the same each time that it is filled', () => {
  const line = (word: string): Html => html`<li>${word}</li>`
  assert.equal(text(line('a')) + text(line('b')), '<li>a</li><li>b</li>')
})
