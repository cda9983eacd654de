import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { plain, type Stage, seen, skipOf, stage, WIDE } from './server.ts'

/** A photo of a telephone that says where it was taken. */
const photo = (r: number) =>
  sharp({ create: { width: 1_600, height: 1_200, channels: 3, background: { r, g: 90, b: 40 } } })
    .withExif({
      IFD0: { Make: 'Téléphone d’Odile' },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '45/1 40/1 1234/100',
        GPSLongitudeRef: 'E',
        GPSLongitude: '3/1 51/1 5678/100',
      },
    })
    .jpeg()
    .toBuffer()

/**
 * (n) Photos, without scripts: sent by a visitor, read by the keeper, shown, and gone with what
 * they show.
 */
describe('a notice with photos', { skip: skipOf(import.meta.filename) }, () => {
  let box: Stage
  let keeper: Page
  let page: Page
  const sent = mkdtempSync(join(tmpdir(), 'cocote-photos-'))
  const at = (name: string) => join(sent, name)
  before(async () => {
    writeFileSync(at('a.jpg'), await photo(160))
    writeFileSync(at('b.jpg'), await photo(60))
    writeFileSync(at('lettre.jpg'), 'Chère Odile, ceci n’est pas une photo.')
    box = await stage()
    keeper = await box.keeper(WIDE)
    page = await box.visitor()
  })
  after(async () => {
    await box?.end()
    rmSync(sent, { recursive: true })
  })
  const status = async (address: string) => (await fetch(box.address + address)).status
  const sources = (where: Page) =>
    where
      .locator('.photos img')
      .evaluateAll(all => all.map(one => new URL((one as HTMLImageElement).src).pathname))

  it('what is no picture is said by its name, and the photo beside it is not asked for twice', async () => {
    await page.goto('/annonces/proposer')
    await page.getByLabel('En une phrase').fill('Odile donne sa table de ferme')
    await page.getByLabel('Prénom').fill('Odile')
    await page.getByLabel('passer par quelqu’un').check()
    await page.locator('#f-accord-voisins').check()
    await page.getByLabel('Qui, où, quand').fill('au bar, le mardi')
    await page.getByRole('button', { name: 'Préciser d’abord' }).click()
    await page.locator('input[type=file]').setInputFiles([at('a.jpg'), at('lettre.jpg')])
    await page.getByRole('button', { name: 'Envoyer' }).click()
    assert.match(await seen(page.locator('.refused')), /« lettre\.jpg » n’est pas une photo/)
    assert.ok(await page.getByLabel('Photo 1, déjà reçue').isChecked())
    await page.locator('#f-until').evaluate((day: HTMLInputElement) => {
      day.value = '2020-01-01'
    })
    await page.getByRole('button', { name: 'Envoyer' }).click()
    assert.match(await seen(page.locator('.refused')), /ce jour est déjà passé/)
    const small = page.getByRole('group', { name: 'Photo' }).locator('img.thumb')
    assert.ok(await small.isVisible(), 'a mistake elsewhere leaves it in sight')
    assert.equal(await small.evaluate((img: HTMLImageElement) => img.naturalWidth > 0), true)
    const received = (await small.getAttribute('src')) ?? ''
    const other = `${received.slice(0, -4)}AAAA`
    assert.equal((await page.request.get(box.address + other)).status(), 404)
    await page.locator('#f-until').fill('')
    await page.locator('input[type=file]').setInputFiles([at('b.jpg')])
    await page.getByRole('button', { name: 'Envoyer' }).click()
    assert.match(await seen(page.getByRole('status')), /Merci/)
    const shownAt = await sources(page)
    assert.equal(shownAt.length, 2, 'both are seen at once, on the ticket')
    for (const path of shownAt) {
      assert.equal((await page.request.get(box.address + path)).status(), 200)
      const guessed = path.replace(/^\/billet\/[^/]+/, `/billet/${'0'.repeat(26)}`)
      assert.equal((await page.request.get(box.address + guessed)).status(), 404)
      const file = `/fichiers/${path.split('/').at(-1)}`
      assert.equal((await page.request.get(box.address + file)).status(), 404, 'it waits')
    }
  })

  it(
    'while the notice waits its photos are for the keeper alone, and hold neither where nor ' +
      'with what they were taken',
    async () => {
      await keeper.goto('/a-montrer')
      const waiting = await sources(keeper)
      assert.equal(waiting.length, 2)
      for (const one of waiting) {
        assert.equal(await status(one), 404)
        assert.equal((await keeper.request.get(one)).headers()['cache-control'], 'no-store')
      }
      const folder = join(box.folder, 'files')
      const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(one =>
        one.isFile(),
      )
      assert.ok(files.length >= 4)
      for (const file of files) {
        const bytes = readFileSync(join(file.parentPath, file.name))
        for (const mark of ['GPS', 'Exif', 'EXIF', 'Odile']) assert.ok(!bytes.includes(mark), mark)
      }
    },
  )

  it('shown, they are on its page with words for who does not see them, and small in the list', async () => {
    await keeper
      .locator('article.sheet')
      .filter({ hasText: 'table de ferme' })
      .getByRole('button', { name: /^Afficher/ })
      .click()
    await page.goto('/annonces')
    assert.equal(await page.locator('.notices img.thumb').count(), 1)
    await page.getByRole('link', { name: 'Odile donne sa table de ferme' }).click()
    const drawn = page.locator('.photos img')
    assert.equal(
      plain((await drawn.first().getAttribute('alt')) ?? ''),
      'Photo 1 sur 2 : Odile donne sa table de ferme',
    )
    assert.ok(await drawn.first().evaluate(one => (one as HTMLImageElement).naturalWidth > 0))
    const answer = await fetch(box.address + (await sources(page))[0])
    assert.equal(answer.headers.get('content-type'), 'image/webp')
    assert.match(answer.headers.get('cache-control') ?? '', /immutable/)
    await page.getByRole('link', { name: 'La vitrine' }).click()
    assert.match(
      await seen(page.locator('.showcase')),
      /Odile donne sa table de ferme.*Pour joindre Odile.*au bar, le mardi/,
    )
    assert.equal(await page.locator('.showcase img').count(), 2)
  })

  it('a photo taken off its notice is found no more, however well its address is known', async () => {
    await page.goBack()
    const notice = new URL(page.url()).pathname
    const [, second = ''] = await sources(page)
    assert.equal(await status(second), 200)
    await keeper.goto(notice)
    await keeper.getByRole('link', { name: 'Ajouter une photo' }).click()
    await keeper.locator('input[name="photos.kept"]').nth(1).uncheck()
    await keeper.getByRole('button', { name: 'Enregistrer' }).click()
    assert.match(await seen(keeper.getByRole('status')), /à jour/)
    assert.equal((await sources(keeper)).length, 1)
    assert.equal(await status(second), 404)
  })

  it(
    'the plain form takes a photo of a project too, and keeps it when something else is ' +
      'corrected',
    async () => {
      await keeper.goto('/annuaire/projets')
      await keeper.locator('.notices h3 a').first().click()
      const project = new URL(keeper.url()).pathname
      await keeper.getByRole('link', { name: 'Corriger' }).click()
      await keeper.locator('input[type=file]').setInputFiles([at('b.jpg')])
      await keeper.getByRole('button', { name: 'Enregistrer' }).click()
      await keeper.goto(`${project}/modifier`)
      assert.ok(await keeper.locator('input[name="photos.kept"]').isChecked())
      await keeper
        .getByLabel('En quelques mots')
        .fill('On récupère, on transforme. On montre sur les marchés.')
      await keeper.getByRole('button', { name: 'Enregistrer' }).click()
      await page.goto(project)
      assert.equal((await sources(page)).length, 1)
      await page.getByRole('link', { name: 'La vitrine' }).click()
      assert.match(
        await seen(page.locator('.showcase')),
        /On récupère, on transforme\..*Pour en parler/,
      )
    },
  )

  for (const [what, list, red] of [
    ['a place', '/annuaire/lieux', 200],
    ['an event', '/agenda', 30],
  ] as const)
    it(`${what} has photos in the same way: shown to all, taken off, found no more`, async () => {
      await keeper.goto(list)
      await keeper.locator(`main h3 a[href^="${list}/"]`).first().click()
      const own = new URL(keeper.url()).pathname
      await keeper.getByRole('link', { name: 'Corriger' }).click()
      // The form folds its rest, photos included; a file is given to it as it stands.
      writeFileSync(at('own.jpg'), await photo(red))
      await keeper.locator('input[type=file]').setInputFiles([at('own.jpg')])
      await keeper.getByRole('button', { name: 'Enregistrer', exact: true }).click()
      await page.goto(own)
      const [first = ''] = await sources(page)
      assert.equal(await status(first), 200)
      await keeper.goto(`${own}/modifier`)
      const kept = keeper.locator('input[name="photos.kept"]')
      if (!(await kept.isVisible())) await keeper.locator('main form summary').first().click()
      await kept.uncheck()
      await keeper.getByRole('button', { name: 'Enregistrer', exact: true }).click()
      assert.deepEqual(await sources(keeper), [])
      assert.equal(await status(first), 404)
    })
})

/** A keeper asks for photos in a question of their own; whoever writes answers it by a photo. */
describe('a question that asks for a photo', { skip: skipOf(import.meta.filename) }, () => {
  let box: Stage
  let keeper: Page
  let page: Page
  const sent = mkdtempSync(join(tmpdir(), 'cocote-asked-'))
  const at = (name: string) => join(sent, name)
  before(async () => {
    writeFileSync(at('a.jpg'), await photo(120))
    writeFileSync(at('lettre.jpg'), 'Chère Odile, ceci n’est pas une photo.')
    box = await stage()
    keeper = await box.keeper(WIDE)
    page = await box.visitor()
  })
  after(async () => {
    await box?.end()
    rmSync(sent, { recursive: true })
  })
  const status = async (address: string) => (await fetch(box.address + address)).status
  const source = async (where: Page, label: string) =>
    new URL((await where.getByAltText(label).getAttribute('src')) ?? '', box.address).pathname
  const asks = async (of: string, label: string) => {
    await keeper.goto('/tenir/champs')
    const form = keeper.locator('form[action="/tenir/champs"]')
    await form.locator('select[name="of"]').selectOption(of)
    await form.locator('input[name="label"]').fill(label)
    await form.locator('select[name="kind"]').selectOption('files')
    await form.locator('input[name="space"][value="commons"]').check()
    await form.getByRole('button', { name: 'Ajouter', exact: false }).click()
    assert.match(await seen(keeper.getByRole('status')), new RegExp(label))
  }

  it('a neighbour answers it in a notice, a wrong file loses nothing, and the keeper reads first', async () => {
    await asks('offer', 'La chose de près')
    await page.goto('/annonces/proposer')
    await page.getByLabel('En une phrase').fill('Odile prête son échelle')
    await page.getByLabel('Prénom').fill('Odile')
    await page.getByLabel('passer par quelqu’un').check()
    await page.locator('#f-accord-voisins').check()
    await page.getByLabel('Qui, où, quand').fill('au bar, le mardi')
    await page.locator('input[type=file]').setInputFiles([at('a.jpg'), at('lettre.jpg')])
    await page.getByRole('button', { name: 'Envoyer' }).click()
    assert.match(await seen(page.locator('.refused')), /« lettre\.jpg » n’est pas une photo/)
    assert.ok(await page.getByLabel('Photo 1, déjà reçue').isChecked())
    assert.equal(await page.getByLabel('En une phrase').inputValue(), 'Odile prête son échelle')
    await page.getByRole('button', { name: 'Envoyer' }).click()
    assert.match(await seen(page.getByRole('status')), /Merci/)
    await keeper.goto('/a-montrer')
    const waiting = await source(keeper, 'Photo\u00a0: La chose de près')
    assert.equal(await status(waiting), 404, 'nobody sees it before the keeper')
    assert.equal((await keeper.request.get(waiting)).status(), 200)
    const sheet = keeper.locator('article.sheet').filter({ hasText: 'prête son échelle' })
    await sheet.getByRole('button', { name: /^Afficher/ }).click()
    await page.goto('/annonces')
    await page.getByRole('link', { name: 'Odile prête son échelle' }).click()
    const shown = await source(page, 'Photo\u00a0: La chose de près')
    const answer = await fetch(box.address + shown)
    assert.match(answer.headers.get('cache-control') ?? '', /immutable/)
    const bytes = Buffer.from(await answer.arrayBuffer())
    for (const mark of ['GPS', 'Exif', 'EXIF', 'Odile']) assert.ok(!bytes.includes(mark), mark)
  })

  it('its history tells how many photos there were, and shows none', async () => {
    assert.match(
      (await page.locator('details').last().textContent()) ?? '',
      /La chose de près, une photo/,
    )
    assert.equal(await page.locator('details img').count(), 0)
  })

  it('a photo of a question that is taken away is found no more, until it is put back', async () => {
    const shown = await source(page, 'Photo\u00a0: La chose de près')
    await keeper.goto('/tenir/champs')
    const line = keeper.locator('li').filter({ hasText: 'La chose de près' })
    await line.locator('summary').click()
    await line.getByRole('button', { name: 'Retirer', exact: false }).click()
    assert.equal(await status(shown), 404)
    assert.equal((await keeper.request.get(shown)).status(), 404)
    await keeper.getByRole('button', { name: 'Annuler' }).click()
    assert.equal(await status(shown), 200)
  })

  it('it is asked in the keeper’s own form too, kept, and taken off by its tick', async () => {
    await asks('place', 'La serrure')
    await keeper.goto('/annuaire/lieux')
    await keeper.locator('main h3 a[href^="/annuaire/lieux/"]').first().click()
    const own = new URL(keeper.url()).pathname
    await keeper.getByRole('link', { name: 'Corriger' }).click()
    await keeper.getByLabel('La serrure').setInputFiles([at('a.jpg')])
    await keeper.getByRole('button', { name: 'Enregistrer', exact: true }).click()
    await page.goto(own)
    assert.equal(await status(await source(page, 'Photo\u00a0: La serrure')), 200)
    await keeper.goto(`${own}/modifier`)
    const kept = keeper.locator('input[name$=".kept"]').first()
    assert.ok(await kept.isChecked())
    await kept.uncheck()
    await keeper.getByRole('button', { name: 'Enregistrer', exact: true }).click()
    await page.goto(own)
    assert.equal(await page.getByAltText('Photo\u00a0: La serrure').count(), 0)
  })
})
