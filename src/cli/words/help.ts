import type { VerbWords } from '../../contract/verb.ts'
import type { Lang } from '../../core/lang.ts'
import { lazyWords } from '../../core/lazy-words.ts'
import type { fr as boxVerbsFr } from './box-verbs/fr.ts'
import type { fr as usageFr } from './usage/fr.ts'
import type { fr as verbsFr } from './verbs/fr.ts'

const usage = lazyWords<typeof usageFr>(`${import.meta.dirname}/usage`)
/** Words of every help. They read no other room, so that a help is shown at once. */
export const helpWords = (lang: Lang): typeof usageFr => usage[lang]

type VerbsOf<T> = Readonly<Record<keyof T, VerbWords>>
const verbs = lazyWords<VerbsOf<typeof verbsFr>>(`${import.meta.dirname}/verbs`)
const boxVerbs = lazyWords<VerbsOf<typeof boxVerbsFr>>(`${import.meta.dirname}/box-verbs`)
/** The path of a verb: `courier pack`. */
export type VerbPath = keyof typeof verbsFr | keyof typeof boxVerbsFr
/** The help of a verb. */
export const wordsOf =
  (path: VerbPath): ((lang: Lang) => VerbWords) =>
  lang =>
    ({ ...verbs[lang], ...boxVerbs[lang] })[path]
