import { randomBytes } from 'node:crypto'
import type { Context, Hono } from 'hono'
import { type Html, html } from '../../../contract/html.ts'
import type { Leaf } from '../../../contract/page.ts'
import { communesKnown } from '../../../contract/records/ground.ts'
import { harvest as harvestType } from '../../../contract/records/own-records.ts'
import { wordsOfType } from '../../../contract/type-words.ts'
import { idFrom } from '../../../core/id.ts'
import { storeFile } from '../../../files/files.ts'
import { MOST_BYTES, Unreadable, unreadableSentence } from '../../../reading/unreadable.ts'
import type { WikiCategory } from '../../../reading/wiki.ts'
import { formField, textArea } from '../../../ui/field.ts'
import { actButton, hidden, mainButton, post } from '../../../ui/post.ts'
import { refused, said } from '../../../ui/say.ts'
import type { Posted } from '../../../web/post/form-in.ts'
import { ourToken } from '../../../web/post/our-token.ts'
import { takeTurn } from '../../../web/post/post.ts'
import { awayFrom } from '../../../web/put-away.ts'
import type { Services } from '../../../web/served.ts'
import type { Server } from '../../../web/server-parts.ts'
import { keeperPost, signInLeaf } from '../../../web/session/signin.ts'
import type { Visit } from '../../../web/session/visit.ts'
import { knownHere } from '../model/cues.ts'
import { type HarvestResult, minorsIn } from '../model/harvest-notes.ts'
import { type KindCount, kindCounts } from '../model/pieces.ts'
import { TAKE_UP, thrownIn } from '../model/throwing.ts'
import { reviewWords } from '../words/words.ts'
import { cueRoutes } from './cues.ts'
import { type HarvestedNotes, type Harvester, harvester, type Notes } from './harvest-client.ts'
import { pickingRoutes } from './picking.ts'
import { harvestWords } from './words.ts'

const PATH = '/cueillette'
/** More than a person reviews at a sitting: several meetings were pasted at once. */
const MOST_PIECES = 400

/**
 * `/cueillette`: a page of notes comes in, by pasting, by file or by address; what it holds is
 * reviewed before anything shows.
 */
export function harvestRoutes(app: Hono, server: Server, services: Services): void {
  const harvestNotes = harvester(services.bricksAt, { without: awayFrom(server.source) })
  pickingRoutes(app, server, services, harvestNotes)
  cueRoutes(app, server, services)
  app.get(PATH, c => {
    const visit = server.visit(c)
    return server.answer(
      c,
      visit,
      visit.by === 'keeper'
        ? askLeaf(server, visit)
        : signInLeaf(server, visit, { least: 'keeper' }),
      {
        cache: 'none',
      },
    )
  })
  keeperPost(app, server, PATH, (c, visit, sent) =>
    takeNotes(c, { server, services, harvestNotes, visit, sent }),
  )
}

type Bringing = Readonly<{
  server: Server
  services: Services
  harvestNotes: Harvester
  visit: Visit
  sent: Posted
}>
async function takeNotes(c: Context, bringing: Bringing): Promise<Response> {
  const { server, services, harvestNotes, visit, sent } = bringing
  const notes = String(sent.input['notes'] ?? '')
  const sentBack = (wrong: string) =>
    server.answer(
      c,
      visit,
      askLeaf(server, visit, { notes, address: String(sent.input['adresse'] ?? ''), wrong }),
      {
        status: 422,
        cache: 'none',
      },
    )
  try {
    const own = server.source.read.as('harvest')
    const harvested = await harvestNotes({
      ...(await notesFrom(sent, notes, services)),
      asked: { ...knownHere(own), today: server.source.today(server.source.now()) },
      communes: communesKnown(own, own.types),
    })
    if ('category' in harvested)
      return server.answer(c, visit, categoryLeaf(server, visit, harvested), { cache: 'none' })
    const pieces = harvested.found.candidates.length
    if (pieces <= MOST_PIECES) return await keep(c, bringing, harvested)
    return sentBack(harvestWords(visit.lang).gathering.tooMany(pieces))
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error
    return sentBack(unreadableSentence(error, visit.lang))
  }
}

/** A file before an address, an address only when nothing was pasted. */
async function notesFrom(sent: Posted, notes: string, { allowLocal }: Services): Promise<Notes> {
  const file = sent.files[0]
  const address = String(sent.input['adresse'] ?? '').trim()
  if (file) {
    return {
      kind: 'bytes',
      bytes: new Uint8Array(file.bytes.subarray(0, MOST_BYTES + 1)),
      name: file.name,
      type: file.type,
    }
  }
  if (address !== '' && notes.trim() === '') return { kind: 'address', address, allowLocal }
  return { kind: 'bytes', bytes: Buffer.from(notes, 'utf8'), name: 'notes.txt', type: 'text/plain' }
}

/** The text is on the disk before the turn that names it. */
function keep(
  c: Context,
  { server, services, visit, sent }: Bringing,
  { text, name, url, found, elsewhere }: HarvestedNotes,
): Promise<Response> {
  const file = storeFile(services.folder, 'home', Buffer.from(text, 'utf8'), {
    name,
    type: 'text/plain',
  })
  const minors = minorsIn(found, text)
  const result: HarvestResult = { found, text: file, url, minors, elsewhere }
  const brick = server.source.bricks.find(one => one.name === 'harvest')!
  const command = brick.commands.find(one => one.name === 'gather')!
  return takeTurn(
    { c, server, visit },
    { brick, command },
    { ...sent, input: { gathered: JSON.stringify(result) } },
  )
}

/**
 * The pages of a wiki's category: each is harvested by itself; one that was leads to what became of
 * it.
 */
function categoryLeaf(server: Server, visit: Visit, { category, pages, more }: WikiCategory): Leaf {
  const w = harvestWords(visit.lang).gathering
  const before = server.source.read
    .as('harvest')
    .list(harvestType, { where: 'url IS NOT NULL', order: 'id' }, 'home')
  const harvestedBefore = new Map(before.map(one => [one.url, one.id]))
  const line = ({ title, url }: WikiCategory['pages'][number]): Html => {
    const id = harvestedBefore.get(url)
    if (id !== undefined)
      return html`
        <li><a href="${PATH}/${id}">${title}</a> <span class="where">${w.already}</span></li>
      `
    return html`
      <li>
        ${actButton(token(server, visit), PATH, {
          hidden: { adresse: url },
          button: w.gatherThis(title),
        })}
      </li>
    `
  }
  const title = category.replace(/^[^:]*:/, '').trim() || category
  const body = html`
    <div class="one">
      <article class="sheet">
        <h1>${title}</h1>
        <p>${w.categoryLead(pages.length)}${more && ` ${w.categoryMore}`}</p>
        <ul class="notices">${pages.map(line)}</ul>
      </article>
    </div>
  `
  return { title, body, current: PATH }
}

function token(server: Server, visit: Visit): Html {
  const now = server.source.now()
  return html`${ourToken(server, visit)}${hidden({ tour: idFrom(now, randomBytes(10)) })}`
}

type Again = Readonly<{ notes: string; address: string; wrong: string }>

function askLeaf(server: Server, visit: Visit, again?: Again): Leaf {
  const w = harvestWords(visit.lang).gathering
  const before = server.source.read.as('harvest').list(harvestType, { limit: 20 }, 'home')
  const list: Html | false =
    before.length > 0 &&
    html`
      <h2>${w.before}</h2>
      <ul class="notices">
        ${before.map(
          one =>
            html`
              <li>
                <h3>
                  <a href="${PATH}/${one.id}">
                    ${one.title ?? reviewWords(visit.lang).untitledMeeting}
                  </a>
                </h3>
                <p class="where">${w.state(one.state === 'shown')}</p>
              </li>
            `,
        )}
      </ul>
    `
  const { throwing } = reviewWords(visit.lang)
  const thrown = thrownIn(server.source.read.as('harvest'))
  const away =
    thrown.length > 0 &&
    html`
      <details>
        <summary>${throwing.list}</summary>
        <ul class="notices">
          ${thrown.map(
            of =>
              html`
                <li>
                  <h3>${of.title}</h3>
                  ${actButton(token(server, visit), TAKE_UP, {
                    hidden: { id: of.id, from: PATH },
                    button: throwing.takeUp,
                  })}
                </li>
              `,
          )}
        </ul>
      </details>
    `
  const body = html`
    ${said(server.kitAt(PATH, visit).request.said)}
    <div class="one">
      <article class="sheet">
        <h1>${w.title}</h1>
        <p>${w.lead}</p>
        ${again && refused([{ sentence: again.wrong, field: 'notes' }], visit.lang)}
        ${post(token(server, visit), PATH, {
          files: true,
          fields: html`
            ${formField({
              id: 'f-notes',
              label: w.paste,
              control: textArea({ id: 'f-notes', name: 'notes', rows: 14 }, again?.notes ?? ''),
            })}
            ${formField({
              id: 'f-fichier',
              label: w.file,
              hint: w.fileHint,
              input: { type: 'file', name: 'fichier' },
            })}
            ${formField({
              id: 'f-adresse',
              label: w.address,
              hint: w.addressHint,
              input: { name: 'adresse', inputmode: 'url', value: again?.address ?? '' },
            })}
          `,
          button: mainButton(w.go),
        })}
        ${list}
        ${away}
        ${countedHere(server, visit)}
      </article>
    </div>
  `
  return { title: w.title, body, current: PATH }
}

/** What this box kept of what was proposed: the counts that choose what is proposed first. */
function countedHere({ source }: Server, { lang }: Visit): Html | false {
  const { counted } = harvestWords(lang).gathering
  const counts = kindCounts(source.read.as('harvest'))
  const line = ({ kind, kept, left }: KindCount): Html =>
    html`<li>${counted.line(wordsOfType(source.bricks, kind, lang).many, kept, left)}</li>`
  return (
    counts.length > 0 &&
    html`
      <details>
        <summary>${counted.title}</summary>
        <p>${counted.lead}</p>
        <ul>${counts.map(line)}</ul>
      </details>
    `
  )
}
