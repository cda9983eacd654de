import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { after, before, describe, it } from 'node:test'
import type { Page } from 'playwright-core'
import { everywhere, PHONE, type Stage, seen, skipOf, stage, WIDE } from './server.ts'

const NOTES = readFileSync(new URL('../harvest/03-jardin-partage.txt', import.meta.url), 'utf8')
/** A mark that turns a line around, and one that hides a joint. */
const TURNED = '\n\nPour finir : le four\u202e du bourg\u2069 et la gra\u200bnge.\n'

/** The page to read with the keyboard, with a telephone, and by two people at once. */
describe('a page of notes is read', { skip: skipOf(import.meta.filename) }, () => {
  let box: Stage
  let page: Page
  let reading = ''
  before(async () => {
    box = await stage()
    page = await box.keeper({ ...WIDE, scripts: true })
    await page.goto('/cueillette')
    await page.locator('#f-notes').fill(NOTES + TURNED)
    await page.locator('main form .button').click()
    reading = new URL(page.url()).pathname
  })
  after(() => box?.end())

  const kept = (of: Page = page) => of.locator('.mark.kept').count()
  /** A key that sends the form: the page comes anew. */
  const sends = async (key: string) => {
    const came = page.waitForEvent('load')
    await page.keyboard.press(key)
    await came
  }

  it('no mark turns the page around: each is shown by its number', async () => {
    const text = (await page.locator('.notes').textContent()) ?? ''
    assert.match(text, /le fourU\+202E du bourgU\+2069 et la graU\+200Bnge/)
    assert.doesNotMatch(await page.content(), /[\u200b\u202a-\u202e\u2066-\u2069]/)
  })

  it('on a telephone all is a finger wide, and nothing stands beside the screen', async () => {
    const narrow = await box.keeper(PHONE)
    await narrow.goto(reading)
    await narrow.locator('.textline label').nth(4).click()
    const touched = narrow.locator('.mark button, .asked button, .kinds button, .all button')
    const sizes = await touched.evaluateAll(all =>
      all.map(one => one.getBoundingClientRect()).map(({ width, height }) => [width, height]),
    )
    assert.ok(sizes.length > 60)
    assert.deepEqual(
      sizes.filter(([width = 0, height = 0]) => width < 40 || height < 44),
      [],
    )
    assert.ok(await narrow.evaluate(() => document.documentElement.scrollWidth <= innerWidth))
    await narrow.context().close()
  })

  it('keys do all of it: go, say what it is, undo, open, close', async () => {
    await page.locator('h1').click()
    await page.keyboard.press('j')
    await page.keyboard.press('j')
    await page.keyboard.press('k')
    assert.equal(await page.locator('input[name=phrase]:checked').count(), 1)
    await sends('4')
    assert.match(await seen(page.getByRole('status')), /^Gardé : /)
    assert.equal(await kept(), 1)
    assert.match(await seen(page.locator('.mark.kept')), /^idée/)
    await sends('u')
    assert.equal(await kept(), 0)
    await page.keyboard.press('j')
    await page.keyboard.press('Escape')
    assert.equal(await page.locator('input[name=phrase]:checked').count(), 0)
    await page.locator('.textline label', { hasText: 'Pierrot a un broyeur' }).click()
    await sends('g')
    assert.match(await seen(page.locator('.mark.kept')), /un broyeur à végétaux/)
    await sends('u')
    await page.locator('.textline label', { hasText: 'Pierrot a un broyeur' }).click()
    await sends('Enter')
    assert.equal(await page.locator('.panel').count(), 1)
    await page.locator('h1').click()
    await sends('Escape')
    assert.equal(await page.locator('.panel').count(), 0)
  })

  it('any words that are chosen are a piece, without the rest of their sentence', async () => {
    await page.evaluate(() => {
      const label = [...document.querySelectorAll('.textline label')].find(one =>
        one.textContent?.includes('11 parcelles prises sur 14'),
      )
      const text = label!.firstElementChild!.firstChild!
      const at = text.textContent!.indexOf('11 parcelles')
      const range = document.createRange()
      range.setStart(text, at)
      range.setEnd(text, at + '11 parcelles'.length)
      getSelection()!.removeAllRanges()
      getSelection()!.addRange(range)
    })
    await page.waitForSelector('.kinds', { state: 'visible' })
    await sends('2')
    assert.match(await seen(page.getByRole('status')), /^Gardé : 11 parcelles Annuler/)
  })

  it('a group’s chat is read message by message, and its authors stay here', async () => {
    const chat = [
      '12/11/2026, 18:40 - Les messages et les appels sont chiffrés de bout en bout.',
      '12/11/2026, 18:42 - Zwenaëlle: Bonsoir ! Je cherche une échelle pour les noix',
      '12/11/2026, 18:45 - Balthazar Quéméneur: J’ai un pressoir à prêter, venez le chercher',
      '12/11/2026, 18:46 - Zwenaëlle: <Médias omis>',
      '12/11/2026, 18:50 - Balthazar Quéméneur: samedi on presse à 9 h au lavoir',
    ].join('\n')
    const other = await box.keeper(PHONE)
    await other.goto('/cueillette')
    await other.locator('#f-notes').fill(chat)
    await other.locator('main form .button').click()
    assert.match(await seen(other.locator('.notes')), /Zwenaëlle · le 12 novembre/)
    assert.equal(await other.locator('.beside').count(), 2, 'what the telephone said is folded')
    assert.match(await seen(other.locator('.mark', { hasText: 'demande' })), /échelle/)
    for (let one = other.locator('.mark .yes').first(); await one.count(); ) await one.click()
    await other.getByRole('button', { name: 'Afficher', exact: true }).click()
    const visitor = await box.visitor()
    await visitor.goto('/annonces')
    assert.match(await seen(visitor.locator('main')), /échelle/)
    const all = await everywhere(box.address, ['échelle'])
    assert.deepEqual(
      ['Zwenaëlle', 'Balthazar', 'Quéméneur'].filter(name => all.includes(name)),
      [],
    )
    await visitor.context().close()
    await other.context().close()
  })

  it('two people work on it at once, and neither loses the other’s work', async () => {
    const other = await box.keeper(WIDE)
    await other.goto(reading)
    const title = (of: Page, words: string) => of.locator('.mark .title', { hasText: words })
    await title(page, 'Deux cuves').click()
    await title(other, 'Deux cuves').click()
    await page.locator('.panel [name=title]').fill('Deux grandes cuves')
    await page.locator('.mark .yes').first().click()
    const before = await kept()
    // The other's panel still says the old title, which they did not touch.
    await other.locator('.mark .yes').last().click()
    assert.equal(await title(other, 'Deux grandes cuves').count(), 1)
    assert.equal(await kept(other), before + 1)
    await page.reload()
    assert.equal(await kept(), before + 1)
    await other.context().close()
  })
})
