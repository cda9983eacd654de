import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { execPath } from 'node:process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { type Answer, type Browser, textOf, withForms } from '../support/browser.ts'
import type { Air } from './air.ts'
import type { Heard, Knocked, Question } from './handset.ts'
import { PATH, until } from './run.ts'

/**
 * A phone in a namespace of its own: a real DHCP client, the names that its lease says, HTTP by its
 * own sockets.
 */
export type Phone = Readonly<{
  place: string
  /** Joins a Wi-Fi as phones do, and waits for its lease. */
  join: (wifi: string) => Promise<Lease>
  leave: () => void
  leases: () => readonly Lease[]
  resolve: (name: string, kind?: 'A' | 'AAAA') => Promise<readonly string[] | string>
  knock: (host: string, port: number, ms?: number) => Promise<Knocked>
  /** Sends one datagram. */
  throw: (host: string, port: number) => Promise<string>
  /**
   * One request, no redirect followed; cookies are kept by the host, as browsers do. Relative to
   * `home` when it begins with `/`.
   */
  ask: (url: string, of?: Asked) => Promise<PhoneAnswer>
  get: (url: string) => Promise<PhoneAnswer>
  post: (
    url: string,
    input: Readonly<Record<string, string | readonly string[]>>,
    headers?: Record<string, string>,
  ) => Promise<PhoneAnswer>
  cookies: Map<string, Map<string, string>>
  /** What any command is put behind to run in this phone. */
  inside: readonly string[]
  /** A command that runs this phone's Chromium. */
  browser: (path: string) => string
  end: () => void
}>
export type Lease = Readonly<{
  how: string
  ip: string
  router: string
  dns: string
  seconds: number
  server: string
}>
export type PhoneAnswer = Answer & Readonly<{ raw: Buffer; certificate: string }>
type Asked = Readonly<{
  method?: string
  headers?: Readonly<Record<string, string>>
  body?: Buffer
  ms?: number
}>

/** Four tries a second apart, again after a second. */
const ASKING = ['-t', '4', '-T', '1', '-A', '1', '-x', 'hostname:telephone']
/** A phone that finds its Wi-Fi again asks for the address that it had. */
const RENEW = 'SIGUSR1'
const HANDSET = fileURLToPath(new URL('./handset.ts', import.meta.url))
const LEASE = fileURLToPath(new URL('./lease.sh', import.meta.url))

export function openPhone(
  air: Air,
  name: string,
  of: Readonly<{ home?: string; mac?: string }> = {},
): Phone {
  const place = air.place(name)
  const radio = air.radio(place, { mac: of.mac })
  const at = join(air.folder, name)
  mkdirSync(at)
  writeFileSync(join(at, 'resolv.conf'), '')
  const inside = [
    'nsenter',
    `--net=/run/netns/${place}`,
    'unshare',
    '--mount',
    '--propagation',
    'private',
    'sh',
    '-c',
  ]
  const within = [
    ...inside,
    `mount --bind "${at}/resolv.conf" /etc/resolv.conf && exec "$@"`,
    'phone',
  ]
  const started: ChildProcess[] = []
  const starts = (args: readonly string[], stdio: 'ignore' | 'pipe'): ChildProcess => {
    const env = { ...process.env, PATH, AT: at }
    const child = spawn('setpriv', ['--pdeathsig', 'KILL', ...within, ...args], {
      stdio: [stdio, stdio, stdio === 'pipe' ? 'inherit' : 'ignore'],
      env,
    })
    started.push(child)
    return child
  }
  const question = handsetOf(starts([execPath, HANDSET], 'pipe'))
  const leases = (): readonly Lease[] => leasesIn(join(at, 'lease.log'))
  const cookies = new Map<string, Map<string, string>>()
  const home = of.home ?? 'http://10.10.10.10'
  let client: ChildProcess | undefined
  const ask = (url: string, asked: Asked = {}) =>
    sentBy(question, cookies, url.startsWith('/') ? home + url : url, asked)
  return {
    place,
    cookies,
    inside: within,
    leases,
    join: async wifi => {
      const before = leases().length
      radio.join(wifi)
      if (client) client.kill(RENEW)
      else client = starts(['udhcpc', '-i', 'wlan0', '-f', '-s', LEASE, ...ASKING], 'ignore')
      const got = () =>
        leases()
          .slice(before)
          .find(one => one.how === 'bound' || one.how === 'renew')
      // Not once it came: asked again, its address would be taken off for a moment, and the next
      // Wi-Fi joined would hear of this one.
      const asking = setInterval(() => got() ?? client?.kill(RENEW), 3000)
      return until(`${name}’s lease`, got, 60_000).finally(() => clearInterval(asking))
    },
    leave: radio.leave,
    resolve: (wanted, kind = 'A') =>
      question({
        does: 'resolve',
        name: wanted,
        kind,
        server: serverIn(join(at, 'resolv.conf')),
      }) as Promise<readonly string[] | string>,
    knock: (host, port, ms = 1500) =>
      question({ does: 'knock', host, port, ms }) as Promise<Knocked>,
    throw: (host, port) => question({ does: 'throw', host, port }) as Promise<string>,
    ask,
    get: url => ask(url),
    post: (url, input, headers = {}) =>
      ask(url, formOf(url.startsWith('/') ? home : url, input, headers)),
    browser: path => wrapped(join(at, 'chromium'), [...within, path]),
    end: () => {
      for (const child of started) child.kill('SIGKILL')
    },
  }
}

function leasesIn(file: string): readonly Lease[] {
  if (!existsSync(file)) return []
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean)
  return lines.map(line => {
    const [how = '', ip = '', router = '', dns = '', seconds = '', server = ''] = line.split(' ')
    return { how, ip, router, dns, seconds: Number(seconds), server }
  })
}

const serverIn = (file: string): string =>
  /^nameserver (\S+)/m.exec(readFileSync(file, 'utf8'))?.[1] ?? 'none'

function wrapped(file: string, command: readonly string[]): string {
  writeFileSync(file, `#!/bin/sh\nexec ${command.map(word => `'${word}'`).join(' ')} "$@"\n`)
  chmodSync(file, 0o755)
  return file
}

function handsetOf(child: ChildProcess): (question: Question) => Promise<unknown> {
  const waiting = new Map<
    number,
    Readonly<{ done: (answer: unknown) => void; failed: (error: Error) => void }>
  >()
  let asked = 0
  createInterface({ input: child.stdout! }).on('line', line => {
    const { id, answer, error } = JSON.parse(line) as {
      id: number
      answer?: unknown
      error?: string
    }
    const one = waiting.get(id)
    waiting.delete(id)
    if (error === undefined) one?.done(answer)
    else one?.failed(Object.assign(new Error(error), { code: error }))
  })
  child.on('close', () => {
    for (const one of waiting.values()) one.failed(new Error('the phone is off'))
  })
  child.stdin!.on('error', () => undefined)
  return question =>
    new Promise((done, failed) => {
      const id = ++asked
      waiting.set(id, { done, failed })
      child.stdin!.write(`${JSON.stringify({ id, question })}\n`)
    })
}

function formOf(
  url: string,
  input: Readonly<Record<string, string | readonly string[]>>,
  headers: Record<string, string>,
): Asked {
  const pairs = Object.entries(input).flatMap(([k, v]) =>
    typeof v === 'string' ? [[k, v]] : v.map(one => [k, one]),
  )
  const type = { 'content-type': 'application/x-www-form-urlencoded', origin: new URL(url).origin }
  return {
    method: 'POST',
    body: Buffer.from(new URLSearchParams(pairs).toString()),
    headers: { ...type, ...headers },
  }
}

async function sentBy(
  question: (asked: Question) => Promise<unknown>,
  cookies: Map<string, Map<string, string>>,
  url: string,
  { method = 'GET', headers = {}, body = Buffer.alloc(0), ms = 60_000 }: Asked,
): Promise<PhoneAnswer> {
  const { hostname } = new URL(url)
  const jar = cookies.get(hostname) ?? new Map<string, string>()
  cookies.set(hostname, jar)
  const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
  const length = body.length > 0 ? { 'content-length': String(body.length) } : {}
  const sent = { 'accept-language': 'fr', ...(cookie ? { cookie } : {}), ...length, ...headers }
  const heard = (await question({
    does: 'ask',
    url,
    method,
    headers: sent,
    body: body.toString('base64'),
    ms,
  })) as Heard
  for (const line of [heard.headers['set-cookie'] ?? []].flat()) {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
    if (value === '' || /max-age=0/i.test(line)) jar.delete(name)
    else jar.set(name, value)
  }
  const raw = Buffer.from(heard.body, 'base64')
  const text = raw.toString('utf8')
  const known = new Headers()
  for (const [name, value] of Object.entries(heard.headers))
    for (const one of [value].flat()) known.append(name, String(one))
  const location = known.get('location') ?? ''
  return {
    status: heard.status,
    body: text,
    text: textOf(text),
    location,
    headers: known,
    raw,
    certificate: heard.certificate ?? '',
  }
}

/**
 * A browser of that phone, at one address of the box; two phones, or two addresses, share no
 * cookie.
 */
export function personOn(phone: Phone, home: string): Browser {
  const { hostname } = new URL(home)
  if (!phone.cookies.has(hostname)) phone.cookies.set(hostname, new Map())
  return withForms({
    cookies: phone.cookies.get(hostname)!,
    get: path => phone.get(home + path),
    post: (path, input, headers) => phone.post(home + path, input, headers),
  })
}
