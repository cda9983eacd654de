import '../../../../tests/support/light-seals.ts'
import assert from 'node:assert/strict'
import { existsSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { standingDoer } from '../../../../tests/support/doer.ts'
import { tempFolder } from '../../../../tests/support/folders.ts'
import { page, plain, type Village, village } from '../../../../tests/support/served.ts'
import { bricks } from '../../../app/bricks.ts'
import { heldBackupKeys } from '../../../backup/backup-key.ts'
import { dayAt } from '../../../files/clock.ts'
import { decrypt } from '../../../files/encrypt-file.ts'
import { placesIn } from '../../../files/folder.ts'
import { codesLeft, openLocal } from '../../../files/local.ts'
import { newBox } from '../../../log/box.ts'
import { LOG_FORMAT } from '../../../log/sqlite.ts'
import { PI, planted } from '../../../machine/planted.ts'
import { publicLine } from '../../../release/keys.ts'
import { packVersion } from '../../../release/pack.ts'
import { versionHere } from '../../../release/version-here.ts'
import { dayPlain } from '../../../text/days.ts'
import { keepersIn, newCodes } from '../../../web/session/keeper.ts'
import { BOX } from './box-page.ts'

const noBox = bricks.some(one => one.pages.some(page => page.path === BOX))
  ? false
  : 'no brick of this house has the page of the box'
const signer = newBox()

/**
 * An installed box, its doer standing, the keys that it knows, a plugged key with these versions.
 */
async function installed(t: TestContext, versions: readonly string[] = []) {
  const [doer, opt, etc, vars, key] = [
    standingDoer(t),
    tempFolder(),
    tempFolder(),
    tempFolder(),
    tempFolder(),
  ]
  for (const folder of [join(etc, 'keys'), join(vars, 'said'), join(vars, 'updates')])
    mkdirSync(folder)
  writeFileSync(
    join(etc, 'keys', 'cocote.pub'),
    publicLine({ name: signer.name, whose: 'l’association CoCoTe' }),
  )
  symlinkSync(join(opt, 'versions', '0.0.9'), join(opt, 'previous'))
  for (const one of versions) await released(key, one)
  const env = {
    COCOTE_ROOT: planted(t, PI),
    COCOTE_BOX: doer.run,
    COCOTE_OPT: opt,
    COCOTE_ETC: etc,
    COCOTE_VAR: vars,
    COCOTE_KEYS: key,
  }
  Object.assign(process.env, env)
  t.after(() => {
    for (const name of Object.keys(env)) delete process.env[name]
  })
  const sail = await village(t, [], 1)
  const local = openLocal(placesIn(sail.folder).local)
  const codes = newCodes(local)
  const left = (): number => codesLeft(local)
  t.after(() => local.db.close())
  return { doer, sail, codes, left, vars, key }
}
async function released(folder: string, named: string, by = signer): Promise<string> {
  const file = join(folder, `cocote-${named}-${process.arch}.tar.gz`)
  const text = Buffer.from('{}')
  const chosen = [
    { kind: 'file', name: 'package.json', isRun: false, size: text.length, bytes: text },
  ] as const
  const about = { version: named, arch: process.arch as 'x64', from: '0.0.0', log: LOG_FORMAT }
  await packVersion({ file, chosen, about, made: new Date(Date.UTC(2027, 0, 3)), signer: by })
  return file
}
async function post(
  of: Village,
  path: string,
  fields: Readonly<Record<string, string>>,
  cookie = of.keeper,
) {
  const answer = await fetch(new URL(path, `${of.at}${BOX}/`), {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams(fields).toString(),
    headers: {
      origin: of.at,
      cookie,
      'content-type': 'application/x-www-form-urlencoded',
      'accept-language': 'fr',
    },
  })
  return { status: answer.status, text: plain(await answer.text()) }
}
/** A day as the page says it: with its year once that is over. */
const said = (day: string): string => dayPlain(day, 'fr', dayAt(Date.now()))
const newer = versionHere().replace(/^\d+/, major => String(Number(major) + 1))

test('off: confirmed by its keeper, and told what to wait for; nobody else switches it off', {
  skip: noBox,
}, async t => {
  const { doer, sail } = await installed(t)
  assert.match((await post(sail, 'eteindre', {})).text, /Cochez la case/)
  assert.equal((await post(sail, 'eteindre', { oui: '1' }, '')).status, 403)
  assert.deepEqual(doer.took, [])
  const { status, text } = await post(sail, 'eteindre', { oui: '1' })
  assert.deepEqual([status, doer.took.map(({ what }) => what)], [200, ['off']])
  assert.match(text, /La borne s’éteint.*débranchez-la/)
})

test('a version on a key is offered, staged, and asked for with one of the keeper’s codes', {
  skip: noBox,
}, async t => {
  const { doer, sail, codes, left, vars, key } = await installed(t, [newer])
  const shown = await page(sail, BOX, sail.keeper)
  assert.match(
    shown,
    new RegExp(
      `La version ${newer}, faite le ${said('2027-01-03')}, signée par l’association CoCoTe`,
    ),
  )
  assert.match(shown, /la version 0\.0\.9 reviendrait d’elle-même/)
  const name = readdirSync(key)[0]!
  const asked = { fichier: join(key, name), code: codes[0]! }
  assert.match((await post(sail, 'mise-a-jour', { ...asked, code: 'faux' })).text, /code/)
  assert.deepEqual(doer.took, [])
  const { status, text } = await post(sail, 'mise-a-jour', asked)
  assert.equal(status, 200)
  assert.match(text, /La version change.*l’ancienne revient toute seule/)
  assert.deepEqual(doer.took, [{ what: 'update', line: join(vars, 'updates', name) }])
  assert.ok(existsSync(join(vars, 'updates', name)))
  assert.equal(left(), 9)
})

test('what the doer refuses, what no known key signed, what is no longer there, spends no code ' +
  'and changes nothing', {
  skip: noBox,
}, async t => {
  const { doer, sail, codes, left, key } = await installed(t, [newer])
  const foreign = await released(key, `${Number(newer.split('.')[0]) + 1}.0.0`, newBox())
  const shown = await page(sail, BOX, sail.keeper)
  assert.match(shown, /signée par une clé que cette borne ne connaît pas/)
  for (const fichier of [foreign, '/etc/passwd', join(key, 'absente.tar.gz'), ''])
    assert.match(
      (await post(sail, 'mise-a-jour', { fichier, code: codes[0]! })).text,
      /Cette version n’est plus là/,
    )
  doer.answers.update = 'no\n1\nbadPath'
  const file = join(key, readdirSync(key).find(name => name.includes(newer))!)
  assert.match(
    (await post(sail, 'mise-a-jour', { fichier: file, code: codes[0]! })).text,
    /La version n’a pas pu être changée ici/,
  )
  assert.equal(left(), 10)
})

test('an older version is offered as such, and asked for as such', { skip: noBox }, async t => {
  const { doer, sail, codes, vars, key } = await installed(t, ['0.0.1'])
  assert.match(
    await page(sail, BOX, sail.keeper),
    /Elle est plus ancienne.*Revenir à la version 0\.0\.1/,
  )
  const name = readdirSync(key)[0]!
  await post(sail, 'mise-a-jour', { fichier: join(key, name), code: codes[0]! })
  assert.deepEqual(doer.took, [{ what: 'update', line: `${join(vars, 'updates', name)}\nolder` }])
})

test('what became of the last change, backup and check is said, each with its moment', {
  skip: noBox,
}, async t => {
  const { sail, vars } = await installed(t)
  const at = Date.UTC(2026, 11, 4, 8)
  writeFileSync(join(vars, 'said', 'update'), `no\n${at}\nreturned\n9.9.9\n0.1.0\nsilent\n`)
  writeFileSync(
    join(vars, 'said', 'backup'),
    `ok\n${at}\nsaved\nsail-00003-2026-12-04.cocote-sauvegarde\n2100000\n`,
  )
  writeFileSync(
    join(vars, 'said', 'check'),
    `no\n${at}\nhurt\nentrée 3 du fil de Sail : ses octets ont changé\n`,
  )
  const shown = await page(sail, BOX, sail.keeper)
  const when = `le ${said('2026-12-04')}, 9 h`
  assert.match(
    shown,
    new RegExp(
      `${when} : La version 9\\.9\\.9 n’a pas tenu : elle n’a pas répondu, ou s’est tue\\. ` +
        'La 0\\.1\\.0 est revenue',
    ),
  )
  assert.match(shown, /Elle est sur la clé : sail-00003-2026-12-04\.cocote-sauvegarde \(2,1 Mo\)/)
  assert.match(shown, /Quelque chose est abîmé\. entrée 3/)
})

const signsIn = (sail: Village): Promise<Response> =>
  fetch(`${sail.at}/entrer`, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams({ passphrase: 'quatre chaises au soleil' }).toString(),
    headers: { origin: sail.at, 'content-type': 'application/x-www-form-urlencoded' },
  })

test('on a box that has nothing to seal a backup with, the keeper who signs in gives it: the ' +
  'passphrase opens what it seals', {
  skip: noBox,
}, async t => {
  const { sail } = await installed(t)
  assert.deepEqual(heldBackupKeys(sail.folder), [])
  await signsIn(sail)
  for (let turn = 0; turn < 600 && heldBackupKeys(sail.folder).length === 0; turn++) await wait(100)
  const [held] = heldBackupKeys(sail.folder)
  assert.ok(held)
  const sealed = async function* () {
    yield held.identity
  }
  const opened = Buffer.concat(await Array.fromAsync(decrypt(sealed(), 'quatre chaises au soleil')))
  assert.match(opened.toString('utf8'), /^AGE-SECRET-KEY-1/)
})

test('each keeper has a key for the automatic backups; it goes with them, and the others’ stay', {
  skip: noBox,
}, async t => {
  const { sail, codes } = await installed(t)
  const held = async (count: number): Promise<void> => {
    for (let turn = 0; turn < 600 && heldBackupKeys(sail.folder).length !== count; turn++)
      await wait(100)
    assert.equal(heldBackupKeys(sail.folder).length, count)
  }
  writeFileSync(placesIn(sail.folder).backupKey, `age1${'q'.repeat(58)}\nAAAA\n`)
  await held(1)
  await post(sail, '/tenir/gardiens/nommer', { prenom: 'Anaïs' })
  assert.match(
    await page(sail, '/tenir/gardiens', sail.keeper),
    NOT_YET,
    'the key is of nobody here',
  )
  const malo = { nom: 'Malo', phrase: 'trois poules dans le pré', code: 'quatre chaises au soleil' }
  await post(sail, '/tenir/gardiens/ajouter', malo)
  await signsIn(sail)
  await held(2)
  assert.doesNotMatch(await page(sail, '/tenir/gardiens', sail.keeper), NOT_YET)
  const local = openLocal(placesIn(sail.folder).local)
  const gardien = keepersIn(local).find(one => one !== '')!
  local.db.close()
  assert.equal(
    (await post(sail, '/tenir/gardiens/retirer', { gardien, code: codes[0]! })).status,
    303,
  )
  await held(1)
  assert.doesNotMatch(await page(sail, '/tenir/gardiens', sail.keeper), NOT_YET)
})
const NOT_YET = /pas encore avec (?:sa|votre) phrase/

test('a backup asked for now says whether it is made', { skip: noBox }, async t => {
  const { doer, sail } = await installed(t)
  assert.equal((await post(sail, 'sauvegarder', {})).status, 303)
  assert.deepEqual(
    doer.took.map(({ what }) => what),
    ['backup'],
  )
})
