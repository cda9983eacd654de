/** What people read of photos and of looking for a notice. `en.ts` has this type. */
export const findingFr = {
  /** The words of a search, as a need says them; a thing after its article needs no colon. */
  seeking: (asked: string, isThing: boolean) => `Je cherche${isThing ? '' : '\u00a0:'} ${asked}`,
  answers: 'Ce qui y répond par ici',
  addPhoto: 'Ajouter une photo',
  photosOf: 'Les photos de cette annonce',
  keepPhotos: 'Enregistrer',
  photosLead:
    'La photo se voit tout de suite, par tout le monde. Pas de visage sans l’accord de la ' +
    'personne, ni de numéro, de plaque ou d’adresse qui se lise.',
  photosSaid: 'Les photos sont à jour.',
  choosePhoto: 'Choisissez une photo, puis enregistrez.',
  showcase: 'La vitrine : une feuille à imprimer, avec les photos',
  mode: 'De quelle façon',
  far: 'Jusqu’où',
  within: (km: string) => `à moins de ${km} km`,
  withinOf: (km: string, place: string) => `à moins de ${km} km de ${place}`,
  when: 'Quand',
  withWords: (words: string) => `avec «\u00a0${words}\u00a0»`,
  today: 'à avoir aujourd’hui',
  place: 'D’où',
  mapOf: 'La carte de ces annonces',
  mapSays: 'Carte des communes\u00a0: le nombre d’annonces de chacune. La liste est à côté.',
  mapHint:
    'Le nombre d’annonces de chaque commune, au milieu de la commune\u00a0: jamais chez quelqu’un.',
  mapPlaces: 'Les points sans nombre sont les lieux d’où elles viennent.',
  mapNowhere: (n: number) =>
    n === 1 ? 'Une annonce ne dit pas sa commune.' : `${n} annonces ne disent pas leur commune.`,
  mapMark: (name: string, n: number) => `${name}\u00a0: ${n}`,
  onMap: 'Voir sur la carte',
  freshLink: 'Ce qui est nouveau pour moi, à imprimer',
  fresh: 'Ce qui est nouveau',
  since: (day: string) => `Depuis le ${day}`,
  sinceLabel: 'Depuis le',
  colon: ' : ',
  noneFresh: (who: string) => `Rien de nouveau pour cette recherche. Demandez à ${who}.`,
  left: (n: number, more: boolean, who: string) =>
    n === 1
      ? `Il en reste une, faute de place : demandez-la à ${who}.`
      : `Il en reste ${n}${more ? ' ou plus' : ''}, faute de place : demandez-les à ${who}.`,
  otherThan: (who: string) => `Pour répondre ou pour dire ce que vous cherchez : ${who}.`,
  printedOn: (day: string) => `Imprimé le ${day}.`,
  allOfThem: 'Toutes les annonces de cette recherche',
}
