import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { test } from 'node:test'
import fc from 'fast-check'
import type { House } from '../../../../tests/support/open-house.ts'
import { openHouse } from '../../../../tests/support/open-house.ts'
import { runBatch, type TurnAnswer } from '../../../../tests/support/turns.ts'
import { brick } from '../../../contract/brick.ts'
import { guardOf, seenOf } from '../../../contract/records/guarded.ts'
import { code, proposal } from '../../../contract/records/own-records.ts'
import type { Input } from '../../../core/form/input.ts'
import { idFrom } from '../../../core/id.ts'
import { recordType } from '../../../core/schema.ts'
import { newBox } from '../../../log/box.ts'
import { harvest } from '../brick.ts'
import { doublesOf, peopleOf } from './people.ts'
import { unagreedNames } from './unagreed.ts'

const meeting = recordType({
  name: 'meeting',
  title: 'title',
  stands: 'notes',
  fields: { title: { kind: 'text' }, date: { kind: 'day' }, author: { kind: 'text' } },
})
const actor = recordType({
  name: 'actor',
  title: 'name',
  path: '/qui',
  proper: true,
  person: { kind: 'person' },
  fields: { name: { kind: 'text' }, kind: { kind: 'text' } },
})
const project = recordType({
  name: 'project',
  title: 'title',
  path: '/projets',
  fields: {
    title: { kind: 'text' },
    reach: { kind: 'text', required: true, means: 'reach' },
    runBy: { kind: 'link', to: ['actor'], many: true, ties: ['runs', 'started'] },
    near: { kind: 'link', to: ['actor'], ties: ['at'] },
  },
})
const words = { types: {} }
const own = brick({
  name: 'own',
  records: [meeting, actor, project],
  commands: [],
  pages: [],
  words: { fr: words, en: words },
})

const clock = { now: () => Date.UTC(2026, 10, 24, 12), sure: true, today: () => '2026-11-24' }
const newId = () => idFrom(clock.now(), randomBytes(10))
const OF_THE_HOUSE: ReadonlySet<string> = new Set(['bring', 'forget', 'write'])
function say(house: House, command: string, input: Input): TurnAnswer {
  return runBatch(
    house,
    [
      {
        brick: OF_THE_HOUSE.has(command) ? 'plain' : 'harvest',
        command,
        input,
        by: 'keeper',
        id: newId(),
        lang: 'fr',
      },
    ],
    clock,
  )[0]!
}
type Given = Readonly<{
  type: string
  id?: string
  fields: Readonly<Record<string, unknown>>
  space?: 'home'
}>
function bring(house: House, given: Given): string {
  const id = given.id ?? newId()
  const answer = say(house, 'bring', { records: JSON.stringify([{ ...given, id }]) })
  assert.ok(answer.done, JSON.stringify(answer))
  return id
}

/** A house with one harvest, and a way to add pieces to it. */
function gathered(people: readonly string[] = []) {
  const house = openHouse([own, harvest], newBox())
  const of = bring(house, { type: 'harvest', fields: { title: 'Soirée', people, state: 'open' } })
  let from = 0
  const piece = (
    type: string,
    title: string,
    more: Readonly<{ ties?: readonly string[]; person?: boolean; state?: string }> = {},
  ) => {
    const name = type === 'actor' ? 'name' : 'title'
    const held = bring(house, { type, space: 'home', fields: { [name]: title } })
    const fields = {
      of: type,
      piece: held,
      sentBy: 'harvest',
      state: 'waiting',
      harvest: of,
      certainty: 1,
      from: from++,
      ...more,
    }
    return { held, id: bring(house, { type: 'proposal', fields }) }
  }
  return { house, of, piece }
}
const kept = (...all: readonly Readonly<{ id: string }>[]): Input =>
  Object.fromEntries(all.map(({ id }) => [`garder.${id}`, '1']))

test('pieces that are the same as what is there add their ties to its own, and are one write', () => {
  const { house, of, piece } = gathered()
  const [before, place] = ['La MJC', 'Le local'].map(name =>
    bring(house, { type: 'actor', fields: { name } }),
  )
  const there = bring(house, {
    type: 'project',
    fields: { title: 'Four banal', runBy: [before], near: place },
  })
  const one = piece('project', 'Le four')
  const two = piece('project', 'Four du bourg')
  const [amap, school, hall] = [
    piece('actor', 'L’Amap', { ties: [`runs:${one.held}`] }),
    piece('actor', 'L’école', { ties: [`runs:${two.held}`] }),
    piece('actor', 'La halle', { ties: [`at:${two.held}`] }),
  ]
  const same = { [`meme.${one.id}`]: there, [`meme.${two.id}`]: there }
  const answer = say(house, 'showHarvest', {
    id: of,
    act: 'show',
    ...kept(one, two, amap, school, hall),
    ...same,
  })
  assert.ok(answer.done, JSON.stringify(answer))
  const row = house.read.one(project, there)
  assert.deepEqual(
    row?.runBy?.map(id => house.read.called(id)?.title).sort(),
    ['La MJC', 'L’Amap', 'L’école'].sort(),
  )
  assert.equal(row?.near, place, 'what was already said stays')
  assert.equal(house.read.count(project), 1)
})

test('a piece is the same as a record of its own kind only', () => {
  const { house, of, piece } = gathered()
  const mjc = bring(house, { type: 'actor', fields: { name: 'La MJC' } })
  const one = piece('project', 'Le four')
  assert.ok(
    say(house, 'showHarvest', { id: of, act: 'show', ...kept(one), [`meme.${one.id}`]: mjc }).done,
  )
  assert.equal(house.read.count(project), 1)
})

test('a person who agrees is told once on a project, however many ties the notes say', () => {
  const { house, of, piece } = gathered()
  const four = piece('project', 'Le four')
  const rosa = piece('actor', 'Rosa', {
    person: true,
    ties: [`runs:${four.held}`, `started:${four.held}`],
  })
  assert.ok(say(house, 'showHarvest', { id: of, act: 'show', ...kept(four) }).done)
  const answer = say(house, 'agree', { id: rosa.id, answer: 'yes' })
  assert.ok(answer.done, JSON.stringify(answer))
  assert.deepEqual(
    house.read.list(project)[0]?.runBy?.map(id => house.read.called(id)?.title),
    ['Rosa'],
  )
})

test('law 11: the yes of one Élodie is not that of the other', () => {
  const { house, of, piece } = gathered(['Élodie'])
  const [first, second] = [
    piece('actor', 'Élodie', { person: true }),
    piece('actor', 'Élodie', { person: true }),
  ]
  assert.ok(say(house, 'agree', { id: first.id, answer: 'yes' }).done)
  assert.deepEqual(unagreedNames(house.read, house.types, of), ['Élodie'])
  const four = piece('project', 'Le four d’Élodie')
  assert.ok(say(house, 'showHarvest', { id: of, act: 'show', ...kept(four) }).done)
  assert.equal(house.read.count(project), 0)
  assert.ok(say(house, 'agree', { id: second.id, answer: 'yes' }).done)
  assert.deepEqual(unagreedNames(house.read, house.types, of), [])
})

test(
  'two pieces of one name that are the same person are one strip, one yes and one record; the ' +
    'answer can change before',
  () => {
    const { house, of, piece } = gathered(['Élodie', 'Élodie'])
    const four = piece('project', 'Le four')
    const [first, second] = [
      piece('actor', 'Élodie', { person: true }),
      piece('actor', 'Élodie', { person: true, ties: [`runs:${four.held}`] }),
    ]
    const codes = () => house.read.count(code, {}, 'home')
    assert.deepEqual(
      doublesOf(house.read, house.types, of).map(one => [one.name, one.pieces.length, one.told]),
      [['Élodie', 2, undefined]],
    )
    assert.ok(say(house, 'tellApart', { id: of, [`double.${first.id}`]: 'several' }).done)
    assert.equal(doublesOf(house.read, house.types, of)[0]?.told, 'several')
    assert.equal(peopleOf(house.read, house.types, of).length, 2)
    assert.ok(
      say(house, 'showHarvest', {
        id: of,
        act: 'show',
        ...kept(four),
        [`double.${first.id}`]: 'one',
      }).done,
    )
    assert.equal(peopleOf(house.read, house.types, of).length, 1)
    assert.ok(say(house, 'giveCodes', { id: of }).done)
    assert.equal(codes(), 1)
    assert.ok(say(house, 'agree', { id: second.id, answer: 'yes' }).done)
    assert.equal(house.read.count(actor), 1)
    assert.deepEqual(
      house.read.list(project)[0]?.runBy?.map(id => house.read.called(id)?.title),
      ['Élodie'],
    )
    assert.deepEqual(unagreedNames(house.read, house.types, of), [])
    assert.deepEqual(
      doublesOf(house.read, house.types, of),
      [],
      'whoever has answered is not asked about again',
    )
    assert.ok(say(house, 'agree', { id: first.id, answer: 'yes' }).done)
    assert.equal(house.read.count(actor), 1, 'the same yes again is one record still')
  },
)

test('two people of one name are two strips, and the no of one is not that of the other', () => {
  const { house, of, piece } = gathered(['Élodie', 'Élodie'])
  const [first, second] = [
    piece('actor', 'Élodie', { person: true }),
    piece('actor', 'Élodie', { person: true }),
  ]
  assert.ok(say(house, 'tellApart', { id: of, [`double.${first.id}`]: 'several' }).done)
  assert.ok(say(house, 'giveCodes', { id: of }).done)
  assert.equal(house.read.count(code, {}, 'home'), 2)
  assert.ok(say(house, 'agree', { id: first.id, answer: 'no' }).done)
  assert.ok(say(house, 'agree', { id: second.id, answer: 'yes' }).done)
  assert.equal(house.read.count(actor), 1)
})

test(
  'the choice of a group: all of it, what is ticked, none; what somebody unticked is never ' +
    'shown',
  () => {
    const { house, of, piece } = gathered()
    const [ticked, doubtful, unticked] = [
      piece('project', 'Le four'),
      piece('project', 'Le puits'),
      piece('project', 'Le lavoir'),
    ]
    const group = Object.fromEntries(
      [ticked, doubtful, unticked].map(({ id }) => [`groupe.${id}`, 'g']),
    )
    const answer = {
      id: of,
      ...group,
      ...kept(ticked),
      [`doute.${doubtful.id}`]: '1',
      [`titre.${ticked.id}`]: 'Le four\r\nbanal',
    }
    const states = () =>
      [ticked, doubtful, unticked].map(({ id }) => house.read.one(proposal, id, 'home')?.state)
    assert.ok(say(house, 'showHarvest', { ...answer, 'tout.g': 'non', act: 'keep' }).done)
    assert.deepEqual(states(), ['waiting', 'waiting', 'waiting'])
    const mending = say(house, 'showHarvest', {
      ...answer,
      'tout.g': 'corriger',
      act: `mend.${ticked.id}`,
    })
    assert.ok(mending.done)
    assert.equal(mending.next, `/cueillette/piece/${ticked.id}`)
    assert.deepEqual(states(), ['kept', 'waiting', 'waiting'])
    assert.ok(say(house, 'showHarvest', { ...answer, 'tout.g': 'oui', act: 'show' }).done)
    assert.deepEqual(states(), ['shown', 'shown', 'waiting'])
    assert.ok(say(house, 'showHarvest', { id: of, ...group, 'tout.g': 'non', act: 'show' }).done)
    assert.deepEqual(states(), ['shown', 'shown', 'refused'])
    assert.deepEqual(
      house.read
        .list(project)
        .map(one => one.title)
        .sort(),
      ['Le four banal', 'Le puits'],
    )
    assert.ok(
      say(house, 'showHarvest', {
        id: of,
        ...group,
        ...kept(unticked),
        'tout.g': 'corriger',
        act: 'show',
      }).done,
    )
    assert.deepEqual(states(), ['shown', 'shown', 'shown'], 'what was left can still be kept')
  },
)

test('law 11: a piece that names somebody in any form waits for their yes, and for theirs only', () => {
  const forms: readonly ((first: string, last: string) => string)[] = [
    first => `Le four d’${first}`,
    (_, last) => `Voir avec ${last}`,
    (first, last) => `La clé à ${first[0]}. ${last}`,
    (first, last) => `Prêté par ${first} ${last}`.toLowerCase(),
    (first, last) => `PRÊTÉ PAR ${first} ${last}`.toUpperCase(),
    first => `le four d’${first.normalize('NFD').replace(/\p{M}/gu, '')}`,
  ]
  const names = fc.uniqueArray(
    fc.constantFrom(
      'Élodie Martin',
      'Zoé Vidal',
      'Hakim Vial',
      'Anaïs Barthélemy',
      'Jean-Luc Faure',
    ),
    {
      minLength: 1,
      maxLength: 3,
    },
  )
  fc.assert(
    fc.property(names, fc.constantFrom(...forms), fc.boolean(), (people, form, isWhole) => {
      const { house, of, piece } = gathered(people.slice(1))
      const strips = people.map(name =>
        piece('actor', isWhole ? name : name.split(' ')[0]!, { person: true }),
      )
      const [first = '', last = ''] = people[0]!.split(' ')
      const title = isWhole ? form(first, last) : `Le four d’${first} ${last}`
      const four = piece('project', title)
      for (const other of strips.slice(1))
        assert.ok(say(house, 'agree', { id: other.id, answer: 'yes' }).done)
      assert.ok(say(house, 'showHarvest', { id: of, act: 'show', ...kept(four) }).done)
      assert.equal(house.read.count(project), 0, title)
      assert.ok(say(house, 'agree', { id: strips[0]!.id, answer: 'yes' }).done)
      // Who agreed to a first name alone is not shown by their whole name, but by an act on that
      // piece.
      const seen = isWhole
        ? {}
        : { [`vu.${four.id}`]: seenOf(guardOf(house.read, house.types)(title)) }
      assert.ok(say(house, 'showHarvest', { id: of, act: 'show', ...kept(four), ...seen }).done)
      assert.equal(house.read.count(project), 1, title)
    }),
    { numRuns: 25 },
  )
})

test('law 3: notes are kept and shown in a house without communes nor a territory', () => {
  const { house } = gathered()
  const source = { from: 0, to: 7 }
  const candidate = {
    id: 'a',
    kind: 'project',
    title: 'Le four',
    fields: {},
    certainty: 1,
    source,
    private: false,
  }
  const meeting = { title: 'Soirée', date: '2026-11-20', place: 'Sail, à la halle', people: [] }
  const file = { hash: '0'.repeat(64), name: 'notes.txt', type: 'text/plain', size: 7 }
  const input = {
    gathered: JSON.stringify({
      found: { meeting, candidates: [candidate], links: [] },
      text: file,
      url: null,
    }),
  }
  const answer = say(house, 'gather', input)
  assert.ok(answer.done, JSON.stringify(answer))
  const id = answer.next?.split('/').at(-1) ?? ''
  const piece = house.read.list(proposal, { where: 'harvest = ?', with: [id] }, 'home')[0]
  assert.ok(piece)
  assert.ok(say(house, 'showHarvest', { id, act: 'show', ...kept(piece) }).done)
  assert.equal(house.read.list(project)[0]?.title, 'Le four')
})

test(
  'a harvest erased whole leaves nothing in this box; what was shown of it stays, and is ' +
    'forgotten from its own page',
  () => {
    const { house, of, piece } = gathered(['CANARI'])
    const [shown, waits] = [piece('project', 'Four banal'), piece('project', 'Chez CANARI')]
    const person = piece('actor', 'CANARI Lou', { person: true })
    assert.ok(say(house, 'giveCodes', { id: of }).done)
    assert.ok(say(house, 'showHarvest', { id: of, act: 'show', ...kept(shown) }).done)
    const answer = say(house, 'forgetHarvest', { id: of })
    assert.ok(answer.done && answer.forgot && answer.next === '/cueillette')
    assert.deepEqual(
      house.log.sql.all("SELECT value FROM flesh WHERE instr(value, 'CANARI') > 0"),
      [],
    )
    for (const table of ['harvest', 'proposal', 'code', 'project', 'actor'])
      assert.deepEqual(
        house.tables.sql.all(`SELECT id FROM "${table}_home" WHERE removed IS NOT 1`),
        [],
        table,
      )
    assert.equal(
      house.read.one(actor, person.held, 'home') ?? house.read.one(project, waits.held, 'home'),
      undefined,
    )
    assert.equal(house.read.list(project)[0]?.title, 'Four banal')
    assert.equal(house.read.count(meeting), 1)
  },
)

test(
  'what was shown from notes is forgotten with its piece; the page of the notes, which still ' +
    'say it, comes next',
  () => {
    const { house, of, piece } = gathered()
    assert.ok(
      say(house, 'bring', {
        records: JSON.stringify([{ type: 'harvest', id: of, fields: { title: 'Soirée CANARI' } }]),
      }).done,
    )
    assert.ok(
      say(house, 'showHarvest', { id: of, act: 'show', ...kept(piece('project', 'Four CANARI')) })
        .done,
    )
    const forget = (type: string, id: string) => {
      const answer = say(house, 'forget', { type, id })
      assert.ok(answer.done && answer.said?.includes('Les notes dont cela vient'))
      assert.equal(answer.next, `/cueillette/${of}`)
    }
    forget('project', house.read.list(project)[0]!.id)
    forget('meeting', house.read.list(meeting)[0]!.id)
    assert.deepEqual(
      house.log.sql.all("SELECT value FROM flesh WHERE instr(value, 'CANARI') > 0"),
      [],
    )
  },
)

test(
  'law 11: what the guard finds is held whatever a group says, and shown by an act on that ' +
    'piece that saw it',
  () => {
    const { house, of, piece } = gathered()
    const [free, held] = [
      piece('project', 'Le four banal'),
      piece('project', 'La buvette de Lison et Thibaud'),
    ]
    const group = Object.fromEntries(
      [free, held].flatMap(({ id }) => [
        [`groupe.${id}`, 'g'] as const,
        [`doute.${id}`, '1'] as const,
      ]),
    )
    const titles = () => house.read.list(project).map(one => one.title)
    const show = (more: Input) => {
      const answer = say(house, 'showHarvest', { id: of, act: 'show', ...group, ...more })
      assert.ok(answer.done, JSON.stringify(answer))
      return answer
    }
    assert.match(
      show({ 'tout.g': 'oui', ...kept(free, held) }).said ?? '',
      /sauf un morceau.*Lison/,
    )
    assert.deepEqual(titles(), ['Le four banal'])
    show({ [`vu.${held.id}`]: seenOf(guardOf(house.read, house.types)('La buvette de Lison')) })
    assert.deepEqual(
      titles(),
      ['Le four banal'],
      'an act that did not see Thibaud shows nothing of him',
    )
    show({
      'tout.g': 'non',
      [`vu.${held.id}`]: seenOf(guardOf(house.read, house.types)('La buvette de Lison et Thibaud')),
    })
    assert.deepEqual(titles(), ['Le four banal'])
    show({
      [`vu.${held.id}`]: seenOf(guardOf(house.read, house.types)('La buvette de Lison et Thibaud')),
    })
    assert.deepEqual(titles().toSorted(), ['La buvette de Lison et Thibaud', 'Le four banal'])
  },
)

test(
  'law 11: what a keeper types in a title is looked at too, and a mended piece is shown by ' +
    'its group',
  () => {
    const { house, of, piece } = gathered()
    const [typed, mended] = [piece('project', 'Le four'), piece('project', 'La buvette de Lison')]
    const group = Object.fromEntries(
      [typed, mended].flatMap(({ id }) => [
        [`groupe.${id}`, 'g'] as const,
        [`doute.${id}`, '1'] as const,
      ]),
    )
    const titles = {
      [`titre.${typed.id}`]: 'Le four de Nawel, 06 12 34 56 78',
      [`titre.${mended.id}`]: 'La buvette',
    }
    assert.ok(
      say(house, 'showHarvest', { id: of, act: 'show', 'tout.g': 'oui', ...group, ...titles }).done,
    )
    assert.deepEqual(
      house.read.list(project).map(one => one.title),
      ['La buvette'],
    )
  },
)

test(
  'law 11: the title of a meeting that names somebody becomes its day, unless the keeper saw ' +
    'it; its author comes with their yes',
  () => {
    const author = { author: 'Renaud', title: 'Chez Lison, la buvette' }
    const start = () => {
      const it = gathered()
      assert.ok(
        say(it.house, 'bring', {
          records: JSON.stringify([{ type: 'harvest', id: it.of, fields: author }]),
        }).done,
      )
      return it
    }
    const first = start()
    const empty = say(first.house, 'showHarvest', { id: first.of, act: 'show' })
    assert.equal(empty.done, false, 'a meeting of which nothing is kept is not shown')
    const shows = (it: typeof first) => ({
      id: it.of,
      act: 'show',
      ...kept(it.piece('project', 'Le four')),
    })
    assert.ok(say(first.house, 'showHarvest', shows(first)).done)
    const [row] = first.house.read.list(meeting)
    assert.equal(row?.title, 'Réunion du 24 novembre 2026')
    assert.equal(row?.author, null)
    const renaud = first.piece('actor', 'Renaud', { person: true })
    assert.ok(say(first.house, 'agree', { id: renaud.id, answer: 'yes' }).done)
    assert.equal(first.house.read.list(meeting)[0]?.author, 'Renaud')
    const second = start()
    const seen = seenOf(guardOf(second.house.read, second.house.types)(author.title))
    assert.ok(say(second.house, 'showHarvest', { ...shows(second), 'reunion.vu': seen }).done)
    assert.equal(second.house.read.list(meeting)[0]?.title, author.title)
  },
)
