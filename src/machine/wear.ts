import { join } from 'node:path'
import type { WrittenBytes } from '../contract/box/machine.ts'
import { ownJson } from '../core/narrow.ts'
import { shownFile } from '../files/clock.ts'
import { writeSafely } from '../files/folder.ts'

/**
 * What was written to the card this month, summed over starts. The system counts since the machine
 * began, and us since we did: what was counted is noted in a small file, four times a day and at
 * the end, so that counting does not itself wear out the card.
 *
 * Law     what a pulled plug leaves uncounted of us is at most six hours; of the machine, the same.
 *         A month ends when a clock that is sure says so. A card put into another machine begins
 *         again.
 */
export type Counts = Readonly<{
  /** Of this process, and of this start of the machine: bytes. */
  ours: number | null
  all: number | null
  /** Which start of the machine that is. */
  boot: string
}>
type Noted = Readonly<{
  month: string
  since: string
  ours: number | null
  all: number | null
  boot: string
  bootAll: number | null
}>

const placeOf = (folder: string): string => join(folder, 'written')
const EVERY_MS = 6 * 3_600_000

export type Wear = Readonly<{ look: () => WrittenBytes; close: () => void }>
export type WearOf = Readonly<{
  folder: string
  counts: () => Counts
  today: () => string
  isSure: () => boolean
}>

export function openWear(of: WearOf): Wear {
  let noted = begun(notedIn(of.folder), of.counts(), of)
  let seenOurs = 0
  /** As it is at this moment, in the month that it is. */
  const now = (): Noted => {
    const counts = of.counts()
    const today = of.today()
    const ours = counts.ours === null ? null : (noted.ours ?? 0) + counts.ours - seenOurs
    const all =
      counts.all === null ? null : (noted.all ?? 0) + Math.max(0, counts.all - (noted.bootAll ?? 0))
    const isNew = of.isSure() && !today.startsWith(noted.month)
    const begin = isNew
      ? {
          month: today.slice(0, 7),
          since: `${today.slice(0, 7)}-01`,
          ours: 0,
          all: all === null ? null : 0,
        }
      : { ...noted, ours, all }
    return { ...begin, boot: counts.boot, bootAll: counts.all }
  }
  const note = (): void => {
    noted = now()
    seenOurs = of.counts().ours ?? 0
    try {
      writeSafely(placeOf(of.folder), JSON.stringify(noted), 0o600)
    } catch {
      // A full disk: it is noted another time, and counted meanwhile.
    }
  }
  const watching = setInterval(note, EVERY_MS).unref()
  return {
    look: () => {
      const { month } = noted
      const held = now()
      if (held.month !== month) note()
      return { since: held.since, ours: held.ours, all: held.all }
    },
    close: () => {
      clearInterval(watching)
      note()
    },
  }
}

/**
 * What was noted, as far as this start of the machine goes on with it; a first count begins where
 * the machine stands.
 */
function begun(held: Noted | undefined, counts: Counts, { today }: WearOf): Noted {
  if (!held)
    return {
      month: today().slice(0, 7),
      since: today(),
      ours: 0,
      all: 0,
      boot: counts.boot,
      bootAll: counts.all,
    }
  return held.boot === counts.boot ? held : { ...held, boot: counts.boot, bootAll: 0 }
}

function notedIn(folder: string): Noted | undefined {
  try {
    const held = ownJson<Noted>(shownFile(placeOf(folder)) ?? '')
    return /^\d{4}-\d\d$/.test(held.month) &&
      /^\d{4}-\d\d-\d\d$/.test(held.since) &&
      typeof held.boot === 'string'
      ? held
      : undefined
  } catch {
    return undefined
  }
}
