/**
 * The laws of the house, and the tests that prove each.
 *
 * A proof is the beginning of a test's title, which one test alone has: a file may move.
 * `bin/check --laws` prints this table. `laws.test.ts` fails when a test that stands here is gone,
 * when a title says *law* and does not stand here, and when a law has no proof in `npm test`.
 */
export type Law = Readonly<{
  /**
   * Its number in ARCHITECTURE.md, which says the same sentence. Without one, a law of one room.
   */
  number?: number
  name: string
  sentence: string
  proofs: readonly string[]
}>

export const LAWS: readonly Law[] = [
  {
    number: 1,
    name: 'acknowledged',
    sentence: 'An acknowledged turn survives a pulled plug.',
    proofs: [
      'law 1: a move that is killed at any moment leaves the old log or the new one, whole',
      'after a cut anywhere, a bring is whole or absent; the same form posted again has one answer',
      'law 1: nothing acknowledged is lost, and no box loses a value without its own box ' +
        'asking, or',
      'laws 1 and 10: a backup put back takes from the neighbour what it lacks of its own, ' +
        'and brings',
      'law 1: a card that lost its last commits writes again under the same numbers: both ' +
        'are there',
      'every turn that was answered is there after ',
      'a plug pulled before an answer goes out loses nothing that was answered: turns, files, key',
      'law 1: a commit of the log is synced before it returns, in a new file and in one ' +
        'that is opened',
      'group commit: whatever is refused, thrown or full, acknowledged is stored',
      'a disk that fills inside a batch: what was answered is stored',
      'with synchronous=NORMAL planted the same test finds turns',
      'tables that were open when the machine stopped are made again, on real files',
      'boxes killed ${KILLS} times while they meet hold the same',
      'the plug is pulled while the keeper posts: it comes back alone',
    ],
  },
  {
    number: 2,
    name: 'rebuild',
    sentence: 'A rebuild gives the same rows as living through it.',
    proofs: [
      'law: a moved log is the log that was made of the same entries',
      'law 2: tables that show more than the log holds, as after a backup',
      'Law 2: what notices are found by is the same made again as lived through',
      'law 2: rows that show here alone are a function of the log: a rebuild gives the same rows,',
      'law 2: a rebuild gives the same rows as living through it, in whatever order entries came',
      'law 2: after a crash between the two commits the tables catch up, on real files',
      'law 2: flesh that came late and was not shown before a crash makes the tables again',
      'law 2: a rebuild comes to the rows that were lived, whatever was hidden, shown ' +
        'again, or came',
      'law 2: lived through or made again, the same is ours',
      'law 2: tables of another shape are made again in parts, as they would be whole',
      'law 2: whichever stamps of a filled box are spoilt, its tables are as before',
      'law 2: whatever becomes of a second thread, the tables hold the same rows',
    ],
  },
  {
    number: 3,
    name: 'unknown types',
    sentence: 'Types that are not known are kept and passed on; a brick taken out loses nothing.',
    proofs: [
      'law 3: what a newer version wrote in a type that is not known here is kept through the way',
      'law 3: taking a brick out loses nothing: what it wrote is kept, passed on, and shown ' +
        'when it',
      'law 3: each brick that is put away and taken up again is as it was',
      'law 3: notes are kept and shown in a house without communes nor a territory',
    ],
  },
  {
    number: 4,
    name: 'order',
    sentence: 'Order, grouping and repetition of exchanges never change the result.',
    proofs: [
      'a version that came while somebody chose among the others comes back to them',
      'law 4: two boxes that wrote apart come to one count, whichever came first',
      'law 4: a choice among versions replaces every one of them, on every box',
      'outranks orders any two writes one way only',
      'law 4: letters of acts lost, doubled and in any order give both boxes one order',
      'law 4: bundles doubled, late and in any order bring the same end',
      'law 4: words doubled, late and in any order bring the same thread',
      'law 4: the thread that the box that decides told, late and doubled, leaves the last',
      'law 4: what the box that decides told, late and doubled, leaves the last of it',
      'law 4: order, grouping and repetition never change what a set of writes comes to',
      'law 4: order and repetition of updates never change the text',
      'bundles in any order and number give the same rows as all entries at once (law 4)',
      'law 4: a base erases the updates that it has seen, on its own branch only, in any order',
      'law 4: the heads that ingest keeps step by step are those of mergeWrites on what has ' +
        'come so',
      'law 4: in one transaction or in many, once or several times, the same log',
      'law 4: missing values are stored when the entry comes again, so that both orders end alike',
      'law 4: in the end all that believe the same boxes are equal: heads, conflicts, joined sets,',
      'law 4: a cloned data folder: what was written on both cards is in all three, and ' +
        'each goes on',
    ],
  },
  {
    number: 5,
    name: 'pure core',
    sentence: '`core` reads neither clock nor chance.',
    proofs: [
      'law 5: core that asks the machine for the time or for chance is named',
      'core imports no node module, however it is written',
      'the house itself has each line in its room',
    ],
  },
  {
    number: 6,
    name: 'spaces',
    sentence: 'What a space may not carry never leaves.',
    proofs: [
      'law 6: a field that stays home says nothing when another box writes it',
      'law 6: a draft keeps a field nearer than the field says, and never sends it further',
      'no bundle holds entries of home; only a bundle encrypted for a box holds entries of the',
      'law 6: nothing of home, nothing removed or forgotten, is in any list as ',
      'law 6: nothing of home, nothing removed or forgotten, is in any part of an export',
      'what a folder is not open to is in no page, list, count, search, print or table ' +
        '(laws 6 and 11)',
      'a file that was given to one paired box goes to no other, whoever asks (law 6)',
      'law 6: what stands in this box alone is forgotten and removed there, and no feed ' +
        'that leaves',
      'law 6: nothing of home leaves, nothing of the network in clear or further than it ' +
        'was confided',
      'no page that anybody may read holds a private word (',
      'the screen that turns comes to all that everybody sees, and never to a private word (laws 6',
      'no print that anybody may take holds a private word, whatever is asked of it (law 6)',
      'law 6: no page, route or file tells a visitor, or a member whom others hear, of a notice ' +
        'that is read by card',
      'law 6: no print tells of it, whoever asks',
      'law 6: what is said of a notice that is read by card stays by card',
      'law 6: shown in this box alone, its answers are counted here and leave no more',
      'law 6: shown by card, nobody without one reads, counts or prints an answer to it',
      'law 6: no count and no figure changes by it, and nothing of it leaves',
    ],
  },
  {
    number: 7,
    name: 'no script, no network',
    sentence:
      'Every page works with scripts off, and with the network down but for fetching an address.',
    proofs: [
      'law 7: no page needs a script or another machine, whoever walks through all pages',
      'no page made the browser ask anybody else',
      'runs a script of its own and no other page does',
      'a keeper chooses a version, and takes up news, without any script',
      'The style sheet asks nobody else for anything',
    ],
  },
  {
    number: 8,
    name: 'one bad entry',
    sentence:
      'One bad entry never stops the others; a value of another kind shows as unreadable, and what',
    proofs: [
      'law 8: a damaged entry stops its own feed, and the rest of the page is taken',
      'an altered page is left out alone: its feed stops before it, every other goes on (law 8)',
      'law 8: a malformed request is stored and passed on, and erases nothing',
      'law 8: a damaged entry stops its own feed only',
      'law 8: any value in a field of any kind is in the table, or is NULL there and listed, and',
      'laws 8 and 10: a bundle cut writes nothing, doubled is as once, bit-flipped costs its page,',
    ],
  },
  {
    number: 9,
    name: 'any clock',
    sentence: 'A box with any clock gives and gets everything.',
    proofs: [
      'law 9: a bundle made in any year is taken',
      'law 9: entries of a box that woke in 2100 are all given, and come after those of today',
      'law 9: 200,000 turns with the clock fixed never fail, and each stamp is greater than ' +
        'the one',
      'law 9: whatever clocks say, one after the other, stamps are of their shape and grow',
      'law 9: boxes of 1970 and of 2099 give and get everything',
      'law 9: a clock in 1970 or 2099 moves no other by more than an hour, and gives and gets',
      'law 9: clocks in 1970, in 2099 and beyond give and get everything',
      'other boxes accept entries that were written under any clock',
      'stamps of other boxes, however many, move our clock at most one hour beyond our wall clock',
    ],
  },
  {
    number: 10,
    name: 'forgotten',
    sentence: 'What was forgotten stays forgotten, and forgetting never makes an older value show.',
    proofs: [
      'an erasure takes the old file with it, because it has the erased value still (law 10)',
      'law 10: an erasure that a stop cut leaves no log of version 0.1 with what it erased',
      'law 10: a long text that lost one of its updates shows nothing',
      'law 10: once anything is forgotten, no kept answer says what it said',
      'a head that replaces a missing write waits, is no conflict, and hides the other heads',
      'law 10: what one keeper erased and the other kept stays erased where it was, and is said so',
      'law 10: forgetting any subset of any set of writes shows nothing that was not visible',
      'a forgotten value stays forgotten on a branch that comes later (law 10)',
      'law 10: forgetting any subset of writes shows nothing that was not visible before, whatever',
      'law 10: a forgotten value stays forgotten when it comes again, before or after the request',
      'law 10: who is forgotten leaves nothing at any moment of a thread',
      'law 10: who is forgotten takes along what they said to all, and the part that they took',
      'law 10: a request that comes without its names is obeyed once they come',
      'law 10: after a checkpoint no byte of a forgotten value is in the log’s files',
      'law 10: a plug pulled once an erasure is answered leaves no byte of it on the disk',
      'no copy of a deleted row is left between the cells of a page once the file is ' +
        'rewritten (law 10)',
      'law 10: forgetting any subset of writes shows no value and no record that was ' +
        'hidden, in the',
      'law 10: after a checkpoint what was forgotten is in no byte of both files, the search’s own',
      'law 10: a form opened before a forgetting does not bring back what was forgotten; a new one',
      'law 10: a record that was removed, then forgotten, is not shown again',
      'law 10: nothing forgotten comes back',
      'law 10: what a base let go of stays forgotten in a backup from before it, though the base',
      'laws 1 and 10: a backup put back takes from the neighbour what it lacks of its own, ' +
        'and brings',
      'laws 8 and 10: a bundle cut writes nothing, doubled is as once, bit-flipped costs its page,',
    ],
  },
  {
    number: 11,
    name: 'agreed',
    sentence: 'Nothing about a person is shown wider than that person agreed.',
    proofs: [
      'law 11: each field that a correction changes is listed before it shows',
      'law 11: the name of a keeper is on no page of a visitor, and in no entry that leaves',
      'law 11: a stored point of a person is in no row, no version and no bundle before their ' +
        'yes, and comes back with it',
      'law 11: nobody reads a point that was stored before people were asked, until the keeper ' +
        'ticks that very point',
      'law 11: a point of a person that differs from the agreed one shows nowhere, whoever ' +
        'wrote it',
      'law 11: two boxes that wrote apart show the agreed point of a person, or none',
      'law 11: a point that was emptied asks again, even when the same one comes back',
      'law 11: a person who becomes a body shows no point that was kept back',
      'law 11: to forget the past of somebody leaves no point that was kept back, and no former ' +
        'agreement',
      'law 11: no bundle and no letter to another box holds the name of a keeper, nor their id',
      'law 11: somebody without a name is counted and named nowhere but to the author',
      'law 11: a part without a name is said to its author alone; a table brought in to nobody',
      'law 11: without their first name it goes under none; what a visitor takes goes by the list',
      'law 11: another person of that first name gets no thread of hers, and is news of their own',
      'law 11: its author shows it to everybody here, then around, then by card again: the ' +
        'address stays, and what was in the commons is erased',
      'law 11: a line that says something of somebody is left out, with why, until its own tick',
      'law 11: a sentence that says where somebody lives gives its commune to no notice',
      'law 11: a chat is shown under words of ours, unless the keeper typed a title',
      'law 11: what a cancelled date says of somebody is held with its line',
      'law 11: of an event that is here, what changes is guarded, and nothing else',
      'law 11: an event that its owner marked private is not read, and it is said',
      'law 11: in a table, people, the telephone in their pocket and their own address ' +
        'wait; a body',
      'law 11: the national list gives places their names; who is told of in it, and the ' +
        'telephone in',
      'a thing that is lent names its owner only once they said yes (law 11)',
      'what a folder is not open to is in no page, list, count, search, print or table ' +
        '(laws 6 and 11)',
      'a number in a message waits for the keeper even where messages show at once (law 11)',
      'law 11: a first name of the lexicon is found wherever it stands',
      'law 11: somebody named behind a café, a full stop, a line or a body is held',
      'law 11: a made-up name is found after Mme, after chez and before what somebody does',
      'law 11: whoever is named in any form the village writes is named, among any people and any',
      'law 11: a first name alone is named by the whole name, and the other way',
      'law 11: over a connection that leaves there is nothing of it: no row, no title, no link',
      'law 11: somebody who ${what}',
      'law 11: a person who did not tick paper is never named on it, beside anybody',
      'law 11: a way to be reached names only the person of its link and the keepers',
      'law 11: what names somebody else, or says what happens to them, waits; one’s own ' +
        'name, health',
      'law 11: what a member sent, shown by the keeper and forgotten by their own act, ' +
        'leaves nothing',
      'law 11: a no hides what shows that person here, whoever keyed it, and the keeper is ' +
        'told what',
      'law 11: a consent is taken back by the strip, from the person, their needs and their ' +
        'projects,',
      'law 11: of whom the notes say an age under 18, a parent says yes too, on the strip ' +
        'and on the',
      'law 11: what the strip says for everybody is shown and carried; what it says for the ' +
        'keeper is',
      'a list names a person only if they agreed to paper, whoever prints it; a group always',
      'law 11: the yes of one Élodie is not that of the other',
      'law 11: a piece that names somebody in any form waits for their yes, and for theirs only',
      'law 11: what the guard finds is held, and shown by an act on that piece that saw it',
      'law 11: what a keeper types in a title is looked at too',
      'law 11: the title of a meeting that names somebody becomes its day, unless the ' +
        'keeper saw it;',
      'law 11: a visitor writes new records only: what is there, shown or waiting, is not ' +
        'theirs to',
      'whoever is forgotten is in no page, table, row or entry any more, whatever they did ' +
        'with their',
      'law 11: nobody speaks for whom the page shows already, nor against them; the sentence names',
      'the screen that turns comes to all that everybody sees, and never to a private word (laws 6',
      'law 11: nothing that was planted in ',
    ],
  },
  {
    name: 'opening',
    sentence: 'An opening that was cut is done at the next start, or nothing of it is left.',
    proofs: [
      'law: cut after its turn an opening is done at the next start, cut before it nothing ' +
        'of it is left to be seen',
    ],
  },
  {
    name: 'codes',
    sentence: 'A code is spent if and only if its turn is done.',
    proofs: [
      'law: a code is spent if and only if its turn is done, whatever is refused, fails, is ' +
        'posted twice, or is cut',
    ],
  },
  {
    name: 'archives',
    sentence: 'An archive gives back what was put in it.',
    proofs: [
      'law: what is written into an archive is read out of it, from the disk or from memory',
    ],
  },
  {
    name: 'forms in pieces',
    sentence: 'A form arrives whole, however its bytes are cut.',
    proofs: [
      'law: in whatever pieces a form comes, its file is on the disk byte for byte',
      'law: parts come in the order of the form, a file at a time, however slowly each is written',
      'law: whatever bytes come, they are a form or are refused as none, and nothing is left that',
    ],
  },
  {
    name: 'queue',
    sentence: 'Everybody who waits is served or sent away.',
    proofs: ['law: everybody is served or refused; a fresh client never for one with wrong tries'],
  },
  {
    name: 'salvage',
    sentence: 'A salvage of a damaged log is whole, and says what it lacks.',
    proofs: [
      'law: whatever page of a log is hurt, a salvage is whole, and what is not there is said',
    ],
  },
  {
    name: 'who may',
    sentence: 'No box comes in unless the keeper here said yes.',
    proofs: ['who may: no box comes in unless'],
  },
  {
    name: 'forks',
    sentence: 'A box that learns that its feed was forked goes on in another one.',
    proofs: ['a box that learnt that its feed was forked'],
  },
  {
    name: 'long text',
    sentence:
      'A long text comes to the same words in whatever order its updates arrive, and loses none.',
    proofs: [
      'two people who edit one version of a long text both keep their sentences',
      'law: the texts after each update are what each set of them comes to, whatever stands ' +
        'among them',
      'each word put in a text and not taken out',
    ],
  },
  {
    name: 'no stumble',
    sentence: 'Nothing that a courier, a card or a clock does makes a box stumble.',
    proofs: ['nothing that a courier, a card or a clock'],
  },
  {
    name: 'clock accused',
    sentence: 'A right clock is never accused, a wrong one is.',
    proofs: [
      'law: a right clock is not accused, however long its file was on the way; a clock ahead of',
    ],
  },
  {
    name: 'past numbers',
    sentence: 'Of the numbers that a record said one after the other, only the last leaves.',
    proofs: [
      'law: of the numbers that a record said one after the other, only the last leaves, ' +
        'and its row is the same there',
    ],
  },
  {
    name: 'former words',
    sentence:
      'What its own box wrote over leaves in no bundle, and boxes come to the same without.',
    proofs: ['law: with the former words or without, all boxes come to the same, and a stranger’s'],
  },
  {
    name: 'numbers',
    sentence:
      'A telephone number is found however it is written, and nothing of it is left where ' +
      'it is taken out.',
    proofs: [
      'law: whatever shape of a number waits, whoever looks for it finds it there, and what ' +
        'is left',
      'law: any text is read, and what is left of it says no telephone',
      'law: numbers in numbers, as deep as one likes, leave none, and what stands far from ' +
        'them stays',
      'law: however ten figures are put apart by anything but letters, they are found as ' +
        'one number',
    ],
  },
  {
    name: 'names',
    sentence: 'A name that is taken out of a text is nowhere in it, and the rest stays.',
    proofs: ['what is left never holds the name, and a text without it stays as it was (law)'],
  },
  {
    name: 'formulas',
    sentence: 'No cell of a table begins as a formula, and a guarded text comes back as it was.',
    proofs: [
      'law: a guarded text comes back as it was',
      'law: no cell begins as a formula, wherever a spreadsheet cuts',
    ],
  },
  {
    name: 'charge',
    sentence: 'Whoever is in charge of one thing reads and writes, by it, nothing of another.',
    proofs: [
      'who is in charge of a thing writes, corrects and erases what leads to it, and nothing else',
      'law: in charge of one thing, nobody reads a name, a number or a word of another’s',
      'law: of each brick that lends, in charge of one thing, no page tells who has another',
      'law: once it is given back, its person reads and writes nothing of the thing any more',
    ],
  },
  {
    name: 'under three',
    sentence: 'No count of people under three is shown, or found by subtraction.',
    proofs: [
      'law: of people, no figure under three stands by commune, and none is found by taking the',
      'law: no count of people nor of difficulties under three by commune, on the page, in ' +
        'the table,',
    ],
  },
  {
    name: 'cost',
    sentence: 'Work grows as the text that it reads, never faster.',
    proofs: [
      'law: four times the text is four times the work, for whatever reads texts',
      'law: numbers in numbers, four times as deep, are four times the work',
      'law: four times the figures of any script, glued to a letter or not, are four times ' +
        'the work',
      'law: four times the updates of a long text are four times the work, one that can’t be read',
    ],
  },
  {
    name: 'matching',
    sentence:
      'A match is the same from both sides, never with oneself, every reason said is true, ' +
      'and no turn waits for it.',
    proofs: [
      'Law: whoever comes first, the meeting is the same; scores stand between nothing and one',
      'Law: nobody meets themselves, nor what is theirs by author, by name and way to reach, or by',
      'Law: every reason said is true of both',
      'Law: all else the same, nearer is never less',
      'law: the nearer, or the better a way fits, never the less likely',
      'Law: what both said is one sum whoever comes first, and another when either says ' +
        'something else',
      'law: no command runs matching while the durable transaction is open',
      'law: a notice asks the same of the transaction, whatever stands that would answer it',
    ],
  },
  {
    name: 'kept pages',
    sentence: 'A page that is kept is what would be made anew, for everybody who reads it.',
    proofs: [
      'law: whatever people do and whoever reads, what is kept is what is made anew',
      'law: what reads otherwise after a write has read something that this write tells',
      'law: what reads a log otherwise after a write has read something that this write tells',
    ],
  },
  {
    name: 'budgets',
    sentence: 'What a page, a turn, a record and the memory cost is counted, and passes no budget.',
    proofs: [
      'no page asks more of SQLite, and none weighs more, than its budget',
      'no turn asks or writes more than its budget',
      'no record takes more of a file than its budget',
      'what is kept of every page takes no more than its budget',
      'no page asks more after a notice than its budget, and most ask nothing',
      'ten times as many pages as fit are asked, and what is kept stays under its bound',
      'ten thousand long texts are kept in no more than the bound, the last ones',
      'however many long texts come, every cache stays under its bound',
      'a page costs what it shows, whatever the size of the territory',
      'each index of the tables is named by a plan of pages and turns, or has its reason',
      'a record that comes is shown from memory, in few statements',
      'a record that is made again asks few statements',
      'a turn writes and asks the same among four times as many records',
      'no verb of the command line loads more than its budget',
    ],
  },
  {
    name: 'map',
    sentence: 'What stands on a map shares a sign with the first before it that is near.',
    proofs: ['law: things gather as if each were compared with every spot before it'],
  },
  {
    name: 'lending',
    sentence:
      'What is taken is never free, and nothing free is refused, by any path and in any order.',
    proofs: [
      'law: of two boxes and every path, in any order, none is double and nothing free is refused',
      'law: what is free at each instant is free, and nothing else is',
      'law: so much that is free stays free until the moment that is said, and no longer',
      'law: the next time is free, and no time before it is',
      'law: a booking is never in its own way',
      'law: bookings that were each free when they were given never clash',
    ],
  },
  {
    name: 'shared costs',
    sentence: 'A settled year loses no cent, and what it leaves to each is where the next begins.',
    proofs: [
      'law: whichever years are closed and opened again, none is carried to two others',
      'law: all that was paid less all that was spent is in the last balances, whoever left',
      'a settled year loses no cent: dues are the real cost, balances less the purse are zero',
    ],
  },
  {
    name: 'meeting boxes',
    sentence:
      'A code of a box names that box alone, and *up to date* is said only of what it signed.',
    proofs: [
      'law: what a drawing says is understood however it is handed on, whether the box came ' +
        'here or',
      'law: five words name only a box that came here, and never another than the name beside them',
      'law: up to date is said only of who said what it holds, and has nothing left to give ' +
        'or to take',
    ],
  },
]
