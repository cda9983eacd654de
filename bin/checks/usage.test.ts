import assert from 'node:assert/strict'
import { test } from 'node:test'
import { asked, HELP } from './usage.ts'

test('a pass and files are read, in any order', () => {
  assert.deepEqual(asked([]), { do: 'check', pass: undefined, files: [] })
  assert.deepEqual(asked(['--all']), { do: 'check', pass: 'all', files: [] })
  assert.deepEqual(asked(['a.test.ts', '--long', 'b.test.ts']), {
    do: 'check',
    pass: 'long',
    files: ['a.test.ts', 'b.test.ts'],
  })
})

test('mutants are chosen by words, and seen by their own tests or by all', () => {
  assert.deepEqual(asked(['--mutants']), { do: 'mutants', words: [], isWhole: false })
  assert.deepEqual(asked(['--mutants', 'clock', '--whole']), {
    do: 'mutants',
    words: ['clock'],
    isWhole: true,
  })
  assert.equal(asked(['--mutants', '--all']).do, 'mistake')
})

test('a brick is taken out by its name, with the files to try', () => {
  assert.deepEqual(asked(['--without', 'wall']), { do: 'without', brick: 'wall', files: [] })
  assert.deepEqual(asked(['--without', 'wall', 'a.test.ts']), {
    do: 'without',
    brick: 'wall',
    files: ['a.test.ts'],
  })
  for (const wrong of [['--without'], ['--without', '--all'], ['wall', '--without']])
    assert.equal(asked(wrong).do, 'mistake')
})

test('a brick is tried by its name, in the short pass or in the longer one', () => {
  const tried = { do: 'check', files: [], brick: 'wall' }
  assert.deepEqual(asked(['--brick', 'wall']), { ...tried, pass: 'short' })
  assert.deepEqual(asked(['--brick', 'wall', '--all']), { ...tried, pass: 'all' })
  for (const wrong of [
    ['--brick'],
    ['--brick', '--all'],
    ['--all', '--brick', 'wall'],
    ['--brick', 'wall', 'a.test.ts'],
    ['--brick', 'wall', '--all', 'a.test.ts'],
  ])
    assert.equal(asked(wrong).do, 'mistake', wrong.join(' '))
})

test('an unknown flag, and two flags that exclude each other, get a sentence', () => {
  assert.deepEqual(asked(['--everything']), {
    do: 'mistake',
    sentence: 'There is no flag --everything. See bin/check --help.',
  })
  assert.deepEqual(asked(['--all', '--long']), {
    do: 'mistake',
    sentence: '--all and --long do not go together. See bin/check --help.',
  })
  assert.deepEqual(asked(['--laws', 'a.test.ts']), {
    do: 'mistake',
    sentence: '--laws takes no file. See bin/check --help.',
  })
})

test('the help names every flag, in lines that fit a terminal', () => {
  for (const flag of ['--all', '--long', '--laws', '--mutants', '--without', '--brick', '--help'])
    assert.match(HELP, new RegExp(`^bin/check ${flag}`, 'm'))
  for (const line of HELP.split('\n')) assert.ok(line.length <= 110, line)
})
