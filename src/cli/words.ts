import { puttingBackWords } from '../backup/putting-back-words.ts'
import { backupWords } from '../backup/words.ts'
import type { Lang } from '../core/lang.ts'
import { lazy } from '../core/lazy.ts'
import { lazyWords } from '../core/lazy-words.ts'
import { nullPrototype } from '../core/null-prototype.ts'
import { dataWords } from '../data/words.ts'
import { machineWords } from '../machine/words.ts'
import { versionWords } from '../release/words.ts'
import { peerWords } from '../web/peers/words.ts'
import { printWords } from '../web/print/words.ts'
import type { fr } from './words/fr.ts'

const own = lazyWords<typeof fr>(`${import.meta.dirname}/words`)
const wordsIn = (lang: Lang) => ({
  ...own[lang],
  export: { ...own[lang].export, leftHere: dataWords(lang).exported.leftHere },
  print: { ...own[lang].print, nothing: printWords(lang).nothing },
  ...backupWords(lang),
  puttingBack: puttingBackWords(lang),
  meet: peerWords(lang).meet,
  refusals: peerWords(lang).refusals,
  full: machineWords(lang).full,
  version: versionWords(lang),
})
const words = {
  fr: lazy(() => nullPrototype(wordsIn('fr'))),
  en: lazy(() => nullPrototype(wordsIn('en'))),
}
/** The sentences of the command line, and of the rooms whose results it prints. */
export const cliWords = (lang: Lang): ReturnType<typeof wordsIn> => words[lang]()
