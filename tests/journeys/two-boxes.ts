import { randomBytes } from 'node:crypto'
import { bricks } from '../../src/app/bricks.ts'
import type { Input } from '../../src/core/form/input.ts'
import { idFrom } from '../../src/core/id.ts'
import { machineClock } from '../../src/files/clock.ts'
import { openBox, placesIn } from '../../src/files/folder.ts'
import { newBox } from '../../src/log/box.ts'
import { setPeerMark } from '../../src/sync/trust/marks.ts'
import { met } from '../exchange/met.ts'
import { copyDemo } from '../support/demo-folder.ts'
import type { OpenEngine } from '../support/open-engine.ts'
import { openEngine } from '../support/open-engine.ts'
import { runBatch } from '../support/turns.ts'

const NOW = Date.now()
const newId = (): string => idFrom(NOW, randomBytes(10))

/**
 * What a demonstration comes to when it met Boën: where two versions stand, two records to be
 * joined, and a joined one with news.
 */
export type Divided = Readonly<{ torn: string; these: readonly [string, string]; joined: string }>

/**
 * Fills a folder with the demonstration, and with what Boën's box brought after both had written
 * apart. `called`: its name here.
 */
export async function fillDivided(folder: string, called = 'Boën'): Promise<Divided> {
  await copyDemo(folder)
  const sail = openEngine(bricks, openBox(folder), placesIn(folder))
  const boen = openEngine(bricks, newBox())
  call(sail, boen, called)
  call(boen, sail, 'Sail')
  const [torn, gone] = sail.read.list(sail.types.get('need')!, { limit: 2 }).map(row => row.id) as [
    string,
    string,
  ]
  const [a, b, c, d] = [newId(), newId(), newId(), newId()].sort() as [
    string,
    string,
    string,
    string,
  ]
  bring(sail, [
    {
      type: 'place',
      id: a,
      fields: {
        name: 'Café des Voyageurs',
        kind: 'shop',
        commune: '42195',
        phone: '04 77 00 00 01',
        hours: 'Tu-Sa 08:00-19:00',
      },
    },
    {
      type: 'place',
      id: c,
      fields: { name: 'Salle des fêtes', kind: 'hall', commune: '42195', missing: 'des chaises' },
    },
  ])
  bring(boen, [
    {
      type: 'place',
      id: b,
      fields: {
        name: 'Le Café des voyageurs',
        kind: 'shop',
        commune: '42195',
        description:
          'Une salle au fond, un poêle, et des jeux de cartes. On y laisse un mot pour les ' +
          'gens du bourg.',
        hours: 'Tu-Su 08:00-20:00',
      },
    },
    {
      type: 'place',
      id: d,
      fields: { name: 'Salle des fêtes du bourg', kind: 'hall', commune: '42195' },
    },
  ])
  await met(sail, boen, NOW)
  bring(sail, [
    {
      type: 'need',
      id: torn,
      fields: {
        amount: 'deux palettes, pas plus',
        until: '2027-01-15',
        reach: 'au local, le mercredi',
      },
    },
  ])
  bring(boen, [
    {
      type: 'need',
      id: torn,
      fields: { amount: 'trois palettes', until: '2027-02-01', reach: 'chez Malo, le soir' },
    },
    { type: 'need', id: gone, fields: { where: 'à la gare' } },
    {
      type: 'place',
      id: d,
      fields: {
        hours: 'Mo-Fr 14:00-18:00',
        description: 'On demande la clé à Rosa.',
        phone: '04 77 00 00 02',
      },
    },
  ])
  say(sail, 'plain.remove', { type: 'need', id: gone })
  say(sail, 'sync.join', { these: [c, d] })
  await met(sail, boen, NOW)
  for (const { tables, log } of [sail, boen]) for (const { db } of [tables, log]) db.close()
  return { torn: `/annonces/${torn}`, these: [a, b], joined: `/annuaire/lieux/${c}` }
}

function call({ log }: OpenEngine, other: OpenEngine, called: string): void {
  log.db.exec('BEGIN')
  setPeerMark(log, other.log.box.name, { called, paired: true })
  log.db.exec('COMMIT')
}

const bring = (engine: OpenEngine, records: readonly object[]): void =>
  say(engine, 'plain.bring', { records: JSON.stringify(records) })
function say(engine: OpenEngine, command: string, input: Input): void {
  const [brick = '', verb = ''] = command.split('.')
  const asked = { brick, command: verb, input, by: 'keeper', id: newId(), lang: 'fr' } as const
  const [answer] = runBatch(engine, [asked], { ...machineClock(() => NOW), sure: true })
  if (!answer?.done) throw new Error(JSON.stringify(answer))
}
