import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { execPath, kill } from 'node:process'
import { type TestContext, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { bricks } from '../../src/app/bricks.ts'
import { harvest } from '../../src/contract/records/own-records.ts'
import { openBox, placesIn } from '../../src/files/folder.ts'
import { copyDemo } from '../support/demo-folder.ts'
import { openEngine } from '../support/open-engine.ts'
import { at, isShort, testAll } from '../support/pass.ts'
import { chanceFrom, SEED } from './chance.ts'
import { filesWhere, holding } from './on-disk.ts'
import { COCOTE, serveArgs, start } from './serving.ts'
import { bytesIn, type Call, callsIn, follow, TRACED, type Trace } from './trace.ts'
import { acknowledges, ask, bring, turnOf, withKeeper } from './turns.ts'
import { unplug } from './unplugged.ts'
import { inspect } from './whole.ts'

/** Why strace can't tell here, or undefined. */
function noStrace(): string | undefined {
  const tried = spawnSync('strace', ['-f', '-o', '/dev/null', 'true'], { encoding: 'utf8' })
  if (tried.error) return 'strace is absent (Debian: apt-get install strace)'
  return tried.status === 0 ? undefined : `strace may not trace here: ${tried.stderr.trim()}`
}
const skip = noStrace() ?? false

/** It stands in the notes that are erased, and in nothing else. */
const CANARY = 'brimulastrok'
const CLIENTS = 4
/** Each is read by a thread of its own, which takes a second to begin. */
const NOTES = at(1, 3, 3)
type Many = Readonly<{ turns: number; pieces: number }>
/**
 * Enough that both WALs fill and are brought into their files while turns go on (SQLite does so
 * past 1,000 pages): the longer passes do.
 */
const MANY: Many = { turns: 60, pieces: 24 }
const FEW: Many = { turns: 12, pieces: 2 }
const HELD = at(FEW, MANY, MANY)

type Lived = Readonly<{
  folder: string
  before: string
  trace: Trace
  notes: ReadonlyMap<string, string>
}>

type Started = Readonly<{
  folder: string
  before: string
  address: string
  /** Ends the server as it stands; what it did until then. */
  end: () => Promise<Trace>
}>
/** A server traced from its first write in a folder that `fill` filled. */
async function started(
  t: TestContext,
  server: readonly string[],
  fill: (folder: string) => Promise<void>,
): Promise<Started> {
  const root = mkdtempSync(join(tmpdir(), 'cocote-plug-'))
  const [folder, before, text] = [join(root, 'box'), join(root, 'before'), join(root, 'trace')]
  mkdirSync(folder)
  await fill(folder)
  cpSync(folder, before, { recursive: true })
  const told = `-f --seccomp-bpf -xx -s 131072 -o ${text} -e trace=${TRACED}`.split(' ')
  const traced = start(
    'strace',
    [...told, execPath, ...server.map(arg => arg.replace('BOX', folder))],
    { UV_USE_IO_URING: '0' },
  )
  // The server itself: strace, killed, would let it run on.
  let ended = false
  const kills = async (): Promise<void> => {
    const { lock } = placesIn(folder)
    if (!ended && existsSync(lock)) kill(Number.parseInt(readFileSync(lock, 'utf8'), 10), 'SIGKILL')
    ended = true
    await traced.gone
  }
  t.after(async () => {
    await kills()
    rmSync(root, { recursive: true, force: true })
  })
  const address = await traced.ready
  const end = async (): Promise<Trace> => {
    // The thread that answers has come back from each answer before it answers this: cut sooner,
    // the trace would lack the last one.
    assert.equal((await ask(address, '/sante'))?.status, 200)
    await kills()
    return follow(callsIn(readFileSync(text, 'utf8').split('\n')), folder, readdirSync(before))
  }
  return { folder, before, address, end }
}

/** What a server was told and answered, in a folder that held the keeper's secrets only. */
async function lived(
  t: TestContext,
  server: readonly string[],
  { turns, pieces }: Many,
): Promise<Lived> {
  let cookie = ''
  const { folder, before, address, end } = await started(t, server, async of => {
    cookie = await withKeeper(of)
  })
  let next = 1
  const posting = async (): Promise<void> => {
    while (next <= turns) {
      const turn = turnOf(next++, pieces)
      assert.ok(acknowledges(await bring(address, cookie, turn), turn), `turn ${turn.n}`)
    }
  }
  const notes = new Map<string, string>()
  const gathering = async (): Promise<void> => {
    for (let i = 0; i < NOTES; i++) {
      const page =
        `Réunion du ${i + 1} mars\n\nPrésents : Anaïs, Malo\n\n- Anaïs apporte ${i + 2} ` +
        'bancs.\n'
      const answer = await ask(address, '/cueillette', {
        body: new URLSearchParams({ notes: page }).toString(),
        cookie,
      })
      assert.equal(answer?.status, 303)
      notes.set(String(answer?.location), page.trim())
    }
  }
  await Promise.all([...Array.from({ length: CLIENTS }, posting), gathering()])
  return { folder, before, trace: await end(), notes }
}

/**
 * What a plug pulled just before the answer at `index` leaves, once the machine has started again:
 * the tables were open at an earlier start.
 */
function leftBy(
  { folder, before, trace }: Pick<Lived, 'folder' | 'before' | 'trace'>,
  index: number,
  keeps?: () => boolean,
): string {
  const to = mkdtempSync(join(dirname(folder), 'after-'))
  unplug(trace, folder, before, trace.answers[index]!.from, to, keeps)
  const mark = `${placesIn(to).tables}.boot`
  if (existsSync(mark)) writeFileSync(mark, 'an earlier start')
  return to
}

type Lost = readonly string[]
/** What was answered before the answer at `index`, and is lost when the plug is pulled then. */
function pulled(
  { folder, before, trace, notes }: Lived,
  index: number,
  keeps?: () => boolean,
): Lost {
  const to = leftBy({ folder, before, trace }, index, keeps)
  const answered = trace.answers.slice(0, index + 1).map(one => one.location)
  const lost: string[] = []
  const key = (of: string) =>
    existsSync(placesIn(of).key) ? readFileSync(placesIn(of).key, 'utf8') : 'none'
  if (key(to) !== key(folder)) lost.push('box.key')
  const held = inspect(to)
  lost.push(...held.faults)
  const there = new Set(held.turns.map(n => `/apres/${n}`))
  const gathered = filesOf(to)
  for (const location of answered)
    if (notes.has(location) ? gathered.get(location) !== notes.get(location) : !there.has(location))
      lost.push(location)
  rmSync(to, { recursive: true })
  return lost
}

/**
 * The text of each harvest that the folder holds, from its file: the log's word alone is not
 * enough.
 */
function filesOf(folder: string): ReadonlyMap<string, string> {
  const engine = openEngine(bricks, openBox(folder), placesIn(folder))
  const all = engine.read.list(harvest, {}, 'home').flatMap(one => {
    const file = join(placesIn(folder).files, 'home', one.text?.[0]?.hash ?? 'none')
    return existsSync(file)
      ? [[`/cueillette/${one.id}`, readFileSync(file, 'utf8').trim()] as const]
      : []
  })
  engine.tables.db.close()
  engine.log.db.close()
  return new Map(all)
}

const STEP = at(4, 7, 3)
/** One of `STEP` answers; in the short pass the first and the last too. */
const everyFew = (all: number): readonly number[] =>
  Array.from({ length: all }, (_, i) => i).filter(
    i => i % STEP === at(2, 5, 1) || (isShort && (i === 0 || i === all - 1)),
  )
const WHICH = `one answer in ${STEP}${isShort ? ', the first and the last' : ''}`

test('a plug pulled before an answer goes out loses nothing that was answered: turns, files, ' +
  `key (law 1), at ${WHICH}`, {
  skip,
}, async t => {
  const serveVerb = [join(dirname(COCOTE), 'cocote.ts'), ...serveArgs('BOX')]
  const one = await lived(t, serveVerb, HELD)
  const { trace, folder } = one
  assert.equal(trace.answers.length, HELD.turns + NOTES, 'each answer is in the trace once')
  const written = trace.folders.get(folder)!.names.find(({ name }) => name === 'log.db')!
    .file!.writes
  // Twelve turns fill no WAL.
  if (!isShort)
    assert.ok(
      written.some(({ from }) => from > trace.answers[0]!.from),
      'the WAL was never brought into the file while turns went on: there is nothing to see',
    )
  for (const at of everyFew(trace.answers.length))
    assert.deepEqual(pulled(one, at), [], `answer ${at}`)
  // A disk may keep some of what it was not asked to, and not the rest.
  const chance = chanceFrom(SEED)
  t.diagnostic(`FAULTS_SEED=${SEED}`)
  for (const at of everyFew(trace.answers.length))
    assert.deepEqual(
      pulled(one, at, () => chance.below(2) === 0),
      [],
      `answer ${at}, with some of what followed`,
    )
})

testAll(
  'rebuild syncs its folder once the new tables have their name: a plug pulled then does ' +
    'not bring the old ones back',
  { skip },
  t => {
    const root = mkdtempSync(join(tmpdir(), 'cocote-plug-'))
    t.after(() => rmSync(root, { recursive: true, force: true }))
    const [folder, text] = [join(root, 'box'), join(root, 'trace')]
    mkdirSync(folder)
    const engine = openEngine(bricks, openBox(folder), placesIn(folder))
    engine.tables.db.close()
    engine.log.db.close()
    const told = `-f -xx -s 4096 -o ${text} -e trace=openat,rename,fsync`.split(' ')
    const verb = [join(dirname(COCOTE), 'cocote.ts'), 'rebuild', '--data', folder]
    assert.equal(spawnSync('strace', [...told, execPath, ...verb]).status, 0)
    const calls = callsIn(readFileSync(text, 'utf8').split('\n'))
    const says = (call: Call, path: string): boolean =>
      call.args.some(arg => arg.includes('"') && bytesIn(arg).toString('utf8') === path)
    const renamed = calls.findIndex(
      call => call.name === 'rename' && says(call, placesIn(folder).tables),
    )
    assert.notEqual(renamed, -1)
    const after = calls.slice(renamed)
    const opened = after.find(call => call.name === 'openat' && says(call, folder))
    assert.ok(
      opened &&
        after.some(
          call =>
            call.name === 'fsync' &&
            call.args[0] === String(opened.result) &&
            call.from > opened.to,
        ),
    )
  },
)

testAll(
  'with synchronous=NORMAL planted the same test finds turns that were answered and lost',
  { skip },
  async t => {
    const one = await lived(
      t,
      [fileURLToPath(new URL('./planted.ts', import.meta.url)), 'BOX'],
      FEW,
    )
    const lost = everyFew(one.trace.answers.length).flatMap(at => pulled(one, at))
    t.diagnostic(`${lost.length} losses are seen`)
    assert.ok(
      lost.some(what => what.startsWith('/apres/')),
      'the test does not see what it is for',
    )
  },
)

testAll(
  'law 10: a plug pulled once an erasure is answered leaves no byte of it on the disk',
  { skip },
  async t => {
    let [cookie, codes]: [string, readonly string[]] = ['', []]
    const one = await started(
      t,
      [join(dirname(COCOTE), 'cocote.ts'), ...serveArgs('BOX')],
      async of => {
        codes = (await copyDemo(of)).codes
        cookie = await withKeeper(of)
      },
    )
    const post = async (path: string, fields: Readonly<Record<string, string>>, by = cookie) => {
      const body = new URLSearchParams(fields).toString()
      const answer = await ask(one.address, path, { body, ...(by ? { cookie: by } : {}) })
      assert.equal(answer?.status, 303, path)
    }
    const from = '/a-montrer'
    const sent = { title: `Je prête ${CANARY}`, who: CANARY, reach: `au ${CANARY}`, state: 'firm' }
    await post('/annonces/proposer', sent, '')
    assert.notDeepEqual(filesWhere(one.folder, holding(CANARY)), [])
    const sheets = (await ask(one.address, from, { cookie }))?.body.split('<article') ?? []
    const sheet = sheets.find(text => text.includes(CANARY)) ?? ''
    const id = /name="id" value="([0-9a-z]{26})"/.exec(sheet)?.[1] ?? ''
    await post(`${from}/effacer`, { id, from, code: codes[0] ?? '' })
    const trace = await one.end()
    const chance = chanceFrom(SEED)
    t.diagnostic(`FAULTS_SEED=${SEED}`)
    for (const keeps of [() => false, () => true, ...Array(20).fill(() => chance.below(2) === 0)]) {
      const left = leftBy({ ...one, trace }, trace.answers.length - 1, keeps)
      assert.deepEqual(filesWhere(left, holding(CANARY)), [])
      rmSync(left, { recursive: true })
    }
  },
)
