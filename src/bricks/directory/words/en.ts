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
  types: {
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
          hint: 'For example Anaïs and Malo, at the local on Wednesdays.',
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
            gone: 'it is gone',
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
  },

  stop: '.',
  whoDoesWhat: 'Who does what',
  prints: {
    booklet: 'Print the booklet, to fold',
    bookletOf: (name: string) => `Who does what, ${name}`,
    noName: 'our village',
    keeper: 'whoever keeps the page',
    toMendTitle: 'To mend, add, remove',
    printedOn: (day: string) => `printed on ${day}`,
    coverLine: (n: number, day: string) =>
      `${n === 0 ? '' : n === 1 ? 'One address, ' : `${n} addresses, `}printed on ${day}.`,
    nothingYet: 'Nothing is written in this booklet yet. The room is yours.',
    contents: 'In this booklet',
    people:
      'The people who stand here said so; others do not. What has changed is told to ' +
      'whoever keeps the page.',
    rest: 'The rest',
    also: 'See also',
    index: 'By commune',
    elsewhere: 'Everywhere, or elsewhere',
    mapLegend: (village: string) =>
      `In grey, ${village}. Each number is one address, or several that touch.`,
    confirmedOn: (day: string) => `Confirmed on ${day}`,
    map: 'Print the map, A3, with room to write',
    mapHere: (village: string) => `In grey, ${village}.`,
    mapLacks:
      'Where the communes are is not known yet: the map cannot be drawn. The person who ' +
      'keeps the page can bring a file of their outlines, or of their centres, from their ' +
      'own page (/tenir/carte).',
    mapVisited: 'Hatched, the communes already visited.',
    mapMarks: 'A number, a place or a group.',
    mapMore: 'and {n} more, in the booklet',
    noted: 'What we add',
    notedWhere: 'Where',
    notedWhat: 'What, who, when',
    notedWho: 'Said by',
    missing: 'Is somebody missing?',
    missingSay: (keeper: string) => `Write it here, cut it out, and give it to ${keeper}.`,
    missingWhat: 'Who, what, where, how to reach:',
  },
  whoLead: 'The places, people, groups and projects of the villages here, and how to reach them.',
  sharedPlace: 'The shared local',
  sharedPlaces: 'The shared locals',
  byTheme: 'By theme',
  byCommune: 'By commune',
  seeAll: 'see all',
  allThemes: 'All themes',
  counted: (words, n) => `${words} (${n})`,
  onMap: 'The map',
  toConfirmLink: n => (n === 1 ? 'One thing to confirm' : `${n} things to confirm`),
  duplicatesLink: 'What looks alike',
  nothingYet: keptBy =>
    keptBy === ''
      ? 'Nothing is written here yet.'
      : `Nothing is written here yet. Tell what you know to ${keptBy}.`,
  nothingHere: keptBy =>
    keptBy === ''
      ? 'Nothing like this is known here. Try with fewer choices.'
      : `Nothing like this is known here. Try with fewer choices, or ask ${keptBy}.`,

  toConfirmWord: 'To be confirmed',
  toConfirmLine: 'to be confirmed',
  toConfirmTitle: 'To be confirmed',
  toConfirmLead: 'Known by hearsay. Do you know? Tell us.',
  toConfirmNone:
    'All that is on the page was confirmed. If something is no longer right, say so from its page.',
  doYouKnow: 'Do you know? Tell us.',
  notSoAnyMore: 'No longer so? Tell us.',
  tellTitle: title => `What you know: ${title}`,
  tellLead: keptBy =>
    keptBy === ''
      ? 'The keeper of the page reads your answer before anything is shown.'
      : `The keeper of the page (${keptBy}) reads your answer before anything is shown.`,
  tellLeadMember: 'Your answer shows here at once, under your first name.',
  toldShown: 'Thank you. Your answer shows here.',
  tell: 'Send',
  confirmIt: 'Note this answer',
  closeQuestion: 'It is settled: ask no more',
  told: keptBy =>
    keptBy === ''
      ? 'Thank you. The keeper of the page will read your answer, then show it here.'
      : `Thank you. The keeper of the page (${keptBy}) will read your answer, then show it here.`,
  confirmed: 'Noted. Edit the page if something changed.',
  goneSaid: 'Noted. If it is gone, take it off from its own page, by “Correct”.',
  askedAgain: 'Noted. The question stays open.',
  closed: 'Noted: it is no longer to be confirmed.',
  nothingThere: 'This is not, or no longer, on this page. Go back to the list “To be confirmed”.',
  saidSoFar: 'What was said',
  someone: 'Someone',
  saysYes: (who, withWhom, on) =>
    withWhom === '' ? `${who} confirmed it${on}` : `${who} confirmed it with ${withWhom}${on}`,
  saysChanged: (who, withWhom, on) =>
    withWhom === ''
      ? `${who} said${on} that it has changed`
      : `${who} heard from ${withWhom}${on} that it has changed`,
  saysGone: (who, withWhom, on) =>
    withWhom === ''
      ? `${who} said${on} that it is gone`
      : `${who} heard from ${withWhom}${on} that it is gone`,
  saysAsked: (who, withWhom, on) =>
    withWhom === ''
      ? `${who} asked about it again${on}`
      : `${who} talked about it again with ${withWhom}${on}`,
  quoted: (sentence, said) => `${sentence}: “${said}”`,
  doneYes: title => `Confirmed: ${title}`,
  doneChanged: title => `News: ${title}`,

  thereNow: (who, until) => `${who} is at the local until ${until}`,
  thereToday: (who, from, until) => `${who} is at the local from ${from} to ${until}`,
  inVillage: (village, said) => `${village}: ${said}`,
  thereLater: (who, day, from) => `${who} will be at the local ${day} at ${from}`,
  opensLaterOn: (place, day, from) => `${place}: opens ${day} at ${from}`,
  thereAllDay: who => `${who} is at the local`,
  openNow: (place, until) => `${place}: open until ${until}`,
  openToday: (place, from, until) => `${place}: open from ${from} to ${until}`,
  opensToday: (place, from) => `${place}: opens at ${from}`,
  openAlways: place => `${place}: open`,
  opensLater: time => `Closed now. Opens today at ${time}.`,
  openUntil: time => `Open now, until ${time}.`,
  openStill: 'Open now.',
  monthHere: 'This month, here',
  missingHere: 'What is missing here',
  keyWith: who => `The key is with ${who}.`,
  presentAt: (who, hours) => `${who} is there ${hours}.`,
  presentSometimes: who => `${who} is there from time to time.`,
  openAt: hours => `Open ${hours}.`,
  computersHere: 'Computers open to all',
  projectsHere: 'Projects here',
  needsHere: 'Wanted here',
  offersHere: 'Offered here',
  itsNeeds: 'What it needs',
  itsOffers: 'What it offers',
  theirNeeds: 'Wanted there',
  theirOffers: 'Offered there',
  inspires: 'What inspires it',
  inspiredOthers: 'What it inspires',
  itsIdeas: 'Ideas around the project',
  itsTasks: 'What is left to do',
  itsVoices: 'What is said of it',
  showcase: 'The shop window: a sheet to print, with the photos',
  theyRun: 'What is run here',
  theirMembers: 'Part of it',
  theirPartnerships: 'Partnerships',
  lead: 'a lead, nothing is promised',
  runBy: who => `run by ${who}`,

  themesTitle: 'Themes',
  themesLead:
    'One subject gathers projects, what is wanted, what is offered, and what is done elsewhere.',
  alsoSaid: synonyms => `Also called: ${synonyms}.`,
  narrower: 'Within this theme',
  themeProjects: 'Projects',
  themeNeeds: 'Wanted',
  themeOffers: 'Offered',
  themeIdeas: 'Ideas',
  themeEvents: 'Soon',
  themeReferences: 'Elsewhere, what inspires',
  themeActors: 'Who knows about it',
  themePlaces: 'Where',
  themeNothing: 'Nothing is under this theme yet.',

  onlySome: 'Only what you looked for.',
  asList: 'As a list',
  wholeMap: 'The whole map',
  mapTitle: 'The map',
  mapTurn: village => `In yellow, ${village}. A red dot, a place.`,
  aroundHere: 'Around here',
  bigMap: 'the large map',
  mapSays: name => `Map of ${name}. The list of communes and of what is in them comes below.`,
  smallMapSays: name => `Map of ${name}.`,
  mapCells: 'Borders are rough: each commune reaches halfway to its neighbour.',
  mapNone: 'Where the communes are is not known yet: here is the list.',
  mapBring: 'Bring their outlines',
  legendHere: village => `In yellow, ${village}`,
  legendVisited: 'in hatched green, communes already visited',
  legendMarks: 'a red number, a place or someone of the list',
  smallLegend: (village, visited, points) =>
    'In yellow, ' +
    `${village}${visited ? ', in green the communes already visited' : ''}` +
    `${points ? '; a red dot, a place' : ''}` +
    '.',
  communesTitle: 'Communes',
  spotsTitle: 'What is on the map',
  visited: 'already visited',
  notOnMap: 'Not on the map',
  layers: { actor: 'group', place: 'place' },

  duplicatesTitle: 'What looks alike',
  duplicatesWait: n =>
    n === 1
      ? 'two records look alike: the same thing?'
      : `${n} times, two records look alike: the same thing?`,
  duplicatesLead:
    'The same thing written twice? Joining them loses nothing, and they can be parted again.',
  duplicatesNone: 'Nothing looks alike enough to ask.',
  duplicatesMore: n => `The first ${n}. The others come once these are settled.`,
  whyNear: 'less than 100 m apart, with almost the same name',
  whyTitle: 'the same name',
  whyCommune: 'same commune, almost the same name',
  whyNational: 'same commune, same street, almost the same name',
  sameThing: 'It is the same thing',
  notSameThing: 'It is not the same thing',
  keptApart: 'Noted: these are two different things. The question will not be asked again.',
  needTwo: 'Two different things of this page are needed.',

  figures: {
    places: 'places',
    groups: 'associations, businesses, services and groups',
    people: 'people who do something',
    projects: 'projects',
    access: 'spots with a public computer',
    computers: 'public computers',
    partnerships: 'partnerships',
    fresh: 'confirmed within six months',
    old: 'confirmed longer ago',
    never: 'noted once, never confirmed since',
    doubts: 'to confirm',
  },
}
