import type { PageQuestion } from '../../../contract/search.ts'
import { capital } from '../../../text/capital.ts'
import { dayPlain, numberWord } from '../../../text/days.ts'
import { en as dates } from './dates/en.ts'
import { en as errands } from './errands/en.ts'
import type { fr } from './fr.ts'
import { en as taking } from './taking/en.ts'
import { en as types } from './types/en.ts'

/** What people ask the search about the page itself. */
const questions: readonly PageQuestion[] = [
  {
    words: 'Suggest an idea',
    text: 'A sentence, and your first name if you like.',
    href: '/idees/proposer',
    asked: ['suggest/propose/give/write/tell idea', 'ideas box', 'suggestion box'],
  },
  {
    words: 'Meetings and their notes',
    text: 'What was said and decided there.',
    href: '/idees/reunions',
    asked: ['minutes meeting*', 'notes meeting'],
  },
]

export const en: typeof fr = {
  questions,
  types,
  dates,
  errands,
  menu: 'Our ideas',
  title: 'Our ideas and meetings',
  lead: 'What was said here, what was decided, and what became of it.',
  propose: 'Suggest an idea',
  sendIdea: 'Propose this idea',
  ideaLead: keptBy =>
    `It is read first by ${keptBy}. Your idea is then shown here, without your name, and anybody ` +
    'can say “I’m in”.',
  ideaLeadMember:
    'Your idea is shown here at once, without your name, and anybody can say “I’m in”.',
  ideaWaits: 'Thank you. Your idea is read first, then shown here.',
  ideaWaitsFrom: n =>
    'Thank you. Your idea is read first, then shown here. The page understood: we meet from ' +
    `${numberWord(n, 'en')} people. If not, correct it on your ticket.`,
  ideaShownFrom: n =>
    `Your idea is here. The page understood: we meet from ${numberWord(n, 'en')} people. If not, ` +
    'correct it in “What I wrote”. Say “I’m in”, if you are.',
  ideaShown: 'Your idea is here. Say “I’m in”, if you are.',
  only: 'Look only at',
  colon: ': ',
  isPast: 'it is past',
  quoted: text => `“${text}”`,
  keeper: 'the person who keeps this page',
  empty: keptBy => `Nothing is told here yet. Were you at a meeting? Talk about it with ${keptBy}.`,
  emptyKeeper: 'Nothing is told here yet. Back from a meeting?',
  paste: 'Paste your notes',
  month: (month, year) => `${month} ${year}`,
  became: idea => `An idea made its way: ${idea}`,
  readBack: (by: number, of: number) =>
    of === by ? 'Notes read back by all those named.' : `Notes read back by ${by} of ${of}.`,
  todayAt: (title, time) => `${title} at ${time}`,
  metToday: 'today',
  metTonight: 'this evening',
  metYesterday: 'yesterday',
  metLastNight: 'yesterday evening',
  came: {
    initiative: (n: number, word: string) => `${word} project${n === 1 ? '' : 's'}`,
    idea: (n: number, word: string) => `${word} idea${n === 1 ? '' : 's'}`,
    need: (n: number, word: string) => `${word} need${n === 1 ? '' : 's'}`,
    offer: (n: number, word: string) => `${word} offer${n === 1 ? '' : 's'}`,
    decision: (n: number, word: string) => `${word} decision${n === 1 ? '' : 's'}`,
    event: (n: number, word: string) => `${word} event${n === 1 ? '' : 's'}`,
  },
  becameWhat: 'It became',
  revived: idea => `An idea came back: ${idea}`,
  newIdea: idea => `An idea: ${idea}`,
  decided: decision => `It is decided: ${decision}`,
  said: 'Heard around here',
  newReference: title => `To read, to see: ${title}`,
  onlyYouRead: who => `${who} (you alone read this name)`,
  rest: 'the rest on the meeting’s page',
  parts: {
    decision: 'What was decided',
    task: 'What is to be done',
    idea: 'Ideas',
    initiative: 'Projects that were talked about',
    offer: 'Offered',
    need: 'Wanted',
    event: 'Dates',
    place: 'Places',
    'access-point': 'Computers',
    actor: 'Who does what',
    voice: 'What was said',
    reference: 'To read, to see',
    other: 'And also',
  },
  asks: {
    decision: 'a decision',
    task: 'a follow-up',
    idea: 'an idea',
    voice: 'a thing said',
    reference: 'a reference',
  },
  forWikis: 'These notes, to paste into the wiki of an association if there is one',
  addFrom: 'Add to this meeting',
  nothingNoted: keptBy =>
    `Nothing noted for this meeting. Were you there? Tell ${keptBy} what came out of it.`,
  takesPlace: day => `It takes place ${day}.`,
  askAbout: keptBy => `talk to ${keptBy}`,
  notedAt: day => `noted at the meeting of ${day}`,
  notedAtNamed: meeting => `noted at the meeting “${meeting}”`,
  bornOn: day => `came here ${day}`,
  revivedOn: day => `taken up again ${day}`,
  droppedNow: 'put aside for now; it may come back',
  taking,
  people: {
    title: 'Who counts, and once only',
    lead:
      'When two answers bear the same first name, the page counts one. You know the people: ' +
      'say how it is.',
    none: 'Nothing to sort out: each answer counts for one person.',
    link: n =>
      n === 1 ? 'One answer to sort out: who is it?' : `${n} answers to sort out: who is it?`,
    waits: n =>
      n === 1 ? 'one answer to sort out: who is it?' : `${n} answers to sort out: who is it?`,
    twice: name => `Two answers in the name of ${name}`,
    countsOnce: 'For now they count as one person.',
    two: 'Two people',
    same: 'The same person',
    twoSaid: 'Noted: they are two people, and both count.',
    sameSaid: 'Noted: it is the same person, who counts once.',
    forged: name => `An answer in the name of ${name}, written with somebody else’s card`,
    byCard: (card, name) =>
      `The card of ${card} wrote it. The page counts ${name}, who perhaps never said so.`,
    bySomeCard: name => `The page counts ${name}, who perhaps never said so.`,
    toldFor: name => `It was said for ${name}: write so`,
    off: 'Erase it',
    toldSaid: 'Noted: everybody reads who said it, and for whom.',
    offSaid: 'The answer is erased.',
    toldBy: name => `said by ${name}`,
    reach: how => `to reach them: ${how}`,
    ticket: code => `ticket ${code}`,
  },
  seats: (taken, all) =>
    taken === 0
      ? all === 1
        ? 'One seat only, free.'
        : `${all} seats, all free.`
      : taken < all
        ? `${taken} of ${all} seats taken.`
        : `All ${all} seats are taken.`,
  waiting: names => `On the waiting list: ${names}.`,
  yourPlace: n =>
    n === 1
      ? 'It is full: you are first on the waiting list.'
      : `It is full: you are number ${n} on the waiting list.`,
  notedWaiting: 'It is full. You are on the waiting list; this page will tell your turn.',
  freed: name => `A seat is free: it is for ${name}, who waited. To be told.`,
  freedTell: 'They know',
  freedTold: name => `Noted: ${name} knows.`,
  lateWaits: n =>
    n === 1 ? 'a follow-up is late: whom to remind' : `${n} follow-ups are late: whom to remind`,
  freedLabel: 'Seats set free',
  freedWaits: n => (n === 1 ? 'a seat is free: whom to tell' : `${n} seats are free: whom to tell`),
  seatIsYours: 'a seat is free for you',
  whoHolds: 'Who takes it',
  andYouPart: 'And you? Do you take it?',
  whichDay: 'Which time?',
  whoIsInOn: (day, isOff) => (isOff ? `Cancelled, ${day}; had answered` : `Who is in, ${day}`),
  whoIsIn: 'Who is in',
  already: (people, names) => `Already ${people}: ${names}.`,
  alreadyOne: name => `${name} is already in.`,
  nobodyYet: 'Nobody has said so yet. You would be the first.',
  wereForIdea: (n, word) =>
    n === 1 ? 'one person was for the idea.' : `${word} people were for the idea.`,
  nobodyForDay: 'For this day, nobody has said so yet: you would be the first.',
  threshold: people => `When there are ${people}, we meet.`,
  missing: people => `${capital(people)} more are needed.`,
  missingOf: (n, word) => (n === 1 ? 'one person is missing' : `${word} people are missing`),
  onlyIn: 'Only “I’m in” counts.',
  missingOne: 'Only one more is needed.',
  reached: day => `There are enough of us: shall we meet? For instance on ${day}.`,
  reachedPropose: keptBy => `Suggest a day: it is first read by ${keptBy}.`,
  reachedHow: keptBy => `The day is set with ${keptBy}.`,
  newsLabel: 'My page',
  enoughKeeper: 'there are enough people for an idea',
  reachedLabel: 'Ideas',
  enoughHeard: 'there are enough people for an idea that you are in',
  enoughDates: 'Agenda',
  enoughKeeperDate: 'there are enough people for a date',
  enoughHeardDate: 'there are enough people for a date that you are in',
  enoughOn: (title, day) => `“${title}”, ${day}: there are enough people`,
  shortOn: (title, day, n, word) =>
    `“${title}”, ${day}: ${n === 1 ? 'one person is' : `${word} people are`} missing`,
  shortHeard: 'people are missing for a date that you are in',
  shortKeeper: 'people are missing for a date',
  shortFor: (title, n, word) =>
    `“${title}”: ${n === 1 ? 'one person is' : `${word} people are`} missing`,
  shortHeardIdea: 'people are missing for an idea that you are in',
  shortKeeperIdea: 'people are missing for an idea',
  becameFor: (idea, became) =>
    idea === became
      ? `“${idea}”: the idea came to something, read what`
      : `“${idea}” came to something: ${became}`,
  dayFor: (idea, day) => `“${idea}”: we meet on ${day}`,
  thenYou: said => `${said}, will you be there?`,
  thenShown: said => `${said}, your date is shown`,
  helpOffered: (idea, help) => `help for “${idea}”: ${help}`,
  helpHeard: 'somebody offers to help with your idea',
  datedKeeper: 'a day is set for an idea',
  becameHeard: 'an idea that you are in came to something',
  tellThem: standing => `${standing}, tell them`,
  enoughFor: title => `there are enough people for “${title}”`,
  enough: 'There are enough of us.',
  setDay: 'Set this day in the agenda',
  proposeDay: 'Suggest this day, or another',
  toTell: 'To tell them',
  readsPage: 'reads it here, on their page',
  noWay: 'no way to reach them is noted',
  tellOne: 'They know',
  tellAll: 'Everybody knows',
  isTold: {
    enough: 'knows that there are enough people',
    short: 'knows that people are missing',
    dated: 'knows which day',
  },
  toldSaid: name => `Noted: ${name} knows.`,
  countChanged: 'The count has changed since: read how it stands, then say whom you told.',
  toldAllSaid: 'Noted: everybody knows.',
  whoHelps: 'Who can help',
  helps: (name, saying) => `${name}: ${saying}`,
  reasons: 'Why it is not for everybody',
  reason: (name, saying) => `${name}: ${saying}`,
  andYou: 'And you?',
  answerLead: keptBy =>
    `It is first read by ${keptBy}. Then your first name and your words are shown here; how ` +
    'to reach you never is.',
  answerLeadMember:
    'Your first name and your words show here at once; how to reach you never does.',
  yourAnswerFor: day => `You answered for ${day}`,
  yourAnswer: 'You answered',
  takeBackAnswer: 'Take my answer back',
  answerTakenBack: 'Your answer is taken back: it is erased from here.',
  changeAnswer: 'Change my answer',
  answerAgain: 'Answering again replaces this answer.',
  answerLeadKeeper:
    'You keep this page: what you note here for somebody is shown at once, with their agreement.',
  send: 'Send my answer',
  answerTo: title => `Answer: ${title}`,
  backTo: 'Read it all before answering',
  nothingThere: 'It is no longer here. Go back to the list.',
  closedIdea: 'This idea was put aside. Talk to the person who keeps the page: it may come back.',
  becameIdea: 'This idea became something else: that is where to answer now.',
  cancelledEvent: 'It is cancelled: there is nothing left to answer.',
  dayIsOff: day =>
    `${dayPlain(day, 'en')} does not take place, or not that day any more. Choose another time.`,
  closedEvent: 'This date is over: it takes no more answers.',
  sayWhat: 'Say what you can help with, in a few words.',
  sayWhy: 'Say why, in a few words: that is what helps the others.',
  sayAmount: 'Say how many you bring.',
  sayHow: 'Say how to reach you, to be told of the day. It is never shown.',
  thanksWaiting: keptBy =>
    `Thank you. It is full: this is for the waiting list. It is first read by ${keptBy}; ` +
    'your ticket will say when it is your turn.',
  thanks: (keptBy, day) =>
    `Thank you${day && `, for ${dayPlain(day, 'en')}`}. It is first read by ${keptBy}; ` +
    'then it will be shown here.',
  notedFor: day => `It is noted for ${dayPlain(day, 'en')}.`,
  noted: 'It is noted.',
  keeperActs: 'For the person who keeps the page',
  revive: 'Take this idea up again today',
  revivedSaid: 'The idea is taken up again today.',
  drop: 'Put it aside',
  droppedSaid: 'The idea is put aside. It stays here and may come back.',
  becomes: 'It became this',
  becomesSaid: 'Noted: the idea made its way.',
  sayBecame: 'Choose what the idea became. If it is not in the list, add it first.',
  alreadyBecame: 'This idea already became something else. Correct it if that is no longer so.',
  inspires: 'What it inspires here',
  prints: {
    print: 'Print the minutes, one page',
    printAll: 'Print everything to follow',
    printOf: '; or one person’s',
    minutes: 'Minutes',
    minutesOf: (title: string) => `Minutes: ${title}`,
    nothingNoted: 'Nothing is noted of this meeting yet. Write it here.',
    toMend: (keeper: string) => `Not so? ${keeper}`,
    printedOn: (day: string) => `printed on ${day}`,
    more: 'And {n} more, to read on the page.',
    byWhom: 'who: …………………………',
    done: 'done',
    followUpsOf: (name: string) => `What ${name} promised`,
    stays: 'to keep to oneself: who does what is not shown to everybody',
  },
  followUps: 'My follow-ups',
  toolAbout: {
    followUps: 'What each one promised, and by when: remind them, or say that it is done.',
  },
  followUpsLead:
    'What was promised, by whom and for when. This page never leaves this box; it prints as it is.',
  followUpsNone: 'Nothing to follow up for now.',
  others: 'There are more: all the follow-ups',
  dueParts: {
    late: 'Late',
    week: 'Within seven days',
    later: 'Later',
    undated: 'Without a date',
    done: 'Done within a month',
  },
  lateFor: day => `late, it was for ${day}`,
  dueOn: day => `for ${day}`,
  lateSince: (day, ago) => `it was for ${day}, ${ago}`,
  toWhom: 'nobody yet',
  reminded: day => `reminded ${day}`,
  doneOn: day => `done ${day}`,
  about: 'about',
  from: day => `meeting of ${day}`,
  remind: 'I reminded them today',
  remindedSaid: 'Noted: reminded today.',
  finish: 'It is done',
  finishedSaid: 'It is done, and the first page will say so.',
  alreadyDone: 'This follow-up is already done or given up. Correct it if that is no longer so.',
  doneTask: title => `Done: ${title}`,
  doneFrom: day => `follow-up of the meeting of ${day}`,
  ideaFrom: day => `an idea of the meeting of ${day}`,
  ideaAlone: 'an idea that made its way',
  indicators: {
    meetings: 'meetings told',
    open: 'open ideas',
    became: 'ideas that became something',
    done: 'follow-ups done',
    todo: 'follow-ups to do',
    voices: 'things said',
  },
  resting: {
    title: 'Our ideas and meetings',
    about: 'Minutes, ideas, decisions, and who does what next.',
  },
}
