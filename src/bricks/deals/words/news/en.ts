import type { fr } from './fr.ts'

const and = (names: readonly string[]) =>
  new Intl.ListFormat('en', { type: 'conjunction', style: 'long' }).format(names)
const about = (what: string | undefined) => (what === undefined ? '' : ` about “${what}”`)
const saying = (said: string | undefined) => (said === undefined ? '' : `: “${said}”`)

export const en: typeof fr = {
  awaitYour: (who, n) => `${who} ${n === 1 ? 'waits' : 'wait'} for your answer`,
  awaitTheir: (who, n, whom) => `${who} ${n === 1 ? 'waits' : 'wait'} for ${whom}’s answer`,
  askThemYours: whom => `ask ${whom} for their answer`,
  lastYes: (who, whom) =>
    `${who} also agrees to tell what was done: ` +
    (whom === undefined ? 'your last yes is missing' : `a last yes of ${whom} is missing`),
  insteadNews: (awaits, asked, agreed) => `${awaits}: “${asked}” instead of “${agreed}”`,
  andAwaits: (cancelled, awaits) => `${cancelled}; ${awaits}`,
  news: {
    stays: 'a time that was agreed still stands',
    keeps: 'a time that was agreed still stands',
    agreed: 'one of your deals is agreed',
    done: 'one of your deals is noted as done',
    notDone: 'one of your deals is not done yet',
    tell: 'what was done may be told, if you agree too',
    untold: 'what was done is told no more',
    told: 'it is told in “It was done”',
    takenBack: 'the person erased what they had written',
    agreedTakenBack: 'the person erased what they had written: what was agreed will not take place',
    back: 'an answer was taken back in one of your deals',
    proposed: 'a time is proposed in one of your deals',
    failed: 'one of your deals takes place no more',
    late: 'somebody is late',
    word: 'a word waits for you, in one of your deals',
  },
  newsBy: {
    stays: who => `${who} asks for no other time any more: it is still agreed`,
    keeps: who => `${who} keeps what was agreed`,
    proposed: who => `${who} proposes a time`,
    agreed: who => `${who} agreed: it is settled`,
    done: who => `${who} noted that it is done`,
    word: (who, of, said) => `${who} writes to you${about(of)}${saying(said)}`,
    wordTo: (who, of, said) => `${who} writes to them${about(of)}${saying(said)}`,
    late: who => `${who} is late`,
    failed: who => `${who} says that, in the end, it will not be done`,
    notDone: who => `${who} says that it is not done yet`,
    tell: who => `${who} agrees that it is told`,
    untold: who => `${who} would rather not have it told`,
    told: who => `it is told in “It was done”, with the agreement of ${who}`,
    backThere: who => `${who} takes back their answer: the deal is proposed again`,
    back: {
      other: who => `${who} asks for no other time any more, and will answer`,
      yes: who => `${who} takes back their yes: it is settled no more`,
      no: who => `${who} takes back their “no, thank you”: the deal is proposed again`,
      not: who => `${who} takes back their “it was not done”: it is settled again`,
      done: who => `${who} takes back their “it is done”: it is settled again`,
    },
  },
  newsWhat: (news, what) => `${news} (“${what}”)`,
  andWrites: (news, said) =>
    said === undefined ? `${news}, and a word waits for you` : `${news}, with this word: “${said}”`,
  newsAbout: (news, what) => `${news},${about(what)}`,
  andLate: news => `${news}, running late`,
  andNotice: (news, notice) => `${news}; ${notice}`,
  newsWith: (who, ended) => `with ${who}: ${ended}`,
  noticeChanged: (who, now) =>
    `${who === undefined ? 'a notice has changed' : `${who} changed their notice`}` +
    (now === undefined ? '' : `: “${now}”`),
  noticeReopened: (who: string | undefined, now: string) =>
    `${who === undefined ? 'a notice is open again' : `${who} opened the notice again`}: “${now}”`,
  noticeClosed: (who, was) =>
    `${who === undefined ? 'a notice is closed' : `${who} closed their notice`}` +
    (was === undefined ? '' : ` (“${was}”)`),
  stillAgreed: (news, when) =>
    `${news}; what was agreed still stands${when === null ? '' : ` (“${when}”)`}`,
  noticeOffNews: (who, was) =>
    `${who === undefined ? 'a notice' : `the notice of ${who}`}` +
    `${was === undefined ? '' : ` (“${was}”)`} is on the page no more`,
  notedNews: {
    relay: news => `${news}, as their relay noted`,
    keeper: news => `${news}, as the person who keeps the page noted`,
  },
  callThem: (who, phone, what) => `call ${who}, ${phone}: ${what}`,
  callThrough: (who, keeper, what) =>
    `${who} may not know it yet, and their number is hidden or erased: ask ${keeper}, and ${what}`,
  tellHer: {
    off: (when, thing) =>
      thing === undefined
        ? `say that the ride${when === '' ? '' : ` of “${when}”`} is off`
        : `say that ${when === '' ? 'it' : `“${when}”`} is off` +
          (thing === '' ? '' : ` (“${thing}”)`),
    leaves: (hour, isYours, agreed) =>
      `say that${agreed === null ? '' : `, for “${agreed}”,`} ` +
      (isYours === 'back'
        ? `the way back now leaves at ${hour}`
        : `${isYours ? 'you leave' : 'the ride now leaves'} at ${hour}`),
    agreed: when => `say that it is agreed${when === '' ? '' : `: “${when}”`}`,
    waits: when => `say that their proposal${when === '' ? '' : `, “${when}”,`} still stands`,
    asks: when => (when === '' ? 'ask for an answer' : `ask whether “${when}” suits`),
    no: 'say that it is not possible, this time',
    late: who => (who === undefined ? 'say that you are late' : `say that ${who} is late`),
    word: said => `say: “${said}”`,
    notice: now => `say that the notice has changed: “${now}”`,
    noticeOff: 'say that the notice is in the lists no more',
    some: 'say what was said',
  },
  thenSay: '; ',
  callSome: 'somebody is to be called, for one of your deals',
  callHere: (who, phone, what) =>
    `${who} has no card, and may not know it yet. Call ${phone}: ${what}.`,
  heardAnswer: (whom, by) =>
    `Does ${whom} answer you by voice? Tell ${by}, so that the answer is noted.`,
  carriedTo: (whom, by) => `${whom} has no card: what you say here is carried to them by ${by}.`,
  carriedTooLate: (whom, by, place, when) =>
    `${whom} has no card, and ${by} (${place}) can’t say it to them before “${when}”: tell them ` +
    'yourself.',
  itIsTold: 'It is told',
  heardHere: whom => `Did ${whom} answer you by voice? Note what was said.`,
  saysYes: whom => `${whom} agrees`,
  saysNo: whom => `${whom} can’t`,
  missed: whom => `Could not reach ${whom}`,
  missedWord: 'I called, nobody answered.',
  noteByCode: whom => `Note the answer of ${whom}, who tells you their code`,
  code: 'The code of their ticket',
  codeHint: 'A word and four digits, as their ticket says them.',
  codeNotTheirs: 'This code is not that of this ticket: ask for it again.',
  asksToTell: 'may what was done be told',
  asksToTellFor: whom => `ask ${whom} whether what was done may be told`,
  apart: {
    digits: (name, digits) => `${name} (number ending in ${digits})`,
    notice: (name, notice) => `${name} (“${notice}”)`,
  },
  callAndAsk: (whom, phone, moment, of) =>
    `call ${whom}, ${phone}: does “${moment}” with ${of} suit them?`,
  askThem: (whom, of) => `ask ${whom} for their answer to ${of}`,
  tellThem: (whom, news) => `to tell ${whom}: ${news}`,
  waitsForKeeper: (count, names) =>
    (count === 1
      ? 'an answer is to be asked of somebody who has no card'
      : `${count} answers are to be asked of people who have no card`) +
    (names.length === 0 ? '' : `: ${and(names)}`),
  newsForKeeper: (count, names) =>
    (count === 1
      ? 'an answer is to be told to somebody who has no card'
      : `${count} answers are to be told to people who have no card`) +
    (names.length === 0 ? '' : `: ${and(names)}`),
}
