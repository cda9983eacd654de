import { createHash } from 'node:crypto'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

/** A browser of the shelf over real HTTP: a keeper by their cookie, or anybody without. */
export type Shelving = Readonly<{
  address: string
  get: (path: string, headers?: Readonly<Record<string, string>>) => Promise<Response>
  said: (path: string) => Promise<string>
  post: (path: string, input: Readonly<Record<string, string>>) => Promise<Response>
  /** The form of a folder, its files beside its words. */
  bring: (
    folder: string,
    files: readonly Sent[],
    input?: Readonly<Record<string, string | readonly string[]>>,
  ) => Promise<Response>
  /** Makes a folder and gives its id. */
  folder: (input: Readonly<Record<string, string>>) => Promise<string>
  /** The ids of what a folder shows. */
  shown: (folder: string) => Promise<readonly string[]>
}>
export type Sent = Readonly<{ name: string; bytes: Uint8Array }>

export function shelving(address: string, cookie?: string): Shelving {
  const ask = (path: string, init: RequestInit = {}): Promise<Response> =>
    fetch(address + path, {
      redirect: 'manual',
      ...init,
      headers: { ...(cookie ? { cookie } : {}), origin: address, ...init.headers },
    })
  const said = async (path: string): Promise<string> => plain(await (await ask(path)).text())
  const post: Shelving['post'] = (path, input) =>
    ask(path, { method: 'POST', body: new URLSearchParams(input) })
  return {
    address,
    get: (path, headers) => ask(path, headers ? { headers } : {}),
    said,
    post,
    bring: (folder, files, input = {}) => {
      const form = new FormData()
      const from = `/fichiers/dossier/${folder}/apporter`
      for (const [name, value] of Object.entries({
        dossier: folder,
        from,
        licence: 'by',
        ...input,
      }))
        for (const one of [value].flat()) form.append(name, one)
      for (const { name, bytes } of files)
        form.append('file', new Blob([bytes as Uint8Array<ArrayBuffer>]), name)
      return ask(`/fichiers/apporter?dossier=${folder}`, {
        method: 'POST',
        body: form,
        headers: { referer: address + from },
      })
    },
    folder: async input => {
      const made = await post('/fichiers/dossier', {
        readers: 'anyone',
        adders: 'nobody',
        ...input,
      })
      if (made.status !== 303) throw new Error(plain(await made.text()))
      return (made.headers.get('location') ?? '').split('/').at(-1)!
    },
    shown: async folder => {
      const page = await (await ask(`/fichiers/dossier/${folder}`)).text()
      return [...page.matchAll(/href="\/fichiers\/([a-z0-9]{26})"/g)].map(([, id]) => id!)
    },
  }
}

export const plain = (body: string): string =>
  body
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&#39;', '’')
    .replace(/[\s\u00a0\u202f]+/g, ' ')

/** A sound that any judge takes for one, of so many bytes; another `seed`, other bytes. */
export function sound(size: number, seed = 1): Uint8Array {
  const bytes = new Uint8Array(size)
  let state = seed
  for (let i = 0; i < size; i++) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff
    bytes[i] = state >> 16
  }
  bytes.set(Buffer.from('RIFF\u0000\u0000\u0000\u0000WAVEfmt ', 'latin1'))
  return bytes
}
export const pdf = (said: string): Uint8Array => Buffer.from(`%PDF-1.4\n${said}`)
export const hashOf = (bytes: Uint8Array): string =>
  createHash('sha256').update(bytes).digest('hex')

/** What lies on the shelf's disk: whole files by their hash, and what is on its way. */
export const lying = (folder: string): readonly string[] => {
  const place = join(folder, 'heavy')
  return existsSync(place) ? readdirSync(place).sort() : []
}
