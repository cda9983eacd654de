import type { FindingKind } from '../../../text/guard/guard.ts'
import type { fr } from './fr.ts'

/**
 * English sentences of the pages where the guard holds a text back: what it found (a name, an age,
 * a number), and what the person may do. `fr.ts` has the French ones, and the type of both.
 */

const FOUND: Readonly<Record<FindingKind, string>> = {
  name: 'a name',
  maybe: 'perhaps a name',
  age: 'an age',
  situation: 'what happens to somebody',
  insult: 'an insult',
  someone: 'somebody whom people would know',
  home: 'a home',
  phone: 'a number',
  mail: 'an e-mail address',
  secret: 'a code or a key',
}

export const en: typeof fr = {
  found: (kind, said) => `“${said}”, ${FOUND[kind]}`,
  between: '; ',
  knownName: name =>
    `Sent without a card, in the name of ${name}: somebody of that name is known here. ` +
    'Nothing says that it is the same person.',
  numberKnown: names => `This is the number of ${names.join(', ')}: ask before it shows.`,
  sameNumber: 'This number already shows under another name:',
  saysOf: why => `To read before it shows: ${why}.`,
  meetingTitle: 'Its title',
  meetingTitleHeld: why => `Held: ${why}. The page will tell the day instead.`,
  meetingTitleShow: 'Show this title all the same',
  meetingPage: 'The page of the meeting',
  meetingStays: 'Stays here, not shown:',
  meetingPart: {
    where: said => `the place “${said}”`,
    author: said => `who took the notes, “${said}”, until they agree`,
    url: said => `the address “${said}”`,
  },
  tableHeld: n =>
    n === 1 ? 'One line says something of somebody' : `${n} lines say something of somebody`,
  tableLead:
    'These lines are left out. Read them one by one: tick those where the person agrees, or ' +
    'that speak of nobody.',
  tableRest: n =>
    `${n === 1 ? 'Another one is' : `${n} others are`} left out: write these first, then ` +
    'bring the same table again.',
  writeTitle: 'Before it is written',
  personAgrees: 'Yes, this person agrees, or it is no person',
  writeMaybe: words =>
    `Is it somebody’s name: ${words.map(one => `“${one}”`).join(', ')}? If they do not agree, ` +
    'correct it.',
  writeAsk: why => `This says something of somebody: ${why}. If they do not agree, correct it.`,
  strip: ({ name, notes, says, isMinor }) =>
    `${
      says === 'no'
        ? `${name} said no on their strip of agreement`
        : `The agreement of ${name} is still awaited`
    }` +
    `${notes ? ` (notes “${notes}”)` : ''}.` +
    `${isMinor ? ' The notes say under 18: the yes of a parent is needed too.' : ''}`,
}
