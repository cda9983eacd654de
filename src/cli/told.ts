import type { VerbValues } from '../contract/verb.ts'

/** Says the outcome of a verb: as JSON on one line where `--json` was given, else in sentences. */
export function tell(values: VerbValues, data: object, sentences: () => string): void {
  console.log(values['json'] === true ? JSON.stringify(data) : sentences())
}

/**
 * Says a sentence that the JSON holds otherwise: nothing but the JSON stands on standard output.
 */
export function say(values: VerbValues, sentence: string): void {
  if (values['json'] !== true) console.log(sentence)
}
