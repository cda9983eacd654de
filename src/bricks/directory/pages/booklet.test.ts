import assert from 'node:assert/strict'
import fc from 'fast-check'
import { testOnce as test, testAll } from '../../../../tests/support/pass.ts'
import { type TestEngine, testEngine } from '../../../../tests/support/test-engine.ts'
import { bricks } from '../../../app/bricks.ts'
import type { Paper, PrintBlock } from '../../../contract/paper.ts'
import { setPaper } from '../../../paper/typeset.ts'
import { type BookletEntry, sectionsOf } from './booklet.ts'

const TUESDAY = Date.parse('2026-11-24T09:00:00Z')
const told = (one: Paper): string => JSON.stringify(one.blocks).replace(/[\u00a0\u202f]/g, ' ')
function village(): TestEngine {
  const box = testEngine({ bricks, at: TUESDAY })
  box.bringAll(
    { type: 'commune', fields: { code: '42195', name: 'Sail', point: [45.7366, 3.9609] } },
    { type: 'commune', fields: { code: '42019', name: 'Boën', point: [45.7447, 4.0063] } },
    { type: 'commune', fields: { code: '42319', name: 'Trelins', point: [45.729, 4.02] } },
    {
      type: 'territory',
      fields: {
        name: 'Sail et alentours',
        village: '42195',
        communes: ['42195', '42019', '42319'],
        keptBy: 'Anaïs et Malo',
        reach: 'au local',
      },
    },
  )
  return box
}

test(
  'the booklet says what, where, when, how to reach and how sure; each entry once, and where ' +
    'it stands in the index',
  () => {
    const box = village()
    const [tools, wood] = box.bringAll(
      { type: 'theme', fields: { label: 'Outils' } },
      { type: 'theme', fields: { label: 'Bois' } },
    )
    const [workshop] = box.bringAll({
      type: 'place',
      fields: {
        name: 'L’atelier de Rosa',
        kind: 'workshop',
        description: 'on y répare. Le reste est dit sur place.',
        commune: '42019',
        themes: [wood, tools],
        hours: 'We 17:00-19:00',
        ask: 'Rosa, le mercredi',
        phone: '04 77 00 00 00',
        keyHolder: 'canari clé',
        point: [45.7447, 4.0063],
      },
    })
    box.bringAll(
      {
        type: 'confirmation',
        fields: {
          about: workshop!,
          says: 'yes',
          on: '2026-11-12',
          who: 'Malo',
          reach: 'canari chez Malo',
        },
      },
      { type: 'access-point', fields: { name: 'Deux postes', computers: 2, toConfirm: true } },
    )
    const paper = box.paper('annuaire', undefined, { by: 'visitor' })
    const all = told(paper)
    for (const said of [
      'atelier · Boën',
      'On y répare.',
      'mercredi, de 17 h à 19 h',
      'Rosa, le mercredi · 04 77 00 00 00',
      'Confirmé le 12 novembre',
      'À confirmer',
      'Ordinateurs ouverts à tous',
    ])
      assert.ok(all.includes(said), said)
    assert.ok(!all.includes('canari'))
    assert.equal(all.split(`"mark":"${workshop}"`).length - 1, 1)
    assert.equal(
      all.split(`"at":"${workshop}"`).length - 1,
      2,
      'under its other theme, and under its commune',
    )
    assert.ok(all.includes('<svg') && all.includes('Anaïs et Malo, au local'))
    setPaper(paper)
  },
)

test('hours that rest in the school holidays say until when these are known', () => {
  const box = village()
  const hours = 'Mo-Fr 09:00-12:00; SH off'
  const library = box.bring('place', { name: 'La médiathèque', commune: '42195', hours })
  box.bring('place', { name: 'La cabane', commune: '97105', hours })
  const known =
    /fermé pendant les vacances scolaires \(vacances scolaires connues jusqu’au 2 juillet 2027\)/
  assert.match(told(box.paper('annuaire', undefined, { by: 'visitor' })), known)
  assert.match(
    (box.page(`/annuaire/lieux/${library}`) ?? '').replace(/[\u00a0\u202f]/g, ' '),
    known,
  )
  const all = told(box.paper('annuaire', undefined, { by: 'visitor' }))
  assert.ok(all.includes('cette borne ne connaît pas les vacances scolaires d’ici'))
})

test(
  'a person is printed only when they agreed to it, and neither their address nor their ' +
    'telephone ever; who runs a project neither',
  () => {
    const box = village()
    const [yes, no] = box.bringAll(
      {
        type: 'actor',
        fields: {
          name: 'Hugo',
          kind: 'person',
          inBooklet: true,
          reach: 'par Kwan',
          address: 'canari rue',
          phone: '06 99 99 99 99',
          email: 'canari@exemple.fr',
          point: [45.74, 3.97],
        },
      },
      {
        type: 'actor',
        fields: { name: 'Canari Zoé', kind: 'person', reach: 'canari chez elle', commune: '42195' },
      },
      { type: 'actor', fields: { name: 'Le club', kind: 'association', phone: '04 77 11 11 11' } },
    )
    box.bringAll({
      type: 'initiative',
      fields: { title: 'Le four', state: 'running', runBy: [no!, yes!], carriedBy: 'canari Zoé' },
    })
    for (const by of ['visitor', 'keeper'] as const) {
      const all = told(box.paper('annuaire', undefined, { by }))
      assert.ok(
        all.includes('Hugo') &&
          all.includes('par Kwan') &&
          all.includes('04 77 11 11 11') &&
          all.includes('porté par Hugo'),
      )
      assert.ok(!/canari|06 99/i.test(all), by)
      assert.ok(!all.includes('Chaque numéro'), 'nor do they stand on the map')
    }
  },
)

testAll(
  'an empty page, five entries, two hundred: the booklet is set, and ends in whom to tell',
  () => {
    for (const count of [0, 5, 200]) {
      const box = village()
      const themes = box.bringAll(
        ...['Outils', 'Bois', 'Terres'].map(label => ({ type: 'theme', fields: { label } })),
      )
      const fields = (n: number) => ({
        name: `La maison de l’anticonstitutionnellement longue association numéro ${n}`,
        kind: 'association',
        summary: 'Elle fait bien des choses. '.repeat(n % 9),
        commune: ['42195', '42019', '42319'][n % 3],
        themes: themes.slice(0, n % 4),
        reach: n % 2 ? 'au bar, le mardi soir, ou à la mairie aux heures d’ouverture' : '',
      })
      if (count > 0)
        box.bringAll(
          ...Array.from({ length: count }, (_, n) => ({ type: 'actor', fields: fields(n) })),
        )
      const paper = box.paper('annuaire', undefined, { by: 'visitor' })
      const { pages } = setPaper(paper)
      assert.equal(pages % 2, 0)
      assert.ok(pages >= (count < 200 ? 2 : 10))
      assert.ok(told(paper).includes('Il manque quelqu’un'))
      assert.ok(count > 0 || told(paper).includes('Rien n’est encore écrit'))
    }
  },
)

test(
  'the booklet is also there page after page, for software that reads aloud; a theme that ' +
    'holds nothing of its own takes no head',
  () => {
    const box = village()
    const [tools, wood] = box.bringAll(
      { type: 'theme', fields: { label: 'Outils' } },
      { type: 'theme', fields: { label: 'Bois' } },
    )
    box.bringAll({
      type: 'actor',
      fields: { name: 'Le club', kind: 'association', themes: [wood, tools] },
    })
    const [folded, flat] = [
      box.paper('annuaire', undefined, { by: 'visitor' }),
      box.paper('annuaire', undefined, { by: 'visitor', query: { format: 'a5' } }),
    ]
    const isTagged = (paper: Paper): boolean =>
      Buffer.from(setPaper(paper).pdf).includes('pdfuaid:part')
    assert.deepEqual([isTagged(folded), isTagged(flat)], [false, true])
    assert.equal(told(flat), told(folded))
    const heads = flat.blocks.flatMap(one =>
      one.is === 'heading' ? [[one.words, one.tall ?? false]] : [],
    )
    assert.deepEqual(
      heads.filter(([words]) => words === 'Outils' || words === 'Bois'),
      [
        ['Bois', true],
        ['Outils', false],
      ],
    )
  },
)

test('without themes each kind has its section; without a map the contents name none', () => {
  const box = village()
  box.bringAll(
    { type: 'place', fields: { name: 'Le four', kind: 'hall' } },
    { type: 'actor', fields: { name: 'Le club', kind: 'association', reach: 'par Paul' } },
  )
  const paper = box.paper('annuaire', undefined, { by: 'visitor' })
  const heads = paper.blocks.flatMap(block =>
    block.is === 'heading' && block.tall ? [String(block.words)] : [],
  )
  assert.deepEqual(heads.slice(-2), ['Lieux', 'Les gens et les groupes'])
  const told = JSON.stringify(paper.blocks)
  assert.equal(told.includes('"at":"s-map"'), told.includes('"mark":"s-map"'))
})

test('whatever the themes, a circle of them too, every entry stands whole once', () => {
  const id = fc.integer({ min: 0, max: 5 }).map(String)
  const themes = fc.array(fc.tuple(id, fc.option(id)), { maxLength: 8 })
  fc.assert(
    fc.property(
      themes,
      fc.array(fc.array(id, { maxLength: 4 }), { maxLength: 12 }),
      (known, all) => {
        const map = new Map(
          known.map(([one, wider]) => [one, { label: `thème ${one}`, wider }] as const),
        )
        const entries = all.map((of, n) => ({
          id: `e${n}`,
          type: n % 2 ? 'access-point' : 'place',
          themes: of,
        })) as unknown as readonly BookletEntry[]
        const sections = sectionsOf(entries, map, { 'access-point': 'c', place: 'p' })
        assert.deepEqual(
          sections.flatMap(one => one.entries.map(it => it.id)).sort(),
          entries.map(one => one.id).sort(),
        )
        assert.ok(sections.every(one => one.also.every(it => !one.entries.includes(it))))
      },
    ),
  )
})

test(
  'a showcase has up to four pictures of a project or a group, with how to reach it; of a ' +
    'person, of what has none, nothing',
  () => {
    const box = village()
    const photo = (n: number) => ({
      hash: String(n).repeat(64),
      name: 'photo.webp',
      type: 'image/webp',
      size: 1_000,
    })
    const [club, hugo, bare] = box.bringAll(
      {
        type: 'actor',
        fields: {
          name: 'Le club',
          kind: 'association',
          reach: 'par Paul',
          photos: [1, 2, 3, 4].map(photo),
        },
      },
      { type: 'actor', fields: { name: 'Hugo', kind: 'person', photos: [photo(1)] } },
      { type: 'actor', fields: { name: 'La chorale', kind: 'association' } },
    )
    const [four] = box.bringAll({
      type: 'initiative',
      fields: {
        title: 'Le four',
        summary: 'On y cuit le pain. '.repeat(40),
        photos: [photo(5)],
        runBy: [hugo!, club!],
      },
    })
    const all = told(box.paper('vitrine', club, { by: 'visitor' }))
    assert.equal(all.split('"is":"picture"').length - 1, 4)
    assert.ok(all.includes('par Paul'))
    const project = box.paper('vitrine', four, { by: 'visitor' })
    assert.ok(
      told(project).includes('On y cuit le pain.') &&
        told(project).includes('par Paul') &&
        !told(project).includes('Hugo'),
    )
    for (const id of [club, four])
      assert.equal(setPaper(box.paper('vitrine', id, { by: 'visitor' })).pages, 1)
    for (const id of [hugo, bare]) assert.throws(() => box.paper('vitrine', id, { by: 'visitor' }))
  },
)

test(
  'the map on A3 has places and groups, no person, and lines to write on; 0 or 200 places, it ' +
    'is one sheet',
  () => {
    const box = testEngine({ bricks, at: TUESDAY })
    assert.throws(
      () => box.paper('carte-a3', undefined, { by: 'visitor' }),
      /nothing.*apporter un fichier de leurs contours.*\/tenir\/carte/,
    )
    const known = village()
    known.bringAll(
      {
        type: 'actor',
        fields: { name: 'Canari Zoé', kind: 'person', inBooklet: true, point: [45.74, 3.97] },
      },
      { type: 'place', fields: { name: 'Le local', point: [45.7366, 3.9609] } },
    )
    const all = told(known.paper('carte-a3', undefined, { by: 'visitor' }))
    assert.ok(
      all.includes('Le local') && all.includes('Ce qu’on y ajoute') && !all.includes('Canari'),
    )
    assert.equal(setPaper(known.paper('carte-a3', undefined, { by: 'visitor' })).pages, 1)
    const many = Array.from({ length: 200 }, (_, n) => ({
      type: 'place',
      fields: {
        name: `Le lieu au nom anticonstitutionnellement long numéro ${n}`,
        point: [45.7 + (n % 20) / 500, 3.95 + n / 3_000],
      },
    }))
    known.bringAll(...many)
    assert.equal(setPaper(known.paper('carte-a3', undefined, { by: 'visitor' })).pages, 1)
  },
)

const isDrawing = (block: PrintBlock): boolean => block.is === 'drawing'
test('a territory of which no place is known has no map, and its booklet is set', () => {
  const box = testEngine({ bricks, at: TUESDAY })
  box.bringAll({ type: 'place', fields: { name: 'Le local' } })
  const paper = box.paper('annuaire', undefined, { by: 'visitor' })
  assert.ok(!paper.blocks.some(isDrawing))
  assert.ok(told(paper).includes('la personne qui tient la page'))
  setPaper(paper)
})

test('an actor of a kind that is not read may be a person: no paper and no map has them', () => {
  using box = village()
  const canari = { name: 'Canari Zoé', reach: 'chez elle', phone: '06 39 98 00 00' }
  box.bring('actor', { ...canari, commune: '42195', point: [45.7366, 3.9609] })
  box.bring('actor', { name: 'Les Amis du four', kind: 'informal-group', commune: '42195' })
  const said = (kind: string): string => JSON.stringify(box.paper(kind))
  assert.ok(said('annuaire').includes('Les Amis du four'))
  for (const kind of ['annuaire', 'carte-a3']) assert.ok(!said(kind).includes('Canari'), kind)
  assert.doesNotMatch(box.page('/carte') ?? '', /Canari/)
})
