import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Page } from 'playwright-core'
import { pattern } from '../../src/core/pattern.ts'
import { filesLeft, filesWhere, holding } from '../faults/on-disk.ts'
import { withCommunes } from '../support/communes.ts'
import {
  everywhere,
  plain,
  reachedBy,
  type Stage,
  seen,
  skipOf,
  stage,
  textOf,
  WIDE,
} from './server.ts'

const PASSPHRASE = 'quatre mots au hasard'
const CANARY = 'Hortensius au phare 04 99 00 00 77'

/**
 * (e) A real box is opened for the first time, written to, read, and forgets. What comes after in
 * such a box is in `opened.test.ts`, which opens one of its own.
 */
describe('a box is opened for the first time', { skip: skipOf(import.meta.filename) }, () => {
  let box: Stage
  let page: Page
  let codes: readonly string[] = []
  before(async () => {
    box = await stage({ before: async folder => withCommunes(folder) })
    page = await box.visitor(WIDE)
  })
  after(() => box?.end())
  const goOn = () => page.getByRole('button', { name: 'Continuer' }).click()
  const open = () => page.getByRole('button', { name: 'Ouvrir la page' }).click()

  it(
    'every address leads to the three questions; all mistakes come back at once with what was ' +
      'typed',
    async () => {
      await page.goto('/annonces')
      assert.equal(new URL(page.url()).pathname, '/ouvrir')
      await page.getByLabel('Où ?').fill('Saille-sous-Cousant')
      await page.getByLabel('Comment s’appelle').fill('Sail, essai')
      await goOn()
      assert.match(
        await seen(page.locator('.refused')),
        /« Saille-sous-Cousant » : aucune commune.*Dites qui tient la page/,
      )
      assert.equal(await page.getByLabel('Comment s’appelle').inputValue(), 'Sail, essai')
      await page.getByLabel('Qui la tient').fill('Odette, au local le jeudi')
    },
  )

  it('a name that several places bear is asked, with where each is', async () => {
    await page.getByLabel('Où ?').fill('Saint-Sixte')
    await goOn()
    assert.match(await seen(page.locator('.refused')), /Plusieurs portent ce nom/)
    assert.ok((await page.locator('#f-which input').count()) > 1)
    const labels = await page.locator('#f-which label').allTextContents()
    assert.equal(new Set(labels.map(plain)).size, labels.length, 'no two read alike')
  })

  it('the communes that were understood are shown before anything is written, and can be mended', async () => {
    await page.getByLabel('Où ?').fill('Sail-sous-Couzan, Trelins')
    await goOn()
    assert.match(
      await seen(page.locator('main')),
      pattern()`
        Rien n’est encore écrit.*Sail, essai.*Odette, au local le jeudi.*
        2 communes Sail-sous-Couzan \(42890\) Trelins
      `,
    )
    await page.getByRole('button', { name: 'Corriger' }).click()
    await page.getByLabel('Où ?').fill('Sail-sous-Couzan, Trelins, Boën-sur-Lignon')
    await goOn()
    assert.match(await seen(page.locator('main')), /3 communes/)
  })

  it('the passphrase is seen, and read again on purpose', async () => {
    assert.equal(await page.getByLabel('phrase de passe').getAttribute('type'), null)
    await page.getByLabel('phrase de passe').fill('court')
    await open()
    assert.match(
      await seen(page.locator('.refused')),
      /au moins douze lettres.*Relisez la phrase de passe/,
    )
    assert.equal(await page.getByLabel('phrase de passe').inputValue(), 'court')
  })

  it('then one sheet to put away, that can be come back to until somebody says that it is', async () => {
    await page.getByLabel('phrase de passe').fill(PASSPHRASE)
    await page.getByLabel('Je l’ai relue').check()
    await open()
    assert.equal(new URL(page.url()).pathname, '/tenir/feuille')
    codes = (await page.locator('.codes li').allTextContents()).map(plain)
    assert.equal(new Set(codes).size, 10)
    const said = await textOf(page)
    const words = /empreinte\s: ([a-z ]+)\)/.exec(box.said())?.[1] ?? 'no words'
    assert.ok(said.includes(words), 'the words are those that the machine said')
    assert.match(said, /Vous revenez d’une réunion \? Collez vos notes\./)
    await page.getByRole('link', { name: 'Collez vos notes.' }).click()
    assert.equal(new URL(page.url()).pathname, '/cueillette')
    await page.goto('/tenir')
    await page.locator('#page').getByRole('link', { name: 'La feuille des codes (1)' }).click()
    assert.deepEqual((await page.locator('.codes li').allTextContents()).map(plain), codes)
    await page.getByRole('button', { name: 'J’ai le papier en main' }).click()
    await page.goto('/tenir/feuille')
    assert.equal(await page.locator('.codes li').count(), 0)
    assert.match(await seen(page.locator('main')), /Il reste 10 codes/)
    await page.goto('/ouvrir')
    assert.equal(new URL(page.url()).pathname, '/', 'the questions are asked once')
    assert.match(await seen(page.locator('header.top')), /Sail, essai/)
    assert.match(await seen(page.locator('footer')), /Page tenue par Odette, au local le jeudi/)
  })

  it(
    'what is forgotten, with one of the ten codes, is nowhere afterwards: no page, no search, ' +
      'no file',
    async () => {
      await page.goto('/annonces/proposer')
      await page.getByLabel('En une phrase').fill(CANARY)
      await reachedBy(page, CANARY)
      await page.getByRole('button', { name: 'Préciser d’abord' }).click()
      await page.getByText('et plus de détails').click()
      await page.locator('[name=detail]').fill(`${CANARY} et encore`)
      await page.getByRole('button', { name: 'Afficher', exact: true }).click()
      await page.getByLabel(/cette personne est d’accord/).check()
      await page.getByRole('button', { name: 'Afficher', exact: true }).click()
      const path = new URL(page.url()).pathname
      assert.ok((await everywhere(box.address, ['Hortensius'])).includes('Hortensius'))
      assert.ok(
        filesWhere(box.folder, holding('Hortensius')).length > 0,
        'the search of the files can find it',
      )
      const forget = async (code: string) => {
        await page.goto(`${path}/modifier`)
        await page.locator('[name=code]').fill(code)
        await page.getByRole('button', { name: 'Oublier pour de bon' }).click()
      }
      await forget('abcd efgh jkmn')
      assert.match(await textOf(page), /Ce code n’est pas bon, ou il a déjà servi/)
      assert.match(await (await fetch(box.address + path)).text(), /Hortensius/)
      await forget(codes[0] ?? '')
      const said = await seen(page.getByRole('status'))
      assert.match(
        said,
        /C’est oublié.*Ne sont pas atteints|L’effacement des fichiers n’est pas fini/,
      )
      // A reader that stood in the way is said, and it is tried again by itself.
      if (said.includes('pas fini')) await filesLeft(box.folder, holding('Hortensius'))
      assert.ok(!(await everywhere(box.address, ['Hortensius'])).includes('Hortensius'))
      assert.equal((await page.goto(path))?.status(), 404)
      assert.deepEqual(filesWhere(box.folder, holding('Hortensius')), [])
      await page.goto('/annonces')
      await page.goto('/tenir')
      assert.equal(await page.locator('nav.keeper').count(), 1)
    },
  )
})
