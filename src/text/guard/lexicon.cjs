/** The two files of `bin/make-names.ts`, read when somebody's text is first looked at. CommonJS, because only `require` reads late and at once. */
exports.names = () => require('./names.json')
exports.words = () => require('./words.json')
