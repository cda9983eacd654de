import type { PageQuestion } from '../../../contract/search.ts'

/** The telephones of who is in danger, and what people search then. */
export const dangers: readonly PageQuestion[] = [
  {
    words: 'Call 112, in an emergency',
    text:
      'It answers from any telephone. In France also: 15 for somebody ill, 17 for the police, ' +
      '18 for a fire, 114 by SMS.',
    href: 'tel:112',
    asked: [
      'ambulance/emergency/police/firemen/firefighters/fire/15/17/18/112/114 ' +
        'call/need/urgent/number/brigade*',
      'heart attack having/husband/wife*',
      'unconscious/choking/drowning/seizure/overdose/unresponsive …',
      'heart attack …',
      'having/had a stroke …',
      'not/stopped/stops/t breathing/breathe …',
      'bleeding badly/heavily …',
      'house/barn/car/kitchen … on fire …',
    ],
  },
  {
    // Source: allo119.gouv.fr, the national service of article L226-6 of the code of families.
    words: 'Call 119, for a child in danger',
    text:
      'The national line for children: free, in confidence, at any hour, for a child or for ' +
      'somebody who worries about one. In danger now: 17, or 114 by SMS.',
    href: 'tel:119',
    asked: [
      '119 call/number*',
      'child/children/kid/kids abused/abuse/beaten/danger/neglected/neglect help/report*',
      'child abuse …',
      'abused/battered/beaten child/children/kid/kids …',
      'child/children/kid/kids in/is-in/are-in danger …',
      'father/mother/dad/mum/mom/parents/stepfather/stepmother hits/hit/beats/beat/rapes/raped ' +
        'me/us ~at/in …',
      'hits/beats/hit/beat his/her/their/my/a child/children/kid/kids/son/daughter/baby ~at/in …',
    ],
  },
  {
    // Source: solidaritefemmes.org for 3919, at any hour since August 2021.
    words: 'Call 3919, against violence',
    text:
      'Violences Femmes Info: free, anonymous, at any hour. In danger now: 17, or 114 by SMS. ' +
      'For a child: 119.',
    href: 'tel:3919',
    asked: [
      '3919 call/number*',
      'violence/violent husband/boyfriend/partner/wife/father/family/home/victim*',
      'domestic violence/abuse …',
      'violence against women …',
      'battered woman/women/wife …',
      'he/she/husband/wife/boyfriend/partner/ex/father … hits/hit/beats/beat/rapes/raped me/us ' +
        '~at/in …',
    ],
  },
  {
    // Source: 3114.fr, of the ministry of health, since October 2021.
    words: 'Call 3114, somebody listens',
    text:
      'The national number of suicide prevention: free, at any hour, for you or for somebody ' +
      'close. In danger now: 15.',
    href: 'tel:3114',
    asked: [
      '3114 call/number*',
      'suicide/suicidal/3114 …',
      'want-to/wants-to/wanna die …',
      'kill myself …',
      'end my life …',
      'end it all',
    ],
  },
]
