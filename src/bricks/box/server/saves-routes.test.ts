import { pattern } from '../../../core/pattern.ts'
import '../../../../tests/support/light-seals.ts'
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, it, test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { strFromU8, unzipSync } from 'fflate'
import { COCOTE, kill, type Serving, serving } from '../../../../tests/faults/serving.ts'
import { frozenSaid, openFrozen } from '../../../../tests/frozen/open.ts'
import { type Browsing, browsing } from '../../../../tests/frozen/person.ts'
import { browserAt } from '../../../../tests/support/browser.ts'
import { PASSPHRASE, testBox } from '../../../../tests/support/test-box.ts'
import { heldBackupKeys } from '../../../backup/backup-key.ts'
import { codesLeft } from '../../../files/local.ts'
import { CODE_SHEET, keepersIn, newCodes } from '../../../web/session/keeper.ts'
import { SAVES } from '../pages/acts-part.ts'
import { savesRoutes } from './saves-routes.ts'

const said = frozenSaid('0.1.0')
const NADIA = '06 39 98 01 01'

describe('what the keeper saves and takes away by page', () => {
  const folder = openFrozen('0.1.0', 'sail')
  const away = mkdtempSync(join(tmpdir(), 'cocote-saved-'))
  let server: Serving
  let address = ''
  let keeper: Browsing
  after(async () => {
    if (server) await kill(server, 'SIGTERM')
    for (const one of [folder, away]) rmSync(one, { recursive: true, force: true })
  })
  const code = (n: number): string => said.sail.codes[n]!
  /** The page comes back by itself until what was asked for is there; the file. */
  const taken = async (): Promise<Buffer> => {
    for (
      let page = await keeper.get(SAVES);
      page.headers.get('refresh');
      page = await keeper.get(SAVES)
    )
      await wait(100)
    const answer = await fetch(`${address}${SAVES}/fichier`, {
      headers: { cookie: [...keeper.cookies].map(one => one.join('=')).join('; ') },
    })
    assert.equal(answer.status, 200)
    assert.match(
      answer.headers.get('content-disposition') ?? '',
      /filename="(sauvegarde|tout|PRIVE-tout)-sail-sous-couzan-\d{4}-\d{2}-\d{2}\./,
    )
    return Buffer.from(await answer.arrayBuffer())
  }
  const post = async (action: string, change: Record<string, string>) =>
    keeper.fill(await keeper.get(SAVES), `${SAVES}/${action}`, change)

  it('is for the keeper alone', async () => {
    server = serving(folder)
    address = await server.ready
    keeper = browsing(address)
    assert.doesNotMatch((await keeper.get(SAVES)).body, /sauvegardes\/sauver/)
    assert.equal((await keeper.get(`${SAVES}/fichier`)).status, 404)
    assert.equal((await keeper.post(`${SAVES}/codes`, {})).status, 403)
    assert.equal((await keeper.post('/entrer', { passphrase: said.sail.passphrase })).status, 303)
    assert.match((await keeper.get('/tenir')).body, new RegExp(`href="${SAVES}"`))
    assert.match((await keeper.get(SAVES)).text, /Il reste 9 codes qui n’ont pas servi/)
  })

  it(
    'a backup is sealed with the passphrase that was typed, told how far it is, and comes ' +
      'back whole by the verb',
    async () => {
      const wrong = await post('sauver', { passphrase: 'autre chose de long' })
      assert.equal(wrong.status, 422)
      assert.match(wrong.text, /Ce n’est pas la bonne phrase\. Rien n’est fait/)
      assert.equal((await post('sauver', { passphrase: said.sail.passphrase })).location, SAVES)
      assert.match((await keeper.get(SAVES)).text, /se prépare|prête/)
      assert.doesNotMatch((await keeper.get('/borne')).text, /emportée par la page/)
      const file = join(away, 'sail.cocote-sauvegarde')
      writeFileSync(file, await taken())
      assert.match(readFileSync(file, 'latin1').slice(0, 21), /^age-encryption/)
      assert.match(
        (await keeper.get('/borne')).text,
        pattern()`
          Dernière sauvegarde emportée par la page aujourd’hui
          |Dernière sauvegarde emportée par la page [^.]*\d h
        `,
      )
      const [to, phrase] = [join(away, 'new'), join(away, 'phrase')]
      writeFileSync(phrase, said.sail.passphrase)
      const back = spawnSync(COCOTE, ['restore', file, '--passphrase-file', phrase, '--data', to], {
        encoding: 'utf8',
      })
      assert.equal(back.status, 0, back.stderr)
      assert.equal(spawnSync(COCOTE, ['check', '--data', to]).status, 0)
    },
  )

  it(
    'what everybody may read leaves without a code; what is private needs one, which is then ' +
      'spent',
    async () => {
      const texts = (bytes: Buffer): string =>
        Object.entries(unzipSync(bytes))
          .filter(([name]) => /\.(json|csv|txt|jsonl)$/.test(name))
          .map(([, part]) => strFromU8(part))
          .join('\n')
      assert.equal((await post('emporter', {})).location, SAVES)
      const open = texts(await taken())
      assert.ok(open.includes('bétonnière') && !open.includes(NADIA))
      const refused = await post('emporter', { prive: '1', code: 'abcd efgh jkmn' })
      assert.match(refused.text, /Ce code n’est pas bon/)
      assert.equal((await post('emporter', { prive: '1', code: code(1) })).location, SAVES)
      assert.ok(texts(await taken()).includes(NADIA))
      assert.match((await keeper.get(SAVES)).text, /Il reste 8 codes/)
      assert.match(
        (await post('emporter', { prive: '1', code: code(1) })).text,
        /Ce code n’est pas bon/,
      )
    },
  )

  it('a photo that is hurt is named by what it stands on, and the backup is made', async () => {
    const place = join(folder, 'files', 'home')
    const [hash = ''] = readdirSync(place)
    writeFileSync(join(place, hash), 'rien')
    assert.equal((await post('sauver', { passphrase: said.sail.passphrase })).location, SAVES)
    await taken()
    const page = await keeper.get(SAVES)
    assert.match(
      page.text,
      /Une photo ou un fichier est abîmé sur la carte.*Gardez aussi une sauvegarde plus ancienne/,
    )
    assert.match(page.body, /<li>Cueillette\u00a0: [^<]+<\/li>/i)
  })

  it('codes that anybody at the page could read wait until their sheet is put away', async () => {
    const waits = async (): Promise<boolean> =>
      /La feuille des codes.*n’est pas encore rangée/.test((await keeper.get('/tenir')).text)
    assert.equal(await waits(), false)
    assert.equal((await post('codes', { code: code(2) })).location, CODE_SHEET)
    assert.equal(await waits(), true)
    await keeper.send(CODE_SHEET)
    assert.equal(await waits(), false)
  })

  it('with a second keeper, the passphrase of each opens a backup that one of them made', async () => {
    const malo = 'trois poules dans le pré'
    const keepers = '/tenir/gardiens'
    const act = async (path: string, change: Record<string, string>) =>
      keeper.fill(await keeper.get(keepers), `${keepers}/${path}`, change)
    assert.equal((await act('nommer', { prenom: 'Anaïs' })).location, keepers)
    assert.equal(
      (await act('ajouter', { nom: 'Malo', phrase: malo, code: said.sail.passphrase })).location,
      keepers,
    )
    const asked = await post('sauver', { passphrase: said.sail.passphrase })
    assert.equal(asked.location, SAVES)
    assert.match((await keeper.get(SAVES)).text, /chaque personne qui tient la page l’ouvre/)
    const file = join(away, 'two.cocote-sauvegarde')
    for (let turn = 0; turn < 100 && !hasTwoKeys(); turn++) await wait(100)
    await taken()
    assert.equal((await post('sauver', { passphrase: said.sail.passphrase })).location, SAVES)
    writeFileSync(file, await taken())
    for (const [n, phrase] of [said.sail.passphrase, malo, 'autre chose de long'].entries()) {
      const [to, typed] = [join(away, `two-${n}`), join(away, `phrase-${n}`)]
      writeFileSync(typed, phrase)
      const back = ['restore', file, '--passphrase-file', typed, '--data', to]
      const { status, stderr } = spawnSync(COCOTE, back, { encoding: 'utf8' })
      assert.equal(status === 0, n < 2, stderr)
    }
  })
  const hasTwoKeys = (): boolean => heldBackupKeys(folder).length === 2

  it('when the page ends, nothing that was made lies in its folder', async () => {
    assert.equal(await kill(server, 'SIGTERM'), 0)
    assert.deepEqual(
      readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(name =>
        /courier.|work/.test(name),
      ),
      [],
    )
  })
})

test(
  'new codes and another passphrase each take a code over https, the passphrase at the ' +
    'machine, and nothing over the Wi-Fi',
  async () => {
    const services = {
      folder: '/nowhere',
      saves: { last: () => undefined, begin: () => false, close: async () => undefined },
    }
    using box = testBox({ routes: (app, server) => savesRoutes(app, server, services) })
    box.territory({ keptBy: 'Anaïs et Malo' })
    const codes = newCodes(box.local)
    const keeper = await box.keeperAt('https')
    const at = async (action: string, change: Record<string, string>) =>
      keeper.fill(await keeper.get(SAVES), `${SAVES}/${action}`, change)
    assert.match((await at('codes', { code: '' })).text, /Ce code n’est pas bon/)
    assert.equal(codesLeft(box.local), 10)
    const short = await at('phrase', { nouvelle: 'court', code: codes[0]! })
    assert.match(short.text, /trop courte/)
    assert.equal(codesLeft(box.local), 10, 'a refusal costs no code')
    const other = await box.keeperAt('https')
    assert.equal(
      (await at('phrase', { nouvelle: 'cinq pommes dans le pré', code: codes[0]! })).status,
      303,
    )
    assert.equal(codesLeft(box.local), 9)
    assert.equal((await keeper.get(SAVES)).status, 200, 'who changed it stays')
    assert.doesNotMatch(
      (await other.get(SAVES)).body,
      /sauvegardes\/sauver/,
      'all others enter again',
    )
    assert.equal(
      (await box.visitor('https').post('/entrer', { passphrase: PASSPHRASE })).status,
      403,
    )
    assert.equal((await at('codes', { code: codes[1]! })).location, CODE_SHEET)
    assert.equal(codesLeft(box.local), 10)
    assert.match(
      (await at('codes', { code: codes[2]! })).text,
      /Ce code n’est pas bon/,
      'the old ones are worth nothing',
    )
    const here = box.visitor('here')
    await here.post('/entrer', { passphrase: 'cinq pommes dans le pré' })
    assert.equal(
      (await here.fill(await here.get(SAVES), `${SAVES}/codes`, { code: '' })).status,
      422,
    )
    const own = { code: 'cinq pommes dans le pré' }
    const drawn = await here.fill(await here.get(SAVES), `${SAVES}/codes`, own)
    assert.equal(drawn.location, CODE_SHEET)
    const wifi = box.visitor('wifi')
    for (const [name, value] of keeper.cookies) wifi.cookies.set(name, value)
    assert.doesNotMatch((await wifi.get(SAVES)).body, /sauvegardes\/sauver/)
  },
)

test('what a restoring put beside is said with its day and size, and goes once a tick says so', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'cocote-beside-'))
  const beside = join(folder, 'avant-restauration-2026-11-28-07-01-02')
  mkdirSync(join(beside, 'files', 'home'), { recursive: true })
  writeFileSync(join(beside, 'files', 'home', 'notes'), Buffer.alloc(3_000_000))
  writeFileSync(join(folder, 'log.db'), 'reste')
  const saves = { last: () => undefined, begin: () => false, close: async () => undefined }
  using box = testBox({ routes: (app, server) => savesRoutes(app, server, { folder, saves }) })
  box.territory({ keptBy: 'Anaïs et Malo' })
  const keeper = await box.keeperAt('https')
  assert.match((await keeper.get(SAVES)).text, /Rangé le [^:]*28 novembre[^:]*: [23](,\d)? Mo/)
  assert.equal((await keeper.fill(await keeper.get(SAVES), `${SAVES}/avant`)).status, 422)
  assert.ok(readdirSync(folder).includes('avant-restauration-2026-11-28-07-01-02'))
  assert.equal(
    (await keeper.fill(await keeper.get(SAVES), `${SAVES}/avant`, { compris: '1' })).status,
    303,
  )
  assert.deepEqual(readdirSync(folder), ['log.db'])
  assert.doesNotMatch((await keeper.get(SAVES)).text, /Rangé le/)
  rmSync(folder, { recursive: true })
})

test(
  'a passphrase that another keeper has costs no code, and a keeper who is ended meanwhile ' +
    'changes none',
  async () => {
    const saves = { last: () => undefined, begin: () => false, close: async () => undefined }
    const services = { folder: '/nowhere', saves }
    using box = testBox({ routes: (app, server) => savesRoutes(app, server, services) })
    const malo = 'trois poules dans le pré'
    await box.keeper.post('/tenir/gardiens/nommer', { prenom: 'Anaïs' })
    await box.keeper.post('/tenir/gardiens/ajouter', {
      nom: 'Malo',
      phrase: malo,
      code: PASSPHRASE,
    })
    const codes = newCodes(box.local)
    const anais = await box.keeperAt('https')
    const other = await anais.fill(await anais.get(SAVES), `${SAVES}/phrase`, {
      nouvelle: malo,
      code: codes[0]!,
    })
    assert.match(other.text, /a déjà cette phrase/)
    assert.equal(codesLeft(box.local), 10)
    const guessed = await anais.fill(await anais.get(SAVES), `${SAVES}/phrase`, {
      nouvelle: malo,
      code: 'abcd efgh jkmn',
    })
    assert.match(guessed.text, /Ce code n’est pas bon/, 'without a code nothing is told of it')
    const ours = { nouvelle: 'cinq pommes dans le pré', code: codes[0]! }
    for (let tries = 1; tries < 10; tries++)
      await anais.fill(await anais.get(SAVES), `${SAVES}/phrase`, { ...ours, nouvelle: malo })
    const late = await anais.post('/entrer', { passphrase: malo })
    assert.equal(late.status, 429, 'each passphrase that was found so counts as a wrong try')
    const second = browserAt(box.app, 'here')
    await second.post('/entrer', { passphrase: malo })
    const gardien = String(
      box.read.all("SELECT id FROM keeper_home WHERE name = 'Malo'")[0]?.['id'],
    )
    const form = await second.get(SAVES)
    await Promise.all([
      box.keeper.post('/tenir/gardiens/retirer', { gardien, code: codes[1]! }),
      second.fill(form, `${SAVES}/phrase`, { nouvelle: 'cinq pommes dans le pré', code: malo }),
    ])
    assert.deepEqual(keepersIn(box.local), [''])
    const after = await browserAt(box.app, 'here').post('/entrer', {
      passphrase: 'cinq pommes dans le pré',
    })
    assert.equal(after.status, 403)
    assert.equal((await second.get('/tenir')).status, 403)
  },
)

test('no passphrase is changed while a backup is made, which would open with the old one', async () => {
  const doing = { kind: 'backup', private: true, at: 0, state: { is: 'doing', share: 0 } } as const
  const saves = { last: () => doing, begin: () => false, close: async () => undefined }
  const services = { folder: '/nowhere', saves }
  using box = testBox({ routes: (app, server) => savesRoutes(app, server, services) })
  const change = { nouvelle: 'cinq pommes dans le pré', code: PASSPHRASE }
  const page = await box.keeper.get(SAVES)
  const refused = await box.keeper.fill(page, `${SAVES}/phrase`, change)
  assert.match(refused.text, /Un fichier se prépare déjà/)
  const stranger = browserAt(box.app, 'here')
  assert.equal((await stranger.post('/entrer', { passphrase: PASSPHRASE })).status, 303)
})
