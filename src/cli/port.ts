import { UsageError, type VerbValues } from '../contract/verb.ts'
import { shellLang } from '../machine/shell-lang.ts'
import { cliWords } from './words.ts'

/**
 * The port in an option.
 *
 * Errors  UsageError.
 */
export function portFrom(values: VerbValues, option: string): number {
  const typed = String(values[option] ?? '')
  const port = Number(typed)
  if (!/^\d{1,5}$/.test(typed) || port > 65_535)
    throw new UsageError(cliWords(shellLang()).badPort(typed))
  return port
}
