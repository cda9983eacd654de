import type { fr } from './fr.ts'

export const en: typeof fr = {
  needTwo: 'It takes two different things of the same kind to say that they are the same.',
  joinTitle: 'Say that these are the same thing',
  joinLead:
    'Only one will show. Choose, line by line, what is right. The other is kept as it is, ' +
    'and they can be separated again.',
  joinSame:
    'They say the same. Only one will show; the other is kept, and they can be separated again.',
  joinBoth: 'both',
  joinWith: (title: string) => `“${title}” is the same thing as:`,
  joinNoneAlike: 'Nothing is called much the same.',
  joinSearch: 'Look for the other by its name',
  joinSearchAct: 'Search',
  joinLink: 'Here twice?',
  joinAct: 'They are the same thing',
  joinChanged:
    'One of them changed while you were choosing. Nothing is written: look again, then choose.',
  newsLead: (title: string) =>
    `Elsewhere, someone has since written in “${title}”, which is the same thing:`,
  newsLabel: 'News',
  newsWait: 'news of what was said to be the same thing',
  takeUp: 'Take it up here',
  newsSeeAct: 'Seen, nothing changes',
  takenUp: 'It is taken up here.',
  newsSeen: 'Seen: nothing changes here.',
  newsChanged: 'This has changed since the page was opened. Nothing is written: look again.',
  joined: 'They are the same thing, and now show as one.',
  unjoined: 'They are two again.',
  unjoin: 'Separate again',
  joinsTitle: 'What was said to be the same thing',
  nothingSaid: 'nothing',
  undo: 'Undo',
}
