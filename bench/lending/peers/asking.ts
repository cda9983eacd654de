import assert from 'node:assert/strict'
import type { Entry, Person, Site } from './mrbs.ts'

export type Peer = Readonly<{
  site: Site
  people: Readonly<Record<'keeper' | 'paul' | 'nadia' | 'hugo', Person>>
  /** Days that the whole house is closed, as its configuration says them. */
  closed: (days: readonly string[]) => void
}>

/** The Saturday after the next one, and so many days later. */
export const day = (n = 0): string => {
  const today = Temporal.Now.plainDateISO('Europe/Paris')
  return today.add({ days: 13 - (today.dayOfWeek % 7) + n }).toString()
}

export const yesterday = Temporal.Now.plainDateISO('Europe/Paris').subtract({ days: 1 }).toString()

export const holds = (is: boolean, what: string): void => assert.ok(is, `not so: ${what}`)
export const count = async (site: Site, room: number, many: number): Promise<void> =>
  assert.equal((await site.standing(room)).length, many, 'what stands in the database')
export const first = async (site: Site, room: number): Promise<Entry> =>
  (await site.standing(room))[0]!
export const daysOf = async (site: Site, room: number): Promise<readonly string[]> =>
  (await site.standing(room)).map(({ start_time }) =>
    Temporal.Instant.fromEpochMilliseconds(start_time * 1_000)
      .toZonedDateTimeISO('Europe/Paris')
      .toPlainDate()
      .toString(),
  )
