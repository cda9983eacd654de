import type { TestContext } from 'node:test'
import { main } from '../../src/cli/main.ts'

export type Ran = Readonly<{ code: number; out: string; err: string }>
/** For tests: the command line, in this process: what it printed, its exit code. */
export async function cocote(t: TestContext, ...args: readonly string[]): Promise<Ran> {
  const said = { out: '', err: '' }
  const log = t.mock.method(console, 'log', (text: unknown) => void (said.out += `${text}\n`))
  const error = t.mock.method(console, 'error', (text: unknown) => void (said.err += `${text}\n`))
  try {
    return { code: await main(args), ...said }
  } finally {
    log.mock.restore()
    error.mock.restore()
  }
}
