import { cpSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ran } from './run.ts'

/**
 * What is on the key that a box is made from, and versions that come later, made as a relay makes
 * them: by the command line, signed.
 */
export type Kit = Readonly<{
  /** The kit stands in its folder. */
  ready: Promise<void>
  /** A later version that answers; its file's name. */
  good: Promise<string>
  /** A later one that starts and never answers. */
  mute: Promise<string>
  end: () => Promise<void>
}>

const MUTE = '0.9.1'
const GOOD = '0.9.2'
const nameOf = (version: string): string => `cocote-${version}-${process.arch}.tar.gz`
const name = (version: string): Promise<string> => Promise.resolve(nameOf(version))
const PROJECT = fileURLToPath(new URL('../..', import.meta.url))
const WHOLE = [
  'bin',
  'box',
  'docs',
  'public',
  'seeds',
  'src',
  'package.json',
  'package-lock.json',
  'LICENSE',
  'LISEZMOI.md',
  'README.md',
]

/**
 * `to`: the key's folder, where later versions come too, under `mises-a-jour`; `beside`: where the
 * signing key and a broken project stay. `COCOTE_TEST_KIT` names a folder where all of it stays for
 * the next run, for whoever works on these tests and not on what a kit holds.
 */
export function makeKit(to: string, beside: string): Kit {
  if (existsSync(join(to, 'mises-a-jour', nameOf(GOOD))))
    return {
      ready: Promise.resolve(),
      good: name(GOOD),
      mute: name(MUTE),
      end: () => Promise.resolve(),
    }
  const phrase = join(beside, 'phrase')
  const key = join(beside, 'signing')
  writeFileSync(phrase, 'quatre chaises pour signer\n')
  const signed = ['--key', key, '--passphrase-file', phrase]
  const cocote = async (project: string, ...args: readonly string[]): Promise<void> => {
    const { status, out } = await ran(join(project, 'bin/cocote'), args, { ms: 600_000 })
    if (status !== 0) throw new Error(`cocote ${args.join(' ')}: ${out}`)
  }
  const made = cocote(
    PROJECT,
    'box',
    'signing-key',
    key,
    '--whose',
    'Le relais',
    '--passphrase-file',
    phrase,
  )
  const ready = made.then(() => cocote(PROJECT, 'box', 'kit', '--out', to, ...signed))
  const later = async (version: string, project: string): Promise<string> => {
    const out = join(to, 'mises-a-jour')
    mkdirSync(out, { recursive: true })
    await cocote(project, 'box', 'release', '--out', out, '--as', version, ...signed)
    return nameOf(version)
  }
  const mute = ready.then(() => later(MUTE, muteProject(join(beside, 'mute'))))
  const good = mute.then(() => later(GOOD, PROJECT))
  // Whoever ends early does not wait for them.
  for (const one of [ready, good, mute]) one.catch(() => undefined)
  return {
    ready,
    good,
    mute,
    end: () => Promise.allSettled([ready, good, mute]).then(() => undefined),
  }
}

/** The project, but for a server that opens its data and answers nobody. */
function muteProject(to: string): string {
  mkdirSync(to)
  for (const name of WHOLE)
    cpSync(join(PROJECT, name), join(to, name), { recursive: true, verbatimSymlinks: true })
  symlinkSync(join(PROJECT, 'node_modules'), join(to, 'node_modules'))
  const door = join(to, 'src/web/listening.ts')
  const text = readFileSync(door, 'utf8')
  const listens = 'server.listen('
  if (!text.includes(listens))
    throw new Error('the server’s door is no longer where this test looks')
  writeFileSync(door, text.replaceAll(listens, 'void (() => undefined)('))
  return to
}
