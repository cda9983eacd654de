import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Page } from 'playwright-core'
import { dayAfter, weekdayNumber } from '../../src/text/days.ts'
import { showPiece, signs } from './people.ts'
import { around, PHONE, plain, type Stage, seen, skipOf, stage, textOf, WIDE } from './server.ts'

const TODAY = new Date().toLocaleDateString('sv-SE', { timeZone: 'Europe/Paris' })
/** The next Thursday, today included. */
const THURSDAY = dayAfter(TODAY, (4 - weekdayNumber(TODAY) + 7) % 7)

/**
 * A man writes a ride of each week in one sentence; a woman of seventy-two finds a seat to the
 * market of Thursday. Without scripts, on a telephone; taps and fields are counted.
 */
describe('rides of each week', { skip: skipOf(import.meta.filename) }, () => {
  let box: Stage
  let keeper: Page
  before(async () => {
    box = await stage()
    keeper = await box.keeper(WIDE)
  })
  after(() => box?.end())

  it('a weekly ride is written by its sentence, at once and without a mistake', async () => {
    const page = await box.visitor(PHONE)
    await page.goto('/annonces/proposer')
    await page
      .getByLabel('En une phrase')
      .fill(
        'je descends à Montbrison tous les jeudis à 8 h en passant par Boën, ' +
          'il me reste deux places, retour à 17 h',
      )
    await signs(page, 'Odile', '04 99 00 11 22')
    await around(page)
    await page.getByRole('button', { name: 'Envoyer' }).click()
    assert.equal(await page.locator('.refused').count(), 0, await textOf(page))
    await page.context().close()
    await showPiece(keeper, 'Montbrison tous les jeudis')
  })

  it('a ride without its day is asked for it in one question, and sent again it is taken', async () => {
    const page = await box.visitor(PHONE)
    await page.goto('/annonces/proposer')
    await page.getByLabel('En une phrase').fill('je monte à Noirétable')
    await signs(page, 'Hugo', '04 99 00 11 33')
    await around(page)
    await page.getByRole('button', { name: 'Envoyer' }).click()
    const asked = page.locator('#f-chaque')
    assert.match(await seen(asked), /Quel jour \? Ou chaque semaine \?/)
    assert.equal(
      await page.getByRole('alert').getByRole('link').first().getAttribute('href'),
      '#f-chaque',
    )
    assert.equal(await page.getByLabel('En une phrase').inputValue(), 'je monte à Noirétable')
    await asked.getByLabel('mardi').check()
    await page.getByRole('button', { name: 'Envoyer' }).click()
    assert.equal(await page.locator('.refused').count(), 0, await textOf(page))
    await page.context().close()
  })

  it('a seat to the market of Thursday is found from the search, and ends in a telephone', async () => {
    const page = await box.visitor(PHONE)
    let taps = 0
    const tap = async (act: Promise<void>) => {
      taps += 1
      await act
    }
    await page.goto('/')
    await page.getByRole('searchbox').first().fill('covoiturage Boën jeudi')
    await tap(page.keyboard.press('Enter'))
    await tap(
      page
        .getByRole('link', { name: /Montbrison tous les jeudis/ })
        .first()
        .click(),
    )
    const told = plain(await textOf(page))
    assert.match(told, /chaque jeudi, à 8 h, retour à 17 h/)
    assert.match(told, /En passant par Boën/)
    assert.equal(await page.getByRole('link', { name: '04 99 00 11 22' }).count(), 1)
    assert.ok(taps <= 4, `${taps} taps`)
    await page.context().close()
  })

  it('the list of rides has those of that day, by that place, and no other', async () => {
    const page = await box.visitor(PHONE)
    await page.goto('/annonces')
    await page.getByRole('link', { name: 'Les trajets, jour par jour' }).click()
    await page.locator('summary').filter({ hasText: 'Choisir' }).click()
    await page.getByLabel('Quel jour').selectOption(THURSDAY)
    await page.getByLabel('Passe par').fill('boen')
    await page.getByRole('button', { name: 'Voir' }).click()
    const list = await textOf(page)
    assert.match(list, /Montbrison tous les jeudis/)
    assert.doesNotMatch(list, /Noirétable|une place$/)
    await page.context().close()
  })

  it('who asks for that seat is told of the ride', async () => {
    const page = await box.visitor(PHONE)
    await page.goto('/annonces/chercher')
    await page
      .getByLabel('En une phrase')
      .fill('je cherche quelqu’un pour m’emmener au marché de Boën le jeudi')
    await signs(page, 'Denise', '04 99 00 11 44')
    await around(page)
    await page.getByRole('button', { name: 'Envoyer' }).click()
    assert.equal(await page.locator('.refused').count(), 0, await textOf(page))
    assert.match(await textOf(page), /Montbrison tous les jeudis/)
    await page.context().close()
  })
})
