import type { JsonShape, Verb } from '../contract/verb.ts'
import { EXIT, type ExitName } from './exit-codes.ts'
import type { CocoteCommand } from './program.ts'
import { helpWords } from './words/help.ts'

/**
 * Tables that `docs/command-line.md` prints: exit codes, then each command with its usage and its
 * JSON.
 */
export function manualOf(program: CocoteCommand): string {
  const { codes } = helpWords('en')
  const rows = Object.entries(EXIT).map(
    ([name, code]) => `| ${code} | ${codes[name as ExitName]} |`,
  )
  const commands = program.subcommands
    .flatMap(leaves)
    .map(
      ({ path, verb, command }) =>
        `| \`${`${path} ${command.usage()}`.replaceAll('|', '\\|')}\` | ${jsonSaid(verb.json)} |`,
    )
  return [
    ['| exit code | meaning |', '|---|---|', ...rows].join('\n'),
    ['| command | JSON |', '|---|---|', ...commands].join('\n'),
  ].join('\n\n')
}

type Leaf = Readonly<{ path: string; verb: Verb; command: CocoteCommand }>
const leaves = (command: CocoteCommand): readonly Leaf[] =>
  command.subcommands.length > 0
    ? command.subcommands.flatMap(leaves)
    : [{ path: command.path, verb: command.verb!, command }]

function jsonSaid(shape: JsonShape | undefined): string {
  if (shape === undefined) return 'none'
  const isList = Array.isArray(shape)
  const keys = Object.entries(isList ? shape[0] : shape).map(([key, kind]) => `${key}: ${kind}`)
  return isList ? `\`[{ ${keys.join(', ')} }, …]\`` : `\`{ ${keys.join(', ')} }\``
}
