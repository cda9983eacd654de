import { parseArgs } from 'node:util'
import { isFull } from '../log/sqlite.ts'
import { backupVerb } from './backup-verb.ts'
import { boxVerb } from './box-verb.ts'
import { checkVerb } from './check-verb.ts'
import { courierVerb } from './courier-verb.ts'
import { exportVerb } from './export-verb.ts'
import { fillVerb } from './fill-verb.ts'
import { FolderFault } from './folder.ts'
import { harvestVerb } from './harvest-verb.ts'
import { importVerb } from './import-verb.ts'
import { keeperVerb } from './keeper-verb.ts'
import { rebuildVerb } from './rebuild-verb.ts'
import { restoreVerb } from './restore-verb.ts'
import { serveVerb } from './serve-verb.ts'
import { isHurtFile } from './undone.ts'
import { Misused, type Verb } from './verb.ts'
import { appWords, shellLang } from './words.ts'
import { WriterFailed } from './writing.ts'

const w = appWords(shellLang())
const VERBS: readonly Verb[] = [
  serveVerb,
  harvestVerb,
  rebuildVerb,
  checkVerb,
  backupVerb,
  restoreVerb,
  exportVerb,
  importVerb,
  keeperVerb,
  fillVerb,
  boxVerb,
  courierVerb,
]

export async function main(args: readonly string[]): Promise<number> {
  const [name = '', ...rest] = args
  if (name === '' || name === '--help' || name === 'help' || name === '-h') {
    console.log(help())
    return name === '' ? 2 : 0
  }
  const verb = VERBS.find(one => one.name === name)
  if (!verb) {
    console.error(`${w.unknownVerb(name)}\n\n${help()}`)
    return 2
  }
  return run(verb, rest)
}

const optionsOf = (verb: Verb) => ({ ...verb.options, data: { type: 'string' as const }, help: { type: 'boolean' as const, short: 'h' } })

async function run(verb: Verb, args: readonly string[]): Promise<number> {
  try {
    const options = optionsOf(verb)
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true, strict: true })
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
const WHY: Readonly<Record<string, string>> = { NewerFormat: w.newer, Full: w.full, Hurt: w.held.hurt }

/** What a person at the keyboard can do about it; undefined is our bug. */
function sentenceFor(error: unknown): Readonly<{ sentence: string; code: number }> | undefined {
  const { code, port } = error as { code?: string; port?: number }
  if (error instanceof Misused) return { sentence: error.message, code: 2 }
  if (error instanceof FolderFault) return { sentence: w[error.code](error.folder), code: 1 }
  if (error instanceof WriterFailed) return { sentence: WHY[error.errorName] ?? error.message, code: 1 }
  if (code?.startsWith('ERR_PARSE_ARGS')) return { sentence: misfilled(code, (error as Error).message), code: 2 }
  if (code === 'EADDRINUSE') return { sentence: w.portTaken(port ?? 0), code: 1 }
  if (isFull(error)) return { sentence: w.full, code: 1 }
  if (isHurtFile(error)) return { sentence: w.held.hurt, code: 1 }
  return undefined
}

/** Node says it in English, and to programmers: only the option's name is kept of it. */
function misfilled(code: string, message: string): string {
  const option = (/--[^'\s<,=]+/.exec(message) ?? /-[^'\s<,=]/.exec(message))?.[0] ?? ''
  return code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION' ? w.unknownOption(option) : w.badOption(option)
}

function help(): string {
  const width = Math.max(...VERBS.map(verb => verb.name.length + verb.usage.length)) + 2
  const lines = VERBS.map(verb => `  ${`${verb.name} ${verb.usage}`.padEnd(width)}  ${verb.about}`)
  return [w.help.usage, '', `${w.help.verbs} :`, ...lines].join('\n')
}

/** Each option with what it does: an option means the same for every verb, but where the verb has a sentence of its own for it. */
function helpOf(verb: Verb): string {
  const names = Object.keys(optionsOf(verb))
  const width = Math.max(...names.map(name => name.length)) + 2
  const lines = names.map(name => `  ${`--${name}`.padEnd(width)}  ${w.help.option[`${verb.name}.${name}`] ?? w.help.option[name] ?? ''}`)
  return [`cocote ${verb.name} ${verb.usage}`, '', `  ${verb.about}`, '', `${w.help.options} :`, ...lines].join('\n')
}
