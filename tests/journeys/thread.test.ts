import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Page } from 'playwright-core'
import { PHONE, type Stage, seen, skipOf, stage, textOf, WIDE } from './server.ts'

const NOTES = `# Soirée du four, 12 novembre 2026, au local

## Idées
- Idée : rallumer le four banal du bourg.

## À faire
- À faire : ramoner le four avant l'hiver.
`
const IDEA = /four banal/
const TASK = /amoner le four/

/** A sentence of the notes, from its line to what was done and to what the council answered. */
describe('the thread of a sentence', { skip: skipOf(import.meta.filename) }, () => {
  let box: Stage
  let keeper: Page
  let idea = ''
  before(async () => {
    box = await stage()
    keeper = await box.keeper(WIDE)
  })
  after(() => box?.end())

  const pathOf = (page: Page): string => new URL(page.url()).pathname
  const asVisitor = async (path: string): Promise<string> => {
    const page = await box.visitor(PHONE)
    await page.goto(path)
    const text = await textOf(page)
    await page.context().close()
    return text
  }

  it('notes are pasted, two sentences are kept and shown', async () => {
    await keeper.goto('/cueillette')
    await keeper.locator('#f-notes').fill(NOTES)
    await keeper.locator('main form .button').click()
    for (const [words, kind] of [
      [IDEA, 'idée'],
      [TASK, 'suite'],
    ] as const) {
      const mark = keeper.locator('.mark').filter({ hasText: words })
      if ((await mark.count()) > 0) {
        await mark.first().locator('.yes').click()
        continue
      }
      await keeper.locator('.textline label', { hasText: words }).first().click()
      await keeper.locator('.kinds').getByRole('button', { name: kind }).click()
    }
    await keeper.getByRole('button', { name: /^Afficher/ }).click()
    assert.match(pathOf(keeper), /^\/idees\/reunions\//)
    assert.match(
      await seen(keeper.locator('main')),
      /De ce qui a été dit là : 1 chose à faire, 1 qui attend/,
    )
  })

  it('the idea is answered, and becomes what was to be done', async () => {
    await keeper.locator('main').getByRole('link', { name: IDEA }).first().click()
    idea = pathOf(keeper).slice(pathOf(keeper).lastIndexOf('/') + 1)
    assert.match(await asVisitor(`/fil/${idea}`), /Personne n’a encore répondu\. On peut en parler/)
    await keeper.getByLabel('J’en suis').check()
    await keeper.getByLabel('Votre prénom').fill('Célestine')
    await keeper.getByLabel('Comment vous joindre').fill('au lavoir, le lundi')
    await keeper.getByRole('button', { name: 'Envoyer' }).click()
    await keeper.goto(`/idees/idee/${idea}`)
    const choices = keeper.locator('[name=became]')
    const [task] = await choices.locator('option').filter({ hasText: TASK }).all()
    await choices.selectOption((await task?.getAttribute('value')) ?? '')
    await keeper.locator('form[action$="/devenue"] button').click()
    assert.match(await seen(keeper.locator('main')), /Elle est devenue : .*amoner le four/)
  })

  it('what was to be done is done, and is asked of the council, which answers', async () => {
    await keeper.goto('/mes-suites')
    const line = keeper.locator('li').filter({ hasText: TASK })
    await line.getByRole('button', { name: 'C’est fait' }).click()
    await keeper.goto(`/fil/${idea}`)
    await keeper.getByRole('link', { name: 'En faire une demande aux élus' }).click()
    assert.match(await seen(keeper.locator('main')), /D’où ça vient : .*four banal/)
    await keeper.getByLabel('La demande, en une question').fill('Le four peut-il servir ?')
    await keeper.getByLabel('Qui demande').fill('le comité des fêtes')
    await keeper.getByLabel('Comment joindre').fill('au local, le mercredi')
    await keeper.getByLabel('Pourquoi').fill('Le pain ferait venir du monde.')
    await keeper.getByText('la communauté de communes', { exact: true }).click()
    await keeper.getByRole('button', { name: 'Porter cette demande' }).click()
    await keeper.getByText('en partie', { exact: true }).click()
    await keeper.getByLabel('Avec quels mots').fill('Le dimanche seulement.')
    await keeper.getByRole('button', { name: 'Noter cette réponse' }).click()
  })

  it('« Ça s’est fait » leads to its thread, which anybody reads in order', async () => {
    const page = await box.visitor(PHONE)
    await page.goto('/')
    await page.locator('main').getByRole('link', { name: TASK }).first().click()
    await page.getByRole('link', { name: 'Son histoire' }).click()
    const text = await seen(page.locator('main'))
    const steps = [
      'Dit en réunion, une idée',
      'Soirée du four',
      'au local',
      'J’en suis : Célestine',
      'Ça s’est fait',
      'Demandé à ceux qui décident',
      'oui, en partie',
      'Le dimanche seulement.',
      'Et maintenant',
    ]
    for (const step of steps) assert.ok(text.includes(step), `${step} is not in ${text}`)
    assert.ok(!text.includes('lavoir'), 'how to reach who answered stays with the keeper')
    assert.ok(!text.includes('mot pour mot'))
    assert.ok(
      (await page.evaluate(() => document.documentElement.scrollWidth)) <= PHONE.width,
      'the thread is wider than the screen',
    )
    const print = await page
      .getByRole('link', { name: 'Imprimer sur une demi-feuille' })
      .getAttribute('href')
    const answer = await page.request.get(print ?? '')
    assert.equal((await answer.body()).toString('latin1', 0, 5), '%PDF-')
    await page.context().close()
  })

  it('the keeper reads beside it the words of the notes, and how Célestine is reached', async () => {
    await keeper.goto(`/fil/${idea}`)
    const text = await seen(keeper.locator('main'))
    assert.match(text, /mot pour mot.*rallumer le four banal/)
    assert.match(text, /Célestine : au lavoir, le lundi/)
  })

  it('a mayor reads on the diagnosis what became of the evening, and goes to it', async () => {
    const page = await box.visitor(WIDE)
    await page.goto('/diagnostic')
    await page.getByRole('link', { name: /12 novembre.* : 2 choses faites\.$/ }).click()
    assert.match(await seen(page.locator('main')), /12 novembre.* : 2 choses faites\./)
    await page.getByRole('link', { name: IDEA }).click()
    assert.match(pathOf(page), /^\/fil\//)
    await page.context().close()
  })

  it('a sentence that is taken off leaves every thread', async () => {
    await keeper.goto(`/idees/idee/${idea}/modifier`)
    await keeper.locator('form[action="/retirer"] button').click()
    const answer = await fetch(`${box.address}/fil/${idea}`)
    assert.equal(answer.status, 404)
    assert.ok(!(await asVisitor('/fils')).includes('four banal'))
  })
})
