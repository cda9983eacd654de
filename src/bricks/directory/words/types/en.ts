import type { fr } from './fr.ts'

const noted = { label: 'Noted at the meeting' }
const themes = { label: 'Themes' }
const commune = { label: 'Commune' }
const address = { label: 'Address', hint: 'Street and number, without the commune.' }
const point = { label: 'On the map' }
const phone = { label: 'Telephone', hint: 'Only if everybody may see it.' }
const siret = {
  label: 'SIRET or RNA number',
  hint: 'Of an association, a company or a public service: national directories ask for it.',
}
const toConfirm = {
  label: 'To be confirmed',
  hint: 'Known by hearsay: the page asks those who know to say so.',
}

export const en: typeof fr = {
  territory: {
    one: 'page',
    many: 'Pages',
    add: 'Name the page',
    fields: {
      name: { label: 'Name of the page', hint: 'For example Sail et alentours.' },
      heading: { label: 'Large sentence of the first page' },
      village: { label: 'Commune where the box stands' },
      communes: { label: 'Communes around' },
      keptBy: {
        label: 'Who keeps the page',
        hint: 'For example Anaïs and Malo, at the common room on Wednesdays.',
      },
      reach: { label: 'How to reach them' },
      licence: {
        label: 'Licence of the directory',
        choices: { none: 'none for now', 'licence-ouverte': 'Licence Ouverte (Etalab)' },
      },
    },
  },
  commune: {
    one: 'commune',
    many: 'Communes',
    add: 'Add a commune',
    fields: {
      code: { label: 'INSEE code' },
      name: { label: 'Name' },
      postalCodes: { label: 'Postal codes' },
      formerNames: { label: 'Former communes' },
      population: { label: 'Inhabitants' },
      point,
      contour: { label: 'Outline' },
    },
  },
  theme: {
    one: 'theme',
    many: 'Themes',
    add: 'Add a theme',
    fields: {
      label: { label: 'Theme' },
      synonyms: {
        label: 'Also called',
        hint: 'Other words for the same thing, separated by commas.',
      },
      wider: { label: 'Part of' },
    },
  },
  actor: {
    one: 'person or group',
    many: 'People and groups',
    add: 'Add a person or a group',
    fields: {
      name: { label: 'Name' },
      kind: {
        label: 'Who it is',
        choices: {
          person: 'a person',
          association: 'an association',
          company: 'a company',
          'public-body': 'a public service',
          'informal-group': 'a group of neighbours',
        },
      },
      summary: { label: 'In a few words' },
      themes,
      commune,
      address,
      reach: {
        label: 'How to reach them',
        hint: 'A place and a time, or someone who passes the word on. Everybody reads it.',
      },
      keptReach: {
        label: 'How to reach them, for who keeps the page only',
        hint: 'Stays here: never shown, carried nor printed.',
      },
      phone,
      email: { label: 'Email address' },
      url: { label: 'Web page' },
      hours: { label: 'Hours' },
      point,
      pointAgreed: { label: 'Point on the map, as they agreed' },
      toConfirm,
      partOf: { label: 'Part of' },
      inBooklet: {
        label: 'In the printed booklet',
        hint:
          'For a person: only if they said so. It holds for all paper that is handed round, ' +
          'the sheet of the week and posters too. Their name, commune and how to reach them ' +
          'stand there, never their address nor their telephone. A group always stands ' +
          'there.',
      },
      siret,
      photos: { label: 'Photos' },
      notedAt: noted,
    },
  },
  place: {
    one: 'place',
    many: 'Places',
    add: 'Add a place',
    fields: {
      name: { label: 'Name' },
      kind: {
        label: 'Kind of place',
        choices: {
          local: 'shared local',
          library: 'library',
          school: 'school',
          market: 'market',
          hall: 'hall',
          shop: 'shop',
          workshop: 'workshop',
          land: 'land',
          other: 'other place',
        },
      },
      description: { label: 'What it is' },
      themes,
      commune,
      address,
      point,
      hours: { label: 'Hours' },
      present: {
        label: 'Who is there',
        hint: 'The first name of who keeps these hours, if they agree.',
      },
      keyHolder: { label: 'Who has the key' },
      missing: { label: 'What is missing' },
      ask: { label: 'Who to ask' },
      phone,
      url: { label: 'Web page' },
      shared: { label: 'Shared local', hint: 'It comes first in “Who does what”.' },
      toConfirm,
      exhibitors: { label: 'One may show or sell what one makes there' },
      stallPriceCents: { label: 'Price of a stall', hint: '0 if it is free. For example 4.50.' },
      stallReach: {
        label: 'Whom to call to exhibit',
        hint: 'A person, a place and a time, a telephone.',
      },
      stallConditions: {
        label: 'Terms for exhibitors',
        hint: 'For example “only what you make yourself, come at 7:30”.',
      },
      photos: { label: 'Photos' },
      notedAt: noted,
    },
  },
  initiative: {
    one: 'project',
    many: 'Projects',
    add: 'Add a project',
    fields: {
      title: { label: 'Project' },
      summary: { label: 'In a few words' },
      state: {
        label: 'How far it is',
        choices: {
          idea: 'an idea',
          starting: 'starting',
          running: 'running',
          paused: 'paused',
          done: 'done',
        },
      },
      themes,
      commune,
      place: { label: 'Place' },
      runBy: { label: 'Run by' },
      reach: {
        label: 'How to reach them',
        hint: 'A place and a time, or someone who passes the word on.',
      },
      inspiredBy: { label: 'Inspired by' },
      since: { label: 'Since' },
      doneOn: { label: 'Done on' },
      photos: { label: 'Photos' },
      notedAt: noted,
      carriedBy: { label: 'Who carries it, as the notes say' },
    },
  },
  'access-point': {
    one: 'computers open to all',
    many: 'Computers open to all',
    add: 'Add computers open to all',
    fields: {
      name: { label: 'Name' },
      place: { label: 'Where' },
      commune,
      computers: { label: 'Computers' },
      help: { label: 'Help given there' },
      hours: { label: 'Hours' },
      ask: { label: 'Who to ask' },
      phone,
      email: { label: 'Email address' },
      siret,
      services: { label: 'Services, for the national list' },
      source: { label: 'Came from the list of' },
      toConfirm,
      notedAt: noted,
    },
  },
  partnership: {
    one: 'partnership',
    many: 'Partnerships',
    add: 'Add a partnership',
    fields: {
      about: { label: 'About' },
      between: { label: 'Between' },
      since: { label: 'Since' },
      note: { label: 'In a few words' },
    },
  },
  confirmation: {
    one: 'answer',
    many: 'Answers about what is to be confirmed',
    add: 'Say what one knows',
    fields: {
      about: { label: 'About' },
      says: {
        label: 'What you know',
        choices: {
          yes: 'it is so',
          changed: 'it has changed',
          gone: 'it is no longer so',
          asked: 'it was talked about, no answer yet',
        },
      },
      said: {
        label: 'Tell it in a sentence',
        hint: 'What will be shown on the page, for example “five computers, in the morning”.',
      },
      who: {
        label: 'First name of who says it',
        hint: 'As it will be shown. Without it, the page says “someone”.',
      },
      toldTo: { label: 'Said by' },
      member: { label: 'Whose' },
      keyedBy: { label: 'Written by' },
      shownHere: { label: 'Shown here only' },
      shownByCard: { label: 'Visible with a card only' },
      withWhom: { label: 'With whom' },
      on: { label: 'On which day' },
      reach: { label: 'How to reach this person, if there is a question' },
    },
  },
  'not-same': {
    one: 'two different things',
    many: 'Two different things',
    add: 'Say that these are two different things',
    fields: { these: { label: 'Which ones' }, note: { label: 'Why' } },
  },
}
