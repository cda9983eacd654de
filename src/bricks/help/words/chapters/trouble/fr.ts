import type { Chapter } from '../../../model/chapter.ts'

export const fr: Chapter = {
  title: 'Quand ça ne marche pas',
  about:
    'À gauche, ce qu’on voit. À droite, ce qu’on fait. Rien de ce qui est enregistré ne se ' +
    'perd en débranchant.',
  blocks: [
    { heading: 'La page ne s’ouvre pas' },
    {
      head: ['Ce qu’on voit', 'Ce qu’on fait'],
      rows: [
        [
          'Le Wi-Fi de la borne n’apparaît pas',
          'Débranchez-la, comptez jusqu’à dix, rebranchez, attendez cinq minutes.',
        ],
        [
          'Le téléphone dit qu’il n’y a pas Internet',
          'C’est normal : restez connecté. Si la page ne vient pas, coupez un instant les ' +
            'données mobiles.',
        ],
        [
          'Le navigateur cherche sur le web',
          'Tapez http://10.10.10.10 en entier, dans la barre d’adresse : « dix, dix, dix, dix ».',
        ],
        [
          'Le navigateur prévient d’un certificat',
          'Pour lire, ôtez le « s » de https. Pour tenir la page, ouvrez les détails du ' +
            'certificat : son empreinte SHA-256 commence comme sur votre feuille ? ' +
            'Continuez. Sinon, fermez tout.',
        ],
        [
          '« {web.putAway} »',
          'Cette partie de la page est rangée : {web.takeUp} est sous la phrase, ou à ' +
            '[{records.bricksPage.title}](/tenir/briques).',
        ],
        [
          '« {web.failed} », avec un repère',
          'Réessayez : rien n’est enregistré à moitié. Si cela recommence, notez le repère ' +
            'pour qui a installé la borne.',
        ],
      ],
    },
    { heading: 'Entrer, la phrase de passe, les codes' },
    {
      head: ['Ce qu’on voit', 'Ce qu’on fait'],
      rows: [
        [
          'La phrase de passe n’est pas acceptée',
          'Majuscules et espaces comptent. Après trop d’essais, attendez dix minutes, ou ' +
            'entrez à la borne elle-même : là, on ne fait jamais attendre.',
        ],
        [
          'La phrase de passe est perdue, ou oubliée',
          'Il faut la machine : un écran et un clavier, ou qui l’a installée. Page ' +
            'arrêtée, cette personne tape **cocote keeper**, qui demande une autre phrase et ' +
            'donne dix codes neufs. Rien ' +
            'd’autre ne change ; les sauvegardes d’avant gardent l’ancienne phrase.',
        ],
        [
          'Quelqu’un a perdu sa carte',
          '[{members.list}](/habitants), sa page, {members.makeCard} : elle s’imprime une ' +
            'fois, et se donne de la main à la main. L’ancienne n’ouvre plus rien ; tout ce que ' +
            'la personne a écrit reste. Si sa page est encore ouverte, elle la ferme ' +
            'elle-même\u00a0: {members.lostCard.act}.',
        ],
        [
          'La feuille des dix codes est perdue, ou presque finie',
          'À la borne elle-même, ouvrez [{=Sauvegarder et emporter}](/borne/sauvegardes) : ' +
            '{=Faire dix nouveaux codes} n’y demande que votre phrase de passe. Les anciens ne ' +
            'valent plus rien.',
        ],
        [
          '« Sur un Wi-Fi ouvert, n’importe qui pourrait lire votre phrase »',
          'Entrez par l’adresse en https que la page montre, ou à la borne.',
        ],
        [
          'La visite s’est refermée au milieu d’une phrase',
          'Entrez de nouveau : ce que vous aviez écrit est gardé, et part aussitôt après.',
        ],
        [
          'Quelqu’un connaît votre phrase de passe',
          '[{=Sauvegarder et emporter}](/borne/sauvegardes), {=Changer la phrase de ' +
            'passe} : toutes les autres visites se ferment.',
        ],
      ],
    },
    { heading: 'Sauvegarder et remettre' },
    {
      head: ['Ce qu’on voit', 'Ce qu’on fait'],
      rows: [
        [
          'La borne est morte',
          'Sur une autre, à la première page, suivez {=J’ai une sauvegarde à remettre} : ' +
            'le fichier, une phrase de passe de ce jour-là, {=Remettre cette sauvegarde}. La ' +
            'page ' +
            'se ferme une minute ou deux, puis revient d’elle-même. La phrase et les codes ' +
            'redeviennent ceux de ce jour-là. L’ancienne borne ne se ' +
            'rallume plus.',
        ],
        [
          'Tout est là, mais d’hier',
          '[{=Sauvegarder et emporter}](/borne/sauvegardes), tout en bas : {=Remettre une ' +
            'sauvegarde}. Ce qui est là aujourd’hui est rangé à côté, pas effacé.',
        ],
        [
          'La borne est volée',
          'Faites aujourd’hui ce que dit [cette page](/borne/volee), depuis une autre ' +
            'borne. Imprimez-la avant d’en avoir besoin.',
        ],
        [
          'Une chose a disparu',
          '[{records.undo.title}](/tenir/retire) : un mois pour la remettre. Une annonce ' +
            'dite finie a son bouton sur sa page : {offers.reopen}. Ce qui est ' +
            'oublié pour de bon ne revient pas.',
        ],
      ],
    },
    { heading: 'La clé, le papier, le reste' },
    {
      head: ['Ce qu’on voit', 'Ce qu’on fait'],
      rows: [
        [
          'La clé n’est pas vue',
          'Attendez dix secondes, puis rechargez la page. Une clé du commerce va telle ' +
            'quelle (FAT, exFAT, ou ext4). Pour les sauvegardes, elle se nomme COCOTE.',
        ],
        [
          'L’impression ne vient pas',
          'La borne fait un fichier PDF : il s’ouvre dans le navigateur, ou va parmi les ' +
            'téléchargements, et c’est l’appareil qui imprime. Un livret se tire recto ' +
            'verso, bord court, puis se plie. À défaut, imprimez la page du navigateur.',
        ],
        [
          '« La borne n’a plus de place »',
          'On lit encore. [La borne](/borne) dit ce qui prend la place, et ce qui peut partir.',
        ],
        ['L’heure est fausse', '[La borne](/borne) prend celle de votre téléphone, d’un bouton.'],
        [
          '« {records.clashTitle} »',
          'Les deux textes sont là : gardez le vôtre ou le sien, puis {records.save}.',
        ],
        [
          '« {ui.refusedTitle} »',
          'La phrase dit quoi, sous le champ marqué. Ce que vous avez tapé est encore là.',
        ],
        [
          'Un fichier de l’autre borne est refusé',
          'Elle n’est pas encore reconnue ici, ou apporte beaucoup pour une fois : [Deux ' +
            'bornes](/aide/deux-bornes).',
        ],
        [
          'Rien de tout cela',
          'Débranchez : le village a encore son papier. Appelez qui a installé la borne, ' +
            'sans se presser.',
        ],
      ],
    },
  ],
}
