import type { Waiting } from './waiting-acts.ts'
import * as between from './waiting-between.ts'
import { lineBack } from './waiting-handing.ts'
import * as lending from './waiting-lending.ts'
import * as texts from './waiting-texts.ts'

/**
 * Of each record type, every act of it that can wait for somebody, made with real commands; or why
 * none can. A type of a new brick stands in one of the two.
 */

type Case = Readonly<{ waiting: Waiting; needs?: readonly string[] }>
type Cases = Readonly<Record<string, Case>>

export const WAITING: Readonly<Record<string, Cases>> = {
  proposal: {
    'a text that somebody sent is to be shown': { waiting: texts.sent, needs: ['offer'] },
    'a correction is to be read': { waiting: texts.corrected, needs: ['offer'] },
    'news of what was shown are seen': { waiting: texts.shown, needs: ['offer'] },
    'a notice surely meets one of theirs': { waiting: texts.meets, needs: ['offer'] },
  },
  harvest: { 'something of a page of notes is to be chosen': { waiting: texts.notes } },
  code: { 'a strip of agreement comes back': { waiting: texts.strip, needs: ['harvest'] } },
  'hidden-number': {
    'the keeper decides of a hidden number': { waiting: texts.hides },
    'a member shows their own number again': { waiting: texts.hidesMine },
  },
  offer: {
    'a notice of three months is said again by its author': { waiting: texts.old },
    'its author reads that it is true no more': {
      waiting: texts.doubted,
      needs: ['confirmation'],
    },
  },
  'search-alert': { 'something answers the words that a member left': { waiting: texts.watched } },
  loop: {
    'one of three says yes of what is theirs': { waiting: texts.loop },
    'the keeper asks those whom the box does not know': { waiting: texts.loopOfKeeper },
  },
  place: {
    'two that look alike are joined or told apart': { waiting: texts.alike },
    'two versions are settled': { waiting: texts.versions },
  },
  'hand-line': { 'a keyed line of paper is to be mended': { waiting: lineBack } },
  task: { 'somebody is reminded of what they promised': { waiting: between.late } },
  response: {
    'two of one name are told apart': { waiting: between.twice },
    'enough people are in': { waiting: between.enough },
    'who said yes for somebody tells them': { waiting: between.toTell, needs: ['event'] },
    'the keeper says what an idea becomes': { waiting: between.enoughOfKeeper },
    'a seat is free for a member': { waiting: between.seatMine },
    'a seat is free for somebody whom the keeper tells': { waiting: between.seatToTell },
  },
  relay: { 'a member is asked to pass words on': { waiting: between.asRelay } },
  word: {
    'a member reads a word': { waiting: between.wordForMe },
    'a relay hands over a word': { waiting: between.wordOfRelay },
    'the keeper hands over a word': { waiting: between.wordOfKeeper },
  },
  deal: {
    'a word of a neighbour is read': { waiting: between.interestOfCard },
    'a word of a visitor is read': { waiting: between.interestOfVisitor },
    'a proposal is answered': { waiting: between.proposed },
    'an answer is seen': { waiting: between.answered },
    'the keeper asks who is not known here': { waiting: between.arranged },
  },
  'deal-answer': { 'a word that hurts is read by the keeper': { waiting: between.hurts } },
  'wall-message': { 'a message is read first': { waiting: between.onWall({ waits: 'on' }) } },
  'wall-remark': { 'somebody finds a message wrong': { waiting: between.onWall({}) } },
  'shelf-file': { 'a file is to be seen': { waiting: between.onShelf } },
  'kit-bag': { 'something of the bag did not come back': { waiting: between.bag } },
  'booking-request': {
    'somebody asks for a thing': { waiting: lending.asked },
    'a request is answered': { waiting: lending.answered },
  },
  booking: { 'a thing is not back': { waiting: lending.late, needs: ['thing'] } },
  question: { 'an answer is to be noted': { waiting: between.asked } },
}

const SENT = 'what is sent of it waits as a proposal'
const PART = 'it is a line of another record, which waits for it'
const ACT = 'it says what was done'
const SET = 'it is how the keeper set the page'
const KNOWN = 'it is written once, with the person or the thing that it tells'
const PAPER = 'its answers come back on paper, keyed by whoever holds it'

export const NEVER: Readonly<Record<string, string>> = {
  letter: 'what it asks waits in the box that it is for; its fate is told by the deal',
  arrival: 'it is a letter that came to nothing, of which the keeper of the other box is told',
  'put-away': SET,
  'brought-table': ACT,
  'brought-line': ACT,
  keeper: SET,
  charge: SET,
  'keeper-act': ACT,
  need: 'as an offer: one code serves both',
  'not-it': ACT,
  'local-word': SET,
  territory: SET,
  commune: KNOWN,
  theme: KNOWN,
  actor: SENT,
  initiative: SENT,
  'access-point': SENT,
  partnership: KNOWN,
  confirmation: 'it waits as a proposal, and is news to the author of a notice',
  'not-same': ACT,
  event: SENT,
  'event-date': ACT,
  'event-part': 'it asks everybody, on the page of its event',
  meeting: KNOWN,
  decision: ACT,
  idea: 'it asks everybody; that enough are in is told of its answers',
  voice: KNOWN,
  reference: KNOWN,
  member: KNOWN,
  contact: KNOWN,
  consent: ACT,
  deed: ACT,
  request: 'it waits for a council, which reads no page of this box',
  'council-answer': ACT,
  difficulty: KNOWN,
  'goal-story': SET,
  'kept-report': ACT,
  edition: SET,
  'edition-line': PART,
  'paper-form': PAPER,
  'paper-answer': PAPER,
  recipe: SENT,
  'bag-thing': PART,
  thing: SET,
  'booking-series': 'each of its dates is a booking',
  upkeep: ACT,
  'share-plan': SET,
  engagement: KNOWN,
  'unit-line': ACT,
  'share-cost': ACT,
  'help-counter': KNOWN,
  'share-call': 'whoever keeps the accounts sees it, and asks for it by hand',
  'share-payment': 'whoever keeps the accounts sees it, and asks for it by hand',
  'hand-sheet': PAPER,
  'wall-rule': SET,
  'shelf-folder': SET,
  'shelf-room': SET,
  watch: SET,
  cue: SET,
}
