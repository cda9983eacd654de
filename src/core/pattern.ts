/**
 * Builds a regular expression from a template of several lines, for one that is too long for a line
 * of code. A line break and the indentation after it are dropped; every other space counts.
 * `flags`: as `RegExp` takes them; none by default. The result is the tag of the template.
 *
 * Law     A line of the pattern neither begins nor ends with a space that counts.
 * Errors  `SyntaxError` when the text is no regular expression.
 */
export const pattern =
  (flags = '') =>
  (lines: TemplateStringsArray, ...pieces: readonly string[]): RegExp =>
    new RegExp(source(lines, ...pieces), flags)

/** The text of such a pattern, to use in another one. */
export const source = (lines: TemplateStringsArray, ...pieces: readonly string[]): string =>
  String.raw({ raw: lines.raw.map(line => line.replace(/\n\s*/g, '')) }, ...pieces)
