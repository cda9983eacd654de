import type { Reader } from '../../core/brick.ts'
import { proposal } from './records.ts'

/** The pieces of a harvest, in the order of its text. */
export const piecesOf = (read: Reader, of: string) => read.list(proposal, { where: 'harvest = ?', with: [of], order: '"from", id' }, 'home')
