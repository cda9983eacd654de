import { countedFr as counted, ofBox as of } from '../../../../text/counting.ts'
import { fr as meet } from '../../../../web/peers/meet-words/fr.ts'
import { fr as refusals } from '../../../../web/peers/refusal-words/fr.ts'

/** News that are brought and taken, by a person, by a key, by a meeting. */
export const fr = {
  news: {
    fileName: {
      nouvelles: (village: string, to: string | undefined, day: string) =>
        `nouvelles-de-${village}${to ? `-pour-${to}` : ''}-${day}`,
      recu: (village: string, to: string | undefined, day: string) =>
        `recu-de-${village}${to ? `-pour-${to}` : ''}-${day}`,
    },
    busy:
      'Plusieurs personnes emportent ou apportent déjà des nouvelles. Réessayez dans une ' +
      'minute.',
    noFile: 'Choisissez le fichier que vous apportez : son nom finit par .cocote.',
    thank: (sentence: string) => `Merci ! ${sentence}`,
    aBox: 'cette borne',
    thanks: (n: number, box: string) =>
      `${counted(n, 'nouvelle', 'nouvelles')} ${of(box)} ${n < 2 ? 'est' : 'sont'} sur la page.`,
    thanksMany: (box: string) => `Plus de mille nouvelles ${of(box)} sont sur la page.`,
    thanksTaken: (box: string) => `Les nouvelles ${of(box)} sont prises.`,
    thanksReceipt: (box: string) => `C’est un reçu : on sait ici ce que ${box} a bien eu.`,
    nothingNew: 'Tout ce que porte ce fichier était déjà là.',
    ours: 'Ce fichier a été fait ici : c’est une autre borne qui l’attend.',
    takenBack:
      'Ce fichier a été fait ici, mais cette borne n’avait plus tout ce qu’il porte : elle ' +
      'l’a repris.',
    unknown: (keeper: string) =>
      'Ce fichier vient d’une borne que personne n’a encore reconnue ici. Il attend trente jours ' +
      `au plus, sans rien montrer, et sans reçu. Dites-le à ${keeper}\u00a0: il sera pris dès ` +
      'que l’autre borne sera reconnue. Gardez-le jusque-là\u00a0: il peut céder sa place à un ' +
      'plus récent.',
    unknownUnkept: (keeper: string) =>
      'Ce fichier vient d’une borne que personne n’a encore reconnue ici, et il est trop gros ' +
      `pour attendre. Dites-le à ${keeper}, et rapportez-le quand l’autre borne sera reconnue.`,
    waits:
      'Une partie vient d’une borne présentée par une autre : elle attend un oui de la ' +
      'personne qui tient la page.',
    aside: 'Une partie est laissée de côté. La personne qui tient la page le verra.',
    unknownKeeper:
      'Ce fichier vient d’une borne que personne n’a encore reconnue ici : voyez « Les bornes ».',
    waitsKeeper:
      'Une partie vient d’une borne présentée par une autre : elle attend votre oui, dans ' +
      '« Les bornes ».',
    asideKeeper: 'Une partie est laissée de côté : voyez « Les bornes ».',
    much: 'C’est beaucoup pour une fois : la suite attend un oui de la personne qui tient la page.',
    muchKeeper:
      'C’est beaucoup pour une fois : la suite attend votre oui. Reprenez le même fichier ' +
      'avec « Tout prendre ».',
    partHurt:
      'Une partie du fichier est abîmée. Le reste est pris ; demandez là-bas un autre fichier.',
    partHurtHeld:
      'Une partie du fichier est abîmée ; le reste était déjà là. Demandez là-bas un autre ' +
      'fichier.',
    allHurt: 'Ce fichier est abîmé : rien n’a pu en être pris. Demandez là-bas un autre fichier.',
    partMissing:
      'Il manque une partie, qui était dans un fichier d’avant. Le reste est pris ; ' +
      'demandez là-bas un fichier pour cette borne-ci.',
    missing:
      'Rien n’a pu être pris : ce fichier est fait pour une autre borne, ou il en manque un ' +
      'avant. Demandez là-bas un fichier pour cette borne-ci.',
    forked:
      'Une même borne a écrit deux suites (une carte copiée, un disque qui a oublié) : les ' +
      'deux sont gardées.',
    notNews: 'Ce n’est pas un fichier de nouvelles : son nom finit par .cocote. Rien n’est changé.',
    newer:
      'Ce fichier vient d’une borne plus récente que celle-ci, qui ne sait pas encore le ' +
      'lire. Rien n’est changé.',
    cut: 'Ce fichier n’est pas arrivé en entier. Rien n’est changé ; reprenez-le là-bas.',
    hurt:
      'Ce fichier est abîmé, ou n’est pas de la borne dont il se dit. Rien n’est changé ; ' +
      'reprenez-le là-bas.',
  },
  /** What is said of a key is machine/words, but for what news say of it. */
  key: {
    title: 'La clé USB',
    boxes: 'Les bornes',
    lead:
      'Branchez la clé sur cette borne. Elle peut servir à autre chose : seuls les fichiers ' +
      '.cocote sont regardés.',
    forWhom: 'À qui les donner',
    forAll: 'à toute borne qui passera',
    take: 'Prendre les nouvelles',
    give: 'Donner les nouvelles',
    takeAll: 'Tout prendre',
    given: (file: string, size: string, hasReplaced: boolean) =>
      `${file} est sur la clé ` +
      `(${size})` +
      `${hasReplaced ? ', à la place de ce que cette borne y avait mis un autre jour' : ''}` +
      '. Retirez-la comme d’habitude.',
    ofFile: (file: string, sentence: string) => `${file} : ${sentence}`,
    nothing: 'Il n’y a pas de nouvelles d’une autre borne sur cette clé.',
    held: (n: number) =>
      n < 2
        ? '1 fichier n’apporte rien de plus : tout était déjà là.'
        : `${n} fichiers n’apportent rien de plus : tout était déjà là.`,
    unread: (n: number) =>
      `${n < 2 ? 'Un autre fichier n’a pas été lu' : `${n} autres fichiers n’ont pas été lus`}` +
      ' : c’était trop pour une fois. Recommencez ; si rien ne change, retirez d’abord de ' +
      'la clé les vieux fichiers .cocote.',
    receipt: 'Un reçu est écrit à côté : rapportez-le, il y dira ce qui est arrivé ici.',
    noReceipt: (why: string) => `Le reçu n’a pas pu être écrit. ${why}`,
  },
  refusals,
  meet,
}
