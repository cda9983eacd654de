import type { fr } from './fr.ts'

export const en: typeof fr = {
  sheetTitle: 'The sheet of codes, to print and put away',
  sheetLead: 'Print this sheet, or copy it, and put it away elsewhere than on the box.',
  codes: 'Ten codes, each good once',
  codesWhy:
    'Asked for what can’t be undone: forgetting, taking out what is private, changing the ' +
    'passphrase elsewhere than at the box.',
  fingerprint: 'What the browser must show',
  fingerprintWhy:
    'If it says that the page is not safe, open the details of the certificate, “SHA-256 ' +
    'fingerprint”: it begins like this. If not, this is not your box.',
  sixWords: words => `The same in six words, to say on the telephone: ${words}.`,
  next: 'Back from a meeting?',
  nextLink: 'Paste your notes.',
  toPage: 'See the page',
  title: 'The sheet of codes',
  awayLead:
    'Until you say that it is put away, this page opens again from “Keep the page”. After ' +
    'that, the box shows it no more.',
  away: 'I hold the paper, and it is put away',
  waits: 'the sheet of codes is not put away yet: print it, then say so',
  isPutAway: 'Noted: the sheet of codes is put away, the box shows it no more.',
  gone:
    'The sheet is put away: the box keeps only what it needs to know the codes again, and ' +
    'can’t show them any more.',
  left: n =>
    n === 0 ? 'No code is left.' : n === 1 ? 'One code is left.' : `${n} codes are left.`,
  print: 'Print the ten codes',
  keeperCard: 'The sheet of codes',
  keeper: 'whoever keeps the page',
  putAway:
    'Keep it like a key, away from the computer. Tick a code once it was used. New codes ' +
    'are made on the page “Back up and take away”: the old ones are then worth nothing.',
  printedOn: (day: string) => `printed on ${day}`,
  notNow:
    'This is printed only from the page that shows it, once. Make another: whoever keeps ' +
    'the page knows where.',
}
