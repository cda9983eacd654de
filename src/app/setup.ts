import { randomBytes } from 'node:crypto'
import type { Context, Hono } from 'hono'
import { keepBackupKeySoon } from '../backup/backup-key.ts'
import { html } from '../contract/html.ts'
import type { Leaf } from '../contract/page.ts'
import { THEMES } from '../contract/themes.ts'
import { type Input, one } from '../core/form/input.ts'
import { idFrom } from '../core/id.ts'
import { communeRecord } from '../data/communes-in.ts'
import { themeId } from '../engine/doubles.ts'
import type { BroughtRecord } from '../engine/records/bring.ts'
import { startSession } from '../files/local.ts'
import { openCommunes } from '../places/communes.ts'
import type { Mistake } from '../ui/say.ts'
import { steadily } from '../web/pages/kit.ts'
import { sayLeaf } from '../web/pages/respond.ts'
import { territoryShown } from '../web/pages/territory-shown.ts'
import { posted } from '../web/post/form-in.ts'
import { failed, isOurs } from '../web/post/post.ts'
import type { ServedVisit, Services } from '../web/served.ts'
import { CODE_SHEET, newCodeSheet } from '../web/session/code-sheet.ts'
import { hashedPassphrase, setPassphrase } from '../web/session/keeper.ts'
import { isOpen, keepAside, OPEN } from '../web/session/opening.ts'
import { sheetWords } from '../web/session/sheet-words.ts'
import { giveSession, type Visit } from '../web/session/visit.ts'
import type { Web } from '../web/web.ts'
import { webWords } from '../web/words.ts'
import {
  askedIn,
  askLeaf,
  type KnownSetup,
  knownLeaf,
  passphraseIn,
  type SetupAnswers,
  type SetupOutcome,
  understoodLeaf,
} from './first-run.ts'
import { setupWords } from './setup-words.ts'

/** What is served before the page is open. */
const BEFORE = /^\/(ouvrir|sante|look\.css|fonts\/)/

/**
 * The first opening of a box: three questions, what was understood of them with a passphrase, then
 * one sheet to print and put away.
 */
export function setupRoutes(app: Hono, web: Web, roof: Services): void {
  app.use(async (c, next) => {
    if (
      isOpen(web.local, web.source.log) ||
      known(web) ||
      BEFORE.test(new URL(c.req.url).pathname)
    ) {
      await next()
      return undefined
    }
    return c.redirect(OPEN, 303)
  })
  app.get(OPEN, c => {
    const visit = web.visit(c)
    if (isOpen(web.local, web.source.log)) return c.redirect('/', 303)
    return web.answer(c, visit, visit.private ? firstLeaf(web, visit, {}) : notHere(visit), {
      cache: 'none',
    })
  })
  app.post(OPEN, c => open(c, web, roof))
}

/**
 * The page is there, brought in from a file or left without its passphrase (`local.db` lost):
 * whoever reads goes on reading.
 */
function known(web: Web): KnownSetup | undefined {
  const territory = territoryShown(web.source.bricks, web.source.read)
  if (!territory) return undefined
  const communes = territory.communes.map(({ code, name, postalCodes }) => ({
    code,
    name,
    postal: postalCodes ?? '',
  }))
  return { name: territory.name, keptBy: territory.keptBy, communes }
}

function firstLeaf(web: Web, visit: Visit, input: Input, mistakes: readonly Mistake[] = []): Leaf {
  const there = known(web)
  return there
    ? knownLeaf(web, visit, { input, known: there, mistakes })
    : askLeaf(web, visit, input, { mistakes })
}

const notHere = (visit: Visit): Leaf =>
  sayLeaf(setupWords(visit.lang).title, [setupWords(visit.lang).elsewhere], visit)

async function open(c: Context, web: Web, roof: Services): Promise<Response> {
  const visit = web.visit(c)
  const w = setupWords(visit.lang)
  const { input, own } = await posted(c, web, visit)
  const again = (leaf: Leaf, status = 422) => web.answer(c, visit, leaf, { status, cache: 'none' })
  if (isOpen(web.local, web.source.log)) return again(openLeaf(visit), 409)
  if (!visit.private) return again(notHere(visit), 403)
  if (!isOurs(c, web, visit, own))
    return again(sayLeaf(w.title, [webWords(visit.lang).badForm], visit), 403)
  const now = steadily(web.source)
  if (!visit.here && !roof.opening.mayTry(visit.address, now))
    return again(firstLeaf(web, visit, input, [{ field: 'code', sentence: w.tooManyCodes }]), 429)
  const isLetIn = visit.here || roof.opening.isCode(one(input, 'code'), visit.address, now)
  const wrongCode: readonly Mistake[] = isLetIn ? [] : [{ field: 'code', sentence: w.wrongCode }]
  const { passphrase, mistakes } = passphraseIn(input, visit.lang)
  const there = known(web)
  if (there) {
    const wrong = [...wrongCode, ...mistakes]
    if (wrong.length > 0)
      return again(knownLeaf(web, visit, { input, known: there, mistakes: wrong }))
    return oneAtATime({ c, web, roof, visit }, async () => {
      await setPassphrase(web.local, passphrase)
      return kept({ c, web, roof, visit }, passphrase)
    })
  }
  const asked = questions(roof, input, visit)
  const wrong = [...wrongCode, ...('mistakes' in asked ? asked.mistakes : [])]
  if ('mistakes' in asked || wrong.length > 0)
    return again(askLeaf(web, visit, input, { ...asked, mistakes: wrong }))
  if (one(input, 'corriger') === '1') return again(askLeaf(web, visit, input), 200)
  const understood = (all: readonly Mistake[]): Leaf =>
    understoodLeaf(web, visit, { input, known: factsOf(asked.answers), mistakes: all })
  if (one(input, 'compris') !== '1') return again(understood([]), 200)
  if (mistakes.length > 0) return again(understood(mistakes))
  return oneAtATime({ c, web, roof, visit }, () =>
    opened({ c, web, roof, visit }, { ...asked.answers, passphrase }),
  )
}

function questions(roof: Services, input: Input, visit: Visit): SetupOutcome {
  const communes = openCommunes(roof.folder)
  try {
    return askedIn(input, communes, visit.lang)
  } finally {
    communes.close()
  }
}
const factsOf = ({ name, keptBy, territory }: SetupAnswers): KnownSetup => ({
  name,
  keptBy,
  communes: territory.communes.map(commune => ({
    code: commune.code,
    name: commune.name,
    postal: commune.postalCodes.join(', '),
  })),
})

/**
 * From the look at the keeper to here nothing waits: whoever comes second finds an open page, or a
 * page that says so.
 */
function oneAtATime(
  { c, web, roof, visit }: ServedVisit,
  opens: () => Promise<Response>,
): Response | Promise<Response> {
  if (!roof.opening.begin()) return web.answer(c, visit, openingLeaf(visit), { status: 409 })
  return opens().finally(roof.opening.end)
}

const openLeaf = (visit: Visit): Leaf => {
  const w = setupWords(visit.lang)
  return sayLeaf(
    w.title,
    [w.alreadyOpen],
    visit,
    html`
      <a href="/entrer">${webWords(visit.lang).enter}</a> · <a
        href="/">${sheetWords(visit.lang).toPage}</a>
    `,
  )
}
const openingLeaf = (visit: Visit): Leaf => {
  const w = setupWords(visit.lang)
  return sayLeaf(w.title, [w.alreadyOpening], visit, html`<a href="${OPEN}">${w.reload}</a>`)
}

type Opened = SetupAnswers & Readonly<{ passphrase: string }>
async function opened({ c, web, roof, visit }: ServedVisit, answers: Opened): Promise<Response> {
  const now = web.source.now()
  const id = idFrom(now, randomBytes(10))
  const records = JSON.stringify(openingRecords(answers, now))
  keepAside(web.local, id, await hashedPassphrase(answers.passphrase))
  const answer = await web.turn({
    brick: 'plain',
    command: 'bring',
    input: { records },
    by: 'keeper',
    id,
    lang: visit.lang,
  })
  if ('failed' in answer) return failed(c, web, visit, answer.failed)
  if (!answer.done || !isOpen(web.local, web.source.log))
    throw new Error(`the territory was refused: ${JSON.stringify(answer)}`)
  return kept({ c, web, roof, visit }, answers.passphrase)
}

/** The page has its keeper: they are in, and see their sheet. */
function kept({ c, web, roof, visit }: ServedVisit, passphrase: string): Response {
  keepBackupKeySoon(roof.folder, passphrase, web.report)
  newCodeSheet(web.local)
  giveSession(c, startSession(web.local, false, steadily(web.source)), visit, false)
  return c.redirect(CODE_SHEET, 303)
}

/** The territory's own record, its communes, and the thirty themes to start with. */
export function openingRecords(
  { name, keptBy, village, territory }: SetupAnswers,
  now: number,
): readonly BroughtRecord[] {
  const communes = territory.communes.map(communeRecord)
  const themes = THEMES.map(
    ({ key, label, synonyms, wider }): BroughtRecord => ({
      type: 'theme',
      id: themeId(key),
      fields: { label, synonyms, ...(wider ? { wider: themeId(wider) } : {}) },
    }),
  )
  const own: BroughtRecord = {
    type: 'territory',
    id: idFrom(now, randomBytes(10)),
    fields: {
      name,
      keptBy,
      village,
      communes: territory.communes.map(commune => commune.code),
      licence: 'none',
    },
  }
  return [own, ...communes, ...themes]
}
