import assert from 'node:assert/strict'
import { rmSync } from 'node:fs'
import type { TestContext } from 'node:test'
import { extraRoutes } from '../../src/app/extra.ts'
import { startSession } from '../../src/files/local.ts'
import { HOST } from './browser.ts'
import { tempFolder } from './folders.ts'
import { plain } from './served.ts'
import { servicesOf } from './services.ts'
import { type TestBox, testBox } from './test-box.ts'
import type { Brought } from './test-engine.ts'

/** A box to which tables are brought. */

/** A box with these records: its pages answer its keeper. */
export type Village = Readonly<{
  read: TestBox['read']
  turn: TestBox['turn']
  bring: TestBox['bringAll']
  keeper: string
  ask: (path: string, init?: RequestInit) => Promise<Response>
}>
export function village(
  t: TestContext,
  records: readonly Brought[],
  more: Readonly<Record<string, readonly string[]>> = {},
): Village {
  const folder = tempFolder()
  const box = testBox({
    at: Date.now(),
    routes: (app, server, engine) => extraRoutes(app, server, { ...servicesOf(engine), folder }),
  })
  t.after(() => {
    box[Symbol.dispose]()
    rmSync(folder, { recursive: true, force: true })
  })
  box.territory(more)
  box.bringAll(...records)
  const env = { incoming: { socket: { remoteAddress: '127.0.0.1' }, headers: {} } }
  return {
    ...{ read: box.read, turn: box.turn, bring: box.bringAll },
    keeper: `tenue=${startSession(box.local, true, Date.now())}`,
    ask: async (path, init = {}) =>
      box.app.request(
        `http://${HOST}${path}`,
        { ...init, headers: { host: HOST, 'accept-language': 'fr', ...init.headers } },
        env,
      ),
  }
}

/** What the keeper reads after a file was sent and asked to be written. */
export async function sent(
  of: Village,
  kind: string,
  name: string,
  bytes: Uint8Array | string,
  more: Readonly<Record<string, string>> = {},
): Promise<string> {
  const form = new FormData()
  for (const [key, value] of Object.entries({ genre: kind, act: 'write', ...more }))
    form.append(key, value)
  form.append('fichier', new Blob([bytes as BlobPart]), name)
  const headers = { cookie: of.keeper, origin: `http://${HOST}` }
  const answer = await of.ask('/apporter-un-tableau', { method: 'POST', body: form, headers })
  return answer.status === 303 ? 'written' : plain(await answer.text()).slice(-3_000)
}
export const counted = async (of: Village, kind: string): Promise<number> =>
  ((await (await of.ask(`/donnees/${kind}.json`)).json()) as { records: unknown[] }).records.length
export const given = async (of: Village, path: string): Promise<Uint8Array> =>
  new Uint8Array(await (await of.ask(path)).arrayBuffer())

/** Presses *Défaire cet apport*; what the page said before. */
export async function undone(to: Village): Promise<string> {
  const taken = await (await to.ask('/tenir/retire', { headers: { cookie: to.keeper } })).text()
  const form = /<form[^>]*action="\/apporter\/defaire"[\s\S]*?<\/form>/.exec(taken)?.[0] ?? ''
  const fields = [...form.matchAll(/name="([^"]+)" value="([^"]*)"/g)]
  const body = new URLSearchParams(fields.map(([, name = '', value = '']) => [name, value]))
  const headers = { cookie: to.keeper, origin: `http://${HOST}` }
  const { status } = await to.ask('/apporter/defaire', { method: 'POST', body, headers })
  assert.equal(status, 303)
  return plain(taken)
}
