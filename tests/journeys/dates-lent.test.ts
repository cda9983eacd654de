import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Page } from 'playwright-core'
import { type ClockedBox, clockedBox, yearOfMay } from './clocked.ts'
import { withCard } from './people.ts'
import { seen, skipOf, textOf, WIDE } from './server.ts'

const YEAR = yearOfMay()

/** The dates of a room: those that come back, their paper, and the nights when clocks change. */
describe('the dates of the local', { skip: skipOf(import.meta.filename) }, () => {
  let box: ClockedBox
  let keeper: Page
  let nadia: Page
  let local = ''
  before(async () => {
    box = await clockedBox(`${YEAR}-01-04T10:00`)
    keeper = await box.keeper(WIDE)
    nadia = await withCard(box, keeper, 'Nadège')
    await keeper.goto('/preter')
    await keeper.locator('main').getByRole('link', { name: 'Le local', exact: true }).click()
    await keeper.waitForLoadState('domcontentloaded')
    local = new URL(keeper.url()).pathname
  })
  after(() => box?.end())

  /** Fills the form by which it is had, and sends it. */
  async function books(page: Page, path: string, typed: Readonly<Record<string, string>>) {
    await page.goto(path)
    const form = page.locator('#demander')
    if ((await form.getAttribute('open')) === null) await form.locator('summary').first().click()
    for (const [name, value] of Object.entries(typed))
      await form.locator(`[name=${name}]`).fill(value)
    await form.locator('form button').last().click()
    return textOf(page)
  }
  const isPdf = async (href: string): Promise<void> => {
    const answer = await keeper.request.get(href)
    assert.equal(answer.headers()['content-type'], 'application/pdf', href)
  }

  it('every first Saturday: each date kept or skipped and why, before it is written', async () => {
    const april = { startsOn: `${YEAR}-04-03`, startsAt: '17:00', endsAt: '19:00' }
    assert.match(await books(nadia, local, april), /c’est réservé/)
    await keeper.goto(local)
    await keeper.locator('#demander > summary').click()
    await keeper.getByRole('link', { name: 'Réserver plusieurs fois' }).click()
    const form = keeper.locator('main form').last()
    for (const [name, value] of Object.entries({
      ...{ startsOn: `${YEAR}-03-06`, startsAt: '14:00', endsAt: '18:00', name: 'Le comité' },
      ...{ notMonths: 'août', also: `${YEAR}-05-01` },
    }))
      await form.locator(`[name=${name}]`).fill(value)
    await form.locator('select[name=recurs]').selectOption('FREQ=MONTHLY;BYDAY=1SA')
    await form.locator('[name=notPublicHolidays]').check()
    await keeper.getByRole('button', { name: 'Voir les dates' }).click()
    const dates = keeper.locator('#dates')
    const said = await seen(dates)
    assert.match(said, /dates libres.*Rien n’est encore réservé/)
    assert.match(said, /samedi 3 avril(?: \d+)?, de 14 h à 18 h ?laissé : C’est pris/)
    assert.match(said, /samedi 1er mai(?: \d+)?, de 14 h à 18 h ?libre, vous l’avez demandé/)
    assert.match(said, /samedi 7 août(?: \d+)?, de 14 h à 18 h ?laissé : pas ce mois-là/)
    await keeper.getByRole('button', { name: /^Réserver ces \d+ dates$/ }).click()
    assert.match(await seen(keeper.getByRole('status')), /dates réservées, .* laissées/)
    await nadia.goto(`${local}?startsOn=${YEAR}-05-01`)
    assert.match(await seen(nadia.locator('#reponse')), /pris de 14 h à 18 h/i)
    await nadia.goto(`${local}?startsOn=${YEAR}-08-07`)
    assert.match(await seen(nadia.locator('#reponse')), /c’est libre/)
  })

  it('the dates of the series are on paper, and the week and month of the door', async () => {
    await keeper.goto(local)
    for (const [view, paper] of [
      ['La semaine', 'Pour la porte, en A4'],
      ['Le mois', 'Pour la porte, en A3'],
    ] as const) {
      await keeper.goto(local)
      await keeper.getByRole('link', { name: view, exact: true }).click()
      await isPdf((await keeper.getByRole('link', { name: paper }).getAttribute('href'))!)
    }
    await keeper.goto(local)
    await keeper.locator('#tenir a[href*="/reservations/"]').first().click()
    await isPdf(
      (await keeper.getByRole('link', { name: 'Imprimer ces dates' }).getAttribute('href'))!,
    )
  })

  it('the night of October has 25 hours, that of March 23, with a changeover', async () => {
    await keeper.goto('/preter/nouveau')
    await keeper.locator('[name=title]').fill('Gîte')
    await keeper.locator('select[name=kind]').selectOption('place')
    await keeper.locator('main form button').last().click()
    await keeper.waitForLoadState('domcontentloaded')
    const night = new URL(keeper.url()).pathname
    const sets = async (hours: number): Promise<void> => {
      await keeper.goto(`${night}/regler`)
      for (const fold of await keeper.locator('main form details > summary').all())
        if (!(await fold.evaluate(one => one.parentElement!.hasAttribute('open'))))
          await fold.click()
      await keeper.locator('[name=changeoverMinutes]').fill('60')
      await keeper.locator('[name=longestHours]').fill(String(hours))
      await keeper.locator('main form button').last().click()
      await keeper.waitForLoadState('domcontentloaded')
    }
    const from = (month: string, day: number) => ({
      ...{ startsOn: `${YEAR}-${month}-${day}`, startsAt: '20:00' },
      ...{ endsOn: `${YEAR}-${month}-${day + 1}`, endsAt: '20:00' },
    })
    const next = (month: string, day: number, startsAt: string) => ({
      ...{ startsOn: `${YEAR}-${month}-${day}`, startsAt, endsAt: '23:00' },
    })
    await sets(24)
    assert.match(await books(nadia, night, from('10', 30)), /24 heures au plus/)
    await sets(25)
    assert.match(await books(nadia, night, from('10', 30)), /c’est réservé/)
    await sets(23)
    assert.match(await books(nadia, night, from('03', 26)), /23 heures au plus/)
    assert.match(await books(nadia, night, from('03', 27)), /c’est réservé/)
    for (const [month, day] of [
      ['10', 31],
      ['03', 28],
    ] as const) {
      assert.match(await books(nadia, night, next(month, day, '20:59')), /Vous l’avez déjà/)
      const told = await books(nadia, night, next(month, day, '21:00'))
      assert.match(told, /c’est réservé, .* de 21 h à 23 h/)
    }
  })
})
