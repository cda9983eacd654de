import { type Html, html } from '../../../contract/html.ts'
import type { Kit } from '../../../contract/kit.ts'
import type { Leaf, Page } from '../../../contract/page.ts'
import type { Reader, Row } from '../../../contract/reader.ts'
import { inAlphabet } from '../../../contract/tables.ts'
import type { RowOf } from '../../../core/schema.ts'
import { prose } from '../../../ui/value.ts'
import { pointedBy, pointing, runnersReach } from '../model/read.ts'
import { actor, initiative, partnership } from '../model/records.ts'
import {
  actorLine,
  crumbsTo,
  otherLine,
  PATHS,
  part,
  partnershipLine,
  projectLine,
} from './line.ts'
import { showcaseLink } from './pages-showcase.ts'
import { doubtNote, noticesFrom, saidPart, tellLink } from './parts.ts'
import { type DirectoryWords, openSentence, reachOf } from './say.ts'

const empty = (kit: Kit, words: DirectoryWords): Html =>
  html`${words.nothingHere(kit.territory?.keptBy ?? '')}`

const actors: Page<DirectoryWords> = {
  path: PATHS.actor,
  show: (kit, _read, words) =>
    kit.list(actor, row => actorLine(row, kit, words), {
      byLetter: true,
      empty: empty(kit, words),
    }),
}

const oneActor: Page<DirectoryWords> = {
  path: `${PATHS.actor}/:id`,
  show: (kit, read, words): Leaf | undefined => {
    const row = read.one(actor, kit.request.params['id'] ?? '')
    if (!row) return undefined
    const open = openSentence(row, kit, words)
    const runs = pointing(read, row.id, { type: initiative, field: 'runBy' }).map(one =>
      projectLine(one, kit, read, words),
    )
    const members = pointing(read, row.id, { type: actor, field: 'partOf' }).map(one =>
      actorLine(one, kit, words),
    )
    const together = pointing(read, row.id, { type: partnership, field: 'between' }).map(one =>
      partnershipLine(one, kit, read),
    )
    return kit.record(actor, row.id, {
      crumbs: crumbsTo('actor', words),
      side: 'actor',
      hide: ['summary', 'toConfirm', 'phone', 'email', 'point', 'photos', 'inBooklet'],
      reach: reachOf(kit, row, row.id) ?? html``,
      lead: html`
        ${row.toConfirm === true && doubtNote(row.id, words)}
        ${row.summary && prose(row.summary)}
        ${open && html`<p>${open}</p>`}
      `,
      after: html`
        ${showcaseLink(row, words)}
        ${part(words.theyRun, runs)}
        ${part(words.theirMembers, members)}
        ${part(words.theirPartnerships, together)}
        ${noticesFrom({ read, kit, words }, row.id, 'need', words.theirNeeds)}
        ${noticesFrom({ read, kit, words }, row.id, 'offer', words.theirOffers)}
        ${saidPart(read, kit.request, words, row.id)}
      `,
      acts: tellLink(row.id, words),
    })
  },
}

const projects: Page<DirectoryWords> = {
  path: PATHS.initiative,
  show: (kit, read, words) =>
    kit.list(initiative, row => projectLine(row, kit, read, words), {
      wanted: { order: `state IS 'done', ${inAlphabet('title')}, id` },
      empty: empty(kit, words),
    }),
}

/** What inspires a project: what it names, and the references that name it. */
function inspiring(row: RowOf<typeof initiative>, read: Reader): readonly (Html | false)[] {
  const named = pointedBy(read, row.id, 'reference', ['inspires']).map(one => String(one['id']))
  return [...new Set([...(row.inspiredBy ?? []), ...named])].map(id => otherLine({ id }, read))
}

function around(
  row: RowOf<typeof initiative>,
  kit: Kit,
  read: Reader,
  words: DirectoryWords,
): Html {
  const ideas = pointedBy(read, row.id, 'idea', ['about']).filter(one => one['state'] !== 'dropped')
  const tasks = pointedBy(read, row.id, 'task', ['about']).filter(
    one => one['state'] !== 'done' && one['state'] !== 'dropped',
  )
  const voices = pointedBy(read, row.id, 'voice', ['about'])
  const inspired = pointing(read, row.id, { type: initiative, field: 'inspiredBy' }).map(one =>
    projectLine(one, kit, read, words),
  )
  const lines = (rows: readonly Row[]) => rows.map(one => otherLine(one, read))
  return html`
    ${noticesFrom({ read, kit, words }, row.id, 'need', words.itsNeeds)}
    ${noticesFrom({ read, kit, words }, row.id, 'offer', words.itsOffers)}
    ${part(words.inspires, inspiring(row, read))}
    ${part(words.inspiredOthers, inspired)}
    ${part(words.itsIdeas, lines(ideas))}
    ${part(words.itsTasks, lines(tasks))}
    ${part(words.itsVoices, lines(voices))}
    ${saidPart(read, kit.request, words, row.id)}
  `
}

const oneProject: Page<DirectoryWords> = {
  path: `${PATHS.initiative}/:id`,
  show: (kit, read, words): Leaf | undefined => {
    const row = read.one(initiative, kit.request.params['id'] ?? '')
    return (
      row &&
      kit.record(initiative, row.id, {
        crumbs: crumbsTo('initiative', words),
        side: 'project',
        hide: ['summary', 'inspiredBy'],
        reach: reachOf(kit, row.reach ? row : runnersReach(row, read), row.id) ?? html``,
        lead: row.summary ? prose(row.summary) : html``,
        after: html`${showcaseLink(row, words)}${around(row, kit, read, words)}`,
        acts: tellLink(row.id, words),
      })
    )
  },
}

const partnerships: Page<DirectoryWords> = {
  path: PATHS.partnership,
  show: (kit, read, words) =>
    kit.list(partnership, row => partnershipLine(row, kit, read), {
      byLetter: true,
      empty: empty(kit, words),
    }),
}

const onePartnership: Page<DirectoryWords> = {
  path: `${PATHS.partnership}/:id`,
  show: (kit, read, words): Leaf | undefined => {
    const row = read.one(partnership, kit.request.params['id'] ?? '')
    return (
      row &&
      kit.record(partnership, row.id, {
        crumbs: crumbsTo('partnership', words),
        side: 'actor',
        hide: ['note'],
        reach: reachOf(kit, {}, row.id) ?? html``,
        lead: row.note ? prose(row.note) : html``,
        after: html`${saidPart(read, kit.request, words, row.id)}`,
        acts: tellLink(row.id, words),
      })
    )
  },
}

export const whoPages: readonly Page<DirectoryWords>[] = [
  actors,
  oneActor,
  projects,
  oneProject,
  partnerships,
  onePartnership,
]
