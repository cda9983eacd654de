import type { Lang } from './lang.ts'

/**
 * Loads the words of one language. `folder` has `fr.ts` and `en.ts`; each exports its words under
 * the name of its language, in one type.
 */
export declare const wordsRead: <W>(folder: string, lang: Lang) => W
