import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, globSync, mkdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** A program that is measured: this tree, or an earlier one in a scratch clone. */
export type Version = Readonly<{
  name: string
  tree: string
  /** Changes with all that may change a filled folder. */
  mark: string
}>

const TREE = fileURLToPath(new URL('..', import.meta.url))

export const programOf = ({ tree }: Version): string => join(tree, 'bin/cocote')
export const nodeOf = ({ tree }: Version): string => join(tree, 'node_modules/.bin/node')

/** The flags of Node by which that version’s `bin/cocote` runs a box. */
export const flagsOf = (version: Version): readonly string[] =>
  readFileSync(programOf(version), 'utf8')
    .match(/(?<=\s)--[a-z-]+(?:=\d+)?(?=\s)/g)
    ?.filter(flag => flag !== '--import') ?? []

export function thisVersion(): Version {
  const hash = createHash('sha256')
  for (const file of globSync('{src,seeds}/**/*.*', { cwd: TREE }).sort())
    hash.update(file).update(readFileSync(join(TREE, file)))
  return { name: 'here', tree: TREE, mark: hash.digest('hex').slice(0, 12) }
}

/** A clone of that revision in `within`, or the one that stands there, ready to run. */
export function versionAt(revision: string, within: string): Version {
  const commit = done(['git', 'rev-parse', '--verify', `${revision}^{commit}`], TREE).trim()
  const tree = join(within, `tree-${commit.slice(0, 12)}`)
  if (!existsSync(join(tree, READY))) {
    console.log(`· ${revision} is being cloned`)
    rmSync(tree, { recursive: true, force: true })
    mkdirSync(within, { recursive: true })
    done(['git', 'clone', '-q', '--shared', '--no-checkout', TREE, tree], within)
    done(['git', 'checkout', '-q', '--detach', commit], tree)
    givePackages(tree)
  }
  return { name: revision, tree, mark: commit.slice(0, 12) }
}

const READY = 'node_modules/.bin/node'
const LOCK = 'package-lock.json'

/** Linked when the lock is the same, else installed as the lock says. */
function givePackages(tree: string): void {
  const [ours, theirs] = [TREE, tree].map(folder => readFileSync(join(folder, LOCK), 'utf8'))
  if (ours === theirs) {
    symlinkSync(join(TREE, 'node_modules'), join(tree, 'node_modules'))
    return
  }
  console.log('· its packages are being installed, for its lock is another one')
  done(['npm', 'ci', '--no-audit', '--no-fund', '--loglevel=error'], tree)
}

function done([command = '', ...args]: readonly string[], cwd: string): string {
  const { status, stdout, stderr, error } = spawnSync(command, args, { cwd, encoding: 'utf8' })
  if (status === 0) return stdout
  const why = error?.message ?? stderr.trim().split('\n').at(-1)
  throw new Error(`${command} ${args.join(' ')} ended with ${status}: ${why}`)
}
