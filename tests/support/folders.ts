import { randomBytes } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bricks } from '../../src/app/bricks.ts'
import { type Brick, brick } from '../../src/contract/brick.ts'
import type { Input } from '../../src/core/form/input.ts'
import { idFrom } from '../../src/core/id.ts'
import { openBox, openFolder, placesIn, refuseLocked } from '../../src/files/folder.ts'
import type { OpenEngine } from './open-engine.ts'
import { openEngine } from './open-engine.ts'
import { STAND_INS } from './stand-ins.ts'
import { runBatch, type TurnAnswer } from './turns.ts'

/**
 * For tests of the command line's verbs: the house's record types without their pages, in real
 * folders.
 */
type Declared = Pick<Brick, 'name' | 'records' | 'reads' | 'opens'>
const bare = ({ name, records, reads = {}, opens = [] }: Declared): Brick => {
  const types = Object.fromEntries(
    records.map(type => [
      type.name,
      {
        one: type.name,
        many: `${type.name}s`,
        add: type.name,
        fields: Object.fromEntries(
          Object.keys(type.fields).map(field => [field, { label: field.toUpperCase() }]),
        ),
      },
    ]),
  )
  const words = { fr: { types }, en: { types } }
  return brick({ name, records, reads, opens, commands: [], pages: [], words })
}
const here = new Set(bricks.flatMap(one => one.records.map(type => type.name)))
/** A house whose bricks were taken out keeps the types that the tests write. */
const standing = STAND_INS.filter(type => !here.has(type.name))
export const sampleBricks: readonly Brick[] = [
  ...bricks.map(bare),
  ...(standing.length > 0 ? [bare({ name: 'standing', records: standing })] : []),
]
/** For a test about types of a brick that may have been taken out: why it is skipped, or false. */
export function lacking(...types: readonly string[]): string | false {
  const absent = [...new Set(types)].filter(type => !here.has(type))
  return absent.length > 0 && `no brick of this house has ${absent.join(', ')}`
}

/** The same for a test that speaks to another brick. */
export const lackingBrick = (name: string): string | false =>
  bricks.every(one => one.name !== name) && `this house has no brick ${name}`

export const NOON = Date.UTC(2026, 11, 5, 11)
export const sampleClock = { now: () => NOON, sure: true, today: () => '2026-12-05' }
export const tempFolder = (): string => mkdtempSync(join(tmpdir(), 'cocote-test-'))
export const recordId = (n: number): string => `01kc${String(n).padStart(22, '0')}`

/**
 * A house on the disk, to be closed. It makes the tables as its bricks want them, so nobody else
 * may have them open, as the lock of the folder holds for the program.
 */
export function houseIn(folder: string): OpenEngine {
  openFolder(folder)
  refuseLocked(folder)
  const { lock } = placesIn(folder)
  if (existsSync(lock) && readFileSync(lock, 'utf8').startsWith(`${process.pid}\n`))
    throw new Error(`served: ${folder}`)
  return openEngine(sampleBricks, openBox(folder), placesIn(folder))
}
export function close(engine: OpenEngine): void {
  engine.tables.db.close()
  engine.log.db.close()
}
/** Works on a house in a folder, then leaves it as a clean stop does. */
export const within = <T>(folder: string, work: (engine: OpenEngine) => T): T =>
  worked(houseIn(folder), work)
/** Works on the log of a folder that a server may have open. Its tables stay untouched. */
export const besideServer = <T>(folder: string, work: (engine: OpenEngine) => T): T =>
  worked(
    openEngine(sampleBricks, openBox(folder), { ...placesIn(folder), tables: ':memory:' }),
    work,
  )
function worked<T>(engine: OpenEngine, work: (engine: OpenEngine) => T): T {
  try {
    return work(engine)
  } finally {
    close(engine)
  }
}

export function turn(engine: OpenEngine, command: string, input: Input): TurnAnswer {
  const asked = {
    brick: 'plain',
    command,
    input,
    by: 'keeper' as const,
    id: idFrom(NOON, randomBytes(10)),
    lang: 'fr' as const,
  }
  return runBatch(engine, [asked], sampleClock)[0]!
}
export type Bringing = Readonly<{
  type: string
  id: string
  fields: Readonly<Record<string, unknown>>
  space?: 'home'
}>
export function bring(engine: OpenEngine, ...records: readonly Bringing[]): void {
  const answer = turn(engine, 'bring', { records: JSON.stringify(records) })
  if (!answer.done) throw new Error(JSON.stringify(answer))
}

/** Every row of tables that pages read, as the log came to it: for comparing two folders. */
export const rowsIn = (folder: string, ...names: readonly string[]): readonly object[] =>
  within(folder, engine => names.flatMap(name => rowsOf(engine, name)))
export const rowsOf = ({ tables }: OpenEngine, name: string): readonly object[] =>
  tables.sql.all(`SELECT * FROM "${name}" ORDER BY id`).map(row => ({ ...row, _box: undefined }))
