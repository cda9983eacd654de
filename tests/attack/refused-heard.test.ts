import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Answer } from '../support/browser.ts'
import { type TestBox, testBox } from '../support/test-box.ts'

/**
 * What is refused by the server itself, not by a command: a card, a ticket’s code, a passphrase, a
 * form of another day, the same thing twice. The title says it first, and the field is described.
 */

/** Each: what is sent, and the field that it leads to. */
const REFUSED: Readonly<Record<string, (box: TestBox) => Promise<readonly [Answer, string?]>>> = {
  'a card’s words': async box => [
    await box.visitor().post('/entrer/carte', { number: '12', words: 'un deux trois quatre' }),
    'f-words',
  ],
  'a card’s drawing': async box => [await box.visitor().get('/entrer/carte/99-faux'), 'f-words'],
  'a passphrase': async box => [
    await box.visitor('https').post('/entrer', { passphrase: 'ce n’est pas elle' }),
    'f-passphrase',
  ],
  'a ticket’s code': async box => [await box.visitor().get('/billet?code=rien+11+11'), 'f-code'],
  'a visit that ended': async box => [
    await box.visitor().post('/tenir/gardiens/ajouter', { nom: 'Léa' }),
  ],
  'a form of another page': async box => {
    const visitor = box.visitor()
    const page = await visitor.get('/annonces/chercher')
    return [await visitor.fill(page, '/annonces/chercher', { jeton: 'faux' })]
  },
  'the same thing twice': async box => {
    const visitor = box.visitor()
    const idea = { title: 'Un four' }
    const send = async () =>
      visitor.fill(await visitor.get('/idees/proposer'), '/idees/proposer', idea)
    const first = await send()
    assert.equal(first.status, 303, first.text)
    return [await send(), 'f-encore-une-fois']
  },
  'a keeper’s name': async box => {
    const page = await box.keeper.get('/tenir/gardiens')
    const to = '/tenir/gardiens/ajouter'
    return [await box.keeper.fill(page, to, { nom: '', phrase: 'x' })]
  },
}

for (const [what, ask] of Object.entries(REFUSED))
  test(`${what} that is refused is heard first, and at its field`, async () => {
    using box = testBox()
    box.territory()
    const [{ body, status }, field] = await ask(box)
    assert.match(body, /<title>À corriger\u00a0: /, `${status} ${/<title>.*?<\/title>/.exec(body)}`)
    const links = [...body.matchAll(/<a href="#(f-[^"]+)"/g)].map(([, id]) => id!)
    if (field !== undefined) assert.ok(links.includes(field), links.join())
    for (const id of links) {
      const tag = new RegExp(`<(?:input|select|textarea|fieldset)[^>]*\\bid="${id}"[^>]*>`).exec(
        body,
      )
      assert.ok(tag, `${id} is there`)
      const by = /aria-describedby="([^"]+)"/.exec(tag[0])?.[1]?.split(' ') ?? []
      assert.ok(
        by.some(one => /-[em]$/.test(one) && body.includes(`id="${one}"`)),
        tag[0],
      )
    }
    assert.match(body, /role="alert" tabindex="-1" autofocus/)
  })
