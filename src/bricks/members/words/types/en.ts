import type { fr } from './fr.ts'

export const en: typeof fr = {
  member: {
    one: 'neighbour',
    many: 'Neighbours',
    add: 'Add a neighbour',
    fields: {
      name: { label: 'First name', hint: 'As they are called here.' },
      commune: { label: 'Commune' },
      through: {
        label: 'Goes through',
        hint: 'Without a device: who writes for this person. For instance “Marius”.',
      },
      state: { label: 'Where it stands', choices: { here: 'is here', left: 'has left' } },
      seen: { label: 'What was told and seen' },
      cameOn: { label: 'With their card since' },
      keyedBy: { label: 'Noted by' },
    },
  },
  contact: {
    one: 'way to reach',
    many: 'Ways to reach',
    add: 'Add a way to reach',
    fields: {
      member: { label: 'Who' },
      how: {
        label: 'How',
        choices: {
          phone: 'a telephone',
          relay: 'through somebody',
          word: 'a word, to be handed to me',
        },
      },
      phone: {
        label: 'Telephone',
        stays: 'Stays here. Their notices show it only once they agreed.',
      },
      relay: { label: 'Relay' },
      keyedBy: { label: 'Noted by' },
    },
  },
  consent: {
    one: 'agreement',
    many: 'Agreements',
    add: 'Note an agreement',
    fields: {
      member: { label: 'Who' },
      use: {
        label: 'For what',
        choices: {
          'phone-shown': 'my telephone, shown on my notices',
          told: 'what I did, told in “It happened”',
        },
      },
      givenOn: { label: 'Given on' },
      withdrawnOn: { label: 'Taken back on' },
      keyedBy: { label: 'Noted by' },
    },
  },
  relay: {
    one: 'relay',
    many: 'Relays',
    add: 'Add a relay',
    fields: {
      name: { label: 'First name' },
      where: { label: 'Where', hint: 'For instance “at the bar”.' },
      when: { label: 'When', hint: 'For instance “Tuesday mornings”.' },
      phone: { label: 'Telephone', hint: 'Only if they agree that everybody reads it.' },
      commune: { label: 'Commune' },
      member: { label: 'Who' },
      state: {
        label: 'Where it stands',
        choices: { asked: 'was asked', accepted: 'said yes', ended: 'no longer' },
      },
    },
  },
  word: {
    one: 'word',
    many: 'Words left',
    add: 'Leave a word',
    fields: {
      forWhom: { label: 'For whom' },
      sender: { label: 'From', hint: 'Your first name.' },
      signedBy: {
        label: 'Signed by',
        choices: {
          visitor: 'somebody without a card',
          card: 'a card',
          keeper: 'the person who keeps the page',
        },
      },
      writer: { label: 'By whose card' },
      reach: { label: 'How to answer you', hint: 'A telephone, a place, a day.' },
      said: { label: 'The word' },
      about: { label: 'About' },
      member: { label: 'Who' },
      relay: { label: 'Through whom' },
      carrier: { label: 'Handed over by' },
      seenOn: { label: 'Seen on' },
      aside: { label: 'Put aside' },
      missedOn: { label: 'Nobody found on' },
      answer: { label: 'What was answered' },
      answeredOn: { label: 'Answered on' },
      handedOn: { label: 'Handed over on' },
    },
  },
}
