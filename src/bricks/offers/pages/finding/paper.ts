/**
 * How much a sheet of paper holds, so that a page that is printed for somebody stands on one, both
 * sides.
 *
 * Units   lines of print, letters. Two columns of 86 mm at 10.5 pt hold about 44 letters a line,
 *         and some 54 lines a side; what is counted here leaves room for the head of the first
 *         side, the last lines, and columns that do not break where one would like.
 */
const LETTERS = 40
const SIDES = 2
const COLUMNS = 2
const LINES = 50
const HEAD = 10
/** Where it is and how far stand on a line of their own; a blank after. */
const AROUND = 3

/**
 * How many of these, in their order, one sheet holds.
 *
 * Law     never more than their lines fit, never fewer than would: the next one would not fit.
 */
export function fittingOnPaper(texts: readonly string[]): number {
  let left = SIDES * COLUMNS * LINES - COLUMNS * HEAD
  for (const [i, text] of texts.entries()) {
    left -= linesOf(text)
    if (left < 0) return i
  }
  return texts.length
}

export const linesOf = (text: string): number => AROUND + Math.ceil(text.length / LETTERS)
export const SHEET_LINES = SIDES * COLUMNS * LINES - COLUMNS * HEAD
