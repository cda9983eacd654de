import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Page } from 'playwright-core'
import { cardOf, enterWith, OLD_PHONE, readHere, withCard } from './people.ts'
import { type Stage, seen, skipOf, stage, textOf, WIDE } from './server.ts'

/**
 * What neighbours have between them: three arrangements, of which one is told, one refused and one
 * falls through; then a pile of words with a relay. Each step is on the next page that the other
 * opens, and one tap leads to it.
 */
describe('between neighbours', { skip: skipOf(import.meta.filename) }, () => {
  let box: Stage
  let keeper: Page
  let bernard: Page
  let solene: Page
  before(async () => {
    box = await stage()
    keeper = await box.keeper(WIDE)
    bernard = await withCard(box, keeper, 'Bernard')
    solene = await withCard(box, keeper, 'Solène')
  })
  after(() => box?.end())

  /** What is new for somebody stands first on the home page; one tap opens it. */
  async function opens(page: Page, told: RegExp): Promise<void> {
    await page.goto('/')
    const link = page.locator('.waits').getByRole('link', { name: told })
    assert.equal(await link.count(), 1, `${told}: ${await seen(page.locator('.waits'))}`)
    const top = await link.evaluate(one => one.getBoundingClientRect().bottom)
    assert.ok(top < OLD_PHONE.height, `${told} is on the first screen`)
    await link.click()
    await page.waitForLoadState('domcontentloaded')
  }
  /** Once read, it is new no more. */
  async function reads(page: Page, told: RegExp): Promise<void> {
    await opens(page, told)
    const thread = page.url()
    await page.getByRole('button', { name: 'J’ai vu' }).click()
    await page.goto('/')
    assert.equal(await page.locator('.waits').getByText(told).count(), 0, `${told} is read`)
    await page.goto(thread)
  }
  const press = async (page: Page, button: string): Promise<string> => {
    await page.getByRole('button', { name: button, exact: true }).click()
    await page.waitForLoadState('domcontentloaded')
    const names = await page
      .locator('main button:visible')
      .evaluateAll(all => all.map(one => one.getAttribute('aria-label') ?? one.textContent))
    assert.deepEqual([...new Set(names)], names, 'no two buttons are heard the same')
    return textOf(page)
  }
  /** Bernard writes a notice; Solène says that it interests her, and proposes a time. */
  async function proposed(title: string): Promise<void> {
    await bernard.goto('/annonces/proposer')
    await bernard.getByLabel('En une phrase').fill(title)
    await readHere(bernard).check()
    await press(bernard, 'Afficher')
    await solene.goto('/annonces')
    await solene.getByRole('link', { name: title }).click()
    assert.match(await press(solene, 'Ça m’intéresse'), /C’est envoyé/)
    await opens(bernard, /Solène vous écrit/)
    await solene.getByText('Proposer un moment').click()
    await solene.getByLabel('Quand').fill('à dix heures')
    assert.match(await press(solene, 'Proposer'), /on attend la réponse de Bernard/)
    await opens(bernard, /Solène attend votre réponse/)
    assert.match(await seen(bernard.locator('main')), /Solène a proposé « à dix heures »/)
  }
  const readByAll = async (): Promise<string> => {
    const page = await box.visitor(OLD_PHONE)
    await page.goto('/')
    const text = await textOf(page)
    await page.context().close()
    return text
  }

  it('one is agreed, done, and told in one sentence once both said yes', async () => {
    await proposed('je prête ma remorque')
    assert.match(await press(bernard, 'D’accord'), /Convenu/)
    await reads(solene, /Bernard est d’accord/)
    await press(solene, 'C’est fait')
    await opens(bernard, /Solène a noté que c’est fait/)
    await press(bernard, 'C’est fait')
    const sentence = 'La remorque a porté le bois de la chapelle'
    for (const page of [solene, bernard]) {
      assert.ok(!(await readByAll()).includes(sentence), 'nothing is told before both said yes')
      await page.goto('/arrangements')
      await page.getByRole('link', { name: /remorque/ }).click()
      const line = page.getByLabel('Racontez en une phrase')
      if ((await line.count()) > 0 && (await line.inputValue()) === '') await line.fill(sentence)
      await page.getByLabel('On peut le raconter').check()
      const form = page.locator('form').filter({ has: page.getByLabel('On peut le raconter') })
      await form.getByRole('button').last().click()
      await page.waitForLoadState('domcontentloaded')
    }
    assert.ok((await readByAll()).includes(sentence))
  })

  it('one is refused: she reads it at her next page, and may ask for another day', async () => {
    await proposed('je prête ma bétonnière')
    await press(bernard, 'Non merci')
    await reads(solene, /Bernard ne peut pas, cette fois/)
    const text = await seen(solene.locator('main'))
    assert.match(text, /Bernard ne peut pas, cette fois/)
    assert.doesNotMatch(text, /n’a pas pu se faire/, 'a refusal is no failure')
    await solene
      .getByText(/Proposer (?:une autre fois|un moment)/)
      .first()
      .click()
    assert.ok((await solene.getByLabel('Quand').count()) > 0, 'she can propose again')
  })

  it('one falls through after the yes: the other reads it, with a word to say why', async () => {
    await proposed('je prête ma fendeuse')
    await press(bernard, 'D’accord')
    await reads(solene, /Bernard est d’accord/)
    await bernard.getByText('Finalement, ça ne se fait pas').first().click()
    const why = bernard.getByRole('textbox', { name: 'Un mot, si vous voulez' })
    await why.fill('Elle est en panne, désolé.')
    await why.press('Enter')
    await bernard.waitForLoadState('domcontentloaded')
    await opens(solene, /Bernard dit que, finalement, ça ne se fait pas/)
    const text = await seen(solene.locator('main'))
    assert.match(text, /Elle est en panne, désolé\./)
    assert.doesNotMatch(text, /ne peut pas, cette fois/, 'a failure is no refusal')
    assert.equal(await solene.getByRole('button', { name: 'C’est fait' }).count(), 0)
  })

  it('nobody else reads a word of the three', async () => {
    const stranger = await withCard(box, keeper, 'Gontran')
    for (const path of ['/', '/annonces', '/arrangements', '/chercher?q=panne', '/moi']) {
      await stranger.goto(path)
      assert.doesNotMatch(await textOf(stranger), /en panne|samedi matin/, path)
    }
    assert.doesNotMatch(await readByAll(), /en panne|samedi matin/)
  })

  it('a relay hands a pile of words over, person by person, and each sender reads it', async () => {
    const tickets: Page[] = []
    for (const [whom, from, words] of PILE) {
      const page = await box.visitor(OLD_PHONE)
      await page.goto('/relais')
      await page.locator('main li').getByRole('link', { name: 'Laisser un mot' }).first().click()
      await page.getByLabel('Pour qui').fill(whom)
      await page.getByLabel('De la part de').fill(from)
      await page.getByRole('textbox', { name: /^Le mot/ }).fill(words)
      await press(page, 'Laisser ce mot')
      tickets.push(page)
    }
    const marius = await box.visitor(OLD_PHONE)
    await enterWith(marius, await cardOf(keeper, 'Marius'))
    await opens(marius, /5 mots à remettre/)
    const heard = await marius.locator('main').getByRole('heading', { level: 3 }).allInnerTexts()
    assert.equal(heard.length, 3, `one heading a person: ${heard}`)
    const names = await marius.locator('main').getByRole('button').allInnerTexts()
    assert.ok(names.length >= 8)
    const paper = await marius
      .getByRole('link', { name: 'Imprimer en papillons' })
      .getAttribute('href')
    const slips = await marius.request.get(paper ?? '')
    assert.equal((await slips.body()).toString('latin1', 0, 5), '%PDF-')
    await press(marius, 'Tout remis à Ninon')
    await press(marius, 'Remis à Blaise, le mot de Paul')
    await press(marius, 'Le facteur, pas trouvé·e')
    for (const [n, page] of tickets.entries()) {
      await page.reload()
      assert.match(await textOf(page), PILE[n]![3], PILE[n]![2])
    }
    await marius.goto('/')
    assert.equal(await marius.locator('.waits').getByText('à remettre').count(), 0)
  })
})

/** What is left with the relay, and what its sender reads after his round. */
const PILE: readonly (readonly [whom: string, from: string, words: string, then: RegExp])[] = [
  ['Ninon', 'Paul', 'Le bois est rentré.', /Remis/],
  ['Blaise', 'Paul', 'La tronçonneuse est prête.', /Remis/],
  ['ninon', 'Odile', 'Viens manger dimanche.', /Remis/],
  ['Le facteur', 'Zoé', 'Le chien est attaché.', /trouvé/],
  ['Ninon', 'Rosa', 'Je passe te prendre mardi.', /Remis/],
]
