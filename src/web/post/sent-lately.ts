import { createHash } from 'node:crypto'
import type { Context } from 'hono'
import type { Input } from '../../core/form/input.ts'

import { TICKET } from '../../engine/records/sent.ts'
import { browserOf, type Visit } from '../session/visit.ts'

/**
 * What somebody sent within a day, so that the same again on a fresh form is pointed out instead of
 * written twice. In memory: a restart forgives.
 *
 * Law     whose it is is told by a card, or by a random name that only the browser which sent it
 *         holds: nobody learns by typing the same words that another sent them. At the box's own
 *         computer, where one sits after the other, no ticket is opened for it.
 */
export type SentLately = Readonly<{
  find: (whose: string, form: string, said: string, now: number) => string | undefined
  keep: (whose: string, form: string, said: string, now: number, at: string) => void
}>
const DAY_MS = 86_400_000
const MOST = 2_000

export function sentLately(): SentLately {
  const known = new Map<string, Readonly<{ form: string; at: string; on: number }>>()
  return {
    /** The same form posted twice is one turn, which answers by itself. */
    find: (whose, form, said, now) => {
      const held = known.get(`${whose} ${said}`)
      return held && now - held.on < DAY_MS && held.form !== form ? held.at : undefined
    },
    keep: (whose, form, said, now, at) => {
      known.delete(`${whose} ${said}`)
      if (known.size >= MOST) known.delete(known.keys().next().value!)
      known.set(`${whose} ${said}`, { form, at, on: now })
    },
  }
}

/** The tick that sends it all the same. */
export const AGAIN = 'encore-une-fois'
/** What was said, whatever else the form carried; an empty box says nothing. */
export function saidIn(command: string, input: Input): string {
  const filled = Object.entries(input).filter(([name, value]) => name !== AGAIN && value.length > 0)
  return createHash('sha256')
    .update(JSON.stringify([command, filled.toSorted(([a], [b]) => (a < b ? -1 : 1))]))
    .digest('base64url')
}

/** A card, a visit, else this browser for a day. */
export const whoseIs = (
  c: Context,
  { me, session, secure }: Pick<Visit, 'me' | 'session' | 'secure'>,
): string => me ?? session?.key ?? browserOf(c, secure)

/**
 * Where it is read: its ticket, its page; where others sit at the same screen, the page that asks
 * for its code.
 */
export const wayTo = (at: string, { me, by, here }: Pick<Visit, 'me' | 'by' | 'here'>): string =>
  here && me === undefined && by !== 'keeper' && at.startsWith(`${TICKET}/`) ? TICKET : at
