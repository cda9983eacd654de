import assert from 'node:assert/strict'
import { test } from 'node:test'
import { COMMUNES } from '../../../seeds/communes.ts'
import type { Point } from '../../core/schema.ts'
import { canPick, PICK_WIDTH, pairIn, pickImage, pointOfPixel } from './map-pick.ts'

const communes = COMMUNES.slice(0, 5).map(([code, name, , , point]) => ({ code, name, point }))
/** Where the mark of a point is drawn, in pixels of the shown image. */
function drawnAt(point: Point, near?: Point): readonly [number, number] {
  const svg = pickImage(communes, { near, chosen: point }) ?? ''
  const [, x = '', y = ''] = /<circle cx="([^"]+)" cy="([^"]+)"/.exec(svg) ?? []
  const [vx = 0, vy = 0, vw = 0] = (/viewBox="([^"]+)"/.exec(svg)?.[1] ?? '').split(' ').map(Number)
  return [((Number(x) - vx) * PICK_WIDTH) / vw, ((Number(y) - vy) * PICK_WIDTH) / vw]
}

test('a clicked pixel is the point that was drawn there, far and near', () => {
  const [, , , , sail] = COMMUNES.find(([code]) => code === '42195')!
  const near: Point = [sail[0] + 0.004, sail[1] - 0.003]
  for (const [view, within] of [
    [undefined, 0.0009],
    [near, 0.0004],
  ] as const) {
    const [lat, lon] = pointOfPixel(communes, view, drawnAt(sail, view))!
    assert.ok(Math.abs(lat - sail[0]) < within, `${lat} ${sail[0]}`)
    assert.ok(Math.abs(lon - sail[1]) < within, `${lon} ${sail[1]}`)
  }
})

test('nothing is drawn of a territory without centres, and a name can hold no tag', () => {
  assert.equal(pickImage([{ code: '1', name: 'A', point: null }], {}), undefined)
  assert.equal(canPick([{ code: '1', name: 'A', point: null }]), false)
  const named = communes.map(one => ({ ...one, name: '<script>' }))
  assert.doesNotMatch(pickImage(named, {}) ?? '', /<script>/)
})

test('a pair is two numbers of the earth, and nothing else', () => {
  assert.deepEqual(pairIn('45.736,3.961'), [45.736, 3.961])
  for (const text of ['', ',', '45', '91,3', '4,181', 'a,b', '1,2,3', 'NaN,1', '"><x,1'])
    assert.equal(pairIn(text), undefined, text)
})
