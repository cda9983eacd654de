import { spawnSync } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Arch } from './statement.ts'

/** The Debian packages could not be fetched: no network, or an unknown name. */
export class NoDebs extends Error {
  override name = 'NoDebs'
}

/** The Debian of this machine, by its name (trixie); undefined when it is none, or has no apt. */
export function suiteHere(release: string = read('/etc/os-release')): string | undefined {
  const said = new Map(
    [...release.matchAll(/^([A-Z_]+)="?([^"\n]*)"?$/gm)].map(([, key = '', value = '']) => [
      key,
      value,
    ]),
  )
  const isDebian = [said.get('ID'), ...(said.get('ID_LIKE') ?? '').split(' ')].includes('debian')
  // Ubuntu is like Debian, and has other packages.
  if (
    !isDebian ||
    said.has('UBUNTU_CODENAME') ||
    spawnSync('apt-get', ['--version'], { stdio: 'ignore' }).status !== 0
  )
    return undefined
  return said.get('VERSION_CODENAME')
}
const read = (file: string): string => (existsSync(file) ? readFileSync(file, 'utf8') : '')

/** The names in `box/packages`, one a line, without comments after #. */
export function packageNames(root: string): readonly string[] {
  const lines = read(join(root, 'box/packages')).split('\n')
  return lines
    .map(line => line.replace(/#.*/, '').trim())
    .filter(name => /^[a-z0-9][a-z0-9+.-]+$/.test(name))
}

const DEBIAN: Readonly<Record<Arch, string>> = { x64: 'amd64', arm64: 'arm64' }

export type DebsOf = Readonly<{ names: readonly string[]; suite: string; here: string; arch: Arch }>

/**
 * Fetches packages with all their dependencies, even those that a bare system has. apt works in a
 * folder of its own, signatures checked: this machine’s package list does not change.
 *
 * Errors  NoDebs.
 */
export async function withDebs<T>(
  of: DebsOf,
  work: (files: readonly string[]) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'cocote-apt-'))
  try {
    for (const name of ['state/lists/partial', 'archives/partial', 'empty'])
      mkdirSync(join(folder, name), { recursive: true })
    writeFileSync(join(folder, 'status'), '')
    writeFileSync(join(folder, 'sources.list'), sourcesFor(of))
    const settings = settingsFor(folder, DEBIAN[of.arch])
    apt([...settings, 'update'])
    apt([
      ...settings,
      '--yes',
      '--no-install-recommends',
      '--download-only',
      'install',
      ...of.names,
    ])
    const archives = join(folder, 'archives')
    return await work(
      readdirSync(archives)
        .filter(name => name.endsWith('.deb'))
        .sort()
        .map(name => join(archives, name)),
    )
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function apt(args: readonly string[]): void {
  // A list that could not be had is only a warning otherwise, and its packages would be missing
  // later.
  const { status, stderr } = spawnSync(
    'apt-get',
    ['-qq', '-o', 'APT::Update::Error-Mode=any', ...args],
    {
      encoding: 'utf8',
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C' },
    },
  )
  if (status !== 0) throw new NoDebs(stderr ?? '')
}

function settingsFor(folder: string, arch: string): readonly string[] {
  const settings = [
    `Dir::State=${folder}/state`,
    `Dir::State::status=${folder}/status`,
    `Dir::Cache=${folder}`,
    `Dir::Cache::archives=${folder}/archives`,
    `Dir::Etc::sourcelist=${folder}/sources.list`,
    `Dir::Etc::sourceparts=${folder}/empty`,
    `Dir::Etc::preferences=${folder}/none`,
    `Dir::Etc::preferencesparts=${folder}/empty`,
    `APT::Architecture=${arch}`,
    `APT::Architectures=${arch}`,
    'APT::Sandbox::User=root',
    'Acquire::Languages=none',
    'Debug::NoLocking=true',
  ]
  return settings.flatMap(one => ['-o', one])
}

const KEYRINGS = ['pgp', 'gpg'].map(end => `/usr/share/keyrings/debian-archive-keyring.${end}`)

/** The mirrors that this machine uses, asked for that Debian; Debian's own when it says none. */
function sourcesFor({ suite, here }: DebsOf): string {
  const { stdout } = spawnSync(
    'apt-get',
    ['indextargets', '--format', '$(SITE) $(RELEASE) $(COMPONENT)', 'Created-By: Packages'],
    {
      encoding: 'utf8',
    },
  )
  const ours = [...new Set((stdout ?? '').split('\n'))]
    .map(line => line.split(' '))
    .filter(
      ([mirror, release, component]) =>
        mirror && component && (release === here || release?.startsWith(`${here}-`)),
    )
    .map(
      ([mirror = '', release = '', component = '']) =>
        `${mirror} ${suite}${release.slice(here.length)} ${component}`,
    )
  const lines = ours.length > 0 ? ours : [`http://deb.debian.org/debian ${suite} main`]
  const keyring = KEYRINGS.find(file => existsSync(file))
  return lines.map(line => `deb ${keyring ? `[signed-by=${keyring}] ` : ''}${line}\n`).join('')
}
