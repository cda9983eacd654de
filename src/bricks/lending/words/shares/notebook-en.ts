import type { notebook as notebookFr } from './notebook-fr.ts'

const many = (n: number, one: string, more: string): string => (Math.abs(n) === 1 ? one : more)

export const notebook: typeof notebookFr = {
  of: (thing, name) => `Notebook: ${thing}, ${name}`,
  key: 'Type a page of the notebook',
  keyOwn: 'Note my use',
  hint:
    'An empty line is skipped. No day: that of the line above. No start: the meter of the line ' +
    'before, with the use noted since. The meter at the end is enough, or the use.',
  meterNow: units => `The meter stands at ${units}.`,
  number: 'No.',
  cells: { day: 'Day', who: 'Who', from: 'Start', to: 'End', units: 'Use' },
  cellOf: (cell, line) => `${cell}, line ${line}`,
  keep: 'Save the page',
  lines: n => many(n, 'One line', `${n} lines`),
  line: (name, day) => `${name}, ${day}`,
  fromLoan: day => `from the loan of ${day}`,
  other: 'somebody who does not share',
  turned: (went, [from, to], noted) =>
    `The meter went ${went} (from ${from} to ${to}); the notebook says ${noted}.`,
  missing: (went, noted, apart) =>
    `The meter says ${went}, the lines ${noted}: ${apart} are missing.`,
  tooMuch: (went, noted, apart) => `The meter says ${went}, the lines ${noted}: ${apart} too much.`,
  ofOthers: units => `${units} are of somebody who does not share: nobody pays for them.`,
  asksApart: 'The noted use is not that of the meter. Correct it, or say that it is right.',
  apart: (day, meter, noted) => `${day}: the meter says ${meter}, the noted use is ${noted}.`,
  asNoted: 'The noted use is what counts',
  unread: units => `Outside these readings, without a meter: ${units}.`,
  whole: 'The meter goes on from line to line: nothing is missing.',
  holes: 'The meter does not go on from line to line',
  faults: {
    gap: (units, before, after) =>
      `${units} are missing between two lines: ${before} and ${after}.`,
    gapFirst: (units, line) => `${units} are missing before the first line: ${line}.`,
    overlap: (units, before, after) => `Noted twice, ${units}: ${before} and ${after}.`,
    over: (units, line) =>
      `Without a meter, ${units} too much: ${line}. The meter did not go as far between the ` +
      'lines before and after.',
    overFirst: (units, line) =>
      `The line begins ${units} before the meter of the first day: ${line}.`,
    sum: (units, line) => `Use and meter differ by ${units}: ${line}.`,
    backwards: (units, line) => `The meter goes back by ${units}: ${line}.`,
  },
  print: 'Print a page to fill in',
  lastRead: (units, day) => `The meter was last read at ${units}, on ${day}.`,
  firstRead: units => `The meter on the first day: ${units}.`,
  sinceRead: (units, now) =>
    `Since then, ${units} are noted without a meter: it must stand at ${now}.`,
  goesOn:
    'Line 1 starts from there, and each line from the end of the line before. Otherwise a use is ' +
    'missing.',
  paper:
    'A line each time. The meter at the start and at the end is enough. A full page goes to ' +
    'whoever keeps the accounts.',
}
