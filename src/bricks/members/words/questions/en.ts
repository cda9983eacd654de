import type { PageQuestion } from '../../../../contract/search.ts'

export const en: readonly PageQuestion[] = [
  {
    words: 'Relays',
    text: 'Without telephone or Internet, they hand a word over.',
    href: '/relais',
    asked: ['relay', 'without internet/phone/computer/screen'],
  },
  {
    words: 'The words that I hand over',
    text: 'Those that wait, and for whom.',
    href: '/mes-mots',
    who: 'relay',
    asked: ['word hand/over/carry*', 'slip'],
  },
  {
    words: 'Leave a word for somebody',
    text: 'It is never shown: a relay hands it over.',
    href: '/mot',
    asked: [
      'leave/write/send/pass/give* word/message somebody/someone/person/neighbour*',
      'reach/write/contact somebody/someone/person/neighbour',
    ],
  },
  {
    words: 'I lost my card, or its words',
    text: 'On My page, if it is still open; otherwise the keeper makes another.',
    href: '/entrer',
    mine: '/moi',
    keeper: '/habitants',
    asked: ['lost/lose/forgot/forgotten/stolen card/word/number/code/phrase/password'],
  },
  {
    words: 'A member’s card',
    text: 'One reads and writes without account. The keeper gives a card to whoever wants one.',
    href: '/entrer',
    mine: '/moi',
    keeper: '/habitants',
    asked: [
      'get/ask/create/open/take* card/account/registration/register/join/membership/' +
        'subscribe member/page*',
    ],
  },
  {
    words: 'Sign in with one’s card',
    text: 'The number and the four words of the card open My page.',
    href: '/entrer',
    mine: '/moi',
    keeper: '/tenir',
    asked: [
      'sign/log/login/connect/enter in/up/out* page/account*',
      'password page*',
      'words/number/code card',
      'four words',
      'my page',
    ],
  },
  {
    words: 'Change my name, my number, or how to reach me',
    text: 'What the box knows of you is on My page. Without a card, tell whoever keeps it.',
    href: '/qui-tient-cette-page',
    mine: '/moi',
    keeper: '/habitants',
    asked: ['change/correct/new number/telephone/phone/mobile/mail/name/reach'],
  },
  {
    words: 'Be forgotten',
    text: 'What the page knows of you is erased for good.',
    href: '/qui-tient-cette-page',
    mine: '/moi/oublier',
    keeper: '/habitants',
    asked: ['forget/forgotten/erase/delete/disappear account/name/all/everything/right*'],
  },
]
