import type { fr } from './fr.ts'

const and = (names: readonly string[]) =>
  new Intl.ListFormat('en', { type: 'conjunction', style: 'long' }).format(names)
const about = (what: string | undefined) => (what === undefined ? '' : ` about “${what}”`)
const saying = (said: string | undefined) => (said === undefined ? '' : `: “${said}”`)

export const en: typeof fr = {
  awaitYour: (who, n) => `${who} ${n === 1 ? 'waits' : 'wait'} for your answer`,
  andAwaits: (cancelled, awaits) => `${cancelled}; ${awaits}`,
  news: {
    stays: 'a time that was agreed still stands',
    agreed: 'one of your deals is agreed',
    done: 'one of your deals is noted as done',
    notDone: 'one of your deals is not done yet',
    tell: 'what was done may be told, if you agree too',
    untold: 'what was done is told no more',
    told: 'it is told in “It was done”',
    takenBack: 'somebody took back what they had written',
    agreedTakenBack:
      'somebody took back what they had written: what was agreed will not take place',
    back: 'an answer was taken back in one of your deals',
    proposed: 'a time is proposed in one of your deals',
    failed: 'one of your deals takes place no more',
    late: 'somebody is late',
    word: 'a word waits for you, in one of your deals',
  },
  newsBy: {
    stays: who => `${who} asks for no other time any more: it is still agreed`,
    proposed: who => `${who} proposes a time`,
    agreed: who => `${who} agreed: it is settled`,
    done: who => `${who} noted that it is done`,
    word: (who, of, said) => `${who} writes to you${about(of)}${saying(said)}`,
    wordTo: (who, to, of, said) => `${who} writes to ${to}${about(of)}${saying(said)}`,
    late: who => `${who} is late`,
    failed: who => `${who} says that, in the end, it will not be done`,
    notDone: who => `${who} says that it is not done yet`,
    tell: who => `${who} agrees that it is told`,
    untold: who => `${who} would rather not have it told`,
    told: who => `it is told in “It was done”, with the agreement of ${who}`,
    backThere: who => `${who} takes back their answer: the deal is proposed again`,
    back: {
      yes: who => `${who} takes back their yes: it is settled no more`,
      no: who => `${who} takes back their “no, thank you”: the deal is proposed again`,
      not: who => `${who} takes back their “it was not done”: it is settled again`,
      done: who => `${who} takes back their “it is done”: it is settled again`,
    },
  },
  newsWhat: (news, what) => `${news} (“${what}”)`,
  andWrites: (news, said) =>
    said === undefined ? `${news}, and a word waits for you` : `${news}, with this word: “${said}”`,
  andLate: news => `${news}, running late`,
  andNotice: (news, notice) => `${news}; ${notice}`,
  newsWith: (who, ended) => `with ${who}: ${ended}`,
  noticeChanged: (who, now) =>
    `${who === undefined ? 'a notice has changed' : `${who} changed their notice`}` +
    (now === undefined ? '' : `: “${now}”`),
  noticeClosed: (who, was) =>
    `${who === undefined ? 'a notice is closed' : `${who} closed their notice`}` +
    (was === undefined ? '' : ` (“${was}”)`),
  stillAgreed: (news, when) =>
    `${news}; what was agreed still stands${when === null ? '' : ` (“${when}”)`}`,
  noticeOffNews: (who, was) =>
    `${who === undefined ? 'a notice' : `the notice of ${who}`}` +
    `${was === undefined ? '' : ` (“${was}”)`} is on the page no more`,
  asksToTell: 'may what was done be told',
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
