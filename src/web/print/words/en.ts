import type { fr } from './fr.ts'

/** The sentences where a print could not be made. */
export const en: typeof fr = {
  busy: 'Many people print at once',
  busyDo: 'Come back in a moment.',
  nothing: 'There is nothing to print here',
  nothingDo: 'This page may have moved, or what it showed is gone.',
  notSet: 'This sheet could not be made',
  notSetDo: (reference: string) =>
    'The page itself is whole, and nothing is lost. Tell whoever keeps the page: reference ' +
    `${reference}.`,
}
