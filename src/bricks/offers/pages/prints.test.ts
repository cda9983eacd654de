import assert from 'node:assert/strict'
import fc from 'fast-check'
import { testOnce as test, testAll } from '../../../../tests/support/pass.ts'
import { testBox } from '../../../../tests/support/test-box.ts'
import type { Paper } from '../../../contract/paper.ts'
import { setPaper } from '../../../paper/typeset.ts'
import { sentencesOf } from '../../../ui/showcase.ts'
import { toPrint } from '../../../web/print/prints.ts'

const box = testBox()
const { source } = box
box.bring('territory', {
  name: 'Sail et alentours',
  village: '42195',
  communes: ['42195', '42313'],
  keptBy: 'Anaïs et Malo',
})
box.bring('commune', { code: '42195', name: 'Sail-sous-Couzan' })

type Fields = Parameters<typeof box.bring>[1]
function poster(fields: Fields, format: 'a4' | 'a5', coded = false): Paper {
  const id = box.bring('offer', { reach: 'au bar', ...fields })
  if (coded) box.turn('plain.giveCode', { id })
  const found = toPrint(source, 'affichette', id, {
    lang: 'fr',
    by: 'visitor',
    private: true,
    query: { format },
  })
  assert.ok('paper' in found)
  return found.paper
}
const told = (paper: Paper): string => JSON.stringify(paper.blocks)
const strips = (paper: Paper): readonly string[] => (paper.strips?.lines ?? []).map(String)

test(
  'where, when, what is wished in return and the code are on the poster, and on its strips ' +
    'what a pocket needs',
  () => {
    const saw = {
      title: 'Paul prête sa scie',
      who: 'Paul',
      where: 'à côté du four',
      when: 'le mercredi',
      against: 'rien, ou une planche',
    }
    const paper = poster({ ...saw, commune: '42195' }, 'a4', true)
    for (const said of ['à côté du four · Sail-sous-Couzan', 'le mercredi', 'rien, ou une planche'])
      assert.ok(told(paper).includes(said), said)
    assert.match(told(paper), /"b":"code\u00a0\d\d\u00a0\d\d"/)
    assert.deepEqual(strips(paper).slice(1, 6), [
      'Paul prête sa scie',
      'au bar',
      'le mercredi',
      'à côté du four',
      'Sail-sous-Couzan',
    ])
    assert.match(strips(paper)[6] ?? '', /^annonce code\u00a0\d\d\u00a0\d\d$/)
    assert.deepEqual(
      paper.strips?.spare?.map(at => strips(paper)[at]),
      ['Sail-sous-Couzan', 'le mercredi', 'à côté du four', 'Paul prête sa scie'],
    )
    assert.ok(
      !told(poster({ title: 'Paul prête sa scie' }, 'a4')).includes('Sail-sous-Couzan'),
      'said nowhere, it is invented nowhere',
    )
  },
)

const PHOTO = { hash: 'a'.repeat(64), name: 'a.webp', type: 'image/webp', size: 9 }
test('a price that the sentence of a poster says is not said again under it', () => {
  const facts = (title: string): string =>
    JSON.stringify(poster({ title, mode: 'sell', priceCents: 12_000 }, 'a4').blocks.slice(1))
  assert.match(facts('Zoé vend une commode'), /Prix demandé.*120/)
  assert.doesNotMatch(facts('Zoé vend une commode, 120 €'), /Prix demandé|120/)
})

test('the first photo of a notice stands on its poster, under its sentence', () => {
  const { blocks } = poster({ title: 'Paul prête sa scie', who: 'Paul', photos: [PHOTO] }, 'a4')
  assert.deepEqual(
    blocks.slice(0, 2).map(block => block.is),
    ['title', 'picture'],
  )
  assert.ok(!told(poster({ title: 'Paul prête sa scie' }, 'a4')).includes('picture'))
})

testAll('whatever its texts, an affichette is one page, in A4 and in A5', () => {
  const words =
    'Nadia donne des pieds de rhubarbe et de cassis, anticonstitutionnellement. Il y en a ' +
    'pour tout le monde, un dimanche\u202f! '
  const long = (most: number) =>
    fc.integer({ min: 0, max: most }).map(n => words.repeat(600).slice(0, n))
  const text = fc.oneof(long(300), fc.constant('x'.repeat(300)), fc.constant(null))
  const fields = fc.record({
    title: fc.oneof(long(300), fc.constant('x'.repeat(300))),
    detail: fc.oneof(long(2_000), long(60_000), fc.constant('x'.repeat(5_000)), fc.constant(null)),
    who: text,
    reach: text.map(said => said || 'au bar'),
    where: text,
    when: text,
    against: text,
  })
  const said = (all: Readonly<Record<string, string | null>>): Fields =>
    Object.fromEntries(Object.entries(all).filter((one): one is [string, string] => !!one[1]))
  const most = 'Un deux. '.repeat(34).slice(0, 300)
  const all = {
    title: most,
    detail: words.repeat(600).slice(0, 60_000),
    who: most,
    reach: most,
    where: most,
    when: most,
    against: most,
  }
  fc.assert(
    fc.property(fields, fc.boolean(), (any, coded) => {
      for (const format of ['a4', 'a5'] as const)
        for (const photos of [{}, { photos: [PHOTO] }])
          assert.equal(setPaper(poster({ ...said(any), ...photos }, format, coded)).pages, 1)
    }),
    {
      numRuns: 5,
      examples: [
        [all, true],
        [{ ...all, detail: words.repeat(9).slice(0, 900), who: 'Paul' }, true],
        [{ ...all, title: '', detail: '' }, false],
        [
          {
            title: 'Paul',
            detail: words.repeat(10),
            who: null,
            reach: 'au bar',
            where: null,
            when: null,
            against: null,
          },
          false,
        ],
      ],
    },
  )
})

test('the pieces of a text are all of it, and none is longer than what was said without a space', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('un', 'mot.', 'et\n', 'x'.repeat(200), '  '), { maxLength: 120 }),
      all => {
        const text = all.join(' ')
        const pieces = sentencesOf(text)
        assert.equal(pieces.join(' '), text.replace(/\s+/g, ' ').trim())
        for (const piece of pieces) assert.ok(piece.length <= 161 || !piece.includes(' '))
      },
    ),
  )
})

test(
  'the keeper’s button draws a code, then prints; a visitor has the link, and no code is ' +
    'drawn twice',
  async () => {
    const id = box.bring('offer', { title: 'Paul prête sa scie', who: 'Paul', reach: 'au bar' })
    const codes = () => box.read.all('SELECT id FROM code_home WHERE opens = ?', id).length
    assert.ok(
      (await box.visitor().get(`/annonces/${id}`)).body.includes(
        `href="/imprimer/affichette/${id}"`,
      ),
    )
    assert.match(
      (await box.keeper.get(`/annonces/${id}`)).body,
      /<button>Imprimer l’affichette, avec un code<[^>]*> <button class="link"/,
    )
    assert.equal(codes(), 0)
    for (const format of ['a5', '']) {
      const answer = await box.keeper.post('/donner-un-code', { id, papier: 'affichette', format })
      assert.equal(answer.location, `/imprimer/affichette/${id}${format && '?format=a5'}`)
      assert.equal(codes(), 1)
    }
    assert.equal(
      (await box.keeper.post('/donner-un-code', { id, papier: '//ailleurs.example' })).location,
      `/annonces/${id}`,
    )
    assert.ok(
      (await box.keeper.get(`/annonces/${id}`)).body.includes(
        `href="/imprimer/affichette/${id}?format=a5"`,
      ),
    )
  },
)

test('the word of a code is the first theme that was said, whatever the order of their ids', () => {
  const themes = ['Bois', 'Outils', 'Papier'].map(label => box.bring('theme', { label }))
  for (const first of [0, 1, 2]) {
    const order = [themes[first]!, ...themes.filter((_, at) => at !== first)]
    const id = box.bring('offer', { title: 'Paul prête sa scie', reach: 'au bar', themes: order })
    box.turn('plain.giveCode', { id })
    assert.equal(
      box.read.all('SELECT word FROM code_home WHERE opens = ?', id)[0]?.['word'],
      ['bois', 'outils', 'papier'][first],
    )
  }
})
