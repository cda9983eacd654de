import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Page } from 'playwright-core'
import { showPiece, waitingPiece } from './people.ts'
import {
  everywhere,
  reachedBy,
  type Stage,
  seen,
  skipOf,
  stage,
  textOf,
  WIDE,
  WIDTHS,
} from './server.ts'

/**
 * (b) A visitor, without account, sends the four things that anyone may; the keeper shows or leaves
 * them.
 */
describe('a visitor offers something', { skip: skipOf(import.meta.filename) }, () => {
  let box: Stage
  let keeper: Page
  before(async () => {
    box = await stage()
    keeper = await box.keeper(WIDE)
  })
  after(() => box?.end())

  for (const width of WIDTHS)
    it(`a form with mistakes comes back filled in, the sentence beside its field, at ${width} px`, async () => {
      const page = await box.visitor({ width })
      await page.goto('/')
      await page.getByRole('link', { name: 'Je propose' }).click()
      await page.getByLabel('En une phrase').fill('Odile prête son échelle, « si on la rend »')
      await page.getByLabel('Prénom').fill('Odile')
      await page.getByRole('button', { name: 'Envoyer' }).click()
      const said = page.locator('.refused')
      assert.match(await seen(said), /Dites comment vous joindre/)
      assert.equal(await said.getByRole('link').first().getAttribute('href'), '#f-reachBy')
      assert.match(
        await seen(page.locator('.group-field.wrong').first()),
        /Comment vous joindre \(à remplir\) Dites comment vous joindre/,
      )
      assert.equal(
        await page.getByLabel('En une phrase').inputValue(),
        'Odile prête son échelle, « si on la rend »',
      )
      assert.equal(await page.getByLabel('Prénom').inputValue(), 'Odile')
      await reachedBy(page, 'au local')
      await page.getByRole('button', { name: 'Préciser d’abord' }).click()
      assert.match(
        await seen(page.locator('.pieces')),
        /Vous prêtez « Odile prête son échelle, « si on la rend » » .*sans dernier jour/,
      )
      const { height = 0 } = (await page.locator('body').boundingBox()) ?? {}
      assert.ok(height > 0 && height < 1_300, `as many radios as one asks for: ${height}`)
      await page.getByText('Vous prêtez').click()
      assert.ok(
        await page.getByLabel('je prête').isChecked(),
        'what the sentence tells is proposed',
      )
      await page.getByText('sans dernier jour').click()
      await page.getByLabel('Jusqu’au').fill('2020-02-03')
      await page.getByRole('button', { name: 'Envoyer' }).click()
      assert.match(await seen(page.locator('.refused')), /ce jour est déjà passé/)
      assert.equal(
        await page.getByLabel('Jusqu’au').inputValue(),
        '2020-02-03',
        'the page that holds the mistake is back',
      )
      await page.context().close()
    })

  it(
    'sent right, it says who reads it, waits where nobody sees it, and is on the home page ' +
      'once the keeper shows it',
    async () => {
      const page = await box.visitor()
      await page.goto('/annonces/proposer')
      await page.getByLabel('En une phrase').fill('Odile prête son échelle coulissante')
      await page.getByLabel('Prénom').fill('Odile')
      await reachedBy(page, 'à la boulangerie, avant midi')
      await page.getByRole('button', { name: 'Envoyer' }).click()
      assert.match(await seen(page.getByRole('status')), /Merci\..* lue par Anaïs et Malo/)
      assert.ok(!(await everywhere(box.address, ['coulissante'])).includes('coulissante'))
      const piece = await waitingPiece(keeper, 'échelle coulissante')
      assert.match(await seen(piece), /à la boulangerie, avant midi/)
      await piece.getByRole('button', { name: /^Afficher/ }).click()
      await page.goto('/')
      await page.getByRole('link', { name: 'Odile prête son échelle coulissante' }).click()
      assert.match(
        await seen(page.locator('.reach')),
        /Pour joindre Odile : à la boulangerie, avant midi/,
      )
      await page.context().close()
    },
  )

  it('a need that the keeper leaves, with a reason, is shown nowhere and waits no more', async () => {
    const page = await box.visitor(WIDE)
    await page.goto('/')
    await page.getByRole('link', { name: 'Un coup de main ?' }).click()
    assert.equal(await page.locator('[name=hand]').inputValue(), 'yes')
    await page.getByLabel('En une phrase').fill('Vente de tapis de Samarcande en gros')
    await page.getByLabel('Prénom').fill('Tapio')
    await reachedBy(page, 'par téléphone')
    await page.getByRole('button', { name: 'Envoyer' }).click()
    const piece = await waitingPiece(keeper, 'Samarcande')
    await piece.getByLabel('Pourquoi').fill('une réclame, pas une demande')
    await piece.getByRole('button', { name: 'Ne pas afficher' }).click()
    assert.match(await seen(keeper.getByRole('status')), /ne sera pas affiché.*Annuler/)
    const left = await waitingPiece(keeper, 'Samarcande')
    assert.match(
      await seen(left),
      /pas affiché : une réclame/,
      'it is told apart, until it is erased',
    )
    assert.equal(await left.getByRole('button', { name: /^Afficher/ }).count(), 0)
    const all = await everywhere(box.address, ['Samarcande', 'réclame'])
    assert.ok(!all.includes('Samarcande') && !all.includes('une réclame, pas'))
    await page.context().close()
  })

  it('“J’en suis” on an idea waits, is shown, and counts as a first name', async () => {
    const page = await box.visitor()
    await page.goto('/idees/idee')
    await page
      .locator('main')
      .getByRole('link', { name: 'Une épicerie tenue à plusieurs, ou des paniers' })
      .click()
    await page.getByLabel('J’en suis').check()
    await page.getByLabel('Votre prénom').fill('Ondine')
    await page.getByRole('button', { name: 'Envoyer' }).click()
    assert.match(
      await seen(page.locator('.refused')),
      /joindre/,
      'who comes must be told of the day',
    )
    await page.getByLabel('Comment vous joindre').fill('04 99 00 00 21')
    await page.getByRole('button', { name: 'Envoyer' }).click()
    assert.match(await seen(page.getByRole('status')), /lu par Anaïs et Malo/)
    await page.getByRole('link', { name: 'Revenir où j’en étais' }).click()
    assert.ok(!(await seen(page.locator('main'))).includes('Ondine'))
    const piece = await waitingPiece(keeper, 'Ondine')
    assert.match(await seen(piece), /04 99 00 00 21/, 'the keeper knows how to reach')
    await piece.getByRole('button', { name: /^Afficher/ }).click()
    await page.reload()
    assert.match(await seen(page.locator('main')), /Ondine/)
    assert.ok(
      !(await everywhere(box.address, ['Ondine', '04 99 00 00 21'])).includes('99 00 00 21'),
      'the telephone stays with the keeper',
    )
    await page.context().close()
  })

  it('“J’en suis” on an event of the agenda is counted there once shown', async () => {
    const page = await box.visitor(WIDE)
    await page.goto('/agenda')
    await page
      .locator('main')
      .getByRole('link', { name: 'Café de réparation, s’il y a cinq personnes' })
      .first()
      .click()
    const event = page.url()
    await page.getByRole('link', { name: 'J’en suis', exact: true }).click()
    await page.getByLabel('J’en suis').check()
    await page.getByLabel('Votre prénom').fill('Philémon')
    await page.getByLabel('Comment vous joindre').fill('au bar, le soir')
    await page.getByRole('button', { name: 'Envoyer' }).click()
    assert.match(await seen(page.getByRole('status')), /lu par/)
    await showPiece(keeper, 'Philémon')
    await page.goto(event)
    assert.match(await seen(page.locator('main')), /Philémon/)
    await page.context().close()
  })

  it('an answer to what is to confirm waits too, then is told with its day', async () => {
    const page = await box.visitor()
    await page.goto('/a-confirmer')
    await page.getByRole('link', { name: 'Le marché de Boën' }).click()
    const form = page.url()
    assert.ok(await page.locator('input[name=says][value=yes]').isChecked())
    await page.locator('[name=said]').fill('J’y étais jeudi, il y avait quatre étals.')
    await page.locator('[name=who]').fill('Sidonie')
    await page.locator('main form button').first().click()
    assert.match(await seen(page.getByRole('status')), /Merci/)
    assert.ok(!(await everywhere(box.address, ['Sidonie'])).includes('Sidonie'))
    await showPiece(keeper, 'quatre étals')
    await page.goto(form)
    assert.match(await seen(page.locator('main')), /Sidonie.*quatre étals/)
    await page.context().close()
  })

  it('what is nasty is said back as it was typed, and never runs', async () => {
    const page = await box.visitor({ scripts: true })
    const words = '<script>document.title="pris"</script>"><img src=x onerror=alert(1)> \u202eolé'
    await page.goto('/annonces/proposer')
    await page.getByLabel('En une phrase').fill(words)
    await page.getByRole('button', { name: 'Envoyer' }).click()
    assert.match(await page.title(), /Je propose/)
    assert.ok((await page.getByLabel('En une phrase').inputValue()).startsWith('<script>'))
    await page.getByLabel('En une phrase').fill('mot '.repeat(150_000))
    await reachedBy(page, 'au local')
    await page.getByRole('button', { name: 'Envoyer' }).click()
    assert.match(await textOf(page), /C’est trop gros.*Coupez-le/)
    await page.context().close()
  })
})
