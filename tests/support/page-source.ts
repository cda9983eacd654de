import type { PageSource } from '../../src/web/pages/kit.ts'
import type { OpenEngine } from './open-engine.ts'

/** What pages and prints read of an engine; the test gives the clock. */
export const sourceOf = (
  engine: OpenEngine,
  clock: Pick<PageSource, 'now' | 'today'>,
): PageSource => ({ ...engine, secret: Buffer.alloc(32), ...clock })
