import type { PageQuestion } from '../../../contract/search.ts'
import type { fr } from './fr.ts'

/** What people ask the search about the page itself. */
const questions: readonly PageQuestion[] = [
  {
    words: 'Take my number or my address off the page',
    text: 'Type it: it is hidden everywhere here, without asking anybody.',
    href: '/c-est-mon-numero',
    asked: [
      'remove/hide/delete/erase/take* number/telephone/phone/mobile/mail/email address/' +
        'page/off*',
      'remove/hide/delete/erase address/name',
      'sees/see/reads/read/visible/public number/telephone/phone/address/mail',
    ],
  },
  {
    words: 'Who keeps this page',
    text: 'Who it is, where and how to reach them.',
    href: '/qui-tient-cette-page',
    asked: [
      'keeps/runs/keeper page/site/box*',
      'box',
      'who are you',
      'contact/admin/manager page/site/box*',
      'legal notice',
      'ask* question page*',
      'report* problem/bug page/site*',
    ],
  },
  {
    words: 'What the page keeps of me, and my rights',
    text: 'What is kept, where, how long, and how to take it away.',
    href: '/qui-tient-cette-page',
    mine: '/moi',
    asked: ['take/download/get/keep* data/gdpr/cookie/privacy personal*', 'rights'],
  },
  {
    words: 'Who reads what I write',
    text:
      'A notice, everybody; a word, who receives it, who hands it over and who keeps the page. ' +
      'A first name is enough.',
    href: '/qui-tient-cette-page',
    asked: ['anonymous/secure/security/watched', 'sees/see/reads/read word/message/write'],
  },
  {
    words: 'Some words hurt me',
    text: 'Say it under the words themselves, or to the keeper.',
    href: '/qui-tient-cette-page',
    asked: ['report* insult/insulted/hurt/hurtful/complaint/harassment/abuse word/message/notice*'],
  },
  {
    words: 'Read this page with a screen reader, or larger',
    text: 'What is done so that everybody can read it.',
    href: '/qui-tient-cette-page/accessibilite',
    asked: [
      'accessibility/accessible/blind/disability page/site*',
      'screen reader',
      'large/larger print/letters',
    ],
  },
]

export const en: typeof fr = {
  questions,
  types: {},
  link: 'This is my number: hide it',
  footLink: 'Is your number on this page? Hide it',
  mailLink: 'This is my e-mail address: hide it',
  mailFootLink: 'Is your e-mail address on this page? Hide it',
  title: 'This is my number: hide it',
  lead:
    'Write the number that is shown, or the e-mail address. It goes at once from this box, ' +
    'wherever it is written. You need no reason, nor a card.',
  where: (title: string) => `It is read on “${title}”.`,
  after: (keeper: string) =>
    `What comes next is seen with ${keeper}: it is erased for good, or shown again. Nothing ` +
    'is lost.',
  beyond:
    'Paper already printed and other boxes are not reached from here: say so, and other ' +
    'boxes will be asked.',
  most: 'Three at most in ten minutes: then one has to wait.',
  number: 'The number shown, or the e-mail address',
  hide: 'Hide it',
  done: (keeper: string) =>
    'Done: it is shown nowhere here any more. Whoever wrote it still sees it on their ticket ' +
    `or their page. What comes next is seen with ${keeper}.`,
  whole: 'Write the whole number, or address, as it is shown.',
  notThere: keeper =>
    'No page that everybody reads shows this number: read it again, figure by figure. If ' +
    `somebody gives it as theirs in a conversation, tell ${keeper}.`,
  mailNotThere: keeper =>
    'No page that everybody reads shows this address: read it again, letter by letter. If ' +
    `somebody gives it as theirs in a conversation, tell ${keeper}.`,
  keepersOwn: keeper =>
    'This is how people reach whoever keeps this page. If it is yours, tell ' +
    `${keeper}, who takes it off.`,
  keeperSaid: (keeper: string) =>
    `This number was hidden, then shown again. To hide it once more, speak to ${keeper}, or ` +
    'sign in with your card.',
  tool: 'Hidden numbers',
  listTitle: 'Hidden numbers',
  listLead:
    'Somebody said “this is my number” and hid it. Call them: if it is theirs, erase it for ' +
    'good; if not, show it again.',
  none: 'No number is hidden.',
  askedBy: {
    visitor: 'hidden by somebody passing by',
    member: 'hidden by a neighbour',
    keeper: 'hidden by you',
  },
  stood: 'It stood on',
  gone: 'a page that is no more',
  showAgain: 'Show it again',
  showAgainHint:
    'Shown again, it is read everywhere, and only that person’s card, or you, can hide it ' +
    'once more.',
  shownAgain: 'It is shown again.',
  eraseLead:
    'Erase this number everywhere here, and ask other boxes to. If it is a neighbour’s, ' +
    'their own file keeps it to reach them, and is not shown: “My page” takes it out, if ' +
    'they want. It can’t be undone, and asks for one of the ten codes of your sheet.',
  erased:
    'It is erased here, but from the file of the person whose it is, and asked of the other boxes.',
  ownHidden: 'your number is hidden on the page',
  ownTyped: 'somebody else wrote your hidden number: it does not show',
  keeperHid: (keeper: string) =>
    `This number was hidden by ${keeper}. To show it again, speak to ${keeper}.`,
  nothing: 'This number is not on this list any more.',
  kept: 'Shown again',
  keptLead:
    'You showed these again, or whoever keeps them as their own did: nobody hides them any ' +
    'more without a card.',
  hideAgain: 'Hide it',
  waiting: (n: number) =>
    n === 1 ? 'a number is hidden, waiting for you' : `${n} numbers are hidden, waiting for you`,
  keeper: 'whoever keeps the page',
  myPage: 'My page',
  keep: 'Keep the page',
  toolAbout: {
    hidden: 'Somebody hid their number from this page: call them, then erase it or show it again.',
  },
}
