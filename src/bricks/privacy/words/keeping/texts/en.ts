import type { fr } from './fr.ts'

export const en: typeof fr = {
  rgpd2: {
    text: 'Regulation (EU) 2016/679 (GDPR), article 2',
    says:
      'The regulation does not cover a purely personal or household activity. A page open ' +
      'to everyone is probably not one.',
  },
  rgpd6: {
    text: 'GDPR, article 6',
    says:
      'Six reasons allow keeping data, among them the agreement of the person and ' +
      'legitimate interest. The latter is not open to a public authority in its tasks.',
  },
  rgpd12: {
    text: 'GDPR, article 12',
    says: 'Answer clearly, within a month; two more months if it is complicated, saying so.',
  },
  rgpd13: {
    text: 'GDPR, articles 13 and 14',
    says:
      'What to tell people when they give their data, or when the data come from elsewhere ' +
      '(notes of a meeting): who, why, to whom, how long, their rights.',
  },
  rgpd15: {
    text: 'GDPR, articles 15, 16, 17 and 21',
    says:
      'Knowing what is kept about oneself and having a copy; having it corrected; having it ' +
      'erased, for instance when one takes back one’s agreement; objecting, for a reason of ' +
      'one’s own situation.',
  },
  rgpd30: {
    text: 'GDPR, article 30',
    says:
      'Keeping a record, and what is in it. Under 250 employees it is owed only if the use ' +
      'is not occasional, brings a risk or touches sensitive data.',
  },
  rgpd77: {
    text: 'GDPR, article 77',
    says: 'Complaining to the supervisory authority; in France, the CNIL.',
  },
  freedoms82: {
    text: 'Loi n° 78-17 of 6 January 1978, article 82 (version of 1 June 2019)',
    says: 'No consent to ask for what is strictly necessary to what the person asks for.',
  },
  trust11: {
    text: 'Loi n° 2004-575 of 21 June 2004, article 1-1 (version of 23 May 2024)',
    says:
      'Giving one’s name when one publishes; what those who publish otherwise than for a ' +
      'living may keep silent, if their host knows them.',
  },
  disability47: {
    text: 'Loi n° 2005-102 of 11 February 2005, article 47 (version of 11 March 2023)',
    says:
      'Who must make their online services accessible: public bodies, some bodies tied to ' +
      'them, large companies. Private non-profit bodies are outside if they provide neither ' +
      'essential services nor services meant for disabled people.',
  },
  decree768: {
    text: 'Décret n° 2019-768 of 24 July 2019, first article (read in part)',
    says: 'The online services of these bodies follow the European standards of accessibility.',
  },
  rgaa: {
    text: 'RGAA, version 4, obligations (published by the DINUM)',
    says: 'What is in a statement. Without a valid audit, the state to write is “not compliant”.',
  },
  posts341: {
    text:
      'Code des postes et des communications électroniques, article L. 34-1, I and II ' +
      '(version of 31 July 2021)',
    says:
      'Erasing communication data, except what must be kept. It also covers those who offer ' +
      'the public a connection in their professional activity, even for free. Whether it ' +
      'covers a village Wi-Fi that leads only to this page: to be checked by the person who ' +
      'keeps the page.',
  },
  decree1362: {
    text: 'Décret n° 2021-1362 of 20 October 2021, article 1',
    says:
      'What is kept by those who give access to the Internet or host what others write. ' +
      'Whether it covers this page, which keeps no addresses: to be checked by the person ' +
      'who keeps the page.',
  },
  trust6: {
    text: 'Loi n° 2004-575 of 21 June 2004, article 6',
    says:
      'Duties of those who store what others write, and what is done when something is ' +
      'reported.',
  },
  posts1013: {
    text: 'Code des postes et des communications électroniques, article R. 10-13',
    says: 'Which connection data are to be kept, and for how long.',
  },
  director: {
    text: 'Loi n° 82-652 of 29 July 1982, articles 93-2 and 93-3',
    says: 'The director of publication: who it is, what they answer for.',
  },
  services16: {
    text: 'Regulation (EU) 2022/2065, article 16',
    says: 'How to report something to whoever hosts it.',
  },
  freedoms: {
    text: 'Loi n° 78-17 of 6 January 1978, other than article 82',
    says: 'The French rules that complete the GDPR: children, data after death, sensitive data.',
  },
  order2019: {
    text: 'Arrêté of 20 September 2019 setting the general accessibility reference (RGAA)',
    says: 'The version of the reference that applies.',
  },
}
