import { deepEqual, equal } from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { noGround } from './ground.ts'
import { apart, PATH } from './run.ts'

test('a command apart that is cut leaves nothing running, and nothing mounted', {
  skip: noGround,
}, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'cocote-apart-'))
  const proc = join(folder, 'proc')
  const begins = `mkdir ${proc}; mount -t proc proc ${proc}; sleep 600 & echo begun; wait`
  const child = spawn(...apart('sh', '-c', begins), {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { PATH },
  })
  const gone = once(child, 'close')
  equal(String((await once(child.stdout, 'data'))[0]), 'begun\n')
  child.kill('SIGKILL')
  // Its output closes when the last process that holds it ends.
  await gone
  deepEqual(readdirSync(proc), [])
  rmSync(folder, { recursive: true })
})
