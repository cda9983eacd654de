import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { identityToRecipient } from 'age-encryption'
import fc from 'fast-check'
import { testOnce as test, testAll } from '../../../tests/support/pass.ts'
import { seededBox as boxOf, fixedBox } from '../../../tests/wire/boxes.ts'
import { base32 } from '../../core/id.ts'
import { newBox } from '../../log/box.ts'
import {
  decryptBundle,
  encryptTo,
  hasLowOrderKey,
  identityOf,
  recipientOf,
  safeRecipientOf,
} from './encrypt.ts'

test('the recipient made from a box’s name is the one of its identity, as age computes it', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ minLength: 32, maxLength: 32 }), async seed => {
      const box = boxOf(seed)
      assert.equal(await recipientOf(box.name), await identityToRecipient(await identityOf(box)))
    }),
    { numRuns: 25 },
  )
  const box = newBox()
  assert.equal(await recipientOf(box.name), await identityToRecipient(await identityOf(box)))
})

testAll(
  'the recipients of two thousand boxes are those that our own arithmetic gave before the ' +
    'library',
  async () => {
    const all = createHash('sha256')
    const lines: string[] = []
    for (let n = 0; n < 2_000; n++) {
      const box = boxOf(createHash('sha256').update(`box ${n}`).digest())
      lines.push(`${box.name} ${await recipientOf(box.name)} ${await identityOf(box)}`)
      all.update(`${lines[n]}\n`)
    }
    assert.deepEqual(lines.slice(0, FIRST.length), FIRST)
    assert.equal(
      all.digest('hex'),
      'd5fe3fea3d52857a812857c7c794a40ebabfa72367f25e1a28f0c75bf1bf19d7',
    )
  },
)
/**
 * Shape   name, recipient, identity: of the boxes whose seed is the SHA-256 of `box 0`, `box 1`.
 */
const FIRST = [
  [
    'qx5efad6zc1rg9bm5a39zftmppxw95np75vcqpfgykr52sm2sytg',
    'age18zm9sdzede7004vfunnls7d4mkse46zl96ewkq2x0xjchnezuvrq8vvjj0',
    'AGE-SECRET-KEY-1TCYV7DQ22UW9E98K2HP3L6VMKQE6UGQ4GZ58J5JZR800J3GG8ZJQ44MNJW',
  ],
  [
    'tk921564tzs95srs09c1d6ybamp48fv73h15gp32df4r1m78fsm0',
    'age1u6lmv0jjeumx8t0sqgpny95w7zpanuky8tn9p36h8zrufrzje5uq42amyn',
    'AGE-SECRET-KEY-15GNGCEAYG3CGERFX9KHAW5GK99VKFJ8R6JM8Q7A8APT2M24SCKSS8JYKTT',
  ],
].map(line => line.join(' '))

test('the two boxes of docs/wire-format.md have the recipients that it says', async () => {
  const document = readFileSync(new URL('../../../docs/wire-format.md', import.meta.url), 'utf8')
  for (const n of [1, 2]) assert.ok(document.includes((await recipientOf(fixedBox(n).name))!))
})

test('bytes encrypted for two boxes open with either key alone; with a byte changed, with none', async () => {
  const [one, two, three] = [fixedBox(1), fixedBox(2), fixedBox(3)]
  const sealed = await encryptTo(Buffer.from('la clé est sous le pot'), [
    (await recipientOf(one.name))!,
    (await recipientOf(two.name))!,
  ])
  for (const box of [one, two])
    assert.equal(
      Buffer.from((await decryptBundle(sealed, await identityOf(box)))!).toString(),
      'la clé est sous le pot',
    )
  assert.equal(await decryptBundle(sealed, await identityOf(three)), undefined)
  const hurt = Uint8Array.from(sealed)
  hurt[hurt.length - 1]! ^= 1
  assert.equal(await decryptBundle(hurt, await identityOf(one)), undefined)
})

test('a key of low order gives no recipient, whatever way it is written', async () => {
  const { ed25519 } = await import('@noble/curves/ed25519.js')
  const eighth = ed25519.Point.fromHex(
    'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a',
  )
  let point = eighth
  const keys = Array.from({ length: 8 }, () => {
    point = point.add(eighth)
    return Buffer.from(point.toBytes())
  })
  // 0 and 1 written as p and p+1.
  for (const first of [0xed, 0xee])
    keys.push(Buffer.concat([Buffer.of(first), Buffer.alloc(30, 0xff), Buffer.of(0x7f)]))
  const signed = keys.map(key => {
    const other = Buffer.from(key)
    other[31]! ^= 0x80
    return other
  })
  for (const key of [...keys, ...signed]) {
    const name = base32(key)
    assert.equal(hasLowOrderKey(name), true, key.toString('hex'))
    assert.equal(await safeRecipientOf(name), undefined, key.toString('hex'))
  }
  const written = [...keys, ...signed].map(key => key.toString('hex'))
  assert.equal(new Set(written).size, 14)
  for (const name of ['pas une borne', newBox().name]) assert.equal(hasLowOrderKey(name), false)
})

test('a name that is no point of the curve has no recipient', async () => {
  assert.equal(await recipientOf('pas une borne'), undefined)
  assert.equal(await recipientOf(`04${'0'.repeat(50)}`), undefined)
  // y of 2 is on no point: no key is behind that name.
  assert.equal(await recipientOf(`08${'0'.repeat(50)}`), undefined)
})
