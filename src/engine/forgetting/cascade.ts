import { randomBytes } from 'node:crypto'
import type { Decided, Forgetting } from '../../contract/decision.ts'
import { charge } from '../../contract/records/charge.ts'
import { proposal } from '../../contract/records/own-records.ts'
import { tableOf } from '../../contract/tables.ts'
import { idFrom } from '../../core/id.ts'
import { lazyOf } from '../../core/lazy.ts'
import { fieldFor } from '../../core/schema.ts'
import { append } from '../../log/append.ts'
import { showAll } from '../../projection/tables.ts'
import type { Engine } from '../turn.ts'
import { forgetDrafts } from './forgetting.ts'
import { numberCascade } from './number-cascade.ts'

/**
 * Finds what else must be forgotten with a record: what was written here about it, its words where
 * a brick keeps them once more (`BrickModel.goesWith`), the text from which it was shown, a
 * correction of it that waits, a line of the list of hidden numbers, and charges over it. A
 * *proposal* is the record by which a text waits for the keeper: `piece` holds the text, `shownAs`
 * shows it, `changes` is the record that it corrects. Turns and fading ask before they erase. After
 * a delivery, `followForgettings` erases what is left about records that other boxes erased.
 */

type Speaking = Readonly<{ type: string; table: string; about: string; isWhole: boolean }>
/**
 * The types of `home` (the space that stays in this box) whose records are about another record,
 * and the field that names it (`means: 'about'`); and charges, which go with the whole thing alone
 * (`isWhole`), since they hold no word of it.
 */
const speakingIn = lazyOf((types: Engine['types']): readonly Speaking[] =>
  [...types.values()].flatMap((type): readonly Speaking[] => {
    const about = fieldFor(type, 'about')
    const of = { type: type.name, table: tableOf(type.name, 'home') }
    if (type.name === charge.name) return [{ ...of, about: 'over', isWhole: true }]
    return about && type.space === 'home' ? [{ ...of, about, isWhole: false }] : []
  }),
)

/**
 * The cascade of a forgetting: records about the forgotten one, the member’s text from which it
 * was shown, and the text of theirs that waits to change it.
 */
export function cascadeOf(engine: Engine, decided: Decided): readonly Forgetting[] {
  const forget = (decided.forget ?? []).filter(what => !what.alone)
  const along = [
    ...spokenOf(engine, { ...decided, forget }),
    ...sentBeside(engine, { ...decided, forget }),
    ...wordsKept(engine, forget),
  ]
  return [
    ...along,
    ...numberCascade(engine, { ...decided, forget: [...(decided.forget ?? []), ...along] }),
  ]
}

/**
 * The forgettings that follow from a member’s sent text and its shown copy: erasing either erases
 * both, their proposal, and a correction that waits or was refused. An erasure of one field or of
 * the past erases the same in the source.
 */
function sentBeside({ read, types }: Engine, { forget = [] }: Decided): readonly Forgetting[] {
  if (!types.has(proposal.name)) return []
  const sent = (where: string, record: string) =>
    read.list(proposal, { where: `sentBy = 'member' AND ${where} = ?`, with: [record] }, 'home')
  const isNew = ({ record }: Forgetting): boolean => !forget.some(what => what.record === record)
  return forget.flatMap(what => {
    const isWhole = !what.past && what.field === undefined
    // The record is a shown copy: its source goes too, and its proposal.
    const sources = sent('shownAs', what.record).flatMap(one => [
      ...(one.piece === null
        ? []
        : [
            {
              ...what,
              record: one.piece,
              ...(isWhole ? {} : { copiedTo: { type: what.type, record: what.record } }),
            },
          ]),
      ...(isWhole ? [{ type: proposal.name, record: one.id }] : []),
    ])
    // The record is a source: its copy goes too.
    const copies = (isWhole ? sent('piece', what.record) : []).flatMap(one => [
      ...(one.shownAs === null || one.changes !== null
        ? []
        : [{ type: what.type, record: one.shownAs }]),
      { type: proposal.name, record: one.id },
    ])
    // A correction of the record waits: it goes too.
    const corrections = (what.past ? [] : sent('changes', what.record)).flatMap(one => [
      ...(one.piece === null ? [] : [{ ...what, record: one.piece }]),
      ...(isWhole ? [{ type: proposal.name, record: one.id }] : []),
    ])
    const all: readonly Forgetting[] = [...sources, ...copies, ...corrections].filter(isNew)
    return all.filter((one, i) => all.findIndex(other => other.record === one.record) === i)
  })
}

/** Their words where bricks keep them once more. Those of a copy stay with what was copied. */
function wordsKept({ bricks, read }: Engine, forget: readonly Forgetting[]): readonly Forgetting[] {
  const gone = forget.filter(what => what.copiedTo === undefined)
  const whole = new Set(forget.flatMap(what => (isWhole(what) ? what.record : [])))
  return gone.length === 0
    ? []
    : bricks
        .flatMap(brick => brick.goesWith?.(gone, read) ?? [])
        .filter(({ record }) => !whole.has(record))
}
const isWhole = ({ field, past }: Forgetting): boolean => field === undefined && !past

/** The records of this box about the forgotten ones. */
const spokenOf = (engine: Engine, { forget = [] }: Decided): readonly Forgetting[] =>
  speakingIn(engine.types).flatMap(({ type, table, about, isWhole: goesWhole }) =>
    forget
      .filter(what => (goesWhole ? isWhole(what) : !what.past))
      .flatMap(({ record }) =>
        engine.read.all(
          `SELECT id FROM "${table}" WHERE "${about}" = ? AND removed IS NOT 1`,
          record,
        ),
      )
      .map(row => ({ type, record: String(row['id']) }))
      .filter(one => !forget.some(what => what.type === one.type && what.record === one.record)),
  )

/**
 * Erases the records here about records that other boxes erased. Called after a delivery. Runs
 * inside a durable transaction.
 */
export function followForgettings(
  engine: Engine,
  { now, sure }: Readonly<{ now: number; sure: boolean }>,
): void {
  const gone = speakingIn(engine.types).flatMap(({ type, table, about }) =>
    engine.read
      .all(
        `SELECT id, "${about}" AS about FROM "${table}" WHERE removed IS NOT 1 ` +
          `AND "${about}" IS NOT NULL`,
      )
      .filter(row => isForgotten(engine, String(row['about'])))
      .map(row => ({ type, record: String(row['id']) })),
  )
  if (gone.length === 0) return
  const { writes } = forgetDrafts(engine, gone, () => idFrom(now, randomBytes(10)))
  showAll(engine.tables, engine.log, append(engine.log, writes, { now, sure, by: 'keeper' }))
}

/** Whether a record was once here and all its values are erased. */
function isForgotten({ log: { sql } }: Engine, record: string): boolean {
  const left =
    'SELECT 1 FROM write w JOIN piece f ON f.entry = w.entry AND f.change = w.change ' +
    "WHERE w.record = ? AND w.field <> 'removed' LIMIT 1"
  return (
    sql.get('SELECT 1 FROM changed WHERE record = ? LIMIT 1', record) !== undefined &&
    sql.get(left, record) === undefined
  )
}
