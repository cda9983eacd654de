import { UsageError } from '../../contract/verb.ts'
import { nullPrototype } from '../../core/null-prototype.ts'
import type { CocoteCommand } from '../program.ts'
import { helpWords } from '../words/help.ts'
import { bashScript } from './bash.ts'
import { fishScript } from './fish.ts'
import { type CompletionEntry, entriesOf } from './tree.ts'
import { zshScript } from './zsh.ts'

const SCRIPTS: Readonly<Record<string, (entries: readonly CompletionEntry[]) => string>> =
  nullPrototype({
    bash: bashScript,
    zsh: zshScript,
    fish: fishScript,
  })

/**
 * The completion script for a shell, made from the commands that help shows.
 *
 * Errors  UsageError for an unknown shell.
 */
export function completionOf(program: CocoteCommand, shell: string): string {
  const script = SCRIPTS[shell]
  const { errors } = helpWords(program.settings.lang)
  if (!script) throw new UsageError(errors.noShell(shell, Object.keys(SCRIPTS).join(', ')))
  return script(entriesOf(program))
}
