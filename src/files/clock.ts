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

/** The day in the village at a moment. Every page asks it, of one day again and again. */
export function dayAt(now: number): string {
  if (!(now >= lately.from && now < lately.until)) {
    const begins = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(ZONE).startOfDay()
    const { epochMilliseconds: from } = begins
    const { epochMilliseconds: until } = begins.add({ days: 1 }).startOfDay()
    lately = { day: begins.toPlainDate().toString(), from, until }
  }
  return lately.day
}
/** The day that was asked last. Units   milliseconds since 1970, of its beginning and its end. */
let lately = { day: '', from: 0, until: 0 }

/**
 * The release day of this version: an earlier clock is wrong.
 *
 * Units   milliseconds since 1970.
 */
export const RELEASED: number = Date.parse(
  ownJson<{
    released: string
  }>(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')).released,
)

/** The text of a file of the system. Undefined when it is missing or can’t be read. */
export function shownFile(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8').trim()
  } catch {
    return undefined
  }
}

export type ClockOf = Readonly<{
  /** The root of the system’s files; tests give another. */
  root?: string
  /** The run folder of an installed box; undefined elsewhere. */
  run?: string | undefined
  /** The log of this box, for its last entry. */
  log?: () => LogToRead | undefined
  arch?: string
}>
export type MachineClock = Clock & Readonly<{ known: () => ClockKnown }>

/**
 * The machine’s clock, and whether it is sure: asked each time, since a person or the network may
 * set it, and the machine may lose it.
 *
 * Law     Never sure before the release day. Earlier than this box’s last entry under a sure clock,
 *         only a person’s word counts: a dead battery or a forged network gives a past time. After
 *         that word, the battery and the network count again. Other boxes’ entries never count: a
 *         box in 2099 puts nobody in doubt.
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
/**
 * How far back a network may correct a clock.
 *
 * Units   milliseconds.
 */
const SLACK_MS = 60_000

/**
 * The time of this box’s last entry, if its clock was sure then. Stamps grow whatever the clock
 * does, so the greatest is the last.
 */
function lastSurely(log: LogToRead | undefined): number | null {
  try {
    const entry = log && lastOwnEntry(log)
    return entry?.sure ? entry.wall : null
  } catch (error) {
    // A damaged log gives no time; the damage is reported elsewhere.
    if (isHurtFile(error)) return null
    throw error
  }
}

/**
 * Files in the run folder: a person set the clock (written by the doer), or confirmed it (written
 * by this page).
 */
const CLOCK_SET = 'clock-set'
export const CLOCK_VOUCHED = 'clock-vouched'

/** The root of the system’s files; tests of whole boxes plant another. */
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
  // An x64 computer has a battery; without a visible one, this is a virtual machine or a
  // container.
  return kind === 'x64' ? 'computer' : null
}

/**
 * How long an answer of the battery is kept: a small clock takes a millisecond on its two wires.
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
 * The difference from which the battery no longer confirms the system’s clock.
 *
 * Units   milliseconds.
 */
const ASTRAY_MS = 86_400_000

/**
 * Whether the clock with a battery agrees with the system’s. Undefined without one. A dead battery
 * starts again in 1970 or 2000.
 *
 * Source  Linux, Documentation/ABI/testing/sysfs-class-rtc: `since_epoch`, seconds since 1970.
 */
function batteryIsGood(root: string, now: number): boolean | undefined {
  const clocks = join(root, 'sys/class/rtc')
  if (!existsSync(clocks) || readdirSync(clocks).length === 0) return undefined
  const says = Number(shownFile(join(clocks, 'rtc0', 'since_epoch')) ?? 0) * 1_000
  return says >= RELEASED && Math.abs(says - now) < ASTRAY_MS
}

/**
 * Milliseconds since the machine started, sleep included. The system reads them from a file, to a
 * hundredth of a second: all that ask in one millisecond read it once.
 */
function upMs(): number {
  const asked = Math.floor(performance.now())
  if (asked !== lastUp.asked) lastUp = { asked, up: uptime() * 1_000 }
  return lastUp.up
}
let lastUp = { asked: Number.NaN, up: 0 }

/** A clock from `begin` that no setting of the system’s clock moves. It counts sleep too. */
export function monotonicFrom(begin: number, passed: () => number = upMs): () => number {
  const first = passed()
  return () => begin + passed() - first
}
