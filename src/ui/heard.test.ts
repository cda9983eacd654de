import assert from 'node:assert/strict'
import { test } from 'node:test'
import { html } from '../contract/html.ts'
import { formField, groupField } from './field.ts'
import { heard } from './heard.ts'
import { refused } from './say.ts'

const page = (field: ReturnType<typeof formField>, of = 'a') => {
  const box = refused([{ sentence: 'Dites-le.', field: of }], 'fr')
  return heard(html`${box}${field}`).html
}
const plain = formField({ id: 'f-a', label: 'A', input: { name: 'a', value: 'x > y' } })

test('a field that nothing marks is said to be wrong, and is described by its mistake', () => {
  assert.match(page(plain), /id="f-a" name="a"[^>]* aria-describedby="f-a-m" aria-invalid="true">/)
  assert.match(page(plain), /<p id="f-a-m"><a href="#f-a">Dites-le\.<\/a><\/p>/)
  assert.equal(page(plain).match(/<input/g)?.length, 1)
})

test('a hint stays; a sentence of its own is not said twice', () => {
  const hinted = formField({ id: 'f-a', label: 'A', hint: 'Ainsi.', input: { name: 'a' } })
  assert.match(page(hinted), /aria-describedby="f-a-h f-a-m"/)
  const own = formField({ id: 'f-a', label: 'A', error: 'Dites-le.', input: { name: 'a' } })
  assert.match(page(own), /aria-describedby="f-a-e" aria-invalid="true">/)
})

test('a group takes the focus of the link; a page without mistakes, or of another field, stays as it is', () => {
  const group = groupField({ id: 'f-a', legend: 'A', body: html`<input name="a" type="radio">` })
  assert.match(page(group), /<fieldset[^>]*id="f-a" aria-describedby="f-a-m" tabindex="-1">/)
  assert.equal(heard(plain), plain)
  assert.doesNotMatch(page(plain, 'b'), /aria-invalid/)
})

test('nobody’s words make a field wrong', () => {
  const forged = html`<p>${'<div class="refused" role="alert"><p id="f-a-m"><a href="#f-a">'}</p>`
  assert.doesNotMatch(heard(html`${forged}${plain}`).html, /aria-invalid/)
})
