import type { fr } from './fr.ts'

const quoted = (one: string): string => `“${one}”`
const either = (all: readonly string[]): string => all.map(quoted).join(' or ')

/** The frame of every help, and sentences about wrong command lines. */
export const en: typeof fr = {
  about: 'A territory’s commons, on a box that works even without Internet.',
  verb: 'VERB',
  act: 'ACT',
  titles: {
    'Usage:': 'Usage:',
    'Arguments:': 'Arguments:',
    'Options:': 'Options:',
    'Commands:': 'Acts:',
    examples: 'Examples:',
    codes: 'Exit codes:',
  },
  groups: {
    boxes: 'Boxes:',
    versions: 'Versions of the program:',
    page: 'The page:',
    neighbours: 'From one box to another:',
    keep: 'To keep, check and put back:',
    workshop: 'Workshop:',
  },
  more: 'Each verb has its help: “cocote backup --help”.',
  values: {
    file: 'FILE',
    folder: 'DIR',
    box: 'BOX',
    address: 'ADDRESS',
    name: 'NAME',
    code: 'CODE',
    day: 'DAY',
    port: 'PORT',
    count: 'COUNT',
    seconds: 'SECONDS',
    number: 'NUMBER',
    list: 'NAMES',
    print: 'WHAT',
    id: 'ID',
  },
  codes: {
    done: 'done',
    failed: 'not done; the sentence says why',
    mistyped: 'the line is typed wrong; nothing changed',
    found: 'the data are damaged, or another version’s',
  },
  errors: {
    unknownVerb: typed => `${quoted(typed)} is not a known verb.`,
    unknownAct: (typed, verb) => `“${verb}” does not know ${quoted(typed)}.`,
    unknownOption: (typed, verb) => `${quoted(typed)} is no option of ${quoted(verb)}.`,
    takesNothing: option => `The option ${quoted(option)} takes no value: it stands alone.`,
    noValue: (option, value) => `The option ${quoted(option)} lacks its value: ${option} ${value}.`,
    noArgument: name => `${name} is missing.`,
    noOption: option => `${option} is missing.`,
    tooMany: extra => `${quoted(extra)} is one too many. Put what holds a space between quotes.`,
    noAct: verb => `Say what to do: here is all that “${verb}” can do.`,
    noShell: (typed, all) => `There is no completion for ${quoted(typed)}. There is for: ${all}.`,
    near: all => `Did you mean ${either(all)}?`,
    line: line => `Usage: ${line}`,
    help: verb => `“${verb} --help” says the rest.`,
  },
  /** Sentences of options that mean the same for every verb. */
  common: {
    data: 'The folder of the box. Without it: ./data.',
    help: 'Shows this help and does nothing else.',
    version: 'Says the number of this version and does nothing else.',
    json: 'Says the outcome as JSON, for a machine, and nothing else.',
    'passphrase-file':
      'Reads the passphrase from this file. Without it: the variable COCOTE_PASSPHRASE, or ' +
      'the question is asked.',
  },
}
