import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testBox } from '../../../tests/support/test-box.ts'
import { html } from '../../contract/html.ts'
import { changes } from '../../ui/sheet.ts'

test('a search that finds nothing leads to a need with its words in the form already', async () => {
  using box = testBox()
  box.territory()
  const asked = 'covoiturage <b>Montbrison'
  const page = await box.visitor().get(`/chercher?q=${encodeURIComponent(asked)}`)
  const href = /href="(\/annonces\/chercher\?dit=[^"]+)"/.exec(page.body)?.[1]
  assert.ok(href !== undefined && /L’écrire comme demande/.test(page.text), page.text)
  for (const reader of [box.visitor(), await box.member('Nadia')]) {
    const form = await reader.get(href.replaceAll('&amp;', '&'))
    assert.match(form.body, /Je cherche\u00a0: covoiturage &lt;b(?:>|&gt;)Montbrison/)
  }
  assert.doesNotMatch((await box.visitor().get('/chercher?q=')).body, /\?dit=/)
  assert.deepEqual(box.faults, [])
})

test('who says a need that nobody wrote of is led to a person first, and to no shorter word', async () => {
  using box = testBox()
  box.territory({ reach: 'au local, le mercredi' })
  for (const asked of ['quelqu’un pour m’aider', 'mes courses', 'je me sens seule']) {
    const { text } = await box.visitor().get(`/chercher?q=${encodeURIComponent(asked)}`)
    assert.doesNotMatch(text, /Rien pour|un mot plus court/, asked)
    assert.match(
      text,
      /Dites-le à Anaïs, au local, le mercredi, ou à un relais ?\..*demande/s,
      asked,
    )
  }
  for (const asked of ['piscine', 'l’école', 'vide-grenier', 'lave-linge', 'à vendre'])
    assert.match(
      (await box.visitor().get(`/chercher?q=${encodeURIComponent(asked)}`)).text,
      /un mot plus court/,
      asked,
    )
  const own = await box.keeper.get('/chercher?q=je%20me%20sens%20seule')
  assert.doesNotMatch(own.text, /Dites-le à/)
})

test('that it was written is no change: a notice that nobody corrected says who wrote it', async () => {
  using box = testBox()
  box.territory()
  const id = box.bring('offer', { title: 'Paul prête sa scie', who: 'Paul', reach: 'au bar' })
  const before = (await box.visitor().get(`/annonces/${id}`)).text
  assert.match(before, /Qui l’a écrit/)
  assert.doesNotMatch(before, /Ce qui a changé/)
  const twice = changes([html`a`, html`b`], 'fr')
  assert.match(twice === false ? '' : twice.html, /Ce qui a changé/)
})
