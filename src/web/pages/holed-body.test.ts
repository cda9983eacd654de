import assert from 'node:assert/strict'
import { test } from 'node:test'
import { gunzipSync } from 'node:zlib'
import fc from 'fast-check'
import { holedBody } from './holed-body.ts'
import { filled, holes, withHoles } from './holes.ts'

const [hole, other, token] = withHoles(() => {
  const [one, two] = [holes()!, holes()!]
  return [one.turn, two.turn, one.token]
})
const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc.constantFrom('', '\u00ff', 'é'.repeat(300), 'la page entière, '.repeat(4_000)),
)
const filling = fc.string({ unit: fc.constantFrom(...'azAZ09-_.'), minLength: 1, maxLength: 99 })
const at = fc.constantFrom(hole, other, token)
const short = fc.array(fc.tuple(at, fc.constantFrom('', 'é')), { maxLength: 20, size: 'max' })
const page = fc.tuple(text, fc.oneof(fc.array(fc.tuple(at, text)), short))

for (const encoding of ['gzip', undefined] as const)
  test(`what stands around holes is packed once, and reads as the page filled: ${encoding}`, () =>
    fc.assert(
      fc.property(page, filling, ([first, rest], drawn) => {
        const whole = first + rest.flat().join('')
        let now = 0
        const fillFor = () => (at: string) => [...drawn].map(c => (at + c).at(now - 2)!).join('')
        const made = holedBody(whole, fillFor, encoding)
        if (rest.length === 0 || rest.length > 16) return assert.equal(made, undefined)
        for (now of [0, 1, 2]) {
          const body = Buffer.from(now === 0 ? made!.first : made!.holed.next()!)
          const said = (encoding ? gunzipSync(body) : body).toString('utf8')
          assert.equal(said, filled(whole, fillFor()))
        }
      }),
      { numRuns: 200 },
    ))

test('a filling that is longer than the first fits no more', () => {
  let length = 3
  const { holed } = holedBody(`a${hole}b`, () => () => 'x'.repeat(length), 'gzip')!
  assert.equal(gunzipSync(holed.next()!).toString(), 'axxxb')
  length = 4
  assert.equal(holed.next(), undefined)
})

test('what no hole holds byte by letter makes no such body', () => {
  let drawn = 'é'
  const made = (encoding?: 'gzip') => holedBody(`a${hole}b`, () => () => drawn, encoding)
  assert.deepEqual([made(), made('gzip')], [undefined, undefined])
  drawn = 'x'.repeat(70_000)
  assert.equal(made('gzip'), undefined)
  drawn = 'e'
  const { holed } = made('gzip')!
  drawn = 'é'
  assert.equal(holed.next(), undefined)
})
