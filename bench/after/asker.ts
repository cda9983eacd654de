import { Agent, type IncomingMessage, request } from 'node:http'
import { type FormRead, formsIn } from '../../tests/support/forms.ts'
import type { ServedBox } from '../boxes.ts'
import { rankIn } from '../child.ts'
import { spentWhenQuiet } from '../spent.ts'
import type { Figures } from '../table.ts'

/** One answer, and what the server's processor was busy for it until it had nothing more to do. */
export type Answer = Readonly<{
  status: number
  body: string
  location: string
  cookie: string
  ms: number
  cpu: number
}>
type Asked = Readonly<{ cookie?: string; form?: URLSearchParams | undefined }>

/** Asks one page after the other over one connection: the processor of each is told alone. */
export class Asker {
  #box: ServedBox
  #agent = new Agent({ keepAlive: true, maxSockets: 1 })
  #spent: number | undefined

  constructor(box: ServedBox) {
    this.#box = box
  }

  async ask(path: string, { cookie = '', form }: Asked = {}): Promise<Answer> {
    const { address, pid } = this.#box.server
    const before = this.#spent ?? (await spentWhenQuiet(pid))
    const headers = {
      'accept-encoding': 'identity',
      'accept-language': 'fr',
      ...(cookie === '' ? {} : { cookie }),
      ...(form ? { origin: address, 'content-type': 'application/x-www-form-urlencoded' } : {}),
    }
    const began = performance.now()
    const { hostname, port } = new URL(address)
    const to = { hostname, port, path, headers, agent: this.#agent }
    const { answer, body } = await whole(to, form?.toString())
    const ms = performance.now() - began
    this.#spent = await spentWhenQuiet(pid)
    return {
      status: answer.statusCode ?? 0,
      body,
      location: answer.headers.location ?? '',
      cookie: (answer.headers['set-cookie'] ?? []).map(one => one.split(';')[0]).join('; '),
      ms,
      cpu: this.#spent - before,
    }
  }

  /** Sends a form of a page as a browser would, with these changes. */
  async send(
    page: string,
    change: Readonly<Record<string, string>>,
    cookie: string,
    which: (form: FormRead) => boolean = form => form.action === page,
  ): Promise<Answer> {
    const found = formsIn(await this.ask(page, { cookie })).find(which)
    if (!found) throw new Error(`${page} has no such form`)
    const pairs = Object.entries({ ...found.fields, ...change }).flatMap(([name, value]) =>
      [value].flat().map((one): [string, string] => [name, one]),
    )
    return this.ask(found.action, { cookie, form: new URLSearchParams(pairs) })
  }

  end(): void {
    this.#agent.destroy()
  }
}

type To = Readonly<{
  hostname: string
  port: string
  path: string
  headers: Readonly<Record<string, string>>
  agent: Agent
}>
function whole(to: To, form: string | undefined) {
  const method = form === undefined ? 'GET' : 'POST'
  return new Promise<{ answer: IncomingMessage; body: string }>((resolve, reject) => {
    const asked = request({ ...to, method }, answer => {
      let body = ''
      answer.setEncoding('utf8')
      answer.on('data', part => {
        body += part
      })
      answer.on('end', () => resolve({ answer, body }))
      answer.on('error', reject)
    })
    asked.on('error', reject)
    asked.end(form)
  })
}

/** Clock: median and p95. Processor: mean and p95. */
export function figuresOf(all: readonly Pick<Answer, 'ms' | 'cpu'>[]): Figures {
  const sorted = (of: 'ms' | 'cpu') => all.map(one => one[of]).sort((a, b) => a - b)
  const [clock, cpu] = [sorted('ms'), sorted('cpu')]
  return {
    median: rankIn(clock, 0.5),
    p95: rankIn(clock, 0.95),
    cpu: cpu.reduce((sum, one) => sum + one, 0) / Math.max(1, cpu.length),
    cpuP95: rankIn(cpu, 0.95),
  }
}
