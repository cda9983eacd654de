/**
 * The words of one language, read from their module when a sentence is first asked for: the writer speaks one language most of the time,
 * and a check speaks none of its bricks' words. CommonJS, because only `require` reads a module late and at once.
 */
exports.wordsRead = (folder, lang) => require(`${folder}/${lang}.ts`)[lang]
