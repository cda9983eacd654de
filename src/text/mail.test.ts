import assert from 'node:assert/strict'
import { test } from 'node:test'
import { mailOf, mailsIn } from './mail.ts'

const SPELLED = [
  'zoe.roux@free.fr',
  'Zoe.Roux@Free.fr',
  'zoe.roux @ free . fr',
  'zoe.roux at free dot fr',
  'zoe.roux [at] free [dot] fr',
  'zoe.roux AT free.fr',
  'zoe.roux arrobase free point fr',
  'zoe.roux (arobase) free (point) fr',
  'zoe.roux＠free．fr',
]
test('an address is one, however it is typed, and has its own place', () => {
  for (const spelled of SPELLED) {
    assert.equal(mailOf(spelled), 'zoe.roux@free.fr', spelled)
    const text = `écrire à ${spelled}, ou au local`
    assert.deepEqual(
      mailsIn(text).map(({ from, to }) => text.slice(from, to)),
      [spelled],
    )
  }
})

test('a sentence that ends with an address does not make it longer; what is no address is none', () => {
  assert.equal(mailsIn('à zoe@free.fr. Merci')[0]?.own, 'zoe@free.fr')
  assert.equal(mailsIn('à zoe@free.fr . Venez')[0]?.own, 'zoe@free.fr')
  assert.equal(mailsIn('xzoe@free.fr')[0]?.own, 'xzoe@free.fr')
  for (const text of ['au point fort', 'à 3 € @ la pièce', 'un point. Un autre', '@zoe', ''])
    assert.deepEqual(mailsIn(text), [], text)
})

test('a sign right behind an address hides no other address', () => {
  for (const text of ['zoe@free.fr@a. arobase exemple.org', 'zoe@free.fr@chez.paul at exemple.org'])
    assert.ok(
      mailsIn(text).some(({ own }) => own.endsWith('@exemple.org')),
      text,
    )
})
