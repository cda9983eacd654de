import { createHash } from 'node:crypto'
import type { Locator, Page } from 'playwright-core'
import { bricks } from '../../src/app/bricks.ts'
import { wordAt } from '../../src/web/pages/word-at.ts'
import { withCommunes } from '../support/communes.ts'
import { around, plain, reachedBy, type Stage, stage } from './server.ts'

/**
 * A first week as the help tells it, and what its pictures show. `take-help-pictures.ts` takes
 * them; `help.test.ts` holds the words and elements of each against those of the day when it was
 * taken.
 */
const PASSPHRASE = 'quatre mots au hasard'
const NOTES = `Réunion du 12 novembre 2026
Au local, Sail-sous-Couzan
Présents : Marie, Paul, Odette

- Paul prête sa bétonnière, à venir chercher chez lui.
- Marie cherche quelqu’un pour tailler les haies du cimetière.
- Idée : une bourse aux plants au printemps.
- Prochaine réunion le 3 décembre à 20 h, à la salle des fêtes.
`
/** The words of the program under a key. */
export function word(key: string): string {
  const found = wordAt(bricks, 'fr', key)
  if (found === undefined) throw new Error(`no words under ${key}`)
  return plain(found)
}

/** What a picture shows: one part of a page, or several that follow each other. */
export type Shot = (name: string, page: Page, ...parts: readonly Locator[]) => Promise<void>

/**
 * Units  pixels: wide as a telephone that is held so, because a picture is read on a telephone too;
 *        and so high that no bar at the end of the window stands over the text.
 */
const SIZE = { width: 640, height: 3_000 }

/** A box that nobody has opened yet. */
export const emptyBox = (): Promise<Stage> =>
  stage({ before: async folder => withCommunes(folder) })

/** Goes through the week, and shows each picture in its turn. */
export async function firstWeek(box: Stage, shot: Shot): Promise<Page> {
  const page = await box.visitor(SIZE)
  const main = page.locator('main')
  const press = (key: string) =>
    page
      .getByRole('button', { name: word(key), exact: true })
      .first()
      .click()
  await page.goto('/ouvrir')
  const answers = ['Sail-sous-Couzan, Trelins', 'Sail et alentours', 'Odette, au local le jeudi']
  for (const [n, name] of ['where', 'name', 'keptBy'].entries())
    await page.locator(`[name=${name}]`).fill(answers[n]!)
  await shot('open', page, main.locator('.sheet'))
  await main.locator('form .button').click()
  await page.locator('[name=passphrase]').fill(PASSPHRASE)
  await page.locator('#f-relue').check()
  await main.locator('form .button').click()
  await press('sheet.away')
  await page.goto('/cueillette')
  await page.locator('#f-notes').fill(NOTES)
  await main.locator('form .button').click()
  const rows = main.locator('.reading .row')
  const lent = rows.filter({ hasText: 'bétonnière' }).first()
  const sought = rows.filter({ hasText: 'haies' }).first()
  const thought = rows.filter({ hasText: 'bourse' }).first()
  await shot('reading', page, lent, sought, thought)
  await lent.getByRole('button', { name: word('harvest.reading.keep') }).click()
  await shot('show', page, main.locator('#afficher'))
  await page.goto('/tenir')
  await shot('keeping', page, ...(await main.locator('h1, section').all()).slice(0, 4))
  await page.goto('/annonces/proposer')
  await page.getByLabel('En une phrase').fill('Trois cageots de pommes')
  await reachedBy(page, 'au local, le jeudi')
  await around(page)
  await main.locator('form .button').first().click()
  await page.goto(`${new URL(page.url()).pathname}/modifier`)
  await press('records.remove')
  await page.goto('/tenir/retire')
  await shot('taken-off', page, main)
  await page.goto('/bornes')
  await shot('boxes', page, main.locator('#reconnaitre'))
  return page
}

/** Days, numbers and the words of a box differ at each run; the rest is what a picture shows. */
const steady = (text: string): string =>
  plain(text)
    .replace(/(?:\b[a-z]{5} ){4,5}[a-z]{5}\b/g, 'mots')
    .replace(/\d+(?:er)? \p{L}{3,9}(?: \d{4})?/gu, 'jour')
    .replace(/\d+/g, '0')
    .trim()

/** The words and elements of these parts of a page, as sixteen digits. */
export async function shownIn(parts: readonly Locator[]): Promise<string> {
  const outlines = await Promise.all(
    parts.map(part =>
      part.evaluate(top =>
        [top, ...top.querySelectorAll('*')]
          .map(one => {
            const own = [...one.childNodes].filter(node => node.nodeType === 3)
            return `${one.localName} ${own.map(node => node.textContent ?? '').join('')}`
          })
          .join('\n'),
      ),
    ),
  )
  const lines = outlines.join('\n').split('\n').map(steady)
  return createHash('sha256').update(lines.join('\n')).digest('hex').slice(0, 16)
}
