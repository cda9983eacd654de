import { type Html, html } from '../../../contract/html.ts'
import { LETTER_FAILURES } from '../../../contract/letter.ts'
import type { Leaf, Page } from '../../../contract/page.ts'
import type { Reader } from '../../../contract/reader.ts'
import { bornAt } from '../../../core/id.ts'
import { dayOfMoment, onDay } from '../../../text/days.ts'
import { notice, notices } from '../../../ui/board.ts'
import { said } from '../../../ui/say.ts'
import { crumbs } from '../../../ui/sheet.ts'
import type { fr } from '../words/fr.ts'
import type { SyncPage } from './say.ts'

export const LETTERS = '/lettres'
const MOST = 100

/**
 * `/lettres`: what was asked of other boxes, and what of theirs came to nothing here. Not what
 * letters say: that is between two people.
 */
export const lettersPage: Page<typeof fr> = {
  path: LETTERS,
  who: 'keeper',
  show: (kit, read, words): Leaf => {
    const w = words.letters
    const reading = { kit, read, words }
    const part = (title: string, lines: readonly Html[]): Html | false =>
      lines.length > 0 && html`<div class="part"><h2>${title}</h2>${notices(lines)}</div>`
    const [gone, undone] = [sent(reading), leftUndone(reading)]
    const body = html`
      ${said(kit.request.said)}
      ${crumbs([{ href: '/tenir', words: words.keep }], kit.request.lang)}
      <div class="head"><h1>${w.title}</h1><p class="lead">${w.lead}</p></div>
      ${gone.length + undone.length === 0 && html`<p class="empty">${w.none}</p>`}
      ${part(w.sent, gone)}
      ${part(w.undone, undone)}
    `
    return { title: w.title, body, current: '/tenir' }
  },
}

/** Whether there is anything to read on it. */
export const hasLetters = (read: Reader): boolean =>
  read.all(
    'SELECT 1 FROM letter_home WHERE state IS NOT NULL UNION ALL SELECT 1 FROM arrival_home ' +
      "WHERE state = 'undone' LIMIT 1",
  ).length > 0

const calledIn = ({ read, words }: SyncPage): ((name: string) => string) => {
  const known = new Map(read.boxes().others.map(one => [one.name, one.called]))
  return name => known.get(name) ?? words.anotherBox
}

function sent(reading: SyncPage): readonly Html[] {
  const { kit, read } = reading
  const w = reading.words.letters
  const called = calledIn(reading)
  const rows = read.all(
    `SELECT kept.id, kept.box, kept.why, kept.sentAt, there.sealed IS NOT NULL AS isClosed
      FROM letter_home AS kept
     LEFT JOIN letter_network AS there ON there.id = kept.id WHERE kept.state IS NOT NULL
       ORDER BY kept.id DESC LIMIT ${MOST}`,
  )
  return rows.map(row => {
    // One whose day is not known was still made on some day: its id says it.
    const sentAt = Date.parse(String(row['sentAt']))
    const day = onDay(
      dayOfMoment(Number.isNaN(sentAt) ? bornAt(String(row['id'])) : sentAt),
      kit.request.lang,
      kit.request.today,
    )
    return notice({
      title: w.to(called(String(row['box'])), day),
      where: row['why'] ? whyOf(w, row['why']) : row['isClosed'] ? w.closed : w.toClose,
    })
  })
}

/** By box and reason: a box that turned bad may send any number. */
function leftUndone(reading: SyncPage): readonly Html[] {
  const { kit, read } = reading
  const w = reading.words.letters
  const called = calledIn(reading)
  const rows = read.all(
    'SELECT "from", why, count(*) AS n, max(_wall) AS last FROM arrival_home ' +
      `WHERE state = 'undone' GROUP BY "from", why ORDER BY last DESC LIMIT ${MOST}`,
  )
  return rows.map(row => {
    const day = onDay(dayOfMoment(Number(row['last'])), kit.request.lang, kit.request.today)
    return notice({
      title: w.from(called(String(row['from'])), Number(row['n']), day),
      where: whyOf(w, row['why']),
    })
  })
}

function whyOf({ whys }: (typeof fr)['letters'], why: unknown): string {
  const known = LETTER_FAILURES.find(one => one === why) ?? 'failed'
  return whys[known]
}
