import { existsSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as after } from 'node:timers/promises'

/**
 * What needs root is asked of `box/doer`, by a file in the run folder of an installed box; what came of it stands in another.
 *
 * Law     only these are ever asked, and each holds one line. An hour that nobody took is taken back: later, it would be the wrong one.
 */
export type Asked = 'clock' | 'update' | 'off' | 'backup'
/**
 * What the doer said.
 *
 * Units   `at`: milliseconds since 1970, by the clock of then; null where it does not say.
 */
export type Told = Readonly<{ done: boolean; at: number | null; key: string; more: readonly string[] }>
/** `absent`: nobody is there to do it; `late`: it did not answer in time, and may still do it. */
export type Answer = Told | 'absent' | 'late'

export type Hand = Readonly<{
  ask: (what: Asked, line: string, patienceMs: number) => Promise<Answer>
  told: (what: Asked) => Told | undefined
}>

const EVERY_MS = 100
const LARGEST = 8 * 1024

export function handIn(run: string | undefined): Hand | undefined {
  if (run === undefined) return undefined
  const saidIn = (what: Asked): string => join(run, 'said', what)
  const told = (what: Asked): Told | undefined => toldIn(saidIn(what))
  return {
    told,
    ask: async (what, line, patienceMs) => {
      const [file, beside] = [join(run, 'asks', what), join(run, 'asks', `.${what}.tmp`)]
      const before = markOf(saidIn(what))
      try {
        writeFileSync(beside, `${line}\n`, { mode: 0o600 })
        renameSync(beside, file)
      } catch {
        return 'absent'
      }
      const end = performance.now() + patienceMs
      for (; performance.now() < end; await after(EVERY_MS)) {
        const answer = markOf(saidIn(what)) === before ? undefined : told(what)
        if (answer) return answer
      }
      if (what === 'clock') rmSync(file, { force: true })
      return 'late'
    },
  }
}

const markOf = (file: string): string => {
  const held = statSync(file, { throwIfNoEntry: false })
  return held ? `${held.ino} ${held.mtimeMs} ${held.size}` : ''
}

/** Line 1 `ok` or `no`; perhaps a moment; a key; what it is about. */
export function toldIn(file: string): Told | undefined {
  if (!existsSync(file)) return undefined
  const [first = '', ...rest] = readFileSync(file, 'utf8').slice(0, LARGEST).trim().split('\n')
  if (first !== 'ok' && first !== 'no') return undefined
  const at = /^\d{1,16}$/.test(rest[0] ?? '') ? Number(rest.shift()) : null
  return { done: first === 'ok', at, key: rest.shift() ?? '', more: rest }
}
