import { existsSync, readdirSync } from 'node:fs'
import type { Client } from '../support/browser.ts'

/** What the forms of the servers' own routes send, and what they could change. */

type Known = Readonly<{ passphrase: string; code: string; key: string; ms: string }>
/** What each of these forms asks for, right: `key` is a folder, `code` one that was not spent. */
export const keeperForm = ({ passphrase, code, key, ms }: Known) => ({
  ...{ passphrase, code, ms, autre: key },
  ...{ prive: '1', oui: '1', tout: '1', compris: '1', act: 'give', genre: 'offer' },
  nouvelle: 'une autre phrase de passe',
  adresse: '127.0.0.1:1',
  notes: '# Les idées\n- Un four à pain commun',
  fichier: 'cocote-0.2.0-arm64.tar.gz',
})

const FILES = ['fichier', 'sauvegarde', 'tableau', 'file', 'notes']
type Person = Pick<Client, 'cookies'>
/** The same form, sent by this person with a file in each field that takes one. */
export function uploadOf(form: Readonly<Record<string, string>>, person: Person, origin: string) {
  const body = new FormData()
  for (const [name, value] of Object.entries(form)) body.append(name, value)
  for (const name of FILES)
    body.append(name, new File(['title;who\nUn four;Paul\n'], 'tableau.csv', { type: 'text/csv' }))
  const cookie = [...person.cookies].map(one => one.join('=')).join('; ')
  const headers = { cookie, origin, 'accept-language': 'fr' }
  return { method: 'POST', body, headers, redirect: 'manual' } as const
}

/** Whether an answer is the page where the keeper signs in. */
export const isKeepersWayIn = (status: number, body: string): boolean =>
  status === 403 && body.includes('action="/entrer"')

type Rows = (sql: string) => unknown
/** What somebody could have changed: what was written, secrets, cards, what lies in folders. */
export const standingOf = (log: Rows, local: Rows, folders: readonly string[]) => ({
  feeds: log('SELECT name, last FROM feed ORDER BY name'),
  kept: local("SELECT key, value FROM kept WHERE key IN ('passphrase', 'sheet') ORDER BY key"),
  codes: local('SELECT hash, used FROM code ORDER BY hash'),
  cards: local('SELECT number, member FROM card ORDER BY number'),
  files: folders.map(folder =>
    existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: 'utf8' }).toSorted() : [],
  ),
})
