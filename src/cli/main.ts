import { UsageError, type VerbRun } from '../contract/verb.ts'
import { errorCode } from '../core/narrow.ts'
import { shellLang } from '../machine/shell-lang.ts'
import { EXIT } from './exit-codes.ts'
import { ordered } from './ordered.ts'
import { programOf, type Typed } from './program.ts'

/** Runs a command line and returns its exit code. */
export async function main(args: readonly string[]): Promise<number> {
  try {
    if (args[0] === '--version' || args[0] === '-V') return await tellVersion()
    const typed = understood(args)
    if (typed === undefined) return EXIT.done
    const run: VerbRun = await typed.work()
    return await run(typed.values, typed.words)
  } catch (error) {
    if (error instanceof UsageError) {
      console.error(error.message)
      return EXIT.mistyped
    }
    const { sentenceFor } = await import('./command-error.ts')
    const sentence = sentenceFor(error)
    if (sentence === undefined) throw error
    console.error(sentence)
    return EXIT.failed
  }
}

async function tellVersion(): Promise<number> {
  console.log((await import('../release/version-here.ts')).versionHere())
  return EXIT.done
}

/** The parsed command line. Undefined after a help, which was shown. */
function understood(args: readonly string[]): Typed | undefined {
  let typed: Typed | undefined
  const program = programOf({
    lang: shellLang(),
    width: columns(),
    took: one => {
      typed = one
    },
    write: text => console.log(text.replace(/\n$/, '')),
  })
  try {
    program.parse([...ordered(program, args)], { from: 'user' })
  } catch (error) {
    if (errorCode(error) !== 'commander.helpDisplayed') throw error
  }
  return typed
}

/** Columns of the terminal, as it says itself or as `COLUMNS` says; 80 where nothing is said. */
function columns(): number {
  const told = process.stdout.columns || Number(process.env['COLUMNS'])
  return Number.isInteger(told) && told >= MIN ? Math.min(told, MAX) : USUAL
}
/** Beyond, a line is too long for the eye; below, nothing can be laid out. */
const [MIN, USUAL, MAX] = [20, 80, 100]
