import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Page } from 'playwright-core'
import { type Stage, skipOf, stage, textOf } from './server.ts'

const skip = skipOf(import.meta.filename)

/** Without script: the keeper asks about a project, notes *pas encore*, asks again, has a yes. */
describe('a question to one named person, until there is an answer', { skip }, () => {
  let box: Stage
  let keeper: Page
  let project = ''
  before(async () => {
    box = await stage()
    keeper = await box.keeper()
  })
  after(() => box?.end())

  it('it is asked from the page of what it is about', async () => {
    await keeper.goto('/annuaire/projets')
    await keeper.locator('main .notices h3 a').first().click()
    project = new URL(keeper.url()).pathname
    await keeper.getByRole('link', { name: 'Poser une question à quelqu’un' }).click()
    await keeper.getByRole('button', { name: 'Noter la question' }).click()
    assert.match(await textOf(keeper), /La question/)
    await keeper.getByLabel('La question').fill('Prêteriez-vous la cave\u00a0?')
    await keeper.getByRole('button', { name: 'Noter la question' }).click()
    assert.match(await textOf(keeper), /Dites à qui/)
    assert.equal(
      await keeper.getByLabel('La question').inputValue(),
      'Prêteriez-vous la cave\u00a0?',
    )
    await keeper.getByLabel('À qui').fill('Odile, du pressoir')
    await keeper.getByLabel('Par qui').fill('Malo')
    await keeper.getByRole('button', { name: 'Noter la question' }).click()
    assert.match(await textOf(keeper), /La question est notée.*à Odile, du pressoir · à propos de/s)
  })

  it('it waits on the keeper’s page, and stands on the page of the project for nobody else', async () => {
    await keeper.goto('/tenir')
    assert.match(await textOf(keeper), /questions attendent une réponse/)
    await keeper.goto(project)
    assert.match(await textOf(keeper), /Questions posées à ce sujet.*Prêteriez-vous la cave/s)
    const visitor = await box.visitor()
    await visitor.goto(project)
    assert.doesNotMatch(await textOf(visitor), /pressoir|Prêteriez-vous la cave/)
    assert.equal((await visitor.goto('/questions'))?.status(), 403)
  })

  it('not yet; asked again; yes; undone, and answered once more', async () => {
    const answer = async (said: string, words: string) => {
      await keeper.getByLabel(said, { exact: true }).check()
      await keeper.getByLabel('Ce qui a été dit').fill(words)
      await keeper.getByRole('button', { name: 'C’est sa réponse' }).click()
    }
    await keeper.goto('/questions')
    await keeper.getByRole('link', { name: 'Prêteriez-vous la cave' }).click()
    await answer('pas encore', 'Après les vendanges')
    assert.match(await textOf(keeper), /La question attend toujours.*Pas encore/s)
    await keeper.getByText('Redemander', { exact: true }).click()
    await keeper.getByRole('button', { name: 'C’est redemandé' }).click()
    assert.match(await textOf(keeper), /Pas de réponse encore.*Après les vendanges/s)
    await answer('oui', 'Le jeudi')
    assert.match(await textOf(keeper), /La réponse est notée.*Le jeudi.*Après les vendanges/s)
    await keeper.getByRole('button', { name: 'Annuler' }).click()
    assert.doesNotMatch(await textOf(keeper), /Le jeudi/)
    await answer('oui', 'Le vendredi')
    await keeper.goto('/questions')
    assert.match(await textOf(keeper), /Ont leur réponse.*Prêteriez-vous la cave.*Le vendredi/s)
  })
})
