import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { env, execPath, getuid } from 'node:process'

/** What a program that ran on a small disk found, or why none may be mounted here. */
export type OnSmallDisk = Readonly<{ mounted: boolean; why?: string }>

/**
 * Runs a file on a small disk of its own, in a mount namespace; who is not root becomes it there
 * only. Gives what it printed, or why this machine lets none be mounted: a test then skips with
 * that.
 */
export function onSmallDisk<Seen extends OnSmallDisk>(file: string, folder: string): Seen | string {
  const rights = getuid?.() === 0 ? ['--mount'] : ['--mount', '--map-root-user']
  // It is no test itself, and prints nothing but what it found.
  const { NODE_TEST_CONTEXT: _, ...bare } = env
  const ran = spawnSync('unshare', [...rights, execPath, file, folder], {
    env: bare,
    encoding: 'utf8',
    timeout: 300_000,
  })
  if (ran.error || /^unshare: /.test(ran.stderr))
    return `unshare is absent or refused: ${ran.error ?? ran.stderr.trim()}`
  assert.equal(ran.status, 0, ran.stderr)
  const seen = JSON.parse(ran.stdout) as Seen
  return seen.mounted ? seen : `no small file system may be mounted here: ${seen.why}`
}
