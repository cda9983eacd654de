import type { FaultWords } from './unreadable.ts'

const number = (n: number): string => String(n).replace(/\B(?=(\d{3})+$)/g, ',')
const megabytes = (bytes: number): string => `${Math.round(bytes / 100_000) / 10} MB`

export const en: FaultWords = {
  empty: () => 'There is nothing to read: this text is empty. Check the file, or paste your notes.',
  binary: () =>
    'This file is not text. Open it in its own program, copy the text and paste it here.',
  picture: () =>
    'This is a picture: no text can be read in it. Type the notes, or paste their text here.',
  tooBig: ({ most }) =>
    `This is too big: up to ${megabytes(most)} can be read. Cut it into pieces and give ` +
    'them one after the other.',
  tooLong: ({ most }) =>
    `The text is too long: up to ${number(most)} characters can be read. Cut it into pieces ` +
    'and give them one after the other.',
  cutArchive: () =>
    'This file is cut short: its end is missing. Copy or download it again, then give it ' +
    'once more.',
  swollen: ({ most }) =>
    `Once unpacked, this file is over ${megabytes(most)}: it is left closed. Open it in its ` +
    'own program, copy the text and paste it here.',
  encrypted: () =>
    'This document is protected by a password. Save it without one, or copy its text and ' +
    'paste it here.',
  damaged: () =>
    'This document is damaged: it can’t be opened. Try to open it in its own program, copy ' +
    'the text and paste it here.',
  otherArchive: () =>
    'This file holds other files, but no Word (.docx) or LibreOffice (.odt) document. Take ' +
    'the document out and give it alone.',
  spreadsheet: () =>
    'This is a spreadsheet. Open it in its program, “File”, “Save as”, choose CSV (or .ods), ' +
    'then give that file.',
  oldWord: () =>
    'This is an old Word document (.doc). Save it as .docx or .odt, or copy its text and ' +
    'paste it here.',
  pdf: () =>
    'This is a PDF, which can’t be read here. Open it, select all of its text, copy it and ' +
    'paste it here.',
  rtf: () =>
    'This is an RTF document. Save it as .docx or .odt, or copy its text and paste it here.',
  tangled: () =>
    'This page is too tangled to be read. Open it in a browser, copy the text and paste it here.',
  address: ({ address }) =>
    `“${address}” is not a whole address. Copy it from the browser: it begins with https://`,
  scheme: ({ address }) =>
    'Only web pages are fetched: the address must begin with https:// or http://, not ' +
    `“${address}”.`,
  port: ({ port }) =>
    `This address goes through port ${port}: only the usual ports of the web (80 and 443) ` +
    'are opened.',
  credentials: () =>
    'This address holds a name and a password. Take them out: only pages open to everyone ' +
    'are read.',
  inside: ({ host }) =>
    `“${host}” is an address of the inside, not a public page: it is not fetched. Copy the ` +
    'text and paste it here.',
  unknownHost: ({ host }) => `“${host}” can’t be found. Check the address, letter by letter.`,
  noNetwork: ({ host }) =>
    `“${host}” can’t be reached: there is probably no Internet here. Copy the text of the ` +
    'page and paste it.',
  silent: ({ host }) =>
    `“${host}” does not answer. Try again later, or copy the text of the page and paste it here.`,
  brokenOff: ({ host }) =>
    `The link with “${host}” broke off. What came is kept: begin again for the rest.`,
  certificate: ({ host }) =>
    `The certificate of “${host}” is not valid: it can’t be trusted. Copy the text of the ` +
    'page and paste it here.',
  endless: ({ seconds }) =>
    `The box could not finish this page in ${seconds} seconds, and nothing was saved. Paste ` +
    'it in several parts, one meeting at a time.',
  slow: ({ host, seconds }) =>
    `“${host}” is too slow: nothing whole came in ${number(seconds)} s. Try again later, or ` +
    'copy the text of the page and paste it here.',
  answered: ({ host, status }) =>
    status === 404 || status === 410
      ? `“${host}” says that this page does not exist (${status}). Check the address.`
      : `“${host}” refuses to give this page (${status}). Open it in a browser, copy the text ` +
        'and paste it here.',
  wandering: ({ most }) =>
    `This address sends elsewhere more than ${most} times in a row: enough. Give the ` +
    'address of the page itself.',
  noWikiPage: ({ title }) => `This wiki has no page “${title}”. Check the address.`,
  noHeaders: () => 'The first line is empty: it must hold the names of the columns.',
  onlyPrivate: () => 'All events of this calendar are marked private: none is read here.',
  noRows: () => 'There is nothing under the line of headings: not one line to read.',
  tooManyRows: ({ most }) =>
    `There are too many lines: ${number(most)} are read at a time. Cut the file into several.`,
  tooManyColumns: ({ most }) =>
    `There are too many columns: ${number(most)} are read. Take out those of no use.`,
  openQuote: ({ line }) =>
    `Line ${line}: a quotation mark (") opens and never closes. Mend this line and give the ` +
    'file again.',
  badRow: ({ line }) => `Line ${line} can’t be read. Mend this line and give the file again.`,
}
