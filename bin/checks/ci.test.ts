import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { type TestContext, test } from 'node:test'

const CI = join(import.meta.dirname, '../../.ci/run')

/** Runs `.ci/run` with an npm that says and returns what the test gives it. */
function ran(
  t: TestContext,
  says: Readonly<Record<string, readonly [text: string, status: number]>>,
) {
  const bin = mkdtempSync(join(tmpdir(), 'cocote-ci-'))
  t.after(() => rmSync(bin, { recursive: true }))
  const acts = Object.entries(says).map(
    ([args, [text, status]]) => `'${args}') printf '${text}'; exit ${status};;`,
  )
  writeFileSync(
    join(bin, 'npm'),
    `#!/bin/sh\necho "$*" >>${bin}/called\ncase "$*" in\nci*) exit 0;;\n${acts.join('\n')}\nesac\n`,
    {
      mode: 0o755,
    },
  )
  const { status, stdout } = spawnSync(CI, {
    env: { PATH: `${bin}${delimiter}${process.env['PATH']}` },
    encoding: 'utf8',
  })
  return {
    status,
    lines: stdout.trim().split('\n'),
    called: readFileSync(join(bin, 'called'), 'utf8').trim().split('\n'),
  }
}

test('the last line sums both parts', t => {
  const { status, lines, called } = ran(t, {
    test: ['in 5 s\\n100 passed, 0 failed\\n', 0],
    'run test:all': ['in 9 s\\n20 passed, 0 failed, 3 skipped\\n', 0],
  })
  assert.equal(status, 0)
  assert.equal(lines.at(-1), '120 passed, 0 failed, 3 skipped')
  assert.deepEqual(called.slice(1), ['test', 'run test:all'])
})

test('when the first part fails the second runs all the same, and the sum stays the last line', t => {
  const { status, lines } = ran(t, {
    test: ['7 passed, 2 failed\\n', 1],
    'run test:all': ['20 passed, 0 failed\\n', 0],
  })
  assert.equal(status, 1)
  assert.equal(lines.at(-1), '27 passed, 2 failed')
})

test('a part that ends without its line counts as a failure', t => {
  const { status, lines } = ran(t, {
    test: ['7 passed, 0 failed\\n', 0],
    'run test:all': ['Killed\\n', 137],
  })
  assert.equal(status, 1)
  assert.equal(lines.at(-1), '7 passed, 1 failed')
})
