import { backupWords } from '../backup/words.ts'
import { puttingBack as puttingBackEn } from '../bricks/box/server/restore-words/en.ts'
import { puttingBack as puttingBackFr } from '../bricks/box/server/restore-words/fr.ts'
import { heavy as heavyEn } from '../bricks/shelf/server/words/en.ts'
import { heavy as heavyFr } from '../bricks/shelf/server/words/fr.ts'
import { newsWords } from '../bricks/sync/server/words.ts'
import { bare } from '../core/bare.ts'
import type { Lang } from '../core/lang.ts'
import { dataWords } from '../data/words.ts'
import { machineWords } from '../machine/words.ts'
import { versionWords } from '../release/words.ts'
import { printWords } from '../web/print/words.ts'
import { en } from './words/en.ts'
import { fr } from './words/fr.ts'

const wordsIn = (lang: Lang, own: typeof fr, heavy: typeof heavyFr, puttingBack: typeof puttingBackFr) => ({
  ...own,
  export: { ...own.export, leftHere: dataWords(lang).exported.leftHere },
  print: { ...own.print, nothing: printWords(lang).nothing },
  ...backupWords(lang),
  heavy,
  puttingBack,
  meet: newsWords(lang).meet,
  door: newsWords(lang).door,
  full: machineWords(lang).full,
  version: versionWords(lang),
})
const words = bare({ fr: wordsIn('fr', fr, heavyFr, puttingBackFr), en: wordsIn('en', en, heavyEn, puttingBackEn) })
/** The command line's own sentences, and those of the rooms whose work it tells. */
export const cliWords = (lang: Lang): ReturnType<typeof wordsIn> => words[lang]
