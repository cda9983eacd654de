import assert from 'node:assert/strict'
import fc from 'fast-check'
import {
  carry as carried,
  packedFrom,
  pair,
  recognise,
  valuesIn,
} from '../../../tests/exchange/mail.ts'
import { arrives } from '../../../tests/exchange/met.ts'
import type { OpenEngine } from '../../../tests/support/open-engine.ts'
import { openEngine } from '../../../tests/support/open-engine.ts'
import { runs, testOnce as test, testAll, testEach } from '../../../tests/support/pass.ts'
import { runBatch, type TurnAnswer } from '../../../tests/support/turns.ts'
import { type Brick, brick } from '../../contract/brick.ts'
import { draft } from '../../contract/decision.ts'
import { bodyText, LARGEST_BODY, readBody } from '../../contract/letter.ts'
import { arrival, letter } from '../../contract/records/own-records.ts'
import type { Input } from '../../core/form/input.ts'
import { base32, idFrom } from '../../core/id.ts'
import { recordType } from '../../core/schema.ts'
import { append } from '../../log/append.ts'
import { newBox } from '../../log/box.ts'
import { lastSeqs } from '../../log/log.ts'
import { quarantineBeyond } from '../../log/quarantine.ts'
import { showAll } from '../../projection/tables.ts'
import { encryptTo, recipientOf } from '../../sync/bundle/encrypt.ts'
import { setPeerMark } from '../../sync/trust/marks.ts'
import { inOwnTransaction } from '../transaction.ts'
import { openLetters } from './incoming.ts'
import { encryptLetters } from './outgoing.ts'

const NOW = Date.parse('2026-12-05T09:00:00Z')
let drawn = 0
const newId = () =>
  idFrom(
    NOW,
    Uint8Array.from({ length: 10 }, (_, i) => (i === 9 ? drawn++ % 256 : drawn >> 8)),
  )
const clock = { now: () => NOW + drawn++, sure: true, today: () => '2026-12-05' }

/**
 * A thing of which there is one: its home box says who has it. `wish` is what is asked of it, here
 * or elsewhere.
 */
const wish = recordType({
  name: 'wish',
  title: 'what',
  space: 'home',
  fields: {
    what: { kind: 'text' },
    box: { kind: 'text' },
    state: { kind: 'text' },
  },
})
const board = recordType({
  name: 'board',
  title: 'title',
  path: '/tableau',
  fields: { title: { kind: 'text' } },
})
/** What anybody may leave here about a wish, for somebody to hand over. */
const slip = recordType({
  name: 'slip',
  title: 'said',
  space: 'home',
  fields: { said: { kind: 'text' }, about: { kind: 'link', to: ['wish'] } },
})
/** What somebody here said of a wish. */
const remark = recordType({
  name: 'remark',
  title: 'said',
  space: 'home',
  fields: {
    said: { kind: 'text' },
    about: { kind: 'link', to: ['wish'] },
    by: { kind: 'link', to: ['member'] },
  },
})
const text = (input: Input, name: string) => String(input[name] ?? '')
const things: Brick = brick({
  name: 'things',
  records: [wish, board, slip, remark],
  grants: ['slip'],
  owners: { wish: { box: 'box' }, remark: { owner: 'by', of: 'about' } },
  words: { fr: { types: {} }, en: { types: {} } },
  pages: [],
  commands: [
    {
      name: 'ask',
      path: '/demander',
      who: 'keeper',
      decide: (input, _read, at) => {
        const [id, to] = [at.newId(), text(input, 'to')]
        const letters = [
          {
            to,
            about: id,
            brick: 'things',
            command: text(input, 'command') || 'wanted',
            input: { what: text(input, 'what') },
          },
        ]
        return {
          drafts: [draft(wish, id, { what: text(input, 'what'), box: to, state: 'asked' })],
          letters,
          next: id,
        }
      },
    },
    {
      name: 'erase',
      path: '/effacer',
      who: 'keeper',
      decide: input => ({ drafts: [], forget: [{ type: 'wish', record: text(input, 'id') }] }),
    },
    {
      name: 'eraseText',
      path: '/effacer-le-texte',
      who: 'keeper',
      decide: input => ({
        drafts: [],
        forget: ['input', 'sealed'].map(field => ({
          ...{ type: 'letter', record: text(input, 'id'), field, alone: true },
        })),
      }),
    },
  ],
  letters: [
    {
      name: 'wanted',
      decide: (input, read, at) => {
        const box = at.letter?.box ?? ''
        const taken = read.count(wish, { where: "state = 'given'" }, 'home') > 0
        const back = {
          to: box,
          about: at.newId(),
          brick: 'things',
          command: 'answered',
          input: { of: at.letter?.about ?? '', state: taken ? 'taken' : 'given' },
        }
        return {
          drafts: [
            draft(wish, back.about, {
              what: text(input, 'what'),
              box,
              state: taken ? 'taken' : 'given',
            }),
          ],
          letters: [back],
        }
      },
      takenBack: (read, at) => ({
        drafts: [],
        forget: read
          .list(wish, { where: 'box = ?', with: [at.letter?.box ?? ''] }, 'home')
          .map(row => ({ type: 'wish', record: row.id })),
      }),
    },
    {
      name: 'answered',
      decide: input => ({
        drafts: [draft(wish, text(input, 'of'), { state: text(input, 'state') })],
      }),
    },
    {
      name: 'shows',
      decide: (_input, _read, at) => ({ drafts: [draft(board, at.newId(), { title: 'À voir' })] }),
    },
    {
      name: 'seizes',
      decide: input => ({ drafts: [draft(wish, text(input, 'what'), { state: 'given' })] }),
    },
    {
      name: 'writesOn',
      decide: (_input, _read, at) => ({
        drafts: [],
        letters: [
          {
            to: text({ to: at.box }, 'to'),
            about: at.newId(),
            brick: 'things',
            command: 'wanted',
            input: {},
          },
        ],
      }),
    },
    {
      name: 'slips',
      decide: (input, _read, at) => ({
        drafts: [draft(slip, at.newId(), { said: 'un mot', about: text(input, 'about') })],
      }),
    },
    {
      name: 'unslips',
      decide: input => ({ drafts: [], forget: [{ type: 'slip', record: text(input, 'slip') }] }),
    },
    {
      name: 'rewords',
      decide: input => ({
        drafts: [draft(remark, text(input, 'remark'), { said: 'Oui, …' })],
        forget: [
          {
            ...{ type: 'remark', record: text(input, 'remark') },
            ...(input['field'] === undefined ? {} : { field: text(input, 'field') }),
          },
        ],
      }),
    },
    {
      name: 'breaks',
      decide: () => {
        throw new Error('ours')
      },
    },
    { name: 'says no', decide: () => ({ refused: { worded: 'Non.' } }) },
  ],
})

const engineHere = (): OpenEngine => openEngine([things], newBox(), undefined, { report: String })
function twoHouses(): Readonly<{ sail: OpenEngine; boen: OpenEngine }> {
  const [sail, boen] = [engineHere(), engineHere()]
  recognise(sail, boen)
  return { sail, boen }
}
function turn(engine: OpenEngine, command: string, input: Input): TurnAnswer {
  return runBatch(
    engine,
    [{ brick: 'things', command, input, by: 'keeper', id: newId(), lang: 'fr' }],
    clock,
  )[0]!
}
const asks = (
  from: OpenEngine,
  to: OpenEngine,
  what = 'l’échelle',
  command = 'wanted',
): TurnAnswer => turn(from, 'ask', { to: to.log.box.name, what, command })

const carry = (from: OpenEngine, to: OpenEngine): Promise<void> => carried(from, to, clock)
const states = (engine: OpenEngine): readonly unknown[] =>
  engine.read.list(wish, { order: 'id' }, 'home').map(row => row.state)
const arrivals = (engine: OpenEngine): readonly unknown[] =>
  engine.read.list(arrival, {}, 'home').map(row => (row.why === null ? row.state : row.why))

test('a letter asks another box, is done there once, and is answered when the courier comes back', async () => {
  const { sail, boen } = twoHouses()
  assert.ok(asks(sail, boen).done)
  assert.deepEqual(states(sail), ['asked'])
  await carry(sail, boen)
  await carry(sail, boen)
  assert.deepEqual([states(boen), arrivals(boen)], [['given'], ['done']])
  assert.deepEqual(states(sail), ['asked'], 'nothing is known before the courier is back')
  await carry(boen, sail)
  assert.deepEqual(states(sail), ['given'])
})

test('when two boxes ask for the same thing, its own box decides, and the second is told', async () => {
  const { sail, boen } = twoHouses()
  asks(sail, boen)
  asks(sail, boen)
  await carry(sail, boen)
  await carry(boen, sail)
  assert.deepEqual(states(sail).toSorted(), ['given', 'taken'])
})

test('a letter to a box that is not paired is refused with a sentence that says what to do', () => {
  const [sail, boen] = [engineHere(), engineHere()]
  const answer = asks(sail, boen)
  assert.ok(!answer.done && 'refused' in answer && answer.refused.includes('reconnue'))
  pair(sail, boen, { paired: true, dismissed: {} })
  assert.ok(!asks(sail, boen).done)
  assert.deepEqual([...lastSeqs(sail.log)], [])
})

test(
  'the text of a letter leaves encrypted alone, and is erased with the record that it is about, ' +
    'on both sides',
  async () => {
    const { sail, boen } = twoHouses()
    const third = engineHere()
    pair(sail, third)
    pair(third, sail)
    const asked = asks(sail, boen, 'zwyntrolubak')
    await carry(sail, boen)
    await carry(sail, third)
    const said = valuesIn
    assert.ok(said(boen).includes('zwyntrolubak') && !said(third).includes('zwyntrolubak'))
    assert.ok(
      third.read.list(letter, {}, 'network').some(row => row.sealed !== null),
      'others carry it closed',
    )
    assert.ok(!(await packedFrom(sail)).includes('zwyntrolubak'))
    assert.ok(asked.done && turn(sail, 'erase', { id: asked.next ?? '' }).done)
    assert.equal(
      sail.read.count(letter, { where: 'input IS NOT NULL OR about IS NOT NULL' }, 'home'),
      0,
    )
    await carry(sail, boen)
    await carry(sail, third)
    for (const engine of [sail, boen, third]) assert.ok(!said(engine).includes('zwyntrolubak'))
    assert.ok(
      !said(third).includes('"YWdl') && !said(sail).includes('"YWdl'),
      'the closed letter is gone as well',
    )
    assert.deepEqual(arrivals(boen), ['takenBack'])
    await carry(boen, sail)
    assert.deepEqual(states(sail), [], 'an answer to what was forgotten brings nothing back')
  },
)

test('a letter of which the text alone is erased is sent, and takes back nothing that it did', async () => {
  const { sail, boen } = twoHouses()
  asks(sail, boen, 'zwyntrolubak')
  await carry(sail, boen)
  await carry(boen, sail)
  const [id] = sail.read.list(letter, {}, 'home').map(one => one.id)
  assert.ok(turn(sail, 'eraseText', { id: id ?? '' }).done)
  for (let times = 0; times < 2; times++) {
    await carry(sail, boen)
    await carry(boen, sail)
  }
  const closed = [sail, boen].map(
    ({ log }) => log.sql.all("SELECT 1 FROM piece WHERE value LIKE '\"YWdl%'").length,
  )
  assert.deepEqual(closed, [1, 1], 'the answer alone is left closed')
  assert.ok(!sail.read.list(letter, {}, 'home').some(one => one.input !== null))
  assert.deepEqual([states(boen), arrivals(boen), states(sail)], [['given'], ['done'], ['given']])
})

test('a box with a key of low order gets a sentence, and stops neither letters nor bundles', async () => {
  const { sail, boen } = twoHouses()
  const nobody = base32(Buffer.alloc(32))
  inOwnTransaction(sail, () => setPeerMark(sail.log, nobody, { paired: true, called: 'Nulle' }))
  const input = { to: nobody, what: 'l’échelle' }
  const answer = turn(sail, 'ask', input)
  assert.ok(!answer.done && 'refused' in answer)
  assert.match(answer.refused, /^Nulle donne une clé avec laquelle rien ne se ferme/)
  assert.deepEqual(states(sail), [])
  asks(sail, boen)
  await carry(sail, boen)
  assert.deepEqual(states(boen), ['given'])
})

testAll(
  'letters that can’t go, more than are sealed at once, leave the others their place',
  async () => {
    const { sail, boen } = twoHouses()
    const third = engineHere()
    pair(sail, third)
    for (let n = 0; n < 201; n++) asks(sail, third, `l’échelle ${n}`)
    pair(sail, third, { paired: true, dismissed: {} })
    asks(sail, boen)
    assert.equal(await encryptLetters(sail, clock), 1)
  },
)

test('a letter taken back before it was opened is never opened', async () => {
  const { sail, boen } = twoHouses()
  const asked = asks(sail, boen)
  await encryptLetters(sail, clock)
  const early = await packedFrom(sail)
  assert.ok(asked.done && turn(sail, 'erase', { id: asked.next ?? '' }).done)
  await arrives(boen, await packedFrom(sail), NOW)
  await arrives(boen, early, NOW)
  assert.equal(await openLetters(boen, clock), 0)
  assert.deepEqual([states(boen), arrivals(boen)], [[], []])
})

test(
  'after a kill between arrival and opening, or between writing and encryption, the next start ' +
    'does the rest once',
  async () => {
    const { sail, boen } = twoHouses()
    asks(sail, boen)
    assert.equal(sail.read.list(letter, {}, 'network').length, 0, 'stopped here, nothing is sealed')
    assert.equal(await encryptLetters(sail, clock), 1)
    assert.equal(await encryptLetters(sail, clock), 0)
    await arrives(boen, await packedFrom(sail), NOW)
    assert.deepEqual(states(boen), [])
    // The stop comes in the middle of the transaction that opens: nothing of it is left.
    const cut = openLetters(boen, clock, async work => {
      boen.log.db.exec(
        "CREATE TEMP TRIGGER cut BEFORE INSERT ON entry BEGIN SELECT RAISE(ABORT, 'cut'); END",
      )
      try {
        return work()
      } finally {
        boen.log.db.exec('DROP TRIGGER cut')
      }
    })
    await assert.rejects(cut, /cut/)
    assert.deepEqual([states(boen), arrivals(boen)], [[], []])
    assert.deepEqual([await openLetters(boen, clock), await openLetters(boen, clock)], [1, 0])
    assert.deepEqual(states(boen), ['given'])
  },
)

testEach('letters in bundles in any order, doubled or late, have one outcome', async () => {
  const { sail, boen } = twoHouses()
  const bundles: Buffer[] = []
  for (const what of ['l’échelle', 'la remorque', 'le four']) {
    asks(sail, boen, what)
    await encryptLetters(sail, clock)
    bundles.push(await packedFrom(sail))
  }
  const said = (engine: OpenEngine) =>
    engine.read.list(wish, { order: 'what' }, 'home').map(row => [row.what, row.state])
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ which: fc.nat({ max: 2 }), opens: fc.boolean() }), { maxLength: 6 }),
      async steps => {
        const there = openEngine([things], boen.log.box)
        pair(there, sail)
        for (const { which, opens } of [...steps, { which: 2, opens: true }]) {
          await arrives(there, bundles[which]!, NOW)
          if (opens) await openLetters(there, clock)
        }
        assert.deepEqual(said(there), [
          ['la remorque', 'taken'],
          ['le four', 'taken'],
          ['l’échelle', 'given'],
        ])
        assert.equal(there.read.count(letter, {}, 'home'), 3, 'each is answered once')
      },
    ),
    runs(5, 12),
  )
})

/** A letter as a box that turned bad could write it. */
async function forged(
  by: OpenEngine,
  to: OpenEngine,
  sealedFor: OpenEngine,
  more: object,
): Promise<string> {
  const id = newId()
  const body = {
    id,
    from: by.log.box.name,
    to: sealedFor.log.box.name,
    about: newId(),
    brick: 'things',
    command: 'wanted',
    input: { what: 'tout' },
  }
  const bytes = await encryptTo(Buffer.from(bodyText({ ...body, ...more })), [
    (await recipientOf(sealedFor.log.box.name))!,
  ])
  lay(by, to, id, Buffer.from(bytes).toString('base64'))
  return id
}
function lay(by: OpenEngine, to: OpenEngine, record: string, sealed: string): void {
  const fields = { to: { value: to.log.box.name, over: [] }, sealed: { value: sealed, over: [] } }
  inOwnTransaction(by, () =>
    showAll(
      by.tables,
      by.log,
      append(by.log, [{ type: 'letter', record, space: 'network', fields }], {
        now: NOW,
        sure: true,
        by: 'keeper',
      }),
    ),
  )
}
const input = (n: number, value: unknown = 'x') => ({
  input: Object.fromEntries(Array.from({ length: n }, (_, i) => [`n${i}`, value])),
})

test('a hostile letter does nothing, is told to the keeper, and stops no other', async () => {
  const { sail, boen } = twoHouses()
  const other = engineHere()
  const cases: readonly (readonly [object, string, OpenEngine?])[] = [
    [{ command: 'unheard' }, 'unknown'],
    [{ brick: 'plain', command: 'forget' }, 'unknown'],
    [{ brick: '__proto__', command: 'constructor' }, 'unknown'],
    [{ from: other.log.box.name }, 'notTheirs'],
    [{ id: newId() }, 'notTheirs'],
    [{ to: other.log.box.name }, 'notTheirs'],
    [{}, 'sealed', other],
    [input(41), 'garbled'],
    [input(1, 3), 'garbled'],
    [input(1, { deep: 'er' }), 'garbled'],
    [{ about: 'nowhere' }, 'garbled'],
    [{ command: 'shows' }, 'failed'],
    [{ command: 'answered', input: { of: newId(), state: 'given' } }, 'failed'],
    [{ command: 'breaks' }, 'failed'],
    [{ command: 'says no' }, 'refused'],
  ]
  for (const [more, why, sealedFor = boen] of cases) {
    await forged(sail, boen, sealedFor, more)
    await carry(sail, boen)
    assert.ok(arrivals(boen).includes(why), `${why}: ${JSON.stringify(arrivals(boen))}`)
  }
  lay(sail, boen, newId(), Buffer.alloc(LARGEST_BODY * 2).toString('base64'))
  lay(sail, boen, newId(), 'ce n’est pas de l’âge')
  await forged(sail, boen, boen, input(30, 'x'.repeat(2_000)))
  await carry(sail, boen)
  assert.equal(arrivals(boen).length, cases.length + 3)
  assert.deepEqual([states(boen), boen.read.count(board)], [[], 0])
  asks(sail, boen)
  await carry(sail, boen)
  assert.deepEqual(states(boen), ['given'])
})

test(
  'a letter that another box passes on as its own is refused, and does not take the place of ' +
    'the true one',
  async () => {
    const { sail, boen } = twoHouses()
    const thief = engineHere()
    for (const [here, there] of [
      [thief, sail],
      [sail, thief],
      [thief, boen],
      [boen, thief],
    ] as const)
      pair(here, there)
    asks(sail, boen)
    await encryptLetters(sail, clock)
    await arrives(thief, await packedFrom(sail), NOW)
    const [stolen] = thief.read.list(letter, {}, 'network')
    lay(thief, boen, stolen!.id, stolen!.sealed ?? '')
    lay(thief, boen, newId(), stolen!.sealed ?? '')
    await carry(thief, boen)
    assert.deepEqual([states(boen), arrivals(boen)], [[], ['notTheirs', 'notTheirs']])
    await carry(sail, boen)
    assert.deepEqual(states(boen), ['given'])
  },
)

test('a letter changes nobody else’s record, and makes no box write to a third', async () => {
  const { sail, boen } = twoHouses()
  const third = engineHere()
  pair(boen, third)
  const mine = asks(boen, third)
  assert.ok(mine.done)
  await forged(sail, boen, boen, { command: 'seizes', input: { what: mine.next } })
  await forged(sail, boen, boen, { command: 'writesOn' })
  await carry(sail, boen)
  assert.deepEqual([states(boen), arrivals(boen)], [['asked'], ['failed', 'failed']])
})

test('no letter of a dismissed or paused box is opened until the keeper takes that back', async () => {
  const { sail, boen } = twoHouses()
  asks(sail, boen)
  await encryptLetters(sail, clock)
  await arrives(boen, await packedFrom(sail), NOW)
  for (const marks of [
    { paused: true },
    { paused: undefined, dismissed: {} },
    { dismissed: undefined, paired: undefined },
  ]) {
    pair(boen, sail, marks)
    assert.equal(await openLetters(boen, clock), 0)
  }
  pair(boen, sail)
  assert.equal(await openLetters(boen, clock), 1)
  inOwnTransaction(boen, () => quarantineBeyond(boen.log, sail.log.box.name, {}))
  assert.deepEqual(
    [await openLetters(boen, clock), states(boen)],
    [0, ['given']],
    'what is hidden was not taken back',
  )
})

test('an answer says that nothing was done, and gets no answer itself', async () => {
  const { sail, boen } = twoHouses()
  asks(sail, boen, 'l’échelle', 'unheard')
  await carry(sail, boen)
  await carry(boen, sail)
  const [sent] = sail.read.list(letter, {}, 'home')
  assert.deepEqual([sent?.state, sent?.why], ['refused', 'unknown'])
  await carry(sail, boen)
  assert.equal(boen.read.count(letter, {}, 'home'), 1)
})

test('only a whole letter of plain text is read as a letter; its length tells little', () => {
  const body = {
    id: newId(),
    from: 'a',
    to: 'b',
    about: newId(),
    brick: 'things',
    command: 'wanted',
    input: { what: 'é', many: ['a', 'b'] },
  }
  assert.deepEqual(readBody(bodyText(body)), body)
  assert.equal(
    bodyText(body).length,
    bodyText({ ...body, input: { what: 'une phrase bien plus longue que la première' } }).length,
  )
  assert.equal(readBody('{"__proto__":{}}'), undefined)
  fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), said => readBody(said) === undefined))
})

/** Boën holds what Sail asked of it, and recognised a third box, which has no part in that. */
async function askedBesideThird() {
  const { sail, boen } = twoHouses()
  const third = engineHere()
  recognise(third, boen)
  asks(sail, boen)
  await carry(sail, boen)
  return { sail, boen, third, shared: boen.read.list(wish, {}, 'home')[0]!.id }
}

test('a letter leaves a slip about what it shares alone, and takes no other back', async () => {
  const { sail, boen, third, shared } = await askedBesideThird()
  const slips = () => boen.read.list(slip, {}, 'home').map(({ id }) => id)
  await forged(third, boen, boen, { command: 'slips', input: { about: shared } })
  await carry(third, boen)
  await forged(sail, boen, boen, { command: 'slips', input: { about: newId() } })
  await carry(sail, boen)
  assert.deepEqual([slips(), arrivals(boen).filter(one => one === 'failed').length], [[], 2])
  await forged(sail, boen, boen, { command: 'slips', input: { about: shared } })
  await carry(sail, boen)
  const [left] = slips()
  assert.ok(left)
  await forged(third, boen, boen, { command: 'unslips', input: { slip: left } })
  await carry(third, boen)
  assert.deepEqual(slips(), [left])
  await forged(sail, boen, boen, { command: 'unslips', input: { slip: left } })
  await carry(sail, boen)
  assert.deepEqual(slips(), [])
})

test('a letter writes a text about what it shares again, and erases it, and nothing else', async () => {
  const { sail, boen, third, shared } = await askedBesideThird()
  const [about, apart] = [shared, newId()].map(of => {
    const id = newId()
    const fields = { said: 'Oui, Zoé', about: of }
    const records = JSON.stringify([{ type: 'remark', id, fields }])
    const asked = { brick: 'plain', command: 'bring', input: { records }, by: 'keeper' } as const
    assert.ok(runBatch(boen, [{ ...asked, id: newId(), lang: 'fr' }], clock)[0]!.done)
    return id
  }) as [string, string]
  const said = (id: string) => boen.read.one(remark, id, 'home')?.said
  for (const [from, input] of [
    [third, { remark: about, field: 'said' }],
    [sail, { remark: apart, field: 'said' }],
    [sail, { remark: about }],
    [sail, { remark: about, field: 'about' }],
  ] as const) {
    await forged(from, boen, boen, { command: 'rewords', input })
    await carry(from, boen)
  }
  assert.deepEqual([said(about), said(apart)], ['Oui, Zoé', 'Oui, Zoé'])
  assert.equal(arrivals(boen).filter(one => one === 'failed').length, 4)
  await forged(sail, boen, boen, { command: 'rewords', input: { remark: about, field: 'said' } })
  await carry(sail, boen)
  assert.equal(said(about), 'Oui, …')
  assert.equal(valuesIn(boen).split('Oui, Zoé').length, 2, 'the other remark alone says it')
})
