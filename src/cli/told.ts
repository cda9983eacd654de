import type { VerbValues } from '../contract/verb.ts'

/** Prints the outcome of a verb: JSON on one line with `--json`, else sentences. */
export function tell(values: VerbValues, data: object, sentences: () => string): void {
  console.log(values['json'] === true ? JSON.stringify(data) : sentences())
}

/** Prints a sentence, unless `--json` was given, whose JSON holds the same. */
export function say(values: VerbValues, sentence: string): void {
  if (values['json'] !== true) console.log(sentence)
}
