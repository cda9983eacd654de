import { capital } from '../../../text/capital.ts'
import { chargesEn } from './charges/en.ts'
import type { fr } from './fr.ts'
import { handingEn, toNames } from './handing/en.ts'
import { en as questions } from './questions/en.ts'
import { en as types } from './types/en.ts'

export const en: typeof fr = {
  questions,
  handing: handingEn,
  charges: chargesEn,
  types,
  list: 'Neighbours',
  listLead: 'Whom this box knows, and how to reach each of them. This page is for you alone.',
  nobody: 'Nobody yet. The first name may be yours.',
  welcomeLead:
    'A first name, a village, how to reach them: one minute is enough, on paper or here.',
  welcomeButton: 'Welcome',
  welcomed: (name: string) => `${name} is one of us.`,
  reach: 'How to reach',
  throughRelay: (name: string) => `through ${name}`,
  byWord: 'by a word, to be handed over',
  sayPhone: 'Write the telephone, or choose another way to reach.',
  sayRelay: 'Choose through whom, or another way to reach.',
  nothingThere: 'This person is not known to this box, or no longer.',
  mend: 'Correct',
  mendKeep: 'Keep this correction',
  mendReachKeep: 'Keep this way to reach them',
  mendReachLead: 'A number that is replaced is erased for good: it may be somebody else’s.',
  mendedSaid: 'It is corrected.',
  oldNumberShown: n =>
    n === 1
      ? 'The old number still stands in one of their notices: correct it too.'
      : `The old number still stands in ${n} of their notices: correct it too.`,
  mendMine: keeper => `A first name or a number is wrong, or has changed? Tell ${keeper}.`,
  usesTitle: 'This person agrees to',
  usesHint: 'Nothing is ticked beforehand. Each agreement can be taken back at any time.',
  agreed: 'Agreements',
  shownPhone: 'my telephone, shown:',
  shownName: 'my first name, shown with my notices:',
  mendNotices: 'Correct them or take them off',
  shownRelay: said => `my first name as a relay, shown: ${said}`,
  shownThings: 'who looks after what I lend, or how to reach me, as it is written on its page:',
  shownTold: 'told in “It was done”:',
  shownAlike: 'a page of that first name in “Who does what”:',
  shownAlikeDo: keeper => `If it is you, and you no longer want it, say so: ${keeper}.`,
  agreedNothing: 'None: nothing is shown.',
  gave: (use: string, day: string) => `${use}, since ${day}`,
  tookBack: (use: string, given: string, taken: string) =>
    `${use}, from ${given} to ${taken}: taken back`,
  agreeMore: 'Note one more agreement',
  agree: 'Note the agreement',
  agreedSaid: 'The agreement is noted. It can be taken back at any time.',
  card: 'What opens their page',
  cardLead:
    'A card on paper: a drawing that a phone reads, or a number and four words. A new card ' +
    'cancels the old one, and closes all that it opened.',
  makeCard: 'Make a card',
  mine: 'My page',
  myNotices: 'My notices',
  seenBefore: 'Seen already',
  written: 'What I wrote, to correct or take back',
  noNotice: 'None for now.',
  propose: 'I offer',
  search: 'I look for',
  knownOfMe: 'What the box knows of me',
  iAgreed: 'What I agreed to',
  iAgreeMore: 'I also agree to',
  iAgree: 'I agree',
  sayUse: 'Choose to what. Without it, nothing is noted.',
  takeBack: 'Take this agreement back',
  takenBack: 'The agreement is taken back: nothing of it is shown, printed or carried any more.',
  numberTakenBack:
    'The agreement is taken back: the number is no more in what this person wrote. Where it ' +
    'was read elsewhere, it is hidden. Paper already printed and copies already carried ' +
    'can’t be erased from here.',
  takeBackAsk: 'Take this agreement back?',
  takeBackYes: 'Yes, take this agreement back',
  takeBackNo: 'No, change nothing',
  toldNothing:
    'Nothing is told today: nothing changes on the page, and nothing will be told there.',
  toldGoes: 'What is told is erased for good:',
  ownGoes: isKeeper =>
    `The number is taken for good out of what ${isKeeper ? 'this person' : 'you'} wrote, ` +
    `where one reaches ${isKeeper ? 'them' : 'you'} by a word from now on:`,
  ownNowhere: 'The number is shown in no notice to take it off.',
  elsewhereHides: (keeper, isKeeper) =>
    isKeeper
      ? 'What follows is not theirs. The number is hidden there; you show it again, or erase ' +
        'it, in “Hidden numbers”:'
      : 'What follows is not yours. The number is hidden there; whoever keeps the page ' +
        `(${keeper}) decides, and shows it again if it is somebody else’s too:`,
  numberStays:
    'Paper already printed and copies already carried can’t be erased from here. Another ' +
    'box that has it forgets it when the courier passes there.',
  fileToo:
    'also take this number out of the file, which whoever keeps the page alone reads: ' +
    'otherwise they may still call there, and nothing of it is shown',
  knownSince: 'Known since',
  apartSince: day => `here since ${day}`,
  hidden: why => `taken off the page: ${why}`,
  ownNumberHidden: day => `Your telephone in it is hidden, ${day}.`,
  numberHidden: (day: string, keeper: string) =>
    `Its telephone is hidden, ${day}: somebody said that it is theirs. If it is yours, say ` +
    `so: ${keeper}.`,
  myNumberHidden:
    'Your number is hidden on this page: you wanted so, or somebody said that it is theirs.',
  showMyNumber: 'This is my number: show it again',
  shownHere: 'shown here only',
  shownByCard: 'visible with a card only',
  notShown: 'not on the page',
  waitsToBeRead: 'waits to be read',
  wordsForMe: 'Words for me',
  noWordForMe: 'No word is waiting.',
  from: name => `from ${name}`,
  signedByCard: (signed, card) => `signed “${signed}” by the card of ${card}`,
  signedByGone: signed => `signed “${signed}” by the card of somebody who is no longer here`,
  signedByNobody: signed => `from ${signed} (without a card)`,
  uncheckedNames: 'Without a card: nobody checked this name.',
  wordFrom: (from, day) => `${capital(from)}, ${day}`,
  answerAt: reach => `To answer: ${reach}`,
  takeAll: 'Take it all',
  takeAllLead: 'Everything that the box knows of me, in one file.',
  forgetMe: 'Be forgotten',
  forgetMeLead: 'Erase for good everything that the box knows of me.',
  forgetMeAsk: 'Forget everything of me?',
  forgetThem: 'Forget this person',
  forgetThemAsk:
    'Because they asked. It can’t be undone, and asks for one of the ten codes of your sheet.',
  forgetCode: 'One of the ten codes',
  dealsEnd: n =>
    n === 1
      ? 'A deal under way ends: the other will read that a deal takes place no more, without ' +
        'a name.'
      : `${n} deals under way end: the others will read that a deal takes place no more, ` +
        'without a name.',
  willGo: 'Erased for good:',
  goes: [
    'first name, commune, ways to be reached, agreements;',
    'notices, what was arranged with others, and the telephone number wherever it is written;',
    'what was written with the card: “I am in”, “No longer true”, words left, those of the wall;',
    'the first name in what was written for somebody else, whose notice stays;',
    'what others said in this person’s name, if nobody else here bears it;',
    'the part of relay, and words received;',
    'the card, which will open nothing.',
  ],
  staysTitle: 'What can’t be reached from here:',
  stays: [
    'paper already printed, and what people copied;',
    'copies of the page already carried on a key, and backups: a backup put back forgets ' +
      'again, but it holds everything as long as it exists;',
    'what already left for another box: this one asks it to forget at the next visit of the ' +
      'courier, and its page then forgets;',
    'what was sent without a card: nothing says whose it was;',
    'a first name written in a meeting or by somebody else: tell the person who keeps the ' +
      'page where it is, and they take it off.',
  ],
  forgetMeYes: 'Yes, forget everything',
  keepMe: 'No, back to my page',
  goneTitle: 'It is forgotten',
  goneLead:
    'Everything that the box knew of this person is erased: first name, ways to be reached, ' +
    'agreements, notices, answers, words. Their card opens nothing any more.',
  opensCard: (day: string) => `A card, made ${day}.`,
  opensNoCard: 'No card.',
  opensPhrase: 'A phrase that somebody who had entered chose: with the first name, it opens too.',
  opensVisits: (n: number, day: string) =>
    n === 1 ? `One open visit, seen ${day}.` : `${n} open visits, the last one seen ${day}.`,
  takeCard: 'Close everything',
  takeCardLead:
    'Card lost or given back: neither it nor the phrase opens anything any more, and the ' +
    'visits close.',
  relayTitle: 'Relay',
  relayLead:
    'A relay accepts to pass words on: a word is left with them for somebody, and they hand ' +
    'it over.',
  askToRelay: 'Ask them to be a relay',
  saidYes: 'This person already told me yes',
  askButton: 'Ask',
  relayAsked: name => `${name} is asked. Nothing is shown before their yes.`,
  relayShown: name => `${name} is a relay: it is on the page.`,
  relayStopped: 'It is over: this relay is on the page no more.',
  relayWaits: 'They were asked to be a relay, and have not answered yet.',
  wouldYouRelay: 'You are asked to be a relay',
  wouldYouLead:
    'People could leave you a word for somebody, for you to hand over. This is what ' +
    'everybody would read: change what you like.',
  iWill: 'Yes, I will',
  noThanks: 'No, thank you',
  iAmRelay: 'You are a relay',
  theyAreRelay: 'Is a relay',
  stopRelaying: 'Stop being a relay',
  myWords: 'Words to hand over',
  relays: 'Relays',
  relaysLead:
    'Without telephone or Internet, people are reached through them: leave them a word, ' +
    'they hand it over.',
  relaysToday: (n, said) =>
    n === 1
      ? 'one person here passes on the messages left for somebody'
      : `${said} people here pass on the messages left for somebody`,
  noRelay: 'Nobody yet. A word left here goes to the person who keeps the page, who hands it over.',
  leaveOne: 'Leave a word',
  leaveTo: name => `Leave a word for ${name}`,
  leaveThrough: name => `Leave a word, through ${name}`,
  wordLead:
    'A word is never shown: it is read by the person who hands it over, the one whom it is ' +
    'for, and who keeps this page.',
  wordHeard: 'On an open Wi-Fi somebody near could read it as it passes: put nothing secret in it.',
  aboutTitle: 'About',
  throughNobody: keeper => `the person who keeps the page (${keeper})`,
  sayPlainly: {
    sender: 'Sign with your first name.',
    reach: 'Say how to reach you: a telephone, or where you are found.',
    forWhom: 'Say for whom it is, by their first name.',
  },
  throughKeeper: 'the person who keeps the page',
  leaveButton: 'Leave this word',
  which: (count, name) => `${count} people here are called ${name}: for which one is it?`,
  giveThem: 'It is for this person',
  whichSaid: name => `Noted: this word waits for ${name} on their page.`,
  foundThere: where => `Where they are found: ${where}`,
  undo: 'Undo',
  toHandAgain: 'Undone: this word is still to be handed over.',
  stopAsk: 'Stop being a relay?',
  stopLead: (notices, waiting) =>
    `${
      notices === 0
        ? 'No notice goes through this relay'
        : notices === 1
          ? 'One notice goes through this relay: it will go by a word left here'
          : `${notices} notices go through this relay: they will go by a word left here`
    }` +
    '. ' +
    `${
      waiting === 0
        ? 'No word waits to be handed over.'
        : waiting === 1
          ? 'One word still waits to be handed over: hand it over first, or the person who ' +
            'keeps the page will.'
          : `${waiting} words still wait to be handed over: hand them over first, or the ` +
            'person who keeps the page will.'
    }`,
  stayRelay: 'Stay a relay',
  noSuchDeal: 'This word goes with an agreed deal: open it from “My deals”.',
  wordLeft: name => `The word is left with ${name}.`,
  keeper: 'The person who keeps the page',
  noticesPerson: 'the person of the notice',
  noWordThere: 'This word is not, or no longer, in your list.',
  flood: (n, from) => `${n} words come ${from}`,
  floodCard: name => (name === null ? 'from one card' : `from the card of ${name}`),
  floodDevice: 'from one device, or one address of the network',
  floodHere: name => `from the box’s own computer, signed ${name}`,
  floodLead:
    'One act puts aside all that is ticked. Untick what is to be handed over. It can be undone.',
  floodLeadHere:
    'Several people may use it under this name: tick what is to be put aside. It can be undone.',
  floodAct: 'Put aside what is ticked',
  noneTicked: 'Nothing is ticked, or what was waits no more.',
  asideSaid: n =>
    n === 1
      ? 'One word is put aside. Nothing is erased; whoever left it reads that it was not ' +
        'handed over.'
      : `${n} words are put aside. Nothing is erased; whoever left them reads that they were ` +
        'not handed over.',
  asideTitle: 'Put aside',
  asideOf: n => `${n} words`,
  takeUp: 'Back in the list',
  wordRead: 'Noted: you have read it, and nobody has to hand it over any more.',
  iHaveRead: 'I have read it',
  forWhom: name => `For ${name}`,
  slipLine: (name, from) => `For ${name}, ${from}`,
  slipAbout: title => `about “${title}”`,
  toHand: 'To hand over',
  handedTitle: 'Already handed over',
  handed: 'Handed over',
  handedOn: day => `handed over ${day}`,
  lateWord: since => `waiting ${since}`,
  noWord: 'No word to hand over.',
  printSlips: 'Print as slips',
  prints: {
    blank: 'Print blank slips',
    key: 'Key in a slip that was filled in',
    keeper: (keeper: string | undefined) =>
      `if it is not for you, bring it back to ${keeper ?? 'whoever keeps the page'}`,
    forWhom: 'A word for',
    from: 'From',
    said: 'The word:',
    answer: 'To answer:',
    giveTo: (keeper: string | undefined) =>
      `Give it to a relay, or to ${keeper ?? 'whoever keeps the page'}.`,
  },
  slips: 'Slips',
  countWords: n =>
    n === 1 ? 'One word waits to be handed over.' : `${n} words wait to be handed over.`,
  lateForKeeper: n =>
    n === 1 ? 'a word has waited for a week unseen' : `${n} words have waited for a week unseen`,
  wordsWait: (n, names) => `${n === 1 ? 'a word' : `${n} words`} to hand over${toNames(names)}`,
  relayAskedOfYou: 'you are asked to pass words on',
  myPhrase: 'Enter without a card',
  aPhrase: 'A phrase of yours',
  phraseHint: 'Four words, for instance. With your first name, it opens this page.',
  choosePhrase: 'Choose this phrase',
  lostCard: {
    title: 'I lost my card',
    lead:
      'The card and the phrase will open nothing any more, and your other visits close. This one ' +
      'stays open: choose a new phrase in it, so that you can come back.',
    act: 'Close my lost card',
  },
  toolAbout: {
    list: 'The people whom this box knows: their card, how to reach them, what they agreed to.',
    relays: 'Those who pass words on to people without telephone or Internet.',
    words: 'Words left for somebody: carry them, then say so.',
  },
}
