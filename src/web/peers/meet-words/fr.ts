import { countedFr as counted, ofBox as of } from '../../../text/counting.ts'

/** Sentences about a session of two boxes, for the keeper. */
export const fr = {
  doing: 'Rencontre',
  none: {
    address: (typed: string) =>
      `« ${typed} » n’est pas une adresse. Par exemple : 192.168.1.20:4280, ou ` +
      'https://borne.exemple.',
    nobody: (typed: string) =>
      `Personne ne répond à ${typed}. La borne est-elle allumée, et sur le même réseau ?`,
    notBox: (typed: string) => `Ce qui répond à ${typed} n’est pas une borne.`,
    newer: () =>
      'La borne qui répond suit une version plus récente du logiciel. Mettez celui-ci à jour.',
    itself: () => 'C’est cette borne-ci qui répond à cette adresse.',
    another: (_typed: string, called: string) =>
      'Une autre borne que celle attendue répond à cette ' +
      `adresse${called === '' ? '' : ` : ${called}`}. Rien n’est échangé.`,
    proof: (typed: string) =>
      `Ce qui répond à ${typed} n’a pas prouvé être la borne qu’il dit. Rien n’en est pris.`,
    cut: () =>
      'La liaison se coupe sans cesse. L’adresse est-elle la bonne, http ou https ? Rien ' +
      'n’est perdu : recommencez plus près, ou plus tard.',
    refused: (_typed: string, why: string) => `L’autre borne n’a pas voulu : ${why}`,
  },
  /** Why it ended before its end. */
  stopped: {
    cut: 'La liaison est coupée. Ce qui est pris est pris ; recommencez pour la suite.',
    nobody: 'L’autre borne ne répond plus. Ce qui est pris est pris ; recommencez pour la suite.',
    busy: 'L’autre borne est occupée. Ce qui est pris est pris ; recommencez dans un instant.',
    often: 'L’autre borne ne connaît pas celle-ci, et ne répond plus pour dix minutes.',
    full: 'Le disque de l’autre borne est plein. Prévenez la personne qui la tient.',
    fullHere: 'Le disque de cette borne est plein. Faites de la place, puis recommencez.',
    another: 'Une autre borne répond maintenant à cette adresse. Ce qui est pris est pris.',
    proof: 'Ce qui répond n’a plus prouvé être la borne qu’il disait. Ce qui est pris est pris.',
    else:
      'L’échange s’est arrêté avant la fin. Ce qui est pris est pris ; recommencez pour la ' +
      'suite.',
  },
  took: (from: string, entries: number) =>
    `Nouvelles ${of(from)} : ${counted(entries, 'écriture prise', 'écritures prises')}.`,
  tookNothing: (from: string) => `Rien de neuf à prendre chez ${from}.`,
  gave: (to: string, entries: number) =>
    `${to} a pris ${counted(entries, 'écriture', 'écritures')} d’ici.`,
  gaveNothing: (to: string) => `Rien de neuf à donner à ${to}.`,
  even: 'Chacune a maintenant tout de l’autre.',
  unknownHere: (called: string, words: string) =>
    `${called} n’est pas reconnue ici, et rien d’elle n’est pris. Ses cinq mots : ${words}.`,
  unknownThere: (called: string, words: string) =>
    `${called} ne reconnaît pas cette borne-ci, et n’en prend rien. Là-bas, qu’on la ` +
    `reconnaisse : ses cinq mots sont ${words}.`,
  asideThere: (called: string, entries: number, isDecided: boolean) =>
    `${counted(entries, 'écriture laissée', 'écritures laissées')} de côté par ${called}, ` +
    `${
      isDecided
        ? 'comme l’a voulu la personne qui la tient'
        : `qui ne connaît pas la borne d’où ${entries < 2 ? 'elle vient' : 'elles viennent'}`
    }` +
    '.',
  asideHere: (entries: number) =>
    `${counted(entries, 'écriture laissée', 'écritures laissées')} de côté ici, de bornes ` +
    'en pause, écartées, ou que personne n’a reconnues ici.',
  faultyFeeds: (n: number) =>
    `${counted(n, 'suite s’arrête', 'suites s’arrêtent')} avant une écriture abîmée ; le ` +
    'reste est pris.',
  tooMuchHere: 'C’est beaucoup pour une fois : le reste attend votre oui.',
  tooMuchThere: (called: string) =>
    `C’est beaucoup pour une fois : ${called} prendra le reste plus tard, ou quand on lui ` +
    'dira oui là-bas.',
  clock: (called: string, isAhead: boolean, hours: number) =>
    `L’horloge ${of(called)} est en ${isAhead ? 'avance' : 'retard'} de ` +
    `${
      hours < 48
        ? counted(hours, 'heure', 'heures')
        : counted(Math.round(hours / 24), 'jour', 'jours')
    } ` +
    'sur celle d’ici.',
  failed: (reference: string) =>
    `La rencontre n’a pas abouti (${reference}). Ce qui est pris est pris ; recommencez.`,
  already: 'Une rencontre est déjà en cours. Attendez qu’elle finisse.',
  longer: 'La rencontre est longue : elle continue. Rechargez cette page dans un moment.',
}
