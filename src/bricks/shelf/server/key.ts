import { isAbsolute } from 'node:path'
import type { Context, Hono } from 'hono'
import { type Html, html } from '../../../contract/html.ts'
import type { Leaf } from '../../../contract/page.ts'
import { asSent, one } from '../../../core/form/input.ts'
import { errorCode } from '../../../core/narrow.ts'
import { diskOf, heavyUsed, roomLeft } from '../../../files/large-files.ts'
import { isWithin } from '../../../files/within.ts'
import { isFolder, KeyFault, keysHere } from '../../../machine/drives.ts'
import { machineWords } from '../../../machine/words.ts'
import { Unreadable } from '../../../reading/unreadable.ts'
import { driveFields, formField, tickField } from '../../../ui/field.ts'
import { mainButton, post } from '../../../ui/post.ts'
import { refused, said } from '../../../ui/say.ts'
import { crumbs } from '../../../ui/sheet.ts'
import { TONGUE } from '../../../ui/tongue.ts'
import type { Posted } from '../../../web/post/form-in.ts'
import { ourToken } from '../../../web/post/our-token.ts'
import { turnId } from '../../../web/post/post.ts'
import type { Server } from '../../../web/server-parts.ts'
import { keeperPost, signInLeaf } from '../../../web/session/signin.ts'
import type { Visit } from '../../../web/session/visit.ts'
import { collectFiles } from './collect.ts'
import { type HeavyBrick, heavyBricks, type LargeFileServices } from './intake.ts'
import { heavyWords } from './words.ts'

/**
 * What is being taken now, and how the last one ended: one at a time, told on the page that asked
 * for it.
 */
type Work = { done: number; total: number; told: readonly string[] | undefined }
const EVERY_S = 3

/**
 * The keeper puts files of a key on the shelf, or renews a set from it: a folder of this machine,
 * whatever carries it.
 */
export function heavyKeyRoutes(app: Hono, server: Server, services: LargeFileServices): void {
  for (const found of heavyBricks(server.source.bricks)) {
    const { page } = found.endpoint.collecting
    let work: Work | undefined
    const at = {
      server,
      services,
      found,
      work: () => work,
      begin: (now: Work) => void (work = now),
    }
    app.get(page, async c => {
      const visit = server.visit(c)
      if (visit.by !== 'keeper')
        return server.answer(c, visit, signInLeaf(server, visit, { least: 'keeper' }), {
          cache: 'none',
        })
      if (work?.told === undefined && work) c.header('refresh', String(EVERY_S))
      const leaf =
        work?.told === undefined && work
          ? workingLeaf(work, visit, page)
          : await keyLeaf(at, visit, { told: work?.told })
      if (work?.told) work = undefined
      return server.answer(c, visit, leaf, { cache: 'none' })
    })
    keeperPost(app, server, page, (c, visit, sent) => asked(c, at, visit, sent))
  }
}

type At = Readonly<{
  server: Server
  services: LargeFileServices
  found: HeavyBrick
  work: () => Work | undefined
  begin: (now: Work) => void
}>

/**
 * What was asked is weighed at once; the taking goes on after the answer, since a full key is
 * minutes.
 */
async function asked(c: Context, at: At, visit: Visit, sent: Posted): Promise<Response> {
  const { server, services, found } = at
  const { input } = sent
  const w = heavyWords(visit.lang)
  const typed = one(input, 'autre')
  const from = typed === '' ? one(input, 'cle') : typed
  const again = async (wrong: string, field = 'autre'): Promise<Response> =>
    server.answer(c, visit, await keyLeaf(at, visit, { input, wrong, field }), {
      status: 422,
      cache: 'none',
    })
  if (at.work()?.told === undefined && at.work())
    return c.redirect(found.endpoint.collecting.page, 303)
  const into = found.endpoint.collecting
    .into(server.source.read)
    .find(({ id }) => id === one(input, 'dossier'))
  if (!into) return again(w.whichFolder, 'dossier')
  if (into.season !== null && one(input, 'saison') === '') return again(w.whichSeason, 'saison')
  if (one(input, 'licence') === '') return again(w.whichLicence, 'licence')
  if (!isAbsolute(from))
    return again(
      typed === ''
        ? machineWords(visit.lang).drives.chooseOne
        : machineWords(visit.lang).drives.wholePath,
    )
  // Its own data are taken from nowhere: not from their folder, nor from one that holds it.
  if (isWithin(from, services.folder) || isWithin(services.folder, from))
    return again(machineWords(visit.lang).drives.ownFolder)
  try {
    await isFolder(from)
  } catch (error) {
    if (error instanceof KeyFault) return again(machineWords(visit.lang).drives.faults[error.code])
    throw error
  }
  void work(at, visit, sent, { from, into: into.id })
  return c.redirect(found.endpoint.collecting.page, 303)
}

/** Takes all, then asks for the one turn that names them. What goes wrong is told on the page. */
async function work(
  at: At,
  visit: Visit,
  { input, own }: Posted,
  { from, into }: Readonly<{ from: string; into: string }>,
): Promise<void> {
  const { server, services, found } = at
  const w = heavyWords(visit.lang)
  const now: Work = { done: 0, total: 0, told: undefined }
  at.begin(now)
  try {
    const { free } = await (services.disk ?? (() => diskOf(services.folder)))()
    const room = roomLeft({
      free,
      used: heavyUsed(services.folder),
      coming: 0,
      share: found.endpoint.share(server.source.read),
    })
    const { refs, lines, out } = await collectFiles({
      folder: services.folder,
      from,
      found,
      into,
      read: server.source.read,
      lang: visit.lang,
      room,
      ...(server.files?.came ? { came: server.files.came } : {}),
      progress: (done, total) => Object.assign(now, { done, total }),
    })
    const command = `${found.brick.name}.${found.endpoint.collecting.command}`
    const said = {
      ...input,
      dossier: into,
      lines: JSON.stringify(lines),
      hashes: refs.map(ref => ref.hash),
    }
    const answer = await server.turn({
      brick: found.brick.name,
      command: found.endpoint.collecting.command,
      input: said,
      by: visit.by,
      id: turnId(own, { command, input: said }, server.source.now()),
      lang: visit.lang,
      files: { [found.endpoint.field]: refs },
    })
    const told = answer.done
      ? (answer.said ?? '')
      : 'refused' in answer
        ? answer.refused
        : w.notFinished
    now.told = [told, ...out]
  } catch (error) {
    const isKey = error instanceof Unreadable || error instanceof SyntaxError
    now.told = [
      isKey
        ? w.badList
        : errorCode(error) === 'ENOSPC'
          ? machineWords(visit.lang).full
          : w.pulledOut,
    ]
    if (!isKey) server.report(error)
  }
}

function workingLeaf({ done, total }: Work, visit: Visit, page: string): Leaf {
  const w = heavyWords(visit.lang)
  const body = html`
    <div class="text stack">
      <h1>${w.taking}</h1>
      <p role="status">${w.takingNow(done, total)}</p>
      <p>${w.leaveKey}</p>
      <p class="acts"><a class="button quiet" href="${page}">${w.lookAgain}</a></p>
    </div>
  `
  return { title: w.taking, body }
}

type Again = Readonly<{
  input?: Posted['input']
  wrong?: string
  field?: string
  told?: readonly string[] | undefined
}>

async function keyLeaf(
  { server, found }: At,
  visit: Visit,
  { input = {}, wrong, field, told }: Again,
): Promise<Leaf> {
  const w = heavyWords(visit.lang)
  const { collecting: of } = found.endpoint
  const into = of.into(server.source.read)
  const chosen = one(input, 'dossier') || asSent(visit.query, 'dossier')
  const error =
    wrong !== undefined && refused([{ sentence: wrong, ...(field ? { field } : {}) }], visit.lang)
  const done =
    told && html`<div class="said" role="status">${told.map(line => html`<p>${line}</p>`)}</div>`
  const option = (value: string, words: string, on: boolean): Html =>
    html`<option value="${value}"${on && html` selected`}>${words}</option>`
  const folders = formField({
    id: 'f-dossier',
    label: w.intoWhich,
    control: html`
      <select id="f-dossier" name="dossier">
        ${into.map(
          one =>
            html`
              <option${TONGUE} value="${one.id}"${one.id === chosen && html` selected`}>
                ${one.season ? `${one.name} (${one.season})` : one.name}
              </option>
            `,
        )}
      </select>
    `,
  })
  const licences = Object.entries(of.licences(found.brick.words[visit.lang]))
  const licence = formField({
    id: 'f-licence',
    label: w.licence,
    hint: w.licenceHint,
    control: html`
      <select id="f-licence" name="licence" aria-describedby="f-licence-h">
        <option value="">${w.choose}</option>
        ${licences.map(([value, words]) => option(value, words, value === one(input, 'licence')))}
      </select>
    `,
  })
  const season = html`
    ${formField({
      id: 'f-saison',
      label: w.season,
      hint: w.seasonHint,
      input: { name: 'saison', value: one(input, 'saison') },
    })}
    ${tickField({
      look: 'choice',
      name: 'garder',
      isOn: one(input, 'garder') === '1',
      words: w.keepOld,
    })}
  `
  const drives = driveFields(
    {
      name: 'cle',
      drives: keysHere(),
      chosen: one(input, 'cle'),
      typed: one(input, 'autre'),
      isWrong: field === 'autre',
    },
    machineWords(visit.lang).drives,
  )
  const form = post(ourToken(server, visit), of.page, {
    fields: [folders, drives, licence, season],
    button: mainButton(w.take),
  })
  const body = html`
    ${said(visit.said)}
    <div class="one">
      <article class="sheet">
        ${crumbs([{ href: of.page.replace(/\/[^/]*$/, ''), words: w.shelf }], visit.lang)}
        <h1>${w.title}</h1>
        ${done}
        ${error}
        <p>${w.lead}</p>
        ${into.length === 0 ? html`<p class="empty">${w.noFolder}</p>` : form}
        <h2>${w.list}</h2>
        <p>${w.listMeans}</p>
      </article>
    </div>
  `
  return { title: w.title, body }
}
