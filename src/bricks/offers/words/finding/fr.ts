import { dayPlain } from '../../../../text/days.ts'
import { quotable } from '../../../../text/quoting.ts'
/** What people read of photos and of looking for a notice. `en.ts` has this type. */
export const findingFr = {
  alerts: {
    title: 'Mes recherches',
    tellMe: 'Me prévenir',
    formTitle: 'Me prévenir',
    lead:
      'Laissez les mots que vous cherchez. Dès que quelque chose y répond ici, on vous le dit. ' +
      'Personne d’autre ne les lit, et ils s’effacent tout seuls après trois mois.',
    byPage: 'C’est dit sur votre page.',
    byTicket:
      'C’est dit sur un billet\u00a0: un mot et quatre chiffres, à noter, qui le rouvrent ici.',
    listed: 'Ce que vous avez laissé',
    none:
      'Aucune recherche gardée. Cherchez d’abord\u00a0: sous les réponses, ' +
      '«\u00a0Me prévenir\u00a0».',
    keeper: 'Chacun laisse ici les mots qu’il cherche, sur sa page ou par un billet.',
    until: (day: string) => `gardé jusqu’au ${day}`,
    nothingYet: 'rien encore',
    soMany: (n: number) => (n === 1 ? 'une réponse' : `${n}\u00a0réponses`),
    answers: 'cela répond à ce que vous cherchez',
    again: 'Garder trois mois de plus',
    end: 'Ne plus me prévenir',
    left: (until: string) => `C’est gardé, jusqu’au ${dayPlain(until, 'fr')}.`,
    ended: 'C’est effacé.',
    gone: 'Cette recherche n’est plus gardée.',
    enough: (n: number) => `Vous en avez ${n} déjà\u00a0: effacez-en une d’abord.`,
    notKeeper: 'Écrivez-le plutôt comme demande, au nom de la personne.',
    met: (who: string | null, theirs: string, asked: string) =>
      `${who ? `${who}\u00a0: ` : ''}«\u00a0${quotable(theirs)}\u00a0», cela peut répondre à ce ` +
      `que vous cherchez, «\u00a0${quotable(asked)}\u00a0»`,
    metHeard: 'quelque chose répond à ce que vous cherchez',
    endsSoon: (asked: string, day: string) =>
      `${asked === '' ? 'une de vos recherches' : `«\u00a0${quotable(asked)}\u00a0»`} s’efface ` +
      `après le ${day}`,
  },
  /** The words of a search, as a need says them; a thing after its article needs no colon. */
  seeking: (asked: string, isThing: boolean) => `Je cherche${isThing ? '' : '\u00a0:'} ${asked}`,
  answers: 'Ce qui y répond par ici',
  likely: 'Peut-être',
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
