import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { setTimeout } from 'node:timers/promises'
import { placesIn } from '../../src/app/folder.ts'
import { idFrom } from '../../src/core/id.ts'
import { codesLeft, openLocal } from '../../src/web/local.ts'
import { chanceFrom, SEED } from './chance.ts'
import { COCOTE, kill, serving, start } from './serving.ts'
import { ask } from './turns.ts'

const ROUNDS = 8
/** A forgetting takes about as long, on a machine at rest. */
const WITHIN_MS = 40

test('a server killed while it forgets: after each start a code is spent if and only if what it was for is forgotten', async t => {
  const folder = mkdtempSync(join(tmpdir(), 'cocote-codes-'))
  const first = start(COCOTE, ['serve', '--data', folder, '--port', '0', '--tls-port', '0', '--demo'], { LC_ALL: 'fr_FR.UTF-8' })
  t.after(async () => {
    await kill(first)
    rmSync(folder, { recursive: true, force: true })
  })
  const address = await first.ready
  const codes = /Dix codes.*\s:\s(.+)$/m.exec(first.said())?.[1]?.split(', ') ?? []
  const listed = (await ask(address, '/annonces'))?.body ?? ''
  const notices = [...new Set([...listed.matchAll(/\/annonces\/([0-9a-z]{26})/g)].map(([, id]) => id!))]
  const phrase = new URLSearchParams({ passphrase: 'quatre chaises au soleil', own: '1' }).toString()
  const cookie = /tenue=[^;\n]+/.exec((await ask(address, '/entrer', { body: phrase }))?.headers ?? '')?.[0] ?? ''
  await kill(first)
  const chance = chanceFrom(SEED)
  t.diagnostic(`FAULTS_SEED=${SEED}`)
  for (let round = 0; round < ROUNDS; round++) {
    const server = serving(folder)
    t.after(() => kill(server))
    const at = await server.ready
    const path = `/annonces/${notices[round]}`
    const type = /name="type" value="(\w+)"/.exec((await ask(at, `${path}/modifier`, { cookie }))?.body ?? '')?.[1] ?? ''
    const form = { tour: idFrom(Date.now(), new Uint8Array(10).fill(round)), type, id: notices[round]!, code: codes[round]! }
    const before = left(folder)
    const answer = ask(at, '/oublier', { body: new URLSearchParams(form).toString(), cookie })
    await setTimeout(chance.below(WITHIN_MS))
    await kill(server)
    const answered = (await answer)?.status
    const again = serving(folder)
    t.after(() => kill(again))
    const gone = (await ask(await again.ready, path))?.status === 404
    assert.equal(before - left(folder), gone ? 1 : 0, `round ${round}: forgotten ${gone}, answered ${answered}`)
    if (answered === 303) assert.ok(gone)
    await kill(again)
  }
})

function left(folder: string): number {
  const local = openLocal(placesIn(folder).local)
  const count = codesLeft(local)
  local.db.close()
  return count
}
