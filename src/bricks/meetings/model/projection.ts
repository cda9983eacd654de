import type { BrickTables } from '../../../contract/brick.ts'
import type { Projection } from '../../../contract/projection.ts'
import type { Row } from '../../../contract/reader.ts'
import { nullPrototype } from '../../../core/null-prototype.ts'
import { becameOn, bornOn } from './born.ts'
import { decision, idea, meeting, reference, response, task, voice } from './records.ts'
import { STORY_KINDS, type StoryEntry } from './rules.ts'

/** One piece of news of a record: what the story tells, or a task that is done. */
export type StoryNews = Readonly<{ kind: StoryEntry['kind'] | 'done'; day: string }>

const day = (value: unknown): string | null =>
  typeof value === 'string' && value !== '' ? value : null
const alone = (row: Row): boolean => day(row['notedAt']) === null

/**
 * What a record brings to the story, by day. What belongs to a meeting is told under it; the rest
 * stands by itself.
 *
 * Law     made from the record's own row alone, so that the order in which records come changes
 *         nothing.
 */
const NEWS: Readonly<Record<string, (row: Row, id: string) => readonly StoryNews[]>> =
  nullPrototype({
    [meeting.name]: row => dated('meeting', day(row['date'])),
    [idea.name]: (row, id) => [
      ...(row['state'] === 'became' && day(row['became']) !== null
        ? dated(
            'became',
            becameOn({ id, becameOn: day(row['becameOn']), became: day(row['became']) }),
          )
        : []),
      ...dated('revived', day(row['revivedOn'])),
      ...(alone(row) ? dated('idea', bornOn(id)) : []),
    ],
    [task.name]: row => (row['state'] === 'done' ? dated('done', day(row['doneOn'])) : []),
    [decision.name]: (row, id) =>
      alone(row) ? dated('decision', day(row['on']) ?? bornOn(id)) : [],
    [voice.name]: (row, id) => (alone(row) ? dated('voice', day(row['on']) ?? bornOn(id)) : []),
    [reference.name]: (row, id) => (alone(row) ? dated('reference', bornOn(id)) : []),
  })
const dated = (kind: StoryNews['kind'], on: string | null): readonly StoryNews[] =>
  on === null ? [] : [{ kind, day: on }]

/**
 * The story in the order in which it is told (`rules.ts`: `storyOrder`), so that a page reads its
 * own lines and no others.
 */
const story: Projection = {
  types: Object.keys(NEWS),
  tables: [
    'CREATE TABLE story(id TEXT, kind TEXT, day TEXT, rank INTEGER, PRIMARY KEY(id, kind)) ' +
      'WITHOUT ROWID',
    `CREATE INDEX "story told" ON story(day DESC, rank, id DESC) WHERE kind <> 'done'`,
    'CREATE INDEX "story kind" ON story(kind, day DESC, id DESC)',
    // Meetings are listed by their day, which no schema's own index holds.
    'CREATE INDEX "meeting day" ON meeting(date DESC, id DESC)',
    // Few ideas wait for a number of people, and the keeper's first page reads them all.
    'CREATE INDEX "idea threshold" ON idea(id) WHERE threshold IS NOT NULL',
  ],
  apply: (type, record, tables) => {
    tables.run('DELETE FROM story WHERE id = ?', record)
    const [row] = tables.all(`SELECT * FROM "${type}" WHERE id = ? AND removed IS NOT 1`, record)
    for (const news of row ? (NEWS[type]?.(row, record) ?? []) : []) {
      const rank = STORY_KINDS.indexOf(news.kind as StoryEntry['kind'])
      tables.run(
        'INSERT OR REPLACE INTO story VALUES (?, ?, ?, ?)',
        record,
        news.kind,
        news.day,
        rank,
      )
    }
  },
}

/** Made from the log, by a check and by a rebuild too. */
export const tables: BrickTables = {
  records: [meeting, decision, task, idea, response, voice, reference],
  projections: [story],
}
