import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Page } from 'playwright-core'
import { type Stage, seen, skipOf, stage, WIDE } from './server.ts'

/** (g) Every page prints; the first page and a notice on one sheet each. */
describe('what is printed', { skip: skipOf(import.meta.filename) }, () => {
  let box: Stage
  let page: Page
  before(async () => {
    box = await stage()
    page = await box.visitor(WIDE)
  })
  after(() => box?.end())

  it('the first page stands on one A4', async () => {
    await page.goto('/')
    assert.equal(await sheets(page), 1)
  })

  it('each notice of the first page stands on one A4, with how to reach its person', async () => {
    await page.goto('/')
    const links = await page
      .locator('.board .notices h3 a')
      .evaluateAll(all => all.map(one => one.getAttribute('href') ?? ''))
    const notices = links.filter(href => href.startsWith('/annonces/'))
    assert.ok(notices.length > 3)
    for (const path of notices) {
      await page.goto(path)
      assert.equal(await sheets(page), 1, path)
      await page.emulateMedia({ media: 'print' })
      assert.ok(await page.locator('.reach').isVisible())
      await page.emulateMedia({ media: null })
    }
  })

  it('on paper there is no menu, no search and no button, but who keeps the page', async () => {
    await page.goto('/annonces')
    await page.emulateMedia({ media: 'print' })
    for (const hidden of ['header nav', 'form.search', '.button'])
      assert.equal(await page.locator(hidden).first().isVisible(), false, hidden)
    assert.match(await seen(page.locator('footer')), /Page tenue par Anaïs et Malo/)
    await page.emulateMedia({ media: null })
  })

  it('a link is no link on paper, and what is pressed is left out', async () => {
    const path = await page
      .locator('.notices h3 a[href^="/annonces/"]')
      .first()
      .getAttribute('href')
    await page.goto(path ?? '')
    await page.emulateMedia({ media: 'print' })
    const lines = page
      .locator('main a')
      .evaluateAll(all =>
        all
          .filter(one => one.checkVisibility())
          .map(one => getComputedStyle(one).textDecorationLine),
      )
    assert.deepEqual([...new Set(await lines)], ['none'])
    assert.doesNotMatch(await seen(page.locator('main')), /Ce n’est plus vrai/)
    await page.goto('/relais')
    assert.match(await seen(page.locator('main')), /Marius/)
    assert.doesNotMatch(await seen(page.locator('main')), /Laisser un mot/)
    await page.goto('/annonces?facon=ride')
    const above = await page
      .locator('.chosen')
      .evaluate(
        one => one.getBoundingClientRect().top - one.parentElement!.getBoundingClientRect().top,
      )
    assert.ok(above >= 0, 'what is chosen stands under its rule')
    await page.emulateMedia({ media: null })
  })

  it('a picture leaves no hole before it: what is read stands on few sheets', async () => {
    const keeper = await box.keeper(WIDE)
    for (const [path, most] of [
      ['/aide/tenir-la-page', 3],
      ['/aide/premiere-semaine', 2],
      ['/carte', 2],
    ] as const) {
      await keeper.goto(path)
      const n = await sheets(keeper)
      assert.ok(n <= most, `${path}: ${n} sheets`)
    }
    await keeper.context().close()
  })

  it('the list of what to do and the sheets of the page print too', async () => {
    const keeper = await box.keeper(WIDE)
    for (const path of [
      '/mes-suites',
      '/qui-tient-cette-page/registre',
      '/qui-tient-cette-page/accessibilite',
      '/agenda',
      '/carte',
      '/annuaire',
    ]) {
      await keeper.goto(path)
      const most = path.includes('registre') ? 8 : 5
      const n = await sheets(keeper)
      assert.ok(n >= 1 && n <= most, `${path}: ${n} sheets`)
    }
    await keeper.context().close()
  })
})

/** How many pages the printed PDF has: its page objects, which Chromium writes in plain. */
async function sheets(page: Page): Promise<number> {
  const bytes = await page.pdf({
    format: 'A4',
    margin: { top: '12mm', bottom: '12mm', left: '12mm', right: '12mm' },
  })
  return [...bytes.toString('latin1').matchAll(/\/Type\s*\/Page(?![a-zA-Z])/g)].length
}
