import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Member, type TestBox, testBox } from '../../../tests/support/test-box.ts'
import { PATH } from './model/records-thing.ts'

/** Who waits for what is freed: in which order, until when, and for what alone. */

type Village = TestBox &
  Readonly<{
    people: Readonly<Record<'paul' | 'nadia' | 'hugo' | 'rosa', Member>>
    id: string
    book: (who: Member, fields: object) => Promise<{ status: number; text: string }>
    act: (who: Member, what: string, fields?: object) => Promise<{ status: number }>
    gives: (who: Member) => Promise<{ status: number }>
    /** The members again, once days have passed. */
    after: (days: number) => Promise<Village['people']>
  }>
async function village(fields: object = {}): Promise<Village> {
  const box = testBox()
  box.territory()
  const id = box.bring('thing', { title: 'Scie', kind: 'tool', unit: 'day', ...fields })
  const all = ['Paul', 'Nadia', 'Hugo', 'Rosa'].map(name => box.member(name))
  const [paul, nadia, hugo, rosa] = (await Promise.all(all)) as [Member, Member, Member, Member]
  const last = (): string =>
    String(
      box.read.all("SELECT id FROM booking WHERE state = 'booked' ORDER BY id DESC")[0]?.['id'],
    )
  const people = { paul, nadia, hugo, rosa }
  return {
    ...box,
    ...{ people, id },
    book: (who, asked) => {
      box.later(1000)
      return who.post(`${PATH}/${id}/reserver`, { ...asked })
    },
    act: (who, what, asked = {}) =>
      who.post(`${PATH}/reservations/${last()}/${what}`, { ...asked }),
    gives: who => {
      const [row] = box.read.all(
        "SELECT id FROM booking_request_home WHERE member = ? AND state = 'waiting'",
        who.id,
      )
      return who.post(`${PATH}/demandes/${row?.['id']}/retirer`, {})
    },
    after: async days => {
      box.later(days * 24 * 3_600_000)
      const [p, n, h, r] = (await Promise.all(
        [paul, nadia, hugo, rosa].map(one => box.memberOf(one.id)),
      )) as [Member, Member, Member, Member]
      return { paul: p, nadia: n, hugo: h, rosa: r }
    },
  }
}
const DAY = { startsOn: '2026-12-24' }
const WAITS = { ...DAY, attendre: '1' }

/** Two wait for a day that Paul gives back; two days later it is the turn of Hugo, the second. */
async function turnOfHugo(box: Awaited<ReturnType<typeof village>>) {
  const { paul, nadia, hugo } = box.people
  await box.book(paul, DAY)
  await box.book(nadia, WAITS)
  await box.book(hugo, WAITS)
  await box.act(paul, 'annuler')
  const later = await box.after(2)
  assert.equal((await box.book(later.paul, DAY)).status, 422, 'it is the turn of Hugo')
  return later
}

test('when the first gives up, the second keeps their own turn', async () => {
  using box = await village()
  const later = await turnOfHugo(box)
  await box.gives(later.nadia)
  assert.equal((await box.book(later.paul, DAY)).status, 422, 'it still is')
  assert.equal((await box.book(later.hugo, DAY)).status, 303)
})

test('when the first is forgotten, the second keeps their own turn', async () => {
  using box = await village()
  const later = await turnOfHugo(box)
  await later.nadia.post('/moi/oublier', {})
  assert.equal((await box.book(later.paul, DAY)).status, 422, 'it still is')
  assert.equal((await box.book(later.hugo, DAY)).status, 303)
})

test('the days that somebody leaves by moving are those of who waits', async () => {
  using box = await village()
  const { paul, nadia, hugo } = box.people
  await box.book(paul, DAY)
  await box.book(nadia, WAITS)
  assert.equal((await box.act(paul, 'deplacer', { startsOn: '2026-12-26' })).status, 303)
  assert.match((await box.book(hugo, DAY)).text, /l’attendait/)
  assert.equal((await box.book(nadia, DAY)).status, 303)
})

test('who waits for more than is free keeps nobody from what is', async () => {
  using box = await village({ count: 3 })
  const { paul, nadia, hugo, rosa } = box.people
  await box.book(paul, { ...DAY, count: '2' })
  await box.book(hugo, DAY)
  await box.book(nadia, { ...WAITS, count: '3' })
  await box.act(hugo, 'annuler')
  assert.equal((await box.book(rosa, DAY)).status, 303)
})

test('somebody may keep less of what they have, whatever the agenda announced since', async () => {
  using box = await village()
  const { paul } = box.people
  const place = box.bring('place', { name: 'Le local', commune: '42195' })
  box.bringAll({ type: 'thing', id: box.id, fields: { place } })
  await box.book(paul, { startsOn: '2026-12-24', endsOn: '2026-12-26' })
  box.bring('event', { title: 'Veillée', startsOn: '2026-12-24', place })
  const page = (await box.keeper.get(`${PATH}/${box.id}`)).text
  assert.match(page, /Promis deux fois.*Paul, et à l’agenda « Veillée »/s)
  const less = { startsOn: '2026-12-25', endsOn: '2026-12-26' }
  assert.equal((await box.act(paul, 'deplacer', less)).status, 303)
})

test('one weekend at a time: not two in one booking', async () => {
  using box = await village({ oneWeekend: true })
  const { paul } = box.people
  const two = { startsOn: '2026-12-12', endsOn: '2026-12-20' }
  assert.equal((await box.book(paul, two)).status, 422)
  assert.equal((await box.book(paul, { startsOn: '2026-12-12', endsOn: '2026-12-13' })).status, 303)
})

test('what was asked for days that are past asks nothing of anybody', async () => {
  using box = await village({ forWhom: 'asked' })
  await box.book(box.people.paul, { startsOn: '2026-12-06' })
  assert.match((await box.keeper.get('/')).text, /Paul demande/)
  box.later(3 * 24 * 3_600_000)
  const keeper = await box.keeperAt('here')
  assert.doesNotMatch((await keeper.get('/')).text, /Paul demande/)
  assert.doesNotMatch((await keeper.get(`${PATH}/${box.id}`)).text, /Paul le demande/)
})
