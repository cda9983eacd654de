import type { Draft } from '../contract/decision.ts'
import { AGREED_POINT, isSamePoint } from '../contract/records/agreed-point.ts'
import { boxOfFeed } from '../core/change.ts'
import { isPoint } from '../core/place.ts'
import type { Touched } from '../log/log.ts'
import { personPointIn } from '../projection/kept-back.ts'
import { rowHere } from '../projection/ours.ts'
import type { Engine } from './turn.ts'

/**
 * What a draft about the point of a person also writes, so that the agreement to it and the point
 * stay one (`contract/records/agreed-point.ts`). Each turn passes its drafts through here.
 *
 * Law     11. An agreement to another point ends with it: the same point, brought back later, asks
 *         again. Who becomes a body loses a point that was kept back: the log alone had it.
 */

/**
 * The draft with what it also writes. `isTyped`: the keeper typed it, in a form that shows the
 * point: a body that was a person shows the point that they give it.
 */
export function withOneAgreement(engine: Engine, draft: Draft, isTyped: boolean): Draft {
  const { type, record, fields, space = 'commons' } = draft
  const { point, agreed } = AGREED_POINT
  if (type !== AGREED_POINT.type || Object.hasOwn(fields, agreed)) return draft
  const had = personPointIn(engine.log, { type, record, space })
  if (!had) return draft
  const given = fields[point] ?? null
  if (isBodyIn(draft) && isTyped && isPoint(given))
    return { ...draft, fields: { ...fields, [agreed]: given } }
  const isBack = isPoint(had.stands) && !isSamePoint(had.stands, had.agreed)
  const ends = isBodyIn(draft) && isBack && given === null ? { [point]: null } : {}
  const isOther = Object.hasOwn(fields, point) && !isSamePoint(given, had.agreed)
  const past = isOther && isAgreedHere(engine, { type, record, space }) ? { [agreed]: null } : {}
  return { ...draft, fields: { ...fields, ...ends, ...past } }
}

/** Whether this box wrote down the agreement: no other box ends it. */
function isAgreedHere({ log, types }: Engine, what: Touched): boolean {
  const said = rowHere(log, types.get(what.type), what).get(AGREED_POINT.agreed)?.shown
  return isPoint(said?.value) && boxOfFeed(said.name.feed) === log.box.name
}

/** Whether a draft says that its record is a body. */
export const isBodyIn = ({ type, fields }: Draft): boolean =>
  type === AGREED_POINT.type &&
  typeof fields[AGREED_POINT.is] === 'string' &&
  fields[AGREED_POINT.is] !== AGREED_POINT.person
