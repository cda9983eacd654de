import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { bricks } from '../../src/app/bricks.ts'
import { crawl, isPdf } from '../support/links.ts'
import { cases, testAll, testOnce } from '../support/pass.ts'
import { plain, type Stage, seen, skipOf, stage, textOf, WIDTHS } from './server.ts'

/** (a) A neighbour reads: no script, no account, no Internet. */
describe('a neighbour reads', { skip: skipOf(import.meta.filename) }, () => {
  let box: Stage
  before(async () => {
    box = await stage()
  })
  after(() => box?.end())

  for (const width of cases(WIDTHS, 2, 1))
    it(`from the first page to a notice, and how to reach its person, at ${width} px`, async () => {
      const page = await box.visitor({ width })
      await page.goto('/')
      const notice = page.locator('.board .notices a').first()
      const title = await seen(notice)
      await notice.click()
      assert.equal(await seen(page.locator('h1')), title)
      assert.match(await seen(page.locator('.reach')), /^(Pour joindre|Pour en parler) .{8,}/)
      await page.context().close()
    })

  for (const width of cases(WIDTHS, 2, 1))
    it(
      `who does what, the map, the agenda, ideas and meetings, by the menu alone, at ${width} ` +
        'px',
      async () => {
        const page = await box.visitor({ width })
        await page.goto('/')
        const entries = await page.locator('header nav a').allInnerTexts()
        // A brick that somebody adds stands after these, and has a journey of its own.
        const first = entries.slice(0, 4)
        assert.deepEqual(first.map(plain), ['Annonces', 'Qui fait quoi', 'Agenda', 'Nos idées'])
        for (const entry of first) {
          await page.locator('header nav').getByRole('link', { name: entry, exact: true }).click()
          assert.ok((await seen(page.locator('h1').first())).startsWith(plain(entry)), entry)
          assert.equal(await page.locator('header nav [aria-current=page]').count(), 1)
          assert.ok(await page.locator('main li a').count(), `${entry} leads somewhere`)
          assert.equal(await overflows(page), 0, `${entry} is wider than the screen`)
        }
        await page.goto('/carte')
        assert.ok(await page.locator('svg.map path').count(), 'the map draws the communes')
        assert.ok(await page.locator('main li a').count(), 'what is on the map is a list too')
        await page.context().close()
      },
    )

  const searches = [
    ['reunion', /réunion/i, 390],
    ['oeuvre', /œuvre/i, 1180],
    ['palete', /palette/i, 390],
  ] as const
  for (const [asked, finds, width] of cases(searches, 3, 1))
    it(`a search for ${asked} finds what was meant`, async () => {
      const page = await box.visitor({ width })
      await page.goto('/')
      await page.getByRole('searchbox').fill(asked)
      await page.getByRole('search').getByRole('button').click()
      assert.ok(page.url().includes(`/chercher?q=${asked}`))
      const first = page.locator('main .notices li').first()
      assert.ok(await first.count(), 'something was found')
      assert.ok((await seen(first.locator('.side-word'))).length > 2, 'each answer says what it is')
      await first.locator('a').first().click()
      assert.match(await textOf(page), finds)
      await page.context().close()
    })

  testOnce('every list leads to its table, which opens', async () => {
    for (const type of bricks.flatMap(brick => brick.records)) {
      if (!type.path) continue
      const table = `/donnees/${type.name}.csv`
      const answer = await fetch(`${box.address}${table}`)
      assert.equal(answer.status, 200, table)
      if ((await answer.text()).trim().split('\n').length < 2) continue
      const list = await (await fetch(`${box.address}${type.path}`)).text()
      assert.ok(list.includes(`href="${table}"`), `${type.path} does not lead to ${table}`)
    }
  })

  testAll('a misspelt word is answered by what comes near it, and says so', async () => {
    const page = await box.visitor()
    await page.goto('/chercher?q=palettte')
    assert.match(
      await textOf(page),
      /Rien pour « palettte » ; voici ce qui s’en approche.*papier par palettes/,
    )
    await page.goto('/chercher?q=xyzzyqwx')
    assert.match(await textOf(page), /Rien pour « xyzzyqwx »\. Essayez/)
    await page.context().close()
  })

  const screens = [
    [390, 844, 560],
    [1366, 768, 400],
  ] as const
  for (const [width, height, most] of cases(screens, 2, 1))
    it(`the first notice stands above ${most} px on a screen of ${width} by ${height}`, async () => {
      const page = await box.visitor({ width, height })
      await page.goto('/')
      const place = await page.locator('.notices li').first().boundingBox()
      // On a narrow screen, each entry of the menu that a brick adds to the four may take a line.
      const added = Math.max(0, (await page.locator('header nav a').count()) - 4)
      const line = width < 560 ? 48 : 24
      assert.ok(
        place && place.y < most + line * added,
        `it stands at ${place?.y}: the menu or the line of the day is too long`,
      )
      assert.equal(await overflows(page), 0)
      await page.context().close()
    })

  it('on a telephone the head of a page leaves the screen to the page', async () => {
    const heads = async (page: Awaited<ReturnType<Stage['visitor']>>) => {
      await page.goto('/annonces')
      const entries = await page.locator('header nav a').count()
      const head = await page.locator('main').boundingBox()
      assert.equal(await overflows(page), 0)
      return (head?.y ?? 0) - 44 * Math.max(0, entries - 4)
    }
    const [visitor, keeper] = [
      await box.visitor({ width: 390 }),
      await box.keeper({ width: 390 }),
    ] as const
    assert.ok((await heads(visitor)) <= 120, 'a visitor’s')
    assert.ok((await heads(keeper)) <= 170, 'the keeper’s')
    const find = visitor.getByRole('button', { name: 'Chercher' })
    const place = await find.boundingBox()
    assert.ok(place && place.width >= 44 && place.height >= 44, 'a finger finds the magnifier')
    for (const page of [visitor, keeper]) await page.context().close()
  })

  for (const width of [320, 390, 560, 1180])
    testAll(
      `the map opens on the village at ${width} px, its letters at 12 px or more`,
      async () => {
        const page = await box.visitor({ width })
        await page.goto('/carte')
        const village = await page.locator('.map .home-mark:visible').first().boundingBox()
        assert.ok(
          village && village.x > 0 && village.x + village.width < width,
          `it stands at ${village?.x}`,
        )
        const letters = await page.locator('.map-box svg:visible text').evaluateAll(all =>
          all.map(one => {
            const svg = (one as SVGTextElement).ownerSVGElement!
            return (
              (Number.parseFloat(getComputedStyle(one).fontSize) *
                svg.getBoundingClientRect().width) /
              svg.viewBox.baseVal.width
            )
          }),
        )
        assert.ok(letters.length >= 8, `${letters.length} names`)
        assert.ok(Math.min(...letters) >= 12, `${Math.min(...letters)} px`)
        assert.equal(await overflows(page), 0)
        await page.context().close()
      },
    )

  testAll(
    'each of the 160 nearest addresses that links lead to is a page, prints aside',
    async () => {
      // tests/crawl reads the prints, and tests/faults/canary.test.ts follows every link.
      const met = await crawl(box.address, '/', 160, isPdf)
      const dead = [...met]
        .filter(([, one]) => one.status !== 200)
        .map(([path, one]) => `${path} on ${one.on}: ${one.status}`)
      assert.deepEqual(dead, [])
      assert.equal(met.size, 160)
      const ids = [...met].flatMap(([path, one]) => doubles(one.text).map(id => `${path}: ${id}`))
      assert.deepEqual(ids, [], 'an id stands once in a page')
    },
  )

  it('no page made the browser ask anybody else', () => {
    const others = box.asked.filter(url => !url.startsWith(`${box.address}/`))
    assert.deepEqual(others, [])
    assert.ok(box.asked.length > 15, `${box.asked.length} addresses`)
  })
})

const overflows = (page: Awaited<ReturnType<Stage['visitor']>>): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

function doubles(text: string): readonly string[] {
  const ids = [...text.matchAll(/ id="([^"]+)"/g)].map(([, id = '']) => id)
  return ids.filter((id, i) => ids.indexOf(id) !== i)
}
