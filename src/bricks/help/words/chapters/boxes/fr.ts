import type { Chapter } from '../../../model/chapter.ts'

export const fr: Chapter = {
  title: 'Deux bornes',
  about: 'Votre village a une borne, le voisin une autre, et pas d’Internet entre les deux.',
  blocks: [
    { heading: 'Se reconnaître, une fois, en vrai' },
    'Les deux personnes qui tiennent les pages se voient, ou s’appellent si elles ' +
      'connaissent leurs voix. Il leur faut à chacune un des dix codes de leur feuille.',
    'Sans réseau entre les deux, portez d’abord un fichier de nouvelles dans chaque sens, ' +
      'comme plus bas\u00a0: il attend là-bas, et cinq mots suffisent alors. Ou bien un ' +
      'téléphone lit le dessin et donne un texte, à copier au même endroit.',
    {
      steps: [
        'Chacune ouvre [{sync.boxes}](/bornes) sur la sienne : cinq mots, qui ne veulent ' +
          'rien dire, sont le nom de la borne.',
        'L’une lit ses cinq mots à voix haute. L’autre les tape dans {sync.who}, et presse ' +
          '{sync.find}.',
        'La page montre cinq mots : les comparer, dire comment appeler cette borne (« Boën ' +
          '»), taper un code, presser {sync.recognise}.',
        'Puis l’inverse, sur l’autre borne.',
      ],
    },
    {
      picture: 'boxes',
      shows: 'La page « Les bornes » : les cinq mots de cette borne, et où taper ceux de l’autre.',
    },
    { heading: 'Porter les nouvelles' },
    'Trois chemins, au choix. Une borne qui n’a rien reçu depuis un an, ou dont l’horloge ' +
      'est fausse, ne perd rien.',
    {
      list: [
        '**Un téléphone.** À [{sync.title}](/nouvelles), sous {sync.carryThem}, pressez le ' +
          'bouton : chaque borne connue a le sien, à son nom. Le fichier, dont ' +
          'le nom finit par .cocote, va parmi les téléchargements. Là-bas, au Wi-Fi de ' +
          'l’autre borne, la même page : donnez le fichier, {sync.bringThem}. Elle propose ' +
          'un reçu : {sync.takeReceipt}, et rapportez-le, pour savoir ce qui est arrivé. ' +
          'N’importe qui peut faire le facteur : ce qui est privé est scellé.',
        '**Une clé.** À [La clé USB](/bornes/cle), {=Donner les nouvelles} ; là-bas, ' +
          '{=Prendre les nouvelles}.',
        '**Le réseau**, quand il y en a un : à [{sync.boxes}](/bornes), l’adresse de l’autre ' +
          'borne, puis {sync.meet}.',
      ],
    },
    { heading: 'Ce qui part, ce qui reste' },
    'Ce que la page montre « ici et dans les villages voisins » part. Ce qui se lit ' +
      'ici seulement, ou seulement avec une carte, les téléphones donnés en confidence, le ' +
      'mur et les fichiers restent. Ce qui est ' +
      'oublié ici l’est partout où c’était allé.',
    { heading: 'Deux versions' },
    'La même ligne a été écrite des deux côtés sans se voir : rien n’est perdu, les deux ' +
      'se lisent, et [{sync.versions.versionsTitle}](/deux-versions) les montre. Sous la ' +
      'bonne, pressez ' +
      '{sync.versions.thisOne} ; sinon, {sync.versions.neitherOne}. Votre choix vaut ' +
      'pour toutes les bornes, dès que les nouvelles y sont portées. Une association écrite ' +
      'deux fois : ' +
      '[{directory.duplicatesTitle}](/annuaire/doublons).',
    { heading: 'Ce qu’on nous demande' },
    'L’autre borne peut demander qu’une chose soit retirée ou effacée ici : ' +
      '[{sync.requests}](/demandes). C’est vous qui dites oui ou non.',
  ],
}
