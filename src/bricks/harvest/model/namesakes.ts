import type { Kit } from '../../../contract/kit.ts'
import type { Reader } from '../../../contract/reader.ts'
import { fold } from '../../../core/letters/words.ts'
import type { RecordType } from '../../../core/schema.ts'
import { peopleOf, type Someone } from './people.ts'

/**
 * Which one of the people of one name somebody is.
 *
 * Shape   `nth`: from 1, in the order of the notes. `all`: how many they are. `commune`: where the
 *         keeper wrote that they live, empty when nobody wrote it.
 */
export type Namesake = Readonly<{ nth: number; all: number; commune: string }>

/** Those of a harvest who share their name with another one, by the id of their first piece. */
export function namesakesOf(
  read: Reader,
  types: ReadonlyMap<string, RecordType>,
  { of, communeNamed }: Readonly<{ of: string } & Pick<Kit, 'communeNamed'>>,
): ReadonlyMap<string, Namesake> {
  const communeOf = ({ first }: Someone): string => {
    const type = types.get(first.of ?? '')
    const row: Readonly<Record<string, unknown>> | undefined =
      type && read.one(type, first.piece ?? '', 'home')
    const code = row?.['commune']
    return typeof code === 'string' ? (communeNamed(code) ?? '') : ''
  }
  const groups = Map.groupBy(peopleOf(read, types, of), ({ name }) => fold(name.trim()))
  return new Map(
    [...groups.values()]
      .filter(group => group.length > 1)
      .flatMap(group =>
        group.map((one, at): [string, Namesake] => [
          one.first.id,
          { nth: at + 1, all: group.length, commune: communeOf(one) },
        ]),
      ),
  )
}
