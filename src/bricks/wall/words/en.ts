import type { PageQuestion } from '../../../contract/search.ts'
import type { Measure } from '../model/rules.ts'
import type { fr } from './fr.ts'

const many = (n: number, one: string, all: string): string => (n === 1 ? one : all)
const measured = ({ n, unit }: Measure): string =>
  ({
    minutes: many(n, 'a minute', `${n} minutes`),
    hours: many(n, 'an hour', `${n} hours`),
    days: many(n, 'a day', `${n} days`),
  })[unit]

/** What people ask the search about the page itself. */
const questions: readonly PageQuestion[] = [
  {
    words: 'The wall',
    text: 'A word that everybody reads here, and that forgets itself.',
    href: '/mur',
    asked: ['write/hang/put* wall word/message*', 'discuss/discussion/forum/chat'],
  },
]

export const en: typeof fr = {
  questions,
  types: {
    'wall-rule': {
      one: 'wall’s rule',
      many: 'wall’s rules',
      add: 'Set the wall',
      fields: {
        keeps: {
          label: 'All is forgotten after',
          choices: {
            hour: 'an hour',
            evening: 'an evening (twelve hours)',
            day: 'a day',
            'three-days': 'three days',
            week: 'a week',
            month: 'a month',
          },
        },
        waits: { label: 'I read each message before it shows' },
      },
    },
    'wall-message': {
      one: 'message on the wall',
      many: 'messages on the wall',
      add: 'Write on the wall',
      fields: {
        said: { label: 'Your message', hint: 'A sentence or two. Everybody here may read it.' },
        who: {
          label: 'Your first name, if you wish',
          hint: 'Nobody checks the first names of the wall.',
        },
        carded: { label: 'Signed by a card' },
        another: { label: 'Signed by another first name than the card’s' },
        state: {
          label: 'How far it is',
          choices: { waiting: 'to be read', shown: 'on the wall', lifted: 'taken down' },
        },
        lived: { label: 'Age of the box when it was written' },
        key: { label: 'What leads to its author’s page' },
        run: { label: 'The box, since which start' },
        device: { label: 'From which device, by a drawn name' },
        cleared: { label: 'Read again by the keeper' },
        why: { label: 'Why, in a sentence (told to who wrote it)' },
      },
    },
    'wall-remark': {
      one: 'remark on a message',
      many: 'remarks on messages',
      add: 'Make a remark',
      fields: {
        about: { label: 'On which message' },
        kind: {
          label: 'What it says',
          choices: { bothers: 'this message is wrong', 'taken-back': 'its author takes it back' },
        },
        run: { label: 'The box, since which start' },
        device: { label: 'From which device, by a drawn name' },
        card: { label: 'By which card, by a drawn name' },
      },
    },
  },
  title: 'The wall',
  keeper: 'the person who keeps the page',
  keeps: {
    hour: 'an hour',
    evening: 'an evening',
    day: 'a day',
    'three-days': 'three days',
    week: 'a week',
    month: 'a month',
  },
  lead: keeps =>
    `Write what you want to tell everybody here; all of it is forgotten after ${keeps}.`,
  staysHere:
    'Nothing of this wall leaves this box: not to other villages, not in a file. Only a ' +
    'locked backup can keep these words.',
  isRead: keeper => `Each message is read first by ${keeper}.`,
  write: 'Write on the wall',
  send: 'Put up my message',
  none: 'The wall is empty. The first word is yours.',
  words: 'On the wall',
  by: (who, ago) => (who === '' ? ago : `${who}, ${ago}`),
  noCard: who => `${who} (no card)`,
  signedBy: (who, by) => `${who} (${by})`,
  somebodyHere: 'by somebody from here',
  signedWaits: keeper =>
    `Without a card, a message that is signed is read first by ${keeper}; without a first ` +
    'name, it is on the wall at once.',
  asCard: name =>
    `If you write nothing here, your message is signed with the name of your card: ${name}.`,
  ago: age => (age.n === 0 ? 'just now' : `${measured(age)} ago`),
  goes: left => `forgotten within ${measured(left)}`,
  shownNow: 'Your message is on the wall.',
  waitsFor: keeper =>
    `Thank you. Your message is read first by ${keeper}; then it will be on the wall.`,
  waitsTold: (keeper, said) =>
    `Thank you. Your message is read first by ${keeper}, because it says “${said}”.`,
  waitsMany: keeper =>
    `Thank you. You put up several messages in a short time: this one is read first by ${keeper}.`,
  waitsName: keeper =>
    'Thank you. This first name is not the one of your card: your message is read first by ' +
    `${keeper}.`,
  waitsReach: keeper =>
    'Thank you. There is a number or an address in your message: it is read first by ' +
    `${keeper}, so that nobody puts up somebody else’s.`,
  sayIt: 'Write a sentence, then put it up.',
  full: keeps => `The wall is full. Come back later: it forgets after ${keeps}.`,
  same: 'This message is on the wall already.',
  nothingThere: 'This message is no longer on the wall.',
  yours: 'Your message',
  yourState: {
    waiting: keeper => `It waits to be read by ${keeper}.`,
    shown: () => 'It is on the wall.',
    folded: keeper =>
      'Two people find it wrong: it is folded, and is read by opening it, until it is read ' +
      `again by ${keeper}. You may talk about it with them, or take it back.`,
    lifted: keeper => `It was taken down by ${keeper}. You may talk about it with them.`,
  },
  yourWhy: why => `The reason: “${why}”`,
  yoursGone: 'Your message is no longer here: the box has forgotten it.',
  yourPage: 'Keep this page open to see what becomes of it, or to take it back.',
  takeBack: 'Take my message back',
  takenBack: 'Your message is taken back: the box forgets it.',
  bothers: 'Is this message wrong?',
  ofMessage: (act, said) => `${act}: “${said}”`,
  bothersOf: said => `Is this message wrong? “${said}”`,
  bothersHint: keeper =>
    `It stays on the wall until it is read again by ${keeper}. If a second person says so too, ` +
    'it folds meanwhile.',
  bothersCleared: keeper => `It was already read again by ${keeper}: it stays on the wall.`,
  foldedBy: 'Folded by two neighbours',
  tellKeeper: keeper => `Tell ${keeper}`,
  botheredSaid: keeper =>
    `This was told to ${keeper}. The message stays on the wall meanwhile; if a second person ` +
    'says so too, it folds.',
  alreadyTold: keeper =>
    `${keeper} had been told already, from this device or the same connection. The message ` +
    'stays on the wall meanwhile; if somebody says so from elsewhere, or by their card, it folds.',
  foldedSaid: keeper =>
    `Two people said so: the message is folded until it is read again by ${keeper}.`,
  toldAgain: keeper =>
    `This was told again to ${keeper}, who already read it. The message stays on the wall.`,
  isBothering: 'Somebody says that this message is wrong.',
  isFolded: 'Two people say that this message is wrong: it is folded for everybody.',
  lift: 'Take down',
  refuse: 'Do not put it up',
  eraseHint: 'Or, if nobody must read it any more, you neither:',
  tick: 'Tick this message',
  several: 'Take several messages down',
  severalLead: 'Only you still see them, and each may be put back up.',
  liftTicked: 'Take down what is ticked',
  flood: (n, who) =>
    who === undefined
      ? `${n} messages come from one device, or from one address of the network`
      : `${n} messages come from the computer of the box, signed ${who}`,
  floodLead:
    'Read them: what is ticked is taken down, and nothing else. What is signed or already on ' +
    'the wall is not ticked beforehand. Each may be put back up.',
  floodLine: (said, who, isShown) =>
    `${[said, who].filter(Boolean).join(', ')} (${isShown ? 'on the wall' : 'to read'})`,
  oneByOne: n => (n === 1 ? 'Read the one that waits' : `Read these ${n} messages one by one`),
  othersToRead: n => (n === 1 ? 'Another message to read' : `${n} other messages to read`),
  noneMeant: 'First tick the messages to take down.',
  liftedSeveral: n => (n === 1 ? 'One message is taken down.' : `${n} messages are taken down.`),
  undo: 'Undo',
  lifted: 'This message is down. Only you see it, until it is forgotten.',
  hang: 'Put on the wall',
  hangAgain: 'Put back on the wall',
  leave: 'Nothing wrong, it stays up',
  hung: 'This message is on the wall.',
  erase: 'Erase now',
  erased: 'This message is erased: nothing of it is left in the box.',
  toRead: 'To be read',
  toReadLead: 'Nobody else sees these messages.',
  down: 'Taken down',
  downLead: 'Only you see them; they will be forgotten as the others are.',
  downWhy: why => `You said: “${why}”`,
  rules: 'Set the wall',
  rulesHint: 'The time that you choose counts for the messages that are here already too.',
  settle: 'Set it so',
  settled: keeps => `It is set: all is forgotten after ${keeps}.`,
  waitsToRead: n =>
    n === 1
      ? 'a message of the wall waits to be read'
      : `${n} messages of the wall wait to be read`,
  waitsBothers: n =>
    n === 1
      ? 'somebody says that a message of the wall is wrong'
      : `${n} messages of the wall are said to be wrong`,
  home: 'Read the wall, write on it',
  homeHint: keeps => `No account. All is forgotten after ${keeps}.`,
  toolAbout: {
    wall: 'What people write in passing and what fades by itself: read what waits, take it down.',
  },
  resting: {
    title: 'The wall',
    about: 'What is written in passing, and what the box forgets by itself.',
  },
}
