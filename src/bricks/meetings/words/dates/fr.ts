import { atPlace, insteadOfPlace } from './places-fr.ts'

/** A date that somebody said yes to, and that changed. */
export const fr = {
  called: (title: string, part: string | null) =>
    part === null ? `«\u00a0${title}\u00a0»` : `«\u00a0${part}, ${title}\u00a0»`,
  otherDay: (called: string, was: string, now: string, place: boolean) =>
    `changement de jour${place ? ' et de lieu' : ''}\u00a0: ${called}, ${now}, au lieu du ${was}`,
  otherHour: (called: string, now: string, was: string | null, place: boolean) =>
    `changement d’heure${place ? ' et de lieu' : ''}\u00a0: ${called}, ${now}` +
    (was === null ? '' : ` au lieu de ${was}`),
  noHour: (called: string, day: string) => `plus d’heure précise\u00a0: ${called}, ${day}`,
  otherPlace: (called: string, when: string) => `changement de lieu\u00a0: ${called}, ${when}`,
  placeNow: (now: string, was: string) =>
    [now === '' ? 'le lieu reste à préciser' : atPlace(now), was === '' ? '' : insteadOfPlace(was)]
      .filter(Boolean)
      .join(', '),
  off: (called: string, day: string, why: string | null) =>
    `annulé\u00a0: ${called}, ${day}${why === null ? '' : ` (${why})`}`,
  gone: (called: string, day: string) => `annulé\u00a0: ${called} n’a plus lieu ${day}`,
  back: (called: string, when: string) => `cela a bien lieu\u00a0: ${called}, ${when}`,
  stillIn: 'Oui, j’en suis toujours',
  cannot: 'Je ne peux plus',
  stillSaid: 'C’est noté\u00a0: vous en êtes toujours.',
  still: (line: string) => `${line}. En êtes-vous toujours\u202f?`,
  tell: (name: string, line: string) => `à dire à ${name}\u00a0: ${line}`,
  heard: { on: 'une date où vous êtes a changé', off: 'une date où vous êtes n’a plus lieu' },
  shown: (called: string, day: string) => `votre date est montrée\u00a0: ${called}, ${day}`,
  heardShown: 'une date que vous avez proposée est montrée',
  heardKeeper: 'une date a changé',
  comeToo: 'J’en suis',
  answerIt: 'Répondre',
  /** A yes from before the date changed, of somebody who is still asked. */
  beforeChange: 'd’avant le changement',
  fromBefore: (name: string) => `${name} (d’avant le changement)`,
  comeAs: 'Avec le prénom et le moyen de vous joindre qui sont sur ce billet.',
  notCounted:
    'Proposer l’idée ne vous compte pas d’office. Si vous en êtes et ne l’avez pas dit\u00a0:',
  seeIdea: 'Un autre jour se propose sur la page de l’idée\u00a0:',
  isOff: 'annulé',
  another: (keptBy: string) =>
    `Proposez un autre jour ici\u00a0: il est d’abord lu par ${keptBy}, puis montré à celles et ` +
    'ceux qui en sont.',
  proposeAnother: 'Proposer un autre jour',
  setAnother: 'Fixer un autre jour',
  hadAnswered: 'C’est annulé\u202f; avaient répondu',
  label: 'Agenda',
  toSay: (line: string) => `À leur dire\u00a0: ${line}.`,
  told: (name: string) => `C’est dit à ${name}`,
  allTold: 'Tout le monde sait ce changement',
  changedSince:
    'La date a encore changé depuis\u00a0: lisez où elle en est, puis prévenez les gens.',
}
