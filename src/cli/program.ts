import { Command, type CommanderError, Help, Option } from 'commander'
import {
  UsageError,
  type Verb,
  type VerbArgument,
  type VerbOption,
  type VerbRun,
  type VerbValues,
} from '../contract/verb.ts'
import type { Lang } from '../core/lang.ts'
import { completionVerb } from './completion-verb.ts'
import { EXIT, type ExitName } from './exit-codes.ts'
import { example, item, layout, usageLine } from './help-layout.ts'
import { mistyped } from './mistyped.ts'
import { optionsOf } from './options.ts'
import { GROUPS } from './verbs.ts'
import { helpWords } from './words/help.ts'

type Words = ReturnType<typeof helpWords>
const tools = async () => (await import('./verb-tools.ts')).verbTools
/** A parsed command line: the work to run and its values. */
export type Typed = Readonly<{
  work: () => Promise<VerbRun>
  values: VerbValues
  words: readonly string[]
}>
/** `took` is told what a line asks for, once it is understood. `width`: columns of the terminal. */
export type ProgramOf = Readonly<{
  lang: Lang
  width?: number
  took?: (typed: Typed) => void
  write?: (text: string) => void
}>

/**
 * A command whose mistakes are worded here, in the shell's language, and thrown. It ends no
 * process: a help that was shown is thrown as `commander.helpDisplayed`.
 */
export class CocoteCommand extends Command {
  readonly settings: ProgramOf
  /** The verb that it is made from; the program itself is none. */
  readonly verb: Verb | undefined

  constructor(settings: ProgramOf, verb?: Verb) {
    super(verb?.name ?? 'cocote')
    this.settings = settings
    this.verb = verb
    this.helpCommand(false)
    this.exitOverride()
  }

  /** The words that lead here: `cocote box pair`. */
  get path(): string {
    return this.parent instanceof CocoteCommand ? `${this.parent.path} ${this.name()}` : this.name()
  }

  get subcommands(): readonly CocoteCommand[] {
    return this.commands.filter(one => one instanceof CocoteCommand)
  }

  override error(message: string, options: Partial<CommanderError> = {}): never {
    throw new UsageError(mistyped(this, message, options.code ?? '').join('\n'))
  }

  override help(): never {
    const { errors } = helpWords(this.settings.lang)
    throw new UsageError([errors.noAct(this.path), '', this.helpInformation().trimEnd()].join('\n'))
  }
}

/** The whole command line as commander's commands, worded in one language. */
export function programOf(settings: ProgramOf): CocoteCommand {
  const w = helpWords(settings.lang)
  const program = new CocoteCommand(settings)
  dressed(program, w)
  program
    .description(`${w.about}\n${w.more}`)
    .usage(`${w.verb} [options]`)
    .option('--version', w.common.version)
  for (const [group, verbs] of Object.entries(groups(program)))
    for (const verb of verbs)
      program.addCommand(
        commandOf(settings, verb).helpGroup(w.groups[group as keyof typeof w.groups]),
      )
  return program
}

/** Every verb by its group; the last one tells of all the others. */
const groups = (program: CocoteCommand): Readonly<Record<string, readonly Verb[]>> => ({
  ...GROUPS,
  workshop: [...(GROUPS['workshop'] ?? []), completionVerb(() => program)],
})

const sentence = (about: string): string =>
  `${about.slice(0, 1).toUpperCase()}${about.slice(1)}${about.endsWith('…') ? '' : '.'}`

function commandOf(settings: ProgramOf, verb: Verb): CocoteCommand {
  const w = helpWords(settings.lang)
  const command = new CocoteCommand(settings, verb)
  dressed(command, w)
  const { about, more } = verb.words(settings.lang)
  command.summary(about).description(`${sentence(about)}${more ? `\n${more}` : ''}`)
  command.usage(usageOf(verb, w))
  for (const act of verb.subcommands ?? []) {
    const one = commandOf(settings, act)
    if (act.group) one.helpGroup(w.groups[act.group])
    command.addCommand(one, { hidden: act.isHidden === true })
  }
  for (const [n, argument] of (verb.arguments ?? []).entries())
    command.argument(flagsOf(argument, w), verb.words(settings.lang).arguments?.[n] ?? '')
  for (const [name, option] of Object.entries(verb.subcommands ? {} : optionsOf(verb)))
    command.addOption(optionFor(command, name, option))
  const { run } = verb
  if (run)
    command.action(() =>
      settings.took?.({ work: () => run(tools), values: valuesOf(command), words: command.args }),
    )
  return command
}

/** Sets a command’s output, width and extra sections. */
function dressed(command: CocoteCommand, w: Words): void {
  const { write, width } = command.settings
  const help = layout(w.titles)
  command
    .helpOption('-h, --help', w.common.help)
    .configureOutput({
      ...(write ? { writeOut: write, writeErr: write } : {}),
      getOutHelpWidth: () => width ?? 80,
      getErrHelpWidth: () => width ?? 80,
    })
    .configureHelp({
      ...help,
      formatHelp: (one, helper) => {
        const [usage = '', ...rest] = Help.prototype.formatHelp
          .call(helper, one, helper)
          .split('\n')
        const body = [usageLine(usage, helper.helpWidth ?? 80), ...rest].join('\n').trimEnd()
        return `${body}\n${endOf(one, helper, w)}`
      },
    })
}

function endOf(command: Command, helper: Help, w: Words): string {
  if (!(command instanceof CocoteCommand)) return ''
  const width = helper.helpWidth ?? 80
  const { verb } = command
  const examples = verb?.words(command.settings.lang).examples ?? [
    'serve --demo',
    'box pair --help',
  ]
  return [
    ['', w.titles.examples, ...examples.map(line => example(`cocote ${line}`, width))],
    !verb || verb.mayExit3 ? ['', w.titles.codes, ...codesSaid(w, width)] : [],
    [''],
  ]
    .flat()
    .join('\n')
}
const codesSaid = (w: Words, width: number): readonly string[] =>
  Object.entries(EXIT).map(([name, code]) =>
    item(String(code), 1, w.codes[name as ExitName], width),
  )

/** The word for a value, or what may be typed in its place. */
const valueWord = ({ value, choices }: VerbOption | VerbArgument, w: Words): string =>
  choices?.join('|') ?? (value ? w.values[value] : '')
const flagsOf = (argument: VerbArgument, w: Words): string =>
  argument.isOptional ? `[${valueWord(argument, w)}]` : `<${valueWord(argument, w)}>`

/** The usage after a verb: a subcommand, or its arguments, required options, then the others. */
const usageOf = ({ subcommands, arguments: words = [], options = {} }: Verb, w: Words): string =>
  [
    ...(subcommands ? [w.act] : words.map(one => flagsOf(one, w))),
    ...Object.entries(options)
      .filter(([, { isNeeded }]) => isNeeded)
      .map(([name, option]) => `--${name} <${valueWord(option, w)}>`),
    '[options]',
  ].join(' ')

function optionFor(command: CocoteCommand, name: string, of: VerbOption): Option {
  const { settings, verb } = command
  const w = helpWords(settings.lang)
  const own = verb?.words(settings.lang).options?.[name]
  const word = valueWord(of, w)
  const flags = word === '' ? `--${name}` : `--${name} <${word}>`
  const option = new Option(flags, own ?? w.common[name as keyof Words['common']] ?? '')
    .makeOptionMandatory(of.isNeeded === true)
    .hideHelp(name === 'data' && verb?.boxless === true)
  if (of.default !== undefined) option.default(of.default)
  return word === '' ? option : option.argParser(taken(command, flags, of.many === true))
}

/** A value as it was typed; an option in its place was none. */
const taken =
  (command: CocoteCommand, flags: string, isMany: boolean) =>
  (typed: string, before: unknown): string | readonly unknown[] => {
    if (typed.length > 1 && typed.startsWith('-'))
      return command.error(`'${flags}'`, { code: 'commander.optionMissingArgument' })
    return isMany ? [...(Array.isArray(before) ? before : []), typed] : typed
  }

/** By the option's own name, which commander spells otherwise. */
const valuesOf = (command: CocoteCommand): VerbValues =>
  Object.fromEntries(
    command.options.map(option => [
      option.long?.slice(2) ?? '',
      command.getOptionValue(option.attributeName()),
    ]),
  )
