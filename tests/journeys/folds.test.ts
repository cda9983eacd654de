import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Page } from 'playwright-core'
import { PHONE, type Stage, skipOf, stage, WIDE } from './server.ts'

/** Long pages fold on a telephone, and lie open on a wide screen and on paper; without scripts. */
describe('what is folded on a telephone', { skip: skipOf(import.meta.filename) }, () => {
  let box: Stage
  before(async () => {
    box = await stage()
  })
  after(() => box?.end())
  const heightOf = (page: Page): Promise<number> =>
    page.evaluate(() => document.documentElement.scrollHeight)

  it('the keeper’s page is three screens long, and a link to one of its heads unfolds it', async () => {
    const page = await box.keeper(PHONE)
    await page.goto('/tenir')
    assert.ok((await heightOf(page)) <= 3 * PHONE.height, String(await heightOf(page)))
    const papers = page.locator('#paper')
    assert.equal(await papers.isVisible(), false)
    assert.ok(await page.locator('.acts-of-week li').last().isVisible())
    await page.locator('.acts-of-week a[href="#paper"]').click()
    await papers.waitFor({ state: 'visible' })
  })

  it('on a wide screen and on paper the whole of it is there', async () => {
    const page = await box.keeper(WIDE)
    await page.goto('/tenir')
    const heads = page.locator('.wide-open > :not(summary)')
    const all = async (): Promise<readonly boolean[]> =>
      Promise.all((await heads.all()).map(one => one.isVisible()))
    assert.ok((await heads.count()) > 5 && (await all()).every(Boolean))
    const phone = await box.keeper(PHONE)
    await phone.goto('/tenir')
    await phone.emulateMedia({ media: 'print' })
    assert.ok(await phone.locator('#paper').isVisible())
  })

  it('the map of notices is folded, and each of its points leads to its list', async () => {
    const page = await box.visitor(PHONE)
    await page.goto('/annonces')
    const points = page.locator('.list-map svg a')
    assert.equal(await points.first().isVisible(), false)
    await page.locator('.list-map > summary').click()
    const { width = 0 } = (await points.first().locator('circle').boundingBox()) ?? {}
    assert.ok(width >= 24, String(width))
    const said = (await points.first().getAttribute('aria-label')) ?? ''
    await points.first().click()
    const found = await page.locator('.found').textContent()
    assert.equal(/\d+/.exec(found ?? '')?.[0], /\d+$/.exec(said)?.[0])
    const wide = await box.visitor(WIDE)
    await wide.goto('/annonces')
    assert.ok(await wide.locator('.list-map svg').isVisible())
  })

  it('the form of a notice is a screen and a half, and asks what the chosen way needs', async () => {
    const page = await box.visitor(PHONE)
    await page.goto('/annonces/chercher')
    const { height = 0 } = (await page.locator('main form.form').boundingBox()) ?? {}
    assert.ok(height > 0 && height <= 1.5 * PHONE.height, String(height))
    const [phone, through] = [page.locator('#f-phone'), page.locator('#f-through')]
    assert.deepEqual([await phone.isVisible(), await through.isVisible()], [true, false])
    await page.getByLabel('passer par quelqu’un').check()
    assert.deepEqual([await phone.isVisible(), await through.isVisible()], [false, true])
    await page.locator('main form.form .button').first().click()
    assert.ok(await page.locator('.refused').isVisible())
    assert.ok(await through.isVisible())
  })

  it('/donnees is four screens long on a telephone, and a list opens on its files', async () => {
    const page = await box.visitor(PHONE)
    await page.goto('/donnees')
    assert.ok((await heightOf(page)) <= 4 * PHONE.height, String(await heightOf(page)))
    const file = page.locator('a[href="/donnees/offer.csv"]')
    assert.equal(await file.isVisible(), false)
    await page.locator('#offer > summary').click()
    assert.ok(await file.isVisible())
  })

  it('the low parts of a wide home stand one close under another', async () => {
    const page = await box.visitor(WIDE)
    await page.goto('/')
    const parts = await page.locator('.board.low > section').evaluateAll(all =>
      all.map(one => {
        const { left, top } = one.getBoundingClientRect()
        const end = one.lastElementChild!.getBoundingClientRect().bottom
        return { left: Math.round(left), top, end }
      }),
    )
    const columns = [...Map.groupBy(parts, ({ left }) => left).values()]
    assert.ok(parts.length > 3 && columns.length === 3, JSON.stringify(parts))
    for (const column of columns)
      for (const [n, { end }] of column.slice(0, -1).entries())
        assert.ok(column[n + 1]!.top - end < 40, JSON.stringify(parts))
  })

  it('a button stands clear of what is above it', async () => {
    const page = await box.keeper(WIDE)
    const gap = (above: string, button: string): Promise<number> =>
      page.evaluate(
        ([over = '', under = '']) => {
          const [a, b] = [document.querySelector(over), document.querySelector(under)]
          return a && b ? b.getBoundingClientRect().top - a.getBoundingClientRect().bottom : -1
        },
        [above, button],
      )
    await page.goto('/animations')
    const list = await gap('.part > .notices:has(+ .acts)', '.notices + .acts > *')
    assert.ok(list >= 8, String(list))
    await page.goto('/mur')
    await page.locator('details:has(p + .inline) > summary').first().click()
    const wall = await gap('details[open] > p:has(+ .inline)', 'details[open] > p + .inline button')
    assert.ok(wall >= 8, String(wall))
  })
})
