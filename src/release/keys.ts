import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { isBoxName } from '../core/change.ts'
import { decrypt, encrypt } from '../files/encrypt-file.ts'
import { writeSafely } from '../files/folder.ts'
import { writeBeside } from '../files/write-beside.ts'
import { type Box, boxFromPem, boxPem, newBox } from '../log/box.ts'

/** Who may sign versions for a box: one line a file, the key's name, then whose it is. */
export type Trusted = Readonly<{ name: string; whose: string }>

/**
 * A key drawn now, sealed with a passphrase in `file`, and what others need to know it by in
 * `file.pub`.
 */
export async function newSigningKey(file: string, whose: string, passphrase: string): Promise<Box> {
  const box = newBox()
  await writeBeside(file, encrypt(pieces(boxPem(box)), passphrase))
  writeSafely(`${file}.pub`, publicLine({ name: box.name, whose }))
  return box
}

async function* pieces(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text, 'utf8')
}

/** Errors  NotOpened, DecryptError; what Node throws when it is no key. */
export async function openSigningKey(file: string, passphrase: string): Promise<Box> {
  async function* sealed(): AsyncGenerator<Uint8Array> {
    yield readFileSync(file)
  }
  const parts: Uint8Array[] = []
  for await (const part of decrypt(sealed(), passphrase)) parts.push(part)
  return boxFromPem(Buffer.concat(parts).toString('utf8'))
}

export const publicLine = ({ name, whose }: Trusted): string => `${`${name} ${whose}`.trim()}\n`

/** Undefined when the file is no public key. */
export function trustedIn(file: string): Trusted | undefined {
  const line = readFileSync(file, 'utf8').slice(0, 500).split('\n')[0] ?? ''
  const [name = '', ...whose] = line.trim().split(/\s+/)
  return isBoxName(name) ? { name, whose: whose.join(' ') } : undefined
}

/** The keys put in that folder; none when it is not there. */
export function trustedKeys(folder: string): readonly Trusted[] {
  const names = existsSync(folder) ? readdirSync(folder) : []
  return names
    .filter(name => name.endsWith('.pub'))
    .sort()
    .filter(name => statSync(join(folder, name), { throwIfNoEntry: false })?.isFile())
    .flatMap(name => trustedIn(join(folder, name)) ?? [])
}
