import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { runBatch, type TurnAnswer } from '../../tests/support/turns.ts'
import { NOON, openMemory, recordId } from '../../tests/wire/boxes.ts'
import { brick } from '../contract/brick.ts'
import type { Command, CommandContext } from '../contract/command.ts'
import type { Draft, Forgetting, NumberForgotten } from '../contract/decision.ts'
import type { Role } from '../contract/permission.ts'
import { code, proposal } from '../contract/records/own-records.ts'
import { recordType } from '../core/schema.ts'
import { readerOn } from '../projection/reader.ts'
import { openTables } from '../projection/tables.ts'
import { fr as plainFr } from '../web/records/fr.ts'
import { AGREES } from './naming.ts'
import { readerFor } from './published.ts'
import { ownCommands } from './records/commands.ts'
import { ownWords } from './records/words.ts'
import type { Engine } from './turn.ts'

const notice = recordType({
  name: 'notice',
  title: 'title',
  fields: {
    title: { kind: 'text' },
    who: { kind: 'text' },
    detail: { kind: 'prose' },
    reach: { kind: 'text', means: 'reach' },
    renewedOn: { kind: 'day' },
    through: { kind: 'link', to: ['way'] },
    author: { kind: 'link', space: 'home' },
    keyedBy: { kind: 'link', space: 'home' },
  },
})
const answer = recordType({ name: 'answer', title: 'title', fields: { title: { kind: 'text' } } })
const other = recordType({ name: 'other', title: 'title', fields: { title: { kind: 'text' } } })
/** A person’s telephone: a record of `home` that is their own. */
const way = recordType({
  name: 'way',
  title: 'phone',
  space: 'home',
  fields: { phone: { kind: 'phone' }, member: { kind: 'link' } },
})
/** A private word: anybody may leave it, and it never shows. */
const slip = recordType({
  name: 'slip',
  title: 'said',
  space: 'home',
  fields: { said: { kind: 'text' }, member: { kind: 'link' } },
})
const SHAPE = { types: [notice, answer, other, way, slip, proposal, code], projections: [] }

/** A command that decides what its input says: what a careless brick could do. */
const careless: Command = {
  name: 'do',
  path: '/x',
  who: 'visitor',
  decide: input =>
    JSON.parse(String(input['decided'])) as Readonly<{
      drafts: readonly Draft[]
      forget?: readonly Forgetting[]
    }>,
}
/** It words the messages of the engine's own commands too. */
const words = { ...ownWords('fr'), types: {} }
const stub = brick({
  name: 'stub',
  records: [notice, answer, other, way, slip],
  grants: ['answer', 'slip'],
  owners: {
    notice: {
      owner: 'author',
      keyedBy: 'keyedBy',
      signed: 'who',
      named: { by: 'through', fields: ['reach', 'through'] },
    },
    way: { owner: 'member' },
    slip: { owner: 'member' },
  },
  commands: [careless],
  slots: { member: (_, id) => ({ role: 'neighbour', name: id === ANAIS ? 'Anaïs' : 'Paul' }) },
  pages: [],
  words: { fr: words, en: words },
})

function openEngine(): Engine {
  const log = openMemory()
  const tables = openTables(':memory:', SHAPE, log)
  return {
    bricks: [stub],
    types: tables.types,
    commands: new Map([['stub.do', { command: careless, brick: stub }]]),
    log,
    tables,
    read: readerFor([stub], readerOn(tables, log)),
    proseClient: () => 1,
    report: error => (error as Error).name,
  }
}
const ANAIS = recordId(901)
const PAUL = recordId(902)
let turns = 0
function does(
  engine: Engine,
  who: Readonly<{ by: Role; me?: string; ticket?: string }>,
  decided: Readonly<{
    drafts: readonly Draft[]
    forget?: readonly Forgetting[]
    numbers?: readonly NumberForgotten[]
    people?: readonly string[]
  }>,
): TurnAnswer {
  const asked = {
    brick: 'stub',
    command: 'do',
    input: { decided: JSON.stringify(decided) },
    lang: 'fr' as const,
    id: `t${turns++}x`,
    ...who,
  }
  const clock = { now: () => NOON, sure: true, today: () => '2026-12-05' }
  const answer = runBatch(engine, [asked], clock)[0]!
  if (answer.done || !('seen' in answer) || answer.seen === undefined) return answer
  // The keeper ticks what their page asks.
  return runBatch(
    engine,
    [{ ...asked, input: { ...asked.input, [AGREES]: answer.seen }, id: `t${turns++}x` }],
    clock,
  )[0]!
}
const draftOf = (record: string, fields: Draft['fields'], type = 'notice'): Draft =>
  ({ type, record, fields }) as Draft
const anais = { by: 'neighbour', me: ANAIS } as const
const relay = { by: 'relay', me: PAUL } as const

test('a member’s own notice shows at once, and its owner stands in this box alone', () => {
  const engine = openEngine()
  assert.ok(
    does(engine, anais, {
      drafts: [draftOf(recordId(1), { title: 'Anaïs prête un étau', author: ANAIS })],
    }).done,
  )
  assert.equal(engine.read.one(notice, recordId(1))?.title, 'Anaïs prête un étau')
  assert.equal(engine.read.one(notice, recordId(1), 'home')?.author, ANAIS)
  assert.equal(
    engine.log.sql.get(
      'SELECT 1 FROM piece WHERE value LIKE ? AND field <> ?',
      `%${ANAIS}%`,
      'author',
    ),
    undefined,
  )
})

test('a member corrects and withdraws their own records alone, and gives none away', () => {
  const engine = openEngine()
  does(engine, anais, { drafts: [draftOf(recordId(1), { title: 'un étau', author: ANAIS })] })
  assert.ok(
    does(engine, anais, { drafts: [draftOf(recordId(1), { title: 'un étau et un serre-joint' })] })
      .done,
  )
  for (const who of [{ by: 'neighbour', me: PAUL }, relay] as const)
    assert.deepEqual(does(engine, who, { drafts: [draftOf(recordId(1), { title: 'à moi' })] }), {
      done: false,
      failed: { is: 'fault', reference: 'NotGranted' },
    })
  assert.deepEqual(does(engine, anais, { drafts: [draftOf(recordId(1), { author: PAUL })] }), {
    done: false,
    failed: { is: 'fault', reference: 'NotGranted' },
  })
  assert.deepEqual(
    does(
      engine,
      { by: 'neighbour', me: PAUL },
      { drafts: [], forget: [{ type: 'notice', record: recordId(1) }] },
    ),
    {
      done: false,
      failed: { is: 'fault', reference: 'NotGranted' },
    },
  )
  assert.ok(
    does(engine, anais, {
      drafts: [],
      forget: [{ type: 'notice', record: recordId(1), field: 'title' }],
    }).done,
  )
  assert.equal(engine.log.sql.get("SELECT 1 FROM piece WHERE field = 'title'"), undefined)
})

test('a relay writes and corrects for somebody who asked; a neighbour may not speak for others', () => {
  const engine = openEngine()
  const forAnais = {
    drafts: [draftOf(recordId(1), { title: 'Anaïs prête un étau', author: ANAIS, keyedBy: PAUL })],
  }
  assert.equal(does(engine, { by: 'neighbour', me: PAUL }, forAnais).done, false)
  assert.ok(does(engine, relay, forAnais).done)
  assert.ok(does(engine, relay, { drafts: [draftOf(recordId(1), { title: 'deux étaux' })] }).done)
  assert.ok(does(engine, anais, { drafts: [draftOf(recordId(1), { title: 'un étau' })] }).done)
})

test(
  'a person named in another’s notice through their own record removes themselves from it, and ' +
    'writes nothing else there',
  () => {
    const engine = openEngine()
    const paul = { by: 'neighbour', me: PAUL } as const
    does(engine, paul, {
      drafts: [draftOf(recordId(1), { phone: '06 71 22 33 44', member: PAUL }, 'way')],
    })
    does(engine, anais, {
      drafts: [
        draftOf(recordId(2), {
          title: 'un étau',
          reach: 'par un relais',
          through: recordId(1),
          author: ANAIS,
        }),
      ],
    })
    does(engine, anais, {
      drafts: [draftOf(recordId(3), { title: 'une scie', reach: 'par ailleurs', author: ANAIS })],
    })
    const refused = { done: false, failed: { is: 'fault', reference: 'NotGranted' } }
    const out = { reach: 'par un mot', through: null }
    assert.deepEqual(
      does(engine, paul, { drafts: [draftOf(recordId(2), { ...out, title: 'à moi' })] }),
      refused,
    )
    assert.deepEqual(does(engine, paul, { drafts: [draftOf(recordId(3), out)] }), refused)
    for (const what of [{ field: 'title' }, {}])
      assert.deepEqual(
        does(engine, paul, {
          drafts: [],
          forget: [{ type: 'notice', record: recordId(2), ...what }],
        }),
        refused,
      )
    const forget = [{ type: 'notice', record: recordId(2), field: 'reach' }]
    assert.ok(does(engine, paul, { drafts: [draftOf(recordId(2), out)], forget }).done)
    assert.equal(engine.read.one(notice, recordId(2))?.reach, 'par un mot')
    assert.equal(
      engine.log.sql.get("SELECT 1 FROM piece WHERE value LIKE '%par un relais%'"),
      undefined,
    )
    assert.deepEqual(
      does(engine, paul, { drafts: [draftOf(recordId(2), { reach: 'encore' })] }),
      refused,
    )
  },
)

test('law 11: a way to be reached names only the person of its link and the keepers', () => {
  const engine = openEngine()
  const shown = (n: number, reach: string): boolean => {
    assert.ok(
      does(engine, anais, {
        drafts: [draftOf(recordId(n), { title: 'un étau', reach, author: ANAIS })],
      }).done,
    )
    return engine.read.one(notice, recordId(n)) !== undefined
  }
  for (const [n, reach] of [
    'par Lucie, au marché',
    'chez ma voisine Josette, tous les soirs',
    'au 3 rue Haute, chez Josette',
  ].entries())
    assert.ok(!shown(n + 1, reach), reach)
  for (const [n, reach] of ['par un mot', 'au bar, le mardi', 'chez moi, le soir'].entries())
    assert.ok(shown(n + 20, reach), reach)
})

test('a member sends at once the types that anyone may send, and no others', () => {
  const engine = openEngine()
  assert.ok(
    does(engine, anais, { drafts: [draftOf(recordId(1), { title: 'j’en suis' }, 'answer')] }).done,
  )
  assert.equal(engine.read.one(answer, recordId(1))?.title, 'j’en suis')
  assert.equal(
    does(engine, anais, { drafts: [draftOf(recordId(1), { title: 'encore' }, 'answer')] }).done,
    false,
  )
  assert.equal(
    does(engine, anais, { drafts: [draftOf(recordId(2), { title: 'moi aussi' }, 'other')] }).done,
    false,
  )
})

test('whatever a brick decides, a member never writes another’s record', () => {
  const people = [ANAIS, PAUL, recordId(903)]
  const person = fc.constantFrom(...people)
  const step = fc.record({
    me: person,
    by: fc.constantFrom('neighbour' as const, 'relay' as const),
    record: fc.integer({ min: 1, max: 4 }),
    author: fc.option(person, { nil: undefined }),
    keyedBy: fc.option(person, { nil: undefined }),
    forget: fc.boolean(),
  })
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 12 }), steps => {
      const engine = openEngine()
      const owners = new Map<string, readonly (string | undefined)[]>()
      steps.forEach((one, n) => {
        const record = recordId(one.record)
        const before = owners.get(record)
        const fields = {
          title: `n° ${n}`,
          ...(one.author === undefined ? {} : { author: one.author }),
          ...(one.keyedBy === undefined ? {} : { keyedBy: one.keyedBy }),
        }
        const forget = one.forget ? [{ type: 'notice', record, field: 'title' }] : []
        const { done } = does(engine, one, {
          drafts: one.forget ? [] : [draftOf(record, fields)],
          forget,
        })
        if (!done) return
        if (before) assert.ok(before.includes(one.me), 'wrote what was another’s')
        else {
          assert.ok(!one.forget, 'forgot what was never there')
          const isKeyed = one.keyedBy === one.me
          const waits = one.by === 'neighbour' && isKeyed && one.author === undefined
          assert.ok(
            one.author === one.me || (one.by === 'relay' && isKeyed) || waits,
            'spoke for somebody else',
          )
          if (waits)
            assert.equal(
              engine.read.one(notice, record),
              undefined,
              'spoke for somebody else at once',
            )
          owners.set(record, [one.author, one.keyedBy])
        }
      })
      for (const [record, whose] of owners) {
        const held = engine.read.one(notice, record, 'home')
        assert.deepEqual(
          [held?.author ?? undefined, held?.keyedBy ?? undefined],
          whose,
          'whose it is has changed',
        )
      }
    }),
    { numRuns: 25 },
  )
})

const keeper = { by: 'keeper' } as const
const NUMBER = '06 71 22 33 44'
const titleOf = (engine: Engine, n: number) => engine.read.one(notice, recordId(n))?.title

test(
  'a member has their own number erased everywhere, and no other number; a visitor has none ' +
    'erased',
  () => {
    const engine = openEngine()
    does(engine, keeper, {
      drafts: [draftOf(recordId(1), { phone: NUMBER, member: ANAIS }, 'way')],
    })
    does(engine, keeper, {
      drafts: [draftOf(recordId(2), { phone: '06 99 88 77 66', member: PAUL }, 'way')],
    })
    does(engine, keeper, {
      drafts: [draftOf(recordId(3), { title: 'un étau, 06.71.22.33.44', author: PAUL })],
    })
    const paul = { by: 'neighbour', me: PAUL } as const
    for (const [who, number, of] of [
      [paul, NUMBER, PAUL],
      [paul, NUMBER, ANAIS],
      [relay, NUMBER, ANAIS],
      [anais, '06 99 88 77 66', ANAIS],
      [anais, '115', ANAIS],
      [{ by: 'visitor' }, NUMBER, ANAIS],
    ] as const)
      assert.deepEqual(does(engine, who, { drafts: [], numbers: [{ number, of }] }), {
        done: false,
        failed: { is: 'fault', reference: 'NotGranted' },
      })
    assert.equal(titleOf(engine, 3), 'un étau, 06.71.22.33.44')
    assert.ok(
      does(engine, anais, { drafts: [], numbers: [{ number: '+33 6 71 22 33 44', of: ANAIS }] })
        .done,
    )
    assert.equal(titleOf(engine, 3), 'un étau')
    assert.equal(engine.read.one(way, recordId(2), 'home')?.phone, '06 99 88 77 66')
    assert.equal(
      engine.log.sql.get("SELECT 1 FROM piece WHERE value LIKE '%71%22%33%44%'"),
      undefined,
    )
  },
)

test('only the member and the keeper have a person forgotten: no other card, no ticket', () => {
  const engine = openEngine()
  for (const who of [relay, { by: 'visitor' }, { by: 'visitor', ticket: recordId(1) }] as const)
    assert.deepEqual(does(engine, who, { drafts: [], people: [ANAIS] }), {
      done: false,
      failed: { is: 'fault', reference: 'NotGranted' },
    })
  assert.ok(does(engine, anais, { drafts: [], people: [ANAIS] }).done)
})

test('a ticket writes where others read only that its own notice stands today', () => {
  const engine = openEngine()
  const [shown, anothers, sent] = [recordId(1), recordId(2), recordId(3)]
  const of = { of: 'notice', piece: recordId(4), sentBy: 'visitor', state: 'shown', shownAs: shown }
  does(engine, keeper, {
    drafts: [
      draftOf(shown, { title: 'un étau' }),
      draftOf(anothers, { title: 'une scie' }),
      draftOf(sent, of, 'proposal'),
    ],
  })
  const writes = (record: string, fields: Draft['fields']) =>
    does(engine, { by: 'visitor', ticket: sent }, { drafts: [draftOf(record, fields)] })
  const today = { renewedOn: '2026-12-05' }
  for (const [record, fields] of [
    [anothers, today],
    [shown, { renewedOn: '2026-12-06' }],
    [shown, { ...today, title: 'canari' }],
    [recordId(5), today],
  ] as const)
    assert.deepEqual(writes(record, fields), {
      done: false,
      failed: { is: 'fault', reference: 'NotGranted' },
    })
  assert.ok(writes(shown, today).done)
  assert.equal(engine.read.one(notice, shown)?.renewedOn, '2026-12-05')
  assert.equal(titleOf(engine, 1), 'un étau')
})

test('the versions of a text with the number are erased; later ones stay', () => {
  const engine = openEngine()
  does(engine, keeper, { drafts: [draftOf(recordId(1), { phone: NUMBER, member: ANAIS }, 'way')] })
  does(engine, keeper, {
    drafts: [draftOf(recordId(2), { title: `un étau, ${NUMBER}`, author: ANAIS })],
  })
  does(engine, keeper, { drafts: [draftOf(recordId(2), { title: 'un étau' })] })
  assert.ok(does(engine, anais, { drafts: [], numbers: [{ number: NUMBER, of: ANAIS }] }).done)
  assert.equal(titleOf(engine, 2), 'un étau')
  assert.equal(
    engine.log.sql.get("SELECT 1 FROM piece WHERE field = 'title' AND value LIKE '%71%22%'"),
    undefined,
  )
})

test(
  'a record that never leaves this box is sent by anybody at once, and rewritten by its owner ' +
    'alone',
  () => {
    const engine = openEngine()
    const forAnais = (n: number) => ({
      drafts: [draftOf(recordId(n), { said: 'passe me voir', member: ANAIS }, 'slip')],
    })
    assert.ok(does(engine, { by: 'visitor' }, forAnais(1)).done)
    assert.ok(does(engine, { by: 'neighbour', me: PAUL }, forAnais(2)).done)
    assert.equal(engine.read.list(slip, {}, 'home').length, 2)
    assert.equal(
      engine.log.sql.get(
        "SELECT 1 FROM write WHERE type IN ('proposal', 'slip') AND (space <> 'home' " +
          "OR type = 'proposal')",
      ),
      undefined,
    )
    const again = { drafts: [draftOf(recordId(1), { said: 'ne passe pas' }, 'slip')] }
    assert.equal(does(engine, { by: 'neighbour', me: PAUL }, again).done, false)
    assert.equal(does(engine, { by: 'visitor' }, again).done, false)
    assert.ok(does(engine, anais, again).done)
  },
)

const waits = (engine: Engine) =>
  engine.read.list(proposal, { where: "state = 'waiting'", order: 'id' }, 'home')
const inCommons = (engine: Engine, text: string) =>
  engine.log.sql.get(
    "SELECT 1 FROM piece JOIN write USING (entry, change) WHERE space = 'commons' AND value LIKE ?",
    `%${text}%`,
  )

test('a neighbour’s text in another name waits, with the reason and the card; a relay’s does not', () => {
  const engine = openEngine()
  const mine = does(engine, anais, {
    drafts: [draftOf(recordId(1), { title: 'un étau', who: 'anais', author: ANAIS })],
  })
  assert.ok(mine.done && mine.said === undefined && engine.read.one(notice, recordId(1)))
  for (const [n, fields] of [
    [2, { title: 'des dentiers', who: 'Paul', author: ANAIS }],
    [3, { title: 'des dentiers', who: 'Paul', keyedBy: ANAIS }],
    [4, { title: 'des dentiers', keyedBy: ANAIS }],
  ] as const) {
    const answer = does(engine, anais, { drafts: [draftOf(recordId(n), fields)] })
    assert.ok(answer.done && /lit d’abord/.test(answer.said ?? ''), JSON.stringify(answer))
    assert.equal(engine.read.one(notice, recordId(n)), undefined)
  }
  assert.deepEqual(
    waits(engine)
      .map(one => [one.piece, one.writer, one.held, one.sentBy])
      .sort(),
    [2, 3, 4].map(n => [recordId(n), ANAIS, ['name'], 'member']),
  )
  assert.equal(inCommons(engine, 'dentiers'), undefined)
  assert.ok(
    does(engine, relay, {
      drafts: [draftOf(recordId(5), { title: 'une scie', who: 'Rosa', keyedBy: PAUL })],
    }).done,
  )
  assert.equal(engine.read.one(notice, recordId(5))?.who, 'Rosa')
})

test(
  'a number that is not in the writer’s own file waits wherever it is typed, known here or ' +
    'not, with one same sentence',
  () => {
    const engine = openEngine()
    does(engine, keeper, {
      drafts: [draftOf(recordId(90), { phone: NUMBER, member: ANAIS }, 'way')],
    })
    does(engine, keeper, {
      drafts: [draftOf(recordId(91), { phone: '06 99 88 77 66', member: PAUL }, 'way')],
    })
    const own = { title: 'un étau', detail: `appelez le ${NUMBER}`, reach: NUMBER, author: ANAIS }
    assert.ok(does(engine, anais, { drafts: [draftOf(recordId(1), own)] }).done)
    assert.ok(engine.read.one(notice, recordId(1)))
    const said = new Set<string | undefined>()
    const others: readonly Readonly<Record<string, string>>[] = [
      { title: 'au 06 99 88 77 66' },
      { title: 'au 04 77 24 99 99' },
      { detail: 'le 06.99.88.77.66' },
      { reach: '17' },
      { reach: 'a@exemple.org' },
    ]
    others.forEach((fields, n) => {
      const answer = does(engine, anais, {
        drafts: [draftOf(recordId(10 + n), { title: 'x', ...fields, author: ANAIS })],
      })
      assert.ok(answer.done)
      // It says what was typed, known here or not.
      const typed = Object.values(fields)
        .join('')
        .replace(/^(?:au|le) /, '')
      assert.ok((answer.said ?? '').includes(typed), typed)
      said.add(answer.said?.replace(/«[^»]*»/, '«»'))
      assert.equal(engine.read.one(notice, recordId(10 + n)), undefined, JSON.stringify(fields))
    })
    assert.equal(said.size, 1)
    assert.deepEqual([...new Set(waits(engine).map(one => String(one.held)))], ['number'])
  },
)

test(
  'a number that is split over two fields, read one under the other, waits, also when one of ' +
    'them showed before',
  () => {
    const engine = openEngine()
    const sent = (n: number, fields: Readonly<Record<string, string>>): boolean => {
      const drafts = [
        draftOf(
          recordId(n),
          engine.read.one(notice, recordId(n)) ? fields : { ...fields, author: ANAIS },
        ),
      ]
      assert.ok(does(engine, anais, { drafts }).done)
      return (
        engine.read.one(notice, recordId(n)) !== undefined &&
        engine.read.one(notice, recordId(n))?.reach === (fields['reach'] ?? null)
      )
    }
    assert.ok(!sent(1, { title: 'un cadre au 06 11 22', reach: 'puis 33 99' }))
    assert.ok(
      !sent(2, {
        title: 'un cadre, zéro six onze',
        detail: 'vingt-deux trente-trois quatre-vingt-dix-neuf',
      }),
    )
    assert.ok(sent(3, { title: 'un cadre au 06 11 22' }))
    assert.ok(!sent(3, { title: 'un cadre au 06 11 22', reach: '33 99, le soir' }))
    assert.equal(waits(engine).length, 3)
    assert.deepEqual([...new Set(waits(engine).map(one => String(one.held)))], ['number'])
    for (const [n, reach] of ['au bar, dès 14 h 30', '12 rue Haute', 'le 06/12 à 15 h'].entries())
      assert.ok(
        sent(10 + n, { title: 'un cadre de 20 par 30 ou 40', reach, detail: '12 pièces, 3 de 10' }),
        reach,
      )
  },
)

test(
  'law 11: what names somebody else, or says what happens to them, waits; one’s own name, ' +
    'health and family do not',
  () => {
    const engine = openEngine()
    const sent = (n: number, fields: Readonly<Record<string, string>>) => {
      assert.ok(
        does(engine, anais, {
          drafts: [draftOf(recordId(n), { title: 'un étau', author: ANAIS, ...fields })],
        }).done,
      )
      return (
        engine.read.one(notice, recordId(n)) === null ||
        engine.read.one(notice, recordId(n)) === undefined
      )
    }
    const told = [
      'De la part du maire : réunion annulée',
      'Le curé est un voleur',
      'La clé est sous le pot, le code est 4512B',
      'Prêter l’échelle de Lucie',
      'Des nouvelles de Brunnenbach, qui tousse',
      'La voisine de la scierie sort de l’hôpital',
      'Il touche le RSA',
    ]
    told.forEach((title, n) => {
      assert.ok(sent(n + 1, { title }), title)
    })
    assert.deepEqual([...new Set(waits(engine).map(one => String(one.held)))], ['people'])
    const own = [
      'Anaïs prête son étau',
      'Je sors de l’hôpital, qui m’emmène au marché ?',
      'Un vélo pour ma fille',
      'Cours de couture chez moi',
      'Roses trémières à donner',
    ]
    own.forEach((title, n) => {
      assert.ok(!sent(n + 20, { title }), title)
    })
  },
)

test(
  'the changes of one draft to a shown record wait together; a waiting record goes on waiting ' +
    'when it is rewritten',
  () => {
    const engine = openEngine()
    does(engine, anais, {
      drafts: [draftOf(recordId(1), { title: 'un étau', who: 'Anaïs', author: ANAIS })],
    })
    assert.ok(
      does(engine, anais, {
        drafts: [draftOf(recordId(1), { title: 'un bel étau', reach: '06 99 88 77 66' })],
      }).done,
    )
    assert.deepEqual(
      [engine.read.one(notice, recordId(1))?.title, engine.read.one(notice, recordId(1))?.reach],
      ['un étau', null],
    )
    assert.deepEqual([waits(engine)[0]?.changes, waits(engine)[0]?.held], [recordId(1), ['number']])
    assert.equal(
      engine.read.one(notice, waits(engine)[0]?.piece ?? '', 'home')?.title,
      'un bel étau',
    )
    assert.ok(
      does(engine, anais, {
        drafts: [draftOf(recordId(1), { title: null, reach: '06 99 88 77 66' })],
      }).done,
    )
    assert.equal(engine.read.one(notice, recordId(1))?.title, null, 'hiding never waits')
    does(engine, anais, {
      drafts: [draftOf(recordId(2), { title: 'des dentiers', who: 'Paul', author: ANAIS })],
    })
    assert.ok(does(engine, anais, { drafts: [draftOf(recordId(2), { title: 'une scie' })] }).done)
    assert.equal(engine.read.one(notice, recordId(2)), undefined)
    assert.equal(engine.read.one(notice, recordId(2), 'home')?.title, 'une scie')
  },
)

test('to forget a member’s sent record erases its proposal and its shown copy', () => {
  const engine = openEngine()
  does(engine, anais, {
    drafts: [draftOf(recordId(2), { title: 'des dentiers', who: 'Zwyntrolubak', author: ANAIS })],
  })
  assert.ok(
    does(engine, anais, { drafts: [], forget: [{ type: 'notice', record: recordId(2) }] }).done,
  )
  assert.equal(waits(engine).length, 0)
  assert.equal(
    engine.log.sql.get("SELECT 1 FROM piece WHERE value LIKE '%dentiers%' OR value LIKE '%Zwyn%'"),
    undefined,
  )
})

test(
  'law 11: what a member sent, shown by the keeper and forgotten by their own act, leaves ' +
    'nothing to read',
  () => {
    const asked = fc.record({
      who: fc.constantFrom('Zwyntrolubak', 'Anaïs'),
      title: fc.constantFrom('des dentiers de Lucie', 'Appeler le 06 99 88 77 66'),
      shows: fc.boolean(),
      again: fc.boolean(),
      mends: fc.boolean(),
    })
    fc.assert(
      fc.property(asked, ({ who, title, shows, again, mends }) => {
        const engine = openEngine()
        const id = recordId(2)
        does(engine, anais, { drafts: [draftOf(id, { title, who, author: ANAIS })] })
        const types = () => engine.types
        const run = (name: string) => {
          const at = { newId: () => recordId(70) } as CommandContext
          const command = [
            ...ownCommands(
              types,
              () => [],
              () => 'author',
              () => [],
            ),
          ].find(one => one.name === name)!
          const sentAs = engine.read.list(proposal, {}, 'home')[0]!.id
          return does(
            engine,
            { by: 'keeper' },
            command.decide({ id: sentAs }, engine.read, at, plainFr) as Parameters<typeof does>[2],
          )
        }
        if (shows) assert.ok(run('show').done)
        if (shows)
          assert.equal(
            engine.read.one(notice, id)?.title,
            title,
            'it is found where its brick put it',
          )
        if (shows && again) {
          assert.ok(run('unshow').done)
          assert.equal(engine.read.one(notice, id), undefined)
          assert.equal(engine.read.one(notice, id, 'home')?.author, ANAIS)
          assert.ok(run('show').done)
          assert.equal(engine.read.one(notice, id)?.title, title)
        }
        if (mends) does(engine, anais, { drafts: [draftOf(id, { title: 'une scie' })] })
        assert.ok(
          does(engine, anais, { drafts: [], forget: [{ type: 'notice', record: id }] }).done,
        )
        const kept = engine.read
          .list(notice, {}, 'home')
          .filter(one => one.title !== null || one.who !== null || one.author !== null)
        assert.deepEqual(
          [engine.read.list(notice), kept, engine.read.list(proposal, {}, 'home')],
          [[], [], []],
        )
        const left =
          "SELECT 1 FROM piece WHERE value LIKE '%dentiers%' OR value LIKE '%Zwyn%' " +
          "OR value LIKE '%06 99%' OR value LIKE '%scie%'"
        assert.equal(engine.log.sql.get(left), undefined)
      }),
      { numRuns: 12 },
    )
  },
)
