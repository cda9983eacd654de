import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { workOf } from '../../tests/attack/work.ts'
import { plainWikitext } from './wikitext.ts'

test('A wiki page of minutes reads as people read it', () => {
  const wiki = [
    '{{Réunion|date=5 février 2014|lieu={{Lieu|Sail}}}}',
    '__NOTOC__',
    '== Présents ==',
    "* '''Malo''' ([[Le Fil|l'atelier]]), ''relieur''<ref name=\"a\">voir plus bas</ref>",
    '* [[Anaïs]] <!-- à vérifier -->et [http://cuma.fr les CUMA], [https://exemple.fr]',
    '',
    '[[Fichier:photo.jpg|thumb|vue [[du bourg]]]]',
    '{| class="wikitable"',
    '! Quoi !! Qui',
    '|-',
    '| style="x" | Affiches || Malo',
    '|-',
    '| Local',
    '| Anaïs',
    'et Léo',
    '|}',
    '1&nbsp;€ &lt; 2<br/>fin <nowiki>[[pas un lien]]</nowiki>',
    '[[Catégorie:Réunions]]',
  ].join('\n')
  assert.equal(
    plainWikitext(wiki),
    [
      '',
      '== Présents ==',
      "* Malo (l'atelier), relieur",
      '* Anaïs et les CUMA (http://cuma.fr), https://exemple.fr',
      '',
      'Quoi | Qui',
      'Affiches | Malo',
      'Local | Anaïs et Léo',
      '1\u00a0€ < 2',
      'fin [[pas un lien]]',
      '',
    ].join('\n'),
  )
})

test('What is opened and never closed is text', () => {
  for (const text of [
    '{{ Malo',
    '[[ Anaïs',
    '[http://a.fr Malo\nsuite]',
    '<!-- suite',
    'a }} b ]] c',
    '<ref> note'.slice(0, 4),
    '[x] à faire',
    '<malo@exemple.fr>',
    'l’an 2__ou 3',
    'R&D; et &co',
  ])
    assert.equal(plainWikitext(text), text)
  assert.equal(plainWikitext('{{a [[b}} c'), ' c')
  assert.equal(plainWikitext('[[a {{b]] c'), 'a {{b c')
  assert.equal(plainWikitext('[[a|b [http://c d]]] e'), 'b d (http://c) e')
  assert.equal(plainWikitext("l''''été''''"), "l'été'")
})

test('Text without markup comes back to the letter', () => {
  fc.assert(
    fc.property(
      fc.string({
        unit: fc.constantFrom(
          'a',
          'é',
          ' ',
          '\n',
          '\r',
          '=',
          '*',
          '#',
          ':',
          '|',
          '!',
          '-',
          '(',
          '😀',
          '\u202e',
        ),
      }),
      text => assert.equal(plainWikitext(text), text),
    ),
  )
})

const soup = fc.array(
  fc.constantFrom(
    '{{',
    '}}',
    '[[',
    ']]',
    '[',
    ']',
    '[http://x ',
    '|',
    '||',
    '\n',
    '{|',
    '\n{|\n',
    '\n|}\n',
    '\n|-\n',
    '\n| ',
    "''",
    "'''",
    '<ref>',
    '</ref>',
    '<!--',
    '-->',
    '<nowiki>',
    '</nowiki>',
    '<br>',
    '&amp;',
    '&#x41;',
    '__TOC__',
    'mot',
    ' ',
    'Fichier:',
    '==',
  ),
  { maxLength: 60 },
)

test('Any soup of markup gives well-formed text, hardly longer than it was', () => {
  fc.assert(
    fc.property(soup, pieces => {
      const text = pieces.join('')
      const plain = plainWikitext(text)
      assert.ok(plain.isWellFormed())
      // ` | ` between cells and ` (…)` around an address are all that is added.
      assert.ok(plain.length <= text.length * 3 + 3)
    }),
    { numRuns: 700 },
  )
})

test('Words outside templates, notes and files are kept, whatever is around them', () => {
  const marks = fc.constantFrom(
    '[[',
    ']]',
    '[',
    ']',
    '[http://x ',
    '\n',
    "''",
    "'''''",
    '<br>',
    '<b>',
    '</b>',
    '</ref>',
    '<!--',
    '<ref',
    '&amp;',
    '}}',
    '__',
    '<nowiki>',
    '</nowiki>',
  )
  fc.assert(
    fc.property(fc.array(marks, { maxLength: 40 }), pieces => {
      const text = pieces.map((piece, i) => `${piece} mot${i}x `).join('')
      const plain = plainWikitext(text)
      for (const i of pieces.keys())
        assert.ok(plain.includes(`mot${i}x`), `mot${i}x of ${JSON.stringify(text)}`)
    }),
    { numRuns: 700 },
  )
})

test('Every cell of a table is kept, and rows stay rows', () => {
  const rows = fc.array(
    fc.array(fc.constantFrom('Malo', 'Anaïs', '12 €', 'à voir'), { minLength: 1, maxLength: 4 }),
    {
      minLength: 1,
      maxLength: 6,
    },
  )
  fc.assert(
    fc.property(rows, fc.boolean(), (cells, oneLine) => {
      const body = cells.map(row => `|-\n| ${row.join(oneLine ? ' || ' : '\n| ')}\n`).join('')
      assert.equal(plainWikitext(`{|\n${body}|}`), cells.map(row => row.join(' | ')).join('\n'))
    }),
  )
})

test('Work grows with length only', () => {
  for (const piece of [
    '[[',
    '{{',
    '[http://x ',
    '<!--',
    '<ref>',
    '<nowiki>',
    '<a ',
    "'",
    '[[a',
    '{{a}}',
    '[[a|',
    '&#',
    '__A',
    '\n{|',
    '\n| a',
    ']]',
    '<b',
    ' ',
    '{|',
    '[',
  ]) {
    const costs = (length: number): number =>
      workOf(() => plainWikitext(piece.repeat(Math.floor(length / piece.length))))
    // Four times the text at the square would be sixteen times the work.
    const [part, whole] = [costs(1_500), costs(6_000)]
    assert.ok(whole < 5.5 * part, `${piece}: ${part}, then ${whole}`)
  }
})
