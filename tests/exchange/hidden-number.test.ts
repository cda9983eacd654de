import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { bricks } from '../../src/app/bricks.ts'
import { hiddenNumber } from '../../src/contract/records/own-records.ts'
import { idFrom } from '../../src/core/id.ts'
import { pattern } from '../../src/core/pattern.ts'
import { shapeOf } from '../../src/engine/shape.ts'
import { withheldIn } from '../../src/projection/hidden.ts'
import { rebuild } from '../../src/projection/tables.ts'
import { Bundle } from '../../src/sync/bundle/bundle.ts'
import type { OpenEngine } from '../support/open-engine.ts'
import { runs, testOnce } from '../support/pass.ts'
import { NOON } from '../wire/boxes.ts'
import { delivered, packed, trusting } from './carry.ts'
import { bring, engineOf, said } from './engines.ts'

/**
 * A number that somebody hid (projection/hidden.ts), in a whole house: what shows, what is rebuilt,
 * what is carried.
 */

const NUMBER = '06 39 98 41 07'
const SPELLINGS = [
  '06 39 98 41 07',
  '0639984107',
  '06.39.98.41.07',
  '+33 6 39 98 41 07',
  '0033639984107',
  '+33 (0)6 39-98-41-07',
]
/** Told without the code under test. */
const READS = pattern('i')`
  6[^\da-z]{0,4}3[^\da-z]{0,4}9[^\da-z]{0,4}9[^\da-z]{0,4}8[^\da-z]{0,4}4[^\da-z]{0,4}1
  [^\da-z]{0,4}0[^\da-z]{0,4}7
`
const id = (n: number): string => idFrom(NOON, Uint8Array.of(0, 0, 0, 0, 0, 0, 0, 0, 0, n))
const [HALL, NOTICE] = [id(1), id(2)]

function village(spelled = NUMBER): OpenEngine {
  const engine = engineOf(1)
  assert.ok(
    bring(engine, 'place', HALL, {
      name: 'La halle',
      description: `Demandez Paul au ${spelled}, le soir`,
      phone: spelled.slice(0, 40),
    }).done,
  )
  assert.ok(
    bring(engine, 'offer', NOTICE, {
      title: 'Paul prête son broyeur',
      who: 'Paul',
      reach: spelled,
      state: 'firm',
    }).done,
  )
  return engine
}
const hide = (engine: OpenEngine, number = NUMBER, by: 'visitor' | 'keeper' = 'visitor') =>
  said(engine, 'privacy.hideNumber', { number }, by)
const decide = (engine: OpenEngine, command: string) =>
  said(engine, `privacy.${command}`, {
    id: engine.read.list(hiddenNumber, {}, 'home')[0]?.id ?? '',
  })

/** Every row of every table that holds what everybody may read. */
function rowsOf({ sql, types }: Pick<OpenEngine['tables'], 'sql' | 'types'>): string {
  const tables = [
    'doc',
    'search',
    'term',
    'made',
    ...[...types.values()]
      .filter(type => type.space !== 'home')
      .map(type => type.name.replaceAll('-', '_')),
  ]
  return JSON.stringify(tables.map(name => sql.all(`SELECT * FROM "${name}"`)))
}
/** What a stranger takes away: the flesh of a bundle, long texts in clear. */
async function carried(engine: OpenEngine): Promise<string> {
  const opened = await Bundle.open(
    await packed(engine.log, { withheld: withheldIn(engine.log) }),
    engine.log.box,
  )
  const out: string[] = []
  for await (const page of opened.pages())
    for (const { flesh } of page.entries)
      for (const { value } of flesh)
        out.push(
          value,
          Buffer.from(/"yjs":"([^"]*)/.exec(value)?.[1] ?? '', 'base64').toString('latin1'),
        )
  return out.join('\n')
}

test(
  'however it is spelled, a hidden number is in no row, no history and no bundle, and comes ' +
    'back whole',
  () =>
    fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...SPELLINGS),
        fc.constantFrom(...SPELLINGS),
        async (spelled, typed) => {
          const engine = village(spelled)
          const [before, news] = [rowsOf(engine.tables), await carried(engine)]
          assert.match(before, READS)
          assert.match(news, READS)
          const answer = hide(engine, typed)
          assert.ok(answer.done, JSON.stringify(answer))
          assert.doesNotMatch(rowsOf(engine.tables), READS)
          assert.doesNotMatch(
            JSON.stringify([
              engine.read.history('place', HALL),
              engine.read.history('offer', NOTICE),
            ]),
            READS,
          )
          assert.doesNotMatch(await carried(engine), READS)
          assert.equal(
            engine.read.one(engine.types.get('place')!, HALL)?.['description'],
            'Demandez Paul, le soir',
          )
          assert.ok(decide(engine, 'showNumber').done)
          assert.equal(rowsOf(engine.tables), before)
          assert.equal(await carried(engine), news)
        },
      ),
      runs(4, 12),
    ),
)

testOnce(
  'law 2: a rebuild comes to the rows that were lived, whatever was hidden, shown again, or ' +
    'came after',
  () => {
    const engine = village()
    assert.ok(hide(engine).done)
    assert.ok(
      bring(engine, 'need', id(3), {
        title: 'Une bâche',
        who: 'Paul',
        reach: `au bar ou ${NUMBER}`,
        state: 'open',
      }).done,
    )
    const same = () => {
      const again = rebuild(':memory:', shapeOf(bricks), engine.log)
      assert.equal(rowsOf(again), rowsOf(engine.tables))
      return rowsOf(again)
    }
    assert.doesNotMatch(same(), READS)
    assert.ok(decide(engine, 'showNumber').done)
    assert.match(same(), READS)
  },
)

testOnce(
  'a box that took news meanwhile lacks the number alone, asks for it, and has it once it is ' +
    'shown again',
  async () => {
    const [engine, other] = [village(), engineOf(2)]
    assert.ok(hide(engine).done)
    const read = () => JSON.stringify(other.log.sql.all('SELECT value FROM piece'))
    const came = await delivered(
      other.log,
      await packed(engine.log, { withheld: withheldIn(engine.log) }),
      trusting(other.log, engine.log),
    )
    assert.deepEqual(came.faults, [])
    assert.ok(read().includes('Paul prête son broyeur') && !READS.test(read()))
    const asks = await Bundle.open(await packed(other.log), engine.log.box)
    const since = {
      commons: asks.manifest.commons.after,
      network: {},
      hollow: asks.manifest.commons.hollow ?? {},
    }
    assert.ok(Object.keys(since.hollow).length > 0, 'it asks for what it lacks')
    await delivered(
      other.log,
      await packed(engine.log, { since, withheld: withheldIn(engine.log) }),
      trusting(other.log, engine.log),
    )
    assert.doesNotMatch(read(), READS)
    assert.ok(decide(engine, 'showNumber').done)
    await delivered(
      other.log,
      await packed(engine.log, { since, withheld: withheldIn(engine.log) }),
      trusting(other.log, engine.log),
    )
    assert.match(read(), READS)
  },
)

testOnce(
  'the keeper decides: what they showed again nobody hides without a card; what they erase is ' +
    'erased here and asked elsewhere',
  () => {
    const engine = village()
    assert.equal(hide(engine, '06 11 22 33 44').done, false, 'a number that is not shown')
    assert.equal(hide(engine, '112').done, false)
    assert.ok(hide(engine).done)
    assert.equal(hide(engine).done, false, 'it shows no more')
    assert.ok(decide(engine, 'showNumber').done)
    const again = hide(engine)
    assert.ok(
      !again.done && 'refused' in again && /remontré/.test(again.refused),
      JSON.stringify(again),
    )
    assert.ok(hide(engine, NUMBER, 'keeper').done)
    assert.ok(decide(engine, 'eraseNumber').done)
    assert.doesNotMatch(JSON.stringify(engine.log.sql.all('SELECT value FROM piece')), READS)
    assert.ok(
      engine.log.sql.get("SELECT 1 FROM write WHERE type = 'forget' AND space = 'commons'"),
      'other boxes are asked',
    )
    assert.equal(
      engine.read.one(engine.types.get('offer')!, NOTICE)?.['title'],
      'Paul prête son broyeur',
    )
  },
)

testOnce('a form that shows a record without its hidden number writes none of that back', () => {
  const engine = village()
  assert.ok(hide(engine).done)
  const row = engine.read.one(engine.types.get('place')!, HALL) as Readonly<Record<string, unknown>>
  const edited = {
    type: 'place',
    id: HALL,
    name: 'La grande halle',
    kind: 'hall',
    description: String(row['description'] ?? ''),
    phone: '',
    next: '/',
  }
  const answer = said(engine, 'write', edited)
  assert.ok(answer.done, JSON.stringify(answer))
  assert.ok(decide(engine, 'showNumber').done)
  const after = engine.read.one(engine.types.get('place')!, HALL) as Readonly<
    Record<string, unknown>
  >
  assert.equal(after['name'], 'La grande halle')
  assert.match(String(after['phone']), READS)
  assert.match(String(after['description']), READS)
})

testOnce('who is forgotten takes their number out of what was hidden, too', () => {
  const engine = village()
  const home = [
    { type: 'member', id: id(4), fields: { name: 'Paul', state: 'here' } },
    { type: 'contact', id: id(5), fields: { member: id(4), how: 'phone', phone: NUMBER } },
  ]
  assert.ok(said(engine, 'bring', { records: JSON.stringify(home) }).done)
  assert.ok(hide(engine).done)
  const answer = said(engine, 'members.forgetMember', { id: id(4) })
  assert.ok(answer.done, JSON.stringify(answer))
  assert.doesNotMatch(JSON.stringify(engine.log.sql.all('SELECT value FROM piece')), READS)
  assert.deepEqual(
    engine.read.list(hiddenNumber, {}, 'home'),
    [],
    'no line without its number is left on the keeper’s list',
  )
})

const OTHERWISE = [
  '０６ ３９ ９８ ４１ ０７',
  '0️⃣6️⃣3️⃣9️⃣9️⃣8️⃣4️⃣1️⃣0️⃣7️⃣',
  'O6 39 98 41 O7',
  'zéro six trente-neuf, quatre-vingt-dix-huit, quarante et un, zéro sept',
  '06\u200b39 98 puis 41 07',
]
testOnce(
  'as words, in another script or with an O, it is hidden where it stands, leaves in no ' +
    'bundle, and is erased with the others',
  async () => {
    for (const spelled of OTHERWISE) {
      const engine = engineOf(1)
      const fields = { name: 'La halle', description: `Demandez Paul au ${spelled} ; merci` }
      assert.ok(bring(engine, 'place', HALL, fields).done)
      assert.ok(
        bring(engine, 'offer', NOTICE, {
          title: 'Paul prête son broyeur',
          who: 'Paul',
          reach: spelled,
          state: 'firm',
        }).done,
      )
      const answer = hide(engine)
      assert.ok(answer.done, `${spelled}: ${JSON.stringify(answer)}`)
      assert.ok(!JSON.stringify(rowsOf(engine.tables)).includes(spelled), spelled)
      assert.ok(!(await carried(engine)).includes(spelled), spelled)
      assert.equal(
        engine.read.one(engine.types.get('place')!, HALL)?.['description'],
        'Demandez Paul ; merci',
      )
      assert.ok(decide(engine, 'eraseNumber').done)
      const flesh = JSON.stringify(engine.log.sql.all('SELECT value FROM piece'))
      assert.ok(
        !flesh.includes(spelled) && !flesh.includes(Buffer.from(spelled).toString('base64')),
        spelled,
      )
    }
  },
)

testOnce(
  'a number that was shown again leaves the keeper’s list with the last record that says it, ' +
    'and with the number itself',
  () => {
    const engine = village()
    assert.ok(hide(engine).done)
    assert.ok(decide(engine, 'showNumber').done)
    const listed = () => engine.read.list(hiddenNumber, {}, 'home').length
    assert.ok(said(engine, 'forget', { type: 'offer', id: NOTICE }).done)
    assert.equal(listed(), 1, 'the hall says it still')
    assert.ok(said(engine, 'forget', { type: 'place', id: HALL, past: '1' }).done)
    assert.equal(listed(), 1, 'what it says now is kept')
    assert.ok(said(engine, 'forget', { type: 'place', id: HALL }).done)
    assert.equal(listed(), 0)
    assert.doesNotMatch(JSON.stringify(engine.log.sql.all('SELECT value FROM piece')), READS)
  },
)

testOnce(
  'erased by the keeper, it is in no file of this box, but where a member is reached by it',
  () => {
    const engine = village()
    const [bastien, odile] = [id(4), id(5)]
    const home = [
      { type: 'member', id: bastien, fields: { name: 'Bastien', state: 'here' } },
      { type: 'member', id: odile, fields: { name: 'Odile', state: 'here' } },
      { type: 'contact', id: id(6), fields: { member: odile, how: 'phone', phone: NUMBER } },
      {
        type: 'word',
        id: id(7),
        fields: {
          forWhom: 'Bastien',
          sender: 'Paul',
          member: bastien,
          said: 'Odile attend, O6 39 98 41 07',
        },
      },
      { type: 'relay', id: id(8), fields: { member: bastien, where: `voir Odile au ${NUMBER}` } },
    ]
    const answer = said(engine, 'bring', { records: JSON.stringify(home) })
    assert.ok(answer.done, JSON.stringify(answer))
    assert.ok(hide(engine).done)
    assert.ok(decide(engine, 'eraseNumber').done)
    const left = engine.log.sql
      .all<{ value: string }>('SELECT value FROM piece')
      .filter(({ value }) => READS.test(value) || /O6 39/.test(value))
    assert.deepEqual(
      left.map(({ value }) => value),
      [JSON.stringify(NUMBER)],
    )
    assert.equal(
      engine.read.one(engine.types.get('word')!, id(7), 'home')?.['said'],
      'Odile attend',
    )
  },
)

testOnce(
  'an e-mail address is hidden, shown again and erased as a number is, however it is typed',
  async () => {
    const typed = [
      'Zoe.Roux@exemple.org',
      'zoe.roux (at) exemple.org',
      'zoe.roux arobase exemple point org',
      'zoe.roux＠exemple.org',
    ]
    for (const spelled of typed) {
      const engine = engineOf(1)
      const fields = {
        title: 'Zoé prête une scie',
        who: 'Zoé',
        reach: `par ${spelled}, ou au local`,
        detail: 'xzoe.roux@exemple.org',
        state: 'firm',
      }
      assert.ok(bring(engine, 'offer', NOTICE, fields).done)
      const before = rowsOf(engine.tables)
      assert.equal(hide(engine, 'zoe.rou@exemple.org').done, false, 'a shorter address is another')
      const answer = hide(engine, 'zoe.roux@exemple.org')
      assert.ok(answer.done, `${spelled}: ${JSON.stringify(answer)}`)
      assert.ok(!JSON.stringify(rowsOf(engine.tables)).includes(spelled), spelled)
      assert.ok(!(await carried(engine)).includes(spelled), spelled)
      const shown = engine.read.one(engine.types.get('offer')!, NOTICE)
      assert.equal(shown?.['reach'], 'par, ou au local')
      assert.equal(shown?.['detail'], 'xzoe.roux@exemple.org')
      assert.ok(decide(engine, 'showNumber').done)
      assert.equal(rowsOf(engine.tables), before)
      assert.ok(hide(engine, 'zoe.roux@exemple.org', 'keeper').done)
      assert.ok(decide(engine, 'eraseNumber').done)
      assert.ok(
        !JSON.stringify(engine.log.sql.all('SELECT value FROM piece')).includes(spelled),
        spelled,
      )
    }
  },
)
