import type { Chapter } from '../../../model/chapter.ts'

export const en: Chapter = {
  title: 'Two boxes',
  about: 'Your village has a box, your neighbour another, and no Internet between them.',
  blocks: [
    { heading: 'Recognise each other, once, in person' },
    'The two keepers meet, or call each other if they know their voices. Each needs one of ' +
      'the ten codes of their sheet.',
    'Without a network between them, first carry a file of news each way, as below: it waits ' +
      'there, and five words are then enough. Or a telephone reads the drawing and gives a ' +
      'text, to copy in the same place.',
    {
      steps: [
        'Each opens [{sync.boxes}](/bornes) on their own: five words that mean nothing are ' +
          'the name of the box.',
        'One reads their five words aloud. The other types them in {sync.who}, and presses ' +
          '{sync.find}.',
        'The page shows five words: compare them, say what to call this box (“Boën”), type ' +
          'a code, press {sync.recognise}.',
        'Then the other way round, on the other box.',
      ],
    },
    {
      picture: 'boxes',
      shows:
        'The page of the boxes: the five words of this box, and where to type those of the other.',
    },
    { heading: 'Carry the news' },
    'Three ways, as you like. A box that received nothing for a year, or whose clock is ' +
      'wrong, loses nothing.',
    {
      list: [
        '**A telephone.** At [{sync.title}](/nouvelles), under {sync.carryThem}, press the ' +
          'button: each known box has its own, with its name. The file, whose name ' +
          'ends in .cocote, goes among the downloads. Over there, on the Wi-Fi of the other ' +
          'box, the same page: give the file, {sync.bringThem}. It offers a receipt: ' +
          '{sync.takeReceipt}, and bring it back, to know what arrived. Anybody can be the ' +
          'courier: what is private is sealed.',
        '**A key.** At [The USB key](/bornes/cle), {=Give the news}; over there, {=Take the news}.',
        '**The network**, when there is one: at [{sync.boxes}](/bornes), the address of the ' +
          'other box, then {sync.meet}.',
      ],
    },
    { heading: 'What leaves, what stays' },
    'What the page shows “here and in the villages around” leaves. What shows here alone, ' +
      'or with a card alone, telephones given in confidence, the wall and the files stay. ' +
      'What is forgotten here ' +
      'is forgotten wherever it went.',
    { heading: 'Two versions' },
    'One line was written on both sides, apart: nothing is lost, both can be read, and ' +
      '[{sync.versions.versionsTitle}](/deux-versions) shows them. Under the right one, press ' +
      '{sync.versions.thisOne}; otherwise, {sync.versions.neitherOne}. Your choice ' +
      'holds on every box, once the news is carried there. An association that was written ' +
      'twice: ' +
      '[{directory.duplicatesTitle}](/annuaire/doublons).',
    { heading: 'What is asked of us' },
    'The other box may ask that something be removed or erased here: ' +
      '[{sync.requests}](/demandes). You say yes or no.',
  ],
}
