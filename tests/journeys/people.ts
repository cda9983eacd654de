import assert from 'node:assert/strict'
import type { Locator, Page } from 'playwright-core'
import { seen } from './server.ts'

/** A telephone as old ones are: what one came for stands on its first screen. */
export const OLD_PHONE = { width: 390, height: 700 }

/** In the form of a notice: everybody here reads it, and no other village. */
export const readHere = (page: Page): Locator => page.locator('#f-accord-ici')

/** What waits for the keeper with these words, on the page of what waits. */
export async function waitingPiece(keeper: Page, words: string): Promise<Locator> {
  await keeper.goto('/a-montrer')
  return keeper.locator('article.sheet').filter({ hasText: words })
}

/** The keeper shows everybody the piece that waits with these words. */
export async function showPiece(keeper: Page, words: string): Promise<void> {
  const piece = await waitingPiece(keeper, words)
  await piece.getByRole('button', { name: /^Afficher/ }).click()
  assert.match(await seen(keeper.getByRole('status')), /affiché/)
}

/** In the form of a notice: who says it, and their number, that everybody may read. */
export async function signs(page: Page, name: string, phone: string): Promise<void> {
  await page.getByLabel('Prénom').fill(name)
  await page.getByLabel('mon téléphone, affiché').check()
  await page.getByLabel('Téléphone', { exact: true }).fill(phone)
}

export type Card = Readonly<{ number: string; words: string }>

/** The keeper welcomes somebody, who has no card yet. Gives the address of their page. */
export async function known(keeper: Page, name: string): Promise<string> {
  await keeper.goto('/habitants/accueillir')
  await keeper.locator('#f-name').fill(name)
  const how = keeper.locator('select[name=how]')
  if ((await how.count()) > 0) await how.selectOption('word')
  else await keeper.locator('[name=how][value=word]').check()
  await keeper.getByRole('button', { name: 'Accueillir' }).click()
  await keeper.waitForLoadState('domcontentloaded')
  return new URL(keeper.url()).pathname
}

/** The keeper makes a card for whom the page is about: a new one closes the one before. */
export async function cardFor(keeper: Page, path: string): Promise<Card> {
  await keeper.goto(path)
  await keeper.getByRole('button', { name: 'Faire une carte' }).click()
  return {
    number: await seen(keeper.locator('.person-card p b').nth(1)),
    words: await seen(keeper.locator('.person-card .words')),
  }
}

/** The same, for somebody whom the keeper finds in the list by that name. */
export async function cardOf(keeper: Page, name: string): Promise<Card> {
  await keeper.goto('/habitants')
  await keeper.getByRole('link', { name, exact: true }).click()
  await keeper.waitForLoadState('domcontentloaded')
  return cardFor(keeper, new URL(keeper.url()).pathname)
}

export async function enterWith(page: Page, card: Card): Promise<void> {
  await page.goto('/entrer')
  await page.getByLabel('Numéro').fill(card.number)
  await page.getByLabel('Les quatre mots').fill(card.words)
  await page.getByRole('button', { name: 'Ouvrir ma page' }).click()
  await page.waitForLoadState('domcontentloaded')
}

type OnPhones = Readonly<{ visitor: (size: typeof OLD_PHONE) => Promise<Page> }>
/** Welcomed by the keeper, and signed in with their card on an old telephone. */
export async function withCard(box: OnPhones, keeper: Page, name: string): Promise<Page> {
  const card = await cardFor(keeper, await known(keeper, name))
  const page = await box.visitor(OLD_PHONE)
  await enterWith(page, card)
  return page
}

/** A person whose taps and fields are counted, and who was refused so many times. */
export type Counted = Readonly<{
  tap: (where: Locator) => Promise<void>
  fill: (where: Locator, words: string) => Promise<void>
  counts: () => Readonly<{ taps: number; fields: number; errors: number }>
}>

export function counted(page: Page): Counted {
  let [taps, fields, errors] = [0, 0, 0]
  return {
    tap: async where => {
      await where.click()
      await page.waitForLoadState('domcontentloaded')
      taps++
      if ((await page.locator('.refused').count()) > 0) errors++
    },
    fill: async (where, words) => {
      await where.fill(words)
      fields++
    },
    counts: () => ({ taps, fields, errors }),
  }
}
