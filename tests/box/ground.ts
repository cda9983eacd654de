import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { getuid } from 'node:process'

/** What these tests run, by the Debian package that brings it. */
const NEEDED: Readonly<Record<string, readonly string[]>> = {
  iproute2: ['/usr/sbin/ip', '/usr/sbin/bridge'],
  'dnsmasq-base': ['/usr/sbin/dnsmasq'],
  nftables: ['/usr/sbin/nft'],
  udhcpc: ['/usr/sbin/udhcpc'],
  debootstrap: ['/usr/sbin/debootstrap'],
}
const PATH = '/usr/sbin:/usr/bin:/sbin:/bin'
const has = (file: string): boolean => existsSync(file) || existsSync(file.replace(/^\/usr/, ''))
const lacking = (): readonly string[] =>
  Object.entries(NEEDED).flatMap(([name, files]) => (files.every(has) ? [] : [name]))

/** Why these tests are skipped here; false where they can run. */
export const noGround: string | false = (() => {
  if (process.platform !== 'linux' || getuid?.() !== 0) return 'namespaces need Linux, and root'
  const names = lacking()
  if (names.length > 0) return `missing here: ${names.join(', ')} (Debian: apt-get install)`
  return spawnSync('unshare', ['--net', '--mount', 'true'], { env: { PATH } }).status === 0
    ? false
    : 'this machine gives no namespaces'
})()

/**
 * Installs what is missing, where that is allowed; says so otherwise, and the tests skip with the
 * reason.
 */
export function prepareGround(): void {
  if (getuid?.() !== 0 || lacking().length === 0) return
  if (existsSync('/usr/bin/apt-get')) {
    console.log(`· For the tests of a box: installing ${lacking().join(', ')}`)
    const quiet = {
      stdio: 'ignore' as const,
      timeout: 300_000,
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    }
    spawnSync('apt-get', ['update'], quiet)
    spawnSync('apt-get', ['install', '-y', '--no-install-recommends', ...lacking()], quiet)
  }
  if (lacking().length > 0)
    console.log(`· Missing: ${lacking().join(', ')}; the tests of a box will be skipped.`)
}
