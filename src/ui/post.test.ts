import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { escape as escaped, forOne, html, raw } from '../contract/html.ts'
import { actButton, hidden, mainButton, post } from './post.ts'

const TOKEN = forOne(html`<input type="hidden" name="jeton" value="t">`)

test(
  'A form that posts holds its token, its unseen values, its fields and its acts, in this ' +
    'order',
  () => {
    const form = post(TOKEN, '/annonces/cacher', {
      hidden: { id: 'a1', from: '/annonces' },
      fields: html`<p>Pourquoi ?</p>`,
      button: mainButton('Cacher'),
    })
    assert.equal(
      form.html,
      '<form class="form" method="post" action="/annonces/cacher">' +
        '<input type="hidden" name="jeton" value="t"><input type="hidden" name="id" value="a1">' +
        '<input type="hidden" name="from" value="/annonces"><p>Pourquoi ?</p>' +
        '<p class="acts"><button class="button">Cacher</button></p></form>',
    )
  },
)

test('A form comes back to the page where it stands, or where it says, or nowhere', () => {
  const token = { ...TOKEN, from: '/ici' }
  const back = (html: string) => html.match(/name="from" value="[^"]*"/g)
  for (const make of [post, actButton]) {
    const from = (own?: { id?: string; from?: string | false }) =>
      back(make(token, '/x', { ...(own && { hidden: own }), button: 'Oui' }).html)
    assert.deepEqual(from(), ['name="from" value="/ici"'])
    assert.deepEqual(from({ id: 'a1' }), ['name="from" value="/ici"'])
    assert.deepEqual(from({ from: '/là' }), ['name="from" value="/là"'])
    assert.equal(from({ from: false }), null)
  }
})

test('A form says how it sends and how it looks, and has no acts of its own without a button', () => {
  const form = post(html``, '/x', {
    look: 'form wide',
    id: 'composer',
    files: true,
    unchecked: true,
    newPage: true,
  })
  assert.equal(
    form.html,
    '<form class="form wide" id="composer" method="post" action="/x" ' +
      'enctype="multipart/form-data" novalidate target="_blank"></form>',
  )
})

test('A form that is one button has no line of acts', () => {
  assert.equal(
    actButton(TOKEN, '/sortir', { look: '', button: 'Sortir' }).html,
    '<form method="post" action="/sortir"><input type="hidden" name="jeton" value="t">' +
      '<button>Sortir</button></form>',
  )
})

test('A form keeps the mark of its token, so that its page goes to nobody else', () => {
  assert.equal(post(TOKEN, '/x', { button: 'Oui' }).forOne, true)
  assert.equal(actButton(TOKEN, '/x', { button: 'Oui' }).forOne, true)
  assert.equal(post(raw(''), '/x', { button: 'Oui' }).forOne, undefined)
})

test('Hidden inputs say each value that was given, once, in its order, and nothing else', () => {
  const value = fc.oneof(
    fc.string(),
    fc.integer(),
    fc.constant(undefined),
    fc.constant(false as const),
    fc.array(fc.string()),
  )
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.stringMatching(/^[a-z]+$/), value)), pairs => {
      const values = Object.fromEntries(pairs)
      const told = Object.entries(values).flatMap(([name, given]) =>
        given === undefined || given === false
          ? []
          : [given].flat().map(one => `name="${name}" value="${escaped(String(one))}"`),
      )
      assert.equal(hidden(values).html, told.map(one => `<input type="hidden" ${one}>`).join(''))
    }),
  )
})

/** A script shows this one, by an attribute that no other form has. */
const BY_HAND = ['bricks/box/pages/clock-part.ts', 'ui/post.ts']

test('No page writes a form that posts by hand', () => {
  const root = fileURLToPath(new URL('..', import.meta.url))
  const found = globSync('**/*.ts', { cwd: root })
    .filter(file => !file.endsWith('.test.ts'))
    .filter(file => readFileSync(`${root}/${file}`, 'utf8').includes('method="post"'))
  assert.deepEqual(found.toSorted(), BY_HAND)
})
