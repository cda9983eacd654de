import { createHash } from 'node:crypto'
import type { Context } from 'hono'
import type { Input } from '../../core/form/input.ts'
import { TICKET } from '../../engine/records/sent.ts'
import { browserOf, type Visit } from '../session/visit.ts'

/**
 * The posts of the last day by sender: the same post again on a new form is pointed out and not
 * written twice. In memory: a restart forgives.
 *
 * Law     The sender is known by a card, or by a random name that only their browser holds, so that
 *         nobody learns another’s post by typing it. On the box’s own computer, which people share,
 *         no ticket is shown.
 */
export type SentLately = Readonly<{
  /**
   * The address of the answer to an earlier form of this sender with the same words, within a day;
   * else what `standing` gives.
   */
  find: (post: SentPost, now: number, standing?: () => string | undefined) => string | undefined
  /** Keeps the address of an answer. */
  keep: (post: SentPost, now: number, at: string) => void
}>
/** A post: its sender, the id of its form, and what its words come to (`saidIn`). */
export type SentPost = Readonly<{ whose: string; form: string; said: string }>
const DAY_MS = 86_400_000
const MOST = 2_000

export function sentLately(): SentLately {
  const known = new Map<string, Readonly<{ form: string; at: string; on: number }>>()
  return {
    /** The same form posted twice is one turn, which has its own answer. */
    find: ({ whose, form, said }, now, standing) => {
      const held = known.get(`${whose} ${said}`)
      if (held?.form === form) return undefined
      return held && now - held.on < DAY_MS ? held.at : standing?.()
    },
    keep: ({ whose, form, said }, now, at) => {
      known.delete(`${whose} ${said}`)
      if (known.size >= MOST) known.delete(known.keys().next().value!)
      known.set(`${whose} ${said}`, { form, at, on: now })
    },
  }
}

/** The tick that sends it all the same. */
export const AGAIN = 'encore-une-fois'
/** The words of a form, without its other fields. Empty values do not count. */
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
