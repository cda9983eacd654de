/**
 * Loads packages of a megabyte each at their first use: each thread has its own copy, and most
 * threads never need one. CommonJS, because only `require` loads a package synchronously.
 */
exports.openingHours = () => require('opening_hours')
exports.stemmers = () => require('snowball-stemmers')
exports.yjs = () => require('yjs')
