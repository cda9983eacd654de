import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import type { Page } from 'playwright-core'
import { pdf, sound } from '../faults/shelving.ts'
import { type Stage, seen, skipOf, stage, textOf, WIDE } from './server.ts'

const skip = skipOf(import.meta.filename)

/**
 * The shelf, without scripts: a folder is made, filled by the keeper and by a visitor, read, taken
 * away, renewed from a key.
 */
describe('the shelf', { skip }, () => {
  let box: Stage
  let keeper: Page
  let page: Page
  const sent = mkdtempSync(join(tmpdir(), 'cocote-etagere-'))
  const key = join(sent, 'cle')
  const at = (name: string) => join(sent, name)
  const valse = sound(120_000, 5)
  before(async () => {
    writeFileSync(at('La valse.wav'), valse)
    writeFileSync(at('Paroles.pdf'), pdf('les paroles'))
    writeFileSync(at('jeu.exe'), 'MZ')
    mkdirSync(key)
    writeFileSync(join(key, 'Conte d’hiver.pdf'), pdf('il était une fois'))
    writeFileSync(
      join(key, 'etagere.csv'),
      'fichier;titre;auteur;licence\nConte d’hiver.pdf;Le loup du pont;Rosa;CC BY\n',
    )
    box = await stage({ env: { COCOTE_KEYS: key } })
    keeper = await box.keeper(WIDE)
    page = await box.visitor()
  })
  after(async () => {
    await box?.end()
    rmSync(sent, { recursive: true, force: true })
  })

  it('the keeper makes a folder and puts two files in it at once', async () => {
    await keeper.goto('/fichiers')
    await keeper.getByRole('link', { name: 'Faire un dossier' }).click()
    await keeper.getByLabel('Nom du dossier').fill('Veillée du samedi')
    await keeper.getByLabel('À quoi il sert').fill('Les airs qu’on jouera, et leurs paroles.')
    await keeper.getByLabel('Qui peut y apporter').selectOption('tout le monde')
    await keeper.getByRole('button', { name: 'Faire ce dossier' }).click()
    assert.match(await seen(keeper.getByRole('status')), /Le dossier est fait/)
    await keeper.getByRole('link', { name: 'Apporter un fichier' }).click()
    await keeper.locator('input[type=file]').setInputFiles([at('La valse.wav'), at('Paroles.pdf')])
    await keeper.getByRole('button', { name: 'Envoyer' }).click()
    assert.match(await seen(keeper.locator('.refused')), /Il manque « Licence »/)
    assert.ok(await keeper.getByLabel('Fichier 2, déjà reçu').isChecked())
    await keeper.getByLabel('Licence').selectOption('CC BY-SA')
    await keeper.getByRole('button', { name: 'Envoyer' }).click()
    assert.match(await seen(keeper.getByRole('status')), /2 fichiers sont sur l’étagère/)
  })

  it('a visitor finds it, plays it in the page, and takes it away whole', async () => {
    await page.goto('/')
    await page.getByRole('link', { name: 'À lire, à écouter, à emporter' }).click()
    await page.getByRole('link', { name: 'Veillée du samedi' }).click()
    await page.getByRole('link', { name: 'La valse' }).click()
    assert.ok(await page.locator('audio[controls]').isVisible())
    const waiting = page.waitForEvent('download')
    await page.getByRole('link', { name: 'Emporter' }).click()
    const taken = await waiting
    assert.equal(taken.suggestedFilename(), 'La valse.wav')
    await taken.saveAs(at('emporté.wav'))
    assert.ok(readFileSync(at('emporté.wav')).equals(Buffer.from(valse)))
  })

  it('a sound plays in the page, whatever its own answer shuts', async () => {
    // A browser that runs what a test asks of it, and heeds the page's own policy.
    const own = await (
      await box.browser.newContext({ baseURL: box.address, locale: 'fr-FR' })
    ).newPage()
    await own.goto('/fichiers')
    await own.getByRole('link', { name: 'Vos musiques' }).click()
    await own.getByRole('link', { name: 'Huit mesures' }).click()
    const seconds = await own.locator('audio').evaluate(async one => {
      const audio = one as HTMLAudioElement
      const known = new Promise(done => {
        audio.onloadedmetadata = () => done(audio.duration)
        audio.onerror = () => done(audio.error?.message)
      })
      audio.preload = 'auto'
      audio.load()
      return known
    })
    await own.context().close()
    assert.ok(Number(seconds) > 5 && Number(seconds) < 8, String(seconds))
  })

  it('what a visitor brings is first seen by the keeper; a program is refused by its name', async () => {
    await page.goto('/fichiers')
    await page.getByRole('link', { name: 'Vos musiques' }).click()
    await page.getByRole('link', { name: 'Apporter un fichier' }).click()
    await page.getByLabel('Titre').fill('Ma valse')
    await page
      .getByLabel('Licence')
      .selectOption('c’est moi qui l’ai fait, je le donne à lire et à copier')
    await page.getByLabel('Prénom de qui l’apporte').fill('Hugo')
    await page.locator('input[type=file]').setInputFiles([at('jeu.exe')])
    await page.getByRole('button', { name: 'Envoyer' }).click()
    assert.match(await seen(page.locator('.refused')), /« jeu\.exe » n’est pas pris/)
    assert.equal(await page.getByLabel('Titre').inputValue(), 'Ma valse')
    await page.locator('input[type=file]').setInputFiles([at('La valse.wav')])
    await page.getByRole('button', { name: 'Envoyer' }).click()
    assert.match(await seen(page.getByRole('status')), /Merci ! Il sera sur l’étagère/)
    await page.getByRole('link', { name: 'Vos musiques' }).click()
    assert.doesNotMatch(await textOf(page), /Ma valse/)
    await keeper.goto('/tenir')
    await keeper.locator('main').getByRole('link', { name: 'Fichiers à voir (1)' }).click()
    assert.match(await textOf(keeper), /Ma valse.*apporté par Hugo/)
    await keeper.getByRole('button', { name: 'Le mettre sur l’étagère' }).click()
    await page.reload()
    assert.match(await textOf(page), /Ma valse/)
  })

  it('the season’s set is renewed from a key, as its list says', async () => {
    await keeper.goto('/fichiers')
    await keeper.getByRole('link', { name: 'Le choix de la saison' }).click()
    await keeper.getByRole('link', { name: 'Renouveler depuis une clé' }).click()
    await keeper.getByLabel('Sous quelle licence').selectOption('document public')
    await keeper.getByLabel('Saison, si c’est un choix à renouveler').fill('Hiver prochain')
    await keeper.getByRole('button', { name: 'Prendre ces fichiers' }).click()
    // While files are on their way the page comes again by itself.
    await keeper.getByRole('status').filter({ hasText: 'est en place' }).waitFor()
    assert.match(
      await seen(keeper.getByRole('status')),
      /« Hiver prochain » est en place : 1 fichier/,
    )
    await page.goto('/fichiers')
    await page.getByRole('link', { name: 'Le choix de la saison' }).click()
    assert.match(await textOf(page), /Hiver prochain.*Le loup du pont.*Rosa · CC BY/)
    assert.doesNotMatch(await textOf(page), /La râpée/)
  })

  it('the keeper takes a file down, and its address gives nothing any more', async () => {
    await keeper.goto('/fichiers')
    await keeper.getByRole('link', { name: 'Veillée du samedi' }).click()
    await keeper.getByRole('link', { name: 'Paroles' }).click()
    const href = await keeper.getByRole('link', { name: 'Emporter' }).getAttribute('href')
    await keeper.getByText('Retirer ce fichier').click()
    await keeper.getByRole('button', { name: 'Le retirer maintenant' }).click()
    assert.match(await seen(keeper.getByRole('status')), /« Paroles » n’est plus sur l’étagère/)
    assert.equal((await fetch(box.address + href)).status, 404)
  })
})
