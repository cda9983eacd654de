import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before } from 'node:test'
import { unzipSync } from 'fflate'
import { bricks } from '../../src/app/bricks.ts'
import { keeperRecord, proposal } from '../../src/contract/records/own-records.ts'
import { idFrom } from '../../src/core/id.ts'
import { type Field, type RecordType, spaceOf, type Value } from '../../src/core/schema.ts'
import { openReading } from '../../src/engine/engine.ts'
import type { BroughtRecord } from '../../src/engine/records/bring.ts'
import { typesOf } from '../../src/engine/shape.ts'
import { dayAt, machineClock } from '../../src/files/clock.ts'
import { storeFile } from '../../src/files/files.ts'
import { openBox, placesIn } from '../../src/files/folder.ts'
import { pageSourceOver } from '../../src/web/pages/page-source.ts'
import { toFile } from '../../src/web/print/print-file.ts'
import { printsOf, toPrint } from '../../src/web/print/prints.ts'
import { wholeBricks } from '../../src/web/records/brick.ts'
import { copyDemo } from '../support/demo-folder.ts'
import { isPdf } from '../support/links.ts'
import type { OpenEngine } from '../support/open-engine.ts'
import { openEngine } from '../support/open-engine.ts'
import { testAll, testEach, testOnce } from '../support/pass.ts'
import { runBatch } from '../support/turns.ts'
import { COCOTE, kill, type Serving, serving } from './serving.ts'
import { type Answer, ask, withKeeper } from './turns.ts'

/** A word of no language, that stands in every private field and in nothing else. */
const CANARY = 'zwyntrolubak'
/**
 * What a form sent by a visitor holds: the page that answers them may say it again, no other page
 * may.
 */
const ECHO = 'vroxtimalupe'
const NEAR = 'zwyntrolubek'
const MOST_PAGES = 3_000

const root = mkdtempSync(join(tmpdir(), 'cocote-canary-'))
const folder = join(root, 'box')
const types = [...typesOf(bricks).values()]
/** Records that everybody sees, with private fields. */
const shown: { type: RecordType; id: string }[] = []
/** Records that stand in this box only. */
const hidden: { type: RecordType; id: string }[] = []
let cookie = ''
let server: Serving
let address = ''

before(async () => {
  await copyDemo(folder)
  cookie = await withKeeper(folder)
  const engine = openEngine(bricks, openBox(folder), placesIn(folder))
  bring(engine, withPrivateFields())
  const counted = countsOf(engine)
  bring(engine, keptHere())
  assert.deepEqual(countsOf(engine), counted, 'what stays in this box is counted nowhere')
  engine.tables.db.close()
  engine.log.db.close()
  server = serving(folder)
  address = await server.ready
})
after(async () => {
  await kill(server)
  rmSync(root, { recursive: true, force: true })
})

const newId = (): string => idFrom(Date.now(), randomBytes(10))

function bring(engine: OpenEngine, records: readonly BroughtRecord[]): void {
  const asked = {
    brick: 'plain',
    command: 'bring',
    input: { records: JSON.stringify(records) },
    by: 'keeper',
    id: newId(),
    lang: 'fr',
  } as const
  const [answer] = runBatch(engine, [asked], machineClock())
  assert.ok(answer?.done, JSON.stringify(answer))
}
const countsOf = ({ log, tables }: OpenEngine): readonly unknown[] => [
  tables.sql.get('SELECT count(*) AS n FROM doc'),
  tables.sql.get('SELECT count(*) AS n FROM search'),
  tables.sql.get('SELECT count(*) AS n FROM link'),
  log.sql.all("SELECT name, last FROM feed WHERE name LIKE '%.commons'"),
]

/** The canary as a field of this kind holds it; undefined for kinds that hold no words. */
function planted(field: Field): Value | undefined {
  const said = `${CANARY} ${randomBytes(2).toString('hex')}`
  if (field.kind === 'files')
    return [
      storeFile(folder, 'home', Buffer.from(`${CANARY}\n`), {
        name: `${CANARY}.txt`,
        type: 'text/plain',
      }),
    ] as unknown as Value
  if (field.kind === 'email') return `${CANARY}@exemple.org`
  if (field.kind === 'url') return `https://exemple.org/${CANARY}`
  if (field.kind === 'prose') return said
  if (field.kind === 'text') return field.many ? [said] : said
  return undefined
}
/** A value that shows, so that the record has its page. */
function plain(type: RecordType, name: string, field: Field): Value | undefined {
  if (field.kind === 'day') return field.many ? [dayAt(Date.now())] : dayAt(Date.now())
  if (field.kind === 'choice') return field.choices?.[0]
  return name === type.title && field.kind === 'text' ? `Pour voir ${type.name}` : undefined
}
const filled = (
  type: RecordType,
  value: (name: string, field: Field) => Value | undefined,
): BroughtRecord['fields'] =>
  Object.fromEntries(
    Object.entries(type.fields).flatMap(([name, field]) =>
      value(name, field) === undefined ? [] : [[name, value(name, field)!]],
    ),
  )

/** A record of each type that everybody sees, its private fields filled. */
const withPrivateFields = (): readonly BroughtRecord[] =>
  types
    .filter(type => type.space !== 'home')
    .map(type => {
      const id = newId()
      shown.push({ type, id })
      const fields = filled(type, (name, field) =>
        spaceOf(type, field) === 'home' ? planted(field) : plain(type, name, field),
      )
      return { type: type.name, id, fields }
    })

/** What waits, what was harvested, what is the house's own: whole records that stay in this box. */
function keptHere(): readonly BroughtRecord[] {
  const own = types
    .filter(type => type.path || type.space === 'home')
    .map((type): BroughtRecord => {
      const id = newId()
      hidden.push({ type, id })
      return {
        type: type.name,
        id,
        space: 'home',
        fields: filled(type, (_, field) => planted(field)),
      }
    })
  const waiting = own
    .filter(one => one.type !== proposal.name)
    .map(
      (one): BroughtRecord => ({
        type: proposal.name,
        id: newId(),
        space: 'home',
        fields: { of: one.type, piece: one.id, state: 'waiting', sentBy: 'visitor' },
      }),
    )
  return [...own, ...waiting, ...byCard()]
}

/** What its person shows to people who hold a card. */
const byCard = (): readonly BroughtRecord[] =>
  types.flatMap((type): readonly BroughtRecord[] => {
    if (!type.shownByCard) return []
    const id = newId()
    hidden.push({ type, id })
    const said = filled(type, (_, field) => planted(field))
    const fields = { ...said, [type.shownByCard]: true }
    return [{ type: type.name, id, space: 'home', fields }]
  })

const holds = (text: string, word = CANARY): boolean =>
  text.normalize('NFD').toLowerCase().includes(word)
function clean(path: string, answer: Answer | undefined, word = CANARY): Answer {
  assert.ok(answer, `${path}: no answer. ${server.said()}`)
  assert.ok(
    !holds(answer.body, word),
    `${path}: the canary is in the page: ${around(answer.body, word)}`,
  )
  assert.ok(!holds(answer.headers, word), `${path}: the canary is in the headers`)
  return answer
}
const around = (text: string, word: string): string => {
  const at = text.toLowerCase().indexOf(word)
  return text.slice(Math.max(0, at - 120), at + 60)
}

/** Every address of this box that a page names. */
const addressesIn = (body: string): readonly string[] =>
  pathsIn(body, /(?:href|src|action)="(\/[^"#]*)/g)
/** Every address of this box that a link leads to. */
const linksIn = (body: string): readonly string[] => pathsIn(body, /href="(\/[^"#]*)/g)
const pathsIn = (body: string, pattern: RegExp): readonly string[] =>
  [...body.matchAll(pattern)].map(([, path]) => path!.replaceAll('&amp;', '&'))

/** Prints in PDF are left out (`isPdf`): what they say is read below, before it is set. */
async function crawl(starts: readonly string[], lang: string): Promise<number> {
  const seen = new Set(starts)
  const left = [...starts]
  const linked = new Map<string, string>()
  const missing: string[] = []
  for (let path = left.pop(); path !== undefined; path = left.pop()) {
    assert.ok(seen.size < MOST_PAGES, 'pages have no end')
    const answer = clean(path, await ask(address, path, { headers: { 'accept-language': lang } }))
    assert.ok(answer.status < 500, `${path}: ${answer.status}`)
    if (answer.status === 404) missing.push(path)
    for (const to of linksIn(answer.body)) linked.set(to, path)
    const found = answer.location.startsWith('/') ? [answer.location] : addressesIn(answer.body)
    for (const next of found)
      if (!seen.has(next) && !next.includes('langue=') && !isPdf(next)) {
        seen.add(next)
        left.push(next)
      }
  }
  const dead = missing.filter(path => linked.has(path))
  assert.deepEqual(
    dead.map(path => `${path} on ${linked.get(path)}`),
    [],
    'every link leads somewhere',
  )
  assert.ok(linked.size > 100, `${linked.size} links`)
  return seen.size
}

const STARTS = [
  '/',
  '/annuaire',
  '/annonces',
  '/agenda',
  '/idees',
  '/carte',
  '/veilleuse',
  '/qui-tient-cette-page',
  '/sante',
  '/agenda.ics',
  '/entrer',
  '/cueillette',
  '/a-montrer',
]
/** An address that names no record. */
const isWhole = (path: string): boolean => !path.includes(':')
/** The first pages, then those of each brick that name no record. */
const PAGES = [
  ...new Set([
    ...STARTS,
    ...bricks.flatMap(brick => brick.pages.map(page => page.path)).filter(isWhole),
  ]),
]

testEach('the canary is seen where it may stand: in what waits for the keeper', async () => {
  const answer = await ask(address, '/a-montrer', { cookie })
  assert.equal(answer?.status, 200)
  assert.ok(holds(answer?.body ?? ''), 'what waits is not shown to the keeper')
})

/** Where notes that were read stand; whoever crawls asks for it too. */
let review = ''
testAll(
  'notes that were read are there for the keeper, and the crawls that follow would see them',
  async () => {
    const notes =
      `Réunion du 5 mars 2026 à Trelins\n\nPrésents : ${CANARY}, Anaïs\n\n- ${CANARY} apporte ` +
      `des bancs\n- à voir avec ${CANARY}\n`
    const kept = await ask(address, '/cueillette', {
      body: new URLSearchParams({ notes }).toString(),
      cookie,
    })
    assert.equal(kept?.status, 303, kept?.body ?? 'no answer')
    review = String(kept?.location)
    assert.ok(holds((await ask(address, review, { cookie }))?.body ?? ''), 'the keeper reads them')
  },
)

for (const lang of ['fr', 'en'])
  testAll(`no page that anybody may read holds a private word (${lang}, law 6)`, async t => {
    const tables = types.flatMap(type => [
      ...['csv', 'json', 'geojson', 'jsonld', 'atom'].map(
        format => `/donnees/${type.name}.${format}`,
      ),
      `/donnees/${type.path?.slice(1).replaceAll('/', '-')}.csv`,
    ])
    t.diagnostic(
      `${await crawl([...STARTS, review, `${review}/accord`, ...tables], lang)} addresses`,
    )
  })

testOnce(
  'the pages that name no record, and the page of each record that has private fields, hold no ' +
    'private word',
  async () => {
    for (const path of PAGES) clean(path, await ask(address, path))
    const seen: Answer[] = []
    for (const { type, id } of shown)
      if (type.path) seen.push(clean(type.path, await ask(address, `${type.path}/${id}`)))
    assert.ok(seen.filter(one => one.body.includes('Pour voir ')).length > 3, 'they have pages')
  },
)

/** A house without that brick has no screen. */
const hasScreen = bricks.some(brick => brick.name === 'veilleuse')
/** The screen's documents, one after the other as it asks for them; what all of them said. */
async function turned(cycles: number, word = CANARY): Promise<string> {
  let path = '/veilleuse'
  let said = ''
  if (!hasScreen) return said
  for (let cycle = 0; cycle < cycles; cycle++) {
    const answer = clean(path, await ask(address, path), word)
    said += answer.body
    path = /data-suite="([^"]*)"/.exec(answer.body)![1]!.replaceAll('&amp;', '&')
  }
  return said
}

testOnce(
  'the screen that turns comes to all that everybody sees, and never to a private word ' +
    '(laws 6 and 11)',
  async () => {
    const said = await turned(40)
    for (const type of ['offer', 'need'])
      if (hasScreen && types.some(one => one.name === type))
        assert.ok(said.includes(`Pour voir ${type}`), type)
  },
)

/** The columns that one would ask for to see what stays here. */
const homeFirst = (type: RecordType): string => {
  const names = Object.keys(type.fields)
  const isHome = (name: string) => spaceOf(type, type.fields[name]!) === 'home'
  return [...names.filter(isHome), ...names.filter(name => !isHome(name))].join(',')
}

testAll(
  'no print that anybody may take holds a private word, whatever is asked of it (law 6)',
  () => {
    const reading = openReading(placesIn(folder))
    const source = pageSourceOver(bricks, reading, {
      secret: randomBytes(32),
      clock: machineClock(),
    })
    const prints = printsOf(wholeBricks(bricks)).map(({ print }) => print)
    const ids = [
      ...new Set([...types.map(type => type.name), ...[...shown, ...hidden].map(one => one.id)]),
    ]
    let made = 0
    const taken = (
      kind: string,
      id: string | undefined,
      query: Readonly<Record<string, string>>,
      seen: boolean,
    ): void => {
      const asked = { query, lang: 'fr', by: 'visitor', private: seen } as const
      const all = [
        toPrint(source, kind, id, asked),
        ...(['html', 'csv'] as const).map(form => toFile(source, { kind, id, form }, asked)),
      ]
      made += all.filter(one => !('wrong' in one)).length
      assert.ok(
        !holds(JSON.stringify(all)),
        `${kind} ${id ?? ''} ${JSON.stringify(query)}: ${around(JSON.stringify(all), CANARY)}`,
      )
    }
    try {
      const kept = {
        query: { col: homeFirst(types.find(one => one.name === 'meeting')!) },
        lang: 'fr',
        by: 'keeper',
        private: true,
      } as const
      assert.ok(
        holds(JSON.stringify(toPrint(source, 'liste', 'meeting', kept))),
        'the keeper prints what stays here, and the canary is in it',
      )
      for (const { kind, ofOne } of prints)
        for (const id of ofOne ? ids : [undefined]) {
          const type = types.find(one => one.name === id)
          const columns: Readonly<Record<string, string>> = type ? { col: homeFirst(type) } : {}
          const all = { ...columns, cases: 'oui', q: CANARY.slice(0, 8) }
          for (const query of [{}, all, { vides: 'oui' }, { format: 'long' }, columns])
            for (const seen of [true, false]) taken(kind, id, query, seen)
        }
    } finally {
      reading.close()
    }
    assert.ok(made > 50, `${made} made`)
  },
)

testOnce('a record that stays in this box has no page, by its id neither', async () => {
  for (const { type, id } of hidden) {
    for (const end of ['', '/modifier', '/changements', '.ics']) {
      const path = `${type.path ?? `/${type.name}`}/${id}${end}`
      const answer = clean(path, await ask(address, path))
      assert.ok(
        answer.status !== 200 || answer.body.includes('name="passphrase"'),
        `${path}: ${answer.status}`,
      )
    }
    for (const path of [
      `/repondre/${id}`,
      `/cueillette/${id}`,
      `/cueillette/piece/${id}`,
      `/cueillette/${id}/accord`,
      `/agenda/${id}.ics`,
    ])
      clean(path, await ask(address, path))
  }
})

testOnce(
  'a search, a misspelling, a filter and a page that is not there say nothing of it',
  async () => {
    const rest = [
      NEAR,
      CANARY.slice(0, 6),
      `${CANARY.slice(0, -2)}`,
      `"${NEAR}"`,
      `${CANARY.slice(0, 8)}*`,
    ]
    for (const words of rest) {
      const path = `/chercher?q=${encodeURIComponent(words)}`
      clean(path, await ask(address, path))
    }
    // The page says again what was asked, and finds nothing.
    const nothing = await ask(address, `/chercher?q=${ECHO}`)
    const asked = await ask(address, `/chercher?q=${CANARY}`)
    assert.equal(
      asked?.body.replaceAll(CANARY, ECHO).replace(/jeton" value="[^"]*/g, ''),
      nothing?.body.replace(/jeton" value="[^"]*/g, ''),
    )
    for (const path of [
      '/nulle-part',
      '/annonces/zzz',
      '/annonces?page=999',
      '/annonces?q=%00',
      '/%ff',
      '/carte?theme=x',
    ])
      clean(path, await ask(address, path))
  },
)

const form = (fields: Readonly<Record<string, string>>): string =>
  new URLSearchParams(fields).toString()

/** What a visitor types into a field: a word that stands in nothing else. */
function typedIn({ kind, choices, to }: Field): string | undefined {
  if (kind === 'text' || kind === 'prose') return `au ${ECHO}`
  if (kind === 'email') return `${ECHO}@exemple.org`
  if (kind === 'url') return `https://exemple.org/${ECHO}`
  if (kind === 'choice') return choices?.[0]
  if (kind === 'day') return dayAt(Date.now())
  if (kind !== 'link') return undefined
  // The first type that the field names is the one whose form has no field of its own.
  const targets = to?.length
    ? to.flatMap(name => shown.find(({ type }) => type.name === name) ?? [])
    : shown.filter(({ type }) => type.path !== undefined)
  return targets[0]?.id
}
/** The form of a type: with all that it asks, else with what it must have alone. */
const formsOf = (type: RecordType): readonly Readonly<Record<string, string>>[] =>
  [false, true].map(isBare =>
    Object.fromEntries(
      Object.entries(type.fields).flatMap(([name, field]) => {
        const isWanted = isBare ? field.required : !field.unasked || field.kind === 'link'
        const value = isWanted ? typedIn(field) : undefined
        return value === undefined ? [] : [[name, value]]
      }),
    ),
  )

/** Types that a visitor sends otherwise than by their fields, and where what they hold is tried. */
const OTHERWISE: Readonly<Record<string, string>> = {
  'wall-remark': 'src/bricks/wall/wall.test.ts',
  'shelf-file': 'src/bricks/shelf/shelf.test.ts',
  deal: 'src/bricks/deals/private.test.ts',
  'deal-answer': 'src/bricks/deals/private.test.ts',
  'hidden-number': 'src/bricks/privacy/hiding.test.ts',
  'unit-line': 'src/bricks/lending/shares.test.ts',
}

/** What the visitors’ commands of a brick answer to the form of this type. */
async function sentAs(type: RecordType, paths: readonly string[]): Promise<readonly Answer[]> {
  const link = Object.keys(type.fields).find(name => type.fields[name]?.kind === 'link') ?? ''
  const sent: Answer[] = []
  for (const path of paths)
    for (const fields of formsOf(type)) {
      const at = path.replace(/:\w+/, fields[link] ?? 'x')
      const answer = await ask(address, at, { body: form(fields) })
      if (answer?.status !== 303) continue
      sent.push(answer)
      break
    }
  return sent
}

/** What a visitor may send to each brick, by the fields of its types; a wall shows it at once. */
async function sentToBricks(): Promise<readonly Answer[]> {
  const all: Answer[] = []
  for (const { commands, grants = [], records } of bricks) {
    const paths = commands.filter(({ who }) => who === 'visitor').map(({ path }) => path)
    for (const type of types.filter(
      one => grants.includes(one.name) && records.includes(one) && one.shownHere !== true,
    )) {
      const sent = await sentAs(type, paths)
      assert.ok(
        sent.length > 0 !== type.name in OTHERWISE,
        `${type.name}: no command takes the form of its type: say in OTHERWISE where it is tried`,
      )
      all.push(...sent)
    }
  }
  return all
}

testOnce(
  'what a visitor sends is in no page but the one that answers them, until the keeper shows it',
  async () => {
    const sent = [
      ...(await sentToBricks()),
      await ask(address, '/annonces/proposer', {
        body: form({ title: `Je prête ${ECHO}`, who: ECHO, reach: `au ${ECHO}`, state: 'firm' }),
      }),
      await ask(address, '/annonces/chercher', {
        body: form({ title: `Je cherche ${ECHO}`, who: ECHO, reach: `au ${ECHO}` }),
      }),
    ]
    for (const answer of sent) assert.equal(answer?.status, 303, answer?.body ?? 'no answer')
    // Who sent it holds its ticket, of which the code tells nothing that they wrote.
    const tickets = await Promise.all(
      sent.map(async answer => (await ask(address, answer!.location))?.body ?? ''),
    )
    const codes = tickets.map(
      body =>
        `/billet?code=${encodeURIComponent(/ticket-code"><b>([^<]+)</.exec(body)?.[1] ?? '')}`,
    )
    assert.ok(tickets.every(body => holds(body, ECHO)) && codes.every(path => !path.endsWith('=')))
    for (const path of [...PAGES, `/chercher?q=${ECHO.slice(0, 7)}`, '/billet', ...codes])
      clean(path, await ask(address, path), ECHO)
    await turned(20, ECHO)
    assert.ok(
      holds((await ask(address, '/a-montrer', { cookie }))?.body ?? '', ECHO),
      'it does not wait for the keeper',
    )
  },
)

testOnce('errors say nothing of it: refused, forbidden, too large, badly made', async () => {
  const big = 'x'.repeat(600_000)
  const posts: readonly (readonly [path: string, body: string, type?: string])[] = [
    ['/annonces/proposer', ''],
    ['/annonces/proposer', 'title=&reach=&from=/annonces/proposer'],
    ['/annonces/chercher', `title=${big}`],
    ['/ecrire', 'type=need&title=x'],
    ['/entrer', 'passphrase=faux'],
    ['/oublier', 'type=need&id=x'],
    ['/nulle-part', 'a=b'],
    ['/annonces/proposer', '--x\r\nrien', 'multipart/form-data; boundary=x'],
    ...hidden.map(({ id }): readonly [string, string] => [
      `/repondre/${id}`,
      'answer=in&firstName=Lou&reach=ici',
    ]),
  ]
  for (const [path, body, type] of posts) {
    const answer = clean(path, await ask(address, path, { body, ...(type ? { type } : {}) }))
    assert.ok(answer.status >= 400 && answer.status < 500, `${path}: ${answer.status}`)
  }
  const stranger = await ask(address, '/annonces/proposer', {
    body: 'title=x&reach=y',
    headers: { origin: 'http://ailleurs.example' },
  })
  assert.equal(clean('another origin', stranger).status, 403)
  assert.equal(
    clean('another host', await ask(address, '/', { headers: { host: 'ailleurs.example' } }))
      .status,
    403,
  )
})

testOnce(
  'a command that fails says nothing of what it was given in the machine’s own lines',
  async () => {
    // A command that is given what it can't read: a fault of ours, told with a reference.
    const failed = await ask(address, '/cueillette/garder', {
      body: new URLSearchParams({ gathered: `${CANARY} {` }).toString(),
      cookie,
    })
    clean('/cueillette/garder', failed)
    assert.ok(
      !holds(server.said()),
      `the machine’s lines hold it: ${around(server.said(), CANARY)}`,
    )
    assert.ok(!holds(server.said(), ECHO))
  },
)

testAll(
  'it is in no export, no copy for any host, and in no file but those that are for it',
  async () => {
    assert.equal(await kill(server, 'SIGTERM'), 0)
    assert.ok(!holds(server.said()) && !holds(server.said(), ECHO), 'the machine’s lines hold it')
    const [zip, source] = [join(root, 'public.zip'), join(root, 'site')]
    for (const args of [['export', zip], ['export', '--site', source], ['check']]) {
      const ran = spawnSync(COCOTE, [...args, '--data', folder], { encoding: 'utf8' })
      assert.equal(ran.status, 0, `${args[0]}: ${ran.stderr}`)
      assert.ok(!holds(ran.stdout + ran.stderr), args.join(' '))
    }
    const unpacked = Object.entries(unzipSync(readFileSync(zip)))
    assert.ok(unpacked.length > 5)
    for (const [name, bytes] of unpacked)
      assert.ok(!holds(name + Buffer.from(bytes).toString('utf8')), `export: ${name}`)
    const pages = readdirSync(source, { recursive: true, withFileTypes: true }).filter(one =>
      one.isFile(),
    )
    assert.ok(pages.length > 20)
    for (const one of pages)
      assert.ok(
        !holds(one.name + readFileSync(join(one.parentPath, one.name), 'utf8')),
        `site: ${one.name}`,
      )
    const left = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(one =>
      one.isFile(),
    )
    const mine = left
      .map(one => join(one.parentPath, one.name))
      .filter(file => holds(file + readFileSync(file, 'latin1')))
    const may = [
      placesIn(folder).log,
      placesIn(folder).tables,
      join(placesIn(folder).files, 'home'),
    ]
    assert.deepEqual(
      mine.filter(file => !may.some(one => file.startsWith(one))),
      [],
    )
    assert.ok(
      mine.some(file => file === placesIn(folder).log),
      'the log holds what was planted',
    )
    assert.ok(
      hidden.some(({ type }) => type.name === keeperRecord.name),
      'the name of a keeper was planted too',
    )
  },
)
