import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { globSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { lackingBrick } from '../../../tests/support/folders.ts'
import { testEngine } from '../../../tests/support/test-engine.ts'
import { bricks } from '../../app/bricks.ts'
import type { Kit } from '../../contract/kit.ts'
import type { Reader } from '../../contract/reader.ts'
import type { Lang } from '../../core/lang.ts'
import { setPaper } from '../../paper/typeset.ts'
import { wordAt } from '../../web/pages/word-at.ts'
import { pictureWith } from '../../web/served.ts'
import { help } from './brick.ts'
import { PICTURES } from './model/pictures.ts'
import { CHAPTERS, chapterFor } from './pages/chapters.ts'
import { finds } from './pages/finds.ts'
import { addressesIn, blocksHtml, blocksOnPaper, namesIn } from './pages/text.ts'
import type { fr } from './words/fr.ts'

/** Rooms of the house and bricks that the help quotes; a house may lack the bricks. */
const HOUSE = ['ui', 'web', 'records', 'keepers', 'sheet']
const QUOTED = [
  'agenda',
  'asking',
  'deals',
  'wall',
  'offers',
  'directory',
  'members',
  'sync',
  'printing',
  'box',
  'harvest',
  'lending',
]

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
      const [room = ''] = name.split('.')
      const isLiteral = name.startsWith('=')
      assert.ok(isLiteral || HOUSE.includes(room) || QUOTED.includes(room), `${name}: whose?`)
      if (isLiteral ? QUOTED.some(lackingBrick) : QUOTED.includes(room) && lackingBrick(room))
        continue
      const found = isLiteral
        ? program.includes(`'${spaced(name.slice(1))}'`)
        : wordAt(bricks, lang, name) !== undefined
      assert.ok(found, `${lang}: the program has no words {${name}}`)
    }
  }
})

test('each chapter has both languages, block by block', () => {
  const shapeOf = (value: unknown): unknown =>
    typeof value === 'string'
      ? [namesIn(value).length, addressesIn(value)]
      : Object.entries(value as object).map(([name, one]) => [name, shapeOf(one)])
  for (const [name, { fr, en }] of Object.entries(CHAPTERS))
    assert.deepEqual(shapeOf(en), shapeOf(fr), name)
})

test('each page of the keeper leads to the chapter that fits it', () => {
  const led = ['/ouvrir', '/cueillette/x', '/tenir/champs', '/bornes/cle', '/borne', '/agenda']
  assert.deepEqual(led.map(chapterFor), [
    'premiere-semaine',
    'une-reunion',
    'tenir-la-page',
    'deux-bornes',
    'quand-ca-ne-marche-pas',
    undefined,
  ])
  for (const name of led.flatMap(path => chapterFor(path) ?? [])) assert.ok(CHAPTERS[name], name)
})

test('what this house lacks is left out, with what names it', () => {
  const none = (): undefined => undefined
  const blocks = ['Pressez {x.y}.', { list: ['Ceci', 'ou {x.z}'] }]
  assert.equal(
    blocksHtml(blocks, none)
      .map(one => one.html)
      .join(''),
    '<ul><li>Ceci</li></ul>',
  )
  assert.deepEqual(blocksOnPaper(blocks, none), [
    { is: 'items', items: [{ words: ['Ceci'] }], bare: false },
  ])
})

test('a text of the help is escaped, and a key inside a link is its words', () => {
  const [line] = blocksHtml(['<b> [{a.b}](/x) **{a.b}** {=c}'], () => 'd & e')
  assert.equal(line?.html, '<p>&lt;b&gt; <a href="/x">d &amp; e</a> <b>d &amp; e</b> <b>c</b></p>')
})

test('a search finds the passage that says all its words, and leads to its heading', () => {
  const kit = {
    request: { lang: 'fr', by: 'keeper' },
    wordAt: (key: string) => wordAt(bricks, 'fr', key),
  }
  const found = (asked: string): string =>
    (finds(kit as Kit, {} as Reader, help.words.fr as typeof fr, asked)?.items ?? [])
      .map(one => one.html)
      .join('')
  assert.match(
    found('phrase de passe perdue'),
    /href="\/aide\/quand-ca-ne-marche-pas#entrer-la-phrase-de-passe-les-codes"/,
  )
  assert.match(found('associations deux fois'), /#la-meme-association-est-la-deux-fois"/)
  assert.equal(found('hippopotame'), '')
  assert.equal(found('de la'), '')
  // No page is of an age: what is looked for is in the village, or nowhere.
  assert.equal(found('age d or'), '')
  assert.notEqual(found('la borne'), '')
})

test('the booklet has each picture of its chapters, by the hash of a file that is here', () => {
  const pictures = Object.entries(CHAPTERS).flatMap(([, { fr }]) =>
    blocksOnPaper(fr.blocks, key => wordAt(bricks, 'fr', key)).filter(one => one.is === 'picture'),
  )
  assert.equal(pictures.length, Object.keys(PICTURES).length)
  for (const { picture, shows } of pictures) {
    const bytes = pictureWith([help], picture)
    assert.ok(bytes && shows !== '', picture)
    assert.equal(createHash('sha256').update(bytes).digest('hex'), picture)
  }
  assert.equal(pictureWith([help], 'a'.repeat(64)), undefined)
})

test('the booklet with its pictures is four sheets of paper at most, and lighter than a photo', () => {
  for (const lang of ['fr', 'en'] as const) {
    using engine = testEngine({ bricks })
    const { pages, pdf } = setPaper(engine.paper('aide', undefined, { lang }), hash =>
      pictureWith([help], hash),
    )
    assert.ok(pages <= 2 * 4, `${lang}: ${pages} sides`)
    assert.ok(pdf.length < 1_200_000, `${lang}: ${pdf.length} bytes`)
  }
})
