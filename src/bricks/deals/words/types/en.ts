import type { fr } from './fr.ts'

export const en: typeof fr = {
  deal: {
    one: 'deal',
    many: 'Deals',
    add: 'Note a deal',
    fields: {
      what: {
        label: 'What would be done',
        hint:
          'One sentence. For instance “cutting the hedge, the two of us”. It stays here, ' +
          'unless everybody agrees that it be told.',
      },
      when: { label: 'When', hint: 'For instance “Saturday morning”.' },
      where: { label: 'Where' },
      about: { label: 'From the notice' },
      parties: { label: 'Who' },
      names: { label: 'And who' },
      keyedBy: { label: 'Noted by' },
      mode: {
        label: 'How',
        choices: {
          give: 'give',
          lend: 'lend',
          share: 'share',
          exchange: 'exchange',
          barter: 'barter',
          rent: 'rent',
          sell: 'sell',
          hand: 'lend a hand',
          ride: 'give a ride',
        },
      },
      commune: { label: 'Commune' },
      state: {
        label: 'Where it stands',
        choices: { proposed: 'proposed', agreed: 'agreed', done: 'done', fallen: 'fell through' },
      },
      doneOn: { label: 'Done on' },
      deed: { label: 'Told' },
      box: { label: 'With which other box' },
      peer: { label: 'The same deal, there' },
      guest: { label: 'Who makes it, there' },
      phone: {
        label: 'A telephone to answer',
        hint: 'If you like. The other one reads it only once it is agreed.',
      },
      named: { label: 'Whether the first name goes with it' },
      asked: { label: 'Whether it is decided there' },
      said: { label: 'What was said there' },
      heard: { label: 'What was read there' },
      toldAt: { label: 'The last news from there' },
      unseen: { label: 'Who has not seen the last answer' },
      why: {
        label: 'Why it fell through',
        choices: {
          taken: 'it is taken already',
          gone: 'the notice is gone',
          full: 'too many deals wait',
          takenBack: 'the asking was taken back',
          ended: 'it takes place no more',
        },
      },
    },
  },
  'deal-answer': {
    one: 'answer to a deal',
    many: 'Answers to deals',
    add: 'Note an answer',
    fields: {
      deal: { label: 'Deal' },
      member: { label: 'Who' },
      name: { label: 'First name' },
      says: {
        label: 'Answer',
        choices: {
          yes: 'agreed',
          other: 'rather another time',
          no: 'no, thank you',
          done: 'it is done',
          not: 'it was not done',
          tell: 'it may be told',
          keep: 'it is not to be told',
          back: 'takes back what was said',
        },
      },
      undid: {
        label: 'What is said no more',
        choices: {
          yes: 'agreed',
          no: 'no, thank you',
          done: 'it is done',
          not: 'it was not done',
        },
      },
      closed: { label: 'The notices closed with it' },
      named: { label: 'With the first name' },
      thanks: {
        label: 'A thank-you',
        hint: 'If you like: one sentence. One that says a number stays between you.',
      },
      when: { label: 'Another time', hint: 'For instance “Sunday afternoon”.' },
      on: { label: 'On' },
      saidBy: {
        label: 'Said by',
        choices: {
          self: 'the person',
          relay: 'their relay',
          keeper: 'the person who keeps the page',
        },
      },
      keyedBy: { label: 'Noted by' },
    },
  },
  deed: {
    one: 'thing done',
    many: 'It happened',
    add: 'Tell what happened',
    fields: {
      title: { label: 'What happened', hint: 'Naming nobody who did not say yes.' },
      who: { label: 'Who', hint: 'The first names of those who agree.' },
      doneOn: { label: 'Done on' },
      commune: { label: 'Commune' },
      thanks: { label: 'Thanks' },
      about: { label: 'From the notice' },
      parties: { label: 'Whose' },
      keyedBy: { label: 'Noted by' },
      box: { label: 'With which other box' },
    },
  },
}
