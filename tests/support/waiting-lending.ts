import { SAW_NEWS } from '../../src/ui/waits.ts'
import type { TestBox } from './test-box.ts'
import type { Waiting } from './waiting-acts.ts'
import { neighbours, newest } from './waiting-people.ts'

/** What waits about things that are lent: for who is in charge, and for who asked. */

/** A trailer that this member is in charge of, and whose bookings they answer. */
const thingOf = (box: TestBox, owner: string): string => {
  const id = box.bring('thing', { title: 'Remorque', kind: 'tool', unit: 'day', forWhom: 'asked' })
  box.bring('charge', { person: owner, over: id, since: '2026-01-01' }, 'home')
  return id
}

export const asked: Waiting = async box => {
  const { rosa, mathieu, ninon, visitor } = await neighbours(box)
  const id = thingOf(box, mathieu.id)
  return {
    who: mathieu,
    others: [rosa, ninon, visitor],
    arises: async () => {
      await rosa.post(`/preter/${id}/reserver`, { startsOn: '2026-12-12' })
      return [newest(box, 'booking-request')]
    },
    act: (page, [request]) => mathieu.fill(page, `/preter/demandes/${request}/accorder`),
  }
}

export const answered: Waiting = async box => {
  const { rosa, mathieu, ninon, visitor } = await neighbours(box)
  const id = thingOf(box, mathieu.id)
  await rosa.post(`/preter/${id}/reserver`, { startsOn: '2026-12-12' })
  const request = newest(box, 'booking-request')
  return {
    who: rosa,
    others: [ninon, visitor],
    arises: async () => {
      await mathieu.post(`/preter/demandes/${request}/accorder`, {})
      return [request]
    },
    act: async () => rosa.fill(await rosa.get('/'), SAW_NEWS),
  }
}

export const late: Waiting = async box => {
  const { rosa, mathieu, ninon, visitor } = await neighbours(box)
  const id = thingOf(box, mathieu.id)
  return {
    who: mathieu,
    others: [rosa, ninon, visitor],
    arises: () => {
      const fields = { thing: id, startsOn: '2026-11-20', state: 'out' }
      return Promise.resolve([box.bring('booking', fields)])
    },
    act: (page, [booking]) => mathieu.fill(page, `/preter/reservations/${booking}/rendre`),
  }
}
