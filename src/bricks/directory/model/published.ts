import type { Publishes } from '../../../contract/published.ts'
import { OWN_FIRST, type Reader, type Row } from '../../../contract/reader.ts'
import { inAlphabet, rowsBy, UNJOINED } from '../../../contract/tables.ts'
import { ownJson } from '../../../core/narrow.ts'

const TERRITORY = `FROM territory WHERE removed IS NOT 1 ORDER BY ${OWN_FIRST} LIMIT 1`
const keeperSays = (row: Row) => ({
  keptBy: String(row['keptBy'] ?? ''),
  reach: String(row['reach'] ?? ''),
})
const communesIn = (row: Row | undefined): readonly string[] =>
  row?.['communes'] ? ownJson<readonly string[]>(String(row['communes'])) : []
const themes = (read: Reader) =>
  rowsBy('doc', 'type', ['theme'], () =>
    read.all(
      `SELECT id, title FROM doc WHERE type = 'theme' AND ${UNJOINED}
       ORDER BY ${inAlphabet('title')} LIMIT 200`,
    ),
  ).map(row => ({ id: String(row['id']), title: String(row['title']) }))

/** The territory and its themes, for other bricks. */
export const published = {
  keeper: read => read.all(`SELECT keptBy, reach ${TERRITORY}`).map(keeperSays)[0],
  communesHere: read => communesIn(read.all(`SELECT communes ${TERRITORY}`)[0]),
  themesListed: themes,
} satisfies Publishes
