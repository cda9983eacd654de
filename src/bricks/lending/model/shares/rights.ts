import { isShownHome } from '../../../../contract/permission.ts'
import type { Reader } from '../../../../contract/reader.ts'
import { isInCharge } from '../../../../contract/records/charge.ts'
import type { Request } from '../../../../contract/request.ts'
import { thing } from '../records-thing.ts'
import type { EngagementRow } from './read.ts'

/**
 * Who reads and writes what a thing costs: the keeper, its owner and whoever is in charge of it,
 * all of it; each of those who share it, the price and their own part. Nobody reads it over http.
 */

/** Whether the reader of a page keeps the accounts of this thing; a command asks `isKeeping`. */
export const readsAccounts = (request: Request, read: Reader, id: string): boolean =>
  isShownHome(request) ||
  (request.private &&
    (isInCharge(read, request, id, request.today) ||
      request.isMe(read.one(thing, id, 'home')?.owner)))

/** Whether this part is the reader's own. */
export const isOwnPart = (
  { isMe, private: isPrivate }: Pick<Request, 'isMe' | 'private'>,
  { member }: Pick<EngagementRow, 'member'>,
): boolean => isPrivate && isMe(member)
