/**
 * Packages of a megabyte each, read when a value first asks for one: each thread holds its own, and most never need them.
 * CommonJS, because only `require` reads a package late and at once; nothing else stands here.
 */
exports.openingHours = () => require('opening_hours')
exports.stemmers = () => require('snowball-stemmers')
exports.yjs = () => require('yjs')
