import { existsSync, statSync } from 'node:fs'
import { CommandError, UsageError, type VerbRun, type VerbValues } from '../../contract/verb.ts'
import { neededBox } from '../../files/open-box.ts'
import { wordsOfBox } from '../../log/sayable.ts'
import { isFull } from '../../log/sqlite.ts'
import { shellLang } from '../../machine/shell-lang.ts'
import { Unreadable, unreadableSentence } from '../../reading/unreadable.ts'
import { VersionFault } from '../../release/fault.ts'
import { NoPackage } from '../../release/foreign.ts'
import { versionsIn } from '../../release/found.ts'
import { newSigningKey, trustedKeys } from '../../release/keys.ts'
import { unpackVersion, type VersionRequirements, verifyContent } from '../../release/open.ts'
import { isVersion } from '../../release/order.ts'
import { DiskTooFull } from '../../release/pack.ts'
import type { Statement } from '../../release/statement.ts'
import { PackageMissing } from '../../release/version-files.ts'
import { versionHere } from '../../release/version-here.ts'
import { dataFrom } from '../data-folder.ts'
import { EXIT } from '../exit-codes.ts'
import { mayWrite, sayable } from '../out-file.ts'
import { passphraseFrom } from '../passphrase.ts'
import { barOf, startProgress } from '../progress.ts'
import { tell } from '../told.ts'
import { cliWords } from '../words.ts'
import { archsOf, outOf, outThere, packFor, signerOf } from './version-asked.ts'

const { version: w, bytes: sizeSaid, noFile, full } = cliWords(shellLang())

/** The folder with the keys that may sign versions for a box. */
const KEYS = '/etc/cocote/keys'

type Work = (values: VerbValues, named: string) => Promise<number>
const run =
  (work: Work): VerbRun =>
  (values, [named = '']) =>
    work(values, named)

/** The subcommands of `box` on versions, by name. */
export const VERSION_VERBS = {
  release: run(sayingFaults(releasing)),
  kit: run(sayingFaults(kitting)),
  'signing-key': run(sayingFaults(makingKey)),
  verify: run(sayingFaults(verifying)),
  unpack: run(sayingFaults(unpacking)),
  versions: run(sayingFaults(listing)),
  fetch: run(sayingFaults(fetching)),
  fits: run(fitting),
  ready: run(readying),
  answers: run(answering),
}

function sayingFaults(work: Work): Work {
  return async (values, named) => {
    try {
      return await work(values, named)
    } catch (error) {
      throw said(error, values)
    }
  }
}

const faultSaid = ({ code, said: about }: VersionFault): string => w.fault[code](about)

function said(error: unknown, values: VerbValues): unknown {
  if (error instanceof VersionFault) {
    if (values['json'] === true)
      console.log(JSON.stringify({ fault: error.code, said: error.said }))
    return new CommandError(`${faultSaid(error)} ${w.nothing}`)
  }
  if (error instanceof Unreadable) return new CommandError(unreadableSentence(error, shellLang()))
  if (error instanceof PackageMissing) return new CommandError(w.missingPackage(error.message))
  if (error instanceof NoPackage) return new CommandError(w.noPackage(error.message))
  if (error instanceof DiskTooFull)
    return new CommandError(w.noRoom(outOf(values), sizeSaid(error.missing)))
  if (isFull(error)) return new CommandError(full)
  return error instanceof CommandError || error instanceof UsageError
    ? error
    : sayable(error, String(values['out'] ?? ''))
}

async function releasing(values: VerbValues): Promise<number> {
  outThere(values)
  const archs = archsOf(values)
  const signer = await signerOf(values)
  for (const arch of archs) {
    const { file, said } = await packFor(values, arch, signer)
    const signed = said.key === '' ? '' : wordsOfBox(said.key)
    tell(values, { file, ...said }, () => w.released(file, sizeSaid(statSync(file).size), signed))
  }
  if (!signer) console.error(w.unsignedNote)
  return EXIT.done
}

async function kitting(values: VerbValues): Promise<number> {
  const { makeKit } = await import('./kit.ts')
  return makeKit(values)
}

async function makingKey(values: VerbValues, file: string): Promise<number> {
  for (const one of [file, `${file}.pub`])
    if (existsSync(one)) throw new CommandError(w.keyThere(one))
  mayWrite({ out: file, data: dataFrom(values) })
  const passphrase = await passphraseFrom(values, w.keyChoose, true)
  const whose = String(values['whose'] ?? '')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 80)
  const box = await newSigningKey(file, whose, passphrase)
  const words = wordsOfBox(box.name)
  tell(values, { file, public: `${file}.pub`, key: box.name, words }, () => w.keyMade(file, words))
  return EXIT.done
}

/** The requirements for a version. `--new`: no version runs here yet, so that any may be first. */
function askedBy(values: VerbValues): VersionRequirements {
  const keys = trustedKeys(typeof values['keys'] === 'string' ? values['keys'] : KEYS)
  const current = values['new'] === true ? undefined : versionHere()
  return { keys, arch: archsOf(values)[0]!, current, older: values['older'] === true }
}

async function whole(values: VerbValues, file: string): Promise<Statement> {
  if (!statSync(file, { throwIfNoEntry: false })?.isFile()) throw new CommandError(noFile(file))
  const bar = barOf(w.reading)
  try {
    return await verifyContent(file, askedBy(values), bar.at)
  } finally {
    bar.end()
  }
}

async function verifying(values: VerbValues, file: string): Promise<number> {
  const found = await whole(values, file)
  const signer = askedBy(values).keys.find(one => one.name === found.key)
  tell(values, { file, ...found }, () => w.good(found, signer?.whose ?? ''))
  return EXIT.done
}

async function unpacking(values: VerbValues, file: string): Promise<number> {
  const folder = outOf(values)
  if (existsSync(folder)) throw new CommandError(w.folderThere(folder))
  const found = await whole(values, file)
  // With a strict umask, the box’s own user could not read the program.
  process.umask(0o022)
  await unpackVersion(file, found, folder)
  tell(values, { file, folder, ...found }, () => w.unpacked(found.version, folder))
  return EXIT.done
}

async function listing(values: VerbValues, folder: string): Promise<number> {
  const asked = askedBy(values)
  const found = versionsIn(folder, asked)
  const told = found.map(({ fault, said: about, ...one }) => ({
    ...one,
    ...(about ?? {}),
    fault: fault?.code ?? null,
  }))
  tell(values, told, () => foundLines(found, asked).join('\n') || w.none(folder))
  return EXIT.done
}

const foundLines = (
  found: ReturnType<typeof versionsIn>,
  { keys }: VersionRequirements,
): readonly string[] =>
  found.map(({ name, said: about, fault }) =>
    w.found(
      name,
      fault || !about
        ? faultSaid(fault ?? new VersionFault('notVersion'))
        : w.good(about, keys.find(one => one.name === about.key)?.whose ?? ''),
    ),
  )

async function fetching(values: VerbValues, address: string): Promise<number> {
  const folder = outOf(values)
  const { stageAddress } = await import('../../release/staged.ts')
  const bar = startProgress(w.coming)
  try {
    const { file, said: about } = await stageAddress(address, folder, askedBy(values), {
      allowLocal: values['allow-local'] === true,
      progress: bar.at,
    })
    bar.end()
    tell(values, { file, ...about }, () => w.fetched(about.version, file))
    return EXIT.done
  } finally {
    bar.end()
  }
}

/** Exit code `found`: the folder is for another version. */
async function fitting(values: VerbValues): Promise<number> {
  const { fits } = await import('./version-running.ts')
  return fits(dataFrom(values)) ? EXIT.done : EXIT.found
}

async function readying(values: VerbValues): Promise<number> {
  const folder = dataFrom(values)
  neededBox(folder)
  const { makeReady } = await import('./version-running.ts')
  const bar = startProgress(w.preparing)
  makeReady(folder, bar.at)
  bar.end()
  return EXIT.done
}

async function answering(values: VerbValues): Promise<number> {
  const version = String(values['number'] ?? '')
  if (!isVersion(version)) throw new UsageError(w.badName(version))
  const { answers } = await import('./version-running.ts')
  const told = await answers({
    folder: dataFrom(values),
    version,
    waitMs: msOf(values['wait'], 60),
    stayMs: msOf(values['stay'], 30),
  })
  if (told === 'yes') return EXIT.done
  throw new CommandError(w.answer[told](version))
}

function msOf(typed: unknown, otherwise: number): number {
  const seconds = Number(typed ?? otherwise)
  if (!(seconds >= 0 && seconds <= 3_600)) throw new UsageError(w.badSeconds(String(typed)))
  return seconds * 1_000
}
