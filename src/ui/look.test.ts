import assert from 'node:assert/strict'
import { readFileSync, statSync } from 'node:fs'
import { test } from 'node:test'
import { en } from './en.ts'
import { fr } from './fr.ts'

const PUBLIC = new URL('../../public/', import.meta.url)
const css = readFileSync(new URL('look.css', PUBLIC), 'utf8')

type Colours = Readonly<Record<string, string>>
const coloursIn = (block: string): Colours =>
  Object.fromEntries(
    [...block.matchAll(/--([a-z]+): (#[0-9a-f]{6})/g)].map(([, name, value]) => [name, value]),
  )
const light = coloursIn(/:root \{([\s\S]*?)\}/.exec(css)?.[1] ?? '')
const dark = {
  ...light,
  ...coloursIn(/prefers-color-scheme: dark\) \{\s*:root \{([\s\S]*?)\}/.exec(css)?.[1] ?? ''),
}

/** Source  WCAG 2.2, definitions of relative luminance and contrast ratio. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map(i => Number.parseInt(hex.slice(i, i + 2), 16) / 255)
    .map(c => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
function contrast(a: string, b: string): number {
  const [high = 0, low = 0] = [luminance(a), luminance(b)].toSorted((x, y) => y - x)
  return (high + 0.05) / (low + 0.05)
}

test('Text reads at 4.5 to 1 on every ground, by day and in the dark', () => {
  for (const colours of [light, dark])
    for (const ground of ['paper', 'sheet'])
      for (const text of ['ink', 'soft', 'forest', 'river', 'plum', 'brick'])
        assert.ok(contrast(colours[text]!, colours[ground]!) >= 4.5, `${text} on ${ground}`)
  for (const colours of [light, dark]) {
    assert.ok(contrast(colours['ink']!, colours['straw']!) >= 4.5, 'today, marked text')
    for (const side of ['ink', 'forest', 'river', 'brick'])
      assert.ok(
        contrast(colours['sheet']!, colours[side]!) >= 4.5,
        `buttons and numbers on ${side}`,
      )
  }
})

test('The borders of fields are seen at 3 to 1', () => {
  assert.match(css, /input, select, textarea, button \{[^}]*border: 1\.5px solid var\(--soft\)/)
  for (const colours of [light, dark])
    for (const ground of ['paper', 'sheet'])
      assert.ok(contrast(colours['soft']!, colours[ground]!) >= 3)
})

test('The style sheet asks nobody else for anything, and its fonts are there and light', () => {
  const asked = [...css.matchAll(/url\(([^)]+)\)/g)].map(([, url]) => url!)
  for (const url of asked) assert.ok(statSync(new URL(url, PUBLIC)).size > 0, url)
  const fonts = ['fonts/bricolage.woff2', 'fonts/atkinson.woff2'].map(
    font => statSync(new URL(font, PUBLIC)).size,
  )
  assert.ok(fonts.reduce((a, b) => a + b) <= 64_000, fonts.join(' + '))
  assert.doesNotMatch(css, /@import|https?:/)
})

/** Every sentence of a table of words; functions are said with what they are given. */
function sentences(words: unknown): readonly string[] {
  if (typeof words === 'string') return [words]
  if (typeof words === 'function')
    return sentences((words as (...given: unknown[]) => unknown)('1', '2', '3'))
  return typeof words === 'object' && words !== null ? Object.values(words).flatMap(sentences) : []
}

test(
  'French is set as French is: curved apostrophes, no-break spaces before double signs and ' +
    'inside guillemets',
  () => {
    for (const sentence of sentences(fr)) {
      assert.doesNotMatch(sentence, /'| [;:?!»]|« /, sentence)
      assert.doesNotMatch(sentence, /[^\s\u00a0\u202f][?!»](?!\w)|«[^\u202f]/, sentence)
      assert.doesNotMatch(sentence, /utilisateur|fiche|boîte|\bmode\b/i, sentence)
    }
  },
)

test('English says everything that French says', () => {
  assert.equal(sentences(en).length, sentences(fr).length)
  for (const sentence of sentences(en)) assert.doesNotMatch(sentence, /'/, sentence)
})
