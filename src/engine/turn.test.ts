import assert from 'node:assert/strict'
import { copyFileSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { DatabaseSync } from 'node:sqlite'
import fc from 'fast-check'
import { testOnce as test, testAll } from '../../tests/support/pass.ts'
import {
  deliver,
  entryIn,
  everything,
  NOON,
  openMemory,
  recordId,
  write,
} from '../../tests/wire/boxes.ts'
import { brick } from '../contract/brick.ts'
import type { Command } from '../contract/command.ts'
import type { Draft, Forgetting } from '../contract/decision.ts'
import type { Input } from '../core/form/input.ts'
import { proseText } from '../core/prose.ts'
import { type FieldsOf, recordType, SPACES, type Space, type Value } from '../core/schema.ts'
import { newBox } from '../log/box.ts'
import { checkpoint, writesToForget } from '../log/forget.ts'
import { type Log, openLog, row, writesIn } from '../log/log.ts'
import { readerOn } from '../projection/reader.ts'
import { openTables, type Tables } from '../projection/tables.ts'
import { readerFor } from './published.ts'
import { type Engine, runBatch, type TurnAnswer, type TurnAsked } from './turn.ts'
import { type ShownHeads, shownOf } from './weigh.ts'

const need = recordType({
  name: 'need',
  title: 'title',
  path: '/annonces',
  fields: {
    title: { kind: 'text' },
    text: { kind: 'prose' },
    seats: { kind: 'number' },
    phone: { kind: 'phone', space: 'home' },
  },
})
const SHAPE = { types: [need], projections: [] }

/** The test's own brick: its commands do what the input says. */
type Does = Readonly<Record<string, (input: Input) => void>>
function stub(does: Does) {
  const said = (input: Input): unknown => JSON.parse(String(input['fields'] ?? '{}'))
  const writing: Command = {
    name: 'write',
    path: '/x',
    who: 'keeper',
    decide: input => {
      does[String(input['event'] ?? '')]?.(input)
      if (input['refuse']) return { refused: { worded: 'Écrivez un titre.' }, field: 'title' }
      if (input['bug']) throw new TypeError('a bug of ours')
      const records = String(input['id']).split(',')
      const drafts = records.map(
        (record): Draft => ({
          type: 'need',
          record,
          fields: said(input) as FieldsOf<typeof need>,
          ...(input['settles'] ? { settles: true } : {}),
          ...(input['space'] ? { space: input['space'] as Space } : {}),
        }),
      )
      return { drafts, next: `/annonces/${records[0]}`, said: { worded: 'Noté.' } }
    },
  }
  const forgetting: Command = {
    name: 'forget',
    path: '/y',
    who: 'keeper',
    decide: input => {
      const what: Forgetting = {
        type: 'need',
        record: String(input['id']),
        ...(input['field'] ? { field: String(input['field']) } : {}),
      }
      return { drafts: [], forget: [what] }
    },
  }
  const sending: Command = { ...forgetting, name: 'send', who: 'visitor' }
  const proposing: Command = { ...writing, name: 'propose', who: 'visitor' }
  const words = { types: {} }
  return brick({
    name: 'stub',
    records: [need],
    grants: ['need'],
    commands: [writing, forgetting, sending, proposing],
    pages: [],
    words: { fr: words, en: words },
  })
}

let clients = 1
function engineOver(log: Log, tables: Tables, does: Does = {}): Engine & { reported: unknown[] } {
  const one = stub(does)
  const reported: unknown[] = []
  const client = clients++
  return {
    bricks: [one],
    types: tables.types,
    commands: new Map(
      one.commands.map(command => [`stub.${command.name}`, { command, brick: one }]),
    ),
    log,
    tables,
    read: readerFor([one], readerOn(tables, log)),
    proseClient: () => client,
    report: error => `n° ${reported.push(error)}`,
    reported,
  }
}
function openEngine(does: Does = {}, box = newBox()) {
  const log = openMemory(box)
  return engineOver(log, openTables(':memory:', SHAPE, log), does)
}
const clock = { now: () => NOON, sure: true, today: () => '2026-12-05' }
let ids = 0
const asked = (input: Input, more: Partial<TurnAsked> = {}): TurnAsked => ({
  brick: 'stub',
  command: 'write',
  input,
  by: 'keeper',
  id: `turn${String(ids++).padStart(9, '0')}`,
  lang: 'fr',
  ...more,
})
const writing = (
  n: number,
  fields: Readonly<Record<string, Value>>,
  more: Input = {},
  shown?: ShownHeads,
) => asked({ id: recordId(n), fields: JSON.stringify(fields), ...more }, shown ? { shown } : {})
const run = (engine: Engine, ...turns: readonly TurnAsked[]): readonly TurnAnswer[] =>
  runBatch(engine, turns, clock)
const one = (engine: Engine, n: number) => engine.read.one(need, recordId(n))
/** Everything that a turn may leave in the log, answers apart. */
const traces = ({ log }: Engine) =>
  ['feed', 'entry', 'flesh', 'write', 'replaced', 'forgotten'].map(table =>
    log.sql.all(`SELECT * FROM ${table}`),
  )
const rows = ({ sql }: Tables) =>
  ['need', 'need_home', 'doc', 'link', 'misfit', 'conflict', 'position'].map(table =>
    sql.all(`SELECT * FROM ${table} ORDER BY 1`),
  )
function equalsRebuild({ log, tables }: Engine): void {
  const again = openTables(':memory:', SHAPE, log)
  const apart = (t: Tables) =>
    rows(t).map((all, at) => (at === 2 ? all.map(doc => [doc['id'], doc['title']]).sort() : all))
  assert.deepEqual(apart(tables), apart(again))
}

test('a turn is answered with its decision, and the next page reads its write', () => {
  const engine = openEngine()
  assert.deepEqual(run(engine, writing(1, { title: 'un banc' })), [
    { done: true, next: `/annonces/${recordId(1)}`, said: { worded: 'Noté.' } },
  ])
  assert.equal(one(engine, 1)?.title, 'un banc')
})

test('the same turn id twice gets the same answer and writes once, in one batch or in two', () => {
  const engine = openEngine()
  const posted = writing(1, { title: 'un banc' })
  const [first, second] = run(engine, posted, posted)
  const before = traces(engine)
  assert.deepEqual(
    [
      second,
      ...run(engine, { ...posted, input: { id: recordId(2), fields: '{"title":"autre"}' } }),
    ],
    [first, first],
  )
  assert.deepEqual(traces(engine), before)
})

test(
  'a refused turn and a failed turn leave no trace, and the other turns of the batch go ' +
    'through',
  () => {
    const engine = openEngine()
    run(engine, writing(9, { title: 'avant' }))
    const before = traces(engine)
    const [refused, failed] = run(
      engine,
      writing(1, { title: 'x' }, { refuse: '1' }),
      writing(1, { title: 'x' }, { bug: '1' }),
    )
    assert.deepEqual(refused, {
      done: false,
      refused: { worded: 'Écrivez un titre.' },
      field: 'title',
    })
    assert.deepEqual(failed, { done: false, failed: { is: 'fault', reference: 'n° 1' } })
    assert.deepEqual(traces(engine), before)
    const answers = run(
      engine,
      writing(1, { title: 'a' }),
      writing(2, { title: 'b' }, { bug: '1' }),
      writing(3, { title: 'c' }, { refuse: '1' }),
      writing(4, { title: 'd' }),
    )
    assert.deepEqual(
      answers.map(answer => answer.done),
      [true, false, false, true],
    )
    assert.deepEqual(
      everything(engine.log)
        .flat()
        .map(signed => entryIn(signed).seq),
      [1, 2, 3],
    )
    equalsRebuild(engine)
  },
)

test('an unknown command, a value too large, a field written twice: failed, reported, no trace', () => {
  const engine = openEngine()
  const before = traces(engine)
  const twice = asked({ id: `${recordId(1)},${recordId(1)}`, fields: '{"title":"x"}' })
  const answers = run(
    engine,
    asked({}, { command: 'absent' }),
    writing(1, { title: 'x'.repeat(300_000) }),
    twice,
    asked({ id: recordId(1) }, { by: 'visitor' }),
    asked({ id: recordId(1) }, { by: 'visitor', command: 'send' }),
  )
  assert.ok(answers.every(answer => !answer.done && 'failed' in answer))
  assert.equal(engine.reported.length, 5)
  assert.deepEqual(traces(engine), before)
})

/** What each turn of a batch meets. */
const fate = fc.constantFrom(
  'well',
  'well',
  'well',
  'refuse',
  'bug',
  'logFull',
  'tablesFull',
  'again',
)
test(
  'group commit: whatever is refused, thrown or full, acknowledged is stored, once, and a ' +
    'failure is not',
  () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fate, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 5 }),
        batches => {
          const full = (db: () => DatabaseSync) => () =>
            void db().exec(
              'PRAGMA max_page_count = ' +
                `${Number(db().prepare('PRAGMA page_count').get()?.['page_count'])}`,
            )
          const engine: Engine = openEngine({
            logFull: full(() => engine.log.db),
            tablesFull: full(() => engine.tables.db),
          })
          const told = new Map<string, TurnAnswer>()
          let last: TurnAsked | undefined
          let n = 0
          for (const batch of batches) {
            const turns = batch.map(kind => {
              if (kind === 'again' && last) return last
              const title = `titre ${n} ${kind.endsWith('Full') ? 'long '.repeat(20_000) : ''}`
              last = writing(
                n++,
                { title, seats: n },
                { event: kind, ...(kind === 'refuse' || kind === 'bug' ? { [kind]: '1' } : {}) },
              )
              return last
            })
            const answers = run(engine, ...turns)
            assert.equal(answers.length, turns.length)
            for (const [at, answer] of answers.entries()) {
              const { id } = turns[at]!
              const before = told.get(id)
              if (before?.done) assert.deepEqual(answer, before, 'the same id, the same answer')
              told.set(id, answer)
            }
            for (const { id, input } of turns) {
              const writes = writesIn(engine.log, {
                type: 'need',
                record: String(input['id']),
                space: 'commons',
              })
              assert.equal(
                writes.length,
                told.get(id)?.done ? 2 : 0,
                `${input['event']} ${JSON.stringify(told.get(id))}`,
              )
            }
            for (const db of [engine.log.db, engine.tables.db])
              db.exec('PRAGMA max_page_count = 1000000')
          }
          run(engine, writing(9999, { title: 'après' }))
          equalsRebuild(engine)
        },
      ),
      { numRuns: 25 },
    )
  },
)

/** A database whose next COMMIT fails, as on a full disk. */
function failing(db: DatabaseSync): { db: DatabaseSync; next: () => void } {
  let fails = false
  const exec = (sql: string) => {
    if (sql !== 'COMMIT' || !fails) return db.exec(sql)
    fails = false
    throw new Error('database or disk is full')
  }
  const get = (target: DatabaseSync, key: keyof DatabaseSync): unknown => {
    if (key === 'exec') return exec
    const value = target[key]
    return typeof value === 'function' ? (value as () => unknown).bind(target) : value
  }
  return {
    db: new Proxy(db, {
      get: get as ProxyHandler<DatabaseSync>['get'],
    } as ProxyHandler<DatabaseSync>),
    next: () => {
      fails = true
    },
  }
}

test(
  'when the tables’ commit fails after the log’s, everybody is answered once, and the tables ' +
    'catch up before the next batch',
  () => {
    const plain = openEngine()
    const hurt = failing(plain.tables.db)
    const engine = engineOver(plain.log, { ...plain.tables, db: hurt.db })
    for (const size of [1, 3]) {
      hurt.next()
      const turns = Array.from({ length: size }, (_, n) =>
        writing(size * 10 + n, { title: `n° ${n}` }),
      )
      assert.ok(run(engine, ...turns).every(answer => answer.done))
      const before = traces(engine)
      assert.ok(run(engine, ...turns).every(answer => answer.done))
      assert.deepEqual(traces(engine), before)
      equalsRebuild(engine)
    }
    assert.equal(engine.reported.length, 2)
  },
)

test(
  'when the log’s commit fails, every turn runs again alone, once, and nothing is written ' +
    'twice',
  () => {
    const plain = openEngine()
    const hurt = failing(plain.log.db)
    const engine = engineOver({ ...plain.log, db: hurt.db }, plain.tables)
    hurt.next()
    assert.deepEqual(
      run(engine, writing(1, { title: 'a' }), writing(2, { title: 'b' })).map(
        answer => answer.done,
      ),
      [true, true],
    )
    assert.equal(everything(engine.log).flat().length, 2)
    hurt.next()
    const before = traces(engine)
    assert.deepEqual(run(engine, writing(3, { title: 'c' })), [
      { done: false, failed: { is: 'fault', reference: 'n° 1' } },
    ])
    assert.deepEqual(traces(engine), before)
    equalsRebuild(engine)
  },
)

test(
  'a form names what it showed: a field changed meanwhile comes back with both values, the ' +
    'others are not written',
  () => {
    const engine = openEngine()
    run(engine, writing(1, { title: 'un banc', seats: 2 }))
    const shown = shownOf(engine.log, { type: 'need', id: recordId(1) })
    run(engine, writing(1, { seats: 3 }))
    const before = traces(engine)
    assert.deepEqual(run(engine, writing(1, { title: 'deux bancs', seats: 4 }, {}, shown)), [
      { done: false, clashes: [{ field: 'seats', theirs: 3 }], isChoice: false },
    ])
    assert.deepEqual(traces(engine), before)
    run(engine, writing(1, { title: 'deux bancs', seats: 2 }, {}, shown))
    assert.deepEqual([one(engine, 1)?.title, one(engine, 1)?.seats], ['deux bancs', 3])
  },
)

test('two people who edit one version of a long text both keep their sentences', () => {
  const engine = openEngine()
  run(engine, writing(1, { title: 'x', text: 'On plante samedi.' }))
  const shown = shownOf(engine.log, { type: 'need', id: recordId(1) })
  run(engine, writing(1, { text: 'On plante samedi. Apportez des gants.' }, {}, shown))
  run(engine, writing(1, { text: 'Bonjour. On plante samedi.' }, {}, shown))
  assert.equal(one(engine, 1)?.text, 'Bonjour. On plante samedi. Apportez des gants.')
  const before = traces(engine)
  run(engine, writing(1, { text: 'On plante samedi.' }, {}, shown))
  assert.deepEqual(traces(engine), before, 'a form sent as it was shown writes nothing')
})

test(
  'who takes words out of a long text and who adds a sentence to the same version both keep ' +
    'theirs, in any order, and the words that went are in no head',
  () => {
    const edits = [
      'On plante lundi.',
      'On plante samedi. Apportez des gants.',
      'Bonjour. On plante samedi.',
    ]
    for (const order of [edits, edits.toReversed(), [edits[1]!, edits[0]!, edits[2]!]]) {
      const engine = openEngine()
      run(engine, writing(1, { text: 'On plante samedi.' }))
      const shown = shownOf(engine.log, { type: 'need', id: recordId(1) })
      for (const text of order) run(engine, writing(1, { text }, {}, shown))
      assert.equal(one(engine, 1)?.text, 'Bonjour. On plante lundi. Apportez des gants.')
      run(engine, writing(1, { text: 'Bonjour. Apportez des gants.' }))
      const heads = row(engine.log, 'need', recordId(1), 'commons').get('text')?.heads ?? []
      const held = heads.map(head => Buffer.from((head.value as { yjs: string }).yjs, 'base64'))
      assert.doesNotMatch(Buffer.concat(held).toString('utf8'), /samedi|lundi/)
    }
  },
)

test('a long text written in a turn that was rolled back, then in another, is one text', () => {
  const engine = openEngine()
  run(engine, writing(1, { text: 'un' }))
  run(engine, writing(1, { text: 'un deux', title: 'x'.repeat(300_000) }))
  run(engine, writing(1, { text: 'un trois' }))
  run(engine, writing(1, { text: 'un trois quatre' }))
  assert.equal(one(engine, 1)?.text, 'un trois quatre')
  equalsRebuild(engine)
})

test('two clones that write one long text end with one text, in any order', t => {
  const folder = mkdtempSync(join(tmpdir(), 'cocote-clone-'))
  t.after(() => rmSync(folder, { recursive: true }))
  const box = newBox()
  const open = (name: string) => {
    const log = openLog(join(folder, name), box)
    return engineOver(log, openTables(':memory:', SHAPE, log))
  }
  const first = open('a.db')
  run(first, writing(1, { text: 'On plante samedi.' }))
  checkpoint(first.log)
  first.log.db.close()
  for (const name of readdirSync(folder).filter(file => file.startsWith('a.db')))
    copyFileSync(join(folder, name), join(folder, name.replace('a.db', 'b.db')))
  const [a, b] = [open('a.db'), open('b.db')]
  run(a, writing(1, { text: 'On plante samedi matin.' }))
  run(b, writing(1, { text: 'On plante samedi. Apportez des gants.' }))
  const updates = [a, b].map(engine =>
    (row(engine.log, 'need', recordId(1), 'commons').get('text')?.heads ?? []).map(
      head => (head.value as { yjs: string }).yjs,
    ),
  )
  const bytes = updates.map(all => all.map(update => Buffer.from(update, 'base64')))
  const texts = [[...bytes[0]!, ...bytes[1]!], [...bytes[1]!, ...bytes[0]!].reverse()].map(
    proseText,
  )
  assert.deepEqual(new Set(texts), new Set(['On plante samedi matin. Apportez des gants.']))
  for (const engine of [a, b]) engine.log.db.close()
})

test('law 4: a choice among versions replaces every one of them, on every box', () => {
  const engine = openEngine()
  run(engine, writing(1, { title: 'Un marchepied' }))
  for (const title of ['Une échelle', 'Un escabeau']) {
    const other = openMemory()
    write(other, { record: recordId(1), fields: { title } })
    for (const signed of everything(other).flat()) deliver(engine.log, signed)
  }
  const versions = () => row(engine.log, 'need', recordId(1), 'commons').get('title')!.heads
  assert.equal(versions().length, 3)
  const shown = shownOf(engine.log, { type: 'need', id: recordId(1) })
  run(engine, writing(1, { title: 'Un escabeau' }, { settles: 'yes' }, shown))
  assert.deepEqual(
    versions().map(head => head.value),
    ['Un escabeau'],
  )
})

test(
  'a version that came while somebody chose among the others comes back to them, and nothing ' +
    'is written',
  () => {
    const engine = openEngine()
    const said = (title: string): void => {
      const other = openMemory()
      write(other, { record: recordId(1), fields: { title } })
      for (const signed of everything(other).flat()) deliver(engine.log, signed)
    }
    for (const title of ['Un marchepied', 'Une échelle']) said(title)
    const shown = shownOf(engine.log, { type: 'need', id: recordId(1) })
    said('Un escabeau')
    const [answer] = run(engine, writing(1, { title: 'Une échelle' }, { settles: 'yes' }, shown))
    assert.ok(
      !answer!.done && 'clashes' in answer! && answer.clashes?.length === 1,
      JSON.stringify(answer),
    )
    assert.equal(row(engine.log, 'need', recordId(1), 'commons').get('title')!.heads.length, 3)
  },
)

test(
  'law 10: a form opened before a forgetting does not bring back what was forgotten; a new ' +
    'one may write',
  () => {
    const engine = openEngine()
    run(engine, writing(1, { title: 'Léa', text: 'Appeler Léa.', seats: 1 }))
    const before = shownOf(engine.log, { type: 'need', id: recordId(1) })
    for (const field of ['title', 'text'])
      assert.equal(
        run(engine, asked({ id: recordId(1), field }, { command: 'forget' }))[0]?.done,
        true,
      )
    assert.deepEqual([one(engine, 1)?.title, one(engine, 1)?.text], [null, null])
    const [answer] = run(
      engine,
      writing(1, { title: 'Léa', text: 'Appeler Léa.', seats: 2 }, {}, before),
    )
    assert.deepEqual(answer, {
      done: false,
      isChoice: false,
      clashes: [
        { field: 'title', theirs: null },
        { field: 'text', theirs: '' },
      ],
    })
    const after = shownOf(engine.log, { type: 'need', id: recordId(1) })
    assert.equal(
      run(engine, writing(1, { title: 'un banc', text: 'À réparer.', seats: 2 }, {}, after))[0]
        ?.done,
      true,
    )
    assert.deepEqual(
      [one(engine, 1)?.title, one(engine, 1)?.text, one(engine, 1)?.seats],
      ['un banc', 'À réparer.', 2],
    )
    const heads = row(engine.log, 'need', recordId(1), 'commons')
    assert.deepEqual(
      ['title', 'text'].map(field => heads.get(field)?.heads.length),
      [1, 1],
      'what was forgotten is replaced',
    )
    run(engine, writing(1, { text: 'À réparer samedi.' }))
    assert.equal(one(engine, 1)?.text, 'À réparer samedi.')
    const late = openMemory()
    for (const signed of everything(engine.log).flat()) deliver(late, signed)
    assert.equal(
      openTables(':memory:', SHAPE, late).sql.get('SELECT text FROM need')?.['text'],
      'À réparer samedi.',
    )
    equalsRebuild(engine)
  },
)

test(
  'law 10: once anything is forgotten, no kept answer says what it said; where to go next ' +
    'stays',
  () => {
    const engine = openEngine()
    const first = writing(1, { title: 'Élodie' })
    assert.deepEqual(run(engine, first), [
      { done: true, next: `/annonces/${recordId(1)}`, said: { worded: 'Noté.' } },
    ])
    run(engine, asked({ id: recordId(1) }, { command: 'forget' }))
    assert.deepEqual(run(engine, first), [{ done: true, next: `/annonces/${recordId(1)}` }])
    assert.doesNotMatch(JSON.stringify(engine.log.sql.all('SELECT said FROM answer')), /Noté/)
  },
)

test('law 10: a record that was removed, then forgotten, is not shown again', () => {
  const engine = openEngine()
  run(engine, writing(1, { title: 'Léa' }), asked({ id: recordId(1), fields: '{"removed":true}' }))
  assert.equal(one(engine, 1), undefined)
  run(engine, asked({ id: recordId(1) }, { command: 'forget' }))
  assert.equal(one(engine, 1), undefined)
  assert.equal(engine.read.count(need), 0)
  equalsRebuild(engine)
})

testAll('a record of more writes than a request names is forgotten in one turn', () => {
  const engine = openEngine()
  for (let n = 0; n < 11; n++)
    run(engine, ...Array.from({ length: 100 }, (_, i) => writing(1, { seats: n * 100 + i })))
  const [answer] = run(engine, asked({ id: recordId(1) }, { command: 'forget' }))
  assert.equal(answer?.done && answer.forgot, true)
  const left = writesIn(engine.log, { type: 'need', record: recordId(1), space: 'commons' }).filter(
    one => one.value !== undefined,
  )
  assert.deepEqual(
    left.map(({ field, value }) => ({ field, value })),
    [{ field: 'removed', value: true }],
  )
  assert.equal(writesToForget(engine.log, 'need', recordId(1)).length, 1_101)
  assert.equal(
    engine.log.sql.get('SELECT count(*) AS n FROM piece')?.['n'],
    3,
    'two requests and the removal',
  )
})

test('private values are written in their own feed, and a visitor’s turn erases nothing', () => {
  const engine = openEngine()
  run(engine, writing(1, { title: 'un banc', phone: '06 11 22 33 44' }))
  const feeds = everything(engine.log).map(feed => entryIn(feed[0]!).feed.split('.')[2])
  assert.deepEqual(feeds.sort(), ['commons', 'home'])
  assert.deepEqual(
    engine.tables.sql.all("SELECT name FROM pragma_table_info('need') WHERE name = 'phone'"),
    [],
  )
  assert.equal(engine.read.one(need, recordId(1), 'home')?.phone, '06 11 22 33 44')
  assert.equal(
    run(engine, asked({ id: recordId(1) }, { command: 'send', by: 'visitor' }))[0]?.done,
    false,
  )
  assert.equal(one(engine, 1)?.title, 'un banc')
})

test('law 6: a draft keeps a field nearer than the field says, and never sends it further', () => {
  const engine = openEngine()
  for (const [n, space] of SPACES.entries()) {
    run(engine, writing(n, { title: 'Une échelle', phone: '04 77 24 00 00' }, { space }))
    const written = engine.log.sql.all<{ field: string; space: string }>(
      'SELECT field, space FROM write WHERE record = ? ORDER BY field',
      recordId(n),
    )
    assert.deepEqual(
      written.map(one => `${one.field} ${one.space}`),
      ['phone home', `title ${space}`],
    )
  }
})

test(
  'law 11: a visitor writes new records only: what is there, shown or waiting, is not theirs ' +
    'to change',
  () => {
    const engine = openEngine()
    const propose = (n: number, title: string) =>
      run(
        engine,
        asked(
          { id: recordId(n), fields: JSON.stringify({ title }) },
          { command: 'propose', by: 'visitor' },
        ),
      )[0]
    run(engine, writing(1, { title: 'un banc' }))
    assert.equal(propose(2, 'une table')?.done, true)
    assert.equal(engine.read.one(need, recordId(2)), undefined)
    const before = traces(engine)
    for (const n of [1, 2]) assert.equal(propose(n, 'autre chose')?.done, false)
    assert.deepEqual(traces(engine), before)
    assert.equal(engine.read.one(need, recordId(2), 'home')?.title, 'une table')
  },
)
