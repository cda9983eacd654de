import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Page } from 'playwright-core'
import { type Stage, seen, sentAgain, skipOf, stage, WIDE, WIDTHS } from './server.ts'

/**
 * (p) A search has an address: the same on the list, on the map and on paper, without scripts or
 * cookies.
 */
describe('looking for a notice', { skip: skipOf(import.meta.filename) }, () => {
  let box: Stage
  before(async () => {
    box = await stage()
  })
  after(() => box?.end())

  for (const width of WIDTHS)
    it(`what was chosen stands in the address, and goes along to the map, at ${width} px`, async () => {
      const page = await box.visitor({ width })
      await page.goto('/annonces')
      await page.locator('.filters summary').click()
      await page.getByLabel('Quoi').selectOption({ label: 'on propose' })
      await page.getByLabel('Jusqu’où').selectOption({ label: 'à moins de 5 km' })
      await page
        .getByRole('button', { name: 'Choisir' })
        .or(page.locator('.filters button'))
        .first()
        .click()
      const url = new URL(page.url())
      assert.equal(url.searchParams.get('km'), '5')
      const listed = await page.locator('.notices h3 a').allInnerTexts()
      assert.ok(listed.length > 0)
      await page.getByRole('link', { name: 'Voir sur la carte' }).click()
      assert.match(await seen(page.locator('main')), /Seulement ce que vous avez cherché/)
      const mapped = await page
        .locator('main ol a, main .part ul a[href^="/annonces/"]')
        .allInnerTexts()
      assert.ok(mapped.length > 0)
      for (const title of mapped) assert.ok(listed.includes(title), title)
      await page.getByRole('link', { name: 'En liste' }).click()
      assert.deepEqual(await page.locator('.notices h3 a').allInnerTexts(), listed)
      assert.deepEqual(await page.context().cookies(), [])
      await page.context().close()
    })

  it('what is new is one sheet of paper, both sides at most, and says what it had no room for', async () => {
    const keeper = await box.keeper(WIDE)
    await manyNotices(keeper, 30)
    const page = await box.visitor(WIDE)
    await page.goto('/annonces?genre=propose')
    await page.getByRole('link', { name: 'Ce qui est nouveau pour moi' }).click()
    assert.equal(new URL(page.url()).searchParams.get('genre'), 'propose')
    assert.match(
      await seen(page.locator('main')),
      /Il en reste \d+, faute de place : demandez-les à Anaïs et Malo/,
    )
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
    assert.equal((pdf.match(/\/Type\s*\/Page[^s]/g) ?? []).length, 2)
    await page.goto('/nouveau?genre=propose&depuis=2999-01-01')
    assert.match(
      await seen(page.locator('main')),
      /Rien de nouveau pour cette recherche\. Demandez à Anaïs/,
    )
  })
})

/** As many notices, by the form itself. */
async function manyNotices(page: Page, n: number): Promise<void> {
  const long =
    'une armoire en chêne massif de sa grand-mère, à démonter sur place et à porter à deux'
  for (let i = 0; i < n; i++) {
    await page.goto('/annonces/proposer')
    await page.getByLabel('En une phrase').fill(`Odile donne ${long}, la ${i}e`)
    await page.getByLabel('Prénom').fill('Odile')
    await page.getByLabel('passer par quelqu’un').check()
    await page.locator('#f-accord-voisins').check()
    await page.getByLabel('Qui, où, quand').fill('au bar, le mardi')
    const answer = await sentAgain(page, 'main form.form')
    assert.equal(answer.status, 303)
  }
}
