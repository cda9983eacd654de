import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { after, before, describe, it } from 'node:test'
import type { Locator, Page } from 'playwright-core'
import { PHONE, type Stage, seen, skipOf, stage, WIDE } from './server.ts'

const NOTES = readFileSync(new URL('../harvest/03-jardin-partage.txt', import.meta.url), 'utf8')
/** A mark that turns a line around, and one that hides a joint. */
const TURNED = '\n\nPour finir : le four\u202e du bourg\u2069 et la gra\u200bnge.\n'
const MOST_ACTS = 60

/**
 * A keeper reads forty pieces from the first to the last, and shows them: every act of the hand is
 * counted, nothing is timed.
 */
describe('a page of forty pieces is gone through', { skip: skipOf(import.meta.filename) }, () => {
  let box: Stage
  let page: Page
  let review = ''
  let [acts, pages] = [0, 0]
  before(async () => {
    box = await stage()
    page = await box.keeper(WIDE)
    await page.goto('/cueillette')
    await page.locator('#f-notes').fill(NOTES + TURNED)
    await page.locator('main form .button').click()
    review = new URL(page.url()).pathname
    page.on('framenavigated', () => pages++)
  })
  after(() => box?.end())

  const press = async (key: string) => {
    acts++
    await page.keyboard.press(key)
  }
  const click = async (where: Locator) => {
    acts++
    await where.click()
  }
  const group = (title: RegExp) =>
    page.locator('fieldset.group').filter({ has: page.locator('legend', { hasText: title }) })

  it('projects come first, then the rest, voices, what to do and for whom, and people', async () => {
    assert.ok((await page.locator('li.piece').count()) >= 40)
    const legends = (await page.locator('.group > legend').allTextContents()).map(text =>
      text.trim(),
    )
    assert.equal(legends.at(-1), 'Les gens, qui attendent leur accord')
    assert.match(legends.at(-2) ?? '', /^Ce qui est à faire, et pour qui$/)
    assert.equal(legends.at(-3), 'Paroles')
    assert.match(legends.at(-4) ?? '', /^Sans projet/)
    assert.ok(legends.slice(0, -4).includes('Grainothèque'))
    assert.match(
      (await group(/^Ce qui est à faire/).textContent()) ?? '',
      /Demander l’autorisation de gouttière à la mairie[\s\S]*suite · pour Hakim/,
    )
  })

  it('no mark turns the page around: each is shown by its number', async () => {
    const text = (await page.locator('.source .text').textContent()) ?? ''
    assert.match(text, /le fourU\+202E du bourgU\+2069 et la graU\+200Bnge/)
    assert.doesNotMatch(await page.content(), /[\u200b\u202a-\u202e\u2066-\u2069]/)
  })

  it('whole titles and wide ticks, on a telephone too', async () => {
    const narrow = await box.keeper(PHONE)
    await narrow.goto(review)
    for (const one of await narrow.locator('.group summary').all()) await one.click()
    const fields = await narrow
      .locator('[name^="titre."]')
      .evaluateAll(all => all.map(one => one.scrollHeight - one.clientHeight))
    assert.ok(fields.length > 30)
    assert.deepEqual(
      fields.filter(hidden => hidden > 1),
      [],
      'no title is cut',
    )
    const touched = narrow.locator(
      '.piece .line label, .piece .where a, .piece .where button, .ticks label',
    )
    const sizes = await touched.evaluateAll(all =>
      all.map(one => one.getBoundingClientRect()).map(({ width, height }) => [width, height]),
    )
    assert.deepEqual(
      sizes.filter(([width = 0, height = 0]) => width < 44 || height < 44),
      [],
    )
    assert.ok(await narrow.evaluate(() => document.documentElement.scrollWidth <= innerWidth))
    await narrow.context().close()
  })

  it('read, corrected, answered and shown', async t => {
    const pieces = await page.locator('li.piece').count()
    await page.locator('h1').click()
    // Read from top to bottom, a screen at a time.
    const screens = await page.evaluate(() =>
      Math.ceil(document.documentElement.scrollHeight / innerHeight),
    )
    for (let at = 1; at < screens; at++) await press('PageDown')
    // One project is left; one piece of another is kept, its title mended; every other group is
    // unfolded and kept whole.
    const seeds = group(/^Grainothèque$/)
    const left = group(/^Gouttière et taille des haies$/)
    for (const one of await page.locator('fieldset.group:has(details)').all())
      await click(one.locator('summary'))
    for (const one of await page.locator('fieldset.group:has([value=oui])').all())
      if (!/^\s*(?:Grainothèque|Gouttière et taille)/.test((await one.textContent()) ?? ''))
        await click(one.getByText('Tout garder', { exact: true }))
    await click(left.getByText('Laisser', { exact: true }))
    await click(seeds.locator('.line label').first())
    await click(seeds.locator('textarea').first())
    for (const key of ['Control+End', ...' en ville']) await press(key === ' ' ? 'Space' : key)
    await click(page.locator('.double').getByText('deux personnes', { exact: true }))
    await click(page.getByRole('button', { name: 'Afficher', exact: true }))
    assert.match(await seen(page.getByRole('status')), /C’est affiché/)
    t.diagnostic(
      `${pieces} pieces: ${acts} clicks and keys (${screens} screens read), ${pages} ` +
        'page(s) loaded',
    )
    assert.ok(acts <= MOST_ACTS, `${acts} acts`)
    assert.equal(pages, 1)
    const visitor = await box.visitor()
    await visitor.goto(
      (await page.getByRole('link', { name: 'La page de la réunion' }).getAttribute('href')) ?? '',
    )
    const said = await seen(visitor.locator('main'))
    await visitor.context().close()
    assert.match(said, /Grainothèque en ville/)
    assert.doesNotMatch(said, /Ancienne cabine|Gouttière et taille des haies|Lucie/)
  })

  it('two Lucie are two strips; the same person, they are one', async () => {
    await page.goto(review)
    assert.ok(
      await page.locator('.double').getByLabel('deux personnes').isChecked(),
      'the answer is kept',
    )
    const strips = async () => {
      await page.goto(`${review}/accord`)
      return page.locator('.strip').filter({ hasText: '« Lucie »' }).count()
    }
    assert.equal(await strips(), 2)
    await page.goto(review)
    await page.locator('.double').getByLabel('la même personne').check()
    await page.getByRole('button', { name: 'Mettre de côté' }).click()
    assert.equal(await strips(), 1)
  })
})
