import { type Html, html } from '../../../contract/html.ts'
import type { Leaf, Page } from '../../../contract/page.ts'
import { dayPlain } from '../../../text/days.ts'
import { crumbs } from '../../../ui/sheet.ts'
import { TONGUE } from '../../../ui/tongue.ts'
import { REPORT } from '../model/commands.ts'
import type { CommuneThing } from '../model/read-commune.ts'
import { whoAnswers } from './pages-report.ts'
import { type CommuneReport, communeReportOf, STANDING_KINDS } from './parts-commune.ts'
import type { DiagnosisWords } from './seen.ts'
import { oneOnMap, partOf } from './shown.ts'

/** `/diagnostic/commune/42195`: what is known of one commune, for its mayor and for everybody. */
const one: Page<DiagnosisWords> = {
  path: `${REPORT}/commune/:code`,
  forAll: true,
  show: (kit, read, words): Leaf | undefined => {
    const report = communeReportOf(kit, read, words, kit.request.params['code'] ?? '')
    if (!report) return undefined
    const { seen, here, parts } = report
    const w = words.ofOne
    const title = w.title(here.name)
    const drawn = { ...oneOnMap(report, words.yellow), inside: standingList(report) }
    const body = html`
      ${crumbs([{ href: REPORT, words: words.menu }], kit.request.lang)}
      <div class="head">
        <h1>${title}</h1>
        <p class="lead">
          ${w.lead(kit.territory?.name, dayPlain(kit.request.today, kit.request.lang))}
        </p>
      </div>
      <ul class="tags no-print">
        <li><a href="/imprimer/rapport/${here.code}">${w.print}</a></li>
        <li><a href="${REPORT}">${w.toAll}</a></li>
      </ul>
      <div class="report">${parts.map(part => partOf(part, seen, false, drawn))}</div>
      ${whoAnswers(kit)}
    `
    return { title, body, current: REPORT }
  },
}

/** The names of what stands there, each leading to its page. */
function standingList({ standing, seen }: CommuneReport): Html {
  const ofKind = (kind: CommuneThing['kind']): Html | false => {
    const all = standing.filter(one => one.kind === kind)
    if (all.length === 0) return false
    const names = all.map(
      ({ title, path }) =>
        html`<li${TONGUE}>${path === null ? title : html`<a href="${path}">${title}</a>`}</li>`,
    )
    return html`<h3>${seen.words.ofOne.kinds[kind]}</h3><ul class="tags">${names}</ul>`
  }
  return html`${STANDING_KINDS.map(ofKind)}`
}

export const communePages: readonly Page<DiagnosisWords>[] = [one]
