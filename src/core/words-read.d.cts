import type { Lang } from './lang.ts'

/**
 * `folder` holds `fr.ts` and `en.ts`, which export their words under the same name and of the same
 * type.
 */
export declare const wordsRead: <W>(folder: string, lang: Lang) => W
