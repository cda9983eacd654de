import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { after, before, describe, it } from 'node:test'
import type { Page } from 'playwright-core'
import { everywhere, plain, type Stage, seen, skipOf, stage, WIDE } from './server.ts'

const NOTES = readFileSync(new URL('../harvest/03-jardin-partage.txt', import.meta.url), 'utf8')
/**
 * Those present and away whom the demonstration does not know, and what the notes say of one of
 * them.
 */
const NEVER = ['Aurore', 'Hakim', 'Pierrot', 'Fatou', 'Denise', 'Oriol', 'arrêt maladie']

/** (c) A keeper comes back from a meeting, and harvests its page by hand. */
describe('a keeper harvests a page', { skip: skipOf(import.meta.filename) }, () => {
  let box: Stage
  let page: Page
  let review = ''
  let meeting = ''
  let left = ''
  before(async () => {
    box = await stage()
    page = await box.keeper(WIDE)
  })
  after(() => box?.end())

  /** Of these words, those that a public page or the search says. */
  const leaked = async (words: readonly string[]) => {
    const all = await everywhere(box.address, words)
    return words.filter(word => all.includes(word))
  }
  const mark = (title: string | RegExp) => page.locator('.mark').filter({ hasText: title })
  /** What the notes say of no commune stands open by itself. */
  const openMeeting = async () => {
    const closed = page.locator('.meeting:not([open]) > summary')
    if (await closed.count()) await closed.click()
  }
  /** Presses such a button until none is left: each press loads the page anew. */
  const pressAll = async (buttons: string) => {
    for (let one = page.locator(buttons).first(); await one.count(); ) await one.click()
  }
  const codeOf = async (name: string) => {
    const strip = page.locator('.strip').filter({ hasText: `« ${name} »` })
    return (await strip.locator('b').nth(1).textContent()) ?? ''
  }
  const key = async (name: string, answer: string, more: Readonly<Record<string, string>> = {}) => {
    await page.goto(`${review}/accord`)
    const code = plain(await codeOf(name))
    await page.goto('/accord')
    await page.getByLabel('Le code de la bande').fill(code)
    await page.getByRole('button', { name: 'Ouvrir' }).click()
    assert.equal(await seen(page.locator('h2')), name)
    await page.getByLabel(answer, { exact: true }).check()
    for (const [label, text] of Object.entries(more)) await page.getByLabel(label).fill(text)
    await page.getByRole('button', { name: 'Enregistrer' }).click()
  }

  it('an address that may not be asked is said plainly, and kept; the notes are pasted instead', async () => {
    await page.goto('/')
    await page.getByRole('link', { name: 'Cueillette' }).click()
    await page.locator('#f-adresse').fill('http://127.0.0.1:9/notes')
    await page.locator('main form .button').click()
    assert.match(await seen(page.locator('.refused')), /adresse/i)
    assert.equal(await page.locator('#f-adresse').inputValue(), 'http://127.0.0.1:9/notes')
    await page.locator('#f-adresse').fill('')
    await page.locator('#f-notes').fill(NOTES)
    await page.locator('main form .button').click()
    review = new URL(page.url()).pathname
    assert.match(review, /^\/cueillette\/[0-9a-z]{26}$/)
    assert.match(await seen(page.locator('main')), /Rien n’est montré avant « Afficher »/)
  })

  it('the text leads; each mark stands beside its words, and nothing is kept beforehand', async () => {
    assert.ok((await page.locator('.mark').count()) > 10)
    assert.equal(await page.locator('.mark.kept').count(), 0)
    const row = page.locator('.row').filter({ has: mark('un broyeur à végétaux') })
    assert.match(await seen(row.locator('.textline')), /Pierrot a un broyeur à végétaux/)
  })

  it('a sentence that the rules missed is a record in two taps, and shows nowhere', async () => {
    await page.locator('.textline label:not([class])', { hasText: 'robinet de la cuve' }).click()
    await page.locator('.kinds').getByRole('button', { name: 'demande' }).click()
    assert.match(await seen(page.getByRole('status')), /Gardé : .*robinet/)
    assert.equal(
      await mark(/demande.*robinet/)
        .locator('.title')
        .count(),
      1,
    )
    assert.equal(await page.locator('.mark.kept').count(), 1)
    await page.getByRole('button', { name: 'Annuler' }).click()
    assert.equal(await page.locator('.mark.kept').count(), 0)
    await page.locator('summary', { hasText: 'laissé' }).first().click()
    await mark(/robinet de la cuve/)
      .getByRole('button', { name: 'remettre' })
      .click()
    await mark(/robinet de la cuve/)
      .getByRole('button', { name: 'garder' })
      .click()
    assert.equal(await page.locator('.mark.kept').count(), 1)
    assert.deepEqual(await leaked(['robinet de la cuve', 'grainothèque', ...NEVER]), [])
  })

  it('a sentence that says somebody waits for other words, and a refusal loses none', async () => {
    await page.locator('.textline label', { hasText: 'Le référent compost' }).click()
    await page.locator('.kinds').getByRole('button', { name: 'idée' }).click()
    assert.match(await seen(page.getByRole('status')), /écrivez-la sans cette personne/)
    await page.locator('.panel [name=title]').fill('')
    await page.getByRole('button', { name: 'Enregistrer et garder' }).click()
    assert.equal(await page.locator('.panel [name=title]').count(), 1, 'the panel stands open')
    await page.locator('.panel [name=title]').fill('Un référent pour le compost')
    await page.getByRole('button', { name: 'Enregistrer et garder' }).click()
    assert.match(await seen(mark('Un référent pour le compost')), /gardé/)
  })

  it('what is typed in a panel is kept, whatever is pressed next', async () => {
    const seeds = page.locator('.mark').filter({ hasText: /projet.*Grainothèque/ })
    await seeds.locator('.title').click()
    await page.locator('.panel [name=title]').fill('La grainothèque de la cabine')
    left = 'Cabane du jardin'
    await mark(left).first().getByRole('button', { name: 'non' }).click()
    assert.equal(
      await page.locator('.mark .title', { hasText: 'La grainothèque de la cabine' }).count(),
      1,
    )
  })

  it('a need that is an idea becomes one; it is tied to its project, and two are made of one', async () => {
    await mark(/robinet de la cuve/)
      .locator('.title')
      .click()
    await page.getByLabel('Ce que c’est').selectOption({ label: 'idée' })
    await page
      .getByLabel('Pour quel projet')
      .selectOption({ label: 'La grainothèque de la cabine' })
    const save = page.locator('.panel').getByRole('button', { name: 'Enregistrer', exact: true })
    await save.click()
    assert.match(await seen(page.locator('.panel legend').first()), /Corriger : idée/)
    await save.click()
    assert.match(await seen(mark(/idée.*robinet/)), /→ La grainothèque de la cabine/)
    await mark(/robinet de la cuve/)
      .locator('.title')
      .click()
    await page.locator('.panel summary', { hasText: 'En faire deux' }).click()
    await page.getByRole('button', { name: 'En faire deux' }).click()
    await page.locator('.panel [name=title]').fill('Une serre commune')
    await page.locator('.panel').getByRole('button', { name: 'Enregistrer', exact: true }).click()
    assert.match(await seen(mark('Une serre commune')), /idée/)
    await mark('Une serre commune').locator('.title').click()
    await page.locator('.panel summary', { hasText: 'En faire deux' }).click()
    await page.getByLabel('C’est la même chose que').selectOption({ index: 1 })
    await page.getByRole('button', { name: 'Les réunir' }).click()
    assert.equal(
      await page.locator('.mark:not(.left)').filter({ hasText: 'Une serre commune' }).count(),
      0,
    )
  })

  it('a way of saying of here is taught with its example, and the notes are read with it', async () => {
    assert.equal(await mark(/demande.*brouette/i).count(), 0)
    await page.getByRole('link', { name: /Chez nous on dit/ }).click()
    await page.getByLabel('Chez nous on dit').fill('quelqu’un a pris')
    await page.getByLabel('Et cela veut dire').selectOption({ label: 'demande' })
    await page.getByLabel('Une phrase d’ici, en exemple').fill('L’échelle est partie.')
    await page.getByRole('button', { name: 'Ajouter' }).click()
    assert.match(await seen(page.locator('.refused')), /L’exemple ne contient pas ces mots/)
    await page.getByLabel('Une phrase d’ici, en exemple').fill('Quelqu’un a pris l’échelle.')
    await page.getByRole('button', { name: 'Essayer' }).click()
    assert.match(await seen(page.locator('main .note')), /demande, L’échelle/)
    await page.getByRole('button', { name: 'Ajouter' }).click()
    assert.match(await seen(page.getByRole('status')), /C’est ajouté/)
    await page.getByRole('link', { name: 'Revenir aux notes' }).click()
    await openMeeting()
    await page.getByRole('button', { name: 'Relire avec ce jour' }).click()
    assert.match(await seen(mark(/demande.*brouette/i)), /peut-être/)
  })

  it('the meeting is mended and the notes read again: what was done by hand stays', async () => {
    await openMeeting()
    await page.getByLabel('Le jour', { exact: true }).fill('2026-10-03')
    await page.getByRole('button', { name: 'Relire avec ce jour' }).click()
    assert.match(await seen(page.getByRole('status')), /C’est relu/)
    assert.match(await seen(page.locator('.head')), /3 octobre/)
    assert.equal(
      await page.locator('.mark .title', { hasText: 'La grainothèque de la cabine' }).count(),
      1,
    )
    assert.match(await seen(mark(/idée.*robinet/)), /gardé/)
  })

  it('one piece is mended whole before it is shown', async () => {
    await mark(/parole/)
      .first()
      .locator('.title')
      .click()
    await page.locator('.panel summary', { hasText: 'En faire deux' }).click()
    await page.getByRole('link', { name: 'Tout ce qu’on peut en dire' }).click()
    await page
      .locator('main form [name=saying]')
      .fill('Le compost, c’est là que tout le monde se parle.')
    await page.getByRole('button', { name: 'Enregistrer' }).click()
    assert.equal(new URL(page.url()).pathname, review)
  })

  it('shown, the meeting tells what came of it, and names nobody', async () => {
    await pressAll('.part > .all button')
    await pressAll('.mark .yes')
    assert.match(await seen(page.locator('#afficher')), /Tout le monde verra.*\d projets.*Personne/)
    await page.getByRole('button', { name: 'Afficher', exact: true }).click()
    assert.match(await seen(page.getByRole('status')), /C’est affiché/)
    meeting = new URL(page.url()).pathname
    assert.match(meeting, /^\/idees\/reunions\/[0-9a-z]{26}$/)
    const visitor = await box.visitor()
    await visitor.goto(meeting)
    const said = await seen(visitor.locator('main'))
    assert.match(said, /Jardin partagé des Chapeliers/)
    assert.match(said, /La grainothèque de la cabine/)
    assert.match(said, /tout le monde se parle/)
    assert.match(said, /autorisation de gouttière/)
    await visitor.goto('/chercher?q=grainotheque')
    assert.ok(
      await visitor
        .locator('main')
        .getByRole('link', { name: 'La grainothèque de la cabine' })
        .count(),
    )
    assert.deepEqual(await leaked(NEVER), [])
    assert.ok(
      !(await everywhere(box.address, [left])).includes(`>${left}</a></h3>`),
      'what was left is not there',
    )
    await visitor.context().close()
  })

  it('the showing is undone as one, and done again', async () => {
    await page.goto(review)
    await page.getByRole('button', { name: 'Défaire cet affichage' }).click()
    assert.match(await seen(page.getByRole('status')), /Plus rien n’est montré/)
    assert.deepEqual(await leaked(['La grainothèque de la cabine', 'tout le monde se parle']), [])
    await page.getByRole('button', { name: 'Afficher', exact: true }).click()
    meeting = new URL(page.url()).pathname
    const visitor = await box.visitor()
    await visitor.goto('/chercher?q=grainotheque')
    assert.match(await seen(visitor.locator('main')), /La grainothèque de la cabine/)
    await visitor.context().close()
  })

  it('the sheet gives each person a code; a wrong one opens nothing', async () => {
    await page.goto(review)
    await page.getByRole('link', { name: 'Imprimer la feuille d’accord' }).click()
    await page.getByRole('button', { name: 'Donner un code à chaque bande' }).click()
    const strips = await page.locator('.strip').allTextContents()
    assert.ok(strips.length >= 6)
    const codes = strips.map(strip => /bande (.+?\d\d.\d\d)/.exec(plain(strip))?.[1])
    assert.equal(new Set(codes).size, strips.length, 'as many codes as strips')
    await page.goto('/accord?code=accord+00+00')
    assert.match(await seen(page.locator('.refused')), /Aucune bande ne porte « accord 00 00 »/)
  })

  it('a strip that says yes shows its person, tied to their project and reached as they said', async () => {
    await key('Aurore', 'oui, avec mon nom', {
      'Pour me joindre, à montrer à tous': 'au marché, le samedi',
    })
    assert.match(await seen(page.getByRole('status')), /Aurore est sur la page/)
    const visitor = await box.visitor()
    await visitor.goto('/chercher?q=aurore')
    await visitor.locator('main').getByRole('link', { name: 'Aurore', exact: true }).click()
    assert.match(await seen(visitor.locator('.reach')), /au marché, le samedi/)
    assert.match(await seen(visitor.locator('main')), /La grainothèque de la cabine/)
    await visitor.getByRole('link', { name: 'La grainothèque de la cabine' }).first().click()
    assert.match(await seen(visitor.locator('main')), /Aurore/)
    await visitor.context().close()
  })

  it('a strip corrects one line, and the meeting says how many have read', async () => {
    await page.goto(`${review}/accord`)
    const code = plain(await codeOf('Pierrot'))
    await page.goto(`/accord?code=${encodeURIComponent(code)}`)
    await page.getByLabel('oui, sans mon nom', { exact: true }).check()
    const line = page.locator('fieldset').filter({ hasText: 'un broyeur à végétaux' })
    await line.getByLabel('à corriger', { exact: true }).check()
    await page.getByRole('button', { name: 'Enregistrer' }).click()
    assert.match(await seen(page.locator('.refused')), /écrivez les mots de la bande/)
    await line.getByRole('textbox').fill('Un broyeur, le dimanche')
    await page.getByRole('button', { name: 'Enregistrer' }).click()
    const visitor = await box.visitor()
    await visitor.goto(meeting)
    const said = await seen(visitor.locator('main'))
    assert.match(said, /Notes relues par 2 sur \d+\./)
    assert.match(said, /Un broyeur, le dimanche/)
    assert.doesNotMatch(said, /Pierrot/)
    await visitor.context().close()
  })

  it('one that says no, or yes without the name, shows nobody; and its strip is done with', async () => {
    await key('Hakim', 'non')
    await key('Fatou', 'oui, sans mon nom')
    assert.deepEqual(await leaked(NEVER.filter(name => name !== 'Aurore')), [])
    await page.goto(`${review}/accord`)
    const sheet = await seen(page.locator('main'))
    assert.ok(
      !sheet.includes('« Hakim »') && !sheet.includes('« Aurore »') && sheet.includes('« Lucie »'),
    )
  })
})
