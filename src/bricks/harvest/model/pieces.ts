import type { Reader } from '../../../contract/reader.ts'
import { proposal } from '../../../contract/records/own-records.ts'

/** The pieces of a harvest, in the order of its text. */
export const piecesOf = (read: Reader, of: string) =>
  read.list(proposal, { where: 'harvest = ?', with: [of], order: '"from", id' }, 'home')
