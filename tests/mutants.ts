/**
 * Faults to plant, so that a test which can see nothing is found: `bin/check --mutants` plants each
 * in a copy of the tree, and the tests named here must fail.
 */
export type Mutant = Readonly<{
  /** The name of the law that it breaks (`tests/laws.ts`). */
  law: string
  /** The fault, in a sentence. */
  fault: string
  /** The text that it takes the place of: it stands once in `src/`, in whatever file. */
  find: string
  put: string
  /** Beginnings of titles of tests that should see it, in `npm test`. */
  seenBy: readonly string[]
}>

export const MUTANTS: readonly Mutant[] = [
  {
    law: 'acknowledged',
    fault: 'a turn is answered before its COMMIT',
    find: "log.db.exec('COMMIT') commitTables(engine) engine.told?.() return done",
    put:
      "setImmediate(() => { log.db.exec('COMMIT'); commitTables(engine); engine.told?.() })\n" +
      '  return done',
    seenBy: ['group commit: whatever is refused, thrown or full, acknowledged is stored'],
  },
  {
    law: 'acknowledged',
    fault: 'a commit returns before it is synced',
    find: "${opts.sync ?? 'FULL'}; PRAGMA cell_size_check",
    put: "${opts.sync ?? 'NORMAL'}; PRAGMA cell_size_check",
    seenBy: ['law 1: a commit of the log is synced before it returns'],
  },
  {
    law: 'rebuild',
    fault: 'a row says who wrote last by the order of arrival',
    find: 'best === undefined || outranks(write, best) ? write : best',
    put: 'write',
    seenBy: ['law 2: a rebuild gives the same rows as living through it'],
  },
  {
    law: 'rebuild',
    fault: 'the stamp of a type says nothing of its fields',
    find: '[typePart(type.name), stampOf(type)]',
    put: '[typePart(type.name), shortHash(type.name)]',
    seenBy: ['law 2: tables of another shape are made again in parts'],
  },
  {
    law: 'rebuild',
    fault: 'tables that are ahead of the log are believed',
    find: '.every(({ feed, seq }) => (held.get(feed) ?? 0) >= seq)',
    put: '.every(({ feed }) => feed !== String(held))',
    seenBy: ['law 2: tables that show more than the log holds'],
  },
  {
    law: 'unknown types',
    fault: 'tables are believed although their types changed',
    find: "if (markOf(tables, 'shape') === shapeHash(shape.types, shape.projections)) return true",
    put: 'return true',
    seenBy: ['law 3: taking a brick out loses nothing'],
  },
  {
    law: 'order',
    fault: 'values that come later than their entry are not taken',
    find: 'if (addPieces(log, id, notForgotten(log, stored, signed.flesh)) === 0) return []',
    put: 'return []',
    seenBy: ['law 4: missing values are stored when the entry comes again'],
  },
  {
    law: 'order',
    fault: 'two stamps that are equal are told apart by nothing',
    find: 'if (a.name.feed !== b.name.feed) return a.name.feed > b.name.feed',
    put: '',
    seenBy: ['outranks orders any two writes one way only'],
  },
  {
    law: 'order',
    fault: 'a choice replaces one of the versions, and the others come back',
    find: 'over: [...seen, ...forgotten, ...alsoSeen(one)]',
    put: 'over: [...seen.slice(0, 1), ...forgotten, ...alsoSeen(one)]',
    seenBy: ['law 4: a choice among versions replaces every one'],
  },
  {
    law: 'order',
    fault: 'a choice replaces versions that nobody was shown',
    find: 'if (one.draft.settles) return sameNames(present, seen) ? write : theirs',
    put: 'if (one.draft.settles) return { ...write, over: [...present, ...forgotten] }',
    seenBy: ['a version that came while somebody chose'],
  },
  {
    law: 'pure core',
    fault: 'a stamp asks the machine for the time',
    find: 'const wall = wallMs(now) if (last === undefined',
    put: 'const wall = wallMs(Math.max(now, Date.now()))\n  if (last === undefined',
    seenBy: ['the house itself has each line in its room'],
  },
  {
    law: 'spaces',
    fault: 'a bundle carries what stays home',
    find: '.filter(run => spaceOfFeed(run.feed) === space)',
    put: ".filter(run => spaceOfFeed(run.feed) === space || spaceOfFeed(run.feed) === 'home')",
    seenBy: ['no bundle holds entries of home'],
  },
  {
    law: 'spaces',
    fault: 'a command sends a field further than the field says',
    find: 'SPACES.indexOf(wanted) > SPACES.indexOf(own) ? wanted : own',
    put: 'wanted',
    seenBy: ['law 6: a draft keeps a field nearer'],
  },
  {
    law: 'spaces',
    fault: 'a field that stays home shows where another box wrote it for all to read',
    find: 'if (field === undefined && Object.hasOwn(type.fields, name)) continue',
    put: '',
    seenBy: ['law 6: a field that stays home says nothing'],
  },
  {
    law: 'no script, no network',
    fault: 'every page may run scripts',
    find: "script-src 'none'; form-action 'self'; base-uri",
    put: "script-src 'self'; form-action 'self'; base-uri",
    seenBy: ['law 7: no page needs a script or another machine'],
  },
  {
    law: 'one bad entry',
    fault: 'a page of a bundle that is hurt ends the whole bundle',
    find:
      'if (error instanceof BundleFault) return { space, name, entries: [], fault: error, ' +
      'bytes: 0 }',
    put: '',
    seenBy: ['an altered page is left out alone'],
  },
  {
    law: 'one bad entry',
    fault: 'an entry that is damaged ends the whole bundle',
    find: 'stop(report, claimedPlace(signed), error) return undefined',
    put: 'report.isFull = true\n    return undefined',
    seenBy: ['law 8: a damaged entry stops its own feed, and the'],
  },
  {
    law: 'any clock',
    fault: 'the counter of a stamp outgrows its four digits',
    find: 'count > LAST_COUNT ? stamp(msOf(last) + 1, 0) : stamp(msOf(last), count)',
    put: 'stamp(msOf(last), count)',
    seenBy: ['law 9: 200,000 turns with the clock fixed never fail'],
  },
  {
    law: 'any clock',
    fault: 'a neighbour in 2099 drags our clock along',
    find: 'const believed = seen < furthest ? seen : furthest',
    put: 'const believed = seen',
    seenBy: ['stamps of other boxes, however many, move our clock'],
  },
  {
    law: 'any clock',
    fault: 'a box in 2200 makes no bundle',
    find: 'new Date(Math.min(Math.max(packing.now, FIRST_ZIP_MS), LAST_ZIP_MS))',
    put: 'new Date(packing.now)',
    seenBy: ['law 9: a bundle made in any year is taken'],
  },
  {
    law: 'forgotten',
    fault: 'a long text shows again what a forgotten update had taken out',
    find: 'if (merged.heads.some(head => head.value === undefined)) return null',
    put: '',
    seenBy: ['law 10: a long text that lost one of its updates'],
  },
  {
    law: 'forgotten',
    fault: 'a form that is posted twice says again what was forgotten',
    find: 'if (forgot) forgetSaid(engine)',
    put: '',
    seenBy: ['law 10: once anything is forgotten, no kept answer says'],
  },
  {
    law: 'forgotten',
    fault: 'an older version shows once the greatest is forgotten, while one waits',
    find: 'waiting.length > 0 ? ordered.slice(0, 1) : ordered',
    put: 'ordered',
    seenBy: ['a head that replaces a missing write waits, is no conflict'],
  },
  {
    law: 'forgotten',
    fault: 'what was forgotten is taken again from the next bundle',
    find: 'return gone.size === 0 ? flesh',
    put: 'return gone.size >= 0 ? flesh',
    seenBy: ['law 10: a forgotten value stays forgotten when it comes again'],
  },
  {
    law: 'forgotten',
    fault: 'the log of version 0.1 outlives an erasure in the moved one',
    find: 'owesRewriting(log) && existsSync(movedFrom(file))',
    put: 'false',
    seenBy: ['an erasure takes the old file with it'],
  },
  {
    law: 'kept pages',
    fault: 'who reads the values of an entry is not told that one was erased',
    find: "for (const { entry } of rows) noteRow('log.flesh', 'entry', entry)",
    put: '',
    seenBy: ['law: what reads a log otherwise after a write'],
  },
  {
    law: 'forgotten',
    fault: 'a request to forget whose names come later is not obeyed',
    find: 'obey(log, id, entry, signed.flesh) return touchedBy(log, signed)',
    put: 'return touchedBy(log, signed)',
    seenBy: ['law 10: a request that comes without its names is obeyed once they come'],
  },
  {
    law: 'agreed',
    fault: 'somebody who did not agree to paper is named on it',
    find: 'const left = names.filter(one => people().get(fold(one)) !== false)',
    put: 'const left = names',
    seenBy: ['law 11: somebody who '],
  },
  {
    law: 'agreed',
    fault: 'what a member says of somebody else shows at once',
    find: 'people: saysOfSomebody,',
    put: 'people: () => [],',
    seenBy: ['law 11: what names somebody else'],
  },
  {
    law: 'long text',
    fault: 'of two people who wrote in one text, one is heard',
    find: 'const updates = merged.heads .map(head => proseUpdate(head.value))',
    put: 'const updates = merged.heads.slice(0, 1).map(head => proseUpdate(head.value))',
    seenBy: ['two people who edit one version of a long text'],
  },
  {
    law: 'charge',
    fault: 'a charge is over every other thing',
    find: 'where: `"over" = ? AND ${STANDS}`,',
    put: 'where: `"over" <> ? AND ${STANDS}`,',
    seenBy: ['law: in charge of one thing, nobody reads a name, a number or a word of another’s'],
  },
  {
    law: 'charge',
    fault: 'whoever keyed a record moves it to another thing',
    find: 'if (isMovedOver(engine, draft)) return false',
    put: '',
    seenBy: ['who is in charge of a thing writes, corrects and erases what leads to it'],
  },
  {
    law: 'budgets',
    fault: 'an index of a field holds the records that do not have it',
    find: `const some = isWhole ? '' : \` WHERE "\${name}" IS NOT NULL\``,
    put: `const some = isWhole ? '' : ''`,
    seenBy: ['no record takes more of a file than its budget'],
  },
  {
    law: 'lending',
    fault: 'the next one has it before the changeover is over',
    find: 'Number.POSITIVE_INFINITY : one.until + changeoverIn(pool, sharing),',
    put: 'Number.POSITIVE_INFINITY : one.until,',
    seenBy: ['law: what is free at each instant is free, and nothing else is'],
  },
  {
    law: 'lending',
    fault: 'what should be back and is not is free again',
    find: 'boolean => isOut && until <= now',
    put: 'boolean => isOut && until > now && until < 0',
    seenBy: ['law: what is free at each instant is free, and nothing else is'],
  },
  {
    law: 'lending',
    fault: 'a booking that is extended is in its own way',
    find: '.filter(one => !sharing.but?.includes(one.booking)) .map(one => ({',
    put: ".filter(one => one.until > 0 || one.booking !== '')\n    .map(one => ({",
    seenBy: ['law: a booking is never in its own way'],
  },
  {
    law: 'budgets',
    fault: 'what everybody reads is kept twice',
    find: "visit.by === 'visitor' && !hasForm(made) ? undefined : bytesOf(made)",
    put: 'bytesOf(made)',
    seenBy: ['what is kept of every page takes no more than its budget'],
  },
  {
    law: 'budgets',
    fault: 'what is kept has no bound',
    find: 'if (this.size <= this.#most) break',
    put: 'if (oldest !== undefined) break',
    seenBy: ['ten times as many pages as fit are asked'],
  },
  {
    law: 'budgets',
    fault: 'a write is told as a write of anything',
    find: 'if (all.includes(undefined)) tell(undefined) else if (keys.length > 0) tell(keys)',
    put: 'if (all.includes(undefined) || keys.length > 0) tell(undefined)',
    seenBy: ['no page asks more after a notice than its budget'],
  },
  {
    law: 'budgets',
    fault: 'a cache of texts has no bound',
    find: 'if (this.#bytes <= most) break this.#held.delete(oldest)',
    put: 'if (oldest !== undefined) break\n      this.#held.delete(oldest)',
    seenBy: ['ten thousand long texts are kept in no more than the bound'],
  },
]
