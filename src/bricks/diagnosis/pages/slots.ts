import { type Html, html } from '../../../contract/html.ts'
import type { Kit } from '../../../contract/kit.ts'
import type { Reader } from '../../../contract/reader.ts'
import type { HomeSection, Slots } from '../../../contract/slots.ts'
import { hasTable } from '../../../contract/tables.ts'
import { wordAt } from '../../../core/narrow.ts'
import { daysBetween, onDay } from '../../../text/days.ts'
import { notices } from '../../../ui/board.ts'
import { TONGUE } from '../../../ui/tongue.ts'
import { REPORT, REQUESTS } from '../model/commands.ts'
import { answeredRequests, openRequests, requestsIn } from '../model/read.ts'
import type { DiagnosisWords } from './seen.ts'

/** An answer is news for two months. */
const NEWS_DAYS = 60
const MOST = 2
const MOST_DONE = 10

/** *La comcom a répondu*, while it is news; else what is asked: of our councils alone. */
function home(kit: Kit, read: Reader, words: DiagnosisWords): readonly HomeSection[] {
  const all = requestsIn(read, 'here')
  const news = answeredRequests(all).filter(
    one => daysBetween(one.last.on, kit.request.today) <= NEWS_DAYS,
  )
  const lines =
    news.length > 0
      ? news.slice(0, MOST).map(one => ({
          id: one.row.id,
          title: one.row.title ?? '',
          under: words.saidShort(
            wordAt(words.says, one.last.says) ?? one.last.says,
            onDay(one.last.on, kit.request.lang, kit.request.today),
          ),
        }))
      : openRequests(all)
          .slice(0, MOST)
          .map(one => ({ id: one.row.id, title: one.row.title ?? '', under: words.waits }))
  if (lines.length === 0)
    return somethingIs(read)
      ? [sectionOf(words.homeDecide, html`<p>${words.homeLead}</p>`, words)]
      : []
  const kinds = new Set(news.slice(0, MOST).map(one => one.row.council))
  const who = kinds.size > 1 ? '' : [...kinds][0]
  const title =
    news.length === 0
      ? words.homeAsked
      : who === 'commune'
        ? words.homeCommune
        : who === 'intercommunality'
          ? words.homeIntercommunality
          : words.homeOthers
  const items = lines.map(
    one =>
      html`
        <li>
          <h3${TONGUE}><a href="${REQUESTS}/${one.id}">${one.title}</a></h3>
          <p class="where">${one.under}</p>
        </li>
      `,
  )
  return [
    {
      ...sectionOf(title, notices(items), words),
      tells: lines.map(one => `${REQUESTS}/${one.id}`),
    },
  ]
}

const sectionOf = (title: string, body: Html, words: DiagnosisWords): HomeSection => ({
  order: 15,
  row: 'low',
  side: 'asked',
  title,
  more: { href: REPORT, words: words.homeMore },
  body,
})
/** A page of which nothing is written yet has no diagnosis to read. */
const somethingIs = (read: Reader): boolean =>
  ['place', 'actor', 'initiative'].some(
    table =>
      hasTable(read, table) &&
      read.all(`SELECT 1 FROM ${table} WHERE removed IS NOT 1 LIMIT 1`).length > 0,
  )

/** What a council said yes to, in whole or in part, is something that was done. */
const done = (_ask: Kit, read: Reader, words: DiagnosisWords) =>
  answeredRequests(requestsIn(read, 'here'))
    .filter(one => one.last.says === 'yes' || one.last.says === 'part')
    .slice(0, MOST_DONE)
    .map(one => ({
      day: one.last.on,
      title: words.doneAnswered(one.row.title ?? '', words.says[one.last.says as 'yes' | 'part']),
      where: one.last.council ?? '',
      href: `${REQUESTS}/${one.row.id}`,
    }))

export const slots: Slots<DiagnosisWords> = {
  questions: words => words.questions,
  tools: words => [
    { href: REPORT, words: words.toReport, under: 'council', about: words.toolAbout.report },
    { href: REQUESTS, words: words.toRequests, under: 'council', about: words.toolAbout.requests },
    {
      href: `${REPORT}/difficulte`,
      words: words.toDifficulty,
      under: 'in',
      about: words.toolAbout.difficulty,
    },
    {
      href: `${REPORT}/histoire`,
      words: words.toStory,
      under: 'council',
      about: words.toolAbout.story,
    },
  ],
  home,
  done,
}
