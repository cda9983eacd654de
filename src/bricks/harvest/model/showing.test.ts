import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import type { OpenEngine } from '../../../../tests/support/open-engine.ts'
import { openEngine } from '../../../../tests/support/open-engine.ts'
import { runs, testOnce as test, testEach } from '../../../../tests/support/pass.ts'
import { runBatch, type TurnAnswer } from '../../../../tests/support/turns.ts'
import { brick } from '../../../contract/brick.ts'
import { findingsText, guardOf } from '../../../contract/records/guarded.ts'
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
function say(engine: OpenEngine, command: string, input: Input): TurnAnswer {
  return runBatch(
    engine,
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
function bring(engine: OpenEngine, given: Given): string {
  const id = given.id ?? newId()
  const answer = say(engine, 'bring', { records: JSON.stringify([{ ...given, id }]) })
  assert.ok(answer.done, JSON.stringify(answer))
  return id
}

/** A house with one harvest, and a way to add pieces to it. */
function gathered(people: readonly string[] = []) {
  const engine = openEngine([own, harvest], newBox())
  const of = bring(engine, { type: 'harvest', fields: { title: 'Soirée', people, state: 'open' } })
  let from = 0
  const piece = (
    type: string,
    title: string,
    more: Readonly<{ ties?: readonly string[]; person?: boolean; state?: string }> = {},
  ) => {
    const name = type === 'actor' ? 'name' : 'title'
    const held = bring(engine, { type, space: 'home', fields: { [name]: title } })
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
    return { held, id: bring(engine, { type: 'proposal', fields }) }
  }
  return { engine, of, piece }
}
const kept = (...all: readonly Readonly<{ id: string }>[]): Input =>
  Object.fromEntries(all.map(({ id }) => [`garder.${id}`, '1']))

test('pieces that are the same as what is there add their ties to its own, and are one write', () => {
  const { engine, of, piece } = gathered()
  const [before, place] = ['La MJC', 'Le local'].map(name =>
    bring(engine, { type: 'actor', fields: { name } }),
  )
  const there = bring(engine, {
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
  const answer = say(engine, 'showHarvest', {
    id: of,
    act: 'show',
    ...kept(one, two, amap, school, hall),
    ...same,
  })
  assert.ok(answer.done, JSON.stringify(answer))
  const row = engine.read.one(project, there)
  assert.deepEqual(
    row?.runBy?.map(id => engine.read.called(id)?.title).sort(),
    ['La MJC', 'L’Amap', 'L’école'].sort(),
  )
  assert.equal(row?.near, place, 'what was already said stays')
  assert.equal(engine.read.count(project), 1)
})

test('a piece is the same as a record of its own kind only', () => {
  const { engine, of, piece } = gathered()
  const mjc = bring(engine, { type: 'actor', fields: { name: 'La MJC' } })
  const one = piece('project', 'Le four')
  assert.ok(
    say(engine, 'showHarvest', { id: of, act: 'show', ...kept(one), [`meme.${one.id}`]: mjc }).done,
  )
  assert.equal(engine.read.count(project), 1)
})

test('a person who agrees is told once on a project, however many ties the notes say', () => {
  const { engine, of, piece } = gathered()
  const four = piece('project', 'Le four')
  const rosa = piece('actor', 'Rosa', {
    person: true,
    ties: [`runs:${four.held}`, `started:${four.held}`],
  })
  assert.ok(say(engine, 'showHarvest', { id: of, act: 'show', ...kept(four) }).done)
  const answer = say(engine, 'agree', { id: rosa.id, answer: 'yes' })
  assert.ok(answer.done, JSON.stringify(answer))
  assert.deepEqual(
    engine.read.list(project)[0]?.runBy?.map(id => engine.read.called(id)?.title),
    ['Rosa'],
  )
})

test('law 11: the yes of one Élodie is not that of the other', () => {
  const { engine, of, piece } = gathered(['Élodie'])
  const [first, second] = [
    piece('actor', 'Élodie', { person: true }),
    piece('actor', 'Élodie', { person: true }),
  ]
  assert.ok(say(engine, 'agree', { id: first.id, answer: 'yes' }).done)
  assert.deepEqual(unagreedNames(engine.read, engine.types, of), ['Élodie'])
  const four = piece('project', 'Le four d’Élodie')
  assert.ok(say(engine, 'showHarvest', { id: of, act: 'show', ...kept(four) }).done)
  assert.equal(engine.read.count(project), 0)
  assert.ok(say(engine, 'agree', { id: second.id, answer: 'yes' }).done)
  assert.deepEqual(unagreedNames(engine.read, engine.types, of), [])
})

test(
  'two pieces of one name that are the same person are one strip, one yes and one record; the ' +
    'answer can change before',
  () => {
    const { engine, of, piece } = gathered(['Élodie', 'Élodie'])
    const four = piece('project', 'Le four')
    const [first, second] = [
      piece('actor', 'Élodie', { person: true }),
      piece('actor', 'Élodie', { person: true, ties: [`runs:${four.held}`] }),
    ]
    const codes = () => engine.read.count(code, {}, 'home')
    assert.deepEqual(
      doublesOf(engine.read, engine.types, of).map(one => [one.name, one.pieces.length, one.told]),
      [['Élodie', 2, undefined]],
    )
    assert.ok(say(engine, 'tellApart', { id: of, [`double.${first.id}`]: 'several' }).done)
    assert.equal(doublesOf(engine.read, engine.types, of)[0]?.told, 'several')
    assert.equal(peopleOf(engine.read, engine.types, of).length, 2)
    assert.ok(
      say(engine, 'showHarvest', {
        id: of,
        act: 'show',
        ...kept(four),
        [`double.${first.id}`]: 'one',
      }).done,
    )
    assert.equal(peopleOf(engine.read, engine.types, of).length, 1)
    assert.ok(say(engine, 'giveCodes', { id: of }).done)
    assert.equal(codes(), 1)
    assert.ok(say(engine, 'agree', { id: second.id, answer: 'yes' }).done)
    assert.equal(engine.read.count(actor), 1)
    assert.deepEqual(
      engine.read.list(project)[0]?.runBy?.map(id => engine.read.called(id)?.title),
      ['Élodie'],
    )
    assert.deepEqual(unagreedNames(engine.read, engine.types, of), [])
    assert.deepEqual(
      doublesOf(engine.read, engine.types, of),
      [],
      'whoever has answered is not asked about again',
    )
    assert.ok(say(engine, 'agree', { id: first.id, answer: 'yes' }).done)
    assert.equal(engine.read.count(actor), 1, 'the same yes again is one record still')
  },
)

test('two people of one name are two strips, and the no of one is not that of the other', () => {
  const { engine, of, piece } = gathered(['Élodie', 'Élodie'])
  const [first, second] = [
    piece('actor', 'Élodie', { person: true }),
    piece('actor', 'Élodie', { person: true }),
  ]
  assert.ok(say(engine, 'tellApart', { id: of, [`double.${first.id}`]: 'several' }).done)
  assert.ok(say(engine, 'giveCodes', { id: of }).done)
  assert.equal(engine.read.count(code, {}, 'home'), 2)
  assert.ok(say(engine, 'agree', { id: first.id, answer: 'no' }).done)
  assert.ok(say(engine, 'agree', { id: second.id, answer: 'yes' }).done)
  assert.equal(engine.read.count(actor), 1)
})

test(
  'the choice of a group: all of it, what is ticked, none; what somebody unticked is never ' +
    'shown',
  () => {
    const { engine, of, piece } = gathered()
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
      [ticked, doubtful, unticked].map(({ id }) => engine.read.one(proposal, id, 'home')?.state)
    assert.ok(say(engine, 'showHarvest', { ...answer, 'tout.g': 'non', act: 'keep' }).done)
    assert.deepEqual(states(), ['waiting', 'waiting', 'waiting'])
    const mending = say(engine, 'showHarvest', {
      ...answer,
      'tout.g': 'corriger',
      act: `mend.${ticked.id}`,
    })
    assert.ok(mending.done)
    assert.equal(mending.next, `/cueillette/piece/${ticked.id}`)
    assert.deepEqual(states(), ['kept', 'waiting', 'waiting'])
    assert.ok(say(engine, 'showHarvest', { ...answer, 'tout.g': 'oui', act: 'show' }).done)
    assert.deepEqual(states(), ['shown', 'shown', 'waiting'])
    assert.ok(say(engine, 'showHarvest', { id: of, ...group, 'tout.g': 'non', act: 'show' }).done)
    assert.deepEqual(states(), ['shown', 'shown', 'refused'])
    assert.deepEqual(
      engine.read
        .list(project)
        .map(one => one.title)
        .sort(),
      ['Le four banal', 'Le puits'],
    )
    assert.ok(
      say(engine, 'showHarvest', {
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

testEach(
  'law 11: a piece that names somebody in any form waits for their yes, and for theirs only',
  () => {
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
        const { engine, of, piece } = gathered(people.slice(1))
        const strips = people.map(name =>
          piece('actor', isWhole ? name : name.split(' ')[0]!, { person: true }),
        )
        const [first = '', last = ''] = people[0]!.split(' ')
        const title = isWhole ? form(first, last) : `Le four d’${first} ${last}`
        const four = piece('project', title)
        for (const other of strips.slice(1))
          assert.ok(say(engine, 'agree', { id: other.id, answer: 'yes' }).done)
        assert.ok(say(engine, 'showHarvest', { id: of, act: 'show', ...kept(four) }).done)
        assert.equal(engine.read.count(project), 0, title)
        assert.ok(say(engine, 'agree', { id: strips[0]!.id, answer: 'yes' }).done)
        // Who agreed to a first name alone is not shown by their whole name, but by an act on that
        // piece.
        const seen = isWhole
          ? {}
          : { [`vu.${four.id}`]: findingsText(guardOf(engine.read, engine.types)(title)) }
        assert.ok(say(engine, 'showHarvest', { id: of, act: 'show', ...kept(four), ...seen }).done)
        assert.equal(engine.read.count(project), 1, title)
      }),
      runs(5, 12),
    )
  },
)

test('law 3: notes are kept and shown in a house without communes nor a territory', () => {
  const { engine } = gathered()
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
  const answer = say(engine, 'gather', input)
  assert.ok(answer.done, JSON.stringify(answer))
  const id = answer.next?.split('/').at(-1) ?? ''
  const piece = engine.read.list(proposal, { where: 'harvest = ?', with: [id] }, 'home')[0]
  assert.ok(piece)
  assert.ok(say(engine, 'showHarvest', { id, act: 'show', ...kept(piece) }).done)
  assert.equal(engine.read.list(project)[0]?.title, 'Le four')
})

test(
  'a harvest erased whole leaves nothing in this box; what was shown of it stays, and is ' +
    'forgotten from its own page',
  () => {
    const { engine, of, piece } = gathered(['CANARI'])
    const [shown, waits] = [piece('project', 'Four banal'), piece('project', 'Chez CANARI')]
    const person = piece('actor', 'CANARI Lou', { person: true })
    assert.ok(say(engine, 'giveCodes', { id: of }).done)
    assert.ok(say(engine, 'showHarvest', { id: of, act: 'show', ...kept(shown) }).done)
    const answer = say(engine, 'forgetHarvest', { id: of })
    assert.ok(answer.done && answer.forgot && answer.next === '/cueillette')
    assert.deepEqual(
      engine.log.sql.all("SELECT value FROM flesh WHERE instr(value, 'CANARI') > 0"),
      [],
    )
    for (const table of ['harvest', 'proposal', 'code', 'project', 'actor'])
      assert.deepEqual(
        engine.tables.sql.all(`SELECT id FROM "${table}_home" WHERE removed IS NOT 1`),
        [],
        table,
      )
    assert.equal(
      engine.read.one(actor, person.held, 'home') ?? engine.read.one(project, waits.held, 'home'),
      undefined,
    )
    assert.equal(engine.read.list(project)[0]?.title, 'Four banal')
    assert.equal(engine.read.count(meeting), 1)
  },
)

test(
  'what was shown from notes is forgotten with its piece; the page of the notes, which still ' +
    'say it, comes next',
  () => {
    const { engine, of, piece } = gathered()
    assert.ok(
      say(engine, 'bring', {
        records: JSON.stringify([{ type: 'harvest', id: of, fields: { title: 'Soirée CANARI' } }]),
      }).done,
    )
    assert.ok(
      say(engine, 'showHarvest', { id: of, act: 'show', ...kept(piece('project', 'Four CANARI')) })
        .done,
    )
    const forget = (type: string, id: string) => {
      const answer = say(engine, 'forget', { type, id })
      assert.ok(answer.done && answer.said?.includes('Les notes dont cela vient'))
      assert.equal(answer.next, `/cueillette/${of}`)
    }
    forget('project', engine.read.list(project)[0]!.id)
    forget('meeting', engine.read.list(meeting)[0]!.id)
    assert.deepEqual(
      engine.log.sql.all("SELECT value FROM flesh WHERE instr(value, 'CANARI') > 0"),
      [],
    )
  },
)

test(
  'law 11: what the guard finds is held whatever a group says, and shown by an act on that ' +
    'piece that saw it',
  () => {
    const { engine, of, piece } = gathered()
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
    const titles = () => engine.read.list(project).map(one => one.title)
    const show = (more: Input) => {
      const answer = say(engine, 'showHarvest', { id: of, act: 'show', ...group, ...more })
      assert.ok(answer.done, JSON.stringify(answer))
      return answer
    }
    assert.match(
      show({ 'tout.g': 'oui', ...kept(free, held) }).said ?? '',
      /sauf un morceau.*Lison/,
    )
    assert.deepEqual(titles(), ['Le four banal'])
    show({
      [`vu.${held.id}`]: findingsText(guardOf(engine.read, engine.types)('La buvette de Lison')),
    })
    assert.deepEqual(
      titles(),
      ['Le four banal'],
      'an act that did not see Thibaud shows nothing of him',
    )
    show({
      'tout.g': 'non',
      [`vu.${held.id}`]: findingsText(
        guardOf(engine.read, engine.types)('La buvette de Lison et Thibaud'),
      ),
    })
    assert.deepEqual(titles(), ['Le four banal'])
    show({
      [`vu.${held.id}`]: findingsText(
        guardOf(engine.read, engine.types)('La buvette de Lison et Thibaud'),
      ),
    })
    assert.deepEqual(titles().toSorted(), ['La buvette de Lison et Thibaud', 'Le four banal'])
  },
)

test(
  'law 11: what a keeper types in a title is looked at too, and a mended piece is shown by ' +
    'its group',
  () => {
    const { engine, of, piece } = gathered()
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
      say(engine, 'showHarvest', { id: of, act: 'show', 'tout.g': 'oui', ...group, ...titles })
        .done,
    )
    assert.deepEqual(
      engine.read.list(project).map(one => one.title),
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
        say(it.engine, 'bring', {
          records: JSON.stringify([{ type: 'harvest', id: it.of, fields: author }]),
        }).done,
      )
      return it
    }
    const first = start()
    const empty = say(first.engine, 'showHarvest', { id: first.of, act: 'show' })
    assert.equal(empty.done, false, 'a meeting of which nothing is kept is not shown')
    const shows = (it: typeof first) => ({
      id: it.of,
      act: 'show',
      ...kept(it.piece('project', 'Le four')),
    })
    assert.ok(say(first.engine, 'showHarvest', shows(first)).done)
    const [row] = first.engine.read.list(meeting)
    assert.equal(row?.title, 'Réunion du 24 novembre 2026')
    assert.equal(row?.author, null)
    const renaud = first.piece('actor', 'Renaud', { person: true })
    assert.ok(say(first.engine, 'agree', { id: renaud.id, answer: 'yes' }).done)
    assert.equal(first.engine.read.list(meeting)[0]?.author, 'Renaud')
    const second = start()
    const seen = findingsText(guardOf(second.engine.read, second.engine.types)(author.title))
    assert.ok(say(second.engine, 'showHarvest', { ...shows(second), 'reunion.vu': seen }).done)
    assert.equal(second.engine.read.list(meeting)[0]?.title, author.title)
  },
)
