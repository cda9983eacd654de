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
import { mainButton, post } from '../../../ui/post.ts'
import { fieldId, type Mistake, refused } from '../../../ui/say.ts'
import { steadily } from '../../../web/pages/kit.ts'
import { sayLeaf } from '../../../web/pages/respond.ts'
import { territoryShown } from '../../../web/pages/territory-shown.ts'
import { bodyOf, paced } from '../../../web/post/form-in.ts'
import { LAST_ROOM } from '../../../web/post/last-room.ts'
import { type Received, receive } from '../../../web/post/multipart.ts'
import { ourToken } from '../../../web/post/our-token.ts'
import { isOurs } from '../../../web/post/post.ts'
import type { ServedVisit, Services } from '../../../web/served.ts'
import { isOpen, OPEN } from '../../../web/session/opening.ts'
import { openingWords } from '../../../web/session/opening-words.ts'
import { sheetWords } from '../../../web/session/sheet-words.ts'
import { notOurs, signInLeaf } from '../../../web/session/signin.ts'
import type { Visit } from '../../../web/session/visit.ts'
import type { Web } from '../../../web/web.ts'

/** Where a backup is put back by page. */
export const RESTORE = `${OPEN}/sauvegarde`
/** Where it is said what became of it. */
export const RESTORED = `${OPEN}/remise`
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
export function restoreRoutes(app: Hono, web: Web, roof: Under): void {
  web.largest.set(RESTORE, LARGEST_BYTES)
  app.get(RESTORE, c => {
    const visit = web.visit(c)
    return barred(c, web, visit) ?? web.answer(c, visit, askLeaf(web, visit, []), { cache: 'none' })
  })
  const going: Going = { is: 'none' }
  app.post(RESTORE, c => sent(c, web, roof, going))
  app.get(RESTORED, c => {
    const visit = web.visit(c)
    if (going.is === 'closing') return readingNow(c, web, visit)
    return web.answer(c, visit, saidLeaf(roof, visit), { cache: 'none' })
  })
}

/** One backup at a time: it comes and is read, then the page closes for it. */
type Going = { is: 'none' | 'coming' | 'closing' }

/** It asks again by itself where it is said what became of it. */
function readingNow(c: Context, web: Web, visit: Visit): Response | Promise<Response> {
  const w = puttingBackWords(visit.lang)
  c.header('refresh', `${AGAIN_S}; url=${RESTORED}`)
  return web.answer(c, visit, sayLeaf(w.reading, [w.readingLead], visit), { cache: 'none' })
}

const isNew = (web: Web): boolean =>
  !isOpen(web.local, web.source.log) && !territoryShown(web.source.bricks, web.source.read)

/** Who may not, and what they read instead. */
function barred(c: Context, web: Web, visit: Visit): Response | Promise<Response> | undefined {
  const w = puttingBackWords(visit.lang)
  const answer = (leaf: Leaf) => web.answer(c, visit, leaf, { status: 403, cache: 'none' })
  if (isNew(web)) return visit.private ? undefined : answer(sayLeaf(w.title, [w.atMachine], visit))
  if (!visit.here) return answer(sayLeaf(w.title, [w.atMachine], visit))
  return visit.by === 'keeper' ? undefined : answer(signInLeaf(web, visit, { least: 'keeper' }))
}

async function sent(c: Context, web: Web, roof: Under, going: Going): Promise<Response> {
  const visit = web.visit(c)
  const no = barred(c, web, visit)
  if (no) return no
  if (going.is !== 'none') {
    const mistakes = [{ field: 'sauvegarde', sentence: puttingBackWords(visit.lang).already }]
    return web.answer(c, visit, askLeaf(web, visit, mistakes), { status: 409, cache: 'none' })
  }
  going.is = 'coming'
  try {
    return await taken({ c, web, roof, visit }, going)
  } finally {
    if (going.is === 'coming') going.is = 'none'
  }
}

/** Beside what the page itself goes on writing. */
const hasRoom = (c: Context, folder: string): boolean =>
  Number(c.req.header('content-length') ?? 0) + LAST_ROOM <=
  (diskOf(folder)?.free ?? Number.POSITIVE_INFINITY)

type Wrong = 'notOurs' | 'code'
async function taken({ c, web, roof, visit }: ServedVisit<Under>, going: Going): Promise<Response> {
  const [setup, w, { full }] = [
    openingWords(visit.lang),
    puttingBackWords(visit.lang),
    machineWords(visit.lang),
  ]
  const again = (mistakes: Mistakes, status = 422) =>
    web.answer(c, visit, askLeaf(web, visit, mistakes), { status, cache: 'none' })
  const now = steadily(web.source)
  const needsCode = isNew(web) && !visit.here
  if (needsCode && !roof.opening.mayTry(visit.address, now))
    return again([{ field: 'code', sentence: setup.tooManyCodes }], 429)
  if (!hasRoom(c, roof.folder)) return again([{ field: 'sauvegarde', sentence: full }], 507)
  let wrong: Wrong | undefined
  /** What stands before the file in the form says whether a byte of it is written. */
  const mayCome = (fields: Received['fields']): boolean => {
    if (!isOurs(c, web, visit, fields)) wrong = 'notOurs'
    else if (needsCode && !roof.opening.isCode(fields['code'] ?? '', visit.address, now))
      wrong = 'code'
    return wrong === undefined
  }
  const file = join(roof.folder, `${workName('restore')}.sent`)
  const body = paced(bodyOf(c), { minutes: LONGEST_MINUTES, now: () => steadily(web.source) })
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
  if (wrong === 'notOurs') return drop(notOurs(c, web, visit))
  if (wrong === 'code') return drop(again([{ field: 'code', sentence: setup.wrongCode }]))
  if (!bytes) return drop(again([{ field: 'sauvegarde', sentence: w.noFile }]))
  const passphrase = (fields['passphrase'] ?? '').trim()
  const of = { folder: roof.folder, file, passphrase, isNew: isNew(web), lang: visit.lang }
  const unread = await wrongWithBackup(of).catch(error =>
    isFull(error) ? full : w.failed(web.report(error)),
  )
  if (unread !== undefined) return drop(again([{ field: 'sauvegarde', sentence: unread }]))
  if (!roof.putBack({ file, passphrase, isNew: isNew(web) }))
    return drop(again([{ field: 'sauvegarde', sentence: setup.alreadyOpening }], 409))
  going.is = 'closing'
  return readingNow(c, web, visit)
}

function askLeaf(web: Web, visit: Visit, mistakes: Mistakes): Leaf {
  const [setup, w] = [openingWords(visit.lang), puttingBackWords(visit.lang)]
  const token = ourToken(web, visit)
  const field = (name: string, label: string, control: Html, hint?: string): Html => {
    const isWrong = mistakes.some(mistake => mistake.field === name)
    return html`
      <div class="field${isWrong && ' wrong'}">
        <label for="${fieldId(name)}">${label}</label>
        ${hint && html`<p class="hint">${hint}</p>`}
        ${control}
      </div>
    `
  }
  const code =
    isNew(web) &&
    !visit.here &&
    field(
      'code',
      setup.code,
      html`<input id="f-code" name="code" autocomplete="off">`,
      setup.codeHint,
    )
  const phrase = html`
    <input id="f-passphrase" name="passphrase" type="password" autocomplete="off">
  `
  const fields = html`
    ${token}
    ${code}
    ${field('passphrase', w.passphrase, phrase, w.passphraseHint)}
    ${field('sauvegarde', w.file, html`<input id="f-sauvegarde" name="sauvegarde" type="file">`)}
  `
  const replaces = !isNew(web) && html`<p>${w.replaces}</p>`
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

function saidLeaf(roof: Under, visit: Visit): Leaf {
  const w = puttingBackWords(visit.lang)
  const told = roof.putBackSaid?.(visit.lang, visit.here)
  if (!told) return sayLeaf(w.title, [w.nothing], visit, html`<a href="${RESTORE}">${w.title}</a>`)
  const acts = told.done
    ? html`<a href="/entrer">${sheetWords(visit.lang).toPage}</a>`
    : html`<a href="${RESTORE}">${w.title}</a>`
  return sayLeaf(told.done ? w.done : w.undone, told.sentences, visit, acts)
}
