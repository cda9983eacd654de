import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Page } from 'playwright-core'
import { PHONE, type Stage, seen, skipOf, stage, textOf, WIDE } from './server.ts'

/** A seat to the market, asked by somebody of 72 on a borrowed telephone, without scripts. */
describe('writing a notice', { skip: skipOf(import.meta.filename) }, () => {
  let box: Stage
  before(async () => {
    box = await stage()
  })
  after(() => box?.end())

  /** What a finger and a keyboard do on the way. */
  const counted = (page: Page) => {
    const done = { taps: 0, fields: 0 }
    return {
      done,
      tap: async (what: string) => {
        done.taps++
        await page.locator(what).first().click()
        await page.waitForLoadState('domcontentloaded')
      },
      type: async (where: string, words: string) => {
        done.fields++
        await page.locator(where).fill(words)
      },
    }
  }

  it('a landline is enough: four taps, three fields, no mistake', async () => {
    const page = await box.visitor(PHONE)
    await page.goto('/')
    const { done, tap, type } = counted(page)
    await tap('a[href="/annonces/chercher"]')
    await type('#f-title', 'je cherche une place pour aller au marché de Boën jeudi matin')
    await type('#f-who', 'Josette')
    done.taps++
    await page.locator('#f-commune').selectOption({ label: 'Sail-sous-Couzan' })
    await type('#f-phone', '04 77 24 10 10')
    await tap('form.form button.button')
    assert.match(await seen(page.getByRole('status')), /Merci/)
    assert.equal(await page.locator('.refused').count(), 0)
    assert.ok(done.taps <= 4 && done.fields <= 3, JSON.stringify(done))
    const keeper = await box.keeper(WIDE)
    await keeper.goto('/a-montrer')
    assert.match(
      await textOf(keeper),
      /Josette : « je cherche une place pour aller au marché de Boën jeudi matin »/,
    )
    await keeper.context().close()
    await page.context().close()
  })

  it('all that is wrong is said at once: in the title, under the focus, at each field', async () => {
    const page = await box.visitor(PHONE)
    await page.goto('/annonces/proposer')
    await page.locator('#f-phone').fill('17')
    await page.locator('form.form button.button').first().click()
    assert.match(await page.title(), /^À corriger\s: Je propose/)
    assert.equal(await page.locator('.refused:focus').count(), 1)
    assert.equal(await page.locator('.refused a').count(), 3)
    for (const field of ['title', 'who', 'phone']) {
      const about = await page.locator(`#f-${field}`).getAttribute('aria-describedby')
      assert.ok(about?.split(' ').includes(`f-${field}-e`), `${field}: ${about}`)
    }
    await page.context().close()
  })
})
