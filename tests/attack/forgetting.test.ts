import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { bricks } from '../../src/app/bricks.ts'
import { calendarRoutes } from '../../src/bricks/agenda/server/calendar.ts'
import { isLetIn } from '../../src/contract/permission.ts'
import { dataRoutes } from '../../src/data/table-out.ts'
import { typesOf } from '../../src/engine/shape.ts'
import { machineClock } from '../../src/files/clock.ts'
import { openBox, placesIn } from '../../src/files/folder.ts'
import { entryById } from '../../src/log/log.ts'
import type { PageSource } from '../../src/web/pages/kit.ts'
import { printsOf, toPrint } from '../../src/web/print/prints.ts'
import { wholeBricks } from '../../src/web/records/brick.ts'
import { hashLightly } from '../../src/web/session/keeper.ts'
import { carry } from '../exchange/mail.ts'
import { filesLeft, filesWhere } from '../faults/on-disk.ts'
import { COCOTE, kill, serving } from '../faults/serving.ts'
import { withKeeper } from '../faults/turns.ts'
import { BOXES, frozenSaid, frozenVersions, openFrozen } from '../frozen/open.ts'
import { browsing } from '../frozen/person.ts'
import type { Answer, Browser } from '../support/browser.ts'
import { copyDemo } from '../support/demo-folder.ts'
import type { OpenEngine } from '../support/open-engine.ts'
import { openEngine } from '../support/open-engine.ts'
import { testAll, testOnce } from '../support/pass.ts'
import { showSent } from '../support/show-sent.ts'
import { cardOf, PASSPHRASE, signIn, type TestBox, testBox } from '../support/test-box.ts'
import { runBatch } from '../support/turns.ts'
import {
  ACTS,
  holdsThem,
  IN_ANOTHERS_NAME,
  LEFT,
  NAME,
  PHONE,
  taken,
  type World,
  worldOf,
} from './acts.ts'

const all = wholeBricks(bricks)
const commands = all.flatMap(brick =>
  brick.commands.filter(one => isLetIn('relay', one.who)).map(one => `${brick.name}.${one.name}`),
)

const neighbours = new Set(
  all.flatMap(brick =>
    brick.commands
      .filter(one => isLetIn('neighbour', one.who))
      .map(one => `${brick.name}.${one.name}`),
  ),
)

testOnce(
  'each record type of each brick says whose it is: somebody’s, signed by whoever writes ' +
    'it, or nobody’s',
  () => {
    for (const brick of all)
      for (const type of brick.records) {
        const said = [
          Object.hasOwn(brick.owners ?? {}, type.name),
          brick.signs?.includes(type.name),
          brick.nobodys?.includes(type.name),
        ]
        const where = `the model of ${brick.name}`
        assert.ok(said.some(Boolean), `${where}: add '${type.name}' to owners, signs or nobodys`)
        assert.ok(
          !(brick.nobodys?.includes(type.name) && said.filter(Boolean).length > 1),
          `${type.name} is nobody’s and somebody’s`,
        )
        const links = Object.entries(type.fields).filter(
          ([, field]) => field.kind === 'link' && (field.to ?? []).includes('member'),
        )
        if (brick.nobodys?.includes(type.name))
          assert.deepEqual(links, [], `${type.name} links to a member: it is not nobody’s`)
      }
    const known = new Set(typesOf(bricks).keys())
    for (const brick of all)
      for (const name of [
        ...Object.keys(brick.owners ?? {}),
        ...(brick.signs ?? []),
        ...(brick.nobodys ?? []),
      ])
        assert.ok(known.has(name), `${brick.name} names ${name}, which is no type`)
  },
)

testOnce('each command that a member may call has a line in ACTS, or in LEFT', () => {
  const known = new Set([...Object.keys(ACTS), ...Object.keys(LEFT)])
  const asked = commands
    .filter(name => !known.has(name))
    .map(name => `tests/attack/acts.ts: add '${name}' to ACTS, or to LEFT with its test`)
  const gone = [...known]
    .filter(name => !commands.includes(name))
    .map(name => `tests/attack/acts.ts: take '${name}' out, no brick has it`)
  assert.deepEqual([...asked, ...gone], [])
})

type Opened = Readonly<{ box: TestBox; world: World; source: PageSource }>
async function openWorld(): Promise<Opened> {
  let source: PageSource | undefined
  const box = testBox({
    routes: (app, server, engine) => {
      source = server.source
      dataRoutes(app, server, engine.tables.sql)
      calendarRoutes(app, server)
    },
  })
  const keeper = box.keeper
  const id = box.welcome({ name: NAME, how: 'phone', phone: PHONE, uses: 'phone-shown' })
  const paul = box.welcome({ name: 'Paul' })
  const world = await worldOf(keeper, await box.memberOf(id), box.visitor('wifi'), id, paul)
  return { box, world, source: source! }
}

/** What the rows of a file hold, long texts as people read them. */
function rowsHolding(db: TestBox['engine']['log']['db']): readonly string[] {
  const tables = db
    .prepare("SELECT name FROM sqlite_master WHERE type = 'table'")
    .all()
    .map(row => String(row['name']))
  return tables.flatMap(name =>
    db
      .prepare(`SELECT * FROM "${name}"`)
      .all()
      .flatMap(row =>
        Object.entries(row).flatMap(([column, value]) =>
          isIn(value) ? [`${name}.${column}: ${String(value).slice(0, 200)}`] : [],
        ),
      ),
  )
}
function isIn(value: unknown): boolean {
  const text = value instanceof Uint8Array ? Buffer.from(value).toString('utf8') : String(value)
  const long = [...text.matchAll(/"yjs":"([A-Za-z0-9+/=]+)/g)].map(([, bytes]) =>
    Buffer.from(bytes!, 'base64').toString('utf8'),
  )
  return [text, ...long].some(holdsThem)
}

/**
 * Every page that links lead to, and every table that may be taken, as this person reads them: so
 * many of those that hold what is looked for, or all.
 */
async function pagesHolding(person: Browser, most = Infinity): Promise<readonly string[]> {
  const tables = [...typesOf(bricks).keys()].flatMap(name =>
    ['csv', 'json', 'jsonld', 'atom'].map(format => `/donnees/${name}.${format}`),
  )
  const seen = new Set([
    '/',
    '/tenir',
    '/habitants',
    '/mes-mots',
    '/a-montrer',
    '/mur',
    '/agenda.ics',
    ...tables,
  ])
  const found: string[] = []
  for (const path of seen) {
    const answer = await person.get(path)
    if (holdsThem(answer.body)) found.push(path)
    if (found.length === most) break
    for (const [, next] of answer.body.matchAll(/(?:href|action)="(\/[^"#]*)"/g))
      if (seen.size < 600) seen.add(next!.replaceAll('&amp;', '&'))
  }
  return found
}

/** What waits is read, and shown. */
async function showAll(keeper: Browser): Promise<void> {
  const waiting = [
    ...new Set(
      [...(await keeper.get('/a-montrer')).body.matchAll(/name="id" value="([0-9a-z]{26})"/g)].map(
        ([, id]) => id!,
      ),
    ),
  ]
  assert.ok(waiting.length > 1, 'what a neighbour says in somebody’s name waits')
  for (const id of waiting) taken(await showSent(keeper, id))
}

/** Every print that a keeper may take, of all or of one thing. */
function printsHolding({ world, source }: Opened): readonly string[] {
  const ids = [undefined, world.own, world.offer, world.idea, world.id]
  const kinds = [...new Set(printsOf(all).map(({ print }) => print.kind))]
  return kinds.flatMap(kind =>
    ids.flatMap(id => {
      const made = toPrint(source, kind, id, { query: {}, lang: 'fr', by: 'keeper', private: true })
      return 'paper' in made && holdsThem(JSON.stringify(made.paper)) ? [`${kind} ${id ?? ''}`] : []
    }),
  )
}

testAll(
  'whoever is forgotten is in no page, table, row or entry any more, whatever they did with ' +
    'their card (law 11)',
  async () => {
    const opened = await openWorld()
    const { box, world } = opened
    const { engine } = box
    const known = new Set<number>()
    /** Whether an entry that was not there the last time is theirs. */
    const wrote = (): boolean => {
      const all = engine.log.sql.all<{ id: number }>('SELECT id FROM entry')
      const fresh = all.filter(({ id }) => !known.has(id))
      for (const { id } of fresh) known.add(id)
      return fresh.some(({ id }) => entryById(engine.log, id)?.by === world.id)
    }
    const does = async (name: string, act: (w: World) => Promise<Answer>): Promise<void> => {
      wrote()
      taken(await act(world))
      assert.ok(wrote(), `${name} wrote nothing`)
      // Ten minutes for thirty posts, and as many idle ones for a visit: nobody is stopped, nobody
      // is sent away.
      box.later(50_000)
      await world.keeper.get('/')
    }
    const isNeighbours = ([name]: readonly [string, unknown]): boolean =>
      neighbours.has(name) && !name.endsWith('Relay')
    const named = (said?: string) =>
      Object.entries(IN_ANOTHERS_NAME).map(
        ([name, act]) => [name, (w: World) => act(w, 'Huguette', said)] as const,
      )
    for (const [name, act] of [...Object.entries(ACTS).filter(isNeighbours), ...named()])
      await does(name, act)
    await showAll(world.keeper)
    // The same once they are a relay, who speaks for others without waiting.
    const again = named(`Demandez encore ${NAME}, au ${PHONE}`)
    for (const [name, act] of [...Object.entries(ACTS).filter(one => !isNeighbours(one)), ...again])
      await does(name, act)
    assert.equal((await pagesHolding(box.visitor('wifi'), 11)).length, 11, 'they show before')
    assert.ok(printsHolding(opened).length > 2, 'they are printed before')
    const file = (await world.me.get('/moi/tout.json')).body
    for (const type of [
      'offer',
      'need',
      'response',
      'confirmation',
      'word',
      'wall-message',
      'deal',
      'relay',
      'shelf-file',
    ])
      assert.ok(file.includes(`"type": "${type}"`), `${type} is not in what they take along`)
    const keyed = engine.read.list(typesOf(bricks).get('offer')!, { where: 'toldTo IS NOT NULL' })
    const gone = await world.me.post('/moi/oublier', {})
    assert.equal(gone.location, '/oubli', box.faults.join('\n') + gone.text)
    for (const db of [engine.log.db, engine.tables.db, box.local.db])
      assert.deepEqual(rowsHolding(db), [])
    assert.deepEqual(await pagesHolding(box.visitor('wifi')), [])
    assert.deepEqual(await pagesHolding(box.keeper), [])
    assert.deepEqual(printsHolding(opened), [])
    for (const { id } of keyed)
      assert.match(
        (await box.visitor().get(`/annonces/${id}`)).text,
        /Huguette : « prête une (échelle|scie), dit à quelqu’un »/,
        'what was said for another stays',
      )
    assert.deepEqual(box.faults, [])
  },
)

/** A box where Huguette, whom people speak through, says in that person's name all that one may. */
async function spokenFor(): Promise<Readonly<{ of: TestBox; me: Browser; them: string }>> {
  const of = testBox()
  const keeper = of.keeper
  const [them, huguette, paul] = [
    of.welcome({ name: NAME }),
    of.welcome({ name: 'Huguette' }),
    of.welcome({ name: 'Paul' }),
  ]
  taken(
    await keeper.post(`/habitants/${huguette}/relais`, {
      name: 'Huguette',
      where: 'au bar',
      yes: '1',
    }),
  )
  const [me, speaker] = [await of.memberOf(them), await of.memberOf(huguette)]
  const spoken = await worldOf(keeper, speaker, of.visitor('wifi'), huguette, paul)
  // Her own notice is of nobody's name here.
  taken(await keeper.post('/retirer', { type: 'offer', id: spoken.own }))
  for (const act of Object.values(IN_ANOTHERS_NAME)) taken(await act(spoken, NAME))
  return { of, me, them }
}
const saidFor = ({ engine }: TestBox): number =>
  ['offer', 'need', 'confirmation', 'response'].flatMap(name =>
    [
      ...engine.read.list(typesOf(bricks).get(name)!),
      ...engine.read.list(typesOf(bricks).get(name)!, {}, 'home'),
    ].filter(row =>
      holdsThem(JSON.stringify([Reflect.get(row, 'who'), Reflect.get(row, 'firstName')])),
    ),
  ).length

testOnce(
  'what somebody else said in their name goes with them, and stays when another member may ' +
    'be meant',
  async () => {
    const { of, me } = await spokenFor()
    assert.ok(saidFor(of) >= Object.keys(IN_ANOTHERS_NAME).length, 'it stands before')
    assert.equal((await me.post('/moi/oublier', {})).location, '/oubli')
    assert.equal(saidFor(of), 0)
    const two = await spokenFor()
    two.of.welcome({ name: NAME.toUpperCase() })
    const had = saidFor(two.of)
    assert.equal((await two.me.post('/moi/oublier', {})).location, '/oubli')
    assert.equal(saidFor(two.of), had)
  },
)

testOnce(
  'what a member of 0.1 answered, with nothing in it that says whose it was, goes with ' +
    'them: here, and in the box that had it',
  async t => {
    const version = frozenVersions()[0]!
    const nadia = frozenSaid(version).cards['Nadia']!.member
    const folders = BOXES.map(box => openFrozen(version, box))
    t.after(() => {
      for (const folder of folders) rmSync(folder, { recursive: true, force: true })
    })
    const [sail, boen] = folders.map(folder =>
      openEngine(bricks, openBox(folder), placesIn(folder)),
    ) as [OpenEngine, OpenEngine]
    /** By whom each value that names her was written. */
    const naming = ({ log }: OpenEngine): readonly string[] =>
      log.sql
        .all<{ entry: number }>("SELECT entry FROM piece WHERE value LIKE '%Nadia%'")
        .map(({ entry }) => entryById(log, entry)!.by)
    assert.ok(naming(sail).includes(nadia) && naming(boen).length > 0)
    const asked = {
      brick: 'members',
      command: 'beForgotten',
      input: {},
      by: 'neighbour',
      me: nadia,
      id: 'nadia',
      lang: 'fr',
    } as const
    assert.ok(runBatch(sail, [asked], machineClock())[0]!.done)
    assert.ok(
      naming(sail).every(by => by === 'visitor'),
      'what is sent without a card is nobody’s: the page says so',
    )
    await carry(sail, boen, machineClock())
    assert.deepEqual(naming(boen), [])
    for (const { log, tables } of [sail, boen]) for (const db of [log.db, tables.db]) db.close()
  },
)

testAll(
  'on a real box nothing is left of them on the disk, in what is exported, in what the ' +
    'machine was told',
  async () => {
    const root = mkdtempSync(join(tmpdir(), 'cocote-forgotten-'))
    const folder = join(root, 'box')
    await copyDemo(folder)
    // Another process opens what is hashed here.
    hashLightly(false)
    await withKeeper(folder, PASSPHRASE)
    const server = serving(folder)
    try {
      const address = await server.ready
      const at = { visitor: () => browsing(address) }
      const keeper = at.visitor()
      await signIn(keeper, 'keeper')
      const welcome = async (name: string): Promise<string> =>
        taken(
          await keeper.post('/habitants/accueillir', {
            name,
            how: 'phone',
            phone: name === NAME ? PHONE : '06 11 22 33 44',
          }),
        )
          .location.split('/')
          .at(-1)!
      const [id, paul] = [await welcome(NAME), await welcome('Paul')]
      const me = at.visitor()
      await signIn(me, await cardOf(keeper, id))
      const there = await worldOf(keeper, me, at.visitor(), id, paul)
      for (const act of Object.values(ACTS)) taken(await act(there))
      const isHeld = (bytes: string): boolean => isIn(Buffer.from(bytes, 'latin1').toString('utf8'))
      assert.ok(filesWhere(folder, isHeld).length > 0)
      assert.equal(taken(await there.me.post('/moi/oublier', {})).location, '/oubli')
      assert.deepEqual(await pagesHolding(at.visitor()), [])
      assert.deepEqual(await filesLeft(folder, isHeld), [])
      assert.equal(await kill(server, 'SIGTERM'), 0)
      assert.ok(!holdsThem(server.said()))
      const [zip, copy] = [join(root, 'public.zip'), join(root, 'site')]
      for (const args of [
        ['export', zip],
        ['export', '--site', copy],
      ])
        assert.equal(spawnSync(COCOTE, [...args, '--data', folder], { encoding: 'utf8' }).status, 0)
      for (const [name, bytes] of Object.entries(unzipSync(readFileSync(zip))))
        assert.ok(!isIn(bytes), name)
      assert.deepEqual(filesWhere(copy, isHeld), [])
    } finally {
      await kill(server)
      rmSync(root, { recursive: true, force: true })
    }
  },
)
