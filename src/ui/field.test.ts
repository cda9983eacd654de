import assert from 'node:assert/strict'
import { test } from 'node:test'
import { html } from '../contract/html.ts'
import { formField, tick } from './field.ts'

const control = html`<input id="f-code" name="code">`

test('A field has its label, its hint, its error and its control, in this order', () => {
  assert.equal(
    formField({ id: 'f-code', label: 'Code', hint: 'Deux mots', error: 'Inconnu', control }).html,
    '<div class="field wrong"><label for="f-code">Code</label>' +
      '<p class="hint" id="f-code-h">Deux mots</p><p class="error" id="f-code-e">Inconnu</p>' +
      '<input id="f-code" name="code"></div>',
  )
})

test('A field without hint or error has no empty line, and is wrong only where it is said so', () => {
  const bare = '<label for="f-code">Code</label><input id="f-code" name="code"></div>'
  for (const nothing of [undefined, false, ''] as const)
    assert.equal(
      formField({ id: 'f-code', label: 'Code', hint: nothing, error: nothing, control }).html,
      `<div class="field">${bare}`,
    )
  assert.equal(
    formField({ id: 'f-code', label: 'Code', isWrong: true, control }).html,
    `<div class="field wrong">${bare}`,
  )
})

test('An input has its id, its attributes in their order, and is described by its hint', () => {
  assert.equal(
    formField({
      id: 'f-code',
      label: 'Code',
      hint: 'Deux mots',
      input: { name: 'code', value: '"<', maxlength: 20, required: true },
    }).html,
    '<div class="field"><label for="f-code">Code</label><p class="hint" id="f-code-h">Deux ' +
      'mots</p>' +
      '<input id="f-code" name="code" value="&quot;&lt;" maxlength="20" required ' +
      'aria-describedby="f-code-h"></div>',
  )
})

test('A tick sends 1 unless another value is given, and escapes its words', () => {
  assert.equal(
    tick({ name: 'own', words: 'Pour <moi>' }).html,
    '<label class="tick"><input type="checkbox" name="own" value="1"> Pour &lt;moi&gt;</label>',
  )
  assert.equal(
    tick({ kind: 'radio', id: 'f-home', name: 'space', value: 'home', isOn: true, words: 'Ici' })
      .html,
    '<label class="tick"><input type="radio" id="f-home" name="space" value="home" checked> ' +
      'Ici</label>',
  )
})
