import { basename, join } from 'node:path'
import { CommandError, UsageError, type VerbValues } from '../../contract/verb.ts'
import { makeFolder, writeSafely } from '../../files/folder.ts'
import { wordsOfBox } from '../../log/sayable.ts'
import { shellLang } from '../../machine/shell-lang.ts'
import { NoDebs, packageNames, suiteHere, withDebs } from '../../release/debian.ts'
import { publicLine, type Trusted, trustedIn } from '../../release/keys.ts'
import { beginKit, endKit, KEYS, putDebs, putFile, putIndex, README } from '../../release/kit.ts'
import type { Arch, Statement } from '../../release/statement.ts'
import { ROOT } from '../../release/version-here.ts'
import { EXIT } from '../exit-codes.ts'
import { tell } from '../told.ts'
import { cliWords } from '../words.ts'
import { archsOf, outThere, packFor, signerOf } from './version-asked.ts'

const words = cliWords(shellLang())
const w = words.version

/**
 * Makes a folder for a key that installs a box without a network. Missing parts are reported before
 * an existing kit changes.
 */
export async function makeKit(values: VerbValues): Promise<number> {
  const folder = outThere(values)
  const archs = archsOf(values)
  const here = suiteHere()
  const suites = suitesOf(values, here)
  const signer = await signerOf(values)
  const trusted = trustedOf(
    values,
    signer ? { name: signer.name, whose: String(values['whose'] ?? '') } : undefined,
  )
  const names: string[] = []
  let said: Statement | undefined
  const before = beginKit(folder)
  for (const arch of archs) {
    const packed = await packFor(values, arch, signer)
    names.push(basename(packed.file))
    said = packed.said
  }
  if (here !== undefined)
    for (const suite of suites) names.push(...(await debsInto(folder, suite, here, archs)))
  await putFile(join(ROOT, 'box/kit-install'), join(folder, 'install'))
  for (const one of trusted) names.push(putKey(folder, one))
  const systems =
    here === undefined || suites.length === 0
      ? '—'
      : suites.map(suite => `Debian ${suite}`).join(', ')
  writeSafely(
    join(folder, README),
    // Notepad, on the computer where the key is looked at, too.
    w.kit
      .readme({
        version: said!.version,
        archs: archs.join(', '),
        suites: systems,
        words: trusted.map(saidKey),
      })
      .replaceAll('\n', '\r\n'),
  )
  const size = await endKit(folder, [...names, 'install', README], before)
  const told = {
    folder,
    files: names.length + 2,
    bytes: size,
    version: said!.version,
    archs,
    suites: here === undefined ? [] : suites,
    keys: trusted.map(one => one.name),
  }
  tell(values, told, () => w.kit.done(folder, told.files, words.bytes(size)))
  if (here === undefined) console.error(w.kit.noApt)
  if (trusted.length === 0) console.error(w.kit.noKey)
  return EXIT.done
}

const saidKey = ({ name, whose }: Trusted): string =>
  `${wordsOfBox(name)}${whose === '' ? '' : ` (${whose})`}`

function suitesOf(values: VerbValues, here: string | undefined): readonly string[] {
  const given =
    (values['suite'] as readonly string[] | undefined) ?? (here === undefined ? [] : [here])
  for (const one of given) if (!/^[a-z]{3,20}$/.test(one)) throw new UsageError(w.badSuite(one))
  return [...new Set(given)]
}

function trustedOf(values: VerbValues, own: Trusted | undefined): readonly Trusted[] {
  const given = ((values['trust'] as readonly string[] | undefined) ?? []).map(file => {
    const one = publicIn(file)
    if (!one) throw new CommandError(w.notPublic(file))
    return one
  })
  const beside =
    own && typeof values['key'] === 'string' ? publicIn(`${values['key']}.pub`) : undefined
  const all = [...(own ? [beside?.name === own.name ? beside : own] : []), ...given]
  return [...new Map(all.map(one => [one.name, one])).values()]
}

function publicIn(file: string): Trusted | undefined {
  try {
    return trustedIn(file)
  } catch {
    return undefined
  }
}

function putKey(folder: string, one: Trusted): string {
  const name = `${KEYS}/${one.name.slice(0, 10)}.pub`
  makeFolder(join(folder, KEYS))
  writeSafely(join(folder, name), publicLine(one))
  return name
}

async function debsInto(
  folder: string,
  suite: string,
  here: string,
  archs: readonly Arch[],
): Promise<readonly string[]> {
  const names = packageNames(ROOT)
  if (names.length === 0) return []
  const put: string[] = []
  for (const arch of archs) {
    console.error(w.kit.debs(suite, arch))
    try {
      put.push(
        ...(await withDebs({ names, suite, here, arch }, files => putDebs(folder, suite, files))),
      )
    } catch (error) {
      throw error instanceof NoDebs
        ? new CommandError(`${w.kit.noDebs(suite, arch)}\n${error.message.trim()}`)
        : error
    }
  }
  return [...put, await putIndex(folder, suite)]
}
