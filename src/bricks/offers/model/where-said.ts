import type { CommandContext } from '../../../contract/command.ts'
import type { Reader } from '../../../contract/reader.ts'
import type { Slots } from '../../../contract/slots.ts'
import { type Input, one } from '../../../core/form/input.ts'
import type { FieldsOf } from '../../../core/schema.ts'
import { communeOf } from './kept.ts'
import { need, offer } from './records.ts'
import { knownHere, type Understood, understand } from './understood.ts'

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
  isSecond(input) || (themes && themes.length > 0) ? {} : someThemes(told)
const someThemes = ({ themes }: Understood): Readonly<{ themes?: readonly string[] }> =>
  themes.length === 0 ? {} : { themes }

/** The same of a notice that a table brings in. */
export const tells: NonNullable<Slots['tells']> = (type, read, at) => {
  if (type !== offer.name && type !== need.name) return undefined
  const known = knownHere(read, at)
  return ({ title, commune, themes }) => {
    const told = understand(String(title ?? ''), known)
    return {
      ...(!commune && told.commune !== undefined ? { commune: told.commune } : {}),
      ...(Array.isArray(themes) && themes.length > 0 ? {} : someThemes(told)),
    }
  }
}
