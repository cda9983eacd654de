import assert from 'node:assert/strict'
import { globSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { cocote } from '../../tests/support/command-line.ts'
import { lackingBrick } from '../../tests/support/folders.ts'
import type { Verb } from '../contract/verb.ts'
import type { Lang } from '../core/lang.ts'
import { pattern } from '../core/pattern.ts'
import { EXIT } from './exit-codes.ts'
import { manualOf } from './manual.ts'
import { ordered } from './ordered.ts'
import { type CocoteCommand, type ProgramOf, programOf, type Typed } from './program.ts'
import { VERBS } from './verbs.ts'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
/** Docs describe a program with every brick. */
const WHOLE = !lackingBrick('harvest') && !lackingBrick('shelf')
const LANGS: readonly Lang[] = ['fr', 'en']
/** Every command, those that help does not list too, the program itself first. */
const all = (command: CocoteCommand): readonly CocoteCommand[] => [
  command,
  ...command.subcommands.flatMap(all),
]
const helpsIn = (of: ProgramOf) =>
  all(programOf(of)).map(command => ({ command, help: command.helpInformation() }))
const BOTH = LANGS.flatMap(lang => helpsIn({ lang, width: 80 }).map(one => ({ lang, ...one })))

/** Words as a shell parts them: quotes hold together, and what goes into a file is no word. */
const shellWords = (line: string): readonly string[] =>
  [...line.replace(/ > .*/, '').matchAll(/"([^"]*)"|(\S+)/g)].map(
    ([, quoted, bare]) => quoted ?? bare ?? '',
  )
/** Whether a line is understood: its work is known, or its help was asked for. */
function understood(line: readonly string[], lang: Lang = 'en'): boolean {
  let typed: Typed | undefined
  const program = programOf({ lang, took: one => (typed = one), write: () => undefined })
  try {
    program.parse([...ordered(program, line)], { from: 'user' })
    return typed !== undefined
  } catch (error) {
    assert.equal((error as { code?: string }).code, 'commander.helpDisplayed', line.join(' '))
    return line.includes('--help')
  }
}
const examplesIn = (help: string): readonly string[] =>
  [...help.replaceAll(/ \\\n +/g, ' ').matchAll(/^ {2}cocote (.*)$/gm)].map(([, line]) => line!)

test('every help fits the terminal, in both languages', () => {
  assert.ok(BOTH.length > 60)
  for (const { command, help } of BOTH)
    for (const line of help.split('\n'))
      assert.ok(line.length <= 80, `${command.path}: ${line.length} columns: ${line}`)
  for (const width of [40, 56, 100])
    for (const { command, help } of LANGS.flatMap(lang => helpsIn({ lang, width })))
      for (const line of help.split('\n'))
        assert.ok(
          line.length <= width || !/\S [^ \\]/.test(line.trim().replace(/"[^"]*"|<[^>]*>/g, 'x')),
          `${command.path}: ${line.length} columns of ${width}: ${line}`,
        )
})

test('every help has an example, which parses as that very command', () => {
  for (const { lang, command, help } of BOTH) {
    const examples = examplesIn(help)
    assert.ok(examples.length > 0, `${command.path} ${lang}`)
    for (const line of examples) {
      assert.ok(understood(shellWords(line), lang), line)
      if (command.subcommands.length === 0)
        assert.equal(`cocote ${line} `.startsWith(`${command.path} `), true, line)
    }
  }
})

test('every argument and option has its sentence, and every verb its line', () => {
  for (const { lang, command, help } of BOTH) {
    const about = command.summary()
    if (command.verb) assert.match(about, /^\p{Ll}.{8,}[^.]$/u, command.path)
    assert.doesNotMatch(help, /…\./)
    for (const { description } of command.registeredArguments)
      assert.match(description, /^[\p{Lu}«“].{8,}\.$/su, `${command.path} ${lang}: ${description}`)
    for (const { flags, description, hidden } of command.options) {
      assert.match(description, /^\p{Lu}.{12,}\.$/su, `${command.path} ${flags} ${lang}`)
      assert.equal(help.includes(`  ${flags}`), !hidden, `${command.path} ${flags}`)
    }
    const known = new Set(command.options.map(({ long }) => long?.slice(2)))
    for (const name of Object.keys(command.verb?.words(lang).options ?? {}))
      assert.ok(known.has(name), `${command.path} has words for --${name}, which it does not take`)
  }
})

test('a help says what follows an act alone', () => {
  const pair = BOTH.find(
    ({ command, lang }) => command.path === 'cocote box pair' && lang === 'fr',
  )!
  for (const [option, has] of [
    ['--called', true],
    ['--off', true],
    ['--arch', false],
    ['--suite', false],
  ] as const)
    assert.equal(pair.help.includes(option), has, option)
})

test('a verb has subcommands or a work, and a help in both languages', () => {
  const each = (verb: Verb): readonly Verb[] => [verb, ...(verb.subcommands ?? []).flatMap(each)]
  for (const verb of VERBS.flatMap(each)) {
    assert.notEqual(verb.subcommands === undefined, verb.run === undefined, verb.name)
    const [fr, en] = [verb.words('fr'), verb.words('en')]
    assert.notEqual(fr.about, en.about, verb.name)
    assert.deepEqual(Object.keys(fr.options ?? {}).sort(), Object.keys(en.options ?? {}).sort())
    assert.equal(fr.examples?.length, en.examples?.length, verb.name)
  }
})

/** Words that only commander says, or a program that speaks to programmers. */
const FOREIGN = pattern('i')`
  error:|unknown|missing|required|argument|expected|Did you mean|display help|Commands:|Arguments:
  |invalid|positional
`

test('a mistake is said in the shell’s language, with what may have been meant and the usage', async t => {
  const lines = [
    [['bakup', 'x'], /« bakup »[\s\S]*« backup »/],
    [['box', 'pear', 'x'], /« cocote box »[\s\S]*« pear »[\s\S]*« pair »/],
    [['check', '--dta', 'x'], /« --dta »[\s\S]*« --data »[\s\S]*cocote check \[options\]/],
    [['check', '-x'], /« -x »/],
    [['serve', '--port'], /« --port » sa valeur : --port PORT/],
    [['serve', '--port', '--demo'], /« --port » sa valeur/],
    [['courier', 'pack', '--out', '--json'], /« --out » sa valeur/],
    [['check', '--help=yes'], /« --help » ne prend pas/],
    [['check', '--json=oui'], /« --json » ne prend pas/],
    [['backup'], /Il manque FICHIER/],
    [['fill'], /Il manque --records <COMBIEN>/],
    [['box', 'pair', 'Boën', 'sur', 'Lignon'], /« sur » est de trop.*guillemets/],
    [['check', '--', '--data'], /« --data » est de trop/],
    [['box'], /« cocote box »[\s\S]*pair <BORNE>/],
    [['nope', '--help'], /« nope »/],
    [['constructor'], /« constructor »/],
    [['box', '__proto__'], /« __proto__ »/],
    [['completion', 'tcsh'], /« tcsh »/],
    [['--dat'], /« --dat »/],
    [[], /Dites quoi faire[\s\S]*backup <FICHIER>/],
  ] as const
  for (const [args, said] of lines) {
    const { code, out, err } = await cocote(t, ...args)
    const plain = err.replaceAll(/[\u00a0\u202f]/g, ' ')
    assert.deepEqual([code, out], [2, ''], `${args.join(' ')}: ${err}`)
    assert.match(plain, said, args.join(' '))
    assert.doesNotMatch(plain, FOREIGN, args.join(' '))
    for (const line of err.split('\n')) assert.ok(line.length <= 100, line)
  }
})

test('older orders of words still work: options before the act, help as a word', async t => {
  const same = async (args: readonly string[], others: readonly string[]) =>
    assert.deepEqual(await cocote(t, ...args), await cocote(t, ...others), args.join(' '))
  const pair = await cocote(t, 'box', 'pair', '--help')
  assert.match(pair.out, /cocote box pair <BORNE>/)
  await same(['help', 'box', 'pair'], ['box', 'pair', '--help'])
  await same(['box', 'help', 'pair'], ['box', 'pair', '--help'])
  await same(['box', '--help', 'pair'], ['box', 'pair', '--help'])
  await same(['--help', 'box'], ['box', '--help'])
  await same(['help'], ['--help'])
  await same(['-h'], ['--help'])
  const absent = ['--data', '/nowhere/at/all']
  await same(['box', ...absent, 'show'], ['box', 'show', ...absent])
  await same([...absent, 'check'], ['check', ...absent])
  await same(
    ['box', '--called', 'pair', 'pair', 'x', ...absent],
    ['box', 'pair', 'x', '--called', 'pair', ...absent],
  )
})

test('docs/command-line.md prints exit codes and JSON as they are', { skip: !WHOLE }, () => {
  const page = readFileSync(new URL('../../docs/command-line.md', import.meta.url), 'utf8')
  assert.ok(
    page.includes(manualOf(programOf({ lang: 'en' }))),
    'print the tables of manual.ts again',
  )
  for (const { lang, command, help } of BOTH)
    for (const code of Object.values(EXIT))
      assert.equal(
        new RegExp(`^  ${code}  \\p{Ll}`, 'mu').test(help),
        command.verb === undefined || command.verb.mayExit3 === true,
        `${command.path} ${lang} ${code}`,
      )
})

/** Lines of `bin/cocote` that docs, services and scripts of a box type, variables and all. */
const typedElsewhere = (): readonly string[] =>
  globSync(['*.md', 'docs/*.md', 'box/*', 'box/units/*', 'package.json'], { cwd: ROOT })
    .filter(file => file !== 'CHANGELOG.md' && statSync(join(ROOT, file)).isFile())
    .flatMap(file => readFileSync(join(ROOT, file), 'utf8').split('\n'))
    .map(line => line.replace(/"\$\("\$\(of "\$NEW"\)" --version\)"/, '1.0.0'))
    .flatMap(line => [
      ...line.matchAll(/bin\/cocote ([a-z-][^`|#">]*)/g),
      ...line.matchAll(/(?:runs_here|"\$RUNS"|"\$\(of "\$(?:OLD|NEW)"\)") ([a-z][^|&;>]*)/g),
    ])
    .map(([, typed = '']) =>
      typed
        .replaceAll("'", '"')
        .replace(/\s\d*$|\$older\)?/, ' ')
        .trim(),
    )
    .filter(typed => !/^--(version|help)|^VERB|^print KIND|^box \w+$/.test(typed))

test('every line that docs, services and scripts type is understood', { skip: !WHOLE }, () => {
  const lines = typedElsewhere()
  assert.ok(lines.length > 25, lines.join('\n'))
  for (const line of lines) {
    assert.ok(understood(shellWords(line)), line)
  }
})

/** A line to type, in a sentence. */
const SAID = /(?:«(?:\s|\\u00a0)|“|(?:\s|\\u00a0): )(cocote [a-z]+(?: [a-z-]+)?)/g

test('every verb that a sentence names is one', { skip: !WHOLE }, () => {
  const paths = new Set(all(programOf({ lang: 'fr' })).map(({ path }) => path))
  const named = globSync('src/**/{fr,en}.ts', { cwd: ROOT })
    .flatMap(file => [...readFileSync(join(ROOT, file), 'utf8').matchAll(SAID)])
    .map(([, path = '']) => path)
  assert.ok(named.length > 20)
  for (const path of named) {
    const verb = path.split(' ').slice(0, 2).join(' ')
    assert.ok(paths.has(path) || paths.has(verb), path)
  }
})
