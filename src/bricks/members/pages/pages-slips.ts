import { type Html, html } from '../../../contract/html.ts'
import type { Kit } from '../../../contract/kit.ts'
import type { Leaf, Page, PageContext } from '../../../contract/page.ts'
import type { Reader } from '../../../contract/reader.ts'
import { readElsewhere } from '../../../ui/elsewhere.ts'
import { saidWord } from '../../../ui/said-word.ts'
import { crumbs } from '../../../ui/sheet.ts'
import { byPerson } from '../model/by-person.ts'
import { isUnchecked, readByRelays, signedOf, type WordRow, wordsToHand } from '../model/read.ts'
import { isMissedLately } from '../model/rules.ts'
import type { fr } from '../words/fr.ts'
import { type SlipLines, slipLines } from './slip-lines.ts'

type Words = typeof fr
export const LIST = '/mes-mots'

/**
 * With where the threads of all these words stand. `apart`: those that a relay alone reads, by
 * their ids. `threaded`: those that are said in a thread, where they are answered.
 */
export type OnWords = PageContext<Words> &
  Readonly<{
    linesOf: (row: WordRow) => SlipLines
    apart: ReadonlySet<string>
    threaded: ReadonlySet<string>
  }>

/** What it says, but for a word that a relay alone reads. */
export const saidHere = (row: WordRow, { kit, apart, words }: OnWords): Html =>
  apart.has(row.id)
    ? html`<p>${words.handing.relayReads}</p>`
    : saidWord(row.said, kit.request.lang)

/** Those of these words that this reader carries, and does not read. */
export const apartFor = (
  { request }: Kit,
  read: Reader,
  all: readonly WordRow[],
): ReadonlySet<string> =>
  request.by === 'keeper' ? readByRelays(read, all, request.today) : new Set()

/**
 * The words that wait and that this person reads, those of a person side by side; without those of
 * whom one did not find.
 */
export function slipWords(kit: Kit, read: Reader): readonly WordRow[] {
  const { me, today } = kit.request
  const waiting = wordsToHand(read, me).filter(row => !isMissedLately(row, today))
  const apart = apartFor(kit, read, waiting)
  const mine = waiting.filter(({ id }) => !apart.has(id))
  return byPerson(read, mine, today).flatMap(one => one.words)
}

/** Slips to cut: those that are not handed over yet. */
export const slips: Page<Words> = {
  path: `${LIST}/papillons`,
  who: 'relay',
  show: (kit, read, words): Leaf => {
    const all = slipWords(kit, read)
    const linesOf = slipLines(all, { kit, read, words })
    const slip = (row: WordRow): Html => {
      const { about, now, answer } = linesOf(row)
      return html`
        <section class="strip">
          <p>
            <b>${words.slipLine(row.forWhom ?? '', signedOf(row, read, words))}</b>
            ${about && html`, ${about}`}
          </p>
          ${saidWord(row.said, kit.request.lang)}
          ${now.length > 0 && html`<p>${now.join(' ')}</p>`}
          ${answer && html`<p>${answer}</p>`}
        </section>
      `
    }
    const body = html`
      <div class="no-print">
        ${crumbs([{ href: LIST, words: words.myWords }], kit.request.lang)}
        <div class="head"><h1>${words.slips}</h1></div>
      </div>
      ${
        kit.request.private
          ? html`
            <div class="slips">${all.map(slip)}</div>
            ${all.some(isUnchecked) && html`<p class="hint">${words.uncheckedNames}</p>`}
          `
          : readElsewhere(kit.request)
      }
    `
    return { title: words.slips, body }
  },
}
