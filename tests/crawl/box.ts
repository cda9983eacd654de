import { execFile, spawn } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { env, pid } from 'node:process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { boxFromPem } from '../../src/log/box.ts'
import { decryptBundle, identityOf } from '../../src/sync/bundle/encrypt.ts'
import { frozenSaid, frozenVersions, openFrozen } from '../frozen/open.ts'
import { withCommunes } from '../support/communes.ts'
import type { Unseal } from './opened.ts'
import { HOST, PORT, TLS_PORT } from './person.ts'

/**
 * A box of a crawl: the real program, with a clock that stands still and chance that comes from a
 * seed.
 */
export type Box = Readonly<{
  /** The address of this machine at which it listens, in 127.0.0.0/8. */
  at: string
  passphrase: string
  /** What a member types of their card, by first name. */
  cards: Readonly<Record<string, Readonly<{ number: string; words: string }>>>
  /** The addresses that the server registers, `GET /annonces`. */
  registered: readonly string[]
  /** With the key of the box that this one met. */
  unseal: Unseal
  end: () => Promise<void>
}>
export const BOX_NAMES = ['demo', 'filled', 'lived'] as const
export type BoxName = (typeof BOX_NAMES)[number]

/** A Saturday morning. */
const NOW = Date.UTC(2026, 11, 5, 9, 30)
const DAY = '2026-12-05'
const RECORDS = 600
const PASSPHRASE = 'quatre chaises au soleil'
/**
 * The certificate of each box of a crawl: OpenSSL draws a new one by chance of its own, and prints
 * say its words.
 */
const CERTIFICATE = fileURLToPath(new URL('./certificate', import.meta.url))
const GIVEN = fileURLToPath(new URL('./given.ts', import.meta.url))
const READY = /: http:\/\/\S+$/m

const run = promisify(execFile)

/**
 * `root`: the folder of the program, which may be another version of it. `seed`: whatever it is,
 * pages must read the same.
 */
export type BoxOf = Readonly<{ root: string; name: BoxName; seed: string }>

/** Each crawl listens at an address of its own, so that two may run at once. */
let opened = 0
const address = (): string =>
  `127.${1 + (pid % 250)}.${1 + (Math.floor(pid / 250) % 250)}.${1 + opened++}`

export async function openBox({ root, name, seed }: BoxOf): Promise<Box> {
  const cocote = join(root, 'bin/cocote')
  const frozen = frozenVersions().at(-1)!
  const folder =
    name === 'lived'
      ? openFrozen(frozen, 'sail')
      : mkdtempSync(join(tmpdir(), `cocote-crawl-${name}-`))
  const work = mkdtempSync(join(tmpdir(), 'cocote-crawl-work-'))
  const opens: Unseal =
    name === 'lived' ? await unsealWith(openFrozen(frozen, 'boen')) : async () => undefined
  const routes = join(work, 'routes')
  writeFileSync(routes, '')
  const given = {
    ...env,
    NODE_OPTIONS: `--import ${GIVEN}`,
    CRAWL_NOW: String(NOW),
    CRAWL_SEED: seed,
    CRAWL_BOX: name,
    COCOTE_MDNS: '0',
    COCOTE_ROOT: work,
    LANG: 'fr_FR.UTF-8',
    LC_ALL: '',
  }
  const remove = (): void => {
    for (const one of [folder, work]) rmSync(one, { recursive: true, force: true })
  }
  try {
    if (name === 'filled') await fill(cocote, folder, given)
    withCommunes(folder)
    if (name !== 'lived') cpSync(CERTIFICATE, folder, { recursive: true })
    const at = address()
    const args = [
      'serve',
      '--data',
      folder,
      '--host',
      at,
      '--name',
      HOST,
      '--port',
      String(PORT),
      '--tls-port',
      String(TLS_PORT),
    ]
    const server = spawn(cocote, [...args, ...(name === 'demo' ? ['--demo'] : [])], {
      env: { ...given, CRAWL_ROUTES: routes },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const gone = new Promise<void>(resolve => server.on('close', () => resolve()))
    await ready(server, gone)
    const lived = name === 'lived' ? frozenSaid(frozen) : undefined
    return {
      at,
      passphrase: lived?.sail.passphrase ?? PASSPHRASE,
      cards: lived?.cards ?? {},
      registered: [...new Set(readFileSync(routes, 'utf8').trim().split('\n'))].sort(),
      unseal: opens,
      end: async () => {
        server.kill('SIGTERM')
        await gone
        remove()
      },
    }
  } catch (error) {
    remove()
    throw error
  }
}

async function unsealWith(folder: string): Promise<Unseal> {
  const identity = await identityOf(boxFromPem(readFileSync(join(folder, 'box.key'), 'utf8')))
  rmSync(folder, { recursive: true, force: true })
  return bytes => decryptBundle(bytes, identity)
}

async function fill(cocote: string, folder: string, given: NodeJS.ProcessEnv): Promise<void> {
  await run(cocote, ['fill', '--records', String(RECORDS), '--day', DAY, '--data', folder], {
    env: given,
  })
  await run(cocote, ['keeper', '--data', folder], {
    env: { ...given, COCOTE_PASSPHRASE: PASSPHRASE },
  })
}

function ready(server: ReturnType<typeof spawn>, gone: Promise<void>): Promise<void> {
  return new Promise((resolve, reject) => {
    let text = ''
    const heard = (part: Buffer): void => {
      text += part.toString('utf8')
      if (READY.test(text)) resolve()
    }
    server.stdout?.on('data', heard)
    server.stderr?.on('data', heard)
    server.on('error', reject)
    gone.then(() => reject(new Error(`the box ended before it was ready: ${text}`)))
  })
}
