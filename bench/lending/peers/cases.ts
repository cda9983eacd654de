import assert from 'node:assert/strict'
import { count, day, daysOf, first, holds, type Peer, yesterday } from './asking.ts'

/**
 * The twenty-eight cases of src/bricks/lending/gauntlet.test.ts, asked of MRBS as far as it has
 * words for them. A case holds when the harm that its issue told does not happen.
 */
export type Case = Readonly<
  | { cannot: string }
  /** Throws an AssertionError that says the harm. `short`: what MRBS has no words for. */
  | { asks: (peer: Peer) => Promise<void>; short?: string }
>
const ROUNDS = 40
const NO_KIT = 'no kit, no part of a thing'
const NO_HAND = 'nothing is handed out or comes back'
const NO_LIST = 'no waiting list'

export const CASES: Readonly<Record<number, Case>> = {
  1: { asks: twoAtOnce },
  2: {
    asks: async ({ site, people: { paul, nadia } }) => {
      const wish = { room: await site.room(), on: day() }
      holds(await paul.saidFree(wish), 'the form says that it is free')
      holds(await nadia.book(wish), 'another books it')
      holds(!(await paul.book(wish)), 'the page that was open is refused')
      await count(site, wish.room, 1)
    },
  },
  3: {
    short: 'one thing: it has no numbers of a thing',
    asks: async ({ site, people: { paul, nadia } }) => {
      const room = await site.room()
      holds(await nadia.book({ room, on: day(), at: '10:00', until: '12:00' }), 'it is booked')
      for (const [at, until, free] of [
        ['08:00', '10:00', true],
        ['11:00', '13:00', false],
        ['12:00', '14:00', true],
      ] as const) {
        const wish = { room, on: day(), at, until }
        assert.equal(await paul.saidFree(wish), free, `${at}: what is said`)
        assert.equal(await paul.book(wish), free, `${at}: what is done`)
      }
    },
  },
  4: { cannot: NO_HAND },
  5: {
    asks: async ({ site, people: { paul, nadia } }) => {
      const room = await site.room()
      holds(await paul.book({ room, on: day(20) }), 'a booking of later')
      holds(await nadia.book({ room, on: day() }), 'a booking of earlier')
    },
  },
  6: {
    short: 'bookings: nothing is handed out',
    asks: async ({ site, people: { paul, nadia } }) => {
      const room = await site.room()
      holds(await paul.book({ room, on: day() }), 'a whole day')
      holds(!(await nadia.book({ room, on: day(), at: '14:00' })), 'it is taken')
      const mine = await first(site, room)
      holds(await paul.change(mine, { on: day(), until: '12:00' }), 'back at noon')
      holds(await nadia.book({ room, on: day(), at: '14:00' }), 'the afternoon is free')
    },
  },
  7: {
    asks: async ({ site, people: { paul, nadia } }) => {
      const room = await site.room()
      holds(await paul.book({ room, on: day() }), 'one')
      const mine = await first(site, room)
      holds(await nadia.book({ room, on: day(2) }), 'the next one')
      holds(!(await paul.change(mine, { on: day(), endsOn: day(2) })), 'over the next: refused')
      holds(await paul.change(mine, { on: day(), endsOn: day(1) }), 'until the next: done')
      await count(site, room, 2)
    },
  },
  8: {
    asks: async ({ site, people: { paul } }) => {
      const room = await site.room(
        await site.area({ max_per_future_enabled: 1, max_per_future: 1 }),
      )
      holds(await paul.book({ room, on: day() }), 'one')
      const mine = await first(site, room)
      holds(await paul.change(mine, { on: day(), endsOn: day(1) }), 'longer')
    },
  },
  9: {
    asks: async ({ site, people: { paul, nadia, hugo } }) => {
      const room = await site.room()
      const weekly = { room, on: day(), at: '10:00', until: '12:00', weeklyUntil: day(28) }
      holds(await paul.book(weekly), 'each week from 10 to 12')
      holds(await nadia.book({ ...weekly, at: '12:00', until: '14:00' }), 'it touches')
      const over = { room, on: day(7), at: '11:30', until: '12:30' }
      holds(!(await hugo.book(over)), 'over both: refused')
      holds(!(await hugo.book({ ...over, on: day(), weeklyUntil: day(28) })), 'each week: refused')
      await count(site, room, 10)
    },
  },
  10: { asks: rulesDodged, short: 'people have accounts: no first names to play with' },
  11: {
    asks: async ({ site, people: { paul, nadia } }) => {
      const area = await site.area({ max_per_future_enabled: 1, max_per_future: 2 })
      const [one, two, three] = [
        await site.room(area),
        await site.room(area),
        await site.room(area),
      ]
      holds(await paul.book({ room: one, on: day() }), 'the first')
      holds(await paul.book({ room: two, on: day(2) }), 'the second')
      holds(!(await paul.book({ room: three, on: day(4) })), 'the third is refused')
      holds(await nadia.book({ room: three, on: day(4) }), 'somebody else has it')
    },
  },
  12: {
    short: 'bookings: nothing is handed out',
    asks: async ({ site, people: { paul, nadia } }) => {
      const room = await site.room()
      holds(await paul.book({ room, on: yesterday, endsOn: day() }), 'one that has begun')
      const mine = await first(site, room)
      holds(await nadia.book({ room, on: day(1) }), 'the next one')
      holds(await paul.change(mine, { on: yesterday, endsOn: day(-1) }), 'it ends earlier')
    },
  },
  13: { cannot: NO_HAND },
  14: { cannot: NO_HAND },
  15: { cannot: NO_KIT },
  16: { cannot: NO_KIT },
  17: {
    asks: async ({ site, people: { paul, nadia } }) => {
      const [tables, chairs] = [await site.room(), await site.room()]
      holds(await paul.book({ room: chairs, on: day() }), 'the chairs')
      holds(!(await nadia.book({ room: [tables, chairs], on: day() })), 'both: refused')
      await count(site, tables, 0)
      holds(await nadia.book({ room: [tables, chairs], on: day(1) }), 'both, next day')
      assert.equal((await site.standing(tables, chairs)).length, 3)
    },
  },
  18: { asks: datesSkipped },
  19: {
    asks: async ({ site, people: { keeper } }) => {
      const room = await site.room()
      const wish = { room, on: day(), endsOn: day(9), weeklyUntil: day(28) }
      holds(!(await keeper.book(wish)), 'ten days each week: refused')
      await count(site, room, 0)
    },
  },
  20: {
    short: 'closed days stand in a file of its configuration',
    asks: async ({ site, people: { keeper, paul }, closed }) => {
      const [one, other] = [await site.room(), await site.room()]
      closed([day()])
      holds(!(await paul.book({ room: one, on: day() })), 'a closed day is refused')
      holds(await keeper.book({ room: one, on: day() }), 'the keeper books it all the same')
      closed([])
      holds(await paul.book({ room: other, on: day() }), 'the day is open again')
      await count(site, one, 1)
    },
  },
  21: { cannot: 'no changeover between two bookings' },
  22: {
    short: 'a loan that goes over a closed day is refused too',
    asks: async ({ site, people: { paul }, closed }) => {
      const room = await site.room()
      closed([day(1)])
      holds(
        !(await paul.book({ room, on: day(), endsOn: day(1) })),
        'back on a closed day: refused',
      )
      await count(site, room, 0)
    },
  },
  23: { cannot: NO_HAND },
  24: {
    short: 'bookings of the past: nothing is handed out',
    asks: async ({ site, people: { keeper } }) => {
      const room = await site.room()
      for (const on of [day(-15), day(-16)])
        holds(await keeper.book({ room, on, at: '09:00', until: '17:00' }), 'keyed days later')
      holds(!(await keeper.book({ room, on: day(-16), at: '16:00' })), 'over one of them: refused')
      await count(site, room, 2)
    },
  },
  25: { cannot: NO_LIST },
  26: { cannot: NO_LIST },
  27: {
    short: 'moved to another place; no act replaces a thing by another',
    asks: async ({ site, people: { keeper, paul } }) => {
      const [from, to] = [await site.area(), await site.area()]
      const room = await site.room(from)
      holds(await paul.book({ room, on: day() }), 'one')
      await keeper.post('edit_room_handler.php', {
        ...{ room, area: from, old_area: from, new_area: to, capacity: 0, room_name: 'Moved' },
        ...{ old_room_name: '', sort_key: '', description: '', room_admin_email: '' },
      })
      const rows = await site.rows('SELECT * FROM mrbs_room WHERE id = ? AND area_id = ?', room, to)
      assert.equal(rows.length, 1, 'it moved')
      await count(site, room, 1)
      holds(!(await keeper.book({ room, on: day() })), 'its booking is kept')
    },
  },
  28: { cannot: 'one site: no box beside it' },
}

/** Two people ask for one slot in one moment, so many times. */
async function twoAtOnce({ site, people: { paul, nadia } }: Peer): Promise<void> {
  let twice = 0
  for (let n = 0; n < ROUNDS; n++) {
    const wish = { room: await site.room(), on: day() }
    await Promise.all([paul.book(wish), nadia.book(wish)])
    if ((await site.standing(wish.room)).length > 1) twice += 1
  }
  assert.equal(twice, 0, `${twice} of ${ROUNDS} slots stand booked twice`)
}

/** One booking to come each: asked in two windows at once, then in a stack that waits. */
async function rulesDodged({ site, people: { paul } }: Peer): Promise<void> {
  const one = { max_per_future_enabled: 1, max_per_future: 1 }
  const stack = await site.room(await site.area({ ...one, approval_enabled: 1 }))
  holds(await paul.book({ room: stack, on: day() }), 'a request')
  holds(!(await paul.book({ room: stack, on: day(1) })), 'a second request is refused')
  const window = await site.person('paul')
  let past = 0
  for (let n = 0; n < ROUNDS; n++) {
    const room = await site.room(await site.area(one))
    await Promise.all([paul.book({ room, on: day() }), window.book({ room, on: day(2) })])
    if ((await site.standing(room)).length > 1) past += 1
  }
  assert.equal(past, 0, `two windows went past the rule ${past} times of ${ROUNDS}`)
}

/** A series over a closed day and a taken one; then one of its dates is cancelled. */
async function datesSkipped({ site, people: { paul, nadia }, closed }: Peer): Promise<void> {
  const [series, shut] = [await site.room(), await site.room()]
  holds(await nadia.book({ room: series, on: day(7) }), 'one date is taken')
  const weekly = { on: day(), weeklyUntil: day(28), skip: true }
  holds(await paul.book({ room: series, ...weekly }), 'the series, but for that date')
  const mine = (await site.standing(series)).filter(({ create_by }) => create_by === 'paul')
  assert.equal(mine.length, 4, 'the taken date is skipped')
  await paul.cancel(mine[1]!)
  holds(!(await daysOf(site, series)).includes(day(14)), 'the cancelled date is gone')
  holds(await paul.change(mine[0]!, { ...weekly, title: 'Renamed' }, true), 'it is renamed')
  const again = (await daysOf(site, series)).includes(day(14))
  closed([day(14)])
  const taken = await paul.book({ room: shut, ...weekly })
  const open = (await daysOf(site, shut)).filter(one => one !== day(14)).length
  closed([])
  const harm = [
    ...(again ? ['a date that was cancelled came back when the series was changed'] : []),
    ...(taken && open === 4 ? [] : ['a series over one closed day is refused whole']),
  ]
  assert.deepEqual(harm, [], harm.join('; '))
}
