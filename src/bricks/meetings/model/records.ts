import { recordType } from '../../../core/schema.ts'

export const meeting = recordType({
  name: 'meeting',
  title: 'title',
  path: '/idees/reunions',
  afterOthers: true,
  stands: 'notes',
  first: ['title', 'date', 'startsAt', 'place', 'where', 'summary'],
  fields: {
    title: { kind: 'text', required: true },
    date: { kind: 'day', required: true },
    startsAt: { kind: 'time' },
    where: { kind: 'text' },
    place: { kind: 'link', to: ['place'] },
    commune: { kind: 'commune', filter: true },
    summary: { kind: 'prose' },
    licence: { kind: 'text' },
    /** The author, as the notes are publicly signed. */
    author: { kind: 'text' },
    url: { kind: 'url' },
    /** Of those whom the notes name, how many have read what is said of them. */
    readBy: { kind: 'number', unasked: true },
    readOf: { kind: 'number', unasked: true },
    /** People wrote it to each other and met nowhere: it is told and counted as no meeting. */
    chat: { kind: 'yesNo', unasked: true, unsearched: true },
    people: { kind: 'text', many: true, space: 'home' },
    notes: { kind: 'files', space: 'home' },
  },
})

export const decision = recordType({
  name: 'decision',
  title: 'title',
  path: '/idees/decisions',
  afterOthers: true,
  fields: {
    title: { kind: 'text', required: true },
    detail: { kind: 'prose' },
    on: { kind: 'day' },
    notedAt: { kind: 'link', to: ['meeting'], means: 'notes' },
  },
})

export const task = recordType({
  name: 'task',
  title: 'title',
  path: '/idees/suites',
  afterOthers: true,
  first: ['title', 'who', 'dueDay', 'notedAt'],
  fields: {
    title: { kind: 'text', required: true },
    detail: { kind: 'prose' },
    /** Who takes care of it: for this box only. */
    who: { kind: 'text', space: 'home', means: 'who' },
    dueDay: { kind: 'day' },
    state: { kind: 'choice', choices: ['todo', 'doing', 'done', 'dropped'], filter: true },
    remindedOn: { kind: 'day' },
    doneOn: { kind: 'day' },
    about: { kind: 'link', to: [], ties: ['about'] },
    notedAt: { kind: 'link', to: ['meeting'], means: 'notes' },
  },
})

export const idea = recordType({
  name: 'idea',
  title: 'title',
  path: '/idees/idee',
  first: ['title', 'detail', 'themes', 'commune'],
  fields: {
    title: { kind: 'text', required: true },
    detail: { kind: 'prose' },
    themes: { kind: 'themes', to: ['theme'], filter: true },
    commune: { kind: 'commune', filter: true },
    state: { kind: 'choice', choices: ['open', 'became', 'dropped'], filter: true },
    /** What became of it. */
    became: { kind: 'link', to: ['initiative', 'event', 'place', 'task', 'offer'] },
    becameOn: { kind: 'day', unasked: true },
    revivedOn: { kind: 'day' },
    /** From how many people *on se voit*. */
    threshold: { kind: 'number', unit: 'persons' },
    inspiredBy: { kind: 'link', to: ['reference'], many: true, ties: ['inspired'] },
    about: { kind: 'link', to: ['initiative'], ties: ['about'] },
    notedAt: { kind: 'link', to: ['meeting'], means: 'notes' },
  },
})

/**
 * *J'en suis · Je peux aider à… · Pas pour moi, et voici pourquoi*: an answer to an idea or to an
 * event. *J'en prendrais 20 kg*: one to a notice that has an amount.
 */
export const response = recordType({
  name: 'response',
  title: 'firstName',
  shownHere: 'shownHere',
  shownByCard: 'shownByCard',
  fields: {
    to: { kind: 'link', to: ['idea', 'event', 'event-part', 'offer', 'need'], required: true },
    answer: { kind: 'choice', choices: ['in', 'help', 'not'], required: true },
    firstName: { kind: 'text', required: true },
    /** Who says it for that person: *dit par Nadia, pour Paul*. */
    toldTo: { kind: 'text', unasked: true },
    /**
     * Another person than the one of the same first name who answered before: the box that wrote it
     * knows both.
     */
    namesake: { kind: 'yesNo', unasked: true },
    /** What they can help with, or why not. */
    saying: { kind: 'text', longest: 600 },
    /** Of a thing to bring: how many. Of what a notice offers or seeks: how much, in `unit`. */
    amount: { kind: 'number', unit: 'things' },
    /** The unit of `amount`, where the notice gives it: `kg`, `stere`, `sacs`. */
    unit: { kind: 'text', unasked: true },
    /** How much of it was agreed when more was asked, in `unit`; how many times more was asked. */
    stood: { kind: 'number', unasked: true },
    raised: { kind: 'number', unasked: true },
    /** The first name of somebody who is not named, for the notice's author and the keeper. */
    knownAs: { kind: 'text', space: 'home', unasked: true },
    /** Of a notice that is read here alone, or by card: this answer is read as the notice is. */
    shownHere: { kind: 'yesNo', space: 'home', unasked: true },
    shownByCard: { kind: 'yesNo', space: 'home', unasked: true },
    reach: { kind: 'text', space: 'home' },
    /** The order in which answers came, where seats are counted. */
    rank: { kind: 'number', unasked: true },
    /** Every seat was taken or asked for then; once one is free, whether they were told. */
    waited: { kind: 'yesNo', space: 'home', unasked: true },
    toldFreed: { kind: 'yesNo', space: 'home', unasked: true },
    /** Of a date or an idea with a threshold: what they last read or were told of it. */
    countTold: {
      kind: 'choice',
      choices: ['enough', 'short', 'dated'],
      space: 'home',
      unasked: true,
    },
    /** Of a date: its day, hour and place as they were last told (`model/date-told.ts`). */
    whenTold: { kind: 'text', space: 'home', unsearched: true, unasked: true },
    on: { kind: 'day', unasked: true },
    /** Of what comes back: for which of its days. */
    forDay: { kind: 'day', unasked: true },
    member: { kind: 'link', to: ['member'], space: 'home', unasked: true },
    keyedBy: { kind: 'link', to: ['member'], space: 'home', unasked: true },
  },
})

export const voice = recordType({
  name: 'voice',
  title: 'saying',
  path: '/idees/paroles',
  afterOthers: true,
  fields: {
    saying: { kind: 'text', required: true, longest: 1_000 },
    on: { kind: 'day' },
    /** Only when the person asked to be named. */
    name: { kind: 'text' },
    about: { kind: 'link', to: [], ties: ['about'] },
    notedAt: { kind: 'link', to: ['meeting'], means: 'notes' },
  },
})

export const reference = recordType({
  name: 'reference',
  title: 'title',
  path: '/idees/references',
  afterOthers: true,
  first: ['title', 'url', 'note', 'themes'],
  fields: {
    title: { kind: 'text', required: true },
    url: { kind: 'url' },
    author: { kind: 'text' },
    on: { kind: 'day' },
    note: { kind: 'prose' },
    themes: { kind: 'themes', to: ['theme'], filter: true },
    inspires: { kind: 'link', to: ['initiative', 'idea'], many: true },
    notedAt: { kind: 'link', to: ['meeting'], means: 'notes' },
  },
})
