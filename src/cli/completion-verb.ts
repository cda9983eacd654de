import type { Verb } from '../contract/verb.ts'
import { EXIT } from './exit-codes.ts'
import type { CocoteCommand } from './program.ts'
import { wordsOf } from './words/help.ts'

/** The verb `completion`, which prints the script that completes all verbs in a shell. */
export const completionVerb = (program: () => CocoteCommand): Verb => ({
  name: 'completion',
  words: wordsOf('completion'),
  arguments: [{ choices: ['bash', 'zsh', 'fish'] }],
  boxless: true,
  run: async () => {
    const { completionOf } = await import('./completion/scripts.ts')
    return async (_values, [shell = '']) => {
      console.log(completionOf(program(), shell).trimEnd())
      return EXIT.done
    }
  },
})
