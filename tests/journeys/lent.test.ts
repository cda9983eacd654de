import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Page } from 'playwright-core'
import { dayAfter, weekdayNumber } from '../../src/text/days.ts'
import { type ClockedBox, clockedBox, yearOfMay } from './clocked.ts'
import { type Card, cardFor, enterWith, known, OLD_PHONE } from './people.ts'
import { seen, skipOf, textOf, WIDE } from './server.ts'

const YEAR = yearOfMay()
const SATURDAY = dayAfter(`${YEAR}-01-04`, 6 - weekdayNumber(`${YEAR}-01-04`))
const MORNING = `${YEAR}-01-04T10:00`

/** What is lent, lived through by those who want it: asked, taken, late, short, refused. */
describe('a thing that is lent in turn', { skip: skipOf(import.meta.filename) }, () => {
  let box: ClockedBox
  let keeper: Page
  let paul: Page
  let nadia: Page
  const cards = new Map<string, Card>()
  const comes = async (name: string): Promise<Page> => {
    const page = await box.visitor(OLD_PHONE)
    await enterWith(page, cards.get(name)!)
    return page
  }
  before(async () => {
    box = await clockedBox(MORNING)
    keeper = await box.keeper(WIDE)
    for (const name of ['Paulin', 'Nadège'])
      cards.set(name, await cardFor(keeper, await known(keeper, name)))
    ;[paul, nadia] = [await comes('Paulin'), await comes('Nadège')]
  })
  after(() => box?.end())

  /** The keeper lends something. Gives its address. */
  async function lends(title: string, kind: string, set: Record<string, string> = {}) {
    await keeper.goto('/preter/nouveau')
    await keeper.locator('[name=title]').fill(title)
    await keeper.locator('select[name=kind]').selectOption(kind)
    await keeper.locator('main form button').last().click()
    await keeper.waitForLoadState('domcontentloaded')
    const path = new URL(keeper.url()).pathname
    if (Object.keys(set).length === 0) return path
    await keeper.goto(`${path}/regler`)
    for (const fold of await keeper.locator('main form details > summary').all())
      if (!(await fold.evaluate(one => one.parentElement!.hasAttribute('open')))) await fold.click()
    for (const [name, value] of Object.entries(set))
      await keeper.locator(`[name=${name}]`).fill(value)
    await keeper.locator('main form button').last().click()
    await keeper.waitForLoadState('domcontentloaded')
    return path
  }
  /** Fills the form by which a thing is had, and leaves the button to be tapped. */
  async function wants(page: Page, path: string, typed: Readonly<Record<string, string>>) {
    await page.goto(path)
    const form = page.locator('#demander')
    if ((await form.getAttribute('open')) === null) await form.locator('summary').first().click()
    for (const [name, value] of Object.entries(typed))
      await form.locator(`[name=${name}]`).fill(value)
    return form
  }
  const sends = async (page: Page): Promise<string> => {
    await page.locator('#demander form button').last().click()
    return textOf(page)
  }
  const books = async (page: Page, path: string, typed: Readonly<Record<string, string>>) => {
    await wants(page, path, typed)
    return sends(page)
  }

  it('« le local est libre samedi ? », two taps from the first page, no account', async () => {
    const stranger = await box.visitor(OLD_PHONE)
    const asks = async (): Promise<string> => {
      await stranger.goto('/')
      await stranger
        .getByRole('link', { name: /^Le local(?: est|,) / })
        .first()
        .click()
      const told = await seen(stranger.locator('#reponse'))
      const wide = await stranger.evaluate(() => document.documentElement.scrollWidth)
      assert.ok(wide <= OLD_PHONE.width, `${wide} px`)
      return told
    }
    assert.match(await asks(), /Samedi.*c’est libre/)
    await lends('Petit local', 'place')
    await keeper.goto('/preter')
    await keeper.locator('main').getByRole('link', { name: 'Le local', exact: true }).click()
    await keeper.waitForLoadState('domcontentloaded')
    const local = new URL(keeper.url()).pathname
    const times = { startsOn: SATURDAY, startsAt: '08:00', endsAt: '23:00' }
    assert.match(await books(keeper, local, { ...times, name: 'Le comité' }), /c’est réservé/)
    const told = await asks()
    assert.match(told, /C’est pris\..*La prochaine fois : dimanche.* de 8 h à 23 h/)
    assert.match(told, /Ici aussi, libre ce jour-là : Petit local/)
    assert.doesNotMatch(told, /comité/)
  })

  it('two in the same second: one has it, the other is told by whom, and waits', async () => {
    const saw = await lends('Scie à ruban', 'tool')
    const both = [paul, nadia]
    for (const page of both) {
      const form = await wants(page, saw, { startsOn: `${YEAR}-01-16` })
      await form.getByLabel('On peut dire mon nom').check()
    }
    const told = await Promise.all(both.map(sends))
    const first = told.findIndex(text => /c’est réservé/.test(text))
    assert.notEqual(first, -1, told.join('\n---\n'))
    const [other, name] = first === 0 ? [nadia, 'Paulin'] : [paul, 'Nadège']
    assert.match(told[1 - first]!, new RegExp(`C’est pris : ${name}\\.`))
    await other.getByLabel('Me mettre sur la liste si c’est pris').check()
    assert.match(await sends(other), /Scie à ruban : vous êtes sur la liste/)
    await keeper.goto(saw)
    assert.match(await textOf(keeper), /attend qu’il se libère/)
  })

  it('a day more, never over the next one; late back, it is not free', async () => {
    const tiller = await lends('Motoculteur', 'machine')
    const days = { startsOn: `${YEAR}-01-18`, endsOn: `${YEAR}-01-18` }
    await books(paul, tiller, days)
    await wants(nadia, tiller, { startsOn: `${YEAR}-01-20` })
    await nadia.locator('#demander').getByLabel('On peut dire mon nom').check()
    await sends(nadia)
    await paul.goto(tiller)
    await paul
      .getByRole('link', { name: /^lundi 18 janvier|^\S+ 18 janvier/ })
      .first()
      .click()
    const until = async (day: string): Promise<string> => {
      await paul.locator('form[action$="/deplacer"] [name=endsOn]').fill(day)
      await paul.getByRole('button', { name: 'Prendre ces jours-là' }).click()
      return textOf(paul)
    }
    await paul.waitForLoadState('domcontentloaded')
    const booking = new URL(paul.url()).pathname
    assert.match(await until(`${YEAR}-01-20`), /Nadège l’a à partir du [a-z]+ 20 janvier/)
    assert.match(await until(`${YEAR}-01-19`), /Motoculteur : c’est maintenant/)
    await paul.goto(booking)
    assert.match(await until(`${YEAR}-01-18`), /c’est maintenant/, 'in conflict with itself')

    await box.wakes(`${YEAR}-01-18T09:00`)
    keeper = await box.keeper(WIDE)
    await keeper.goto(tiller)
    await keeper
      .getByRole('button', { name: /^C’est parti\s:/ })
      .first()
      .click()
    assert.match(await seen(keeper.getByRole('status')), /parti avec Paulin/)

    await box.wakes(`${YEAR}-01-20T09:00`)
    keeper = await box.keeper(WIDE)
    const stranger = await box.visitor(OLD_PHONE)
    await stranger.goto(`${tiller}?startsOn=${YEAR}-01-25`)
    const late = await textOf(stranger)
    assert.match(late, /Ce n’est pas rentré.*demandez à qui s’en occupe/)
    assert.doesNotMatch(late, /Libre en ce moment|c’est libre/)
    await keeper.goto('/')
    assert.match(await textOf(keeper), /Paulin n’a pas rendu : Motoculteur, Nadège l’attend/)
    await keeper.goto(tiller)
    await keeper.getByRole('button', { name: 'C’est revenu, complet' }).click()
    assert.match(await seen(keeper.getByRole('status')), /rendu, complet/)
    await stranger.goto(`${tiller}?startsOn=${YEAR}-01-25`)
    assert.match(await textOf(stranger), /Lundi 25 janvier : c’est libre|25 janvier : c’est libre/)
  })

  it('a kit comes back short of a cable: the rest goes out, and is not complete', async () => {
    const kit = await lends('Malle de projection', 'kit', {
      pieces: 'projecteur\ncâble\ntélécommande',
    })
    ;[paul, nadia] = [await comes('Paulin'), await comes('Nadège')]
    await books(paul, kit, { startsOn: `${YEAR}-01-20` })
    await keeper.goto(kit)
    await keeper
      .getByRole('button', { name: /^C’est parti, complet\s:/ })
      .first()
      .click()
    await keeper.goto(kit)
    await keeper.getByText('C’est revenu', { exact: true }).first().click()
    const back = keeper.locator('#tenir form[action$="/rendre"]').first()
    for (const piece of ['projecteur', 'télécommande']) await back.getByLabel(piece).check()
    await back.getByRole('button').click()
    assert.match(await seen(keeper.getByRole('status')), /rendu, incomplet\s: il manque câble/i)
    await paul.goto(kit)
    const owed = await textOf(paul)
    assert.match(owed, /Rendu, sauf câble : rapportez ce qui manque/)
    await books(nadia, kit, { startsOn: `${YEAR}-01-22` })
    const read = await textOf(nadia)
    assert.match(read, /Ce n’est pas complet : il manque câble/)
    assert.doesNotMatch(read, /Paulin|Rendu, sauf/)
    await keeper.goto(kit)
    const tenir = keeper.locator('#tenir')
    assert.match(await seen(tenir), /Câble, depuis le tour de Paulin/)
    await tenir.getByText('C’est parti, en notant').first().click()
    const out = tenir.locator('form[action$="/remettre"]').last()
    assert.equal(await out.getByLabel('câble').count(), 0)
    assert.equal(await out.getByLabel('projecteur').count(), 1)
    await tenir.getByRole('button', { name: 'Câble : retrouvé' }).click()
    await paul.goto(kit)
    assert.doesNotMatch(await textOf(paul), /Rendu, sauf|pas complet/)
  })

  it('a rule says one sentence, to two tabs and to two names at one telephone', async () => {
    const press = await lends('Pressoir', 'turn', { mostAhead: '1' })
    const no = /Pas plus de 1 réservation à venir par personne\./
    // Two tabs of one browser, both filled before either is sent.
    const tab = await paul.context().newPage()
    await wants(paul, press, { startsOn: `${YEAR}-02-01` })
    await wants(tab, press, { startsOn: `${YEAR}-02-03` })
    const said = await Promise.all([sends(paul), sends(tab)])
    assert.equal(said.filter(text => no.test(text)).length, 1, said.join('\n'))
    // Both tabs have one cookie, so either may be told what was done: the page says it to both.
    await paul.goto(press)
    assert.equal((await textOf(paul)).match(/Votre mot/g)?.length, 1)
    const home = await box.visitor(OLD_PHONE)
    const asks = (name: string, day: string) =>
      books(home, press, { startsOn: day, name, phone: '06 99 88 77 66' })
    assert.match(await asks('Zoé', `${YEAR}-02-05`), /c’est demandé/)
    const other = await asks('Zouzou', `${YEAR}-02-07`)
    assert.match(other, no)
    // The one in charge is told too, and goes past it with a reason that its borrower reads.
    const past = { startsOn: `${YEAR}-02-09`, name: 'Paulin' }
    assert.match(await books(keeper, press, past), no)
    await keeper.locator('#demander [name=why]').fill('la fête de l’école')
    assert.match(await sends(keeper), /c’est réservé/)
    const why = /Au-delà de la règle : la fête de l’école/
    await keeper.goto(press)
    assert.match(await textOf(keeper), why)
  })
})
