import type { RefusalSentences, RefusalWords } from './fr.ts'

/**
 * English sentences for fields of a form that can’t be read, by the code of the refusal, with the
 * examples that they end with. `fr.ts` has the French ones, and the type of both.
 */

const refusals: RefusalSentences = {
  missing: label => `“${label}” is missing.`,
  tooLong: (label, more) => `“${label}” is too long: ${more} characters at most.`,
  brokenText: label => `“${label}” holds a damaged character: delete it and type it again.`,
  notANumber: (label, more) => `“${label}” asks for a number, for instance ${more}.`,
  notWithin: (label, more) => `“${label}” asks for a number ${more}.`,
  notWholeWithin: (label, more) => `“${label}” asks for a whole number, ${more}.`,
  notMoneyWithin: (label, more) => `“${label}” asks for an amount ${more} euros.`,
  notMoney: (label, more) => `“${label}” asks for an amount in euros, for instance ${more}.`,
  notADay: (label, more) => `“${label}” asks for a date, for instance ${more}.`,
  noSuchDay: label => `“${label}”: this day is not in the calendar.`,
  otherWeekday: (label, more) =>
    `“${label}”: there is no “${more}” in the weeks to come. Say the month too, for instance ` +
    '5 December.',
  farDay: label => `“${label}”: check the year, it is too far from here.`,
  notATime: (label, more) => `“${label}” asks for a time, for instance ${more}.`,
  notAMoment: (label, more) => `“${label}” asks for a day and a time, for instance ${more}.`,
  endBeforeStart: label =>
    `“${label}”: the end comes before the start. If it ends on another day, say the last day too.`,
  endIsStart: label =>
    `“${label}”: that is when it starts. Until when? If it ends on another day, also say the ` +
    'last day.',
  notOneOfItsDays: (label, more) =>
    `“${label}”: it is not one of the days of the repetition. The first that is: ${more}.`,
  halfPeriod: label => `“${label}” asks for two dates, the first and the last.`,
  notAChoice: label => `“${label}”: choose one of the answers given.`,
  noSuchCommune: (label, more) =>
    `“${label}”: the commune ${more} is not known here. Choose from the list.`,
  twoCommunes: (label, more) =>
    `“${label}”: there are several communes called ${more}. Choose from the list.`,
  notAPoint: (label, more) =>
    `“${label}” asks for a latitude and a longitude, for instance ${more}.`,
  noSuchLink: label => `“${label}”: choose from the list.`,
  noSuchTheme: label => `“${label}”: choose from the list of themes.`,
  notAPhone: (label, more) => `“${label}”: this number looks incomplete. For instance ${more}.`,
  notAnEmail: (label, more) => `“${label}”: this address looks incomplete. For instance ${more}.`,
  notAnAddress: (label, more) => `“${label}” asks for the address of a page, for instance ${more}.`,
  notTheseHours: (label, more) =>
    `“${label}”: “${more}” can’t be read as hours. Say the hour it begins and the hour it ends, ` +
    'for instance “samedi 9 h-12 h”.',
  notHours: (label, more) => `“${label}”: these hours can’t be read. For instance ${more}.`,
  twoRecurrences: (label, more) =>
    `“${label}”: you chose one in the list and wrote “${more}”. Keep one of the two.`,
  twoEnds: (label, more) =>
    `“${label}”: you wrote “${more}”, and another last day beside it. Keep one of the two.`,
  neverRecurs: label =>
    `“${label}”: from the first day on, this repetition never comes. Change it, or that day.`,
  notARecurrence: (label, more) =>
    `“${label}”: this repetition can’t be read. For instance ${more}.`,
  recursExcept: label =>
    `“${label}”: a date on which nothing takes place is not written here. Write the repetition ` +
    'alone, and save. Then, on the page of the event, touch “Cancel or move” beside that date.',
  tooMany: (label, more) => `“${label}”: ${more} answers at most.`,
  tooManyFiles: (label, more) => `“${label}”: ${more} at most. Untick some, or send fewer.`,
  unknownFile: label => `“${label}”: this file did not arrive. Attach it again.`,
}

export const en: RefusalWords = {
  refusals,
  between: (least, most) => `from ${least} to ${most}`,
  examples: {
    number: '12',
    money: '3.50',
    day: '5/12/2026',
    time: '14:30',
    moment: '2026-12-05 14:30',
    point: '45.7342 and 3.9689',
    phone: '04 77 00 00 00',
    email: 'firstname@example.org',
    url: 'https://example.org',
    hours: 'Mo-Fr 09:00-12:00',
    recurrence: 'FREQ=WEEKLY;BYDAY=SA',
  },
}
