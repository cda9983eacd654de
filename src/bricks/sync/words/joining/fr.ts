import { quotable } from '../../../../text/quoting.ts'
/** What people read where several records are said to be one thing. */
export const fr = {
  needTwo: 'Il faut deux choses différentes, de la même sorte, pour dire que c’est la même.',
  joinTitle: 'Dire que c’est la même chose',
  joinLead:
    'Une seule se verra. Choisissez, ligne par ligne, ce qui est juste. L’autre est gardée ' +
    'comme elle est, et l’on peut les séparer de nouveau.',
  joinSame:
    'Elles disent la même chose. Une seule se verra ; l’autre est gardée, et l’on peut les ' +
    'séparer de nouveau.',
  joinBoth: 'les deux',
  joinWith: (title: string) => `« ${quotable(title)} » est la même chose que :`,
  joinNoneAlike: 'Rien ne s’appelle à peu près pareil.',
  joinSearch: 'Chercher l’autre par son nom',
  joinSearchAct: 'Chercher',
  joinLink: 'Ici deux fois ?',
  joinAct: 'C’est la même chose',
  joinChanged:
    'L’une des deux a changé pendant que vous choisissiez. Rien n’est écrit : regardez de ' +
    'nouveau, puis choisissez.',
  newsLead: (title: string) =>
    `Ailleurs, on a écrit depuis dans « ${quotable(title)} », qui est la même chose :`,
  newsLabel: 'Du nouveau',
  newsWait: 'du nouveau dans ce qui a été dit être la même chose',
  takeUp: 'Reprendre ici',
  newsSeeAct: 'C’est vu, on ne change rien',
  takenUp: 'C’est repris ici.',
  newsSeen: 'C’est vu : rien ne change ici.',
  newsChanged:
    'Cela a changé depuis que cette page est ouverte. Rien n’est écrit : regardez de nouveau.',
  joined: 'C’est la même chose : elles n’en font plus qu’une.',
  unjoined: 'Elles sont de nouveau deux.',
  unjoin: 'Séparer de nouveau',
  joinsTitle: 'Ce qui a été dit être la même chose',
  nothingSaid: 'rien',
  undo: 'Annuler',
}
