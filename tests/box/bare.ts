import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { apart, ran } from './run.ts'

/**
 * What a Debian has that was put on a small computer, and `minbase` has not: systemd and its
 * company. Nothing that a box needs besides.
 */
const COMPANY = 'systemd-sysv,udev,dbus'

/**
 * A bare Debian's root, made once and kept for the runs that follow (`COCOTE_DEBOOTSTRAP_CACHE`,
 * else the system's folder for temporary files): whoever uses it lays their own changes over it. A
 * string that says why, where none can be had: no mirror, no room.
 */
export async function bareDebian(
  suite: 'trixie' | 'bookworm',
): Promise<Readonly<{ root: string }> | string> {
  const cache = process.env['COCOTE_DEBOOTSTRAP_CACHE'] ?? join(tmpdir(), 'cocote-debootstrap')
  const root = join(cache, `${suite}-1`)
  if (existsSync(join(root, 'etc/debian_version'))) return { root }
  mkdirSync(cache, { recursive: true })
  const work = mkdtempSync(join(cache, `${suite}-`))
  let said = ''
  // A mirror that answers badly once is asked again.
  for (const _ of [1, 2]) {
    const args = ['--variant=minbase', `--include=${COMPANY}`, suite, join(work, 'root')]
    // Cut after its time, it leaves /proc mounted in the folder that is taken away then.
    const made = await ran(...apart('debootstrap', ...args), { ms: 300_000 })
    said = made.out.split('\n').slice(-4).join(' ')
    if (made.status === 0) {
      settle(join(work, 'root'))
      // Another run may have been quicker.
      if (!existsSync(root)) renameSync(join(work, 'root'), root)
      rmSync(work, { recursive: true, force: true })
      return { root }
    }
    rmSync(join(work, 'root'), { recursive: true, force: true })
  }
  rmSync(work, { recursive: true, force: true })
  return `no bare Debian could be made here: ${said}`
}

/**
 * As a machine stands after its own installer: a name, no trace of the machine where it was made,
 * no package waiting.
 */
function settle(root: string): void {
  writeFileSync(join(root, 'etc/hostname'), 'bar\n')
  writeFileSync(join(root, 'etc/hosts'), '127.0.0.1 localhost\n127.0.1.1 bar\n::1 localhost\n')
  rmSync(join(root, 'etc/resolv.conf'), { force: true })
  writeFileSync(join(root, 'etc/resolv.conf'), '')
  rmSync(join(root, 'var/cache/apt/archives'), { recursive: true, force: true })
  mkdirSync(join(root, 'var/cache/apt/archives/partial'), { recursive: true })
}
