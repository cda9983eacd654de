import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { test } from 'node:test'
import type { OpenEngine } from '../../../tests/support/open-engine.ts'
import { openEngine } from '../../../tests/support/open-engine.ts'
import { runBatch, type TurnAnswer } from '../../../tests/support/turns.ts'
import { brick } from '../../contract/brick.ts'
import type { Who } from '../../contract/permission.ts'
import type { Input } from '../../core/form/input.ts'
import { idFrom } from '../../core/id.ts'
import { recordType } from '../../core/schema.ts'
import { shownOf } from '../../engine/weigh.ts'
import { newBox } from '../../log/box.ts'
import { rebuild } from '../../projection/tables.ts'
import { fr } from './fr.ts'

const thing = recordType({
  name: 'thing',
  title: 'title',
  path: '/choses',
  fields: {
    title: { kind: 'text', required: true },
    note: { kind: 'prose' },
    kept: { kind: 'text', space: 'home' },
  },
})
const words = {
  types: {
    thing: {
      one: 'chose',
      many: 'choses',
      add: 'Ajouter',
      fields: { title: { label: 'Titre' }, note: { label: 'Note' }, kept: { label: 'Gardé' } },
    },
  },
}
const things = brick({
  name: 'things',
  records: [thing],
  commands: [],
  pages: [],
  words: { fr: words, en: words },
})

const clock = { now: () => Date.UTC(2026, 10, 24, 12), sure: true, today: () => '2026-11-24' }
function say(
  engine: OpenEngine,
  command: string,
  input: Input,
  more: { by?: Who; id?: string; shown?: ReturnType<typeof shownOf> } = {},
): TurnAnswer {
  const id = more.id ?? idFrom(clock.now(), randomBytes(10))
  const shown = more.shown ? { shown: more.shown } : {}
  return runBatch(
    engine,
    [
      {
        brick: command === 'mend' ? 'mending' : 'plain',
        command,
        input,
        by: more.by ?? 'keeper',
        id,
        lang: 'fr',
        ...shown,
      },
    ],
    clock,
  )[0]!
}
/** What waits is mended before it is shown, as a brick of notes does. */
const mending = brick({
  name: 'mending',
  records: [],
  commands: [
    {
      name: 'mend',
      path: '/corriger',
      who: 'keeper',
      decide: (input, _read, at) => {
        const checked = at.fields(thing, input, ['title', 'note'])
        return 'refused' in checked
          ? checked
          : {
              drafts: [
                { type: 'thing', record: String(input['piece']), ...checked, space: 'home' },
              ],
            }
      },
    },
  ],
  pages: [],
  words: { fr: { types: {} }, en: { types: {} } },
})
const opened = (): OpenEngine => openEngine([things, mending], newBox())
function written(engine: OpenEngine, fields: Input): string {
  const answer = say(engine, 'write', { type: 'thing', ...fields })
  assert.ok(answer.done, JSON.stringify(answer))
  return answer.next!.split('/').at(-1)!
}

test('a form that changes one field writes that field alone, and its history says both values', () => {
  const engine = opened()
  const id = written(engine, { title: 'Une échelle', note: 'Haute.' })
  say(
    engine,
    'write',
    { type: 'thing', id, title: 'Une échelle double', note: 'Haute.' },
    { shown: shownOf(engine.log, { type: 'thing', id }) },
  )
  const lines = engine.read.history('thing', id, 'whole').filter(({ field }) => field === 'title')
  assert.deepEqual(
    lines.map(line => line.value),
    ['Une échelle double', 'Une échelle'],
  )
  assert.equal(engine.read.history('thing', id).filter(line => line.field === 'note').length, 1)
})

test('a field changed while the form was open comes back with both values, and nothing is written', () => {
  const engine = opened()
  const id = written(engine, { title: 'Une échelle' })
  const shown = shownOf(engine.log, { type: 'thing', id })
  say(engine, 'write', { type: 'thing', id, title: 'Un escabeau' }, { shown })
  const answer = say(engine, 'write', { type: 'thing', id, title: 'Une grande échelle' }, { shown })
  assert.ok(!answer.done && 'clashes' in answer)
  assert.deepEqual(answer.clashes, [{ field: 'title', theirs: 'Un escabeau' }])
  assert.equal(engine.read.one(thing, id)?.title, 'Un escabeau')
})

test(
  'private fields are edited like others: an old form neither undoes a change nor ' +
    'replaces it unseen',
  () => {
    const engine = opened()
    const id = written(engine, { title: 'Une échelle', kept: 'chez Malo' })
    const shown = shownOf(engine.log, { type: 'thing', id })
    say(engine, 'write', { type: 'thing', id, title: 'Une échelle', kept: 'chez Rosa' }, { shown })
    const other = say(
      engine,
      'write',
      { type: 'thing', id, title: 'Une grande échelle', kept: 'chez Malo' },
      { shown },
    )
    assert.ok(other.done)
    assert.equal(engine.read.one(thing, id, 'home')?.kept, 'chez Rosa')
    const both = say(
      engine,
      'write',
      { type: 'thing', id, title: 'Une grande échelle', kept: 'chez Nadia' },
      { shown },
    )
    assert.ok(!both.done && 'clashes' in both)
    assert.deepEqual(
      both.clashes?.map(clash => clash.field),
      ['kept'],
    )
  },
)

test('two people who saved one text a minute apart both find their sentences', () => {
  const engine = opened()
  const id = written(engine, { title: 'Une échelle', note: 'On plante samedi.' })
  const shown = shownOf(engine.log, { type: 'thing', id })
  say(
    engine,
    'write',
    { type: 'thing', id, title: 'Une échelle', note: 'On plante samedi. Venez à dix heures.' },
    { shown },
  )
  say(
    engine,
    'write',
    { type: 'thing', id, title: 'Une échelle', note: 'Bonjour. On plante samedi.' },
    { shown },
  )
  assert.equal(engine.read.one(thing, id)?.note, 'Bonjour. On plante samedi. Venez à dix heures.')
})

/** The line of the history that says this, as its page numbers it. */
const lineOf = (engine: OpenEngine, id: string, field: string, value: unknown): string =>
  String(
    [...engine.read.history('thing', id, 'whole')]
      .reverse()
      .findIndex(one => one.field === field && one.value === value),
  )

test('an older value is put back by its line, whatever was written since the page was opened', () => {
  const engine = opened()
  const id = written(engine, { title: 'Une échelle' })
  say(engine, 'write', { type: 'thing', id, title: 'Un escabeau' })
  const line = lineOf(engine, id, 'title', 'Une échelle')
  say(engine, 'write', { type: 'thing', id, title: 'Un escabeau', note: 'Deux marches.' })
  assert.ok(say(engine, 'bringBack', { type: 'thing', id, line }).done)
  assert.equal(engine.read.one(thing, id)?.title, 'Une échelle')
})

test('removed is not forgotten: it can be brought back', () => {
  const engine = opened()
  const id = written(engine, { title: 'Une échelle' })
  say(engine, 'remove', { type: 'thing', id })
  assert.equal(engine.read.one(thing, id), undefined)
  say(engine, 'bringBack', { type: 'thing', id, line: lineOf(engine, id, 'removed', true) })
  assert.equal(engine.read.one(thing, id)?.title, 'Une échelle')
})

test(
  'with the past alone erased, today’s text stays, older text is in no file, and a ' +
    'rebuild agrees',
  () => {
    const engine = opened()
    const id = written(engine, { title: 'Ancien CANARI', note: 'Appelez le CANARI.' })
    say(
      engine,
      'write',
      { type: 'thing', id, title: 'Neuf', note: 'Appelez.' },
      { shown: shownOf(engine.log, { type: 'thing', id }) },
    )
    const answer = say(engine, 'forget', { type: 'thing', id, past: '1' })
    assert.ok(answer.done && answer.forgot)
    assert.equal(engine.read.one(thing, id)?.title, 'Neuf')
    assert.equal(engine.read.one(thing, id)?.note, 'Appelez.')
    const left = engine.log.sql
      .all<{ value: string }>('SELECT value FROM piece')
      .map(row => row.value)
    const inside = left.map(value =>
      value.startsWith('{"yjs"')
        ? Buffer.from(JSON.parse(value).yjs, 'base64').toString('latin1')
        : value,
    )
    assert.deepEqual(
      inside.filter(value => value.includes('CANARI')),
      [],
    )
    say(
      engine,
      'write',
      { type: 'thing', id, title: 'Neuf', note: 'Appelez demain.' },
      { shown: shownOf(engine.log, { type: 'thing', id }) },
    )
    assert.equal(engine.read.one(thing, id)?.note, 'Appelez demain.')
    const again = rebuild(
      ':memory:',
      { types: [...engine.types.values()], projections: [] },
      engine.log,
    )
    assert.equal(
      again.sql.get('SELECT note FROM thing WHERE id = ?', id)?.['note'],
      'Appelez demain.',
    )
  },
)

test('an erased record leaves this box whole: the sent text goes with its shown copy', () => {
  const engine = opened()
  const sent = {
    type: 'thing',
    id: `1${'0'.repeat(25)}`,
    space: 'home',
    fields: { title: 'Échelle de CANARI', kept: 'CANARI, 06' },
  }
  const waits = {
    type: 'proposal',
    id: `2${'0'.repeat(25)}`,
    fields: { of: 'thing', piece: sent.id, sentBy: 'visitor', state: 'waiting' },
  }
  assert.ok(say(engine, 'bring', { records: JSON.stringify([sent, waits]) }).done)
  assert.ok(say(engine, 'show', { id: waits.id }).done)
  const [shown] = engine.read.list(thing)
  assert.equal(shown?.title, 'Échelle de CANARI')
  assert.ok(say(engine, 'forget', { type: 'thing', id: shown!.id }).done)
  assert.deepEqual(
    engine.log.sql.all("SELECT value FROM piece WHERE instr(value, 'CANARI') > 0"),
    [],
  )
  assert.equal(engine.read.one(thing, sent.id, 'home')?.kept ?? null, null)
})

/**
 * What waits, as a visitor's turn leaves it: the piece and its proposal, both in this box alone.
 */
function sentHome(
  engine: OpenEngine,
  n: number,
  fields: Readonly<Record<string, string>>,
): Readonly<{ piece: string; id: string }> {
  const [piece, id] = [1, 2].map(k => `${k}${String(n).padStart(25, '0')}`)
  const sent = { type: 'thing', id: piece, space: 'home', fields }
  const waits = {
    type: 'proposal',
    id,
    fields: { of: 'thing', piece, sentBy: 'visitor', state: 'waiting' },
  }
  assert.ok(say(engine, 'bring', { records: JSON.stringify([sent, waits]) }).done)
  return { piece: piece!, id: id! }
}
const holding = ({ log }: OpenEngine, words: string): readonly unknown[] =>
  log.sql.all('SELECT value FROM piece WHERE instr(value, ?) > 0', words)

test(
  'a shown record without its past: its source loses the text that the page no longer ' + 'shows',
  () => {
    const engine = opened()
    const sent = sentHome(engine, 1, { title: 'Échelle, CANARI 06', kept: 'chez Lou' })
    assert.ok(say(engine, 'show', { id: sent.id }).done)
    const id = engine.read.list(thing)[0]!.id
    say(
      engine,
      'write',
      { type: 'thing', id, title: 'Échelle, au local', kept: '' },
      { shown: shownOf(engine.log, { type: 'thing', id }) },
    )
    assert.equal(holding(engine, 'CANARI').length, 2, 'the older title, and that of the piece')
    const answer = say(engine, 'forget', { type: 'thing', id, past: '1' })
    assert.ok(answer.done && answer.forgot)
    assert.deepEqual(holding(engine, 'CANARI'), [])
    assert.equal(engine.read.one(thing, id)?.title, 'Échelle, au local')
    assert.equal(
      engine.read.one(thing, sent.piece, 'home')?.kept,
      'chez Lou',
      'what the page never had is nobody’s past',
    )
  },
)

test(
  'erasing the past of an unchanged record takes nothing from its source but older ' +
    'corrections',
  () => {
    const engine = opened()
    const sent = sentHome(engine, 1, { title: 'Échelle de CANARI' })
    assert.ok(say(engine, 'mend', { piece: sent.piece, title: 'Échelle', note: 'Haute.' }).done)
    assert.ok(say(engine, 'show', { id: sent.id }).done)
    const id = engine.read.list(thing)[0]!.id
    assert.ok(say(engine, 'forget', { type: 'thing', id, past: '1' }).done)
    assert.deepEqual(holding(engine, 'CANARI'), [])
    for (const [record, space] of [
      [sent.piece, 'home'],
      [id, 'commons'],
    ] as const)
      assert.deepEqual(
        [engine.read.one(thing, record, space)?.title, engine.read.one(thing, record, space)?.note],
        ['Échelle', 'Haute.'],
      )
  },
)

test('a text removed from a shown record is erased in its source with the past', () => {
  const engine = opened()
  const sent = sentHome(engine, 1, { title: 'Échelle' })
  assert.ok(
    say(engine, 'mend', { piece: sent.piece, title: 'Échelle', note: 'Demander à CANARI.' }).done,
  )
  assert.ok(say(engine, 'show', { id: sent.id }).done)
  const id = engine.read.list(thing)[0]!.id
  const shown = shownOf(engine.log, { type: 'thing', id })
  assert.ok(
    say(
      engine,
      'write',
      { type: 'thing', id, title: 'Échelle', note: 'Demander au local.' },
      { shown },
    ).done,
  )
  assert.ok(say(engine, 'forget', { type: 'thing', id, past: '1' }).done)
  const left = engine.log.sql
    .all<{ value: string }>('SELECT value FROM piece')
    .map(row => row.value)
  const inside = left.map(value =>
    value.includes('yjs') ? Buffer.from(JSON.parse(value).yjs, 'base64').toString('latin1') : value,
  )
  assert.ok(!inside.join().includes('CANARI'))
  assert.equal(engine.read.one(thing, id)?.note, 'Demander au local.')
})

test(
  'law 6: what stands in this box alone is forgotten and removed there, and no feed that ' +
    'leaves says anything of it',
  () => {
    const engine = opened()
    written(engine, { title: 'Une échelle' })
    const leaving = () =>
      engine.log.sql.all("SELECT name, last FROM feed WHERE name NOT LIKE '%.home'")
    const before = leaving()
    const sent = sentHome(engine, 1, { title: 'CANARI', kept: 'CANARI' })
    assert.ok(
      !say(engine, 'remove', { type: 'thing', id: sent.piece }).done,
      'it is on no page, to be taken off',
    )
    assert.ok(say(engine, 'forget', { type: 'thing', id: sent.piece }).done)
    const other = sentHome(engine, 2, { title: 'CANARI', kept: 'CANARI' })
    assert.ok(say(engine, 'refuse', { id: other.id, why: 'CANARI' }).done)
    assert.ok(say(engine, 'forgetSent', { id: other.id }).done)
    const gone = `3${'0'.repeat(25)}`
    assert.ok(
      !say(engine, 'forget', { type: 'thing', id: gone }).done,
      'nobody is told that nothing was erased',
    )
    assert.deepEqual(leaving(), before)
    assert.deepEqual(holding(engine, 'CANARI'), [])
    for (const { piece } of [sent, other])
      assert.equal(engine.read.one(thing, piece, 'home'), undefined)
    const all = [...engine.types.values()]
    const again = rebuild(':memory:', { types: all, projections: [] }, engine.log)
    assert.deepEqual(
      again.sql.all('SELECT * FROM thing_home'),
      engine.tables.sql.all('SELECT * FROM thing_home'),
    )
  },
)

test('a shown text is not erased where it waited, and a refused one not twice', () => {
  const engine = opened()
  const shown = sentHome(engine, 1, { title: 'Une échelle' })
  say(engine, 'show', { id: shown.id })
  assert.ok(!say(engine, 'forgetSent', { id: shown.id }).done)
  const left = sentHome(engine, 2, { title: 'Un seau' })
  assert.ok(say(engine, 'forgetSent', { id: left.id }).done)
  assert.ok(!say(engine, 'forgetSent', { id: left.id }).done)
  assert.equal(engine.read.list(thing).length, 1)
})

test('joined records show as one under the least id, and separating them undoes it', () => {
  const engine = opened()
  const ids = [written(engine, { title: 'MJC' }), written(engine, { title: 'M.J.C.' })].sort()
  const join = idFrom(clock.now(), randomBytes(10))
  const joined = (fields: object) =>
    say(engine, 'bring', { records: JSON.stringify([{ type: 'join', id: join, fields }]) })
  assert.ok(joined({ these: ids }).done)
  assert.deepEqual(
    engine.read.list(thing).map(one => one.id),
    [ids[0]],
  )
  assert.equal(engine.read.one(thing, ids[1]!)?.id, ids[0])
  assert.ok(joined({ removed: true }).done)
  assert.equal(engine.read.list(thing).length, 2)
})

test(
  'a keeper adds a question: it is in this box only until they choose otherwise, and nobody ' +
    'changes its kind',
  () => {
    const engine = opened()
    say(engine, 'addField', { of: 'thing', label: 'Poids', kind: 'number', unit: 'kg' })
    const [made] = engine.read.madeFields('thing')
    assert.equal(made?.space, 'home')
    const id = written(engine, { title: 'Une échelle', [made!.id]: '12,5' })
    assert.deepEqual(engine.read.made('thing', id), {})
    assert.deepEqual(engine.read.made('thing', id, 'home'), { [made!.id]: 12.5 })
    const record = String(engine.tables.sql.get('SELECT record FROM made_field')?.['record'])
    say(engine, 'bring', { records: JSON.stringify([{ type: 'thing', id, fields: {} }]) })
    assert.equal(engine.read.madeFields('thing').length, 1)
    assert.ok(record)
    assert.equal(
      say(engine, 'addField', { of: 'thing', label: 'Poids', kind: 'number' }).done,
      false,
    )
    const wrong = say(engine, 'write', {
      type: 'thing',
      id,
      title: 'Une échelle',
      [made!.id]: 'lourd',
    })
    assert.ok(!wrong.done && 'refused' in wrong && wrong.field === made!.id)
  },
)

test('a code opens one record, and a typed mistake opens none', () => {
  const engine = opened()
  const id = written(engine, { title: 'Une échelle' })
  say(engine, 'giveCode', { id })
  say(engine, 'giveCode', { id })
  const codes = engine.log.sql.all(
    "SELECT record FROM write WHERE type = 'code' AND field = 'word'",
  )
  assert.equal(codes.length, 1)
})

/**
 * What a record that is brought may not say; `kunknown123`: a made field whose space this box does
 * not know.
 */
const BAD_RECORDS: readonly Readonly<Record<string, unknown>>[] = [
  {},
  { fields: null },
  { fields: ['x'] },
  { fields: { title: 5 } },
  { fields: { title: 'x'.repeat(301) } },
  { fields: { title: 'a\ud800b' } },
  { fields: { title: 'a\u0000b' } },
  { fields: { note: { yjs: 'AAA=' } } },
  { fields: { removed: 'yes' } },
  { fields: { nothing: 'x' } },
  { fields: { kunknown123: 'x' } },
  { fields: { title: 'x' }, space: 'nowhere' },
  { fields: { title: 'x' }, type: 'constructor' },
]

test('records brought in are refused with every value that does not fit, record by record', () => {
  const engine = opened()
  const [a, b] = ['0', '1'].map(end => `${'0'.repeat(25)}${end}`)
  const records = [
    { type: 'thing', id: a, fields: { title: 5, note: true } },
    { type: 'thing', id: b, fields: { title: 'Une échelle', nothing: 'x' } },
  ]
  const answer = say(engine, 'bring', { records: JSON.stringify(records) })
  assert.ok(!answer.done && 'refused' in answer)
  const said = [
    fr.badBrought('title', a!),
    fr.badBrought('note', a!),
    fr.badBrought('nothing', b!),
    fr.nothingBrought,
  ]
  assert.equal(answer.refused, said.join(' '))
  const many = Array.from({ length: 60 }, (_, n) => ({
    type: 'thing',
    id: String(n).padStart(26, '0'),
    fields: { title: n },
  }))
  const long = say(engine, 'bring', { records: JSON.stringify(many) })
  assert.ok(
    !long.done &&
      'refused' in long &&
      long.refused.includes(many[39]!.id) &&
      !long.refused.includes(many[40]!.id),
  )
})

test('bad input is answered by a sentence and writes nothing', () => {
  const engine = opened()
  const known = written(engine, { title: 'Une échelle' })
  const before = engine.log.sql.get('SELECT count(*) AS n FROM entry')?.['n']
  const tries: readonly (readonly [string, Input])[] = [
    ['write', {}],
    ['write', { type: 'thing' }],
    ['write', { type: '__proto__', title: 'x' }],
    ['write', { type: 'thing', id: '../../etc', title: 'x' }],
    ['write', { type: 'thing', title: 'x'.repeat(1_000_000) }],
    ['write', { type: 'thing', title: 'a\ud800b' }],
    ['remove', { type: 'thing' }],
    ['bringBack', { type: 'thing', id: '0'.repeat(26), line: '-1' }],
    ...['', '-1', '99', '1.5', 'x'].map((line): [string, Input] => [
      'bringBack',
      { type: 'thing', id: known, line },
    ]),
    ['forget', { type: 'thing', id: '' }],
    ['bring', { records: '[{' }],
    ['bring', { records: '[{"type":"thing","id":"x"}]' }],
    ['bring', { records: '[null]' }],
    ...BAD_RECORDS.map((record): [string, Input] => [
      'bring',
      { records: JSON.stringify([{ type: 'thing', id: '0'.repeat(26), ...record }]) },
    ]),
    [
      'bring',
      {
        records: JSON.stringify(
          ['a', 'b'].map(title => ({ type: 'thing', id: '0'.repeat(26), fields: { title } })),
        ),
      },
    ],
    [
      'bring',
      {
        records: '[{"type":"thing","id":"00000000000000000000000000","fields":{"__proto__":"x"}}]',
      },
    ],
    [
      'bring',
      { records: '[{"type":"join","id":"00000000000000000000000000","fields":{"these":"x"}}]' },
    ],
    ['show', { id: '0'.repeat(26) }],
    ['addField', { of: 'nothing', label: 'x', kind: 'text' }],
    ['addField', { of: 'thing', label: 'x', kind: 'blob' }],
  ]
  for (const [command, input] of tries) {
    const answer = say(engine, command, input)
    assert.ok(
      !answer.done && 'refused' in answer && answer.refused.length > 5,
      `${command} ${JSON.stringify(input).slice(0, 80)} → ${JSON.stringify(answer)}`,
    )
  }
  assert.equal(engine.log.sql.get('SELECT count(*) AS n FROM entry')?.['n'], before)
})
