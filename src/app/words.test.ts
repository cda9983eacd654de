import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { pattern } from '../core/pattern.ts'
import { bricks } from './bricks.ts'

const REST = /((?:[^`\\$]|\\[\s\S]|\$(?!\{))*)(`|\$\{)/y
const TICK = '`'
const PIECE = pattern('g')`
  \b(?:pattern\('?\w*'?\)|source)${TICK}(?:[^${TICK}\\]|\\[\s\S])*${TICK}|\/\/.*|\/\*[\s\S]*?\*\/
  |'((?:[^'\\\n]|\\.)*)'|"((?:[^"\\\n]|\\.)*)"|(?<=[(,=:[!&|?]\s*)\/(?:\[(?:[^\]\\]|\\.)*\]
  |[^/\\\n[]|\\.)+\/|[${TICK}{}]
`

/**
 * What stands between quotes in a source: strings, and the pieces of templates (a template may hold
 * another). A name of a field, and a sign that stands for a missing value, are no sentence.
 */
function saidIn(source: string): readonly string[] {
  const said: string[] = []
  const open: string[] = []
  const text = (from: number): number => {
    REST.lastIndex = from
    const [whole = '', words = '', end] = REST.exec(source) ?? []
    said.push(words)
    if (end !== '`') open.push('template')
    return from + whole.length
  }
  PIECE.lastIndex = 0
  for (let found = PIECE.exec(source); found; found = PIECE.exec(source)) {
    const words = found[1] ?? found[2]
    if (words !== undefined) {
      const isName = source[PIECE.lastIndex] === ':'
      if (!isName && !source.slice(0, found.index).endsWith('?? ')) said.push(words)
    } else if (found[0] === '{') open.push('code')
    else if (found[0] === '`' || (found[0] === '}' && open.pop() === 'template'))
      PIECE.lastIndex = text(PIECE.lastIndex)
  }
  return said
}
/** The signs as they are read: a source may write a no-break space by its number. */
const read = (words: string): string =>
  words.replaceAll('\\u00a0', '\u00a0').replaceAll('\\u202f', '\u202f')
/** A sign with a plain space before it, or none: at the beginning of a piece too. JSON is none. */
const BEFORE = /(?<![\u00a0\u202f:;?!"])[:;?!»](?=[\s.,]|$)| [:;?!»]/
const AFTER = /«(?![\u00a0\u202f])/
const spacedBadly = (source: string): readonly string[] =>
  saidIn(source)
    .map(read)
    .filter(words => !words.includes('(?:') && (BEFORE.test(words) || AFTER.test(words)))

test('a plain space before a sign is seen in strings and templates, never in code', () => {
  const source =
    "const a = (n: number) => (n === 1 ? 'Un : deux' : `${n} « ${n > 2 ? `${n} fois !` : " +
    "'rien'} » ; fin`) // non : rien"
  assert.deepEqual(spacedBadly(source), ['Un : deux', ' « ', ' fois !', ' » ; fin'])
  assert.deepEqual(
    spacedBadly("const a = [`${b} ?`, 'Qui' + ' ?', `${b}?`, 'Qui' + '! Ici', 'Lui: là', '«' + b]"),
    [' ?', ' ?', '?', '! Ici', 'Lui: là', '«'],
  )
  assert.deepEqual(
    spacedBadly("const a = { 'Usage:': `${b}\\u00a0? Vu\\u202f!`, c: d ?? '?', e: 'http://f?g' }"),
    [],
  )
  assert.deepEqual(spacedBadly("const a = pattern('u')`\n  un : deux\n`"), [])
  assert.deepEqual(spacedBadly("const a = b ? /['\"] : /.test(c) : 'Un\u00a0: deux'"), [])
})
test('no sentence in French breaks its line before a sign, nor after an opening quote', () => {
  const files = globSync('src/**/fr.ts')
  assert.ok(files.length >= 13)
  for (const file of files) assert.deepEqual(spacedBadly(readFileSync(file, 'utf8')), [], file)
})

test('each choice of a record has its words, in both languages', () => {
  const all = bricks.flatMap(({ name, records, words }) =>
    (records ?? []).flatMap(type =>
      Object.entries(type.fields).flatMap(([field, { choices = [] }]) =>
        (['fr', 'en'] as const).flatMap(lang =>
          choices.map(one => ({
            code: [name, type.name, field, one, lang].join(' '),
            said: words[lang].types?.[type.name]?.fields[field]?.choices?.[one],
          })),
        ),
      ),
    ),
  )
  assert.ok(all.length >= 100)
  assert.deepEqual(
    all.filter(({ said }) => !said).map(({ code }) => code),
    [],
  )
})
