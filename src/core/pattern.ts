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

/**
 * The matches of a global pattern in a text, as `matchAll` gives them. That one makes the pattern
 * anew at each call, which costs more than most patterns take to find nothing.
 */
export function matchesIn(pattern: RegExp, text: string): readonly RegExpExecArray[] {
  const all: RegExpExecArray[] = []
  pattern.lastIndex = 0
  for (let one = pattern.exec(text); one !== null; one = pattern.exec(text)) {
    all.push(one)
    if (one[0] === '') pattern.lastIndex += pattern.unicode ? widthAt(text, one.index) : 1
  }
  return all
}
const widthAt = (text: string, at: number): number => ((text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1)

/** The text of such a pattern, to use in another one. */
export const source = (lines: TemplateStringsArray, ...pieces: readonly string[]): string =>
  String.raw({ raw: lines.raw.map(line => line.replace(/\n\s*/g, '')) }, ...pieces)
