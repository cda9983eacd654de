import { Agent, type IncomingMessage, request } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { type Filled, formsIn } from '../tests/support/forms.ts'
import { foundBy, rankIn } from './child.ts'

/**
 * People, as they read and post on a box: each with their own connection and address, a pause
 * between two pages as long as one reads, links followed from the page one is on. From a process of
 * its own.
 */
export type People = Readonly<{
  address: string
  browsing: number
  posting: number
  seconds: number
  warmSeconds: number
}>
export type Met = Readonly<{
  answers: number
  median: number
  p95: number
  p99: number
  worst: string
}>
export type PeopleMet = Readonly<{ pages: Met; posts: Met; wrong: readonly string[] }>

/** How long somebody reads before the next page: from … to …, in ms. */
const READS = [2_000, 8_000] as const
const WRITES = [8_000, 20_000] as const
const LATE_MS = 60_000
const GRACE_S = 90

export const people = (of: People): Promise<PeopleMet> =>
  foundBy(fileURLToPath(import.meta.url), of, (of.warmSeconds + of.seconds + GRACE_S) * 1_000)

type Answer = Readonly<{ status: number; body: string; location: string | undefined; ms: number }>
type Timed = Readonly<{ path: string; ms: number }>

/** A person's browser: one connection, one address of the loopback, cookies. */
class Visitor {
  #at: URL
  #agent = new Agent({ keepAlive: true, maxSockets: 1 })
  #cookies = new Map<string, string>()
  #number: number

  constructor(address: string, number: number) {
    this.#at = new URL(address)
    this.#number = number
  }

  ask(path: string, form?: string): Promise<Answer> {
    const began = performance.now()
    const headers = {
      accept: 'text/html',
      'accept-encoding': 'gzip',
      'accept-language': 'fr',
      ...(this.#cookies.size > 0
        ? { cookie: [...this.#cookies].map(one => one.join('=')).join('; ') }
        : {}),
      ...(form === undefined
        ? {}
        : { origin: this.#at.origin, 'content-type': 'application/x-www-form-urlencoded' }),
    }
    const { hostname, port } = this.#at
    const to = {
      hostname,
      port,
      path,
      headers,
      agent: this.#agent,
      localAddress: `127.0.1.${this.#number}`,
      timeout: LATE_MS,
    }
    return new Promise((resolve, reject) => {
      const asked = request({ ...to, method: form === undefined ? 'GET' : 'POST' }, answer => {
        for (const line of answer.headers['set-cookie'] ?? []) {
          const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
          this.#cookies.set(name, value)
        }
        whole(answer).then(
          body =>
            resolve({
              status: answer.statusCode ?? 0,
              body,
              location: answer.headers.location,
              ms: performance.now() - began,
            }),
          reject,
        )
      })
      asked.on('timeout', () => asked.destroy(new Error('no answer in a minute')))
      // As browsers do: a kept connection that the box had just closed was no answer.
      asked.on('error', error =>
        asked.reusedSocket && 'code' in error ? resolve(this.ask(path, form)) : reject(error),
      )
      asked.end(form)
    })
  }
}

async function whole(answer: IncomingMessage): Promise<string> {
  const parts: Buffer[] = []
  for await (const part of answer) parts.push(part as Buffer)
  const bytes = Buffer.concat(parts)
  return (answer.headers['content-encoding'] === 'gzip' ? gunzipSync(bytes) : bytes).toString(
    'utf8',
  )
}

/** Pages only: what a link downloads, prints or ends is left alone. */
const PAGE_LINK = /<a\b[^>]*?\shref="(\/[^"#]*)/g
const NO_PAGE =
  /\.[a-z0-9]{2,8}$|^\/(imprimer|extraire|donnees|entrer|sortir|langue|facteur)|langue=/
const linksIn = (body: string): readonly string[] =>
  [...body.matchAll(PAGE_LINK)]
    .map(found => found[1]!.replaceAll('&amp;', '&'))
    .filter(href => !NO_PAGE.test(href.split('?')[0]!))
/** What a first page brings along: its style, its letters. */
const alongIn = (body: string): readonly string[] =>
  [...body.matchAll(/<link\b[^>]*?\shref="(\/[^"]+)"/g)].map(found => found[1]!)

const between = ([least, most]: readonly [number, number]): number =>
  least + Math.random() * (most - least)
const anyOf = <T>(all: readonly T[]): T | undefined => all[Math.floor(Math.random() * all.length)]

class Evening {
  readonly pages: Timed[] = []
  readonly posts: Timed[] = []
  readonly wrong: string[] = []
  #of: People
  #counts: number
  #ends: number

  constructor(of: People) {
    this.#of = of
    this.#counts = performance.now() + of.warmSeconds * 1_000
    this.#ends = this.#counts + of.seconds * 1_000
  }

  async lived(): Promise<void> {
    const { browsing, posting } = this.#of
    const readers = Array.from({ length: browsing }, (_, i) => this.#reads(i + 1))
    const writers = Array.from({ length: posting }, (_, i) => this.#writes(browsing + i + 1))
    await Promise.all([...readers, ...writers])
  }

  async #reads(number: number): Promise<void> {
    const visitor = new Visitor(this.#of.address, number)
    await pause(between([0, READS[1]]))
    let page = await this.#timed(visitor, '/')
    for (const href of alongIn(page?.body ?? '')) await this.#timed(visitor, href)
    while (performance.now() < this.#ends) {
      await pause(between(READS))
      page = await this.#timed(visitor, anyOf(linksIn(page?.body ?? '')) ?? '/')
    }
  }

  async #writes(number: number): Promise<void> {
    const visitor = new Visitor(this.#of.address, number)
    await pause(between([0, WRITES[0]]))
    for (let n = 1; performance.now() < this.#ends; n++) {
      const page = await this.#timed(visitor, '/annonces/proposer')
      await pause(between(WRITES))
      const form = formsIn({ body: page?.body ?? '' }).find(
        one => one.action === '/annonces/proposer',
      )
      if (form)
        await this.#timed(visitor, form.action, encoded({ ...form.fields, ...noticeOf(number, n) }))
      else this.wrong.push('no form to post')
    }
  }

  async #timed(visitor: Visitor, path: string, form?: string): Promise<Answer | undefined> {
    const began = performance.now()
    try {
      const answer = await visitor.ask(path, form)
      if (answer.status !== (form === undefined ? 200 : 303))
        this.wrong.push(`${answer.status} ${path}`)
      if (began >= this.#counts)
        (form === undefined ? this.pages : this.posts).push({ path, ms: answer.ms })
      return form === undefined || !answer.location
        ? answer
        : await this.#timed(visitor, answer.location)
    } catch (error) {
      this.wrong.push(`${path}: ${(error as Error).message}`)
      return undefined
    }
  }
}

const encoded = (fields: Filled): string =>
  new URLSearchParams(
    Object.entries(fields).flatMap(([name, value]) =>
      (typeof value === 'string' ? [value] : value).map((one): [string, string] => [name, one]),
    ),
  ).toString()

const noticeOf = (number: number, n: number): Filled => ({
  title:
    `${anyOf(['Louise', 'Marcel', 'Nadia', 'Jo'])} propose ` +
    `${anyOf(['des plants de tomates', 'une échelle', 'du bois sec'])} (${number}, ${n})`,
  who: 'Louise',
  reach: 'au bar, le samedi matin',
  accord: 'voisins',
})

function met(all: readonly Timed[]): Met {
  const sorted = all.map(one => one.ms).sort((a, b) => a - b)
  const worst = all.toSorted((a, b) => b.ms - a.ms)[0]
  return {
    answers: all.length,
    median: rankIn(sorted, 0.5),
    p95: rankIn(sorted, 0.95),
    p99: rankIn(sorted, 0.99),
    worst: worst ? `${Math.round(worst.ms)} ms: ${worst.path}` : '',
  }
}

if (import.meta.main) {
  const evening = new Evening(JSON.parse(process.argv[2] ?? '') as People)
  await evening.lived()
  console.log(
    JSON.stringify({
      pages: met(evening.pages),
      posts: met(evening.posts),
      wrong: evening.wrong,
    } satisfies PeopleMet),
  )
}
