/** Made by `bin/make-topics.ts`. CommonJS: only `require` reads late and at once. */
exports.topics = () => require('./topics.json')
exports.TOPICS_SUM = '8767a5ca859c172c'
