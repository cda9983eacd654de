import assert from 'node:assert/strict'
import { test } from 'node:test'
import { mistakeAlone, mistakeIn } from './say.ts'

const again = { input: {}, refused: 'Écrivez un titre.', field: 'title' }
const request = { lang: 'fr', again } as const
const box = (...lines: readonly string[]): string =>
  '<div class="refused" role="alert" tabindex="-1" autofocus>' +
  '<p><b>Ce n’est pas encore bon.</b></p>' +
  `${lines.join('')}</div>`
const shown = (piece: ReturnType<typeof mistakeIn>): string => (piece ? piece.html : '')
const LINKED = '<p id="f-title-m"><a href="#f-title">Écrivez un titre.</a></p>'

test('The mistake of a form leads to its field, to another one, or nowhere', () => {
  assert.equal(shown(mistakeIn(request)), box(LINKED))
  assert.equal(
    shown(mistakeIn(request, 'title.2')),
    box('<p id="f-title_2-m"><a href="#f-title_2">Écrivez un titre.</a></p>'),
  )
  assert.equal(shown(mistakeAlone(request)), box('<p>Écrivez un titre.</p>'))
})

test('All the mistakes of a form stand above it, in their order', () => {
  const others = [{ refused: 'Dites qui.', field: 'who' }]
  assert.equal(
    shown(mistakeIn({ lang: 'fr', again: { ...again, others } })),
    box(LINKED, '<p id="f-who-m"><a href="#f-who">Dites qui.</a></p>'),
  )
  assert.equal(shown(mistakeIn(request)), box(LINKED))
})

test('A form that was never sent, or that asks for more, shows no mistake', () => {
  for (const say of [mistakeIn, mistakeAlone]) {
    assert.equal(say({ lang: 'fr' }), false)
    assert.equal(say({ lang: 'fr', again: { input: {}, asks: 'more' } }), false)
  }
})
