import { optionsOf, takesValue } from './options.ts'
import type { CocoteCommand } from './program.ts'

const HELP = ['-h', '--help']
type Word = Readonly<{ at: number; word: string }>

/** All options below a command that take a value. */
function takingValues(command: CocoteCommand): ReadonlySet<string> {
  const { verb, subcommands } = command
  const own = verb && subcommands.length === 0 ? Object.entries(optionsOf(verb)) : []
  return new Set([
    ...own.filter(([, one]) => takesValue(one)).map(([name]) => `--${name}`),
    ...subcommands.flatMap(act => [...takingValues(act)]),
  ])
}

/** The first word that is neither an option nor the value of one. */
function firstWord(command: CocoteCommand, args: readonly string[]): Word | undefined {
  const valued = takingValues(command)
  for (let at = 0; at < args.length; at++) {
    const arg = args[at]!
    if (arg === '--') return undefined
    if (!arg.startsWith('-') || arg === '-') return { at, word: arg }
    if (valued.has(arg)) at++
  }
  return undefined
}

/**
 * Puts the verb and the act before their options, wherever they were typed: `box --data d show`
 * becomes `box show --data d`; `help box pair` and `box help pair` become `box pair --help`. A word
 * that is no verb stands alone, so that the mistake names it.
 */
export function ordered(command: CocoteCommand, args: readonly string[]): readonly string[] {
  const first = command.subcommands.length > 0 ? firstWord(command, args) : undefined
  if (!first) return args
  const others = args.filter((_, n) => n !== first.at)
  if (first.word === 'help') return ordered(command, [...others, '--help'])
  const act = command.subcommands.find(one => one.name() === first.word)
  if (!act) return [first.word, ...others.filter(arg => !HELP.includes(arg))]
  return [first.word, ...ordered(act, others)]
}
