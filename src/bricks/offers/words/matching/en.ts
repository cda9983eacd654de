import type { matchingFr } from './fr.ts'

export const matchingEn: typeof matchingFr = {
  whoWants: 'Who is looking for it',
  whatAnswers: 'What answers it',
  mayServe: 'Might be of use',
  near: 'Nearly',
  nothingYet:
    'Nothing answers yet. Say it at the common room, or wait: each new notice is looked at.',
  joinThem: 'Reach',
  notIt: 'That is not it',
  notItSaid: 'Noted: these two will not be brought together again until one of them changes.',
  notYours: 'That is said of one’s own notice. Open yours, or tell the person who keeps the page.',
  twoNeeded: 'These two notices are no longer here. Go back to the notice and try again.',
  learnt: 'Learnt here',
  learntLead:
    'Two words that wrongly brought several notices together: alone, they no longer do so.',
  learntPair: (offer, need, times) => `“${offer}” does not answer “${need}” (said ${times} times)`,
  unteach: 'Forget',
  untaught: 'Forgotten: these two words may bring notices together again.',
  untaughtAlready: 'It is forgotten already. Look at what is still learnt here.',
  wordsHere: {
    title: 'Words of here',
    lead:
      'A word of the village, and the word that everybody knows: a notice that says one answers ' +
      'a notice that says the other, and the search finds both.',
    line: (said, means) => `“${said}” = “${means}”`,
    keep: 'Keep this word',
    drop: 'Take away',
    kept: 'Kept: the two words say the same here.',
    dropped: 'Taken away: this word says only what it says.',
    gone: 'This word is no longer here. Look at the list.',
    itself: 'These are the same words. Write the other word, the one that everybody knows.',
    taken:
      'One of the two words is in the list already. Take that line away first, or write another ' +
      'word.',
    enough: (most: number) =>
      `There are ${most} words of here already. Take one away that is of no use, then try again.`,
  },
  unanswered: 'What waits for an answer',
  unansweredLead:
    'What is needed and nothing answers, oldest first. Under each, what comes near, and why.',
  unansweredNone:
    'Every need has a possible answer. Look at their pages: people are still to be put in touch.',
  unansweredMore: (n: number) =>
    `The ${n} oldest are here. The next will come when these are answered.`,
  since: day => `since ${day}`,
  boardOffer: 'Looked for here: ',
  boardNeed: 'Offered here: ',
  reasons: {
    same: word => `both speak of “${word}”`,
    twoNames: (offer, need) => `“${offer}” may do for “${need}”`,
    topic: (topic, offer, need) => `“${offer}” and “${need}” go together (${topic})`,
    topicAlone: topic => `both are about one matter: ${topic}`,
    serves: (offer, need) => `“${offer}” may serve for “${need}”`,
    kind: (narrow, wide) => `“${narrow}” is among “${wide}”`,
    theme: label => `both touch the theme ${label}`,
    doing: verb => `both say the same thing to do: “${verb}”`,
    hands: 'both are about a helping hand',
    passing: place => `the ride passes by ${place}`,
    towards: place => `both go towards ${place}`,
    days: day => `both say ${day}`,
    dayFits: day => `${day} may suit both`,
    free: 'nobody asks for money',
    commune: 'both are in one commune',
    distance: far => `it is ${far} away`,
  },
  doubts: {
    thing: (offer, need) => `one says “${offer}”, the other “${need}”`,
    wide: (offer, need) => `“${offer}” does not say whether there is “${need}”`,
    apart: (offer, need) => `“${offer}” is not quite “${need}”`,
    doing: (offer, need) => `one offers “${offer}”, the other needs “${need}”`,
    towards: 'they do not go to one place, or one of them does not say where',
    days: 'they do not say the same day',
    size: 'they do not say the same size',
    mode: 'it is not given or lent in the way that was asked',
    refused: 'people here said that it is not it',
    shelf: 'they are filed under themes that have nothing in common',
    return: 'what is asked in return is not what the other gives',
    amount: (offer, need) => `there are ${offer}, ${need} are needed`,
    far: far => `one is ${far} from the other`,
  },
  and: ', and ',
  comma: ', ',
  but: 'But ',
  stop: '.',
  loops: 'Barters of three',
  loopsLead:
    'Each gives to the next and is given by the one before. Nothing is done until the three ' +
    'say yes; one no is enough to give it up.',
  loopsMine:
    'Each gives to the next and is given by the one before. Nothing holds until the three ' +
    'have said yes.',
  loopsNone:
    'No barter of three in sight. It takes three who offer and need, each with what makes ' +
    'the next one happy.',
  gives: (who, what, whom) => `${who}, for ${whom}: ${what}`,
  someone: 'somebody',
  proposeLoop: 'Propose it to the three',
  loopAsked: 'Noted. Ask each of them, then note the answers here.',
  saysYes: who => `${who} says yes`,
  saysNo: 'Somebody says no',
  yesNoted: 'Yes noted. Waiting for the others.',
  allAgreed: 'The three said yes: the barter can be done.',
  undone: 'The barter will not happen. No notice is changed.',
  loopGone: 'This barter is no longer here. Look at the list of barters.',
  loopStale:
    'One of the notices has changed or is gone: this barter no longer holds. Look at the list.',
  states: { asked: 'Waiting for their answers', agreed: 'All agree', undone: 'Will not happen' },
}
