import { capital } from '../../../../text/capital.ts'
import type { fr } from './fr.ts'

export const en: typeof fr = {
  end: 'End the conversation',
  endLead:
    'Nobody can write in it any more, and an agreed meeting is off. The other one will read so.',
  endedSaid: 'The conversation is over.',
  endedNews: 'a conversation is over',
  endedNewsBy: (who, when, of) =>
    `${who} ended the conversation${of === undefined ? '' : ` about “${of}”`}` +
    `${when === null ? '' : `: “${when}” takes place no more`}`,
  meetingFalls: when => `“${when}” takes place no more.`,
  callsOff: (when, who) =>
    `${when === '' ? 'What is agreed' : capital(when)}` +
    `${who === '' ? '' : `, with ${who},`} will be announced as called off.`,
  callsOffSome: 'What is agreed will be announced as called off.',
  agreedIsOff: 'What was agreed will not take place.',
  hide: 'Off my list',
  hideLead: 'Nothing is erased, and the other one is not told. A new word brings it back.',
  showAgain: 'Back on my list',
  hiddenSaid: 'It is off your list. A new word brings it back.',
  shownAgainSaid: 'It is on your list again.',
  putAway: n => (n === 1 ? 'One more, off my list' : `${n} more, off my list`),
  fadesLead: months =>
    `All that is said here goes ${months} months after the end, or after the last word.`,
  actFor: (act, who) => `${act}, for ${who}`,
  report: 'This message hurts me',
  reportsInsult: 'a message that holds an insult',
  reportLead:
    'The person who keeps the page will read this word, and nothing else of the conversation. ' +
    'The other won’t know.',
  reportAct: 'Report it',
  reportedSaid:
    'It is reported: this word will be read, and nothing else of the conversation. Until then, ' +
    'who wrote it can write to you no more.',
  reported: 'You reported this word.',
  hiddenWord: 'This word is hidden.',
  hiddenYours: 'Your word is hidden: it hurt.',
  stands: 'This word was read: nothing to say about it.',
  reportsTitle: 'Reported words',
  reportsLead:
    'Each of these words hurt who got it. You read this word, and nothing else of their ' +
    'conversation.',
  noReport: 'No word is reported.',
  reportLine: (from, day, by) => `Said by ${from}, ${day}. Reported by ${by}.`,
  judgeHide: 'Hide it for both',
  judgeStop: 'Hide it, and let them write to this person no more',
  threat: 'A threat is told to the police too, by 17.',
  wordWaits: name =>
    `A word of ${name} already waits for an answer here: go on with your ticket. ` +
    'You are somebody else? Write your last name too, or its initial.',
  myTicket: 'My ticket',
  writesNoMore: 'One cannot write to this person for now. Ask the person who keeps the page.',
  judgedStopped:
    'This word is hidden, the conversation is over, and who wrote it writes to this person no ' +
    'more.',
  judgeStands: 'Nothing to say',
  judgedNews: 'the word that you reported is hidden',
  standsNews: 'the word that you reported was read, and stays',
  hiddenNews: 'one of your words is hidden',
  judgedHidden: 'This word is hidden for both, and who reported it knows.',
  judgedStands: 'It is noted: who reported it knows.',
  reportsWait: n => (n === 1 ? 'one word is reported' : `${n} words are reported`),
  goesByCourier: 'It is written: the courier will take it along.',
  longEnough: 'It is a lot for the courier: reach the person, or begin another conversation.',
  boxReadsNoWords: called =>
    `The box of ${called} reads no words yet: reach the person in another way.`,
  wordAway: called => `This word leaves for ${called} with the courier, who brings the answer.`,
  carried: 'on its way, with the courier',
}
