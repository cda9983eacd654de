import type { IncomingMessage } from 'node:http'
import type { Context, Hono } from 'hono'
import { BOX_ADDRESS } from '../../contract/box/hotspot.ts'
import { type Html, html } from '../../contract/html.ts'
import type { Lang } from '../../core/lang.ts'
import { mainButton, post } from '../../ui/post.ts'
import { withoutTongue } from '../../ui/tongue.ts'
import { monotonicNow } from '../pages/kit.ts'
import { send } from '../pages/respond.ts'
import { territoryShown } from '../pages/territory-shown.ts'
import { posted } from '../post/form-in.ts'
import { isOurs } from '../post/from-here.ts'
import { ourToken } from '../post/our-token.ts'
import type { Server } from '../server-parts.ts'
import { notOurs } from '../session/signin.ts'
import type { Visit } from '../session/visit.ts'
import { webWords } from '../words.ts'
import { askerOf, clientOf } from './client.ts'
import { wellFor } from './probes.ts'

/** The address of the welcome page, for people who just joined the box’s Wi-Fi. */
export const WELCOME = '/bienvenue'

/**
 * The clients that have seen the welcome page, by their address on this Wi-Fi. In memory alone.
 *
 * Units   `now`: milliseconds of a monotonic clock (`monotonicNow`).
 */
export type WelcomedClients = Readonly<{
  has: (address: string, now: number) => boolean
  add: (address: string, now: number) => void
}>

/**
 * How long a client counts as welcomed: as a lease of the Wi-Fi (`box/templates/dnsmasq.conf`),
 * because the next client of an address must see the page too.
 */
const SEEN_MS = 2 * 3_600_000
/**
 * The most clients that are remembered, more than a Wi-Fi has addresses. The oldest leave first.
 */
const MOST_SEEN = 1_000

export function seenHere(): WelcomedClients {
  const until = new Map<string, number>()
  return {
    has: (address, now) => {
      const end = until.get(clientOf(address))
      return end !== undefined && now < end
    },
    add: (address, now) => {
      until.delete(clientOf(address))
      if (until.size >= MOST_SEEN) until.delete(until.keys().next().value!)
      until.set(clientOf(address), now + SEEN_MS)
    },
  }
}

/**
 * Answers the captive-portal probes of systems, and pages asked by a foreign name, on the Wi-Fi of
 * a box, where every name leads to it. Runs before the check of host names.
 *
 * Law     HTTP only, GET and HEAD only, no cookie read or set, no content of the page: a fixed
 *         text, or a link to the address on the card. A foreign page whose name points here (DNS
 *         rebinding) reads nothing. Other requests meet the check of host names.
 */
export function captiveEndpoint(app: Hono, server: Server, seen: WelcomedClients): void {
  app.use(async (c, next) => {
    const answer = answerElsewhere(c, server, seen)
    if (answer) return answer
    await next()
    return undefined
  })
}

/**
 * Serves the welcome page, behind the checks of every page: it names the keeper, and takes a form.
 */
export function welcomeRoutes(app: Hono, server: Server, seen: WelcomedClients): void {
  app.get(WELCOME, c => {
    const visit = server.visit(c)
    return welcome(c, server, visit, seen.has(visit.address, monotonicNow(server.source)))
  })
  app.post(WELCOME, async c => {
    const visit = server.visit(c)
    const { own } = await posted(c, server, visit)
    if (!isOurs(c, server, visit, own)) return notOurs(c, server, visit)
    seen.add(visit.address, monotonicNow(server.source))
    return c.redirect(WELCOME, 303)
  })
}

/** The host as it was asked, without its port, in small letters; empty when nothing was said. */
export const hostOf = (c: Context): string =>
  (c.req.header('host') ?? '')
    .replace(/:\d+$/, '')
    .replace(/^\[|\]$/g, '')
    .toLowerCase()

/** The origin for links: the requested host, with its port when it is one of this box’s. */
export function originOf(c: Context, server: Server, secure: boolean): string {
  const port = /:(\d+)$/.exec(c.req.header('host') ?? '')?.[1]
  const isOurs = port !== undefined && [server.port(), server.tlsPort()].includes(Number(port))
  const name = (c.req.header('host') ?? '').replace(/:\d+$/, '')
  return `${secure ? 'https' : 'http'}://${name}${isOurs ? `:${port}` : ''}`
}

function answerElsewhere(c: Context, server: Server, seen: WelcomedClients): Response | undefined {
  const host = hostOf(c)
  const asker = askerOf((c.env as Readonly<{ incoming?: IncomingMessage }>).incoming ?? {})
  const at = server.at()
  if (
    at === undefined ||
    host === '' ||
    server.hosts().has(host) ||
    asker.secure ||
    !['GET', 'HEAD'].includes(c.req.method)
  )
    return undefined
  const hasSeen = seen.has(asker.address, monotonicNow(server.source))
  const well = wellFor(host, new URL(c.req.url).pathname, c.req.header('user-agent') ?? '')
  if (well && hasSeen) {
    // As long as it asks, it is there.
    seen.add(asker.address, monotonicNow(server.source))
    const headers = {
      'cache-control': 'no-store',
      ...(well.type ? { 'content-type': well.type } : {}),
      ...well.headers,
    }
    return new Response(well.body ?? null, { status: well.status, headers })
  }
  // Requests of applications and for pictures meet the check of host names.
  if (!well && !(c.req.header('accept') ?? '').includes('text/html')) return undefined
  const location = `${at}${hasSeen ? '/' : WELCOME}`
  return new Response(null, { status: 302, headers: { location, 'cache-control': 'no-store' } })
}

/**
 * The welcome page: one screen, one button. A telephone shows it in a small window that downloads
 * nothing and loses typed text, so it has no menu and no other form. The address comes before the
 * button, because Android shuts its window at once.
 */
function welcome(c: Context, server: Server, visit: Visit, hasSeen: boolean): Response {
  const w = webWords(visit.lang).welcome
  const territory = territoryShown(server.source.bricks, server.source.read)
  const name = territory?.name ?? webWords(visit.lang).defaultName
  // Where no address was chosen (a demonstration), the one that brought here.
  const at = (server.at() ?? c.req.header('host') ?? '').replace(/^http:\/\//, '')
  const address = html`
    <p class="typed"><b>${at}</b>${at === BOX_ADDRESS && html`<span>${w.aloud}</span>`}</p>
  `
  const first = html`
    <h1>${w.title}</h1>
    <p>${w.leads(name)}</p>
    <p>${w.type}</p>
    ${address}
    ${post(ourToken(server, visit), WELCOME, {
      look: '',
      fields: html`<p>${mainButton(w.seen)}</p>`,
    })}
    <p class="where">${w.stay}</p>
  `
  const then = html`
    <h1>${w.done}</h1>
    <p>${w.stays}</p>
    <p><a class="button" href="/">${w.read}</a></p>
    <p>${w.window}</p>
    ${address}
    <p class="where">${w.kept}</p>
  `
  const foot = territory ? w.ask(territory.keptBy) : w.askHere
  const text = documentOf(
    visit.lang,
    `${hasSeen ? w.done : w.title} · ${name}`,
    html`${hasSeen ? then : first}<p class="where">${foot}</p>`,
    server,
  )
  return send(c, text, { cache: 'none' })
}

const documentOf = (lang: Lang, title: string, body: Html, server: Server): string =>
  html`
    <!doctype html>
    <html lang="${lang}">
      <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>${title}</title>
        <link rel="stylesheet" href="${server.look.look}">
      </head>
      <body><main class="wrap welcome" id="page">${withoutTongue(body, lang)}</main></body>
    </html>
  `.html
