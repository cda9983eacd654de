import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Page } from 'playwright-core'
import { pattern } from '../../src/core/pattern.ts'
import { reachedBy, type Stage, seen, skipOf, stage, WIDE } from './server.ts'

/**
 * (h) Notices meet: who reads one is told what answers it, why, and whom to reach; the keeper says
 * what is not it.
 */
describe('notices meet', { skip: skipOf(import.meta.filename) }, () => {
  let box: Stage
  let keeper: Page
  before(async () => {
    box = await stage()
    keeper = await box.keeper(WIDE)
  })
  after(() => box?.end())

  it(
    'Anaïs’s *piste* for paper by pallets finds the school’s drawing paper, and never her own ' +
      'workshop',
    async () => {
      const page = await box.visitor(WIDE)
      await page.goto('/annonces')
      await page
        .getByRole('link', { name: 'Anaïs a une piste pour du papier par palettes' })
        .click()
      const beside = await seen(page.locator('aside'))
      assert.match(beside, /Qui le cherche Hugo cherche du papier à dessin pour l’école de Trelins/)
      assert.match(beside, /Les deux parlent de papier/)
      assert.match(beside, /à l’école de Trelins, à la sortie/)
      assert.doesNotMatch(beside, /reliure|Ce n’est pas ça/)
      await page.context().close()
    },
  )

  it('a need that was just written is shown what answers it, the inventory too', async () => {
    await keeper.goto('/annonces/chercher')
    await keeper.getByLabel('En une phrase').fill('Solange cherche un marché pour ses confitures')
    await keeper.getByLabel('Prénom').fill('Solange')
    await reachedBy(keeper, 'au local')
    await keeper.getByRole('button', { name: /^Afficher/ }).click()
    assert.match(
      await seen(keeper.locator('aside')),
      pattern()`
        Ce qui y répond Le marché de Boën Les deux parlent de marché\.
        ${' '}Joindre Solène, qui place les étals
      `,
    )
  })

  it(
    '*Ce n’est pas ça* takes it away, says so, and the need then waits with those that ' +
      'nothing answers',
    async () => {
      await keeper.getByRole('button', { name: 'Ce n’est pas ça' }).click()
      assert.match(await seen(keeper.getByRole('status')), /ne seront plus rapprochées/)
      assert.doesNotMatch(await seen(keeper.locator('main')), /à la mairie de Boën/)
      await keeper.getByRole('button', { name: 'Ce n’est pas ça' }).click()
      assert.equal(await keeper.locator('aside').count(), 0)
      await keeper.goto('/tenir')
      await keeper.getByRole('link', { name: 'Ce qui attend une réponse' }).click()
      const page = await seen(keeper.locator('main'))
      assert.match(page, /Malo cherche un terrain à cultiver.*Solange cherche un marché/)
      assert.doesNotMatch(page, /Hugo cherche du papier/)
    },
  )
})
