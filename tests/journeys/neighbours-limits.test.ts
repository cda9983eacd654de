import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Page } from 'playwright-core'
import { OLD_PHONE, readHere, withCard } from './people.ts'
import { type Stage, seen, sentAgain, skipOf, stage, textOf, WIDE } from './server.ts'

/** Somebody of fifteen tests the limits, with and without a card. Nothing of it is seen. */
describe('a teenager who tests the limits', { skip: skipOf(import.meta.filename) }, () => {
  let box: Stage
  let keeper: Page
  let page: Page
  let member: Page
  before(async () => {
    box = await stage()
    keeper = await box.keeper(WIDE)
    page = await box.visitor(OLD_PHONE)
    member = await withCard(box, keeper, 'Kévin')
  })
  after(() => box?.end())

  const read = async (path: string): Promise<string> => {
    const other = await box.visitor(OLD_PHONE)
    await other.goto(path)
    const text = await textOf(other)
    await other.context().close()
    return text
  }
  async function hangs(words: string): Promise<string> {
    await page.goto('/mur')
    await page.getByLabel('Votre mot').fill(words)
    await page.getByRole('button', { name: 'Accrocher mon mot' }).click()
    return textOf(page)
  }
  async function sends(who: Page, title: string, fields: Record<string, string>): Promise<string> {
    await who.goto('/annonces/proposer')
    await who.getByLabel('En une phrase').fill(title)
    for (const [label, words] of Object.entries(fields))
      await who.getByRole('textbox', { name: new RegExp(`^${label}`) }).fill(words)
    await readHere(who).check()
    await who.locator('main form .acts .button').first().click()
    return textOf(who)
  }

  it('an insult, a name that is disguised and a number wait, and nobody reads them', async () => {
    for (const words of ['sale pute', 'P@ul pue', 'appelez Paul, zéro six 12 34 56 78']) {
      assert.match(await hangs(words), /Il attend d’être lu par Anaïs et Malo/, words)
      assert.ok(!(await read('/mur')).includes(words), words)
    }
    assert.match(await hangs('coucou le village'), /Votre mot est au mur/, 'a greeting is free')
  })

  it('emoji stay, tags do nothing, and letters that turn a line around are taken out', async () => {
    await hangs('fête \u202eici\u202c 🎉 <b onclick=jeu>gros</b>')
    const other = await box.visitor({ ...OLD_PHONE, scripts: true })
    await other.goto('/mur')
    const note = other.locator('.wall > li').filter({ hasText: 'fête' })
    assert.match(await seen(note), /fête ici 🎉 <b onclick=jeu>gros<\/b>/)
    assert.equal(await note.locator('[onclick]').count(), 0)
    await other.context().close()
  })

  it('the same word twice, by the button or by going back, hangs once', async () => {
    await hangs('bonjour le pont')
    await page.goBack()
    await page.getByRole('button', { name: 'Accrocher mon mot' }).click()
    assert.match(await hangs('Bonjour le pont !'), /Ce mot est déjà au mur/)
    assert.equal((await read('/mur')).split(/bonjour le pont/i).length, 2)
  })

  it('17 is nobody’s telephone; the sentence that was typed is still there', async () => {
    const said = await sends(page, 'je donne un ballon', { Prénom: 'Kév', Téléphone: '17' })
    assert.match(said, /« 17 » n’est pas le téléphone de quelqu’un/)
    assert.equal(await page.getByLabel('En une phrase').inputValue(), 'je donne un ballon')
  })

  it('with a card, another’s number, another’s name and an accusation wait for the keeper', async () => {
    for (const [title, kept] of [
      ['je donne un vélo, appelez le 04 99 00 00 72', /04 99 00 00 72/],
      ['Paul est un voleur', /est un voleur/],
    ] as const) {
      assert.match(await sends(member, title, {}), /La personne qui tient la page le lit d’abord/)
      for (const path of ['/', '/annonces', `/chercher?q=${encodeURIComponent('voleur vélo')}`])
        assert.doesNotMatch(await read(path), kept, path)
    }
    await keeper.goto('/a-montrer')
    assert.match(
      await seen(keeper.locator('main')),
      /par la carte de Kévin/,
      'who wrote it is told',
    )
  })

  it('two tabs that send one form write one notice, and say so', async () => {
    await member.goto('/annonces/proposer')
    await member.getByLabel('En une phrase').fill('je donne un panier de basket')
    await readHere(member).check()
    for (const _ of ['one tab', 'the other']) {
      const { status } = await sentAgain(member, 'main form.form')
      assert.equal(status, 303)
    }
    await member.getByRole('button', { name: 'Afficher' }).click()
    await member.goto('/annonces')
    assert.equal((await textOf(member)).split('panier de basket').length, 2)
    assert.match(await sends(member, 'je donne un panier de basket', {}), /déjà/)
  })

  it('somebody else’s arrangements, words and page open for nobody else', async () => {
    for (const path of ['/tenir', '/a-montrer', '/habitants', '/moi/tout.json']) {
      const answer = await page.goto(path)
      assert.doesNotMatch(await textOf(page), /Kévin|Ninon|"member"/, path)
      assert.ok((answer?.status() ?? 0) < 500, path)
    }
  })
})

/** A newcomer whose browser speaks English finds a ride, answers it, and asks for a bicycle. */
describe('a newcomer who reads English only', { skip: skipOf(import.meta.filename) }, () => {
  let box: Stage
  let tom: Page
  before(async () => {
    box = await stage()
    tom = await box.visitor({ ...OLD_PHONE, locale: 'en-GB' })
  })
  after(() => box?.end())

  /** What the house itself says there: all but what carries French as its language. */
  const house = (): Promise<string> =>
    tom.locator('main').evaluate(main => {
      const copy = main.cloneNode(true) as HTMLElement
      for (const one of copy.querySelectorAll('[lang=fr], option')) one.remove()
      return copy.textContent
    })
  const isEnglish = async (): Promise<void> => {
    assert.equal(await tom.locator('html').getAttribute('lang'), 'en')
    const french = (await house()).match(FRENCH) ?? []
    assert.deepEqual(french, [], tom.url())
  }

  it('home, a notice and its answer are in English around people’s French words', async () => {
    await tom.goto('/')
    await isEnglish()
    await tom.getByRole('link', { name: /^Rosa descend/ }).click()
    await isEnglish()
    assert.equal(await tom.locator('h1').getAttribute('lang'), 'fr', 'a voice reads it in French')
    await tom.getByRole('link', { name: 'I am interested' }).click()
    await isEnglish()
    await tom.getByLabel('Your first name').fill('Tom')
    await tom.getByLabel('How to reach you').fill('04 99 00 00 33')
    await tom.getByRole('button', { name: 'Send' }).click()
    await tom.waitForLoadState('domcontentloaded')
    await isEnglish()
    assert.match(await textOf(tom), /Your ticket/)
  })

  it('what he asks for in English waits as he said it, and his mistakes are told in English', async () => {
    await tom.goto('/')
    await tom.getByRole('link', { name: 'I need' }).click()
    await tom.getByLabel('In one sentence').fill('I need a bike')
    await tom.getByRole('button', { name: 'Send' }).click()
    assert.match(await tom.title(), /^To mend/)
    await isEnglish()
    await tom.getByLabel('First name').fill('Tom')
    await tom.getByRole('textbox', { name: /^Telephone/ }).fill('04 99 00 00 33')
    await readHere(tom).check()
    await tom.getByRole('button', { name: 'Send' }).click()
    assert.match(await textOf(tom), /Tom.*I need a bike/)
    await isEnglish()
  })

  it('he finds the help, his ticket, the way in and who keeps the page, from the foot', async () => {
    for (const name of ['Help', 'My ticket', 'Enter']) {
      await tom.goto('/')
      await tom.locator('footer').getByRole('link', { name, exact: true }).click()
      await isEnglish()
    }
    await tom.goto('/')
    await tom.getByRole('link', { name: /^Who keeps this page/ }).click()
    assert.match(await textOf(tom), /Who keeps this page/)
  })
})

/** Words that only French has. */
const FRENCH =
  /(?<![\p{L}’])(?:vous|votre|une|dans|pour|avec|est|sont|les|des|aux|du|qui|ou)(?!\p{L})/gu
