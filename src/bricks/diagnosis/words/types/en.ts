import type { fr } from './fr.ts'

const commune = { label: 'Commune' }

export const en: typeof fr = {
  request: {
    one: 'request to a council',
    many: 'Requests to councils',
    add: 'Carry a request to a council',
    fields: {
      title: {
        label: 'The request, as a question',
        hint:
          'That yes, no or later on answers. For instance “Can the shared room be heated on ' +
          'Wednesdays?”',
      },
      who: { label: 'Who asks', hint: 'A group, an association, a first name, if they agree.' },
      reach: {
        label: 'How to reach',
        hint: 'A place and a time, someone who passes it on, a telephone.',
      },
      why: { label: 'Why' },
      costCents: {
        label: 'What it would cost',
        hint: 'In euros. 0 if it costs nothing; empty if nobody knows yet.',
      },
      council: {
        label: 'Of whom',
        choices: {
          commune: 'a town hall',
          intercommunality: 'the community of communes',
          department: 'the department',
          other: 'other officials',
        },
      },
      whichCouncil: {
        label: 'Which one, in full',
        hint: 'For instance “Saint-Martin town council”.',
      },
      commune,
      themes: { label: 'Themes' },
      first: { label: 'It is the question of the first page of the diagnosis' },
      askedOn: { label: 'Carried on' },
      about: { label: 'Where it comes from' },
    },
  },
  'council-answer': {
    one: 'council’s answer',
    many: 'Councils’ answers',
    add: 'Note an answer',
    fields: {
      to: { label: 'To the request' },
      says: {
        label: 'The answer',
        choices: { yes: 'yes', part: 'in part', later: 'later on', no: 'no' },
      },
      saying: { label: 'In which words', hint: 'As they were written or said.' },
      council: { label: 'Who answers', hint: 'For instance “Saint-Martin town council”.' },
      on: { label: 'On which day' },
    },
  },
  difficulty: {
    one: 'difficulty',
    many: 'Difficulties',
    add: 'Note a difficulty',
    fields: {
      theme: {
        label: 'About what',
        choices: {
          papers: 'papers and formalities',
          internet: 'Internet, computer, telephone',
          transport: 'getting around',
          housing: 'housing, heating',
          health: 'health care',
          work: 'work, training',
          food: 'food',
          loneliness: 'being alone',
          other: 'something else',
        },
      },
      commune,
      count: { label: 'How many people', hint: 'A number, never a name.' },
      on: { label: 'On which day' },
    },
  },
  'goal-story': {
    one: 'story of the diagnosis',
    many: 'Stories of the diagnosis',
    add: 'Choose a story',
    fields: {
      goal: {
        label: 'Under which goal',
        choices: { activity: 'local activity', ties: 'ties between people', energy: 'energy' },
      },
      about: {
        label: 'Which story',
        hint: 'Only what is already told on the page, with everybody’s agreement.',
      },
    },
  },
  'kept-report': {
    one: 'diagnosis kept',
    many: 'Diagnoses kept',
    add: 'Keep this diagnosis',
    fields: {
      on: { label: 'Made on' },
      since: { label: 'Counted since' },
      figures: { label: 'Figures' },
      byCommune: { label: 'Figures of each commune' },
    },
  },
}
