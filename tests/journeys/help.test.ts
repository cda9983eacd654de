import assert from 'node:assert/strict'
import { existsSync, statSync } from 'node:fs'
import { after, before, describe, it } from 'node:test'
import type { Page } from 'playwright-core'
import type { HelpBlock } from '../../src/bricks/help/model/chapter.ts'
import { PICTURES } from '../../src/bricks/help/model/pictures.ts'
import { CHAPTERS } from '../../src/bricks/help/pages/chapters.ts'
import { addressesIn } from '../../src/bricks/help/pages/text.ts'
import { emptyBox, firstWeek, shownIn } from './help-pictures.ts'
import { linksOf, type Stage, skipOf, textOf } from './server.ts'

const AGAIN = 'run `npm run help:pictures`, look at the pictures and commit them'
/** Units  bytes, and how many: the whole help weighs less than one photo. */
const [HEAVIEST, MOST] = [60_000, 12]

const blocks: readonly HelpBlock[] = Object.values(CHAPTERS).flatMap(({ fr }) => fr.blocks)
const textsOf = (block: HelpBlock): readonly string[] =>
  typeof block === 'string' ? [block] : Object.values(block).flat(2)
const addresses = [...new Set(blocks.flatMap(textsOf).flatMap(addressesIn))]

/** A first week from an empty folder, as the help tells it. */
describe('the help tells what the program does', { skip: skipOf(import.meta.filename) }, () => {
  let box: Stage
  let page: Page
  before(async () => {
    box = await emptyBox()
  })
  after(() => box?.end())

  it('it is read before the page is open, and the first page leads to it', async () => {
    const visitor = await box.visitor()
    await visitor.goto('/ouvrir')
    await visitor.getByRole('link', { name: 'Aide', exact: true }).click()
    assert.equal(new URL(visitor.url()).pathname, '/aide/premiere-semaine')
    assert.match(await textOf(visitor), /La première semaine/)
    assert.equal((await fetch(`${box.address}/imprimer/aide`)).status, 200)
  })

  it('each picture shows the words and the elements of today', async () => {
    const shown = new Map<string, string>()
    page = await firstWeek(box, async (name, _page, ...parts) => {
      shown.set(name, await shownIn(parts))
    })
    const taken = Object.entries(PICTURES).map(([name, one]) => [name, one.shown])
    assert.deepEqual(Object.fromEntries(shown), Object.fromEntries(taken), AGAIN)
  })

  it('each picture of a chapter is here, light, and none is left over', () => {
    const asked = blocks.flatMap(one =>
      typeof one !== 'string' && 'picture' in one ? [one.picture] : [],
    )
    assert.deepEqual(new Set(asked), new Set(Object.keys(PICTURES)))
    assert.ok(asked.length <= MOST)
    for (const name of asked) {
      const file = new URL(`../../src/bricks/help/pictures/${name}.webp`, import.meta.url)
      assert.ok(existsSync(file) && statSync(file).size <= HEAVIEST, `${name}: ${AGAIN}`)
    }
  })

  it('each address of the help answers its keeper', async () => {
    assert.ok(addresses.length > 20)
    for (const address of addresses) {
      const answer = await page.request.get(address)
      assert.equal(answer.status(), 200, address)
      assert.equal(new URL(answer.url()).pathname, address)
    }
  })

  it('each page of the keeper leads to the help, and its pictures come', async () => {
    await page.goto('/tenir')
    for (const address of await linksOf(page)) {
      if (address.startsWith('/imprimer/') || address.startsWith('/aide')) continue
      const text = await (await page.request.get(address)).text()
      assert.match(text, /<a class="no-print" href="\/aide[^"]*">Aide<\/a>/, address)
    }
    for (const name of Object.keys(CHAPTERS)) {
      await page.goto(`/aide/${name}`)
      for (const src of await page
        .locator('img.shot')
        .evaluateAll(all => all.map(one => (one as HTMLImageElement).src)))
        assert.equal((await page.request.get(src)).status(), 200, src)
    }
  })
})
