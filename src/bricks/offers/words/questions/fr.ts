import type { PageQuestion } from '../../../../contract/search.ts'

/** What people ask the search about the page itself. */
export const fr: readonly PageQuestion[] = [
  {
    words: 'Qui peut lire mon annonce',
    text:
      'Vous le choisissez en l’écrivant\u00a0: ici avec une carte, ici tout le monde, ' +
      'ou les villages voisins aussi.',
    href: '/annonces/proposer',
    asked: ['voit/voir/lit/lire/visible/vu annonce/offre/demande'],
  },
  {
    words: 'Joindre une photo à mon annonce',
    text: 'Sous la phrase\u00a0: «\u00a0Préciser d’abord, joindre une photo\u00a0».',
    href: '/annonces/proposer',
    asked: ['mettre/joindre/ajouter/envoyer* photo/image annonce*'],
  },
  {
    words: 'Écrire une annonce',
    text:
      'Une phrase, votre prénom, comment vous joindre\u00a0; ou une demande, par ' +
      '«\u00a0Je cherche\u00a0».',
    href: '/annonces/proposer',
    asked: [
      'écrire/écris/mettre/mets/met/passer/déposer/publier/poster/poste/rédiger/créer/proposer ' +
        'annonce/offre/service',
      'proposer quelque* chose*',
      'vendre/donner/prêter quelque/truc/objet chose*',
      'publier',
      'proposer/offrir aide/service',
    ],
  },
  {
    words: 'Les coups de main demandés',
    text: 'Qui en cherche un, et où le joindre.',
    href: '/annonces?genre=coup-de-main',
    asked: ['coup main', 'donner* coup main'],
  },
  {
    words: 'Écrire une demande',
    text: 'Une phrase sous «\u00a0Je cherche\u00a0»\u00a0: qui peut y répondre la lit ici.',
    href: '/annonces/chercher',
    asked: [
      'écrire/mettre/passer/déposer/publier/poster/rédiger/créer* demande',
      'écrire/écris/mettre/mets/met/passer/déposer/publier/poster/poste/rédiger/créer annonce',
      'aide',
      'demander aide/service/coup main*',
      'coup main',
    ],
  },
  {
    words: 'Corriger ou retirer mon annonce',
    text: 'Avec une carte\u00a0: Ma page. Sans carte\u00a0: par le billet reçu à l’envoi.',
    href: '/billet',
    mine: '/moi',
    asked: [
      'retirer/enlever/effacer/supprimer/corriger/changer/modifier/annuler/fermer annonce/' +
        'offre/demande/message*',
      'effacer',
      'supprimer',
      'corriger',
      'modifier',
    ],
  },
  {
    words: 'Mon trajet est complet',
    text:
      'Sur votre annonce, «\u00a0Je ne prends plus personne\u00a0»\u00a0: ce qui est ' +
      'convenu tient.',
    href: '/annonces',
    asked: ['trajet/voiture/covoiturage plein/complet/fermer/arrêter'],
  },
  {
    words: 'Quelqu’un prend une part de mon annonce, et je ne veux pas',
    text:
      'Sur l’annonce, à côté de son nom\u00a0: «\u00a0D’accord\u00a0», ou «\u00a0Pas ' +
      'cette fois\u00a0».',
    href: '/annonces',
    asked: ['refuser/refus part/réponse/personne/quelqu*'],
  },
  {
    words: 'Ce qui est nouveau',
    text: 'Les annonces des derniers jours.',
    href: '/nouveau',
    asked: ['nouveau/nouvelle/nouveauté/récent/dernière annonce*', 'quoi de neuf'],
  },
  {
    words: 'Recopier les papiers du village',
    text: 'Une ligne par billet de papier.',
    href: '/annonces/saisie',
    who: 'relay',
    asked: ['recopier/saisir/saisie/taper papier/billet/annonce*'],
  },
  {
    words: 'Me prévenir quand quelque chose répond',
    text: 'Laissez les mots que vous cherchez\u00a0: vous seul·e les lisez.',
    href: '/annonces/prevenir',
    asked: [
      'prévenir/prévenu/averti/alerte/notification/avertir/rappel annonce/recherche/nouveau*',
      'abonner/abonnement/newsletter annonce/page/site*',
      'recevoir annonce/mail/courriel nouveau/nouvelle*',
      'lettre information',
    ],
  },
]
