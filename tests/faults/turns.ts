import { randomBytes } from 'node:crypto'
import { request } from 'node:http'
import { bricks } from '../../src/app/bricks.ts'
import { harvest } from '../../src/contract/records/own-records.ts'
import { idFrom } from '../../src/core/id.ts'
import { type RecordType, spaceOf } from '../../src/core/schema.ts'
import type { BroughtRecord } from '../../src/engine/records/bring.ts'
import { typesOf } from '../../src/engine/shape.ts'
import { placesIn } from '../../src/files/folder.ts'
import { openLocal, startSession } from '../../src/files/local.ts'
import { setPassphrase } from '../../src/web/session/keeper.ts'

/** Turns of several records, told apart by what they say, as a keeper posts them. */
export type Turn = Readonly<{
  n: number
  pieces: number
  body: string
  records: readonly BroughtRecord[]
}>

/**
 * What each piece writes: a record that everybody sees and one that stays in this box, so that a
 * turn makes two entries. Whatever bricks the house has; without any, only the one that is the
 * house's own.
 */
const SPOKEN: readonly RecordType[] = [
  ...[...typesOf(bricks).values()].filter(type => type.path && isTitled(type)).slice(0, 1),
  harvest,
]
function isTitled(type: RecordType): boolean {
  const title = type.fields[type.title]
  return title?.kind === 'text' && spaceOf(type, title) === 'commons'
}
/** In how many spaces each turn writes. */
export const SPACES_WRITTEN = SPOKEN.length

export const sentence = (n: number, piece: number, of: number): string =>
  `tour ${n} morceau ${piece} sur ${of}`
export const SENTENCE = /^tour (\d+) morceau (\d+) sur (\d+)$/

export function turnOf(n: number, pieces: number): Turn {
  const records = Array.from({ length: pieces }, (_, i) =>
    SPOKEN.map(
      (type): BroughtRecord => ({
        type: type.name,
        id: idFrom(Date.now(), randomBytes(10)),
        fields: { [type.title]: sentence(n, i + 1, pieces) },
      }),
    ),
  ).flat()
  const form = {
    tour: idFrom(Date.now(), randomBytes(10)),
    next: `/apres/${n}`,
    records: JSON.stringify(records),
  }
  return { n, pieces, body: new URLSearchParams(form).toString(), records }
}

/**
 * Gives the folder a keeper, who is signed in on a phone of their own; the cookie. Nothing else is
 * in the folder yet.
 */
export async function withKeeper(
  folder: string,
  passphrase = 'quatre mots pour la panne',
): Promise<string> {
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

/**
 * One request; undefined when the connection was cut before the whole answer came. It has a
 * connection of its own: a test that computes for long would ask by one that the server has closed.
 */
export function ask(
  address: string,
  path: string,
  asking: Asking = {},
): Promise<Answer | undefined> {
  const {
    method = asking.body === undefined ? 'GET' : 'POST',
    body,
    type = 'application/x-www-form-urlencoded',
    cookie,
  } = asking
  const headers = {
    ...(method === 'GET'
      ? {}
      : {
          origin: address,
          'content-type': type,
          'content-length': String(body ? Buffer.byteLength(body) : 0),
        }),
    ...(cookie ? { cookie } : {}),
    ...asking.headers,
  }
  return new Promise(resolve => {
    const sent = request(`${address}${path}`, { method, headers, agent: false }, answer => {
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
