import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { bricks } from '../../app/bricks.ts'
import type { Lang } from '../../core/lang.ts'
import { wordAt } from '../../web/pages/word-at.ts'
import { help } from './brick.ts'
import { CHAPTERS } from './pages/chapters.ts'
import { namesIn } from './pages/text.ts'

/** Every text of a value, however deep. */
const textsOf = (value: unknown): readonly string[] =>
  typeof value === 'string'
    ? [value]
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(textsOf)
      : []
const helpIn = (lang: Lang): readonly string[] => [
  ...Object.values(CHAPTERS).flatMap(it => textsOf(it[lang])),
  ...textsOf(help.words[lang]),
]

/** All that the program says in one language, its own help apart, with its spaces made plain. */
const saidIn = (lang: string): string =>
  globSync(`src/**/${lang}.ts`)
    .filter(file => !file.startsWith('src/bricks/help/'))
    .map(file => readFileSync(file, 'utf8'))
    .join('\n')
    .replace(/' \+\s+'/g, '')
const spaced = (text: string): string => text.replace(/\\u00a0|\\u202f|[\u00a0\u202f]/g, ' ')

test('each button and each title that the help quotes is one of the program', () => {
  for (const lang of ['fr', 'en'] as const) {
    const program = spaced(saidIn(lang))
    for (const name of helpIn(lang).flatMap(namesIn)) {
      const found = name.startsWith('=')
        ? program.includes(`'${spaced(name.slice(1))}'`)
        : wordAt(bricks, lang, name) !== undefined
      assert.ok(found, `${lang}: the program has no words {${name}}`)
    }
  }
})
