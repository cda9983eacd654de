import type { Clock } from '../../contract/clock.ts'
import { bodyText } from '../../contract/letter.ts'
import { letter } from '../../contract/records/own-records.ts'
import { row } from '../../log/log.ts'
import { encryptTo, hasLowOrderKey, safeRecipientOf } from '../../sync/bundle/encrypt.ts'
import { commandContextOf } from '../command-context.ts'
import { inOwnTransaction } from '../transaction.ts'
import { type Engine, writeAndShow } from '../turn.ts'
import { isCorresponding } from './letters.ts'

/**
 * Encrypts the letters that turns wrote, each for the box that it is for, and puts them in the
 * network space, where the next bundle for a paired box takes them along. The writer’s thread calls
 * it after turns and at the start. Nothing here calls the network.
 */

/** Runs one piece of work between people’s turns. */
export type RunAlone = <T>(work: () => T) => Promise<T>
/** Runs the work at once, where no turn waits. */
export const runAtOnce: RunAlone = async work => work()

/** A letter that waits. `text`: its content, not encrypted yet. */
type Unsealed = Readonly<{ id: string; box: string; text: string }>

/**
 * Letters that are written and not encrypted yet, in the order of their turns. Ids made in one
 * moment have no order, so the place in the log gives it.
 */
function unsealed(engine: Engine): readonly Unsealed[] {
  const rows = engine.read
    .all(
      `SELECT kept.* FROM letter_home AS kept LEFT JOIN letter_network AS sent ON sent.id = kept.id
       WHERE kept.removed IS NOT 1 AND kept.state = 'asked' AND kept.input IS NOT NULL
         AND sent.id IS NULL ORDER BY kept.id`,
    )
    .filter(({ box }) => isSealable(engine, String(box)))
    .slice(0, MOST_AT_ONCE)
  const from = engine.log.box.name
  const placeOf = (id: string) =>
    engine.log.sql.get<{ entry: number; change: number }>(
      "SELECT entry, change FROM write WHERE record = ? AND type = 'letter' " +
        "AND space = 'home' AND field = 'input'",
      id,
    ) ?? { entry: 0, change: 0 }
  const placed = rows
    .map(row => ({ row, ...placeOf(String(row['id'])) }))
    .toSorted((a, b) => a.entry - b.entry || a.change - b.change)
  return placed.map(({ row }) => {
    const text = (name: string) => String(row[name] ?? '')
    const [id, to] = [text('id'), text('box')]
    const body = {
      id,
      from,
      to,
      about: text('about'),
      brick: text('brick'),
      command: text('command'),
      input: JSON.parse(text('input')),
    }
    return { id, box: to, text: bodyText(body) }
  })
}
/** The most letters of one run. The rest is encrypted in the next one. */
const MOST_AT_ONCE = 200
/** Letters that can't go, however many, take no place of those that can. */
const isSealable = (engine: Engine, box: string): boolean =>
  isCorresponding(engine, box) && !hasLowOrderKey(box)

/**
 * Encrypts each waiting letter for its receiver, and writes it to the network space: any bundle
 * for a paired box then carries it, and only the receiver opens it. Encryption awaits, so it runs
 * beside turns.
 *
 * Law     A letter is encrypted once, whatever process is killed between. A letter that is
 *         forgotten meanwhile is not sent.
 */
export async function encryptLetters(
  engine: Engine,
  clock: Clock,
  runAlone: RunAlone = runAtOnce,
): Promise<number> {
  const sealed: { id: string; to: string; sealed: string }[] = []
  for (const { id, box, text } of unsealed(engine)) {
    const recipient = await safeRecipientOf(box)
    if (recipient === undefined) continue
    const bytes = await encryptTo(Buffer.from(text, 'utf8'), [recipient])
    sealed.push({ id, to: box, sealed: Buffer.from(bytes).toString('base64') })
  }
  if (sealed.length === 0) return 0
  return await runAlone(() => inOwnTransaction(engine, () => sent(engine, sealed, clock)))
}

/** Writes the encrypted letters, without those that were forgotten or written meanwhile. */
function sent(
  engine: Engine,
  sealed: readonly Readonly<{ id: string; to: string; sealed: string }>[],
  clock: Clock,
): number {
  const still = sealed.filter(
    ({ id }) =>
      engine.read.one(letter, id, 'home') && row(engine.log, letter.name, id, 'network').size === 0,
  )
  const now = clock.now()
  // The engine has no role of its own: its entries say `keeper`.
  const at = commandContextOf(
    engine,
    { brick: '', command: '', input: {}, by: 'keeper', id: '', lang: 'fr' },
    clock,
    now,
  )
  const fresh = (value: string) => ({ value, over: [] })
  const writes = still.map(one => ({
    type: letter.name,
    record: one.id,
    space: 'network' as const,
    fields: { to: fresh(one.to), sealed: fresh(one.sealed) },
  }))
  writeAndShow(engine, writes, at, clock)
  return still.length
}
