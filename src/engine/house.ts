import { randomBytes } from 'node:crypto'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { Boxes } from '../contract/boxes.ts'
import type { Brick } from '../contract/brick.ts'
import type { Machine } from '../contract/machine.ts'
import type { RecordType } from '../core/schema.ts'
import { hotspotHere } from '../files/box-answers.ts'
import { noteIfAhead } from '../files/lost-writes.ts'
import { onThisMachine } from '../files/marks.ts'
import type { Box } from '../log/box.ts'
import { type Log, openLog, ownBox } from '../log/log.ts'
import { Statements } from '../log/sqlite.ts'
import { withoutHere } from '../projection/here.ts'
import { readerOn } from '../projection/reader.ts'
import { openTables, type Shape, type Tables } from '../projection/tables.ts'
import { boxesSeen } from '../sync/trust/seen.ts'
import type { Site } from '../web/pages/ask.ts'
import { plainBrick } from '../web/records/brick.ts'
import { guarded } from './guarded-slots.ts'
import type { HoldFiles } from './held-files.ts'
import type { Clock, House, Spoken } from './turn.ts'

/** The bricks of a house: those of its list, and the plain one, which is the house's own. */
export const assembled = (bricks: readonly Brick[]): readonly Brick[] => [plainBrick(bricks), ...bricks].map(guarded)

export function shapeOf(bricks: readonly Brick[]): Shape {
  const all = assembled(bricks)
  return { types: all.flatMap(brick => brick.records), projections: all.flatMap(brick => brick.projections ?? []) }
}
export const typesOf = (bricks: readonly Brick[]): ReadonlyMap<string, RecordType> =>
  new Map(shapeOf(bricks).types.map(type => [type.name, type]))

/** The writing side of the house: in the worker, in tests, in the command line's own verbs. */
export function openHouse(
  bricks: readonly Brick[],
  box: Box,
  files: Readonly<{ log: string; tables: string }> = { log: ':memory:', tables: ':memory:' },
  opts: {
    sync?: 'FULL' | 'NORMAL'
    report?: (error: unknown) => string
    progress?: (done: number) => void
    onMoved?: () => void
    holdFiles?: HoldFiles
  } = {},
): House {
  const opened = openLog(files.log, box, opts)
  const log = files.log === ':memory:' ? opened : onThisMachine(dirname(files.log), opened, undefined, opts.onMoved)
  if (files.tables !== ':memory:') noteIfAhead(files.tables, log)
  const tables = openTables(files.tables, shapeOf(bricks), log, opts.progress)
  const house = houseOver(bricks, log, tables, opts.report)
  return opts.holdFiles ? { ...house, holdFiles: opts.holdFiles } : house
}

export function houseOver(bricks: readonly Brick[], log: Log, tables: Tables, report?: (error: unknown) => string): House {
  const all = assembled(bricks)
  const commands = all.flatMap(brick =>
    brick.commands.map((command): [string, Spoken] => [`${brick.name}.${command.name}`, { command, brick }]),
  )
  const client = randomBytes(4).readUInt32BE()
  return {
    bricks: all,
    types: tables.types,
    commands: new Map(commands),
    log,
    tables,
    read: readerOn(tables.sql, tables.types, log, () => boxesSeen(log, log.box.name)),
    proseClient: () => client,
    report: report ?? (error => String(error)),
  }
}

/**
 * What pages are answered from: read-only connections to the same two files, on the main thread. `version`: another one after each
 * commit of the writer, in either file. `leaving`: the types of what is read to leave this box; the tables then hold nothing of what is
 * read here alone.
 */
export type Reading = Readonly<{ tables: Statements; log: Statements; version: () => string; close: () => void }>
export function openReading(files: Readonly<{ log: string; tables: string }>, leaving?: readonly RecordType[]): Reading {
  const [log, tables] = [files.log, files.tables].map(file => new DatabaseSync(file, { readOnly: true, timeout: 5_000 }))
  if (leaving) withoutHere(tables!, leaving)
  const versions = [tables!, log!].map(db => db.prepare('PRAGMA data_version'))
  for (const statement of versions) statement.setReturnArrays(true)
  return {
    log: new Statements(log!),
    tables: new Statements(tables!),
    version: () => `${versions[0]!.get()} ${versions[1]!.get()}`,
    close: () => {
      log!.close()
      tables!.close()
    },
  }
}

/** What a box that serves has beside its tables: who is near, the machine it runs on, time that goes on whatever is done to its clock, the names of communes. */
export type Beside = Readonly<{
  near?: Boxes['near']
  machine?: () => Machine | undefined
  steady?: () => number
  communeNamed?: Site['communeNamed']
  fingerprint?: Site['fingerprint']
  waitsBeside?: Site['waitsBeside']
  textOf?: Site['textOf']
}>

/** The side that answers pages, over what was opened to read: a box that serves, or a copy of its commons. */
export function siteOver(bricks: readonly Brick[], reading: Reading, secret: Site['secret'], clock: Clock, more: Beside = {}): Site {
  const types = typesOf(bricks)
  const log = { sql: reading.log }
  const boxes = () => ({ ...boxesSeen(log, ownBox(log)), ...(more.near ? { near: more.near } : {}) })
  const read = readerOn(reading.tables, types, log, boxes, more.machine)
  return {
    bricks: assembled(bricks),
    types,
    read,
    log,
    secret,
    now: clock.now,
    today: clock.today,
    sure: () => clock.sure,
    ...(clock.up ? { up: clock.up } : {}),
    ...(more.steady ? { steady: more.steady } : {}),
    ...(more.waitsBeside ? { waitsBeside: more.waitsBeside } : {}),
    ...(more.textOf ? { textOf: more.textOf } : {}),
    ...(more.communeNamed ? { communeNamed: more.communeNamed } : {}),
    hotspot: hotspotHere(),
    fingerprint: more.fingerprint,
  }
}
