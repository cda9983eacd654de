import { bricks } from '../app/bricks.ts'
import { type Shell, Undone } from '../contract/verb.ts'
import { shellLang } from '../machine/shell-lang.ts'
import { plainly, stumbling } from './command-error.ts'
import { dataFrom } from './data-folder.ts'
import { startProgress } from './progress.ts'
import { cliWords } from './words.ts'

/** For the verbs that bricks bring. */
export const shell: Shell = {
  lang: shellLang(),
  bricks,
  dataFrom,
  unread: file => new Undone(cliWords(shellLang()).noFile(file)),
  progress: (label, total) => startProgress(label, total),
  plainly,
  stumbling,
}
