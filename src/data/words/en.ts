import { en as again } from '../again-words/en.ts'
import type { LicenceTerms } from '../licence.ts'
import type { fr } from './fr.ts'

const spaced = (n: number): string => n.toLocaleString('en-GB')

const asked: Readonly<Record<LicenceTerms, string>> = {
  nothing: 'asks for nothing',
  source: 'say whose they are and of which day',
  same:
    'say whose they are and of which day, and give what you make of them under this same ' +
    'licence',
}

const data: (typeof fr)['data'] = {
  title: 'The page’s data',
  all: 'All the data',
  lead:
    'All that is shown here can be taken away: into a spreadsheet, onto a map, into a diary, ' +
    'into another program. These addresses do not change.',
  ask: (who, reach) => `A question, a mistake: ${who}${reach ? ` (${reach})` : ''}.`,
  askSomebody: 'A question, a mistake: ask the person who keeps the page.',
  onlyPublic:
    'Here is only what everybody can already read on the page. What stays in the box does ' +
    'not leave this way.',
  open: 'Open data',
  openLead: 'Anybody may use them again, for any end. Here is what each licence asks in return.',
  partly: 'Open in part',
  partlyLead:
    'In these lists each line has its licence, and some have none or do not allow every ' +
    'use. The column “Licence” says so: publish again the open lines only.',
  asks: (licence, asks) => `${licence}: ${asked[asks]}.`,
  read: 'To be read, not published again without asking',
  readLead:
    'These are somebody’s words, or the notes of a meeting: each text keeps the licence of ' +
    'whoever wrote it.',
  noLicence: 'no licence: to be read, not published again without asking',
  licence: 'Licence',
  datesChanged: 'Changed dates',
  columnDates:
    'Each date that was cancelled, moved or added, and those of the rule that do not take ' +
    'place; empty, there is none.',
  dateOff: (day, why) => (why === '' ? `${day} cancelled` : `${day} cancelled: ${why}`),
  dateResting: day => `${day} does not take place`,
  dateMoved: (from, to, at) =>
    [from === to ? from : `${from} → ${to}`, at].filter(Boolean).join(' '),
  dateAdded: day => `${day} added`,
  except: (n, said) => `${spaced(n)} under ${said}`,
  exceptNone: n => `${spaced(n)} without a licence`,
  last: on => `last written ${on}`,
  count: n => `${spaced(n)} ${n === 1 ? 'line' : 'lines'}`,
  empty: 'Nothing for now',
  rest: 'The rest',
  programs: 'For a program:',
  columns: 'What each column means',
  columnId: 'A name that never changes, and serves as a link from one list to another.',
  columnLicence: 'The licence of this line; empty, there is none.',
  others: 'For particular programs',
  lieux: 'Places of digital mediation (national schema 1.0.2, CSV)',
  structures: 'Structures for data·inclusion (1.0.8, JSON)',
  services: 'Services for data·inclusion (1.0.8, JSON)',
  holds: n => ` (${spaced(n)} ${n === 1 ? 'place' : 'places'})`,
  leftOut: (name, why) => `${name} is not there: ${why.join(', ')}.`,
  why: {
    doubtful: 'it is to be confirmed',
    noPivot: 'it lacks a SIRET or RNA number',
    noCommune: 'it lacks its commune',
    noPostal: 'it lacks its postal code, or its commune has several',
    noAddress: 'it lacks its address',
    badAddress: 'its address holds a sign that the schema refuses',
    noName: 'its name is too short',
    longName: 'its name is too long',
    noDescription: 'nothing is said of what is found there',
  },
  computers: n =>
    n === 1 ? 'A public computer, with Internet.' : `${n} public computers, with Internet.`,
  agenda: 'The diary, for a telephone or a computer',
  catalogue: 'The catalogue of these lists (schema.org)',
  allInOne: 'For Excel or LibreOffice: everything in one file',
  formats: 'Which file to choose',
  kinds: {
    csv: 'CSV: another program, or LibreOffice.',
    excel: 'Excel: the same in French, to open by a double click in an Excel set to French.',
    ods: 'ODS: LibreOffice, with days and prices as they should be.',
    json: 'JSON: each value exactly, for machines.',
    geojson: 'GeoJSON: a map, uMap or QGIS. What has no point is there without one.',
    jsonld: 'JSON-LD: the words of schema.org, for search engines.',
    atom: 'Atom: follow what is added, in a feed reader.',
  },
  feed: (what, page) => `${what} · ${page}`,
  link: one => `${one}, by its identifier`,
  field: {
    text: 'a text',
    prose: 'a long text',
    number: 'a number',
    quantity: 'a quantity and its unit',
    money: 'a price: in cents in the JSON, in euros elsewhere',
    choice: 'one word among a few',
    themes: 'themes',
    day: 'a day, year-month-day',
    time: 'a time',
    moment: 'a moment, in universal time',
    period: 'a period, from the first day to the last',
    recurrence: 'what comes again: a RRULE of RFC 5545',
    commune: 'a commune: its INSEE code in the JSON, its name elsewhere',
    point: 'latitude, longitude, in degrees WGS 84',
    link: 'a link to another list',
    files: 'files, by their hash',
    phone: 'a telephone',
    email: 'an e-mail address',
    url: 'the address of a page',
    hours: 'opening hours, as OpenStreetMap writes them',
    yesNo: 'yes or no',
  },
}

/** A table that is brought. */
const table: (typeof fr)['table'] = {
  title: 'Bring a table',
  lead:
    'A table, a map, a diary or a list of feeds becomes notices, places, events… Nothing is ' +
    'written until all that you ask is right.',
  kindGuessed: 'as the file shows',
  kindHint: 'If it is not that, choose another, then “Look again”.',
  shapes: n =>
    n === 1
      ? 'One line was drawn by an outline or a track: only its middle is kept.'
      : `${n} lines were drawn by an outline or a track: only their middle is kept.`,
  kind: 'What the table holds',
  file: 'The file',
  fileHint:
    'CSV or ODS (LibreOffice), GeoJSON, iCalendar (.ics) or OPML, up to 5 MB; in a table, ' +
    'the first line has the columns’ headings.',
  look: 'Look',
  datesToo: 'The cancelled, moved, added or left out dates of each series come along.',
  takesAWhile:
    'It takes some seconds, a little more on a small box: the next page says what was written.',
  lookAgain: 'Look again',
  noKind: 'Choose what the table holds.',
  noFile: 'Choose a file.',
  tableGone:
    'This table is no longer in the machine: it is written already, or it waited too long. ' +
    'If it is not written, choose it again.',
  found: (n: number, name: string) =>
    `${n === 1 ? 'One line' : `${n} lines`} in “${name}”. Say what each column fills.`,
  heading: 'Column',
  example: 'First line',
  fills: 'Fills',
  leaveOut: 'nothing (left out)',
  allRight: (n: number) => (n === 1 ? 'The line is right.' : `All ${n} lines are right.`),
  wrongLines: (n: number) => (n === 1 ? 'One line to look at' : `${n} lines to look at`),
  line: (n: number) => `Line ${n}:`,
  lines: (all: readonly number[]) =>
    all.length === 1 ? `Line ${all[0]}:` : `Lines ${all.join(', ')}:`,
  unplaced: (header: string, text: string) =>
    `“${text}”${header ? ` (${header})` : ''} found no place.`,
  andMore: (n: number) => `And ${n} others.`,
  nothingToWrite:
    'No line is right yet. Choose above what each column fills, and the answer that holds for ' +
    'these lines, then look again; or correct the file.',
  leaveWrong: (n: number) =>
    n === 1 ? 'Leave out the line to look at' : `Leave out the ${n} lines to look at`,
  there: n =>
    n === 1
      ? 'One line is already here, word for word: it is left.'
      : `${n} lines are already here, word for word: they are left.`,
  twice: (n, some) =>
    n === 1
      ? `One line is twice in the file (${some.join()}): it is written once.`
      : `${n} lines are doubles inside the file (${some.join(', ')}${
          n > some.length ? '…' : ''
        }): each is written once.`,
  linesOf: (n, some) => `${n} lines (${some.join(', ')}${n > some.length ? '…' : ''}):`,
  foundTimes: (value, n) => (n === 1 ? `“${value}”` : `“${value}” ${n} times`),
  foundThere: (found, more) => `Found: ${found.join(', ')}${more ? '…' : ''}.`,
  mayBe: answers => `Possible: ${answers.join(', ')}.`,
  forThese: n => (n === 1 ? 'For this line' : `For these ${n} lines`),
  leaveThese: 'nothing: leave them to look at',
  firstOnes: n => (n === 1 ? 'What will be written' : `The first ${n}, as they will be written`),
  allThere: 'All of it is already here: there is nothing to write.',
  alike: n => (n === 1 ? 'One line may already be here' : `${n} lines may already be here`),
  alikeLead: n =>
    n === 1 ? 'It is left, unless you tick it.' : 'They are left, but those that you tick.',
  looksLike: title => `“${title}” looks like`,
  lineThere: (n, title) => `line ${n} of the file, “${title}”`,
  writeAnyway: title => `Write “${title}” all the same`,
  andMoreLeft: n => `And ${n} others, left.`,
  nothingTicked:
    'Nothing is written: no line is ticked. Tick what may be shown. To write a line without one ' +
    'of its words, choose “nothing” at the column that says it, then look again.',
  writeTicked: 'Write what is ticked',
  write: (n: number) => (n === 1 ? 'Write the line' : `Write the ${n} lines`),
  writeAndTicked: n =>
    n === 1 ? 'Write the line, and what is ticked' : `Write the ${n} lines, and what is ticked`,
  national: (n, name) =>
    `“${name}” is a national list of places of digital mediation ` +
    `(${n === 1 ? 'one line' : `${n} lines`}). Each line becomes a place and, tied to it, ` +
    'its computers open to all.',
  nationalThere: n =>
    n === 1
      ? 'One line is here already: it is left.'
      : `${n} lines are here already: they are left.`,
  nationalElsewhere: n =>
    n === 1
      ? 'One line is of a commune that is not this page’s: it is left.'
      : `${n} lines are of communes that are not this page’s: they are left.`,
  nationalLeft: 'This page has nowhere to write this, which is left:',
  nationalColumn: (column, n) => `${column} (${n === 1 ? 'one line' : `${n} lines`})`,
}

/** A copy of the page as files. */
const site: (typeof fr)['site'] = {
  notEmpty: (to: string) =>
    `The folder ${to} is not empty. Give a new one: nothing is replaced there.`,
  copy: 'This is a copy of the page: it is read, not written.',
}

/** What stands in an export. */
const exported: (typeof fr)['exported'] = {
  leftHere: (name, n) => `Stays on the box, as all that is read here alone: ${name} (${n}).`,
  readme: {
    title: (name: string) => `${name}: export of the commons`,
    made: (day: string) => `Made on ${day} by CoCoTe.`,
    public:
      'Only what is public on the page is here: nothing private, no draft, nothing that was ' +
      'withdrawn or forgotten.',
    private:
      'The folder “prive” holds what was not to leave the box: give it to nobody, and erase ' +
      'it once it has served.',
    kinds: 'For each kind of record, two files:',
    json:
      'NAME.json keeps each value exactly, with ids and links: for machines, and for “cocote ' +
      'import”.',
    csv: 'NAME.csv opens in a spreadsheet: one line a record, links and themes in words.',
    files: 'Attached files are in “files”, named by their hash.',
    counts: 'What there is:',
    columns: 'The name of each column, in the CSV and in the JSON:',
    licence: 'Licence',
    noLicence:
      'none was chosen by the keeper. Ask before publishing again; minutes of meetings keep ' +
      'their author’s.',
    hasLicence: (name: string) =>
      `${name}, chosen by the keeper. Minutes of meetings keep their author’s.`,
    keptBy: (who: string) => `Whom to ask: ${who}`,
  },
  yes: 'yes',
  no: 'no',
}

export const en: typeof fr = { data, table, again, site, exported }
