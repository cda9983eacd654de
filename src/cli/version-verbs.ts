import { existsSync, statSync } from 'node:fs'
import { Misused, Undone, type Verb } from '../contract/verb.ts'
import { neededBox } from '../files/open-box.ts'
import { wordsOfBox } from '../log/sayable.ts'
import { isFull } from '../log/sqlite.ts'
import { shellLang } from '../machine/shell-lang.ts'
import { Unreadable, unreadableSentence } from '../reading/unreadable.ts'
import { VersionFault } from '../release/fault.ts'
import { NoPackage } from '../release/foreign.ts'
import { versionsIn } from '../release/found.ts'
import { newSigningKey, trustedKeys } from '../release/keys.ts'
import { type Asked, believed, unpackVersion } from '../release/open.ts'
import { isVersion } from '../release/order.ts'
import { NoRoom } from '../release/pack.ts'
import type { Statement } from '../release/statement.ts'
import { PackageMissing } from '../release/version-files.ts'
import { versionHere } from '../release/version-here.ts'

import { dataFrom } from './data-folder.ts'
import { mayWrite, sayable } from './out-file.ts'
import { passphraseFrom } from './passphrase.ts'
import { startProgress } from './progress.ts'
import { archsOf, barOf, outOf, outThere, packFor, signerOf } from './version-asked.ts'
import { cliWords } from './words.ts'

const { version: w, bytes: sizeSaid, noFile, full } = cliWords(shellLang())
type Values = Parameters<Verb['run']>[0]

/** Where a box keeps the keys of those whose versions it takes. */
const KEYS = '/etc/cocote/keys'

export const VERSION_OPTIONS = {
  number: { type: 'string' },
  wait: { type: 'string' },
  stay: { type: 'string' },
  out: { type: 'string' },
  key: { type: 'string' },
  keys: { type: 'string' },
  arch: { type: 'string', multiple: true },
  as: { type: 'string' },
  from: { type: 'string' },
  older: { type: 'boolean' },
  new: { type: 'boolean' },
  whose: { type: 'string' },
  trust: { type: 'string', multiple: true },
  suite: { type: 'string', multiple: true },
  'allow-local': { type: 'boolean' },
} as const

/** What `box` does with versions, by its word; each takes at most one name. */
export const VERSION_VERBS: Readonly<
  Record<string, (values: Values, named: string | undefined) => Promise<number>>
> = {
  release: sayingFaults(releasing),
  kit: sayingFaults(kitting),
  'signing-key': sayingFaults(makingKey),
  verify: sayingFaults(verifying),
  unpack: sayingFaults(unpacking),
  versions: sayingFaults(listing),
  fetch: sayingFaults(fetching),
  fits: fitting,
  ready: readying,
  answers: answering,
}

function sayingFaults(
  work: (values: Values, named: string | undefined) => Promise<number>,
): typeof work {
  return async (values, named) => {
    try {
      return await work(values, named)
    } catch (error) {
      throw said(error, values)
    }
  }
}

export const faultSaid = ({ code, said: about }: VersionFault): string => w.fault[code](about)

function said(error: unknown, values: Values): unknown {
  if (error instanceof VersionFault) {
    if (values['json'] === true)
      console.log(JSON.stringify({ fault: error.code, said: error.said }))
    return new Undone(`${faultSaid(error)} ${w.nothing}`)
  }
  if (error instanceof Unreadable) return new Undone(unreadableSentence(error, shellLang()))
  if (error instanceof PackageMissing) return new Undone(w.missingPackage(error.message))
  if (error instanceof NoPackage) return new Undone(w.noPackage(error.message))
  if (error instanceof NoRoom) return new Undone(w.noRoom(outOf(values), sizeSaid(error.missing)))
  if (isFull(error)) return new Undone(full)
  return error instanceof Undone || error instanceof Misused
    ? error
    : sayable(error, String(values['out'] ?? ''))
}

async function releasing(values: Values, named: string | undefined): Promise<number> {
  if (named !== undefined) throw new Misused(w.which)
  outThere(values)
  const archs = archsOf(values)
  const signer = await signerOf(values)
  for (const arch of archs) {
    const { file, said } = await packFor(values, arch, signer)
    if (values['json'] === true) console.log(JSON.stringify({ file, ...said }))
    else
      console.log(
        w.released(
          file,
          sizeSaid(statSync(file).size),
          said.key === '' ? '' : wordsOfBox(said.key),
        ),
      )
  }
  if (!signer) console.error(w.unsignedNote)
  return 0
}

async function kitting(values: Values, named: string | undefined): Promise<number> {
  if (named !== undefined) throw new Misused(w.which)
  const { makeKit } = await import('./kit-verb.ts')
  return makeKit(values)
}

async function makingKey(values: Values, file: string | undefined): Promise<number> {
  if (file === undefined) throw new Misused(w.which)
  for (const one of [file, `${file}.pub`]) if (existsSync(one)) throw new Undone(w.keyThere(one))
  mayWrite({ out: file, data: dataFrom(values) })
  const passphrase = await passphraseFrom(values, w.keyChoose, true)
  const whose = String(values['whose'] ?? '')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 80)
  const box = await newSigningKey(file, whose, passphrase)
  if (values['json'] === true)
    console.log(
      JSON.stringify({ file, public: `${file}.pub`, key: box.name, words: wordsOfBox(box.name) }),
    )
  else console.log(w.keyMade(file, wordsOfBox(box.name)))
  return 0
}

/** `--new`: nothing runs here yet, so that any version may be the first. */
function askedBy(values: Values): Asked {
  const keys = trustedKeys(typeof values['keys'] === 'string' ? values['keys'] : KEYS)
  const current = values['new'] === true ? undefined : versionHere()
  return { keys, arch: archsOf(values)[0]!, current, older: values['older'] === true }
}

async function whole(values: Values, file: string | undefined): Promise<Statement> {
  if (file === undefined) throw new Misused(w.which)
  if (!statSync(file, { throwIfNoEntry: false })?.isFile()) throw new Undone(noFile(file))
  const bar = barOf(w.reading)
  try {
    return await believed(file, askedBy(values), bar.at)
  } finally {
    bar.end()
  }
}

async function verifying(values: Values, file: string | undefined): Promise<number> {
  const found = await whole(values, file)
  if (values['json'] === true) console.log(JSON.stringify({ file, ...found }))
  else
    console.log(
      w.good(found, askedBy(values).keys.find(one => one.name === found.key)?.whose ?? ''),
    )
  return 0
}

async function unpacking(values: Values, file: string | undefined): Promise<number> {
  const folder = outOf(values)
  if (existsSync(folder)) throw new Undone(w.folderThere(folder))
  const found = await whole(values, file)
  // Whoever keeps their files to themselves still lets the box's own user read what it runs.
  process.umask(0o022)
  await unpackVersion(file!, found, folder)
  if (values['json'] === true) console.log(JSON.stringify({ file, folder, ...found }))
  else console.log(w.unpacked(found.version, folder))
  return 0
}

async function listing(values: Values, folder: string | undefined): Promise<number> {
  if (folder === undefined) throw new Misused(w.which)
  const asked = askedBy(values)
  const found = versionsIn(folder, asked)
  if (values['json'] === true) {
    const told = found.map(({ fault, said: about, ...one }) => ({
      ...one,
      ...(about ?? {}),
      fault: fault?.code ?? null,
    }))
    console.log(JSON.stringify(told))
    return 0
  }
  const lines = found.map(({ name, said: about, fault }) =>
    w.found(
      name,
      fault || !about
        ? faultSaid(fault ?? new VersionFault('notVersion'))
        : w.good(about, asked.keys.find(one => one.name === about.key)?.whose ?? ''),
    ),
  )
  console.log(lines.length === 0 ? w.none(folder) : lines.join('\n'))
  return 0
}

async function fetching(values: Values, address: string | undefined): Promise<number> {
  if (address === undefined) throw new Misused(w.which)
  const folder = outOf(values)
  const { stageAddress } = await import('../release/staged.ts')
  const bar = startProgress(w.coming)
  try {
    const { file, said: about } = await stageAddress(address, folder, askedBy(values), {
      allowLocal: values['allow-local'] === true,
      progress: bar.at,
    })
    bar.end()
    console.log(
      values['json'] === true ? JSON.stringify({ file, ...about }) : w.fetched(about.version, file),
    )
    return 0
  } finally {
    bar.end()
  }
}

/** 3: what is there is for another version. */
const OTHER = 3
async function fitting(values: Values): Promise<number> {
  const { fits } = await import('./version-running.ts')
  return fits(dataFrom(values)) ? 0 : OTHER
}

async function readying(values: Values): Promise<number> {
  const folder = dataFrom(values)
  neededBox(folder)
  const { makeReady } = await import('./version-running.ts')
  const bar = startProgress(w.preparing)
  makeReady(folder, bar.at)
  bar.end()
  return 0
}

async function answering(values: Values): Promise<number> {
  const version = String(values['number'] ?? '')
  if (!isVersion(version)) throw new Misused(w.badName(version))
  const { answers } = await import('./version-running.ts')
  const told = await answers({
    folder: dataFrom(values),
    version,
    waitMs: msOf(values['wait'], 60),
    stayMs: msOf(values['stay'], 30),
  })
  if (told === 'yes') return 0
  throw new Undone(w.answer[told](version))
}

function msOf(typed: unknown, otherwise: number): number {
  const seconds = Number(typed ?? otherwise)
  if (!(seconds >= 0 && seconds <= 3_600)) throw new Misused(w.badSeconds(String(typed)))
  return seconds * 1_000
}
