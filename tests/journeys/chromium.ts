import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { getuid } from 'node:process'
import { type Browser, chromium } from 'playwright-core'

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/snap/bin/chromium']

/** Where this machine's Chromium is; `CHROMIUM` says another. */
export const chromiumPath = (): string | undefined => [process.env['CHROMIUM'], ...PLACES].find(path => path && existsSync(path))

/** Finds Chromium, or installs Debian's when it may; says what is missing otherwise, and journeys skip with that message. */
export async function prepareBrowser(): Promise<void> {
  if (chromiumPath()) return
  if (getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    console.log('· Chromium is missing: installing Debian’s')
    const quiet = { stdio: 'ignore' as const, env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }
    spawnSync('apt-get', ['update'], quiet)
    spawnSync('apt-get', ['install', '-y', '--no-install-recommends', 'chromium', 'strace'], quiet)
  }
  if (!chromiumPath())
    console.log(
      '· Chromium is missing: journeys will be skipped. Install it (Debian: apt-get install chromium), or set CHROMIUM to its path.',
    )
}

/** A real browser. As root it runs without its own sandbox: there is no other way. `more`: what else it is told when it starts; another program may start it. */
export function openBrowser(more: readonly string[] = [], executablePath = chromiumPath()): Promise<Browser> {
  if (!executablePath) throw new Error('Chromium is missing')
  const quiet = [
    '--disable-gpu',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--no-first-run',
    '--disable-quic',
  ]
  return chromium.launch({ executablePath, args: [...quiet, ...more, ...(getuid?.() === 0 ? ['--no-sandbox'] : [])] })
}
