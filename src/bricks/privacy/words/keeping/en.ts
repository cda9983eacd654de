import type { KeepingWords } from './fr.ts'

export const en: KeepingWords = {
  title: 'Who keeps this page',
  lead:
    'This page lives in a small machine that somebody around here keeps. Here is who, what is ' +
    'kept, and how to have what concerns you taken away.',
  verify: 'to be checked by the person who keeps the page',
  byHand: 'to be filled in by hand',
  dots: '…………………………………',
  none: '—',
  colon: ': ',
  and: (before, last) => `${before} and ${last}`,
  detail: 'All the detail: what is kept, where, how long, your rights',
  contact: {
    title: 'Who to talk to',
    person: 'The person',
    where: 'Where and how to reach them',
    village: 'The commune',
    unknown:
      'The person who keeps the page has not said who they are yet. Ask for them where the ' +
      'machine stands.',
    ask:
      'For any question, to correct something or have it taken away: in person, by telephone ' +
      'or with a note.',
  },
  unnamed: 'A village page',
  keeper: 'the person who keeps the page',
  who: {
    title: 'Who answers for this page',
    full: 'Name and address in full',
    host: 'Host, if this machine is rented',
    said: [
      'The person who keeps the page publishes it and answers for it. The page is stored by ' +
        'the very machine that answers you.',
      'French law asks whoever publishes to give their name. Those who do not publish for a ' +
        'living may name only their host, provided that the host knows who they are (loi n° ' +
        '2004-575, article 1-1). Without a host this exemption does not go without saying: to ' +
        'be checked by the person who keeps the page.',
    ],
  },
  sent: {
    title: 'What you can send, and who reads it',
    what: all => `No account is needed, to read or to send. You can send: ${all}.`,
    nothing: 'No account is needed to read. Only the person who keeps the page writes on it.',
    waits: who =>
      `What you send waits in this machine. It is read by ${who}, then shown or left aside. ` +
      'Nothing is visible before. What waits, or was left aside, stays in the machine until ' +
      'that same person erases it for good: you can ask them to.',
    shown:
      'What is shown can be read, copied, printed and carried away by anyone. Only write ' +
      'what you would say on the square.',
    left: what =>
      `And also: a ${what}, which is never shown. It goes at once to whoever hands it over, ` +
      'and stays in this machine.',
    here: what =>
      `And also: a ${what}, which is read here as soon as it is written, unless it waits to ` +
      'be read first. It does not leave this machine, which forgets it by itself after the ' +
      'time that its page says.',
    counter: (what, who) =>
      `And also: a ${what}. The page where it is brought says who will read it, and whether ` +
      `it is first seen by ${who}. It does not go to other machines, but whoever reads it ` +
      'here may take a copy.',
    wifi:
      'An open Wi-Fi is a public square: as long as the address begins with http and not ' +
      'https, someone in range can see what you read and what you send.',
  },
  kept: {
    title: 'What is kept',
    said: [
      'What is written on the page: notices, projects, places, meetings, with first names ' +
        'and ways to be reached, as people gave them.',
      'With each piece: the day, and whether “the page” or “somebody passing by” wrote it; ' +
        'of a neighbour, a number drawn at random. Never the name of who writes.',
      'Of a neighbour’s card: its number, and two fingerprints by which it is known without ' +
        'keeping its words or its drawing. None of it is in the journal of the page, nor ' +
        'carried away.',
    ],
    home: 'What stays in this machine and is never shown',
    homeLead:
      'Only the person who keeps the page sees it and, on a page of their own, the one whom ' +
      'it is about. The other fields are shown to everyone, once displayed.',
    here: 'What stays in this machine, and is read here',
    hereLead:
      'Whoever passes here reads it, and nobody elsewhere. The machine forgets it by itself.',
    counter: 'What stays in this machine, and is read here as its page says',
    counterLead:
      'The page where it is brought says who reads it, and may take a copy. What waits to ' +
      'be seen is shown only to the person who keeps the page and to whoever brought it ' +
      'with their card.',
  },
  long: {
    title: 'Where, and for how long',
    said: [
      'Everything is in this machine. Nothing is sent elsewhere unless somebody carries it.',
      'The journal of the page keeps what was written, corrected or taken off, without ' +
        'limit of time, until it is asked to be forgotten. What waits, what was left aside ' +
        'and the notes of meetings that were read stay there too, without being shown, until ' +
        'the person who keeps the page erases them for good.',
      'A table brought in is not kept: its file is erased once its lines are written, and ' +
        'an hour later if it is not used.',
      'The last ten thousand answers of the page to something sent (a sentence and the ' +
        'address of a page) are kept, so that a telephone that sends twice gets the same ' +
        'answer. At each forgetting their sentences are erased.',
      'Backups are sealed with a passphrase, unless whoever makes them chooses otherwise. ' +
        'They hold everything, even what stays here; the files of the shelf only when that is ' +
        'asked for.',
    ],
  },
  device: {
    title: 'Your device',
    said: [
      'No advertising, no audience measuring, no tracking. Your browser asks nothing of ' +
        'another site, as long as you do not follow a link to it: letters, pictures and maps ' +
        'come from this machine.',
      'The address of your device (IP address) serves to count too many sendings and ' +
        'connections and, on the machine’s own Wi-Fi, not to welcome you twice. It stays in ' +
        'memory and is never written down.',
      'When the person who keeps the page has an Internet address read, the machine goes ' +
        'there, not your device.',
    ],
    cookies: 'What the page leaves in your browser',
    cookiesWhy:
      'These small files only make what you ask for work: no consent needs to be asked for ' +
      'them (loi n° 78-17, article 82).',
    name: 'Name',
    use: 'What it is for',
    time: 'How long',
    uses: {
      tenue:
        'A visit: that of the person who keeps the page, with their passphrase, or yours, ' +
        'with your card.',
      langue: 'The language that you chose.',
      dit: 'The sentence to say on the next page, after something was sent.',
      navigateur: 'A name drawn at random, to tell you that you sent the same notice already.',
      fait: 'That you hid a number lately.',
    },
    minutes: n => (n === 1 ? 'one minute' : `${n} minutes`),
    year: 'one year',
    idle: (short, long) =>
      `${short} without doing anything; ${long} on their own device, if they tick it`,
  },
  removal: {
    hide: 'This is my number: hide it at once',
    title: 'Having something corrected, taken off or forgotten',
    steps: [
      'Tell the person who keeps the page, in person, by telephone or with a note, giving ' +
        'the title of what concerns you. You need no reason to take back your agreement.',
      'Taking off: it is no longer on the page. It stays in the journal, and can be put back.',
      'Forgetting: it is erased for good from the page, the search, the journal and the ' +
        'files of this machine. It cannot be undone.',
      'The same for what you sent and is not shown, and for notes of a meeting that name ' +
        'you: the person who keeps the page can erase it for good. Notes are erased whole.',
      'You are owed an answer within a month (GDPR, article 12). If it is complicated, this ' +
        'can be extended by two months, and you are told so within the first.',
    ],
    unreached:
      'Forgetting does not reach: backups already made, copies and machines already served, ' +
      'paper, what somebody copied out, and the wear of the memory card.',
  },
  rights: {
    title: 'Your rights',
    said: [
      'You can know what is kept about you and have a copy (GDPR, article 15), have it ' +
        'corrected (article 16), have it erased (article 17), object to its use (article 21), ' +
        'and take back at any time the agreement that you gave.',
      'If the answer does not come or does not suit you, you can complain to the CNIL ' +
        '(article 77): 3 place de Fontenoy, TSA 80715, 75334 Paris Cedex 07, France.',
    ],
  },
  prints: {
    title: 'To print',
    record: 'The record of processing',
    access: 'The accessibility statement',
  },
  cited: {
    title: 'The texts',
    lead:
      'These texts were read in copies, on the day written here, and summed up in plain ' +
      'words. The version that counts is on legifrance.gouv.fr or eur-lex.europa.eu. This is ' +
      'not the advice of a lawyer.',
    readOn: day => `Read on ${day}`,
    unread: 'To be checked by the person who keeps the page',
    unreadLead: 'These texts could not be read. They may count here.',
  },
  texts: {
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
  },
  record: {
    title: 'Record of processing',
    lead:
      'Kept under article 30 of the GDPR, filled in from what this machine does. A page that ' +
      'stays open is not an occasional use: this record is better kept, even by two or three ' +
      'people.',
    controller: 'Who answers (controller)',
    officer: 'Data protection officer',
    officerSaid: 'If the body that keeps the page has one: ',
    why: 'Why (purposes) and on what basis',
    activity: 'What is done',
    purpose: 'Why',
    basis: 'Basis (article 6)',
    people: 'Whose',
    basisNote:
      'These bases are proposed by the software: to be checked by the person who keeps the ' +
      'page. For a town hall, legitimate interest is not open; it would be the task in the ' +
      'public interest.',
    activities: {
      sent: {
        what: 'Receiving what people send, reading it, showing it or leaving it aside',
        why: 'So that people here find each other',
        basis: 'agreement (a)',
        people: 'who sends, who is named',
      },
      written: {
        what: 'Keeping the page: who does what, places, projects, agenda, notices',
        why: 'So that everyone knows what exists here',
        basis: 'legitimate interest (f); agreement (a) for persons',
        people: 'inhabitants, associations, companies, elected people',
      },
      harvest: {
        what: 'Reading notes of meetings, showing nobody before they agree',
        why: 'So that what was said is of use',
        basis: 'legitimate interest (f) to read; agreement (a) to show',
        people: 'those present, persons named',
      },
      keeping: {
        what:
          'Opening the page to who keeps it: hashed passphrase and codes, visit, counts of ' +
          'sendings in memory',
        why: 'So that the page is not damaged',
        basis: 'legitimate interest (f)',
        people: 'who keeps the page, who sends',
      },
    },
    what: 'The data, kind by kind',
    whatLead:
      'Made from what this machine knows how to keep. In the column “shown” only fields in ' +
      'which somebody can be named, pictured or reached are listed; days, numbers, ' +
      'communes, themes and choices are not. A kind marked * can be sent without an account.',
    kind: 'Kind',
    shown: 'Shown to everyone, once displayed',
    network: fields => `to friendly machines only: ${fields}`,
    home: 'Stays in this machine',
    house: 'The page itself',
    to: 'To whom (recipients)',
    toSaid: [
      'What is displayed: everyone. What is marked for friendly machines: the machines ' +
        'whose keepers have met. What stays here: the person who keeps the page, and whoever ' +
        'passes here for what is read here.',
      'No company handles these data on behalf of the page, except a host, if the machine ' +
        'is rented.',
    ],
    abroad: 'Outside the European Union',
    abroadSaid:
      'This machine sends nothing there. What is displayed can be read from anywhere if the ' +
      'page is open on the Internet.',
    until: 'How long',
    untilSaid: [
      'What is written: until it is forgotten, when the person asks or when it is no longer ' +
        'of use.',
      'What waits, what was left aside, and notes that were read: the same, without being ' +
        'shown. The person who keeps the page erases them for good, with a printed code.',
    ],
    session: (short, long) =>
      `The visit of who keeps the page: ${short} without doing anything, ${long} on their ` +
      'own device.',
    cleared: 'Clearing out by the person who keeps the page, how often',
    safe: 'How it is protected',
    safeSaid: [
      'Who keeps the page enters only at the machine or over https; what cannot be undone ' +
        'also asks for a printed code, good once.',
      'The passphrase is hashed (Argon2id), codes and visits too.',
      'What stays here is held apart from what is shown.',
      'What is forgotten is overwritten in the files, not only unlinked.',
      'Backups are sealed with a passphrase, unless chosen otherwise.',
      'No page holds a program or calls another site.',
    ],
    breach:
      'If the machine is stolen or lost: what is to be done and said is to be checked by ' +
      'the person who keeps the page.',
    signed: day => `Printed on ${day}. Read again and signed by:`,
  },
  access: {
    title: 'Accessibility statement',
    lead: name => `This statement is about the page “${name}”.`,
    bound: 'Who must make one',
    boundSaid: [
      'A town hall, a public body or a body that depends on them must make its pages ' +
        'accessible and publish a statement (loi n° 2005-102, article 47).',
      'A non-profit association need not if it provides neither services essential to the ' +
        'public nor services meant for disabled people. A person alone is not in the ' +
        'article’s list. This page does it all the same.',
      'On which side this page is: to be checked by the person who keeps the page.',
    ],
    state: 'State of compliance',
    stateSaid: [
      'Not compliant, as the RGAA says it: no audit was made, and without one this is the ' +
        'state to write. It does not mean that a fault was found.',
      'If an audit is made, its result, its date and who made it:',
    ],
    done: 'What the page does',
    doneSaid: [
      'It works without a program in the browser, with a keyboard, with a screen reader: ' +
        'headings, lists, labels of fields, language announced, a link straight to the ' +
        'content.',
      'Letters stand out from the ground at 4.5 to 1 at least, by day and in the dark; the ' +
        'edges of fields at 3 to 1.',
      'Letters can be made larger and the page read on a small screen. What is touched with ' +
        'a finger is large.',
      'A mistake in a form is said in a sentence, beside the field, and nothing that was ' +
        'written is lost.',
      'Nothing moves, blinks or speaks by itself.',
      'Every page prints.',
    ],
    not: 'What may be in the way',
    notSaid: [
      'Maps are drawings: their places are found in the lists. The law leaves them outside ' +
        'the duty, if what matters is said otherwise.',
      'What people write and the documents joined are as they were given. In English the ' +
        'page is translated, not what people wrote.',
      'The visits of the person who keeps the page close after a while without doing ' +
        'anything; what was written is kept.',
      'Over https the browser warns that the certificate is the machine’s own.',
    ],
    trouble: 'If you cannot read or do something',
    troubleSaid:
      'Say so: it will be read to you, printed for you, or written with you. A body bound ' +
      'by the law answers within a week.',
    appeal: 'If no answer comes',
    appealSaid:
      'If the body that keeps the page is bound by the law, you can write to the Défenseur ' +
      'des droits, without a stamp: Défenseur des droits, Libre réponse 71120, 75342 Paris ' +
      'CEDEX 07, France.',
    made: day => `This statement is made by the page itself, on ${day}.`,
  },
}
