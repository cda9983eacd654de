import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isWifiName, wifiDrawing } from './hotspot.ts'

test('a drawing says the name of an open Wi-Fi, and what ends it', () => {
  assert.equal(wifiDrawing('Borne de Sail'), 'WIFI:T:nopass;S:Borne de Sail;;')
})

test('a name may have the signs that separate the fields', () => {
  assert.equal(wifiDrawing('A;B:C,D"E\\F'), 'WIFI:T:nopass;S:A\\;B\\:C\\,D\\"E\\\\F;;')
  // What closes a drawing can’t be slipped into a name: read back field by field, there is one name
  // and it is whole.
  const name = 'x;;T:WPA;P:secret'
  const read = [
    ...wifiDrawing(name)
      .slice('WIFI:'.length)
      .matchAll(/([A-Z]):((?:[^;\\]|\\.)*);/g),
  ]
  assert.deepEqual(
    read.map(([, field, value]) => [field, value?.replace(/\\(.)/g, '$1')]),
    [
      ['T', 'nopass'],
      ['S', name],
    ],
  )
})

test('a name is 1 to 32 bytes, accents counted as they weigh, and holds nothing unseen', () => {
  assert.ok(isWifiName('é'.repeat(16)))
  assert.ok(!isWifiName('é'.repeat(17)))
  assert.ok(!isWifiName(''))
  assert.ok(!isWifiName('Borne\nde Sail'))
})
