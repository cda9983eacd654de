import type { CommandContext } from '../../../contract/command.ts'
import type { Reader } from '../../../contract/reader.ts'
import { type Input, one } from '../../../core/form/input.ts'
import type { FieldsOf } from '../../../core/schema.ts'
import { communeOf } from './kept.ts'
import type { offer } from './records.ts'
import type { Understood } from './understood.ts'

/** Where a notice is, and under which themes it stands, so that filters find it. */

type Fields = Pick<FieldsOf<typeof offer>, 'commune' | 'themes'>

/** The second page shows what was understood: what its person leaves there is what they say. */
const isSecond = (input: Input): boolean => one(input, 'stage') === '2'

/**
 * The commune that was chosen; else the member's own, when they say so; else the one that the
 * sentence names.
 *
 * Law     no commune is supposed.
 */
export function whereSaid(
  input: Input,
  { fields, told, isOwn }: Readonly<{ fields: Fields; told: Understood; isOwn: boolean }>,
  { read, at: { me } }: Readonly<{ read: Reader; at: CommandContext }>,
): Readonly<{ commune?: string }> {
  if (fields.commune) return {}
  const own =
    me !== undefined && isOwn && one(input, 'chezmoi') !== '' ? communeOf(read, me) : undefined
  const commune = own ?? (isSecond(input) ? undefined : told.commune)
  return commune === undefined ? {} : { commune }
}

/** The themes that were chosen, else those that the sentence tells. */
export const filedUnder = (input: Input, { themes }: Fields, told: Understood): Fields =>
  isSecond(input) || (themes && themes.length > 0) || told.themes.length === 0
    ? {}
    : { themes: told.themes }
