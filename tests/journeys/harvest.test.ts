import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { after, before, describe, it } from 'node:test'
import type { Locator, Page } from 'playwright-core'
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
  /** Unfolds what is folded in it. */
  const unfold = async (where: Locator) => {
    for (let one = where.locator('details:not([open]) > summary').first(); await one.count(); )
      await one.click()
  }
  /** A group of the review, open for choosing. */
  const opened = async (title: string) => {
    const legend = page.locator('legend', { hasText: new RegExp(`^${title.replace(' :', '.:')}$`) })
    const group = page.locator('fieldset.group').filter({ has: legend })
    await unfold(group)
    return group
  }
  const titled = (title: string) =>
    page
      .locator('li.piece')
      .filter({ has: page.locator('.as-is').getByText(title, { exact: true }) })
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
    assert.match(await seen(page.locator('main')), /Deux Lucie : la même ?/)
  })

  it('each piece leads to its words in the text beside', async () => {
    const marks = page.locator('.source mark')
    assert.ok((await marks.count()) > 10)
    const to = await page.locator('li.piece .where a').first().getAttribute('href')
    assert.equal(await page.locator(`.source [id="${to?.slice(1)}"]`).count(), 1)
  })

  it(
    'nothing is ticked beforehand; a piece is left out, a title mended, and kept for later ' +
      'shows nothing',
    async () => {
      assert.equal(
        await page.locator('form.pieces :is([type=checkbox], [value=oui]):checked').count(),
        0,
      )
      const rest = await opened('Sans projet : idées, annonces, lieux, rendez-vous')
      await rest.getByLabel('Choisir', { exact: true }).check()
      const places = rest.locator('li.piece:not(.held)').filter({ hasText: 'lieu' }).first()
      left = await places.locator('[name^="titre."]').inputValue()
      for (const one of await rest.locator('[name^="garder."]').all()) await one.check()
      await places.getByRole('checkbox').uncheck()
      const project = await opened('Grainothèque')
      await project
        .locator('li.piece')
        .first()
        .locator('[name^="titre."]')
        .fill('La grainothèque de la cabine')
      await page.getByRole('button', { name: 'Mettre de côté' }).click()
      assert.equal(new URL(page.url()).pathname, review)
      assert.match(await seen(page.getByRole('status')), /Rien n’est affiché/)
      assert.deepEqual(await leaked(['grainothèque', 'Chapeliers', ...NEVER]), [])
      assert.equal(await titled('La grainothèque de la cabine').count(), 1)
      await unfold(page.locator('form.pieces'))
      const again = titled(left).first()
      assert.ok(!(await again.getByRole('checkbox').isChecked()), 'what was left stays left')
    },
  )

  it('one piece is mended whole before it is shown', async () => {
    const voice = (await opened('Paroles')).locator('li.piece').first()
    await voice.getByRole('button', { name: 'corriger' }).click()
    await page
      .locator('main form [name=saying]')
      .fill('Le compost, c’est là que tout le monde se parle.')
    await page.getByRole('button', { name: 'Enregistrer' }).click()
    assert.equal(new URL(page.url()).pathname, review)
  })

  it('shown, the meeting tells what came of it, and names nobody', async () => {
    await unfold(page.locator('form.pieces'))
    // Everything is kept but the group in which something was left out: there, what was ticked
    // stays.
    for (const one of await page.locator('fieldset.group:has([value=oui])').all())
      if ((await one.locator('[name^="garder."]:checked').count()) === 0)
        await one.getByLabel('Tout garder', { exact: true }).check()
    await page.getByRole('button', { name: 'Afficher', exact: true }).click()
    assert.equal(new URL(page.url()).pathname, review)
    assert.match(await seen(page.getByRole('status')), /C’est affiché, sauf/)
    assert.ok((await page.locator('li.piece.held').count()) > 0, 'what names somebody is held')
    await page.getByRole('link', { name: 'La page de la réunion' }).click()
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
    await key('Aurore', 'oui', { 'Pour me joindre, à montrer à tous': 'au marché, le samedi' })
    assert.match(await seen(page.getByRole('status')), /Aurore est sur la page/)
    const visitor = await box.visitor()
    await visitor.goto('/chercher?q=aurore')
    await visitor.locator('main').getByRole('link', { name: 'Aurore' }).click()
    assert.match(await seen(visitor.locator('.reach')), /au marché, le samedi/)
    assert.match(await seen(visitor.locator('main')), /La grainothèque de la cabine/)
    await visitor.getByRole('link', { name: 'La grainothèque de la cabine' }).first().click()
    assert.match(await seen(visitor.locator('main')), /Aurore/)
    await visitor.context().close()
  })

  it('one that says no, or yes without the name, shows nobody; and its strip is done with', async () => {
    await key('Hakim', 'non')
    await key('Fatou', 'oui, sans mon nom')
    assert.deepEqual(await leaked(NEVER.filter(name => name !== 'Aurore')), [])
    await page.goto(`${review}/accord`)
    const sheet = await seen(page.locator('main'))
    assert.ok(
      !sheet.includes('« Hakim »') &&
        !sheet.includes('« Aurore »') &&
        sheet.includes('« Pierrot »'),
    )
  })
})
