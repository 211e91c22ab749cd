/** The rules' titles and explanations in English. */
import type { RuleId } from '../model/change.ts';
import type { RuleText } from './rules.ts';

export const englishRules: Readonly<Record<RuleId, RuleText>> = {
  'variable-value': {
    title: "Each portal's own value",
    explanation:
      'The two portals have their own value, for instance their address. It is counted once, however often the text repeats it. That portals differ here is expected.',
  },
  'variable-changed': {
    title: "The portal's own value changed",
    explanation:
      'Over time, one portal changed a value of its own, for instance its address. The reader is then sent elsewhere, so this matters.',
  },
  'variable-missing': {
    title: "The portal's own value is missing",
    explanation:
      'The template leaves a place for a value of each portal, written {{url}} for its address, and the charter gives none. The text cannot be held against the template there. Add it under "variables" in the charter, for instance "url: https://portal.example".',
  },
  'variable-contradicted': {
    title: "The portal's own value is said otherwise",
    explanation:
      'Where the template has a variable, the text gives another value than the charter names as its own under "variables", which stands in the other places: it contradicts itself. It often is a name or a contact that was not changed everywhere. For an address, see foreign-address.',
  },
  'foreign-address': {
    title: "Another portal's address",
    explanation:
      'One side gives a literal address where the other gives its own, or names the other portal. It often is a text copied without being adapted: a charter of portal B that still says "https://portal-a.example".',
  },
  'title-changed': {
    title: 'Title changed',
    explanation:
      'The title of the charter was added, removed or reworded, for instance "Cookies" for "Cookie charter". A title that itself says something else about cookies counts as substantive under its own rule.',
  },
  'language-changed': {
    title: 'Language changed',
    explanation:
      'The two sides are in different languages. Their sentences cannot be held against each other, so each difference is shown as substantive.',
  },
  emphasis: {
    title: 'Emphasis or link markup',
    explanation:
      'Bold, italics or link marks changed around the same words: "necessary" and "**necessary**".',
  },
  'role-changed': {
    title: 'Paragraph, list item or heading',
    explanation:
      'The same words stand in another kind of block, for instance a paragraph that became a list item.',
  },
  'level-changed': {
    title: 'Level changed',
    explanation: 'A heading or a list item is one level deeper or higher. Its words are the same.',
  },
  'block-split': {
    title: 'Paragraph split',
    explanation: 'One paragraph became several. The cut itself changes no word.',
  },
  'block-joined': {
    title: 'Paragraphs joined',
    explanation: 'Several paragraphs became one. The joint itself changes no word.',
  },
  'block-moved': {
    title: 'Paragraph moved',
    explanation: 'The same paragraph stands elsewhere in the text. Its words are compared all the same.',
  },
  'block-moved-section': {
    title: 'Paragraph under another heading',
    explanation:
      'The same paragraph or list item now stands under another heading or another introductory line, for instance under "Advertising" after "Necessary cookies". It is substantive where these do not speak of the same thing, or where the item belongs to another list; else wording.',
  },
  'spelling-form': {
    title: 'Hyphens and spelling form',
    explanation:
      'Only hyphens or accents on capitals differ: "sub-domain" and "subdomain", "A quoi" and "À quoi". Two words run together without a hyphen ("not able" and "notable") are other words.',
  },
  'address-masked': {
    title: 'Hidden mail address',
    explanation:
      'One capture shows a mail address, the other what a shield against robots puts in its place (“[email protected]”). Visitors see the address on both pages; whether it is the same one, the captures cannot tell.',
  },
  'address-traced': {
    title: 'Tracing part of a link',
    explanation:
      'Only the part of an address differs by which a visit, a campaign or a copy in a cache is traced (“?utm_source=…”, “?_ga=…”, “?chash=…”); the page that it leads to is the same.',
  },
  spaces: {
    title: 'Spaces',
    explanation: 'Only white space differs, for instance a no-break space in place of a plain one.',
  },
  quotes: {
    title: 'Quotation marks and apostrophes',
    explanation: 'Only the shape of quotation marks or apostrophes differs: "cookie" and “cookie”.',
  },
  'letter-case': {
    title: 'Capitals',
    explanation: 'Only capital and small letters differ: "Third party" and "third party".',
  },
  punctuation: {
    title: 'Punctuation',
    explanation: 'Only punctuation differs, for instance a comma or the full stop at the end of a cell.',
  },
  'line-break': {
    title: 'Line break',
    explanation: 'A line is broken elsewhere. No word changed.',
  },
  'text-reworded': {
    title: 'Reworded',
    explanation:
      'Words changed, but nothing that the tool looks for in a cookie charter: parties, consent, data, purposes, durations, negations and so on are the same. Example: "we use cookies" became "the portal uses cookies".',
  },
  'link-target-changed': {
    title: 'Link or address changed',
    explanation:
      'A link leads elsewhere, or an address was added, removed or changed. The words around it may be the same: the reader still lands on another page, perhaps the one where refusing is explained.',
  },
  'party-changed': {
    title: 'Parties',
    explanation:
      'Who sets or reads the cookies changed: third parties, partners, processors, providers. A dropped synonym changes nothing; "third parties" that became "partners" does. A changed provider in a table also falls under this rule.',
  },
  'consent-changed': {
    title: 'Consent',
    explanation:
      'What is said about consent changed: asked for, prior, explicit, implied, by default, not needed, free or paid. Example: "after your agreement" was dropped.',
  },
  'data-kinds-changed': {
    title: 'Kinds of data',
    explanation:
      'The kinds of data named are not the same: personal data, IP address, location, device and so on. Example: "and your location" was added.',
  },
  'purposes-changed': {
    title: 'Purposes',
    explanation:
      'The purposes named are not the same: statistics, audience measurement, advertising, security and so on. Example: "statistical" became "advertising".',
  },
  'necessity-changed': {
    title: 'Necessity',
    explanation:
      'A sentence says, or no longer says, that something is necessary, required or optional. "Necessary", "functional" and "for proper functioning" count as one; "optional" is another thing.',
  },
  'anonymity-changed': {
    title: 'Anonymity',
    explanation:
      'Anonymous, pseudonymous, aggregated, encrypted or identifiable: one became another, came or went. Example: "anonymous" became "pseudonymous".',
  },
  'transfer-changed': {
    title: 'Sharing and transfer',
    explanation:
      'What is said about sharing, sending or selling data, or about the place where it goes, changed. Example: "outside the European Union" was added.',
  },
  'storage-changed': {
    title: 'Storing and reading',
    explanation:
      'What is said about placing, storing, reading or collecting changed, or about the means: pixel, beacon, local storage, fingerprint, SDK. Example: "stored" became "read".',
  },
  'refusal-changed': {
    title: 'Refusal and withdrawal',
    explanation:
      'How to refuse, withdraw, object, block, erase or set one\'s choices changed, or the words "at any time" came or went.',
  },
  'negation-changed': {
    title: 'Negation',
    explanation:
      'A "not", "no", "never" or "without" was added, removed or put elsewhere. Example: "consent is not required" became "consent is required". Another negation in the same sentence does not hide it.',
  },
  'modal-changed': {
    title: 'May, must, should',
    explanation:
      'Permission became obligation, the reverse, or one of them came or went. "May" and "can" count as one; "may" that became "must" does not.',
  },
  'number-changed': {
    title: 'Number',
    explanation:
      'A number changed, came, went or changed place. Numbers in words count too: "thirteen" is 13. The number that only counts a heading ("2.") does not.',
  },
  'duration-changed': {
    title: 'Duration',
    explanation:
      'A length of time changed, in the text or in a table. Durations compare by value: "13 months" that became "25 months" falls under this rule, "1 year" for "12 months" does not.',
  },
  'duration-rewritten': {
    title: 'Duration in another notation',
    explanation:
      'The same length of time is written otherwise: "13 months" and "1 year and 1 month", or "395 days". It is shown and reported, because months and days are not exactly the same unit.',
  },
  'date-changed': {
    title: 'Date',
    explanation:
      'A date changed, came or went. A date that only says when the page was last revised counts as a rewording.',
  },
  'legal-reference-changed': {
    title: 'Legal reference',
    explanation:
      'An article, a law or an authority is cited on one side only. Example: "article 82" became "article 6".',
  },
  'party-named': {
    title: 'A name or domain that the other charter does not have',
    explanation:
      'A domain, or a word written like a name, is on one side only. It may be a new third party: "Google" or "stats.example.com".',
  },
  'scope-changed': {
    title: 'Scope and exceptions',
    explanation:
      'A word that widens or narrows the statement came, went or changed place: all, some, only, strictly, except, up to, before, if; or something joined or left an enumeration. Examples: "strictly necessary" became "necessary"; "your language" became "your language and your basket".',
  },
  'sentence-added': {
    title: 'Sentence added',
    explanation: 'A sentence has no counterpart on the first side. A new statement is always substantive.',
  },
  'sentence-removed': {
    title: 'Sentence removed',
    explanation:
      'A sentence has no counterpart on the second side. A statement that was dropped is always substantive.',
  },
  'sentence-moved': {
    title: 'Sentence moved',
    explanation:
      'The same sentence stands elsewhere. Within its section this is a matter of form; in another section it is shown as a rewording, because its neighbours may change what it refers to.',
  },
  'block-added': {
    title: 'Paragraph added',
    explanation: 'A paragraph or list item has no counterpart on the first side.',
  },
  'block-removed': {
    title: 'Paragraph removed',
    explanation: 'A paragraph or list item has no counterpart on the second side.',
  },
  'section-added': {
    title: 'Heading added',
    explanation: 'A heading, and with it perhaps a section, has no counterpart on the first side.',
  },
  'section-removed': {
    title: 'Heading removed',
    explanation: 'A heading, and with it perhaps a section, has no counterpart on the second side.',
  },
  'row-added': {
    title: 'Cookie added',
    explanation:
      'A cookie is described on the second side only. Each cookie is part of what the reader is told.',
  },
  'row-removed': {
    title: 'Cookie removed',
    explanation:
      'A cookie is described on the first side only. Each cookie is part of what the reader is told.',
  },
  'row-renamed': {
    title: 'Cookie renamed',
    explanation:
      'Two rows tell the same of cookies with different names: "csrftoken" became "XSRF". Most other cells are alike.',
  },
  'row-reordered': {
    title: 'Row order',
    explanation: 'The same row stands elsewhere in the table. The order of rows says nothing.',
  },
  'row-moved-section': {
    title: 'Row moved to another section',
    explanation:
      'A cookie went to a table under another heading, for instance from "necessary cookies" to "audience measurement".',
  },
  'cookie-name-changed': {
    title: 'Cookie name',
    explanation:
      'The name of a cookie, or the set of names in a cell, changed. Every letter of a name counts, capitals too: "_ga" is not "_gid".',
  },
  'names-reordered': {
    title: 'Order of names',
    explanation: 'A cell holds the same cookie names in another order: "_ga, _gid" and "_gid, _ga".',
  },
  'cell-changed': {
    title: 'Cell changed',
    explanation:
      'A cell of the cookie table changed in a column where any word matters, such as the category, or in a column that the tool does not know.',
  },
  'purpose-changed': {
    title: 'Purpose of a cookie',
    explanation:
      'The purpose given for a cookie says something else: words with content changed. "Used to remember the language" for "Remembers the language" does not fall under this rule.',
  },
  'column-added': {
    title: 'Column added',
    explanation:
      'The table has one column more. It is substantive where the column holds anything, such as durations; an empty column is a rewording.',
  },
  'column-removed': {
    title: 'Column removed',
    explanation:
      'The table has one column less. It is substantive where the column held anything, such as durations; an empty column is a rewording.',
  },
  'column-moved': {
    title: 'Column moved',
    explanation: 'The same column stands elsewhere in the table.',
  },
  'head-reworded': {
    title: 'Column head reworded',
    explanation:
      'The head of a column is worded otherwise: "Supplier" for "Provider". The cells are compared all the same.',
  },
  coarsened: {
    title: 'Not compared word for word',
    explanation:
      'The texts were too long and too different to compare every word, so the whole is shown as replaced. What was not read is never held for less than substantive.',
  },
  'no-lexicon': {
    title: 'Language without word list',
    explanation:
      'The tool has no word list for this language and cannot tell a rewording from a change of meaning. So every changed word is substantive; differences of form are still recognised.',
  },
};
