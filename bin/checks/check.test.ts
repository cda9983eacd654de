import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { execPath } from 'node:process'
import type { TestContext } from 'node:test'
import { testAll, testOnce } from '../../tests/support/pass.ts'

const ROOT = join(import.meta.dirname, '../..')

function ran(command: string, ...args: readonly string[]) {
  const { NODE_TEST_CONTEXT: _, CHECK_PASS: __, ...env } = process.env
  return spawnSync(command, args, { cwd: ROOT, env, encoding: 'utf8' })
}

/** A folder with a test file that has one test of each ending. */
function planted(t: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'cocote-check-'))
  t.after(() => rmSync(folder, { recursive: true }))
  const file = join(folder, 'planted.test.ts')
  writeFileSync(
    file,
    `import { suite, test } from 'node:test'
test('holds', () => {})
test('waits', { skip: 'not here' }, () => {})
suite('inside', () => test('breaks', () => { throw new Error('the roof leaks') }))
test(process.env.CHECK_PASS ?? 'no pass', () => {})
`,
  )
  return file
}

testAll('named files are listed test by test, and the last line sums them', t => {
  const file = planted(t)
  const { status, stdout } = ran('bin/check', '--all', file)
  assert.equal(status, 1)
  assert.match(stdout, /✔ holds/)
  assert.match(stdout, /✔ all/)
  assert.match(stdout, /\n2 passed, 1 failed, 1 skipped\n$/)
})

/** Runs files as a whole run does. Gives what is shown at once, at the end, and the counts. */
function wholeRun(
  script: string,
  files: Readonly<Record<'together' | 'batch', readonly string[]>>,
) {
  writeFileSync(
    script,
    `
    import { Folders } from '${ROOT}/bin/checks/shown.ts'
    import { runFiles } from '${ROOT}/bin/checks/run-files.ts'
    const { together, batch } = ${JSON.stringify(files)}
    const batches = batch.length > 0 ? [batch] : []
    const shown = new Folders([...together, ...batch], batches)
    const counts = await runFiles(
      { first: [], together, batches, apart: [], alone: [] }, shown.show)
    console.log('---'); console.log(shown.progress() + shown.ending('all'))
    console.log('---'); console.log(JSON.stringify(counts))`,
  )
  const { stdout, stderr } = ran(execPath, script)
  const [atOnce = '', ending = '', counts = ''] = stdout.split('---\n')
  return { atOnce, ending, counts: counts.trim(), stderr }
}

testOnce('a whole run shows a failure at once, and names it at its end with what runs it', t => {
  const file = planted(t)
  const torn = join(file, '../torn.test.ts')
  writeFileSync(torn, `console.error('no such tool'); process.exit(3)\n`)
  const long = join(file, '../long.test.ts')
  writeFileSync(
    long,
    `import { test } from 'node:test'
test('goes on', () => { throw new Error('one row more\\n'.repeat(90)) })\n`,
  )
  const run = wholeRun(join(file, '../script.ts'), { together: [file, torn, long], batch: [] })
  const { atOnce, ending, counts, stderr } = run
  assert.match(atOnce, /✖ .*planted\.test\.ts · breaks\n.*the roof leaks\n +at .*planted/, stderr)
  assert.match(atOnce, /✖ .*torn\.test\.ts · outside its tests\n/)
  assert.match(
    atOnce,
    /✖ .*long.*\n.*one row more\n(one row more\n){59}… \d+ characters more, on \d+/,
  )
  assert.match(ending, /3 of 3 files\n/)
  assert.match(ending, /The ten slowest files:\n( +\d+ s {2}.*(planted|torn|long)\.test\.ts\n){3}/)
  const failed = ending.split('Failed:\n')[1] ?? ''
  for (const one of ['planted.test.ts · breaks', 'torn.test.ts · outside', 'long.test.ts · goes'])
    assert.equal(failed.split(one).length, 2, one)
  assert.match(failed, /\n\nRun them again:\n {2}bin\/check --all( \S+\.test\.ts){3}\n/)
  assert.match(failed, /✖ .*torn\.test\.ts · outside its tests\nno such tool\n/)
  assert.doesNotMatch(ending, /the roof leaks|one row more/)
  assert.equal(counts, '{"passed":2,"failed":3,"skipped":1}')
})

testAll(
  'the files of a batch share a process and nothing else: one that cannot be read fails alone, ' +
    'and one whose process ends is named, with those that it kept from running',
  t => {
    const file = planted(t)
    const beside = (name: string, text: string): string => {
      writeFileSync(join(file, '..', name), text)
      return join(file, '..', name)
    }
    const batch = [
      beside(
        'hook.test.ts',
        `import { beforeEach, test } from 'node:test'
        beforeEach(t => { if (t.name !== 'mine') throw new Error('not of this file') })
        test('mine', () => { globalThis.place = process.pid })\n`,
      ),
      file,
      beside('unread.test.ts', `throw new Error('the key is lost')\n`),
      beside(
        'same.test.ts',
        `import assert from 'node:assert/strict'
        import { test } from 'node:test'
        test('one process', () => assert.equal(globalThis.place, process.pid))\n`,
      ),
      beside(
        'ends.test.ts',
        `import { test } from 'node:test'
        import { setImmediate } from 'node:timers/promises'
        test('ends', async () => {
          console.error('out of oil')
          for (let turn = 0; turn < 1_000; turn++) await setImmediate()
          process.exit(3)
        })\n`,
      ),
      beside('never.test.ts', `import { test } from 'node:test'\ntest('never', () => {})\n`),
    ]
    const run = wholeRun(join(file, '../script.ts'), { together: [], batch })
    assert.match(run.atOnce, /✖ .*planted\.test\.ts · breaks\n.*the roof leaks/, run.stderr)
    assert.match(run.atOnce, /✖ .*unread\.test\.ts · outside its tests\n.*the key is lost/)
    assert.match(
      run.ending,
      /✖ .*ends\.test\.ts · outside its tests\nIts process ended.*: .*never\.test\.ts\nout of oil/,
    )
    assert.match(run.ending, /4 of 6 files\n/)
    assert.match(
      run.ending,
      /With the files that shared a process:\n {2}bin\/check --all( \S+){6}\n/,
    )
    // A test, a file that cannot be read, and two files that never ended.
    assert.equal(run.counts, '{"passed":4,"failed":4,"skipped":1}')
    const [hook = '', ends = ''] = [batch[0], batch[4]]
    const alone = wholeRun(join(file, '../script.ts'), { together: [], batch: [hook, ends] })
    assert.equal(alone.counts, '{"passed":1,"failed":1,"skipped":0}')
    const early = beside(
      'early.test.ts',
      `import { test } from 'node:test'\ntest('early', () => process.exit(0))\n`,
    )
    const cut = wholeRun(join(file, '../script.ts'), { together: [], batch: [early, hook] })
    assert.equal(cut.counts, '{"passed":0,"failed":2,"skipped":0}')
    assert.match(cut.ending, /✖ .*early\.test\.ts · outside its tests\nIts process ended.*hook/)
    const late = beside(
      'late.test.ts',
      `import { test } from 'node:test'\ntest('ends too soon', () => {
        setTimeout(() => { throw new Error('after the end') }, 50)
      })\n`,
    )
    const thrown = wholeRun(join(file, '../script.ts'), { together: [], batch: [hook, late] })
    assert.equal(thrown.counts, '{"passed":2,"failed":1,"skipped":0}')
    assert.match(thrown.ending, /✖ .*late\.test\.ts · outside its tests\n/)
  },
)

testAll('a check removes the temporary folders that its tests leave', t => {
  const file = planted(t)
  const folder = join(file, '..')
  const leaves = join(folder, 'leaves.test.ts')
  writeFileSync(
    leaves,
    `import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
console.log('left ' + mkdtempSync(tmpdir() + '/left-'))
`,
  )
  const before = readdirSync(folder)
  const { NODE_TEST_CONTEXT: _, ...given } = process.env
  const env = { ...given, TMPDIR: folder }
  const { stdout } = spawnSync('bin/check', [leaves], { cwd: ROOT, env, encoding: 'utf8' })
  assert.match(stdout, /left \S+left-/)
  assert.deepEqual(readdirSync(folder), before)
})

testAll('a folder stands for its test files; one without any is said', () => {
  const { status, stdout } = ran('bin/check', 'src/core/letters/')
  assert.equal(status, 0, stdout)
  assert.match(stdout, /✔ .*\n(.*\n)+.* passed, 0 failed\n$/)
  const none = ran('bin/check', 'docs')
  assert.equal(none.status, 1)
  assert.match(none.stdout, /^The folder docs has no test of this pass\.\nNo test was run\.\n/)
})

testAll('a flag that does not exist, and each file that is absent, are said; nothing is run', t => {
  const unknown = ran('bin/check', '--evrything')
  assert.equal(unknown.status, 2)
  assert.equal(unknown.stderr, 'There is no flag --evrything. See bin/check --help.\n')
  const absent = ran('bin/check', 'src/nowhere.test.ts', planted(t), 'bin/none.test.ts')
  assert.equal(absent.status, 1)
  assert.match(
    absent.stdout,
    /^There is no file src\/nowhere.+\nThere is no file bin\/none.+\nNo test was run\.\nin \d+ s\n/,
  )
})
