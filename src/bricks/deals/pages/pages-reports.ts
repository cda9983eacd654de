import { type Html, html } from '../../../contract/html.ts'
import type { Leaf, Page } from '../../../contract/page.ts'
import { onDay } from '../../../text/days.ts'
import { readElsewhere } from '../../../ui/elsewhere.ts'
import { actButton } from '../../../ui/post.ts'
import { said } from '../../../ui/say.ts'
import { crumbs } from '../../../ui/sheet.ts'
import { TONGUE } from '../../../ui/tongue.ts'
import { REPORTS, type ReportedWord, reportedWords } from '../model/reports.ts'
import { STOPPED } from '../model/rules.ts'
import { DEALS } from '../model/sides.ts'
import { type DealWords, signedAs } from './say.ts'

/**
 * The words that hurt somebody, for the keeper: each word alone, who said it and who told it. No
 * link leads to its thread.
 */
const reports: Page<DealWords> = {
  path: REPORTS,
  who: 'keeper',
  show: (kit, read, words): Leaf => {
    const { request } = kit
    const all = request.private ? reportedWords(read) : []
    const one = ({ report, word, from, by }: ReportedWord): Html => {
      const act = (judged: 'hidden' | 'stands' | typeof STOPPED, button: string): Html =>
        actButton(kit.form(), `${REPORTS}/${report.id}`, {
          hidden: { from: REPORTS, judged },
          button,
        })
      const who = (party: ReportedWord['from']) => (party ? signedAs(party, words) : words.someone)
      const day = onDay(word.on ?? '', request.lang, request.today)
      return html`
        <article class="part stack">
          <blockquote${TONGUE}><p class="said-word">${word.said}</p></blockquote>
          <p class="where">
            ${words.reportLine(who(from), day, who(by))}
          </p>
          <div class="acts">
            ${act('hidden', words.judgeHide)}
            ${act(STOPPED, words.judgeStop)}
            ${act('stands', words.judgeStands)}
          </div>
        </article>
      `
    }
    const body = html`
      ${said(request.said)}
      <div class="one">
        <div class="sheet">
          ${crumbs([{ href: DEALS, words: words.all }], request.lang)}
          <h1>${words.reportsTitle}</h1>
          <p class="lead">${words.reportsLead}</p>
          ${all.length > 0 && html`<p>${words.threat}</p>`}
          ${!request.private && readElsewhere(request)}
          ${request.private && all.length === 0 && html`<p class="empty">${words.noReport}</p>`}
          ${all.map(one)}
        </div>
      </div>
    `
    return { title: words.reportsTitle, body }
  },
}

export const reportPages: readonly Page<DealWords>[] = [reports]
