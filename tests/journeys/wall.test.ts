import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Page } from 'playwright-core'
import { type Stage, skipOf, stage, textOf } from './server.ts'

const skip = skipOf(import.meta.filename)

/**
 * On the wall, without script and without account: written, found wrong, taken down, told to its
 * author.
 */
describe('a message hangs on the wall, and comes down', { skip }, () => {
  let box: Stage
  let author: Page
  let keeper: Page
  before(async () => {
    box = await stage()
    author = await box.visitor()
    keeper = await box.keeper()
  })
  after(() => box?.end())

  const message = (page: Page) => page.locator('.wall > li').filter({ hasText: 'trop de sel' })

  it('a visitor comes from the home page, reads when it is forgotten, and writes', async () => {
    await author.goto('/')
    await author.getByRole('link', { name: 'Lire le mur, y écrire' }).click()
    assert.match(await textOf(author), /on oublie tout après trois jours/)
    await author.getByLabel('Votre prénom').fill('Lou')
    await author.getByRole('button', { name: 'Accrocher mon mot' }).click()
    assert.equal(
      await author.getByLabel('Votre prénom').inputValue(),
      'Lou',
      'a mistake loses nothing',
    )
    await author.getByLabel('Votre prénom').fill('')
    await author.getByLabel('Votre mot').fill('Encore trop de sel dans la soupe')
    await author.getByRole('button', { name: 'Accrocher mon mot' }).click()
    assert.match(await textOf(author), /Votre mot est au mur.*Il est au mur/s)
  })

  it('somebody finds it wrong: it stays, and the keeper is told on their own page', async () => {
    const other = await box.visitor()
    await other.goto('/mur')
    await message(other).getByText('Ce mot vous gêne').click()
    await message(other)
      .getByRole('button', { name: /^Le dire à/ })
      .click()
    assert.match(await textOf(other), /C’est dit à Anaïs et Malo/)
    assert.equal(await message(other).count(), 1)
    await keeper.goto('/tenir')
    assert.match(await textOf(keeper), /Quelqu’un dit qu’un mot du mur gêne/)
    await keeper
      .locator('main')
      .getByRole('link', { name: 'Quelqu’un dit qu’un mot du mur gêne' })
      .click()
    assert.match(await textOf(keeper), /Quelqu’un dit que ce mot gêne/)
  })

  it('the keeper takes it down with a reason, which its author reads in the tab where they wrote', async () => {
    await message(keeper).locator('summary').click()
    await message(keeper).getByLabel('Pourquoi').fill('On ne se moque de personne ici')
    await message(keeper)
      .getByRole('button', { name: /^Enlever du mur/ })
      .click()
    assert.match(await textOf(keeper), /Enlevés du mur.*trop de sel/s)
    await author.reload()
    assert.match(
      await textOf(author),
      /Il a été enlevé du mur par Anaïs et Malo.*On ne se moque de personne ici/s,
    )
    const other = await box.visitor()
    await other.goto('/mur')
    assert.doesNotMatch(await textOf(other), /trop de sel/)
  })

  it('the keeper puts it back, then its author takes it back for good', async () => {
    await message(keeper).getByRole('button', { name: 'Remettre au mur' }).click()
    await author.reload()
    await author.getByRole('button', { name: 'Reprendre mon mot' }).click()
    assert.match(await textOf(author), /la borne l’oublie/)
    await keeper.goto('/mur')
    assert.doesNotMatch(await textOf(keeper), /trop de sel/)
  })

  it('the keeper chooses an hour, and to read first: the page says both', async () => {
    await keeper.getByLabel('On oublie tout après').selectOption('hour')
    await keeper.getByLabel('Je lis chaque mot').check()
    await keeper.getByRole('button', { name: 'Régler ainsi' }).click()
    await author.goto('/mur')
    assert.match(
      await textOf(author),
      /on oublie tout après une heure.*lu d’abord par Anaïs et Malo/s,
    )
    await author.getByLabel('Votre mot').fill('Bonsoir')
    await author.getByRole('button', { name: 'Accrocher mon mot' }).click()
    assert.match(await textOf(author), /Il attend d’être lu par Anaïs et Malo/)
  })
})
