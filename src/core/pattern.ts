/**
 * A regular expression written over several lines. A line break with the indentation that follows
 * it is dropped; every other space counts.
 *
 * Law     A line of the pattern neither begins nor ends with a space that counts.
 * Errors  `SyntaxError` when the pattern is none.
 */
export const pattern =
  (flags = '') =>
  (lines: TemplateStringsArray, ...pieces: readonly string[]): RegExp =>
    new RegExp(source(lines, ...pieces), flags)

/** The text of a pattern, to build another from it; its lines are joined as those of `pattern`. */
export const source = (lines: TemplateStringsArray, ...pieces: readonly string[]): string =>
  String.raw({ raw: lines.raw.map(line => line.replace(/\n\s*/g, '')) }, ...pieces)
