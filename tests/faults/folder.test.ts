import assert from 'node:assert/strict'
import { spawn, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { execPath, getuid, pid } from 'node:process'
import { DatabaseSync } from 'node:sqlite'
import { after, before, type TestContext } from 'node:test'
import { bricks } from '../../src/app/bricks.ts'
import { cliWords } from '../../src/cli/words.ts'
import { machineClock } from '../../src/files/clock.ts'
import { openBox, openFolder, placesIn, takeLock } from '../../src/files/folder.ts'
import { boxPem, newBox } from '../../src/log/box.ts'
import { openCertificate } from '../../src/web/certificate.ts'
import { openEngine } from '../support/open-engine.ts'
import { isLong, isShort, testAll, testLater } from '../support/pass.ts'
import { runBatch } from '../support/turns.ts'
import { chanceFrom, SEED } from './chance.ts'
import { COCOTE, kill, type Serving, serveArgs, serving, start } from './serving.ts'
import { acknowledges, ask, bring, turnOf, withKeeper } from './turns.ts'
import { inspect } from './whole.ts'

const w = cliWords('fr')
const FRENCH = { LC_ALL: 'fr_FR.UTF-8', LANG: 'fr_FR.UTF-8', LANGUAGE: 'fr' }
const TURNS = 30

const root = mkdtempSync(join(tmpdir(), 'cocote-folder-'))
const whole = join(root, 'whole')
let cookie = ''
before(async () => {
  // The short pass tries nothing here.
  if (isShort) return
  openFolder(whole)
  takeLock(whole)()
  await openCertificate(whole, [], Date.now())
  cookie = await withKeeper(whole)
  const engine = openEngine(bricks, openBox(whole), placesIn(whole))
  for (let n = 1; n <= TURNS; n++) {
    const input = { records: JSON.stringify(turnOf(n, 2).records) }
    const id = randomBytes(13).toString('hex')
    const [answer] = runBatch(
      engine,
      [{ brick: 'plain', command: 'bring', input, by: 'keeper', id, lang: 'fr' }],
      machineClock(),
    )
    assert.ok(answer?.done, JSON.stringify(answer))
  }
  engine.tables.db.close()
  engine.log.db.close()
})
after(() => rmSync(root, { recursive: true, force: true }))

/** A copy of the box, to be hurt. */
function copied(): string {
  const folder = mkdtempSync(join(root, 'box-'))
  cpSync(whole, folder, { recursive: true })
  return folder
}

/**
 * A server that should not open: how it ended and what it said, which is a sentence and no trace.
 */
async function refused(server: Serving): Promise<string> {
  const opened = await server.ready.catch(() => undefined)
  if (opened) await kill(server)
  assert.equal(opened, undefined, 'it opened')
  assert.equal(await server.gone, 1)
  assert.doesNotMatch(server.said(), /\n\s+at |node:internal|Error:/)
  return server.said().trim()
}

/** A server that opens although something was hurt: it holds every turn, and takes another. */
async function opens(t: TestContext, folder: string): Promise<void> {
  const server = serving(folder, FRENCH)
  t.after(() => kill(server))
  const address = await server.ready
  const turn = turnOf(TURNS + 1, 2)
  assert.ok(acknowledges(await bring(address, cookie, turn), turn), server.said())
  assert.equal((await ask(address, '/'))?.status, 200)
  assert.doesNotMatch(server.said(), /\n\s+at /)
  assert.equal(await kill(server, 'SIGTERM'), 0)
  const held = inspect(folder)
  assert.deepEqual(held.faults, [])
  assert.equal(held.turns.length, TURNS + 1)
}

const TABLES: readonly (readonly [string, (file: string) => void])[] = [
  ['is missing', (file: string) => rmSync(file)],
  ['is empty', (file: string) => truncateSync(file, 0)],
  [
    'is cut in the middle',
    (file: string) => truncateSync(file, Math.floor(readFileSync(file).length / 2)),
  ],
  ['is cut in the middle of a page', (file: string) => truncateSync(file, 20_001)],
  ['is garbage', (file: string) => writeFileSync(file, randomBytes(40_000))],
  ['is the database of something else', (file: string) => elsewhere(file)],
  [
    'has garbage beside it as its WAL',
    (file: string) => writeFileSync(`${file}-wal`, randomBytes(40_000)),
  ],
]
for (const [what, hurt] of TABLES)
  testAll(`tables.db ${what}: it is made again from the log, as it was`, async t => {
    const folder = copied()
    hurt(placesIn(folder).tables)
    await opens(t, folder)
  })
function elsewhere(file: string): void {
  rmSync(file)
  const db = new DatabaseSync(file)
  db.exec('CREATE TABLE mark(cooking TEXT); INSERT INTO mark VALUES (1)')
  db.close()
}

testAll('tables.db has hurt pages: check names them, rebuild mends them', async t => {
  const folder = copied()
  const file = placesIn(folder).tables
  const bytes = readFileSync(file)
  const chance = chanceFrom(SEED)
  t.diagnostic(`FAULTS_SEED=${SEED}`)
  for (let i = 0; i < 40; i++) {
    const at = 8_192 + chance.below(bytes.length - 12_000)
    bytes.fill(0x5a, at, at + 512)
  }
  writeFileSync(file, bytes)
  const checked = cocote('check', '--data', folder)
  assert.equal(checked.status, 3, checked.said)
  assert.match(checked.said, /tables\.db/)
  const rebuilt = cocote('rebuild', '--data', folder)
  assert.equal(rebuilt.status, 0, rebuilt.said)
  assert.equal(cocote('check', '--data', folder).status, 0)
  await opens(t, folder)
})

function cocote(...args: readonly string[]): Readonly<{ status: number | null; said: string }> {
  const { status, stdout, stderr } = spawnSync(COCOTE, args, {
    encoding: 'utf8',
    env: { ...process.env, ...FRENCH },
  })
  assert.doesNotMatch(stdout + stderr, /\n\s+at |node:internal/)
  return { status, said: stdout + stderr }
}

testLater(
  'a hurt page anywhere in log.db: the box says so or answers in a page, never in a trace, ' +
    'and check names the file',
  async t => {
    const chance = chanceFrom(SEED)
    t.diagnostic(`FAULTS_SEED=${SEED}`)
    const log = readFileSync(placesIn(whole).log)
    const size = log.readUInt16BE(16) // bytes a page, as SQLite’s header says
    const anyPage = (): number => 4 + chance.below(log.length / size - 4)
    const pages = isLong ? Array.from({ length: 40 }, anyPage) : [0, 1, 2, 3, anyPage(), anyPage()]
    for (const page of pages) {
      const folder = copied()
      const bytes = readFileSync(placesIn(folder).log)
      bytes.fill(0, page * size + (page === 0 ? size / 4 : 0), (page + 1) * size)
      writeFileSync(placesIn(folder).log, bytes)
      const checked = cocote('check', '--data', folder)
      assert.equal(checked.status, 3, `page ${page}: ${checked.said}`)
      assert.match(checked.said, /log\.db|abîmé/, `page ${page}`)
      const server = serving(folder, FRENCH)
      const address = await server.ready.catch(() => undefined)
      if (address === undefined) {
        assert.equal(await server.gone, 1)
        assert.equal(server.said().trim(), w.held.hurt, `page ${page}`)
        continue
      }
      const turn = turnOf(TURNS + 1, 2)
      const answers = [
        await ask(address, '/'),
        await ask(address, '/sante'),
        await bring(address, cookie, turn),
      ]
      for (const answer of answers) {
        assert.ok([200, 303, 500].includes(answer?.status ?? 0), `page ${page}: ${answer?.status}`)
        assert.doesNotMatch(answer?.body ?? '', /\n\s+at |SQLITE|malformed/)
      }
      assert.equal(server.process.exitCode, null, `page ${page}: ${server.said()}`)
      await kill(server)
    }
  },
)

testAll(
  'what can’t be opened is a sentence that says what to do, and nothing is touched',
  async () => {
    const garbage = (file: string) => writeFileSync(file, randomBytes(9_000))
    const newer = (file: string) => {
      const db = new DatabaseSync(file)
      db.exec('PRAGMA user_version = 99')
      db.close()
    }
    const all: readonly (readonly [(folder: string) => void, (folder: string) => string])[] = [
      [folder => newer(placesIn(folder).log), () => w.newer],
      [folder => garbage(placesIn(folder).log), () => w.held.hurt],
      [folder => garbage(placesIn(folder).key), w.hurtKey],
      [folder => truncateSync(placesIn(folder).key, 0), w.hurtKey],
      [folder => rmSync(placesIn(folder).key), w.lostKey],
      [folder => writeFileSync(placesIn(folder).key, boxPem(newBox())), w.otherKey],
      [folder => garbage(placesIn(folder).certificate), w.hurtCertificate],
      [folder => truncateSync(placesIn(folder).certificateKey, 40), w.hurtCertificate],
      [folder => rmSync(placesIn(folder).log), w.lostLog],
      [folder => truncateSync(placesIn(folder).log, 0), w.lostLog],
    ]
    for (const [hurt, sentence] of all) {
      const folder = copied()
      hurt(folder)
      const was = contents(folder)
      assert.equal(await refused(serving(folder, FRENCH)), sentence(folder))
      assert.deepEqual(contents(folder), was, sentence(folder))
    }
  },
)
/** Every file but SQLite's own notes of who reads, and ours of who has the tables open. */
const contents = (folder: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    readdirSync(folder)
      .filter(name => !/-(shm|wal)$|\.boot$/.test(name))
      .map(name => [name, readFileSync(join(folder, name)).toString('base64')]),
  )

/** Nobody: who may write nothing that was not given to them. */
const NOBODY = 65_534
/** Root passes every permission, so it lets go of its rights. */
const AS_NOBODY = getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {}
const asNobody = (args: readonly string[]): Serving => start(COCOTE, args, FRENCH, AS_NOBODY)
/** Why nobody may not run this program here, or undefined. */
function noNobody(): string | undefined {
  const program = [COCOTE.replace(/cocote$/, 'cocote.ts'), '--help']
  const tried = spawnSync(execPath, program, { encoding: 'utf8', ...AS_NOBODY })
  if (tried.status === 0) return undefined
  const why = tried.error?.message ?? tried.stderr.slice(0, 200)
  return `another user than root may not run this: ${why}`
}

testAll('a folder, or a file in it, where nothing may be written is a sentence', async t => {
  const why = noNobody()
  if (why) return t.skip(why)
  chmodSync(root, 0o755)
  const folder = copied()
  chmodSync(folder, 0o555)
  t.after(() => chmodSync(folder, 0o755))
  assert.equal(await refused(asNobody(serveArgs(folder))), w.unwritable(folder))
  assert.equal(
    await refused(asNobody(serveArgs(join(folder, 'new')))),
    w.unwritable(join(folder, 'new')),
  )
  const others = copied()
  for (const name of readdirSync(others))
    if (getuid?.() === 0) chownSync(join(others, name), NOBODY, NOBODY)
  if (getuid?.() === 0) chownSync(others, NOBODY, NOBODY)
  const { log, tables, local, key } = placesIn(others)
  for (const file of [log, tables, local, key]) {
    chmodSync(file, 0o000)
    assert.equal(await refused(asNobody(serveArgs(others))), w.unwritable(others), file)
    chmodSync(file, 0o600)
  }
})

testAll(
  'a second server on the same folder is refused in a sentence, and the first goes on',
  async t => {
    const folder = copied()
    const first = serving(folder, FRENCH)
    t.after(() => kill(first))
    const address = await first.ready
    assert.equal(await refused(serving(folder, FRENCH)), w.locked(folder))
    const turn = turnOf(TURNS + 1, 1)
    assert.ok(acknowledges(await bring(address, cookie, turn), turn))
    assert.equal(await kill(first, 'SIGTERM'), 0)
    assert.equal(existsSync(placesIn(folder).lock), false)
  },
)

testAll(
  'of two servers started at the same instant on one folder exactly one goes on, whether a ' +
    'dead one left its lock or not',
  async t => {
    const folder = copied()
    for (let round = 0; round < 4; round++) {
      // A killed one leaves its lock, one told to stop takes it away: both are begun from.
      const both = [serving(folder, FRENCH), serving(folder, FRENCH)]
      t.after(() => Promise.all(both.map(one => kill(one))))
      const opened = await Promise.all(both.map(one => one.ready.catch(() => undefined)))
      const one = opened.findIndex(address => address !== undefined)
      assert.equal(
        opened.filter(address => address !== undefined).length,
        1,
        `round ${round}: ${both.map(server => server.said()).join('')}`,
      )
      assert.equal(await refused(both[1 - one]!), w.locked(folder))
      assert.equal((await ask(opened[one]!, '/'))?.status, 200)
      await kill(both[one]!, round % 2 === 0 ? 'SIGKILL' : 'SIGTERM')
    }
    assert.equal(existsSync(placesIn(folder).lock), false)
  },
)

const FOLDER = import.meta.resolve('../../src/files/folder.ts')
const LOCKS = isLong ? 3_000 : 300
testLater(
  `two processes that find a dead lock at the same instant, ${LOCKS} times: exactly one takes ` +
    'each',
  async t => {
    const all = mkdtempSync(join(root, 'locks-'))
    const folders = Array.from({ length: LOCKS }, (_, i) => join(all, String(i)))
    for (const folder of folders) {
      mkdirSync(folder)
      writeFileSync(placesIn(folder).lock, String(2 ** 22 + 1))
    }
    // Each waits for the next instant without sleeping, so that both look at the same lock at once;
    // what is held is told at the end.
    const program = `import { takeLock } from ${JSON.stringify(FOLDER)}
    process.stdout.write('ready')
    process.stdin.once('data', start => {
      const took = ${JSON.stringify(folders)}.map((folder, i) => {
        while (Date.now() < Number(start) + i * 10);
        try { takeLock(folder); return 1 } catch (error) { if (error.code !== 'locked') throw error; return 0 }
      })
      process.stdout.write(took.join(''))
    })`
    const both = [1, 2].map(() =>
      spawn(execPath, ['--input-type=module', '-e', program], {
        stdio: ['pipe', 'pipe', 'inherit'],
      }),
    )
    t.after(() => both.map(one => one.kill('SIGKILL')))
    const heard = (one: (typeof both)[number]) =>
      new Promise<string>((resolve, reject) => {
        one.stdout.once('data', data => resolve(String(data)))
        one.once('close', code => reject(new Error(`ended with ${code}`)))
      })
    await Promise.all(both.map(heard))
    const answers = both.map(heard)
    const start = Date.now() + 200
    for (const one of both) one.stdin.write(String(start))
    const [one = '', other = ''] = await Promise.all(answers)
    assert.equal(one.length, folders.length)
    assert.equal(other, [...one].map(took => (took === '1' ? '0' : '1')).join(''))
  },
)

testAll(
  'a lock that a cut process left stops nobody, even when another program has its number now',
  async t => {
    const folder = copied()
    const program = `const { takeLock } = await import(${JSON.stringify(FOLDER)})
    takeLock(${JSON.stringify(folder)})
    process.kill(process.pid, 'SIGKILL')`
    assert.equal(spawnSync(execPath, ['--input-type=module', '-e', program]).signal, 'SIGKILL')
    const left = readFileSync(placesIn(folder).lock, 'utf8')
    // This process lives, and is not the server that wrote the lock: as after a power cut, when
    // numbers are given again.
    const another = left.replace(/^\d+/, String(pid))
    for (const lock of [another, left, '', 'x', String(2 ** 22 + 1)]) {
      writeFileSync(placesIn(folder).lock, lock)
      const server = serving(folder, FRENCH)
      t.after(() => kill(server))
      await server.ready
      await kill(server)
    }
  },
)

testAll(
  'a place where no folder can be made is a sentence: the system may say there that one is ' +
    'only missing',
  async () => {
    for (const none of ['/proc/1/x/y', join(copied(), 'log.db', 'x')])
      assert.equal(await refused(start(COCOTE, serveArgs(none), FRENCH)), w.unwritable(none), none)
  },
)

testAll('a port that is taken is a sentence, and the folder is free again', async t => {
  const folder = copied()
  const taken = spawn(execPath, [
    '-e',
    "require('net').createServer().listen(0, '127.0.0.1', function () { " +
      'console.log(this.address().port) })',
  ])
  t.after(() => taken.kill('SIGKILL'))
  const port = await new Promise<string>(resolve =>
    taken.stdout.once('data', data => resolve(String(data).trim())),
  )
  const taking: readonly (readonly [string, readonly string[]])[] = [
    ['port', ['--port', port, '--tls-port', '0']],
    ['tls-port', ['--port', '0', '--tls-port', port]],
  ]
  for (const [option, ports] of taking) {
    const busy = start(COCOTE, ['serve', '--data', folder, ...ports], FRENCH)
    assert.equal(await refused(busy), w.portTaken(Number(port), option))
    assert.match(w.portTaken(Number(port), option), new RegExp(`--${option}\\.$`))
  }
  assert.equal(existsSync(placesIn(folder).lock), false)
})
