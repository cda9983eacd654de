import type { ClosedFor } from '../../model/rules-who.ts'

const several = (n: number, one: string, more: string): string => (n === 1 ? one : `${n} ${more}`)

const since = (name: string): string => (name === '' ? '' : `, depuis le tour de ${name}`)

const and = (names: readonly string[]): string =>
  new Intl.ListFormat('fr', { type: 'conjunction', style: 'long' }).format(names)

/**
 * A loan that is late, for its borrower.
 *
 * Shape   `since`: when it was awaited. `next`: who has it next; an empty name is somebody, an
 *         empty `from` is now. `whom`: to whom it goes back. `stays`: it is left, not brought back.
 */
type LateTold = Readonly<{
  title: string
  since: string
  next: Readonly<{ name: string; from: string }> | undefined
  whom: Readonly<{ names: readonly string[]; reach: string; keeper: string }>
  stays: boolean
}>
/**
 * Days that somebody gives back, for who is in charge.
 *
 * Shape   `name`: empty where nobody may read it any more. `next`: who has the first say on them.
 */
type GivenBackTold = Readonly<{
  name: string
  title: string
  when: string
  isLate: boolean
  next: readonly string[]
}>
/** *à Sylvie (à l’atelier)*: whom to tell, and how. */
function toWhom({ names, reach, keeper }: LateTold['whom']): string {
  const how = reach === '' ? '' : ` (${reach})`
  const or = keeper === '' ? '' : `, ou voyez avec ${keeper}`
  return `${names.length === 0 ? '' : ` à ${and(names)}`}${how}${or}`
}

/** What the first page, the screen of the bar and the list of what waits say of what is lent. */
export const fr = {
  onHome: 'À prêter',
  allThings: 'tout ce qui se prête',
  isFree: (title: string, day: string) => `${title} est libre ${day}`,
  isTaken: (title: string, day: string) => `${title}\u00a0: c’est pris ${day}`,
  isClosed: (title: string, day: string, why: ClosedFor = 'hours') =>
    why === 'hours'
      ? `${title}\u00a0: c’est fermé ${day}`
      : `${title}\u00a0: ${why === 'repair' ? 'c’est à réparer' : 'l’entretien est à faire'}`,
  isPart: (title: string, day: string, taken: string) => `${title}, ${day}\u00a0: ${taken}`,
  isKept: (title: string, day: string) => `${title} est libre ${day}, et gardé pour qui attendait`,
  keptDay: (day: string) => `${day}\u00a0: gardé pour qui attendait`,
  freeDay: (day: string) => `libre ${day}`,
  takenDay: (day: string) => `pris ${day}`,
  closedDay: (day: string, why: ClosedFor = 'hours') =>
    why === 'hours'
      ? `fermé ${day}`
      : `${day}\u00a0: ${why === 'repair' ? 'à réparer' : 'entretien à faire'}`,
  partDay: (day: string, taken: string) => `${day}\u00a0: ${taken}`,
  onMap: 'à prêter',
  asked: (name: string, title: string) => `${name} demande\u00a0: ${title}`,
  askedMany: (n: number, isKeeper: boolean) => {
    const of = isKeeper ? 'ce qui se prête' : 'ce que vous prêtez'
    return several(n, `une demande pour ${of}`, `demandes pour ${of}`)
  },
  kept: (name: string, title: string, when: string, until: string) =>
    `${title}, ${when}\u00a0: gardé jusqu’à ${until} pour ${name}, qui attendait`,
  keptMany: (n: number) =>
    several(n, 'une chose est gardée pour qui attendait', 'choses sont gardées pour qui attendait'),
  keptUntil: (until: string) => `C’est libre, et gardé jusqu’à ${until}.`,
  late: (name: string, title: string, next: string) =>
    `${name === '' ? 'On attend le retour de ce qui est parti' : `${name} n’a pas rendu`}\u00a0: ` +
    `${title}${next === '' ? '' : `, ${next} l’attend`}`,
  somebody: 'quelqu’un',
  lateMany: (n: number) => several(n, 'une chose n’est pas rentrée', 'choses ne sont pas rentrées'),
  upkeep: (title: string) => `${title}\u00a0: entretien à faire`,
  upkeepMany: (n: number) => several(n, 'un entretien à faire', 'entretiens à faire'),
  upkeepSoon: (title: string) => `${title}\u00a0: entretien à prévoir`,
  upkeepSoonMany: (n: number) => several(n, 'un entretien à prévoir', 'entretiens à prévoir'),
  clash: (title: string) => `${title}\u00a0: promis deux fois, à arranger`,
  clashMany: (n: number) =>
    several(n, 'une chose est promise deux fois', 'choses sont promises deux fois'),
  announced: (title: string, event: string) =>
    `${title}\u00a0: l’agenda annonce «\u00a0${event}\u00a0» sur une réservation, à arranger`,
  announcedMany: (n: number) =>
    several(
      n,
      'un événement est annoncé sur une réservation',
      'événements sont annoncés sur des réservations',
    ),
  announcedYours: (title: string, event: string, when: string) =>
    `${title}, ${when}\u00a0: l’agenda annonce «\u00a0${event}\u00a0» pendant votre réservation`,
  announcedYoursOne: 'un événement est annoncé pendant une de vos réservations',
  broken: (title: string, name: string) => `${title}\u00a0: à réparer${since(name)}`,
  brokenMany: (n: number) => several(n, 'une chose est à réparer', 'choses sont à réparer'),
  missing: (title: string, pieces: string, name: string) =>
    `${title}\u00a0: il manque ${pieces}${since(name)}`,
  missingMany: (n: number) =>
    several(n, 'une pièce manque à ce que vous prêtez', 'retours où il manque une pièce'),
  forOther: (title: string, name: string) => `${title}, pour ${name}`,
  given: (title: string, when: string) => `${title}\u00a0: c’est accordé, ${when}`,
  refused: (title: string, when: string) => `${title}\u00a0: c’est non, pour ${when}`,
  fetch: (title: string, when: string, word: string) =>
    `${title}, ${when}\u00a0: c’est à vous${word === '' ? '' : `, votre mot\u00a0: ${word}`}`,
  calledOff: (title: string, when: string, why: string) =>
    `${title}, ${when}\u00a0: annulé par qui s’en occupe\u00a0: ${why}`,
  replaced: (title: string, was: string, when: string) =>
    `${title} remplace ${was}, ${when}\u00a0: votre réservation suit`,
  asksInstead: (title: string, was: string, when: string) =>
    `${title} remplace ${was}, ${when}\u00a0: votre demande suit`,
  asksInsteadOne: 'une de vos demandes passe sur autre chose',
  keepsInstead: (title: string, was: string) =>
    `${title} remplace ${was}\u00a0: vous vous en occupez`,
  keepsInsteadOne: 'autre chose remplace ce dont vous vous occupez',
  replacedOne: 'une de vos réservations passe sur autre chose',
  calledOffOne: 'une de vos réservations est annulée',
  givenBack: ({ name, title, when, isLate, next }: GivenBackTold) =>
    `${name === '' ? 'C’est annulé' : `${name} a annulé`}\u00a0: ${title}, ${when}` +
    `${isLate ? ', moins d’un jour avant' : ''}` +
    `${next.length === 0 ? '' : `\u00a0; ${and(next)} l’attend${next.length > 1 ? 'ent' : ''}`}`,
  givenBackOne: 'une réservation de ce que vous prêtez est annulée',
  booked: (name: string, title: string, when: string) =>
    `${name === '' ? 'C’est réservé' : `${name} a réservé`}\u00a0: ${title}, ${when}`,
  bookedOne: 'une réservation de ce que vous prêtez',
  fetchOne: 'quelque chose que vous avez réservé',
  bringBack: (title: string, day: string) => `${title}\u00a0: à rapporter au plus tard ${day}`,
  bringBackLate: ({ title, since, next, whom, stays }: LateTold) =>
    `${title}\u00a0: ${stays ? 'c’était à vous jusqu’à' : 'on l’attendait'} ${since}` +
    `${next === undefined ? '' : `, ${next.name || 'quelqu’un'} l’attend ${next.from || 'déjà'}`}` +
    `\u00a0; ${stays ? 'dites que c’est libre' : 'à rapporter'}${toWhom(whom)}`,
  isBroken: (title: string, when: string) =>
    `${title}, ${when}\u00a0: c’est à réparer, appelez avant de venir`,
  notThere: (title: string, when: string) =>
    `${title}, ${when}\u00a0: ce n’est pas encore rentré, appelez avant de venir`,
  bringBackOne: 'quelque chose à rapporter',
  answered: 'une réponse à ce que vous avez demandé d’emprunter',
  freed: (title: string, when: string, until: string) =>
    `${title} est libre ${when}, vous l’attendiez` +
    (until === '' ? '' : `\u00a0: c’est gardé pour vous jusqu’à ${until}`),
  overtaken: (title: string, when: string, isClosed: boolean) =>
    `${title}, ${when}\u00a0: ` +
    `${isClosed ? 'ces jours sont gardés fermés' : 'quelqu’un d’autre les a eus'} avant la ` +
    'réponse\u00a0; voyez d’autres jours, la liste d’attente, ou qui d’autre en prête',
  overtakenOne: 'ce que vous avez demandé d’emprunter n’est plus libre',
  freedOne: 'ce que vous attendiez est libre',
}
