import type { Brick } from '../../contract/brick.ts'
import type { Kit } from '../../contract/kit.ts'
import type { Reader } from '../../contract/reader.ts'
import { lazy } from '../../core/lazy.ts'
import { fold } from '../../core/letters/words.ts'
import { fieldFor, type RecordType } from '../../core/schema.ts'
import { ownerIn } from '../../engine/owner-in.ts'
import { withoutPhones } from '../../text/sought-numbers.ts'

/**
 * The author of a notice as paper may name them. Paper is handed round, and a person of the page
 * agreed to stand there, or not.
 *
 * Law     law 11: a person who did not tick it is on no sheet, by no name and no way to be reached;
 *         a person who ticked it is there without a telephone. Of two people of one name, the one
 *         who did not agree counts. A member’s own card signs their text.
 */
export function onPaper(
  source: Readonly<{
    bricks: readonly Brick[]
    types: ReadonlyMap<string, RecordType>
    read: Reader
  }>,
): Kit['onPaper'] {
  const people = lazy(() => printedByName(source.types, source.read))
  return ({ type: name, id, who, reach }) => {
    const said = { who: who ?? '', reach: reach ?? '' }
    const names = said.who === '' ? [] : namesIn(said.who, people())
    const known = names.filter(one => people().has(fold(one)))
    if (known.length === 0 || isSigned(source, name, id)) return said
    const left = names.filter(one => people().get(fold(one)) !== false)
    return left.length === names.length
      ? { who: said.who, reach: withoutPhones(said.reach) }
      : { who: left.join(', '), reach: '' }
  }
}

/** *Nadia, Paul et Rosa* is three people; *Paul et Anna* is one name where the page says so. */
const namesIn = (who: string, people: ReadonlyMap<string, boolean>): readonly string[] =>
  who
    .split(/,\s*(?:(?:et|and)\s+)?/)
    .flatMap(part => (people.has(fold(part)) ? [part] : part.split(/\s+(?:et|and|&)\s+/)))
    .filter(Boolean)

/** Every person of the page by name, folded: whether all of that name agreed to paper. */
function printedByName(
  types: ReadonlyMap<string, RecordType>,
  read: Reader,
): ReadonlyMap<string, boolean> {
  const all = new Map<string, boolean>()
  for (const type of types.values()) {
    const [printed, person] = [fieldFor(type, 'printed'), Object.entries(type.person ?? {})]
    if (printed === undefined || person.length === 0) continue
    const where = person.map(([field]) => `"${field}" = ?`).join(' AND ')
    for (let offset = 0; ; offset += 500) {
      const wanted = {
        where,
        with: person.map(([, value]) => value as string),
        order: 'id',
        limit: 500,
        offset,
      }
      const rows: readonly Readonly<Record<string, unknown>>[] = read.list(type, wanted)
      for (const row of rows) {
        const name = fold(String(row[type.title] ?? '').trim())
        if (name !== '') all.set(name, row[printed] === true && all.get(name) !== false)
      }
      if (rows.length < 500) break
    }
  }
  return all
}

function isSigned(
  { bricks, types, read }: Parameters<typeof onPaper>[0],
  name: string,
  id: string,
): boolean {
  const [type, owner] = [types.get(name), ownerIn({ bricks }, name)?.owner]
  const held = type && owner ? read.one(type, id, 'home')?.[owner] : undefined
  return Array.isArray(held) ? held.length > 0 : typeof held === 'string' && held !== ''
}
