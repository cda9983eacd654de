import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { isBoxName } from '../core/change.ts'
import { decrypt, encrypt } from '../files/encrypt-file.ts'
import { writeSafely } from '../files/folder.ts'
import { writeBeside } from '../files/write-beside.ts'
import { type Box, boxFromPem, boxPem, newBox } from '../log/box.ts'

/** A key that may sign versions for a box, as a file of one line: its name, then its owner. */
export type Trusted = Readonly<{ name: string; whose: string }>

/**
 * Makes a signing key, encrypted with a passphrase in `file`, and its public part in `file.pub`.
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

/**
 * Opens a signing key.
 *
 * Errors  NotOpened, DecryptError; those of Node for a file that is no key.
 */
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

/** The trusted keys of a folder. Empty when it is missing. */
export function trustedKeys(folder: string): readonly Trusted[] {
  const names = existsSync(folder) ? readdirSync(folder) : []
  return names
    .filter(name => name.endsWith('.pub'))
    .sort()
    .filter(name => statSync(join(folder, name), { throwIfNoEntry: false })?.isFile())
    .flatMap(name => trustedIn(join(folder, name)) ?? [])
}
