import type { Refusal } from '../../../contract/decision.ts'
import { message, type Say } from '../../../contract/message.ts'
import type { Reader } from '../../../contract/reader.ts'
import { besideName, guardOf } from '../../../contract/records/guarded.ts'
import type { FindingKind } from '../../../text/guard/guard.ts'
import type { fr } from '../words/fr.ts'

/** What a strip says of its person on their card: their name, and how everybody reaches them. */

const say: Say<typeof fr> = message

/** Their own telephone and door are theirs to show; a code, a life and other people are not. */
const NOT_A_REACH: ReadonlySet<FindingKind> = new Set([
  'secret',
  'situation',
  'age',
  'someone',
  'name',
])

/**
 * The refusal of a name or of a way to be reached that everybody would read, and that tells more.
 *
 * Law     11: a yes to one's name is no yes to what stands beside it, nor to anybody else.
 */
export function cardHeld(
  read: Reader,
  { name, reach }: Readonly<{ name: string; reach: string }>,
): Refusal | undefined {
  const own = [name, ...name.split(/[\s-]+/)].filter(one => one.length > 1)
  const [named] = besideName(guardOf(read, read.types)(name))
  if (named) return { refused: say('agreement.nameHeld', named.said), field: 'name' }
  const reached = guardOf(read, read.types, own)(reach).find(one => NOT_A_REACH.has(one.kind))
  return reached && { refused: say('agreement.reachHeld', reached.said), field: 'reach' }
}
