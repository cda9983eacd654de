import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Answer } from '../../../tests/support/browser.ts'
import { type Member, type TestBox, testBox } from '../../../tests/support/test-box.ts'
import { PATH } from './model/records-thing.ts'

/** Ways to have twice what is there once, each found by somebody who tried. */

type Fields = Readonly<Record<string, string | readonly string[]>>
type Village = TestBox &
  Readonly<{
    paul: Member
    nadia: Member
    thing: (fields?: object) => string
    book: (who: Member | TestBox['keeper'], id: string, fields: Fields) => Promise<Answer>
    /** How many times, of each thing, somebody has it at once: the most. */
    most: (id: string) => number
    last: (id: string) => string
  }>
async function village(): Promise<Village> {
  const box = testBox()
  box.territory()
  const rows = (id: string) =>
    box.read.all('SELECT * FROM taken WHERE thing = ? ORDER BY booking', id).map(row => ({
      booking: String(row['booking']),
      ...{ from: Number(row['from_ms']), until: Number(row['until_ms']) },
      count: Number(row['count']),
    }))
  return {
    ...box,
    ...{ paul: await box.member('Paul'), nadia: await box.member('Nadia') },
    thing: (fields = {}) =>
      box.bring('thing', { title: 'Scie', kind: 'tool', unit: 'day', ...fields }),
    book: (who, id, fields) => {
      box.later(1000)
      return who.post(`${PATH}/${id}/reserver`, fields)
    },
    most: id =>
      Math.max(
        0,
        ...rows(id).map(({ from }) =>
          rows(id)
            .filter(one => one.from <= from && from < one.until)
            .reduce((sum, one) => sum + one.count, 0),
        ),
      ),
    last: id => rows(id).at(-1)?.booking ?? '',
  }
}
const DAY = { startsOn: '2026-12-12' }

test('a count that is none moves nothing over somebody else', async () => {
  using box = await village()
  const id = box.thing()
  await box.book(box.nadia, id, DAY)
  await box.book(box.paul, id, { startsOn: '2026-12-20' })
  for (const count of ['-5', '0', '0,5'])
    assert.equal(
      (await box.paul.post(`${PATH}/reservations/${box.last(id)}/deplacer`, { ...DAY, count }))
        .status,
      422,
    )
  assert.equal(box.most(id), 1)
})

test('what another box writes takes one at least', async () => {
  using box = await village()
  const id = box.thing()
  box.bring('booking', { thing: id, ...DAY, count: -2, state: 'booked' })
  assert.equal((await box.book(box.paul, id, DAY)).status, 422)
})

test('what is out is not moved past who has it next', async () => {
  using box = await village()
  const id = box.thing()
  await box.book(box.paul, id, { startsOn: '2026-12-05' })
  const mine = box.last(id)
  await box.keeper.post(`${PATH}/reservations/${mine}/remettre`, { tout: '1' })
  await box.book(box.nadia, id, { startsOn: '2026-12-07' })
  const moved = { startsOn: '2026-12-09', endsOn: '2026-12-09' }
  assert.equal((await box.paul.post(`${PATH}/reservations/${mine}/deplacer`, moved)).status, 422)
  assert.equal(box.most(id), 1)
})

test('the days that are told are those that stand, from a page of before a move too', async () => {
  using box = await village()
  const id = box.thing()
  await box.book(box.paul, id, { startsOn: '2026-12-18', endsOn: '2026-12-20' })
  const page = `${PATH}/reservations/${box.last(id)}`
  const form = /<form[^>]*deplacer.*?<\/form>/s.exec((await box.paul.get(page)).body)?.[0] ?? ''
  const all = [...form.matchAll(/name="([^"]+)"[^>]*value="([^"]*)"/g)]
  const older = Object.fromEntries(all.map(([, name = '', value = '']) => [name, value]))
  const sooner = { startsOn: '2026-12-18', endsOn: '2026-12-19' }
  assert.equal((await box.paul.post(`${page}/deplacer`, sooner)).status, 303)
  box.later(60_000)
  assert.equal((await box.paul.post(`${page}/deplacer`, older)).status, 303)
  assert.match((await box.paul.get(page)).text, /maintenant du vendredi 18 au dimanche 20 décembre/)
  const [row] = box.read.all('SELECT endsOn FROM booking WHERE thing = ?', id)
  assert.equal(row?.['endsOn'], '2026-12-20')
})

test('one act gives nothing twice: with others, a kit with its part, a part in a kit in a kit', async () => {
  using box = await village()
  const [first, second] = [box.thing(), box.thing()]
  await box.book(box.paul, first, { ...DAY, avec: [second, second] })
  assert.equal(box.most(second), 1)
  const kit = box.thing({ kind: 'kit' })
  const part = box.thing({ partOf: kit })
  assert.equal((await box.book(box.paul, kit, { ...DAY, avec: [part] })).status, 422)
  assert.equal(box.most(kit) + box.most(part), 0)
  const inside = { title: 'Scie', kind: 'tool', partOf: part }
  const alone = box.thing()
  assert.equal((await box.keeper.post(`${PATH}/${alone}/regler`, inside)).status, 422)
  const nested = { title: 'Malle', kind: 'kit', partOf: box.thing({ kind: 'kit' }) }
  assert.equal((await box.keeper.post(`${PATH}/${kit}/regler`, nested)).status, 422)
})

test('three bookings do not follow onto the one thing that replaces three', async () => {
  using box = await village()
  const [three, one] = [box.thing({ count: 3 }), box.thing()]
  for (const who of [box.paul, box.nadia]) await box.book(who, three, DAY)
  assert.equal((await box.keeper.post(`${PATH}/${three}/remplacer`, { par: one })).status, 422)
  assert.equal(box.most(one), 0)
})

test('a part keeps its changeover when its kit goes', async () => {
  using box = await village()
  const kit = box.thing({ kind: 'kit', unit: 'hour' })
  const part = box.thing({ partOf: kit, unit: 'hour', changeoverMinutes: 120 })
  const at = (startsAt: string, endsAt: string) => ({ ...DAY, startsAt, endsAt })
  assert.equal((await box.book(box.paul, part, at('10:00', '12:00'))).status, 303)
  assert.equal((await box.book(box.nadia, kit, at('12:00', '14:00'))).status, 422)
  assert.equal((await box.book(box.nadia, kit, at('14:00', '15:00'))).status, 303)
})

test('the dates of a series do not take the thing from each other', async () => {
  using box = await village()
  for (const [endsAt, changeoverMinutes] of [
    ['11:00', 0],
    ['10:00', 60],
  ] as const) {
    const id = box.thing({ kind: 'place', unit: 'hour', changeoverMinutes })
    await box.keeper.post(`${PATH}/${id}/plusieurs-fois`, {
      ...{
        name: 'Comité',
        startsOn: '2026-12-14',
        startsAt: '10:00',
        endsOn: '2026-12-15',
        endsAt,
      },
      ...{ recurs: 'tous les jours, jusqu’au 18 décembre 2026', sur: '1' },
    })
    assert.equal(box.most(id), 1)
  }
})

test('a booking of yesterday that goes out today asks first, where somebody has today', async () => {
  using box = await village()
  const id = box.thing()
  await box.book(box.paul, id, { startsOn: '2026-12-05' })
  const late = box.last(id)
  await box.book(box.nadia, id, { startsOn: '2026-12-06' })
  box.later(24 * 3_600_000)
  const keeper = await box.keeperAt('here')
  const asked = await keeper.post(`${PATH}/reservations/${late}/remettre`, { tout: '1' })
  assert.equal(asked.status, 422)
  assert.match(asked.text, /Si c’est déjà parti, dites-le/)
})

test('a clash of a kit with its part, and of three with two, is on the page of each', async () => {
  using box = await village()
  const kit = box.thing({ kind: 'kit', title: 'Malle' })
  const part = box.thing({ partOf: kit, title: 'Projecteur' })
  await box.book(box.paul, kit, { startsOn: '2026-12-05' })
  const lend = (id: string, name: string) =>
    box.keeper.post(`${PATH}/${id}/preter`, { name, endsOn: '2026-12-05', deja: '1' })
  await lend(part, 'Zoé')
  const chairs = box.thing({ count: 2, title: 'Chaises' })
  for (const name of ['Ana', 'Bruno', 'Chloé']) await lend(chairs, name)
  for (const id of [kit, part, chairs])
    assert.match((await box.keeper.get(`${PATH}/${id}`)).text, /Promis deux fois/)
})

test('a count that is none is in no setting, and nothing of it is written', async () => {
  using box = await village()
  const id = box.thing({ count: -3 })
  const set = { title: 'Scie', kind: 'tool', count: '-3' }
  assert.equal((await box.keeper.post(`${PATH}/${id}/regler`, set)).status, 422)
  await box.keeper.post(`${PATH}/${id}/fermer`, { ...DAY })
  assert.equal(box.most(id), 1)
  assert.equal((await box.book(box.paul, id, DAY)).status, 422)
  const other = box.thing()
  await box.book(box.paul, other, DAY)
  const asked = { name: 'Ana', state: 'asked', askedAt: '2026-12-01T10:00:00Z', count: -2 }
  const request = box.bring('booking-request', { thing: other, ...DAY, ...asked }, 'home')
  assert.equal((await box.keeper.post(`${PATH}/demandes/${request}/accorder`, {})).status, 422)
  assert.equal(box.most(other), 1)
})

test('a clash is told until both are back, on its page, on the first one and from paper', async () => {
  using box = await village()
  const id = box.thing()
  const own = ['Paul', 'Zoé'].map(name => {
    const day = { startsOn: '2026-12-05', startsAt: '08:00', endsOn: '2026-12-06' }
    return box.bring('booking', { thing: id, ...day, state: 'out', name })
  })
  const isTold = async (): Promise<readonly boolean[]> => [
    /Promis deux fois/.test((await box.keeper.get(`${PATH}/${id}`)).text),
    /promis deux fois/.test((await box.keeper.get('/')).text),
  ]
  assert.deepEqual(await isTold(), [true, true])
  const back = async (booking: string | undefined) => {
    box.later(60_000)
    await box.doneBy(box.keeper, `${PATH}/reservations/${booking}/rendre`, { tout: '1' })
  }
  await back(own[0])
  assert.deepEqual(await isTold(), [true, true], 'one is out')
  await back(own[1])
  assert.deepEqual(await isTold(), [false, false], 'both are back')
})
