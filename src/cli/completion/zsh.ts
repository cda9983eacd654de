import type { VerbArgument, VerbOption } from '../../contract/verb.ts'
import { takesValue } from '../options.ts'
import { type CompletionEntry, quoted, valuedIn } from './tree.ts'

function offers({ value, choices }: VerbOption | VerbArgument): string {
  if (choices) return `compadd -- ${choices.join(' ')}`
  if (value === 'file') return '_files'
  return value === 'folder' ? '_files -/' : ':'
}

const either = (words: readonly string[]): string => words.map(quoted).join('|')
const described = (name: string, about: string): string =>
  quoted(`${name.replaceAll(':', '\\:')}:${about}`)

function ofOptions(entries: readonly CompletionEntry[]): readonly string[] {
  const all = entries.flatMap(({ path, options }) =>
    options.filter(takesValue).map(one => ({ word: `${path} --${one.name}`, does: offers(one) })),
  )
  return byWork(all)
}
const ofArguments = (entries: readonly CompletionEntry[]): readonly string[] =>
  byWork(
    entries.flatMap(({ path, arguments: some }) =>
      some.map((one, n) => ({ word: `${path} ${n}`, does: offers(one) })),
    ),
  )
const byWork = (all: readonly Readonly<{ word: string; does: string }>[]): readonly string[] =>
  [...Map.groupBy(all, one => one.does)].map(
    ([does, some]) => `      (${either(some.map(one => one.word))}) ${does} ;;`,
  )

const ofWords = ({ path, subcommands, options }: CompletionEntry): readonly string[] => [
  `    (${quoted(path)})`,
  `      acts=(${subcommands.map(one => described(one.name, one.about)).join('\n        ')})`,
  `      options=(${options.map(one => described(`--${one.name}`, one.about)).join('\n        ')})`,
  '      ;;',
]

/** Completion for zsh, in a file named `_cocote` of a folder of `fpath`. */
export const zshScript = (entries: readonly CompletionEntry[]): string => `#compdef cocote
_cocote() {
  local at=cocote word skip='' given=0 n
  local -a acts options
  for ((n = 2; n < CURRENT; n++)); do
    word=\${(Q)words[n]}
    if [[ -n $skip ]]; then skip=''; continue; fi
    case "$at $word" in
      (${either(valuedIn(entries))}) skip=yes; continue ;;
      (${either(entries.slice(1).map(one => one.path))}) at="$at $word"; continue ;;
    esac
    [[ $word == -* ]] || given=$((given + 1))
  done
  if [[ -n $skip ]]; then
    case "$at $word" in
${ofOptions(entries).join('\n')}
    esac
    return
  fi
  case "$at" in
${entries.flatMap(ofWords).join('\n')}
  esac
  if [[ $PREFIX == -* ]]; then _describe -o option options; return; fi
  if (($#acts)); then _describe act acts; return; fi
  case "$at $given" in
${ofArguments(entries).join('\n')}
  esac
}
if [[ $funcstack[1] == _cocote ]]; then _cocote "$@"; else compdef _cocote cocote; fi
`
