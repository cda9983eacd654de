/**
 * The steps of a page that somebody follows: its code blocks, in order.
 *
 * Shape   `section`: the heading under which it stands. `kind`: `sh` is run, `ts` is the whole text
 *         of `file`, `diff` changes `file`.
 */
export type Step = Readonly<{ section: string; kind: string; file: string; text: string }>

export const stepsIn = (page: string): readonly Step[] =>
  page.split(/^## /m).flatMap(part =>
    [...part.matchAll(/^```(\w+)(?: (\S+))?\n([\s\S]*?)^```$/gm)].map(
      ([, kind = '', file = '', text = '']) => ({
        ...{ section: part.split('\n')[0] ?? '', kind, file, text },
      }),
    ),
  )

const sideOf = (hunk: string, sign: '-' | '+'): string =>
  hunk
    .split('\n')
    .filter(line => line === '' || line[0] === ' ' || line[0] === sign)
    .map(line => line.slice(1))
    .join('\n')

/**
 * A text with the changes of a `diff` block. `@@` stands between two changes.
 *
 * Errors  when the lines to change stand nowhere, or in more than one place.
 */
export function changed(before: string, diff: string): string {
  return diff.split(/^@@\n/m).reduce((text, hunk) => {
    const [from, to] = [sideOf(hunk.trimEnd(), '-'), sideOf(hunk.trimEnd(), '+')]
    const places = `\n${text}`.split(`\n${from}\n`)
    if (from === '' || places.length !== 2)
      throw new Error(`stands ${places.length - 1} times:\n${from}`)
    return places.join(`\n${to}\n`).slice(1)
  }, before)
}
