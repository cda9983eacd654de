import type { Context, Hono } from 'hono'
import { html } from '../../../contract/html.ts'
import type { Leaf } from '../../../contract/page.ts'
import { OWN_FIRST } from '../../../contract/reader.ts'
import { type Input, one } from '../../../core/form/input.ts'
import { typeFor } from '../../../core/schema.ts'
import {
  type CommuneLookup,
  communeRecord,
  whereIn,
  whichFields,
} from '../../../data/communes-in.ts'
import { communesWords } from '../../../data/communes-words.ts'
import type { BroughtRecord } from '../../../engine/records/bring.ts'
import { territoryOf } from '../../../engine/territory.ts'
import { type Commune, openCommunes } from '../../../places/communes.ts'
import { formField } from '../../../ui/field.ts'
import { mainButton, post } from '../../../ui/post.ts'
import { refused, said } from '../../../ui/say.ts'
import type { Posted } from '../../../web/post/form-in.ts'
import { ourToken } from '../../../web/post/our-token.ts'
import { takeTurn } from '../../../web/post/post.ts'
import type { Services } from '../../../web/served.ts'
import type { Server } from '../../../web/server-parts.ts'
import { keeperPost, signInLeaf } from '../../../web/session/signin.ts'
import type { Visit } from '../../../web/session/visit.ts'
import { communesJoinWords } from './words.ts'

const PATH = '/tenir/communes'

/**
 * Communes that join the page after its opening, by their names. One leaves it by the page's own
 * form, and comes back there.
 */
export function communesRoutes(
  app: Hono,
  server: Server,
  { folder }: Pick<Services, 'folder'>,
): void {
  app.get(PATH, c => {
    const visit = server.visit(c)
    const leaf =
      visit.by === 'keeper'
        ? askLeaf(server, visit, {})
        : signInLeaf(server, visit, { least: 'keeper' })
    return server.answer(c, visit, leaf, { cache: 'none' })
  })
  keeperPost(app, server, PATH, (c, visit, sent) => taken({ c, server, folder, visit }, sent))
}

async function taken(
  {
    c,
    server,
    folder,
    visit,
  }: Readonly<{ c: Context; server: Server; folder: string; visit: Visit }>,
  sent: Posted,
): Promise<Response> {
  const { input } = sent
  const again = (leaf: Leaf, status: 200 | 422): Response =>
    server.answer(c, visit, leaf, { status, cache: 'none' })
  const where = found(input, folder, visit)
  if ('mistake' in where) return again(askLeaf(server, visit, input, where), 422)
  const own =
    territoryOf(server.source.bricks, server.source.read)?.communes.map(({ code }) => code) ?? []
  const more = where.territory.communes.filter(({ code }) => !own.includes(code))
  const { allThere } = communesJoinWords(visit.lang)
  if (more.length === 0)
    return again(
      askLeaf(server, visit, input, { mistake: { field: 'where', sentence: allThere } }),
      422,
    )
  if (one(input, 'compris') !== '1') return again(understoodLeaf(server, visit, input, more), 200)
  const brick = server.source.bricks.find(({ name }) => name === 'plain')!
  const command = brick.commands.find(({ name }) => name === 'bring')!
  const records = JSON.stringify(joining(server, own, more))
  return takeTurn(
    { c, server, visit },
    { brick, command },
    { ...sent, input: { records, next: PATH } },
  )
}

function found(input: Input, folder: string, visit: Visit): CommuneLookup {
  const communes = openCommunes(folder)
  try {
    return whereIn(input, communes, visit.lang)
  } finally {
    communes.close()
  }
}

/** The communes as records, and the page that counts them as its own. */
function joining(
  { source }: Server,
  own: readonly string[],
  more: readonly Commune[],
): readonly BroughtRecord[] {
  const type = typeFor(source.types, 'page')!
  const [page]: readonly Readonly<{
    id: string
  }>[] = source.read.as('directory').list(type, { order: OWN_FIRST, limit: 1 })
  const codes = [...own, ...more.map(({ code }) => code)]
  return [
    ...more.map(communeRecord),
    { type: type.name, id: page!.id, fields: { communes: codes } },
  ]
}

/** What is asked: names, and which of those that share one. */
function askLeaf(
  server: Server,
  visit: Visit,
  input: Input,
  wrong?: Extract<CommuneLookup, { mistake: unknown }>,
): Leaf {
  const [w, named] = [communesJoinWords(visit.lang), communesWords(visit.lang)]
  const own = territoryOf(server.source.bricks, server.source.read)?.communes ?? []
  const fields = html`
    ${formField({
      id: 'f-where',
      label: w.where,
      hint: named.whereHint,
      isWrong: wrong?.mistake.field === 'where',
      input: { name: 'where', value: one(input, 'where'), autocomplete: 'off' },
    })}
    ${whichFields(wrong?.choices, visit.lang)}
  `
  const form = post(proof(server, visit), PATH, { fields, button: mainButton(named.goOn) })
  const body = html`
    ${said(visit.said)}
    <div class="one">
      <article class="sheet">
        <h1>${w.title}</h1>
        ${wrong && refused([wrong.mistake], visit.lang)}
        <p>${w.lead(own.map(({ name }) => name).join(', '))}</p>
        <p><a href="/tenir/la-page">${w.leave}</a></p>
        ${form}
      </article>
    </div>
  `
  return { title: w.title, body, current: '/tenir' }
}

/** What was understood, before it is written. */
function understoodLeaf(
  server: Server,
  visit: Visit,
  input: Input,
  more: readonly Commune[],
): Leaf {
  const [w, named] = [communesJoinWords(visit.lang), communesWords(visit.lang)]
  const list = html`
    <ul>
      ${more.map(
        ({ name, postalCodes }) =>
          html`<li>${name}${postalCodes.length > 0 && ` (${postalCodes.join(', ')})`}</li>`,
      )}
    </ul>
  `
  const form = post(proof(server, visit), PATH, {
    hidden: { where: one(input, 'where'), which: one(input, 'which'), compris: 1 },
    button: html`${mainButton(w.add)} <a href="${PATH}">${named.goBack}</a>`,
  })
  const body = html`
    <div class="one">
      <article class="sheet">
        <h1>${named.understood}</h1>
        <p>${named.understoodLead}</p>
        ${list}
        ${form}
      </article>
    </div>
  `
  return { title: named.understood, body, current: '/tenir' }
}

const proof = (server: Server, visit: Visit) => ourToken(server, visit)
