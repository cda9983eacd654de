import { randomBytes } from 'node:crypto'
import { request } from 'node:http'
import { bricks } from '../../src/app/bricks.ts'
import { placesIn } from '../../src/app/folder.ts'
import { typesOf } from '../../src/app/house.ts'
import { idFrom } from '../../src/core/id.ts'
import { type RecordType, spaceOf } from '../../src/core/schema.ts'
import { setPassphrase } from '../../src/web/keeper.ts'
import { openLocal, startSession } from '../../src/web/local.ts'
import type { Brought } from '../../src/web/plain/commands.ts'

/** Turns of several records, told apart by what they say, as a keeper posts them. */
export type Turn = Readonly<{ n: number; pieces: number; body: string; records: readonly Brought[] }>

/**
 * What each piece writes: a type that stands in two spaces, as the house's bricks have one, so that a turn makes two entries;
 * else a type of the house itself, which is always there, in `home`.
 */
export const SPOKEN: Readonly<{ type: string; fields: readonly string[]; spaces: number }> = spoken()
function spoken(): typeof SPOKEN {
  const texts = (type: RecordType, space: string) =>
    Object.entries(type.fields).filter(([, field]) => field.kind === 'text' && !field.many && spaceOf(type, field) === space)
  for (const type of typesOf(bricks).values()) {
    const [open] = texts(type, 'commons')
    const [near] = texts(type, 'home')
    if (type.path && open && near) return { type: type.name, fields: [open[0], near[0]], spaces: 2 }
  }
  return { type: 'harvest', fields: ['title'], spaces: 1 }
}

export const sentence = (n: number, piece: number, of: number): string => `tour ${n} morceau ${piece} sur ${of}`
export const SENTENCE = /^tour (\d+) morceau (\d+) sur (\d+)$/

export function turnOf(n: number, pieces: number): Turn {
  const records = Array.from({ length: pieces }, (_, i): Brought => {
    const fields = Object.fromEntries(SPOKEN.fields.map(name => [name, sentence(n, i + 1, pieces)]))
    return { type: SPOKEN.type, id: idFrom(Date.now(), randomBytes(10)), fields }
  })
  const form = { tour: idFrom(Date.now(), randomBytes(10)), next: `/apres/${n}`, records: JSON.stringify(records) }
  return { n, pieces, body: new URLSearchParams(form).toString(), records }
}

/** Gives the folder a keeper, who is signed in on a phone of their own; the cookie. Nothing else is in the folder yet. */
export async function withKeeper(folder: string, passphrase = 'quatre mots pour la panne'): Promise<string> {
  const local = openLocal(placesIn(folder).local)
  await setPassphrase(local, passphrase)
  const token = startSession(local, true, Date.now())
  local.db.close()
  return `tenue=${token}`
}

export type Answer = Readonly<{ status: number; location: string; body: string; headers: string }>
export type Asking = Readonly<{
  method?: string
  body?: string | Uint8Array
  type?: string
  cookie?: string
  headers?: Record<string, string>
}>

/** One request; undefined when the connection was cut before the whole answer came. */
export function ask(address: string, path: string, asking: Asking = {}): Promise<Answer | undefined> {
  const { method = asking.body === undefined ? 'GET' : 'POST', body, type = 'application/x-www-form-urlencoded', cookie } = asking
  const headers = {
    ...(method === 'GET' ? {} : { origin: address, 'content-type': type, 'content-length': String(body ? Buffer.byteLength(body) : 0) }),
    ...(cookie ? { cookie } : {}),
    ...asking.headers,
  }
  return new Promise(resolve => {
    const sent = request(`${address}${path}`, { method, headers }, answer => {
      const parts: Buffer[] = []
      answer.on('data', part => parts.push(part))
      answer.on('error', () => resolve(undefined))
      answer.on('end', () =>
        resolve({
          status: answer.statusCode ?? 0,
          location: answer.headers.location ?? '',
          body: Buffer.concat(parts).toString('utf8'),
          headers: answer.rawHeaders.join('\n'),
        }),
      )
    })
    sent.on('error', () => resolve(undefined))
    sent.end(body)
  })
}

export const bring = (address: string, cookie: string, turn: Turn): Promise<Answer | undefined> =>
  ask(address, '/apporter', { body: turn.body, cookie })

/** Acknowledged: the server went on to the page that this turn named. */
export const acknowledges = (answer: Answer | undefined, turn: Turn): boolean =>
  answer?.status === 303 && answer.location === `/apres/${turn.n}`
