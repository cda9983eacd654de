/** Made by `bin/make-topics.ts`. CommonJS: only `require` reads late and at once. */
exports.topics = () => require('./topics.json')
exports.TOPICS_SUM = 'eaae0173b6f82898'
