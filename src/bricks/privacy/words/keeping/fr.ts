import { fr as access } from './access/fr.ts'
import { fr as record } from './record/fr.ts'
import { fr as texts } from './texts/fr.ts'

/**
 * Words of the page that says who keeps it, and of its two printable pages. `en.ts` has this type.
 */
export type KeepingWords = typeof fr

export const fr = {
  title: 'Qui tient cette page',
  lead:
    'Cette page est gardée par une petite machine, la borne, que quelqu’un d’ici tient. Voici ' +
    'qui, ce qui est gardé, et comment faire retirer ce qui vous concerne.',
  verify: 'à vérifier par la personne qui tient la page',
  byHand: 'à compléter à la main',
  dots: '…………………………………',
  none: '—',
  colon: ' : ',
  and: (before: string, last: string) => `${before} et ${last}`,
  detail: 'Tout le détail\u00a0: ce qui est gardé, où, combien de temps, vos droits',
  contact: {
    title: 'À qui parler',
    person: 'La personne',
    where: 'Où et comment la joindre',
    village: 'La commune',
    unknown:
      'La personne qui tient la page ne s’est pas encore présentée ici. Demandez-la à ' +
      'l’endroit où se trouve la borne.',
    ask:
      'Pour toute question, pour corriger ou faire retirer quelque chose, de vive voix, par ' +
      'téléphone ou par un mot.',
  },
  unnamed: 'Une page de village',
  keeper: 'la personne qui tient la page',
  who: {
    title: 'Qui répond de cette page',
    full: 'Nom et adresse en entier',
    host: 'Hébergeur, si cette machine est louée',
    said: [
      'La personne qui tient la page la publie et en répond. La page est gardée par la ' +
        'machine même qui vous répond.',
      'La loi demande à qui publie de se nommer. Qui publie sans que ce soit son métier ' +
        'peut ne nommer que son hébergeur, à condition de s’être fait connaître de lui (loi ' +
        'n° 2004-575, article 1-1). Sans hébergeur, cette dispense ne va pas de soi : à ' +
        'vérifier par la personne qui tient la page.',
    ],
  },
  sent: {
    title: 'Ce que vous pouvez envoyer, et qui le lit',
    some: (what: string) => `des ${what}`,
    what: (all: string) =>
      'Pour lire comme pour envoyer, il n’y a pas de compte à ouvrir. Vous pouvez envoyer ' +
      `${all}.`,
    nothing:
      'Pour lire, il n’y a pas de compte à ouvrir. Seule la personne qui tient la page y écrit.',
    waits: (who: string) =>
      `Ce que vous envoyez attend dans la borne. C’est lu par ${who}, puis affiché ou ` +
      'laissé de côté. Rien n’est visible avant. Ce qui attend, ou a été laissé de côté, ' +
      'reste dans la borne jusqu’à ce que cette même personne l’efface pour de bon : vous ' +
      'pouvez le lui demander.',
    shown:
      'Ce qui est affiché peut être lu, copié, imprimé et emporté par tout le monde. N’y ' +
      'mettez que ce que vous diriez sur la place.',
    left: (what: string) =>
      `Et aussi des ${what}\u00a0: rien de cela n’est jamais affiché, et tout reste dans cette ` +
      'borne. Un mot va tout de suite à qui doit le remettre. Une recherche ne sert qu’à vous ' +
      'dire ce qui y répond, et s’efface toute seule.',
    between: (what: string) =>
      `Et aussi des ${what}\u00a0: seule la personne à qui vous écrivez les lit, ou qui les ` +
      'lui porte. La borne les oublie toute seule après le temps que dit leur page.',
    here: (what: string) =>
      `Et aussi des ${what}\u00a0: ils se lisent ici dès qu’ils sont écrits, sauf s’ils ` +
      'attendent d’être relus. Ils ne quittent pas cette borne, qui les oublie toute seule ' +
      'après le temps que dit leur page.',
    counter: (what: string, who: string) =>
      `Et aussi des ${what}\u00a0: la page où on les apporte dit qui les lira, et s’ils sont ` +
      `vus d’abord par ${who}. Ils ne partent pas vers les autres bornes, mais qui les lit ` +
      'ici peut en prendre une copie.',
    wifi:
      'Un Wi-Fi ouvert est une place publique : tant que l’adresse commence par http et non ' +
      'https, quelqu’un à portée peut voir passer ce que vous lisez et ce que vous envoyez.',
  },
  kept: {
    title: 'Ce qui est gardé',
    said: [
      'Ce qui est écrit sur la page : des annonces, des projets, des lieux, des réunions, ' +
        'avec les prénoms et les façons de joindre, tels que les gens les ont donnés.',
      'Avec chaque écrit : le jour, et si c’est « la page » ou « quelqu’un de passage » qui ' +
        'l’a écrit ; d’un·e habitant·e, un numéro tiré au hasard. Jamais le nom de qui écrit.',
      'D’une carte d’habitant·e : son numéro, et deux empreintes qui permettent de la ' +
        'reconnaître sans garder ni ses mots ni son dessin. Rien de cela n’est dans le ' +
        'journal de la page, ni emporté.',
    ],
    home: 'Ce qui reste dans cette borne et n’est jamais montré',
    homeLead:
      'Seuls le voient la personne qui tient la page et, sur sa propre page, celle ou celui ' +
      'dont il s’agit. Les autres champs sont montrés à tous, une fois affichés.',
    between: 'Ce que des gens se disent',
    betweenLead:
      'Eux seuls le lisent, et qui le porte à l’un d’eux. La personne qui tient la page n’en lit ' +
      'que ce qu’elle porte elle-même, ou un mot qu’on lui signale. Rien n’en est emporté que ' +
      'dans une lettre fermée, et la borne l’oublie toute seule après le temps que dit sa page. ' +
      'De ce qui s’est fait, le jour, la commune et l’annonce restent, sans personne.',
    here: 'Ce qui reste dans cette borne, et s’y lit',
    hereLead: 'Qui passe ici le lit, et personne ailleurs. La borne l’oublie toute seule.',
    counter: 'Ce qui reste dans cette borne, et s’y lit selon sa page',
    counterLead:
      'La page où on l’apporte dit qui le lit, et peut en prendre une copie. Ce qui attend ' +
      'd’être vu n’est montré qu’à la personne qui tient la page et à qui l’a apporté avec ' +
      'sa carte.',
  },
  long: {
    title: 'Où, et combien de temps',
    said: [
      'Tout est dans cette borne. Rien n’est envoyé ailleurs sans que quelqu’un l’emporte.',
      'Le journal de la page garde ce qui a été écrit, corrigé ou retiré, sans limite de ' +
        'durée, jusqu’à ce qu’on demande de l’oublier. Ce qui attend, ce qui a été laissé de ' +
        'côté et les notes de réunion qui ont été lues y restent aussi, sans être montrés, ' +
        'jusqu’à ce que la personne qui tient la page les efface pour de bon.',
      'Un tableau apporté n’est pas gardé : son fichier est effacé quand ses lignes sont ' +
        'écrites, et une heure après s’il ne sert pas.',
      'Les dix mille dernières réponses de la page à un envoi (une phrase et une adresse de ' +
        'page) sont gardées, pour qu’un téléphone qui envoie deux fois reçoive la même ' +
        'réponse. À chaque oubli, leurs phrases sont effacées.',
      'Les sauvegardes sont scellées par une phrase de passe, sauf si la personne qui les ' +
        'fait choisit le contraire. Elles contiennent tout, même ce qui reste ici ; les ' +
        'fichiers de l’étagère, seulement si on le demande.',
    ],
  },
  device: {
    title: 'Votre appareil',
    said: [
      'Ni publicité, ni mesure d’audience, ni pistage. Votre navigateur ne demande rien à ' +
        'un autre site, tant que vous ne suivez pas un lien vers lui : lettres, images et ' +
        'cartes viennent de cette borne.',
      'L’adresse de votre appareil (adresse IP) sert à compter les envois et les connexions ' +
        'trop nombreux et, sur le Wi-Fi de la borne, à ne pas vous accueillir deux fois. Elle ' +
        'reste en mémoire et n’est jamais écrite.',
      'Quand la personne qui tient la page fait lire une adresse d’Internet, c’est la borne ' +
        'qui y va, pas votre appareil.',
    ],
    cookies: 'Ce que la page dépose dans votre navigateur',
    cookiesWhy:
      'Ces petits fichiers ne servent qu’à faire marcher ce que vous demandez : aucun ' +
      'accord n’est à recueillir pour eux (loi n° 78-17, article 82).',
    name: 'Nom',
    use: 'À quoi il sert',
    time: 'Combien de temps',
    uses: {
      tenue:
        'Une visite : celle de la personne qui tient la page, avec sa phrase de passe, ou ' +
        'la vôtre, avec votre carte.',
      langue: 'La langue que vous avez choisie.',
      dit: 'La phrase à dire sur la page suivante, après un envoi.',
      navigateur:
        'Un nom tiré au hasard, pour vous dire que vous avez déjà envoyé la même annonce.',
      fait: 'Que vous avez caché un numéro depuis peu.',
    },
    minutes: (n: number) => (n === 1 ? 'une minute' : `${n} minutes`),
    year: 'un an',
    idle: (short: string, long: string) =>
      `${short} sans rien faire ; ${long} sur son propre appareil, si elle le coche`,
  },
  removal: {
    hide: 'C’est mon numéro\u00a0: le cacher tout de suite',
    title: 'Faire corriger, retirer ou oublier',
    steps: [
      'Dites-le à la personne qui tient la page, de vive voix, par téléphone ou par un mot, ' +
        'en donnant le titre de ce qui vous concerne. Il n’y a pas de raison à donner pour ' +
        'reprendre votre accord.',
      'Retirer : cela n’est plus sur la page. Cela reste dans le journal, et peut être remis.',
      'Oublier : c’est effacé pour de bon de la page, de la recherche, du journal et des ' +
        'fichiers de cette borne. Cela ne se défait pas.',
      'De même pour ce que vous avez envoyé et qui n’est pas affiché, et pour des notes de ' +
        'réunion qui vous nomment : la personne qui tient la page peut l’effacer pour de bon. ' +
        'Des notes s’effacent en entier.',
      'Une réponse vous est due dans le mois (RGPD, article 12). Si c’est compliqué, ce ' +
        'délai peut être prolongé de deux mois, et on vous le dit dans le premier mois.',
    ],
    unreached:
      'L’oubli n’atteint pas : les sauvegardes déjà faites, les copies et les bornes déjà ' +
      'servies, le papier, ce que quelqu’un a recopié, et l’usure de la carte mémoire.',
  },
  rights: {
    title: 'Vos droits',
    said: [
      'Vous pouvez savoir ce qui est gardé sur vous et en avoir copie (article 15 du RGPD), ' +
        'le faire corriger (article 16), le faire effacer (article 17), vous opposer à ce ' +
        'qu’on s’en serve (article 21), et reprendre à tout moment l’accord que vous avez ' +
        'donné.',
      'Si la réponse ne vient pas ou ne vous va pas, vous pouvez vous plaindre à la CNIL ' +
        '(article 77) : 3 place de Fontenoy, TSA 80715, 75334 Paris Cedex 07.',
    ],
  },
  prints: {
    title: 'À imprimer',
    record: 'Le registre des traitements',
    access: 'La déclaration d’accessibilité',
  },
  cited: {
    title: 'Les textes',
    lead:
      'Ces textes ont été lus dans des copies, le jour écrit ici, et résumés en mots simples. ' +
      'La version qui fait foi est sur legifrance.gouv.fr ou eur-lex.europa.eu. Ceci n’est ' +
      'pas le conseil d’un juriste.',
    readOn: (day: string) => `Lus le ${day}`,
    unread: 'À vérifier par la personne qui tient la page',
    unreadLead: 'Ces textes n’ont pas pu être lus. Ils comptent peut-être ici.',
  },
  texts,
  record,
  access,
}
