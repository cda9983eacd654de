import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { execPath } from 'node:process'
import { test } from 'node:test'
import fc from 'fast-check'
import { pictureFrom } from '../../src/web/post/pictures.ts'
import { cases, runs, testOnce } from '../support/pass.ts'
import { cutOrBent, png } from './png.ts'

/** Sides at the edge of what is taken, and far beyond. */
const BEYOND = [
  [12_001, 1],
  [1, 12_001],
  [3_000_000, 4],
  [12_582_912, 1],
  [1, 12_582_912],
  [50_000, 50_000],
  [4_200, 3_100],
] as const

testOnce(
  'a picture is refused by its header when a side or all of it is beyond what a telephone ' +
    'makes, whatever it weighs',
  async () => {
    for (const [width, height] of BEYOND)
      assert.equal(
        await pictureFrom(png({ width, height, depth: 16, rows: 0 })),
        'tooManyPixels',
        `${width} × ${height}`,
      )
  },
)

/** What a process holds at most, in MiB, when it draws this one picture after a small one. */
function heldBy(width: number, height: number): Readonly<{ made: string; more: number }> {
  const file = new URL('./drawn-once.ts', import.meta.url).pathname
  const ran = spawnSync(execPath, [file, String(width), String(height)], { encoding: 'utf8' })
  assert.equal(ran.status, 0, ran.stderr)
  return JSON.parse(ran.stdout) as { made: string; more: number }
}

test('the heaviest picture that is taken costs less than 200 MiB', () => {
  const shapes = [
    [12_000, 1_048],
    [1_048, 12_000],
    [4_096, 3_072],
    [3_072, 4_096],
    [12_000, 1],
    [1, 12_000],
  ] as const
  for (const [width, height] of cases(shapes, shapes.length, 1)) {
    const { made, more } = heldBy(width, height)
    assert.equal(made, 'object', `${width} × ${height}`)
    assert.ok(more < 200, `${width} × ${height}: ${more} MiB`)
  }
})

test(
  'a picture that is cut, or of which bytes were changed, is a picture or is refused, and ' +
    'never ends the process',
  async () => {
    await fc.assert(
      fc.asyncProperty(cutOrBent, async bytes => {
        const made = await pictureFrom(bytes)
        assert.ok(
          typeof made === 'object' || ['notAPicture', 'heic', 'tooManyPixels'].includes(made),
        )
      }),
      runs(60, 1_000, 10_000),
    )
  },
)
