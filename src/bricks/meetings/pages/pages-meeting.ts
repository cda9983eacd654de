import { type Html, html } from '../../../contract/html.ts'
import type { Kit } from '../../../contract/kit.ts'
import type { Leaf, Page } from '../../../contract/page.ts'
import type { Reader } from '../../../contract/reader.ts'
import { dayLong, onDay, sayTime } from '../../../text/days.ts'
import { notice } from '../../../ui/board.ts'
import { prose } from '../../../ui/value.ts'
import type { MeetingRow } from '../model/read.ts'
import { keeperOfRecord, PATH } from '../model/read.ts'
import { decision, idea, meeting, reference, task, voice } from '../model/records.ts'
import { outcomeLine, outcomesOf } from './outcomes.ts'
import { placeOf } from './pages-story.ts'
import { askAbout, between, kindsAlone, type MeetingWords } from './say.ts'

const meetingPath = `${PATH}/reunions`
/** What a keeper adds to a meeting by hand. */
const ADDED = [decision, task, idea, voice, reference]

const whenWhere = (row: MeetingRow, kit: Kit): Html =>
  between(
    [
      row.date && dayLong(row.date, kit.request.lang, kit.request.today),
      row.startsAt && sayTime(row.startsAt, kit.request.lang),
      placeOf(row, kit),
    ],
    ', ',
  )

const meetingList: Page<MeetingWords> = {
  path: meetingPath,
  show: (kit, _read, words): Leaf =>
    kit.list(
      meeting,
      row =>
        notice({
          title: row.title ?? '',
          href: `${meetingPath}/${row.id}`,
          where: whenWhere(row, kit),
        }),
      {
        lead: kindsAlone(words),
        wanted: { order: 'date DESC, id DESC' },
        current: PATH,
      },
    ),
}

const meetingPage: Page<MeetingWords> = {
  path: `${meetingPath}/:id`,
  show: (kit, read, words): Leaf | undefined => {
    const row = read.one(meeting, kit.request.params['id'] ?? '')
    if (!row) return undefined
    return kit.record(meeting, row.id, {
      crumbs: [
        { href: PATH, words: words.title },
        { href: meetingPath, words: words.types.meeting.many },
      ],
      current: PATH,
      lead: html`
        <p><b>${whenWhere(row, kit)}</b></p>
        ${row.readBy && readBack(row.readBy, row.readOf ?? row.readBy, words)}
        ${row.summary && prose(row.summary)}
      `,
      hide: ['date', 'startsAt', 'where', 'place', 'commune', 'summary', 'readBy', 'readOf'],
      after: html`
        <p class="no-print"><a href="/imprimer/compte-rendu/${row.id}">${words.prints.print}</a></p>
        ${cameOut(row, kit, read, words)}
        ${forWikis(row.id, words)}
        ${kit.request.by === 'keeper' && adding(row.id, words)}
      `,
      acts: html`${askAbout(kit, read, row.id, words)}`,
    })
  },
}

const readBack = (by: number, of: number, words: MeetingWords): Html =>
  html`<p class="where">${words.readBack(by, of)}</p>`

/** Everything noted there, by kind. */
function cameOut(row: MeetingRow, kit: Kit, read: Reader, words: MeetingWords): Html {
  const { request } = kit
  const parts = outcomesOf(read, row.id).flatMap(({ type, ids }) => {
    const lines = ids
      .map(one => outcomeLine(type, one, { request, read, words }))
      .filter((line): line is Html => line !== false)
    return lines.length > 0 ? [part(words.parts[type] ?? type, lines)] : []
  })
  if (parts.length > 0) return html`${parts}`
  const { today, lang } = request
  const said =
    row.date !== null && row.date > today
      ? words.takesPlace(onDay(row.date, lang, today))
      : words.nothingNoted(keeperOfRecord(kit, read, row.id, words))
  return html`<p>${said}</p>`
}

const part = (title: string, lines: readonly Html[]): Html =>
  html`
    <div class="part">
      <h2>${title}</h2>
      <ul class="notices">${lines.map(line => html`<li>${line}</li>`)}</ul>
    </div>
  `

/** The form of each kind, already tied to this meeting. */
const adding = (id: string, words: MeetingWords): Html =>
  html`
    <p class="no-print">
      ${words.addFrom}
      ${words.colon}
      ${between(
        ADDED.map(
          type =>
            html`
              <a href="${type.path}/ajouter?genre=${type.name}&amp;notedAt=${id}">
                ${words.asks[type.name]}
              </a>
            `,
        ),
        ', ',
      )}
    </p>
  `

/** The minutes as two wikis write them: whoever keeps one pastes them there. */
const forWikis = (id: string, words: MeetingWords): Html =>
  html`
    <p class="no-print">
      ${words.forWikis}
      ${words.colon}
      <a href="/reunions/${id}.wiki">MediaWiki</a>, <a href="/reunions/${id}.yeswiki">YesWiki</a>
    </p>
  `

export const meetingPages: readonly Page<MeetingWords>[] = [meetingList, meetingPage]
