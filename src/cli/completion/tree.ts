import type { VerbArgument, VerbOption } from '../../contract/verb.ts'
import { optionsOf, takesValue } from '../options.ts'
import type { CocoteCommand } from '../program.ts'

type Described = Readonly<{ name: string; about: string }>
/** The words that may follow a path: verbs below it, its options, its arguments in order. */
export type CompletionEntry = Readonly<{
  path: string
  subcommands: readonly Described[]
  options: readonly (Described & VerbOption)[]
  arguments: readonly VerbArgument[]
}>

/** Every command that help shows, the program itself first. */
export function entriesOf(command: CocoteCommand): readonly CompletionEntry[] {
  const shown = command.createHelp().visibleCommands(command)
  const subcommands = command.subcommands.filter(act => shown.includes(act))
  const own = command.verb && subcommands.length === 0 ? optionsOf(command.verb) : {}
  const options = command
    .createHelp()
    .visibleOptions(command)
    .map(({ long, description }) => {
      const name = long?.slice(2) ?? ''
      return { name, about: firstSentence(description), ...own[name] }
    })
  const entry = {
    path: command.path,
    subcommands: subcommands.map(act => ({ name: act.name(), about: act.summary() })),
    options,
    arguments: command.verb?.arguments ?? [],
  }
  return [entry, ...subcommands.flatMap(entriesOf)]
}

/** Every option that takes a value, with the path where it does. */
export const valuedIn = (entries: readonly CompletionEntry[]): readonly string[] =>
  entries.flatMap(({ path, options }) =>
    options.filter(takesValue).map(one => `${path} --${one.name}`),
  )

const firstSentence = (text: string): string => text.split(/(?<=\.)\s/)[0]!.replace(/\.$/, '')

/** A text between single quotes, as a shell of the Bourne family reads it. */
export const quoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`
