import type { fr } from './fr.ts'

const spaced = (n: number): string => n.toLocaleString('en-GB')

export const en: typeof fr = {
  found: (n, name) => (n === 1 ? `One event in “${name}”.` : `${n} events in “${name}”.`),
  counts: n => {
    const some = (many: number, said: string): string | false =>
      many > 0 && `${spaced(many)} ${said}`
    const all = [
      some(n.fresh, 'new'),
      some(n.changed, 'changed'),
      some(n.cancelled, 'cancelled'),
      some(n.there, 'here already'),
      some(n.maybe, 'maybe here already'),
      some(n.wrong, 'to look at again'),
    ].filter(part => part !== false)
    return `${all.join(', ')}.`
  },
  columns: 'What each part of the calendar fills',
  changedTitle: 'What changes',
  cancelledTitle: 'Cancelled there: struck here on their next date',
  keptTitle: 'Changed there, kept here as you wrote it',
  absentTitle: 'No longer in this calendar',
  absentLead: 'Nothing is taken off: if an event does not take place, cancel it on its page.',
  older: n =>
    n === 1
      ? 'One event of this file is older than what is here: it is left.'
      : `${spaced(n)} events of this file are older than what is here: they are left.`,
  privates: n =>
    n === 1
      ? 'One event that is marked private is not read.'
      : `${spaced(n)} events that are marked private are not read.`,
  parted: titles =>
    titles.length === 1
      ? `“${titles[0]}” changes from some day on: here these are events that follow each other.`
      : `${titles.length} series change from some day on: here each is events that follow each ` +
        'other.',
  gone: titles =>
    titles.length === 1
      ? `“${titles[0]}” was taken off the page: it is left.`
      : `${titles.length} events were taken off the page: they are left.`,
  andMore: n => `And ${spaced(n)} more.`,
  nothing: 'nothing',
  colon: ': ',
  rewritten: 'written otherwise',
  dates: 'Some dates of the series change.',
  itsDates: 'some dates of the series',
  update: 'Bring the agenda up to date',
}
