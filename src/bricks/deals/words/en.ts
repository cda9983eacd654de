import type { PageQuestion } from '../../../contract/search.ts'
import { capital } from '../../../text/capital.ts'
import { en as ends } from './ends/en.ts'
import type { fr } from './fr.ts'
import { en as news } from './news/en.ts'
import { en as part } from './part/en.ts'
import { en as thread } from './thread/en.ts'
import { en as types } from './types/en.ts'

const and = (names: readonly string[]) =>
  new Intl.ListFormat('en', { type: 'conjunction', style: 'long' }).format(names)

const soldOrGiven = (mode: string | null, isOffer: boolean): string => {
  if (!isOffer) return 'Are you looking no more?'
  return { sell: 'Is it sold?', give: 'Is it given?' }[mode ?? ''] ?? 'Is it offered no more?'
}

const NOW = {
  talking: 'nothing is proposed',
  ended: 'the conversation is over',
  proposed: 'a time is proposed, and an answer is awaited',
  agreed: 'it is agreed',
  done: 'it is noted as done',
  fallen: 'nothing comes of it',
}

/** What people ask the search about the page itself. */
const questions: readonly PageQuestion[] = [
  {
    words: 'Answers to my notices',
    text: 'What two people say is in My arrangements; without a card, by the ticket.',
    href: '/billet',
    mine: '/arrangements',
    keeper: '/arrangements',
    asked: [
      'arrangement/answer/reply/replies notice/message*',
      'message/inbox/conversation received/private*',
    ],
  },
  {
    words: 'What was done',
    text: 'What people here did together, and agreed to tell.',
    href: '/faits',
    asked: ['deeds', 'success/example village*'],
  },
]

export const en: typeof fr = {
  questions,
  types,
  ...thread,
  ...ends,
  ...news,
  colon: ': ',
  stop: '.',
  all: 'The deals',
  mine: 'My deals',
  lead:
    'What neighbours told each other they would do. Nothing of it is shown unless everybody ' +
    'agrees.',
  leadKeeper:
    'Who makes a deal with whom, and what waits for an answer. This page is for you alone.',
  nothing: 'Nothing for now. A deal begins with a notice.',
  toNotices: 'See the notices',
  newTitle: 'Propose a deal',
  newLead:
    'Say what would be done, and when. The other answers yes or no, thank you; you promise ' +
    'nothing else.',
  withNotice: 'With the notice that answers it',
  fromNotice: 'From the notice',
  forTitle: 'For whom',
  forHint: 'You note this for somebody who asked you.',
  forMe: 'for myself',
  forNobody: 'somebody else',
  forName: 'First name, if the box does not know this person',
  forReach: 'How to reach this person',
  forReachHint: 'If the box does not know them: a telephone, or where they are found.',
  withName: 'With whom',
  withHint: 'The other person’s first name.',
  propose: 'Propose',
  proposedSaid:
    'It is proposed. The other reads it on their page or ticket, or through who writes for them.',
  proposedUnknown:
    'It is proposed. This person has no card: who keeps the page will ask them, or ask them ' +
    'yourself.',
  already: 'It is proposed already: here is how far it is.',
  fullThen: {
    all: 'There are not enough seats left for this moment: they are agreed with others.',
    some: 'On some of these days there are not enough seats left: they are agreed already.',
  },
  momentGone: 'The notice says this moment no more: choose another one.',
  noticeGone: 'This notice is no longer there, or it is closed.',
  sayFor: 'Say for whom: a first name is enough.',
  sayWith: 'Say with whom: a first name is enough.',
  notYours: 'This answer is somebody else’s. If you write for that person, see who keeps the page.',
  movedSince: state => `The deal moved on meanwhile: nothing was done. Now ${NOW[state]}.`,
  notNow: 'The deal moved on meanwhile: here is how far it is.',
  tickOrThank: 'Tick, write a thank-you, or say not to tell it.',
  notYourNumber:
    'This number is not in what the box knows of you. Tell yours to the person who keeps ' +
    'the page, who will note it; or leave this empty: a word will be left for you here.',
  sayWhen: 'Say when it would suit you.',
  taken: 'It is taken already: this notice is agreed with somebody else.',
  anotherBox: 'another box',
  thatBox: 'That other box',
  notRecognised: (called: string, reach: string | null) =>
    reach === null
      ? `${called} is not recognised by the box here yet: ask who keeps the page.`
      : `${called} is not recognised by the box here yet. To reach them: ${reach}.`,
  decidedAway: (called: string) =>
    `This notice is from ${called}: it is decided there. What you ask goes with the next ` +
    'courier, closed, for that box alone. The answer comes back with it.',
  goesWhat: 'One sentence. It goes with the asking, as the day and the place do.',
  goesWhen: 'For instance “Saturday morning”.',
  goesWith: 'What goes with it',
  goesHint: 'Nothing more of you goes than what you tick or write here.',
  goesPhone: 'If you wish it to go with it. Without one, the answer comes back here.',
  namedMine: 'my first name',
  namedTheirs: 'their first name',
  askedSaid: (called: string) => `It is asked of ${called}: the answer will come with the courier.`,
  askedOn: (called: string, day: string) =>
    `Asked of ${called} ${day}, the answer will come with the courier.`,
  askedShort: (called: string) => `asked of ${called}`,
  theirsToSay: (called: string) => `The answer is to come from ${called}, with the courier.`,
  refusedAway: (called: string) =>
    `${called} could do nothing of this: reach the person, or see who keeps the page.`,
  whys: {
    taken: 'It is taken already.',
    gone: 'The notice is no longer there.',
    full: 'Too many deals wait there already: reach the person.',
    takenBack: 'The asking was taken back.',
    ended: 'One of your deals takes place no more.',
    refused: 'This part was not kept.',
  },
  endedFor: day => `A deal for ${day} takes place no more.`,
  wentWith: 'Gone with it',
  itsName: 'the first name',
  nothingWent: 'neither first name nor telephone',
  theirPhone: 'Their telephone',
  ofAway: (name: string, called: string) => (called === '' ? name : `${name}, from ${called}`),
  stopAsking: 'Ask no more',
  stopAskingHint:
    'You may still ask no more: all of it is then erased, here and from what the courier carries.',
  askedNoMore: 'It is erased: nothing is asked any more.',
  tellAgain: (who: string) =>
    `Also agreed: ${who}. Read what would be told, and say yes one last time.`,
  noted: 'Noted.',
  movedTo: {
    talking: 'Noted.',
    ended: 'The conversation is over.',
    proposed: 'Noted.',
    agreed: 'It is agreed.',
    done: 'Done, and noted. Say whether it may be told.',
    fallen: 'Noted: no more of it.',
  },
  failedSaid:
    'Noted: it will not take place. The other will read it; if it is soon, tell them too.',
  failedCall: 'It is off. This person does not know yet: call them, at this number.',
  failedCarried: whom =>
    `Noted: it will not take place. ${whom} has no card, and will be told. If it is soon, ` +
    'make sure.',
  agreedTwice:
    'It is settled. Mind: another deal from the same notice is settled for the same time. ' +
    'If that is too much, you can undo it.',
  toldSaid: 'Everybody agrees: it is told in “It happened”.',
  takenBack: 'It is erased from “It happened”, for good.',
  states: {
    talking: 'Talking',
    ended: 'Conversations that are over',
    proposed: 'Waiting for an answer',
    agreed: 'Agreed',
    done: 'Done',
    fallen: 'Fell through',
  },
  your: 'your answer is awaited',
  yourFor: (whom: string) => `the answer of ${whom} is awaited`,
  statesOne: {
    talking: 'You are talking: nothing is proposed yet.',
    ended: 'This conversation is over.',
    proposed: 'Proposed: an answer is still awaited.',
    agreed: 'Agreed.',
    done: 'Done.',
    fallen: 'Nothing came of it.',
  },
  ends: {
    refused: 'The answer is no, this time.',
    takenBack: 'The proposal was taken back.',
    failed: 'It could not be done.',
  },
  endsBy: {
    refused: who => `${who} can’t, this time.`,
    takenBack: who => `${who} took their proposal back.`,
  },
  endsYou: { refused: 'You said no, this time.', takenBack: 'You took your proposal back.' },
  goBack: 'Undo',
  begunAt: (day, time) => `begun ${day} at ${time}`,
  goBackWhole: 'Undo my last answer',
  wentBack: 'Undone: it stands where it stood.',
  seen: 'I saw it',
  again: 'Propose another time',
  waitsFor: (you, others) =>
    'Proposed: ' +
    `${[
      ...(you ? ['your answer'] : []),
      ...(others.length > 0 ? [`the answer of ${en.and(others)}`] : []),
    ].join(' and ')} ` +
    'is awaited.',
  doneOn: (day: string) => `Done ${day}.`,
  saidDoneOn: (day, you, others) => {
    const who = you ? 'you' : others.length === 0 ? 'somebody' : and(others)
    return `Noted as done ${day}: ${who} may confirm it, or say no.`
  },
  alsoDone: 'Is it done, for you too?',
  alsoDoneFor: (who: string) => `Is it done, for ${who} too?`,
  notDoneSaid: 'Noted: it is not done yet. The other will see it.',
  doneClosed: (notices: number) =>
    `It is done, it is noted, and the ${notices < 2 ? 'notice is' : 'notices are'} closed. ` +
    'Say whether it may be told.',
  doneCloses: (notices: number) =>
    `It is done: close the ${notices < 2 ? 'notice' : 'notices'} too`,
  nobodyLeft: {
    takenBack: 'This person erased what they had written.',
    ended: 'This person has no page here any more.',
  },
  withWhom: (who: string) => `with ${who}`,
  theKeeper: 'whoever keeps the page',
  someone: 'someone',
  part,
  answersYou: (who: string) => `${capital(who)} answered your notice`,
  plainly: 'A deal between neighbours',
  acts: 'Up to you',
  actsFor: (who: string) => `For ${who}`,
  actsOther: 'For the person whose answer you note',
  buttons: {
    sayOther: 'Say another time',
    sayNot: 'Say that it will not be done',
    yes: 'Agreed',
    other: 'Rather another time',
    no: 'No, thank you',
    takeBack: 'Withdraw my proposal',
    done: 'It is done',
    not: 'In the end, it will not be done',
    notDone: 'It is not done',
    keep: 'Tell it no more',
  },
  tell: 'May it be told?',
  tellYes: 'It may be told',
  tellYesFor: (who: string) => `${who} read or heard this sentence, and agrees that it be told`,
  tellKept: 'Noted: it is not told.',
  tellAfterAll: 'Tell it after all',
  tellNo: 'No, do not tell it',
  tellAtTheBox:
    'May it be told? What would be told is read at the box, or by https: read it there, ' +
    'then say yes or no.',
  tellHint:
    'When you all agree, everybody will read it in “It happened”, without a card too. It goes as ' +
    'soon as somebody changes their mind.',
  tellByCard:
    'The notice is read with a card only: so is what you tell, once all of you agree. It is ' +
    'erased as soon as somebody changes their mind.',
  tellBeside: 'The villages around may read it too.',
  named: 'with my first name',
  namedFor: (who: string) => `with their first name, ${who}`,
  agreesToTell: 'You agree that it be told.',
  agreesFor: (who: string) => `${who} agrees that it be told.`,
  thisPerson: 'This person',
  stepBack: {
    other: (who, day) => `${who} had asked for another time, and took it back, ${day}`,
    yes: (who: string, day: string) => `${who} had agreed, and took it back, ${day}`,
    no: (who: string, day: string) => `${who} had said no, thank you, and took it back, ${day}`,
    done: (who: string, day: string) => `${who} had said that it is done, and took it back, ${day}`,
    not: (who: string, day: string) =>
      `${who} had said that it was not done, and took it back, ${day}`,
  },
  keyedBy: (who: string) => ` (noted by ${who})`,
  keyedByCaller: who => ` (noted by ${who}, by voice)`,
  keyedByKeeper: ' (noted by the person who keeps the page)',
  thanks: 'Thanks',
  thanked: (saying: string, from: string | null) =>
    from === null ? `“${saying}”` : `“${saying}” — ${from}`,
  told: 'It is told',
  willBeTold: (saying: string) =>
    `What will be read, without the first names of those who do not agree: “${saying}”.`,
  closeLead: 'The notice can be closed: it leaves the lists.',
  closeNow:
    'The page still says that it is wanted, or offered. If it is over, close the notice: it ' +
    'leaves the lists.',
  closeOff:
    'If the ride is no longer driven at all, you can close the notice: it leaves the lists.',
  closeMine: {
    agreed: (mode, isOffer) =>
      `${soldOrGiven(mode, isOffer)} Close your notice: it leaves the lists.`,
    done: 'Your notice still shows. If it is over, close it: it leaves the lists.',
  },
  reservedElsewhere:
    'Reserved: it is agreed with somebody else. If that falls through, it will be free again.',
  closedMine: 'Your notice is closed.',
  closedReopen: 'Your notice is closed: put it in the lists again?',
  reopen: 'Put it in the lists again',
  close: 'Close this notice',
  doneWhere: (day: string, who: string | null) =>
    who ? `${who}, ${day}` : `between neighbours, ${day}`,
  and,
  deedsLead: 'What neighbours did, when everybody agreed that it be told.',
  noDeed: 'Nothing is told here yet.',
  indicators: {
    answered: 'requests that got an answer',
    share: 'share of requests that got an answer',
    delay: 'delay of the first answer, shorter half of the time',
    told: 'things done between neighbours, told',
    done: 'deals done',
    modes: {
      give: 'gifts made',
      lend: 'loans made',
      share: 'things shared',
      exchange: 'exchanges made',
      barter: 'barters made',
      rent: 'things rented',
      sell: 'things sold',
      hand: 'hands lent',
      ride: 'rides shared',
    },
  },
  toolAbout: {
    all: 'Who lends, gives or helps whom, and how far it is: remind, return, thank.',
    note: 'Two people agreed in front of you: write it down, to remember it.',
  },
  resting: {
    title: 'Deals',
    about: 'Two people agree on a loan, a gift or a hand, and the page remembers.',
  },
}
