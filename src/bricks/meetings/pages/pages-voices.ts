import { type Html, html } from '../../../contract/html.ts'
import type { Kit } from '../../../contract/kit.ts'
import type { Leaf, Page } from '../../../contract/page.ts'
import type { Reader } from '../../../contract/reader.ts'
import type { Request } from '../../../contract/request.ts'
import type { RowOf } from '../../../core/schema.ts'
import { onDay } from '../../../text/days.ts'
import { notice } from '../../../ui/board.ts'
import { inTongue, TONGUE } from '../../../ui/tongue.ts'
import { prose } from '../../../ui/value.ts'
import { PATH } from '../model/read.ts'
import { decision, reference, voice } from '../model/records.ts'
import {
  askAbout,
  between,
  kindsAlone,
  linksTo,
  linkTo,
  type MeetingWords,
  notedWhen,
} from './say.ts'

const crumbsTo = (path: string, label: string, words: MeetingWords) => [
  { href: PATH, words: words.title },
  { href: `${PATH}${path}`, words: label },
]

const voiceList: Page<MeetingWords> = {
  path: `${PATH}/paroles`,
  show: (kit, read, words): Leaf =>
    kit.list(voice, row => voiceItem(row, kit.request, read, words), {
      lead: kindsAlone(words),
      current: PATH,
    }),
}

/** A thing said; whoever said it is named only when they asked to be. */
function voiceItem(
  row: RowOf<typeof voice>,
  request: Request,
  read: Reader,
  words: MeetingWords,
): Html {
  const about = linkTo(read, row.about)
  const where = between([
    row.name,
    about && html`${words.about} ${about}`,
    notedWhen(read, row.notedAt, request, words) ||
      (row.on !== null && onDay(row.on, request.lang, request.today)),
  ])
  return html`
    <li>
      <blockquote class="voice"${TONGUE}>
        <a href="${PATH}/paroles/${row.id}">${words.quoted(row.saying ?? '')}</a>
      </blockquote>
      <p class="where">${where}</p>
    </li>
  `
}

/** What a reference inspires here: as it says itself, and as ideas and projects say. */
function inspiredBy(row: RowOf<typeof reference>, read: Reader): readonly string[] {
  const pointing = read.pointing(row.id).filter(one => one.field === 'inspiredBy')
  return [...new Set([...(row.inspires ?? []), ...pointing.map(one => one.id)])]
}

const referenceList: Page<MeetingWords> = {
  path: `${PATH}/references`,
  show: (kit, read, words): Leaf =>
    kit.list(reference, row => referenceItem(row, kit, read, words), {
      lead: kindsAlone(words),
      current: PATH,
    }),
}

function referenceItem(
  row: RowOf<typeof reference>,
  kit: Kit,
  read: Reader,
  words: MeetingWords,
): Html {
  const inspires = linksTo(read, inspiredBy(row, read))
  const where = html`
    ${between([
      row.author,
      row.url && kit.shown(reference, 'url', row.url),
      row.note && inTongue(row.note, kit.request.lang),
    ])}
  `
  const meets = inspires.html !== '' && html`${words.inspires}${words.colon}${inspires}`
  return notice({
    title: row.title ?? '',
    href: `${PATH}/references/${row.id}`,
    where,
    ...(meets ? { meets } : {}),
  })
}

const referencePage: Page<MeetingWords> = {
  path: `${PATH}/references/:id`,
  show: (kit, read, words): Leaf | undefined => {
    const row = read.one(reference, kit.request.params['id'] ?? '')
    if (!row) return undefined
    const inspires = linksTo(read, inspiredBy(row, read))
    return kit.record(reference, row.id, {
      crumbs: crumbsTo('/references', words.types.reference.many, words),
      current: PATH,
      lead: html`${row.note && prose(row.note)}`,
      hide: ['note', 'inspires'],
      after: html`
        ${
          inspires.html !== '' &&
          html`<div class="part"><h2>${words.inspires}</h2><p>${inspires}</p></div>`
        }
      `,
      acts: html`${askAbout(kit, read, row.id, words)}`,
    })
  },
}

const decisionList: Page<MeetingWords> = {
  path: `${PATH}/decisions`,
  show: (kit, read, words): Leaf =>
    kit.list(
      decision,
      row => {
        const where =
          notedWhen(read, row.notedAt, kit.request, words) ||
          (row.on !== null && onDay(row.on, kit.request.lang, kit.request.today)) ||
          ''
        return notice({ title: row.title ?? '', href: `${PATH}/decisions/${row.id}`, where })
      },
      { lead: kindsAlone(words), current: PATH },
    ),
}

/** A decision, or a thing said: what the schema tells, under the story that it belongs to. */
const plainPage = (type: typeof decision | typeof voice, path: string): Page<MeetingWords> => ({
  path: `${PATH}${path}/:id`,
  show: (kit, read, words) => {
    const id = kit.request.params['id'] ?? ''
    return kit.record(type, id, {
      crumbs: crumbsTo(path, words.types[type.name].many, words),
      current: PATH,
      acts: html`${askAbout(kit, read, id, words)}`,
    })
  },
})

export const saidPages: readonly Page<MeetingWords>[] = [
  voiceList,
  plainPage(voice, '/paroles'),
  referenceList,
  referencePage,
  decisionList,
  plainPage(decision, '/decisions'),
]
