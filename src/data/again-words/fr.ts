type CalendarCounts = Readonly<
  Record<'fresh' | 'changed' | 'cancelled' | 'there' | 'maybe' | 'wrong', number>
>
const spaced = (n: number): string => n.toLocaleString('fr-FR')

/** A calendar that is brought, and may come again. */
export const fr = {
  found: (n: number, name: string) =>
    n === 1
      ? `Un rendez-vous dans «\u00a0${name}\u00a0».`
      : `${n} rendez-vous dans «\u00a0${name}\u00a0».`,
  counts: (n: CalendarCounts): string => {
    const some = (many: number, one: string, several: string): string | false =>
      many > 0 && `${spaced(many)} ${many === 1 ? one : several}`
    const all = [
      some(n.fresh, 'nouveau', 'nouveaux'),
      some(n.changed, 'changé', 'changés'),
      some(n.cancelled, 'annulé', 'annulés'),
      some(n.there, 'déjà là', 'déjà là'),
      some(n.maybe, 'peut-être déjà là', 'peut-être déjà là'),
      some(n.wrong, 'à revoir', 'à revoir'),
    ].filter(part => part !== false)
    return `${all.join(', ')}.`
  },
  columns: 'Ce que remplit chaque case du calendrier',
  changedTitle: 'Ce qui change',
  cancelledTitle: 'Annulés là-bas\u00a0: barrés ici à leur prochaine date',
  keptTitle: 'Changé là-bas, gardé ici comme vous l’avez écrit',
  absentTitle: 'Plus dans ce calendrier',
  absentLead:
    'Rien n’en est retiré\u00a0: si un rendez-vous n’a plus lieu, annulez-le sur sa page.',
  older: (n: number): string =>
    n === 1
      ? 'Un rendez-vous de ce fichier est plus ancien que ce qui est ici\u00a0: il est laissé.'
      : `${spaced(n)} rendez-vous de ce fichier sont plus anciens que ce qui est ici\u00a0: ils ` +
        'sont laissés.',
  privates: (n: number): string =>
    n === 1
      ? 'Un rendez-vous marqué privé n’est pas lu.'
      : `${spaced(n)} rendez-vous marqués privés ne sont pas lus.`,
  parted: (titles: readonly string[]): string =>
    titles.length === 1
      ? `«\u00a0${titles[0]}\u00a0» change à partir d’un jour\u00a0: ce sont ici des rendez-vous ` +
        'qui se suivent.'
      : `${titles.length} séries changent à partir d’un jour\u00a0: chacune est ici en ` +
        'rendez-vous qui se suivent.',
  gone: (titles: readonly string[]): string =>
    titles.length === 1
      ? `«\u00a0${titles[0]}\u00a0» a été retiré de la page\u00a0: il est laissé.`
      : `${titles.length} rendez-vous ont été retirés de la page\u00a0: ils sont laissés.`,
  andMore: (n: number) => `Et ${spaced(n)} de plus.`,
  nothing: 'rien',
  colon: '\u00a0: ',
  rewritten: 'écrit autrement',
  dates: 'Des dates de la série changent.',
  itsDates: 'des dates de la série',
  update: 'Mettre l’agenda à jour',
}
