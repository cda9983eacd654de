import { rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Context, Hono } from 'hono'
import { wrongWithBackup } from '../../../backup/backup-reader.ts'
import { puttingBackWords } from '../../../backup/putting-back-words.ts'
import { type Html, html } from '../../../contract/html.ts'
import type { Leaf } from '../../../contract/page.ts'
import { diskOf } from '../../../files/room.ts'
import { workName } from '../../../files/temp-files.ts'
import { isFull } from '../../../log/sqlite.ts'
import { machineWords } from '../../../machine/words.ts'
import { formField } from '../../../ui/field.ts'
import { mainButton, post } from '../../../ui/post.ts'
import { fieldId, type Mistake, refused } from '../../../ui/say.ts'
import { monotonicNow } from '../../../web/pages/kit.ts'
import { sayLeaf } from '../../../web/pages/respond.ts'
import { territoryShown } from '../../../web/pages/territory-shown.ts'
import { bodyOf, paced } from '../../../web/post/form-in.ts'
import { isOurs } from '../../../web/post/from-here.ts'
import { LAST_ROOM } from '../../../web/post/last-room.ts'
import { type Received, receive } from '../../../web/post/multipart.ts'
import { ourToken } from '../../../web/post/our-token.ts'
import type { ServedVisit, Services } from '../../../web/served.ts'
import type { Server } from '../../../web/server-parts.ts'
import { isOpen, OPEN, RESTORED } from '../../../web/session/opening.ts'
import { openingWords } from '../../../web/session/opening-words.ts'
import { sheetWords } from '../../../web/session/sheet-words.ts'
import { notOurs, signInLeaf } from '../../../web/session/signin.ts'
import type { Visit } from '../../../web/session/visit.ts'

/** Where a backup is put back by page. */
export const RESTORE = `${OPEN}/sauvegarde`
const LARGEST_BYTES = 64 * 1024 ** 3
const LONGEST_MINUTES = 360
const AGAIN_S = 3

type Under = Pick<Services, 'folder' | 'opening' | 'putBack' | 'putBackSaid'>
type Mistakes = readonly Mistake[]

/**
 * A backup put back by page, without scripts.
 *
 * Law     only at the machine by its keeper, or in a box that nobody has opened: at the machine, or
 *         with the code that it tells.
 */
export function restoreRoutes(app: Hono, server: Server, services: Under): void {
  server.largest.set(RESTORE, LARGEST_BYTES)
  app.get(RESTORE, c => {
    const visit = server.visit(c)
    return (
      barred(c, server, visit) ??
      server.answer(c, visit, askLeaf(server, visit, []), { cache: 'none' })
    )
  })
  const going: Going = { is: 'none' }
  app.post(RESTORE, c => sent(c, server, services, going))
  app.get(RESTORED, c => {
    const visit = server.visit(c)
    if (going.is === 'closing') return readingNow(c, server, visit)
    return server.answer(c, visit, saidLeaf(services, visit), { cache: 'none' })
  })
}

/** One backup at a time: it comes and is read, then the page closes for it. */
type Going = { is: 'none' | 'coming' | 'closing' }

/** It asks again by itself where it is said what became of it. */
function readingNow(c: Context, server: Server, visit: Visit): Response | Promise<Response> {
  const w = puttingBackWords(visit.lang)
  c.header('refresh', `${AGAIN_S}; url=${RESTORED}`)
  return server.answer(c, visit, sayLeaf(w.reading, [w.readingLead], visit), { cache: 'none' })
}

const isNew = (server: Server): boolean =>
  !isOpen(server.local, server.source.log) &&
  !territoryShown(server.source.bricks, server.source.read)

/** Who may not, and what they read instead. */
function barred(
  c: Context,
  server: Server,
  visit: Visit,
): Response | Promise<Response> | undefined {
  const w = puttingBackWords(visit.lang)
  const answer = (leaf: Leaf) => server.answer(c, visit, leaf, { status: 403, cache: 'none' })
  if (isNew(server))
    return visit.private ? undefined : answer(sayLeaf(w.title, [w.atMachine], visit))
  if (!visit.here) return answer(sayLeaf(w.title, [w.atMachine], visit))
  return visit.by === 'keeper' ? undefined : answer(signInLeaf(server, visit, { least: 'keeper' }))
}

async function sent(c: Context, server: Server, services: Under, going: Going): Promise<Response> {
  const visit = server.visit(c)
  const no = barred(c, server, visit)
  if (no) return no
  if (going.is !== 'none') {
    const mistakes = [{ field: 'sauvegarde', sentence: puttingBackWords(visit.lang).already }]
    return server.answer(c, visit, askLeaf(server, visit, mistakes), { status: 409, cache: 'none' })
  }
  going.is = 'coming'
  try {
    return await taken({ c, server, services, visit }, going)
  } finally {
    if (going.is === 'coming') going.is = 'none'
  }
}

/** Beside what the page itself goes on writing. */
const hasRoom = (c: Context, folder: string): boolean =>
  Number(c.req.header('content-length') ?? 0) + LAST_ROOM <=
  (diskOf(folder)?.free ?? Number.POSITIVE_INFINITY)

type Wrong = 'notOurs' | 'code'
async function taken(
  { c, server, services, visit }: ServedVisit<Under>,
  going: Going,
): Promise<Response> {
  const [setup, w, { full }] = [
    openingWords(visit.lang),
    puttingBackWords(visit.lang),
    machineWords(visit.lang),
  ]
  const again = (mistakes: Mistakes, status = 422) =>
    server.answer(c, visit, askLeaf(server, visit, mistakes), { status, cache: 'none' })
  const now = monotonicNow(server.source)
  const needsCode = isNew(server) && !visit.here
  if (needsCode && !services.opening.mayTry(visit.address, now))
    return again([{ field: 'code', sentence: setup.tooManyCodes }], 429)
  if (!hasRoom(c, services.folder)) return again([{ field: 'sauvegarde', sentence: full }], 507)
  let wrong: Wrong | undefined
  /** What stands before the file in the form says whether a byte of it is written. */
  const mayCome = (fields: Received['fields']): boolean => {
    if (!isOurs(c, server, visit, fields)) wrong = 'notOurs'
    else if (needsCode && !services.opening.isCode(fields['code'] ?? '', visit.address, now))
      wrong = 'code'
    return wrong === undefined
  }
  const file = join(services.folder, `${workName('restore')}.sent`)
  const body = paced(bodyOf(c), {
    minutes: LONGEST_MINUTES,
    now: () => monotonicNow(server.source),
  })
  const { fields, bytes } = await receive(body, c.req.header('content-type') ?? '', {
    named: 'sauvegarde',
    to: file,
    mayCome,
  })
  const drop = (answer: Response | Promise<Response>): Response | Promise<Response> => {
    rmSync(file, { force: true })
    return answer
  }
  if (bytes === undefined && wrong === undefined) mayCome(fields)
  if (wrong === 'notOurs') return drop(notOurs(c, server, visit))
  if (wrong === 'code') return drop(again([{ field: 'code', sentence: setup.wrongCode }]))
  if (!bytes) return drop(again([{ field: 'sauvegarde', sentence: w.noFile }]))
  const passphrase = (fields['passphrase'] ?? '').trim()
  const of = { folder: services.folder, file, passphrase, isNew: isNew(server), lang: visit.lang }
  const unread = await wrongWithBackup(of).catch(error =>
    isFull(error) ? full : w.failed(server.report(error)),
  )
  if (unread !== undefined) return drop(again([{ field: 'sauvegarde', sentence: unread }]))
  if (!services.putBack({ file, passphrase, isNew: isNew(server) }))
    return drop(again([{ field: 'sauvegarde', sentence: setup.alreadyOpening }], 409))
  going.is = 'closing'
  return readingNow(c, server, visit)
}

function askLeaf(server: Server, visit: Visit, mistakes: Mistakes): Leaf {
  const [setup, w] = [openingWords(visit.lang), puttingBackWords(visit.lang)]
  const token = ourToken(server, visit)
  const field = (
    name: string,
    label: string,
    more: Readonly<Record<string, string>>,
    hint?: string,
  ): Html =>
    formField({
      id: fieldId(name),
      label,
      hint,
      isWrong: mistakes.some(mistake => mistake.field === name),
      input: { name, ...more },
    })
  const code =
    isNew(server) &&
    !visit.here &&
    field('code', setup.code, { autocomplete: 'off' }, setup.codeHint)
  const phrase = { type: 'password', autocomplete: 'off' }
  const fields = html`
    ${token}
    ${code}
    ${field('passphrase', w.passphrase, phrase, w.passphraseHint)}
    ${field('sauvegarde', w.file, { type: 'file' })}
  `
  const replaces = !isNew(server) && html`<p>${w.replaces}</p>`
  const body = html`
    <div class="one">
      <article class="sheet">
        <h1>${w.title}</h1>
        <p>${w.lead}</p>
        <p>${w.thenSecrets}</p>
        <p>${w.oneAlone}</p>
        ${replaces}
        ${refused(mistakes, visit.lang)}
        ${post(fields, RESTORE, { files: true, button: mainButton(w.button) })}
      </article>
    </div>
  `
  return { title: w.title, body }
}

function saidLeaf(services: Under, visit: Visit): Leaf {
  const w = puttingBackWords(visit.lang)
  const told = services.putBackSaid?.(visit.lang, visit.here)
  if (!told) return sayLeaf(w.title, [w.nothing], visit, html`<a href="${RESTORE}">${w.title}</a>`)
  const acts = told.done
    ? html`<a href="/entrer">${sheetWords(visit.lang).toPage}</a>`
    : html`<a href="${RESTORE}">${w.title}</a>`
  return sayLeaf(told.done ? w.done : w.undone, told.sentences, visit, acts)
}
