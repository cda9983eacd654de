import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Brick } from '../../src/contract/brick.ts'
import type { Kit } from '../../src/contract/kit.ts'
import type { Leaf } from '../../src/contract/page.ts'
import type { Paper } from '../../src/contract/paper.ts'
import type { Input } from '../../src/core/form/input.ts'
import type { Kept } from '../../src/core/kept.ts'
import { openReading } from '../../src/engine/engine.ts'
import { startLifeCount } from '../../src/engine/forgetting/fading.ts'
import { readerFor } from '../../src/engine/published.ts'
import type { TurnAsked } from '../../src/engine/turn.ts'
import { placesIn } from '../../src/files/folder.ts'
import { type Box, newBox } from '../../src/log/box.ts'
import { checkKeys } from '../../src/log/tracked-statements.ts'
import { withCardRows } from '../../src/projection/by-card.ts'
import { kitFor, type PageSource, type PageVisit } from '../../src/web/pages/kit.ts'
import { pageSourceOver } from '../../src/web/pages/page-source.ts'
import { lookedFor, saidAfter } from '../../src/web/post/around-turn.ts'
import { type ToPrint, toPrint } from '../../src/web/print/prints.ts'
import { drawnId, type GivenClock, givenClock } from './clock.ts'
import type { OpenEngine } from './open-engine.ts'
import { openEngine } from './open-engine.ts'
import { sourceOf } from './page-source.ts'
import { runBatch, type TurnAnswer } from './turns.ts'

/** Who asks a turn, and what comes with it. Default: the keeper, in French. */
export type Asking = Partial<Omit<TurnAsked, 'brick' | 'command' | 'input'>>
/**
 * Who asks for a page or a print. Default: a visitor for a page, the keeper at the box for a print;
 * nobody listens. `private: false` is the page that comes by http.
 */
export type Reading = Partial<Omit<PageVisit, 'path'>>
export type Done = Extract<TurnAnswer, { done: true }>
export type Fields = Readonly<Record<string, unknown>>
/** `at`: what the clock says · `key`: the box's own name and key. */
export type Opening = Readonly<{
  bricks: readonly Brick[]
  at?: number
  key?: Box
  report?: (error: unknown) => string
  /** Pages are kept here; the box is then in files, and pages read on connections of their own. */
  kept?: Kept
}>

/**
 * Bricks over a real log and tables, both in memory, asked without HTTP; `testBox` adds the server
 * and its people.
 *
 *     test('an event is on the page of its day', () => {
 *       const box = testEngine({ bricks: [agenda] })
 *       const id = box.bring('event', { title: 'Café', startsOn: '2026-12-12' })
 *       assert.match(textOf(box.page(`/agenda/${id}`)), /Café/)
 *       assert.ok(box.turn('agenda.cancel', { id }, { by: 'visitor' }).done)
 *     })
 */
export type TestEngine = GivenClock &
  Pick<OpenEngine, 'read' | 'log' | 'tables' | 'types'> &
  Disposable &
  Readonly<{
    engine: OpenEngine
    /** What pages and prints read. */
    source: PageSource
    /** Of the same box, where nothing is kept: of a box that keeps alone. */
    sourceAnew: () => PageSource
    newId: () => string
    turn: (command: string, input?: Input, as?: Asking) => TurnAnswer
    /** A turn that must be done. */
    done: (command: string, input?: Input, as?: Asking) => Done
    bring: (type: string, fields: Fields, space?: 'home') => string
    /** Several records in one turn. */
    bringAll: (...records: readonly Brought[]) => readonly string[]
    kit: (path: string, as?: Reading) => Kit
    /** The page at this address, or of this pattern with `params`. */
    leaf: (path: string, as?: Reading) => Leaf | undefined
    /** Its HTML. */
    page: (path: string, as?: Reading) => string | undefined
    print: (kind: string, id?: string, as?: Reading) => ToPrint
    /** A print that must be there. */
    paper: (kind: string, id?: string, as?: Reading) => Paper
  }>
export type Brought = Readonly<{ type: string; fields: object; id?: string; space?: 'home' }>

export function testEngine({
  bricks,
  at,
  key = newBox(),
  report = String,
  kept,
}: Opening): TestEngine {
  const clock = givenClock(at)
  if (kept) checkKeys()
  const folder = kept && mkdtempSync(join(tmpdir(), 'cocote-kept-'))
  const engine = openEngine(bricks, key, folder === undefined ? undefined : placesIn(folder), {
    report,
    ...(kept ? { onTouched: keys => kept.touched(keys) } : {}),
  })
  startLifeCount(engine, clock)
  const reading = folder === undefined ? undefined : openReading(placesIn(folder))
  const source: PageSource = reading
    ? pageSourceOver(bricks, reading, { secret: Buffer.alloc(32), clock }, { kept })
    : {
        ...sourceOf(engine, { now: clock.now, today: clock.today }),
        // In memory there is one connection.
        byCard: {
          read: readerFor(engine.bricks, engine.read),
          around: work => withCardRows(engine.tables.sql, engine.types, work),
          has: () => true,
        },
      }
  const sourceAnew = (): PageSource => {
    if (folder === undefined) throw new Error('nothing is kept here')
    return pageSourceOver(bricks, openReading(placesIn(folder)), {
      secret: Buffer.alloc(32),
      clock,
    })
  }
  const newId = (): string => drawnId(clock.now())
  const turn: TestEngine['turn'] = (command, input = {}, as = {}) => {
    const [brick = '', name = ''] = command.split('.')
    const named = { brick, command: name }
    const asked = { ...named, input, by: 'keeper', id: newId(), lang: 'fr', ...as } as const
    const whole = { ...asked, ...lookedFor(source, named, input) }
    const answer = runBatch(engine, [whole], clock)[0]!
    const said =
      answer.done && saidAfter(source, { ...asked, today: clock.today(clock.now()) }, answer)
    return said ? { ...answer, said } : answer
  }
  const done: TestEngine['done'] = (...of) => {
    const answer = turn(...of)
    if (!answer.done) throw new Error(JSON.stringify(answer))
    return answer
  }
  const bringAll: TestEngine['bringAll'] = (...records) => {
    const all = records.map(one => ({ ...one, id: one.id ?? newId() }))
    done('plain.bring', { records: JSON.stringify(all) })
    return all.map(one => one.id)
  }
  return {
    ...clock,
    ...{ engine, source, sourceAnew, newId, turn, done, bringAll },
    ...{ read: engine.read, log: engine.log, tables: engine.tables, types: engine.types },
    bring: (type, fields, space) => bringAll({ type, fields, ...(space ? { space } : {}) })[0]!,
    ...readsOf(engine, source),
    [Symbol.dispose]: () => {
      engine.tables.db.close()
      engine.log.db.close()
      reading?.close()
      if (folder !== undefined) rmSync(folder, { recursive: true, force: true })
    },
  }
}

function readsOf(
  { bricks, read }: OpenEngine,
  source: PageSource,
): Pick<TestEngine, 'kit' | 'leaf' | 'page' | 'print' | 'paper'> {
  const kit: TestEngine['kit'] = (path, as) =>
    kitFor(source, { path, by: 'visitor', lang: 'fr', private: true, ...as })
  const leaf: TestEngine['leaf'] = (path, as = {}) => {
    const all = bricks.flatMap(brick =>
      brick.pages.map(page => ({ brick, page, found: asked(page.path, path) })),
    )
    const { brick, page, found } =
      all.find(one => one.page.path === path) ?? all.find(one => one.found) ?? absent(path)
    const params = as.params ?? found
    const address = path.replace(/:(\w+)/g, (_, name: string) => params?.[name] ?? '')
    return page.show(
      kit(address, { ...as, ...(params ? { params } : {}) }),
      read,
      brick.words[as.lang ?? 'fr'],
    )
  }
  const print: TestEngine['print'] = (kind, id, as) =>
    toPrint(source, kind, id, { by: 'keeper', lang: 'fr', private: true, ...as })
  return {
    kit,
    leaf,
    page: (...of) => leaf(...of)?.body.html,
    print,
    paper: (...of) => {
      const found = print(...of)
      if (!('paper' in found)) throw new Error(JSON.stringify(found))
      return found.paper
    },
  }
}

/** What an address gives to a pattern, as `/annonces/:id`. */
function asked(pattern: string, path: string): Readonly<Record<string, string>> | undefined {
  const source = pattern.replace(/:(\w+)/g, '(?<$1>[^/]+)')
  return new RegExp(`^${source}$`).exec(path)?.groups
}
function absent(path: string): never {
  throw new Error(`no page ${path}`)
}
