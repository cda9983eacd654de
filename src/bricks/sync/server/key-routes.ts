import { rm } from 'node:fs/promises'
import { isAbsolute, join } from 'node:path'
import type { Hono } from 'hono'
import type { BoxSeen } from '../../../contract/box/boxes.ts'
import { type Html, html } from '../../../contract/html.ts'
import type { Leaf } from '../../../contract/page.ts'
import { openBox } from '../../../files/folder.ts'
import { isInBox } from '../../../files/within.ts'
import { type Failure, FULL } from '../../../log/sqlite.ts'
import {
  copyFrom,
  isFolder,
  KeyFault,
  type KeyFile,
  keysHere,
  newsOn,
  putOn,
  removeFrom,
} from '../../../machine/drives.ts'
import { signerOf } from '../../../sync/bundle/bundle.ts'
import { pack, transportFile } from '../../../sync/bundle/pack-client.ts'
import type { Delivered } from '../../../sync/intake/delivered.ts'
import { driveFields, formField } from '../../../ui/field.ts'
import { actButton, post } from '../../../ui/post.ts'
import { refused, said } from '../../../ui/say.ts'
import { crumbs } from '../../../ui/sheet.ts'
import { saySize } from '../../../ui/sizes.ts'
import { failed } from '../../../web/post/again.ts'
import type { Posted } from '../../../web/post/form-in.ts'
import { ourToken } from '../../../web/post/our-token.ts'
import { keeperOf } from '../../../web/print/print-once.ts'
import type { ServedVisit, Services } from '../../../web/served.ts'
import type { Server } from '../../../web/server-parts.ts'
import { keeperPost, signInLeaf } from '../../../web/session/signin.ts'
import type { Visit } from '../../../web/session/visit.ts'
import { toRead } from './key-reads.ts'
import { believed, fileName, hasRoomFor, isOfAnotherDay, packReceipt } from './news-files.ts'
import { newsSaid, unusableSaid } from './news-said.ts'
import { keyWords, newsWords } from './words.ts'

const KEY = '/bornes/cle'

/**
 * `/bornes/cle`: what the keeper gives to a USB key, or takes from it: a folder of this machine,
 * whatever carries it.
 */
export function keyRoutes(app: Hono, server: Server, services: Services): void {
  app.get(KEY, async c => {
    const visit = server.visit(c)
    const leaf =
      visit.by === 'keeper'
        ? keyLeaf(server, visit, {})
        : signInLeaf(server, visit, { least: 'keeper' })
    return server.answer(c, visit, leaf, { cache: 'none' })
  })
  keeperPost(app, server, KEY, (c, visit, sent) => keyed({ c, server, services, visit }, sent))
}

async function keyed(
  { c, server, services, visit }: ServedVisit,
  { input }: Posted,
): Promise<Response> {
  const w = keyWords(visit.lang)
  const typed = String(input['autre'] ?? '').trim()
  const folder = typed === '' ? String(input['dossier'] ?? '') : typed
  const again = async (more: Again, status: number): Promise<Response> =>
    server.answer(c, visit, keyLeaf(server, visit, { folder, typed, ...more }), {
      status,
      cache: 'none',
    })
  if (!isAbsolute(folder)) return again({ wrong: typed === '' ? w.chooseOne : w.wholePath }, 422)
  if (isInBox(folder, services.folder)) return again({ wrong: w.ownFolder }, 422)
  try {
    await isFolder(folder)
    if (input['act'] === 'give')
      return await again(
        { done: await given({ server, services, visit }, folder, String(input['pour'] ?? '')) },
        200,
      )
    const took = await tookFrom({ server, services, visit, folder, all: input['tout'] === '1' })
    return 'failed' in took ? failed(c, server, visit, took.failed) : await again(took, 200)
  } catch (error) {
    if (error instanceof KeyFault) return again({ wrong: w.faults[error.code] }, 422)
    throw error
  }
}

/** The news that this box has for one, or for whoever comes, on the key. */
async function given(
  { server, services, visit }: Readonly<{ server: Server; services: Services; visit: Visit }>,
  folder: string,
  asked: string,
): Promise<readonly string[]> {
  const to = believed(server).find(({ name }) => name === asked)
  const { file, bytes } = await pack({ folder: services.folder, ...(to ? { to: to.name } : {}) })
  try {
    const { name, hasReplaced } = await put(
      file,
      folder,
      fileName(server, visit, 'nouvelles', to?.called),
      server,
    )
    return [newsWords(visit.lang).key.given(name, saySize(bytes, visit.lang), hasReplaced)]
  } finally {
    await rm(file, { force: true })
  }
}

/**
 * Puts what this box made on the key, in place of what it put there another day for the same
 * receiver, which may hold what was forgotten since. Files of anybody else, whatever their names,
 * stay.
 */
async function put(
  file: string,
  folder: string,
  called: string,
  server: Server,
): Promise<Readonly<{ name: string; hasReplaced: boolean }>> {
  const { me } = server.source.read.boxes()
  const name = await freeName(folder, called, server)
  await putOn(file, join(folder, name))
  let hasReplaced = false
  for (const older of await newsOn(folder)) {
    if (
      older.name === name ||
      !isOfAnotherDay(older.name, called) ||
      (await signerOf(older.path)) !== me.name
    )
      continue
    await removeFrom(older.path)
    hasReplaced = true
  }
  return { name, hasReplaced }
}

/**
 * Two boxes of one village would take each other's name: news that wait there for somebody are
 * never written over.
 */
async function freeName(folder: string, name: string, server: Server): Promise<string> {
  const { me } = server.source.read.boxes()
  const held = (await newsOn(folder)).find(file => file.name === name)
  return !held || (await signerOf(held.path)) === me.name
    ? name
    : name.replace(/(?=\.cocote$)/, `-${me.words.split(' ')[0]}`)
}

type Taking = Readonly<{
  server: Server
  services: Services
  visit: Visit
  folder: string
  all: boolean
}>
type Took = Readonly<{ done: readonly string[]; isFull: boolean }>

/** Oldest first, so that what a box says that it holds is its last word; told newest first. */
async function tookFrom(taking: Taking): Promise<Took | Readonly<{ failed: Failure }>> {
  const { server, services, visit, folder } = taking
  const w = keyWords(visit.lang)
  const told: string[] = []
  const delivered: Delivered[] = []
  const known = believed(server)
  const isKnown = (name: string): boolean => known.some(one => one.name === name)
  const { files, unread, ...more } = await toRead(folder, {
    log: { sql: services.logSql },
    box: openBox(services.folder),
    isKnown,
  })
  let { held } = more
  for (const file of files) {
    const one = await tookOne(file, taking)
    if ('failed' in one) return one
    if (one.said === newsWords(visit.lang).news.nothingNew) held++
    else told.unshift(w.ofFile(file.name, one.said))
    if (one.delivered) delivered.push(one.delivered)
  }
  if (held > 0) told.push(w.held(held))
  if (unread > 0) told.push(w.unread(unread))
  const givers = known.filter(({ name }) =>
    delivered.some(({ from, total }) => from === name && total > 0),
  )
  const receipts = givers.length > 0 ? [await receiptsOn(taking, givers)] : []
  return {
    done: told.length > 0 ? [...told, ...receipts] : [w.nothing],
    isFull: delivered.some(({ isFull }) => isFull),
  }
}

type TookOne = Readonly<{ said: string; delivered?: Delivered }> | Readonly<{ failed: Failure }>
async function tookOne(
  { path, size }: KeyFile,
  { server, services, visit, all }: Taking,
): Promise<TookOne> {
  const w = newsWords(visit.lang).news
  if (!(await hasRoomFor(services.folder, size))) return { failed: FULL }
  const file = transportFile(services.folder)
  try {
    await copyFrom(path, file)
    const answer = await services.deliver(file, all)
    if ('failed' in answer) return answer
    if ('unusable' in answer) return { said: unusableSaid(answer.unusable, w) }
    const { me, others } = server.source.read.boxes()
    const saying = {
      me: me.name,
      seenOf: (name: string) => others.find(one => one.name === name),
      isKeeper: true,
      keeper: keeperOf(server, visit.lang),
      isKept: false,
    }
    return { said: newsSaid(answer.delivered, saying, w), delivered: answer.delivered }
  } finally {
    await rm(file, { force: true })
  }
}

/**
 * Beside what was taken, for each that gave it: what this box now holds. A key that lets nothing be
 * written has given all the same.
 */
async function receiptsOn(
  { server, services, visit, folder }: Taking,
  givers: readonly BoxSeen[],
): Promise<string> {
  const w = keyWords(visit.lang)
  for (const { name, called } of givers) {
    const { file } = await packReceipt(services, name)
    try {
      await put(file, folder, fileName(server, visit, 'recu', called), server)
    } catch (error) {
      if (error instanceof KeyFault) return w.noReceipt(w.faults[error.code])
      throw error
    } finally {
      await rm(file, { force: true })
    }
  }
  return w.receipt
}

type Again = Readonly<{
  folder?: string
  typed?: string
  wrong?: string
  done?: readonly string[]
  isFull?: boolean
}>

function keyLeaf(server: Server, visit: Visit, again: Again): Leaf {
  const w = keyWords(visit.lang)
  const token = ourToken(server, visit)
  const wrong =
    again.wrong !== undefined && refused([{ sentence: again.wrong, field: 'autre' }], visit.lang)
  const { typed = '', folder = '' } = again
  const folders = driveFields(
    {
      name: 'dossier',
      drives: keysHere(),
      chosen: folder,
      typed,
      isWrong: again.wrong !== undefined,
    },
    w,
  )
  const body = html`
    ${said(visit.said)}
    <div class="one">
      <article class="sheet">
        ${crumbs([{ href: '/bornes', words: w.boxes }], visit.lang)}
        <h1>${w.title}</h1>
        <p>${w.lead}</p>
        ${wrong}
        ${again.done && toldPart(again, token, visit)}
        ${post(token, KEY, {
          fields: [folders, receivers(server, visit)],
          button: html`
            <button class="button" name="act" value="take">${w.take}</button> <button
              class="button quiet" name="act" value="give">${w.give}</button>
          `,
        })}
      </article>
    </div>
  `
  return { title: w.title, body, current: '/tenir' }
}

function toldPart({ done = [], isFull, folder = '' }: Again, token: Html, visit: Visit): Html {
  const w = keyWords(visit.lang)
  const yes =
    isFull &&
    actButton(token, KEY, {
      hidden: { autre: folder, tout: '1' },
      button: html`<button class="button" name="act" value="take">${w.takeAll}</button>`,
    })
  return html`
    <div class="said" role="status">${done.map(sentence => html`<p>${sentence}</p>`)}${yes}</div>
  `
}

function receivers(server: Server, visit: Visit): Html | false {
  const known = believed(server)
  const w = keyWords(visit.lang)
  return (
    known.length > 0 &&
    formField({
      id: 'f-pour',
      label: w.forWhom,
      control: html`
        <select id="f-pour" name="pour">
          <option value="">${w.forAll}</option>
          ${known.map(({ name, called }) => html`<option value="${name}">${called}</option>`)}
        </select>
      `,
    })
  )
}
