import type { Reader } from '../../../contract/reader.ts'
import type { Slots } from '../../../contract/slots.ts'
import type { ToDo } from '../../../contract/to-do.ts'
import { CUES } from '../model/cues.ts'
import { UNASKED } from '../model/people.ts'
import type { fr } from '../words/fr.ts'
import { stripFound } from './strip-found.ts'

const KEY_STRIPS = '/accord'
const HARVESTS = '/cueillette'

export const slots: Slots<typeof fr> = {
  finds: stripFound,
  tools: words => [
    {
      href: HARVESTS,
      words: words.toolHarvest,
      under: 'in',
      order: 10,
      about: words.toolAbout.harvest,
      week: 10,
    },
    {
      href: KEY_STRIPS,
      words: words.keyStrip,
      under: 'in',
      order: 20,
      about: words.toolAbout.strip,
    },
    {
      href: CUES,
      words: words.here.title,
      under: 'in',
      order: 30,
      about: words.toolAbout.here,
    },
  ],
  firstSteps: (words, read) => [
    {
      order: 20,
      href: HARVESTS,
      words: words.firstStep,
      isDone: read.all('SELECT 1 FROM proposal_home WHERE harvest IS NOT NULL LIMIT 1').length > 0,
    },
  ],
  waits: ({ by }, read, words) =>
    by === 'keeper' ? [...harvests(read, words), ...agreements(read, words)] : [],
}

/**
 * Pages of notes of which something is to be chosen, and people for whom no strip was printed. Once
 * a page was shown, what its keeper left unkept waits for nobody.
 */
function harvests(read: Reader, words: typeof fr): readonly ToDo[] {
  const [row] = read.all(
    `SELECT count(DISTINCT harvest) AS pages, min(harvest) AS oldest,
       coalesce(sum(person IS NOT 1), 0) AS pieces, coalesce(sum(person IS 1), 0) AS people
     FROM proposal_home AS piece WHERE harvest IS NOT NULL AND state IN ('waiting', 'kept')
       AND removed IS NOT 1 AND why IS NOT '${UNASKED}'
       AND NOT (person IS NOT 1 AND state = 'waiting'
         AND harvest IN (SELECT id FROM harvest_home WHERE state = 'shown'))
     AND NOT (person IS 1 AND id IN (SELECT opens FROM code_home WHERE removed IS NOT 1))`,
  )
  const count = (name: string): number => Number(row?.[name] ?? 0)
  const [pages, pieces, people] = [count('pages'), count('pieces'), count('people')]
  return pages === 0
    ? []
    : [
        {
          href: `${HARVESTS}/${row?.['oldest']}`,
          list: HARVESTS,
          n: pages,
          order: 40,
          label: words.harvestsLabel,
          sentence: words.harvestsWait(pages, pieces, people),
        },
      ]
}

/** A code was given, so a strip was printed: one a person, on the first of their pieces. */
function agreements(read: Reader, words: typeof fr): readonly ToDo[] {
  const [row] = read.all(
    `SELECT count(DISTINCT piece.id) AS n FROM code_home AS code
      JOIN proposal_home AS piece ON piece.id = code.opens
     WHERE piece.person = 1 AND piece.state IN ('waiting', 'kept') AND piece.removed IS NOT 1
       AND piece.why IS NOT '${UNASKED}'
       AND code.removed IS NOT 1`,
  )
  const n = Number(row?.['n'] ?? 0)
  return n === 0
    ? []
    : [
        {
          href: KEY_STRIPS,
          n,
          order: 50,
          label: words.agreementsLabel,
          sentence: words.agreementsWait(n),
        },
      ]
}
