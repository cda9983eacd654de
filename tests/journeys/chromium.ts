import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { getuid } from 'node:process'
import { type Browser, chromium } from 'playwright-core'

/**
 * Chromium without the windows of a browser, from the Debian package of that name: a third of the
 * processor time of Chromium for the same pages, since no profile with its services is made for
 * each context. Playwright takes the same by itself where it brings the browser.
 */
const SHELL = '/usr/bin/chromium-headless-shell'
const PLACES = [
  SHELL,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
]

/** Where this machine's Chromium is; `CHROMIUM` says another. */
export const chromiumPath = (): string | undefined =>
  [process.env['CHROMIUM'], ...PLACES].find(path => path && existsSync(path))

/**
 * Finds Chromium, or installs Debian's when it may; says what is missing otherwise, and journeys
 * skip with that message.
 */
export async function prepareBrowser(): Promise<void> {
  if (
    !process.env['CHROMIUM'] &&
    !existsSync(SHELL) &&
    getuid?.() === 0 &&
    existsSync('/usr/bin/apt-get')
  ) {
    console.log('· Chromium without windows is missing: installing Debian’s')
    install('chromium-headless-shell', 'strace')
    if (!chromiumPath()) install('chromium', 'strace')
  }
  if (!chromiumPath())
    console.log(
      '· Chromium is missing: journeys will be skipped. Install it (Debian: apt-get install ' +
        'chromium-headless-shell), or set CHROMIUM to its path.',
    )
}

/** Without a network it is over in a minute, and nothing is installed. */
function install(...packages: readonly string[]): void {
  const quiet = {
    stdio: 'ignore' as const,
    timeout: 300_000,
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  }
  const once = ['-o', 'Acquire::Retries=0', '-o', 'Acquire::http::Timeout=20']
  spawnSync('apt-get', [...once, 'update'], quiet)
  spawnSync('apt-get', [...once, 'install', '-y', '--no-install-recommends', ...packages], quiet)
}

const QUIET = [
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-quic',
]
/** How it is started. As root it runs without its own sandbox: there is no other way. */
function startOf(
  executablePath: string | undefined,
  more: readonly string[] = [],
): Readonly<{ executablePath: string; args: string[] }> {
  if (!executablePath) throw new Error('Chromium is missing')
  return {
    executablePath,
    args: [...QUIET, ...more, ...(getuid?.() === 0 ? ['--no-sandbox'] : [])],
  }
}

/** Names the address of the browser that all test files of a run share. */
const SHARED = 'COCOTE_TEST_BROWSER'

/**
 * Starts one browser for all the test files of a run, and says its address to the processes that
 * are started from here. Returns what ends it. Without Chromium there is nothing to start: journeys
 * skip.
 */
export async function shareBrowser(): Promise<() => Promise<void>> {
  if (!chromiumPath()) return async () => undefined
  const server = await chromium.launchServer(startOf(chromiumPath()))
  process.env[SHARED] = server.wsEndpoint()
  return async () => {
    delete process.env[SHARED]
    await server.close()
  }
}

/**
 * A real browser: the one that the run shares, or a new one where nobody shares any. `close()` ends
 * a new one; of the shared one it closes the contexts that were opened here, and so does the end of
 * this process.
 */
export async function openBrowser(): Promise<Browser> {
  const shared = process.env[SHARED]
  return shared ? chromium.connect(shared) : chromium.launch(startOf(chromiumPath()))
}

/** A browser of one's own, told `more` when it starts; another program may start it. */
export const openOwnBrowser = (
  more: readonly string[] = [],
  executablePath = chromiumPath(),
): Promise<Browser> => chromium.launch(startOf(executablePath, more))
