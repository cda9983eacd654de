/**
 * The road of a command, the road of a page, and the threads: what `docs/road.svg` draws.
 *
 * Shape   `where`: files of `src/`, which a test looks for.
 */
export type Step = Readonly<{ title: string; says: readonly string[]; where: string; key?: true }>

/** What a form does before it reaches the writer, in the main thread. */
export const POSTED: Step = {
  title: 'A form is posted',
  says: ['session, token, limits'],
  where: 'web/post/post.ts',
}

/** The writer's worker: the only thread that writes the log and the tables. */
export const WRITER: readonly Step[] = [
  {
    title: 'Queue',
    says: ['all turns that wait, then', 'one slice of long work'],
    where: 'engine/queue.ts',
  },
  {
    title: 'BEGIN in both files',
    says: ['then, for each turn:', 'SAVEPOINT'],
    where: 'engine/turn.ts',
  },
  {
    title: 'Command decides',
    says: ['drafts, or a refusal'],
    where: 'contract/command.ts',
  },
  {
    title: 'Engine weighs',
    says: ['owner, names, clashes'],
    where: 'engine/turn.ts',
  },
  { title: 'Log writes', says: ['a signed entry a feed'], where: 'log/append.ts' },
  { title: 'Projection shows', says: ['rows that pages read'], where: 'projection/tables.ts' },
  {
    title: 'COMMIT log.db',
    says: ['on the disk for good;', 'then COMMIT tables.db'],
    where: 'engine/turn.ts',
    key: true,
  },
]

/** A page, in the main thread, whatever the writer does meanwhile. */
export const PAGE: readonly Step[] = [
  {
    title: 'A page is asked for',
    says: ['just made? given again', 'until the next commit'],
    where: 'web/pages/page-cache.ts',
  },
  {
    title: 'Page reads',
    says: ['connections that', 'can’t write'],
    where: 'web/pages/page-source.ts',
  },
  { title: 'HTML', says: ['the frame around it'], where: 'web/pages/respond.ts' },
]

export const ANSWERED: Step = {
  title: 'It is answered',
  says: ['303: see the page'],
  where: 'web/post/post.ts',
}

/** Threads that come when they are asked for. */
export type Thread = Readonly<{ does: string; ends: string; where: string }>
export const OTHERS: readonly Thread[] = [
  {
    does: 'Harvest: reads a page of notes',
    ends: 'ends with the page, after 30 s at most',
    where: 'bricks/harvest/server/harvest-client.ts',
  },
  {
    does: 'Pack: makes a bundle; it only reads',
    ends: 'ends after 20 s with nothing to do',
    where: 'sync/bundle/pack-client.ts',
  },
  {
    does: 'Typesetter, a process: sets a print',
    ends: 'ends after 30 s with nothing to do',
    where: 'paper/typesetter-client.ts',
  },
  {
    does: 'Saving: makes a backup or an export',
    ends: 'ends with the file',
    where: 'backup/saves.ts',
  },
  {
    does: 'Backup reader: checks a backup',
    ends: 'ends with the answer',
    where: 'backup/backup-reader.ts',
  },
  {
    does: 'Texts ahead: reads words of a rebuild',
    ends: 'ends with the rebuild',
    where: 'projection/texts-ahead-client.ts',
  },
  {
    does: 'Node’s own threads: signatures',
    ends: 'a bundle’s, checked ahead of the writer',
    where: 'sync/intake/ahead.ts',
  },
]
