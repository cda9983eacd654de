/**
 * Where a spreadsheet would begin a formula: at the start of a cell, and after what parts cells
 * where the comma does not, as in French: `;`, a tab, a line. What may stand between is a blank
 * that parts nothing. A dash of a list of lines is none.
 * Source  RFC 4180; OWASP, CSV Injection.
 */
const OPENS =
  /((?:^|[;\t])[^\S\t\r\n]*)('*)(?=[=+\-@＝＋－＠])|([\r\n][^\S\t\r\n]*)('*)(?=[=@＝＠]|[+\-＋－]\S)/g
const GUARDED =
  /((?:^|[;\t])[^\S\t\r\n]*)'('*)(?=[=+\-@＝＋－＠])|([\r\n][^\S\t\r\n]*)'('*)(?=[=@＝＠]|[+\-＋－]\S)/g

/**
 * A text that stays a text in any spreadsheet: an apostrophe before each formula that it might
 * begin.
 *
 * Law     `unguarded(guarded(text)) = text`.
 */
export const guarded = (text: string): string =>
  text.replace(
    OPENS,
    (
      _,
      a: string | undefined,
      b: string | undefined,
      c: string | undefined,
      d: string | undefined,
    ) => `${a ?? c ?? ''}'${b ?? d ?? ''}`,
  )

/** The text of a cell that was guarded, by us or by others. */
export const unguarded = (cell: string): string =>
  cell.replace(
    GUARDED,
    (
      _,
      a: string | undefined,
      b: string | undefined,
      c: string | undefined,
      d: string | undefined,
    ) => `${a ?? c ?? ''}${b ?? d ?? ''}`,
  )
