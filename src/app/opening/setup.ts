import { randomBytes } from 'node:crypto'
import type { Context, Hono } from 'hono'
import { html } from '../../contract/html.ts'
import type { Leaf } from '../../contract/page.ts'
import { type Input, one } from '../../core/form/input.ts'
import { idFrom } from '../../core/id.ts'
import { THEMES } from '../../core/themes.ts'
import { communeRecord } from '../../data/communes-in.ts'
import { themeId } from '../../engine/doubles.ts'
import type { BroughtRecord } from '../../engine/records/bring.ts'
import { startSession } from '../../files/local.ts'
import { openCommunes } from '../../places/communes.ts'
import type { Mistake } from '../../ui/say.ts'
import { monotonicNow } from '../../web/pages/kit.ts'
import { sayLeaf } from '../../web/pages/respond.ts'
import { territoryShown } from '../../web/pages/territory-shown.ts'
import { failed } from '../../web/post/again.ts'
import { posted } from '../../web/post/form-in.ts'
import { isOurs } from '../../web/post/from-here.ts'
import type { ServedVisit, Services } from '../../web/served.ts'
import type { Server, Visiting } from '../../web/server-parts.ts'
import { newCodeSheet } from '../../web/session/code-sheet.ts'
import { CODE_SHEET, hashedPassphrase, setPassphrase } from '../../web/session/keeper.ts'
import { isOpen, keepAside, OPEN } from '../../web/session/opening.ts'
import { sheetWords } from '../../web/session/sheet-words.ts'
import { giveSession, type Visit } from '../../web/session/visit.ts'
import { webWords } from '../../web/words.ts'
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
const BEFORE = /^\/(ouvrir|aide|imprimer\/aide|sante|look\.css|fonts\/)/

/**
 * The first opening of a box: three questions, what was understood of them with a passphrase, then
 * one sheet to print and put away.
 */
export function setupRoutes(app: Hono, server: Server, services: Services): void {
  app.use(async (c, next) => {
    if (
      isOpen(server.local, server.source.log) ||
      known(server) ||
      BEFORE.test(new URL(c.req.url).pathname)
    ) {
      await next()
      return undefined
    }
    return c.redirect(OPEN, 303)
  })
  app.get(OPEN, c => {
    const visit = server.visit(c)
    if (isOpen(server.local, server.source.log)) return c.redirect('/', 303)
    return server.answer(c, visit, visit.private ? firstLeaf(server, visit, {}) : notHere(visit), {
      cache: 'none',
    })
  })
  app.post(OPEN, c => open(c, server, services))
}

/**
 * The page is there, brought in from a file or left without its passphrase (`local.db` lost):
 * whoever reads goes on reading.
 */
function known(server: Server): KnownSetup | undefined {
  const territory = territoryShown(server.source.bricks, server.source.read)
  if (!territory) return undefined
  const communes = territory.communes.map(({ code, name, postalCodes }) => ({
    code,
    name,
    postal: postalCodes ?? '',
  }))
  return { name: territory.name, keptBy: territory.keptBy, communes }
}

function firstLeaf(
  server: Server,
  visit: Visit,
  input: Input,
  mistakes: readonly Mistake[] = [],
): Leaf {
  const there = known(server)
  return there
    ? knownLeaf(server, visit, { input, known: there, mistakes })
    : askLeaf(server, visit, input, { mistakes })
}

const notHere = (visit: Visit): Leaf =>
  sayLeaf(setupWords(visit.lang).title, [setupWords(visit.lang).elsewhere], visit)

async function open(c: Context, server: Server, services: Services): Promise<Response> {
  const visit = server.visit(c)
  const w = setupWords(visit.lang)
  const { input, own } = await posted(c, server, visit)
  const again = (leaf: Leaf, status = 422) =>
    server.answer(c, visit, leaf, { status, cache: 'none' })
  if (isOpen(server.local, server.source.log)) return again(openLeaf(visit), 409)
  if (!visit.private) return again(notHere(visit), 403)
  if (!isOurs(c, server, visit, own))
    return again(sayLeaf(w.title, [webWords(visit.lang).badForm], visit), 403)
  const now = monotonicNow(server.source)
  if (!visit.here && !services.opening.mayTry(visit.address, now))
    return again(
      firstLeaf(server, visit, input, [{ field: 'code', sentence: w.tooManyCodes }]),
      429,
    )
  const isLetIn = visit.here || services.opening.isCode(one(input, 'code'), visit.address, now)
  const wrongCode: readonly Mistake[] = isLetIn ? [] : [{ field: 'code', sentence: w.wrongCode }]
  const { passphrase, mistakes } = passphraseIn(input, visit.lang)
  const there = known(server)
  if (there) {
    const wrong = [...wrongCode, ...mistakes]
    if (wrong.length > 0)
      return again(knownLeaf(server, visit, { input, known: there, mistakes: wrong }))
    return oneAtATime({ c, server, services, visit }, async () => {
      await setPassphrase(server.local, passphrase)
      return kept({ c, server, visit }, passphrase)
    })
  }
  const asked = questions(services, input, visit)
  const wrong = [...wrongCode, ...('mistakes' in asked ? asked.mistakes : [])]
  if ('mistakes' in asked || wrong.length > 0)
    return again(askLeaf(server, visit, input, { ...asked, mistakes: wrong }))
  if (one(input, 'corriger') === '1') return again(askLeaf(server, visit, input), 200)
  const understood = (all: readonly Mistake[]): Leaf =>
    understoodLeaf(server, visit, { input, known: factsOf(asked.answers), mistakes: all })
  if (one(input, 'compris') !== '1') return again(understood([]), 200)
  if (mistakes.length > 0) return again(understood(mistakes))
  return oneAtATime({ c, server, services, visit }, () =>
    opened({ c, server, visit }, { ...asked.answers, passphrase }),
  )
}

function questions(services: Services, input: Input, visit: Visit): SetupOutcome {
  const communes = openCommunes(services.folder)
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
  { c, server, services, visit }: ServedVisit,
  opens: () => Promise<Response>,
): Response | Promise<Response> {
  if (!services.opening.begin()) return server.answer(c, visit, openingLeaf(visit), { status: 409 })
  return opens().finally(services.opening.end)
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
async function opened({ c, server, visit }: Visiting, answers: Opened): Promise<Response> {
  const now = server.source.now()
  const id = idFrom(now, randomBytes(10))
  const records = JSON.stringify(openingRecords(answers, now))
  keepAside(server.local, id, await hashedPassphrase(answers.passphrase))
  const answer = await server.turn({
    brick: 'plain',
    command: 'bring',
    input: { records },
    by: 'keeper',
    id,
    lang: visit.lang,
  })
  if ('failed' in answer) return failed(c, server, visit, answer.failed)
  if (!answer.done || !isOpen(server.local, server.source.log))
    throw new Error(`the territory was refused: ${JSON.stringify(answer)}`)
  return kept({ c, server, visit }, answers.passphrase)
}

/** The page has its keeper: they are in, and see their sheet. */
function kept({ c, server, visit }: Visiting, passphrase: string): Response {
  server.entered?.('', passphrase)
  newCodeSheet(server.local)
  giveSession(c, startSession(server.local, false, monotonicNow(server.source)), visit, false)
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
