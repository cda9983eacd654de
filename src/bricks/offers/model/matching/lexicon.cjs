/** Made by `bin/make-lexicon.ts`. CommonJS: only `require` reads late and at once. */
exports.lexicon = () => require('./lexicon.json')
exports.LEXICON_SUM = '8dd5980b'
