/**
 * A text as one short line: whole words of it, and a sign that it goes on.
 *
 * Units   `most`: UTF-16 units of what comes back, its sign included.
 */
export function shortLine(text: string, most: number): string {
  const line = text.replace(/\s+/gu, ' ').trim()
  return line.length <= most
    ? line
    : `${line
        .slice(0, most - 1)
        .toWellFormed()
        .replace(/[\s,]+\S*$/u, '')}…`
}
