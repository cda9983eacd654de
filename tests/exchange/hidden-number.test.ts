import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { bricks } from '../../src/app/bricks.ts'
import { hiddenNumber } from '../../src/contract/records/own-records.ts'
import { idFrom } from '../../src/core/id.ts'
import { shapeOf } from '../../src/engine/shape.ts'

import { withheldIn } from '../../src/projection/hidden.ts'
import { rebuild } from '../../src/projection/tables.ts'
import { Bundle } from '../../src/sync/bundle/bundle.ts'
import type { House } from '../support/open-house.ts'
import { NOON } from '../wire/boxes.ts'
import { delivered, packed, trusting } from './carry.ts'
import { bring, houseOf, said } from './houses.ts'

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
const READS =
  /6[^\da-z]{0,4}3[^\da-z]{0,4}9[^\da-z]{0,4}9[^\da-z]{0,4}8[^\da-z]{0,4}4[^\da-z]{0,4}1[^\da-z]{0,4}0[^\da-z]{0,4}7/i
const id = (n: number): string => idFrom(NOON, Uint8Array.of(0, 0, 0, 0, 0, 0, 0, 0, 0, n))
const [HALL, NOTICE] = [id(1), id(2)]

function village(spelled = NUMBER): House {
  const house = houseOf(1)
  assert.ok(
    bring(house, 'place', HALL, {
      name: 'La halle',
      description: `Demandez Paul au ${spelled}, le soir`,
      phone: spelled.slice(0, 40),
    }).done,
  )
  assert.ok(
    bring(house, 'offer', NOTICE, {
      title: 'Paul prête son broyeur',
      who: 'Paul',
      reach: spelled,
      state: 'firm',
    }).done,
  )
  return house
}
const hide = (house: House, number = NUMBER, by: 'visitor' | 'keeper' = 'visitor') =>
  said(house, 'privacy.hideNumber', { number }, by)
const decide = (house: House, command: string) =>
  said(house, `privacy.${command}`, { id: house.read.list(hiddenNumber, {}, 'home')[0]?.id ?? '' })

/** Every row of every table that holds what everybody may read. */
function rowsOf({ sql, types }: Pick<House['tables'], 'sql' | 'types'>): string {
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
async function carried(house: House): Promise<string> {
  const opened = await Bundle.open(
    await packed(house.log, { withheld: withheldIn(house.log) }),
    house.log.box,
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
          const house = village(spelled)
          const [before, news] = [rowsOf(house.tables), await carried(house)]
          assert.match(before, READS)
          assert.match(news, READS)
          const answer = hide(house, typed)
          assert.ok(answer.done, JSON.stringify(answer))
          assert.doesNotMatch(rowsOf(house.tables), READS)
          assert.doesNotMatch(
            JSON.stringify([
              house.read.history('place', HALL),
              house.read.history('offer', NOTICE),
            ]),
            READS,
          )
          assert.doesNotMatch(await carried(house), READS)
          assert.equal(
            house.read.one(house.types.get('place')!, HALL)?.['description'],
            'Demandez Paul, le soir',
          )
          assert.ok(decide(house, 'showNumber').done)
          assert.equal(rowsOf(house.tables), before)
          assert.equal(await carried(house), news)
        },
      ),
      { numRuns: 12 },
    ),
)

test(
  'law 2: a rebuild comes to the rows that were lived, whatever was hidden, shown again, or ' +
    'came after',
  () => {
    const house = village()
    assert.ok(hide(house).done)
    assert.ok(
      bring(house, 'need', id(3), {
        title: 'Une bâche',
        who: 'Paul',
        reach: `au bar ou ${NUMBER}`,
        state: 'open',
      }).done,
    )
    const same = () => {
      const again = rebuild(':memory:', shapeOf(bricks), house.log)
      assert.equal(rowsOf(again), rowsOf(house.tables))
      return rowsOf(again)
    }
    assert.doesNotMatch(same(), READS)
    assert.ok(decide(house, 'showNumber').done)
    assert.match(same(), READS)
  },
)

test(
  'a box that took news meanwhile lacks the number alone, asks for it, and has it once it is ' +
    'shown again',
  async () => {
    const [house, other] = [village(), houseOf(2)]
    assert.ok(hide(house).done)
    const read = () => JSON.stringify(other.log.sql.all('SELECT value FROM flesh'))
    const came = await delivered(
      other.log,
      await packed(house.log, { withheld: withheldIn(house.log) }),
      trusting(other.log, house.log),
    )
    assert.deepEqual(came.faults, [])
    assert.ok(read().includes('Paul prête son broyeur') && !READS.test(read()))
    const asks = await Bundle.open(await packed(other.log), house.log.box)
    const since = {
      commons: asks.manifest.commons.after,
      network: {},
      hollow: asks.manifest.commons.hollow ?? {},
    }
    assert.ok(Object.keys(since.hollow).length > 0, 'it asks for what it lacks')
    await delivered(
      other.log,
      await packed(house.log, { since, withheld: withheldIn(house.log) }),
      trusting(other.log, house.log),
    )
    assert.doesNotMatch(read(), READS)
    assert.ok(decide(house, 'showNumber').done)
    await delivered(
      other.log,
      await packed(house.log, { since, withheld: withheldIn(house.log) }),
      trusting(other.log, house.log),
    )
    assert.match(read(), READS)
  },
)

test(
  'the keeper decides: what they showed again nobody hides without a card; what they erase is ' +
    'erased here and asked elsewhere',
  () => {
    const house = village()
    assert.equal(hide(house, '06 11 22 33 44').done, false, 'a number that is not shown')
    assert.equal(hide(house, '112').done, false)
    assert.ok(hide(house).done)
    assert.equal(hide(house).done, false, 'it shows no more')
    assert.ok(decide(house, 'showNumber').done)
    const again = hide(house)
    assert.ok(
      !again.done && 'refused' in again && /remontré/.test(again.refused),
      JSON.stringify(again),
    )
    assert.ok(hide(house, NUMBER, 'keeper').done)
    assert.ok(decide(house, 'eraseNumber').done)
    assert.doesNotMatch(JSON.stringify(house.log.sql.all('SELECT value FROM flesh')), READS)
    assert.ok(
      house.log.sql.get("SELECT 1 FROM write WHERE type = 'forget' AND space = 'commons'"),
      'other boxes are asked',
    )
    assert.equal(
      house.read.one(house.types.get('offer')!, NOTICE)?.['title'],
      'Paul prête son broyeur',
    )
  },
)

test('a form that shows a record without its hidden number writes none of that back', () => {
  const house = village()
  assert.ok(hide(house).done)
  const row = house.read.one(house.types.get('place')!, HALL) as Readonly<Record<string, unknown>>
  const edited = {
    type: 'place',
    id: HALL,
    name: 'La grande halle',
    kind: 'hall',
    description: String(row['description'] ?? ''),
    phone: '',
    next: '/',
  }
  const answer = said(house, 'write', edited)
  assert.ok(answer.done, JSON.stringify(answer))
  assert.ok(decide(house, 'showNumber').done)
  const after = house.read.one(house.types.get('place')!, HALL) as Readonly<Record<string, unknown>>
  assert.equal(after['name'], 'La grande halle')
  assert.match(String(after['phone']), READS)
  assert.match(String(after['description']), READS)
})

test('who is forgotten takes their number out of what was hidden, too', () => {
  const house = village()
  const home = [
    { type: 'member', id: id(4), fields: { name: 'Paul', state: 'here' } },
    { type: 'contact', id: id(5), fields: { member: id(4), how: 'phone', phone: NUMBER } },
  ]
  assert.ok(said(house, 'bring', { records: JSON.stringify(home) }).done)
  assert.ok(hide(house).done)
  const answer = said(house, 'members.forgetMember', { id: id(4) })
  assert.ok(answer.done, JSON.stringify(answer))
  assert.doesNotMatch(JSON.stringify(house.log.sql.all('SELECT value FROM flesh')), READS)
  assert.deepEqual(
    house.read.list(hiddenNumber, {}, 'home'),
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
test(
  'as words, in another script or with an O, it is hidden where it stands, leaves in no ' +
    'bundle, and is erased with the others',
  async () => {
    for (const spelled of OTHERWISE) {
      const house = houseOf(1)
      const fields = { name: 'La halle', description: `Demandez Paul au ${spelled} ; merci` }
      assert.ok(bring(house, 'place', HALL, fields).done)
      assert.ok(
        bring(house, 'offer', NOTICE, {
          title: 'Paul prête son broyeur',
          who: 'Paul',
          reach: spelled,
          state: 'firm',
        }).done,
      )
      const answer = hide(house)
      assert.ok(answer.done, `${spelled}: ${JSON.stringify(answer)}`)
      assert.ok(!JSON.stringify(rowsOf(house.tables)).includes(spelled), spelled)
      assert.ok(!(await carried(house)).includes(spelled), spelled)
      assert.equal(
        house.read.one(house.types.get('place')!, HALL)?.['description'],
        'Demandez Paul ; merci',
      )
      assert.ok(decide(house, 'eraseNumber').done)
      const flesh = JSON.stringify(house.log.sql.all('SELECT value FROM flesh'))
      assert.ok(
        !flesh.includes(spelled) && !flesh.includes(Buffer.from(spelled).toString('base64')),
        spelled,
      )
    }
  },
)

test(
  'a number that was shown again leaves the keeper’s list with the last record that says it, ' +
    'and with the number itself',
  () => {
    const house = village()
    assert.ok(hide(house).done)
    assert.ok(decide(house, 'showNumber').done)
    const listed = () => house.read.list(hiddenNumber, {}, 'home').length
    assert.ok(said(house, 'forget', { type: 'offer', id: NOTICE }).done)
    assert.equal(listed(), 1, 'the hall says it still')
    assert.ok(said(house, 'forget', { type: 'place', id: HALL, past: '1' }).done)
    assert.equal(listed(), 1, 'what it says now is kept')
    assert.ok(said(house, 'forget', { type: 'place', id: HALL }).done)
    assert.equal(listed(), 0)
    assert.doesNotMatch(JSON.stringify(house.log.sql.all('SELECT value FROM flesh')), READS)
  },
)

test('erased by the keeper, it is in no file of this box, but where a member is reached by it', () => {
  const house = village()
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
  const answer = said(house, 'bring', { records: JSON.stringify(home) })
  assert.ok(answer.done, JSON.stringify(answer))
  assert.ok(hide(house).done)
  assert.ok(decide(house, 'eraseNumber').done)
  const left = house.log.sql
    .all<{ value: string }>('SELECT value FROM flesh')
    .filter(({ value }) => READS.test(value) || /O6 39/.test(value))
  assert.deepEqual(
    left.map(({ value }) => value),
    [JSON.stringify(NUMBER)],
  )
  assert.equal(house.read.one(house.types.get('word')!, id(7), 'home')?.['said'], 'Odile attend')
})

test('an e-mail address is hidden, shown again and erased as a number is, however it is typed', async () => {
  const typed = [
    'Zoe.Roux@exemple.org',
    'zoe.roux (at) exemple.org',
    'zoe.roux arobase exemple point org',
    'zoe.roux＠exemple.org',
  ]
  for (const spelled of typed) {
    const house = houseOf(1)
    const fields = {
      title: 'Zoé prête une scie',
      who: 'Zoé',
      reach: `par ${spelled}, ou au local`,
      detail: 'xzoe.roux@exemple.org',
      state: 'firm',
    }
    assert.ok(bring(house, 'offer', NOTICE, fields).done)
    const before = rowsOf(house.tables)
    assert.equal(hide(house, 'zoe.rou@exemple.org').done, false, 'a shorter address is another')
    const answer = hide(house, 'zoe.roux@exemple.org')
    assert.ok(answer.done, `${spelled}: ${JSON.stringify(answer)}`)
    assert.ok(!JSON.stringify(rowsOf(house.tables)).includes(spelled), spelled)
    assert.ok(!(await carried(house)).includes(spelled), spelled)
    const shown = house.read.one(house.types.get('offer')!, NOTICE)
    assert.equal(shown?.['reach'], 'par, ou au local')
    assert.equal(shown?.['detail'], 'xzoe.roux@exemple.org')
    assert.ok(decide(house, 'showNumber').done)
    assert.equal(rowsOf(house.tables), before)
    assert.ok(hide(house, 'zoe.roux@exemple.org', 'keeper').done)
    assert.ok(decide(house, 'eraseNumber').done)
    assert.ok(
      !JSON.stringify(house.log.sql.all('SELECT value FROM flesh')).includes(spelled),
      spelled,
    )
  }
})
