import { randomBytes } from 'node:crypto'
import { type Hand, OWN_DEVICE } from '../../contract/command.ts'
import type { SubmissionOrigin } from '../../contract/submission-groups.ts'
import { type ConnectedClient, clientOf } from '../captive/client.ts'

/**
 * Tells which waiting texts came from one device, so that one act refuses a flood. In memory for a
 * month, by a random number: no address is written.
 */
export type Senders = Readonly<{
  note: (asker: Pick<ConnectedClient, 'here' | 'address'>, record: string, now: number) => void
  of: (record: string) => SubmissionOrigin | undefined
  /** The hand that asks, under names of this run alone: nobody finds an address by them. */
  hand: (
    asker: Pick<ConnectedClient, 'here' | 'address'> & Readonly<{ me?: string | undefined }>,
  ) => Hand
}>
const MONTH = 31 * 86_400_000
const MOST = 5_000

export function senders(): Senders {
  const names = new Map<string, string>()
  const run = randomBytes(6).toString('hex')
  const sent = new Map<string, Readonly<{ hand: SubmissionOrigin; at: number }>>()
  const nameOf = (neighbour: string): string => {
    const name = names.get(neighbour) ?? randomBytes(6).toString('hex')
    if (names.size >= MOST) names.delete(names.keys().next().value!)
    names.set(neighbour, name)
    return name
  }
  return {
    note: ({ here, address }, record, now) => {
      for (const [old, { at }] of sent) {
        if (now - at < MONTH && sent.size < MOST) break
        sent.delete(old)
      }
      const hand: SubmissionOrigin = here
        ? { is: 'here', who: '' }
        : { is: 'device', who: nameOf(clientOf(address)) }
      if (!sent.has(record)) sent.set(record, { hand, at: now })
    },
    of: record => sent.get(record)?.hand,
    hand: ({ here, address, me }) => ({
      run,
      device: here ? OWN_DEVICE : nameOf(clientOf(address)),
      ...(me === undefined ? {} : { card: nameOf(`member ${me}`) }),
    }),
  }
}
