import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { noGround } from './ground.ts'
import { PATH } from './run.ts'

/**
 * What box/check-data leaves for the page, by how the look at the data ended; the look itself is
 * check.test.ts's.
 */
test('damaged is said of what was found damaged; a look that was killed, or could not be done, ' +
  'says that and hides no damage', {
  skip: noGround,
}, () => {
  const folder = mkdtempSync(join(tmpdir(), 'cocote-check-'))
  try {
    const at = (name: string) => join(folder, name)
    for (const one of ['var/data', 'var/said', 'opt/current/bin'])
      mkdirSync(at(one), { recursive: true })
    for (const one of ['', 'opt', 'opt/current', 'opt/current/bin']) chmodSync(at(one), 0o755)
    writeFileSync(at('var/data/log.db'), 'x')
    for (const file of ['passwd', 'group'])
      writeFileSync(
        at(file),
        `${readFileSync(`/etc/${file}`, 'utf8')}cocote:x:64999:` +
          `${file === 'passwd' ? '64999::/:/bin/sh' : ''}\n`,
      )
    const env = { PATH, COCOTE_VAR: at('var'), COCOTE_OPT: at('opt') }
    const looked = (program: string, before = ':'): readonly string[] => {
      writeFileSync(at('opt/current/bin/cocote'), `#!/bin/sh\n${program}\n`, { mode: 0o755 })
      const inside =
        `${before}; mount --bind ${at('passwd')} /etc/passwd; mount --bind ${at('group')} ` +
        '/etc/group; box/check-data'
      spawnSync('unshare', ['--mount', 'sh', '-c', inside], { env, timeout: 30_000 })
      return readFileSync(at('var/said/check'), 'utf8').trimEnd().split('\n').toSpliced(1, 1)
    }
    assert.deepEqual(looked('echo Tout est entier'), ['ok', 'whole', 'Tout est entier'])
    assert.deepEqual(looked('kill -9 $$').slice(0, 2), ['no', 'undone'])
    assert.deepEqual(looked('echo "La borne est ouverte ailleurs." >&2; exit 1'), [
      'no',
      'undone',
      'La borne est ouverte ailleurs.',
    ])
    assert.deepEqual(looked('echo x', 'export TMPDIR=/nowhere').slice(0, 2), ['no', 'undone'])
    assert.deepEqual(looked('printf "Deux abîmés\\n- un\\n- deux\\n" >&2; exit 3'), [
      'no',
      'hurt',
      'Deux abîmés',
      '- un',
      '- deux',
    ])
    assert.deepEqual(looked('kill -9 $$')[1], 'hurt')
    assert.equal(looked('echo Tout est entier')[1], 'whole')
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
