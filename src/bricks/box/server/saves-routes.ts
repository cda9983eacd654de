import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import type { Context, Hono } from 'hono'
import { asidesIn, dropAsides } from '../../../backup/aside.ts'
import { puttingBackWords } from '../../../backup/putting-back-words.ts'
import { noteBackupTaken } from '../../../backup/taken.ts'
import type { Saved } from '../../../contract/box/saves.ts'
import { type Html, html } from '../../../contract/html.ts'
import type { Leaf } from '../../../contract/page.ts'
import { type Input, one } from '../../../core/form/input.ts'
import {
  codesLeft,
  endSessionsOf,
  giveBackCode,
  keeperSession,
  saltOf,
  spendCode,
  startSession,
} from '../../../files/local.ts'
import { dayPlain } from '../../../text/days.ts'
import { formField, tick } from '../../../ui/field.ts'
import { mainButton, post } from '../../../ui/post.ts'
import { fieldId, refused, said } from '../../../ui/say.ts'
import { crumbs } from '../../../ui/sheet.ts'
import { saySize } from '../../../ui/sizes.ts'
import { monotonicNow } from '../../../web/pages/kit.ts'
import { sayLeaf } from '../../../web/pages/respond.ts'
import { slugOfPage } from '../../../web/pages/slug-of-page.ts'
import { ourToken } from '../../../web/post/our-token.ts'
import { Busy } from '../../../web/post/queue.ts'
import type { ServedVisit, Services } from '../../../web/served.ts'
import type { Server, Visiting } from '../../../web/server-parts.ts'
import { newCodeSheet } from '../../../web/session/code-sheet.ts'
import {
  CODE_SHEET,
  firstKeeper,
  keeperByPassphrase,
  keepersIn,
  leaveToChange,
  SHORTEST_PASSPHRASE,
  setPassphrase,
} from '../../../web/session/keeper.ts'
import { nameOfKeeper } from '../../../web/session/keepers-known.ts'
import {
  countWrong,
  keeperPost,
  placeOf,
  serialKeeperPost,
  signInLeaf,
} from '../../../web/session/signin.ts'
import { giveSession, leaveSaid, type Visit } from '../../../web/session/visit.ts'
import { SAVES } from '../pages/acts-part.ts'
import { RESTORE } from './restore-routes.ts'
import { toldPart } from './saves-told.ts'
import { savesWords } from './words.ts'

/** How soon the page asks again how far it is. Units: seconds. */
const AGAIN_S = 2

type Wrong = Readonly<{ field: string; sentence: string }>
/** What these routes need of the services. */
type Under = Pick<Services, 'folder' | 'saves'>
type Going = Readonly<{ c: Context; server: Server; services: Under; visit: Visit; input: Input }>

/**
 * `/borne/sauvegardes`: a backup and an export by page, the codes, the passphrase; over https or at
 * the machine alone.
 */
export function savesRoutes(app: Hono, server: Server, services: Under): void {
  app.get(SAVES, c => shown({ c, server, services, visit: server.visit(c) }))
  app.get(`${SAVES}/fichier`, (c, next) => {
    const visit = server.visit(c)
    const last = services.saves.last()
    if (visit.by !== 'keeper' || !visit.private || last?.state.is !== 'ready') return next()
    return given({ c, server, visit }, last, last.state)
  })
  const post = (
    path: string,
    go: (going: Going) => Promise<Response> | Response,
    route = keeperPost,
  ): void =>
    route(app, server, `${SAVES}/${path}`, async (c, visit, { input }) =>
      visit.private
        ? go({ c, server, services, visit, input })
        : shown({ c, server, services, visit }),
    )
  post('sauver', backup)
  post('emporter', exported)
  post('codes', otherCodes, serialKeeperPost)
  post('phrase', otherPassphrase, serialKeeperPost)
  post('avant', withoutAsides)
}

function shown({ c, server, services, visit }: ServedVisit<Under>, wrong?: Wrong): Response {
  const { title, elsewhere } = savesWords(visit.lang)
  const page = { ...visit, path: SAVES }
  if (visit.by !== 'keeper')
    return server.answer(c, page, signInLeaf(server, page, { least: 'keeper' }), { cache: 'none' })
  if (!visit.private)
    return server.answer(c, page, sayLeaf(title, [elsewhere], page), { status: 403 })
  // A page without scripts tells how far it is by coming back.
  if (services.saves.last()?.state.is === 'doing') c.header('refresh', `${AGAIN_S}; url=${SAVES}`)
  return server.answer(c, page, savesLeaf(server, services, page, wrong), {
    cache: 'none',
    ...(wrong ? { status: 422 } : {}),
  })
}
const again = ({ c, server, services, visit }: Going, field: string, sentence: string): Response =>
  shown({ c, server, services, visit }, { field, sentence })

/**
 * Encrypted with the passphrase that is typed here, which is first compared with the keepers’; for
 * all of them, where there are several.
 */
async function backup(going: Going): Promise<Response> {
  const { c, server, services, visit, input } = going
  const w = savesWords(visit.lang)
  const passphrase = one(input, 'passphrase').trim()
  let keeper: string | undefined
  try {
    const place = placeOf(visit, monotonicNow(server.source))
    keeper = await keeperByPassphrase(server.local, passphrase, place)
  } catch (error) {
    if (error instanceof Busy) return again(going, 'passphrase', w.busy)
    throw error
  }
  if (keeper === undefined) return again(going, 'passphrase', w.wrongPassphrase)
  const isOne = keepersIn(server.local).length === 1
  const salt = isOne ? undefined : saltOf(server.local, keeper)
  if (!services.saves.begin({ kind: 'backup', passphrase, ...(salt ? { salt } : {}) }))
    return again(going, 'passphrase', w.already)
  return c.redirect(SAVES, 303)
}

/**
 * What everybody may read; with a code, which is given back when nothing came of it, what is
 * private too.
 */
function exported(going: Going): Response {
  const { c, server, services, visit, input } = going
  const w = savesWords(visit.lang)
  const isPrivate = one(input, 'prive') !== ''
  const code = one(input, 'code')
  if (services.saves.last()?.state.is === 'doing') return again(going, 'code-emporter', w.already)
  if (isPrivate && !spendCode(server.local, code)) return again(going, 'code-emporter', w.wrongCode)
  const undone = isPrivate ? () => giveBackCode(server.local, code) : undefined
  services.saves.begin({ kind: 'export', private: isPrivate, lang: visit.lang }, undone)
  return c.redirect(SAVES, 303)
}

async function otherCodes(going: Going): Promise<Response> {
  const { c, server, visit } = going
  const leave = await leaveToChange(going)
  if (!leave?.()) return again(going, 'code-codes', notLeft(visit))
  newCodeSheet(server.local, visit.keeper)
  return c.redirect(CODE_SHEET, 303)
}

const notLeft = ({ lang, here }: Visit): string =>
  here ? savesWords(lang).wrongCodeHere : savesWords(lang).wrongCode

async function otherPassphrase(going: Going): Promise<Response> {
  const { c, server, services, visit, input } = going
  const w = savesWords(visit.lang)
  const passphrase = one(input, 'nouvelle').trim()
  if (passphrase.length < SHORTEST_PASSPHRASE) return again(going, 'nouvelle', w.anotherShort)
  // A backup that is half made would open with the old one, and hold the hash of the new one.
  const last = services.saves.last()
  if (last?.kind === 'backup' && last.state.is === 'doing')
    return again(going, 'nouvelle', w.already)
  const leave = await leaveToChange(going)
  if (!leave) return again(going, 'code-phrase', notLeft(visit))
  // Two keepers with one passphrase could not be told apart.
  const whose = await keeperByPassphrase(server.local, passphrase)
  if (whose !== undefined && whose !== (visit.keeper ?? '')) {
    countWrong(visit, monotonicNow(server.source))
    return again(going, 'nouvelle', w.anotherTaken)
  }
  if (!leave()) return again(going, 'code-phrase', w.wrongCode)
  await setPassphrase(server.local, passphrase, visit.keeper)
  server.entered?.(visit.keeper ?? '', passphrase)
  // Whoever knew the old one is out; whoever changed it stays.
  endSessionsOf(server.local, keeperSession(visit.keeper ?? ''))
  giveSession(
    c,
    startSession(
      server.local,
      visit.session?.own ?? false,
      monotonicNow(server.source),
      keeperSession(visit.keeper ?? ''),
    ),
    visit,
    visit.session?.own ?? false,
  )
  leaveSaid(c, server.local.secret, w.anotherDone)
  return c.redirect(SAVES, 303)
}

/** What a restoring put beside goes for good; asked once, by a tick. */
function withoutAsides(going: Going): Response {
  const { c, server, services, visit, input } = going
  const w = savesWords(visit.lang)
  if (one(input, 'compris') === '') return again(going, 'compris', w.beforeTick)
  dropAsides(services.folder)
  leaveSaid(c, server.local.secret, w.beforeDone)
  return c.redirect(SAVES, 303)
}

function given(
  { c, server, visit }: Visiting,
  of: Saved,
  { file, bytes }: Extract<Saved['state'], { is: 'ready' }>,
): Response {
  if (of.kind === 'backup') noteBackupTaken(server.local, server.source.now())
  const { fileName } = savesWords(visit.lang)
  const end = of.kind === 'backup' ? 'cocote-sauvegarde' : 'zip'
  const day = server.source.today(server.source.now())
  return c.body(Readable.toWeb(createReadStream(file)) as unknown as ReadableStream, 200, {
    'content-type': 'application/octet-stream',
    'content-disposition':
      'attachment; ' +
      `filename="${fileName[of.kind === 'export' && of.private ? 'private' : of.kind]}-` +
      `${slugOfPage(server)}-${day}.${end}"`,
    'content-length': String(bytes),
    'cache-control': 'no-store',
  })
}

/** Whose passphrase opens a backup. The keeper who asks has theirs, by the passphrase they type. */
function saveLead(server: Server, visit: Visit): string {
  const w = savesWords(visit.lang)
  const all = keepersIn(server.local)
  if (all.length === 1) return w.saveLead
  const lacking = all
    .filter(one => one !== (visit.keeper ?? '') && server.opensBackups?.(one) === false)
    .flatMap(one => nameOfKeeper(server.source.read, one || firstKeeper(server.local)) ?? [])
  const others = lacking.map(name => w.saveNotYet(name))
  return [w.saveLeadOfSeveral, ...others].join(' ')
}

function savesLeaf(server: Server, services: Under, visit: Visit, wrong: Wrong | undefined): Leaf {
  const w = savesWords(visit.lang)
  const token = ourToken(server, visit)
  const part: Part = ({ path, title, lead, fields, button }) =>
    html`
      <div class="part no-print" id="${path}">
        <h2>${title}</h2>
        <p>${lead}</p>
        ${post(token, `${SAVES}/${path}`, { fields, button: mainButton(button) })}
      </div>
    `
  const field = (
    name: string,
    label: string,
    of: Readonly<{ id?: string; hint?: string; type?: string }> = {},
  ): Html => {
    const id = fieldId(of.id ?? name)
    const isWrong = wrong?.field === (of.id ?? name)
    return formField({
      id,
      label,
      hint: of.hint,
      isWrong,
      input: {
        name,
        type: of.type ?? 'text',
        autocomplete: 'off',
        autocapitalize: 'none',
        spellcheck: 'false',
      },
    })
  }
  const code = (id: string): Html =>
    visit.here
      ? field('code', w.codeHere, { id, hint: w.atMachine, type: 'password' })
      : field('code', w.code, { id, hint: w.needsCode })
  const isPrivate = tick({ look: 'choice', id: 'f-prive', name: 'prive', words: w.takePrivate })
  const body = html`
    ${said(visit.said)}
    <div class="one">
      <article class="sheet">
        ${crumbs([{ href: '/borne', words: w.box }], visit.lang)}
        <h1>${w.title}</h1>
        <p>${w.lead}</p>
        ${wrong && refused([wrong], visit.lang)}
        ${toldPart(server, services.saves.last(), visit)}
        ${part({
          path: 'sauver',
          title: w.save,
          lead: saveLead(server, visit),
          fields: field('passphrase', w.passphrase, { type: 'password' }),
          button: w.saveNow,
        })}
        ${part({
          path: 'emporter',
          title: w.take,
          lead: w.takeLead,
          fields: html`${isPrivate}${field('code', w.codeIfPrivate, { id: 'code-emporter' })}`,
          button: w.takeNow,
        })}
        ${part({
          path: 'codes',
          title: w.codes,
          lead: `${w.codesLeft(codesLeft(server.local, visit.keeper))} ${w.codesLead}`,
          fields: code('code-codes'),
          button: w.codesNew,
        })}
        ${part({
          path: 'phrase',
          title: w.another,
          lead: w.anotherLead,
          fields: html`
            ${field('nouvelle', w.anotherField, { hint: w.anotherHint })}${code('code-phrase')}
          `,
          button: w.anotherNow,
        })}
        ${asidePart(server, services, visit, part)}
        ${
          visit.here &&
          html`
            <p class="no-print"><a href="${RESTORE}">${puttingBackWords(visit.lang).title}</a></p>
          `
        }
      </article>
    </div>
  `
  return { title: w.title, body, current: '/tenir' }
}

/** A part of the page: its form is sent to `path`, which is its anchor too. */
type Part = (
  of: Readonly<{ path: string; title: string; lead: string; fields: Html; button: string }>,
) => Html
/** What a restoring put beside: there, since when, how large. */
function asidePart(
  { source }: Server,
  { folder }: Under,
  { lang }: Visit,
  part: Part,
): Html | false {
  const asides = asidesIn(folder)
  if (asides.length === 0) return false
  const w = savesWords(lang)
  const each = asides.map(one =>
    w.beforeOne(dayPlain(source.today(one.at), lang), saySize(one.bytes, lang)),
  )
  const sure = tick({ look: 'choice', id: 'f-compris', name: 'compris', words: w.beforeAsk })
  return part({
    path: 'avant',
    title: w.before,
    lead: `${w.beforeLead} ${each.join(' ')}`,
    fields: sure,
    button: w.beforeNow,
  })
}
