import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { execPath } from 'node:process'
import { test } from 'node:test'
import fc from 'fast-check'
import { at, cases, type Pass, runs, seeds } from './pass.ts'

const PASSES: readonly Pass[] = ['short', 'all', 'long']
const lengths = fc
  .tuple(fc.nat(40), fc.nat(40), fc.nat(40))
  .map(([short, all, long]) => [short, short + all, short + all + long] as const)

test('the three passes take each seed once', () => {
  fc.assert(
    fc.property(lengths, ([short, all, long]) => {
      const taken = PASSES.flatMap(pass => seeds(short, all, long, pass))
      assert.deepEqual(
        taken,
        Array.from({ length: long }, (_, n) => n),
      )
    }),
  )
})

test('the three passes take each case of a list once', () => {
  const oneIn = fc.oneof(fc.integer({ min: 1, max: 9 }), fc.constant(Number.POSITIVE_INFINITY))
  fc.assert(
    fc.property(fc.nat(60), oneIn, oneIn, (length, short, all) => {
      const list = Array.from({ length }, (_, n) => n)
      const taken = PASSES.flatMap(pass => cases(list, short, all, pass))
      assert.deepEqual(
        taken.sort((a, b) => a - b),
        list,
      )
    }),
  )
})

test('each pass draws from a seed of its own', () => {
  assert.equal(new Set(PASSES.map(pass => runs(1, 1, 1, pass).seed)).size, PASSES.length)
  assert.deepEqual(
    PASSES.map(pass => at(1, 2, 3, pass)),
    [1, 2, 3],
  )
})

test('a pass that does not exist is refused', () => {
  const script = `await import(${JSON.stringify(new URL('./pass.ts', import.meta.url).href)})`
  const said = (CHECK_PASS: string) =>
    spawnSync(execPath, ['-e', script], { env: { CHECK_PASS }, encoding: 'utf8' })
  assert.equal(said('all').status, 0)
  assert.match(said('longer').stderr, /CHECK_PASS is short, all or long, not longer/)
})
