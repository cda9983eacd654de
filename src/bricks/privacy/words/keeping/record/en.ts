import type { fr } from './fr.ts'

export const en: typeof fr = {
  title: 'Record of processing',
  lead:
    'Kept under article 30 of the GDPR, filled in from what this machine does. A page that ' +
    'stays open is not an occasional use: this record is better kept, even by two or three ' +
    'people.',
  controller: 'Who answers (controller)',
  officer: 'Data protection officer',
  officerSaid: 'If the body that keeps the page has one: ',
  why: 'Why (purposes) and on what basis',
  activity: 'What is done',
  purpose: 'Why',
  basis: 'Basis (article 6)',
  people: 'Whose',
  basisNote:
    'These bases are proposed by the software: to be checked by the person who keeps the ' +
    'page. For a town hall, legitimate interest is not open; it would be the task in the ' +
    'public interest.',
  activities: {
    sent: {
      what: 'Receiving what people send, reading it, showing it or leaving it aside',
      why: 'So that people here find each other',
      basis: 'agreement (a)',
      people: 'who sends, who is named',
    },
    written: {
      what: 'Keeping the page: who does what, places, projects, agenda, notices',
      why: 'So that everyone knows what exists here',
      basis: 'legitimate interest (f); agreement (a) for persons',
      people: 'inhabitants, associations, companies, elected people',
    },
    harvest: {
      what: 'Reading notes of meetings, showing nobody before they agree',
      why: 'So that what was said is of use',
      basis: 'legitimate interest (f) to read; agreement (a) to show',
      people: 'those present, persons named',
    },
    keeping: {
      what:
        'Opening the page to who keeps it: hashed passphrase and codes, visit, counts of ' +
        'sendings in memory',
      why: 'So that the page is not damaged',
      basis: 'legitimate interest (f)',
      people: 'who keeps the page, who sends',
    },
  },
  what: 'The data, kind by kind',
  whatLead:
    'Made from what this machine knows how to keep. In the column “shown” only fields in ' +
    'which somebody can be named, pictured or reached are listed; days, numbers, ' +
    'communes, themes and choices are not. A kind marked * can be sent without an account.',
  kind: 'Kind',
  shown: 'Shown to everyone, once displayed',
  network: fields => `to friendly machines only: ${fields}`,
  home: 'Stays in this machine',
  house: 'The page itself',
  to: 'To whom (recipients)',
  toSaid: [
    'What is displayed: everyone. What is marked for friendly machines: the machines ' +
      'whose keepers have met. What stays here: the person who keeps the page, and whoever ' +
      'passes here for what is read here.',
    'No company handles these data on behalf of the page, except a host, if the machine ' +
      'is rented.',
  ],
  abroad: 'Outside the European Union',
  abroadSaid:
    'This machine sends nothing there. What is displayed can be read from anywhere if the ' +
    'page is open on the Internet.',
  until: 'How long',
  untilSaid: [
    'What is written: until it is forgotten, when the person asks or when it is no longer ' +
      'of use.',
    'What waits, what was left aside, and notes that were read: the same, without being ' +
      'shown. The person who keeps the page erases them for good, with a printed code.',
  ],
  session: (short, long) =>
    `The visit of who keeps the page: ${short} without doing anything, ${long} on their ` +
    'own device.',
  cleared: 'Clearing out by the person who keeps the page, how often',
  safe: 'How it is protected',
  safeSaid: [
    'Who keeps the page enters only at the machine or over https; what cannot be undone ' +
      'also asks for a printed code, good once.',
    'The passphrase is hashed (Argon2id), codes and visits too.',
    'What stays here is held apart from what is shown.',
    'What is forgotten is overwritten in the files, not only unlinked.',
    'Backups are sealed with a passphrase, unless chosen otherwise.',
    'No page holds a program or calls another site.',
  ],
  breach:
    'If the machine is stolen or lost: what is to be done and said is to be checked by ' +
    'the person who keeps the page.',
  signed: day => `Printed on ${day}. Read again and signed by:`,
}
