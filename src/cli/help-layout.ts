import type { Argument, Command, Help, Option } from 'commander'

/** The least width of a description beside its term. A narrower one goes below. */
const LEAST_BESIDE = 28
const INDENT = '  '

/**
 * A text in lines of at most `width` columns. A no-break space breaks no line, as French wants
 * before `:` and `;`.
 * A word that is longer than the width keeps a line of its own.
 */
const wrapped = (text: string, width: number): readonly string[] =>
  text.split('\n').flatMap(paragraph => filled(paragraph.split(' '), width))

function filled(words: readonly string[], width: number): readonly string[] {
  const lines: string[] = []
  let line = ''
  for (const word of words) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line)
      line = word
    } else line = line === '' ? word : `${line} ${word}`
  }
  return [...lines, line]
}

/** A term and its description, side by side where there is room, else one under the other. */
export function item(term: string, column: number, said: string, width: number): string {
  const beside = width - column - 2 * INDENT.length
  if (beside < LEAST_BESIDE) {
    const under = `${INDENT}${INDENT}${INDENT}`
    return [
      `${INDENT}${term}`,
      ...wrapped(said, width - under.length).map(line => under + line),
    ].join('\n')
  }
  const [first = '', ...rest] = wrapped(said, beside)
  const under = ' '.repeat(column + 2 * INDENT.length)
  const head = `${INDENT}${term.padEnd(column)}${INDENT}${first}`.trimEnd()
  return [head, ...rest.map(line => under + line)].join('\n')
}

/**
 * A line to type, continued by `\` where it is wider than the terminal, so that it can still be
 * pasted.
 */
export function example(line: string, width: number): string {
  const words = line.match(/"[^"]*"|[^ ]+/g) ?? []
  const lines = filled(words, width - 3 * INDENT.length)
  return lines
    .map((one, n) => {
      const indent = n === 0 ? INDENT : `${INDENT}${INDENT}`
      return `${indent}${one}${n < lines.length - 1 ? ' \\' : ''}`
    })
    .join('\n')
}

/** Layout that commander's help takes: `titles` words its own headings. */
export const layout = (titles: Readonly<Record<string, string>>): Partial<Help> => ({
  styleTitle: title => titles[title] ?? title,
  boxWrap: (text, width) => wrapped(text, width).join('\n'),
  subcommandTerm: (command: Command) =>
    [command.name(), ...command.registeredArguments.map(argumentTerm)].join(' '),
  optionDescription: (option: Option) => option.description,
  argumentDescription: (argument: Argument) => argument.description,
  formatItem: (term, column, said, helper) => item(term, column, said, helper.helpWidth ?? 80),
})

const argumentTerm = (argument: Argument): string =>
  argument.required ? `<${argument.name()}>` : `[${argument.name()}]`

/** A usage line, continued under its first word where it is wider than the terminal. */
export function usageLine(line: string, width: number): string {
  const words = line.match(/--[^ ]+ <[^>]*>|[^ ]+/g) ?? []
  const under = `\n${INDENT}${INDENT}`
  return filled(words, width - 2 * INDENT.length).join(under)
}
