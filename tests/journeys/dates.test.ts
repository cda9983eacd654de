import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Page } from 'playwright-core'
import { dayLong } from '../../src/text/days.ts'
import { PHONE, type Stage, seen, skipOf, stage, textOf, WIDE } from './server.ts'

const skip = skipOf(import.meta.filename)
/** The July to come: its only public holiday is the 14th, whatever the year. */
const now = new Date()
const year = now.getUTCFullYear() + (now.getUTCMonth() >= 6 ? 1 : 0)
const july = (day: number): string => `${year}-07-${String(day).padStart(2, '0')}`
const said = (day: string): string =>
  dayLong(day, 'fr', new Date().toISOString().slice(0, 10)).replace(/[\s\u00a0]+/g, ' ')

/** A form of the keeper: the rest is folded, and is unfolded by its own summary. */
async function newEvent(page: Page, fields: Readonly<Record<string, string>>): Promise<string> {
  await page.goto('/agenda/ajouter?genre=event')
  for (const fold of await page.locator('main form details > summary').all()) await fold.click()
  for (const [name, value] of Object.entries(fields))
    await page.locator(`main form [name="${name}"]`).fill(value)
  await page.getByRole('button', { name: 'Enregistrer', exact: true }).click()
  return new URL(page.url()).pathname
}

describe('dates that move, without scripts', { skip }, () => {
  let box: Stage
  let keeper: Page
  let visitor: Page
  let series = ''
  before(async () => {
    box = await stage()
    keeper = await box.keeper(WIDE)
    visitor = await box.visitor(PHONE)
  })
  after(() => box?.end())
  const change = async (day: string): Promise<void> => {
    await keeper.goto(`${series}/date?jour=${day}`)
  }

  it('a series is said in words, with the days on which it rests', async () => {
    series = await newEvent(keeper, {
      title: 'Chantier du verger',
      startsOn: july(12),
      startsAt: '14:00',
      endsAt: '16:00',
      'recurs.own': `tous les 2 jours sauf les jours fériés, jusqu’au 24 juillet ${year}`,
    })
    await visitor.goto(series)
    const page = await textOf(visitor)
    assert.match(page, /Pas ces jours-là Pas les jours fériés/)
    for (const day of [12, 16, 18, 20]) assert.ok(page.includes(said(july(day))), String(day))
    assert.ok(!page.includes(said(july(14))))
  })

  it('one date is cancelled, one moved, one added, each by a short form', async () => {
    await change(july(16))
    await keeper.getByLabel('Pourquoi').fill('il pleut trop')
    await keeper.getByRole('button', { name: 'Annuler ce jour' }).click()
    assert.match(await seen(keeper.getByRole('status')), /C’est annulé le 16 juillet/)
    await change(july(18))
    await keeper.getByLabel('Nouveau jour').fill(july(19))
    await keeper.getByRole('button', { name: 'Déplacer' }).click()
    assert.match(await seen(keeper.getByRole('status')), /Le 18 juillet .* passe au 19 juillet/)
    await keeper.getByRole('link', { name: 'Ajouter une date' }).click()
    await keeper.getByLabel('Jour').fill(july(21))
    await keeper.getByRole('button', { name: 'Ajouter une date' }).click()
    await visitor.goto(series)
    const page = await textOf(visitor)
    assert.match(page, /16 juillet(?: \d+)?, annulé cette fois : il pleut trop/)
    assert.match(page, /19 juillet(?: \d+)?, au lieu du [a-z]+ 18 juillet/)
    assert.ok(page.includes(said(july(21))))
    assert.equal(await visitor.locator('main s').count(), 2)
    assert.match(page, /18 juillet(?: \d+)?, déplacé au [a-z]+ 19 juillet/)
  })

  it('the calendar file of the page has the same dates', async () => {
    const file = (await (await fetch(`${box.address}${series}.ics`)).text()).replace(/\r\n /g, '')
    const bare = july(1).replaceAll('-', '').slice(0, 6)
    // The file goes as far as 400 days: July to come is always in it.
    assert.match(file, new RegExp(`EXDATE;TZID=Europe/Paris:${bare}14T140000`))
    assert.match(file, new RegExp(`RDATE;TZID=Europe/Paris:${bare}21T140000`))
    assert.match(file, new RegExp(`RECURRENCE-ID;TZID=Europe/Paris:${bare}18T140000`))
    assert.match(file, /STATUS:CANCELLED/)
  })

  it('a cancelled date is put back by the button in the sentence', async () => {
    await change(july(20))
    await keeper.getByRole('button', { name: 'Annuler ce jour' }).click()
    await keeper.getByRole('status').getByRole('button', { name: 'Défaire' }).click()
    await visitor.goto(series)
    assert.equal(await visitor.locator('main s').count(), 2)
  })
})

const SEATS = 20
describe('a festival, without scripts', { skip }, () => {
  let box: Stage
  let keeper: Page
  let visitor: Page
  let feast = ''
  before(async () => {
    box = await stage()
    keeper = await box.keeper(WIDE)
    visitor = await box.visitor(PHONE)
  })
  after(() => box?.end())
  const id = (): string => feast.split('/').at(-1)!

  it('has three posts and two things to bring', async () => {
    feast = await newEvent(keeper, {
      title: 'Fête du pain',
      startsOn: july(10),
      seats: String(SEATS),
    })
    await keeper.goto(feast)
    await keeper.getByRole('link', { name: 'Postes et choses à apporter' }).click()
    for (const [title, from, to, wanted] of [
      ['La buvette', '14:00', '16:00', '2'],
      ['La buvette', '16:00', '18:00', '2'],
      ['Le four', '06:00', '12:00', '3'],
    ] as const) {
      await keeper.getByLabel('Quoi').fill(title)
      await keeper.locator('[name=startsAt]').fill(from)
      await keeper.locator('[name=endsAt]').fill(to)
      await keeper.getByLabel('Combien il en faut').fill(wanted)
      await keeper.getByRole('button', { name: 'Ajouter un poste' }).click()
    }
    for (const [title, wanted] of [
      ['Des tables', '8'],
      ['Des tartes', '10'],
    ] as const) {
      await keeper.getByRole('link', { name: 'Ajouter une chose à apporter' }).click()
      await keeper.getByLabel('Quoi').fill(title)
      await keeper.getByLabel('Combien il en faut').fill(wanted)
      await keeper.getByRole('button', { name: 'Ajouter une chose à apporter' }).click()
    }
    await visitor.goto(feast)
    const page = await textOf(visitor)
    assert.match(page, /Qui tient quoi Le four, de 6 h à 12 h.*La buvette, de 14 h à 16 h/)
    assert.match(page, /Qui apporte quoi Des tables · il en manque 8/)
  })

  it('a person without a card takes a post: it waits, and shows once it was read', async () => {
    await visitor.getByRole('link', { name: 'j’en suis', exact: true }).first().click()
    assert.match(await textOf(visitor), /Le four.*Fête du pain, de 6 h à 12 h/)
    await visitor.getByLabel('Votre prénom').fill('Zénobie')
    await visitor.getByLabel('Comment vous joindre').fill('au four, le matin')
    await visitor.getByRole('button', { name: 'Envoyer' }).click()
    await visitor.goto(feast)
    assert.doesNotMatch(await textOf(visitor), /Zénobie/)
    await keeper.goto('/a-montrer')
    assert.match(await textOf(keeper), /Zénobie/)
  })

  it('seats are taken, the next waits, and a seat more is theirs', async () => {
    const names = Array.from({ length: SEATS + 1 }, (_, n) => `Ami${'abcdefghijklmnopqrstuvw'[n]}`)
    for (const name of names) {
      await keeper.goto(`/repondre/${id()}`)
      await keeper.locator('[name=answer][value=in]').check()
      await keeper.getByLabel('Votre prénom').fill(name)
      await keeper.getByRole('button', { name: 'Envoyer' }).click()
      const ask = keeper.getByRole('button', { name: 'Envoyer' })
      if ((await keeper.locator('.refused').count()) > 0) {
        for (const tick of await keeper.locator('main form .refused ~ * [type=checkbox]').all())
          await tick.check()
        await ask.click()
      }
    }
    await visitor.goto(feast)
    assert.match(await textOf(visitor), /20 places, c’est complet/)
    assert.match(await textOf(visitor), /Sur la liste d’attente Amiu/)
    await keeper.goto(`${feast}/modifier`)
    for (const fold of await keeper.locator('main form details > summary').all()) await fold.click()
    await keeper.locator('[name=seats]').fill(String(SEATS + 1))
    await keeper.getByRole('button', { name: 'Enregistrer', exact: true }).click()
    await keeper.goto('/')
    assert.match(await textOf(keeper), /Une place s’est libérée/i)
    await keeper.goto(`/repondre/${id()}`)
    assert.match(await textOf(keeper), /elle est à Amiu, qui attendait/)
    await keeper.getByRole('button', { name: 'C’est dit' }).click()
    await keeper.goto('/')
    assert.doesNotMatch(await textOf(keeper), /Une place s’est libérée/i)
  })

  it('the sheet of posts is a PDF for the wall', async () => {
    const answer = await fetch(`${box.address}/imprimer/postes/${id()}`)
    assert.equal(answer.status, 200)
    assert.equal(answer.headers.get('content-type'), 'application/pdf')
  })
})
