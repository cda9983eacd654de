import { en as access } from './access/en.ts'
import type { KeepingWords } from './fr.ts'
import { en as record } from './record/en.ts'
import { en as texts } from './texts/en.ts'

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
    some: what => what,
    what: all => `No account is needed, to read or to send. You can send ${all}.`,
    nothing: 'No account is needed to read. Only the person who keeps the page writes on it.',
    waits: who =>
      `What you send waits in this machine. It is read by ${who}, then shown or left aside. ` +
      'Nothing is visible before. What waits, or was left aside, stays in the machine until ' +
      'that same person erases it for good: you can ask them to.',
    shown:
      'What is shown can be read, copied, printed and carried away by anyone. Only write ' +
      'what you would say on the square.',
    left: what =>
      `And also ${what}: none of it is ever shown, and all stays in this machine. A word ` +
      'goes at once to whoever hands it over. A search only serves to tell you what answers it, ' +
      'and erases itself.',
    between: what =>
      `And also ${what}: only the person to whom you write reads them, or who hands them over. ` +
      'The machine forgets them by itself after the time that their page says.',
    here: what =>
      `And also ${what}: they are read here as soon as they are written, unless they wait to ` +
      'be read first. They do not leave this machine, which forgets them by itself after ' +
      'the time that their page says.',
    counter: (what, who) =>
      `And also ${what}: the page where they are brought says who will read them, and whether ` +
      `they are first seen by ${who}. They do not go to other machines, but whoever reads ` +
      'them here may take a copy.',
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
    between: 'What people say to each other',
    betweenLead:
      'They alone read it, and who hands it over to one of them. The person who keeps the page ' +
      'reads of it only what they hand over themselves, or a word that was reported. None of it ' +
      'is carried away but in a closed letter, and the machine forgets it by itself after the ' +
      'time that its page says. Of what was done, the day, the commune and the notice stay, ' +
      'without anybody.',
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
  texts,
  record,
  access,
}
