import { readFileSync } from 'node:fs'
import { CommandError, type VerbValues } from '../contract/verb.ts'
import { normal } from '../core/letters/accents.ts'
import { shellLang } from '../machine/shell-lang.ts'
import { SHORTEST_PASSPHRASE } from '../web/session/keeper.ts'
import { cliWords } from './words.ts'

/**
 * Reads a passphrase from the given file, else from COCOTE_PASSPHRASE, else from the terminal
 * without echo. A new one (`chosen`) is asked twice there, and must not be short.
 */
export async function passphraseFrom(
  values: VerbValues,
  prompt: string,
  chosen: boolean,
): Promise<string> {
  const w = cliWords(shellLang()).passphrase
  const file = values['passphrase-file']
  const told = typeof file === 'string' ? firstLine(file) : process.env['COCOTE_PASSPHRASE']
  const typed = told ?? (await askSecret(prompt))
  const passphrase = normal(typed, 'NFC').trim()
  if (chosen && passphrase.length < SHORTEST_PASSPHRASE)
    throw new CommandError(w.short(SHORTEST_PASSPHRASE))
  if (passphrase === '') throw new CommandError(w.empty)
  if (chosen && told === undefined && normal(await askSecret(w.again), 'NFC').trim() !== passphrase)
    throw new CommandError(w.differ)
  return passphrase
}

function firstLine(file: string): string {
  try {
    return readFileSync(file, 'utf8').split(/\r?\n/)[0] ?? ''
  } catch {
    throw new CommandError(cliWords(shellLang()).noFile(file))
  }
}

/** The input after the requested line: somebody pasted two lines. */
let left = ''

/** One line typed at the terminal, which shows nothing of it. */
export async function askSecret(prompt: string): Promise<string> {
  const w = cliWords(shellLang()).passphrase
  const { stdin, stderr } = process
  if (stdin.isTTY !== true) throw new CommandError(w.noTerminal)
  stderr.write(`${prompt} `)
  stdin.setRawMode(true)
  stdin.setEncoding('utf8')
  stdin.resume()
  try {
    let typed = ''
    for (;;) {
      const { text, rest, ended } = typedInto(typed, left || (await nextChunk()))
      left = rest
      typed = text
      if (ended === 'given-up') throw new CommandError(w.givenUp)
      if (ended === 'done') return typed
    }
  } finally {
    stdin.setRawMode(false)
    stdin.pause()
    stderr.write('\n')
  }
}

const nextChunk = (): Promise<string> =>
  new Promise(resolve => process.stdin.once('data', chunk => resolve(String(chunk))))

type Typed = Readonly<{ text: string; rest: string; ended: 'done' | 'given-up' | undefined }>
/**
 * The line after these keys: letters, backspace, return. Ctrl-C and Ctrl-D cancel; arrows do
 * nothing.
 */
export function typedInto(line: string, keys: string): Typed {
  const chars = [...line]
  const all = [...keys.replace(/\u001b(\[[0-9;]*[A-Za-z~]|O.)?/g, '')]
  for (const [i, key] of all.entries()) {
    const rest = all.slice(i + 1).join('')
    if (key === '\r' || key === '\n')
      return { text: chars.join(''), rest: rest.replace(/^\n/, ''), ended: 'done' }
    if (key === '\u0003' || key === '\u0004') return { text: '', rest: '', ended: 'given-up' }
    if (key === '\u007f' || key === '\b') chars.pop()
    else if (key >= ' ') chars.push(key)
  }
  return { text: chars.join(''), rest: '', ended: undefined }
}
