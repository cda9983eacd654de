import type { Kit } from '../../../contract/kit.ts'
import type { Reader } from '../../../contract/reader.ts'
import { isInCharge } from '../../../contract/records/charge.ts'
import type { ThingRow } from '../model/read.ts'
import { thing } from '../model/records-thing.ts'

/** Whether the reader of a page is in charge of a thing: the keeper, its owner, a charge. */
export const keepsIt = ({ request }: Kit, read: Reader, row: Pick<ThingRow, 'id'>): boolean =>
  request.by === 'keeper' ||
  isInCharge(read, request, row.id, request.today) ||
  request.isMe(read.one(thing, row.id, 'home')?.owner)

/** The same where what stays in this box may be shown: by https, or at the box itself. */
export const sees = (kit: Kit, read: Reader, row: Pick<ThingRow, 'id'>): boolean =>
  kit.request.private && keepsIt(kit, read, row)
