import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Html, html } from '../contract/html.ts'
import { driveFields, formField, textArea, tick, tickField } from './field.ts'

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

test('A control that is wrong says so, and is described by its hint and its error', () => {
  const wrong = { id: 'f-code', label: 'Code', hint: 'Deux mots', error: 'Inconnu' }
  const about = 'aria-describedby="f-code-h f-code-e" aria-invalid="true"'
  const own = (given: Html) => html`<select id="f-code"${given}></select>`
  for (const [field, written] of [
    [{ ...wrong, input: { name: 'code' } }, `<input id="f-code" name="code" ${about}>`],
    [{ ...wrong, control: own }, `<select id="f-code" ${about}></select>`],
  ] as const)
    assert.ok(
      formField(field).html.endsWith(`<p class="error" id="f-code-e">Inconnu</p>${written}</div>`),
    )
  const input = { name: 'code' }
  assert.match(
    formField({ ...wrong, hint: false, input }).html,
    /<input id="f-code" name="code" aria-describedby="f-code-e" aria-invalid="true">/,
  )
  assert.match(
    formField({ id: 'f-code', label: 'Code', isWrong: true, input }).html,
    /<input id="f-code" name="code" aria-invalid="true">/,
  )
  assert.match(
    formField({ id: 'f-code', label: 'Code', control: own }).html,
    /<select id="f-code">/,
  )
})

test('Several lines keep the line break that they begin with', () => {
  assert.equal(
    textArea({ id: 'f-said', name: 'said', rows: 3 }, '\nUn <mot>', html` aria-invalid="true"`)
      .html,
    '<textarea id="f-said" name="said" rows="3" aria-invalid="true">\n\nUn &lt;mot&gt;</textarea>',
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
    '<label class="tick" for="f-home"><input type="radio" id="f-home" name="space" ' +
      'value="home" checked> Ici</label>',
  )
  assert.equal(
    tickField({ look: 'choice', name: 'own', isWrong: true, words: 'Moi' }).html,
    '<div class="field wrong"><label class="choice"><input type="checkbox" name="own" ' +
      'value="1">Moi</label></div>',
  )
})

test('The only drive is chosen already, unless a folder is typed; without any, that is said', () => {
  const words = {
    which: 'Quelle clé ?',
    drive: (name: string, path: string) => `${name} (${path})`,
    noKey: 'Pas de clé.',
    other: 'Un dossier',
    otherHint: 'En entier',
  }
  const nothing = { name: 'cle', drives: [], chosen: '', typed: '', isWrong: false }
  const shown = (o: Partial<Parameters<typeof driveFields>[0]>): string =>
    driveFields({ ...nothing, ...o }, words).html
  const radio = (path: string, name: string, isOn: boolean): string =>
    `<label class="choice"><input type="radio" name="cle" value="${path}"` +
    `${isOn ? ' checked' : ''}>${name} (${path})</label>`
  const [one, two] = ['/media/ORANGE', '/media/VERTE']
  assert.ok(shown({ drives: [one] }).includes(radio(one, 'ORANGE', true)))
  assert.ok(shown({ drives: [one], typed: '/tmp' }).includes(radio(one, 'ORANGE', false)))
  assert.ok(
    shown({ drives: [one, two], chosen: two }).includes(
      radio(one, 'ORANGE', false) + radio(two, 'VERTE', true),
    ),
  )
  assert.ok(!shown({ drives: [one, two] }).includes('checked'))
  assert.ok(shown({}).startsWith('<p>Pas de clé.</p><div class="field"><label for="f-autre">'))
  assert.ok(!shown({ typed: '/media/VERTE' }).includes('Pas de clé'), 'a folder was found')
  assert.match(shown({ typed: 'là', isWrong: true }), /value="là".* aria-invalid="true">/)
})
