import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Page } from 'playwright-core'
import sharp from 'sharp'
import {
  cardFor,
  counted,
  enterWith,
  known,
  OLD_PHONE,
  readHere,
  showPiece,
  withCard,
} from './people.ts'
import { type Stage, seen, skipOf, stage, textOf, WIDE } from './server.ts'

/**
 * Twelve kinds of neighbours, each with a journey in a browser without scripts:
 *
 * | neighbour | journey |
 * |---|---|
 * | 72 years, a landline, a seat to the market | here |
 * | sells the furniture that she restores | here; photos alone: photos |
 * | lends his trailer to people with a card | by-card |
 * | tests the limits | neighbours-limits; forms sent twice: lost; the wall: wall |
 * | reads English only | neighbours-limits; every sentence of the house: english |
 * | does not see | neighbours-ears; every page by axe: axe |
 * | wants their number gone now | here |
 * | relay with a pile of words | neighbours-between |
 * | three deals: told, refused, fallen through | neighbours-between; one with a relay: deal |
 * | lost their card | here |
 * | an idea that needs five people | here |
 * | ten ordinary searches | here |
 */
describe('neighbours on an old telephone', { skip: skipOf(import.meta.filename) }, () => {
  let box: Stage
  let keeper: Page
  before(async () => {
    box = await stage()
    keeper = await box.keeper(WIDE)
  })
  after(() => box?.end())

  const read = async (path: string): Promise<string> => {
    const page = await box.visitor()
    await page.goto(path)
    const text = await textOf(page)
    await page.context().close()
    return text
  }

  it('a seat to the market takes a woman with a landline 4 taps, 3 fields and no error', async t => {
    const page = await box.visitor(OLD_PHONE)
    const { tap, fill, counts } = counted(page)
    await page.goto('/')
    await tap(page.getByRole('link', { name: 'Je cherche' }))
    const said = 'je cherche une place pour aller au marché de Boën jeudi'
    await fill(page.getByLabel('En une phrase'), said)
    await fill(page.getByLabel('Prénom'), 'Ginette')
    await fill(page.getByRole('textbox', { name: /^Téléphone/ }), '04 99 00 00 72')
    if (!(await readHere(page).isChecked())) await tap(readHere(page))
    await tap(page.getByRole('button', { name: 'Envoyer' }))
    const { taps, fields, errors } = counts()
    t.diagnostic(`${taps} taps, ${fields} fields, ${errors} errors`)
    assert.ok(taps <= 4 && fields <= 3 && errors === 0, JSON.stringify(counts()))
    const ticket = await textOf(page)
    assert.match(ticket, /Transports/)
    assert.match(ticket, /Quand jeudi/, 'a ride says its day')
    await showPiece(keeper, 'Ginette')
    await page.reload()
    await page.getByRole('link', { name: 'Le voir sur la page' }).click()
    const call = page.locator('main a[href^="tel:"]').first()
    assert.equal(await call.getAttribute('href'), 'tel:+33499000072')
    await page.context().close()
  })

  it('she answers a ride of each week, and whoever drives reads her number at once', async t => {
    const driver = await withCard(box, keeper, 'Patrice')
    await driver.goto('/annonces/proposer')
    const said = 'je descends au marché de Boën tous les jeudis à 8 h, deux places'
    await driver.getByLabel('En une phrase').fill(said)
    await readHere(driver).check()
    await driver.getByRole('button', { name: 'Afficher' }).click()
    assert.match(await textOf(driver), /chaque jeudi, à 8 h/)
    const page = await box.visitor(OLD_PHONE)
    const { tap, fill, counts } = counted(page)
    await page.goto('/')
    await tap(page.getByRole('link', { name: /tous les jeudis/ }))
    await tap(page.getByRole('link', { name: 'Ça m’intéresse' }))
    await fill(page.getByLabel('Votre prénom'), 'Ginette')
    await fill(page.getByLabel('Comment vous joindre'), '04 99 00 00 72')
    await tap(page.getByRole('button', { name: 'Envoyer' }))
    t.diagnostic(JSON.stringify(counts()))
    assert.deepEqual(counts(), { taps: 3, fields: 2, errors: 0 })
    const ticket = page.url()
    await driver.goto('/')
    await driver
      .locator('.waits')
      .getByRole('link', { name: /^Ginette \(sans carte\) attend votre réponse/ })
      .click()
    assert.match(await seen(driver.locator('main')), /jeudi .*, 8 h.*04 99 00 00 72/)
    await driver.getByRole('button', { name: 'D’accord' }).click()
    assert.match(await seen(driver.locator('main')), /Convenu/)
    await driver.getByLabel('Écrire à Ginette').fill('Devant chez vous à 8 h.')
    await driver.getByRole('button', { name: 'Envoyer ce mot' }).click()
    assert.match(await seen(driver.getByRole('status')), /C’est envoyé/)
    await page.goto(ticket)
    assert.match(await textOf(page), /Convenu.*Devant chez vous à 8 h\./)
    for (const one of [driver, page]) await one.context().close()
  })

  it('a young woman sells a commode with its price, its photo and her way to be reached', async t => {
    const page = await withCard(box, keeper, 'Lucette')
    const { tap, fill, counts } = counted(page)
    const buffer = await sharp({
      create: { width: 800, height: 600, channels: 3, background: { r: 160, g: 90, b: 40 } },
    })
      .jpeg()
      .toBuffer()
    await page.goto('/')
    await tap(page.getByRole('link', { name: 'Je propose' }))
    await fill(page.getByLabel('En une phrase'), 'je vends une commode restaurée, 80 €')
    await tap(page.getByRole('button', { name: 'Préciser d’abord' }))
    await tap(page.getByText('avec une photo'))
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'commode.jpg', mimeType: 'image/jpeg', buffer })
    await tap(page.getByRole('button', { name: 'Afficher' }))
    const { taps, fields, errors } = counts()
    t.diagnostic(`${taps} taps, ${fields} fields and a photo, ${errors} errors`)
    assert.ok(taps <= 5 && fields <= 2 && errors === 0, JSON.stringify(counts()))
    const other = await box.visitor(OLD_PHONE)
    await other.goto('/')
    await other.getByRole('link', { name: /commode restaurée/ }).click()
    const text = await textOf(other)
    assert.match(text, /80 €/)
    assert.match(text, /Ça m’intéresse/)
    const drawn = other.locator('.photos img')
    assert.ok(await drawn.first().evaluate(one => (one as HTMLImageElement).naturalWidth > 0))
    const href = await other
      .getByRole('link', { name: 'Imprimer l’affichette' })
      .getAttribute('href')
    const poster = await other.request.get(href ?? '')
    assert.equal((await poster.body()).toString('latin1', 0, 5), '%PDF-')
    for (const one of [page, other]) await one.context().close()
  })

  it('a number is gone from every page by two taps and one field, without a card', async t => {
    const page = await box.visitor(OLD_PHONE)
    const { tap, fill, counts } = counted(page)
    await page.goto('/annonces')
    await page.getByRole('link', { name: /Ginette :/ }).click()
    const notice = page.url()
    await tap(page.getByRole('link', { name: /C’est mon numéro/ }))
    await fill(page.getByLabel('Le numéro affiché'), '+33 4 99 00 00 72')
    await tap(page.getByRole('button', { name: 'Le cacher' }))
    t.diagnostic(JSON.stringify(counts()))
    assert.deepEqual(counts(), { taps: 2, fields: 1, errors: 0 })
    for (const path of [notice, '/', '/annonces', '/chercher?q=Ginette', '/nouveau'])
      assert.doesNotMatch((await read(path)).replace(/\D/g, ''), /0?499000072/, path)
    const files = await Promise.all(
      ['need.csv', 'need.json'].map(async one =>
        (await fetch(`${box.address}/donnees/${one}`)).text(),
      ),
    )
    assert.doesNotMatch(files.join('').replace(/\D/g, ''), /499000072/)
    assert.match(await read(notice), /Je peux aider/, 'she is still reached by a word')
    await page.context().close()
  })

  it('a member who lost the card has it closed, and comes in with a new one', async () => {
    const path = await known(keeper, 'Huguette')
    const lost = await cardFor(keeper, path)
    const phone = await box.visitor(OLD_PHONE)
    await enterWith(phone, lost)
    assert.match(await textOf(phone), /Bonjour Huguette/)
    const found = await box.visitor(OLD_PHONE)
    const isIn = async (page: Page): Promise<boolean> => {
      await page.goto('/')
      return (await textOf(page)).includes('Bonjour Huguette')
    }
    const card = await cardFor(keeper, path)
    assert.equal(await isIn(phone), false, 'a new card closes the visits of the one before')
    await enterWith(found, lost)
    assert.match(await seen(found.locator('.refused')), /Cette carte est remplacée/)
    assert.match(await seen(found.locator('main')), /demandez à/, 'it says who makes another')
    assert.equal(await isIn(found), false)
    await enterWith(phone, card)
    assert.equal(await isIn(phone), true)
    for (const one of [phone, found]) await one.context().close()
  })

  it('an idea that needs five people counts them, once each, and says so at the fifth', async () => {
    const people: Page[] = []
    for (const [n, name] of FIVE.entries()) {
      const page = await withCard(box, keeper, name)
      people.push(page)
      await page.goto('/idees/idee')
      await page
        .locator('main')
        .getByRole('link', { name: /^Une épicerie/ })
        .click()
      const idea = page.url()
      for (const time of ['once', 'and again']) {
        if (time !== 'once') await page.getByText('Changer ma réponse').click()
        await page.getByLabel('J’en suis').check()
        await page.getByRole('button', { name: 'Envoyer' }).click()
        await page.waitForLoadState('domcontentloaded')
        await page.goto(idea)
      }
      const text = await seen(page.locator('main'))
      for (const one of FIVE.slice(0, n)) assert.equal(text.split(one).length, 2, `${one} once`)
      assert.equal(/le compte/.test(text), n === 4, `${name}: ${text}`)
    }
    await keeper.goto('/')
    assert.match(await seen(keeper.locator('.waits')), /épicerie/i, 'who may fix the day is told')
    for (const page of people) {
      await page.goto('/')
      const told = page.locator('.waits').getByRole('link', { name: /épicerie/i })
      assert.equal(await told.count(), 1, 'each of the five is told')
      await page.context().close()
    }
  })

  it('ten ordinary searches lead to a notice, a place, a person or a form', async () => {
    for (const [words, found] of SEARCHES) {
      const page = await box.visitor(OLD_PHONE)
      await page.goto('/')
      await page.getByRole('searchbox').fill(words)
      await page.getByRole('button', { name: 'Chercher' }).click()
      const link = page.locator('main').getByRole('link', { name: found }).first()
      assert.equal(await link.count(), 1, `${words}: ${await seen(page.locator('main'))}`)
      await link.click()
      assert.notEqual(new URL(page.url()).pathname, '/chercher', words)
      await page.context().close()
    }
  })
})

/** Who comes to the idea. */
const FIVE = ['Ambre', 'Basile', 'Colette', 'Désiré', 'Églantine']

/** What people type, and what they must be led to. */
const SEARCHES: readonly (readonly [words: string, found: RegExp])[] = [
  ['trajet', /Rosa descend à Boën/],
  ['covoiturage Boën', /Rosa descend à Boën/],
  ['voiture', /Rosa descend à Boën/],
  ['une scie', /Paul prête sa scie/],
  ['rhubarbes', /Nadia donne des pieds de rhubarbe/],
  ['marché', /Le marché de Boën/],
  ['ordinateur', /Un ordinateur à la médiathèque/],
  ['papier à dessin', /Hugo cherche du papier/],
  ['livre', /La médiathèque de Sail/],
  ['mercredi', /Le local ouvre/],
]
