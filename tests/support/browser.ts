import type { Hono } from 'hono'
import { type Filled, type FormRead, filledIn } from './forms.ts'

/** `wifi`: http, as anybody near may read it · `https` · `here`: this machine itself. */
export type Where = 'wifi' | 'https' | 'here'
/** `text`: the page as a person reads it. */
export type Answer = Readonly<{
  status: number
  body: string
  text: string
  location: string
  headers: Headers
}>
type Fields = Readonly<Record<string, string | readonly string[]>>
/**
 * A browser that keeps its cookies.
 *
 * Shape   `post` sends these fields as they are · `fill` fills a form of a page that was read, with
 *         its hidden fields and its token, and sends it · `send` opens the page, fills its form and
 *         sends it.
 */
export type Browser = Client &
  Readonly<{
    fill: (
      page: Answer,
      action: string,
      change?: Filled,
      which?: (form: FormRead) => boolean,
    ) => Promise<Answer>
    send: (path: string, change?: Filled, action?: string) => Promise<Answer>
  }>
/** What gets and posts, however it reaches the box. */
export type Client = Readonly<{
  get: (path: string) => Promise<Answer>
  post: (
    path: string,
    fields: Fields,
    headers?: Readonly<Record<string, string>>,
  ) => Promise<Answer>
  cookies: Map<string, string>
}>

export const HOST = 'borne.local'
let addresses = 10

/** `signIn`: what this person does before their first request. */
export function browserAt(
  app: Hono,
  where: Where,
  signIn?: (self: Browser) => Promise<void>,
): Browser {
  const cookies = new Map<string, string>()
  const scheme = where === 'https' ? 'https' : 'http'
  const address = where === 'here' ? '127.0.0.1' : `192.168.4.${addresses++ % 200}`
  const env = {
    incoming: { socket: { remoteAddress: address, encrypted: where === 'https' }, headers: {} },
  }
  const ask = async (
    path: string,
    init: RequestInit,
    more: Readonly<Record<string, string>> = {},
  ): Promise<Answer> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const headers = { host: HOST, 'accept-language': 'fr', ...(cookie ? { cookie } : {}), ...more }
    const answer = await app.request(`${scheme}://${HOST}${path}`, { ...init, headers }, env)
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      if (value === '' || /max-age=0(;|$)/i.test(line)) cookies.delete(name)
      else cookies.set(name, value)
    }
    const body = await answer.text()
    return {
      status: answer.status,
      body,
      text: textOf(body),
      location: answer.headers.get('location') ?? '',
      headers: answer.headers,
    }
  }
  const type = {
    'content-type': 'application/x-www-form-urlencoded',
    origin: `${scheme}://${HOST}`,
  }
  const stranger = withForms({
    cookies,
    get: path => ask(path, {}),
    post: (path, fields, headers) =>
      ask(path, { method: 'POST', body: encoded(fields) }, { ...type, ...headers }),
  })
  return signIn ? signedIn(stranger, signIn) : stranger
}

export function withForms<C extends Client>(client: C): C & Browser {
  const fill: Browser['fill'] = (page, action, change, which) =>
    client.post(action, filledIn(page, action, change, which))
  return {
    ...client,
    fill,
    send: async (path, change, action = path) => fill(await client.get(path), action, change),
  }
}

function signedIn(stranger: Browser, signIn: (self: Browser) => Promise<void>): Browser {
  let done: Promise<void> | undefined
  const first = (): Promise<void> => (done ??= signIn(stranger))
  return withForms({
    cookies: stranger.cookies,
    get: (...of) => first().then(() => stranger.get(...of)),
    post: (...of) => first().then(() => stranger.post(...of)),
  })
}

const encoded = (fields: Fields): string =>
  new URLSearchParams(
    Object.entries(fields).flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, value]] : value.map(one => [name, one]),
    ),
  ).toString()

/** HTML as a person reads it, its spaces made plain. */
export const textOf = (body = ''): string =>
  body
    .replace(/<style[\s\S]*?<\/style>|<[^>]*>/g, ' ')
    .replaceAll('&#39;', '’')
    .replaceAll('&amp;', '&')
    .replace(/[\s\u00a0\u202f]+/g, ' ')

/** The value of a hidden field of a page. */
export const hiddenIn = (body: string, name: string): string =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(body)?.[1] ?? ''
