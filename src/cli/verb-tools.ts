import { bricks } from '../app/bricks.ts'
import { CommandError, type VerbTools } from '../contract/verb.ts'
import { shellLang } from '../machine/shell-lang.ts'
import { dataFrom } from './data-folder.ts'
import { errorReporter } from './error-reporter.ts'
import { startProgress } from './progress.ts'
import { tell } from './told.ts'
import { cliWords } from './words.ts'

/** The shell for verbs of bricks. */
export const verbTools: VerbTools = {
  lang: shellLang(),
  bricks,
  dataFrom,
  unreadableFile: file => new CommandError(cliWords(shellLang()).noFile(file)),
  tell,
  progress: (label, total) => startProgress(label, total),
  errorReporter,
}
