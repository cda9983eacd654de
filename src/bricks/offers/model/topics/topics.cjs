/** Made by `bin/make-topics.ts`. CommonJS: only `require` reads late and at once. */
exports.topics = () => require('./topics.json')
exports.TOPICS_SUM = '38c2c2082618fb48'
