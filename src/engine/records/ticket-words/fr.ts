/**
 * French sentences of a visitor’s ticket, the word and four digits that tell what became of what
 * they sent. Its pages, its commands and the paper say them. `en.ts` has the English ones, of the
 * same type.
 */
export type TicketWords = typeof fr

/** A bookmark in a computer that others use shows them the whole. */
const keep = (isDrawn: boolean): string =>
  `Gardez l’adresse de cette page (${isDrawn ? 'une photo du dessin, ' : ''}le papier imprimé, ` +
  'ou un signet si l’appareil est à vous)'

/** The sentences. */
export const fr = {
  title: 'Mon billet',
  isHidden:
    'Ce numéro, ou cette adresse, est caché sur cette borne\u00a0: personne d’autre ne le ' +
    'lit. Ce que vous aviez écrit reste ici, pour vous.',
  yours: 'Votre billet',
  yoursOf: (subject: string) => `Votre billet\u00a0: ${subject}`,
  lead:
    'Un mot et quatre chiffres disent où en est ce que vous avez envoyé. Ils sont en gros sur ' +
    'votre billet. Le mot à dire quand on vient chercher une chose prêtée n’ouvre rien ici.',
  code: 'Le mot et les quatre chiffres',
  hint: 'Par exemple : cerise 31 87',
  see: 'Voir où ça en est',
  unknown:
    'Ce mot et ces chiffres ne disent rien ici. Regardez ceux qui sont en gros sur votre ' +
    'billet\u00a0: le mot à dire quand on vient chercher une chose n’en est pas un. Ce qui a ' +
    'été effacé n’a plus de billet. Une question ? Demandez à la personne qui tient la page.',
  answered:
    'On y a déjà répondu\u00a0: cela ne se corrige plus ici. Votre billet dit où cela en est.',
  noMore: 'Cela ne se fait plus ici\u00a0: une réponse est venue. Votre billet dit où cela en est.',
  notYours: 'Ce billet n’ouvre plus rien : ce qu’il suivait a été effacé, ou remis.',
  goneTitle: 'Ce billet n’ouvre plus rien',
  gone: 'Ce qu’il suivait a été effacé, ou remis\u00a0; ou l’adresse est mal recopiée.',
  goneAgreed: (keeper: string) =>
    'Si un moment était convenu par ce billet, n’y comptez pas\u00a0: demandez d’abord à ' +
    `${keeper}.`,
  stopped: (ms: number) =>
    'Trop d’essais d’ici. Attendez ' +
    `${
      ms < 60_000
        ? ms > 1_000
          ? `${Math.ceil(ms / 1_000)} secondes`
          : 'une seconde'
        : 'dix minutes'
    }` +
    ', ou demandez à la personne qui tient la page.',
  searchInstead: (typed: string) => `Chercher « ${typed} » dans la page`,
  sayIt: 'Pour retrouver ce billet, à dire ou à taper dans « Mon billet » :',
  keepIt: (keeper: string) =>
    'Gardez ce mot et ces chiffres, ou imprimez cette page\u00a0: ils servent à demander, ici ' +
    `ou à ${keeper}, où en est votre envoi. Ils ne montrent pas ce que vous avez écrit.`,
  keepAddress: (isDrawn: boolean) =>
    `${keep(isDrawn)}\u00a0: elle montre tout ce que vous avez écrit, et permet de le corriger ` +
    'ou de l’effacer. Ne la donnez à personne.',
  keepAddressSaid: (isDrawn: boolean) =>
    `${keep(isDrawn)}\u00a0: c’est là que vous lirez la réponse, et que vous écrirez à votre ` +
    'tour. Ne la donnez à personne.',
  keepAddressHeard: (isDrawn: boolean) =>
    `${keep(isDrawn)}\u00a0: ` +
    'sur ce Wi-Fi elle dit où ça en est, et rien de plus. La réponse se lit à l’ordinateur de la ' +
    'borne, ou en https. Ne la donnez à personne.',
  typeAfter: (path: string) => `À taper après l’adresse de la page d’accueil\u00a0: ${path}`,
  where: 'Où ça en est',
  states: {
    waits: (keeper: string) => `En attente d’être lu par ${keeper}. Rien n’est affiché.`,
    correctionWaits: (keeper: string) => `Votre correction attend d’être lue par ${keeper}.`,
    mended: (keeper: string) => `Affiché. Votre correction attend d’être lue par ${keeper}.`,
    reworded: (keeper: string) => `Le texte a été corrigé par ${keeper}.`,
    carried: 'En attente d’être remis.',
    watched: 'Gardé ici, pour vous seul·e\u00a0: ce billet dit ce qui y répond.',
    read: 'Vu par la personne qui le remettra.',
    missed: 'Pas encore remis\u00a0: on n’a pas trouvé à qui. On réessaiera.',
    shown: 'Affiché sur la page.',
    seatWaits: 'Affiché. C’est complet\u00a0: vous êtes sur la liste d’attente.',
    seatFreed: 'Affiché. Une place s’est libérée\u00a0: elle est pour vous.',
    enough: 'Affiché. Il y a le compte\u00a0: cela a lieu.',
    gathered: 'Affiché. Il y a le compte\u00a0: reste à fixer un jour.',
    short: 'Affiché. Il manque encore du monde.',
    became: 'Affiché. L’idée a eu une suite\u00a0: lisez-la sur la page.',
    declined: 'Pas cette fois\u00a0: votre part n’est pas comptée.',
    takenBack: 'Vous avez repris votre réponse\u00a0: rien n’en est affiché.',
    answered: 'Affiché, et quelqu’un a répondu.',
    numberHidden: (keeper: string) =>
      'Mais un numéro y est caché\u00a0: quelqu’un a dit que c’est le sien. Si c’est le vôtre, ' +
      `dites-le à ${keeper}.`,
    closed: 'Votre annonce est fermée\u00a0: on ne la voit plus dans les listes.',
    left: (keeper: string) => `Pas affiché. Pour savoir pourquoi, demandez à ${keeper}.`,
    leftWhy: (why: string) => `Pas affiché. La raison donnée : « ${why} »`,
    still: (keeper: string) =>
      `Votre correction n’est pas affichée. Pour savoir pourquoi, demandez à ${keeper}.`,
    stillWhy: (why: string) => `Votre correction n’est pas affichée. La raison donnée : « ${why} »`,
    delivered: 'Remis.',
    sent: 'Envoyé\u00a0: pas encore de réponse.',
    replied: 'On vous a répondu.',
    proposed: 'Un moment vous est proposé\u00a0: on attend votre réponse.',
    agreed: 'C’est convenu.',
    ride: {
      over: 'Mais l’annonce de ce trajet est fermée\u00a0: demandez s’il se fait encore.',
      moved: 'Mais l’heure ou le jour du trajet a changé.',
    },
    date: {
      moved: 'Mais le jour, l’heure ou le lieu a changé depuis.',
      off: 'Mais c’est annulé\u00a0: cela n’a plus lieu.',
      dayOff: 'Mais le jour fixé est annulé\u00a0: l’idée, elle, tient toujours.',
    },
    late: 'C’est convenu, et on vous dit être en retard.',
    fallen: 'On vous dit que, finalement, ça ne se fait pas.',
    doneAsked: 'C’est fait, dit l’autre personne\u00a0: dites si c’est fait pour vous aussi.',
    tellAsked: 'C’est fait, et on vous demande si cela peut se raconter.',
    done: 'C’est fait.',
    over: 'C’est fini\u00a0: il n’y a plus rien à dire.',
    aside: (keeper: string) => `N’a pas été remis. Dites-le autrement, ou parlez-en à ${keeper}.`,
    off: (keeper: string) =>
      `Retiré de la page par ${keeper}, à qui vous pouvez demander pourquoi.`,
    offWhy: (keeper: string, why: string) =>
      `Retiré de la page par ${keeper}. La raison donnée : « ${why} »`,
    wordWaits: (where: readonly string[]) =>
      `Un mot vous attend : demandez-le à ${where.join(', ou à ')}.`,
  },
  seeIt: 'Le voir sur la page',
  news: 'Du nouveau',
  reasonAtAddress:
    'Une raison est écrite pour vous. Elle se lit à l’adresse de votre billet (un signet, une ' +
    'photo du dessin)\u00a0; par un mot et des chiffres, qu’on peut entendre, elle n’est pas dite.',
  /** `keeper`: where they note the answer by this code. */
  answerAtAddress: (keeper: string | undefined) =>
    'Pour répondre\u00a0: l’adresse de votre billet, sur son papier ou gardée dans votre ' +
    'téléphone' +
    (keeper === undefined
      ? '.'
      : '\u00a0; ou dites ce code et votre réponse à la personne qui tient la page ' +
        `(${keeper}).`),
  noteAnswer: 'Noter sa réponse',
  newAtAddress: (keeper: string, isBetween?: true) =>
    'Du nouveau vous attend. Pour le lire\u00a0: l’adresse de votre billet, sur son papier ou ' +
    `gardée dans votre téléphone${withoutAddress(keeper, isBetween)}`,
  readAtAddress: (keeper: string, isBetween?: true) =>
    'Pour lire ce qui vous est dit\u00a0: l’adresse de votre billet, sur son papier ou gardée ' +
    `dans votre téléphone${withoutAddress(keeper, isBetween)}`,
  byAddress: (keeper: string) =>
    'Pour le corriger ou le retirer\u00a0: ouvrez l’adresse de votre billet, ou dites ce mot et ' +
    `ces chiffres à la personne qui tient la page (${keeper}).`,
  sent: 'Ce que vous avez envoyé',
  sentReworded: 'Ce que vous avez envoyé, tel que corrigé',
  goOn: 'Revenir où j’en étais',
  correct: 'Corriger',
  correctTitle: 'Corriger ce que vous avez envoyé',
  correctLead: (keeper: string) => `Votre correction sera lue par ${keeper} avant de se voir.`,
  correctShown:
    'En attendant, ce qui est affiché reste comme avant. Si c’est pressé, effacez-le plutôt.',
  correctAct: 'Envoyer la correction',
  corrected: 'La correction est envoyée.',
  takeBack: 'Tout effacer',
  takeBackTitle: 'Effacer ce que vous avez envoyé\u00a0?',
  takeBackLead:
    'Tout sera effacé d’ici pour de bon : ce qui attend, ce qui est affiché, et ce billet. ' +
    'Cela ne se défait pas.',
  takeBackCopies:
    'Le papier déjà imprimé et les copies déjà emportées ne peuvent pas être atteints d’ici.',
  takeBackTalks:
    'Les conversations à son sujet sont finies\u00a0: les autres liront que vous avez effacé ce ' +
    'que vous aviez écrit.',
  takeBackMine: 'Effacer ce que j’ai dit',
  takeBackSaid:
    'Vos mots, votre prénom et la façon de vous joindre seront effacés d’ici pour de bon, et ce ' +
    'billet aussi. L’autre personne lira que vous vous êtes retiré·e. Cela ne se défait pas.',
  takeBackAct: 'Oui, tout effacer',
  keepThere: 'Non, revenir au billet',
  takenBack: 'C’est effacé\u00a0: il n’en reste rien ici.',
  qrLabel: 'Dessin qui ouvre ce billet',
}

/** What is between two people alone, nobody reads to them. */
const withoutAddress = (keeper: string, isBetween: true | undefined): string =>
  isBetween
    ? '. Si vous n’avez plus cette adresse\u00a0: ces mots sont entre vous deux, personne ' +
      `d’autre ne les lit. Pour laisser un mot de votre part\u00a0: ${keeper}.`
    : `\u00a0; sinon, demandez à ${keeper}.`
