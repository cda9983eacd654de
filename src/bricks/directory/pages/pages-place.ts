import { type Html, html } from '../../../contract/html.ts'
import type { Kit } from '../../../contract/kit.ts'
import type { Leaf, Page } from '../../../contract/page.ts'
import type { Reader } from '../../../contract/reader.ts'
import type { Slots } from '../../../contract/slots.ts'
import type { RowOf } from '../../../core/schema.ts'
import { dotted } from '../../../ui/board.ts'
import { STALL_FIELDS, stallPart } from '../../../ui/stall.ts'
import { prose } from '../../../ui/value.ts'
import { pointedBy, pointing } from '../model/read.ts'
import { accessPoint, actor, initiative, place } from '../model/records.ts'
import { isBody } from '../model/rules.ts'
import { computersLine, crumbsTo, PATHS, part, placeLine, projectLine } from './line.ts'
import { doubtNote, monthOf, noticesFrom, saidPart, tellLink } from './parts.ts'
import {
  type DirectoryWords,
  hoursIn,
  hoursShort,
  openSentence,
  type Reaching,
  reachOf,
} from './say.ts'

/** What the page of a place says in sentences, and so leaves out of its list of values. */
const SAID = [
  'description',
  'hours',
  'present',
  'keyHolder',
  'missing',
  'ask',
  'phone',
  'shared',
  'toConfirm',
  'point',
]

/** When someone is there, who has the key: what one wants to know before walking there. */
function when(row: RowOf<typeof place>, kit: Kit, words: DirectoryWords): Html {
  const hours = hoursIn(row, kit, words)
  const open = openSentence(row, kit, words)
  return html`
    ${
      hours &&
      html`
        <p>
          ${row.present ? words.presentAt(row.present, hours) : words.openAt(hours)}
          ${open && html` ${open}`}
        </p>
      `
    }
    ${!hours && row.present && html`<p>${words.presentSometimes(row.present)}</p>`}
    ${row.keyHolder && html`<p>${words.keyWith(row.keyHolder)}</p>`}
  `
}

function after(row: RowOf<typeof place>, kit: Kit, read: Reader, words: DirectoryWords): Html {
  const missing =
    row.missing && html`<div class="part"><h2>${words.missingHere}</h2>${prose(row.missing)}</div>`
  const computers = pointing(read, row.id, { type: accessPoint, field: 'place' }).map(one =>
    computersLine(one, kit, words),
  )
  const projects = pointing(read, row.id, { type: initiative, field: 'place' }).map(one =>
    projectLine(one, kit, read, words),
  )
  return html`
    ${monthOf(pointedBy(read, row.id, 'event', ['place']), kit.request, read, words.monthHere)}
    ${stallPart(row, kit.request.lang)}
    ${missing}
    ${part(words.computersHere, computers)}
    ${part(words.projectsHere, projects)}
    ${noticesFrom({ read, kit, words }, row.id, 'need', words.needsHere)}
    ${noticesFrom({ read, kit, words }, row.id, 'offer', words.offersHere)}
    ${saidPart(read, kit.request, words, row.id)}
  `
}

const one: Page<DirectoryWords> = {
  path: `${PATHS.place}/:id`,
  show: (kit, read, words): Leaf | undefined => {
    const row = read.one(place, kit.request.params['id'] ?? '')
    return (
      row &&
      kit.record(place, row.id, {
        crumbs: crumbsTo('place', words),
        side: 'place',
        hide: [...SAID, ...STALL_FIELDS],
        reach: reachOf(kit, { reach: row.ask, phone: row.phone }, row.id) ?? html``,
        lead: html`
          ${row.toConfirm === true && doubtNote(row.id, words)}
          ${row.description && prose(row.description)}
          ${when(row, kit, words)}
        `,
        after: after(row, kit, read, words),
        acts: tellLink(row.id, words),
      })
    )
  },
}

const list: Page<DirectoryWords> = {
  path: PATHS.place,
  show: (kit, _read, words) =>
    kit.list(place, row => placeLine(row, kit, words), {
      byLetter: true,
      empty: html`${words.nothingHere(kit.territory?.keptBy ?? '')}`,
    }),
}

const computersList: Page<DirectoryWords> = {
  path: PATHS['access-point'],
  show: (kit, _read, words) =>
    kit.list(accessPoint, row => computersLine(row, kit, words), {
      byLetter: true,
      empty: html`${words.nothingHere(kit.territory?.keptBy ?? '')}`,
    }),
}

const computers: Page<DirectoryWords> = {
  path: `${PATHS['access-point']}/:id`,
  show: (kit, read, words): Leaf | undefined => {
    const row = read.one(accessPoint, kit.request.params['id'] ?? '')
    if (!row) return undefined
    const open = openSentence(row, kit, words)
    return kit.record(accessPoint, row.id, {
      crumbs: crumbsTo('access-point', words),
      side: 'place',
      hide: ['toConfirm', 'ask', 'phone'],
      reach: reachOf(kit, computersReach(row, read), row.id) ?? html``,
      lead: html`
        ${row.toConfirm === true && doubtNote(row.id, words)}
        ${open && html`<p>${open}</p>`}
      `,
      after: html`${saidPart(read, kit.request, words, row.id)}`,
      acts: tellLink(row.id, words),
    })
  },
}

/** Computers without a way of their own are asked about where they stand. */
function computersReach(row: RowOf<typeof accessPoint>, read: Reader): Reaching {
  if (row.ask || row.phone || !row.place) return { reach: row.ask, phone: row.phone }
  const where = read.one(place, row.place)
  return where ? { reach: where.ask, phone: where.phone } : (hostOf(row, read) ?? {})
}
/** Who has the computers at home, or the group where they stand. */
const hostOf = ({ place }: RowOf<typeof accessPoint>, read: Reader) =>
  place ? read.one(actor, place) : undefined

/**
 * What people look up of a place, a group or a computer, for a line of a search: its hours, and its
 * telephone as text. The number of a person, or of computers at the home of one, is on their page.
 */
export const facts: NonNullable<Slots<DirectoryWords>['facts']> = (kit, read, words, of) => {
  const found = factsRead(read, of.type, of.id)
  if (!found) return undefined
  const said = dotted([hoursShort(found, kit, words), found.phone?.replaceAll(' ', '\u00a0')])
  const isDoubtful = said.html !== '' && found.toConfirm === true
  return dotted([said, isDoubtful && words.toConfirmLine])
}
function factsRead(read: Reader, type: string, id: string) {
  if (type === place.name) return read.one(place, id)
  if (type === accessPoint.name) {
    const row = read.one(accessPoint, id)
    const host = row && hostOf(row, read)
    const isHome = host !== undefined && !isBody(host.kind)
    return row && { ...row, phone: isHome ? null : computersReach(row, read).phone }
  }
  const row = type === actor.name ? read.one(actor, id) : undefined
  return row && { ...row, phone: isBody(row.kind) ? row.phone : null }
}

export const placePages: readonly Page<DirectoryWords>[] = [list, one, computersList, computers]
