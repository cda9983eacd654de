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
type Kept = Readonly<{ id: string }>
const keep = (engine: OpenEngine, of: string, ...all: readonly Kept[]): TurnAnswer =>
  say(engine, 'keepPiece', { id: of, morceau: all.map(one => one.id).join(' ') })
/** Keeps pieces, then shows all that is kept. */
function show(engine: OpenEngine, of: string, ...all: readonly Kept[]): TurnAnswer {
  assert.ok(keep(engine, of, ...all).done)
  return say(engine, 'showHarvest', { id: of })
}
/** The panel of a piece says that it is what the page shows already. */
const isThere = (engine: OpenEngine, of: string, one: Kept, there: string): TurnAnswer =>
  say(engine, 'openPiece', { id: of, panneau: one.id, meme: there })
/** An act on one piece that saw what the guard finds in these words. */
const keepSeen = (engine: OpenEngine, of: string, one: Kept, words: string): TurnAnswer =>
  say(engine, 'keepPiece', {
    id: of,
    retenu: `${one.id} ${findingsText(guardOf(engine.read, engine.types)(words))}`,
  })

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
  for (const piece of [one, two]) assert.ok(isThere(engine, of, piece, there).done)
  const answer = show(engine, of, one, two, amap, school, hall)
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
  assert.ok(isThere(engine, of, one, mjc).done)
  assert.ok(show(engine, of, one).done)
  assert.equal(engine.read.count(project), 1)
})

test('a person who agrees is told once on a project, however many ties the notes say', () => {
  const { engine, of, piece } = gathered()
  const four = piece('project', 'Le four')
  const rosa = piece('actor', 'Rosa', {
    person: true,
    ties: [`runs:${four.held}`, `started:${four.held}`],
  })
  assert.ok(show(engine, of, four).done)
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
  assert.ok(show(engine, of, four).done)
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
    assert.ok(say(engine, 'tellApart', { id: of, [`double.${first.id}`]: 'one' }).done)
    assert.ok(show(engine, of, four).done)
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

test('a piece is kept, left, put back, each undone; what is shown is what was kept', () => {
  const { engine, of, piece } = gathered()
  const [four, well, wash] = [
    piece('project', 'Le four'),
    piece('project', 'Le puits'),
    piece('project', 'Le lavoir'),
  ]
  const all = [four, well, wash]
  const states = () => all.map(({ id }) => engine.read.one(proposal, id, 'home')?.state)
  const act = (command: string, ...some: readonly Kept[]) => {
    const answer = say(engine, command, { id: of, morceau: some.map(one => one.id).join(' ') })
    assert.ok(answer.done, JSON.stringify(answer))
    return answer
  }
  const keeping = act('keepPiece', four, well)
  assert.deepEqual(states(), ['kept', 'kept', 'waiting'])
  assert.ok(keeping.undo?.path === '/cueillette/remettre')
  assert.ok(say(engine, 'putBack', keeping.undo.input).done)
  assert.deepEqual(states(), ['waiting', 'waiting', 'waiting'])
  act('leavePiece', wash)
  assert.equal(say(engine, 'showHarvest', { id: of }).done, false, 'nothing is kept')
  assert.ok(show(engine, of, four).done)
  assert.deepEqual(states(), ['shown', 'waiting', 'refused'])
  assert.deepEqual(
    engine.read.list(project).map(one => one.title),
    ['Le four'],
  )
  act('leavePiece', four)
  assert.equal(states()[0], 'shown', 'what is shown is taken off by its own button')
  assert.ok(show(engine, of, well, wash).done)
  assert.deepEqual(states(), ['shown', 'shown', 'shown'], 'what was left can still be kept')
})

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
        assert.ok(show(engine, of, four).done)
        assert.equal(engine.read.count(project), 0, title)
        assert.ok(say(engine, 'agree', { id: strips[0]!.id, answer: 'yes' }).done)
        // Who agreed to a first name alone is not shown by their whole name, but by an act on that
        // piece.
        if (!isWhole) assert.ok(keepSeen(engine, of, four, title).done)
        assert.ok(say(engine, 'showHarvest', { id: of }).done)
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
  assert.ok(show(engine, id, piece).done)
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
    assert.ok(show(engine, of, shown).done)
    const answer = say(engine, 'forgetHarvest', { id: of })
    assert.ok(answer.done && answer.forgot && answer.next === '/cueillette')
    assert.deepEqual(
      engine.log.sql.all("SELECT value FROM piece WHERE instr(value, 'CANARI') > 0"),
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
    assert.ok(show(engine, of, piece('project', 'Four CANARI')).done)
    const forget = (type: string, id: string) => {
      const answer = say(engine, 'forget', { type, id })
      assert.ok(answer.done && answer.said?.includes('Les notes dont cela vient'))
      assert.equal(answer.next, `/cueillette/${of}?efface=1`)
    }
    forget('project', engine.read.list(project)[0]!.id)
    forget('meeting', engine.read.list(meeting)[0]!.id)
    assert.deepEqual(
      engine.log.sql.all("SELECT value FROM piece WHERE instr(value, 'CANARI') > 0"),
      [],
    )
  },
)

test('a name that the page has with its small word is that one; another name is new', () => {
  const { engine, of, piece } = gathered()
  const there = bring(engine, { type: 'actor', fields: { name: 'Le Local' } })
  const [same, other] = [piece('actor', 'Local'), piece('actor', 'Local jeunes')]
  assert.ok(show(engine, of, same, other).done)
  const shownAs = ({ id }: Kept) => engine.read.one(proposal, id, 'home')?.shownAs
  assert.equal(shownAs(same), there)
  assert.notEqual(shownAs(other), there)
  assert.equal(engine.read.count(actor), 2)
})

test('two names of one person are one strip, and the one that says more stays', () => {
  const { engine, of, piece } = gathered(['Denis Faure'])
  const [short, whole] = [
    piece('actor', 'Denis', { person: true }),
    piece('actor', 'Denis Faure', { person: true }),
  ]
  const names = () => peopleOf(engine.read, engine.types, of).map(one => one.name)
  const merged = say(engine, 'mergePieces', { id: of, 'la-meme': `${short.id} ${whole.held}` })
  assert.ok(merged.done && merged.undo)
  assert.deepEqual(names(), ['Denis Faure'])
  const four = piece('project', 'Le four de Denis')
  assert.ok(show(engine, of, four).done)
  assert.equal(engine.read.count(project), 0, 'Denis has not said yes')
  assert.ok(say(engine, 'putBack', merged.undo.input).done)
  assert.deepEqual(names().sort(), ['Denis', 'Denis Faure'])
})

test('what came of the notes sorts as the notes do', () => {
  const { engine, of, piece } = gathered()
  const titles = Array.from({ length: 12 }, (_, i) => `Étape ${i + 1}`)
  assert.ok(show(engine, of, ...titles.map(title => piece('project', title))).done)
  assert.deepEqual(
    engine.read.list(project, { order: 'id' }).map(one => one.title),
    titles,
  )
})

test('law 11: what the guard finds is held, and shown by an act on that piece that saw it', () => {
  const { engine, of, piece } = gathered()
  const [free, held] = [
    piece('project', 'Le four banal'),
    piece('project', 'La buvette de Lison et Thibaud'),
  ]
  const titles = () =>
    engine.read
      .list(project)
      .map(one => one.title)
      .sort()
  const again = () => assert.ok(say(engine, 'showHarvest', { id: of }).done)
  const answer = show(engine, of, free, held)
  assert.ok(answer.done)
  assert.match(answer.said ?? '', /sauf un passage.*Lison/)
  assert.deepEqual(titles(), ['Le four banal'])
  assert.ok(keepSeen(engine, of, held, 'La buvette de Lison').done)
  again()
  assert.deepEqual(titles(), ['Le four banal'], 'who did not see Thibaud shows nothing of him')
  const whole = 'La buvette de Lison et Thibaud'
  assert.ok(keepSeen(engine, of, held, whole).done)
  assert.ok(say(engine, 'putBack', { id: of, morceau: held.id }).done)
  assert.ok(keep(engine, of, held).done)
  again()
  assert.deepEqual(titles(), ['Le four banal'], 'what was put back has to be seen again')
  assert.ok(keepSeen(engine, of, held, whole).done)
  again()
  assert.deepEqual(titles(), [whole, 'Le four banal'])
})

test('law 11: what a keeper types in a title is looked at too', () => {
  const { engine, of, piece } = gathered()
  const [typed, mended] = [piece('project', 'Le four'), piece('project', 'La buvette de Lison')]
  const title = (one: Kept, words: string) =>
    assert.ok(
      say(engine, 'keepPiece', { id: of, panneau: one.id, title: words, morceau: one.id }).done,
    )
  title(typed, 'Le four de Nawel, 06 12 34 56 78')
  title(mended, 'La buvette')
  assert.ok(say(engine, 'showHarvest', { id: of }).done)
  assert.deepEqual(
    engine.read.list(project).map(one => one.title),
    ['La buvette'],
  )
})

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
    const empty = say(first.engine, 'showHarvest', { id: first.of })
    assert.equal(empty.done, false, 'a meeting of which nothing is kept is not shown')
    const keepsFour = (it: typeof first) =>
      assert.ok(keep(it.engine, it.of, it.piece('project', 'Le four')).done)
    keepsFour(first)
    assert.ok(say(first.engine, 'showHarvest', { id: first.of }).done)
    const [row] = first.engine.read.list(meeting)
    assert.equal(row?.title, 'Réunion du 24 novembre 2026')
    assert.equal(row?.author, null)
    const renaud = first.piece('actor', 'Renaud', { person: true })
    assert.ok(say(first.engine, 'agree', { id: renaud.id, answer: 'yes' }).done)
    assert.equal(first.engine.read.list(meeting)[0]?.author, 'Renaud')
    const second = start()
    const seen = findingsText(guardOf(second.engine.read, second.engine.types)(author.title))
    keepsFour(second)
    assert.ok(say(second.engine, 'showHarvest', { id: second.of, 'reunion.vu': seen }).done)
    assert.equal(second.engine.read.list(meeting)[0]?.title, author.title)
  },
)
