import assert from 'node:assert/strict'
import { test } from 'node:test'
import { html } from '../contract/html.ts'
import { waySaid } from './way-said.ts'
import { uiWords } from './words.ts'

const said = (how: string, lang: 'fr' | 'en') => waySaid(how, lang, text => html`${text}`).html

test('a way that is kept in our words is said in those of the page, whichever it was kept in', () => {
  const [fr, en] = [uiWords('fr').ways, uiWords('en').ways]
  for (const way of ['byWord', 'byRelay'] as const) {
    const inEnglish = en[way]('\n').split('\n').join('<span lang="fr">Simone</span>')
    assert.equal(said(fr[way]('Simone'), 'en'), inEnglish)
    for (const kept of [fr[way]('Simone'), en[way]('Simone')])
      assert.equal(said(kept, 'fr'), fr[way]('Simone'))
  }
})

test('what a person wrote stays as it is, said to be French', () => {
  for (const own of ['par Simone, au bar', 'au marché', '06 12 34 56 78', 'laissez un mot à ']) {
    assert.equal(said(own, 'fr'), own)
    assert.equal(said(own, 'en'), `<span lang="fr">${own}</span>`)
  }
})
