import type { VerbArgument, VerbOption } from '../../contract/verb.ts'
import { takesValue } from '../options.ts'
import { type CompletionEntry, quoted, valuedIn } from './tree.ts'

/** The bash code that offers the values of one kind. Empty for a value that only a person knows. */
function offers({ value, choices }: VerbOption | VerbArgument): string {
  if (choices) return `_cocote_words ${quoted(choices.join(' '))}`
  if (value === 'file') return '_cocote_files -f'
  return value === 'folder' ? '_cocote_files -d' : ':'
}

const either = (words: readonly string[]): string => words.map(quoted).join('|')
const branch = (words: readonly string[], does: string): string =>
  words.length === 0 ? '' : `      ${either(words)}) ${does} ;;`

function ofOptions(entries: readonly CompletionEntry[]): readonly string[] {
  const all = entries.flatMap(({ path, options }) =>
    options.filter(takesValue).map(one => ({ word: `${path} --${one.name}`, does: offers(one) })),
  )
  const grouped = Map.groupBy(all, one => one.does)
  return [...grouped].map(([does, some]) =>
    branch(
      some.map(one => one.word),
      does,
    ),
  )
}

function ofArguments(entries: readonly CompletionEntry[]): readonly string[] {
  const all = entries.flatMap(({ path, arguments: some }) =>
    some.map((one, n) => ({ word: `${path} ${n}`, does: offers(one) })),
  )
  const grouped = Map.groupBy(all, one => one.does)
  return [...grouped].map(([does, some]) =>
    branch(
      some.map(one => one.word),
      does,
    ),
  )
}

const ofWords = ({ path, subcommands, options }: CompletionEntry): readonly string[] => [
  `      ${quoted(path)}) acts=${quoted(subcommands.map(one => one.name).join(' '))}`,
  `        options=${quoted(options.map(one => `--${one.name}`).join(' '))} ;;`,
]

/** Completion for bash, which needs nothing but bash. */
export const bashScript = (
  entries: readonly CompletionEntry[],
): string => `# cocote: completion for bash
_cocote_words() { COMPREPLY=($(compgen -W "$1" -- "$cur")); }
_cocote_files() {
  local IFS=$'\\n'
  COMPREPLY=($(compgen "$1" -- "$cur"))
  compopt -o filenames 2>/dev/null
}
_cocote() {
  local cur=\${COMP_WORDS[COMP_CWORD]} prev=\${COMP_WORDS[COMP_CWORD - 1]}
  local at=cocote n word skip= given=0 acts= options=
  COMPREPLY=()
  for ((n = 1; n < COMP_CWORD; n++)); do
    word=\${COMP_WORDS[n]}
    if [ -n "$skip" ]; then skip=; continue; fi
    case "$at $word" in
      ${either(valuedIn(entries))}) skip=yes; continue ;;
      ${either(entries.slice(1).map(one => one.path))}) at="$at $word"; continue ;;
    esac
    case $word in -*) ;; *) given=$((given + 1)) ;; esac
  done
  if [ -n "$skip" ]; then
    case "$at $prev" in
${ofOptions(entries).join('\n')}
    esac
    return
  fi
  case "$at" in
${entries.flatMap(ofWords).join('\n')}
  esac
  case $cur in
    -*) _cocote_words "$options"; return ;;
  esac
  if [ -n "$acts" ]; then _cocote_words "$acts"; return; fi
  case "$at $given" in
${ofArguments(entries).join('\n')}
  esac
}
complete -F _cocote cocote
`
