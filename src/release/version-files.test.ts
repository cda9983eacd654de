import assert from 'node:assert/strict'
import {
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { test } from 'node:test'
import { pattern } from '../core/pattern.ts'
import { PackageMissing, versionFiles } from './version-files.ts'

function planted(files: readonly string[], packages: Readonly<Record<string, object>>): string {
  const root = mkdtempSync(join(tmpdir(), 'cocote-version-'))
  for (const file of files) {
    mkdirSync(dirname(join(root, file)), { recursive: true })
    writeFileSync(join(root, file), '')
  }
  writeFileSync(
    join(root, 'package-lock.json'),
    JSON.stringify({ packages: { '': {}, ...packages } }),
  )
  return root
}

test('a version holds what a box runs, and none of what only its makers need', () => {
  const files = versionFiles('.')
  for (const one of [
    'bin/cocote',
    'src/cli/main.ts',
    'box/install',
    'public/look.css',
    'src/core/themes.ts',
    'node_modules/.bin/node',
    'docs/box.md',
    'LICENSE',
  ])
    assert.ok(files.includes(one), one)
  const odd = files.filter(file =>
    pattern()`
      \.test\.ts$|^(tests|bench|\.git)\/|node_modules\/(typescript|@biomejs|playwright-core
      |fast-check)\/
    `.test(file),
  )
  assert.deepEqual(odd, [])
  assert.ok(!files.some(file => /node-linux-[^/]+\/(include|share)\//.test(file)))
})

test('a package for another machine may be missing, one that all need may not', () => {
  const own = [
    'node_modules/a/index.js',
    'node_modules/a/node_modules/b/index.js',
    'node_modules/dev/index.js',
    'src/x.ts',
    'src/x.test.ts',
  ]
  const packages = {
    'node_modules/a': {},
    'node_modules/a/node_modules/b': {},
    'node_modules/dev': { dev: true },
    'node_modules/other-arch': { optional: true },
  }
  const root = planted(own, packages)
  assert.deepEqual(versionFiles(root), [
    'node_modules/.bin/node',
    'node_modules/a/index.js',
    'node_modules/a/node_modules/b/index.js',
    'package-lock.json',
    'src/x.ts',
  ])
  assert.throws(
    () => versionFiles(planted(own, { ...packages, 'node_modules/gone': {} })),
    PackageMissing,
  )
})

test('each file of the program that a script of the box names is there', () => {
  const scripts = globSync('{box,bin}/**').filter(
    file => statSync(file).isFile() && !/\.(?:ts|json)$/.test(file),
  )
  const named = scripts.flatMap(
    script => readFileSync(script, 'utf8').match(/\bsrc\/[\w/-]+\.\w+/g) ?? [],
  )
  assert.ok(named.includes('src/release/version-files.ts'))
  assert.deepEqual(
    named.filter(file => !existsSync(file)),
    [],
  )
})
