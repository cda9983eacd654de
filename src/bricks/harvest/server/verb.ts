import type { Verb } from '../../../contract/verb.ts'
import { verb as en } from './words/verb/en.ts'
import { verb as fr } from './words/verb/fr.ts'

/** `cocote harvest FILE`: what the page of harvest does, for a person at the keyboard. */
export const harvestVerb: Verb = {
  name: 'harvest',
  words: lang => (lang === 'en' ? en : fr),
  arguments: [{ value: 'file' }],
  options: { 'allow-local': {} },
  json: { meeting: 'object', candidates: 'list', links: 'list', text: 'text?' },
  boxless: true,
  run: async shell => (await import('./verb-work.ts')).harvestWork(await shell()),
}
