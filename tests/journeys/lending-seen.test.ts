import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Page } from 'playwright-core'
import { PHONE, plain, reachedBy, type Stage, skipOf, stage, textOf } from './server.ts'

/** What stands before the eyes of whoever followed a link to a place of the page. */
const answerOn = async (page: Page): Promise<string> => {
  const answer = page.locator('#reponse')
  await answer.waitFor()
  return plain((await answer.textContent()) ?? '')
}

describe('what is lent is seen', { skip: skipOf(import.meta.filename) }, () => {
  let box: Stage
  before(async () => {
    box = await stage()
  })
  after(() => box?.end())

  it('« Le local est libre samedi ? » is answered in one tap from the first page', async () => {
    const page = await box.visitor(PHONE)
    await page.goto('/')
    await page.getByRole('link', { name: /^Le local.*(?:libre|pris)/ }).click()
    assert.match(await answerOn(page), /libre|pris/)
    await page.getByRole('textbox', { name: 'Libre quel jour' }).fill('samedi en huit')
    await page.getByRole('button', { name: 'Regarder' }).click()
    assert.match(
      await answerOn(page),
      /^Samedi .*: (?:c’est libre|pris de .* Le reste du jour est libre)/,
    )
    await page.goBack()
    await page.getByRole('link', { name: 'Le mois' }).click()
    assert.match(await textOf(page), /Le local.: \p{L}+ \d{4}/u)
  })

  it('a notice of the demonstration leads to the thing that was made of it', async () => {
    const page = await box.visitor(PHONE)
    await page.goto('/annonces?q=scie')
    await page.getByRole('link', { name: /Paul prête sa scie à ruban/ }).click()
    await page.getByRole('link', { name: 'Les jours où c’est libre' }).click()
    assert.match(await textOf(page), /Scie à ruban.*Libre.*Il reste à côté la première fois/s)
  })

  it('the author of a notice makes a thing of it in one act, and sets it', async () => {
    const keeper = await box.keeper()
    await keeper.goto('/')
    await keeper.getByRole('link', { name: 'Je propose' }).click()
    await keeper.getByLabel('En une phrase').fill('Odile prête son échelle, si on la rend')
    await keeper.getByLabel('Prénom').fill('Odile')
    await reachedBy(keeper, 'au local')
    await keeper.getByRole('button', { name: 'Afficher' }).click()
    await keeper.goto('/annonces?q=échelle')
    await keeper.getByRole('link', { name: /Odile prête son échelle/ }).click()
    await keeper.getByRole('button', { name: 'La mettre à prêter, avec ses jours' }).click()
    assert.match(await textOf(keeper), /Échelle, si on la rend/)
    await keeper.getByRole('link', { name: 'Régler' }).click()
    await keeper.getByText('Contre quoi').click()
    await keeper.getByLabel('Caution').fill('50 €')
    await keeper.getByRole('button', { name: 'Garder' }).click()
    assert.match(await textOf(keeper), /Caution 50.€\./)
    await keeper.getByRole('link', { name: 'Son histoire' }).click()
    await keeper.getByText('Noter un entretien').first().click()
    await keeper.getByLabel('Ce qui a été fait').fill('Lame changée')
    await keeper.getByRole('button', { name: 'Noter un entretien' }).click()
    assert.match(await textOf(keeper), /Lame changée/)
  })
})
