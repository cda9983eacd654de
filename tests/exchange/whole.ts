import { checkEntries, checkHeads } from '../../src/backup/check-log.ts'
import type { Log } from '../../src/log/log.ts'

const skip = (): undefined => undefined

/** What `cocote check` finds hurt in a log: entries, chains, signatures, flesh, writes. */
export function hurtEntries(log: Log): readonly unknown[] {
  const hurts: unknown[] = []
  checkEntries(log, new Map(), hurt => hurts.push(hurt), skip)
  return hurts
}
/** Heads that are not those of core/merge.ts. */
export function hurtHeads(log: Log): readonly unknown[] {
  const hurts: unknown[] = []
  checkHeads(log, hurt => hurts.push(hurt), skip)
  return hurts
}
