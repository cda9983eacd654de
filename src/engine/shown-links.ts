import { proposal } from '../contract/records/own-records.ts'
import { append } from '../log/append.ts'
import { showAll } from '../projection/tables.ts'
import { inOwnTransaction } from './transaction.ts'
import type { Engine } from './turn.ts'
import { weigh } from './weigh.ts'

/**
 * Corrects old links of this box. Earlier versions showed a member’s text under a new id, and
 * private records of this box (`home`) went on pointing at the old one: each then leads to the
 * shown record. The writer runs it at each start. Returns the number of links corrected.
 *
 * Law     A second call changes nothing.
 */
export function relinkToShown(
  engine: Engine,
  { now, sure }: Readonly<{ now: number; sure: boolean }>,
): number {
  const { read, types } = engine
  if (!types.has(proposal.name)) return 0
  const where =
    "state = 'shown' AND sentBy = 'member' AND changes IS NULL AND shownAs IS NOT NULL AND " +
    'shownAs <> piece'
  const drafts = read.list(proposal, { where }, 'home').flatMap(({ of, piece, shownAs }) =>
    [...types.values()].flatMap(type => {
      const links = Object.entries(type.fields).filter(
        ([, { kind, many, to }]) => kind === 'link' && !many && (to ?? []).includes(of ?? ''),
      )
      return type.space !== 'home' || type.name === proposal.name
        ? []
        : links.flatMap(([name]) =>
            read
              .list(type, { where: `"${name}" = ?`, with: [piece] }, 'home')
              .map(row => ({ type: type.name, record: row.id, fields: { [name]: shownAs } })),
          )
    }),
  )
  if (drafts.length === 0) return 0
  inOwnTransaction(engine, () => {
    const writes = drafts.flatMap(draft => weigh(engine, draft, undefined).writes)
    showAll(engine.tables, engine.log, append(engine.log, writes, { now, sure, by: 'keeper' }))
  })
  return drafts.length
}
