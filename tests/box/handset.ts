import { createSocket } from 'node:dgram'
import { Resolver } from 'node:dns/promises'
import { type ClientRequest, type IncomingMessage, request } from 'node:http'
import { request as secureRequest } from 'node:https'
import { connect } from 'node:net'
import { createInterface } from 'node:readline'
import type { TLSSocket } from 'node:tls'

/**
 * What runs inside a phone's namespace: one question a line, one answer a line, by number. Keeps
 * nothing: cookies are the test's.
 */
export type Question =
  | Readonly<{ does: 'resolve'; name: string; kind: 'A' | 'AAAA'; server: string }>
  | Readonly<{
      does: 'ask'
      url: string
      method: string
      headers: Readonly<Record<string, string>>
      body: string
      ms: number
    }>
  | Readonly<{ does: 'throw'; host: string; port: number }>
  | Readonly<{ does: 'knock'; host: string; port: number; ms: number }>
export type Heard = Readonly<{
  status: number
  headers: Readonly<Record<string, string | readonly string[]>>
  body: string
  certificate?: string
}>
/**
 * `open`: somebody answers · `shut`: refused at once · `silent`: nothing comes back · `away`: no
 * way there.
 */
export type Knocked = 'open' | 'shut' | 'silent' | 'away'

async function answerTo(question: Question): Promise<unknown> {
  if (question.does === 'resolve') return resolved(question)
  if (question.does === 'throw') return thrown(question)
  if (question.does === 'knock') return knocked(question)
  return asked(question)
}

async function resolved({
  name,
  kind,
  server,
}: Extract<Question, { does: 'resolve' }>): Promise<unknown> {
  const resolver = new Resolver({ timeout: 2000, tries: 2 })
  resolver.setServers([server])
  try {
    return kind === 'AAAA' ? await resolver.resolve6(name) : await resolver.resolve4(name)
  } catch (error) {
    return (error as { code?: string }).code ?? 'unknown'
  }
}

function knocked({ host, port, ms }: Extract<Question, { does: 'knock' }>): Promise<Knocked> {
  return new Promise(resolve => {
    const socket = connect({ host, port })
    const end = (how: Knocked) => {
      socket.destroy()
      resolve(how)
    }
    socket.setTimeout(ms, () => end('silent'))
    socket.on('connect', () => end('open'))
    socket.on('error', (error: { code?: string }) =>
      end(error.code === 'ECONNREFUSED' ? 'shut' : error.code === 'ETIMEDOUT' ? 'silent' : 'away'),
    )
  })
}

/** One datagram; whether it was taken is for the listener to say. */
function thrown({ host, port }: Extract<Question, { does: 'throw' }>): Promise<string> {
  const socket = createSocket(host.includes(':') ? 'udp6' : 'udp4')
  return new Promise(resolve =>
    socket.send('anybody?', port, host, error => {
      socket.close()
      resolve((error as { code?: string } | null)?.code ?? 'gone')
    }),
  )
}

/**
 * By the machine's own resolver, as an application does; certificates are shown, never believed.
 */
function asked({
  url,
  method,
  headers,
  body,
  ms,
}: Extract<Question, { does: 'ask' }>): Promise<Heard> {
  return new Promise((resolve, reject) => {
    const done = (response: IncomingMessage) => {
      const parts: Buffer[] = []
      const peer = (response.socket as TLSSocket).getPeerCertificate?.()
      response.on('error', reject)
      response.on('data', (part: Buffer) => parts.push(part))
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers as Heard['headers'],
          body: Buffer.concat(parts).toString('base64'),
          ...(peer?.fingerprint256 ? { certificate: peer.fingerprint256 } : {}),
        }),
      )
    }
    const of = { method, headers, agent: false as const, timeout: ms }
    const sent: ClientRequest = url.startsWith('https:')
      ? secureRequest(url, { ...of, rejectUnauthorized: false }, done)
      : request(url, of, done)
    sent.on('timeout', () => sent.destroy(new Error('timeout')))
    sent.on('error', reject)
    sent.end(Buffer.from(body, 'base64'))
  })
}

for await (const line of createInterface({ input: process.stdin })) {
  const { id, question } = JSON.parse(line) as { id: number; question: Question }
  const tell = (answer: object) => process.stdout.write(`${JSON.stringify({ id, ...answer })}\n`)
  answerTo(question).then(
    answer => tell({ answer }),
    (error: { code?: string; message: string }) => tell({ error: error.code ?? error.message }),
  )
}
