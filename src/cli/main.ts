import { parseArgs } from 'node:util'
import { Misused, type Shell, type Verb } from '../contract/verb.ts'
import { WriterFailed } from '../engine/writer-client.ts'
import { shellLang } from '../machine/shell-lang.ts'
import { PortTaken } from '../web/listening.ts'
import { sentenceFor as undoneFor } from './command-error.ts'
import { cliWords } from './words.ts'

const w = cliWords(shellLang())
const shell = async (): Promise<Shell> => (await import('./shell.ts')).shell
/** Each is read when it is asked for: a box that serves holds nothing of what fills, seals or harvests. */
const VERBS: Readonly<Record<string, () => Promise<Verb>>> = {
  serve: async () => (await import('./serve-verb.ts')).serveVerb,
  harvest: async () => ({
    ...(await import('../bricks/harvest/server/verb.ts')).harvestVerb(await shell()),
    about: w.help.harvest,
  }),
  rebuild: async () => (await import('./rebuild-verb.ts')).rebuildVerb,
  check: async () => (await import('./check-verb.ts')).checkVerb,
  backup: async () => (await import('./backup-verb.ts')).backupVerb,
  restore: async () => (await import('./restore-verb.ts')).restoreVerb,
  export: async () => (await import('./export-verb.ts')).exportVerb,
  import: async () => (await import('./import-verb.ts')).importVerb,
  keeper: async () => (await import('./keeper-verb.ts')).keeperVerb,
  fill: async () => (await import('./fill-verb.ts')).fillVerb,
  box: async () => (await import('./box-verb.ts')).boxVerb,
  print: async () => (await import('./print-verb.ts')).printVerb,
  evening: async () => (await import('./evening-verb.ts')).eveningVerb,
  courier: async () => (await import('./courier-verb.ts')).courierVerb,
  shelf: async () => ({
    ...(await import('../bricks/shelf/server/verb.ts')).shelfVerb(await shell()),
    about: w.help.shelf,
  }),
}
export const verbNames: readonly string[] = Object.keys(VERBS)
const allVerbs = (): Promise<readonly Verb[]> =>
  Promise.all(Object.values(VERBS).map(read => read()))

export async function main(args: readonly string[]): Promise<number> {
  const [name = '', ...rest] = args
  if (name === '' || name === '--help' || name === 'help' || name === '-h') {
    console.log(help(await allVerbs()))
    return name === '' ? 2 : 0
  }
  if (name === '--version') {
    console.log((await import('../release/version-here.ts')).versionHere())
    return 0
  }
  const read = Object.hasOwn(VERBS, name) ? VERBS[name] : undefined
  if (!read) {
    console.error(`${w.unknownVerb(name)}\n\n${help(await allVerbs())}`)
    return 2
  }
  return run(await read(), rest)
}

const optionsOf = (verb: Verb) => ({
  ...verb.options,
  data: { type: 'string' as const },
  help: { type: 'boolean' as const, short: 'h' },
})

async function run(verb: Verb, args: readonly string[]): Promise<number> {
  try {
    const options = optionsOf(verb)
    const { values, positionals } = parseArgs({
      args: [...args],
      options,
      allowPositionals: true,
      strict: true,
    })
    if (values['help']) {
      console.log(helpOf(verb))
      return 0
    }
    return await verb.run(values as Parameters<Verb['run']>[0], positionals)
  } catch (error) {
    const said = sentenceFor(error)
    if (said === undefined) throw error
    console.error(said.sentence)
    return said.code
  }
}

/** What kept the writer from opening the folder, by its error's name. */
const WHY: Readonly<Record<string, string>> = {
  NewerFormat: w.newer,
  Full: w.full,
  Hurt: w.held.hurt,
}

/** What a person at the keyboard can do about it; undefined is our bug. */
function sentenceFor(error: unknown): Readonly<{ sentence: string; code: number }> | undefined {
  const { code } = error as { code?: string }
  if (error instanceof Misused) return { sentence: error.message, code: 2 }
  if (error instanceof WriterFailed)
    return { sentence: WHY[error.errorName] ?? error.message, code: 1 }
  if (code?.startsWith('ERR_PARSE_ARGS'))
    return { sentence: misfilled(code, (error as Error).message), code: 2 }
  if (error instanceof PortTaken)
    return { sentence: w.portTaken(error.port, error.option), code: 1 }
  const sentence = undoneFor(error)
  return sentence === undefined ? undefined : { sentence, code: 1 }
}

/** Node says it in English, and to programmers: only the option's name is kept of it. */
function misfilled(code: string, message: string): string {
  const option = (/--[^'\s<,=]+/.exec(message) ?? /-[^'\s<,=]/.exec(message))?.[0] ?? ''
  return code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION' ? w.unknownOption(option) : w.badOption(option)
}

function help(verbs: readonly Verb[]): string {
  const width = Math.max(...verbs.map(verb => verb.name.length + verb.usage.length)) + 2
  const lines = verbs.map(verb => `  ${`${verb.name} ${verb.usage}`.padEnd(width)}  ${verb.about}`)
  return [w.help.usage, '', `${w.help.verbs} :`, ...lines].join('\n')
}

/** Each option with what it does: an option means the same for every verb, but where the verb has a sentence of its own for it. */
function helpOf(verb: Verb): string {
  const names = Object.keys(optionsOf(verb))
  const width = Math.max(...names.map(name => name.length)) + 2
  const lines = names.map(
    name =>
      `  ${`--${name}`.padEnd(width)}  ${w.help.option[`${verb.name}.${name}`] ?? w.help.option[name] ?? ''}`,
  )
  return [
    `cocote ${verb.name} ${verb.usage}`,
    '',
    `  ${verb.about}`,
    '',
    `${w.help.options} :`,
    ...lines,
  ].join('\n')
}
