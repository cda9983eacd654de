import { randomBytes } from 'node:crypto'
import type { Context, Hono } from 'hono'
import { THEMES } from '../../seeds/themes.ts'
import type { Input, Lang, Leaf } from '../core/brick.ts'
import { idFrom } from '../core/id.ts'
import { type Html, html } from '../ui/html.ts'
import { refused } from '../ui/say.ts'
import { steadily } from '../web/ask.ts'
import { territoryShown } from '../web/choices.ts'
import { posted } from '../web/form-in.ts'
import { hashedPassphrase, newCodes, setPassphrase } from '../web/keeper.ts'
import { sessionOf, startSession } from '../web/local.ts'
import type { Brought } from '../web/plain/bring.ts'
import { failed, isOurs } from '../web/post.ts'
import { sayLeaf } from '../web/respond.ts'
import { giveSession, tokenFor, type Visit } from '../web/visit.ts'
import type { Web } from '../web/web.ts'
import { webWords } from '../web/words.ts'
import { keepBackupKeySoon } from './backup-key.ts'
import { type Communes, openCommunes, type Territory } from './communes.ts'
import { communeId, themeId } from './doubles.ts'
import type { Roof } from './extra.ts'
import { isOpen, keepAside } from './opening.ts'
import { CODES_PRINT } from './print-card.ts'
import { appWords } from './words.ts'

const PATH = '/ouvrir'
const SHORTEST = 12
/** What is served before the page is open. */
const BEFORE = /^\/(ouvrir|sante|look\.css|fonts\/)/

/** The first opening of a box: three questions, then one sheet to print and put away. */
export function setupRoutes(app: Hono, web: Web, roof: Roof): void {
  app.use(async (c, next) => {
    if (isOpen(web.local, web.site.log) || known(web) || BEFORE.test(new URL(c.req.url).pathname)) {
      await next()
      return undefined
    }
    return c.redirect(PATH, 303)
  })
  app.get(PATH, c => {
    const visit = web.visit(c)
    if (isOpen(web.local, web.site.log)) return c.redirect('/', 303)
    return web.answer(c, visit, visit.private ? askLeaf(web, visit, {}) : notHere(visit), { cache: 'no-store' })
  })
  app.post(PATH, c => open(c, web, roof))
}

/** The page is there, brought in from a file or left without its passphrase (`local.db` lost): whoever reads goes on reading. */
const known = (web: Web): string | undefined => territoryShown(web.site.bricks, web.site.read)?.name

const notHere = (visit: Visit): Leaf => sayLeaf(appWords(visit.lang).setup.title, [appWords(visit.lang).setup.elsewhere], visit)

type Wrong = Readonly<{ field: string; sentence: string; choices?: readonly Territory[] }>
type Answers = Readonly<{ territory: Territory; village: string; name: string; keptBy: string; passphrase: string }>

async function open(c: Context, web: Web, roof: Roof): Promise<Response> {
  const visit = web.visit(c)
  const w = appWords(visit.lang).setup
  const { input, own } = await posted(c, web, visit)
  const again = (wrong: Wrong, status = 422) => web.answer(c, visit, askLeaf(web, visit, input, wrong), { status, cache: 'no-store' })
  if (isOpen(web.local, web.site.log)) return web.answer(c, visit, openLeaf(visit), { status: 409 })
  if (!visit.private) return web.answer(c, visit, notHere(visit), { status: 403 })
  if (!isOurs(c, web, visit, own)) return web.answer(c, visit, sayLeaf(w.title, [webWords(visit.lang).badForm], visit), { status: 403 })
  if (!visit.here) {
    const now = steadily(web.site)
    if (!roof.opening.mayTry(visit.address, now)) return again({ field: 'code', sentence: w.tooManyCodes }, 429)
    if (!roof.opening.isCode(String(input['code'] ?? ''), visit.address, now)) return again({ field: 'code', sentence: w.wrongCode })
  }
  if (known(web) !== undefined) return opensAgain(c, web, roof, visit, String(input['passphrase'] ?? '').trim(), again)
  const communes = openCommunes(roof.folder)
  try {
    const answers = answersFrom(input, communes, visit.lang)
    if ('sentence' in answers) return again(answers)
    // From the look at the keeper above to here nothing waits: whoever comes second finds an open page, or this one.
    if (!roof.opening.begin()) return web.answer(c, visit, openingLeaf(visit), { status: 409 })
    return await opened(c, web, roof, visit, answers).finally(roof.opening.end)
  } finally {
    communes.close()
  }
}

/** Nothing that is known is asked again: a passphrase, and the page is kept. */
async function opensAgain(
  c: Context,
  web: Web,
  roof: Roof,
  visit: Visit,
  passphrase: string,
  again: (wrong: Wrong) => Response | Promise<Response>,
): Promise<Response> {
  if (passphrase.length < SHORTEST) return again({ field: 'passphrase', sentence: appWords(visit.lang).setup.shortPassphrase })
  if (!roof.opening.begin()) return web.answer(c, visit, openingLeaf(visit), { status: 409 })
  try {
    await setPassphrase(web.local, passphrase)
  } finally {
    roof.opening.end()
  }
  return kept(c, web, roof, visit, passphrase)
}

const openLeaf = (visit: Visit): Leaf => {
  const w = appWords(visit.lang).setup
  return sayLeaf(w.title, [w.alreadyOpen], visit, html`<a href="/entrer">${webWords(visit.lang).enter}</a> · <a href="/">${w.toPage}</a>`)
}
const openingLeaf = (visit: Visit): Leaf => {
  const w = appWords(visit.lang).setup
  return sayLeaf(w.title, [w.alreadyOpening], visit, html`<a href="${PATH}">${w.reload}</a>`)
}

async function opened(c: Context, web: Web, roof: Roof, visit: Visit, answers: Answers): Promise<Response> {
  const now = web.site.now()
  const id = idFrom(now, randomBytes(10))
  const records = JSON.stringify(openingRecords(answers, now))
  keepAside(web.local, id, await hashedPassphrase(answers.passphrase))
  const answer = await web.turn({ brick: 'plain', command: 'bring', input: { records }, by: 'keeper', id, lang: visit.lang })
  if ('failed' in answer) return failed(c, web, visit, answer.failed)
  if (!answer.done || !isOpen(web.local, web.site.log)) throw new Error(`the territory was refused: ${JSON.stringify(answer)}`)
  return kept(c, web, roof, visit, answers.passphrase)
}

/** The page has its keeper: they are in, and see their sheet. */
function kept(c: Context, web: Web, roof: Roof, visit: Visit, passphrase: string): Response | Promise<Response> {
  keepBackupKeySoon(roof.folder, passphrase, web.report)
  const codes = newCodes(web.local)
  const session = startSession(web.local, false, steadily(web.site))
  giveSession(c, session, visit, false)
  const token = tokenFor(web.local.secret, { ...visit, session: sessionOf(web.local, session, steadily(web.site)) }, steadily(web.site))
  return web.answer(c, visit, sheetLeaf(visit.lang, codes, token, roof.certificate?.words), { cache: 'no-store' })
}

function answersFrom(input: Input, communes: Communes, lang: Lang): Answers | Wrong {
  const w = appWords(lang).setup
  const said = (name: string) => String(input[name] ?? '').trim()
  if (said('where') === '') return { field: 'where', sentence: w.noWhere }
  const found = communes.findTerritory(said('where'))
  const territory = found.length === 1 ? found[0] : found.find(one => one.code === said('which'))
  if (found.length === 0) return { field: 'where', sentence: w.noPlace(said('where').slice(0, 80)) }
  if (!territory) return { field: 'which', sentence: w.several, choices: found }
  if (territory.missed && territory.missed.length > 0) return { field: 'where', sentence: w.missed(territory.missed.join(', ')) }
  if (said('name') === '') return { field: 'name', sentence: w.noName }
  if (said('keptBy') === '') return { field: 'keptBy', sentence: w.noKeeper }
  if (said('passphrase').length < SHORTEST) return { field: 'passphrase', sentence: w.shortPassphrase }
  return {
    territory,
    village: territory.communes[0]!.code,
    name: said('name').slice(0, 300),
    keptBy: said('keptBy').slice(0, 300),
    passphrase: said('passphrase'),
  }
}

/** The territory's own record, its communes, and the thirty themes to start with. */
export function openingRecords(answers: Omit<Answers, 'passphrase'>, now: number): readonly Brought[] {
  const communes = answers.territory.communes.map(
    (commune): Brought => ({
      type: 'commune',
      id: communeId(commune.code),
      fields: { code: commune.code, name: commune.name, postalCodes: commune.postalCodes.join(' '), population: commune.population },
    }),
  )
  const themes = THEMES.map(
    ({ key, label, synonyms, wider }): Brought => ({
      type: 'theme',
      id: themeId(key),
      fields: { label, synonyms, ...(wider ? { wider: themeId(wider) } : {}) },
    }),
  )
  const { name, keptBy, village, territory } = answers
  const own: Brought = {
    type: 'territory',
    id: idFrom(now, randomBytes(10)),
    fields: { name, keptBy, village, communes: territory.communes.map(one => one.code), licence: 'none' },
  }
  return [own, ...communes, ...themes]
}

function askLeaf(web: Web, visit: Visit, input: Input, wrong?: Wrong): Leaf {
  const w = appWords(visit.lang).setup
  const field = (name: string, label: string, hint: string, type = 'text'): Html =>
    html`<div class="field${wrong?.field === name && ' wrong'}"><label for="f-${name}">${label}</label><p class="hint" id="f-${name}-h">${hint}</p><input id="f-${name}" name="${name}" type="${type}" value="${type === 'password' ? '' : String(input[name] ?? '')}" aria-describedby="f-${name}-h"${type === 'password' && html` autocomplete="new-password"`}></div>`
  const name = known(web)
  const title = name === undefined ? w.title : w.knownTitle
  const which =
    wrong?.choices &&
    html`<fieldset class="field" id="f-which"><legend>${w.which}</legend>${wrong.choices.map(
      one => html`<label class="tick"><input type="radio" name="which" value="${one.code}"> ${one.name} (${one.communes.length})</label>`,
    )}</fieldset>`
  const body = html`<div class="one"><article class="sheet"><h1>${title}</h1>${name !== undefined && html`<p>${w.knownLead(name)}</p>`}${wrong && refused([wrong], visit.lang)}<form class="form" method="post" action="${PATH}"><input type="hidden" name="jeton" value="${tokenFor(web.local.secret, visit, steadily(web.site))}">${!visit.here && field('code', w.code, w.codeHint)}${name === undefined && html`${field('where', w.where, w.whereHint)}${which}${field('name', w.name, w.nameHint)}${field('keptBy', w.keptBy, w.keptByHint)}`}${field('passphrase', w.passphrase, w.passphraseHint, 'password')}<p class="acts"><button class="button">${name === undefined ? w.open : w.knownOpen}</button></p></form></article></div>`
  return { title, body }
}

/** The codes go back as they are shown, since the box holds only their hashes; their sheet opens beside this page. */
const codesForm = (lang: Lang, codes: readonly string[], token: string): Html =>
  html`<form class="no-print" method="post" action="${CODES_PRINT}" target="_blank"><input type="hidden" name="jeton" value="${token}">${codes.map(code => html`<input type="hidden" name="code" value="${code}">`)}<p class="acts"><button class="button">${appWords(lang).printCard.print}</button></p></form>`

function sheetLeaf(lang: Lang, codes: readonly string[], token: string, words: string | undefined): Leaf {
  const w = appWords(lang).setup
  const body = html`<div class="one"><article class="sheet"><h1>${w.sheetTitle}</h1><p>${w.sheetLead}</p><h2>${w.codes}</h2><p>${w.codesWhy}</p><ol class="codes">${codes.map(code => html`<li><code>${code}</code></li>`)}</ol>${words && html`<h2>${w.fingerprint}</h2><p><code>${words}</code></p><p>${w.fingerprintWhy}</p>`}${codesForm(lang, codes, token)}<p class="no-print"><b>${w.next}</b> <a href="/cueillette">${w.nextLink}</a> · <a href="/">${w.toPage}</a></p></article></div>`
  return { title: w.sheetTitle, body }
}
