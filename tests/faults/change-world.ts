import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const CHANGE = fileURLToPath(new URL('../../box/change-version', import.meta.url))

/**
 * Small versions for the switching alone: a shell script answers for `bin/cocote`. Its log is a
 * text: a first line `format N`, then a line an entry. A server is a process that names itself in
 * `alive`; it lives when it can open the log. A folder holds what a machine does: versions, data,
 * and who stops and starts the page (`hand`), the guard before each start as the unit has it.
 */
const COCOTE = `#!/bin/sh
set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$(readlink -f -- "$0")")/.." && pwd)
mine=$(cat "$root/number") format=$(cat "$root/format") manner=$(cat "$root/manner")
of() { while [ $# -gt 0 ]; do [ "$1" != "$name" ] || echo "$2"; shift; done; }
name=--data data=$(of "$@" x)
fits() { [ -f "$data/log.db" ] && [ "$(sed -n 's/^format //p' "$data/log.db")" -le "$format" ]; }
case "$1 \${2:-}" in
'--version ') echo "$mine" ;;
'box verify') tar -xzOf "$3" ./statement || { echo '{"fault":"notVersion","said":""}'; exit 1; } ;;
'box unpack') name=--out; out=$(of "$@" x); mkdir "$out"; tar -xzf "$3" -C "$out" ;;
'box fits') fits || exit 3 ;;
'box ready')
  fits || exit 1
  sed "s/^format .*/format $format/" "$data/log.db" >"$data/log.new"
  mv "$data/log.new" "$data/log.db" ;;
'box answers')
  name=--number; number=$(of "$@" x)
  # Until it began, however busy the machine; then as long as one that falls may take to fall.
  lives() { [ "$(cat "$data/alive" 2>/dev/null)" = "$number" ] && kill -0 "$(cat "$data/pid")" 2>/dev/null; }
  turn=0
  while [ "$(cat "$data/started" 2>/dev/null)" != "$number" ]; do [ $turn -lt 400 ] || exit 1; turn=$((turn + 1)); sleep 0.05; done
  turn=0
  while [ $turn -lt 6 ] || { [ "$(cat "$root/../$number/manner")" = falls ] && [ $turn -lt 400 ]; }; do
    lives || exit 1
    turn=$((turn + 1))
    sleep 0.05
  done ;;
backup*) grep -q . "$data/log.db"; cp "$data/log.db" "$2.new"; mv "$2.new" "$2" ;;
restore*) mkdir -p "$data/aside"; cp "$data/log.db" "$data/aside/log.$$"; cp "$2" "$data/log.new"; mv "$data/log.new" "$data/log.db" ;;
serve*)
  began() { echo "$mine" >"$data/started.$$"; mv "$data/started.$$" "$data/started"; }
  if [ "$manner" = dead ] || ! fits; then began; exit 1; fi
  echo $$ >"$data/pid"
  echo "entry by $mine $$" >>"$data/log.db"
  [ "$manner" = mute ] || echo "$mine" >"$data/alive"
  began
  case $manner in falls) sleep 0.2; rm -f "$data/alive"; exit 1 ;; esac
  exec sleep 600 ;;
*) echo "$*" >&2; exit 2 ;;
esac
`
const HAND = `#!/bin/sh
set -eu
case $1 in
start)
  if [ -f "$COCOTE_VAR/server" ] && kill -0 "$(cat "$COCOTE_VAR/server")" 2>/dev/null; then exit 0; fi
  "$CHANGE" --guard || true
  setsid "$COCOTE_OPT/current/bin/cocote" serve --data "$COCOTE_VAR/data" >/dev/null 2>&1 </dev/null &
  echo $! >"$COCOTE_VAR/server" ;;
stop)
  [ ! -f "$COCOTE_VAR/server" ] || kill -9 "$(cat "$COCOTE_VAR/server")" 2>/dev/null || true
  rm -f "$COCOTE_VAR/server" "$COCOTE_VAR/data/alive" "$COCOTE_VAR/data/started" ;;
esac
`
export type Manner = 'well' | 'mute' | 'dead' | 'falls'
export type World = Readonly<{
  folder: string
  opt: string
  data: string
  /** Makes a version file of that number; how it behaves once it runs. */
  file: (number: string, manner?: Manner, format?: number) => string
  run: (...args: readonly string[]) => Readonly<{ code: number | null; out: string }>
  begin: (...args: readonly string[]) => ChildProcess
  hand: (what: 'start' | 'stop') => void
  current: () => string
  previous: () => string | undefined
  said: () => readonly string[]
  log: () => readonly string[]
  /** All that was ever written: in the log, and in what was set aside. */
  everWritten: () => readonly string[]
  isRunning: () => boolean
  clear: () => void
}>

/**
 * A small version, unpacked: its number, the format of the log that it opens, how it behaves once
 * it runs.
 */
export function putVersion(place: string, number: string, manner: Manner, format: number): void {
  mkdirSync(join(place, 'bin'), { recursive: true })
  for (const [name, text] of [
    ['number', number],
    ['format', String(format)],
    ['manner', manner],
  ] as const)
    writeFileSync(join(place, name), `${text}\n`)
  writeFileSync(join(place, 'bin/cocote'), COCOTE, { mode: 0o755 })
  // Something to take its time over.
  writeFileSync(join(place, 'whole'), 'x'.repeat(200_000))
}

/** A machine that runs 1.0.0, of which 0.9.0 is the one before. */
export function world(): World {
  const folder = mkdtempSync(join(tmpdir(), 'cocote-change-'))
  const [opt, vari, run] = [join(folder, 'opt'), join(folder, 'var'), join(folder, 'run')]
  const data = join(vari, 'data')
  for (const place of [data, join(vari, 'updates'), join(vari, 'said'), join(run, 'said')])
    mkdirSync(place, { recursive: true })
  writeFileSync(join(data, 'log.db'), 'format 1\nentry first\n')
  for (const number of ['0.9.0', '1.0.0'])
    putVersion(join(opt, 'versions', number), number, 'well', 1)
  spawnSync('ln', ['-s', 'versions/1.0.0', join(opt, 'current')])
  spawnSync('ln', ['-s', 'versions/0.9.0', join(opt, 'previous')])
  const hand = join(folder, 'hand')
  writeFileSync(hand, HAND, { mode: 0o755 })
  const env = {
    ...process.env,
    COCOTE_OPT: opt,
    COCOTE_VAR: vari,
    COCOTE_ETC: join(folder, 'etc'),
    COCOTE_BOX: run,
    COCOTE_RESTART: hand,
    COCOTE_USER: 'nobody-of-that-name',
    CHANGE,
  }
  const link = (name: string): string | undefined =>
    existsSync(join(opt, name)) ? basename(readlinkSync(join(opt, name))) : undefined
  const lines = (file: string): readonly string[] =>
    existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : []
  const log = () => lines(join(data, 'log.db'))
  return {
    folder,
    opt,
    data,
    file: (number, manner = 'well', format = 1) => {
      const place = mkdtempSync(join(folder, 'made-'))
      putVersion(place, number, manner, format)
      writeFileSync(
        join(place, 'statement'),
        JSON.stringify({ version: number, unpacked: 300_000 }),
      )
      const file = join(vari, 'updates', `cocote-${number}-x64.tar.gz`)
      spawnSync('tar', ['-czf', file, '-C', place, '.'])
      return file
    },
    run: (...args) => {
      const { status, stdout } = spawnSync(CHANGE, args, {
        env,
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      })
      return { code: status, out: stdout }
    },
    begin: (...args) => spawn(CHANGE, args, { env, stdio: 'ignore', detached: true }),
    hand: what => void spawnSync(hand, [what], { env, stdio: 'ignore' }),
    current: () => link('current') ?? '',
    previous: () => link('previous'),
    said: () => lines(join(vari, 'said/update')),
    log,
    everWritten: () => {
      const aside = join(data, 'aside')
      return [
        ...log(),
        ...(existsSync(aside) ? readdirSync(aside).flatMap(name => lines(join(aside, name))) : []),
      ]
    },
    isRunning: () => {
      const pid = Number(lines(join(vari, 'server'))[0])
      return pid > 0 && existsSync(`/proc/${pid}`) && lines(join(data, 'pid'))[0] === String(pid)
    },
    clear: () => {
      spawnSync(hand, ['stop'], { env, stdio: 'ignore' })
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
