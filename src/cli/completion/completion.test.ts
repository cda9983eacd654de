import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { tempFolder } from '../../../tests/support/folders.ts'
import type { Lang } from '../../core/lang.ts'
import { programOf } from '../program.ts'
import { VERBS } from '../verbs.ts'
import { completionOf } from './scripts.ts'
import { entriesOf } from './tree.ts'

const LANGS: readonly Lang[] = ['fr', 'en']
const scriptIn = (lang: Lang, shell: string): string => completionOf(programOf({ lang }), shell)
const place = tempFolder()
mkdirSync(join(place, 'une clé'))
writeFileSync(join(place, 'notes du four.md'), '')
for (const shell of ['bash', 'zsh', 'fish'])
  writeFileSync(join(place, shell), scriptIn('fr', shell))

const ran = (command: string, ...args: readonly string[]): string => {
  const { stdout, stderr, status } = spawnSync(command, args, { encoding: 'utf8', cwd: place })
  assert.equal(status, 0, stderr)
  assert.equal(stderr, '')
  return stdout
}
const has = (shell: string): boolean => spawnSync(shell, ['--version']).error === undefined

/** Lines to complete, the last word unfinished: what must be offered, and what must not. */
const LINES: readonly (readonly [words: readonly string[], yes: RegExp, no: RegExp])[] = [
  [['ba'], /^backup$/m, /box|rebuild/],
  [['box', ''], /^pair$[\s\S]*^versions$/m, /fits|ready|backup/],
  [['box', 'pa'], /^pair$\n^pause$/m, /unpack/],
  [['box', 'pair', 'Boën', '--'], /^--called$[\s\S]*^--off$/m, /--arch/],
  [['box', '--data', 'sail', 'pa'], /^pair$/m, /show/],
  [['export', 'e.zip', '--lang', ''], /^fr$\n^en$|^en$\n^fr$/m, /--/],
  [['completion', ''], /^bash$[\s\S]*zsh/m, /backup/],
  [['backup', 'no'], /^notes du four\.md$/m, /clé/],
  [['export', '--site', ''], /^une clé$/m, /notes/],
  [['backup', 'a', '--data', ''], /^une clé$/m, /notes/],
]

test('bash completes verbs, acts, options, values and files', () => {
  for (const [words, yes, no] of LINES) {
    const line = ['cocote', ...words].map(word => `'${word}'`).join(' ')
    const offered = ran(
      'bash',
      '-c',
      `source ./bash; COMP_WORDS=(${line}); COMP_CWORD=${words.length}; _cocote; printf ` +
        `'%s\\n' "\${COMPREPLY[@]}"`,
    )
    assert.match(offered, yes, words.join(' '))
    assert.doesNotMatch(offered, no, words.join(' '))
  }
})

test('fish completes them too, with what each does', { skip: !has('fish') }, () => {
  for (const [words, yes, no] of LINES) {
    const said = ran(
      'fish',
      '--no-config',
      '-c',
      `source ./fish; complete -C "cocote ${words.join(' ')}"`,
    )
    const offered = said
      .split('\n')
      .map(one => one.split('\t')[0]!.replace(/\/$/, ''))
      .sort()
      .join('\n')
    assert.match(
      offered,
      new RegExp(yes.source.replace('pair$\\n^pause', 'pair$[\\s\\S]*^pause'), 'm'),
    )
    assert.doesNotMatch(offered, no, words.join(' '))
  }
  assert.match(
    ran('fish', '--no-config', '-c', 'source ./fish; complete -C "cocote ba"'),
    /\tsauvegarde/,
  )
})

test('zsh completes them too', { skip: !has('zsh') }, () => {
  const keys = `
    zmodload zsh/zpty
    zpty z zsh -f -i
    zpty -w z "PS1=; autoload -U compinit; compinit -u -d $PWD/dump; \
zstyle ':completion:*' list-grouped false; LISTMAX=0; source ./zsh; print ready"
    zpty -r z said '*ready*ready*'
    zpty -w -n z "cocote box pa"$'\\t'$'\\t'
    zpty -r z said '*pause*'
    print -r -- $said
    zpty -d z
  `
  const { stdout } = spawnSync('zsh', ['-f', '-c', keys], {
    encoding: 'utf8',
    cwd: place,
    timeout: 20_000,
  })
  assert.match(stdout, /pair[\s\S]*reconnaît[\s\S]*pause/)
})

test('each script names every verb that help shows, in each language', () => {
  for (const lang of LANGS)
    for (const shell of ['bash', 'zsh', 'fish']) {
      const script = scriptIn(lang, shell)
      const entries = entriesOf(programOf({ lang }))
      assert.ok(entries.length > 30)
      for (const { path, options } of entries) {
        assert.ok(script.includes(shell === 'fish' ? path.replaceAll(' ', '_') : path), path)
        for (const { name } of options)
          assert.ok(script.includes(shell === 'fish' ? `-l ${name}` : `--${name}`), name)
      }
      for (const { name } of VERBS) assert.ok(script.includes(name), name)
    }
})
