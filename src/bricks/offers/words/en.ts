import { findingEn } from './finding/en.ts'
import { en as form } from './form/en.ts'
import type { fr } from './fr.ts'
import { matchingEn } from './matching/en.ts'
import { en as pieces } from './pieces/en.ts'
import { en as questions } from './questions/en.ts'
import { ridesEn } from './rides/en.ts'
import { en as sharing } from './sharing/en.ts'
import { en as stack } from './stack/en.ts'
import { en as types } from './types/en.ts'
import { en as whoSees } from './who-sees/en.ts'

export const en: typeof fr = {
  questions,
  types,
  form,
  pieces,
  sharing,
  matching: matchingEn,
  finding: findingEn,
  rides: ridesEn,
  menu: 'Notices',
  propose: 'I offer',
  search: 'I need',
  writeAsNeed: asked => `Write it as a need: “${asked}”`,
  hand: 'A helping hand?',
  photoTurn: 'In a photo',
  photoOf: who => (who === '' ? 'photo of the notice' : `photo of ${who}’s notice`),
  offered: 'Offered',
  wanted: 'Wanted',
  allOffers: 'all offers',
  allNeeds: 'all requests',
  prints: {
    reachWho: who => `To reach ${who}`,
    reach: 'To reach',
    orCode: 'or leave a word, notice ',
    code: 'notice',
    hangs: (printed, down) => `printed on ${printed} · to take down on ${down}`,
    strip: (what, who) => `${what}: ${who}`,
    rest: (who: string) => `(For the rest, ask ${who}.)`,
    posterCoded: 'Print the poster, with a code',
    poster: 'Print the poster',
    posterSmall: 'smaller',
  },
  listTitle: 'Notices',
  listLead: 'What people around here give, lend and look for.',
  kind: 'What',
  kinds: { propose: 'offered', cherche: 'wanted', 'coup-de-main': 'a helping hand' },
  theme: 'Theme',
  commune: 'Commune',
  found: n => (n === 1 ? 'One notice.' : `${n} notices.`),
  empty: 'No notice yet. The first may be yours.',
  lead: who => `to talk over with ${who}, nothing is promised`,
  heardOn: on => `said at a meeting ${on}`,
  leadAnyone: 'a lead, nothing is promised',
  here: (place, far) => `${place}, ${far}`,
  over: day => `This notice held until ${day}. It is no longer in the lists.`,
  closed: 'It is over: this notice is no longer in the lists.',
  interest: { offer: 'I am interested', need: 'I can help' },
  interestUncounted: 'Write without saying how much',
  interestLine: 'A few words, if you like',
  interestReadBy: by => `Read by ${by} too, to hand it over.`,
  reserved: { offer: 'reserved', need: 'found' },
  reservedNow: {
    offer: 'Reserved: it is agreed with somebody. If it is not done, it will be free again.',
    need: 'Found: it is agreed with somebody. If it is not done, the search goes on.',
  },
  interestWith: 'With your notice: ',
  interestWithout: 'answer without it',
  interestThen: moment => `Yes, ${moment}`,
  interestTalk: 'Talk first',
  interestGoOn: 'See what was said',
  interestForOther: 'For somebody else',
  stillTrueAsked: 'Is it still true, after more than three months?',
  stillTrue: 'No longer true?',
  said: {
    yes: (who, day) => `${who} confirmed it ${day}`,
    changed: (who, day) => `${who} said ${day} that it has changed`,
    gone: (who, day) => `${who} said ${day} that it is no longer true`,
    asked: (who, day) => `${who} asked about it ${day}`,
  },
  talked: (who, withWhom, day) => `${who} talked about it again with ${withWhom} ${day}`,
  someone: 'Someone',
  oneDay: 'one day',
  quoted: words => `: “${words}”`,
  stop: '.',
  reopen: 'Put it in the lists again',
  reopenedSaid: 'The notice is in the lists again.',
  correct: 'Correct',
  close: {
    need: 'I have found it, take it off the lists',
    sell: 'It is sold, take it off the lists',
    give: 'It is given, take it off the lists',
    shared: 'Nothing is left, take it off the lists',
    other: 'It is over, take it off the lists',
  },
  offerTitle: 'I offer',
  needTitle: 'I need',
  handTitle: 'A helping hand?',
  written: 'People here have written',
  forExample: 'For example',
  offerExamples: [
    'Paul lends his band saw, at his place',
    'Rosa drives to Boën on Tuesday morning, one seat',
  ],
  needExamples: [
    'Lucie looks for a market to show her furniture',
    'Malo looks for some land to till, however small',
  ],
  handExamples: ['Malo needs two pairs of hands to carry a stove on Saturday'],
  sayReach:
    'Say how to reach you: a telephone shown, somebody who passes it on, or a word handed over.',
  sayPhone: 'Write the telephone in figures, or choose another way to be reached.',
  shorterNamed: (most: number) =>
    `With the first name before it, this sentence is longer than ${most} letters, and a ` +
    'notice holds no more. Shorten it.',
  shorterWay: 'That is too long to say how to reach you: three hundred letters at most.',
  sayThrough: 'Say through whom: their first name, where and when they are found.',
  byWord: who => `leave a word with ${who}`,
  byRelay: (who: string, where: string) =>
    where === '' ? `through ${who}, who passes it on` : `through ${who}, ${where}`,
  misfits: {
    'gift-asks': 'A gift asks nothing in return. Otherwise choose exchange, barter or sale.',
    'lend-money': 'Lending for money is renting: tick “I sell or rent”.',
    'sale-free': 'A sale asks for money. Otherwise choose a gift or a barter.',
    'rent-free': 'Renting asks for money. Otherwise choose lending.',
    'barter-free': 'An exchange asks for a thing, or time. Otherwise choose a gift.',
    'barter-money': 'For money it is a sale: tick “I sell or rent”.',
    'hand-money': 'A helping hand is not paid in money: it is work then, with its own rules.',
  },
  sayHint: {
    offer:
      'Say it as you would at the counter: “I lend my band saw”. The page will write your ' +
      'first name.',
    need:
      'Say it as you would at the counter: “I need a market where I can show my furniture”. The ' +
      'page will write your first name.',
  },
  sayMore: 'Say more first, add a photo',
  shownAtOnce: 'It will be on the page at once.',
  phoneKnown: 'Leave it empty to give yours, which the box knows.',
  inNameOf: 'In the name of',
  inNameOfHint:
    'The page will say that you wrote it for this person. How to reach them: fill in nothing, ' +
    'if they told the box already.',
  nobodyElse: 'me, or somebody else',
  howToReach: 'How to reach you',
  toFill: 'choose one',
  ways: {
    phone: 'my telephone, shown',
    relay: 'through somebody',
    word: 'a message, kept for me here',
  },
  phone: 'Telephone',
  newsLabel: 'My page',
  news: {
    shown: title => `“${title}” is shown`,
    unmended: title => `the correction of “${title}” was not shown`,
    refused: title => `“${title}” was not shown`,
    off: title => `“${title}” is on the page no more`,
    taken: (title, said = 'somebody said how much') => `${said}, for “${title}”`,
    untaken: title => `somebody is in no more, for “${title}”`,
    doubted: title => `somebody says that “${title}” is true no more`,
  },
  partSaid: (who, amount) => `${who}: ${amount}`,
  newsHeard: {
    shown: 'one of your notices is shown',
    unmended: 'the correction of one of your notices was not shown',
    refused: 'one of your notices was not shown',
    off: 'one of your notices is on the page no more',
    taken: 'somebody said how much, for one of your notices',
    untaken: 'somebody is in no more, for one of your notices',
    doubted: 'somebody says that one of your notices is true no more',
  },
  waits: {
    meets: (who, theirs, mine) =>
      `${who ? `${who}: ` : ''}“${theirs}”, this may answer your notice “${mine}”`,
    isWanted: (who, theirs, mine) =>
      `${who ? `${who}: ` : ''}“${theirs}”, your notice “${mine}” may help`,
    meetsHeard: 'a notice answers one of yours',
    meetsYours: 'it answers your notice',
    loops: n =>
      n === 1
        ? 'a barter of three waits for your answer'
        : `${n} barters of three wait for your answer`,
    loopsKeeper: n =>
      n === 1 ? 'a barter of three to ask for' : `${n} barters of three to ask for`,
    renewOne: title => `“${title}”: is it still true?`,
    renew: n =>
      n === 1 ? 'one of your notices: still true?' : `${n} of your notices: still true?`,
  },
  usualWay: 'as usual',
  usualWayIs: how => `as usual: ${how}`,
  myCommune: name => (name === '' ? 'say my commune' : `say my commune, ${name}`),
  foundAt: 'Where are you found, to hand you a message?',
  foundAtHint:
    'For example “at Les Granges, the house with blue shutters”. Kept for the person who ' +
    'keeps the page, never shown.',
  sayFoundAt: 'Say where you are found: without it, nobody can hand you a message.',
  byWhom: 'Through whom',
  somebodyElse: 'somebody else',
  through: 'Who, where, when',
  throughHint: 'For instance “through Marius, at the bar, Tuesday mornings”.',
  whereToShow: 'Who may read it, telephone included',
  spreads: { ici: 'here only', voisins: 'here and in the villages around' },
  sayWhere: 'Say where to show it: with a card only, here, or in the villages around too.',
  cardOnly:
    'Your sentence says that a card is needed: only those who have one will read it. Otherwise ' +
    'choose wider.',
  whereShown: where => `Where: ${where}.`,
  hereOnly: 'Shown here only: it does not go to the villages around.',
  inWhatWay: 'In what way',
  inReturn: 'In return for what?',
  ticks: {
    offer: {
      give: 'I give',
      lend: 'I lend',
      exchange: 'I exchange',
      sell: 'I sell or rent',
      hand: 'a helping hand',
      ride: 'we share the road',
      share: 'we do it together',
    },
    need: {
      give: 'given to me',
      lend: 'lent to me',
      exchange: 'for something else',
      sell: 'I buy or rent',
      hand: 'a helping hand',
      ride: 'we share the road',
      share: 'we do it together',
    },
  },
  notYours: 'This notice is not yours. To have it changed, leave a word with who keeps the page.',
  renew: 'It is still true',
  renewedSaid: 'Said again: the notice stays, with today’s date.',
  renewPassed: 'That day is past. Write a new notice.',
  sayHiddenWhy: 'Say why: its author will read it, and nobody else.',
  hiddenSaid:
    'The notice is off the page. Whoever wrote it will read why, on their own page or on ' +
    'their ticket.',
  hiddenUntold:
    'The notice is off the page. Nobody will learn it from here: tell why to whoever gave it.',
  undo: 'Undo',
  hide: 'Take off the page',
  hideWhy: 'Why, in a sentence for its author',
  spottedSaid: 'Noted, for this box alone.',
  spots: 'Spotted',
  spotsLead:
    'An idle plot, empty premises, wood asleep: one notes it, one looks for its owner. ' +
    'Nothing is shown until that person has said yes.',
  spotTitle: 'What you saw: “an empty barn, mill road”.',
  spotsNone: 'Nothing spotted for now.',
  spotAdd: 'Note it',
  ownerSaid: 'The owner said yes',
  toRenew: 'To say again',
  toRenewLead:
    'These notices are more than three months old. Still true? One tap is enough; nothing ' +
    'goes away by itself.',
  toRenewNone: 'Nothing to say again.',
  leaveWord: 'Leave a word',
  leaveWordTo: who => `Leave a word for ${who}`,
  copy: 'Copy the text',
  contact: (who: string) => (who === '' ? 'Contact: ' : `Reach ${who}: `),
  until: (day: string) => `Until ${day}.`,
  copyHint: 'For an SMS, a classified-ads site, the festival’s page: select and copy.',
  keying: 'Key slips of paper',
  keyingLead: 'For an evening, or a pile of slips: one slip, one line, and the next.',
  keyNext: 'Note it, and the next',
  keyed: 'Noted.',
  keyedToday: (count: number) => (count === 1 ? 'One notice today.' : `${count} notices today.`),
  lastOne: 'The last one:',
  samePerson: 'one more slip of the same person',
  somebodyElseNow: 'somebody else',
  reachedAs: (reach: string) => `How to reach: ${reach}.`,
  sayWho: 'Write the first name that is on the slip.',
  slipKinds: { offer: 'offers', need: 'looks for', hand: 'a helping hand' },
  stack,
  whoSees,
  strips: 'Strips to take home',
  stripsLead: (people: number) =>
    people === 1
      ? 'One person. Print, cut, hand over.'
      : `${people} people. Print, cut, hand over.`,
  stripsNone: 'Nothing was written today.',
  stripFoot: (day: string, keeper: string) =>
    `Written on ${day}. To change it or take it off: ${keeper}.`,
  stripsNobodys: n =>
    n === 1
      ? 'Another notice has no first name: it is on no strip.'
      : `${n} other notices have no first name: they are on no strip.`,
  leadBox: 'It is a lead: I am finding out, I promise nothing',
  send: 'Send',
  show: 'Show it',
  whoReads: keptBy =>
    `Before it appears, your notice is read by ${keptBy}. Then everyone can read it.`,
  keeper: 'the person who keeps this page',
  thanks: keptBy => `Thank you. Your notice will appear here once it has been read by ${keptBy}.`,
  meanwhile: (kind, all) =>
    `Meanwhile, ${kind === 'need' ? 'this might answer it' : 'this is who might want it'}: ` +
    `${all.join('; ')}.`,
  titleAndReach: (title, reach) => `“${title}”${reach && ` (${reach})`}`,
  shownAsNeed: 'It shows with what people look for, as your sentence says.',
  shownAsOffer: 'It shows with what people offer, as your sentence says.',
  shownNow: 'It is shown.',
  shownButNumber:
    'It is shown, but this telephone is hidden: somebody said that it is theirs. If it is ' +
    'yours, your page lets you show it again.',
  passed: '“Until”: that day has already passed. Leave it empty if you do not know.',
  closedSaid: 'The notice is no longer in the lists. Its page stays.',
  nothingThere: 'This notice is no longer here. Look in the list of notices.',
  onMap: 'Notices',
  indicators: {
    offers: 'offers published',
    needs: 'requests published',
    hands: 'requests for a helping hand',
  },
  toolAbout: {
    unanswered: 'Requests that nobody took up yet, and what comes near them.',
    loops: 'Three people, each giving to the next, when two are not enough.',
    keying: 'The pile of slips from the counter, one line a paper.',
    strips: 'For each person who came today, what answers them, to cut out.',
    toRenew: 'Notices older than three months: ask whether they still hold.',
    spots: 'An empty room, a plot, wood lying idle: noted here, never shown without a yes.',
  },
  resting: {
    title: 'Notices',
    about: 'What is given, lent and wanted, and what answers what.',
  },
}
