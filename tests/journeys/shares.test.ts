import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Locator, Page } from 'playwright-core'
import { plain, type Stage, skipOf, stage, textOf } from './server.ts'

const skip = skipOf(import.meta.filename)
const ELEVEN = 'Marc Luce Odile Armand Berthe Colin Denise Émile Flore Gaston Irma'.split(' ')

/** Opens all that is folded on a page. */
async function openAll(page: Page): Promise<void> {
  for (const one of await page.locator('main details:not([open]) > summary').all())
    if (await one.isVisible()) await one.click()
}

/**
 * A press shared by twelve households, from their engagement to what each owes at the end of the
 * year: without scripts, by the keeper and one member with a card.
 */
describe('a press shared by twelve households', { skip }, () => {
  let box: Stage
  let keeper: Page
  let press = ''
  let year = ''
  const reads = async (): Promise<string> => plain(await textOf(keeper))
  const press_ = (name: string) => keeper.getByRole('button', { name, exact: true }).click()
  /** Notes that it left, or came back, yesterday. */
  const noted = async (fold: string, hour: string, act: string): Promise<void> => {
    await keeper.goto(press)
    await keeper.getByText(fold, { exact: true }).first().click()
    const form = keeper.locator('form', { has: keeper.getByRole('button', { name: act }) })
    await form.getByLabel('Quel jour').fill('hier')
    await form.getByLabel('À quelle heure').fill(hour)
    await form.getByRole('button', { name: act }).click()
  }
  before(async () => {
    box = await stage()
    keeper = await box.keeper({ width: 1180, height: 900 })
  })
  after(() => box?.end())

  it('the keeper writes the press, and opens its first year with what it costs', async () => {
    await keeper.goto('/preter/ajouter?genre=thing')
    await keeper.getByLabel('Ce que c’est').fill('Le pressoir')
    await keeper.getByLabel('De quelle sorte').selectOption('machine')
    await keeper.getByRole('button', { name: 'Enregistrer', exact: true }).click()
    press = new URL(keeper.url()).pathname
    await keeper.getByRole('link', { name: 'Ce que ça coûte à chacun' }).click()
    await keeper.getByLabel('Prix d’achat').fill('2 400')
    await keeper.getByLabel('Gardé combien d’années').fill('8 ans')
    await keeper.getByLabel('Assurance d’un an').fill('60 €')
    await keeper.getByLabel('Entretien', { exact: true }).fill('2')
    await keeper.getByLabel('Combien d’appels').fill('2')
    await keeper.getByLabel('Compteur au premier jour').fill('120,5')
    await press_('Ouvrir cette année')
    assert.match(await reads(), /Un nombre entier, de 1 à 60/)
    await keeper.getByLabel('Gardé combien d’années').fill('8')
    await press_('Ouvrir cette année')
    year = new URL(keeper.url()).pathname
    assert.match(await reads(), /L’année est ouverte.*Personne ne s’est encore engagé/s)
  })

  it('twelve households engage, and the price says where it comes from', async () => {
    for (const who of ['Zélie', ...ELEVEN]) {
      await keeper.getByLabel('Qui s’engage').fill(who)
      await keeper.getByLabel('Pour combien d’heures').fill('5')
      await press_('Engager')
    }
    const page = await reads()
    assert.match(page, /÷ 8 ans : un an d’usure 300 €.*360 €.*÷ 60 h engagés 6 € l’heure/s)
    assert.match(page, /= le prix de l’heure 8 € l’heure.*12 personnes, ou foyers/s)
  })

  it('what two more, and two years more, would change stands on one sheet', async () => {
    const page = await reads()
    assert.match(page, /2 personnes de plus.*Gardé 2 ans de plus.*Les deux/s)
    assert.match(page, /8 € l’heure 7,14 € l’heure 7 € l’heure 6,29 € l’heure/)
    const link = keeper.getByRole('link', { name: 'Imprimer la feuille de la réunion' })
    const sheet = await keeper.request.get((await link.getAttribute('href')) ?? '')
    assert.equal(sheet.headers()['content-type'], 'application/pdf')
  })

  it('a page of the notebook is typed at once; its hole is said between its two lines', async () => {
    await keeper.getByRole('link', { name: 'Le carnet' }).click()
    const cell = (name: string, line: number) =>
      keeper.getByLabel(`${name}, ligne ${line}`, { exact: true })
    const type = async (line: number, day: string, who: string, to: string): Promise<void> => {
      await cell('Jour', line).fill(day)
      await cell('Qui', line).selectOption({ label: who })
      await cell('Retour', line).fill(to)
    }
    const days = new Date().getFullYear()
    await type(1, `1/1/${days}`, 'Marc', '123')
    await type(2, '', 'Luce', '127,5')
    await cell('Départ', 2).fill('126,2')
    await type(3, 'le 40', 'Zélie', '')
    await cell('Départ', 3).fill('127,5')
    await cell('Usage', 3).fill('1 h 30')
    await type(4, '', 'Odile', '12')
    await press_('Enregistrer la page')
    assert.match(await reads(), /Ligne 3 : le jour ne se lit pas.*Ligne 4 : le compteur recule/s)
    assert.equal(await cell('Jour', 3).getAttribute('aria-invalid'), 'true')
    assert.equal(await cell('Départ', 2).inputValue(), '126,2', 'a mistake loses nothing')
    await cell('Retour', 4).fill('131')
    await cell('Jour', 3).fill(`1/1/${days}`)
    await press_('Enregistrer la page')
    assert.match(await reads(), /4 lignes sont notées/)
    assert.match(await reads(), /Il manque 3,2 h entre deux lignes : Marc, .* et Luce, /)
  })

  it('calls, what was paid and spent, and the settlement: the purse is what is left', async () => {
    await keeper.goto(`${year}/comptes`)
    await press_('Lancer l’appel 1 sur 2')
    for (const who of ['Zélie', ...ELEVEN.slice(1)])
      await keeper.getByLabel(`${who} a payé l’appel 1`).check()
    await press_('Noter qui a payé')
    await keeper.getByLabel('Quoi').fill('Assurance')
    await keeper.getByLabel('Montant').fill('60')
    await press_('Noter')
    await keeper.getByLabel('Quoi').fill('Toiles')
    await keeper.getByLabel('Montant').fill('21,35')
    await keeper.getByLabel('De quelle sorte').selectOption('variable')
    await keeper.getByLabel('Payé par').selectOption({ label: 'Marc' })
    await press_('Noter')
    const page = await reads()
    // Eleven paid 20 €, Marc 21.35 €; 81.35 € were spent.
    assert.match(page, /Ensemble 60 € 21,35 € 81,35 € 241,35 € \+160 €/)
    assert.match(
      page,
      /Dans la caisse : 160 €.*Chaque part est arrondie au centime le plus proche\./s,
    )
    await press_('Clôturer les comptes')
    assert.match(await reads(), /Des appels ne sont pas payés.*Marc, 20 €/s)
    await press_('Clôturer tout de même')
    assert.match(await reads(), /Les comptes sont clôturés/)
    await keeper.goto(`${year}/comptes`)
    await keeper.getByLabel(/^Luce a payé \d|rendus à Luce/).check()
    await press_('Noter ce qui est réglé')
    assert.match(await reads(), /C’est noté/)
    const link = keeper.getByRole('link', { name: 'Imprimer les relevés' })
    const papers = await keeper.request.get((await link.getAttribute('href')) ?? '')
    assert.equal(papers.headers()['content-type'], 'application/pdf')
  })

  it('too much or too little use is due only where an article of the statutes is named', async () => {
    await keeper.goto(year)
    await press_('Rouvrir les comptes')
    const shares = async (fill: (form: Locator) => Promise<unknown>): Promise<string> => {
      await keeper.goto(year)
      await keeper.getByText('Changer les coûts ou le partage').click()
      const form = keeper.locator('form[action$="/corriger"]')
      await fill(form)
      await form.getByRole('button', { name: 'Enregistrer' }).click()
      await keeper.goto(`${year}/comptes`)
      return reads()
    }
    const byUse = (form: Locator) => form.locator('[name=fixedBy]').selectOption('used')
    assert.match(await shares(byUse), /Rien n’est dû : aucun article des statuts n’est nommé/)
    const named = (form: Locator) => form.locator('[name=article]').fill('Article 14')
    assert.match(await shares(named), /Selon les statuts \(Article 14\)/)
  })

  it('who noted nothing of their last turn books no other, unless a reason is given', async () => {
    await keeper.goto(`${press}/regler`)
    await openAll(keeper)
    await keeper.getByLabel('On note ce qu’on a fait avant de réserver encore').check()
    await press_('Garder')
    const form = keeper.locator('form[action$="/reserver"]')
    const books = form.getByRole('button', { name: 'Réserver pour quelqu’un' })
    const book = async (days: number): Promise<void> => {
      const on = Temporal.Now.plainDateISO('Europe/Paris').add({ days })
      await keeper.goto(`${press}?startsOn=${on}`)
      await form.locator('[name=name]').fill('Luce')
      await books.click()
    }
    await book(0)
    assert.match(await reads(), /Luce/)
    await noted('C’est parti, en notant l’état ou l’heure', '9 h', 'C’est parti ainsi')
    await noted('C’est revenu', '18 h', 'C’est revenu ainsi')
    await book(1)
    assert.match(await reads(), /Notez d’abord ce que vous avez fait la dernière fois/)
    await form.locator('[name=why]').fill('la récolte presse')
    await books.click()
    assert.match(await reads(), /Luce.*la récolte presse/s)
  })

  it('the press is replaced, and what was booked follows', async () => {
    await keeper.goto('/preter/ajouter?genre=thing')
    await keeper.getByLabel('Ce que c’est').fill('Le pressoir neuf')
    await keeper.getByLabel('De quelle sorte').selectOption('machine')
    await press_('Enregistrer')
    const other = new URL(keeper.url()).pathname
    await keeper.goto(press)
    await keeper.getByText('Ne plus le prêter', { exact: true }).first().click()
    await keeper.getByLabel('Ce qui le remplace').selectOption({ label: 'Le pressoir neuf' })
    await press_('Ne plus le prêter')
    assert.match(await reads(), /C’est remplacé, et sa réservation suit/)
    await keeper.goto(other)
    assert.match(await reads(), /Luce/)
    await keeper.goto(year)
    assert.match(await reads(), /Luce/, 'the year of the old one is read still')
    press = other
  })

  it('the same is counted in hours, or not at all', async () => {
    const opens = async (counts: string): Promise<void> => {
      await keeper.goto(`${press}/frais`)
      await openAll(keeper)
      await keeper.getByLabel('On compte').selectOption({ label: counts })
      for (const [name, day] of [
        ['firstOn', '01-01'],
        ['lastOn', '12-31'],
      ] as const)
        await keeper.locator(`[name=${name}]`).fill(`${new Date().getFullYear()}-${day}`)
      await press_('Ouvrir cette année')
      await keeper.getByLabel('Qui s’engage').fill('Zélie')
      await keeper.getByLabel('Pour combien d’heures').fill('5')
      await press_('Engager')
    }
    await opens('en heures données')
    assert.match(await reads(), /Zélie/)
    assert.doesNotMatch(await reads(), /€/)
    await opens('rien : on note seulement l’usage')
    assert.match(await reads(), /Zélie/)
    assert.doesNotMatch(await reads(), /€/)
    await keeper.getByRole('link', { name: 'Le carnet' }).click()
    await keeper.getByLabel('Jour, ligne 1', { exact: true }).fill('aujourd’hui')
    await keeper.getByLabel('Qui, ligne 1', { exact: true }).selectOption({ label: 'Zélie' })
    await keeper.getByLabel('Usage, ligne 1', { exact: true }).fill('2')
    await press_('Enregistrer la page')
    assert.match(await reads(), /Une ligne est notée.*Zélie.*2 h/s)
  })

  it('nobody else reads any of it', async () => {
    const stranger = await box.visitor()
    await stranger.goto(press)
    assert.doesNotMatch(await textOf(stranger), /coûte à chacun/)
    for (const path of [year, `${year}/carnet`, `${year}/comptes`]) {
      await stranger.goto(path)
      assert.doesNotMatch(await textOf(stranger), /Zélie|€/)
    }
  })
})
