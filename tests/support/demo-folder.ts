import { createHash } from 'node:crypto'
import {
  constants,
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/**
 * The demonstration's data folder, made once and copied. Filling it takes a second and a half of
 * processor time, and a copy a millisecond. Copies share no bytes on disk that a test could change
 * in two places.
 */
export type Demo = Readonly<{ passphrase: string; codes: readonly string[] }>
/** A copy is the same box as its original. Tests where two demonstrations meet take one of each. */
export type Twin = 'first' | 'second'

export const PASSPHRASE = 'quatre chaises au soleil'
const PROJECT = fileURLToPath(new URL('../..', import.meta.url))
/** Another user of this machine has another folder. */
const MADE = join(tmpdir(), `cocote-demo-${process.getuid?.() ?? 'me'}`)
/**
 * Originals of other days and other versions are removed after this long: no test that reads one
 * still runs.
 */
const OLD_MS = 2 * 86_400_000

/** Fills `folder` with the demonstration of today. Its keeper has a passphrase and ten codes. */
export async function copyDemo(folder: string, twin: Twin = 'first'): Promise<Demo> {
  const original = await demoFolder(twin)
  cpSync(original, folder, { recursive: true, mode: constants.COPYFILE_FICLONE })
  return { passphrase: PASSPHRASE, codes: JSON.parse(readFileSync(codesOf(original), 'utf8')) }
}

/**
 * The original: to be read, never to be opened for writing. It is made at first need.
 *
 * Law     two processes may make it at once: each fills a folder of its own, and the first to
 *         rename it wins.
 */
export async function demoFolder(twin: Twin = 'first'): Promise<string> {
  key ??= keyOf()
  const made = join(MADE, `${key}-${twin}`)
  if (!existsSync(made)) await make(made)
  return join(made, 'box')
}
let key: string | undefined
const codesOf = (original: string): string => join(original, '../codes.json')

async function make(made: string): Promise<void> {
  removeOld()
  mkdirSync(MADE, { recursive: true, mode: 0o700 })
  const making = mkdtempSync(join(MADE, 'making-'))
  const box = join(making, 'box')
  try {
    writeFileSync(codesOf(box), JSON.stringify(await fill(box)))
    // A server would make this table at its first page: a second of processor time each.
    const { withCommunes } = await import('./communes.ts')
    withCommunes(box)
    renameSync(making, made)
  } catch (error) {
    if (!existsSync(made)) throw error
  } finally {
    rmSync(making, { recursive: true, force: true })
  }
}

async function fill(folder: string): Promise<readonly string[]> {
  // Read at need: most test files find the folder made, and load nothing of this.
  const { fillDemo } = await import('../../src/dev/demo.ts')
  const { placesIn } = await import('../../src/files/folder.ts')
  const { hashLightly, newCodes, setPassphrase } = await import('../../src/web/session/keeper.ts')
  const { openLocal } = await import('../../src/files/local.ts')
  fillDemo(folder)
  const local = openLocal(placesIn(folder).local)
  // Real servers open it too, whatever the test that makes it hashes by.
  const setBack = hashLightly(false)
  await setPassphrase(local, PASSPHRASE).finally(setBack)
  const codes = newCodes(local)
  local.db.close()
  return codes
}

/**
 * Says what the folder is made of: the program, its packages, the day from which the demonstration
 * counts.
 */
function keyOf(): string {
  const hash = createHash('sha256').update(
    `${process.version} ${Temporal.Now.plainDateISO('Europe/Paris')} `,
  )
  const sources = globSync(['{src,seeds}/**/*.{ts,json,cjs}', 'package-lock.json'], {
    cwd: PROJECT,
  }).filter(file => !file.endsWith('.test.ts'))
  for (const file of sources.sort())
    hash.update(`${file} `).update(readFileSync(join(PROJECT, file)))
  return hash.digest('hex').slice(0, 32)
}

function removeOld(): void {
  for (const name of existsSync(MADE) ? readdirSync(MADE) : []) {
    const folder = join(MADE, name)
    const made = statSync(folder, { throwIfNoEntry: false })?.mtimeMs ?? Date.now()
    if (Date.now() - made > OLD_MS) rmSync(folder, { recursive: true, force: true })
  }
}
