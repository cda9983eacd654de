/** The files of `bin/make-french.ts`, and what `bin/make-lexicon.ts` makes of the words of searching, each read when it is first asked. CommonJS, because only `require` reads late and at once. */
exports.lefff = () => require('./lefff.json')
exports.dicollecte = () => require('./dicollecte.json')
exports.thesaurus = () => require('./thesaurus.json')
exports.everyday = () => require('./everyday.json')
exports.broad = () => require('./broad.json')
