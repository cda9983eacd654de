import type { BrickModel } from '../contract/brick.ts'
import type { CommandContext } from '../contract/command.ts'
import type { Decided, Draft } from '../contract/decision.ts'
import { spaceOf } from '../core/schema.ts'
import type { Engine } from './turn.ts'
import { NotGranted } from './waiting.ts'

/**
 * What the box itself notes beside a turn (`BrickModel.marks`): those who were told that there are
 * enough people hear that one left, whoever erased the answer.
 *
 * Law     a mark stays in fields of `home`, in records of the brick that writes it. Beside a turn
 *         of the keeper, who may write all, it may show.
 * Errors  NotGranted: a fault of the brick.
 */
export function marksOf(
  engine: Engine,
  { drafts, forget = [] }: Decided,
  at: CommandContext,
): readonly Draft[] {
  if (at.by === 'box') return []
  return engine.bricks.flatMap(brick => {
    const { marks } = brick
    const isSeen = ({ type }: Readonly<{ type: string }>): boolean =>
      marks?.to.includes(type) === true
    const turn = { drafts: drafts.filter(isSeen), forget: forget.filter(isSeen) }
    if (!marks || turn.drafts.length + turn.forget.length === 0) return []
    const marked = marks.decide(turn, engine.read, at)
    for (const one of marked) if (!isOwn(brick, one, at)) throw new NotGranted(one.type)
    return marked
  })
}

function isOwn(
  brick: BrickModel,
  { type: name, fields, space }: Draft,
  at: CommandContext,
): boolean {
  const type = brick.records.find(one => one.name === name)
  if (!type) return false
  return (
    at.by === 'keeper' ||
    space === 'home' ||
    Object.keys(fields).every(name => {
      const field = type.fields[name]
      return field !== undefined && spaceOf(type, field) === 'home'
    })
  )
}
