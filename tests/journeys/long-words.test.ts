import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { signs } from './people.ts'
import { around, PHONE, type Stage, skipOf, stage, textOf } from './server.ts'

/**
 * What somebody writes without a blank is broken where the line ends: nobody's page is wider than
 * their screen for it.
 */
describe('a notice that is one word of hundred and fifty letters', {
  skip: skipOf(import.meta.filename),
}, () => {
  const LONG = 'o'.repeat(150)
  let box: Stage
  before(async () => void (box = await stage()))
  after(() => box?.end())

  it('makes no page wider than a telephone, where it is listed, found and read', async () => {
    const page = await box.keeper(PHONE)
    await page.goto('/annonces/chercher')
    await page.getByLabel('En une phrase').fill(`je cherche ${LONG}`)
    await signs(page, LONG.slice(0, 60), '04 77 00 00 00')
    await around(page)
    await page.locator('form[action^="/annonces/chercher"] button').first().click()
    await page.waitForLoadState('domcontentloaded')
    const own = new URL(page.url()).pathname
    const visitor = await box.visitor(PHONE)
    await visitor.goto('/annonces/proposer')
    await visitor.getByLabel('En une phrase').fill(`je donne ${LONG}`)
    await signs(visitor, 'Odile', '04 77 00 00 01')
    await around(visitor)
    await visitor.locator('form[action^="/annonces/proposer"] button').first().click()
    await visitor.waitForLoadState('domcontentloaded')
    const faults: string[] = []
    for (const path of [own, '/', '/annonces', `/chercher?q=${LONG}`, '/a-montrer']) {
      await page.goto(path)
      assert.ok((await textOf(page)).includes(LONG), path)
      const wide = await page.evaluate(() => document.documentElement.scrollWidth)
      if (wide > PHONE.width) faults.push(`${path}: ${wide} px`)
    }
    assert.deepEqual(faults, [])
  })
})
