/** Made by `bin/make-lexicon.ts`. CommonJS: only `require` reads late and at once. */
exports.lexicon = () => require('./lexicon.json')
exports.LEXICON_SUM = 'e33943b2'
