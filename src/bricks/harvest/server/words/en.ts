import { countedEn as counted } from '../../../../text/counting.ts'
import type { fr } from './fr.ts'

/** The page where notes are brought, and the verb that reads them. */
export const en: typeof fr = {
  gathering: {
    counted: {
      title: 'What is kept here of what is proposed',
      lead:
        'A way of reading that is often kept is proposed first; often left, it goes to ' +
        '“perhaps”. These counts stay in this box.',
      line: (what, kept, left) => `${what}: ${kept} kept, ${left} left`,
    },
    title: 'The harvest',
    lead:
      'Back from a meeting? Paste your notes: the page proposes what they hold, you keep, ' +
      'correct or leave. Nothing shows before you agree.',
    paste: 'Your notes',
    file: 'Or a file',
    fileHint: 'Text, a saved web page, Word (.docx) or LibreOffice (.odt), up to 2 MB.',
    address: 'Or the address of a wiki page or category',
    addressHint: 'Fetching it takes Internet. For example https://movilab.org/wiki/…',
    go: 'Harvest',
    tooMany: (n: number) =>
      `These notes give ${n} pieces: more than one reviews at a sitting. Paste one meeting ` +
      'at a time.',
    already: 'already gathered',
    gatherThis: title => `Gather “${title}”`,
    categoryLead: n =>
      n === 1
        ? 'One page in this category.'
        : `${n} pages in this category. Each is gathered and reviewed by itself.`,
    categoryMore: 'There are others: give their addresses one by one.',
    before: 'Harvested before',
    state: (isShown: boolean): string => (isShown ? 'shown' : 'in progress, nothing is shown'),
  },
  harvest: {
    meeting: (title: string, date: string, place: string) =>
      [title || 'Untitled', date, place].filter(Boolean).join(' · '),
    people: (count: number) => counted(count, 'person named', 'people named'),
    nothing: 'Nothing was recognised in this page.',
    private: 'stays here',
    link: (from: string, rel: string, to: string) => `${from} → ${rel} → ${to}`,
    links: 'Links',
  },
}
