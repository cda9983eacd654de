import { existsSync } from 'node:fs'
import { uptime } from 'node:os'
import { arch } from 'node:process'
import type { Clock } from '../web/turn.ts'

export const ZONE = 'Europe/Paris'

/** The village's day at a moment. */
export const dayAt = (now: number): string => Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(ZONE).toPlainDate().toString()

/**
 * The machine's clock, and whether it was set since this start: by the network, by a clock with a battery, or because the
 * machine is of a kind that always has one. A small box without any says *vers* before its dates. Its own
 * counter goes on while a laptop sleeps.
 */
export function machineClock(now: () => number = Date.now): Clock {
  const sure = arch === 'x64' || existsSync('/sys/class/rtc/rtc0') || existsSync('/run/systemd/timesync/synchronized')
  return { now, sure, today: dayAt, up: () => uptime() * 1_000 }
}
