import { spawn } from 'node:child_process'

/**
 * What systemd gave to whoever it started: where it listens, and how long it waits for a sign of
 * life.
 */
type Environment = Readonly<Record<string, string | undefined>>
export type LifeSign = Readonly<{
  /** The first page can be asked for; from now on signs of life are due. */
  ready: (alive: () => Promise<unknown>) => void
  /** Still starting, and going on: so much more time is asked for. */
  starting: () => void
  /** The page closes and opens again in this same process: no sign is due meanwhile. */
  pausing: () => void
  stopping: () => void
}>

/** So many signs in the time that systemd waits: one that came late kills nothing. */
const SIGNS = 6
const MORE_S = 120
const SELDOM_MS = 20_000

/**
 * Tells systemd that the page lives (sd_notify, docs/decisions/0026): only when the thread that
 * answers pages came to say so and the writer's answered it. Outside systemd nothing happens.
 *
 * Law     a writer that does not answer gets no second question: the box is started again after
 *         WatchdogSec.
 */
export function lifeSign(
  env: Environment = process.env,
  say: (state: string) => void = sayBySystemd,
  now = () => performance.now(),
): LifeSign {
  if (!env['NOTIFY_SOCKET'])
    return {
      ready: () => undefined,
      starting: () => undefined,
      pausing: () => undefined,
      stopping: () => undefined,
    }
  let [timer, last]: [NodeJS.Timeout | undefined, number] = [undefined, Number.NEGATIVE_INFINITY]
  return {
    ready: alive => {
      say('READY=1')
      const everyMs = signEveryMs(env)
      if (everyMs === undefined) return
      let isAsked = false
      timer = setInterval(() => {
        if (isAsked) return
        isAsked = true
        alive().then(() => {
          isAsked = false
          say('WATCHDOG=1')
        })
      }, everyMs).unref()
    },
    starting: () => {
      if (now() - last < SELDOM_MS) return
      last = now()
      say(`EXTEND_TIMEOUT_USEC=${MORE_S * 1_000_000}`)
      if (timer) say('WATCHDOG=1')
    },
    pausing: () => {
      clearInterval(timer)
      say('WATCHDOG=1')
    },
    stopping: () => {
      clearInterval(timer)
      say('STOPPING=1')
    },
  }
}

/** Undefined when no watchdog waits, or another process's. Source: sd_watchdog_enabled(3). */
export function signEveryMs(env: Environment, pid = process.pid): number | undefined {
  const [waits, whose] = [Number(env['WATCHDOG_USEC'] ?? 0), env['WATCHDOG_PID']]
  if (!(waits > 0) || (whose !== undefined && Number(whose) !== pid)) return undefined
  return Math.max(1, Math.floor(waits / 1_000 / SIGNS))
}

/** Node opens no datagram socket of that kind: systemd's own small program does, and goes. */
function sayBySystemd(state: string): void {
  spawn('systemd-notify', [state], { stdio: 'ignore' }).on('error', () => undefined)
}
