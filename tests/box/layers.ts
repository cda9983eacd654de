import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { putVersion } from '../faults/change-world.ts'
import { PATH } from './run.ts'

/**
 * box/install and what it puts down, run for real, on a machine that can't be hurt: /etc, /opt and
 * /var are covered by a layer that goes with the test, /run and /media are empty. The version is a
 * small one whose server is a script (change-world.ts); no package is really installed:
 * `dpkg-query`, `apt-get` and their like read and write a list.
 */
export type Layers = Readonly<{
  folder: string
  /** What a program of the machine is stood for by, in the shell. */
  stub: (name: string, script: string) => void
  /** A version file of that number, whose box/ is this project's and what `changes` does to it. */
  version: (number: string, changes?: (box: string) => void) => string
  /**
   * Runs that in the layers, once; `left` says what stands in them at its end. Throws when it took
   * longer than `mostMs`.
   */
  run: (
    script: string,
    env?: Readonly<Record<string, string>>,
    mostMs?: number,
  ) => Readonly<{ status: number | null; said: string; left: readonly string[] }>
  end: () => void
}>
/** What every Debian has, and what a box needs: all of it there unless a test says otherwise. */
const NEEDED = readFileSync(new URL('../../box/packages', import.meta.url), 'utf8')
  .trim()
  .split('\n')
const BOX = fileURLToPath(new URL('../../box', import.meta.url))
/** Accounts come and go by the machine's own programs, which keep these. */
const ACCOUNTS = /^etc\/(?:passwd|group|shadow|gshadow|subuid|subgid|\.pwd\.lock)-?$/

const QUERY = `if [ -n "\${4:-}" ]; then
  grep -qx -- "$4" "$FOLDER/installed" || exit 1
  case $3 in *Status*) printf installed ;; *) echo "$4" ;; esac
else case $3 in *Depends*) sed 's/.*/installed & , /' "$FOLDER/installed" ;; *) sed 's/^/installed /' "$FOLDER/installed" ;; esac; fi`
const DPKG = `if [ "$1" = --purge ]; then
  shift
  for one in "$@"; do grep -vx -- "$one" "$FOLDER/installed" >"$FOLDER/installed.new" || true; mv "$FOLDER/installed.new" "$FOLDER/installed"; done
else exec /usr/bin/dpkg "$@"; fi`

export function openLayers(of: Readonly<{ installed?: readonly string[] }> = {}): Layers {
  const folder = mkdtempSync(join(tmpdir(), 'cocote-layers-'))
  chmodSync(folder, 0o755)
  const [bin, kit] = [join(folder, 'bin'), join(folder, 'kit')]
  for (const one of [bin, kit, join(folder, 'layers')]) mkdirSync(one)
  const stub: Layers['stub'] = (name, script) =>
    writeFileSync(join(bin, name), `#!/bin/sh\n${script}\n`, { mode: 0o755 })
  stub('dpkg-query', QUERY)
  stub('dpkg', DPKG)
  stub('apt-mark', 'cat "$FOLDER/auto"')
  writeFileSync(join(folder, 'installed'), ['adduser', ...(of.installed ?? NEEDED), ''].join('\n'))
  writeFileSync(join(folder, 'auto'), '')
  writeFileSync(
    join(folder, 'os'),
    'PRETTY_NAME="Debian GNU/Linux 13 ' +
      '(trixie)"\nID=debian\nVERSION_ID="13"\nVERSION_CODENAME=trixie\n',
  )
  cpSync(BOX, join(kit, 'box'), { recursive: true })
  const version: Layers['version'] = (number, changes) => {
    const place = mkdtempSync(join(folder, 'made-'))
    chmodSync(place, 0o755)
    putVersion(place, number, 'well', 1)
    mkdirSync(join(place, 'node_modules/.bin'), { recursive: true })
    writeFileSync(join(place, 'node_modules/.bin/node'), '', { mode: 0o755 })
    cpSync(BOX, join(place, 'box'), { recursive: true })
    changes?.(join(place, 'box'))
    writeFileSync(join(place, 'statement'), JSON.stringify({ version: number, unpacked: 300_000 }))
    const file = join(folder, `cocote-${number}.tar.gz`)
    spawnSync('tar', ['-czf', file, '-C', place, '.'])
    rmSync(place, { recursive: true })
    return file
  }
  cpSync(version('1.0.0'), join(kit, 'cocote-1.0.0.tar.gz'))
  return {
    folder,
    stub,
    version,
    run: (script, env, mostMs) => inLayers(folder, script, env, mostMs),
    end: () => rmSync(folder, { recursive: true, force: true }),
  }
}

/**
 * A script that hangs ends. The longest of them takes forty seconds of two free cores, and many
 * times that where others work.
 */
const MOST_MS = 900_000
function inLayers(
  folder: string,
  script: string,
  env: Readonly<Record<string, string>> = {},
  mostMs = MOST_MS,
): ReturnType<Layers['run']> {
  const layers = join(folder, 'layers')
  const lines = [
    'set -e',
    `mount -t tmpfs tmpfs ${layers}`,
    ...['etc', 'opt', 'var'].flatMap(name => [
      `mkdir ${layers}/${name} ${layers}/${name}.work`,
      'mount -t overlay overlay -o ' +
        `lowerdir=/${name},upperdir=${layers}/${name},workdir=${layers}/${name}.work /${name}`,
    ]),
    'mount -t tmpfs -o mode=755 tmpfs /run; mount -t tmpfs -o mode=755 tmpfs /media',
    `mount --bind ${folder}/os /etc/os-release`,
    `export PATH=${folder}/bin:${PATH}`,
    `(\n${script}\n) && code=0 || code=$?`,
    // Whatever the stubs do, what is looked at is what is there.
    `export PATH=${PATH}`,
    `cd ${layers}; find etc opt var \\( -type f -o -type l -o -name '*cocote*' \\) | sed ` +
      "'s/^/left /'",
    `cd /; rm -rf run/mount; find run media -mindepth 1 | sed 's/^/left /'`,
    'exit $code',
  ]
  const ran = spawnSync(
    'unshare',
    ['--mount', '--net', '--pid', '--fork', '--kill-child', 'sh', '-c', lines.join('\n')],
    {
      encoding: 'utf8',
      env: {
        PATH,
        FOLDER: folder,
        COCOTE_NAME: 'Borne de Sail',
        COCOTE_RADIO: 'wlan7',
        COCOTE_WIRED: 'no',
        ...env,
      },
      timeout: mostMs,
      // `unshare --fork` blocks SIGTERM: the script would go on, without anybody to write to, and
      // end by SIGPIPE (141).
      killSignal: 'SIGKILL',
    },
  )
  if (ran.error)
    throw new Error(`${ran.error.message}: ${ran.stdout}${ran.stderr}`, { cause: ran.error })
  const out = `${ran.stdout}${ran.stderr}`.split('\n')
  const left = out.filter(line => line.startsWith('left ')).map(line => line.slice('left '.length))
  return {
    status: ran.status,
    // A shell says of whatever was killed under it that it was.
    said: out.filter(line => line !== 'Killed' && !line.startsWith('left ')).join('\n'),
    left: left.filter(name => !ACCOUNTS.test(name)).sort(),
  }
}
