import type { Verb, VerbWords } from '../../../contract/verb.ts'
import type { Lang } from '../../../core/lang.ts'
import { lazyWords } from '../../../core/lazy-words.ts'
import type { fr } from '../words/verb/fr.ts'

const words = lazyWords<Readonly<Record<keyof typeof fr, VerbWords>>>(
  `${import.meta.dirname}/../words/verb`,
)
const wordsOf =
  (name: keyof typeof fr) =>
  (lang: Lang): VerbWords =>
    words[lang][name]

/** `cocote shelf`: what the keeper's page does from a key, on a box that is closed. */
export const shelfVerb: Verb = {
  name: 'shelf',
  words: wordsOf('shelf'),
  subcommands: [
    {
      name: 'list',
      words: wordsOf('list'),
      json: [{ id: 'text', name: 'text', season: 'text?' }],
      run: async tools => (await import('./verb-work.ts')).listWork(await tools()),
    },
    {
      name: 'add',
      words: wordsOf('add'),
      arguments: [{ value: 'name' }, { value: 'folder' }],
      options: {
        licence: { value: 'code', isNeeded: true },
        season: { value: 'name' },
        'keep-old': {},
      },
      json: { folder: 'text', files: 'number', left: 'number' },
      run: async tools => (await import('./verb-work.ts')).addWork(await tools()),
    },
  ],
}
