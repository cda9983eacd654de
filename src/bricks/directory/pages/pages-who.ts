import { type Html, html } from '../../../contract/html.ts'
import type { Ask, Leaf, Page } from '../../../contract/page.ts'
import type { Reader, Row } from '../../../contract/reader.ts'
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
import { openSentence, reachOf, type Words } from './say.ts'

const empty = (ask: Ask, words: Words): Html =>
  html`${words.nothingHere(ask.territory?.keptBy ?? '')}`

const actors: Page<Words> = {
  path: PATHS.actor,
  show: (ask, _read, words) =>
    ask.list(actor, row => actorLine(row, ask, words), {
      wanted: { order: 'name COLLATE NOCASE, id' },
      empty: empty(ask, words),
    }),
}

const oneActor: Page<Words> = {
  path: `${PATHS.actor}/:id`,
  show: (ask, read, words): Leaf | undefined => {
    const row = read.one(actor, ask.params['id'] ?? '')
    if (!row) return undefined
    const open = !!row.hours && row.toConfirm !== true && openSentence(row.hours, ask, words)
    const runs = pointing(read, row.id, initiative, 'runBy').map(one =>
      projectLine(one, ask, read, words),
    )
    const members = pointing(read, row.id, actor, 'partOf').map(one => actorLine(one, ask, words))
    const together = pointing(read, row.id, partnership, 'between').map(one =>
      partnershipLine(one, read),
    )
    return ask.record(actor, row.id, {
      crumbs: crumbsTo('actor', words),
      side: 'actor',
      hide: ['summary', 'toConfirm', 'phone', 'email', 'point', 'photos', 'inBooklet'],
      reach: reachOf(ask, row, row.id) ?? html``,
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
        ${noticesFrom(read, ask, words, row.id, 'need', words.theirNeeds)}
        ${noticesFrom(read, ask, words, row.id, 'offer', words.theirOffers)}
        ${saidPart(read, ask, words, row.id)}
      `,
      acts: tellLink(row.id, words),
    })
  },
}

const projects: Page<Words> = {
  path: PATHS.initiative,
  show: (ask, read, words) =>
    ask.list(initiative, row => projectLine(row, ask, read, words), {
      wanted: { order: "state IS 'done', title COLLATE NOCASE, id" },
      empty: empty(ask, words),
    }),
}

/** What inspires a project: what it names, and the references that name it. */
function inspiring(row: RowOf<typeof initiative>, read: Reader): readonly (Html | false)[] {
  const named = pointedBy(read, row.id, 'reference', ['inspires']).map(one => String(one['id']))
  return [...new Set([...(row.inspiredBy ?? []), ...named])].map(id => otherLine({ id }, read))
}

function around(row: RowOf<typeof initiative>, ask: Ask, read: Reader, words: Words): Html {
  const ideas = pointedBy(read, row.id, 'idea', ['about']).filter(one => one['state'] !== 'dropped')
  const tasks = pointedBy(read, row.id, 'task', ['about']).filter(
    one => one['state'] !== 'done' && one['state'] !== 'dropped',
  )
  const voices = pointedBy(read, row.id, 'voice', ['about'])
  const inspired = pointing(read, row.id, initiative, 'inspiredBy').map(one =>
    projectLine(one, ask, read, words),
  )
  const lines = (rows: readonly Row[]) => rows.map(one => otherLine(one, read))
  return html`
    ${noticesFrom(read, ask, words, row.id, 'need', words.itsNeeds)}
    ${noticesFrom(read, ask, words, row.id, 'offer', words.itsOffers)}
    ${part(words.inspires, inspiring(row, read))}
    ${part(words.inspiredOthers, inspired)}
    ${part(words.itsIdeas, lines(ideas))}
    ${part(words.itsTasks, lines(tasks))}
    ${part(words.itsVoices, lines(voices))}
    ${saidPart(read, ask, words, row.id)}
  `
}

const oneProject: Page<Words> = {
  path: `${PATHS.initiative}/:id`,
  show: (ask, read, words): Leaf | undefined => {
    const row = read.one(initiative, ask.params['id'] ?? '')
    return (
      row &&
      ask.record(initiative, row.id, {
        crumbs: crumbsTo('initiative', words),
        side: 'project',
        hide: ['summary', 'inspiredBy'],
        reach: reachOf(ask, row.reach ? row : runnersReach(row, read), row.id) ?? html``,
        lead: row.summary ? prose(row.summary) : html``,
        after: html`${showcaseLink(row, words)}${around(row, ask, read, words)}`,
        acts: tellLink(row.id, words),
      })
    )
  },
}

const partnerships: Page<Words> = {
  path: PATHS.partnership,
  show: (ask, read, words) =>
    ask.list(partnership, row => partnershipLine(row, read), {
      wanted: { order: 'about COLLATE NOCASE, id' },
      empty: empty(ask, words),
    }),
}

const onePartnership: Page<Words> = {
  path: `${PATHS.partnership}/:id`,
  show: (ask, read, words): Leaf | undefined => {
    const row = read.one(partnership, ask.params['id'] ?? '')
    return (
      row &&
      ask.record(partnership, row.id, {
        crumbs: crumbsTo('partnership', words),
        side: 'actor',
        hide: ['note'],
        reach: reachOf(ask, {}, row.id) ?? html``,
        lead: row.note ? prose(row.note) : html``,
        after: html`${saidPart(read, ask, words, row.id)}`,
        acts: tellLink(row.id, words),
      })
    )
  },
}

export const whoPages: readonly Page<Words>[] = [
  actors,
  oneActor,
  projects,
  oneProject,
  partnerships,
  onePartnership,
]
