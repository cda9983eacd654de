import { ofBox } from '../../../../text/counting.ts'

type ThenCounts = Record<'done' | 'going' | 'decided' | 'coming' | 'todo' | 'open', number>
const listed = (pieces: readonly string[]): string => {
  const [last = '', ...before] = pieces.toReversed()
  return before.length > 0 ? `${before.toReversed().join(', ')} et ${last}` : last
}

/** The sections of the report, in their order. */
export const fr = {
  existsTitle: 'Ce qui existe',
  land: (communes: string, people: string) => `${communes}, ${people}.`,
  /** `pieces`: what is known, what is not being left out; the projects are the last of them. */
  known: (pieces: readonly string[], projects: number, running: number | undefined): string => {
    if (pieces.length === 0) return 'On n’y connaît encore ni lieu, ni groupe, ni projet.'
    const all = listed(pieces)
    if (projects < 2)
      return (
        'On y connaît ' +
        `${all}` +
        `${
          projects === 0 || running === undefined
            ? ''
            : running === 1
              ? ', qui est en route'
              : ', qui n’est pas en route'
        }` +
        '.'
      )
    if (running === undefined) return `On y connaît ${all}.`
    return (
      `On y connaît ${all}, dont ` +
      `${
        running === 0
          ? 'aucun n’est en route'
          : running === 1
            ? 'un est en route'
            : `${running} sont en route`
      }` +
      '.'
    )
  },
  /** `boxes`: their names; none where they are too many, or unnamed. */
  carriedHere: (pieces: readonly string[], boxes: readonly string[]): string => {
    const by = boxes.map(box => `la borne ${ofBox(box)}`).join(' et ') || 'd’autres bornes'
    return `Sans compter ce qui est venu des voisins, par ${by}\u00a0: ${listed(pieces)}.`
  },
  noComputers: 'Aucun ordinateur ouvert à tous n’est connu avec certitude.',
  computers: (computers: string, spots: string, rate: number | undefined) =>
    `On peut se servir ${/^[au]/.test(computers) ? 'd’' : 'de '}${computers}, dans ` +
    `${spots}` +
    `${
      rate === undefined
        ? ''
        : ` : ${String(rate).replace('.', ',')} pour 1\u202f000\u00a0habitants`
    }` +
    '.',
  computersUnsure: (spots: number) =>
    spots === 1
      ? 'Un endroit est à confirmer\u00a0: il n’est pas compté.'
      : `${spots} endroits sont à confirmer\u00a0: ils ne sont pas comptés.`,
  farthest: (commune: string, distance: string) =>
    `La commune qui en est le plus loin est ${commune}, ${distance} à vol d’oiseau.`,
  sure: (fresh: number, old: number, doubts: number) =>
    'De tout cela, ' +
    `${
      fresh === 0
        ? 'rien n’a été confirmé'
        : fresh === 1
          ? 'une chose a été confirmée'
          : `${fresh} choses ont été confirmées`
    } ` +
    'depuis moins de six mois' +
    `${fresh === 0 ? '' : old < 2 ? `, ${old} ne l’a pas été` : `, ${old} ne l’ont pas été`}` +
    `${doubts === 0 ? '' : `, et ${doubts} ${doubts === 1 ? 'reste' : 'restent'} à confirmer`}` +
    '.',
  grownOf: (what: string, change: string) => `${what} ${change}`,
  grown: (day: string, pieces: string) => `Depuis le ${day} : ${pieces}.`,
  chartGroups: 'Les groupes, par commune',
  chartGroupsShows:
    'Ce qu’on connaît d’associations, d’entreprises, de services et de groupes dans chaque ' +
    'commune.',
  chartProjects: 'Les projets, par état',
  chartProjectsShows: 'Un point pour chaque projet, sur la ligne de l’état où il en est.',
  chartSure: 'Ce qui est sûr, et depuis quand',
  chartSureShows:
    'Une bande coupée en quatre : confirmé depuis moins de six mois, il y a plus longtemps, ' +
    'jamais reconfirmé, à confirmer.',
  sourceDirectory:
    'Source : l’annuaire de cette page, tenu par les habitants. Populations : Insee. ' +
    'Distances à vol d’oiseau, depuis le milieu de la commune.',
  mapSays:
    'Carte des communes : hachurées, celles où l’on est déjà allé ; blanches, celles où ' +
    'l’on n’est pas encore allé.',
  mapLegend: (colour: string) =>
    `Hachurées, les communes où l’on est déjà allé. En ${colour}, celle de la borne.`,
  yellow: 'jaune',
  grey: 'gris',

  missingTitle: 'Ce qui manque',
  allVisited: 'On est déjà allé dans chaque commune.',
  andOthers: (n: number) => (n === 1 ? 'et une autre' : `et ${n} autres`),
  /** `isSure`: everything that happened says where. */
  unvisited: (n: number, names: string, isSure: boolean) =>
    `Il reste ${n === 1 ? 'une commune' : `${n} communes`} où rien ne dit que quelqu’un soit ` +
    `allé pour cette page\u00a0: ${names}. ` +
    `${isSure ? 'Aucune réunion, aucun rendez-vous, rien dont on ait parlé sur place. ' : ''}` +
    'Cela ne veut pas dire qu’il ne s’y passe rien.',
  unplaced: (n: number) =>
    n === 1
      ? 'Une réunion ou un rendez-vous ne dit pas sa commune\u00a0: il n’est compté dans aucune.'
      : `${n} réunions et rendez-vous ne disent pas leur commune\u00a0: ils ne sont comptés dans ` +
        'aucune.',
  heard: (names: string) => `On en sait pourtant quelque chose par d’autres\u00a0: ${names}.`,
  answered: (share: number, days: number) =>
    `Sur cent demandes entre voisins, ${share} ont reçu une réponse ; la moitié de ces ` +
    'réponses sont venues en ' +
    `${days < 1 ? 'moins d’un jour' : days === 1 ? 'un jour' : `${days} jours`} au plus.`,
  fewAnswers:
    'Trop peu de demandes entre voisins ont reçu une réponse par la page pour en donner une part.',
  oldest: (span: string) => `La plus ancienne demande encore ouverte attend depuis ${span}.`,
  difficulties: (period: string, which: string) =>
    `Des habitants sont venus dire ce qu’ils n’arrivent pas à faire (${period}) : ${which}.`,
  counted: (what: string, n: number) => `${what} (${n})`,
  lacks: (place: string, what: string) => `${place} : il manque ${what}`,
  chartDifficulties: 'Les difficultés que les gens sont venus dire',
  chartDifficultiesShows:
    'Une barre par sujet, la plus longue en premier ; sous trois personnes, un sujet n’est ' +
    'pas montré.',
  sourceMissing:
    'Source : les demandes publiées, ce que les lieux disent d’eux-mêmes, et les ' +
    'difficultés notées au local, sans aucun nom.',

  askedTitle: 'Ce qu’on vous demande',
  nothingAsked: 'Aucune demande n’attend de réponse.',
  asked: (n: number) =>
    n === 1 ? 'Une demande attend votre réponse.' : `${n} demandes attendent votre réponse.`,
  free: 'rien',
  costsInAll: (sum: string) =>
    sum === 'rien' ? 'En tout, cela ne coûterait rien.' : `En tout, cela coûterait ${sum}.`,
  costNothing: 'Cela ne coûte rien.',
  costUnknown: 'Le coût n’est pas connu.',
  cost: (sum: string) => `Coût : ${sum}.`,
  askedBy: (who: string) => `Demandé par ${who}.`,
  askedOf: (council: string) => `À : ${council}.`,
  councils: {
    commune: 'la mairie',
    intercommunality: 'la communauté de communes',
    department: 'le département',
    other: 'd’autres élus',
  },
  says: { yes: 'oui', part: 'en partie', later: 'plus tard', no: 'non' },
  answeredLine: (title: string, says: string) => `${title} — ${says}`,
  answeredUnder: (council: string, day: string, saying: string | null) =>
    `${council}, ${day}${saying ? ` : « ${saying} »` : ''}`,
  sourceRequests:
    'Source : les demandes portées sur cette page, chacune par quelqu’un que l’on peut joindre.',
  ticks: ['oui', 'en partie', 'plus tard, le…', 'non'] as readonly string[],
  tickLines: 'Avec vos mots',
  dated: 'Le, par',
  howToAnswer: (kept: string) =>
    `Cochez, datez, et rendez cette feuille à ${kept}. Le code suffit : il dit à quelle ` +
    'demande vous répondez.',
  moreRequests: (n: number) =>
    `${n === 1 ? 'Une autre demande est' : `${n} autres demandes sont`} sur la page.`,
  codeSays: 'code',

  lentTitle: 'Ce qui se prête, chacun son tour',
  lent: (things: string, loans: string, people: string) =>
    `${things} à prêter\u00a0; ${loans}, ${people}.`,
  lentNothing: (things: string) => `${things} à prêter\u00a0; moins de 3 prêts pour l’instant.`,
  lentBy: (n: string) => `à ${n} personnes`,
  lentByFew: 'à moins de 3 personnes',
  neverFree: (n: number) =>
    n === 1
      ? 'Une de ces choses a été demandée par trois ou plus alors qu’elle était prise.'
      : `${n} de ces choses ont été demandées par trois ou plus alors qu’elles étaient prises.`,
  sourceLent:
    'Source\u00a0: les réservations de cette page, sans aucun nom. Qui lit ' +
    '«\u00a0pris\u00a0» et ne demande rien n’est pas compté.',

  betweenTitle: 'Ce qui se passe entre voisins',
  notices: (period: string, offers: string, needs: string) =>
    `${offers} et ${needs} ont été publiées (${period}).`,
  deals: (deals: string) => `${deals} entre voisins ont été menés à bout.`,
  fewDeals: 'Moins de trois arrangements entre voisins ont été notés comme faits.',
  chartDeals: 'Les arrangements faits, par façon',
  chartDealsShows: 'Une barre par façon de s’arranger ; sous trois, une façon n’est pas montrée.',
  sourceNotices: 'Source : les annonces et les arrangements de cette page, comptés, jamais nommés.',

  goalsTitle: 'Trois buts\u00a0: l’activité, les liens, l’énergie',
  goalsLead: 'Une histoire sous chacun, racontée avec l’accord de ceux qui l’ont vécue.',
  goals: { activity: 'L’activité d’ici', ties: 'Les liens entre les gens', energy: 'L’énergie' },
  goalLine: (goal: string, title: string) => `${goal} : ${title}`,
  sourceGoals: 'Source : ce qui est raconté sur cette page.',

  planTitle: 'Où l’on en est',
  step1: 'Connaître le territoire',
  noted: (n: number) =>
    n === 1 ? 'un lieu, groupe ou projet noté' : `${n} lieux, groupes et projets notés`,
  seenIn: (been: number, all: number) =>
    `quelqu’un est allé voir dans ${been === 1 ? 'une commune' : `${been} communes`} sur ${all}`,
  step1bis: 'Relier et informer ceux qui font',
  met: (n: number, days: string) =>
    n === 1 ? `une réunion (${days})` : `${n} réunions (les dernières\u00a0: ${days})`,
  talked: (n: number) =>
    `on a reparlé ${n === 1 ? 'd’une chose' : `de ${n} choses`} avec ceux qui les font`,
  together: (n: number) => (n === 1 ? 'un partenariat noté' : `${n} partenariats notés`),
  step2: 'Faire ensemble',
  running: (n: number) => (n === 1 ? 'un projet en route' : `${n} projets en route`),
  followed: (n: number) => (n === 1 ? 'une suite faite' : `${n} suites faites`),
  toFollow: (n: number) => (n === 1 ? 'une suite à faire' : `${n} suites à faire`),
  sourcePlan: 'Source : les réunions, les confirmations et les suites de cette page.',

  voicesTitle: 'Ce qui s’est dit',
  voicesLead: (period: string) =>
    `Les dernières paroles notées, telles quelles, les dures aussi (${period}).`,
  quote: (saying: string) => `« ${saying} »`,
  sourceVoices:
    'Source : les paroles notées en réunion. Sans nom, sauf si la personne l’a demandé.',
  threadsTitle: 'Ce qui a été dit, et ce que c’est devenu',
  threadsLead:
    'Réunion par réunion\u00a0: ce qui s’est fait, ce qui est en cours, ce qui attend quelqu’un.',
  /** *De ce qui a été dit le 12 février : 3 choses faites, 2 en cours*. */
  saidThen: (day: string, of: Readonly<ThenCounts>) => {
    const all = [
      [of.done, of.done === 1 ? 'faite' : 'faites'],
      [of.going, 'en cours'],
      [of.decided, of.decided === 1 ? 'décidée' : 'décidées'],
      [of.coming, 'à venir'],
      [of.todo, 'à faire'],
      [of.open, of.open === 1 ? 'qui attend quelqu’un' : 'qui attendent quelqu’un'],
    ] as const
    const said = all
      .filter(([n]) => n > 0)
      .map(([n, what], i) => {
        const noun = i > 0 ? '' : n === 1 ? 'chose ' : 'choses '
        return `${n}\u00a0${noun}${what}`
      })
    return `De ce qui a été dit ${day}\u00a0: ${said.join(', ')}.`
  },
  sourceThreads:
    'Source\u00a0: les réunions de cette page, et ce que leurs idées, besoins et suites ' +
    'sont devenus.',
  ideasTitle: 'Les idées, et ce qu’elles sont devenues',
  ideasLead: (all: number, became: number) =>
    `${all === 1 ? 'Une idée a été notée' : `${all} idées ont été notées`} ; ` +
    `${
      became === 0
        ? 'aucune n’a encore donné quelque chose'
        : became === 1
          ? 'une a donné quelque chose'
          : `${became} ont donné quelque chose`
    }` +
    '.',
  ideaStates: { became: 'a donné quelque chose', open: 'encore ouverte', dropped: 'laissée' },
  ideaBecame: (what: string) => `est devenue : ${what}`,
  chartIdeas: 'Ce que les idées sont devenues',
  chartIdeasShows:
    'Une bande coupée en trois : ce qui a donné quelque chose, ce qui est encore ouvert, ce ' +
    'qui a été laissé.',
  sourceIdeas: 'Source : les idées notées en réunion ou déposées sur cette page.',
}
