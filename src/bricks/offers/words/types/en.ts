import { ridesEn } from '../rides/en.ts'
import type { fr } from './fr.ts'

/** What both kinds of notice hold beside what was said (`records.ts`). */
const beside = {
  ...ridesEn.fields,
  event: { label: 'For the event' },
  reachBy: {
    label: 'By what means',
    choices: {
      phone: 'by telephone',
      relay: 'through somebody',
      word: 'a word, to be handed over',
    },
  },
  relay: { label: 'Through whom' },
  counterpart: {
    label: 'In return',
    choices: {
      nothing: 'nothing',
      time: 'some time',
      thing: 'a thing',
      money: 'money',
      any: 'whatever suits you',
    },
  },
  priceCents: { label: 'Price asked' },
  when: { label: 'When' },
  photos: { label: 'Photo' },
  toldTo: { label: 'Said by' },
  hiddenWhy: { label: 'Taken off because' },
  foundAt: { label: 'Where they are found' },
  hangsHere: { label: 'Hangs here only' },
  spread: {
    label: 'How far',
    choices: {
      here: 'here only',
      around: 'here and in the villages around',
      card: 'here, with a card only',
    },
  },
  shownHere: { label: 'Shown here only' },
  shownByCard: { label: 'Visible with a card only' },
  partsDeclined: { label: 'Parts that were not kept' },
  partsAgreed: { label: 'Parts that are agreed' },
  renewedOn: { label: 'Said again on' },
  author: { label: 'Whose' },
  keyedBy: { label: 'Noted by' },
}
const mode = {
  label: 'In what way',
  choices: {
    give: 'to give',
    lend: 'to lend',
    share: 'to share',
    exchange: 'to exchange',
    barter: 'to barter',
    rent: 'to rent',
    sell: 'to sell',
    hand: 'a helping hand',
    ride: 'a ride',
  },
}

export const en: typeof fr = {
  offer: {
    one: 'offer',
    many: 'Offers',
    add: 'Add an offer',
    fields: {
      title: {
        label: 'In one sentence',
        hint:
          'The first name first: “Paul lends his band saw”, or their words: ' +
          '“Paul: ‘I lend my band saw’”.',
      },
      who: { label: 'First name', hint: 'As people here call you.' },
      reach: {
        label: 'How to reach',
        hint: 'A place and a time, someone who passes it on, a telephone. Everyone will read it.',
      },
      detail: { label: 'Say more' },
      state: {
        label: 'Where it stands',
        choices: {
          firm: 'certain',
          lead: 'a lead, nothing is promised',
          closed: 'it is over',
          spotting: 'spotted',
        },
      },
      mode,
      themes: { label: 'Theme' },
      commune: { label: 'Commune' },
      where: { label: 'Where', hint: 'For example “to be fetched, a van to share”.' },
      amount: { label: 'How much', hint: 'For example “by the pallet, not less”.' },
      against: { label: 'In return for', hint: 'For example “nothing”, “sharing the petrol”.' },
      until: { label: 'Until', hint: 'After this day the notice leaves the lists.' },
      from: { label: 'On behalf of' },
      notedAt: { label: 'Noted at' },
      ...beside,
    },
  },
  need: {
    one: 'request',
    many: 'Requests',
    add: 'Add a request',
    fields: {
      title: {
        label: 'In one sentence',
        hint:
          'The first name first: “Lucie looks for a market”, or their words: ' +
          '“Lucie: ‘I look for a market to show my furniture’”.',
      },
      who: { label: 'First name', hint: 'As people here call you.' },
      reach: {
        label: 'How to reach',
        hint: 'A place and a time, someone who passes it on, a telephone. Everyone will read it.',
      },
      detail: { label: 'Say more' },
      hand: { label: 'Asks for a hand' },
      mode: { ...mode, choices: { ...mode.choices, rent: 'to rent', sell: 'to buy' } },
      state: { label: 'Where it stands', choices: { open: 'looking', closed: 'it is over' } },
      themes: { label: 'Theme' },
      commune: { label: 'Commune' },
      where: { label: 'Where', hint: 'For example “Sail or Saint-Georges”.' },
      amount: { label: 'How much', hint: 'For example “two pairs of hands, one hour”.' },
      against: { label: 'In return for', hint: 'For example “a share of the harvest”.' },
      until: { label: 'Until', hint: 'After this day the notice leaves the lists.' },
      from: { label: 'For' },
      since: { label: 'Since' },
      notedAt: { label: 'Noted at' },
      ...beside,
      priceCents: { label: 'Price at most' },
    },
  },
  'not-it': {
    one: '“That is not it”',
    many: 'What did not go together',
    add: 'Note that this is not it',
    fields: {
      these: { label: 'Both' },
      said: { label: 'What both said' },
      metBy: { label: 'The two words that had brought them together' },
      on: { label: 'On' },
      author: { label: 'Said by' },
    },
  },
  'local-word': {
    one: 'word of here',
    many: 'Words of here',
    add: 'Keep a word of here',
    fields: {
      said: { label: 'A word of here', hint: 'For example “goyarde”.' },
      means: { label: 'What it means', hint: 'For example “serpe”.' },
    },
  },
  'search-alert': {
    one: 'kept search',
    many: 'Kept searches',
    add: 'Tell me',
    fields: {
      asked: { label: 'What you look for', hint: 'Two or three words, or a sentence.' },
      onPaper: {
        label: 'Tell me on paper too',
        hint: 'For who comes without a screen: these words will be on the strip in your name.',
      },
      until: { label: 'Until' },
      lived: { label: 'Age of the box' },
      known: { label: 'What answered already' },
      author: { label: 'Whose' },
    },
  },
  loop: {
    one: 'barter of three',
    many: 'Barters of three',
    add: 'Propose a barter of three',
    fields: {
      title: { label: 'Between' },
      offers: { label: 'What each offers' },
      needs: { label: 'What each needs' },
      agreed: { label: 'Said yes' },
      parties: { label: 'Who may answer' },
      state: {
        label: 'Where it stands',
        choices: { asked: 'proposed', agreed: 'all agree', undone: 'will not happen' },
      },
      on: { label: 'On' },
    },
  },
}
