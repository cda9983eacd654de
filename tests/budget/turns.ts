import { cpSync, rmSync } from 'node:fs'
import { bricks } from '../../src/app/bricks.ts'
import { encryptLetters } from '../../src/engine/letters/outgoing.ts'
import { placesIn } from '../../src/files/folder.ts'
import { recognise } from '../exchange/mail.ts'
import { carried } from '../exchange/met.ts'
import type { OpenEngine } from '../support/open-engine.ts'
import { openEngine } from '../support/open-engine.ts'
import { fixedBox } from '../wire/boxes.ts'
import { bring, clock, close, NOON, openCounted, turn, turnsTogether } from './box.ts'
import { drawFrom } from './chance.ts'
import { Count } from './count.ts'
import { type Figure, type Figures, roundUp } from './figures.ts'
import { walOf } from './wal.ts'

/** One act: what must be there before, then the turn itself, which alone is counted. */
type Act = Readonly<{ name: string; before: (engine: OpenEngine) => Promise<() => unknown> }>

const NOTICE = {
  title: 'Anaïs propose des palettes',
  who: 'Anaïs',
  reach: 'au local le mercredi après-midi',
  detail:
    'Elles sont sous l’auvent, derrière la salle, et il y en a de deux tailles. Les plus ' +
    'grandes portent une remorque entière de bois ; les petites font un bon composteur en ' +
    'une matinée, avec quatre vis et un peu de patience.',
  mode: 'give',
  where: 'derrière la salle des fêtes',
}
const KEEPERS = { by: 'keeper', brick: 'offers', command: 'offer', input: NOTICE } as const
const PLACE = {
  type: 'place',
  name: 'La halle aux grains',
  kind: 'hall',
  description:
    'Un toit, deux prises, six tables que l’on déplie ; l’eau est à la fontaine. La clé est ' +
    'chez Malo, en face.',
  address: 'place de la Fontaine',
  commune: '42195',
  hours: 'Mo-Fr 14:00-18:00',
}
const DEAL = { what: 'prendre le lit samedi', when: 'samedi', named: '1' }

export const ACTS: readonly Act[] = [
  {
    name: "a visitor's notice",
    before: async engine => () =>
      turn(engine, { by: 'visitor', brick: 'offers', command: 'offer', input: NOTICE }),
  },
  {
    name: "a keeper's notice",
    before: async engine => () =>
      turn(engine, { by: 'keeper', brick: 'offers', command: 'offer', input: NOTICE }),
  },
  {
    name: 'sixteen notices together',
    before: async engine => {
      const asked = Array.from({ length: 16 }, () => KEEPERS)
      return () => turnsTogether(engine, asked)
    },
  },
  {
    name: "a keeper's place",
    before: async engine => () =>
      turn(engine, { by: 'keeper', brick: 'plain', command: 'write', input: PLACE }),
  },
  { name: "a deal's answer", before: async engine => dealAnswered(engine) },
  { name: 'a letter asked', before: async engine => (await letterTo(engine)).asks },
  {
    name: 'a letter sealed',
    before: async engine => {
      const { asks } = await letterTo(engine)
      asks()
      return () => encryptLetters(engine, clock)
    },
  },
  {
    name: 'a meeting with ten pieces',
    before: async engine => () =>
      turn(engine, {
        by: 'keeper',
        brick: 'harvest',
        command: 'gather',
        input: { gathered: TEN_PIECES },
      }),
  },
]

function dealAnswered(engine: OpenEngine): () => unknown {
  const [lucie, barnabe] = ['Lucie', 'Barnabé'].map(name => bring(engine, 'member', { name })) as [
    string,
    string,
  ]
  const annonce = bring(engine, 'offer', {
    title: 'Un lit d’enfant',
    who: 'Barnabé',
    mode: 'give',
    author: barnabe,
  })
  const { next = '' } = turn(engine, {
    by: 'neighbour',
    me: lucie,
    brick: 'deals',
    command: 'propose',
    input: { ...DEAL, annonce },
  })
  const input = { id: next.split('/').at(-1) ?? '', says: 'yes' }
  return () =>
    turn(engine, { by: 'neighbour', me: barnabe, brick: 'deals', command: 'answer', input })
}

/** Barnabé gives a bed in the next village, whose courier came by; Lucie would like it. */
async function letterTo(engine: OpenEngine): Promise<Readonly<{ asks: () => unknown }>> {
  const boen = openEngine(bricks, fixedBox(2))
  const annonce = bring(boen, 'offer', {
    title: 'Un lit d’enfant',
    who: 'Barnabé',
    mode: 'give',
    reach: '04 77 00 00 00',
  })
  recognise(engine, boen, ['Sail', 'Boën'])
  await carried(boen, engine, NOON)
  close(boen)
  const me = bring(engine, 'member', { name: 'Lucie' })
  return {
    asks: () =>
      turn(engine, {
        by: 'neighbour',
        me,
        brick: 'deals',
        command: 'propose',
        input: { ...DEAL, annonce },
      }),
  }
}

/** As a harvest finds them, by hand: a rule that recognises more moves no budget. */
const TEN_PIECES = JSON.stringify({
  found: {
    meeting: {
      title: 'Bureau du four banal',
      date: '2026-12-01',
      place: 'salle des fêtes',
      people: ['Anaïs', 'Malo'],
    },
    candidates: ['idea', 'need', 'offer', 'event', 'initiative'].flatMap((kind, at) =>
      [0, 1].map(n => ({
        id: `${at}${n}`,
        kind,
        title: `Refaire la porte du four, ${at}${n}`,
        fields: { detail: 'La porte ferme mal ; Malo a de quoi la refaire au printemps.' },
        private: false,
        source: { from: 100 * at + 50 * n, to: 100 * at + 50 * n + 40 },
        certainty: 0.8,
      })),
    ),
    links: [],
  },
  text: { hash: 'a'.repeat(64), name: 'notes.txt', type: 'text/plain', size: 4_000 },
  url: null,
})

/**
 * What one turn asks of SQLite, and the bytes that it adds to the WAL of each file: frames of whole
 * pages, as they go to the card.
 *
 * Absent  what a checkpoint writes later, once for many turns; `local.db`.
 */
export async function measureTurns(
  boxes: Readonly<{ empty: string; filled: string }>,
): Promise<Figures> {
  const all: Figure[] = []
  for (const [box, folder] of Object.entries(boxes))
    for (const act of ACTS)
      all.push(...(await measured(`turn ${act.name}, ${box} box`, folder, act)))
  return new Map(all)
}

async function measured(name: string, folder: string, act: Act): Promise<readonly Figure[]> {
  const copy = `${folder}-copy`
  cpSync(folder, copy, { recursive: true })
  const count = new Count()
  const engine = openCounted(copy, count)
  try {
    drawFrom(4)
    const does = await act.before(engine)
    for (const { db } of [engine.log, engine.tables]) {
      db.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get()
      db.exec('PRAGMA wal_autocheckpoint = 0')
    }
    drawFrom(5)
    count.clear()
    await does()
    const asked: Figure[] = [
      [`${name}: statements`, { figure: count.statements, seen: count.most('statements') }],
      [`${name}: steps`, { figure: roundUp(count.steps), seen: count.most('steps') }],
    ]
    const { log, tables } = placesIn(copy)
    const [inLog, inTables] = [walOf(log, engine.log.db), walOf(tables, engine.tables.db)]
    return [
      ...asked,
      [`${name}: bytes to log.db`, { figure: inLog.bytes, seen: [inLog.trees.join(' · ')] }],
      [
        `${name}: bytes to tables.db`,
        { figure: inTables.bytes, seen: [inTables.trees.join(' · ')] },
      ],
    ]
  } finally {
    close(engine)
    rmSync(copy, { recursive: true, force: true })
  }
}
