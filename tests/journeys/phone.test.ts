import assert from 'node:assert/strict'
import { get } from 'node:http'
import { after, before, describe, it } from 'node:test'
import { gunzipSync } from 'node:zlib'
import type { Page } from 'playwright-core'
import { cardOf, enterWith, OLD_PHONE, readHere, signs } from './people.ts'
import { type Stage, seen, sentAgain, skipOf, stage } from './server.ts'

/** In CSS pixels: where the first notice begins at the latest, the highest header. */
const FIRST_NOTICE = 560
const HEADER = 96
/** With the black bar: one line of a member’s, two of a keeper’s for whom something waits. */
const WITH_BAR = { visitor: 96, member: 144, keeper: 180 }
/** Bytes of a page at the first visit, as they come over the air; pictures come later. */
const WEIGHT = 110_000
const MORE_NOTICES = 60

/** The village on a small telephone: what one came for is on the first screen, and it is light. */
describe('a small telephone', { skip: skipOf(import.meta.filename) }, () => {
  let box: Stage
  let keeper: Page
  let readers: readonly (readonly [who: 'visitor' | 'member', page: Page])[] = []
  before(async () => {
    box = await stage()
    keeper = await box.keeper(OLD_PHONE)
    const member = await box.visitor(OLD_PHONE)
    await enterWith(member, await cardOf(keeper, 'Ninon'))
    readers = [
      ['visitor', await box.visitor(OLD_PHONE)],
      ['member', member],
    ]
  })
  after(() => box?.end())

  const firstNotices = async (): Promise<void> => {
    for (const [who, page] of readers)
      for (const path of ['/', '/annonces', '/annonces?genre=propose']) {
        await page.goto(path)
        await page.evaluate(() => document.fonts.ready)
        const top = await topOf(page, '.notices > li')
        assert.ok(top > 0 && top <= FIRST_NOTICE, `${who} ${path}: ${top}`)
      }
  }

  it(
    'the first notice stands on the first screen, for a visitor and with the member’s bar',
    firstNotices,
  )

  it('the header is low, and the menu of a wide screen is all there', async () => {
    const wide = await box.visitor({ width: 1180 })
    await wide.goto('/')
    const menu = await wide.locator('.top nav a').allInnerTexts()
    assert.ok(menu.length >= 4)
    for (const [who, page] of [...readers, ['keeper', keeper] as const]) {
      await page.goto('/')
      await page.evaluate(() => document.fonts.ready)
      const { height = 0 } = (await page.locator('header.top').boundingBox()) ?? {}
      assert.ok(height > 0 && height <= HEADER, `${who}: ${height}`)
      const bars = await page.locator('nav.keeper').all()
      const bar = (await bars[0]?.boundingBox())?.height ?? 0
      assert.ok(bar + height <= WITH_BAR[who], `${who}: ${bar} + ${height}`)
      assert.deepEqual(await page.locator('.top nav a').allInnerTexts(), menu)
      for (const link of await page.locator('.top nav a').all()) assert.ok(await link.isVisible())
    }
    await wide.context().close()
  })

  it('the hint of the search is whole', async () => {
    for (const lang of ['fr', 'en']) {
      const page = await box.visitor(OLD_PHONE)
      await page.goto(`/?langue=${lang}`)
      await page.evaluate(() => document.fonts.ready)
      const [wide, room] = await page.locator('.search input').evaluate(field => {
        const { font, paddingLeft, paddingRight } = getComputedStyle(field)
        const drawn = document.createElement('canvas').getContext('2d')!
        drawn.font = font
        const { width } = drawn.measureText((field as HTMLInputElement).placeholder)
        const inner = Number.parseFloat(paddingLeft) + Number.parseFloat(paddingRight)
        return [width, field.clientWidth - inner] as const
      })
      assert.ok(wide > 0 && wide <= room, `${lang}: ${wide} in ${room}`)
      await page.context().close()
    }
  })

  it('what is chosen is folded, in the address and in a line, and left by one tap', async () => {
    const page = await box.visitor(OLD_PHONE)
    await page.goto('/annonces')
    const kind = page.getByLabel('Quoi')
    assert.equal(await kind.isVisible(), false)
    await page.locator('.filters summary').click()
    await kind.selectOption({ label: 'on propose' })
    await page.locator('.filters button').click()
    assert.equal(new URL(page.url()).searchParams.get('genre'), 'propose')
    assert.equal(await page.getByLabel('Quoi').isVisible(), false)
    assert.equal(await seen(page.locator('.chosen')), 'on propose — tout voir')
    await page.locator('.filters summary').click()
    assert.equal(await page.getByLabel('Quoi').inputValue(), 'propose')
    await page.emulateMedia({ media: 'print' })
    assert.equal(await seen(page.locator('.chosen')), 'on propose')
    await page.emulateMedia({ media: null })
    await page.getByRole('link', { name: 'tout voir' }).click()
    assert.equal(new URL(page.url()).search, '')
    await page.context().close()
  })

  it('enlarged twice and four times, nothing is wider than the screen', async () => {
    await noticeWaits()
    const paths = ['/', '/annonces?genre=propose&mot=rhubarbe', '/agenda', '/annuaire']
    for (const [width, height] of [
      [640, 360],
      [320, 180],
      // A telephone of 390, enlarged twice.
      [195, 350],
    ] as const) {
      const page = await box.visitor({ width, height })
      for (const path of [...paths, '/annonces/proposer', '/agenda/proposer', '/mot'])
        await fits(page, path)
      await page.context().close()
      await keeper.setViewportSize({ width, height })
      for (const path of [...paths, '/tenir', '/a-montrer']) await fits(keeper, path)
    }
    await keeper.setViewportSize(OLD_PHONE)
  })

  it('enlarged twice on a telephone, no word is cut inside, and no number', async () => {
    const page = await box.visitor({ width: 195, height: 350 })
    const cut = () =>
      page.locator('main').evaluate(main => {
        const found: string[] = []
        const walk = document.createTreeWalker(main, NodeFilter.SHOW_TEXT)
        for (let node = walk.nextNode(); node; node = walk.nextNode())
          for (const word of node.textContent!.matchAll(/\d\d(?:[ \u00a0]\d\d){4}|\p{L}{3,}/gu)) {
            const range = document.createRange()
            range.setStart(node, word.index)
            range.setEnd(node, word.index + word[0].length)
            const tops = [...range.getClientRects()].map(({ top }) => Math.round(top / 6))
            if (new Set(tops).size > 1) found.push(word[0])
          }
        return found
      })
    await page.goto('/annonces')
    await page.locator('.filters summary').click()
    assert.deepEqual(await cut(), [], 'the filters')
    await page.goto('/annonces/proposer')
    await page.getByRole('button', { name: 'Envoyer' }).click()
    assert.deepEqual(await cut(), [], 'what is wrong with a form')
    await page.goto('/annonces')
    await page.locator('.notices h3 a').first().click()
    await page.getByRole('link', { name: 'Son histoire' }).click()
    const act = page.locator('.reach .button').first()
    const room = await act.evaluate(one => Number.parseFloat(getComputedStyle(one).paddingLeft))
    assert.ok(room > 4, 'a button keeps the room around its words')
    await page.context().close()
  })

  it('in English, whose words are short, the doors fill their row', async () => {
    await noticeWaits()
    await keeper.setViewportSize(OLD_PHONE)
    await keeper.goto('/')
    await keeper.getByRole('link', { name: 'English' }).click()
    await keeper.goto('/')
    await keeper.getByRole('link', { name: 'I offer' }).waitFor()
    const of = async (which: string) => (await keeper.locator(which).boundingBox())!.width
    const [doors, row] = [await of('.open > .doors'), await of('.open')]
    await keeper.getByRole('link', { name: 'Français' }).click()
    assert.equal(Math.round(doors), Math.round(row))
  })

  const fits = async (page: Page, path: string): Promise<void> => {
    await page.goto(path)
    const over = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    assert.equal(over, 0, `${path} at ${page.viewportSize()?.width} px`)
  }

  /** Something waits for the keeper. */
  const noticeWaits = async (): Promise<void> => {
    const page = await box.visitor(OLD_PHONE)
    await page.goto('/annonces/proposer')
    await page.getByLabel('En une phrase').fill('je prête une échelle')
    await signs(page, 'Gisèle', '04 77 24 55 66')
    await readHere(page).check()
    await page.getByRole('button', { name: 'Envoyer' }).click()
    assert.match(await seen(page.getByRole('status')), /Merci/)
    await page.context().close()
  }

  it('with two lines that are new for her, a member still has it on the first screen', async () => {
    const [[, visitor], [, member]] = readers as [(typeof readers)[0], (typeof readers)[0]]
    for (const said of ['la soupe est prête', 'ton panier est au bar']) {
      await visitor.goto('/mot')
      await visitor.locator('[name=forWhom]').fill('Ninon')
      await visitor.locator('[name=sender]').fill('Rosa')
      await visitor.locator('[name=said]').fill(said)
      await visitor.getByRole('button', { name: 'Laisser ce mot' }).click()
      await visitor.waitForLoadState('domcontentloaded')
    }
    await member.goto('/')
    assert.equal(await member.locator('.waits li').count(), 2)
    await firstNotices()
  })

  it('with sixty notices more, the first one stands where it stood', async () => {
    await manyNotices(keeper, MORE_NOTICES)
    await firstNotices()
  })

  it('no page that links lead to weighs more than 110 kB at the first visit', async () => {
    const sent = await Promise.all(ALONG.map(path => bytesOf(box.address + path, '')))
    const along = sent.reduce((sum, { weight }) => sum + weight, 0)
    assert.ok(along > 50_000, String(along))
    for (const [who, page] of [...readers, ['keeper', keeper] as const]) {
      const met = await pagesMet(box.address, page)
      assert.ok(met.size > 40, `${who}: ${met.size} pages`)
      assert.deepEqual(
        [...met].filter(([, bytes]) => bytes + along > WEIGHT),
        [],
        who,
      )
    }
  })
})

const topOf = (page: Page, what: string): Promise<number> =>
  page
    .locator(what)
    .first()
    .evaluate(one => one.getBoundingClientRect().top)

/** The same notice, so many times, by its form. */
async function manyNotices(keeper: Page, n: number): Promise<void> {
  await keeper.goto('/annonces/proposer')
  for (let i = 0; i < n; i++) {
    await keeper.goto('/annonces/proposer')
    await keeper.getByLabel('En une phrase').fill(`Odile donne une armoire en chêne, la ${i}e`)
    await keeper.getByLabel('Prénom').fill('Odile')
    await keeper.getByLabel('passer par quelqu’un').check()
    await keeper.locator('#f-accord-voisins').check()
    await keeper.getByLabel('Qui, où, quand').fill('au bar, le mardi')
    assert.equal((await sentAgain(keeper, 'main form.form')).status, 303)
  }
}

/** What each page brings along once. Pictures come as one goes down to them. */
const ALONG = ['/look.css', '/fonts/atkinson.woff2', '/fonts/bricolage.woff2', '/icon.svg']

/** As it comes over the air: compressed where the server compresses. */
const bytesOf = (
  address: string,
  cookie: string,
): Promise<Readonly<{ weight: number; text: string }>> =>
  new Promise((resolve, reject) => {
    const headers = { cookie, 'accept-encoding': 'gzip', 'accept-language': 'fr' }
    get(address, { headers }, answer => {
      const pieces: Buffer[] = []
      answer.on('data', (piece: Buffer) => pieces.push(piece))
      answer.on('end', () => {
        const bytes = Buffer.concat(pieces)
        const isPage = answer.headers['content-type']?.startsWith('text/html') === true
        const isZipped = answer.headers['content-encoding'] === 'gzip'
        const text = isPage ? String(isZipped ? gunzipSync(bytes) : bytes) : ''
        resolve({ weight: bytes.length, text })
      })
    }).on('error', reject)
  })

/** Of addresses that differ by what they are about or by what they ask, so many are read. */
const MOST_ALIKE = 3

/** Each page that links lead to, with its bytes. */
async function pagesMet(address: string, page: Page): Promise<ReadonlyMap<string, number>> {
  const cookie = (await page.context().cookies()).map(one => `${one.name}=${one.value}`).join('; ')
  const [met, alike, queue] = [new Map<string, number>(), new Map<string, number>(), ['/']]
  for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
    const shape = path.replace(/=[^&]*/g, '').replace(/[0-9a-hjkmnp-tv-z]{26}/g, ':id')
    const had = alike.get(shape) ?? 0
    if (met.has(path) || had >= MOST_ALIKE) continue
    alike.set(shape, had + 1)
    const { weight, text } = await bytesOf(address + path, cookie)
    if (text === '') continue
    met.set(path, weight)
    for (const [, href = ''] of text.matchAll(/<a [^>]*?href="(\/[^"#]*)/g))
      if (!/langue=|^\/imprimer\//.test(href)) queue.push(href.replaceAll('&amp;', '&'))
  }
  return met
}
