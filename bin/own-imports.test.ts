import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { env, execPath } from 'node:process'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('..', import.meta.url))

/** Prints the files of `src` whose code is another one, or on other lines, once it is made bare. */
const COMPARING = `
  import { globSync, readFileSync } from 'node:fs'
  import module from 'node:module'
  import { bare } from './bin/own-imports.js'
  const { tokenizer } = module._load('internal/deps/acorn/acorn/dist/acorn')
  const tokensOf = code =>
    [...tokenizer(code, { ecmaVersion: 'latest', sourceType: 'module', locations: true })].map(
      ({ type, value, loc }) =>
        [type.label, value?.pattern ?? value, value?.flags, loc.start.line].map(String).join(' '),
    )
  for (const file of globSync(['bin/cocote.ts', '{src,seeds}/**/*.ts'])) {
    const source = readFileSync(file, 'utf8')
    const [were, are] = [module.stripTypeScriptTypes(source), bare(source)].map(tokensOf)
    if (were.join('\\n') !== are.join('\\n')) console.log(file)
  }
`
test('a file runs as it is written, without its types and comments alone', () => {
  const args = ['--expose-internals', '--no-warnings', '--input-type=module', '-e', COMPARING]
  const { stdout, stderr } = spawnSync(execPath, args, { cwd: ROOT, encoding: 'utf8' })
  assert.equal(stderr, '')
  assert.equal(stdout, '')
})

test('a kept file is made again when it is not that of its source, and need not be kept', t => {
  const folder = mkdtempSync(join(tmpdir(), 'cocote-'))
  t.after(() => rmSync(folder, { recursive: true, force: true }))
  const kept = join(folder, 'kept', 'sources')
  for (const room of ['bin', 'src']) mkdirSync(join(folder, room))
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }')
  cpSync(join(ROOT, 'bin/own-imports.js'), join(folder, 'bin/own-imports.js'))
  const write = (word: string): void => {
    writeFileSync(join(folder, 'src/word.ts'), `/** L’une. */\nexport const word: string = ${word}`)
    writeFileSync(
      join(folder, 'src/says.ts'),
      "import { word } from './word.ts'\nconsole.log(word)",
    )
  }
  const says = (sources: string): string => {
    const args = ['--import', join(folder, 'bin/own-imports.js'), join(folder, 'src/says.ts')]
    const { stdout, stderr } = spawnSync(execPath, args, {
      env: { ...env, NODE_OPTIONS: '', COCOTE_SOURCES: sources },
      encoding: 'utf8',
    })
    return `${stdout}${stderr}`
  }
  write("'œuf'")
  assert.equal(says(kept), 'œuf\n')
  const held = (): string =>
    readdirSync(kept)
      .map(file => readFileSync(join(kept, file)))
      .join()
  assert.match(held(), /export const word += 'œuf'/)
  assert.doesNotMatch(held(), /une|string/)
  assert.equal(says(kept), 'œuf\n')
  write("'blé'")
  assert.equal(says(kept), 'blé\n')
  for (const file of readdirSync(kept)) truncateSync(join(kept, file), 20)
  assert.equal(says(kept), 'blé\n')
  assert.equal(says(join(folder, 'src/word.ts/kept')), 'blé\n')
  // A file that can't be kept leaves no half of it.
  const names = readdirSync(kept)
  for (const name of names) {
    rmSync(join(kept, name))
    mkdirSync(join(kept, name, 'inside'), { recursive: true })
  }
  assert.equal(says(kept), 'blé\n')
  assert.deepEqual(readdirSync(kept), names)
  write("(() => { throw new Error('here') })()")
  assert.match(says(kept), /word\.ts:2:/)
})
