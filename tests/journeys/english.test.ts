import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { fr as ui } from '../../src/ui/fr.ts'
import { fr as door } from '../../src/web/fr.ts'
import { plain, type Stage, seen, skipOf, stage, textOf } from './server.ts'

const ADDRESSES = [
  '/',
  '/annonces',
  '/annuaire',
  '/agenda',
  '/idees',
  '/carte',
  '/a-confirmer',
  '/themes',
  '/qui-tient-cette-page',
  '/entrer',
]
const FORMS = ['/annonces/proposer', '/annonces/chercher?coup-de-main=1']

/** (f) The same addresses for English readers. */
describe('a reader of English', { skip: skipOf(import.meta.filename) }, () => {
  let box: Stage
  before(async () => {
    box = await stage()
  })
  after(() => box?.end())

  it('is answered in English when the browser asks for it, and in French by one link', async () => {
    const page = await box.visitor({ locale: 'en-GB' })
    await page.goto('/annonces')
    assert.equal(await page.locator('html').getAttribute('lang'), 'en')
    await page.getByRole('link', { name: 'Français' }).click()
    assert.equal(await page.locator('html').getAttribute('lang'), 'fr')
    assert.equal(new URL(page.url()).pathname, '/annonces')
    await page.goto('/agenda')
    assert.equal(await page.locator('html').getAttribute('lang'), 'fr', 'the choice is remembered')
    await page.context().close()
  })

  it('no sentence of the house stays French, at the same addresses', async () => {
    const page = await box.visitor()
    for (const address of [...ADDRESSES, ...FORMS]) {
      const answer = await page.goto(`${address}${address.includes('?') ? '&' : '?'}langue=en`)
      assert.equal(answer?.status(), 200, address)
      assert.equal(await page.locator('html').getAttribute('lang'), 'en')
      const said = await textOf(page)
      assert.deepEqual(
        french().filter(sentence => said.includes(sentence)),
        [],
        address,
      )
    }
    await page.context().close()
  })

  it('what neighbours wrote is said to be French', async () => {
    const page = await box.visitor()
    const tongues = (what: string) =>
      page
        .locator(what)
        .evaluateAll(all => all.map(one => one.closest('[lang]')?.getAttribute('lang')))
    for (const address of ['/annonces', '/annuaire/lieux', '/idees/reunions']) {
      await page.goto(`${address}?langue=en`)
      assert.ok((await tongues('main li h3 a')).length > 0, address)
      assert.deepEqual([...new Set(await tongues('main li h3 a'))], ['fr'], address)
      await page.locator('main li h3 a').first().click()
      assert.deepEqual(
        await tongues('main h1, main .prose, main .reach p > span'),
        (await tongues('main h1, main .prose, main .reach p > span')).fill('fr'),
      )
      assert.deepEqual(await tongues('main dt'), (await tongues('main dt')).fill('en'))
    }
    await page.goto('/annonces?langue=fr')
    assert.equal(await page.locator('main [lang]').count(), 0)
    await page.context().close()
  })

  it('a mistake is said in English too', async () => {
    const page = await box.visitor({ locale: 'en-GB' })
    await page.goto('/annonces/proposer')
    await page.getByRole('button', { name: 'Send' }).click()
    const said = await seen(page.locator('.refused'))
    assert.match(said, /In one sentence/)
    assert.equal((await page.goto('/nothing-there'))?.status(), 404)
    assert.ok(!(await textOf(page)).includes(plain(door.notFound)))
    await page.context().close()
  })
})

/**
 * Sentences of the frame and of the door that would show a forgotten translation. The heading is
 * the demonstration's own, in its data.
 */
function french(): readonly string[] {
  const all = [...Object.values(ui), ...Object.values(door)].filter(
    one => typeof one === 'string' && one !== door.heading,
  )
  return all.map(one => plain(String(one))).filter(one => one.length > 8)
}
