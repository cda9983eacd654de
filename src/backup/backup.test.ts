import '../../tests/support/light-seals.ts'
import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { unzipSync, zipSync } from 'fflate'
import {
  bring,
  NOON,
  recordId,
  rowsIn,
  sampleBricks,
  tempFolder,
  turn,
  within,
} from '../../tests/support/folders.ts'
import { testOnce as test, testAll } from '../../tests/support/pass.ts'
import { type MemberCard, memberByCard, newCard } from '../bricks/members/server/cards.ts'
import { fillEngine } from '../dev/fill.ts'
import { newForKeeper } from '../files/encrypt-file.ts'
import { storeFile, sweepUnnamed } from '../files/files.ts'
import { placesIn } from '../files/folder.ts'
import { forgettingsFile, keepForgettings, readForgettings } from '../files/forgettings.ts'
import { codesLeft, keep, openLocal, saltOf, spendCode, startSession } from '../files/local.ts'
import {
  endKeeper,
  firstKeeper,
  hashLightly,
  hasKeeper,
  isPassphrase,
  keeperByPassphrase,
  newCodes,
  setPassphrase,
} from '../web/session/keeper.ts'
import { backupTo, filesOn } from './backup.ts'
import {
  dropBackupKey,
  heldBackupKeys,
  keepBackupKey,
  keepPair,
  sealForKeepers,
} from './backup-key.ts'
import { checkFolder } from './check.ts'
import { restoreFrom } from './restore.ts'

hashLightly()
const PHRASE = 'quatre chaises au soleil'
const now = new Date(NOON)
const back = (folder: string, file: string, more: object = {}) =>
  restoreFrom({
    folder,
    file,
    passphrase: async () => PHRASE,
    forgettings: [],
    bricks: sampleBricks,
    now,
    ...more,
  })
const save = (folder: string, file: string, sealed = true) =>
  backupTo({ folder, file, seal: sealed ? PHRASE : undefined, version: '0', now })

type Lived = Readonly<{ folder: string; codes: readonly string[]; card: MemberCard }>
let made: Promise<Lived> | undefined
/** A copy of one box. */
async function box(): Promise<Lived> {
  const { folder, ...more } = await (made ??= lived())
  const to = tempFolder()
  cpSync(folder, to, { recursive: true })
  return { folder: to, ...more }
}
async function lived(): Promise<Lived> {
  const folder = tempFolder()
  within(folder, engine => {
    fillEngine(engine, 30, '2026-12-05')
    bring(engine, {
      type: 'idea',
      id: recordId(1),
      fields: { title: 'Quincaille', detail: 'Un mot que rien d’autre ne dit.' },
    })
    const notes = storeFile(folder, 'home', Buffer.from('Notes privées'), {
      name: 'notes.txt',
      type: 'text/plain',
    })
    bring(engine, {
      type: 'meeting',
      id: recordId(3),
      fields: { title: 'Réunion', date: '2026-12-01', people: ['Zéphirine'], notes: [notes] },
    })
  })
  const local = openLocal(placesIn(folder).local)
  await setPassphrase(local, PHRASE)
  const codes = newCodes(local)
  const card = await newCard(local, 'élodie', NOON)
  startSession(local, true, NOON)
  local.db.close()
  return { folder, codes, card }
}
const epochIn = (folder: string): string => within(folder, ({ log }) => log.epoch)

test(
  'an unattended backup opens with the keeper’s passphrase alone, and the restored box ' +
    'encrypts the next one',
  async () => {
    const { folder } = await box()
    assert.deepEqual(heldBackupKeys(folder), [])
    await keepBackupKey(folder, keptOf(folder, '', PHRASE))
    const encrypt = heldBackupKeys(folder)
    assert.equal(encrypt.length, 1)
    const pieces: Uint8Array[] = []
    const taken = async (all: AsyncIterable<Uint8Array>) => {
      for await (const piece of all) pieces.push(piece)
      return pieces.length
    }
    await backupTo({ folder, file: taken, seal: encrypt, version: '0', now })
    const file = join(tempFolder(), 'box.backup')
    writeFileSync(file, Buffer.concat(pieces))
    assert.ok(
      !readFileSync(file).includes('AGE-SECRET-KEY') &&
        !readFileSync(placesIn(folder).backupKey).includes('AGE-SECRET-KEY'),
    )
    const to = join(tempFolder(), 'new')
    mkdirSync(to)
    await assert.rejects(back(to, file, { passphrase: async () => 'autre chose de long' }), {
      name: 'NotOpened',
    })
    await back(to, file)
    assert.deepEqual((await checkFolder(to, sampleBricks)).hurts, [])
    assert.deepEqual(heldBackupKeys(to), encrypt)
  },
)

/** A keeper’s passphrase, with the salt of its hash. */
function keptOf(folder: string, keeper: string, passphrase: string) {
  const local = openLocal(placesIn(folder).local)
  const salt = saltOf(local, keeper)
  local.db.close()
  return { salt, passphrase }
}

/** A box with two keepers, each with their pair. */
const MALO = 'trois poules dans le pré'
async function ofTwo(): Promise<string> {
  const { folder } = await box()
  const local = openLocal(placesIn(folder).local)
  await setPassphrase(local, MALO, 'malo')
  local.db.close()
  await keepBackupKey(folder, keptOf(folder, '', PHRASE))
  await keepBackupKey(folder, keptOf(folder, 'malo', MALO))
  return folder
}
async function backedUp(folder: string): Promise<string> {
  const file = join(tempFolder(), 'box.backup')
  await backupTo({ folder, file, seal: heldBackupKeys(folder), version: '0', now })
  return file
}
const opens = async (file: string, passphrase: string): Promise<boolean> => {
  const to = join(tempFolder(), 'new')
  mkdirSync(to)
  return back(to, file, { passphrase: async () => passphrase }).then(
    () => true,
    error => {
      assert.equal(error.name, 'NotOpened')
      return false
    },
  )
}

test('of several keepers, the passphrase of each opens a backup, and no other one does', async () => {
  const file = await backedUp(await ofTwo())
  for (const phrase of [PHRASE, MALO]) assert.ok(await opens(file, phrase), phrase)
  assert.equal(await opens(file, 'autre chose de long'), false)
})

test('a keeper who ended opens the backups of their time, and none that is made after', async () => {
  const folder = await ofTwo()
  const before = await backedUp(folder)
  const local = openLocal(placesIn(folder).local)
  // The plug is pulled before anything else is written.
  endKeeper(local, 'malo')
  local.db.close()
  const after = await backedUp(folder)
  assert.deepEqual([await opens(before, MALO), await opens(after, MALO)], [true, false])
  assert.ok(await opens(after, PHRASE))
  assert.equal(dropBackupKey(folder, 'of nobody'), false, 'the other one still opens them')
})

test('the first keeper goes, and the one who takes their place opens the backups as before', async () => {
  const folder = await ofTwo()
  const local = openLocal(placesIn(folder).local)
  endKeeper(local, '')
  local.db.close()
  const file = await backedUp(folder)
  assert.deepEqual([await opens(file, PHRASE), await opens(file, MALO)], [false, true])
})

test('an older passphrase opens no backup that is made after another was chosen', async () => {
  const folder = await ofTwo()
  const local = openLocal(placesIn(folder).local)
  await setPassphrase(local, 'cinq tabourets dans la cour')
  local.db.close()
  assert.equal(heldBackupKeys(folder).length, 1)
  await keepBackupKey(folder, keptOf(folder, '', 'cinq tabourets dans la cour'))
  const file = await backedUp(folder)
  const all = [PHRASE, MALO, 'cinq tabourets dans la cour']
  assert.deepEqual(await Promise.all(all.map(one => opens(file, one))), [false, true, true])
})

test('the key file of an older version serves until a keeper has a pair of their own', async () => {
  const { folder } = await box()
  const { recipient, identity } = await newForKeeper(PHRASE)
  const older = `${recipient}\n${Buffer.from(identity).toString('base64')}\n`
  writeFileSync(placesIn(folder).backupKey, older)
  assert.ok(await opens(await backedUp(folder), PHRASE))
  assert.equal(dropBackupKey(folder, keptOf(folder, '', PHRASE).salt), true, 'it may be theirs')
  writeFileSync(placesIn(folder).backupKey, older)
  await keepBackupKey(folder, keptOf(folder, '', PHRASE))
  const held = heldBackupKeys(folder)
  assert.ok(held.length === 1 && held[0]?.recipient !== recipient)
})

test('a backup that one of several keepers asks for opens with theirs, pair or not', async () => {
  const { folder } = await box()
  const local = openLocal(placesIn(folder).local)
  await setPassphrase(local, MALO, 'malo')
  local.db.close()
  await keepBackupKey(folder, keptOf(folder, '', PHRASE))
  const { seal, made } = await sealForKeepers(folder, keptOf(folder, 'malo', MALO))
  const file = join(tempFolder(), 'box.backup')
  await backupTo({ folder, file, seal, version: '0', now })
  for (const phrase of [PHRASE, MALO]) assert.ok(await opens(file, phrase), phrase)
  keepPair(folder, made!)
  assert.equal(heldBackupKeys(folder).length, 2)
  assert.deepEqual(await sealForKeepers(folder, keptOf(folder, 'malo', MALO)), { seal })
  const gone = { salt: 'of nobody', passphrase: 'autre chose' }
  await assert.rejects(sealForKeepers(folder, gone), /ended/)
})

test('a keeper who ended since the backup is not let in again by putting it back', async () => {
  for (const [ends, stays, whose] of [
    ['malo', PHRASE, MALO],
    ['', MALO, PHRASE],
  ] as const) {
    const folder = await ofTwo()
    const open = () => openLocal(placesIn(folder).local)
    const before = open()
    keep(before, 'keeper first', 'anais')
    const codes = ['', 'malo'].map(one => newCodes(before, one)[0] ?? '')
    before.db.close()
    const file = await backedUp(folder)
    const ending = open()
    endKeeper(ending, ends)
    ending.db.close()
    await back(folder, file, { passphrase: async () => stays })
    const local = open()
    assert.equal(await keeperByPassphrase(local, stays), '')
    assert.equal(await keeperByPassphrase(local, whose), undefined, whose)
    const spent = codes.map(code => spendCode(local, code))
    assert.deepEqual(spent, ends === '' ? [false, true] : [true, false])
    assert.equal(firstKeeper(local), ends === '' ? 'malo' : 'anais')
    local.db.close()
  }
})

test('a code that was spent since the backup stays spent when it is put back', async () => {
  const { folder, codes } = await box()
  await keepBackupKey(folder, keptOf(folder, '', PHRASE))
  const file = await backedUp(folder)
  const open = () => openLocal(placesIn(folder).local)
  const spending = open()
  assert.ok(spendCode(spending, codes[0]!))
  spending.db.close()
  await back(folder, file)
  const local = open()
  assert.deepEqual([spendCode(local, codes[0]!), spendCode(local, codes[1]!)], [false, true])
  local.db.close()
})

test('a member’s card that was closed since the backup opens nothing when it is put back', async () => {
  const { folder, card } = await box()
  await keepBackupKey(folder, keptOf(folder, '', PHRASE))
  const file = await backedUp(folder)
  const open = () => openLocal(placesIn(folder).local)
  const closing = open()
  const newer = await newCard(closing, 'élodie', NOON)
  closing.db.close()
  await back(folder, file)
  const local = open()
  assert.equal(memberByCard(local, card.number, card.secret), undefined)
  assert.equal(memberByCard(local, newer.number, newer.secret), 'élodie')
  local.db.close()
})

test('a keeper who had no name in the backup, and ended since, is not let in again', async () => {
  for (const ended of [true, false]) {
    const { folder, codes } = await box()
    const file = join(tempFolder(), 'box.backup')
    await save(folder, file)
    const open = () => openLocal(placesIn(folder).local)
    const since = open()
    keep(since, 'keeper first', 'anais')
    await setPassphrase(since, MALO, 'malo')
    if (ended) endKeeper(since, '')
    since.db.close()
    await back(folder, file)
    const local = open()
    assert.equal(await keeperByPassphrase(local, PHRASE), ended ? undefined : '')
    assert.equal(spendCode(local, codes[0]!), !ended)
    if (ended) assert.equal(await keeperByPassphrase(local, MALO), '')
    assert.equal(firstKeeper(local), ended ? 'malo' : 'anais')
    local.db.close()
  }
})

test('members’ cards come back where what the box knew of them was lost', async () => {
  const { folder, card } = await box()
  const file = join(tempFolder(), 'box.backup')
  await save(folder, file)
  const place = placesIn(folder).local
  for (const end of ['', '-wal', '-shm']) rmSync(place + end, { force: true })
  const again = openLocal(place)
  await setPassphrase(again, PHRASE)
  again.db.close()
  await back(folder, file)
  const local = openLocal(place)
  assert.equal(memberByCard(local, card.number, card.secret), 'élodie')
  local.db.close()
})

test('where all the keepers of a backup ended, those of today keep the page', async () => {
  const { folder } = await box()
  const open = () => openLocal(placesIn(folder).local)
  const before = open()
  keep(before, 'keeper first', 'anais')
  before.db.close()
  await keepBackupKey(folder, keptOf(folder, '', PHRASE))
  const file = await backedUp(folder)
  const after = open()
  await setPassphrase(after, MALO, 'malo')
  endKeeper(after, '')
  after.db.close()
  await back(folder, file)
  const local = open()
  assert.equal(await keeperByPassphrase(local, MALO), '')
  assert.equal(await keeperByPassphrase(local, PHRASE), undefined)
  local.db.close()
})

test('each keeper keeps their name, passphrase and codes over a restore', async () => {
  const { folder, codes } = await box()
  const malo = 'trois poules dans le pré'
  const before = openLocal(placesIn(folder).local)
  keep(before, 'keeper first', 'anais')
  await setPassphrase(before, malo, 'malo')
  const [own = ''] = newCodes(before, 'malo')
  before.db.close()
  const file = join(tempFolder(), 'box.backup')
  await backupTo({ folder, file, seal: PHRASE, version: '0', now })
  const to = join(tempFolder(), 'new')
  mkdirSync(to)
  await back(to, file)
  const local = openLocal(placesIn(to).local)
  assert.equal(firstKeeper(local), 'anais')
  assert.equal(await keeperByPassphrase(local, PHRASE), '')
  assert.equal(await keeperByPassphrase(local, malo), 'malo')
  assert.deepEqual([codesLeft(local), codesLeft(local, 'malo')], [10, 10])
  assert.deepEqual([spendCode(local, own), spendCode(local, codes[0]!)], [true, true])
  assert.deepEqual([codesLeft(local), codesLeft(local, 'malo')], [9, 9])
  local.db.close()
})

async function* one(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}
const whole = async (all: AsyncIterable<Uint8Array>): Promise<Buffer> =>
  Buffer.concat(await Array.fromAsync(all))

test(
  'any age program opens a backup with the key in its header; a damaged header opens ' + 'nothing',
  async () => {
    const { Decrypter } = await import('age-encryption')
    const { newForKeeper, encryptFor, decrypt } = await import('../files/encrypt-file.ts')
    const keeper = await newForKeeper(PHRASE)
    const sealed = await whole(encryptFor(one(Buffer.from('Quincaille')), [keeper]))
    const outer = new Decrypter()
    outer.addPassphrase(PHRASE)
    const plain = new Decrypter()
    plain.addIdentity((await outer.decrypt(keeper.identity, 'text')).trim())
    assert.equal(await plain.decrypt(sealed, 'text'), 'Quincaille')
    assert.equal((await whole(decrypt(one(sealed), PHRASE))).toString(), 'Quincaille')
    const hurt = Buffer.from(sealed)
    hurt[sealed.indexOf('cocote/identity') + 30]! ^= 1
    for (const bytes of [
      hurt,
      sealed.subarray(0, 60),
      Buffer.from('age-encryption.org/v1\n-> cocote/identity\nAAAA\n--- AAAA\n'),
      Buffer.alloc(200_000, 'a'),
    ])
      await assert.rejects(whole(decrypt(one(bytes), PHRASE)), { name: 'NotOpened' })
  },
)

test(
  'a passphrase opens however its accents were typed, also a backup made with accents ' + 'apart',
  async () => {
    const { Decrypter, Encrypter } = await import('age-encryption')
    const { encrypt, decrypt } = await import('../files/encrypt-file.ts')
    const phrase = 'un éclair de café glacé'
    const apart = ` ${phrase.normalize('NFD')} `
    const sealed = await whole(encrypt(one(Buffer.from('Quincaille')), apart))
    const anywhere = new Decrypter()
    anywhere.addPassphrase(phrase)
    assert.equal(await anywhere.decrypt(sealed, 'text'), 'Quincaille')
    const before = new Encrypter()
    before.setPassphrase(apart.trim())
    before.setScryptWorkFactor(4)
    const old = await before.encrypt('Quincaille')
    for (const typed of [phrase, apart])
      assert.equal((await whole(decrypt(one(old), typed))).toString(), 'Quincaille')
  },
)

test(
  'a backup is restored whole, encrypted or plain, in a new epoch, with the keeper’s ' +
    'secrets and no visit',
  async t => {
    const { folder, codes, card } = await box()
    for (const sealed of [true, false])
      await t.test(sealed ? 'sealed' : 'plain', async () => {
        const file = join(tempFolder(), 'box.backup')
        const { bytes } = await save(folder, file, sealed)
        assert.equal(readFileSync(file).length, bytes)
        const to = join(tempFolder(), 'new')
        mkdirSync(to)
        const done = await back(to, file)
        assert.deepEqual([done.forgotten, done.aside, done.lost], [0, undefined, false])
        assert.deepEqual((await checkFolder(to, sampleBricks)).hurts, [])
        const shown = ['idea', 'offer', 'meeting', 'meeting_home']
        assert.deepEqual(rowsIn(to, ...shown), rowsIn(folder, ...shown))
        assert.notEqual(epochIn(to), epochIn(folder))
        assert.equal(
          readFileSync(placesIn(to).key, 'utf8'),
          readFileSync(placesIn(folder).key, 'utf8'),
        )
        const local = openLocal(placesIn(to).local)
        assert.ok(hasKeeper(local) && (await isPassphrase(local, PHRASE)))
        assert.ok(spendCode(local, codes[3]!) && !spendCode(local, codes[3]!))
        assert.equal(memberByCard(local, card.number, card.secret), 'élodie')
        assert.equal(local.sql.get('SELECT count(*) AS n FROM session')?.['n'], 0)
        local.db.close()
        within(to, engine =>
          bring(engine, { type: 'idea', id: recordId(8), fields: { title: 'La suite' } }),
        )
        assert.deepEqual((await checkFolder(to, sampleBricks)).hurts, [])
      })
  },
)

test('an encrypted backup shows nothing of its content, and leaves no file beside', async () => {
  const { folder } = await box()
  const place = tempFolder()
  await save(folder, join(place, 'a'))
  const bytes = readFileSync(join(place, 'a'))
  for (const word of ['Quincaille', 'Zéphirine', 'Notes privées', 'PRIVATE KEY', 'log.db'])
    assert.equal(bytes.includes(word), false, word)
  assert.deepEqual(readdirSync(place), ['a'])
  assert.deepEqual(
    readdirSync(folder).filter(name => name.includes('work')),
    [],
  )
})

test('a file that is no whole backup of this box is refused, and nothing is written', async t => {
  const { folder } = await box()
  const place = tempFolder()
  const [sealed, plain] = [join(place, 'sealed'), join(place, 'plain')]
  await save(folder, sealed)
  await save(folder, plain, false)
  const changed = (file: string, change: (bytes: Buffer) => Uint8Array): string => {
    const to = join(place, `changed-${Math.random()}`)
    writeFileSync(to, change(readFileSync(file)))
    return to
  }
  const flipped = (at: number) => (bytes: Buffer) => {
    bytes[Math.floor(bytes.length * at)]! ^= 1
    return bytes
  }
  const cases: readonly (readonly [string, string, RegExp])[] = [
    [
      'sealed, cut',
      changed(sealed, bytes => bytes.subarray(0, bytes.length - 20_000)),
      /DecryptError/,
    ],
    ['sealed, cut in its head', changed(sealed, bytes => bytes.subarray(0, 60)), /NotOpened/],
    ['sealed, a bit changed', changed(sealed, flipped(0.5)), /DecryptError/],
    ['plain, cut', changed(plain, bytes => bytes.subarray(0, bytes.length - 1_000)), /cut/],
    ['plain, a bit changed', changed(plain, flipped(0.3)), /damaged/],
    ['an empty file', changed(plain, () => Buffer.alloc(0)), /notBackup/],
    ['a text', changed(plain, () => Buffer.from('Bonjour')), /notBackup/],
    ['another ZIP', changed(plain, () => zipSync({ 'a.txt': Buffer.from('a') })), /notBackup/],
    [
      'a name that leads outside',
      changed(plain, () =>
        zipSync({ '../../box.key': Buffer.from('a'), 'backup.json': Buffer.from('{}') }),
      ),
      /path/,
    ],
    [
      'a ZIP without its log',
      changed(plain, () =>
        zipSync({ 'backup.json': Buffer.from('{}'), 'box.key': Buffer.from('a') }),
      ),
      /notBackup/,
    ],
  ]
  for (const [said, file, fault] of cases)
    await t.test(said, async () => {
      const to = tempFolder()
      await assert.rejects(back(to, file), error =>
        fault.test(`${(error as Error).name} ${(error as Error).message}`),
      )
      assert.deepEqual(readdirSync(to), [])
    })
  await t.test('another passphrase', async () => {
    const to = tempFolder()
    await assert.rejects(back(to, sealed, { passphrase: async () => 'autre chose de long' }), {
      name: 'NotOpened',
    })
    assert.deepEqual(readdirSync(to), [])
  })
})

test('a folder with something else in it, or another box, is left as it is', async () => {
  const [{ folder }, other] = [await box(), tempFolder()]
  within(other, () => undefined)
  const file = join(tempFolder(), 'b')
  await save(folder, file, false)
  const before = readFileSync(placesIn(other).key)
  await assert.rejects(back(other, file), { code: 'otherBox' })
  assert.deepEqual(readFileSync(placesIn(other).key), before)
  const papers = tempFolder()
  writeFileSync(join(papers, 'lettre.txt'), 'Chère Anaïs')
  await assert.rejects(back(papers, file), { code: 'notEmpty' })
  assert.deepEqual(readdirSync(papers), ['lettre.txt'])
})

/** A box whose idea was forgotten after its backup. */
async function forgotten(): Promise<{ folder: string; file: string }> {
  const { folder } = await box()
  const file = join(tempFolder(), 'b')
  await save(folder, file)
  within(folder, engine => {
    turn(engine, 'forget', { type: 'idea', id: recordId(1) })
    keepForgettings(folder, engine.log)
  })
  return { folder, file }
}
function showsNothingOf(folder: string, word: string): void {
  for (const name of ['log.db', 'tables.db'])
    assert.equal(readFileSync(join(folder, name)).includes(word), false, `${name} holds ${word}`)
  assert.equal(
    within(folder, engine => engine.read.called(recordId(1))),
    undefined,
  )
}

test('values erased since the backup stay erased: known from the folder that is put aside', async () => {
  const { folder, file } = await forgotten()
  rmSync(forgettingsFile(folder))
  const done = await back(folder, file)
  assert.equal(done.forgotten, 2)
  showsNothingOf(folder, 'Quincaille')
  assert.ok(done.aside && existsSync(join(done.aside, 'log.db')))
  assert.deepEqual((await checkFolder(folder, sampleBricks)).hurts, [])
})

test(
  'values erased since the backup stay erased: known from the list, when the old log ' +
    'can’t be read',
  async () => {
    const { folder, file } = await forgotten()
    writeFileSync(placesIn(folder).log, 'plus rien')
    const done = await back(folder, file)
    assert.deepEqual([done.forgotten, done.lost], [2, false])
    showsNothingOf(folder, 'Quincaille')
  },
)

test('values erased since the backup stay erased: known from a list kept elsewhere', async () => {
  const { folder, file } = await forgotten()
  const list = join(tempFolder(), 'oublis')
  cpSync(forgettingsFile(folder), list)
  const to = tempFolder()
  assert.equal((await back(to, file, { forgettings: readForgettings(list) })).forgotten, 2)
  showsNothingOf(to, 'Quincaille')
  // And a second restoring, from a backup of the restored box, keeps it so.
  const again = join(tempFolder(), 'c')
  await save(to, again)
  const last = tempFolder()
  assert.equal((await back(last, again)).forgotten, 0)
  showsNothingOf(last, 'Quincaille')
})

test('a file whose last name was forgotten since the backup comes back with no restoring', async () => {
  const { folder } = await box()
  const file = join(tempFolder(), 'b')
  await save(folder, file)
  within(folder, engine => {
    turn(engine, 'forget', { type: 'meeting', id: recordId(3) })
    keepForgettings(folder, engine.log)
    sweepUnnamed(folder, engine.log.sql, NOON)
  })
  await back(folder, file)
  assert.deepEqual([...filesOn(folder)], [])
})

test('a file that was brought and never written goes with no backup, and comes back with none', async () => {
  const { folder } = await box()
  const before = [...filesOn(folder)].map(one => one.name)
  assert.equal(before.length, 1)
  storeFile(folder, 'home', Buffer.from('Boule joyeuse ; 06 39 98 01 07'), {
    name: 'associations.csv',
    type: 'text/csv',
  })
  const file = join(tempFolder(), 'b')
  await save(folder, file, false)
  assert.deepEqual(
    Object.keys(unzipSync(readFileSync(file))).filter(name => name.startsWith('files/')),
    before,
  )
  // A backup made before this was so carries it.
  const to = tempFolder()
  const parts = unzipSync(readFileSync(file))
  const stray = 'Boule joyeuse'
  const hash = createHash('sha256').update(stray).digest('hex')
  writeFileSync(file, zipSync({ ...parts, [`files/home/${hash}`]: Buffer.from(stray) }))
  await back(to, file)
  assert.deepEqual(
    [...filesOn(to)].map(one => one.name),
    before,
  )
})

test(
  'an unreadable old log without a list is reported, since erased values may have come ' + 'back',
  async () => {
    const { folder, file } = await forgotten()
    writeFileSync(placesIn(folder).log, 'plus rien')
    rmSync(forgettingsFile(folder))
    assert.equal((await back(folder, file)).lost, true)
  },
)

test('a list of forgettings that says something else names its line', () => {
  const list = join(tempFolder(), 'oublis')
  writeFileSync(list, '\n["pas un fil", 1, 0, "title"]\n')
  assert.throws(() => readForgettings(list), { name: 'BadForgettings', line: 2 })
})

const FOLDERS = new URL('../../tests/support/folders.ts', import.meta.url)
const WRITING = `
import { bring, recordId, houseIn } from '${FOLDERS}'
const engine = houseIn(process.argv[1])
for (let n = 100; ; n++) {
  const fields = { title: 'Tour ' + n, detail: 'x'.repeat(2000) }
  bring(engine, { type: 'idea', id: recordId(n), fields })
  process.stdout.write(n + '\\n')
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10)
}`
/** Another process that writes turn after turn, as a serving box does; how many were answered. */
async function writing(folder: string): Promise<{ child: ChildProcess; answered: () => number }> {
  const child = spawn(process.execPath, ['--input-type=module-typescript', '-e', WRITING, folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let last = 99
  const { promise, resolve } = Promise.withResolvers<void>()
  child.stdout!.on('data', chunk => {
    last = Number(String(chunk).trim().split('\n').at(-1))
    if (last > 120) resolve()
  })
  await promise
  return { child, answered: () => last }
}

testAll(
  'while another process writes, a backup holds every turn answered before it began, and a ' +
    'check is clean',
  async () => {
    const { folder } = await box()
    const { child, answered } = await writing(folder)
    try {
      for (let i = 0; i < 2; i++) {
        const before = answered()
        const file = join(tempFolder(), 'b')
        await save(folder, file, false)
        const to = tempFolder()
        await back(to, file)
        const held = new DatabaseSync(placesIn(to).tables)
          .prepare("SELECT count(*) AS n FROM idea WHERE title LIKE 'Tour %'")
          .get()!['n']
        assert.ok(Number(held) >= before - 99, `${held} of ${before - 99}`)
        assert.deepEqual((await checkFolder(to, sampleBricks)).hurts, [])
      }
      assert.deepEqual((await checkFolder(folder, sampleBricks)).hurts, [])
      assert.ok(answered() > 130)
    } finally {
      child.kill('SIGKILL')
    }
  },
)

test('a file whose bytes are not what its name says is taken as it is, and named', async () => {
  const { folder } = await box()
  const to = join(tempFolder(), 'b')
  const taking = async (): Promise<readonly string[]> => {
    return (await backupTo({ folder, file: to, seal: undefined, version: '0', now })).hurt
  }
  assert.deepEqual(await taking(), [])
  const notes = storeFile(folder, 'home', Buffer.from('Notes privées'), {
    name: 'notes.txt',
    type: 'text/plain',
  })
  writeFileSync(join(placesIn(folder).files, 'home', notes.hash), 'Notes prXvées')
  assert.deepEqual(await taking(), [`files/home/${notes.hash}`])
})
