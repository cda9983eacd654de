import type { Kit } from '../../../contract/kit.ts'
import type { Reader } from '../../../contract/reader.ts'
import { namedOver } from '../../../contract/records/charge.ts'
import type { ListBesides } from '../../../contract/slots.ts'
import { missingListed } from '../model/packed.ts'
import { thing } from '../model/records-thing.ts'
import type { fr } from '../words/fr.ts'

/**
 * The printed list of what is lent: who is in charge of each, as they agreed, and which pieces are
 * missing. What is lent no more is not on it.
 */
export function onList(
  kit: Kit,
  read: Reader,
  { year: { heads } }: typeof fr,
  type: string,
): ListBesides | undefined {
  if (type !== thing.name) return undefined
  return {
    heads: [heads.given, heads.missing],
    of: id => {
      const row = read.one(thing, id)
      if (!row || row.gone === true) return undefined
      const names = namedOver(read, id, kit.request.today).join(', ')
      return [names, missingListed(read, row).join(', ')]
    },
  }
}
