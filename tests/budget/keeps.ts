import assert from 'node:assert/strict'
import type { TestContext } from 'node:test'
import type { Figures } from './figures.ts'
import { held } from './hold.ts'
import type { Kind } from './measure.ts'

/**
 * For a test: what was measured keeps to the table. Nothing looks at a clock: a figure that moves
 * was moved by the code.
 */
export function keepsTo(t: TestContext, kind: Kind, figures: Figures): void {
  const { faults, mayGoDown } = held(kind, figures)
  for (const said of mayGoDown) t.diagnostic(said)
  assert.equal(faults.length, 0, `\n${faults.join('\n')}`)
}
