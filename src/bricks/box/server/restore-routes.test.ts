import { pattern } from '../../../core/pattern.ts'
import '../../../../tests/support/light-seals.ts'
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, it } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { COCOTE, kill, type Serving, serving } from '../../../../tests/faults/serving.ts'
import { frozenSaid, openFrozen } from '../../../../tests/frozen/open.ts'
import { type Browsing, browsing } from '../../../../tests/frozen/person.ts'
import { hiddenIn } from '../../../../tests/support/browser.ts'
import { RESTORED } from '../../../web/session/opening.ts'
import { RESTORE } from './restore-routes.ts'

const { sail, boen } = frozenSaid('0.1.0')

const LONG = randomBytes(400_000)
const flipped = (bytes: Uint8Array): Uint8Array =>
  bytes.map((byte, i) => (i === Math.floor(bytes.length * 0.7) ? byte ^ 0x5a : byte))

describe('a backup put back by page', () => {
  const [kept, neighbour] = [openFrozen('0.1.0', 'sail'), openFrozen('0.1.0', 'boen')]
  const [fresh, again] = [
    mkdtempSync(join(tmpdir(), 'cocote-new-')),
    mkdtempSync(join(tmpdir(), 'cocote-new-')),
  ]
  const away = mkdtempSync(join(tmpdir(), 'cocote-backup-'))
  const [backup, another] = ['sail', 'boen'].map(name =>
    join(away, `${name}.cocote-sauvegarde`),
  ) as [string, string]
  const servers: Serving[] = []
  after(async () => {
    for (const server of servers) await kill(server, 'SIGTERM')
    for (const one of [kept, neighbour, fresh, again, away])
      rmSync(one, { recursive: true, force: true })
  })
  const saved = (folder: string, file: string, passphrase: string): void => {
    const secret = join(away, 'phrase')
    writeFileSync(secret, passphrase)
    const made = spawnSync(COCOTE, ['backup', file, '--data', folder, '--passphrase-file', secret])
    assert.equal(made.status, 0, String(made.stderr))
  }
  const opened = async (folder: string): Promise<Browsing & { address: string }> => {
    const server = serving(folder)
    servers.push(server)
    const address = await server.ready
    return { ...browsing(address), address }
  }
  const send = async (of: Browsing & { address: string }, file: Uint8Array, passphrase: string) => {
    const page = await of.get(RESTORE)
    assert.equal(page.status, 200, page.text)
    assert.match(page.text, /marche encore, éteignez-la et ne la rallumez pas/)
    const form = new FormData()
    form.set('jeton', hiddenIn(page.body, 'jeton'))
    form.set('passphrase', passphrase)
    form.set('sauvegarde', new Blob([new Uint8Array(file)]), 'sauvegarde')
    const cookie = [...of.cookies].map(one => one.join('=')).join('; ')
    return fetch(`${of.address}${RESTORE}`, { method: 'POST', body: form, headers: { cookie } })
  }
  /**
   * The page closes, and comes back by itself to say what became of it. Once another page has stood
   * there, a browser that asks again is answered: an error would stay on its screen.
   */
  const until = async (of: Browsing, told: RegExp): Promise<void> => {
    let stood = 0
    let unanswered = 0
    for (;;) {
      await wait(100)
      const page = await of.get(RESTORED).catch(() => undefined)
      if (page?.status === 503) stood++
      if (stood > 0 && !page) unanswered++
      if (page?.status === 200 && told.test(page.text)) break
    }
    assert.ok(stood > 0 && unanswered <= 3, `${stood} answers, then ${unanswered} errors`)
  }
  const aside = (folder: string): readonly string[] =>
    readdirSync(folder).filter(name => name.startsWith('avant-restauration-'))

  it('in a box that nobody has opened, from the first page; what cannot be read changes nothing', async () => {
    saved(kept, backup, sail.passphrase)
    saved(neighbour, another, boen.passphrase)
    const newcomer = await opened(fresh)
    assert.match((await newcomer.get('/ouvrir')).body, new RegExp(`href="${RESTORE}"`))
    const wrong = await send(newcomer, readFileSync(backup), 'une autre phrase de passe')
    assert.equal(wrong.status, 422)
    assert.match(await wrong.text(), /Ce n’est pas la bonne phrase de passe/)
    const odd = await send(newcomer, Buffer.from('rien de tel'), '')
    assert.equal(odd.status, 422)
    assert.match(await odd.text(), /Ce fichier n’est pas une sauvegarde/)
    const cut = readFileSync(backup).subarray(0, -2_000)
    const refused = await send(newcomer, cut, sail.passphrase)
    assert.equal(refused.status, 422)
    assert.match(await refused.text(), /abîmée ou coupée/)
    const [long, plain] = [join(away, 'long'), readFileSync(backup)]
    // Past the first piece that opens, and before its end.
    writeFileSync(join(kept, 'backup.key'), LONG)
    saved(kept, long, sail.passphrase)
    const whole = readFileSync(long)
    assert.ok(whole.length > 2 * plain.length)
    for (const hurt of [whole.subarray(0, Math.floor(whole.length * 0.8)), flipped(whole)]) {
      const said = await send(newcomer, hurt, sail.passphrase)
      assert.equal(said.status, 422)
      assert.match(await said.text(), /Cette sauvegarde est abîmée ou coupée/)
      assert.match(
        (await newcomer.get('/ouvrir')).body,
        /name="(where|name)"/,
        'the page stayed open, as it was',
      )
    }
    rmSync(join(kept, 'backup.key'))
    assert.deepEqual(aside(fresh), [])

    assert.equal((await send(newcomer, readFileSync(backup), sail.passphrase)).status, 200)
    await until(
      newcomer,
      pattern()`
        La sauvegarde est remise.*avant-restauration-.*
        La phrase de passe et les codes sont de nouveau ceux de ce jour-là
      `,
    )
    assert.match((await newcomer.get('/')).text, new RegExp(sail.page))
    assert.equal((await newcomer.post('/entrer', { passphrase: sail.passphrase })).status, 303)
    assert.equal(aside(fresh).length, 1, 'what was there is kept beside')
    assert.deepEqual(
      readdirSync(fresh).filter(name => name.includes('.work')),
      [],
    )
  })

  it('at the machine, by its keeper alone; the folder before is kept', async () => {
    const keeper = await opened(kept)
    assert.equal((await keeper.get(RESTORE)).status, 403)
    await keeper.post('/entrer', { passphrase: sail.passphrase })
    await keeper.post('/mur/ecrire', { said: 'après la sauvegarde' })
    assert.match((await keeper.get('/mur')).text, /après la sauvegarde/)
    const other = await send(keeper, readFileSync(another), boen.passphrase)
    assert.equal(other.status, 422)
    assert.match(await other.text(), /contient une autre borne/)
    assert.match((await keeper.get('/mur')).text, /après la sauvegarde/, 'nothing changed')
    assert.equal((await send(keeper, readFileSync(backup), sail.passphrase)).status, 200)
    await until(keeper, /La sauvegarde est remise/)
    assert.doesNotMatch((await keeper.get('/mur')).text, /après la sauvegarde/)
    assert.equal(aside(kept).length, 1)
  })

  it('with a photo that is hurt: all the rest comes back, and it is named', async () => {
    const place = join(fresh, 'files', 'home')
    const [hash = ''] = readdirSync(place)
    writeFileSync(join(place, hash), 'rien')
    saved(fresh, backup, sail.passphrase)
    const newcomer = await opened(again)
    assert.equal((await send(newcomer, readFileSync(backup), sail.passphrase)).status, 200)
    await until(
      newcomer,
      new RegExp(`La sauvegarde est remise.*manque.*${hash}.*Tout le reste est là`),
    )
    assert.match((await newcomer.get('/')).text, new RegExp(sail.page))
    assert.equal(existsSync(join(again, 'files', 'home', hash)), false)
  })
})
