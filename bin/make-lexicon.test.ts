import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { isKnown, keyOf, phraseKey } from '../src/bricks/offers/model/matching/names.ts'
import { broadMade, broadWords } from './lexicon/broad.ts'
import { compiled, madeFiles } from './lexicon/compiled.ts'
import { everydayIn, everydayMade } from './lexicon/everyday.ts'
import { faultsAmong, type LexiconLine, lexiconIn, linesIn } from './lexicon/lines.ts'
import { failed } from './lexicon/tried.ts'
import { topicLines } from './topics/lines.ts'

const HEAD = 'genre\tnom\tmots\toffre\tdemande'
const rows = (...all: readonly string[]) => linesIn([HEAD, ...all].join('\n'), 'a.tsv')

test('the compiled lexicon is what its data files say', () => {
  for (const [file, text] of Object.entries(madeFiles(compiled(lexiconIn().lines))))
    assert.equal(
      readFileSync(`src/bricks/offers/model/matching/${file}`, 'utf8') === text,
      true,
      `${file} is not what src/bricks/offers/lexicon/*.tsv say: run \`node bin/make-lexicon.ts\``,
    )
})

test('the words of searching are what their data files say', () => {
  const { lines, faults } = everydayIn()
  assert.deepEqual(faults, [])
  const held = readFileSync('src/text/french/everyday.json', 'utf8')
  assert.equal(held === everydayMade(lines), true, 'run `node bin/make-lexicon.ts`')
})

test('words that are said of many things are what the sentences of topics say', () => {
  const { sentences } = topicLines()
  const held = readFileSync('src/text/french/broad.json', 'utf8')
  assert.equal(held === broadMade(sentences), true, 'run `node bin/make-lexicon.ts`')
  const broad = new Set(broadWords(sentences))
  for (const word of ['table', 'piece', 'garde', 'papier', 'chambre']) assert.ok(broad.has(word))
  for (const word of ['guitare', 'mobylette', 'avocat', 'patate']) assert.ok(!broad.has(word))
})

test('the order of lines and files changes nothing', () => {
  const { lines } = lexiconIn()
  assert.deepEqual(madeFiles(compiled(lines.toReversed())), madeFiles(compiled(lines)))
})

test('a line that is written wrongly is told with its file and its place', () => {
  for (const [row, told] of [
    ['chose\tvélo\tbicyclette\t\t', /^a\.tsv:2: no genre is called “chose”: même, sorte/],
    ['même\tvélo\tbicyclette', /^a\.tsv:2: 3 columns parted by tabs, and 5 are needed: genre, nom/],
    ['sorte\tvélo\t\t\t', /^a\.tsv:2: no mots beside “vélo”/],
    ['même\t\tbicyclette\t\t', /^a\.tsv:2: no nom/],
    ['même\tvélo\tde la\t\t', /^a\.tsv:2: “de la” has no telling word/],
    ['même\tvélo\tbicyclette\tJe prête un vélo\t', /^a\.tsv:2: an example needs both/],
    ['même\tvélo, bicyclette\tbiclou\t\t', /^a\.tsv:2: several names stand in nom/],
    ['sens\tselle\tcheval, jument\t\t', /^a\.tsv:2: sens needs two senses/],
    ['même\tvélo\tbicyclette | biclou\t\t', /^a\.tsv:2: only sens has senses/],
  ] as const) {
    const { lines, faults } = rows(row)
    assert.equal(lines.length, 0, row)
    assert.match(faults.join('\n'), told)
  }
  assert.match(linesIn('vélo\n', 'a.tsv').faults[0]!, /^a\.tsv:1: the first line must be genre/)
})

test('a name stands in one line of its genre, whatever its file and its plural', () => {
  const one = linesIn(`${HEAD}\nmême\tvélo\tbicyclette\t\t`, 'a.tsv').lines
  const other = linesIn(`${HEAD}\n# two\n\nmême\ttricycle\tBicyclettes\t\t`, 'b.tsv').lines
  assert.deepEqual(faultsAmong([...one, ...other]), [
    'b.tsv:4: “Bicyclettes” stands already in a.tsv:2 (même vélo)',
  ])
  const lines = rows('sens\tselle\t@bêtes | @route\t\t', 'champ\troute\tvélo\t\t').lines
  assert.deepEqual(faultsAmong(lines), ['a.tsv:2: no champ is called “bêtes”'])
})

test('an example that fails tells what was understood of both sentences', () => {
  const [line] = rows('même\tvélo\tbicyclette\tJe prête une échelle\tJe cherche un vélo').lines
  const told = (failed(line as LexiconLine) ?? []).join('\n')
  assert.match(told, /not answered by the offre: score 0/)
  assert.match(told, /no word of mots stands in the example/)
  assert.match(told, /Je cherche un vélo · act: – · things: vélo = velo · looks for it/)
  const [holds] = rows('même\tvélo\tbicyclette\tJe prête une bicyclette\tCherche un vélo').lines
  assert.equal(failed(holds as LexiconLine), undefined)
})

test('a thing with one name is known by it, and a phrase by its telling words', () => {
  assert.ok(isKnown(keyOf('tracteurs')))
  assert.equal(phraseKey(['machine', 'coudre']), phraseKey(['machines', 'coudre']))
})
