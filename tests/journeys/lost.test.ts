import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Page } from 'playwright-core'
import { PASSPHRASE } from '../support/demo-folder.ts'
import {
  enter,
  reachedBy,
  type Stage,
  seen,
  sentAgain,
  skipOf,
  stage,
  textOf,
  WIDE,
} from './server.ts'

/** (d) Nothing is lost, nothing is written twice, nobody's change is replaced unseen. */
describe('nothing is lost and nothing is doubled', { skip: skipOf(import.meta.filename) }, () => {
  let box: Stage
  let page: Page
  before(async () => {
    box = await stage()
    page = await box.keeper(WIDE)
  })
  after(() => box?.end())

  const noticeOf = async (title: string) => {
    await page.goto('/annonces')
    return (
      (await page
        .locator('main')
        .getByRole('link', { name: title })
        .first()
        .getAttribute('href')) ?? ''
    )
  }
  /** The form of a notice, with what it folds. */
  const toModify = async (where: Page, path: string) => {
    await where.goto(`${path}/modifier`)
    const folded = where.locator('main form details:not([open]) > summary')
    while (await folded.count()) await folded.first().click()
  }
  const save = (where: Page) => where.getByRole('button', { name: 'Enregistrer' }).click()

  it('the same form posted twice is one notice', async () => {
    const visitor = await box.visitor()
    await visitor.goto('/annonces/chercher')
    await visitor.getByLabel('En une phrase').fill('Blaise cherche un diable pour deux jours')
    await visitor.getByLabel('Prénom').fill('Blaise')
    await reachedBy(visitor, 'au local')
    const first = await sentAgain(visitor, 'form.form')
    const second = await sentAgain(visitor, 'form.form')
    assert.deepEqual([first.status, second.status], [303, 303])
    await page.goto('/a-montrer')
    assert.equal(
      await page.locator('article.sheet').filter({ hasText: 'un diable pour deux jours' }).count(),
      1,
    )
    await visitor.context().close()
  })

  it('a form that somebody else overtook comes back with both values, and neither was written', async () => {
    const path = await noticeOf('Rosa descend à Boën')
    const other = await page.context().newPage()
    for (const one of [page, other]) await toModify(one, path)
    await other.getByLabel('Comment joindre').fill('au café, le lundi')
    await other.getByLabel('Contre quoi').fill('un sourire')
    await save(other)
    await page.getByLabel('Comment joindre').fill('à la poste, le vendredi')
    await save(page)
    const said = await seen(page.locator('.refused'))
    assert.match(said, /Quelqu’un a changé cela pendant que vous écriviez/)
    assert.match(said, /Comment joindre.*au café, le lundi/)
    assert.equal(await page.getByLabel('Comment joindre').inputValue(), 'à la poste, le vendredi')
    await other.goto(path)
    assert.match(await seen(other.locator('.reach')), /au café, le lundi/)
    await save(page)
    assert.match(await seen(page.locator('.reach')), /à la poste, le vendredi/)
    assert.match(
      await seen(page.locator('main')),
      /un sourire/,
      'what the other wrote elsewhere stays',
    )
    await page.goto(`${path}/changements`)
    assert.match(await seen(page.locator('.history')), /au café, le lundi/)
    await other.close()
  })

  it('a mistake sent late keeps what somebody else wrote meanwhile', async () => {
    const path = await noticeOf('Paul prête sa scie à ruban')
    const other = await page.context().newPage()
    for (const one of [page, other]) await toModify(one, path)
    await other.getByLabel('Contre quoi').fill('une tarte')
    await other.getByLabel('Matériaux').check()
    await save(other)
    await page.getByLabel('Combien').fill('une matinée')
    await page.getByLabel('Comment joindre').fill('')
    await save(page)
    assert.match(await seen(page.locator('.refused')), /Il manque « Comment joindre »/)
    await page.getByLabel('Comment joindre').fill('chez lui')
    await save(page)
    assert.match(
      await seen(page.locator('main')),
      /une matinée.*une tarte.*Matériaux/,
      'a list of boxes has no order of its own',
    )
    await other.close()
  })

  it('a long text changed on both sides keeps both', async () => {
    const path = await noticeOf('Paul prête sa scie à ruban')
    const other = await page.context().newPage()
    for (const one of [page, other]) await toModify(one, path)
    const text = page.getByLabel('En dire plus')
    const held = await text.inputValue()
    await other.getByLabel('En dire plus').fill(`${held} Le bois sec seulement.`)
    await save(other)
    await text.fill(`Appeler la veille. ${held}`)
    await save(page)
    const said = await seen(page.locator('main'))
    assert.ok(said.includes('Appeler la veille.') && said.includes('Le bois sec seulement.'), said)
    await other.close()
  })

  it(
    'a post whose visit had ended comes back as a sign-in that holds the form, and goes on ' +
      'after it',
    async () => {
      const path = await noticeOf('Nadia donne des pieds de rhubarbe')
      await toModify(page, path)
      await page.getByLabel('Combien').fill('six pieds')
      await page.context().clearCookies()
      await save(page)
      assert.match(
        await textOf(page),
        /visite où ceci a été écrit s’est refermée.*ce que vous aviez écrit est gardé/,
      )
      await page.getByLabel('Phrase de passe').fill('pas la bonne')
      await page.getByRole('button', { name: 'Entrer' }).click()
      assert.match(await seen(page.locator('.refused')), /Ce n’est pas la bonne phrase/)
      await page.getByLabel('Phrase de passe').fill(PASSPHRASE)
      await page.getByRole('button', { name: 'Entrer' }).click()
      assert.equal(new URL(page.url()).pathname, path)
      assert.match(await seen(page.locator('main')), /six pieds/)
    },
  )

  it('what was taken off the page can be put back from its history', async () => {
    const path = await noticeOf('Nadia donne des pieds de rhubarbe')
    await toModify(page, path)
    await page.getByRole('button', { name: 'Retirer' }).click()
    const visitor = await box.visitor()
    assert.equal((await visitor.goto(path))?.status(), 404)
    assert.match(await textOf(visitor), /Cette page n’existe pas.*Cherchez/)
    await page.goto(`${path}/changements`)
    const removed = page.locator('.history li').filter({ hasText: 'retiré' }).first()
    await removed.getByRole('button', { name: 'Remettre' }).click()
    assert.equal((await visitor.goto(path))?.status(), 200)
    await visitor.context().close()
  })

  it('on one’s own device the visit lasts; elsewhere the button closes it', async () => {
    await page.getByRole('button', { name: 'Sortir' }).click()
    assert.match(await seen(page.getByRole('status')), /C’est refermé/)
    await page.goto('/tenir')
    assert.equal(await page.getByLabel('Phrase de passe').count(), 1)
    await enter(page, PASSPHRASE)
    assert.equal(await page.locator('nav.keeper').count(), 1)
  })
})
