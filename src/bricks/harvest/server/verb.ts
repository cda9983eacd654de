import type { Verb, VerbWords } from '../../../contract/verb.ts'
import { lazyWords } from '../../../core/lazy-words.ts'

const words = lazyWords<VerbWords>(`${import.meta.dirname}/words/verb`)

/** `cocote harvest FILE`: what the page of harvest does, for a person at the keyboard. */
export const harvestVerb: Verb = {
  name: 'harvest',
  words: lang => words[lang],
  arguments: [{ value: 'file' }],
  options: { 'allow-local': {} },
  json: {
    meeting: 'object',
    licence: 'text?',
    author: 'text?',
    candidates: 'list',
    links: 'list',
    text: 'text?',
  },
  boxless: true,
  run: async tools => (await import('./verb-work.ts')).harvestWork(await tools()),
}
