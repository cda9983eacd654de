import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { identityToRecipient } from 'age-encryption'
import { fixedBox } from '../../../tests/wire/boxes.ts'
import { newBox } from '../../log/box.ts'
import { identityOf, recipientOf, sealFor, unseal } from './encrypt.ts'

test('what a box’s name gives to seal for is what its key opens, by age’s own reckoning', async () => {
  for (const box of [fixedBox(1), fixedBox(2), ...Array.from({ length: 20 }, newBox)])
    assert.equal(recipientOf(box.name), await identityToRecipient(identityOf(box)))
})

test('the two boxes of docs/wire-format.md have the recipients that it says', () => {
  const document = readFileSync(new URL('../../../docs/wire-format.md', import.meta.url), 'utf8')
  for (const n of [1, 2]) assert.ok(document.includes(recipientOf(fixedBox(n).name)!))
})

test('sealed for two boxes, it opens with either key and with no other; a byte changed, with none', async () => {
  const [one, two, three] = [fixedBox(1), fixedBox(2), fixedBox(3)]
  const sealed = await sealFor(Buffer.from('la clé est sous le pot'), [
    recipientOf(one.name)!,
    recipientOf(two.name)!,
  ])
  for (const box of [one, two])
    assert.equal(
      Buffer.from((await unseal(sealed, identityOf(box)))!).toString(),
      'la clé est sous le pot',
    )
  assert.equal(await unseal(sealed, identityOf(three)), undefined)
  const hurt = Uint8Array.from(sealed)
  hurt[hurt.length - 1]! ^= 1
  assert.equal(await unseal(hurt, identityOf(one)), undefined)
})

test('a name that is no point to seal for gives no recipient', () => {
  assert.equal(recipientOf('pas une borne'), undefined)
  assert.equal(recipientOf(`04${'0'.repeat(50)}`), undefined)
})
