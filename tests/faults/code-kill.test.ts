import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { setTimeout } from 'node:timers/promises'
import { idFrom } from '../../src/core/id.ts'
import { placesIn } from '../../src/files/folder.ts'
import { codesLeft, openLocal } from '../../src/files/local.ts'
import { copyDemo } from '../support/demo-folder.ts'
import { at } from '../support/pass.ts'
import { chanceFrom, SEED } from './chance.ts'
import { kill, serving } from './serving.ts'
import { ask, withKeeper } from './turns.ts'

const ROUNDS = at(1, 8, 10)
/** A forgetting takes about as long, on a machine at rest. */
const WITHIN_MS = 40

test(
  'a server killed while it forgets: after each start a code is spent if and only if what it ' +
    'was for is forgotten',
  async t => {
    const folder = mkdtempSync(join(tmpdir(), 'cocote-codes-'))
    const { codes } = await copyDemo(folder)
    const cookie = await withKeeper(folder)
    // Each server that is started after a kill is the one that is killed next.
    let server = serving(folder)
    t.after(async () => {
      await kill(server)
      rmSync(folder, { recursive: true, force: true })
    })
    let address = await server.ready
    const listed = (await ask(address, '/annonces'))?.body ?? ''
    const notices = [
      ...new Set([...listed.matchAll(/\/annonces\/([0-9a-z]{26})/g)].map(([, id]) => id!)),
    ]
    const chance = chanceFrom(SEED)
    t.diagnostic(`FAULTS_SEED=${SEED}`)
    for (let round = 0; round < ROUNDS; round++) {
      const path = `/annonces/${notices[round]}`
      const type =
        /name="type" value="(\w+)"/.exec(
          (await ask(address, `${path}/modifier`, { cookie }))?.body ?? '',
        )?.[1] ?? ''
      assert.notEqual(type, '')
      const form = {
        tour: idFrom(Date.now(), new Uint8Array(10).fill(round)),
        type,
        id: notices[round]!,
        code: codes[round]!,
      }
      const before = left(folder)
      const answer = ask(address, '/oublier', {
        body: new URLSearchParams(form).toString(),
        cookie,
      })
      await setTimeout(chance.below(WITHIN_MS))
      await kill(server)
      const answered = (await answer)?.status
      server = serving(folder)
      address = await server.ready
      const gone = (await ask(address, path))?.status === 404
      assert.equal(
        before - left(folder),
        gone ? 1 : 0,
        `round ${round}: forgotten ${gone}, answered ${answered}`,
      )
      if (answered === 303) assert.ok(gone)
    }
  },
)

function left(folder: string): number {
  const local = openLocal(placesIn(folder).local)
  const count = codesLeft(local)
  local.db.close()
  return count
}
