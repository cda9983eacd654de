import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Page } from 'playwright-core'
import { reachedBy, type Stage, seen, skipOf, stage, textOf, WIDE } from './server.ts'

/** What waits is seen, and what becomes of what was sent is told, without scripts. */
describe('a ticket, from sending to shown', { skip: skipOf(import.meta.filename) }, () => {
  let box: Stage
  let keeper: Page
  before(async () => {
    box = await stage()
    keeper = await box.keeper(WIDE)
  })
  after(() => box?.end())
  const code = (page: Page): Promise<string> => seen(page.locator('.ticket-code'))
  /** The longest code that a ticket may have: its lines, and how far the page then goes beyond. */
  const longestCode = async (page: Page, width: number) => {
    await page.setViewportSize({ width, height: 700 })
    return page.locator('.ticket-code b').evaluate((code, nbsp) => {
      const said = code.textContent
      code.textContent = ['grenouille', '33', '98'].join(nbsp)
      const { scrollWidth, clientWidth } = document.documentElement
      const all = { lines: code.getClientRects().length, beyond: scrollWidth - clientWidth }
      code.textContent = said
      return all
    }, '\u00a0')
  }
  const typed = async (page: Page, words: string): Promise<string> => {
    await page.locator('input[type=search]').fill(words)
    await page.getByRole('button', { name: 'Chercher' }).click()
    return textOf(page)
  }

  it('a visitor sends, reads where it is by a word and four digits, corrects, and sees it shown', async () => {
    const page = await box.visitor()
    await page.goto('/annonces/proposer')
    await page.getByLabel('En une phrase').fill('Odile prête son pressoir')
    await page.getByLabel('Prénom').fill('Odile')
    await reachedBy(page, 'à la boulangerie')
    await page.getByRole('button', { name: 'Envoyer' }).click()
    const ticket = page.url()
    const words = await code(page)
    assert.match(words, /^[a-z]+ \d\d \d\d$/)
    await page.emulateMedia({ media: 'print' })
    const printed = await seen(page.locator('main'))
    assert.match(printed, /À taper après l’adresse de la page d’accueil : \/billet\/[0-9a-z]{26}/)
    await page.emulateMedia({ media: 'screen' })
    assert.deepEqual(await longestCode(page, 195), { lines: 1, beyond: 0 })
    assert.deepEqual(await longestCode(page, WIDE.width), { lines: 1, beyond: 0 })
    const other = await box.visitor()
    await other.goto('/')
    assert.match(
      await typed(other, words),
      /En attente d’être lu par Anaïs et Malo\. Rien n’est affiché/,
    )
    assert.doesNotMatch(await textOf(other), /pressoir|Odile/)
    await page.getByRole('link', { name: 'Corriger' }).click()
    await page.getByLabel('En une phrase').fill('Odile prête son pressoir à pommes')
    await page.getByRole('button', { name: 'Envoyer la correction' }).click()
    assert.match(await textOf(page), /La correction est envoyée.*pressoir à pommes/)
    await keeper.goto('/')
    assert.match(await seen(keeper.locator('nav.keeper')), /À montrer \(1\)/)
    assert.match(await seen(keeper.locator('.waits')), /Pour vous\s+à lire : 1 offre/i)
    await keeper.locator('.waits a').first().click()
    await keeper
      .getByRole('button', { name: /^Afficher/ })
      .first()
      .click()
    assert.doesNotMatch(await seen(keeper.locator('nav.keeper')), /À montrer \(/)
    assert.match(await typed(other, words), /Affiché sur la page/)
    await page.goto(ticket)
    await page.getByRole('link', { name: 'Le voir sur la page' }).click()
    assert.match(await textOf(page), /Odile prête son pressoir à pommes/)
    await page.getByRole('link', { name: 'Ça m’intéresse' }).waitFor()
    await page.context().close()
    await other.context().close()
  })

  it(
    'a word left from a notice is counted for the keeper, and its ticket says when it is ' +
      'handed over',
    async () => {
      const page = await box.visitor()
      await page.goto('/annonces')
      await page.getByRole('link', { name: 'Odile prête son pressoir à pommes' }).click()
      await page.goto(`/mot?annonce=${page.url().split('/').at(-1)}`)
      await page.getByLabel('De la part de').fill('Paul')
      await page.getByLabel('Le mot').fill('Samedi, si c’est possible.')
      await page.getByRole('button', { name: 'Laisser ce mot' }).click()
      const ticket = page.url()
      assert.match(await textOf(page), /En attente d’être remis/)
      await keeper.goto('/tenir')
      await keeper
        .getByRole('link', { name: /mots? à remettre/i })
        .first()
        .click()
      await keeper
        .locator('li')
        .filter({ hasText: 'Samedi, si c’est possible' })
        .getByRole('button', { name: 'Remis' })
        .click()
      await page.goto(ticket)
      assert.match(await textOf(page), /Remis\./)
      await page.context().close()
    },
  )
})
