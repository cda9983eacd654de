import type { Machine } from './machine.ts'

/**
 * What a removal may leave, and why. Each is a trace that Debian's own tools leave of any package
 * that came and went; none runs, and none is read by anything but them.
 */
const LEFT: readonly (readonly [what: RegExp, why: string])[] = [
  [
    /^\/var\/log\/(?:dpkg|alternatives)\.log$/,
    'the journal of packages says what was done, and when',
  ],
  [/^\/var\/log\/apt(?:\/|$)/, 'so does that of apt'],
  [
    /^\/var\/lib\/dpkg\/(?:status|diversions|statoverride)(?:-old)?$/,
    'order of lines, and the copy before the last change; packages are compared by name',
  ],
  [/^\/var\/lib\/dpkg\/(?:lock|triggers)/, 'locks and queues, empty'],
  [
    /^\/var\/cache\/debconf\/\w+\.dat(?:-old)?$/,
    'answers to questions of packages, and the copy before',
  ],
  [/^\/var\/cache\/apt\/(?:src)?pkgcache\.bin$/, 'apt’s index of packages, made again at will'],
  [
    /^\/var\/(?:cache\/apt\/archives|lib\/apt\/lists)\/(?:lock|partial|auxfiles)$/,
    'apt’s empty folders and locks',
  ],
  [
    /^\/var\/lib\/apt\/(?:extended_states|periodic)/,
    'apt’s note of which packages came for another: of none',
  ],
  [
    /^\/var\/lib\/apt\/daily_lock$/,
    'a lock of apt’s daily round, empty, where its hour comes meanwhile',
  ],
  [/^\/var\/backups\//, 'dpkg’s own copy of what is installed, made each midnight'],
  [
    /^\/etc\/(?:passwd|group|shadow|gshadow|subuid|subgid)-$/,
    'the copies before the last change of accounts',
  ],
  [/^\/etc\/\.pwd\.lock$/, 'a lock of the accounts, empty'],
  [/^\/var\/cache\/ldconfig\/aux-cache$/, 'made again at will'],
  [/^\/var\/log\/journal\//, 'the machine’s journal, which goes on being written'],
  [
    /^\/var\/tmp\/systemd-private-/,
    'a folder of one of systemd’s own services, drawn anew at each start',
  ],
  [
    /^\/var\/lib\/systemd\/(?:random-seed|timers\/|credential|catalog)/,
    'systemd’s own, changed at each start',
  ],
]

/**
 * Every file of the machine's own disk: kind, rights, whose, size, target, and what it holds;
 * folders without their size.
 */
export const listOf = (machine: Machine): Promise<string> =>
  machine.must(
    `find / -xdev -mindepth 1 \\( -type d -printf '%p\\t%y %m %U:%G\\n' -o -printf '%p\\t%y %m %U:%G %s %l\\n' \\) | sort
    find / -xdev -type f -exec sha256sum {} + | sed 's/^\\([0-9a-f]*\\)  \\(.*\\)/\\2\\tholds \\1/' | sort
    dpkg-query -W -f 'package \${Package}\\t\${Version} \${db:Status-Abbrev}\\n'`,
    { ms: 120_000 },
  )

/** What differs between two lists, one line each, but for what may be left. */
export function changed(before: string, after: string): readonly string[] {
  const [was, is] = [before, after].map(
    list => new Set(list.split('\n').filter(line => line !== '' && !mayBeLeft(line))),
  ) as [Set<string>, Set<string>]
  return [
    ...[...was].filter(line => !is.has(line)).map(line => `- ${line}`),
    ...[...is].filter(line => !was.has(line)).map(line => `+ ${line}`),
  ].sort()
}

const mayBeLeft = (line: string): boolean => LEFT.some(([what]) => what.test(line.split('\t')[0]!))
