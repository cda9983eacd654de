/** The ways of saying, one a line, read when notes are first harvested. CommonJS, because only `require` reads late and at once. */
exports.cues = () => require('./cues.json')
