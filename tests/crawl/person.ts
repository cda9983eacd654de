import http, { type IncomingHttpHeaders } from 'node:http'
import https from 'node:https'
import { type Answer, type Browser, type Client, textOf, withForms } from '../support/browser.ts'

/** The name under which the box of a crawl is asked. */
export const HOST = 'borne.local'
/**
 * The same in each crawl, since pages and drawings say them: two crawls at a time listen at other
 * addresses of this machine.
 */
export const PORT = 20_417
export const TLS_PORT = 20_418

/**
 * `here`: at the machine itself · `wifi`: http, by the network · `https`: by the network, where
 * nobody listens.
 */
export type Where = 'here' | 'wifi' | 'https'
const FROM: Readonly<Record<Where, string>> = {
  here: '127.0.0.1',
  wifi: '127.0.0.2',
  https: '127.0.0.3',
}

export type Got = Readonly<{ status: number; headers: IncomingHttpHeaders; bytes: Buffer }>
type Fields = Readonly<Record<string, string | readonly string[]>>
/**
 * A browser without scripts that keeps its cookies; `fetch` and `sendBytes` give the bytes of an
 * answer.
 */
export type Asking = Browser & Fetching
type Fetching = Client &
  Readonly<{
    fetch: (path: string) => Promise<Got>
    sendBytes: (path: string, fields: Fields) => Promise<Got>
    end: () => void
  }>

const WAIT_MS = 120_000

/** Somebody before the box that listens at `box`, an address of this machine. */
export function personAt(box: string, where: Where, lang: 'fr' | 'en'): Asking {
  const cookies = new Map<string, string>()
  const isSecure = where === 'https'
  const origin = `${isSecure ? 'https' : 'http'}://${HOST}:${isSecure ? TLS_PORT : PORT}`
  const agent = new (isSecure ? https : http).Agent({ keepAlive: true, maxSockets: 1 })
  const ask = (method: string, path: string, body = ''): Promise<Got> =>
    new Promise((resolve, reject) => {
      const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
      const headers = {
        host: new URL(origin).host,
        'accept-language': lang,
        ...(cookie ? { cookie } : {}),
        ...(method === 'POST'
          ? {
              origin,
              'content-type': 'application/x-www-form-urlencoded',
              'content-length': Buffer.byteLength(body),
            }
          : {}),
      }
      const port = isSecure ? TLS_PORT : PORT
      const options = {
        host: box,
        port,
        path,
        method,
        headers,
        agent,
        localAddress: FROM[where],
        timeout: WAIT_MS,
      }
      const request = (isSecure ? https : http).request(
        { ...options, rejectUnauthorized: false },
        response => {
          const parts: Buffer[] = []
          response.on('data', (part: Buffer) => parts.push(part))
          response.on('error', reject)
          response.on('end', () => {
            for (const line of response.headers['set-cookie'] ?? []) keep(cookies, line)
            resolve({
              status: response.statusCode ?? 0,
              headers: response.headers,
              bytes: Buffer.concat(parts),
            })
          })
        },
      )
      request.on('error', reject)
      request.on('timeout', () => request.destroy(new Error(`no answer of ${path}`)))
      request.end(body)
    })
  const read = async (method: string, path: string, body?: string): Promise<Answer> => {
    const got = await ask(method, path, body)
    const text = got.bytes.toString('utf8')
    const location = String(got.headers.location ?? '').replace(origin, '')
    return { status: got.status, body: text, text: textOf(text), location, headers: new Headers() }
  }
  return withForms<Fetching>({
    cookies,
    get: path => read('GET', path),
    post: (path, input) => read('POST', path, bodyOf(input)),
    sendBytes: (path, fields) => ask('POST', path, bodyOf(fields)),
    fetch: path => ask('GET', path),
    end: () => agent.destroy(),
  })
}

function bodyOf(fields: Fields): string {
  const pairs = Object.entries(fields).flatMap(([k, v]) =>
    typeof v === 'string' ? [[k, v]] : v.map(one => [k, one]),
  )
  return new URLSearchParams(pairs).toString()
}

function keep(cookies: Map<string, string>, line: string): void {
  const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
  if (value === '' || /max-age=0(;|$)/i.test(line)) cookies.delete(name)
  else cookies.set(name, value)
}
