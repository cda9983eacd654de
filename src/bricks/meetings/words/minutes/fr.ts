/**
 * The minutes of a meeting, for a wiki: headings that our own harvest reads again, so in French
 * alone.
 */
export const fr = {
  date: 'Date',
  place: 'Lieu',
  author: 'Auteur',
  licence: 'Licence',
  source: 'Source',
  colon: '\u00a0: ',
  due: (day: string) => ` (pour le ${day})`,
  quoted: (saying: string) => (/^[«"“]/.test(saying) ? saying : `«\u00a0${saying}\u00a0»`),
  tasksDone: 'Déjà fait',
  parts: {
    decision: 'Décisions',
    task: 'À faire',
    idea: 'Idées',
    need: 'Besoins',
    offer: 'Offres',
    initiative: 'Projets',
    event: 'Dates',
    place: 'Lieux',
    'access-point': 'Ordinateurs ouverts à tous',
    actor: 'Qui fait quoi',
    voice: 'Paroles',
    reference: 'Références',
  },
}
