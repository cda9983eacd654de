import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { definedTwice, definedWords, wordsOfGlossary, wordsOfReadme } from './words.ts'

const MOST_WORDS = 60
const glossary = readFileSync('docs/glossary.md', 'utf8')

test('the glossary has sixty words at most, in the order of the alphabet', () => {
  const words = wordsOfGlossary(glossary)
  assert.ok(words.length > 40 && words.length <= MOST_WORDS, `${words.length} words`)
  assert.deepEqual(
    words,
    words.toSorted((a, b) => a.localeCompare(b, 'en', { sensitivity: 'base' })),
  )
  const lines = glossary.split('\n').filter(line => line.startsWith('|'))
  assert.equal(words.length, lines.length - 2, 'each line of the table has its four columns')
})
test('no word is defined twice, in the glossary and the READMEs', () => {
  const words = definedWords()
  assert.ok(words.filter(({ page }) => page.endsWith('README.md')).length > 30)
  assert.deepEqual(definedTwice(words), [])
})
test('a word that two pages define is named, with both', () => {
  const readme =
    '# x\n\n**Words:**\n\n- **lead**: an offer.\n- **Turn, round**: one of a round\n  of panels.\n'
  assert.deepEqual(wordsOfReadme(readme), ['lead', 'Turn', 'round'])
  const paragraph = '# x\n\n**Words:** **lead**: an offer. A **round** is a row of turns.\n'
  assert.deepEqual(wordsOfReadme(paragraph), ['lead', 'round'])
  const table = '| our word | b | c | d |\n|---|---|---|---|\n| turn | transaction | A. | — |\n'
  const words = [
    ...wordsOfGlossary(table).map(word => ({ word, page: 'glossary' })),
    ...wordsOfReadme(readme).map(word => ({ word, page: 'readme' })),
  ]
  assert.deepEqual(definedTwice(words), ['turn: glossary, readme'])
})
