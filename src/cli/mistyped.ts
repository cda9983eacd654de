import type { CocoteCommand } from './program.ts'
import { helpWords } from './words/help.ts'

/** The first name between quotes, and the names that commander finds near it. */
const named = (message: string): string => /'([^']*)'/.exec(message)?.[1] ?? ''
function nearIn(message: string): readonly string[] {
  const near = /\(Did you mean (?:one of )?(.*)\?\)/.exec(message)?.[1]
  return near === undefined ? [] : near.split(', ')
}
const withoutValue = (option: string): string => option.replace(/[= ].*$/, '')

/** The lines for a wrong command line: the mistake, suggestions, the usage. */
export function mistyped(command: CocoteCommand, message: string, code: string): readonly string[] {
  const { errors } = helpWords(command.settings.lang)
  const near = nearIn(message)
  return [
    sentence(command, named(message), code),
    ...(near.length > 0 ? [errors.near(near)] : []),
    errors.line(`${command.path} ${command.usage()}`),
    errors.help(command.path),
  ]
}

function sentence(command: CocoteCommand, name: string, code: string): string {
  const { errors } = helpWords(command.settings.lang)
  switch (code) {
    case 'commander.unknownCommand':
      return command.parent ? errors.unknownAct(name, command.path) : errors.unknownVerb(name)
    case 'commander.unknownOption':
      return isKnown(command, withoutValue(name))
        ? errors.takesNothing(withoutValue(name))
        : errors.unknownOption(withoutValue(name), command.path)
    case 'commander.optionMissingArgument':
      return errors.noValue(withoutValue(name), name.slice(name.indexOf('<') + 1, -1))
    case 'commander.missingMandatoryOptionValue':
      return errors.noOption(name)
    case 'commander.missingArgument':
      return errors.noArgument(name)
    case 'commander.excessArguments':
      return errors.tooMany(command.args[command.registeredArguments.length] ?? '')
    default:
      throw new Error(`${code}: ${name}`)
  }
}

const isKnown = (command: CocoteCommand, flag: string): boolean =>
  flag === '--help' ||
  flag === '-h' ||
  command.options.some(({ long, short }) => long === flag || short === flag)
