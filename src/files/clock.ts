import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { uptime } from 'node:os'
import { join } from 'node:path'
import { arch } from 'node:process'
import type { ClockKnown } from '../contract/box/machine.ts'
import type { Clock } from '../contract/clock.ts'
import { ownJson } from '../core/narrow.ts'

import { type LogToRead, lastOwnEntry } from '../log/log.ts'
import { isHurtFile } from '../log/sqlite.ts'
import { runFolder } from './run-folder.ts'

export const ZONE = 'Europe/Paris'

/** The village's day at a moment. */
export const dayAt = (now: number): string =>
  Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(ZONE).toPlainDate().toString()

/**
 * The day on which this version went out: no clock that shows an earlier one is right. Units:
 * milliseconds since 1970.
 */
export const RELEASED: number = Date.parse(
  ownJson<{
    released: string
  }>(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')).released,
)

/** A file that the machine shows, or undefined: it is not there, or can't be read. */
export function shownFile(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8').trim()
  } catch {
    return undefined
  }
}

export type ClockOf = Readonly<{
  /** Where the machine's own files lie; tests plant others. */
  root?: string
  /** The run folder of an installed box; undefined elsewhere. */
  run?: string | undefined
  /** The log of this box, for what it wrote last. */
  log?: () => LogToRead | undefined
  arch?: string
}>
export type MachineClock = Clock & Readonly<{ known: () => ClockKnown }>

/**
 * The machine's clock, and whether it was set since this start: asked again each time, since a
 * person or the network may set it at any moment, and the machine may lose it.
 *
 * Law     never sure before the day on which this version went out. Earlier than what this box last
 *         wrote under a sure clock, only a person's word is believed: a dead battery, a forged
 *         network say a time that has passed already. Once they gave it, what is written next says
 *         the same, and the battery and the network are believed again. What other boxes wrote says
 *         nothing here: a neighbour in 2099 puts nobody in doubt.
 */
export function machineClock(now: () => number = Date.now, of: ClockOf = {}): MachineClock {
  const battery = seldom(at => batteryIsGood(of.root ?? rootHere(), at))
  const known = (): ClockKnown => {
    const at = now()
    const by = setBy(at, battery, of)
    if (at < RELEASED) return { by: null, sure: false, odd: 'release', last: null }
    const last = lastSurely(of.log?.())
    if (last !== null && at < last - SLACK_MS && by !== 'person')
      return { by, sure: false, odd: 'entries', last }
    return { by, sure: by !== null, odd: null, last }
  }
  return {
    now,
    get sure() {
      return known().sure
    },
    known,
    today: dayAt,
    up: upMs,
  }
}
/** A clock that the network puts right goes back by a little. Units: milliseconds. */
const SLACK_MS = 60_000

/**
 * When this box last wrote, by its clock, if that was sure then. Its stamps go on whatever the
 * clock does: the greatest is the last.
 */
function lastSurely(log: LogToRead | undefined): number | null {
  try {
    const entry = log && lastOwnEntry(log)
    return entry?.sure ? entry.wall : null
  } catch (error) {
    // A log that is hurt says nothing of the hour; that it is hurt is told elsewhere.
    if (isHurtFile(error)) return null
    throw error
  }
}

/**
 * Left in the run folder once a person set the clock, or said that it is right: the first by the
 * doer, the second by this page.
 */
const CLOCK_SET = 'clock-set'
export const CLOCK_VOUCHED = 'clock-vouched'

/** Where the machine's own files lie: tests of whole boxes plant others. */
export const rootHere = (): string => process.env['COCOTE_ROOT'] ?? '/'

function setBy(
  now: number,
  battery: (now: number) => boolean | undefined,
  { root = rootHere(), run = runFolder(), arch: kind = arch }: ClockOf,
): ClockKnown['by'] {
  if (run !== undefined && [CLOCK_SET, CLOCK_VOUCHED].some(name => existsSync(join(run, name))))
    return 'person'
  if (existsSync(join(root, 'run/systemd/timesync/synchronized'))) return 'network'
  const isGood = battery(now)
  if (isGood !== undefined) return isGood ? 'battery' : null
  // A computer of that kind always has one: where none shows, this is a part of a machine whose
  // clock is kept outside.
  return kind === 'x64' ? 'computer' : null
}

/**
 * Asked by each page and each turn; a small clock answers in a thousandth of a second over two
 * wires: once a minute is enough.
 */
const SELDOM_MS = 60_000
function seldom<T>(ask: (now: number) => T): (now: number) => T {
  let held: { at: number; answer: T } | undefined
  return now => {
    if (!held || upMs() - held.at >= SELDOM_MS) held = { at: upMs(), answer: ask(now) }
    return held.answer
  }
}
/**
 * The clock of the system was set otherwise than its battery says: it vouches for it no more.
 * Units: milliseconds.
 */
const ASTRAY_MS = 86_400_000

/**
 * Whether the clock with a battery goes on as the system's does; undefined where there is none. A
 * battery that died begins again in 1970 or 2000.
 *
 * Source  Linux, Documentation/ABI/testing/sysfs-class-rtc: `since_epoch`, seconds since 1970.
 */
function batteryIsGood(root: string, now: number): boolean | undefined {
  const clocks = join(root, 'sys/class/rtc')
  if (!existsSync(clocks) || readdirSync(clocks).length === 0) return undefined
  const says = Number(shownFile(join(clocks, 'rtc0', 'since_epoch')) ?? 0) * 1_000
  return says >= RELEASED && Math.abs(says - now) < ASTRAY_MS
}

/** Since the machine began, its sleep counted. Units: milliseconds. */
const upMs = (): number => uptime() * 1_000

/**
 * Time as it goes on from `begin`, whatever is done to the clock; a laptop that slept was away as
 * long.
 */
export function monotonicFrom(begin: number, passed: () => number = upMs): () => number {
  const first = passed()
  return () => begin + passed() - first
}
