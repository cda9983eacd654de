import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { plainWikitext } from './wikitext.ts'
import { type Minutes, wikitextOf, yeswikiOf } from './wikitext-out.ts'

const oneLine = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[\s\u0000-\u001f\u007f]+/g, ' ')
    .trim()
const said = fc
  .oneof(
    fc.string({ unit: 'grapheme', maxLength: 40 }),
    fc.constantFrom(
      "''gras''",
      '{{modèle}}',
      '[[lien|mots]]',
      '<!-- -->',
      '<nowiki>',
      '&amp;',
      '== titre ==',
      '{| table',
      '__TOC__',
      '* point',
      '~~~~',
      'a\nb',
    ),
  )
  .filter(text => oneLine(text) !== '')

test('what our reader reads of minutes is each text to the letter, whatever signs it holds', () => {
  fc.assert(
    fc.property(
      said,
      fc.array(said, { minLength: 1, maxLength: 4 }),
      said,
      (title, lines, more) => {
        const minutes: Minutes = {
          title,
          facts: [{ label: 'Lieu', text: more }],
          summary: '',
          parts: [{ title: 'Décisions', lines: lines.map(text => ({ text, more })) }],
        }
        const read = plainWikitext(wikitextOf(minutes)).split('\n')
        const wanted = lines.flatMap(text => [`* ${oneLine(text)}`, `*: ${oneLine(more)}`])
        assert.deepEqual(read.slice(read.indexOf('== Décisions ==') + 1, -1), wanted)
        assert.equal(read[0], `= ${oneLine(title)} =`)
      },
    ),
    { numRuns: 400 },
  )
})

test('a wiki gets its own marks: headings, bullets, links with their words', () => {
  const minutes: Minutes = {
    title: 'Soirée papier',
    facts: [
      { label: 'Date', text: '4 novembre 2026' },
      { label: 'Lieu', text: '' },
    ],
    summary: 'Trois projets.',
    parts: [
      {
        title: 'Références',
        lines: [
          { text: 'La Fabrique', url: 'https://fabrique.example/bois' },
          { text: 'Sans lien', url: 'javascript:x' },
        ],
      },
      { title: 'Vide', lines: [] },
    ],
  }
  assert.equal(
    wikitextOf(minutes),
    "= Soirée papier =\n\n* '''Date''' : 4 novembre 2026\n\nTrois projets.\n\n== Références " +
      '==\n* [https://fabrique.example/bois La Fabrique]\n* Sans lien\n',
  )
  assert.equal(
    yeswikiOf(minutes),
    '======Soirée papier======\n\n - **Date** : 4 novembre 2026\n\nTrois ' +
      'projets.\n\n=====Références=====\n - [[https://fabrique.example/bois La Fabrique]]\n - ' +
      'Sans lien\n',
  )
})

test('on YesWiki nothing that somebody wrote opens a markup, nor raw HTML', () => {
  fc.assert(
    fc.property(
      fc.oneof(said, fc.string({ unit: fc.constantFrom('"', '*', '/', '{', '[', ':', 'a', '<') })),
      text => {
        fc.pre(oneLine(text) !== '')
        const [, line = ''] =
          /^ - (.*)$/m.exec(
            yeswikiOf({
              title: 't',
              facts: [],
              summary: '',
              parts: [{ title: 'p', lines: [{ text }] }],
            }),
          ) ?? []
        const bare = line.replaceAll('""""', '\u0000')
        assert.doesNotMatch(bare, /""|\*\*|\{\{|\[\[|__|(?<!:)\/\//)
      },
    ),
  )
})
