import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import fc from 'fast-check'
import { workOf } from '../../../../tests/attack/work.ts'
import { BARS, type Expected, score } from '../../../../tests/harvest/score.ts'
import { anyUnit } from '../../../../tests/support/any-unit.ts'
import { lacking } from '../../../../tests/support/folders.ts'
import { harvested } from '../../../../tests/support/harvested.ts'
import { cases, runs, testAll, testOnce } from '../../../../tests/support/pass.ts'
import { plainOf } from '../../../text/harvest/mask.ts'
import { notesPage } from '../../../text/harvest/page.ts'
import { namesOf } from '../../../text/harvest/private.ts'

const here = join(import.meta.dirname, '../../../../tests/harvest')
const shared = join(import.meta.dirname, '../../../../../shared/harvest')

type Sheet = Readonly<{ name: string; text: string; expected: Expected }>
function sheetsIn(folder: string): readonly Sheet[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter(file => file.endsWith('.expected.json'))
    .map(file => {
      const name = file.replace('.expected.json', '')
      const text = readFileSync(join(folder, `${name}.txt`), 'utf8')
      return {
        name,
        text,
        expected: JSON.parse(readFileSync(join(folder, file), 'utf8')) as Expected,
      }
    })
}

const sheets = sheetsIn(here)
const real = sheetsIn(shared)

/**
 * Every name of the lists of people, as words, against the words of every title that is not a
 * person's.
 */
function namedTitles(text: string): readonly string[] {
  const page = notesPage(text)
  const names = namesOf(page.head.people).first
  return harvested(text)
    .candidates.filter(c => !(c.kind === 'actor' && c.fields['kind'] === 'person'))
    .filter(c =>
      (c.title.match(/[\p{L}\p{M}]+/gu) ?? []).some(
        word => /^\p{Lu}/u.test(word) && names.has(plainOf(word)),
      ),
    )
    .map(c => `${c.kind}: ${c.title}`)
}

/**
 * What the pages hold: with a brick less, its pieces are not found, and its lines may be taken for
 * something else.
 */
const HARVESTED = ['actor', 'place', 'initiative', 'need', 'offer', 'idea', 'task', 'event']

for (const sheet of cases([...sheets, ...real], 3, 1)) {
  test(`the bars are reached on the page ${sheet.name}`, { skip: lacking(...HARVESTED) }, () => {
    const came = score(sheet.text, sheet.expected, harvested(sheet.text))
    const told = JSON.stringify(
      { ...came, spare: came.spare.map(c => `${c.kind} ${c.title}`) },
      null,
      1,
    )
    assert.ok(came.head, `head wrong: ${JSON.stringify(harvested(sheet.text).meeting)}`)
    assert.deepEqual(came.leaks, [])
    assert.ok(came.recall >= BARS.recall, `recall ${came.recall} ${told}`)
    assert.ok(came.precision >= BARS.precision, `precision ${came.precision} ${told}`)
    assert.ok(came.links >= BARS.links, `links ${came.links} ${told}`)
  })
  test(`no proposed title of ${sheet.name} holds the first name of somebody listed there`, () => {
    assert.deepEqual(namedTitles(sheet.text), [])
  })
}

testOnce(
  'the real page of ../shared is scored where it is present',
  {
    skip: real.length ? false : 'no ../shared/harvest beside this repository',
  },
  () => {
    assert.ok(real.length > 0)
  },
)

testOnce('ten pages of different habits stand beside the rules', () => {
  assert.ok(sheets.length >= 10)
})

/** Words that rules look for, mixed with what no rule expects. */
const WORDS = [
  'Présents :',
  'Marie',
  'Paul (chômeur)',
  'Excusés :',
  'chez Marie',
  'Date : 12/03/2024',
  'Décision :',
  '« ',
  ' »',
  '"',
  '\n',
  '\r\n',
  '\n\n',
  '- ',
  '* ',
  '1. ',
  '== ',
  ' ==',
  '# ',
  'il est décidé que',
  's’occupe de',
  'relancer',
  'la mairie',
  'Projet',
  ' : ',
  '=>',
  '| ',
  '\t',
  'https://exemple.fr/a',
  '12 mars',
  '20h',
  '\ud800',
  '\udc00',
  '\u202e',
  '\u0000',
  'on manque de',
  'peut prêter',
  'et si on',
  '?',
  '(',
  ')',
  '[',
  ']',
  '[[',
  '|',
  'e\u0301',
  '31/02/2024',
  '…',
  '06 00 00 00 00',
]
const pages = fc.oneof(
  fc.string({ unit: anyUnit, maxLength: 300 }),
  fc.array(fc.constantFrom(...WORDS), { maxLength: 60 }).map(words => words.join(' ')),
)

test('any string is harvested without failing, and every offset slices inside it', () => {
  fc.assert(
    fc.property(pages, text => {
      const came = harvested(text)
      const ids = new Set(came.candidates.map(c => c.id))
      for (const c of came.candidates) {
        assert.ok(c.source.from >= 0 && c.source.from < c.source.to && c.source.to <= text.length)
        assert.ok(c.title !== '' && c.title.length <= 90, c.title)
      }
      for (const link of came.links)
        assert.ok(ids.has(link.from) && ids.has(link.to) && link.from !== link.to)
      assert.equal(ids.size, came.candidates.length)
    }),
    runs(60, 300),
  )
})

testAll('the same text gives the same harvest', () => {
  for (const { text } of sheets) assert.deepEqual(harvested(text), harvested(text))
})

test('whatever is written, no title but a person’s own holds a listed first name', () => {
  const said = fc.array(
    fc.constantFrom(
      'Marie',
      'Paul',
      'chez Marie',
      'avec Paul,',
      'doit relancer',
      'propose de prêter',
      'la salle des fêtes',
      'on cherche',
      'un local',
      '« on verra bien »',
      'Décision :',
      '.',
      '\n- ',
      'et si on',
      '?',
      'Projet',
      ':',
      'le 12 avril',
      'réunion',
    ),
    { maxLength: 25 },
  )
  fc.assert(
    fc.property(said, words =>
      assert.deepEqual(
        namedTitles(`Réunion du 2 mars 2024\n\nPrésents : Marie, Paul\n\n${words.join(' ')}`),
        [],
      ),
    ),
    runs(60, 300),
  )
})

for (const [name, piece] of [
  ['one line', () => 'Marie doit relancer la mairie et on manque de chaises le 12 mars à 20h, '],
  ['a list', () => '- Marie s’occupe de relancer la mairie avant le 12 mars\n'],
  ['no space', () => 'a'],
  ['opening quotes', () => '« " ( [ '],
  ['capitals', () => 'Les Amis De La '],
  ['names', n => `${n ? ', ' : 'Présents : '}Nom${String.fromCharCode(97 + (n % 26))} Paul`],
  ['blank lines', () => '\n \t\r\n'],
] as const satisfies readonly (readonly [string, (n: number) => string])[]) {
  testAll(`what a text costs grows with its length, and no faster: ${name}`, () => {
    const costs = (length: number): number => {
      const said = Array.from({ length }, (_, n) => piece(n))
        .join('')
        .slice(0, length)
      return workOf(() => harvested(`Réunion du 2 mars 2024\n\nPrésents : Marie, Paul\n\n${said}`))
    }
    // Four times the text at the square would be sixteen times the work.
    const [part, whole] = [costs(4_000), costs(16_000)]
    assert.ok(whole < 5.5 * part, `${part}, then ${whole}`)
  })
}

testOnce(
  'what tells a person’s situation, a home or a telephone is in no title and no field',
  () => {
    const text = [
      'Réunion du 5 mars 2024',
      'Lieu : chez Colette, 12 rue des Lilas, Ambert',
      'Présents : Colette (retraitée), Jean (au RSA), Inès (en arrêt maladie), Paul',
      'Excusés : Léa (hospitalisée), Hugo (garde alternée)',
      '',
      '- Jean, au RSA, cherche un vélo d’occasion.',
      '- Paul s’occupe de la caisse (Inès est malade).',
      '- Les clés sont à reprendre chez Mme Vidal, 06 39 98 00 11.',
      '- On cherche un local, voir chez les parents de Colette.',
      '- Colette, veuve depuis peu, propose de donner des bocaux.',
      '- « Depuis mon divorce je viens ici pour parler », dit Jean.',
      '- Prochaine réunion le 2 avril à 20h chez Jean et Inès.',
    ].join('\n')
    const came = harvested(text)
    const shown = plainOf(
      JSON.stringify([came.meeting, came.candidates.map(({ source, ...c }) => c)]),
    )
    for (const word of [
      'retraite',
      'rsa',
      'maladie',
      'malade',
      'hospitalis',
      'garde alternee',
      'chez',
      'lilas',
      '06 39',
      'veuve',
      'divorce',
      'parents',
    ])
      assert.ok(!shown.includes(word), `${word} in ${shown}`)
    assert.equal(came.meeting.place, 'Ambert')
    assert.ok(
      lacking('need') || came.candidates.some(c => c.kind === 'need' && /vélo/.test(c.title)),
    )
    assert.ok(
      lacking('offer') || came.candidates.some(c => c.kind === 'offer' && /bocaux/.test(c.title)),
    )
  },
)

testAll('a page whose accents stand apart gives the same harvest at its own places', () => {
  for (const { text } of sheets) {
    const apart = text.normalize('NFD')
    const [whole, parted] = [harvested(text), harvested(apart)]
    assert.deepEqual(
      parted.candidates.map(c => c.title),
      whole.candidates.map(c => c.title),
    )
    for (const [at, c] of parted.candidates.entries()) {
      const same = whole.candidates[at]!
      assert.equal(
        apart.slice(c.source.from, c.source.to).normalize('NFC'),
        text.slice(same.source.from, same.source.to).normalize('NFC'),
      )
    }
  }
})

testOnce('an empty text has no meeting and no proposal', () => {
  assert.deepEqual(harvested(''), {
    meeting: { title: '', date: null, place: '', people: [] },
    candidates: [],
    links: [],
  })
})

testOnce(
  'a whole name told several times is one person; a first name twice in the lists stays ' +
    'two, to be asked',
  {
    skip: lacking('actor'),
  },
  () => {
    const notes =
      'Présents : Lucie, Lucie, Zoé Vidal, Zoé Vidal\n\nMme Faure fera suivre le ' +
      'courrier.\n\nIl faut rappeler Mme Faure avant samedi.\n'
    const people = harvested(notes).candidates.filter(one => one.private)
    assert.deepEqual(people.map(one => one.title).sort(), [
      'Lucie',
      'Lucie',
      'Mme Faure',
      'Zoé Vidal',
    ])
  },
)
