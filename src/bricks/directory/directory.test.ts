import assert from 'node:assert/strict'
import { test } from 'node:test'
import { publishesDates } from '../../../tests/support/event-dates.ts'
import type { OpenEngine } from '../../../tests/support/open-engine.ts'
import { openEngine } from '../../../tests/support/open-engine.ts'
import { sourceOf } from '../../../tests/support/page-source.ts'
import { runBatch } from '../../../tests/support/turns.ts'
import { type Brick, brick } from '../../contract/brick.ts'
import type { Html } from '../../contract/html.ts'
import type { Who } from '../../contract/permission.ts'
import type { Input } from '../../core/form/input.ts'
import { idFrom } from '../../core/id.ts'
import type { Lang } from '../../core/lang.ts'
import { type RecordType, recordType, type Value } from '../../core/schema.ts'
import { newBox } from '../../log/box.ts'
import { kitFor } from '../../web/pages/kit.ts'
import { directory } from './brick.ts'
import { saidSentence } from './pages/say.ts'
import { en } from './words/en.ts'
import { fr } from './words/fr.ts'

const slots = directory.slots!

/** A Wednesday, at 16:30 in the village. */
const TODAY = '2026-11-25'
const NOW = Date.parse('2026-11-25T15:30:00Z')
let drawn = 0
const newId = () =>
  idFrom(
    NOW,
    Uint8Array.from({ length: 10 }, (_, i) => (i === 9 ? ++drawn % 256 : drawn >> 8)),
  )

/** What other bricks would bring: their types by name, so that this brick stands alone. */
const event = recordType({
  name: 'event',
  title: 'title',
  path: '/agenda',
  fields: {
    title: { kind: 'text' },
    startsOn: { kind: 'day' },
    startsAt: { kind: 'time' },
    endsAt: { kind: 'time' },
    recurs: { kind: 'recurrence' },
    place: { kind: 'link' },
    themes: { kind: 'themes' },
  },
})
const need = recordType({
  name: 'need',
  title: 'title',
  path: '/annonces',
  fields: {
    title: { kind: 'text' },
    state: { kind: 'choice', choices: ['open', 'closed'] },
    until: { kind: 'day' },
    commune: { kind: 'commune' },
    themes: { kind: 'themes' },
    from: { kind: 'link' },
  },
})
const reference = recordType({
  name: 'reference',
  title: 'title',
  path: '/idees/references',
  fields: {
    title: { kind: 'text' },
    themes: { kind: 'themes' },
    inspires: { kind: 'link', many: true },
  },
})
const meeting = recordType({
  name: 'meeting',
  title: 'title',
  path: '/idees/reunions',
  fields: {
    title: { kind: 'text' },
    commune: { kind: 'commune' },
    place: { kind: 'link' },
    chat: { kind: 'yesNo' },
  },
})
const others: readonly RecordType[] = [event, need, reference, meeting]
const typeWords = Object.fromEntries(
  others.map(type => [type.name, { one: type.name, many: type.name, add: type.name, fields: {} }]),
)
const beside = brick({
  name: 'beside',
  records: others,
  publishes: publishesDates,
  commands: [],
  pages: [],
  words: { fr: { types: typeWords }, en: { types: typeWords } },
})

/** Tests read words, whatever the no-break spaces between them; their own test reads those. */
const plainSpaces = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ')

type World = Readonly<{
  engine: OpenEngine
  turn: (name: string, input: Input, by?: Who) => ReturnType<typeof runBatch>[number]
  put: (type: string, fields: Readonly<Record<string, Value>>) => string
  page: (path: string, by?: Who, lang?: Lang) => string | undefined
}>

function worldOf(bricks: readonly Brick[] = [directory, beside]): World {
  const engine = openEngine(bricks, newBox())
  const clock = { now: () => NOW, sure: true, today: () => TODAY }
  const turn: World['turn'] = (name, input, by = 'keeper') => {
    const [brickName = '', command = ''] = name.split('.')
    return runBatch(
      engine,
      [{ brick: brickName, command, input, by, id: newId(), lang: 'fr' }],
      clock,
    )[0]!
  }
  const put: World['put'] = (type, fields) => {
    const id = newId()
    const answer = turn('plain.bring', { records: JSON.stringify([{ type, id, fields }]) })
    assert.ok(answer.done, JSON.stringify(answer))
    return id
  }
  const page: World['page'] = (path, by = 'visitor', lang = 'fr') => {
    const leaf = show(engine, path, by, lang)
    return leaf === undefined ? undefined : plainSpaces((leaf.body as Html).html)
  }
  return { engine, turn, put, page }
}

const source = (engine: OpenEngine) => sourceOf(engine, { now: () => NOW, today: () => TODAY })

function show(engine: OpenEngine, path: string, by: Who, lang: Lang) {
  const url = new URL(path, 'http://here')
  for (const shown of directory.pages) {
    const found = new RegExp(`^${shown.path.replace(/:(\w+)/g, '(?<$1>[^/]+)')}$`).exec(
      url.pathname,
    )
    if (!found || (shown.who === 'keeper' && by !== 'keeper')) continue
    const kit = kitFor(source(engine), {
      path: url.pathname,
      params: { ...found.groups },
      query: Object.fromEntries(url.searchParams),
      lang,
      by,
    })
    return shown.show(kit, engine.read, directory.words[lang])
  }
  return undefined
}

function village(world: World): void {
  world.put('commune', { code: '42195', name: 'Sail', point: [45.7366, 3.9609] })
  world.put('commune', { code: '42019', name: 'Boën', point: [45.7447, 4.0063] })
  world.put('commune', { code: '42319', name: 'Trelins', point: [45.729, 4.02] })
  world.put('territory', {
    name: 'Sail et alentours',
    village: '42195',
    communes: ['42195', '42019', '42319', '42999'],
    keptBy: 'Anaïs et Malo',
    reach: 'au local',
  })
}

test(
  'the territory with the least id is believed, and a commune without a record is known by ' +
    'its code',
  () => {
    const world = worldOf()
    assert.equal(slots.territory?.(world.engine.read), undefined)
    village(world)
    world.put('territory', {
      name: 'Une autre',
      village: '42019',
      communes: [],
      keptBy: 'Personne',
    })
    const territory = slots.territory?.(world.engine.read)
    assert.equal(territory?.name, 'Sail et alentours')
    assert.deepEqual(
      territory?.communes.map(one => one.name),
      ['Sail', 'Boën', 'Trelins', '42999'],
    )
    assert.deepEqual(territory?.communes[0]?.point, [45.7366, 3.9609])
  },
)

test('every page can be read before anything is written, and when no other brick is there', () => {
  const world = worldOf([directory])
  for (const path of [
    '/annuaire',
    '/annuaire/lieux',
    '/annuaire/acteurs',
    '/annuaire/projets',
    '/annuaire/ordinateurs',
    '/annuaire/partenariats',
    '/themes',
    '/a-confirmer',
    '/carte',
    '/annuaire/doublons',
  ])
    for (const lang of ['fr', 'en'] as const)
      assert.match(world.page(path, 'keeper', lang) ?? '', /<h1>/, path)
  village(world)
  const place = world.put('place', { name: 'Le local', commune: '42195', shared: true })
  assert.match(world.page(`/annuaire/lieux/${place}`) ?? '', /Anaïs et Malo/)
  assert.equal(world.page(`/annuaire/lieux/${newId()}`), undefined)
  assert.equal(world.page('/annuaire/lieux/__proto__'), undefined)
  assert.equal(world.page('/annuaire/doublons'), undefined)
})

test(
  'the page of a place says who has the key, when someone is there, what happens, what is ' +
    'missing, whom to ask',
  () => {
    const world = worldOf()
    village(world)
    const place = world.put('place', {
      name: 'Le local',
      commune: '42195',
      shared: true,
      hours: 'We 17:00-19:00',
      present: 'Anaïs',
      keyHolder: 'Malo',
      missing: 'un poêle',
      ask: 'Malo, le mercredi',
      phone: '04 77 00 00 00',
    })
    world.put('event', {
      title: 'Café de réparation',
      startsOn: '2026-11-28',
      startsAt: '14:00',
      endsAt: '17:00',
      place,
    })
    world.put('event', {
      title: 'Soirée jeux',
      startsOn: '2026-11-04',
      recurs: 'FREQ=WEEKLY;BYDAY=WE',
      startsAt: '20:00',
      place,
    })
    world.put('event', { title: 'Trop tard', startsOn: '2027-06-01', place })
    world.put('access-point', { name: 'Deux ordinateurs', place, computers: 2 })
    const page = world.page(`/annuaire/lieux/${place}`) ?? ''
    for (const said of [
      'La clé est chez Malo.',
      'Anaïs est là le mercredi, de 17 h à 19 h.',
      'Ouvre aujourd’hui à 17 h',
      'un poêle',
      'Malo, le mercredi',
      'tel:',
      'Café de réparation',
      'Deux ordinateurs',
    ])
      assert.ok(page.includes(said), said)
    assert.equal(page.split('Soirée jeux').length - 1, 1)
    assert.ok(page.includes('chaque mercredi · de 20 h') || page.includes('chaque mercredi · 20 h'))
    assert.ok(!page.includes('Trop tard'))
  },
)

test('a project says who runs it, what it needs and what inspires it, and its runner says it back', () => {
  const world = worldOf()
  village(world)
  const club = world.put('actor', {
    name: 'Le club des jeunes',
    kind: 'association',
    reach: 'par Paul, qui transmet',
  })
  const first = world.put('reference', { title: 'Un festival en Creuse' })
  const project = world.put('initiative', {
    title: 'Le festival',
    state: 'running',
    runBy: [club],
    inspiredBy: [first],
  })
  world.put('reference', { title: 'Une revue de pays', inspires: [project] })
  world.put('need', { title: 'On cherche des bancs', state: 'open', from: project })
  world.put('need', { title: 'On cherchait une scène', state: 'closed', from: project })
  world.put('need', {
    title: 'On cherchait un camion',
    state: 'open',
    until: '2026-11-24',
    from: project,
  })
  const page = world.page(`/annuaire/projets/${project}`) ?? ''
  for (const said of [
    'Le club des jeunes',
    'par Paul, qui transmet',
    'On cherche des bancs',
    'Un festival en Creuse',
    'Une revue de pays',
  ])
    assert.ok(page.includes(said), said)
  for (const over of ['une scène', 'un camion']) assert.ok(!page.includes(over), over)
  assert.ok(world.page(`/annuaire/acteurs/${club}`)?.includes('Le festival'))
})

test('a theme gathers what shares it and what its narrower themes hold; a circle of themes ends', () => {
  const world = worldOf()
  const stuff = world.put('theme', { label: 'Matériaux' })
  const paper = world.put('theme', { label: 'Papier', wider: stuff, synonyms: 'carton, feuilles' })
  world.turn('plain.bring', {
    records: JSON.stringify([{ type: 'theme', id: stuff, fields: { wider: paper } }]),
  })
  const model = world.put('reference', { title: 'Une papeterie coopérative' })
  world.put('initiative', { title: 'Atelier de reliure', themes: [paper], inspiredBy: [model] })
  world.put('need', { title: 'Du papier à dessin', themes: [paper] })
  world.put('place', { name: 'L’imprimerie', themes: [paper, stuff] })
  for (const id of [stuff, paper]) {
    const page = world.page(`/themes/${id}`) ?? ''
    for (const said of ['Atelier de reliure', 'Du papier à dessin', 'Une papeterie coopérative'])
      assert.ok(page.includes(said), said)
    assert.equal(page.split('>L’imprimerie<').length - 1, 1)
  }
  assert.match(world.page('/themes') ?? '', /<h1>Thèmes/)
})

test('the directory lists by theme and by commune what was chosen, the common local first', () => {
  const world = worldOf()
  village(world)
  const wood = world.put('theme', { label: 'Bois' })
  world.put('place', { name: 'Le local', shared: true, commune: '42195' })
  world.put('place', { name: 'La scierie', commune: '42019', themes: [wood] })
  world.put('access-point', { name: 'Cinq ordinateurs', commune: '42019' })
  const all = world.page('/annuaire') ?? ''
  assert.ok(
    all.indexOf('Le local commun') > 0 &&
      all.indexOf('Le local commun') < all.indexOf('La scierie'),
  )
  const byTheme = world.page(`/annuaire?themes=${wood}`) ?? ''
  assert.ok(
    byTheme.includes('La scierie') &&
      !byTheme.includes('>Le local<') &&
      !byTheme.includes('Cinq ordinateurs'),
  )
  assert.ok(byTheme.includes(`/annuaire/lieux?themes=${wood}`))
  const both = world.page(`/annuaire?themes=${wood}&commune=42195`) ?? ''
  assert.ok(both.includes('demandez à Anaïs et Malo'))
  const nasty =
    world.page(`/annuaire?commune=${encodeURIComponent("'; DROP TABLE place; --<script>")}`) ?? ''
  assert.ok(nasty.includes('<h1>') && !nasty.includes('<script>'))
})

test(
  'anybody may answer what is to be confirmed: it waits for the keeper, and nothing of it is ' +
    'shown before',
  () => {
    const world = worldOf()
    village(world)
    const about = world.put('access-point', { name: 'Cinq ordinateurs', toConfirm: true })
    assert.match(world.page('/a-confirmer') ?? '', /Vous savez \? Dites-le-nous/)
    assert.match(world.page(`/a-confirmer/${about}`) ?? '', /action="\/a-confirmer\/dire"/)
    assert.equal(
      world
        .page(`/a-confirmer?annonce=${about}`)
        ?.includes(`value="/a-confirmer?annonce=${about}"`),
      true,
    )
    const answer = world.turn(
      'directory.tell',
      { about, says: 'changed', said: 'CANARI dit', who: 'CANARI qui', reach: 'CANARI joindre' },
      'visitor',
    )
    assert.ok(answer.done && answer.said?.includes('Anaïs et Malo'))
    for (const path of ['/a-confirmer', `/a-confirmer/${about}`, `/annuaire/ordinateurs/${about}`])
      assert.ok(!world.page(path, 'keeper')?.includes('CANARI'), path)
    const waiting = world.engine.read.all('SELECT id FROM proposal_home')[0]
    assert.ok(world.turn('plain.show', { id: String(waiting?.['id']) }).done)
    const page = world.page(`/annuaire/ordinateurs/${about}`) ?? ''
    assert.ok(
      page.includes('CANARI qui a dit le 25 novembre que cela a changé') &&
        !page.includes('CANARI joindre'),
    )
    assert.ok(world.turn('directory.closeQuestion', { about }).done)
    assert.ok(!world.page('/a-confirmer')?.includes('Cinq ordinateurs'))
  },
)

test('a visitor can’t answer about what is not shown, nor without saying what they know', () => {
  const world = worldOf()
  const about = world.put('place', { name: 'Le local' })
  for (const input of [
    { about: newId(), says: 'yes' },
    { about: '', says: 'yes' },
    { about },
    { about, says: 'peut-être' },
    { about: ['a', 'b'], says: 'yes' },
  ]) {
    const answer = world.turn('directory.tell', input, 'visitor')
    assert.ok(
      !answer.done && 'refused' in answer && answer.refused.length > 10,
      JSON.stringify(input),
    )
  }
  assert.equal(world.engine.read.all('SELECT id FROM proposal_home').length, 0)
})

test('the keeper’s note of who confirmed closes the question; asked again or gone leaves it open', () => {
  const world = worldOf()
  village(world)
  const about = world.put('place', { name: 'La médiathèque', toConfirm: true })
  const listed = () => world.page('/a-confirmer')?.includes('La médiathèque')
  assert.ok(
    world.turn('directory.confirm', {
      about,
      says: 'asked',
      who: 'Malo',
      withWhom: 'Anaïs',
      on: '12/11/2026',
    }).done,
  )
  assert.ok(listed())
  assert.ok(
    world
      .page(`/annuaire/lieux/${about}`)
      ?.includes('Malo en a reparlé avec Anaïs le 12 novembre.'),
  )
  assert.ok(world.turn('directory.confirm', { about, says: 'gone', who: 'Rosa' }).done)
  assert.ok(listed())
  assert.ok(
    world.turn('directory.confirm', {
      about,
      says: 'yes',
      who: 'Rosa',
      said: 'ouverte le mercredi',
      on: '',
    }).done,
  )
  assert.equal(listed(), false)
  assert.ok(
    world
      .page(`/annuaire/lieux/${about}`)
      ?.includes('Rosa l’a confirmé le 25 novembre : « ouverte le mercredi »'),
  )
  assert.throws(() =>
    assert.ok(world.turn('directory.confirm', { about, says: 'yes' }, 'visitor').done),
  )
})

test('a sentence for each thing that can be said, with and without names', () => {
  const at = { lang: 'fr', today: TODAY } as const
  const row = (more: object) =>
    ({
      id: 'x',
      about: null,
      says: 'asked',
      said: null,
      who: null,
      withWhom: null,
      on: null,
      reach: null,
      ...more,
    }) as Parameters<typeof saidSentence>[0]
  assert.equal(saidSentence(row({}), at, fr), 'Quelqu’un en a reparlé.')
  assert.equal(
    saidSentence(row({ says: 'gone', who: 'Rosa', on: '2025-11-12' }), at, fr),
    'Rosa a dit le 12 novembre 2025 que ce n’est plus d’actualité.',
  )
  assert.equal(
    saidSentence(row({ says: 'yes', said: 'c’est bien ça', who: 'Rosa' }), at, fr),
    'Rosa l’a confirmé.',
  )
  assert.equal(
    saidSentence(row({ says: '__proto__' }), { ...at, lang: 'en' }, en),
    'Someone asked about it again.',
  )
})

test('two alike are proposed to the keeper, joined by the house, or told apart for good', () => {
  const world = worldOf()
  village(world)
  const ids = [
    world.put('place', { name: 'Médiathèque', commune: '42195' }),
    world.put('place', { name: 'La médiathèque', commune: '42195' }),
  ]
  assert.match(world.page('/annuaire/doublons', 'keeper') ?? '', /C’est la même chose/)
  world.put('join', { these: ids })
  assert.doesNotMatch(world.page('/annuaire/doublons', 'keeper') ?? '', /C’est la même chose/)
  const again = [
    world.put('initiative', { title: 'Jardin partagé' }),
    world.put('initiative', { title: 'Jardin partagé' }),
  ]
  assert.match(world.page('/annuaire/doublons', 'keeper') ?? '', /Jardin partagé/)
  assert.ok(world.turn('directory.tellApart', { these: again }).done)
  assert.doesNotMatch(world.page('/annuaire/doublons', 'keeper') ?? '', /Jardin partagé/)
  // Two boxes made it, each by itself.
  const themes = [
    world.put('theme', { label: 'Poterie' }),
    world.put('theme', { label: 'poteries' }),
  ]
  world.put('theme', { label: 'Potager' })
  assert.match(
    world.page('/annuaire/doublons', 'keeper') ?? '',
    /le même nom.*Poterie.*poteries.*C’est la même chose/s,
  )
  assert.doesNotMatch(world.page('/annuaire/doublons', 'keeper') ?? '', /Potager/)
  world.put('join', { these: themes })
  assert.doesNotMatch(world.page('/annuaire/doublons', 'keeper') ?? '', /Poterie/)
  assert.equal(world.engine.read.all('SELECT * FROM not_same').length, 0)
  for (const these of [[again[0]!], [again[0]!, ids[0]!], ['a', 'b'], ''])
    assert.ok(!world.turn('directory.tellApart', { these }).done)
})

test('a theme that the page has already is asked about before it is written twice', () => {
  const world = worldOf()
  world.put('theme', { label: 'Vélo', synonyms: 'bicyclette, cycles' })
  for (const label of ['velo', 'Vélos', 'Bicyclettes', 'VÉLO']) {
    const answer = world.turn('plain.write', { type: 'theme', label })
    assert.ok(
      !answer.done && 'refused' in answer && answer.refused.includes('Vélo'),
      `${label}: ${JSON.stringify(answer)}`,
    )
  }
  assert.ok(world.turn('plain.write', { type: 'theme', label: 'Vélos', sure: '1' }).done)
  assert.ok(world.turn('plain.write', { type: 'theme', label: 'Voile' }).done)
})

test('today says who is at the local and what is open, and not what is only hearsay', () => {
  const world = worldOf()
  village(world)
  world.put('place', { name: 'La médiathèque', commune: '42195', hours: 'We 14:00-18:00' })
  world.put('place', {
    name: 'Le local',
    commune: '42195',
    shared: true,
    hours: 'We 17:00-19:00',
    present: 'Anaïs',
  })
  world.put('place', {
    name: 'Le café',
    commune: '42195',
    hours: 'Mo-Su 08:00-22:00',
    toConfirm: true,
  })
  world.put('place', { name: 'La mairie', commune: '42195', hours: 'Th 08:00-12:00' })
  world.put('place', { name: 'Le marché', commune: '42019', hours: 'We 08:00-18:00' })
  const kit = kitFor(source(world.engine), { path: '/', lang: 'fr', by: 'visitor' })
  const said = slots
    .today?.(kit, world.engine.read, fr)
    .map(piece => plainSpaces((piece as Html).html.replace(/<[^>]*>/g, '')))
  assert.deepEqual(said, [
    'Anaïs est au local de 17 h à 19 h',
    'La médiathèque : ouvert jusqu’à 18 h',
  ])
})

test('a day without anyone at the local says when somebody will be there', () => {
  const world = worldOf()
  village(world)
  world.put('place', { name: 'Le local', shared: true, hours: 'Th 17:00-19:00', present: 'Anaïs' })
  const kit = kitFor(source(world.engine), { path: '/', lang: 'fr', by: 'visitor' })
  const said = slots
    .today?.(kit, world.engine.read, fr)
    .map(piece =>
      'later' in piece ? plainSpaces(piece.later.html.replace(/<[^>]*>/g, '')) : 'today',
    )
  assert.deepEqual(said, ['Anaïs sera au local demain à 17 h'])
})

test('what was done: projects and confirmations, each with its day', () => {
  const world = worldOf()
  const about = world.put('place', { name: 'Le local' })
  world.put('initiative', { title: 'Le local remis en état', state: 'done', doneOn: '2026-10-26' })
  world.put('confirmation', { about, says: 'yes', who: 'Rosa', on: '2026-11-19' })
  world.put('confirmation', { about, says: 'asked', who: 'Rosa', on: '2026-11-20' })
  world.put('confirmation', { about: newId(), says: 'yes', who: 'Rosa', on: '2026-11-20' })
  const kit = kitFor(source(world.engine), { path: '/', lang: 'fr', by: 'visitor' })
  const done = slots.done?.(kit, world.engine.read, fr) ?? []
  assert.deepEqual(
    done.map(one => [one.day, plainSpaces(one.title)]),
    [
      ['2026-10-26', 'Le local remis en état'],
      ['2026-11-19', 'Confirmé : Le local'],
    ],
  )
})

test('the map shows places and groups, never a person, and says in words what it colours', () => {
  const world = worldOf()
  village(world)
  const hall = world.put('place', { name: 'La salle', commune: '42019', point: [45.7447, 4.0063] })
  world.put('actor', {
    name: 'CANARI Léa',
    kind: 'person',
    point: [45.7366, 3.9609],
    commune: '42195',
  })
  world.put('actor', { name: 'Le club', kind: 'association', commune: '42319' })
  world.put('meeting', { title: 'Première soirée', place: hall })
  const page = world.page('/carte') ?? ''
  assert.ok(
    page.includes('En jaune, avec un anneau, Sail') &&
      page.includes('La salle') &&
      page.includes('Le club'),
  )
  assert.match(page, /Boën<\/a> <span class="where">déjà visitée/)
  assert.doesNotMatch(page, /Trelins<\/a> <span class="where">déjà visitée/)
  assert.ok(!page.includes('CANARI'))
  const kit = kitFor(source(world.engine), { path: '/', lang: 'fr', by: 'visitor' })
  const home = slots.home?.(kit, world.engine.read, fr)[0]
  assert.ok(
    (home!.body as Html).html.includes(
      'En jaune, avec un anneau, Sail\u00a0; en vert hachuré, les communes déjà visitées',
    ),
  )
  assert.ok(
    !(slots.map?.(kit, world.engine.read, fr) ?? []).some(point => point.title.includes('CANARI')),
  )
})

test('what another brick puts on the map under the name of a place there is listed once', () => {
  const markets = brick({
    ...beside,
    slots: {
      map: () => [
        { title: 'Le Marché de Boën', href: '/agenda/a', commune: '42019', layer: 'x' },
        { title: 'Le marché de Boën', href: '/agenda/b', commune: '42195', layer: 'x' },
      ],
    },
  })
  const world = worldOf([directory, markets])
  village(world)
  const place = world.put('place', { name: 'Le marché de Boën', commune: '42019' })
  const page = world.page('/carte') ?? ''
  assert.ok(
    page.includes(`/annuaire/lieux/${place}`) &&
      !page.includes('/agenda/a') &&
      page.includes('/agenda/b'),
  )
  const found = show(world.engine, '/carte?montrer=agenda', 'visitor', 'fr')!
  assert.ok((found.body as Html).html.includes('/agenda/a'))
})

test('every field of every type has words, in both languages', () => {
  for (const words of [fr, en])
    for (const type of directory.records) {
      const said: Readonly<
        Record<string, Readonly<{ label: string; choices?: Readonly<Record<string, string>> }>>
      > = (words.types as unknown as Readonly<Record<string, { fields: never }>>)[type.name]!.fields
      for (const [name, field] of Object.entries(type.fields)) {
        assert.ok(said[name]?.label, `${type.name}.${name}`)
        for (const choice of field.choices ?? [])
          assert.ok(said[name]?.choices?.[choice], `${type.name}.${name}.${choice}`)
      }
    }
})

test(
  'French is set as printers set it: no plain space before a high stop, nor inside quotes, ' +
    'and no straight apostrophe',
  () => {
    const told = (value: unknown): readonly string[] =>
      typeof value === 'string'
        ? [value]
        : typeof value === 'function'
          ? [String((value as (...given: readonly string[]) => string)('Rosa', 'Anaïs', ' le 12'))]
          : Object.values(value as object).flatMap(told)
    const all = told(fr)
    assert.ok(all.length > 150)
    for (const sentence of all) assert.doesNotMatch(sentence, / [:;?!»]|« |'/, sentence)
  },
)

test('words typed above the directory choose by what a name holds, accents and plurals aside', () => {
  const world = worldOf()
  village(world)
  world.put('actor', { name: 'Ludothèque du haut', kind: 'association' })
  world.put('actor', { name: 'AMAP des deux écoles', kind: 'association' })
  world.put('place', { name: 'L’école de Trelins' })
  const found = world.page('/annuaire?mot=ecoles') ?? ''
  assert.ok(found.includes('AMAP des deux écoles') && found.includes('L’école de Trelins'))
  assert.ok(!found.includes('Ludothèque'))
  assert.ok(found.includes('/annuaire/lieux?mot=ecoles'), 'the whole list keeps the words')
  assert.ok((world.page('/annuaire?mot=ludo') ?? '').includes('Ludothèque du haut'))
  assert.match(world.page('/annuaire?mot=zzz') ?? '', /demandez à Anaïs et Malo/)
  for (const odd of ['"', '*', 'a" OR "b', ')', '\u0000'])
    assert.match(world.page(`/annuaire?mot=${encodeURIComponent(odd)}`) ?? '', /<h1>/, odd)
})

test('the directory offers the themes that lead somewhere, and no other', () => {
  const world = worldOf()
  village(world)
  const stuff = world.put('theme', { label: 'Matériaux' })
  const paper = world.put('theme', { label: 'Papier', wider: stuff })
  const wool = world.put('theme', { label: 'Laine' })
  world.put('initiative', { title: 'Atelier de reliure', themes: [paper] })
  const page = world.page('/annuaire') ?? ''
  for (const id of [stuff, paper]) assert.ok(page.includes(`/themes/${id}`))
  assert.ok(!page.includes(wool))
  assert.ok(page.indexOf('Atelier de reliure') < page.indexOf('Par thème'), 'lists come first')
})

test('a long list stands by the letter, articles and accents aside, and its letters lead to it', () => {
  const world = worldOf()
  village(world)
  for (let n = 0; n < 32; n++) world.put('actor', { name: `Atelier ${10 + n}` })
  for (const name of ['Zoomacom', 'La Scierie', 'Les Écoles', 'L’Étable', '4 saisons'])
    world.put('actor', { name })
  const list = (path: string) => world.page(path) ?? ''
  const first = list('/annuaire/acteurs')
  assert.ok(first.indexOf('4 saisons') < first.indexOf('Atelier 10'))
  assert.match(first, /href="\/annuaire\/acteurs#lettre-a">A<\/a>/)
  assert.match(first, /href="\/annuaire\/acteurs\?page=2#lettre-e">E<\/a>/)
  assert.match(first, /<nav class="letters no-print"/, 'on paper they lead nowhere')
  const second = list('/annuaire/acteurs?page=2')
  const order = [
    'id="lettre-e"',
    'Les Écoles',
    'L’Étable',
    'id="lettre-s"',
    'La Scierie',
    'Zoomacom',
  ]
  const places = order.map(said => second.indexOf(said))
  assert.deepEqual(
    places,
    [...places].sort((a, b) => a - b),
  )
  assert.ok(!places.includes(-1))
  assert.ok(!list('/annuaire/acteurs?mot=zoomacom').includes('lettre-'), 'a short list has none')
})
