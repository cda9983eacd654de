import assert from 'node:assert/strict'
import { once } from 'node:events'
import { get, type IncomingMessage } from 'node:http'
import { after, before, describe, it } from 'node:test'
import type { Page } from 'playwright-core'
import { openOwnBrowser } from './chromium.ts'
import { PHONE, type Stage, seen, skipOf, stage } from './server.ts'

/**
 * A telephone joins the Wi-Fi of the box: its own portal opens the page, without a script, and
 * leaves it in peace afterwards.
 */
describe('whoever joins the Wi-Fi of the box', { skip: skipOf(import.meta.filename) }, () => {
  let box: Stage
  let port = ''
  let page: Page
  before(async () => {
    box = await stage({ args: ['--captive', '--name', '10.10.10.10'] })
    port = new URL(box.address).port
    // Every name leads to the box, as its DNS says.
    const browser = await openOwnBrowser(['--host-resolver-rules=MAP * 127.0.0.1'])
    page = await browser.newPage({ javaScriptEnabled: false, locale: 'fr-FR', viewport: PHONE })
  })
  after(async () => {
    await page?.context().browser()?.close()
    await box?.end()
  })

  it('is brought to the welcome by what the telephone asks, or by any name', async () => {
    for (const asked of [
      `http://connectivitycheck.gstatic.com:${port}/generate_204`,
      `http://meteo.fr:${port}/demain`,
    ]) {
      await page.goto(asked)
      assert.equal(page.url(), `http://10.10.10.10:${port}/bienvenue`)
    }
  })

  it('finds all of it on one screen: what it is, the address to type, one button', async () => {
    assert.match(await seen(page.locator('main')), /ne mène pas à Internet[\s\S]+10\.10\.10\.10/)
    assert.equal(await page.getByRole('button').count(), 1)
    const { width, height } = (await page.locator('main').boundingBox()) ?? {
      width: 0,
      height: 9_999,
    }
    assert.ok(width <= PHONE.width && height <= PHONE.height, `${width} × ${height}`)
    assert.deepEqual(await page.context().cookies(), [])
  })

  it('presses it, is told to go on in a real browser, and the telephone is told that all is well', async () => {
    await page.getByRole('button', { name: 'C’est vu' }).click()
    assert.match(
      await seen(page.locator('main')),
      /C’est bon[\s\S]+ouvrez votre navigateur et tapez l’adresse/,
    )
    const probe = get({
      host: '127.0.0.1',
      port,
      path: '/generate_204',
      headers: { host: 'connectivitycheck.gstatic.com' },
    })
    const [told] = (await once(probe, 'response')) as [IncomingMessage]
    assert.equal(told.statusCode, 204)
    told.resume()
  })

  it('reads the page from there, and other names lead to it', async () => {
    await page.getByRole('link', { name: 'Lire la page' }).click()
    await page.goto(`http://cocote.lan:${port}/`)
    assert.equal(page.url(), `http://10.10.10.10:${port}/`)
    assert.match(await page.title(), /Sail et alentours/)
  })
})
