import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Page } from 'playwright-core'
import { everywhere, PHONE, type Stage, seen, skipOf, stage, WIDE } from './server.ts'

/** A list of no known word, of a hand that no rule foresaw. */
const NOTES = `Notes du jeudi 12 novembre 2026
Présents : Odile, Sam

Kermesse
- deux tréteaux solides
- une bâche de six mètres
- Odile
- des gobelets consignés
- merci à la mairie
- le gâteau de Lucas, 16 ans, en foyer
- un vieux gramophone

Atelier vélo
- la pompe est là
`

/** What a person picks teaches the page: without scripts, then with keys. */
describe('a pick teaches the page', { skip: skipOf(import.meta.filename) }, () => {
  let box: Stage
  let page: Page
  let reading = ''
  before(async () => {
    box = await stage()
    page = await box.keeper(WIDE)
    await page.goto('/cueillette')
    await page.locator('#f-notes').fill(NOTES)
    await page.locator('main form .button').click()
    reading = new URL(page.url()).pathname
  })
  after(() => box?.end())

  const marks = (of: Page, look: string, words: string | RegExp) =>
    of.locator(`.mark.${look}`).filter({ hasText: words })
  const pick = async (of: Page, words: string, kind: string) => {
    await of.locator('.textline label', { hasText: words }).click()
    await of.locator('.kinds').getByRole('button', { name: kind }).click()
  }

  it('the lines of its list are proposed in the second ink, and neither a name nor a thank you', async () => {
    await pick(page, 'deux tréteaux', 'demande')
    assert.equal(await marks(page, 'kept', 'Deux tréteaux').count(), 1)
    for (const line of ['Une bâche', 'Gobelets', 'Un vieux gramophone'])
      assert.equal(await marks(page, 'perhaps', line).count(), 1, line)
    assert.equal(
      await page
        .locator('.mark')
        .filter({ hasText: /Lucas|mairie/ })
        .count(),
      0,
    )
    assert.match(await seen(page.locator('.alike')), /les 3 autres lignes comme celle-ci/)
  })

  it('undone, it takes back what only it proposed', async () => {
    await page.getByRole('status').getByRole('button', { name: 'Annuler' }).click()
    assert.equal(await marks(page, 'perhaps', 'Une bâche').count(), 0)
    assert.equal(await page.locator('.mark.kept').count(), 0)
    assert.equal(await page.locator('.alike').count(), 0)
  })

  it('one press keeps them, and each false one is left again by one', async () => {
    // The undone pick was left: nobody proposes it again.
    await pick(page, 'gobelets consignés', 'demande')
    await page.locator('.alike .all').click()
    assert.equal(await page.locator('.mark.kept').count(), 3)
    assert.equal(await page.locator('.alike').count(), 0)
    const wrong = marks(page, 'kept', 'Un vieux gramophone')
    await wrong.getByRole('button', { name: /ne plus garder/i }).click()
    assert.equal(await page.locator('.mark.kept').count(), 2)
  })

  it('a pick that no rule tied asks for which project, and one press says it', async () => {
    await pick(page, 'Atelier vélo', 'projet')
    await pick(page, 'un vieux gramophone', 'idée')
    const asked = page.locator('.alike').filter({ hasText: 'C’est pour quoi' })
    assert.equal(await asked.count(), 1)
    await asked.getByRole('button', { name: /Atelier vélo/ }).click()
    const idea = marks(page, 'kept', 'idée')
    assert.match(await seen(idea), /→ Atelier vélo/)
    await page.getByRole('status').getByRole('button', { name: 'Annuler' }).click()
    assert.doesNotMatch(await seen(idea), /→/)
    await pick(page, 'la pompe est là', 'demande')
    assert.match(await seen(marks(page, 'kept', 'a pompe est là')), /→ Atelier vélo/)
    assert.equal(await page.locator('.alike').count(), 0)
  })

  it('another kind of the pick takes back what it taught', async () => {
    const fresh = await box.keeper(WIDE)
    await fresh.goto('/cueillette')
    await fresh.locator('#f-notes').fill(`${NOTES}- le pneu est neuf\n`)
    await fresh.locator('main form .button').click()
    await pick(fresh, 'deux tréteaux', 'demande')
    await marks(fresh, 'kept', 'Deux tréteaux').locator('.title').click()
    await fresh.locator('#p-genre').selectOption('offer')
    await fresh.locator('.panel button[data-close]').click()
    assert.equal(await marks(fresh, 'perhaps', 'Une bâche').count(), 0)
    await fresh.context().close()
  })

  it('a key keeps them; on a telephone each button is a finger wide', async () => {
    const keys = await box.keeper({ ...PHONE, scripts: true })
    await keys.goto('/cueillette')
    await keys.locator('#f-notes').fill(`${NOTES}- le frein est usé\n`)
    await keys.locator('main form .button').click()
    await pick(keys, 'deux tréteaux', 'demande')
    const sizes = await keys
      .locator('.alike button')
      .evaluateAll(all => all.map(one => one.getBoundingClientRect().height))
    assert.ok(sizes.length === 2 && sizes.every(height => height >= 44), `${sizes}`)
    assert.ok(await keys.evaluate(() => document.documentElement.scrollWidth <= innerWidth))
    const came = keys.waitForEvent('load')
    await keys.keyboard.press('a')
    await came
    assert.equal(await keys.locator('.mark.kept').count(), 4)
    await keys.context().close()
  })

  it('nothing of it shows before it is shown', async () => {
    const all = await everywhere(box.address, ['tréteaux', 'gramophone', 'Lucas'])
    assert.doesNotMatch(all, /tréteaux solides|gramophone|Lucas/)
    assert.ok(reading)
  })
})
