import { isShownHome } from '../../contract/permission.ts'
import { proposal } from '../../contract/records/own-records.ts'
import type { Request } from '../../contract/request.ts'
import type { RecordType } from '../../core/schema.ts'
import { memberIn } from '../../engine/member-in.ts'
import { ownerIn, ownerValue } from '../../engine/owner-in.ts'
import { firstEntry, isSigning } from '../../engine/signed.ts'
import { headById } from '../../log/log.ts'
import type { PageSource } from '../pages/kit.ts'
import { plainWords } from './words.ts'

/**
 * *par la carte de Josette*: the card by which a record came, for the keeper, over HTTPS alone. A
 * member who is gone has no name here.
 */
export function byCard(
  source: PageSource,
  request: Pick<Request, 'by' | 'private' | 'lang'>,
  member: string,
): string | undefined {
  if (!isShownHome(request)) return undefined
  const w = plainWords(request.lang)
  const name = memberIn(source, member)?.name
  return name === undefined ? w.byCardGone : w.byCard(name)
}

/**
 * The card by which a record came: of the person who keyed it, owns it, sent it, signs it or wrote
 * it.
 */
export function cardBehind(
  source: PageSource,
  request: Pick<Request, 'by' | 'private' | 'lang'>,
  type: RecordType,
  id: string,
): string | undefined {
  if (request.by !== 'keeper') return undefined
  const owner = ownerIn(source, type.name)
  const kept: Readonly<Record<string, unknown>> | undefined =
    owner && source.read.one(type, id, 'home')
  const sent = source.read.list(
    proposal,
    { where: 'shownAs = ? AND writer IS NOT NULL', with: [id], limit: 1 },
    'home',
  )[0]?.writer
  const first = isSigning(source.bricks, type.name)
    ? firstEntry(source.log, { type: type.name, record: id })
    : undefined
  const signed = first === undefined ? undefined : headById(source.log, first)?.head.by
  const all = [
    ownerValue(kept, owner?.keyedBy),
    ownerValue(kept, owner?.owner),
    sent,
    signed,
    source.read.written(id)?.by,
  ]
  const member = all.find(one => typeof one === 'string' && !NOBODY.has(one))
  return typeof member === 'string' ? byCard(source, request, member) : undefined
}
const NOBODY: ReadonlySet<string> = new Set(['', 'visitor', 'keeper', 'host', 'box'])
