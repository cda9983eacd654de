/**
 * Loads the words of one language from `FOLDER/fr.ts` or `FOLDER/en.ts`, at the first sentence that
 * needs them. A writer mostly needs one language, and a check needs none. CommonJS, because only
 * `require` loads a module synchronously.
 */
exports.wordsRead = (folder, lang) => require(`${folder}/${lang}.ts`)[lang]
