import { dayLong, sayTime } from '../../../../text/days.ts'

const day = (iso: string, today: string): string => dayLong(iso, 'fr', today)
const many = (n: number, one: string, several: string): string =>
  n === 1 ? `1 ${one}` : `${n} ${several}`
/** *d’un an*, *de 30 jours*: how far ahead. */
const aheadSaid = (days: number): string =>
  days === 366 ? 'd’un an' : `de ${many(days, 'jour', 'jours')}`
const moment = (at: string, today: string): string => {
  const [on = '', time = '00:00'] = at.split('T')
  return time === '00:00' ? day(on, today) : `${day(on, today)} à ${sayTime(time, 'fr')}`
}

/** Why a rule says no: each says what it is, and what to do. */
export const fr = {
  past: 'C’est passé\u00a0: choisissez un jour qui vient.',
  repair: 'C’est à réparer\u00a0: cela ne part pas pour l’instant.',
  chained:
    'Pas deux fois de suite par la même personne\u00a0: laissez un tour à quelqu’un d’autre.',
  weekend: 'Un week-end à la fois\u00a0: vous en avez déjà un devant vous.',
  units: 'Notez d’abord ce que vous avez fait la dernière fois.',
  lead: (days: number, from: string, today: string) =>
    `On prévient ${many(days, 'jour', 'jours')} à l’avance\u00a0: à partir du ${day(from, today)}.`,
  locals: (days: number, from: string, today: string) =>
    `Les gens de la commune d’abord\u00a0: ouvert à tous ${many(days, 'jour', 'jours')} avant, ` +
    `le ${day(from, today)}.`,
  ahead: (days: number, until: string, today: string) =>
    `Pas plus ${aheadSaid(days)} à l’avance\u00a0: ` +
    `jusqu’au ${day(until, today)} pour l’instant.`,
  longestDays: (most: number, asked: number) =>
    `${many(most, 'jour', 'jours')} au plus\u00a0: vous en demandez ${asked}. ` +
    'Pour plus long, voyez avec qui s’en occupe.',
  longestHours: (most: number) => `${many(most, 'heure', 'heures')} au plus.`,
  mostAhead: (most: number) =>
    `Pas plus de ${many(most, 'réservation', 'réservations')} à venir par personne.`,
  mostOfKind: (most: number, had: number) =>
    `Pas plus de ${many(most, 'chose', 'choses')} de cette sorte à la fois, par personne` +
    `${had === 0 ? '' : `\u00a0: vous en avez déjà ${had} devant vous`}.`,
  daysMonth: (most: number, had: number) =>
    `${many(most, 'jour', 'jours')} par mois et par personne\u00a0: ` +
    `${had === 0 ? 'c’est plus que cela' : `vous en avez déjà ${had}`}.`,
  hoursYear: (most: number, had: number) =>
    `${many(most, 'heure', 'heures')} par an et par personne\u00a0: ` +
    `${had === 0 ? 'c’est plus que cela' : `vous en avez déjà ${Math.round(had)}`}.`,
  closed: (end: 'start' | 'end', at: string, opens: string | null, today: string) => {
    const next = opens === null ? '' : ` Cela rouvre ${moment(opens, today)}.`
    if (end === 'start') return `C’est fermé ${moment(at, today)}.${next}`
    return at.endsWith('T00:00')
      ? `Le jour du retour, ${moment(at, today)}, c’est fermé.${next}`
      : `Cela ferme ${moment(at, today)}.${next}`
  },
  upkeep: (since: string | null, today: string) =>
    since === null
      ? 'L’entretien est à faire, son compteur le dit\u00a0: cela ne part pas avant.'
      : `L’entretien est à faire depuis le ${day(since, today)}\u00a0: cela ne part pas avant.`,
  late: (title: string) =>
    title === ''
      ? 'Rendez d’abord ce qui devait revenir.'
      : `Rendez d’abord ce que vous avez\u00a0: ${title}.`,
}
