import assert from 'node:assert/strict'
import { request } from 'node:http'
import { after, before, describe, it } from 'node:test'
import type { Page } from 'playwright-core'
import { filesLeft, holding } from '../faults/on-disk.ts'
import { withCommunes } from '../support/communes.ts'
import {
  enter,
  everywhere,
  plain,
  reachedBy,
  type Stage,
  seen,
  sentAgain,
  skipOf,
  stage,
  textOf,
  WIDE,
} from './server.ts'

const PASSPHRASE = 'quatre mots au hasard'

/** A box on its first day: notes, a table, what is erased with a code, and what is refused. */
describe('a box that was opened today', { skip: skipOf(import.meta.filename) }, () => {
  let box: Stage
  let page: Page
  let codes: readonly string[] = []
  before(async () => {
    box = await stage({ before: async folder => withCommunes(folder) })
    page = await box.visitor(WIDE)
    await page.goto('/ouvrir')
    await page.getByLabel('Où ?').fill('Sail-sous-Couzan, Trelins, Boën-sur-Lignon')
    await page.getByLabel('Comment s’appelle').fill('Sail, essai')
    await page.getByLabel('Qui la tient').fill('Odette, au local le jeudi')
    await page.getByRole('button', { name: 'Continuer' }).click()
    await page.getByLabel('phrase de passe').fill(PASSPHRASE)
    await page.getByLabel('Je l’ai relue').check()
    await page.getByRole('button', { name: 'Ouvrir la page' }).click()
    codes = (await page.locator('.codes li').allTextContents()).map(plain)
    await page.getByRole('button', { name: 'J’ai le papier en main' }).click()
  })
  after(() => box?.end())

  it('notes pasted when the visit had ended are harvested after the sign-in', async () => {
    await page.goto('/cueillette')
    // As long as a form may be, in few words: each word is read by every rule.
    const long = `${'four'.repeat(600)} `.repeat(180)
    await page
      .locator('#f-notes')
      .fill(`Réunion du 3 mars 2024\nPrésents : Ambre, Basile\n\n${long}`)
    await page.context().clearCookies()
    await page.locator('main form .button').click()
    assert.match(await textOf(page), /ce que vous aviez écrit est gardé/)
    await page.getByLabel('Phrase de passe').fill(PASSPHRASE)
    await page.getByRole('button', { name: 'Entrer' }).click()
    assert.match(new URL(page.url()).pathname, /^\/cueillette\/[0-9a-z]{26}$/)
  })

  it('the same code is good once', async () => {
    const forget = async (title: string): Promise<string> => {
      await page.goto('/annonces/proposer')
      await page.getByLabel('En une phrase').fill(title)
      await reachedBy(page, 'au local')
      await page.getByRole('button', { name: 'Afficher', exact: true }).click()
      await page.goto(`${new URL(page.url()).pathname}/modifier`)
      await page.locator('[name=code]').fill(codes[0] ?? '')
      await page.getByRole('button', { name: 'Oublier pour de bon' }).click()
      return textOf(page)
    }
    assert.match(await forget('Un seau'), /C’est oublié|L’effacement des fichiers n’est pas fini/)
    assert.match(await forget('Une bassine'), /il a déjà servi/)
  })

  it(
    'what somebody sent and the keeper left stays on their page, folded away, until it is ' +
      'erased for good',
    async () => {
      const visitor = await box.visitor()
      await visitor.goto('/annonces/proposer')
      await visitor.getByLabel('En une phrase').fill('Des chrysanthemes au balcon')
      await visitor.getByLabel('Prénom').fill('Odile')
      await reachedBy(visitor, 'au balcon')
      await visitor.getByRole('button', { name: 'Envoyer' }).click()
      await visitor.context().close()
      const sheet = () => page.locator('article.sheet').filter({ hasText: 'chrysanthemes' })
      await page.goto('/a-montrer')
      assert.equal(await sheet().getByLabel('Un des dix codes').isVisible(), false)
      await sheet().getByLabel('Pourquoi').fill('hors saison')
      await sheet().getByRole('button', { name: 'Ne pas afficher' }).click()
      assert.match(
        await seen(page.locator('main')),
        /Pas affiché .* sans limite de durée.*pas affiché : hors saison/,
      )
      const erase = async (code: string) => {
        await sheet().getByText('Effacer pour de bon').first().click()
        await sheet().getByLabel('Un des dix codes').fill(code)
        await sheet().getByRole('button', { name: 'Effacer pour de bon' }).click()
      }
      await erase(codes[0] ?? '')
      assert.match(
        await seen(sheet().locator('.refused')),
        /il a déjà servi/,
        'the mistake is said in its own sheet, open again',
      )
      await sheet().getByText('Effacer pour de bon').first().click()
      await erase(codes[1] ?? '')
      assert.match(await seen(page.getByRole('status')), /C’est effacé/)
      assert.equal(await sheet().count(), 0)
      assert.deepEqual(await filesLeft(box.folder, holding('chrysanthemes')), [])
    },
  )

  it('notes are erased whole at the bottom of their page', async () => {
    await page.goto('/cueillette')
    await page
      .locator('#f-notes')
      .fill(
        'Réunion du 5 mars 2026 à Trelins\n\nPrésents : Anémone, Malo\n\n- un four banal à ' +
          'Trelins\n',
      )
    await page.locator('main form .button').click()
    assert.match(
      await seen(page.locator('main')),
      /Combien de temps cela reste .* Seule la personne qui tient la page/,
    )
    await page.locator('summary', { hasText: 'Effacer pour de bon' }).click()
    await page.getByLabel('Un des dix codes').fill(codes[2] ?? '')
    await page.getByRole('button', { name: 'Effacer pour de bon' }).click()
    assert.equal(new URL(page.url()).pathname, '/cueillette')
    assert.match(await seen(page.getByRole('status')), /C’est effacé/)
  })

  it(
    'a table brought in: a wrong line is reported and nothing written, then it is left out ' +
      'and the rest written',
    async () => {
      const rows = [
        'Nom;Commune;Adresse',
        'Café de l’Écluse;Sail-sous-Couzan;le pont',
        'Four à pain;Ville-qui-n’est-pas;la place',
        ';Nulle-Part;la fontaine',
      ]
      const cp1252 = Buffer.from(rows.join('\r\n').replaceAll('’', '\u0092'), 'latin1')
      await page.goto('/apporter-un-tableau?genre=place')
      await page
        .locator('#f-fichier')
        .setInputFiles({ name: 'lieux.csv', mimeType: 'text/csv', buffer: cp1252 })
      await page.locator('main form .button').click()
      const said = await seen(page.locator('main'))
      assert.match(said, /Café de l’Écluse/, 'the letters of an old table are read right')
      assert.match(said, /3.*Ville-qui-n’est-pas/, 'the line is named as the file numbers it')
      assert.match(
        said,
        /Ligne 4 : .*Il manque « .*Nulle-Part/,
        'every fault of a line is said at once',
      )
      await page.locator('button[value=write]').click()
      assert.ok(
        !(await everywhere(box.address, ['Écluse'])).includes('Écluse'),
        'nothing is written while something is wrong',
      )
      await page.locator('input[name=leave]').check()
      await page.locator('button[value=write]').click()
      const all = await everywhere(box.address, ['Écluse'])
      assert.ok(all.includes('Café de l’Écluse') && !all.includes('Four à pain'))
    },
  )

  it('over http from another machine nobody may sign in, and no post is held for it', async () => {
    const form = `passphrase=${encodeURIComponent(PASSPHRASE)}`
    const there = await posted(box.address, '/entrer', form, { origin: box.address })
    assert.equal(there.status, 403)
    assert.match(there.text, /Sur un Wi-Fi ouvert/)
    assert.equal(there.cookies.filter(one => one.startsWith('tenue=')).length, 0)
    const here = await fetch(`${box.address}/entrer`, {
      method: 'POST',
      body: new URLSearchParams(form),
      redirect: 'manual',
    })
    assert.equal(here.status, 303, 'the same phrase at the machine itself enters')
  })

  it('https with the box’s own certificate lets the keeper in', async () => {
    const secure = await box.visitor(WIDE)
    await secure.goto(`${box.tls}/entrer`)
    await secure.getByLabel('Phrase de passe').fill(PASSPHRASE)
    await secure.getByRole('button', { name: 'Entrer' }).click()
    assert.equal(await secure.locator('nav.keeper').count(), 1)
    await secure.context().close()
  })

  it('another name for this box is refused, and so is a form that another page sent', async () => {
    const other = await posted(box.address, '/', '', { host: 'evil.example' })
    assert.equal(other.status, 403)
    assert.match(other.text, /n’est pas celle de la borne/)
    const visitor = await box.visitor()
    await visitor.goto('/annonces/proposer')
    const sent = await sentAgain(visitor, 'form.form', { origin: 'https://evil.example' })
    assert.equal(sent.status, 403)
    assert.match(await sent.text(), /Ce formulaire ne vient pas de cette page/)
    const wish = { type: 'offer', title: 'x', reach: 'y' }
    const keeperOnly = await fetch(`${box.address}/ecrire`, {
      method: 'POST',
      body: new URLSearchParams(wish),
      headers: { origin: 'https://evil.example' },
      redirect: 'manual',
    })
    const text = await keeperOnly.text()
    assert.equal(keeperOnly.status, 403)
    assert.ok(!text.includes('name="tenu"'), 'a stranger’s wish is not held for the keeper to sign')
    await visitor.context().close()
  })

  it('what is too large and what is not there are said, with what to do', async () => {
    const large = await fetch(`${box.address}/annonces/proposer`, {
      method: 'POST',
      body: 'title='.padEnd(600_000, 'x'),
    })
    assert.equal(large.status, 413)
    assert.match(await large.text(), /Coupez-le en plusieurs morceaux/)
    for (const path of [
      '/nulle-part',
      '/annonces/01aaaaaaaaaaaaaaaaaaaaaaaa',
      '/annonces/%E0%A4%A',
      '/annonces/../../etc/passwd',
      '/__proto__',
    ]) {
      const none = await fetch(box.address + path, { headers: { 'accept-language': 'fr' } })
      assert.equal(none.status, 404, path)
      assert.match(await none.text(), /Cette page n’existe pas/)
    }
    assert.equal((await fetch(box.address, { method: 'DELETE' })).status, 404)
  })

  it(
    'thirty notices of a neighbour in ten minutes are many: the next keeps its words and its ' +
      'button, and reading goes on',
    async () => {
      const visitor = await box.visitor()
      // As whoever came by another machine: at the box's own, a whole evening writes.
      const away = { via: '1.1 voisin' }
      await visitor.setExtraHTTPHeaders(away)
      await visitor.goto('/annonces/chercher')
      await visitor.locator('[name=title]').fill('Encore')
      for (let i = 0; i < 40; i++)
        assert.equal((await sentAgain(visitor, 'form.form', away)).status, 422)
      for (const [name, text] of Object.entries({ title: 'Je cherche une échelle', who: 'Louise' }))
        await visitor.locator(`[name=${name}]`).fill(text)
      await reachedBy(visitor, 'au bar, le samedi')
      const statuses: number[] = []
      for (let i = 0; i < 31; i++)
        statuses.push((await sentAgain(visitor, 'form.form', away)).status)
      assert.deepEqual([statuses[0], statuses.at(-1)], [303, 429])
      await visitor.getByRole('button', { name: 'Envoyer' }).click()
      assert.match(await textOf(visitor), /La borne souffle un peu.*Je cherche une échelle/s)
      assert.equal(await visitor.getByRole('button', { name: 'Envoyer de nouveau' }).count(), 1)
      assert.equal((await visitor.goto('/annonces'))?.status(), 200)
      await visitor.setExtraHTTPHeaders({})
      await enter(visitor, PASSPHRASE)
      assert.equal(await visitor.locator('nav.keeper').count(), 1, 'the keeper enters all the same')
      await visitor.context().close()
    },
  )

  // Last: a file that came a moment ago stays for some seconds.
  it('no file holds a letter of the notes that were erased', async () => {
    assert.deepEqual(await filesLeft(box.folder, holding('Anémone')), [])
  })
})

type Said = Readonly<{ status: number; text: string; cookies: readonly string[] }>
/**
 * A request that comes from another address of this machine than the loopback's first: to the box,
 * another machine.
 */
function posted(
  address: string,
  path: string,
  body: string,
  headers: Readonly<Record<string, string>>,
): Promise<Said> {
  return new Promise((resolve, reject) => {
    const type = { 'content-type': 'application/x-www-form-urlencoded', 'accept-language': 'fr' }
    const asked = request(new URL(path, address), {
      method: body ? 'POST' : 'GET',
      localAddress: '127.0.0.2',
      headers: { ...type, ...headers },
    })
    asked.on('error', reject)
    asked.on('response', answer => {
      let text = ''
      answer.setEncoding('utf8')
      answer.on('data', part => {
        text += part
      })
      answer.on('end', () =>
        resolve({
          status: answer.statusCode ?? 0,
          text,
          cookies: answer.headers['set-cookie'] ?? [],
        }),
      )
    })
    asked.end(body)
  })
}
