import { existsSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as after } from 'node:timers/promises'
import type { HandAsked, HelperOutcome, MachineHelper } from '../contract/box/machine.ts'

const EVERY_MS = 100
const LARGEST = 8 * 1024

/**
 * What needs root is asked of `box/doer`, by a file in the run folder of an installed box; what
 * came of it stands in another.
 *
 * Law     only these are ever asked, in a line or two. An hour that nobody took is taken back:
 *         later, it would be the wrong one.
 */
export function handIn(run: string | undefined): MachineHelper | undefined {
  if (run === undefined) return undefined
  const saidIn = (what: HandAsked): string => join(run, 'said', what)
  return {
    note: name => {
      try {
        writeFileSync(join(run, name), '', { mode: 0o600 })
        return true
      } catch {
        return false
      }
    },
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
        const answer = markOf(saidIn(what)) === before ? undefined : toldIn(saidIn(what))
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
export function toldIn(file: string): HelperOutcome | undefined {
  if (!existsSync(file)) return undefined
  const [first = '', ...rest] = readFileSync(file, 'utf8').slice(0, LARGEST).trim().split('\n')
  if (first !== 'ok' && first !== 'no') return undefined
  const at = /^\d{1,16}$/.test(rest[0] ?? '') ? Number(rest.shift()) : null
  return { done: first === 'ok', at, key: rest.shift() ?? '', more: rest }
}
