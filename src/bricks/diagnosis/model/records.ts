import type { BrickTables } from '../../../contract/brick.ts'
import { recordType } from '../../../core/schema.ts'

/** What is asked of those who decide: what, by whom, why, what it would cost, of which council. */
export const request = recordType({
  name: 'request',
  title: 'title',
  path: '/demandes-aux-elus',
  fields: {
    /** As a question that yes, no or later on answers. */
    title: { kind: 'text', required: true, longest: 200 },
    who: { kind: 'text', required: true, means: 'who', longest: 120 },
    reach: { kind: 'text', required: true, means: 'reach' },
    why: { kind: 'prose', required: true, longest: 1_200 },
    /** 0: it costs nothing. Empty: nobody knows yet. */
    costCents: { kind: 'money' },
    council: {
      kind: 'choice',
      choices: ['commune', 'intercommunality', 'department', 'other'],
      required: true,
      filter: true,
    },
    /** Which one, in full: *conseil municipal de Saint-Martin*. */
    whichCouncil: { kind: 'text', longest: 120 },
    commune: { kind: 'commune', filter: true },
    themes: { kind: 'themes', to: ['theme'], filter: true },
    /** The one question of the first side, when several are open. */
    first: { kind: 'yesNo' },
    askedOn: { kind: 'day', unasked: true },
    /** What was said or written before it: the need, the idea, the project. */
    about: { kind: 'link', to: [], many: true, unasked: true },
  },
})

/** What a council answered to a request, on a day: an act. */
export const councilAnswer = recordType({
  name: 'council-answer',
  title: 'saying',
  fields: {
    to: { kind: 'link', to: ['request'], required: true, unasked: true },
    says: { kind: 'choice', choices: ['yes', 'part', 'later', 'no'], required: true },
    saying: { kind: 'text', longest: 600 },
    council: { kind: 'text', required: true, longest: 120 },
    on: { kind: 'day', required: true },
  },
})

/**
 * Something that people could not do, as they came to tell it: where, about what, how many. Never
 * who. It stays here: only sums are told.
 */
export const difficulty = recordType({
  name: 'difficulty',
  title: 'theme',
  space: 'home',
  fields: {
    theme: {
      kind: 'choice',
      choices: [
        'papers',
        'internet',
        'transport',
        'housing',
        'health',
        'work',
        'food',
        'loneliness',
        'other',
      ],
      required: true,
    },
    commune: { kind: 'commune', required: true },
    count: { kind: 'number', unit: 'persons', required: true },
    on: { kind: 'day', required: true },
  },
})

/**
 * What the keeper chose to tell under one of the goals announced to the village: something that
 * everybody in it agreed to tell, or a project.
 */
export const goalStory = recordType({
  name: 'goal-story',
  title: 'goal',
  fields: {
    goal: { kind: 'choice', choices: ['activity', 'ties', 'energy'], required: true },
    about: { kind: 'link', to: ['deed', 'initiative', 'event', 'place'], required: true },
  },
})

/** What a diagnosis said on its day, so that the next one is compared with it. */
export const keptReport = recordType({
  name: 'kept-report',
  title: 'on',
  spans: [{ from: 'since', to: 'on' }],
  fields: {
    on: { kind: 'day', required: true },
    since: { kind: 'day' },
    /** Figures of the whole territory, as JSON: `{id: value}`. */
    figures: { kind: 'text', longest: 20_000, unsearched: true, unasked: true },
    /** Things of each commune, never people, as JSON: `{id: {code: value}}`. */
    byCommune: { kind: 'text', longest: 100_000, unsearched: true, unasked: true },
  },
})

/** Made from the log, by a check and by a rebuild too. */
export const tables: BrickTables = {
  records: [request, councilAnswer, difficulty, goalStory, keptReport],
}
