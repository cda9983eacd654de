import assert from 'node:assert/strict'
import { test } from 'node:test'
import { textOf } from '../../../tests/support/browser.ts'
import { testBox } from '../../../tests/support/test-box.ts'

/** An act that stands beside each record of a list is heard with that record. */

/** The names by which buttons, links and ticks of a page that bear these words are heard. */
function heard(body: string, words: string): readonly string[] {
  const textAt = (id: string): string =>
    textOf(new RegExp(`id="${id}"[^>]*>([\\s\\S]*?)</`).exec(body)?.[1] ?? '')
  return [...body.matchAll(/<(?:button|a|input)\b([^>]*)>([^<]*)/g)]
    .filter(([, attributes = '', text = '']) => `${attributes} ${text}`.includes(words))
    .map(([, attributes = '', text = '']) => {
      const by = /aria-labelledby="([^"]*)"/.exec(attributes)?.[1]
      const label = /aria-label="([^"]*)"/.exec(attributes)?.[1]
      return by ? by.split(' ').map(textAt).join(' ').trim() : (label ?? text.trim())
    })
}
const apart = (body: string, words: string): void => {
  const names = heard(body, words)
  assert.equal(names.length, 2, `${words}: ${names.join(' | ')}`)
  assert.equal(new Set(names).size, 2, names.join(' | '))
  for (const name of names) assert.match(name, new RegExp(`^${words}.+`))
}

test('what waits for the keeper, what somebody wrote and the words of the wall are heard apart', async () => {
  using box = testBox()
  box.territory()
  const karim = await box.member('Karim')
  for (const title of ['je donne des bocaux', 'je prête une échelle']) {
    const asked = { title, who: 'Colette', reachBy: 'someone', reach: 'au bar' }
    await box.visitor().post('/annonces/proposer', { ...asked, accord: 'voisins' })
    await karim.send('/annonces/proposer', { title, reachBy: 'word', accord: 'voisins' })
    await box.visitor().post('/mur/ecrire', { said: `Bonjour, ${title}` })
  }
  const waiting = (await box.keeper.get('/a-montrer')).body
  for (const act of ['Afficher', 'Ne pas afficher', 'Corriger avant d’afficher'])
    apart(waiting, act)
  const own = (await karim.get('/moi/ecrits')).body
  for (const act of ['Corriger', 'Retirer']) apart(own, act)
  assert.doesNotMatch(own, /<h1>[\s\S]*<h3/, 'no level of heading is left out')
  apart((await box.keeper.get('/mur')).body, 'Cocher ce mot')
})
