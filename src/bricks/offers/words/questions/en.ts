import type { PageQuestion } from '../../../../contract/search.ts'

export const en: readonly PageQuestion[] = [
  {
    words: 'Who can read my notice',
    text:
      'You choose as you write it: here with a card, everybody here, or the villages ' +
      'around too.',
    href: '/annonces/proposer',
    asked: ['sees/see/reads/read/visible notice/offer/request/ad'],
  },
  {
    words: 'Add a photo to my notice',
    text: 'Under the sentence: “Say more first, add a photo”.',
    href: '/annonces/proposer',
    asked: ['put/add/attach/send/upload* photo/picture/image notice*'],
  },
  {
    words: 'Write a notice',
    text: 'A sentence, your first name, how to reach you; or a request, by “I am looking for”.',
    href: '/annonces/proposer',
    asked: ['write/post/publish/put/create/place notice/offer/ad/service', 'offer something/help*'],
  },
  {
    words: 'Helping hands that are wanted',
    text: 'Who looks for one, and how to reach them.',
    href: '/annonces?genre=coup-de-main',
    asked: ['helping hand', 'give* hand'],
  },
  {
    words: 'Write a request',
    text: 'A sentence under “I am looking for”: whoever can answer reads it here.',
    href: '/annonces/chercher',
    asked: ['write/post/publish/put/create/place* request', 'ask help/hand', 'hand'],
  },
  {
    words: 'Correct or withdraw my notice',
    text: 'With a card: My page. Without one: by the ticket that you got.',
    href: '/billet',
    mine: '/moi',
    asked: [
      'remove/withdraw/delete/correct/change/edit/cancel/close notice/offer/request/message*',
      'delete',
      'edit',
      'remove',
    ],
  },
  {
    words: 'My ride is full',
    text: 'On your notice, “I take nobody else”: what is agreed stands.',
    href: '/annonces',
    asked: ['ride/car full/close/stop'],
  },
  {
    words: 'Somebody takes a part of my notice, and I do not want it',
    text: 'On the notice, beside their name: “Agreed”, or “Not this time”.',
    href: '/annonces',
    asked: ['refuse/decline share/part/answer/person/somebody'],
  },
  {
    words: 'What is new',
    text: 'The notices of the last days.',
    href: '/nouveau',
    asked: ['new/newest/latest/recent notice*', 'what is new'],
  },
  {
    words: 'Type the papers of the village',
    text: 'A line for each slip of paper.',
    href: '/annonces/saisie',
    who: 'relay',
    asked: ['type/typing/copy paper/slip/notice*'],
  },
  {
    words: 'Tell me when something answers',
    text: 'Leave the words that you look for: you alone read them.',
    href: '/annonces/prevenir',
    asked: ['tell/alert/notification/notify/warn notice/search/new*'],
  },
]
