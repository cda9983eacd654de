import type { Brick } from '../../contract/brick.ts'
import type { Kit } from '../../contract/kit.ts'
import type { Reader, Search } from '../../contract/reader.ts'
import { synonymsOf } from '../../text/french/synonyms.ts'
import { isWord } from '../../text/guard/lexicon.ts'
import { searchSpoken } from '../../text/searching/asked.ts'
import { otherWords } from '../../text/searching/other-words.ts'
import { respelled } from '../../text/searching/respelled.ts'

/** So many things of a day are weighed beside the words of a search that names it. */
const OF_A_DAY = 40

/** What the commons have for a search as people speak, with the days and communes that it names. */
export function lookedFor(
  bricks: readonly Brick[],
  kit: Kit,
  read: Reader,
  { asked, types, most }: Readonly<{ asked: string; types: readonly string[]; most: number }>,
): Search {
  const { today } = kit.request
  const spoken = searchSpoken(asked, { today, communes: kit.territory?.communes ?? [] })
  const { days } = spoken
  const onDays = days
    ? kit
        .agenda(days.from, days.to)
        .slice(0, OF_A_DAY)
        .map(({ id }) => id)
    : []
  const ofBricks = bricks.flatMap(({ slots }) => slots?.otherNames?.(kit, read) ?? [])
  const otherNames = (word: string): readonly string[] => [
    ...otherWords(word),
    ...ofBricks.flatMap(names => names(word)),
    ...synonymsOf(word),
  ]
  return read.lookFor({ ...spoken, onDays, isWord, otherNames, respelled }, types, most)
}
