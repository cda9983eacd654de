import type { VerbArgument, VerbOption } from '../../contract/verb.ts'
import { takesValue } from '../options.ts'
import { type CompletionEntry, valuedIn } from './tree.ts'

/** A text between single quotes, as fish reads it. */
const quoted = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`

/** How fish offers the values of one kind. */
function offers({ value, choices }: VerbOption | VerbArgument): string {
  if (choices) return `-x -a ${quoted(choices.join(' '))}`
  if (value === 'file') return '-r -F'
  return value === 'folder' ? `-x -a '(__fish_complete_directories)'` : '-x'
}

const when = (condition: string): string => `complete -c cocote -n ${quoted(condition)}`

function linesOf({
  path,
  subcommands,
  options,
  arguments: some,
}: CompletionEntry): readonly string[] {
  const here = `__cocote_at ${path.replaceAll(' ', '_')}`
  return [
    ...subcommands.map(one => `${when(here)} -a ${one.name} -d ${quoted(one.about)}`),
    ...options.map(
      one =>
        `${when(here)} -l ${one.name}${takesValue(one) ? ` ${offers(one)}` : ''} -d ` +
        `${quoted(one.about)}`,
    ),
    ...some
      .map((one, n) => ({ offered: offers(one), n }))
      .filter(({ offered }) => offered !== '-x')
      .map(({ offered, n }) => `${when(`${here} ${n}`)} ${offered.replace(/^-[rx] /, '')}`),
  ]
}

/** Completion for fish. */
export const fishScript = (
  entries: readonly CompletionEntry[],
): string => `# cocote: completion for fish
function __cocote_at
    set -l at cocote
    set -l given 0
    set -l skip
    set -l typed (commandline -opc)
    for word in $typed[2..-1]
        if test -n "$skip"
            set skip
            continue
        end
        switch "$at $word"
            case ${valuedIn(entries).map(quoted).join(' ')}
                set skip yes
            case ${entries
              .slice(1)
              .map(one => quoted(one.path))
              .join(' ')}
                set at "$at $word"
            case '* -*'
                true
            case '*'
                set given (math $given + 1)
        end
    end
    test (string replace -a ' ' _ "$at") = $argv[1]
    and begin
        test (count $argv) -lt 2
        or test $argv[2] = $given
    end
end
complete -c cocote -f
${entries.flatMap(linesOf).join('\n')}
`
